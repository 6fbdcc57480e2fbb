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
      let filled = HTMLBlanks.filled(html, ids: blanks.map(\.id)) { field(at: $0, language) }
      return page.half(tag: "div", for: language, written: written, filled)
    }
    .joined()
  }

  private func field(at index: Int, _ language: Language) -> String {
    let blank = blanks[index]
    let label = FieldWords.blank(index + 1, of: blanks.count).text(in: language)
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
