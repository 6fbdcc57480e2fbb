import Crypto
import GRDB

/// The index in SQLite, in WAL mode: readers do not wait for a writer.
final class SQLiteIndex: RecordsIndex {
  let queue: DatabaseQueue

  /// Opens the index at `path`, or one in memory where it is `nil`; creates it where it is missing.
  ///
  /// - Returns: The index; `nil` where the file has another schema or is no database, and must be
  ///   removed and made again.
  init?(path: String?) throws(RecordsError) {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    if path != nil { configuration.journalMode = .wal }
    // What is deleted is overwritten with zeros.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    do {
      queue =
        try path.map { try DatabaseQueue(path: $0, configuration: configuration) }
        ?? DatabaseQueue(configuration: configuration)
      let isUsable = try queue.write { database in
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if version == 0 { try IndexSchema.create(database) }
        return version == 0 || version == IndexSchema.version
      }
      guard isUsable else { return nil }
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(error.resultCode)
    {
      return nil
    } catch {
      throw RecordsMessages.indexFailed("\(error)")
    }
  }

  func update(
    _ change: (IndexMemory, any IndexSink) throws(RecordsError) -> IndexMemory?
  ) throws(RecordsError) {
    try access { database in
      let sink = SQLiteSink(database)
      guard let remembered = try change(try Self.memory(database), sink) else { return }
      // In whatever order the two came in: of the forgotten nothing is known.
      if sink.hasTaken {
        try database.execute(
          sql: "DELETE FROM person WHERE code IN (SELECT code FROM forgotten)")
      }
      try Self.remember(remembered, in: database)
    }
  }

  /// Runs `body` in a transaction, and turns what SQLite throws into this module's error.
  func access<Result>(
    _ body: (Database) throws -> Result
  ) throws(RecordsError) -> Result {
    do {
      return try queue.write(body)
    } catch let error as RecordsError {
      throw error
    } catch {
      throw RecordsMessages.indexFailed("\(error)")
    }
  }

  /// Runs one statement, for what no query of the store asks for.
  func execute(_ sql: String) throws(RecordsError) {
    try access { database in try database.execute(sql: sql) }
  }

  /// Moves what was written into the database itself, so that no older copy of a page stays beside.
  func settle() throws(RecordsError) {
    do {
      try queue.writeWithoutTransaction { database in
        _ = try database.checkpoint(.truncate)
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      // Another process reads; its end settles it.
    } catch {
      throw RecordsMessages.indexFailed("\(error)")
    }
  }

  private static func memory(_ database: Database) throws -> IndexMemory {
    let heads = try Row.fetchAll(database, sql: "SELECT * FROM head").map(head)
    let lost = try Row.fetchAll(database, sql: "SELECT * FROM lost").map(head)
    return IndexMemory(
      heads: Dictionary(heads.map { ($0.device, $0) }, uniquingKeysWith: { first, _ in first }),
      lost: lost)
  }

  private static func head(_ row: Row) -> JournalHead {
    JournalHead(
      device: row["device"], seq: row["seq"], lineStart: row["lineStart"], end: row["end"],
      hash: row["hash"], time: row["time"])
  }

  private static func remember(_ memory: IndexMemory, in database: Database) throws {
    let tables = [("head", Array(memory.heads.values)), ("lost", memory.lost)]
    for (table, heads) in tables {
      try database.execute(sql: "DELETE FROM \(table)")
      for head in heads {
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO \(table) (device, seq, lineStart, end, hash, time)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [head.device, head.seq, head.lineStart, head.end, head.hash, head.time])
      }
    }
  }

  func digest() throws(RecordsError) -> String {
    try access { database in
      var hash = SHA256()
      for table in IndexSchema.factTables {
        hash.update(data: Array(table.utf8))
        let order = ["answer": "ord, item", "imported": "batch, ord"][table] ?? "ord"
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table) ORDER BY \(order)")
        while let row = try rows.next() {
          for (_, value) in row {
            if case .blob(let data) = value.storage { hash.update(data: data) }
            hash.update(data: Array("\(value)|".utf8))
          }
        }
      }
      return hash.finalize().map { String($0, radix: 16) }.joined(separator: ".")
    }
  }
}
