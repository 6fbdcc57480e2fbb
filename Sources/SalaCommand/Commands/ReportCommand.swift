import ArgumentParser
import Assessment
import Curriculum
import Document
import Records
import Reporting
import Source
import Terminal
import Text

/// `sala report`: what the records say.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: both("Report what changed, from the records.", "ធ្វើរបាយការណ៍អំពីការផ្លាស់ប្តូរ ដោយផ្អែកលើកំណត់ត្រា។"),
    subcommands: [
      ReportPrePost.self, ReportCompetency.self, ReportItems.self, ReportForm.self,
      ReportFairness.self, ReportReaction.self, ReportBehaviour.self, ReportResults.self,
    ])
}

/// `sala report pre-post`.
struct ReportPrePost: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-post",
    abstract: both(
      "What changed between pre- and post-test, for people who took both.",
      "អ្វីដែលផ្លាស់ប្តូររវាងតេស្តមុនវគ្គ និងក្រោយវគ្គ សម្រាប់អ្នកដែលបានធ្វើទាំងពីរ។"))

  @Option(
    help: help(
      "Break down by province, sex, organisation, role, born, disability, ethnicity, office, sector, event, form, language, competency, module; several with commas.",
      "បំបែកលទ្ធផលតាម province, sex, organisation, role, born, disability, ethnicity, office, sector, event, form, language, competency, module។ បើច្រើន សូមដាក់សញ្ញាក្បៀសនៅចន្លោះ។",
      value: "grouping"))
  var by: String?
  @Option(help: help("Only this event.", "យកតែព្រឹត្តិការណ៍នេះ។")) var event: String?
  @Option(help: formatHelp)
  var format: OutputFormat = .text
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
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let collector = DiagnosticCollector()
    let groupings = by.map { Grouping.list($0, option: "--by", collector: collector) } ?? []
    if collector.diagnostics.hasErrors {
      console.report(collector.diagnostics, in: language)
      return 2
    }
    let store = try store.open(console, language, creates: false)
    var events = try store.events()
    if let event { events = [try EventFinding.event(event, in: store)] }
    let named = Set(events.map(\.curriculum))
    let course = try LoadedForms.load(
      curriculum ?? (named.count == 1 ? named.first : nil), console: console
    ).curriculum
    let input = PrePostInput(
      attempts: try store.attempts(event: event).marked(by: try store.statements().papers),
      people: try store.people(), events: events,
      content: TestContent(course, outcome: \.outcome.value, competency: \.competency.value),
      isSynthetic: store.isSynthetic, seed: store.seed,
      rules: EvaluationRules(
        try store.statements(), events: events, includesLatePreTests: includeLatePreTests),
      signatures: try StoreVerification.store(store.folder, keepsTrust: false).state)
    let report = PrePostReport.report(input, by: groupings)
    console.write(
      try rendered(
        report.document, as: format, language: language, console: console, excel: excel))
    let totals = try store.statements().totals.count { event == nil || $0.record.event == event }
    if totals > 0 { console.note(ImportWords.totalsLeftOut(totals).text(in: language)) }
    guard let refusal = report.refusal else { return 0 }
    console.note(refusal.message.text(in: language))
    console.note("  → " + refusal.remedy.text(in: language))
    return 1
  }
}
