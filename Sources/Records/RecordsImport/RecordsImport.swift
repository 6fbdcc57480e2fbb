package import Assessment
package import Source
package import Text

/// Takes words about people, events and what happened in them out of a table: all or nothing, every
/// bad row named, and again without adding anything.
package enum RecordsImport {
  /// What a table is about.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// What is known about people.
    case people
    /// Events with what is known of them.
    case events
    /// Who teaches which event.
    case assignments
    /// Who was there on which day.
    case attendance
    /// What humans judged of open answers and deeds.
    case ratings
    /// What observers saw of trainers.
    case observations

    /// The columns, those that must be there first.
    package var columns: [String] {
      switch self {
      case .people: ["code"] + PersonReading.columns
      case .events:
        [
          "event", "title", "title-km", "curriculum", "seed", "modules", "generation", "step",
          "venue", "province", "from", "to", "taught-in", "status",
        ]
      case .assignments: ["event", "trainer", "role", "days", "withdrawn"]
      case .attendance: ["event", "code", "day", "presence", "by"]
      case .ratings: ["code", "event", "occasion", "item", "rater", "levels", "attempt"]
      case .observations:
        ["event", "trainer", "observer", "rubric", "levels", "module", "day", "calibrated"]
      }
    }

    /// How many of the columns must be there.
    var requiredCount: Int {
      switch self {
      case .people, .events: 1
      case .assignments: 3
      case .attendance: 4
      case .ratings: 6
      case .observations: 5
      }
    }
  }

  /// What is known before a table is read.
  package struct Context: Sendable {
    /// The events.
    package var events: [EventSummary]
    /// What facts say beside tests.
    package var statements: Statements
    /// What is known about people.
    package var people: [PersonAttributes]
    /// The attempts; only judgements need them.
    package var attempts: [ScoredAttempt] = []
    /// The questions; only judgements need them.
    package var items: [Item] = []
    /// What the curriculum knows.
    package var course = CourseIDs()
    /// A record with the curriculum and the forms of new events; `nil` where events cannot be made.
    package var template: EventRecord?
    /// The event of rows that name none.
    package var event: String?
    /// Whether what is known of people gives way to what the table says.
    package var replaces = false

    /// Creates a context.
    package init(
      events: [EventSummary], statements: Statements = Statements(),
      people: [PersonAttributes] = []
    ) {
      self.events = events
      self.statements = statements
      self.people = people
    }
  }

  /// What a table is to record.
  package struct Plan: Sendable, Hashable {
    /// What to append, in one call; empty where a finding is an error.
    package var facts: [Fact] = []
    /// What was found.
    package var findings: [Diagnostic] = []
    /// How many rows the table has.
    package var rows = 0
    /// How many rows say nothing new.
    package var known = 0
  }

  /// Plans a table; a pure function of its arguments.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - kind: What it is about.
  ///   - context: What is known.
  /// - Returns: The plan; a single error takes all facts out.
  package static func plan(_ table: CSVTable, kind: Kind, context: Context) -> Plan {
    var columns = Array(kind.columns.prefix(kind.requiredCount))
    if context.event != nil { columns.removeAll { $0 == "event" } }
    let reading = RowReading(table, columns: kind.columns, required: columns)
    var plan = Plan()
    plan.rows = table.rows.count
    guard reading.isReadable else {
      plan.findings = reading.findings
      return plan
    }
    var run = RecordsImportRun(table: table, context: context, reading: reading)
    for row in table.rows {
      let before = run.facts.count
      let errors = run.reading.errors
      switch kind {
      case .people: run.person(row)
      case .events: run.event(row)
      case .assignments: run.assignment(row)
      case .attendance: run.attendance(row)
      case .ratings: run.rating(row)
      case .observations: run.observation(row)
      }
      if run.facts.count == before, run.reading.errors == errors { plan.known += 1 }
    }
    plan.findings = run.allFindings
    plan.facts = plan.findings.hasErrors ? [] : run.facts
    return plan
  }
}

/// One reading of a table, with what its rows said so far.
struct RecordsImportRun {
  let table: CSVTable
  let context: RecordsImport.Context
  var reading: RowReading
  var facts: [Fact] = []
  private let collector = DiagnosticCollector()
  private let persons: PersonReading
  private var people: [String: PersonAttributes]
  private var events: [String: EventSummary]
  private var deliveries: [String: EventDelivery] = [:]
  private let links: CodeLinks
  private var enrolled: [String: Set<String>] = [:]
  private var attempts: [[String]: [ScoredAttempt]]
  private var seen: [[String]: CSVTable.Row] = [:]

