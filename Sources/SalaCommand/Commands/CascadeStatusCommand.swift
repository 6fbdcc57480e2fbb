import ArgumentParser
import Assessment
import Cascade
import Curriculum
import Document
import Records
import Source
import Terminal
import Text

/// `sala cascade status`.
struct CascadeStatusCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: both(
      "What really happened: reach, lineage, learning of each generation, who needs support.",
      "អ្វីដែលបានកើតឡើងពិត៖ ចំនួនអ្នកទទួលបាន ខ្សែបណ្តុះបណ្តាល ការរៀនក្នុងជំនាន់នីមួយៗ និងអ្នកដែលត្រូវការជំនួយ។"))

  @Argument(help: help("The plan (cascade.yaml).", "ផែនការ (cascade.yaml)។")) var plan: String
  @Option(
    help: help(
      "Break down by province, sex or generation.", "បំបែកលទ្ធផលតាម province, sex ឬ generation។",
      value: "grouping"))
  var by: CascadeStatusReport.Grouping = .generation
  @Option(
    help: help(
      "The day as of which certificates end and learning fades; today where left out.",
      "ថ្ងៃដែលគិតការផុតកំណត់វិញ្ញាបនបត្រ និងការភ្លេចមេរៀន។ បើមិនបញ្ជាក់ យកថ្ងៃនេះ។"))
  var date: String?
  @Option(help: formatHelp)
  var format: OutputFormat = .text
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard let day = CalendarDate(date ?? console.today) else {
      throw CommandFailure(CascadeWords.noDate(date ?? ""), code: 2)
    }
    let (cascade, diagnostics) = CascadePlanning.load(plan)
    console.report(diagnostics, in: language)
    guard let cascade, !diagnostics.hasErrors else {
      return FileReading.exists(plan) ? 1 : 2
    }
    let store = try store.open(console, language, creates: false)
    let statements = try store.statements()
    let rubrics = statements.observations.isEmpty ? [] : try rubrics(console)
    let report = CascadeStatus.status(
      CascadeStatusInput(
        plan: cascade, events: try store.events(), statements: statements,
        people: try store.people(),
        attempts: try store.attempts().marked(by: statements.papers), rubrics: rubrics, date: day,
        grouping: by,
        isSynthetic: store.isSynthetic))
    console.write(
      try rendered(
        CascadeStatus.document(for: report), as: format, language: language, console: console))
    return 0
  }

  /// Returns the rubrics of the curriculum in whose folder the plan lies; none where it lies alone.
  private func rubrics(_ console: Console) throws -> [Rubric] {
    let folder = plan.lastIndex(of: "/").map { String(plan[..<$0]) } ?? "."
    guard FileReading.exists(folder + "/curriculum.yaml") else { return [] }
    return try LoadedForms.load(folder, console: console).curriculum.rubrics
  }
}

extension CascadeStatusReport.Grouping: ExpressibleByArgument {}

extension CascadeWords {
  static func noDate(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' is no day such as 2027-08-02.",
      km: "'\(text)' មិនមែនជាកាលបរិច្ឆេទដូច 2027-08-02 ទេ។")
  }
}
