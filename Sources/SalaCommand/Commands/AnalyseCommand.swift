import Analysis
import ArgumentParser
import Document
import Terminal
import Text

/// `sala analyse`: statistics of any table.
struct AnalyseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: both(
      "Statistics of any table: items, change, models, fairness, equating, agreement.",
      "ស្ថិតិនៃតារាងណាក៏បាន៖ សំណួរ បម្រែបម្រួល ម៉ូដែល ភាពយុត្តិធម៌ ការធ្វើឱ្យសមមូល និងភាពស្របគ្នា។"),
    subcommands: [
      AnalyseItems.self, AnalyseChange.self, AnalyseIRTCommand.self, AnalyseDIFCommand.self,
      AnalyseEquateCommand.self, AnalyseAgreementCommand.self,
    ])
}

/// `sala analyse items`.
struct AnalyseItems: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "items",
    abstract: both(
      "How hard each item is, how well it tells people apart, and how reliable the test is.",
      "តើសំណួរនីមួយៗពិបាកប៉ុនណា បែងចែកមនុស្សបានល្អប៉ុនណា និងតេស្តអាចទុកចិត្តបានប៉ុនណា។"))

  @Argument(
    help: help("The table: a row for each person (CSV).", "តារាង៖ ជួរមួយសម្រាប់មនុស្សម្នាក់ (CSV)។"))
  var table: String
  @Option(
    help: help(
      "The right answers, item,key; without it cells are scores.",
      "ចម្លើយត្រូវ item,key។ បើគ្មាន ក្រឡាជាពិន្ទុ។", value: "answers"))
  var key: String?
  @Option(
    help: help(
      "Columns that are no items; several with commas.",
      "ជួរឈរដែលមិនមែនជាសំណួរ។ បើច្រើន សូមដាក់សញ្ញាក្បៀសនៅចន្លោះ។", value: "grouping"))
  var ignore: String?
  @Option(
    help: help(
      "Missing answers: listwise, pairwise or zero; zero with a key, else listwise.",
      "ចម្លើយដែលខ្វះ៖ listwise, pairwise ឬ zero។ zero បើមានកូនសោ ក្រៅពីនេះ listwise។",
      value: "kind"))
  var missing: MissingOption?
  @Option(help: formatHelp) var format: OutputFormat = .text
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let request = ItemsRequest(
      path: table, key: key, ignored: NameList.names(ignore), missing: missing?.rule)
    return try AnalysisAtConsole.run(table, format, common, console) { collector in
      request.run(collector).map { result in
        (json: { result.json(in: $0) }, document: { result.document })
      }
    }
  }
}

