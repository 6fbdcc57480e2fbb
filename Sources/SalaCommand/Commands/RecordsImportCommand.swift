import ArgumentParser
import Assessment
import Curriculum
import Records
import Source
import Terminal
import Text

extension RecordsImport.Kind: ExpressibleByArgument {}

/// `sala records import`.
struct RecordsImportCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: both(
      "Import people, events, assignments, attendance, ratings or observations from CSV.",
      "បញ្ចូលមនុស្ស ព្រឹត្តិការណ៍ ការចាត់តាំង វត្តមាន ការវាយតម្លៃ ឬការសង្កេត ពីឯកសារ CSV។"),
    discussion: both(
      "All or nothing; every bad row is named. The same file again adds nothing.",
      "បញ្ចូលទាំងស្រុង ឬមិនបញ្ចូលអ្វីទាំងអស់។ ជួរខុសនីមួយៗត្រូវបានបង្ហាញ។ ឯកសារដដែលម្តងទៀតមិនបន្ថែមអ្វីទេ។"
    ))

  @Argument(
    help: help(
      "people, events, assignments, attendance, ratings or observations.",
      "people, events, assignments, attendance, ratings ឬ observations។"))
  var kind: RecordsImport.Kind
  @Argument(help: help("The CSV file.", "ឯកសារ CSV។")) var file: String
  @Flag(
    help: help(
      "What the table says of people takes the place of what was known.",
      "ព័ត៌មានក្នុងតារាងអំពីមនុស្ស ជំនួសព័ត៌មានដែលមានពីមុន។"))
  var replace = false
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard let table = EventDesk.table(file, console, language) else {
      return FileReading.exists(file) ? 1 : 2
    }
    let store = try store.open(console, language)
    let events = try store.events()
    var context = RecordsImport.Context(
      events: events, statements: try store.statements(), people: try store.people())
    context.replaces = replace
    if kind != .people, kind != .attendance, kind != .assignments {
      let named = Set(events.map(\.curriculum))
      let (ids, course) = try CourseKnowledge.ids(
        curriculum ?? (named.count == 1 ? named.first : nil), console)
      context.course = ids
      context.items = course.items
      context.template = EventRecord(
        id: "", title: LocalizedText(same: ""), curriculum: course.id,
        curriculumVersion: course.version, forms: course.forms.prefix(2).map(\.id), seed: 0)
    }
    if kind == .ratings { context.attempts = try store.attempts() }
    let plan = RecordsImport.plan(table, kind: kind, context: context)
    return try Self.carryOut(plan, in: store, console, language)
  }

  /// Reports, appends all of it or nothing, and says how much came in.
  static func carryOut(
    _ plan: RecordsImport.Plan, in store: Store, _ console: Console, _ language: Language
  ) throws -> Int32 {
    console.report(plan.findings, in: language)
    if plan.findings.hasErrors {
      console.line(ImportWords.nothingImported.text(in: language))
      return 1
    }
    try store.append(plan.facts)
    console.line(EventDeliveryWords.imported(plan).text(in: language))
    return 0
  }
}

/// `sala records link`.
struct RecordsLink: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: both(
      "Say that a code was mistyped or given twice, and whose it is; both facts stay.",
      "បញ្ជាក់ថាកូដមួយវាយខុស ឬផ្តល់ពីរដង ហើយជារបស់នរណា។ កំណត់ត្រាទាំងពីររក្សាទុក។"),
    discussion: both(
      "To take a link back, give the same code after --from and --to.",
      "ដើម្បីដកការភ្ជាប់វិញ សូមដាក់កូដដដែលក្រោយ --from និង --to។"))

  @Option(help: help("The code that was mistyped.", "កូដដែលវាយខុស។", value: "code")) var from: String
  @Option(help: help("The code of the person.", "កូដរបស់បុគ្គល។", value: "code")) var to: String
  @Option(help: help("Why, in a few words.", "មូលហេតុ ជាពាក្យខ្លី។")) var reason: String
  @Option(
    help: help("Who says so: a code or initials.", "អ្នកបញ្ជាក់៖ កូដ ឬអក្សរកាត់។", value: "who"))
  var by: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let statements = try store.statements()
    let links = CodeLinks(statements.links.map(\.record))
    let known = try store.knownCodes().union(links.linked)
      .union(statements.assignments.map(\.record.code))
    let record = LinkRecord(
      from: code(from, known), to: code(to, known), reason: reason, by: by)
    let plan = PeoplePlanning.link(
      record, links: links, known: known, people: try store.people(),
      attempts: try store.attempts())
    let result = try plan.carryOut(in: store, console, language)
    if result == 0, !plan.facts.isEmpty {
      console.line(EventDeliveryWords.linked(record).text(in: language))
    }
    return result
  }

  /// The code as the records have it: one of practice may be any short word.
  private func code(_ typed: String, _ known: Set<String>) -> String {
    if case .code(let code) = LearnerCode.parse(typed) { return code }
    return typed
  }
}

/// `sala results set-aside`.
struct ResultsSetAside: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-aside",
    abstract: both(
      "Keep an attempt out of every report, with a reason, or let it count again.",
      "ដកការធ្វើតេស្តមួយចេញពីរបាយការណ៍ទាំងអស់ ដោយមានមូលហេតុ ឬឱ្យរាប់វិញ។"))

  @Argument(
    help: help(
      "The attempt, by the id that 'sala event status EVENT --format csv' shows.",
      "លេខសម្គាល់ការធ្វើតេស្ត ដែល 'sala event status EVENT --format csv' បង្ហាញ។"))
  var attempt: String
  @Option(help: help("Why, in a few words.", "មូលហេតុ ជាពាក្យខ្លី។")) var reason: String
  @Flag(help: help("It counts again.", "រាប់វិញ។")) var restore = false
  @Option(
    help: help("Who says so: a code or initials.", "អ្នកបញ្ជាក់៖ កូដ ឬអក្សរកាត់។", value: "who"))
  var by: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let rules = EvaluationRules(try store.statements(), events: [])
    let found = try store.attempt(attempt)
    let record = SetAsideRecord(
      attempt: attempt, reason: reason, by: by, restored: restore ? true : nil)
    let plan = PeoplePlanning.setAside(
      record, attempt: found, reason: rules.setAside[attempt],
      known: found == nil ? try store.attempts().map(\.id) : [])
    return try plan.carryOut(
      in: store, console, language, saying: EventDeliveryWords.setAside(record))
  }
}
