import ArgumentParser
import Document
import Records
import Source
import Terminal
import Text

/// `sala register`: the names behind the codes of an event, under a passphrase.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: both(
      "Keep the names of an event's people, encrypted under a passphrase.",
      "រក្សាទុកឈ្មោះសិក្ខាកាមនៃព្រឹត្តិការណ៍ ដោយអ៊ិនគ្រីបក្រោមឃ្លាសម្ងាត់។"),
    discussion: both(
      "Names are nowhere else: journals and reports hold codes alone. Without the passphrase nobody can read them, and nobody can get it back.",
      "ឈ្មោះមិននៅកន្លែងផ្សេងទេ៖ កំណត់ហេតុ និងរបាយការណ៍មានតែកូដ។ បើគ្មានឃ្លាសម្ងាត់ គ្មាននរណាអាចអានបាន ហើយគ្មាននរណាអាចរកវាវិញបានទេ។"
    ),
    subcommands: [
      RegisterAdd.self, RegisterImport.self, RegisterList.self, RegisterExport.self,
      RegisterChangePassphrase.self, RegisterRemove.self,
    ])
}

/// `sala register add`.
struct RegisterAdd: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: both("Write down the name behind one code.", "កត់ត្រាឈ្មោះរបស់ម្ចាស់កូដមួយ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Argument(help: help("The learner's code.", "កូដសិក្ខាកាម។")) var code: String
  @Option(help: help("The name in Khmer.", "ឈ្មោះជាភាសាខ្មែរ។", value: "name"))
  var khmerName: String?
  @Option(help: help("The name in Latin letters.", "ឈ្មោះជាអក្សរឡាតាំង។", value: "name"))
  var latinName: String?
  @Option(help: help("The telephone number.", "លេខទូរស័ព្ទ។", value: "number")) var phone: String?
  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let name = PersonName(
      khmer: Khmer.normalised(khmerName ?? ""), latin: latinName ?? "", phone: phone)
    guard !name.isEmpty else { throw CommandFailure(RegisterWords.noName) }
    let store = try store.open(console, language, creates: false)
    let summary = try EventFinding.event(event, in: store)
    let code = try RegisterWords.code(code)
    guard summary.learner(code) != nil else {
      throw CommandFailure(RegisterWords.notEnrolled(code, event), code: 1)
    }
    let secret = try RegisterWords.secret(passphrase, event, in: store, console, language)
    let register = try store.changeRegister(event, passphrase: secret) { $0[code] = name }
    console.line(RegisterWords.holds(register).text(in: language))
    return 0
  }
}

/// `sala register import`.
struct RegisterImport: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: both(
      "Take names in from a table of code, khmer-name, latin-name and phone.",
      "បញ្ចូលឈ្មោះពីតារាងដែលមាន code, khmer-name, latin-name និង phone។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Argument(help: help("The table (CSV).", "តារាង (CSV)។")) var file: String
  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let summary = try EventFinding.event(event, in: store)
    let collector = DiagnosticCollector()
    guard let source = FileReading.file(file, collector: collector),
      let table = CSVTable(source, collector: collector)
    else {
      console.report(collector.diagnostics, in: language)
      return FileReading.exists(file) ? 1 : 2
    }
    let names = RegisterReading.names(
      table, enrolled: Set(summary.learners.map(\.code)), collector: collector)
    console.report(collector.diagnostics.inReadingOrder, in: language)
    if collector.diagnostics.hasErrors { return 1 }
    let secret = try RegisterWords.secret(passphrase, event, in: store, console, language)
    let register = try store.changeRegister(event, passphrase: secret) { known in
      known.merge(names) { $1 }
    }
    console.line(RegisterWords.imported(names.count).text(in: language))
    console.line(RegisterWords.holds(register).text(in: language))
    return 0
  }
}

/// `sala register list`.
struct RegisterList: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: both("Show the names of an event.", "បង្ហាញឈ្មោះសិក្ខាកាមនៃព្រឹត្តិការណ៍។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(help: formatHelp) var format: OutputFormat = .text
  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let document = try RegisterWords.document(
      event, passphrase, in: store, console, language)
    console.write(try rendered(document, as: format, language: language, console: console))
    return 0
  }
}

/// `sala register export`.
struct RegisterExport: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: both(
      "Write the names to a table that is not encrypted; remove it when it has served.",
      "សរសេរឈ្មោះទៅតារាងដែលមិនអ៊ិនគ្រីប។ សូមលុបវាពេលប្រើរួច។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(help: help("The file to write (CSV).", "ឯកសារដែលត្រូវសរសេរ (CSV)។", value: "file"))
  var out: String
  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let document = try RegisterWords.document(event, passphrase, in: store, console, language)
    let text = try rendered(document, as: .csv, language: language, console: console)
    try Store.write(Array(text.utf8), to: out)
    console.note(RegisterWords.readable(out).text(in: language))
    return 0
  }
}

