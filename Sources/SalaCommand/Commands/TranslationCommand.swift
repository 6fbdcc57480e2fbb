import ArgumentParser
import Curriculum
import Document
import FoundationEssentials
import Source
import Terminal
import Text

extension TranslationState: ExpressibleByArgument {}

/// `sala translation`: work with the two languages of a text.
struct TranslationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation",
    abstract: both("Keep translations in step.", "តាមដានការបកប្រែ ឱ្យស្របនឹងអត្ថបទដើមជានិច្ច។"),
    subcommands: [Status.self, Stamp.self])

  /// `sala translation status`: what a translator has to do.
  struct Status: SalaCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: both(
        "List what is not translated, what changed since it was, and what waits for a reader.",
        "រាយអត្ថបទដែលខ្វះការបកប្រែ ដែលត្រូវធ្វើបច្ចុប្បន្នភាព និងដែលរង់ចាំអ្នកពិនិត្យ។"))

    @Argument(
      help: help(
        "Folder of the curriculum or its id; the only one in this folder where it is left out.",
        "ថត ឬលេខសម្គាល់កម្មវិធីសិក្សា។ បើមិនបញ្ជាក់ ប្រើកម្មវិធីសិក្សាតែមួយក្នុងថតនេះ។"))
    var path: String?

    @Option(
      help: help(
        "Only texts of this state; may be given several times. Without it, all but complete ones.",
        "បង្ហាញតែអត្ថបទដែលមានស្ថានភាពនេះ។ អាចបញ្ជាក់ច្រើនដង។ បើមិនបញ្ជាក់ បង្ហាញទាំងអស់ លើកលែងតែអត្ថបទរួចរាល់។"))
    var state: [TranslationState] = []

    @Option(help: formatHelp)
    var format: OutputFormat = .text

    @OptionGroup var common: CommonOptions

    func run(_ console: Console) throws -> Int32 {
      let language = console.language(common.language)
      let place = try CurriculumFinding.place(path, console: console)
      let loaded = CurriculumLoading.load(place.id, from: place.tree)
      guard loaded.curriculum != nil else {
        console.report(loaded.diagnostics.filter { $0.severity == .error }, in: language)
        return 1
      }
      let wanted: Set<TranslationState> =
        state.isEmpty ? [.missing, .stale, .review] : Set(state)
      let all = loaded.translations
      let entries = all.filter { wanted.contains($0.state) }
      let counts = all.counted
      switch format {
      case .json:
        console.line(
          JSONValue.object([
            "counts": TranslationWords.json(counts),
            "entries": .array(entries.map(TranslationWords.json)),
          ]).encoded(indented: true))
      case .csv, .html, .text:
        var blocks: [Document.Block] = [.table(TranslationWords.list(entries))]
        // A spreadsheet wants one table; a reader wants to know first how much there is.
        if format != .csv { blocks.insert(.table(TranslationWords.counts(counts)), at: 0) }
        let document = Document(title: TranslationWords.title, blocks: blocks)
        console.write(
          try rendered(document, as: format, language: language, console: console))
      }
      return 0
    }
  }

  /// `sala translation stamp`: records that a translation was looked over.
  struct Stamp: SalaCommand {
    static let configuration = CommandConfiguration(
      commandName: "stamp",
      abstract: both(
        "Record in a Khmer file that it was looked over: writes the hash of each English block.",
        "កត់ត្រាក្នុងឯកសារភាសាខ្មែរថាបានពិនិត្យការបកប្រែរួច ដោយសរសេរកូដសង្ខេបនៃផ្នែកភាសាអង់គ្លេសនីមួយៗ។"))

    @Argument(help: help("The Khmer files (….km.md).", "ឯកសារជាភាសាខ្មែរ (….km.md)។"))
    var files: [String]

    @OptionGroup var common: CommonOptions

    func run(_ console: Console) throws -> Int32 {
      let language = console.language(common.language)
      let collector = DiagnosticCollector()
      var stamped: [(path: String, text: String)] = []
      for path in files {
        guard SiblingPath.language(of: path) == .khmer else {
          throw CommandFailure(TranslationMessages.notKhmer(path))
        }
        let source = SiblingPath.path(path, in: .english)
        guard let khmer = FileReading.file(path, collector: collector),
          let english = FileReading.file(source, collector: collector)
        else { continue }
        let mark = path.contains(".situation.") ? ":: " : "## "
        stamped.append((path, Translation.stamped(khmer, from: english, mark: mark)))
      }
      console.report(collector.diagnostics, in: language)
      if collector.diagnostics.hasErrors { return 2 }
      for file in stamped {
        try FileWriting.write(Array(file.text.utf8), to: file.path)
      }
      console.line(TranslationMessages.done(stamped.count).text(in: language))
      return 0
    }
  }
}

/// The messages of `sala translation`.
enum TranslationMessages {
  static func notKhmer(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' is not a Khmer file; its name must end in .km.md.",
      km: "'\(path)' មិនមែនជាឯកសារភាសាខ្មែរទេ។ ឈ្មោះឯកសារត្រូវបញ្ចប់ដោយ .km.md។")
  }

  static func done(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Stamped \(count) files.", km: "បានកត់ត្រាឯកសារចំនួន \(Khmer.withKhmerDigits("\(count)"))។")
  }
}
