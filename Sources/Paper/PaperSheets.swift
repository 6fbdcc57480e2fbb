import CPaper
import Markup
package import Text

/// A printed page, or several: HTML that needs nothing else, with the rules for A4 in it.
package struct PaperSheets: Sendable, Hashable {
  /// The language.
  package var language: Language
  /// The title, which programs show and PDF carries.
  package var title: String
  /// Whether letters are 18 points high instead of 11.
  package var isLarge: Bool
  /// Whether the sheets lie on their side.
  package var isLandscape: Bool
  /// What stands at the top of each sheet, left and right.
  var top: (left: String, right: String)
  /// Named kinds of sheets, each with what stands at their top right.
  var named: [(name: String, right: String)] = []
  /// What stands between `<body>` and `</body>`.
  var body: String
  /// Whether sheets are numbered.
  var isNumbered = true

  init(
    language: Language, title: String, isLarge: Bool = false, isLandscape: Bool = false,
    top: (left: String, right: String), body: String
  ) {
    self.language = language
    self.title = title
    self.isLarge = isLarge
    self.isLandscape = isLandscape
    self.top = top
    self.body = body
  }

  /// Tells whether two hold the same.
  package static func == (left: PaperSheets, right: PaperSheets) -> Bool { left.html == right.html }

  /// Hashes what it holds.
  package func hash(into hasher: inout Hasher) { hasher.combine(html) }

  /// The page, the same bytes for the same values.
  package var html: String {
    var breaks = KhmerBreaks()
    var text = "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\""
    text += isLarge ? " class=\"large\">\n" : ">\n"
    text += "<head>\n<meta charset=\"utf-8\">\n"
    text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    text += "<title>\(HTMLText.escaped(title))</title>\n<style>\n"
    text += Self.style + "\n" + paper + "</style>\n</head>\n"
    text += isLandscape ? "<body class=\"wide\">\n" : "<body>\n"
    text += "<main>\n" + breaks.added(to: body) + "</main>\n</body>\n</html>\n"
    return text
  }

  // MARK: Rules for paper

  /// Running heads and numbers stand in the margins, which browsers fill on each sheet.
  private var paper: String {
    let size = isLandscape ? "A4 landscape" : "A4"
    var rules = "@page { size: \(size); margin: \(isLandscape ? "12mm 14mm" : "17mm 15mm 16mm"); "
    if !top.left.isEmpty { rules += box("top-left", string(top.left)) }
    if !top.right.isEmpty { rules += box("top-right", string(top.right)) }
    if isNumbered { rules += box("bottom-center", numbers) }
    rules += "}\n"
    for page in named {
      rules += "@page \(page.name) { \(box("top-right", string(page.right)))}\n"
    }
    return rules
  }

  private var numbers: String {
    let style = language == .khmer ? ", khmer" : ""
    return "counter(page\(style)) \" / \" counter(pages\(style))"
  }

  private func box(_ place: String, _ content: String) -> String {
    let fonts =
      language == .khmer
      ? "\"Noto Sans Khmer\", \"Khmer OS Battambang\", \"Noto Sans\", sans-serif"
      : "\"Noto Sans\", \"Liberation Sans\", \"Noto Sans Khmer\", sans-serif"
    return "@\(place) { content: \(content); font: 9pt/1.6 \(fonts); white-space: nowrap } "
  }

  /// A text as a string of CSS inside of a style element.
  private func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&": result += "\\\(String(scalar.value, radix: 16)) "
      case "\u{0}"..."\u{1F}", "\u{7F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static let style = String(
    decoding: UnsafeBufferPointer(start: sala_paper_style_bytes(), count: sala_paper_style_length),
    as: UTF8.self)
}
