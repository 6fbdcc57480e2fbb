import Assessment
import Source
import Text

/// Imports a wide table of any length row by row: one row is one attempt.
///
/// It finds what `ImportPass` finds and records the same attempts, as rows of batches, and holds one
/// row and who was there in memory.
struct WideImport {
  /// Gets what is to be recorded, in order.
  typealias Sink = (Fact) throws(RecordsError) -> Void

  /// How many findings are kept; a table of another kind would have one in every cell.
  static let mostFindings = 1000

  private let path: String
  private let context: WideContext
  private let hash: String
  private let layout: ImportLayout
  private let columns: Columns
  private let personReading: PersonReading
  private let collector = DiagnosticCollector()
  /// What reading of people finds, in tables of one line.
  private let personCollector = DiagnosticCollector()
  private var personFindings = 0
  private let forms: [String: TestForm]
  private var groups: [String: Int] = [:]
  private var known: [Group] = []
  private var cells: [String: AnswerCells] = [:]
  private var seen: [Place: Int] = [:]
  private var learners: [String: [String: FormSequence]] = [:]
  private var people: [String: PersonAttributes] = [:]
  private(set) var counts = ImportPlan()
  private(set) var dropped = 0
  private var hasErrors = false

  /// Where the columns are that each row has.
  private struct Columns {
    var code: Int
    var event: Int
    var occasion: Int
    var form: Int
    var attempt: Int?
    var language: Int?
    var mode: Int?
    var started: Int?
    var submitted: Int?
    var seconds: Int?
    var accommodation: Int?
    var describesPeople: Bool
  }

  /// What tells one attempt of a file from another.
  private struct Place: Hashable {
    var code: String
    var event: String
    var occasion: Occasion
    var form: String
    var repetition: Int
  }

  /// Rows that say the same of event, occasion, form, language and mode.
  private struct Group {
    var batch: BatchRecord
    var form: TestForm
    var event: EventSummary?
    /// For each item of the form, its column; `nil` where the table has none.
    var columns: [Int?]
    /// The columns of items that the form does not have.
    var foreign: [Int]
    /// The cells of each item of the form.
    var cells: [AnswerCells]
    var isDescribed = false
  }