/// `sala register change-passphrase`.
struct RegisterChangePassphrase: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "change-passphrase",
    abstract: both(
      "Give the register of an event another passphrase.",
      "ប្តូរឃ្លាសម្ងាត់នៃបញ្ជីឈ្មោះរបស់ព្រឹត្តិការណ៍។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Option(
    help: help(
      "File whose first line is the new passphrase; else it is asked for.",
      "ឯកសារដែលបន្ទាត់ទីមួយជាឃ្លាសម្ងាត់ថ្មី។ បើមិនបញ្ជាក់ នឹងសួរ។", value: "file"))
  var newPassphraseFile: String?
  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let old = try passphrase.known(event, console, language)
    _ = try store.register(event, passphrase: old)
    let new =
      try newPassphraseFile.map(PassphraseOption.firstLine)
      ?? PassphraseOption.chosen(event, console, language)
    try store.changeRegister(event, passphrase: old, newPassphrase: new) { _ in }
    console.line(RegisterWords.changed.text(in: language))
    return 0
  }
}

/// `sala register remove`.
struct RegisterRemove: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: both("Remove the name behind a code.", "លុបឈ្មោះរបស់ម្ចាស់កូដមួយ។"))

  @Argument(help: help("The event's id.", "លេខសម្គាល់ព្រឹត្តិការណ៍។")) var event: String
  @Argument(help: help("The learner's code.", "កូដសិក្ខាកាម។")) var code: String
  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let code = try RegisterWords.code(code)
    let secret = try passphrase.known(event, console, language)
    guard try store.register(event, passphrase: secret).names[code] != nil else {
      throw CommandFailure(RegisterWords.unknown(code, event), code: 1)
    }
    let register = try store.changeRegister(event, passphrase: secret) { $0[code] = nil }
    console.line(RegisterWords.holds(register).text(in: language))
    return 0
  }
}

/// The words of the commands about registers.
enum RegisterWords {
  static let noName = LocalizedText(
    en: "Give --khmer-name, --latin-name or both.", km: "សូមផ្តល់ --khmer-name ឬ --latin-name ឬទាំងពីរ។")
  static let changed = LocalizedText(
    en: "The register has the new passphrase from now on.",
    km: "បញ្ជីឈ្មោះមានឃ្លាសម្ងាត់ថ្មីចាប់ពីពេលនេះ។")

  static func notEnrolled(_ code: String, _ event: String) -> LocalizedText {
    LocalizedText(
      en: "The code \(code) is not enrolled in '\(event)'.",
      km: "កូដ \(code) មិនមានក្នុងបញ្ជីសិក្ខាកាមនៃ '\(event)' ទេ។")
  }

  static func unknown(_ code: String, _ event: String) -> LocalizedText {
    LocalizedText(
      en: "The register of '\(event)' has no name for the code \(code).",
      km: "បញ្ជីឈ្មោះនៃ '\(event)' គ្មានឈ្មោះសម្រាប់កូដ \(code) ទេ។")
  }

  static func holds(_ register: Register) -> LocalizedText {
    LocalizedText(
      en: "The register of '\(register.event)' holds \(register.names.count) names.",
      km: "បញ្ជីឈ្មោះនៃ '\(register.event)' មានឈ្មោះ "
        + Khmer.withKhmerDigits("\(register.names.count)") + "។")
  }

  static func imported(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) names were taken in.",
      km: "បានបញ្ចូលឈ្មោះ " + Khmer.withKhmerDigits("\(count)") + "។")
  }

  static func readable(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' is not encrypted. Remove it when it has served.",
      km: "'\(path)' មិនត្រូវបានអ៊ិនគ្រីបទេ។ សូមលុបវាពេលប្រើរួច។")
  }

  static func code(_ typed: String) throws -> String {
    switch LearnerCode.parse(typed) {
    case .code(let code): return code
    case .wrong(let reason): throw CommandFailure(QuizWords.badCode(typed, reason), code: 1)
    }
  }

  /// The passphrase of a register, or the one that a new register gets.
  static func secret(
    _ option: PassphraseOption, _ event: String, in store: Store, _ console: Console,
    _ language: Language
  ) throws -> String {
    guard store.hasRegister(event) else { return try option.new(event, console, language) }
    let secret = try option.known(event, console, language)
    _ = try store.register(event, passphrase: secret)
    return secret
  }

  static func document(
    _ event: String, _ option: PassphraseOption, in store: Store, _ console: Console,
    _ language: Language
  ) throws -> Document {
    let secret = try option.known(event, console, language)
    let register = try store.register(event, passphrase: secret)
    let rows = register.names.sorted { $0.key < $1.key }.map { code, name -> [Table.Cell] in
      [
        .text(code), .text(name.khmer), .text(name.latin), name.phone.map { .text($0) } ?? .empty,
      ]
    }
    let table = Table(
      id: "register", caption: holds(register),
      columns: [
        Table.Column("code", LocalizedText(en: "code", km: "កូដ"), .text),
        Table.Column("khmer-name", LocalizedText(en: "name in Khmer", km: "ឈ្មោះជាភាសាខ្មែរ"), .text),
        Table.Column("latin-name", LocalizedText(en: "name in Latin", km: "ឈ្មោះជាអក្សរឡាតាំង"), .text),
        Table.Column("phone", LocalizedText(en: "telephone", km: "លេខទូរស័ព្ទ"), .text),
      ], rows: rows, footnotes: [])
    return Document(
      title: LocalizedText(en: "Names", km: "ឈ្មោះ"), blocks: [.table(table)],
      isSynthetic: store.isSynthetic)
  }
}
