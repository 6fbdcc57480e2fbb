import ArgumentParser
import Curriculum
import FoundationEssentials
import Source
import Terminal
import Text

/// `sala translation`: work with the two languages of a text.
struct TranslationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation",
    abstract: both("Keep translations in step.", "រក្សាការបកប្រែឱ្យត្រូវតាមអត្ថបទដើម។"),
    subcommands: [Stamp.self])

  /// `sala translation stamp`: records that a translation was looked over.
  struct Stamp: SalaCommand {
    static let configuration = CommandConfiguration(
      commandName: "stamp",
      abstract: both(
        "Record in a Khmer file that it was looked over: writes the hash of each English block.",
        "កត់ត្រាក្នុងឯកសារខ្មែរថាបានពិនិត្យរួច ដោយសរសេរកូដសង្ខេបនៃផ្នែកអង់គ្លេសនីមួយៗ។"))

    @Argument(help: help("The Khmer files (….km.md).", "ឯកសារខ្មែរ (….km.md)។"))
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
      km: "'\(path)' មិនមែនជាឯកសារខ្មែរទេ។ ឈ្មោះវាត្រូវបញ្ចប់ដោយ .km.md។")
  }

  static func done(_ count: Int) -> LocalizedText {
    LocalizedText(en: "Stamped \(count) files.", km: "បានកត់ត្រា \(count) ឯកសារ។")
  }
}
