import Source
import XML

/// Paragraphs and lists, between Markdown and the elements of QTI.
indirect enum QTIBlockText: Hashable {
  case paragraph([QTIInlineText])
  case list(isOrdered: Bool, [[QTIBlockText]])
  case quote([QTIBlockText])
  case code(String)

  /// The deepest quotes and lists inside each other.
  private static let deepest = 20

  // MARK: From Markdown

  /// Reads Markdown.
  static func parse(_ markdown: String, gaps: Set<String> = []) -> [QTIBlockText] {
    guard markdown.utf8.contains(0x0A) || begins(markdown[...]) != .text else {
      let inline = QTIInlineText.parse(markdown, gaps: gaps)
      return inline.isEmpty ? [] : [.paragraph(inline)]
    }
    let lines = markdown.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Substring($0) }
    return parse(lines[...], gaps: gaps, depth: 0)
  }

  /// What a line begins.
  private enum Beginning: Equatable {
    case nothing, text, fence, quote
    /// A member of a list, and how many bytes its mark has.
    case member(isOrdered: Bool, width: Int)
  }

  private static func begins(_ line: Substring) -> Beginning {
    var bytes = line.utf8.makeIterator()
    guard let first = bytes.next() else { return .nothing }
    switch first {
    case 0x20, 0x09, 0x0D: return line.utf8.allSatisfy { $0 <= 0x20 } ? .nothing : .text
    case 0x3E: return .quote
    case 0x60: return line.utf8.starts(with: [0x60, 0x60, 0x60]) ? .fence : .text
    case 0x2D, 0x2A, 0x2B:
      return bytes.next() == 0x20 && bytes.next() != nil
        ? .member(isOrdered: false, width: 2) : .text
    case 0x30...0x39:
      var width = 1
      while let byte = bytes.next(), width < 9 {
        width += 1
        if (0x30...0x39).contains(byte) { continue }
        guard byte == 0x2E, bytes.next() == 0x20, bytes.next() != nil else { return .text }
        return .member(isOrdered: true, width: width + 1)
      }
      return .text
    default: return .text
    }
  }

  private static func parse(
    _ lines: ArraySlice<Substring>, gaps: Set<String>, depth: Int
  ) -> [QTIBlockText] {
    var blocks: [QTIBlockText] = []
    var rest = lines
    while let line = rest.first {
      switch depth > deepest ? .text : begins(line) {
      case .nothing: rest = rest.dropFirst()
      case .fence: blocks.append(code(&rest))
      case .quote: blocks.append(quote(&rest, gaps: gaps, depth: depth))
      case .member(let isOrdered, _) where !isOrdered || isFirst(line):
        blocks.append(list(&rest, isOrdered: isOrdered, gaps: gaps, depth: depth))
      default: blocks.append(paragraph(&rest, gaps: gaps, depth: depth))
      }
    }
    return blocks
  }

  /// QTI's lists count from 1, so that others are text.
  private static func isFirst(_ line: Substring) -> Bool { line.utf8.starts(with: [0x31, 0x2E]) }

  private static func code(_ rest: inout ArraySlice<Substring>) -> QTIBlockText {
    rest = rest.dropFirst()
    var lines: [Substring] = []
    while let line = rest.popFirst(), begins(line) != .fence { lines.append(line) }
    return .code(lines.joined(separator: "\n"))
  }

  private static func quote(
    _ rest: inout ArraySlice<Substring>, gaps: Set<String>, depth: Int
  ) -> QTIBlockText {
    var lines: [Substring] = []
    while let line = rest.first, begins(line) == .quote {
      let inner = line.utf8.dropFirst()
      lines.append(Substring(inner.first == 0x20 ? inner.dropFirst() : inner))
      rest = rest.dropFirst()
    }
    return .quote(parse(lines[...], gaps: gaps, depth: depth + 1))
  }

  private static func list(
    _ rest: inout ArraySlice<Substring>, isOrdered: Bool, gaps: Set<String>, depth: Int
  ) -> QTIBlockText {
    var members: [[QTIBlockText]] = []
    while let line = rest.first, case .member(isOrdered, let width) = begins(line) {
      rest = rest.dropFirst()
      var lines = [Substring(line.utf8.dropFirst(width))]
      while let next = rest.first {
        if next.utf8.prefix(2).elementsEqual([0x20, 0x20]) {
          let indent = next.utf8.prefix(width).prefix { $0 == 0x20 }.count
          lines.append(Substring(next.utf8.dropFirst(indent)))
        } else if begins(next) == .nothing,
          rest.dropFirst().first.map({ $0.utf8.prefix(2).elementsEqual([0x20, 0x20]) }) == true
        {
          lines.append("")
        } else {
          break
        }
        rest = rest.dropFirst()
      }
      members.append(parse(lines[...], gaps: gaps, depth: depth + 1))
    }
    return .list(isOrdered: isOrdered, members)
  }

  private static func paragraph(
    _ rest: inout ArraySlice<Substring>, gaps: Set<String>, depth: Int
  ) -> QTIBlockText {
    var lines: [String] = []
    while let line = rest.first, depth > deepest || lines.isEmpty || begins(line) == .text {
      if begins(line) == .nothing { break }
      lines.append(String(line).trimmingSpaces())
      rest = rest.dropFirst()
    }
    return .paragraph(QTIInlineText.parse(lines.joined(separator: "\n"), gaps: gaps))
  }

  // MARK: To Markdown

  /// Returns Markdown that `parse` reads as the same.
  static func markdown(_ blocks: [QTIBlockText]) -> String {
    blocks.map(\.markdown).joined(separator: "\n\n")
  }

  private var markdown: String {
    switch self {
    case .paragraph(let pieces):
      let text = QTIInlineText.markdown(pieces)
      switch Self.begins(text[...]) {
      case .member(let isOrdered, _) where !isOrdered || Self.isFirst(text[...]):
        return isOrdered ? "1\\" + text.utf8.dropFirst().text : "\\" + text
      case .quote, .fence: return "\\" + text
      default: return text
      }
    case .code(let text): return "```\n\(text)\n```"
    case .quote(let blocks): return Self.indented(Self.markdown(blocks), "> ", "> ")
    case .list(let isOrdered, let members):
      return members.enumerated().map { index, blocks in
        let mark = isOrdered ? "\(index + 1). " : "- "
        return Self.indented(
          Self.member(blocks), mark, String(repeating: " ", count: mark.utf8.count))
      }.joined(separator: "\n")
    }
  }

  /// A list right below the text of its member needs no empty line.
  private static func member(_ blocks: [QTIBlockText]) -> String {
    var result = ""
    for (index, block) in blocks.enumerated() {
      if index > 0 {
        if case .list = block { result += "\n" } else { result += "\n\n" }
      }
      result += block.markdown
    }
    return result
  }

  private static func indented(_ text: String, _ first: String, _ rest: String) -> String {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .map { index, line in
        // An empty line of a quote keeps its mark, without a space behind it.
        line.isEmpty && index > 0
          ? rest.trimmingSpaces() : (index == 0 ? first : rest) + line.text
      }.joined(separator: "\n")
  }

  // MARK: To elements

  /// Returns elements for a place that takes blocks.
  static func elements(
    _ blocks: [QTIBlockText], _ space: XMLNamespace, gap: (String) -> XMLElement?
  ) -> [XMLElement] {
    blocks.map { block in
      switch block {
      case .paragraph(let pieces): element("p", nodes(pieces, space, gap: gap), space)
      case .code(let text): element("pre", [.text(text)], space)
      case .quote(let blocks):
        element("blockquote", elements(blocks, space, gap: gap).map(XMLNode.element), space)
      case .list(let isOrdered, let members):
        element(
          isOrdered ? "ol" : "ul",
          members.map { .element(element("li", flow($0, space, gap: gap), space)) }, space)
      }
    }
  }

  /// Returns nodes for a place that takes text and blocks: a lone paragraph needs no element, nor
  /// one before a list.
  static func flow(
    _ blocks: [QTIBlockText], _ space: XMLNamespace, gap: (String) -> XMLElement? = { _ in nil }
  ) -> [XMLNode] {
    guard case .paragraph(let pieces)? = blocks.first,
      blocks.dropFirst().allSatisfy({ if case .list = $0 { true } else { false } })
    else { return elements(blocks, space, gap: gap).map(XMLNode.element) }
    return nodes(pieces, space, gap: gap)
      + elements(Array(blocks.dropFirst()), space, gap: gap).map(XMLNode.element)
  }

  /// Returns nodes for a place that takes running text only.
  static func nodes(
    _ pieces: [QTIInlineText], _ space: XMLNamespace, gap: (String) -> XMLElement? = { _ in nil }
  ) -> [XMLNode] {
    pieces.compactMap { piece in
      switch piece {
      case .text(let text): .text(text)
      case .emphasis(let inner): .element(element("em", nodes(inner, space, gap: gap), space))
      case .strong(let inner): .element(element("strong", nodes(inner, space, gap: gap), space))
      case .code(let text): .element(element("code", [.text(text)], space))
      case .link(let inner, let target):
        .element(
          XMLElement(
            space("a"), attributes: [XMLAttribute("href", target)],
            children: nodes(inner, space, gap: gap)))
      case .image(let alt, let source):
        .element(XMLElement(space("img"), ["src": source, "alt": alt]))
      case .lineBreak: .element(XMLElement(space("br")))
      case .gap(let id): gap(id).map(XMLNode.element) ?? .text("[[\(id)]]")
      }
    }
  }

  private static func element(
    _ name: String, _ children: [XMLNode], _ space: XMLNamespace
  ) -> XMLElement {
    XMLElement(space(name), attributes: [], children: children)
  }
}

extension Sequence<UInt8> {
  /// The text of bytes in UTF-8.
  var text: String { String(decoding: Array(self), as: UTF8.self) }
}
