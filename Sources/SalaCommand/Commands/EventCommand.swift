import ArgumentParser
import Assessment
import Curriculum
import Document
import Records
import Source
import Terminal
import Text

extension Occasion: ExpressibleByArgument {}

/// `sala event`: a training event, who takes part, which tests are open.
struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event",
    abstract: both(
      "Prepare a training event: create it, enrol people, open and close its tests.",
      "រៀបចំព្រឹត្តិការណ៍បណ្តុះបណ្តាល៖ បង្កើតព្រឹត្តិការណ៍ ចុះបញ្ជីសិក្ខាកាម បើក និងបិទតេស្ត។"),
    subcommands: [
      EventNew.self, EventDescribe.self, EventAssign.self, EventRoster.self, EventCards.self,
      EventOpen.self, EventTeach.self, EventClose.self, EventAttend.self, EventTeam.self,
      EventObserve.self, EventStatus.self, EventAccommodate.self, EventDecline.self,
      EventAsk.self, EventAnswer.self, EventCertify.self, EventRole.self,
    ])
}

/// `sala event new`.
struct EventNew: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: both("Create an event.", "បង្កើតព្រឹត្តិការណ៍។"))

  @Argument(
    help: help(
      "A short id, such as kampot-2026-1.", "លេខសម្គាល់ខ្លី ដូចជា kampot-2026-1។"))
  var event: String
  @Option(help: help("The title.", "ចំណងជើង។")) var title: String?
  @Option(help: help("The title in Khmer.", "ចំណងជើងជាភាសាខ្មែរ។")) var titleKm: String?
  @Option(help: help("The curriculum it teaches.", "កម្មវិធីសិក្សាដែលបង្រៀន។"))
  var curriculum: String?
  @Option(
    help: help(
      "What decides who takes which form first; drawn by chance where left out.",
      "លេខចាប់ផ្តើមដែលកំណត់ថានរណាធ្វើវិញ្ញាសាណាមុន។ បើមិនបញ្ជាក់ កំណត់ដោយចៃដន្យ។"))
  var seed: Int?
  @OptionGroup var details: EventDetailOptions
  @Option(
    help: help(
      "The codes of those who teach it, with commas between; the first one leads.",
      "កូដគ្រូឧទ្ទេស ដោយដាក់សញ្ញាក្បៀសនៅចន្លោះ។ អ្នកទីមួយជាអ្នកដឹកនាំ។", value: "codes"))
  var trainers: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let (course, curriculum) = try CourseKnowledge.ids(curriculum, console)
    let store = try store.open(console, language)
    let existing = try store.events()
    let asks =
      console.isInteractive && details.isEmpty && !existing.contains { $0.id == event }
    var (title, titleKm) = (title, titleKm)
    if asks, title == nil, titleKm == nil {
      title = console.ask(EventDeliveryWords.askTitle, in: language)
      titleKm = console.ask(EventDeliveryWords.askTitleKm, in: language)
    }
    let english = title ?? titleKm ?? event
    let record = EventRecord(
      id: event, title: LocalizedText(en: english, km: titleKm ?? english),
      curriculum: curriculum.id, curriculumVersion: curriculum.version,
      forms: curriculum.forms.prefix(2).map(\.id),
      seed: seed ?? Int(console.random() % 1_000_000_000))
    var plan = EventPlanning.create(record, existing: existing)
    let (said, wrong) =
      asks
      ? (EventInterview.ask(event, course, console, language), [])
      : details.details(event, course)
    if said != EventDetails(event: event) || !wrong.isEmpty {
      let more = DeliveryPlanning.describe(
        said, before: EventDetails(event: event), course: course)
      plan = FactPlan(
        facts: plan.facts + more.facts, findings: plan.findings + wrong + more.findings)
    }
    let assigned = try assignments(record, EventDays(said))
    plan = FactPlan(
      facts: plan.facts + assigned.facts, findings: plan.findings + assigned.findings)
    let code = try plan.carryOut(in: store, console, language)
    if code == 0 {
      console.line(EventWords.created(record).text(in: language))
      console.line(EventWords.nextRoster(record.id).text(in: language))
    }
    return code
  }

  /// The trainers, the first of whom leads.
  private func assignments(_ record: EventRecord, _ days: EventDays?) throws -> FactPlan {
    var plan = FactPlan(facts: [], findings: [])
    var held: [AssignmentRecord] = []
    let summary = EventSummary(record: record, createdAt: "")
    for typed in (trainers ?? "").split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      let assignment = AssignmentRecord(
        event: event, code: try EventDesk.person(String(typed), CodeLinks()),
        role: held.isEmpty ? .lead : .co)
      let more = DeliveryPlanning.assign(
        assignment, held: held.first { $0.code == assignment.code }, others: held,
        event: summary, days: days)
      held.append(assignment)
      plan = FactPlan(facts: plan.facts + more.facts, findings: plan.findings + more.findings)
    }
    return plan
  }
}

