package import Text

/// A block of a Markdown text, with the place where it begins.
package struct MarkdownBlock: Sendable, Hashable {
  /// What the block is.
  package let content: Content
  /// Where it begins; the column is 0.
  package let location: SourceLocation

  /// Creates a block.
  package init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  /// The kinds of blocks, by the names of CommonMark 0.29 and GitHub Flavored Markdown 0.29.
  package indirect enum Content: Sendable, Hashable {
    /// Running text.
    case paragraph([MarkdownInline])
    /// A heading of level 1 to 6.
    case heading(level: Int, [MarkdownInline])
    /// A list with bullets; in a tight list no blank lines stand between the items.
    case bulletList(items: [[MarkdownBlock]], isTight: Bool)
    /// A numbered list, whose first item has the number `start`.
    case orderedList(start: Int, items: [[MarkdownBlock]], isTight: Bool)
    /// A quotation.
    case blockQuote([MarkdownBlock])
    /// Text to be shown letter for letter; `info` is the word after the fence, or empty.
    case codeBlock(info: String, text: String)
    /// A table; every row has as many cells as the header.
    case table(MarkdownTable)
    /// A line across the page.
    case thematicBreak
  }
}

/// A table of a Markdown text.
package struct MarkdownTable: Sendable, Hashable {
  /// How a column stands.
  package enum Alignment: Sendable, Hashable {
    /// Nothing is said: as the script runs.
    case natural
    /// At the left.
    case left
    /// In the middle.
    case center
    /// At the right, as figures are.
    case right
  }

  /// The cells of the header.
  package let header: [[MarkdownInline]]
  /// The alignment of each column, as many as the header has cells.
  package let alignments: [Alignment]
  /// The rows below the header.
  package let rows: [[[MarkdownInline]]]

  /// Creates a table.
  package init(
    header: [[MarkdownInline]], alignments: [Alignment], rows: [[[MarkdownInline]]]
  ) {
    self.header = header
    self.alignments = alignments
    self.rows = rows
  }
}

/// A part of running text.
package indirect enum MarkdownInline: Sendable, Hashable {
  /// Plain text.
  case text(String)
  /// Stressed text.
  case emphasis([MarkdownInline])
  /// Important text.
  case strong([MarkdownInline])
  /// Text struck out, between `~~`.
  case strikethrough([MarkdownInline])
  /// Text to be shown letter for letter.
  case code(String)
  /// A link, to a destination that is safe to follow.
  case link(destination: String, [MarkdownInline])
  /// A picture, with the text that stands for it.
  case image(source: String, alt: String)
  /// A citation `[^id]` of a source, with the id of the source.
  case citation(String)
  /// The end of a line in the file, which is a space to the reader.
  case softBreak
  /// The end of a line that the author asked for.
  case lineBreak
}

extension Sequence<MarkdownInline> {
  /// Returns the words alone, without marks, links and citations, on one line.
  package var plainText: String { plainText(lineBreak: " ") { _ in "" } }

  /// Returns the words alone, with `lineBreak` for each end of a line that the author asked for
  /// and what `citation` returns for each citation.
  func plainText(
    lineBreak: String, showsTargets: Bool = false, citation: (String) -> String
  ) -> String {
    var result = ""
    for inline in self {
      switch inline {
      case .text(let text), .code(let text), .image(_, let text): result += text
      case .emphasis(let children), .strong(let children), .strikethrough(let children):
        result += children.plainText(
          lineBreak: lineBreak, showsTargets: showsTargets, citation: citation)
      case .link(let destination, let children):
        let words = children.plainText(
          lineBreak: lineBreak, showsTargets: showsTargets, citation: citation)
        result += words
        if showsTargets, destination.hasPrefix("http"), !destination.hasSuffix(words) {
          result += " (\(destination))"
        }
      case .citation(let id): result += citation(id)
      case .softBreak: result += " "
      case .lineBreak: result += lineBreak
      }
    }
    return result
  }
}