  /// - Parameters:
  ///   - layout: The header, read from a table without rows.
  ///   - path: The file, as findings name it.
  ///   - context: What it is checked against.
  ///   - hash: The SHA-256 of the file's text.
  init(_ layout: ImportLayout, path: String, context: WideContext, hash: String) {
    self.layout = layout
    self.path = path
    self.context = context
    self.hash = hash
    func column(_ name: String) -> Int? { layout.table.column(name) }
    columns = Columns(
      code: column("code") ?? 0, event: column("event") ?? 0, occasion: column("occasion") ?? 0,
      form: column("form") ?? 0, attempt: column("attempt"), language: column("language"),
      mode: column("mode"), started: column("started"), submitted: column("submitted"),
      seconds: column("seconds"), accommodation: column("accommodation"),
      describesPeople: PersonAttributes.names.contains { column($0) != nil })
    personReading = PersonReading(table: layout.table, collector: personCollector)
    forms = Dictionary(context.forms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The findings, in reading order.
  var findings: [Diagnostic] {
    var findings = collector.diagnostics.inReadingOrder
    if dropped > 0 {
      findings.append(ImportMessages.moreFindings(path, dropped, areErrors: hasErrors))
    }
    return findings
  }

  /// Reads all rows.
  mutating func run(_ rows: inout CSVRows, _ sink: Sink) throws(RecordsError) {
    var isEmpty = true
    while rows.next() {
      isEmpty = false
      counts.rows += 1
      try read(rows, sink)
    }
    if let line = rows.openQuote {
      add(CSVRows.openQuoteFinding(SourceLocation(file: path, line: line)))
    } else if isEmpty {
      add(ImportMessages.noRows(layout.table.file))
    }
    for code in people.keys.sorted() {
      guard let said = people[code],
        let news = PersonReading.news(said, beyond: context.people[code])
      else { continue }
      try sink(.personDescribed(news))
      counts.people += 1
    }
  }

  // MARK: Rows

  private mutating func read(_ rows: CSVRows, _ sink: Sink) throws(RecordsError) {
    let line = rows.line
    let expected = layout.table.header.count
    guard rows.count == expected else {
      report(rows) {
        CSVRows.cellCountFinding($0, found: rows.count, expected: expected)
      }
      return
    }
    let code = code(rows)
    let repetition = repetition(rows)
    guard let place = group(rows), let code, let repetition else { return }
    let batch = known[place].batch
    if columns.describesPeople { describe(code, rows) }
    let key = Place(
      code: code, event: batch.event ?? "", occasion: batch.occasion, form: batch.form,
      repetition: repetition)
    if let first = seen.updateValue(line, forKey: key) {
      seen[key] = first
      report(rows) { ImportMessages.attemptTwice($0, line: 1, code: code, first: first) }
      return
    }
    var row = RowRecord(batch: batch.batch, code: code, answers: [], won: [])
    answer(&row, place, rows)
    checkAllocation(code, known[place], rows)
    let handedIn = HandedIn(
      code: code, event: batch.event ?? "", occasion: batch.occasion, form: batch.form,
      repetition: repetition)
    if context.handedIn.contains(handedIn) {
      report(rows) { ImportMessages.recorded($0, line: 1, code: code) }
    }
    row.repetition = repetition == 1 ? nil : repetition
    row.startedAt = time("started", columns.started, rows)
    row.submittedAt = time("submitted", columns.submitted, rows)
    row.elapsed = elapsed(rows)
    if let column = columns.accommodation, !rows[column].isEmpty { grant(&row, column, rows) }
    if !known[place].isDescribed {
      known[place].isDescribed = true
      try sink(.batchDescribed(batch))
    }
    try sink(.rowImported(row))
    counts.attempts += 1
  }

  private mutating func answer(_ row: inout RowRecord, _ place: Int, _ rows: CSVRows) {
    let count = known[place].columns.count
    row.answers.reserveCapacity(count)
    row.won.reserveCapacity(count)
    var missing = 0
    for index in 0..<count {
      let reading: AnswerCells.Reading
      if let column = known[place].columns[index] {
        reading = known[place].cells[index].reading(rows[column])
      } else {
        missing += 1
        reading = known[place].cells[index].omitted
      }
      switch reading {
      case .answer(let text, let points):
        row.answers.append(text)
        row.won.append(points)
        if !text.isEmpty { counts.answers += 1 }
      case .notUnderstood(let remedy):
        let item = known[place].cells[index].item.id
        let typed = known[place].columns[index].map(rows.cell) ?? ""
        report(rows) {
          ImportMessages.badAnswer($0, line: 1, item: item, answer: typed, remedy: remedy)
        }
      }
    }
    let form = known[place].form
    for column in known[place].foreign where !rows[column].isEmpty {
      let name = layout.table.header[column]
      report(rows) {
        ImportMessages.unknownItem($0, line: 1, name, form: form.id, known: form.items.map(\.id))
      }
    }
    if missing > 0 {
      report(rows) { ImportMessages.missingItems($0, line: 1, code: row.code, missing) }
    }
  }

  private mutating func code(_ rows: CSVRows) -> String? {
    let typed = rows.cell(columns.code)
    switch LearnerCode.parse(typed) {
    case .code(let code): return code
    case .wrong(let reason):
      report(rows) { EventMessages.badCode($0, line: 1, typed, reason) }
      return nil
    }
  }

  private mutating func repetition(_ rows: CSVRows) -> Int? {
    guard let column = columns.attempt, !rows[column].isEmpty else { return 1 }
    let typed = rows.cell(column)
    if let number = Int(Khmer.withLatinDigits(typed)), (1...1000).contains(number) { return number }
    report(rows, typed, "attempt", ["1", "2", "3"])
    return nil
  }

  private mutating func time(_ name: String, _ column: Int?, _ rows: CSVRows) -> String? {
    guard let column, !rows[column].isEmpty else { return nil }
    let typed = rows.cell(column)
    if Timestamp.isValid(typed) { return typed }
    report(rows) { ImportMessages.badTime($0, line: 1, typed, column: name) }
    return nil
  }

  private mutating func elapsed(_ rows: CSVRows) -> Int? {
    guard let column = columns.seconds, !rows[column].isEmpty else { return nil }
    let typed = rows.cell(column)
    if let seconds = Int(Khmer.withLatinDigits(typed)), (0...31_622_400).contains(seconds) {
      return seconds * 1000
    }
    report(rows, typed, "seconds", ["1800"])
    return nil
  }

  private mutating func grant(_ row: inout RowRecord, _ column: Int, _ rows: CSVRows) {
    let typed = rows.cell(column)
    guard let granted = AccommodationText.decoded(typed.lowercased()) else {
      report(rows, typed, "accommodation", AccommodationText.words)
      return
    }
    row.accommodation = granted.time.map { TimeGrant($0) }
    row.largePrint = granted.hasLargePrint ? true : nil
  }

  private mutating func checkAllocation(_ code: String, _ group: Group, _ rows: CSVRows) {
    guard let event = group.event, group.batch.occasion != .practice else { return }
    if learners[event.id] == nil {
      learners[event.id] = Dictionary(
        event.learners.map { ($0.code, $0.sequence) }, uniquingKeysWith: { first, _ in first })
    }
    guard let sequence = learners[event.id]?[code],
      let form = event.form(of: sequence, occasion: group.batch.occasion)
    else {
      report(rows) { ImportMessages.notEnrolled($0, line: 1, code: code, event: event.id) }
      return
    }
    if form != group.batch.form {
      report(rows) {
        ImportMessages.notAllocated(
          $0, line: 1, code: code, form: group.batch.form, allocated: form)
      }
    }
  }

  private mutating func describe(_ code: String, _ rows: CSVRows) {
    var said = personReading.attributes(line: 1, rows.cell)
    for finding in personCollector.diagnostics[personFindings...] {
      add(placed(finding, rows.line))
    }
    personFindings = personCollector.diagnostics.count
    said.code = code
    let earlier = people[code]
    for name in PersonAttributes.names {
      if let now = said[name], let then = earlier?[name], now != then {
        report(rows) {
          ImportMessages.personDiffers($0, line: 1, code: code, name, now, then)
        }
      }
    }
    if earlier == nil, !said.isEmpty, let before = context.people[code] {
      for finding in PersonReading.contradictions(
        said, with: before, file: file(rows), line: 1)
      {
        add(placed(finding, rows.line))
      }
    }
    people[code] = earlier.map { said.updated(with: $0) } ?? said
  }

  // MARK: Groups

  /// Returns the group of a row; `nil` after findings.
  private mutating func group(_ rows: CSVRows) -> Int? {
    var name = rows.cell(columns.event)
    for column in [columns.occasion, columns.form] { name += "\u{1}" + rows.cell(column) }
    for column in [columns.language, columns.mode] {
      name += "\u{1}" + (column.map(rows.cell) ?? "")
    }
    if let known = groups[name] { return known }
    guard let made = makeGroup(rows) else { return nil }
    groups[name] = known.count
    known.append(made)
    return known.count - 1
  }

  private mutating func makeGroup(_ rows: CSVRows) -> Group? {
    let name = rows.cell(columns.event)
    let formName = rows.cell(columns.form)
    let occasion: Occasion? = value("occasion", columns.occasion, nil, rows)
    let language: Language? = value("language", columns.language, context.language, rows)
    let mode: AttemptMode? = value("mode", columns.mode, .paper, rows)
    let event = context.events.first { $0.id == name }
    var isKnown = true
    if forms[formName] == nil {
      report(rows, formName, "form", context.forms.map(\.id))
      isKnown = false
    }
    if name.isEmpty {
      if let occasion, occasion != .practice {
        report(rows) { ImportMessages.noEvent($0, line: 1) }
        isKnown = false
      }
    } else if let event {
      if forms[formName] != nil, !event.forms.contains(formName), occasion != .practice {
        report(rows) { ImportMessages.foreignForm($0, line: 1, form: formName, event: event) }
        isKnown = false
      }
    } else {
      let events = context.events.map(\.id)
      report(rows) { ImportMessages.unknownEvent($0, line: 1, name, known: events) }
      isKnown = false
    }
    guard isKnown, let occasion, let language, let mode, let form = forms[formName],
      let batch = try? BatchRecord(
        event: name.isEmpty ? nil : name, occasion: occasion, form: form, language: language,
        mode: mode, file: path.split(separator: "/").last.map(String.init) ?? path, sha256: hash)
    else { return nil }
    let places = Dictionary(
      layout.items.map { ($0.item, $0.column) }, uniquingKeysWith: { first, _ in first })
    let own = Set(form.items.map(\.id))
    let isWritten = columns.mode.map { !rows[$0].isEmpty } ?? false
    return Group(
      batch: batch, form: form, event: event, columns: form.items.map { places[$0.id] },
      foreign: layout.items.filter { !own.contains($0.item) }.map(\.column),
      cells: form.items.map { AnswerCells($0, isWritten: isWritten) })
  }

  private mutating func value<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ column: Int?, _ fallback: Value?, _ rows: CSVRows
  ) -> Value? where Value.RawValue == String {
    let cell = column.map(rows.cell) ?? ""
    if cell.isEmpty, let fallback { return fallback }
    if let value = Value(rawValue: cell.lowercased()) { return value }
    report(rows, cell, name, Value.allCases.map(\.rawValue))
    return nil
  }

  // MARK: Findings

  /// The row as a file of one line, for findings to show.
  private func file(_ rows: CSVRows) -> SourceFile {
    SourceFile(path: path, text: rows.cells.joined(separator: ","))
  }

  private mutating func report(_ rows: CSVRows, _ make: (SourceFile) -> Diagnostic) {
    // A finding that will not be shown needs no excerpt.
    let isKept = collector.diagnostics.count < Self.mostFindings
    add(placed(make(isKept ? file(rows) : SourceFile(path: path, text: "")), rows.line))
  }

  private mutating func report(
    _ rows: CSVRows, _ typed: String, _ column: String, _ known: [String]
  ) {
    report(rows) {
      ImportMessages.unknownValue($0, line: 1, typed, column: column, known: known)
    }
  }

  private func placed(_ finding: Diagnostic, _ line: Int) -> Diagnostic {
    var finding = finding
    finding.location.line = line
    return finding
  }

  private mutating func add(_ finding: Diagnostic) {
    hasErrors = hasErrors || finding.severity == .error
    if collector.diagnostics.count < Self.mostFindings {
      collector.add(finding)
    } else {
      dropped += 1
    }
  }

  /// Whether nothing may be recorded.
  var isRefused: Bool { hasErrors }
}

/// What a wide import is checked against.
struct WideContext {
  var events: [EventSummary]
  var people: [String: PersonAttributes]
  var forms: [TestForm]
  var handedIn: Set<HandedIn>
  var language: Language
}