/// `sala event roster`.
struct EventRoster: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: both(
      "Enrol people: each gets a code, and the forms are allocated in balance.",
      "ចុះបញ្ជីសិក្ខាកាម៖ ម្នាក់ៗទទួលបានកូដមួយ ហើយវិញ្ញាសាត្រូវបានបែងចែកឱ្យមានតុល្យភាព។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Argument(
    help: help(
      "A table of sex, born, province, organisation, office, sector, role, disability (CSV); all columns may be left out. Names (khmer-name, latin-name, phone) go into the register.",
      "តារាង CSV អំពី sex (ភេទ), born (ឆ្នាំកំណើត), province (ខេត្ត), organisation (អង្គភាព), office (ការិយាល័យ), sector (វិស័យ), role (តួនាទី) និង disability (ពិការភាព)។ ជួរឈរណាក៏អាចខ្វះបាន។ ឈ្មោះ (khmer-name, latin-name, phone) ចូលទៅក្នុងបញ្ជីឈ្មោះ។"
    ))
  var file: String?
  @Option(
    help: help(
      "Enrol so many people of whom nothing is known.",
      "ចុះបញ្ជីសិក្ខាកាមតាមចំនួននេះ ដោយមិនកត់ត្រាព័ត៌មានផ្សេង។"))
  var count: Int?
  @Option(help: formatHelp) var format: OutputFormat = .text
  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard (file == nil) != (count == nil) else { throw CommandFailure(EventWords.fileOrCount) }
    try CommandFailure.unless(count, isIn: 1...10_000, option: "--count")
    let store = try store.open(console, language)
    let summary = try EventFinding.event(event, in: store)
    var chance = ConsoleChance(draw: console.random)
    let plan: RosterPlan
    var names: [Int: PersonName] = [:]
    if let file {
      let collector = DiagnosticCollector()
      guard let source = FileReading.file(file, collector: collector),
        let table = CSVTable(source, collector: collector)
      else {
        console.report(collector.diagnostics, in: language)
        return FileReading.exists(file) ? 1 : 2
      }
      let split = RegisterReading.split(table)
      names = split?.names ?? [:]
      plan = Roster.plan(
        split?.rest ?? table, event: summary, people: try store.people(),
        taken: try store.knownCodes(),
        using: &chance)
      if collector.diagnostics.hasErrors {
        console.report(collector.diagnostics + plan.findings, in: language)
        return 1
      }
    } else {
      plan = Roster.plan(
        count: count ?? 0, event: summary, taken: try store.knownCodes(), using: &chance)
    }
    console.report(plan.findings, in: language)
    if plan.findings.hasErrors { return 1 }
    // Names first: a name without an enrolment is harmless, an enrolment without its name is not.
    if !names.isEmpty {
      let secret = try RegisterWords.secret(passphrase, event, in: store, console, language)
      try store.changeRegister(event, passphrase: secret) { register in
        for learner in plan.learners {
          if let name = names[learner.line] { register[learner.enrollment.code] = name }
        }
      }
    }
    try store.append(plan.facts)
    let document = EventWords.codeList(summary, plan.learners.map(\.enrollment))
    console.write(try rendered(document, as: format, language: language, console: console))
    return 0
  }
}

/// `sala event open`.
struct EventOpen: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: both(
      "Open a test of the event; only then can it be taken.",
      "បើកតេស្តនៃព្រឹត្តិការណ៍។ សិក្ខាកាមអាចធ្វើតេស្តបាន លុះត្រាតែបានបើក។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(
    help: help(
      "Which test: pre, post, follow-up or practice.",
      "តេស្តណា៖ pre (មុនវគ្គ), post (ក្រោយវគ្គ), follow-up (តាមដាន) ឬ practice (ហាត់)។"
    ))
  var occasion: Occasion
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language)
    let summary = try EventFinding.event(event, in: store)
    let code = try EventPlanning.open(occasion, of: summary).carryOut(in: store, console, language)
    if code == 0 { console.line(EventWords.opened(event, occasion).text(in: language)) }
    return code
  }
}

/// `sala event close`.
struct EventClose: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: both("Close a test of the event.", "បិទតេស្តនៃព្រឹត្តិការណ៍។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(
    help: help(
      "Which test: pre, post, follow-up or practice.",
      "តេស្តណា៖ pre (មុនវគ្គ), post (ក្រោយវគ្គ), follow-up (តាមដាន) ឬ practice (ហាត់)។"
    ))
  var occasion: Occasion
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language)
    let summary = try EventFinding.event(event, in: store)
    let underWay = try store.attempts(event: event, occasion: occasion)
      .count { $0.submittedAt == nil }
    let plan = EventPlanning.close(occasion, of: summary, openAttempts: underWay)
    let code = try plan.carryOut(in: store, console, language)
    if code == 0 { console.line(EventWords.closed(event, occasion).text(in: language)) }
    return code
  }
}

/// `sala event status`.
struct EventStatus: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: both(
      "Show events: who is enrolled, what is open, who has handed in.",
      "បង្ហាញព្រឹត្តិការណ៍៖ សិក្ខាកាមក្នុងបញ្ជី តេស្តដែលកំពុងបើក និងអ្នកដែលបានប្រគល់តេស្ត។"))

  @Argument(help: help("The event's id; all where left out.", "លេខសម្គាល់ព្រឹត្តិការណ៍។ បើមិនបញ្ជាក់ បង្ហាញទាំងអស់។"))
  var event: String?
  @Option(help: formatHelp)
  var format: OutputFormat = .text
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let events: [EventSummary]
    if let event {
      events = [try EventFinding.event(event, in: store)]
    } else {
      events = try store.events()
    }
    let statements = try store.statements()
    let rules = EvaluationRules(statements, events: events)
    let evaluated = EvaluatedAttempts(try store.attempts(event: event), rules: rules)
    // Under the codes of the people, so that a mistyped code shows where its person stands.
    let attempts = evaluated.all.map(\.attempt)
    var document = EventWords.status(
      events, attempts: attempts,
      accommodations: event == nil ? nil : try store.accommodations(event: event),
      links: rules.links,
      isSynthetic: store.isSynthetic)
    if let summary = events.first, event != nil {
      document.blocks +=
        EventStatusDocument(
          event: summary, delivery: EventDelivery(summary.id, statements), statements: statements,
          evaluated: evaluated
        ).blocks
    }
    console.write(try rendered(document, as: format, language: language, console: console))
    return 0
  }
}
