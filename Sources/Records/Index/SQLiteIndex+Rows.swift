import Assessment
import FoundationEssentials
import GRDB

extension SQLiteIndex {
  func batches() throws(RecordsError) -> [(order: String, record: BatchRecord)] {
    try access { database in try Self.batches(database) }
  }

  func packedRows(
    batch: String, _ body: (PackedRow) throws(RecordsError) -> Void
  ) throws(RecordsError) {
    try access { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT * FROM imported WHERE batch = ? ORDER BY ord", arguments: [batch])
      while let row = try rows.next() { try body(try Self.packed(row)) }
    }
  }

  func handedIn() throws(RecordsError) -> Set<HandedIn> {
    try access { database in
      var found: Set<HandedIn> = []
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT code, event, occasion, form, repetition FROM attempt
          WHERE id IN (SELECT attempt FROM submission)
          """)
      while let row = try rows.next() {
        found.insert(
          HandedIn(
            code: row["code"], event: row["event"], occasion: try Self.known(row["occasion"]),
            form: row["form"], repetition: row["repetition"]))
      }
      for batch in try Self.whole(Self.batches(database)) {
        let rows = try Row.fetchCursor(
          database, sql: "SELECT code, repetition FROM imported WHERE batch = ?",
          arguments: [batch.batch])
        while let row = try rows.next() {
          found.insert(
            HandedIn(
              code: row["code"], event: batch.event ?? "", occasion: batch.occasion,
              form: batch.form, repetition: row["repetition"]))
        }
      }
      return found
    }
  }

  func attemptCodes() throws(RecordsError) -> Set<String> {
    try access { database in
      try String.fetchSet(
        database, sql: "SELECT code FROM attempt UNION SELECT code FROM imported")
    }
  }

  func amendedAttempts() throws(RecordsError) -> Set<String> {
    try access { database in
      try String.fetchSet(
        database,
        sql: """
          SELECT attempt FROM amendment UNION SELECT attempt FROM score
          UNION SELECT attempt FROM answer UNION SELECT attempt FROM submission
          """)
    }
  }

  static func importedAttempts(
    _ filter: AttemptFilter, _ database: Database
  ) throws -> [AttemptRows] {
    let batches = Dictionary(
      try whole(batches(database)).map { ($0.batch, $0) }, uniquingKeysWith: { first, _ in first })
    guard !batches.isEmpty else { return [] }
    let (condition, arguments) = importedCondition(filter)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM imported \(condition)", arguments: arguments)
    var attempts: [AttemptRows] = []
    while let row = try rows.next() {
      guard let batch = batches[row["batch"]] else { continue }
      attempts.append(try packed(row).attempt(batch))
    }
    return attempts
  }

  /// The condition for rows of batches that a filter means.
  static func importedCondition(
    _ filter: AttemptFilter
  ) -> (sql: String, arguments: StatementArguments) {
    let (own, ownValues) = conditions([("id", filter.id), ("code", filter.code)])
    let (batch, batchValues) = conditions([
      ("event", filter.event), ("occasion", filter.occasion?.rawValue),
    ])
    let isWhole = own.isEmpty ? "WHERE batch <> ''" : own + " AND batch <> ''"
    return batch.isEmpty
      ? (isWhole, ownValues)
      : (isWhole + " AND batch IN (SELECT key FROM batch \(batch))", ownValues + batchValues)
  }

  private static func batches(
    _ database: Database
  ) throws -> [(order: String, record: BatchRecord)] {
    try Row.fetchAll(database, sql: "SELECT ord, json FROM batch WHERE key <> '' ORDER BY ord")
      .map { ($0["ord"], try decoded(BatchRecord.self, $0["json"])) }
  }

  /// Each batch once: two devices that imported the same file describe the same.
  private static func whole(_ batches: [(order: String, record: BatchRecord)]) -> [BatchRecord] {
    var seen: Set<String> = []
    return batches.map(\.record).filter { seen.insert($0.batch).inserted }
  }

  private static func packed(_ row: Row) throws -> PackedRow {
    // In the order of the table's columns: looking each up by its name costs as much as the rest.
    let grant: String? = row[8]
    let answers: Data = row[10]
    let won: Data = row[11]
    return PackedRow(
      order: row[1], id: row[2], code: row[3], repetition: row[4], startedAt: row[5],
      submittedAt: row[6], elapsed: row[7],
      accommodation: try grant.map { try decoded(TimeGrant.self, $0) }, hasLargePrint: row[9],
      isUntimed: row[12], answers: Array(answers), won: Array(won))
  }
}
