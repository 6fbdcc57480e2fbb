import GRDB

/// The tables of the index; a change of any of them takes a new version.
enum IndexSchema {
  /// The version, kept in SQLite's `user_version`; an index of another version is rebuilt.
  static let version = 8

  /// The tables that hold facts, each keyed by the order of its fact, and so a set.
  static let factTables = [
    "event", "occasion", "enrollment", "person", "attempt", "answer", "move", "submission", "score",
    "amendment", "accommodation", "site", "signature", "statement", "forgotten", "batch",
    "imported",
  ]

  static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE head (
          device TEXT PRIMARY KEY, seq INTEGER NOT NULL, lineStart INTEGER NOT NULL,
          end INTEGER NOT NULL, hash TEXT NOT NULL, time TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE lost (
          device TEXT, seq INTEGER, lineStart INTEGER NOT NULL, end INTEGER NOT NULL,
          hash TEXT, time TEXT NOT NULL, PRIMARY KEY (device, seq, hash)
        ) WITHOUT ROWID;
        CREATE TABLE event (
          ord TEXT PRIMARY KEY, json TEXT NOT NULL, created TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE occasion (
          ord TEXT PRIMARY KEY, event TEXT NOT NULL, occasion TEXT NOT NULL, open INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE enrollment (
          ord TEXT PRIMARY KEY, event TEXT NOT NULL, code TEXT NOT NULL, sequence TEXT NOT NULL,
          number INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX enrollment_event ON enrollment (event, ord);
        CREATE TABLE person (
          ord TEXT PRIMARY KEY, code TEXT NOT NULL, sex TEXT, province TEXT, organisation TEXT,
          role TEXT, born TEXT, office TEXT, sector TEXT, disability TEXT, ethnicity TEXT
        ) WITHOUT ROWID;
        CREATE TABLE attempt (
          ord TEXT PRIMARY KEY, id TEXT NOT NULL, event TEXT NOT NULL, code TEXT NOT NULL,
          occasion TEXT NOT NULL, form TEXT NOT NULL, formVersion TEXT NOT NULL,
          items TEXT NOT NULL, language TEXT NOT NULL, mode TEXT NOT NULL, seed TEXT NOT NULL,
          started TEXT NOT NULL, source TEXT, repetition INTEGER NOT NULL, accommodation TEXT,
          largePrint INTEGER NOT NULL, untimed INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX attempt_event ON attempt (event, occasion);
        CREATE INDEX attempt_code ON attempt (code);
        CREATE INDEX attempt_id ON attempt (id);
        CREATE TABLE answer (
          ord TEXT, item TEXT, attempt TEXT NOT NULL, kind TEXT NOT NULL, response TEXT NOT NULL,
          elapsed INTEGER, PRIMARY KEY (ord, item)
        ) WITHOUT ROWID;
        CREATE INDEX answer_attempt ON answer (attempt, ord);
        CREATE TABLE move (
          ord TEXT PRIMARY KEY, attempt TEXT NOT NULL, position INTEGER NOT NULL,
          elapsed INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX move_attempt ON move (attempt, ord);
        CREATE TABLE submission (
          ord TEXT PRIMARY KEY, attempt TEXT NOT NULL, time TEXT NOT NULL, elapsed INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX submission_attempt ON submission (attempt, ord);
        CREATE TABLE score (
          ord TEXT PRIMARY KEY, attempt TEXT NOT NULL, formVersion TEXT NOT NULL,
          outcomes TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX score_attempt ON score (attempt, ord);
        CREATE TABLE amendment (
          ord TEXT PRIMARY KEY, attempt TEXT NOT NULL, time TEXT NOT NULL,
          isRating INTEGER NOT NULL, json TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX amendment_attempt ON amendment (attempt, ord);
        CREATE TABLE accommodation (
          ord TEXT PRIMARY KEY, event TEXT NOT NULL, json TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE site (
          ord TEXT PRIMARY KEY, device TEXT NOT NULL, json TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE signature (
          ord TEXT PRIMARY KEY, device TEXT NOT NULL, seq INTEGER NOT NULL, json TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE batch (
          ord TEXT PRIMARY KEY, device TEXT NOT NULL, key TEXT NOT NULL, event TEXT NOT NULL,
          occasion TEXT NOT NULL, source TEXT NOT NULL, json TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX batch_key ON batch (key);
        CREATE TABLE imported (
          batch TEXT, ord TEXT, id TEXT NOT NULL, code TEXT NOT NULL, repetition INTEGER NOT NULL,
          started TEXT NOT NULL, submitted TEXT NOT NULL, elapsed INTEGER, accommodation TEXT,
          largePrint INTEGER NOT NULL, answers BLOB NOT NULL, won BLOB NOT NULL,
          untimed INTEGER NOT NULL, PRIMARY KEY (batch, ord)
        ) WITHOUT ROWID;
        CREATE INDEX imported_id ON imported (id);
        CREATE INDEX imported_code ON imported (code);
        CREATE TABLE forgotten (
          ord TEXT PRIMARY KEY, device TEXT NOT NULL, seq INTEGER NOT NULL, code TEXT NOT NULL,
          json TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE statement (
          ord TEXT PRIMARY KEY, id TEXT NOT NULL, time TEXT NOT NULL, json TEXT NOT NULL
        ) WITHOUT ROWID;
        """)
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }
}
