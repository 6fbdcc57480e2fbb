import CCMarkGFM
import Synchronization
import Text

/// Turns what cmark-gfm reads into values; nothing of cmark leaves this file.
struct MarkdownParsing {
  private var source: MarkdownSource
  private var diagnostics: [Diagnostic] = []
  private var citations: [MarkdownReference] = []
  private var targets: [MarkdownReference] = []
  private var codeLines: [ClosedRange<Int>] = []
  private var isTooDeep = false

  static func parse(
    _ text: String, source: MarkdownSource
  ) -> (MarkdownDocument, [Diagnostic]) {
    guard let root = Self.tree(text) else { return (MarkdownDocument(blocks: []), []) }
    defer { cmark_node_free(root) }
    var parsing = MarkdownParsing(source: source)
    let blocks = parsing.blocks(of: root, depth: 1)
    parsing.reportFootnoteDefinitions()
    let document = MarkdownDocument(
      blocks: blocks, citations: parsing.citations, targets: parsing.targets)
    return (document, parsing.diagnostics.inReadingOrder)
  }

  private init(source: MarkdownSource) {
    self.source = source
  }

  // MARK: - cmark

  /// Lets one text through at a time: cmark-gfm keeps the letters that its extensions watch for in
  /// one table for all parsers, and changes it while it parses.
  private static let gate = Mutex(())

  private static let extensionsAreRegistered: Void = cmark_gfm_core_extensions_ensure_registered()

