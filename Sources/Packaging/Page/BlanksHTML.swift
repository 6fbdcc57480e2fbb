import Assessment
import Markup
import Text

/// Writes a stem whose blanks are fields, in each language its own.
struct BlanksHTML {
  let page: PageHTML
  let item: Item
  let blanks: [BlanksInteraction.Blank]

  /// Returns the stem; a blank that it does not name stands after it, so that nothing is lost.
  func stem() -> String {
    page.languages.map { language in
      let own = item.stem[language].isEmpty ? language.other : language
      let written = item.stem[own].isEmpty ? language : own
      let (document, _) = MarkdownDocument.parse(
        item.stem[written], startingAt: SourceLocation(file: ""))
      let html = document.html(language: written, headingOffset: 3) { _ in nil }
      return page.half(tag: "div", for: language, written: written, filled(html, language))
    }
    .joined()
  }

  /// Puts the fields where the marks `[[id]]` stand, each once.
  private func filled(_ html: String, _ language: Language) -> String {
    var rest = Array(html.utf8)[...]
    var result: [UInt8] = []
    var open = blanks
    while let start = rest.firstRange(of: Array("[[".utf8)) {
      result += rest[..<start.lowerBound]
      let inner = rest[start.upperBound...]
      guard let end = inner.firstRange(of: Array("]]".utf8)) else {
        rest = rest[start.lowerBound...]
        break
      }
      let id = String(decoding: inner[..<end.lowerBound], as: UTF8.self)
      if let index = open.firstIndex(where: { HTMLText.escaped($0.id) == id }) {
        result += Array(field(open.remove(at: index), language).utf8)
        rest = rest[end.upperBound...]
      } else {
        result += Array("[[".utf8)
        rest = inner
      }
    }
    result += rest
    let left = open.map { field($0, language) }.joined(separator: " ")
    return String(decoding: result, as: UTF8.self) + (left.isEmpty ? "" : "<p>\(left)</p>")
  }

  private func field(_ blank: BlanksInteraction.Blank, _ language: Language) -> String {
    let place = (blanks.firstIndex { $0.id == blank.id } ?? 0) + 1
    let label = FieldWords.blank(place, of: blanks.count).text(in: language)
    let shared =
      " data-part=\"\(HTMLText.escaped(blank.id))\" lang=\"\(language.rawValue)\""
      + " aria-label=\"\(HTMLText.escaped(label))\""
    guard case .choice(let choice) = blank.entry else {
      let isNumber =
        if case .numeric(let numeric) = blank.entry { numeric.units.isEmpty } else { false }
      return "<input type=\"text\" class=\"blank\" maxlength=\"255\" autocomplete=\"off\""
        + " spellcheck=\"false\" inputmode=\"\(isNumber ? "decimal" : "text")\"\(shared) />"
    }
    var result = "<select class=\"blank\"\(shared)>" + PageHTML.choose(in: language)
    for option in choice.options {
      let words = PageHTML.plain(markdown: option.text.text(in: language))
      result += PageHTML.option(option.id, words, number: nil, in: language)
    }
    return result + "</select>"
  }
}

extension PageHTML {
  /// Returns a field for each language, which its half alone shows.
  func fields(_ write: (Language) -> String) -> String {
    languages.map { half(tag: "span", for: $0, written: $0, write($0)) }.joined()
  }

  /// The first line of a list, which chooses nothing.
  static func choose(in language: Language) -> String {
    "<option value=\"\">\(HTMLText.escaped(FieldWords.choose.text(in: language)))</option>"
  }

  /// One line of a list, with its number where the script counts the lines anew.
  static func option(_ id: String, _ words: String, number: Int?, in language: Language) -> String {
    let text = HTMLText.escaped(words)
    let value = "<option value=\"\(HTMLText.escaped(id))\""
    guard let number else { return "\(value)>\(text)</option>" }
    let digits = language == .khmer ? Khmer.withKhmerDigits("\(number)") : "\(number)"
    return "\(value) data-words=\"\(text)\">\(digits). \(text)</option>"
  }
}
