import Markup
import Text

/// Turns the Markdown of authored texts into plain text for a terminal.
enum PlainText {
  /// Returns the lines of a text; citations are left to pages and papers.
  static func lines(_ markdown: String, width: Int) -> [String] {
    let (document, _) = MarkdownDocument.parse(
      markdown, startingAt: SourceLocation(file: "", line: 1))
    return document.plainText(width: width)
  }

  /// Returns the text on as few lines as its paragraphs are.
  static func text(_ markdown: String) -> String {
    lines(markdown, width: 10_000).joined(separator: "\n")
  }
}
