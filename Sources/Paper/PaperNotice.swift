package import Assessment
import Markup
package import Text

/// What everybody is told before a test, in words that a version names.
package struct PaperNotice: Sendable, Hashable {
  /// The version of the words, which the records of a decision name.
  package var version: String
  /// The title.
  package var title: LocalizedText
  /// The paragraphs: purpose, who sees it, no effect on the career, the right to decline.
  package var paragraphs: [LocalizedText]
  /// What stands beside the box to tick.
  package var decline: LocalizedText

  /// Creates a notice.
  package init(
    version: String, title: LocalizedText, paragraphs: [LocalizedText], decline: LocalizedText
  ) {
    self.version = version
    self.title = title
    self.paragraphs = paragraphs
    self.decline = decline
  }

  /// Takes the words that terminal and page show too.
  package init(_ notice: ParticipationNotice) {
    self.init(
      version: notice.version, title: notice.title, paragraphs: notice.paragraphs,
      decline: notice.decline)
  }

  /// The notice of today.
  package static let standard = PaperNotice(.current)

  /// Returns the notice as sheets of its own, to be read aloud or put on the wall.
  ///
  /// - Parameter languages: The languages, one after the other.
  /// - Returns: The sheets, in the first of the languages.
  package func sheets(_ languages: [Language]) -> PaperSheets {
    let first = languages.first ?? .khmer
    var body = "<div class=\"notice\">\n"
    for language in languages {
      let text = PageText(language: language)
      body += "<section lang=\"\(language.rawValue)\">\n"
      body += text.element(language == first ? "h1" : "h2", "", title)
      for paragraph in paragraphs { body += text.element("p", "", paragraph) }
      body += "</section>\n"
    }
    body += "</div>\n"
    var sheets = PaperSheets(
      language: first, title: title.text(in: first), top: (left: "", right: version), body: body)
    sheets.isNumbered = false
    return sheets
  }

  /// The notice at the beginning of a booklet.
  func brief(_ text: PageText) -> String {
    var content = "<div class=\"how\">\n"
    content += "<p><strong>\(text.words(title))</strong></p>\n"
    for paragraph in paragraphs { content += text.element("p", "", paragraph) }
    return content + "</div>\n"
  }

  /// The box to decline on an answer sheet.
  func box(_ text: PageText) -> String {
    "<div class=\"decline\"><span class=\"tick\" role=\"img\" aria-label=\"☐\"></span>"
      + "<span>\(text.words(decline))</span></div>\n"
  }
}
