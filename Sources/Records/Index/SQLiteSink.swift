import Assessment
import GRDB

/// Takes facts into an index in SQLite, within a transaction.
final class SQLiteSink: IndexSink {
  private let database: Database
  /// Whether any fact came in.
  private(set) var hasTaken = false
  /// The batches that each device described, by `device/key`, with where; `nil` for what it did not.
  private var batches: [String: (order: String, record: BatchRecord)?] = [:]

  init(_ database: Database) {
    self.database = database
  }

  func clear() throws(RecordsError) {
    batches = [:]
    for table in IndexSchema.factTables { try run("DELETE FROM \(table)") }
  }

  func mark() throws(RecordsError) { try run("SAVEPOINT facts") }
  func keep() throws(RecordsError) { try run("RELEASE facts") }

  func undo() throws(RecordsError) {
    batches = [:]
    try run("ROLLBACK TO facts; RELEASE facts")
  }

  func take(_ fact: RecordedFact) throws(RecordsError) {
    hasTaken = true
    do {
      switch fact.fact {
      case .batchDescribed(let batch): try insert(batch, fact)
      case .rowImported(let row): try insert(row, fact)
      default: try IndexWriting.insert(fact, into: database)
      }
    } catch let error as RecordsError {
      throw error
    } catch {
      throw RecordsMessages.indexFailed("\(error)")
    }
  }

  private func run(_ sql: String) throws(RecordsError) {
    do {
      try database.execute(sql: sql)
    } catch {
      throw RecordsMessages.indexFailed("\(error)")
    }
  }

  private func insert(_ batch: BatchRecord, _ fact: RecordedFact) throws {
    // One that does not bear its own key describes nothing, and its rows stand alone.
    let key = batch.isSound ? batch.batch : ""
    try IndexWriting.insert(
      "batch", ["ord", "device", "key", "event", "occasion", "source", "json"],
      [
        fact.order, fact.device, key, batch.event ?? "", batch.occasion.rawValue, batch.sha256,
        try IndexWriting.json(batch),
      ], database)
    let name = "\(fact.device)/\(key)"
    if !key.isEmpty, (batches[name] ?? nil) == nil {
      batches[name] = .some((fact.order, batch))
    }
  }

  private func insert(_ row: RowRecord, _ fact: RecordedFact) throws {
    let batch = try described(row.batch, by: fact.device, before: fact.order)
    let isWhole = batch.map(row.fits) ?? false
    let packed = PackedRow(row, fact)
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO imported (
          batch, ord, id, code, repetition, started, submitted, elapsed, accommodation, largePrint,
          answers, won, untimed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      isWhole ? row.batch : "", packed.order, packed.id, packed.code, packed.repetition,
      packed.startedAt, packed.submittedAt, packed.elapsed,
      try packed.accommodation.map { try IndexWriting.json($0) }, packed.hasLargePrint,
      packed.answersData, packed.wonData, packed.isUntimed,
    ])
  }

  /// Returns a batch that the same device described before; another's would make what is known
  /// depend on the order of merges.
  private func described(
    _ key: String, by device: String, before order: String
  ) throws -> BatchRecord? {
    let name = "\(device)/\(key)"
    if let known = batches[name], let batch = known {
      return batch.order < order ? batch.record : nil
    }
    if batches.keys.contains(name) { return nil }
    let row = try Row.fetchOne(
      database,
      sql: "SELECT ord, json FROM batch WHERE key = ? AND device = ? ORDER BY ord LIMIT 1",
      arguments: [key, device])
    let found = try row.map { row in
      (
        order: row["ord"] as String,
        record: try SQLiteIndex.decoded(BatchRecord.self, row["json"])
      )
    }
    batches[name] = .some(found)
    guard let found, found.order < order else { return nil }
    return found.record
  }
}
