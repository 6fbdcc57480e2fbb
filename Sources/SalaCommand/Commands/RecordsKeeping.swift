import ArgumentParser
import Document
import Records
import Source
import Terminal
import Text

/// `sala records forget`.
struct RecordsForget: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: both(
      "Erase the name and the attributes of a person, here and wherever the records go.",
      "លុបឈ្មោះ និងព័ត៌មានផ្ទាល់ខ្លួនរបស់មនុស្សម្នាក់ នៅទីនេះ និងគ្រប់កន្លែងដែលកំណត់ត្រាទៅដល់។"),
    discussion: both(
      "Results stay under the code, which then stands for nobody. Backups and copies that are never merged keep what they have.",
      "លទ្ធផលនៅក្រោមកូដដដែល ដែលលែងជារបស់នរណា។ ច្បាប់បម្រុងទុក និងច្បាប់ចម្លងដែលមិនបានបញ្ចូល នៅមានព័ត៌មានដដែល។"))

  @Argument(help: help("The learner's code.", "កូដសិក្ខាកាម។")) var code: String
  @Option(help: help("Why, in words that name nobody.", "មូលហេតុ ដោយមិនបញ្ចេញឈ្មោះ។"))
  var reason: String
  @Option(
    help: help(
      "Who does it: a code or initials, no name.", "អ្នកធ្វើ៖ កូដ ឬអក្សរកាត់ មិនមែនឈ្មោះ។",
      value: "granter"))
  var by: String?
  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    guard reason.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw CommandFailure(KeepingWords.noReason)
    }
    let store = try store.open(console, language, creates: false)
    let code = try RegisterWords.code(code)
    let registers = try store.events().filter { event in
      event.learner(code) != nil && store.hasRegister(event.id)
    }
    // The name goes first: where the passphrase is wrong, nothing has been done yet.
    var names = 0
    for event in registers {
      let secret = try passphrase.known(event.id, console, language)
      var isThere = false
      _ = try store.register(event.id, passphrase: secret)
      try store.changeRegister(event.id, passphrase: secret) { known in
        isThere = known.removeValue(forKey: code) != nil
      }
      if isThere { names += 1 }
    }
    let report = try store.forget(code, reason: reason, by: by)
    console.line(KeepingWords.forgotten(report, names: names).text(in: language))
    return 0
  }
}

/// `sala records conflicts`.
struct RecordsConflicts: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: both(
      "Show records that contradict each other, with both sides.",
      "បង្ហាញកំណត់ត្រាដែលផ្ទុយគ្នា ជាមួយខាងទាំងពីរ។"))

  @Option(help: formatHelp) var format: OutputFormat = .text
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let conflicts = try store.conflicts()
    console.write(
      try rendered(
        KeepingWords.document(conflicts, isSynthetic: store.isSynthetic), as: format,
        language: language, console: console))
    return conflicts.isEmpty ? 0 : 1
  }
}

/// `sala records bundle`.
struct RecordsBundle: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: both(
      "Write all journals to one file, signed, and encrypted to another site; or list what is in one.",
      "សរសេរកំណត់ហេតុទាំងអស់ទៅឯកសារមួយ ដោយចុះហត្ថលេខា និងអ៊ិនគ្រីបសម្រាប់ទីតាំងផ្សេង ឬបង្ហាញខ្លឹមសារ។"),
    discussion: both(
      "Only the site that it is for can open it. Private keys are never in it, registers of names only where asked for.",
      "មានតែទីតាំងដែលទទួលទេដែលអាចបើកបាន។ សោសម្ងាត់មិននៅក្នុងនោះឡើយ ហើយបញ្ជីឈ្មោះនៅក្នុងនោះតែពេលស្នើ។"))

  @Option(
    help: help(
      "The site it is for: its name, id or fingerprint.",
      "ទីតាំងទទួល៖ ឈ្មោះ លេខសម្គាល់ ឬស្នាមសោ។", value: "site"))
  var to: String?
  @Option(
    help: help(
      "The file of the receiving site's public keys.", "ឯកសារសោសាធារណៈរបស់ទីតាំងទទួល។",
      value: "file"))
  var recipient: String?
  @Option(help: help("The file to write.", "ឯកសារដែលត្រូវសរសេរ។", value: "file")) var out: String?
  @Option(
    help: help(
      "Send the register of this event along, under its passphrase.",
      "ភ្ជាប់បញ្ជីឈ្មោះនៃព្រឹត្តិការណ៍នេះ ក្រោមឃ្លាសម្ងាត់របស់វា។", value: "event"))
  var withRegister: [String] = []
  @Option(
    help: help(
      "Show what is in this bundle, and take nothing in.",
      "បង្ហាញខ្លឹមសារកញ្ចប់នេះ ដោយមិនបញ្ចូលអ្វីទេ។", value: "file"))
  var list: String?
  @Option(help: formatHelp) var format: OutputFormat = .text
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let asks = to != nil || recipient != nil || out != nil || !withRegister.isEmpty
    guard (list != nil) != asks else { throw CommandFailure(KeepingWords.listOrMake) }
    let store = try store.open(console, language, creates: false)
    if let list {
      let contents = try store.contents(ofBundle: list)
      console.report(contents.findings, in: language)
      console.write(
        try rendered(
          KeepingWords.document(contents), as: format, language: language, console: console))
      return 0
    }
    guard let out, (to != nil) != (recipient != nil) else {
      throw CommandFailure(KeepingWords.listOrMake)
    }
    let made = try store.bundle(
      to: to.map { .site($0) } ?? .keyFile(recipient ?? ""), registers: withRegister)
    try Store.write(made.bytes, to: out)
    console.line(KeepingWords.bundled(out, made.recipient).text(in: language))
    return 0
  }
}

/// `sala records backup`.
struct RecordsBackup: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: both(
      "Write everything that cannot be made again to one file under a passphrase, even during a test.",
      "សរសេរអ្វីៗដែលមិនអាចបង្កើតឡើងវិញ ទៅឯកសារមួយក្រោមឃ្លាសម្ងាត់ ទោះកំពុងធ្វើតេស្តក៏ដោយ។"),
    discussion: both(
      "Private keys and registers are in it. Keep the file and its passphrase apart.",
      "សោសម្ងាត់ និងបញ្ជីឈ្មោះនៅក្នុងនោះ។ សូមរក្សាឯកសារ និងឃ្លាសម្ងាត់ដាច់ពីគ្នា។"))

  @Option(help: help("The file to write.", "ឯកសារដែលត្រូវសរសេរ។", value: "file")) var out: String
  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let store = try store.open(console, language, creates: false)
    let made = try store.backup(passphrase: try passphrase.new(out, console, language))
    try Store.write(made.bytes, to: out)
    console.line(
      KeepingWords.backedUp(out, files: made.files, bytes: made.bytes.count).text(in: language))
    return 0
  }
}

/// `sala records restore`.
struct RecordsRestore: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: both(
      "Make a store again from a backup, in a new folder.",
      "ស្តារកំណត់ត្រាពីច្បាប់បម្រុងទុក ទៅក្នុងថតថ្មី។"))

  @Argument(help: help("The backup.", "ច្បាប់បម្រុងទុក។")) var file: String
  @OptionGroup var passphrase: PassphraseOption
  @OptionGroup var store: StoreOption
  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let language = console.language(common.language)
    let folder = try store.folder(console)
    let secret = try passphrase.known(file, console, language)
    let count = try Store.restore(file, to: folder, passphrase: secret)
    console.line(KeepingWords.restored(folder, files: count).text(in: language))
    return 0
  }
}