  private static func tree(_ text: String) -> OpaquePointer? {
    gate.withLock { _ in
      extensionsAreRegistered
      guard let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) else { return nil }
      defer { cmark_parser_free(parser) }
      for name in ["table", "strikethrough"] {
        if let found = cmark_find_syntax_extension(name) {
          cmark_parser_attach_syntax_extension(parser, found)
        }
      }
      var text = text
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          cmark_parser_feed(parser, characters.baseAddress, characters.count)
        }
      }
      return cmark_parser_finish(parser)
    }
  }

  private static func children(of node: OpaquePointer) -> some Sequence<OpaquePointer> {
    sequence(first: cmark_node_first_child(node)) { $0.flatMap(cmark_node_next) }
      .lazy.prefix { $0 != nil }.compactMap(\.self)
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private static func kind(of node: OpaquePointer) -> String {
    string(cmark_node_get_type_string(node))
  }

  /// All words below a node, read without recursion.
  private static func words(below node: OpaquePointer) -> String {
    guard let walk = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(walk) }
    var result = ""
    while true {
      let event = cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE || event == CMARK_EVENT_NONE { return result }
      guard event == CMARK_EVENT_ENTER, let current = cmark_iter_get_node(walk) else { continue }
      switch cmark_node_get_type(current) {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: result += " "
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: if !result.isEmpty { result += " " }
      default: result += string(cmark_node_get_literal(current))
      }
    }
  }

  // MARK: - Blocks

  private mutating func blocks(of node: OpaquePointer, depth: Int) -> [MarkdownBlock] {
    var result: [MarkdownBlock] = []
    for child in Self.children(of: node) {
      let line = Int(cmark_node_get_start_line(child))
      if let content = content(of: child, line: line, depth: depth) {
        result.append(MarkdownBlock(content, at: source.location(line: line)))
      }
    }
    return result
  }

  private mutating func content(
    of node: OpaquePointer, line: Int, depth: Int
  ) -> MarkdownBlock.Content? {
    guard depth < MarkdownSource.deepestLevel else {
      reportDepth(line: line)
      let words = Self.words(below: node)
      return words.isEmpty ? nil : .paragraph([.text(words)])
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      return .paragraph(inlines(of: node, depth: depth + 1))
    case CMARK_NODE_HEADING:
      let level = Int(cmark_node_get_heading_level(node))
      return .heading(level: level, inlines(of: node, depth: depth + 1))
    case CMARK_NODE_LIST:
      return list(node, depth: depth)
    case CMARK_NODE_BLOCK_QUOTE:
      return .blockQuote(blocks(of: node, depth: depth + 1))
    case CMARK_NODE_CODE_BLOCK:
      codeLines.append(line...max(line, Int(cmark_node_get_end_line(node))))
      let info = Self.string(cmark_node_get_fence_info(node))
      return .codeBlock(info: info, text: Self.string(cmark_node_get_literal(node)))
    case CMARK_NODE_THEMATIC_BREAK:
      return .thematicBreak
    case CMARK_NODE_HTML_BLOCK:
      return htmlBlock(node, line: line)
    default:
      return Self.kind(of: node) == "table"
        ? table(node, depth: depth) : .blockQuote(blocks(of: node, depth: depth + 1))
    }
  }

  private mutating func list(_ node: OpaquePointer, depth: Int) -> MarkdownBlock.Content {
    var items: [[MarkdownBlock]] = []
    for item in Self.children(of: node) { items.append(blocks(of: item, depth: depth + 1)) }
    let isTight = cmark_node_get_list_tight(node) != 0
    guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else {
      return .bulletList(items: items, isTight: isTight)
    }
    let start = Int(cmark_node_get_list_start(node))
    return .orderedList(start: start, items: items, isTight: isTight)
  }

  private mutating func htmlBlock(
    _ node: OpaquePointer, line: Int
  ) -> MarkdownBlock.Content {
    let html = Self.string(cmark_node_get_literal(node))
    let lines = html.split(whereSeparator: \.isNewline).map(String.init)
    reportHTML(lines.first ?? html, line: line)
    var inlines: [MarkdownInline] = []
    for (index, text) in lines.enumerated() {
      if index > 0 { inlines.append(.softBreak) }
      inlines.append(.text(text))
    }
    return .paragraph(inlines)
  }

  private mutating func table(_ node: OpaquePointer, depth: Int) -> MarkdownBlock.Content {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    var alignments = [MarkdownTable.Alignment](repeating: .natural, count: columns)
    if let letters = cmark_gfm_extensions_get_table_alignments(node) {
      for column in 0..<columns { alignments[column] = Self.alignment(letters[column]) }
    }
    var header: [[MarkdownInline]] = []
    var rows: [[[MarkdownInline]]] = []
    for row in Self.children(of: node) {
      let line = Int(cmark_node_get_start_line(row))
      var cells: [[MarkdownInline]] = []
      for cell in Self.children(of: row) { cells.append(inlines(of: cell, depth: depth + 2)) }
      while cells.count < columns { cells.append([]) }
      reportCells(line: line, expected: columns)
      if Self.kind(of: row) == "table_header" { header = cells } else { rows.append(cells) }
    }
    return .table(MarkdownTable(header: header, alignments: alignments, rows: rows))
  }

  private static func alignment(_ letter: UInt8) -> MarkdownTable.Alignment {
    switch letter {
    case UInt8(ascii: "l"): .left
    case UInt8(ascii: "c"): .center
    case UInt8(ascii: "r"): .right
    default: .natural
    }
  }

  // MARK: - Inlines

  private mutating func inlines(of node: OpaquePointer, depth: Int) -> [MarkdownInline] {
    var result: [MarkdownInline] = []
    var text = ""
    var textLine = 0
    for child in Self.children(of: node) {
      if cmark_node_get_type(child) == CMARK_NODE_TEXT {
        if text.isEmpty { textLine = line(of: child) }
        text += Self.string(cmark_node_get_literal(child))
        continue
      }
      result += cited(text, line: textLine)
      text = ""
      result += inline(child, depth: depth)
    }
    return Self.joined(result + cited(text, line: textLine))
  }

  /// The same, with neighbouring pieces of plain text as one.
  private static func joined(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
    var result: [MarkdownInline] = []
    for inline in inlines {
      if case .text(let second) = inline, case .text(let first)? = result.last {
        result[result.count - 1] = .text(first + second)
      } else {
        result.append(inline)
      }
    }
    return result
  }

  private mutating func inline(_ node: OpaquePointer, depth: Int) -> [MarkdownInline] {
    let line = line(of: node)
    guard depth < MarkdownSource.deepestLevel else {
      reportDepth(line: line)
      return cited(Self.words(below: node), line: line)
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_SOFTBREAK: return [.softBreak]
    case CMARK_NODE_LINEBREAK: return [.lineBreak]
    case CMARK_NODE_CODE: return [.code(Self.string(cmark_node_get_literal(node)))]
    case CMARK_NODE_EMPH: return [.emphasis(inlines(of: node, depth: depth + 1))]
    case CMARK_NODE_STRONG: return [.strong(inlines(of: node, depth: depth + 1))]
    case CMARK_NODE_LINK: return link(node, line: line, depth: depth)
    case CMARK_NODE_IMAGE:
      let alt = Self.words(below: node)
      let target = Self.string(cmark_node_get_url(node))
      guard allow(target, line: line) else { return [.text(alt)] }
      return [.image(source: target, alt: alt)]
    case CMARK_NODE_HTML_INLINE:
      let html = Self.string(cmark_node_get_literal(node))
      reportHTML(html, line: line)
      return [.text(html)]
    default:
      let children = inlines(of: node, depth: depth + 1)
      return Self.kind(of: node) == "strikethrough" ? [.strikethrough(children)] : children
    }
  }

  private mutating func link(
    _ node: OpaquePointer, line: Int, depth: Int
  ) -> [MarkdownInline] {
    let target = Self.string(cmark_node_get_url(node))
    // `[^id](1999)` is the citation of a source and then a year, though it has the form of a link.
    let words = "[\(Self.words(below: node))]"
    if let (id, length) = Citation.first(in: Substring(words)),
      length == words.unicodeScalars.count
    {
      return cited("[^\(id)](\(target))", line: line)
    }
    let children = inlines(of: node, depth: depth + 1)
    return allow(target, line: line) ? [.link(destination: target, children)] : children
  }

  private mutating func cited(_ text: String, line: Int) -> [MarkdownInline] {
    let parts = Citation.split(text)
    for case .citation(let id) in parts {
      citations.append(MarkdownReference(id, at: source.location(of: "[^\(id)]", line: line)))
    }
    return parts
  }

  /// The line of an inline, or of the block around it where cmark does not know.
  private func line(of node: OpaquePointer) -> Int {
    var current: OpaquePointer? = node
    while let candidate = current {
      let line = Int(cmark_node_get_start_line(candidate))
      if line > 0 { return line }
      current = cmark_node_parent(candidate)
    }
    return 1
  }

  // MARK: - Findings

  private mutating func allow(_ target: String, line: Int) -> Bool {
    guard LinkTarget.isSafe(target) else {
      diagnostics.append(
        source.diagnostic(
          "unsafe-link", of: target, line: line, MarkupMessages.unsafeLink(target),
          remedy: MarkupMessages.unsafeLinkRemedy))
      return false
    }
    targets.append(MarkdownReference(target, at: source.location(of: target, line: line)))
    return true
  }

  private mutating func reportHTML(_ html: String, line: Int) {
    let start = String(html.split(whereSeparator: \.isNewline).first?.prefix(40) ?? "")
    diagnostics.append(
      source.diagnostic(
        "raw-html", of: start, line: line, MarkupMessages.rawHTML(start),
        remedy: MarkupMessages.rawHTMLRemedy))
  }

  private mutating func reportDepth(line: Int) {
    if isTooDeep { return }
    isTooDeep = true
    diagnostics.append(source.tooDeep(line: line))
  }

  private mutating func reportCells(line: Int, expected: Int) {
    let count = source.cellCount(line: line)
    if count <= expected { return }
    diagnostics.append(
      source.diagnostic(
        "table-cells", .warning, of: "|", line: line,
        MarkupMessages.tableCells(count, expected: expected),
        remedy: MarkupMessages.tableCellsRemedy))
  }

  private mutating func reportFootnoteDefinitions() {
    for (line, text) in source.footnoteDefinitions
    where !codeLines.contains(where: { $0.contains(line) }) {
      diagnostics.append(
        source.diagnostic(
          "footnote-definition", of: text, line: line, MarkupMessages.footnoteDefinition(text),
          remedy: MarkupMessages.footnoteDefinitionRemedy))
    }
  }
}
