import ArgumentParser
import Assessment
import Curriculum
import Records
import Source
import Terminal
import Text

/// `sala results enter`: keys what stands on paper.
struct ResultsEnterCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter",
    abstract: both(
      "Key paper answers; two people key each paper, and nothing is scored before they agree.",
      "បញ្ចូលចម្លើយពីក្រដាស។ មនុស្សពីរនាក់បញ្ចូលក្រដាសនីមួយៗ ហើយមិនដាក់ពិន្ទុមុនពេលត្រូវគ្នាទេ។"),
    discussion: both(
      "For each question type the answer; '-' nothing written, '?' unclear, '!' double mark, '<' back, '.' stop. What was typed is kept after each answer; the same command goes on.",
      "សម្រាប់សំណួរនីមួយៗ សូមវាយចម្លើយ។ '-' គ្មានអ្វីសរសេរ '?' មិនច្បាស់ '!' គូសច្រើនហួស '<' ថយក្រោយ '.' ឈប់។ អ្វីដែលបានវាយត្រូវរក្សាទុកក្រោយចម្លើយនីមួយៗ ពាក្យបញ្ជាដដែលនឹងបន្ត។"
    ))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @OptionGroup var papers: PaperOptions
  @Option(
    help: help("Who keys: a code or initials, no name.", "អ្នកបញ្ចូល៖ កូដ ឬអក្សរកាត់ មិនមែនឈ្មោះ។"))
  var by: String
  @Option(
    help: help(
      "The form on the paper, where it is not the one allocated.",
      "វិញ្ញាសាលើក្រដាស បើខុសពីអ្វីដែលបានបែងចែក។"))
  var form: String?
  @Option(
    help: help(
      "The day on which the papers were written, such as 2026-11-26.",
      "ថ្ងៃដែលបានធ្វើតេស្តលើក្រដាស ដូចជា 2026-11-26។"))
  var taken: String?
  @Option(
    help: help(
      "Read the entries from this CSV: code,item,answer,mark.",
      "អានការបញ្ចូលពីឯកសារ CSV នេះ៖ code,item,answer,mark។"))
  var file: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    try PaperOptions.check(papers.occasion)
    guard PaperMarkInput.isInitials(by) else { throw CommandFailure(PaperEntryWords.badBy(by)) }
    let store = try store.open(console, language, creates: false)
    let summary = try EventFinding.event(event, in: store)
    let loaded = try LoadedForms.load(papers.curriculum ?? summary.curriculum, console: console)
    let entry = PaperEntry(
      store: store, event: summary, occasion: papers.occasion, forms: loaded.curriculum.forms,
      person: by, taken: try taken.map { try PaperOptions.time($0, papers.occasion) },
      form: form, console: console, language: language)
    if let form, !summary.forms.contains(form) {
      throw CommandFailure(
        FormWords.noForm(
          form, known: summary.forms,
          suggestion: Suggestion.nearest(to: form, in: summary.forms)), code: 1)
    }
    try entry.noteTeaching()
    if let file { return try entry.read(file) }
    return try entry.run(only: papers.learner)
  }
}

/// `sala results settle`: decides what two entries differ in.
struct ResultsSettleCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: both(
      "Settle what two entries of a paper differ in, by looking at the paper again.",
      "ដោះស្រាយភាពខុសគ្នារវាងការបញ្ចូលពីរ ដោយមើលក្រដាសម្តងទៀត។"),
    discussion: both(
      "For each difference type 1 or 2 for the entry that is right, or what stands on the paper behind '='; '.' stops.",
      "សម្រាប់ភាពខុសគ្នានីមួយៗ សូមវាយ 1 ឬ 2 តាមការបញ្ចូលដែលត្រឹមត្រូវ ឬវាយ '=' និងអ្វីដែលមានលើក្រដាស។ '.' ឈប់។"
    ))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @OptionGroup var papers: PaperOptions
  @Option(
    help: help(
      "Who settles: a code or initials, no name.", "អ្នកដោះស្រាយ៖ កូដ ឬអក្សរកាត់ មិនមែនឈ្មោះ។"))
  var by: String
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    try PaperOptions.check(papers.occasion)
    guard PaperMarkInput.isInitials(by) else { throw CommandFailure(PaperEntryWords.badBy(by)) }
    let store = try store.open(console, language, creates: false)
    let summary = try EventFinding.event(event, in: store)
    let loaded = try LoadedForms.load(papers.curriculum ?? summary.curriculum, console: console)
    return try PaperSettling(
      store: store, event: summary, occasion: papers.occasion, forms: loaded.curriculum.forms,
      person: by, console: console, language: language
    ).run(only: papers.learner)
  }
}

/// `sala results papers`: how far the papers of an event have come.
struct ResultsPapersCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "papers",
    abstract: both(
      "Show the papers of an event: keyed once, twice, differing, settled, scored; and the error rate.",
      "បង្ហាញក្រដាសនៃព្រឹត្តិការណ៍៖ បញ្ចូលម្តង ពីរដង ខុសគ្នា ដោះស្រាយរួច ដាក់ពិន្ទុរួច និងអត្រាកំហុស។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(help: help("Only this occasion.", "យកតែតេស្តនេះ។")) var occasion: Occasion?
  @Option(help: formatHelp) var format: OutputFormat = .text
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let summary = try EventFinding.event(event, in: store)
    let forms = try LoadedForms.load(curriculum ?? summary.curriculum, console: console)
      .curriculum.forms
    let document = PapersDocument.document(
      PaperState.all(try store.statements(), event: event, occasion: occasion), forms: forms,
      attempts: try store.attempts(event: event), isSynthetic: store.isSynthetic)
    console.write(try rendered(document, as: format, language: language, console: console))
    return 0
  }
}

/// Which papers are meant.
struct PaperOptions: ParsableArguments {
  @Option(
    help: help(
      "Which test: pre, post or follow-up.",
      "តេស្តណា៖ pre (មុនវគ្គ), post (ក្រោយវគ្គ) ឬ follow-up (តាមដាន)។"))
  var occasion: Occasion = .pre
  @Option(help: help("Only this learner, by code.", "យកតែសិក្ខាកាមនេះ តាមកូដ។"))
  var learner: String?
  @Option(help: help("The curriculum.", "កម្មវិធីសិក្សា។")) var curriculum: String?

  static func check(_ occasion: Occasion) throws {
    if occasion == .practice { throw CommandFailure(PaperEntryWords.noPractice) }
  }

  /// Returns the time of a paper of which the day is known: a pre-test stands at its beginning,
  /// 07:00 in Phnom Penh, others at its end, 17:00.
  static func time(_ typed: String, _ occasion: Occasion) throws -> String {
    if Timestamp.isValid(typed) { return typed }
    guard KhmerDate(iso: typed) != nil else { throw CommandFailure(PrintWords.badDate(typed)) }
    let day = Khmer.withLatinDigits(typed)
    return "\(day)T\(occasion == .pre ? "00" : "10"):00:00.000Z"
  }

  /// Returns a learner's code as it was typed for a command.
  static func code(_ typed: String) throws -> String {
    if case .code(let code) = LearnerCode.parse(typed) { return code }
    throw CommandFailure(RateWords.noLearner(typed), code: 1)
  }
}
