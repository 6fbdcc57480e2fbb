import Analysis
import ArgumentParser
import Psychometrics
import Terminal
import Text

/// `sala analyse dif`.
struct AnalyseDIFCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "dif",
    abstract: both(
      "Are items harder for one group than for equally able people of another?",
      "តើសំណួរលំបាកសម្រាប់ក្រុមមួយ ជាងមនុស្សដែលចេះស្មើគ្នាក្នុងក្រុមផ្សេងឬទេ?"))

  @Argument(
    help: help(
      "A table of scores: one row a person, one column an item, and one of groups.",
      "តារាងពិន្ទុ៖ ជួរមួយសម្រាប់មនុស្សម្នាក់ ជួរឈរមួយសម្រាប់សំណួរមួយ និងជួរឈរក្រុមមួយ។", value: "table"))
  var scored: String
  @Option(
    help: help(
      "The column of groups, such as sex, province or the language of the test.",
      "ជួរឈរក្រុម ដូចជា ភេទ ខេត្ត ឬភាសានៃតេស្ត។", value: "table-column"))
  var group: String
  @Option(
    help: help(
      "Where classes come from: mh, standardization or logistic.",
      "ប្រភពនៃប្រភេទ៖ mh, standardization ឬ logistic។", value: "dif-method"))
  var method: ItemFairness.Method = .mantelHaenszel
  @Option(
    help: help(
      "The group that the others are compared with; without it the largest.",
      "ក្រុមដែលយកធៀប។ បើមិនកំណត់ យកក្រុមធំបំផុត។", value: "group-label"))
  var reference: String?
  @Flag(
    help: help(
      "Take items that differ out of the matching score.", "ដកសំណួរដែលខុសគ្នាចេញពីពិន្ទុផ្គូផ្គង។"))
  var purify = false
  @Option(
    help: help(
      "The fewest people of a group, instead of 50.", "ចំនួនមនុស្សតិចបំផុតក្នុងក្រុម ជំនួស ៥០។",
      value: "people"))
  var fewest: Int?
  @OptionGroup var options: AnalysisOptions
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    if let fewest { try CommandFailure.unless(fewest, isIn: 2...1_000_000, option: "--fewest") }
    let collector = DiagnosticCollector()
    let roles = ItemTable.Roles(id: options.id, group: group, ignored: options.ignored)
    let request = FairnessAnalysis.Request(
      method: method, purifies: purify, reference: reference, fewest: fewest)
    let answer = ItemTable.read(scored, roles, collector: collector).flatMap {
      FairnessAnalysis.answer($0, request, language: language, collector: collector)
    }
    return try options.write(answer, of: [scored], collector, in: language, to: console)
  }
}