  init(table: CSVTable, context: RecordsImport.Context, reading: RowReading) {
    self.table = table
    self.context = context
    self.reading = reading
    persons = PersonReading(table: table, collector: collector)
    people = Dictionary(context.people.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    events = Dictionary(context.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    links = CodeLinks(context.statements.links.map(\.record))
    attempts = Dictionary(
      grouping: context.attempts.filter(\.isHandedIn),
      by: { [$0.code, $0.event ?? "", $0.occasion.rawValue] })
  }

  /// The findings in reading order.
  var allFindings: [Diagnostic] {
    (reading.findings + collector.diagnostics).inReadingOrder
  }

  /// Puts the findings of a plan at their cells, and its facts with the others; a note that
  /// something is known already is counted, not said.
  private mutating func take(_ plan: FactPlan, _ row: CSVTable.Row) {
    for finding in plan.findings where finding.severity != .note { reading.add(finding, row) }
    facts += plan.facts
  }

  /// Tells whether a row is the first about something; a finding where another one says something
  /// else of it, as two words of one table have no order.
  private mutating func isFirst(_ key: [String], _ row: CSVTable.Row) -> Bool {
    guard let first = seen[key] else {
      seen[key] = row
      return true
    }
    if first.cells != row.cells {
      reading.add(RecordsImportMessages.contradict(first.line), row)
    }
    return false
  }

  // MARK: People

  mutating func person(_ row: CSVTable.Row) {
    guard let code = reading.learner("code", row) else { return }
    var said = persons.attributes(row)
    said.code = code
    let before = people[code]
    var news: PersonAttributes?
    if context.replaces {
      guard isFirst([code], row) else { return }
      var changed = said
      for name in PersonAttributes.names where before?[name] == said[name] { changed[name] = nil }
      news = changed.isEmpty ? nil : changed
    } else {
      for finding in PersonReading.contradictions(
        said, with: before, file: table.file, line: row.line)
      {
        var placed = finding
        placed.location = SourceLocation(file: "--code")
        reading.add(placed, row)
      }
      news = PersonReading.news(said, beyond: before)
    }
    guard let news else { return }
    people[code] = (before ?? PersonAttributes(code: code)).updated(with: news)
    facts.append(.personDescribed(news))
  }

  // MARK: Events

  mutating func event(_ row: CSVTable.Row) {
    guard let id = reading.cell("event", row) else { return reading.missing("event", row) }
    if let named = reading.cell("curriculum", row), let template = context.template,
      named != template.curriculum
    {
      reading.unknown("curriculum", named, known: [template.curriculum], row)
      return
    }
    guard isFirst([id], row) else { return }
    if events[id] == nil, !create(id, row) { return }
    var said = EventDetails(event: id)
    if let text = reading.cell("modules", row) {
      let (ids, findings) = context.course.modules(text, option: "--modules")
      findings.forEach { reading.add($0, row) }
      said.modules = ids
    }
    said.generation = reading.number("generation", in: 0...20, row)
    said.step = reading.cell("step", row)
    said.venue = reading.cell("venue", row).map(Khmer.normalised)
    said.province = reading.cell("province", row).map { ProvinceNames.known($0) ?? $0 }
    said.from = reading.day("from", row)
    said.to = reading.day("to", row)
    said.language = reading.cell("taught-in", row)
    if let status = reading.cell("status", row) {
      said.status = EventDetails.Status(rawValue: status.lowercased())
      if said.status == nil {
        reading.unknown(
          "status", status, known: EventDetails.Status.allCases.map(\.rawValue), row)
      }
    }
    let before = delivery(id).details
    take(DeliveryPlanning.describe(said, before: before, course: context.course), row)
    deliveries[id]?.details = before.updated(with: said)
  }

  /// Plans an event that is not there; `false` where it cannot be.
  private mutating func create(_ id: String, _ row: CSVTable.Row) -> Bool {
    guard let template = context.template else {
      reading.unknown("event", id, known: events.keys.sorted(), row)
      return false
    }
    let english = reading.cell("title", row) ?? reading.cell("title-km", row) ?? id
    var record = template
    record.id = id
    record.title = LocalizedText(en: english, km: reading.cell("title-km", row) ?? english)
    // The same on every laptop that reads the table, so that all allocate alike.
    record.seed =
      reading.number("seed", in: 0...999_999_999, row)
      ?? Int(StableHash.fnv64("event/\(id)") % 1_000_000_000)
    let plan = EventPlanning.create(record, existing: [])
    for finding in plan.findings {
      var placed = finding
      placed.location = SourceLocation(file: "--event")
      reading.add(placed, row)
    }
    guard !plan.facts.isEmpty else { return false }
    facts += plan.facts
    events[id] = EventSummary(record: record, createdAt: "")
    return true
  }

  private mutating func delivery(_ event: String) -> EventDelivery {
    if let known = deliveries[event] { return known }
    let delivery = EventDelivery(event, context.statements)
    deliveries[event] = delivery
    return delivery
  }

  /// The event of a row; a finding where it is missing, or none.
  private mutating func knownEvent(_ row: CSVTable.Row) -> EventSummary? {
    guard let id = reading.cell("event", row) ?? context.event else {
      reading.missing("event", row)
      return nil
    }
    if let own = context.event, own != id {
      reading.unknown("event", id, known: [own], row)
      return nil
    }
    guard let event = events[id] else {
      reading.unknown("event", id, known: events.keys.sorted(), row)
      return nil
    }
    return event
  }

  // MARK: Delivery

  mutating func assignment(_ row: CSVTable.Row) {
    let event = knownEvent(row)
    let code = reading.person("trainer", row).map(links.person)
    let name = reading.cell("role", row)?.lowercased() ?? ""
    let role = AssignmentRecord.Role(rawValue: name)
    if role == nil {
      reading.unknown("role", name, known: AssignmentRecord.Role.allCases.map(\.rawValue), row)
    }
    var days: [Int]?
    if let text = reading.cell("days", row) {
      let (numbers, findings) = DayNumbers.read(text, option: "--days")
      findings.forEach { reading.add($0, row) }
      days = numbers
    }
    let isWithdrawn = reading.flag("withdrawn", row)
    guard let event, let code, let role else { return }
    let delivery = delivery(event.id)
    let record = AssignmentRecord(
      event: event.id, code: code, role: role, days: days, withdrawn: isWithdrawn ? true : nil)
    let held = delivery.trainers.first { $0.code == code }
    guard isFirst([event.id, code], row) else { return }
    if isWithdrawn, held == nil { return }
    let plan = DeliveryPlanning.assign(
      record, held: held, others: delivery.trainers, event: event,
      days: EventDays(delivery.details))
    take(plan, row)
    guard !plan.facts.isEmpty else { return }
    deliveries[event.id]?.trainers.removeAll { $0.code == code }
    if !isWithdrawn { deliveries[event.id]?.trainers.append(record) }
  }

  mutating func attendance(_ row: CSVTable.Row) {
    let event = knownEvent(row)
    let code = reading.learner("code", row).map(links.person)
    let day = reading.number("day", in: 1...366, row)
    if reading.cell("day", row) == nil { reading.missing("day", row) }
    let word = reading.cell("presence", row) ?? ""
    let presence = Self.presence(word)
    if presence == nil {
      reading.unknown(
        "presence", word, known: AttendanceRecord.Presence.allCases.map(\.rawValue), row)
    }
    guard let event, let code, let day, let presence else { return }
    if !isEnrolled(code, in: event) {
      let place = SourceLocation(file: "--code")
      return reading.add(DeliveryMessages.notEnrolled(place, code, event: event.id), row)
    }
    guard isFirst([event.id, code, "\(day)"], row) else { return }
    // By the place of the table: the plan of a day copies nothing of the days before it.
    if delivery(event.id).attendance[day]?[code] == presence { return }
    let record = AttendanceRecord(
      event: event.id, code: code, day: day, presence: presence, by: reading.cell("by", row))
    var alone = EventDelivery(event.id, Statements())
    alone.details = deliveries[event.id]?.details ?? alone.details
    take(DeliveryPlanning.attend([record], delivery: alone), row)
    deliveries[event.id]?.attendance[day, default: [:]][code] = presence
  }

  private static func presence(_ word: String) -> AttendanceRecord.Presence? {
    switch word.lowercased() {
    case "full", "present", "1", "yes", "មក": .full
    case "half", "ពាក់កណ្តាល": .half
    case "absent", "0", "no", "អវត្តមាន": .absent
    default: nil
    }
  }

  private mutating func isEnrolled(_ code: String, in event: EventSummary) -> Bool {
    if enrolled[event.id] == nil {
      enrolled[event.id] = Set(event.learners.map { links.person($0.code) })
    }
    return enrolled[event.id]?.contains(code) == true
  }

  mutating func observation(_ row: CSVTable.Row) {
    let event = knownEvent(row)
    let trainer = reading.person("trainer", row).map(links.person)
    let observer = reading.person("observer", row)
    let name = reading.cell("rubric", row) ?? ""
    let rubric = context.course.rubrics.first { $0.id == name }
    if rubric == nil {
      reading.unknown("rubric", name, known: context.course.rubrics.map(\.id), row)
    }
    var module: String?
    if let text = reading.cell("module", row) {
      let (ids, findings) = context.course.modules(text, option: "--module")
      findings.forEach { reading.add($0, row) }
      module = ids.first
    }
    let day = reading.number("day", in: 1...366, row)
    let isCalibrated = reading.flag("calibrated", row)
    guard let event, let trainer, let observer, let rubric else { return }
    let record = ObservationRecord(
      event: event.id, trainer: trainer, observer: observer, module: module, day: day,
      rubric: rubric.id, rubricVersion: rubric.scaleVersion, levels: [:], calibrated: isCalibrated)
    let plan = DeliveryPlanning.observe(
      record, rubric: rubric, typed: Self.levels(reading.cell("levels", row) ?? ""),
      delivery: delivery(event.id))
    take(plan, row)
    for case .observationGiven(let new) in plan.facts {
      deliveries[event.id]?.observations.append(new)
    }
  }

  /// Levels as `clear=2 true=1`, with spaces, commas or semicolons between.
  static func levels(_ text: String) -> [String] {
    text.split(whereSeparator: { ",;|".contains($0) || $0.isWhitespace }).map(String.init)
  }

  // MARK: Judgements

  mutating func rating(_ row: CSVTable.Row) {
    let code = reading.learner("code", row)
    let name = reading.cell("occasion", row)?.lowercased() ?? ""
    let occasion = Occasion(rawValue: name)
    if occasion == nil {
      reading.unknown("occasion", name, known: Occasion.allCases.map(\.rawValue), row)
    }
    let id = reading.cell("item", row) ?? ""
    let item = context.items.first { $0.id == id && $0.interaction.kind.needsRater }
    if item == nil {
      reading.add(
        DeliveryMessages.unknown(
          SourceLocation(file: "--item"), "unknown-item", RecordsImportMessages.judgedQuestion, id,
          known: context.items.filter { $0.interaction.kind.needsRater }.map(\.id)), row)
    }
    guard let rater = reading.cell("rater", row) else { return reading.missing("rater", row) }
    let event = reading.cell("event", row)
    if let event, events[event] == nil {
      return reading.unknown("event", event, known: events.keys.sorted(), row)
    }
    guard let code, let occasion, let item else { return }
    guard let rubric = context.course.rubrics.first(where: { $0.id == item.rubric?.value }) else {
      return reading.add(
        DeliveryMessages.unknown(
          SourceLocation(file: "--item"), "unknown-rubric", DeliveryMessages.rubric,
          item.rubric?.value ?? "", known: context.course.rubrics.map(\.id)), row)
    }
    let key = [code, event ?? "", occasion.rawValue]
    let asked = reading.cell("attempt", row)
    let found = (attempts[key] ?? []).filter { attempt in
      attempt.outcomes.contains { $0.item == item.id } && (asked == nil || attempt.id == asked)
    }
    guard let attempt = found.first, found.count == 1 else {
      let place = SourceLocation(file: asked == nil ? "--code" : "--attempt")
      return reading.add(
        found.isEmpty
          ? RecordsImportMessages.noAttempt(place, code, item: item.id)
          : RecordsImportMessages.several(place, found.map(\.id)), row)
    }
    if item.interaction.kind == .essay, attempt.answers[item.id] == nil {
      let place = SourceLocation(file: "--item")
      return reading.add(RecordsImportMessages.leftOut(place, item.id), row)
    }
    let plan = RatingPlanning.plan(
      item, of: attempt, rubric: rubric, typed: Self.levels(reading.cell("levels", row) ?? ""),
      rater: rater, option: "--level")
    plan.findings.forEach { reading.add($0, row) }
    for case .ratingGiven(let record) in plan.facts {
      // What was said before, by whomever, is not said again.
      let isKnown = attempt.ratings.contains {
        $0.item == item.id && $0.rater == record.rater && $0.levels == record.levels
          && $0.rubricVersion == record.rubricVersion
      }
      if isKnown { continue }
      facts.append(.ratingGiven(record))
      remember(record, item: item.id, of: attempt, at: key)
    }
  }

  private mutating func remember(
    _ record: RatingRecord, item: String, of attempt: ScoredAttempt, at key: [String]
  ) {
    guard let place = attempts[key]?.firstIndex(where: { $0.id == attempt.id }) else { return }
    attempts[key]?[place].revisions[item] = record.revision
    attempts[key]?[place].ratings.append(
      PastRating(
        time: "", item: item, rubric: record.rubric, rubricVersion: record.rubricVersion,
        levels: record.levels, rater: record.rater, score: record.outcome.score,
        maximum: record.outcome.maximum))
  }
}

/// Numbers of days as they are typed.
package enum DayNumbers {
  /// Returns the days of `1,2` or `1 3-4`, each once and in order, and what was not understood.
  package static func read(
    _ text: String, option: String
  ) -> (days: [Int], findings: [Diagnostic]) {
    var days: Set<Int> = []
    for part in Khmer.withLatinDigits(text).split(whereSeparator: { ",;".contains($0) || $0 == " " }
    ) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends.first.flatMap(\.self),
        let last = ends.last.flatMap(\.self), first >= 1, first <= last, last <= 366
      else {
        return (
          [], [DeliveryMessages.badNumber(SourceLocation(file: option), 1...366)]
        )
      }
      days.formUnion(first...last)
    }
    return (days.sorted(), [])
  }
}

/// The messages about imports of words beside tests.
enum RecordsImportMessages {
  static let judgedQuestion = LocalizedText(
    en: "question that a human judges", km: "សំណួរដែលមនុស្សវាយតម្លៃ")

