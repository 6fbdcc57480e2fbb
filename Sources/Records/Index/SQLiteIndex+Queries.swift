import Assessment
import GRDB
import Text

extension SQLiteIndex {
  func events() throws(RecordsError) -> [EventRow] {
    try access { database in
      try Row.fetchAll(database, sql: "SELECT json, created FROM event ORDER BY ord").map { row in
        EventRow(record: try Self.decoded(EventRecord.self, row["json"]), createdAt: row["created"])
      }
    }
  }

  func occasions() throws(RecordsError) -> [OccasionRow] {
    try access { database in
      let sql = "SELECT ord, event, occasion, open FROM occasion ORDER BY ord"
      return try Row.fetchAll(database, sql: sql).map { row in
        OccasionRow(
          record: OccasionRecord(event: row["event"], occasion: try Self.known(row["occasion"])),
          isOpen: row["open"], order: row["ord"])
      }
    }
  }

  func enrollments(event: String?) throws(RecordsError) -> [EnrollmentRecord] {
    try access { database in
      let (condition, arguments) = Self.conditions([("event", event)])
      return try Row.fetchAll(
        database, sql: "SELECT * FROM enrollment \(condition) ORDER BY ord", arguments: arguments
      )
      .map { row in
        EnrollmentRecord(
          event: row["event"], code: row["code"], sequence: try Self.known(row["sequence"]),
          number: row["number"])
      }
    }
  }

  func people() throws(RecordsError) -> [PersonAttributes] {
    try access { database in
      try Row.fetchAll(database, sql: "SELECT * FROM person ORDER BY ord").map { row in
        var person = PersonAttributes(code: row["code"])
        for name in PersonAttributes.names { person[name] = row[name] as String? }
        return person
      }
    }
  }

  func attempts(_ filter: AttemptFilter) throws(RecordsError) -> [AttemptRows] {
    try attempts(filter, withRows: true)
  }

  func ownAttempts(_ filter: AttemptFilter) throws(RecordsError) -> [AttemptRows] {
    try attempts(filter, withRows: false)
  }

