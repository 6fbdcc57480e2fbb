import Assessment
import Source
import Text

/// One walk through the rows of an import: rows become attempts, whatever is wrong a finding.
struct ImportPass {
  private let layout: ImportLayout
  private let context: ImportContext
  private let hash: String
  private let collector: DiagnosticCollector
  private let personReading: PersonReading
  private let events: [String: EventSummary]
  private let forms: [String: TestForm]
  private let handedIn: Set<HandedIn>
  private let sequences: [String: [String: FormSequence]]
  private var drafts: [Draft] = []
  private var places: [Key: Int] = [:]
  private var people: [String: PersonAttributes] = [:]
  private var peopleInOrder: [(code: String, line: Int)] = []
  private(set) var plan = ImportPlan()

  /// What tells one attempt of a file from another.
  private struct Key: Hashable {
    var code: String
    var event: String
    var occasion: Occasion
    var form: String
    var repetition: Int
  }

  /// An attempt that is being put together.
  private struct Draft {
    var key: Key
    var line: Int
    var form: TestForm
    var cells: [String: String]
    var answers: [String: Response] = [:]
    var seen: [String: Int] = [:]
  }

  init(
    layout: ImportLayout, context: ImportContext, hash: String, collector: DiagnosticCollector
  ) {
    self.layout = layout
    self.context = context
    self.hash = hash
    self.collector = collector
    personReading = PersonReading(table: layout.table, collector: collector)
    events = Dictionary(context.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    forms = Dictionary(context.forms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    handedIn = Set(context.attempts.filter { $0.submittedAt != nil }.map(HandedIn.init))
    sequences = events.mapValues { event in
      Dictionary(
        event.learners.map { ($0.code, $0.sequence) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private var file: SourceFile { layout.table.file }

  mutating func run() {
    if layout.table.rows.isEmpty { collector.add(ImportMessages.noRows(file)) }
    plan.rows = layout.table.rows.count
    for row in layout.table.rows { read(row) }
    for draft in drafts { finish(draft) }
    finishPeople()
  }

  // MARK: Rows

  private mutating func read(_ row: CSVTable.Row) {
    guard let key = key(row), let form = forms[key.form] else { return }
    describe(key.code, row)
    let place: Int
    if let known = places[key] {
      if !layout.isLong {
        collector.add(
          ImportMessages.attemptTwice(
            file, line: row.line, code: key.code, first: drafts[known].line))
        return
      }
      place = known
      checkSame(row, as: drafts[known])
    } else {
      place = drafts.count
      places[key] = place
      let cells = ImportLayout.attemptColumns.map { ($0, layout.cell($0, row)) }
      drafts.append(
        Draft(
          key: key, line: row.line, form: form,
          cells: Dictionary(cells, uniquingKeysWith: { first, _ in first })))
    }
    for (item, answer) in layout.answers(row) {
      take(answer, to: item, line: row.line, into: place)
    }
  }

  private mutating func take(_ answer: String, to name: String, line: Int, into place: Int) {
    let id = name.lowercased()
    let form = drafts[place].form
    guard let item = form.item(id) else {
      if layout.isLong || !answer.isEmpty {
        collector.add(
          ImportMessages.unknownItem(
            file, line: line, name, form: form.id, known: form.items.map(\.id)))
      }
      return
    }
    if let first = drafts[place].seen[id] {
      collector.add(ImportMessages.answerTwice(file, line: line, item: id, first: first))
      return
    }
    drafts[place].seen[id] = line
    guard !answer.isEmpty else { return }
    if isWritten(answer, item, drafts[place]),
      let response = Response(encoded: answer, to: item), !response.isEmpty
    {
      drafts[place].answers[id] = response
      return
    }
    switch AnswerInput.read(answer, item: item, seed: "") {
    case .response(let response): drafts[place].answers[id] = response
    case .notUnderstood(let remedy):
      collector.add(
        ImportMessages.badAnswer(file, line: line, item: id, answer: answer, remedy: remedy))
    }
  }

  /// Whether an answer is in the one text form of responses, which programs write.
  ///
  /// On paper, what is to be ordered and joined to stands in an order of its own, so what a person
  /// copies from there names other things than the text form does. Programs fill the column `mode`.
  private func isWritten(_ answer: String, _ item: Item, _ draft: Draft) -> Bool {
    switch item.interaction {
    case .match, .order: draft.cells["mode"]?.isEmpty == false
    default: true
    }
  }

  private func key(_ row: CSVTable.Row) -> Key? {
    let code = code(row)
    let occasion = occasion(row)
    let form = form(row)
    let repetition = repetition(row)
    let name = layout.cell("event", row)
    var isKnown = true
    if name.isEmpty {
      if let occasion, occasion != .practice {
        collector.add(ImportMessages.noEvent(file, line: row.line))
        isKnown = false
      }
    } else if let event = events[name] {
      if let form, !event.forms.contains(form), occasion != .practice {
        collector.add(
          ImportMessages.foreignForm(file, line: row.line, form: form, event: event))
        isKnown = false
      }
    } else {
      collector.add(
        ImportMessages.unknownEvent(file, line: row.line, name, known: context.events.map(\.id)))
      isKnown = false
    }
    guard isKnown, let code, let occasion, let form, let repetition else { return nil }
    return Key(
      code: code, event: name, occasion: occasion, form: form, repetition: repetition)
  }

  private func code(_ row: CSVTable.Row) -> String? {
    let typed = layout.cell("code", row)
    switch LearnerCode.parse(typed) {
    case .code(let code): return code
    case .wrong(let reason):
      collector.add(EventMessages.badCode(file, line: row.line, typed, reason))
      return nil
    }
  }

  private func occasion(_ row: CSVTable.Row) -> Occasion? {
    let typed = layout.cell("occasion", row)
    if let occasion = Occasion(rawValue: typed.lowercased()) { return occasion }
    report(typed, "occasion", Occasion.allCases.map(\.rawValue), row)
    return nil
  }

  private func form(_ row: CSVTable.Row) -> String? {
    let typed = layout.cell("form", row)
    if forms[typed] != nil { return typed }
    report(typed, "form", context.forms.map(\.id), row)
    return nil
  }

  private func repetition(_ row: CSVTable.Row) -> Int? {
    let typed = layout.cell("attempt", row)
    if typed.isEmpty { return 1 }
    if let number = Int(Khmer.withLatinDigits(typed)), (1...1000).contains(number) { return number }
    report(typed, "attempt", ["1", "2", "3"], row)
    return nil
  }

  private func report(_ typed: String, _ column: String, _ known: [String], _ row: CSVTable.Row) {
    collector.add(
      ImportMessages.unknownValue(file, line: row.line, typed, column: column, known: known))
  }

  /// Rows of one attempt in a long table must say the same of it.
  private func checkSame(_ row: CSVTable.Row, as draft: Draft) {
    for column in ImportLayout.attemptColumns where column != "attempt" {
      let cell = layout.cell(column, row)
      if !cell.isEmpty, let first = draft.cells[column], cell != first {
        collector.add(
          ImportMessages.rowsDiffer(file, line: row.line, column: column, first: draft.line))
      }
    }
  }

  // MARK: Attempts

  private mutating func finish(_ draft: Draft) {
    let key = draft.key
    let missing = draft.form.items.count - draft.seen.count
    if missing > 0 {
      collector.add(ImportMessages.missingItems(file, line: draft.line, code: key.code, missing))
    }
    if let event = events[key.event], key.occasion != .practice {
      checkAllocation(draft, event)
    }
    let isRecorded = handedIn.contains(
      HandedIn(
        code: key.code, event: key.event, occasion: key.occasion, form: key.form,
        repetition: key.repetition))
    if isRecorded { collector.add(ImportMessages.recorded(file, line: draft.line, code: key.code)) }
    let language = value(of: "language", draft, default: context.language)
    let mode = value(of: "mode", draft, default: AttemptMode.paper)
    let started = time(of: "started", draft)
    let submitted = time(of: "submitted", draft)
    let granted = granted(draft)
    let record = AttemptRecord(
      event: key.event.isEmpty ? nil : key.event, code: key.code, occasion: key.occasion,
      form: draft.form, language: language, mode: mode, optionSeed: "",
      accommodation: granted.time.map { TimeGrant($0) }, largePrint: granted.hasLargePrint)
    plan.facts.append(
      .attemptImported(
        ImportRecord(
          attempt: record, answers: draft.answers,
          outcomes: RecordedScoring.outcomes(draft.form, draft.answers),
          startedAt: started, submittedAt: submitted, elapsed: elapsed(draft),
          repetition: key.repetition,
          file: file.path.split(separator: "/").last.map(String.init) ?? file.path,
          sha256: hash)))
    plan.attempts += 1
    plan.answers += draft.answers.count
  }

  private func checkAllocation(_ draft: Draft, _ event: EventSummary) {
    let key = draft.key
    guard let sequence = sequences[event.id]?[key.code],
      let form = event.form(of: sequence, occasion: key.occasion)
    else {
      collector.add(
        ImportMessages.notEnrolled(file, line: draft.line, code: key.code, event: event.id))
      return
    }
    if form != key.form {
      collector.add(
        ImportMessages.notAllocated(
          file, line: draft.line, code: key.code, form: key.form, allocated: form))
    }
  }

  private func value<Value: RawRepresentable & CaseIterable>(
    of column: String, _ draft: Draft, default fallback: Value
  ) -> Value where Value.RawValue == String {
    let cell = draft.cells[column] ?? ""
    if cell.isEmpty { return fallback }
    if let value = Value(rawValue: cell.lowercased()) { return value }
    collector.add(
      ImportMessages.unknownValue(
        file, line: draft.line, cell, column: column, known: Value.allCases.map(\.rawValue)))
    return fallback
  }

  private func granted(_ draft: Draft) -> (time: Accommodation.Time?, hasLargePrint: Bool) {
    let cell = draft.cells["accommodation"] ?? ""
    if let granted = AccommodationText.decoded(cell.lowercased()) { return granted }
    collector.add(
      ImportMessages.unknownValue(
        file, line: draft.line, cell, column: "accommodation", known: AccommodationText.words))
    return (nil, false)
  }

  /// The milliseconds that were used, at most those of a year.
  private func elapsed(_ draft: Draft) -> Int? {
    let cell = draft.cells["seconds"] ?? ""
    if cell.isEmpty { return nil }
    if let seconds = Int(Khmer.withLatinDigits(cell)), (0...31_622_400).contains(seconds) {
      return seconds * 1000
    }
    collector.add(
      ImportMessages.unknownValue(
        file, line: draft.line, cell, column: "seconds", known: ["1800"]))
    return nil
  }

  private func time(of column: String, _ draft: Draft) -> String? {
    let cell = draft.cells[column] ?? ""
    if cell.isEmpty || Timestamp.isValid(cell) { return cell.isEmpty ? nil : cell }
    collector.add(ImportMessages.badTime(file, line: draft.line, cell, column: column))
    return nil
  }

  // MARK: People

  private mutating func describe(_ code: String, _ row: CSVTable.Row) {
    var said = personReading.attributes(row)
    said.code = code
    guard let before = people[code] else {
      people[code] = said
      peopleInOrder.append((code, row.line))
      return
    }
    for name in PersonAttributes.names {
      if let now = said[name], let then = before[name], now != then {
        collector.add(
          ImportMessages.personDiffers(file, line: row.line, code: code, name, now, then))
      }
    }
    people[code] = said.updated(with: before)
  }

  private mutating func finishPeople() {
    let known = Dictionary(context.people.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    for (code, line) in peopleInOrder {
      guard let said = people[code] else { continue }
      collector.add(
        contentsOf: PersonReading.contradictions(said, with: known[code], file: file, line: line))
      if let news = PersonReading.news(said, beyond: known[code]) {
        plan.facts.append(.personDescribed(news))
        plan.people += 1
      }
    }
  }
}
