import Markup
import Text

/// Writes texts as plain HTML for a place that an editor of an LMS opens: no script, no style.
///
/// Where a package has two languages, both stand in one text, each with its `lang`: a question has
/// one text in QTI 1.2, and whoever edits it has the translation before the eyes.
struct CartridgeText {
  let languages: [Language]

  /// Returns Markdown of any length.
  func blocks(_ text: LocalizedText, headingOffset: Int = 3) -> String {
    joined(text, tag: "div", between: "") { half, language in
      MarkdownDocument.parse(half, startingAt: SourceLocation(file: "")).0
        .html(language: language, headingOffset: headingOffset) { _ in nil }
    }
  }

  /// Returns Markdown of one line, such as an option.
  func line(_ text: LocalizedText) -> String {
    joined(text, tag: "span", between: "<br />") { half, _ in
      let (document, _) = MarkdownDocument.parse(half, startingAt: SourceLocation(file: ""))
      if document.blocks.count == 1, case .paragraph(let inlines)? = document.blocks.first?.content
      {
        return inlines.html { _ in nil }
      }
      return HTMLText.escaped(half)
    }
  }

  /// Returns words without marks.
  func words(_ text: LocalizedText) -> String {
    joined(text, tag: "span", between: " · ") { half, _ in HTMLText.escaped(half) }
  }

  private func joined(
    _ text: LocalizedText, tag: String, between: String, _ write: (String, Language) -> String
  ) -> String {
    var halves: [(language: Language, text: String)] = []
    for language in languages {
      let written =
        text[language].isEmpty && !text[language.other].isEmpty ? language.other : language
      let isNew = !halves.contains { $0.language == written || $0.text == text[written] }
      if isNew, !text[written].isEmpty { halves.append((written, text[written])) }
    }
    let html = halves.map { half in
      let html = write(half.text, half.language)
      let isPlain = languages == [half.language] || text.en == text.km
      return isPlain ? html : "<\(tag) lang=\"\(half.language.rawValue)\">\(html)</\(tag)>"
    }
    return html.joined(separator: between)
  }
}
