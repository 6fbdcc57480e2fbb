package import Text

extension MarkdownDocument {
  /// Returns the document as a piece of HTML 5 that is well-formed XML too.
  ///
  /// Elements carry meaning, not looks: `table` stands in a region that can be scrolled with the
  /// keyboard and has a name (WCAG 2.2, 2.1.1 and 4.1.2); header cells have a scope (1.3.1). The
  /// classes are `cite`, `table`, `left`, `center`, `right` and `language-…`. The same document
  /// gives the same bytes.
  ///
  /// - Parameters:
  ///   - language: The language of the names that a screen reader says.
  ///   - headingOffset: How many levels the headings go down; none goes below 6.
  ///   - firstTable: The number of the first table, for pages that hold several documents.
  ///   - target: What a link's or picture's destination becomes in the page; what it returns is
  ///     left out where it is not safe to follow.
  ///   - citationNumber: The number of a source by its id; a source without one is shown as its id.
  /// - Returns: The HTML, which ends in a line break unless it is empty.
  package func html(
    language: Language = .english, headingOffset: Int = 0, firstTable: Int = 1,
    target: @escaping (String) -> String = { $0 },
    citationNumber: @escaping (String) -> Int?
  ) -> String {
    var writer = MarkdownHTML(
      language: language, headingOffset: headingOffset, nextTable: firstTable, target: target,
      citationNumber: citationNumber)
    return writer.html(blocks)
  }
}

extension Sequence<MarkdownInline> {
  /// Returns running text as HTML, for a place that takes no paragraphs, such as a title.
  package func html(citationNumber: @escaping (String) -> Int?) -> String {
    MarkdownHTML(
      language: .english, headingOffset: 0, nextTable: 1, target: { $0 },
      citationNumber: citationNumber
    ).html(Array(self), isInLink: false)
  }
}

/// Text made safe for HTML and XML.
package enum HTMLText {
  /// Returns `text` with `&`, `<`, `>` and `"` as entities, without characters XML 1.0 forbids.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: mayNeedEscape) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n": result.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Bytes that are escaped or dropped, and the first byte of what may be dropped.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x7F, 0xEF: true
    default: false
    }
  }
}

/// Writes a tree as HTML.
private struct MarkdownHTML {
  let language: Language
  let headingOffset: Int
  var nextTable: Int
  let target: (String) -> String
  let citationNumber: (String) -> Int?

  mutating func html(_ blocks: [MarkdownBlock], isTight: Bool = false) -> String {
    var result = ""
    for block in blocks { result += html(block, isTight: isTight) }
    return result
  }

  private mutating func html(_ block: MarkdownBlock, isTight: Bool) -> String {
    switch block.content {
    case .paragraph(let inlines):
      let words = html(inlines, isInLink: false)
      return isTight ? "\(words)\n" : "<p>\(words)</p>\n"
    case .heading(let level, let inlines):
      let level = min(6, max(1, level + headingOffset))
      return "<h\(level)>\(html(inlines, isInLink: false))</h\(level)>\n"
    case .bulletList(let items, let isTight):
      return "<ul>\n\(html(items, isTight: isTight))</ul>\n"
    case .orderedList(let start, let items, let isTight):
      let attribute = start == 1 ? "" : " start=\"\(start)\""
      return "<ol\(attribute)>\n\(html(items, isTight: isTight))</ol>\n"
    case .blockQuote(let blocks): return "<blockquote>\n\(html(blocks))</blockquote>\n"
    case .codeBlock(let info, let text):
      let word = info.split(whereSeparator: \.isWhitespace).first ?? ""
      let attribute = word.isEmpty ? "" : " class=\"language-\(HTMLText.escaped(String(word)))\""
      return "<pre tabindex=\"0\"><code\(attribute)>\(HTMLText.escaped(text))</code></pre>\n"
    case .table(let table): return html(table)
    case .thematicBreak: return "<hr />\n"
    }
  }

  private mutating func html(_ items: [[MarkdownBlock]], isTight: Bool) -> String {
    var result = ""
    for item in items {
      var words = html(item, isTight: isTight)
      if isTight, words.last == "\n" { words.removeLast() }
      result += "<li>\(words)</li>\n"
    }
    return result
  }

  private mutating func html(_ table: MarkdownTable) -> String {
    let label = HTMLText.escaped(MarkupMessages.table(nextTable)[language])
    nextTable += 1
    var result =
      "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">\n<table>\n"
    result += "<thead>\n" + row(table.header, table, tag: "th", scope: " scope=\"col\"")
    result += "</thead>\n"
    if !table.rows.isEmpty {
      result += "<tbody>\n"
      for cells in table.rows { result += row(cells, table, tag: "td", scope: "") }
      result += "</tbody>\n"
    }
    return result + "</table>\n</div>\n"
  }

  private func row(
    _ cells: [[MarkdownInline]], _ table: MarkdownTable, tag: String, scope: String
  ) -> String {
    var result = "<tr>"
    for (column, cell) in cells.enumerated() {
      let alignment = column < table.alignments.count ? table.alignments[column] : .natural
      result += "<\(tag)\(scope)\(Self.attribute(alignment))>"
      result += "\(html(cell, isInLink: false))</\(tag)>"
    }
    return result + "</tr>\n"
  }

  private static func attribute(_ alignment: MarkdownTable.Alignment) -> String {
    switch alignment {
    case .natural: ""
    case .left: " class=\"left\""
    case .center: " class=\"center\""
    case .right: " class=\"right\""
    }
  }

  func html(_ inlines: [MarkdownInline], isInLink: Bool) -> String {
    var result = ""
    for inline in inlines { result += html(inline, isInLink: isInLink) }
    return result
  }

  private func html(_ inline: MarkdownInline, isInLink: Bool) -> String {
    switch inline {
    case .text(let text): return HTMLText.escaped(text)
    case .emphasis(let children): return "<em>\(html(children, isInLink: isInLink))</em>"
    case .strong(let children): return "<strong>\(html(children, isInLink: isInLink))</strong>"
    case .strikethrough(let children): return "<del>\(html(children, isInLink: isInLink))</del>"
    case .code(let text): return "<code>\(HTMLText.escaped(text))</code>"
    case .link(let destination, let children):
      let words = html(children, isInLink: true)
      guard !isInLink, let address = address(destination) else { return words }
      return "<a href=\"\(address)\">\(words)</a>"
    case .image(let source, let alt):
      guard let address = address(source) else { return HTMLText.escaped(alt) }
      return "<img src=\"\(address)\" alt=\"\(HTMLText.escaped(alt))\" />"
    case .citation(let id): return citation(id, isInLink: isInLink)
    case .softBreak: return "\n"
    case .lineBreak: return "<br />\n"
    }
  }

  private func address(_ destination: String) -> String? {
    let address = target(destination)
    return LinkTarget.isSafe(address) ? HTMLText.escaped(address) : nil
  }

  private func citation(_ id: String, isInLink: Bool) -> String {
    guard let number = citationNumber(id) else {
      return "<sup class=\"cite\">[\(HTMLText.escaped(id))]</sup>"
    }
    // A link inside a link is not HTML.
    if isInLink { return "<sup class=\"cite\">\(number)</sup>" }
    return "<sup class=\"cite\"><a href=\"#source-\(number)\">\(number)</a></sup>"
  }
}