  static func contradict(_ line: Int) -> Diagnostic {
    Diagnostic(
      "rows-contradict", at: SourceLocation(file: "--code"),
      LocalizedText(
        en: "Line \(line) says something else of the same.",
        km: "បន្ទាត់ទី \(Khmer.withKhmerDigits("\(line)")) បញ្ជាក់ផ្សេងពីនេះ។"),
      remedy: LocalizedText(en: "Keep one of the two rows.", km: "សូមទុកតែជួរមួយក្នុងចំណោមពីរ។"))
  }

  static func emptyCell(_ column: String) -> Diagnostic {
    Diagnostic(
      "empty-cell", at: SourceLocation(file: "--" + column),
      LocalizedText(
        en: "The cell of the column '\(column)' is empty.",
        km: "ក្រឡាក្នុងជួរឈរ '\(column)' ទទេ។"),
      remedy: LocalizedText(en: "Fill it in, or take the row out.", km: "សូមបំពេញវា ឬដកជួរនេះចេញ។"))
  }

  static func noAttempt(_ place: SourceLocation, _ code: String, item: String) -> Diagnostic {
    Diagnostic(
      "no-attempt", at: place,
      LocalizedText(
        en: "'\(code)' handed in no test with the question '\(item)' there.",
        km: "'\(code)' មិនបានប្រគល់តេស្តដែលមានសំណួរ '\(item)' នៅទីនោះទេ។"),
      remedy: LocalizedText(
        en: "Compare code, event, occasion and question.",
        km: "សូមផ្ទៀងកូដ ព្រឹត្តិការណ៍ ឱកាស និងសំណួរ។"))
  }

  static func several(_ place: SourceLocation, _ ids: [String]) -> Diagnostic {
    let list = ids.joined(separator: ", ")
    return Diagnostic(
      "several-attempts", at: place,
      LocalizedText(
        en: "More than one test is meant: \(list).", km: "មានតេស្តច្រើនជាងមួយ៖ \(list)។"),
      remedy: LocalizedText(
        en: "Name one in a column 'attempt'.", km: "សូមបញ្ជាក់មួយក្នុងជួរឈរ 'attempt'។"))
  }

  static func leftOut(_ place: SourceLocation, _ item: String) -> Diagnostic {
    Diagnostic(
      "left-out", at: place,
      LocalizedText(
        en: "The question '\(item)' was left out; there is nothing to judge.",
        km: "សំណួរ '\(item)' មិនមានចម្លើយទេ ដូច្នេះគ្មានអ្វីត្រូវវាយតម្លៃ។"),
      remedy: LocalizedText(en: "Take the row out.", km: "សូមដកជួរនេះចេញ។"))
  }
}
