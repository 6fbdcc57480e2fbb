import Markup
import Text

/// Writes words into a page in each of its languages.
///
/// In a page with two languages every text stands twice, each half with `lang` and `data-half`, all
/// but the first hidden: the page's script swaps them. A half that nobody has written yet is the
/// other language's text, and says so in `lang`.
struct PageHTML {
  let languages: [Language]

  /// Returns a text for a place that takes words alone.
  func words(_ text: LocalizedText) -> String {
    halves(tag: "span", text) { HTMLText.escaped($0) }
  }

  /// Returns a text inside an element of its own.
  func element(_ tag: String, _ attributes: String = "", _ text: LocalizedText) -> String {
    "<\(tag)\(attributes.isEmpty ? "" : " " + attributes)>\(words(text))</\(tag)>\n"
  }

  /// Returns Markdown of one line, for a place that takes words alone.
  func line(markdown text: LocalizedText) -> String {
    halves(tag: "span", text) { half in
      let (document, _) = MarkdownDocument.parse(half, startingAt: SourceLocation(file: ""))
      if document.blocks.count == 1, case .paragraph(let inlines)? = document.blocks.first?.content
      {
        return inlines.html { _ in nil }
      }
      return HTMLText.escaped(half)
    }
  }

  /// Returns Markdown as words without marks, for a place that takes no elements.
  static func plain(markdown text: String) -> String {
    let (document, _) = MarkdownDocument.parse(text, startingAt: SourceLocation(file: ""))
    return document.plainText(width: 100_000).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Returns Markdown of any length.
  func blocks(markdown text: LocalizedText, headingOffset: Int) -> String {
    halves(tag: "div", text) { half, language in
      MarkdownDocument.parse(half, startingAt: SourceLocation(file: "")).0
        .html(language: language, headingOffset: headingOffset) { _ in nil }
    }
  }

  /// Returns the halves of a text, each written by `write`, which is told the text's language.
  func halves(
    tag: String, _ text: LocalizedText, _ write: (String, Language) -> String
  ) -> String {
    languages.map { language in
      let written =
        text[language].isEmpty && !text[language.other].isEmpty
        ? language.other : language
      return half(tag: tag, for: language, written: written, write(text[written], written))
    }
    .joined()
  }

  /// Returns one half with its marks; a page in one language needs none where it is written in it.
  func half(tag: String, for language: Language, written: Language, _ html: String) -> String {
    if languages.count == 1 {
      return written == language ? html : "<\(tag) lang=\"\(written.rawValue)\">\(html)</\(tag)>"
    }
    let hidden = language == languages.first ? "" : " hidden=\"\""
    return "<\(tag) data-half=\"\(language.rawValue)\" lang=\"\(written.rawValue)\"\(hidden)>"
      + "\(html)</\(tag)>"
  }

  private func halves(
    tag: String, _ text: LocalizedText, _ write: (String) -> String
  ) -> String {
    halves(tag: tag, text) { half, _ in write(half) }
  }
}
