import ArgumentParser
import Assessment
import Curriculum
import Records
import Source
import Terminal
import Text

/// `sala results`: answers in and out.
struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: both(
      "Bring in answers given on paper, judge and score them again, write results out, verify them.",
      "បញ្ចូលចម្លើយដែលសរសេរលើក្រដាស វាយតម្លៃ ដាក់ពិន្ទុឡើងវិញ នាំលទ្ធផលចេញ និងផ្ទៀងផ្ទាត់។"),
    subcommands: [
      ResultsImportCommand.self, ResultsExportCommand.self, ResultsRescoreCommand.self,
      ResultsRateCommand.self, ResultsSetAside.self, ResultsVerifyCommand.self,
      ResultsEnterCommand.self,
      ResultsSettleCommand.self, ResultsPapersCommand.self,
    ])
}

/// `sala results export`.
struct ResultsExportCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: both(
      "Write results as CSV, one row an answer; 'sala results import' reads it back.",
      "នាំលទ្ធផលចេញជា CSV ដោយចម្លើយមួយស្ថិតក្នុងជួរមួយ។ 'sala results import' អាចអានវាវិញ។"))

  @Option(help: help("Only this event.", "យកតែព្រឹត្តិការណ៍នេះ។")) var event: String?
  @Option(help: help("Only this occasion.", "យកតែតេស្តនេះ។")) var occasion: Occasion?
  @Flag(
    help: help(
      "Begin with a byte-order mark, so that Excel shows Khmer.",
      "ដាក់សញ្ញា BOM នៅដើម ដើម្បីឱ្យ Excel បង្ហាញអក្សរខ្មែរ។"))
  var excel = false
  @Flag(
    help: help(
      "One row a test and one column a question; answers alone.",
      "ជួរមួយសម្រាប់តេស្តនីមួយៗ និងជួរឈរមួយសម្រាប់សំណួរនីមួយៗ មានតែចម្លើយ។"))
  var wide = false
  @Option(help: help("Write to this file.", "សរសេរទៅឯកសារនេះ។")) var out: String?
  @Flag(
    help: help(
      "Write a seal beside the file, in FILE.sig, by which 'sala results verify' finds any change.",
      "សរសេរត្រាក្បែរឯកសារ ក្នុង FILE.sig ដើម្បីឱ្យ 'sala results verify' រកឃើញការកែណាមួយ។"))
  var signed = false
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    if signed, out == nil { throw CommandFailure(ResultsWords.whereTo) }
    if out?.isEmpty == true { throw CommandFailure(CommandMessages.cannotWrite("")) }
    let store = try store.open(console, language, creates: false)
    if let event { _ = try EventFinding.event(event, in: store) }
    var bytes: [UInt8] = excel ? [0xEF, 0xBB, 0xBF] : []
    if wide {
      bytes += ResultsExport.wide(try store.matrix(event: event, occasion: occasion))
    } else {
      let attempts = try store.attempts(event: event, occasion: occasion)
      let statements = try store.statements()
      let rules = EvaluationRules(statements, events: try store.events())
      let table = ResultsExport.csv(
        attempts.marked(by: statements.papers), people: try store.people(), rules: rules)
      bytes += Array(table.utf8)
    }
    if let out {
      try write(bytes, to: out, store, console, language)
    } else {
      console.write(String(decoding: bytes, as: UTF8.self))
    }
    if store.isSynthetic { console.note(ResultsWords.synthetic.text(in: language)) }
    return 0
  }
}

extension ResultsExportCommand {
  /// Writes the table, and the seal after it: a table without its seal is not sealed, a seal
  /// without its table would be of another one.
  private func write(
    _ bytes: [UInt8], to path: String, _ store: Store, _ console: Console, _ language: Language
  ) throws {
    let seal = signed ? try store.seal(bytes) : nil
    try FileWriting.remove(ResultsSeal.path(path))
    try FileWriting.write(bytes, to: path)
    console.line(path)
    guard let seal else { return }
    try FileWriting.write(try seal.bytes(), to: ResultsSeal.path(path))
    console.line(ResultsSeal.path(path))
    console.note(
      (seal.fingerprint.map(ResultsWords.signedBy) ?? ResultsWords.sealedOnly).text(in: language))
  }
}

/// The words of the commands about results.
enum ResultsWords {
  static let whereTo = LocalizedText(
    en: "--signed writes two files; name the table with --out.",
    km: "--signed សរសេរឯកសារពីរ។ សូមបញ្ជាក់ឯកសារតារាងដោយ --out។")
  static let sealedOnly = LocalizedText(
    en: "Sealed, but not signed: there is no site's key here. Accidents are found, forgeries not.",
    km: "បានបិទត្រា តែមិនបានចុះហត្ថលេខា ព្រោះគ្មានសោរបស់ទីតាំងនៅទីនេះ។ អាចរកឃើញការខូច តែមិនអាចរកឃើញការក្លែងបន្លំទេ។")

  static func signedBy(_ fingerprint: String) -> LocalizedText {
    LocalizedText(
      en: "Signed with the key \(fingerprint).", km: "បានចុះហត្ថលេខាដោយសោ \(fingerprint)។")
  }

  static let synthetic = LocalizedText(
    en: "These results are synthetic.", km: "លទ្ធផលទាំងនេះជាទិន្នន័យសំយោគ។")
}
