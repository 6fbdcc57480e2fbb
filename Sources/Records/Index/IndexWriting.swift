import Assessment
import GRDB
import Text

/// Puts facts into the tables of the index; a fact that is there already changes nothing.
enum IndexWriting {
  static func insert(_ recorded: RecordedFact, into database: Database) throws {
    let order = recorded.order
    switch recorded.fact {
    case .eventCreated(let event):
      try insert(
        "event", ["ord", "json", "created"], [order, try json(event), recorded.time], database)
    case .occasionOpened(let record):
      try occasion(record, isOpen: true, order, database)
    case .occasionClosed(let record):
      try occasion(record, isOpen: false, order, database)
    case .learnerEnrolled(let record):
      try insert(
        "enrollment", ["ord", "event", "code", "sequence", "number"],
        [order, record.event, record.code, record.sequence.rawValue, record.number], database)
    case .personDescribed(let person):
      try insert(
        "person", ["ord", "code"] + PersonAttributes.names,
        [order, person.code] + PersonAttributes.names.map { person[$0] }, database)
    case .attemptStarted(let record):
      try attempt(
        record, id: recorded.id, order, started: recorded.time, source: nil, repetition: 1,
        isUntimed: false, database)
    case .answerGiven(let answer):
      try self.answer(
        answer.attempt, item: answer.item, answer.response, elapsed: answer.elapsed, order, database
      )
    case .attemptMoved(let move):
      try insert(
        "move", ["ord", "attempt", "position", "elapsed"],
        [order, move.attempt, move.position, move.elapsed], database)
    case .attemptSubmitted(let submission):
      try submitted(
        submission.attempt, order, time: recorded.time, elapsed: submission.elapsed, database)
    case .attemptScored(let score):
      try scored(
        score.attempt, order, formVersion: score.formVersion, score.outcomes, database)
    case .attemptRescored(let record):
      try amendment(record.attempt, recorded, isRating: false, try json(record), database)
    case .ratingGiven(let record):
      try amendment(record.attempt, recorded, isRating: true, try json(record), database)
    case .accommodationGranted(let record):
      try insert(
        "accommodation", ["ord", "event", "json"],
        [order, record.event ?? "", try json(record)], database)
    case .attemptImported(let imported):
      try insert(imported, recorded, order, database)
    case .batchDescribed, .rowImported:
      // The sink packs these itself, as it knows the batches.
      break
    case .siteDescribed(let site):
      try insert(
        "site", ["ord", "device", "json"], [order, recorded.device, try json(site)], database)
    case .journalSigned(let signature):
      try insert(
        "signature", ["ord", "device", "seq", "json"],
        [order, recorded.device, recorded.seq, try json(signature)], database)
    case .personForgotten(let tombstone):
      try insert(
        "forgotten", ["ord", "device", "seq", "code", "json"],
        [order, recorded.device, recorded.seq, tombstone.code, try json(tombstone)], database)
      try insert(
        "statement", ["ord", "id", "time", "json"],
        [order, recorded.id, recorded.time, try json(recorded.fact)], database)
    case .eventDescribed, .teachingBegan, .trainerAssigned, .attendanceRecorded, .teamFormed,
      .observationGiven, .certificationGiven, .roleGiven, .codesLinked,
      .participationDecided, .surveyAnswered, .surveySent, .paperEntered, .attemptSetAside,
      .cutScoreSet, .attemptTotalled:
      try insert(
        "statement", ["ord", "id", "time", "json"],
        [order, recorded.id, recorded.time, try json(recorded.fact)], database)
    }
  }

  private static func insert(
    _ imported: ImportRecord, _ recorded: RecordedFact, _ order: String, _ database: Database
  ) throws {
    try attempt(
      imported.attempt, id: recorded.id, order, started: imported.startedAt ?? recorded.time,
      source: imported.sha256, repetition: imported.repetition,
      isUntimed: imported.submittedAt == nil, database)
    for (item, response) in imported.answers {
      try answer(recorded.id, item: item, response, elapsed: nil, order, database)
    }
    try submitted(
      recorded.id, order, time: imported.submittedAt ?? recorded.time, elapsed: imported.elapsed,
      database)
    try scored(
      recorded.id, order, formVersion: imported.attempt.formVersion, imported.outcomes, database)
  }

  private static func amendment(
    _ attempt: String, _ recorded: RecordedFact, isRating: Bool, _ json: String,
    _ database: Database
  ) throws {
    try insert(
      "amendment", ["ord", "attempt", "time", "isRating", "json"],
      [recorded.order, attempt, recorded.time, isRating, json], database)
  }

  private static func occasion(
    _ record: OccasionRecord, isOpen: Bool, _ order: String, _ database: Database
  ) throws {
    try insert(
      "occasion", ["ord", "event", "occasion", "open"],
      [order, record.event, record.occasion.rawValue, isOpen], database)
  }

  private static func attempt(
    _ record: AttemptRecord, id: String, _ order: String, started: String, source: String?,
    repetition: Int, isUntimed: Bool, _ database: Database
  ) throws {
    try insert(
      "attempt",
      [
        "ord", "id", "event", "code", "occasion", "form", "formVersion", "items", "language",
        "mode", "seed", "started", "source", "repetition", "accommodation", "largePrint",
        "untimed",
      ],
      [
        order, id, record.event ?? "", record.code, record.occasion.rawValue, record.form,
        record.formVersion, try json(record.items), record.language.rawValue,
        record.mode.rawValue, record.optionSeed, started, source, repetition,
        try record.accommodation.map { try json($0) }, record.largePrint == true,
        isUntimed,
      ], database)
  }

  private static func answer(
    _ attempt: String, item: String, _ response: RecordedResponse, elapsed: Int?,
    _ order: String, _ database: Database
  ) throws {
    try insert(
      "answer", ["ord", "item", "attempt", "kind", "response", "elapsed"],
      [order, item, attempt, response.kind.rawValue, response.text, elapsed], database)
  }

  private static func submitted(
    _ attempt: String, _ order: String, time: String, elapsed: Int?, _ database: Database
  ) throws {
    try insert(
      "submission", ["ord", "attempt", "time", "elapsed"], [order, attempt, time, elapsed],
      database)
  }

  private static func scored(
    _ attempt: String, _ order: String, formVersion: String, _ outcomes: [OutcomeRecord],
    _ database: Database
  ) throws {
    try insert(
      "score", ["ord", "attempt", "formVersion", "outcomes"],
      [order, attempt, formVersion, try json(outcomes)], database)
  }

  static func insert(
    _ table: String, _ columns: [String], _ values: [(any DatabaseValueConvertible)?],
    _ database: Database
  ) throws {
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    let statement = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(values))
  }

  static func json(_ value: some Encodable) throws -> String {
    String(decoding: try CanonicalJSON.bytes(value), as: UTF8.self)
  }
}