  private func attempts(
    _ filter: AttemptFilter, withRows: Bool
  ) throws(RecordsError) -> [AttemptRows] {
    try access { database in
      let (condition, arguments) = Self.conditions([
        ("id", filter.id), ("code", filter.code), ("event", filter.event),
        ("occasion", filter.occasion?.rawValue),
      ])
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM attempt \(condition) ORDER BY ord", arguments: arguments)
      var attempts = try rows.map(Self.attempt)
      var among = "SELECT id FROM attempt \(condition)"
      var all = arguments
      if withRows {
        let imported = try Self.importedAttempts(filter, database)
        if !imported.isEmpty {
          attempts = (attempts + imported).sorted { $0.order < $1.order }
          let (more, values) = Self.importedCondition(filter)
          among += " UNION ALL SELECT id FROM imported \(more)"
          all += values
        }
      }
      let places = Dictionary(
        attempts.enumerated().map { ($0.element.id, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      func details(_ columns: String, of table: String) throws -> [(Int, Row)] {
        try Row.fetchAll(
          database,
          sql: """
            SELECT attempt, ord, \(columns) FROM \(table)
            WHERE attempt IN (\(among)) ORDER BY ord
            """, arguments: all
        )
        .compactMap { row in places[row["attempt"]].map { ($0, row) } }
      }
      for (place, row) in try details("item, kind, response, elapsed", of: "answer") {
        let response = RecordedResponse(kind: try Self.known(row["kind"]), text: row["response"])
        attempts[place].answers.append((row["ord"], row["item"], response, row["elapsed"]))
      }
      for (place, row) in try details("position, elapsed", of: "move") {
        attempts[place].moves.append((row["ord"], row["position"], row["elapsed"]))
      }
      // What an import brought along came first; facts about it come later.
      for (place, row) in try details("time, elapsed", of: "submission")
      where attempts[place].submission == nil {
        attempts[place].submission = (row["ord"], row["time"], row["elapsed"])
      }
      for (place, row) in try details("formVersion, outcomes", of: "score") {
        attempts[place].score = (
          row["ord"], row["formVersion"], try Self.decoded([OutcomeRecord].self, row["outcomes"])
        )
        attempts[place].scorings += 1
      }
      for (place, row) in try details("time, isRating, json", of: "amendment") {
        let isRating: Bool = row["isRating"]
        let what: Amendment =
          isRating
          ? .rated(try Self.decoded(RatingRecord.self, row["json"]))
          : .rescored(try Self.decoded(RescoreRecord.self, row["json"]))
        attempts[place].amendments.append((row["ord"], row["time"], what))
      }
      return attempts
    }
  }

  func accommodations() throws(RecordsError) -> [AccommodationRecord] {
    try access { database in
      try String.fetchAll(database, sql: "SELECT json FROM accommodation ORDER BY ord")
        .map { try Self.decoded(AccommodationRecord.self, $0) }
    }
  }

  func statements() throws(RecordsError) -> [(id: String, time: String, fact: Fact)] {
    try access { database in
      try Row.fetchAll(database, sql: "SELECT id, time, json FROM statement ORDER BY ord").map {
        row in
        (id: row["id"], time: row["time"], fact: try Self.decoded(Fact.self, row["json"]))
      }
    }
  }

  func tombstones() throws(RecordsError) -> [Tombstone] {
    try access { database in
      try Row.fetchAll(database, sql: "SELECT device, seq, json FROM forgotten ORDER BY ord").map {
        row in
        Tombstone(
          device: row["device"], seq: row["seq"],
          record: try Self.decoded(TombstoneRecord.self, row["json"]))
      }
    }
  }

  func site(device: String) throws(RecordsError) -> SiteRecord? {
    try access { database in
      try String.fetchOne(
        database, sql: "SELECT json FROM site WHERE device = ? ORDER BY ord DESC LIMIT 1",
        arguments: [device]
      )
      .map { try Self.decoded(SiteRecord.self, $0) }
    }
  }

  func lastSignatures() throws(RecordsError) -> [String: Int] {
    try access { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT device, MAX(seq) AS last FROM signature GROUP BY device")
      return Dictionary(
        rows.map { ($0["device"] as String, $0["last"] as Int) }, uniquingKeysWith: max)
    }
  }

  func importedSources() throws(RecordsError) -> Set<String> {
    try access { database in
      try String.fetchSet(
        database,
        sql: """
          SELECT DISTINCT source FROM attempt WHERE source IS NOT NULL
          UNION SELECT source FROM batch
          """)
    }
  }

  func orphans() throws(RecordsError) -> [String] {
    try access { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT attempt FROM (
            SELECT attempt FROM answer UNION SELECT attempt FROM move
            UNION SELECT attempt FROM submission
            UNION SELECT attempt FROM score UNION SELECT attempt FROM amendment)
          WHERE attempt NOT IN (SELECT id FROM attempt)
            AND attempt NOT IN (SELECT id FROM imported WHERE batch <> '')
          UNION SELECT id FROM imported WHERE batch = ''
          ORDER BY 1
          """)
    }
  }

  private static func attempt(_ row: Row) throws -> AttemptRows {
    let event: String = row["event"]
    let source: String? = row["source"]
    let repetition: Int = row["repetition"]
    let grant: String? = row["accommodation"]
    let record = AttemptRecord(
      event: event.isEmpty ? nil : event, code: row["code"], occasion: try known(row["occasion"]),
      form: row["form"], formVersion: row["formVersion"],
      items: try decoded([String].self, row["items"]), language: try known(row["language"]),
      mode: try known(row["mode"]), optionSeed: row["seed"],
      accommodation: try grant.map { try decoded(TimeGrant.self, $0) },
      largePrint: row["largePrint"])
    let importKey = source.map { source in
      [source, record.code, event, record.occasion.rawValue, record.form, "\(repetition)"]
        .joined(separator: "|")
    }
    return AttemptRows(
      id: row["id"], order: row["ord"], record: record, startedAt: row["started"],
      importKey: importKey, repetition: repetition, isUntimed: row["untimed"])
  }

  static func conditions(
    _ columns: [(name: String, value: String?)]
  ) -> (sql: String, arguments: StatementArguments) {
    let given = columns.compactMap { column in column.value.map { (column.name, $0) } }
    guard !given.isEmpty else { return ("", []) }
    return (
      "WHERE " + given.map { "\($0.0) = ?" }.joined(separator: " AND "),
      StatementArguments(given.map(\.1))
    )
  }

  static func known<Value: RawRepresentable>(
    _ text: String
  ) throws -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: text) else { throw RecordsMessages.indexFailed(text) }
    return value
  }

  static func decoded<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try CanonicalJSON.value(type, from: text.utf8)
  }
}
