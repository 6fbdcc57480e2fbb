import ArgumentParser
import Source
import Terminal
import Text

/// `sala text`: what Sala does with Khmer text, line by line.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: both(
      "Work on Khmer text: one line in, one line out.",
      "ធ្វើការលើអត្ថបទខ្មែរ៖ មួយបន្ទាត់ចូល មួយបន្ទាត់ចេញ។"),
    subcommands: [Normalize.self, Segment.self, Syllables.self, TextDrawCommand.self])

  /// `sala text normalize`: the one way of writing it.
  struct Normalize: SalaCommand {
    static let configuration = CommandConfiguration(
      commandName: "normalize",
      abstract: both(
        "Write text the one right way: Unicode form NFC and the Khmer Encoding Structure.",
        "សរសេរអត្ថបទតាមរបៀបត្រឹមត្រូវតែមួយ៖ ទម្រង់ Unicode NFC និងរចនាសម្ព័ន្ធកូដអក្សរខ្មែរ។"),
      discussion: both(
        "Reads standard input. The text looks the same afterwards: signs typed in another order or in parts come to be written alike. Mistakes that can be seen stay; --check names them, writes nothing, and exits with 1 where there is any.",
        "អានពី standard input។ អត្ថបទមើលទៅដូចដើម៖ សញ្ញាដែលវាយតាមលំដាប់ផ្សេង ឬវាយជាផ្នែកៗ នឹងត្រូវសរសេរដូចគ្នា។ កំហុសដែលមើលឃើញនៅដដែល។ --check បង្ហាញកំហុសទាំងនោះ មិនសរសេរអ្វីទេ ហើយលេខកូដបញ្ចប់គឺ 1 បើមានកំហុស។"
      ))

    @Flag(
      help: help(
        "Only name what is wrong, with line and column.",
        "បង្ហាញតែកំហុស ព្រមទាំងលេខបន្ទាត់ និងទីតាំងតួអក្សរ។"))
    var check = false

    @OptionGroup var common: CommonOptions

    func run(_ console: Console) throws -> Int32 {
      TextCommand.run(
        check ? .check : .normalise, console: console, language: console.language(common.language))
    }
  }

  /// `sala text segment`: words.
  struct Segment: SalaCommand {
    static let configuration = CommandConfiguration(
      commandName: "segment",
      abstract: both(
        "Divide text into words, numbers, marks and spaces, with | between them.",
        "បំបែកអត្ថបទជាពាក្យ លេខ វណ្ណយុត្តិ និងដកឃ្លា ដោយមាន | នៅចន្លោះ។"),
      discussion: both(
        "Reads standard input. The parts put together are the line, without its zero-width spaces (U+200B): where an author typed them they are the divisions, and nothing else divides the letters between.",
        "អានពី standard input។ ផ្នែកទាំងអស់តភ្ជាប់គ្នាបានជាបន្ទាត់ដើម ដោយគ្មានដកឃ្លាទទឹងសូន្យ (U+200B)៖ កន្លែងដែលអ្នកនិពន្ធវាយវា គឺជាកន្លែងបំបែក ហើយអក្សរនៅចន្លោះមិនត្រូវបំបែកទៀតទេ។"
      ))

    @Option(
      help: help(
        "A file of names and terms that are never divided, one a line.",
        "ឯកសារដែលរាយឈ្មោះ និងពាក្យដែលមិនត្រូវបំបែក ដោយសរសេរមួយក្នុងមួយបន្ទាត់។"))
    var terms: String?

    @OptionGroup var common: CommonOptions

    func run(_ console: Console) throws -> Int32 {
      let language = console.language(common.language)
      var segmenter = KhmerSegmenter.standard
      if let terms {
        let collector = DiagnosticCollector()
        guard let file = FileReading.file(terms, collector: collector) else {
          console.report(collector.diagnostics, in: language)
          return 2
        }
        segmenter = KhmerSegmenter(protecting: file.lines)
      }
      return TextCommand.run(.segment, segmenter: segmenter, console: console, language: language)
    }
  }

  /// `sala text syllables`: syllables.
  struct Syllables: SalaCommand {
    static let configuration = CommandConfiguration(
      commandName: "syllables",
      abstract: both(
        "Divide text into syllables, with | between them.",
        "បំបែកអត្ថបទជាព្យាង្គ ដោយមាន | នៅចន្លោះ។"),
      discussion: both(
        "Reads standard input. A letter stays with its subscripts, vowels and signs. Zero-width spaces (U+200B) are a separator themselves and are not written.",
        "អានពី standard input។ ព្យញ្ជនៈនៅជាមួយជើងអក្សរ ស្រៈ និងសញ្ញារបស់វា។ ដកឃ្លាទទឹងសូន្យ (U+200B) ជាសញ្ញាបំបែកស្រាប់ ហើយមិនត្រូវបានសរសេរទេ។"
      ))

    @OptionGroup var common: CommonOptions

    func run(_ console: Console) throws -> Int32 {
      TextCommand.run(
        .syllables, console: console, language: console.language(common.language))
    }
  }

  /// Puts standard input through line by line, as it comes.
  private static func run(
    _ task: TextLines.Task, segmenter: KhmerSegmenter = .standard, console: Console,
    language: Language
  ) -> Int32 {
    var lines = TextLines(task, segmenter: segmenter)
    let line = { (text: String) in console.write(text) }
    let finding = { (found: Diagnostic) in
      console.note(HelpText.visible(DiagnosticRendering.text(found, in: language)))
    }
    while let bytes = console.readBytes() { lines.take(bytes, line: line, finding: finding) }
    lines.finish(line: line, finding: finding)
    return lines.errorCount == 0 ? 0 : 1
  }
}
