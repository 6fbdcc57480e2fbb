import ArgumentParser
import Assessment
import Curriculum
import Document
import Records
import Reporting
import Source
import Terminal
import Text

/// The options that every report from records has.
struct ReportOptions: ParsableArguments {
  @Option(
    help: help(
      "Break down by province, sex, organisation, role, born, disability, ethnicity, office, sector, event, language; several with commas.",
      "បំបែកលទ្ធផលតាម province, sex, organisation, role, born, disability, ethnicity, office, sector, event, language។ បើច្រើន សូមដាក់សញ្ញាក្បៀសនៅចន្លោះ។",
      value: "grouping"))
  var by: String?
  @Option(help: help("Only this event.", "យកតែព្រឹត្តិការណ៍នេះ។")) var event: String?
  @Option(help: formatHelp) var format: OutputFormat = .text
  @Flag(
    help: help(
      "Begin CSV with a byte-order mark, so that Excel shows Khmer.",
      "ដាក់សញ្ញា BOM នៅដើម CSV ដើម្បីឱ្យ Excel បង្ហាញអក្សរខ្មែរ។"))
  var excel = false
  @Flag(
    help: help(
      "Count pre-tests that were handed in after teaching began; the report says so.",
      "រាប់តេស្តមុនវគ្គដែលប្រគល់ក្រោយការបង្រៀនចាប់ផ្តើម។ របាយការណ៍បញ្ជាក់អំពីនេះ។"))
  var includeLatePreTests = false
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption

  /// What a report is made from.
  struct Material {
    var store: Store
    var statements: Statements
    var place: CurriculumFinding.Place
    var curriculum: Curriculum
    var input: PrePostInput
    var groupings: [Grouping]
  }

  /// Reads what a report is made from, or says what is wrong with the options and gives `nil`.
  func material(
    _ kind: ReportKind, _ console: Console, _ language: Language
  ) throws -> Material? {
    let collector = DiagnosticCollector()
    let groupings =
      by.map { Grouping.list($0, option: "--by", of: kind, collector: collector) } ?? []
    if collector.diagnostics.hasErrors {
      console.report(collector.diagnostics, in: language)
      return nil
    }
    let store = try store.open(console, language, creates: false)
    var events = try store.events()
    if let event { events = [try EventFinding.event(event, in: store)] }
    let named = Set(events.map(\.curriculum))
    let path = curriculum ?? (named.count == 1 ? named.first : nil)
    let course = try LoadedForms.load(path, console: console).curriculum
    let statements = try store.statements()
    let input = PrePostInput(
      attempts: try store.attempts(event: event).marked(by: statements.papers),
      people: try store.people(), events: events,
      content: TestContent(course, outcome: \.outcome.value, competency: \.competency.value),
      isSynthetic: store.isSynthetic, seed: store.seed,
      rules: EvaluationRules(
        statements, events: events, includesLatePreTests: includeLatePreTests),
      signatures: try StoreVerification.store(store.folder, keepsTrust: false).state)
    return Material(
      store: store, statements: statements,
      place: try CurriculumFinding.place(path, console: console), curriculum: course, input: input,
      groupings: groupings)
  }

  /// Writes a report; one that was refused says why, and gives 1.
  func write(_ report: Report, _ console: Console, _ language: Language) throws -> Int32 {
    console.write(
      try rendered(
        report.document, as: format, language: language, console: console, excel: excel))
    guard let refusal = report.refusal else { return 0 }
    console.note(refusal.message.text(in: language))
    console.note("  → " + refusal.remedy.text(in: language))
    return 1
  }
}

/// `sala report competency`.
struct ReportCompetency: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "competency",
    abstract: both(
      "Scores by competency, with the questions behind them and how far they agree.",
      "ពិន្ទុតាមសមត្ថភាព ជាមួយចំនួនសំណួរ និងភាពជឿទុកចិត្ត។"))
  @OptionGroup var options: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard let material = try options.material(.competency, console, language) else { return 2 }
    let report = CompetencyReport.report(material.input, by: material.groupings)
    return try options.write(report, console, language)
  }
}

/// `sala report items`.
struct ReportItems: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "items",
    abstract: both(
      "How hard each question was, how well it tells people apart, and what its options drew.",
      "កម្រិតលំបាកនៃសំណួរ សមត្ថភាពបែងចែក និងអ្វីដែលជម្រើសនីមួយៗទាក់ទាញ។"))
  @Option(help: help("Which test: pre or post.", "តេស្តណា៖ pre (មុនវគ្គ) ឬ post (ក្រោយវគ្គ)។"))
  var occasion: Occasion?
  @Option(help: help("Only this form.", "យកតែវិញ្ញាសានេះ។")) var form: String?
  @Flag(
    help: help(
      "Write the statistics as QTI 2.1 usage data (XML), for item banks.",
      "សរសេរស្ថិតិជា usage data តាម QTI 2.1 (XML) សម្រាប់ធនាគារសំណួរ។"))
  var usageData = false
  @OptionGroup var options: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard let material = try options.material(.items, console, language) else { return 2 }
    if usageData,
      let bytes = UsageData.bytes(material.input, occasion: occasion, form: form)
    {
      console.write(String(decoding: bytes, as: UTF8.self))
      return 0
    }
    let report = QuestionsReport.report(
      material.input, by: material.groupings, occasion: occasion, form: form)
    return try options.write(report, console, language)
  }
}

