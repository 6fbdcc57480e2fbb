package import Text

/// A Markdown text as a tree of values with places.
///
/// CommonMark with tables and `~~strikethrough~~`, and `[^id]` for the citation of a source. Raw
/// HTML has no place in it, and links lead only where it is safe to go, so a document can be shown
/// in any page.
package struct MarkdownDocument: Sendable, Hashable {
  /// The blocks in their order.
  package let blocks: [MarkdownBlock]
  /// Every citation in the order of reading, with the source's id.
  package let citations: [MarkdownReference]
  /// Every destination of a link or picture in the order of reading.
  package let targets: [MarkdownReference]

  /// Creates a document from blocks that were not read from a file.
  package init(
    blocks: [MarkdownBlock], citations: [MarkdownReference] = [],
    targets: [MarkdownReference] = []
  ) {
    self.blocks = blocks
    self.citations = citations
    self.targets = targets
  }

  /// Reads a text; what is not allowed in it is a finding, and stays in the tree as plain text.
  ///
  /// Findings: `raw-html`, `unsafe-link`, `footnote-definition`, `too-deep` (more than 100 levels),
  /// `table-cells` (cells beyond the header's), `text-too-long` (more than 128 KiB).
  ///
  /// - Parameters:
  ///   - text: The Markdown.
  ///   - start: The place of its first letter, from which all other places are counted.
  /// - Returns: The tree, and what is wrong with the text.
  package static func parse(
    _ text: String, startingAt start: SourceLocation
  ) -> (MarkdownDocument, [Diagnostic]) {
    if isPlainLine(text) {
      let place = SourceLocation(file: start.file, line: max(1, start.line))
      return (MarkdownDocument(blocks: [MarkdownBlock(.paragraph([.text(text)]), at: place)]), [])
    }
    let source = MarkdownSource(text, start: start)
    if let finding = source.limitFinding {
      let block = MarkdownBlock(.paragraph([.text(text)]), at: source.location(line: 1))
      return (MarkdownDocument(blocks: text.isEmpty ? [] : [block]), [finding])
    }
    return MarkdownParsing.parse(text, source: source)
  }

  /// Tells whether a text surely is one paragraph of plain words, as most options of questions are:
  /// one line that begins with a letter and holds no sign that Markdown knows.
  static func isPlainLine(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, last != 0x20,
      text.utf8.count <= 4096
    else { return false }
    let isLetter = (0x41...0x5A).contains(first & 0xDF) || first >= 0xC3
    return isLetter
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"),
          UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
          UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"):
          false
        default: true
        }
      }
  }

  /// How many words a reader reads: by spaces in English, by ICU's dictionary in Khmer.
  ///
  /// A piece without a letter or digit is no word, and citations are not counted.
  package func wordCount(in language: Language) -> Int {
    blocks.reduce(0) { $0 + $1.wordCount(in: language) }
  }

  /// How many tables the document holds, so that the next one on a page can go on counting.
  package var tableCount: Int { blocks.reduce(0) { $0 + $1.tableCount } }
}

/// A mention of something outside the text, and where it stands.
package struct MarkdownReference: Sendable, Hashable {
  /// The id of a source, or the destination of a link or picture.
  package let name: String
  /// The place of the mention.
  package let location: SourceLocation

  /// Creates a mention.
  package init(_ name: String, at location: SourceLocation) {
    self.name = name
    self.location = location
  }
}

extension MarkdownBlock {
  fileprivate func wordCount(in language: Language) -> Int {
    switch content {
    case .paragraph(let inlines), .heading(_, let inlines):
      Self.wordCount(inlines.plainText, in: language)
    case .bulletList(let items, _), .orderedList(_, let items, _):
      items.joined().reduce(0) { $0 + $1.wordCount(in: language) }
    case .blockQuote(let blocks): blocks.reduce(0) { $0 + $1.wordCount(in: language) }
    case .codeBlock(_, let text): Self.wordCount(text, in: language)
    case .table(let table):
      ([table.header] + table.rows).joined()
        .reduce(0) { $0 + Self.wordCount($1.plainText, in: language) }
    case .thematicBreak: 0
    }
  }

  fileprivate var tableCount: Int {
    switch content {
    case .table: 1
    case .bulletList(let items, _), .orderedList(_, let items, _):
      items.joined().reduce(0) { $0 + $1.tableCount }
    case .blockQuote(let blocks): blocks.reduce(0) { $0 + $1.tableCount }
    default: 0
    }
  }

  private static func wordCount(_ text: String, in language: Language) -> Int {
    switch language {
    case .english: text.split(whereSeparator: \.isWhitespace).count(where: Khmer.holdsWord)
    case .khmer: Khmer.wordCount(text)
    }
  }
}
