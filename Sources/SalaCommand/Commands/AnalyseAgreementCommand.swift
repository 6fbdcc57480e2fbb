import Analysis
import ArgumentParser
import Psychometrics
import Terminal
import Text

/// `sala analyse agreement`.
struct AnalyseAgreementCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: both(
      "How far raters agree beyond chance.", "អ្នកវាយតម្លៃស្របគ្នាលើសពីចៃដន្យប៉ុណ្ណា។"))

  @Argument(
    help: help(
      "A table of ratings: one row a subject, one column a rater.",
      "តារាងនៃការវាយតម្លៃ៖ ជួរមួយសម្រាប់វត្ថុមួយ ជួរឈរមួយសម្រាប់អ្នកវាយតម្លៃម្នាក់។", value: "table"))
  var ratings: String
  @Option(
    help: help(
      "kappa for two raters, fleiss for more, krippendorff where ratings lack, icc for numbers.",
      "kappa សម្រាប់អ្នកវាយតម្លៃពីរនាក់, fleiss សម្រាប់ច្រើននាក់, krippendorff ពេលខ្វះការវាយតម្លៃ, icc សម្រាប់ចំនួន។",
      value: "statistic"))
  var statistic: AgreementAnalysis.Statistic
  @Option(
    help: help(
      "What a disagreement counts for kappa: unweighted, linear or quadratic.",
      "ទម្ងន់នៃភាពខុសគ្នាសម្រាប់ kappa៖ unweighted, linear ឬ quadratic។", value: "weights"))
  var weights: CohenKappa.Weights = .unweighted
  @Option(
    help: help(
      "What a difference means for krippendorff: nominal, ordinal, interval or ratio.",
      "អត្ថន័យនៃភាពខុសគ្នាសម្រាប់ krippendorff៖ nominal, ordinal, interval ឬ ratio។", value: "metric"))
  var metric: KrippendorffAlpha.Metric = .nominal
  @Flag(
    help: help("Rows are raters, columns subjects.", "ជួរជាអ្នកវាយតម្លៃ ជួរឈរជាវត្ថុ។"))
  var transpose = false
  @Option(
    help: help(
      "How often subjects are drawn anew for the interval of krippendorff.",
      "ចំនួនដងដែលចាប់វត្ថុឡើងវិញសម្រាប់ចន្លោះជឿជាក់នៃ krippendorff។", value: "count"))
  var bootstrap = 2000
  @Option(help: help("The seed of chance.", "លេខចាប់ផ្តើម។", value: "seed")) var seed: UInt64 = 1
  @OptionGroup var options: AnalysisOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    try CommandFailure.unless(bootstrap, isIn: 100...100_000, option: "--bootstrap")
    var request = AgreementAnalysis.Request(statistic: statistic)
    request.weights = weights
    request.metric = metric
    request.isTransposed = transpose
    request.samples = bootstrap
    request.seed = seed
    request.id = options.id
    request.ignored = options.ignored
    let collector = DiagnosticCollector()
    let answer = AgreementAnalysis.answer(
      ratings, request, language: language, collector: collector)
    return try options.write(answer, of: [ratings], collector, in: language, to: console)
  }
}