/// `sala report form`.
struct ReportForm: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: both(
      "Mean, spread, reliability and measurement error of each form.",
      "មធ្យមភាគ គម្លាត ភាពជឿទុកចិត្ត និងកម្រិតលម្អៀងនៃវិញ្ញាសានីមួយៗ។"))
  @Option(help: help("Which test: pre or post.", "តេស្តណា៖ pre (មុនវគ្គ) ឬ post (ក្រោយវគ្គ)។"))
  var occasion: Occasion?
  @Option(help: help("Only this form.", "យកតែវិញ្ញាសានេះ។")) var form: String?
  @OptionGroup var options: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard let material = try options.material(.form, console, language) else { return 2 }
    let report = FormReport.report(
      material.input, by: material.groupings, occasion: occasion, form: form)
    return try options.write(report, console, language)
  }
}

/// `sala report fairness`.
struct ReportFairness: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "fairness",
    abstract: both(
      "Whether questions are harder for some than for others with the same points.",
      "ថាតើសំណួរពិបាកសម្រាប់អ្នកខ្លះ ជាងអ្នកផ្សេងដែលបានពិន្ទុដូចគ្នាឬទេ។"))
  @Option(help: help("Which test: pre or post.", "តេស្តណា៖ pre (មុនវគ្គ) ឬ post (ក្រោយវគ្គ)។"))
  var occasion: Occasion?
  @OptionGroup var options: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard let material = try options.material(.fairness, console, language) else { return 2 }
    let report = FairnessReport.report(
      material.input, by: material.groupings, occasion: occasion)
    return try options.write(report, console, language)
  }
}

/// `sala report reaction`.
struct ReportReaction: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "reaction",
    abstract: both(
      "What participants said of the training, and how many answered.",
      "មតិរបស់សិក្ខាកាមចំពោះវគ្គ និងចំនួនអ្នកឆ្លើយ។"))
  @OptionGroup var options: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    try SurveyReporting.run(.reaction, options, console, console.language(common.language))
  }
}

/// `sala report behaviour`.
struct ReportBehaviour: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "behaviour",
    abstract: both(
      "What is done at work after the training, as participants and others say.",
      "ការអនុវត្តនៅកន្លែងការងារក្រោយវគ្គ តាមសម្តីសិក្ខាកាម និងអ្នកដទៃ។"))
  @OptionGroup var options: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    try SurveyReporting.run(.behaviour, options, console, console.language(common.language))
  }
}

/// What the two reports on opinions share.
enum SurveyReporting {
  static func run(
    _ kind: ReportKind, _ options: ReportOptions, _ console: Console, _ language: Language
  ) throws -> Int32 {
    guard let material = try options.material(kind, console, language) else { return 2 }
    let isAsked = { (event: String) in options.event == nil || options.event == event }
    let survey = SurveyInput(
      answers: material.statements.surveys.map(\.record).filter { isAsked($0.event) },
      requests: material.statements.requests.map(\.record).filter { isAsked($0.event) },
      surveys: material.curriculum.surveys)
    let report = SurveyReport.report(kind, survey, material.input, by: material.groupings)
    return try options.write(report, console, language)
  }
}

/// `sala report results-framework`.
struct ReportResults: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "results-framework",
    abstract: both(
      "The programme's indicators: baseline, target and what was reached.",
      "សូចនាកររបស់កម្មវិធី៖ តម្លៃដើម គោលដៅ និងអ្វីដែលសម្រេចបាន។"))
  @OptionGroup var options: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard let material = try options.material(.resultsFramework, console, language) else {
      return 2
    }
    let collector = DiagnosticCollector()
    let programme = CourseKnowledge.programme(material.place, collector: collector)
    guard let framework = programme.results else {
      console.report(collector.diagnostics, in: language)
      throw CommandFailure(
        LocalizedText(
          en: "The curriculum has no results-framework.yaml that can be read.",
          km: "កម្មវិធីសិក្សានេះគ្មានឯកសារ results-framework.yaml ដែលអាចអានបានទេ។"), code: 1)
    }
    let attendance = material.statements.attendance.map(\.record)
      .filter { options.event == nil || options.event == $0.event }
    let report = ResultsReport.report(
      framework, attendance: attendance, material.input, by: material.groupings)
    return try options.write(report, console, language)
  }
}
