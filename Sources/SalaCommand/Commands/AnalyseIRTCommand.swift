import Analysis
import ArgumentParser
import Psychometrics
import Terminal
import Text

/// `sala analyse irt`.
struct AnalyseIRTCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "irt",
    abstract: both(
      "Fit an item response model: difficulties, discriminations, fit, information, abilities.",
      "ប៉ាន់ស្មានម៉ូដែលចម្លើយសំណួរ៖ កម្រិតលំបាក កម្រិតបែងចែក ភាពសមស្រប ព័ត៌មាន និងកម្រិតចេះដឹង។"))

  @Argument(
    help: help(
      "A table of scores: one row a person, one column an item.",
      "តារាងពិន្ទុ៖ ជួរមួយសម្រាប់មនុស្សម្នាក់ ជួរឈរមួយសម្រាប់សំណួរមួយ។", value: "table"))
  var scored: String
  @Option(
    help: help(
      "rasch or 2pl for right and wrong, pcm or grm for points.",
      "rasch ឬ 2pl សម្រាប់ត្រូវ/ខុស, pcm ឬ grm សម្រាប់ពិន្ទុ។", value: "irt-model"))
  var model: ItemResponseFit.Model = .rasch
  @Option(
    help: help(
      "mml assumes that abilities are normal; cml assumes nothing, for rasch only.",
      "mml សន្មតថាកម្រិតចេះដឹងមានរបាយធម្មតា។ cml មិនសន្មតអ្វី ប្រើបានតែជាមួយ rasch។", value: "irt-method"))
  var method: ItemResponseFit.Method = .marginal
  @Option(
    help: help(
      "Also people's abilities: eap, map, ml or wle.", "កម្រិតចេះដឹងរបស់មនុស្សផង៖ eap, map, ml ឬ wle។",
      value: "irt-scores"))
  var scores: PersonScore.Method?
  @Option(
    help: help(
      "The fewest people for the model, instead of what the literature says.",
      "ចំនួនមនុស្សតិចបំផុតសម្រាប់ម៉ូដែល ជំនួសចំនួនតាមឯកសារស្រាវជ្រាវ។", value: "people"))
  var fewest: Int?
  @Option(
    help: help(
      "How many threads; the result is the same for any number.",
      "ចំនួន thread។ លទ្ធផលដូចគ្នាទោះចំនួនប៉ុន្មានក៏ដោយ។", value: "count"))
  var threads: Int?
  @OptionGroup var options: AnalysisOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    if let fewest { try CommandFailure.unless(fewest, isIn: 2...1_000_000, option: "--fewest") }
    if let threads { try CommandFailure.unless(threads, isIn: 1...256, option: "--threads") }
    let collector = DiagnosticCollector()
    let roles = ItemTable.Roles(id: options.id, ignored: options.ignored)
    let request = ItemResponseAnalysis.Request(
      model: model, method: method, scores: scores, fewest: fewest, threads: threads)
    let answer = ItemTable.read(scored, roles, collector: collector).flatMap {
      ItemResponseAnalysis.answer($0, request, language: language, collector: collector)
    }
    return try options.write(answer, of: [scored], collector, in: language, to: console)
  }
}
