import Analysis
import ArgumentParser
import Psychometrics
import Terminal
import Text

/// `sala analyse equate`.
struct AnalyseEquateCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "equate",
    abstract: both(
      "What scores on form X are worth on form Y.", "ពិន្ទុលើវិញ្ញាសា X មានតម្លៃប៉ុណ្ណាលើវិញ្ញាសា Y។"))

  @Argument(
    help: help(
      "Scores of the people who took X: items, or a column called total.",
      "ពិន្ទុរបស់អ្នកធ្វើ X៖ សំណួរ ឬជួរឈរឈ្មោះ total។", value: "table"))
  var x: String
  @Argument(
    help: help("Scores of the people who took Y.", "ពិន្ទុរបស់អ្នកធ្វើ Y។", value: "table"))
  var y: String
  @Option(
    help: help(
      "mean, linear, equipercentile or circle-arc for groups made by lot; tucker, levine, "
        + "levine-true, chained, braun-holland, frequency-estimation or chained-equipercentile with "
        + "common items; mean-mean, mean-sigma, haebara or stocking-lord by a model.",
      "mean, linear, equipercentile ឬ circle-arc សម្រាប់ក្រុមដែលចាប់ឆ្នោត; tucker, levine, levine-true, "
        + "chained, braun-holland, frequency-estimation ឬ chained-equipercentile តាមសំណួររួម; mean-mean, "
        + "mean-sigma, haebara ឬ stocking-lord តាមម៉ូដែល។", value: "equating-method"))
  var method: EquatingAnalysis.Method
  @Option(
    help: help(
      "The common columns; several with commas. Without it, all that both tables have.",
      "ជួរឈររួម។ បើច្រើន សូមដាក់សញ្ញាក្បៀស។ បើមិនកំណត់ យកជួរឈរទាំងអស់ដែលតារាងទាំងពីរមាន។",
      value: "table-columns"))
  var anchor: String?
  @Flag(
    help: help("The anchor is not part of the totals.", "សំណួររួមមិនរាប់ក្នុងពិន្ទុសរុប។"))
  var external = false
  @Option(
    help: help(
      "What variances divide by: n-1 or n.", "វ៉ារ្យង់ចែកនឹង n-1 ឬ n។", value: "divisor"))
  var divisor: SpreadDivisor = .sample
  @Option(
    help: help(
      "The weight of the group that took X, 0 to 1.", "ទម្ងន់នៃក្រុមដែលធ្វើ X ពី 0 ដល់ 1។",
      value: "share"))
  var weight: Double = 1
  @Option(
    help: help(
      "Scores that nobody has: upper, lower or middle.", "ពិន្ទុដែលគ្មាននរណាបាន៖ upper, lower ឬ middle។",
      value: "zero-rule"))
  var zero: ZeroFrequencies = .upper
  @Option(
    help: help(
      "The highest score of both forms.", "ពិន្ទុខ្ពស់បំផុតនៃវិញ្ញាសាទាំងពីរ។", value: "count"))
  var highest: Int?
  @Option(
    help: help(
      "The model of the last four methods.", "ម៉ូដែលសម្រាប់វិធីបួនចុងក្រោយ។", value: "irt-model"))
  var model: ItemResponseFit.Model = .twoParameter
  @Option(
    help: help(
      "At how many abilities curves are compared.", "ចំនួនកម្រិតចេះដឹងដែលប្រៀបធៀបខ្សែកោង។",
      value: "count"))
  var gridPoints = 41
  @Option(
    help: help(
      "They go from minus this to plus this.", "ចាប់ពីដកតម្លៃនេះ ដល់បូកតម្លៃនេះ។", value: "ability"))
  var gridLimit: Double = 4
  @Option(
    help: help(
      "How they count: uniform or normal.", "របៀបថ្លឹង៖ uniform ឬ normal។", value: "grid-weights"))
  var gridWeights: ScaleLinking.CriterionGrid.Weighting = .uniform
  @Flag(
    help: help("Compare curves on both scales.", "ប្រៀបធៀបខ្សែកោងលើមាត្រដ្ឋានទាំងពីរ។"))
  var symmetric = false
  @Option(
    help: help(
      "How often people are drawn anew for the errors; 0 for none.",
      "ចំនួនដងដែលចាប់មនុស្សឡើងវិញសម្រាប់កំហុសស្តង់ដារ។ 0 មានន័យថាមិនធ្វើ។", value: "count"))
  var bootstrap = 200
  @Option(help: help("The seed of chance.", "លេខចាប់ផ្តើម។", value: "seed")) var seed: UInt64 = 1
  @Option(
    help: help(
      "The fewest people for the model.", "ចំនួនមនុស្សតិចបំផុតសម្រាប់ម៉ូដែល។", value: "people"))
  var fewest: Int?
  @OptionGroup var options: AnalysisOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    if let fewest { try CommandFailure.unless(fewest, isIn: 2...1_000_000, option: "--fewest") }
    if let highest { try CommandFailure.unless(highest, isIn: 1...10_000, option: "--highest") }
    try CommandFailure.unless(gridPoints, isIn: 2...1001, option: "--grid-points")
    try CommandFailure.unless(bootstrap, isIn: 0...100_000, option: "--bootstrap")
    guard weight >= 0, weight <= 1 else {
      throw CommandFailure(CommandMessages.outOfRange("--weight", 0...1))
    }
    guard gridLimit > 0, gridLimit <= 20 else {
      throw CommandFailure(CommandMessages.outOfRange("--grid-limit", 1...20))
    }
    var request = EquatingAnalysis.Request(method: method)
    request.anchor = AnalysisOptions.names(anchor)
    request.isInternal = !external
    request.divisor = divisor
    request.weight = weight
    request.zero = zero
    request.highest = highest
    request.model = model
    request.grid = ScaleLinking.CriterionGrid(
      count: gridPoints, limit: gridLimit, weighting: gridWeights, isSymmetric: symmetric)
    request.samples = bootstrap
    request.seed = seed
    request.fewest = fewest
    let collector = DiagnosticCollector()
    let roles = ItemTable.Roles(id: options.id, ignored: options.ignored)
    var answer: AnalysisAnswer?
    let first = ItemTable.read(x, roles, collector: collector)
    let second = ItemTable.read(y, roles, collector: collector)
    if let first, let second {
      answer = EquatingAnalysis.answer(
        x: first, y: second, request, language: language, collector: collector)
    }
    return try options.write(answer, of: [x, y], collector, in: language, to: console)
  }
}
