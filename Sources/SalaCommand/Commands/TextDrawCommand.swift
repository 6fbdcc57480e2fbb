import ArgumentParser
import Shaping
import Terminal
import Text

/// `sala text draw`: text as the terminal quiz draws it, to try a terminal or a style.
struct TextDrawCommand: SalaCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: both(
      "Draw the lines of standard input with block characters, as the quiz shows Khmer.",
      "គូរបន្ទាត់នីមួយៗពីធាតុចូលស្តង់ដារជាប្លុក ដូចដែលតេស្តបង្ហាញអក្សរខ្មែរ។"))

  @Option(
    help: help(
      "sextants, quadrants, small, large, braille or plain.",
      "sextants, quadrants, small, large, braille ឬ plain។"))
  var style = ShapedStyle.sextants.id

  @Option(help: help("The columns of a line.", "ចំនួនជួរឈរនៃបន្ទាត់មួយ។"))
  var columns: Int?

  @Flag(
    help: help(
      "Write the text of each line above its drawing, after '# '.",
      "សរសេរអត្ថបទនៃបន្ទាត់នីមួយៗពីលើរូបគូរ ក្រោយសញ្ញា '# '។"))
  var captions = false

  @OptionGroup var common: CommonOptions

  func run(_ console: Console) throws -> Int32 {
    let drawing = try drawing(console.language(common.language))
    while let text = console.readLine() {
      for line in drawing.lines(text, columns: max(1, columns ?? console.width)) {
        if captions { console.line("# " + line.text) }
        for row in line.rows { console.line(row) }
      }
    }
    return 0
  }

  private func drawing(_ language: Language) throws -> any TextDrawing {
    if style == "plain" { return PlainDrawing() }
    guard let style = ShapedStyle.named(style) else {
      throw CommandFailure(TextDrawMessages.unknownStyle(style))
    }
    switch LineShaper.open() {
    case .success(let shaper): return ShapedDrawing(shaper: shaper, style: style)
    case .failure(let failure):
      throw CommandFailure(
        LocalizedText(
          en: "\(failure.message.en)\n  → \(failure.remedy.en)",
          km: "\(failure.message.km)\n  → \(failure.remedy.km)"))
    }
  }
}

/// The messages of `sala text draw`.
enum TextDrawMessages {
  static func unknownStyle(_ name: String) -> LocalizedText {
    let names = ShapedStyle.all.map(\.id) + ["plain"]
    let guess = Suggestion.nearest(to: name, in: names)
    let hint = guess.map { " Did you mean '\($0)'?" } ?? ""
    let hintKhmer = guess.map { " តើអ្នកចង់សរសេរ '\($0)' មែនទេ?" } ?? ""
    let list = names.joined(separator: ", ")
    return LocalizedText(
      en: "There is no style '\(name)'; there are \(list).\(hint)",
      km: "គ្មានរបៀប '\(name)' ទេ មាន៖ \(list)។\(hintKhmer)")
  }
}
