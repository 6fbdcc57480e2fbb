package import Text

/// Writes words into a page in one language; what nobody has written in it yet is the other
/// language's text, and says so in `lang`.
package struct PageText {
  /// The language of the page.
  package let language: Language

  /// Creates a writer of pages in a language.
  package init(language: Language) {
    self.language = language
  }

  /// Returns a text for a place that takes words alone.
  package func words(_ text: LocalizedText) -> String {
    written(text, in: "span") { half, _ in HTMLText.escaped(half) }
  }

  /// Returns a text as the value of an attribute, or of an element that takes no others.
  package func value(_ text: LocalizedText) -> String { HTMLText.escaped(text.text(in: language)) }

  /// Returns a text inside an element of its own.
  package func element(_ tag: String, _ attributes: String = "", _ text: LocalizedText) -> String {
    "<\(tag)\(attributes.isEmpty ? "" : " " + attributes)>\(words(text))</\(tag)>\n"
  }

  /// Returns Markdown of one line, for a place that takes words alone.
  package func line(markdown text: LocalizedText) -> String {
    written(text, in: "span") { half, _ in
      Self.running(half) ?? HTMLText.escaped(half)
    }
  }

  /// Returns Markdown of any length.
  package func blocks(markdown text: LocalizedText) -> String {
    written(text, in: "div") { half, language in Self.blocks(half, in: language) }
  }

  /// Returns Markdown that is one paragraph without its element; `nil` for anything longer.
  package func paragraph(markdown text: LocalizedText) -> String? {
    guard Self.running(text.text(in: language)) != nil else { return nil }
    return line(markdown: text)
  }

  /// Returns Markdown as words without marks, for a place that takes no elements.
  package func plain(markdown text: LocalizedText) -> String {
    let (document, _) = MarkdownDocument.parse(
      text.text(in: language), startingAt: SourceLocation(file: ""))
    return document.plainText(width: 100_000).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Returns a number in the digits of the language.
  package func number(_ value: Int) -> String { digits("\(value)") }

  /// Returns a text with the digits of the language.
  package func digits(_ text: String) -> String {
    language == .khmer ? Khmer.withKhmerDigits(text) : text
  }

  /// Returns a text with a number where `{n}` stands.
  package func filled(_ template: LocalizedText, _ value: Int) -> String {
    let text = template.text(in: language).unicodeScalars
    return String(text.replacing("{n}".unicodeScalars, with: number(value).unicodeScalars))
  }

  /// Returns a text by `write`, which is told the language that it is in.
  package func written(
    _ text: LocalizedText, in tag: String, _ write: (String, Language) -> String
  ) -> String {
    let isMissing = text[language].isEmpty && !text[language.other].isEmpty
    let own = isMissing ? language.other : language
    let html = write(text[own], own)
    return isMissing ? "<\(tag) lang=\"\(own.rawValue)\">\(html)</\(tag)>" : html
  }

  /// Returns Markdown as HTML in which nothing leads away from the test: links are their words, and
  /// pictures, which lie elsewhere, what is said of them.
  package static func blocks(_ markdown: String, in language: Language) -> String {
    MarkdownDocument.parse(markdown, startingAt: SourceLocation(file: "")).0
      .html(language: language, headingOffset: 1, target: { _ in "" }) { _ in nil }
  }

  private static func running(_ markdown: String) -> String? {
    let html = blocks(markdown, in: .english).utf8
    // One paragraph and nothing else.
    let start = Array("<p>".utf8)
    let end = Array("</p>\n".utf8)
    guard html.count >= start.count + end.count, html.starts(with: start),
      html.suffix(end.count).elementsEqual(end)
    else { return nil }
    let inner = html.dropFirst(start.count).dropLast(end.count)
    guard Array(inner).firstRange(of: start) == nil else { return nil }
    return String(Substring(inner))
  }
}