/// `sala analyse change`.
struct AnalyseChange: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: both(
      "How the same people's scores changed, for whom, and how surely.",
      "តើពិន្ទុរបស់មនុស្សដដែលប្រែប្រួលយ៉ាងណា សម្រាប់នរណា និងប្រាកដប៉ុនណា។"))

  @Argument(
    help: help("The table: a row for each person (CSV).", "តារាង៖ ជួរមួយសម្រាប់មនុស្សម្នាក់ (CSV)។"))
  var table: String
  @Option(help: help("The column of scores before.", "ជួរឈរពិន្ទុមុន។", value: "column"))
  var pre: String
  @Option(help: help("The column of scores after.", "ជួរឈរពិន្ទុក្រោយ។", value: "column"))
  var post: String
  @Option(
    help: help(
      "The column of people's codes; default: one called id.",
      "ជួរឈរកូដរបស់មនុស្ស។ លំនាំដើម៖ ជួរឈរឈ្មោះ id។", value: "column"))
  var id: String?
  @Option(
    help: help(
      "Columns that part people into groups; several with commas.",
      "ជួរឈរដែលបំបែកមនុស្សជាក្រុម។ បើច្រើន សូមដាក់សញ្ញាក្បៀសនៅចន្លោះ។", value: "grouping"))
  var by: String?
  @Option(
    help: help(
      "The column of clusters, such as trainers or events.",
      "ជួរឈរចង្កោម ដូចជាគ្រូឧទ្ទេស ឬព្រឹត្តិការណ៍។", value: "column"))
  var cluster: String?
  @Option(
    help: help(
      "The column of the order in which forms were taken.",
      "ជួរឈរលំដាប់វិញ្ញាសាដែលបានធ្វើ។", value: "column"))
  var form: String?
  @Option(
    help: help(
      "The column of the language before; with --language-post.",
      "ជួរឈរភាសាមុន ប្រើជាមួយ --language-post។", value: "column"))
  var languagePre: String?
  @Option(
    help: help(
      "The column of the language after; with --language-pre.",
      "ជួរឈរភាសាក្រោយ ប្រើជាមួយ --language-pre។", value: "column"))
  var languagePost: String?
  @Option(
    help: help(
      "The highest possible score; default: the highest seen.",
      "ពិន្ទុខ្ពស់បំផុតដែលអាចមាន។ លំនាំដើម៖ ខ្ពស់បំផុតដែលឃើញ។", value: "score"))
  var maximum: Double?
  @Option(
    help: help(
      "The lowest possible score; default: zero, or the lowest seen below it.",
      "ពិន្ទុទាបបំផុតដែលអាចមាន។ លំនាំដើម៖ សូន្យ ឬពិន្ទុទាបបំផុតដែលឃើញក្រោមសូន្យ។", value: "score"))
  var minimum: Double?
  @Option(
    help: help(
      "The cut score: at or above it a person passes.",
      "ពិន្ទុកំណត់៖ ស្មើ ឬលើសនេះ មនុស្សជាប់។", value: "score"))
  var cut: Double?
  @Option(
    help: help(
      "The reliability of the test, for changes of single people.",
      "ភាពអាចទុកចិត្តបានរបស់តេស្ត សម្រាប់បម្រែបម្រួលបុគ្គល។", value: "score"))
  var reliability: Double?
  @Option(
    help: help(
      "How often to draw for bootstrap intervals; 0 for none.",
      "ចំនួនដងនៃការចាប់ឡើងវិញ សម្រាប់ចន្លោះជឿជាក់។ 0 បើមិនត្រូវការ។", value: "runs"))
  var bootstrap = 2000
  @Option(help: help("The seed of the draws.", "លេខចាប់ផ្តើមនៃការចាប់។"))
  var seed: Int = 1
  @Option(help: formatHelp) var format: OutputFormat = .text
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    try CommandFailure.unless(bootstrap, isIn: 0...1_000_000, option: "--bootstrap")
    try CommandFailure.unless(seed, isIn: 0...Int.max, option: "--seed")
    for number in [maximum, minimum, cut, reliability] {
      guard let number, !number.isFinite || number.magnitude >= 1e100 else { continue }
      throw CommandFailure(AnalysisAtConsole.notFinite)
    }
    if let reliability, !(0..<1).contains(reliability) {
      throw CommandFailure(AnalysisAtConsole.reliabilityRange)
    }
    if (languagePre == nil) != (languagePost == nil) {
      throw CommandFailure(AnalysisAtConsole.bothLanguages)
    }
    var request = ChangeRequest(path: table, pre: pre, post: post)
    request.id = id
    request.by = NameList.names(by)
    request.cluster = cluster
    request.form = form
    if let languagePre, let languagePost { request.languages = (languagePre, languagePost) }
    request.draws = bootstrap
    request.seed = UInt64(seed)
    request.maximum = maximum
    request.minimum = minimum
    request.cut = cut
    request.reliability = reliability
    return try AnalysisAtConsole.run(table, format, common, console) { [request] collector in
      request.run(collector).map { result in
        (json: { result.json(in: $0) }, document: { result.document })
      }
    }
  }
}
