import Text
import XML

/// Reads the body of an item: text into blocks, interactions by name, and what is not carried.
struct QTIBodyReader {
  /// The interactions in the order of the body.
  private(set) var interactions: [XMLElement] = []
  /// What no block carries, each once.
  private(set) var lost: [LocalizedText] = []
  /// Returns what stands for an interaction within a line; `nil` leaves nothing.
  var gap: (XMLElement) -> QTIInlineText? = { _ in nil }

  private static let inlineInteractions: Set<String> = [
    "textEntryInteraction", "inlineChoiceInteraction", "endAttemptInteraction",
  ]
  private static let blockNames: Set<String> = [
    "p", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "hr",
    "table", "object", "rubricBlock", "feedbackBlock", "templateBlock", "figure", "figcaption",
    "section", "article", "aside", "header", "footer", "nav", "main", "address", "video", "audio",
    "center", "fieldset", "prompt", "positionObjectStage", "bdo-block", "infoControl",
    "stimulusBody", "include",
  ]

  mutating func lose(_ what: LocalizedText) {
    if !lost.contains(what) { lost.append(what) }
  }

  // MARK: Blocks

  /// Returns the blocks of nodes.
  mutating func blocks(_ nodes: [XMLNode]) -> [QTIBlockText] {
    var blocks: [QTIBlockText] = []
    var run: [XMLNode] = []
    for node in nodes {
      guard case .element(let element) = node, isBlock(element) else {
        run.append(node)
        continue
      }
      flush(&run, into: &blocks)
      blocks += self.blocks(of: element)
    }
    flush(&run, into: &blocks)
    return blocks
  }

  private func isBlock(_ element: XMLElement) -> Bool {
    let name = element.name.local
    return Self.blockNames.contains(name)
      || (name.utf8.reversed().starts(with: "Interaction".utf8.reversed())
        && !Self.inlineInteractions.contains(name))
  }

  private mutating func flush(_ run: inout [XMLNode], into blocks: inout [QTIBlockText]) {
    let pieces = inline(run)
    run = []
    if !pieces.isEmpty { blocks.append(.paragraph(pieces)) }
  }

  private mutating func blocks(of element: XMLElement) -> [QTIBlockText] {
    switch element.name.local {
    case "ul", "ol":
      let members = element.elements.map { blocks($0.children) }.filter { !$0.isEmpty }
      return members.isEmpty
        ? [] : [.list(isOrdered: element.name.local == "ol", members)]
    case "blockquote":
      let inner = blocks(element.children)
      return inner.isEmpty ? [] : [.quote(inner)]
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let pieces = inline(element.children)
      return pieces.isEmpty ? [] : [.paragraph([.strong(pieces)])]
    case "pre":
      let text = element.text
      return text.isEmpty ? [] : [.code(text)]
    case "table":
      lose(QTI2Messages.table)
      return rows(element).compactMap { row in
        let cells = row.elements.map { inline($0.children) }.filter { !$0.isEmpty }
        return cells.isEmpty
          ? nil : .paragraph(Self.merged(Array(cells.joined(separator: [.text(" | ")]))))
      }
    case "object", "video", "audio":
      lose(QTI2Messages.file(element.attribute("data") ?? element.name.local))
      return blocks(element.children.filter { $0.elementName != "param" })
    case "rubricBlock":
      let views = (element.attribute("view") ?? "candidate").split(separator: " ")
      if views.contains("candidate") { return blocks(element.children) }
      lose(QTI2Messages.rubricBlock)
      return []
    case "feedbackBlock":
      lose(QTI2Messages.feedbackInText)
      return []
    case "hr": return []
    case let name where name.utf8.reversed().starts(with: "Interaction".utf8.reversed()):
      interactions.append(element)
      return element.first("prompt").map { blocks($0.children) } ?? []
    case "include", "infoControl":
      lose(QTI2Messages.element(element.name.local))
      return []
    default: return blocks(element.children)
    }
  }

  private func rows(_ element: XMLElement) -> [XMLElement] {
    element.elements.flatMap { child in
      child.name.local == "tr" || child.name.local == "caption" ? [child] : rows(child)
    }
  }

  // MARK: Running text

  /// Returns nodes as running text, without spaces at its ends.
  mutating func inline(_ nodes: [XMLNode]) -> [QTIInlineText] {
    var pieces: [QTIInlineText] = []
    add(nodes, to: &pieces)
    return Self.trimmed(Self.merged(pieces))
  }

  private mutating func add(_ nodes: [XMLNode], to pieces: inout [QTIInlineText]) {
    for node in nodes {
      switch node {
      case .text(let text): QTIInlineText.append(.text(Self.collapsed(text)), to: &pieces)
      case .element(let element): add(element, to: &pieces)
      }
    }
  }

  private mutating func add(_ element: XMLElement, to pieces: inout [QTIInlineText]) {
    let name = element.name.local
    switch name {
    case "em", "i", "dfn", "cite", "var": wrap(element, &pieces) { .emphasis($0) }
    case "strong", "b": wrap(element, &pieces) { .strong($0) }
    case "code", "tt", "kbd", "samp":
      let text = Self.collapsed(element.text)
      if !text.isEmpty { pieces.append(.code(text)) }
    case "br": pieces.append(.lineBreak)
    case "img":
      let source = element.attribute("src") ?? ""
      lose(QTI2Messages.picture(source))
      pieces.append(.image(Self.label(element.attribute("alt") ?? ""), Self.address(source)))
    case "a":
      let target = Self.address(element.attribute("href") ?? "")
      wrap(element, &pieces) { .link($0, target) }
    case "q":
      QTIInlineText.append(.text("“"), to: &pieces)
      add(element.children, to: &pieces)
      QTIInlineText.append(.text("”"), to: &pieces)
    case "sub", "sup", "ruby":
      lose(QTI2Messages.element(name))
      add(element.children, to: &pieces)
    case "math":
      lose(QTI2Messages.formula)
      QTIInlineText.append(.text(Self.formula(element)), to: &pieces)
    case "object", "video", "audio":
      lose(QTI2Messages.file(element.attribute("data") ?? name))
      add(element.children, to: &pieces)
    case "feedbackInline", "feedbackBlock": lose(QTI2Messages.feedbackInText)
    case "table":
      lose(QTI2Messages.table)
      for row in rows(element) {
        for cell in row.elements {
          add(cell.children, to: &pieces)
          QTIInlineText.append(.text(" "), to: &pieces)
        }
      }
    case _ where Self.inlineInteractions.contains(name):
      interactions.append(element)
      if let gap = gap(element) { QTIInlineText.append(gap, to: &pieces) }
    case "include", "printedVariable":
      lose(QTI2Messages.element(name))
    default:
      if Self.blockNames.contains(name) { QTIInlineText.append(.text(" "), to: &pieces) }
      add(element.children, to: &pieces)
    }
  }

  /// Spaces at the ends go outside, where Markdown wants them.
  private mutating func wrap(
    _ element: XMLElement, _ pieces: inout [QTIInlineText],
    _ made: ([QTIInlineText]) -> QTIInlineText
  ) {
    var inner: [QTIInlineText] = []
    add(element.children, to: &inner)
    let merged = Self.merged(inner)
    let trimmed = Self.trimmed(merged)
    if case .text(let text)? = merged.first, text.utf8.first == 0x20 {
      QTIInlineText.append(.text(" "), to: &pieces)
    }
    guard !trimmed.isEmpty else { return }
    pieces.append(made(trimmed))
    if case .text(let text)? = merged.last, text.utf8.last == 0x20, merged.count > 1 || text != " "
    {
      QTIInlineText.append(.text(" "), to: &pieces)
    }
  }

  // MARK: Spaces

  /// One space for every run of spaces of XML.
  static func collapsed(_ text: String) -> String {
    let isTidy = !text.utf8.contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if isTidy, !text.utf8.contains(0x20) { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if isSpace, bytes.last == 0x20 { continue }
      bytes.append(isSpace ? 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Joins text to text, and takes double spaces out that stood in different elements.
  private static func merged(_ pieces: [QTIInlineText]) -> [QTIInlineText] {
    var result: [QTIInlineText] = []
    for piece in pieces { QTIInlineText.append(piece, to: &result) }
    for index in result.indices {
      guard case .text(let text) = result[index] else { continue }
      var tidy = collapsed(text)
      let before = index > 0 ? result[index - 1] : nil
      let after = index + 1 < result.count ? result[index + 1] : nil
      if before == .lineBreak { tidy = trimmedStart(tidy) }
      if after == .lineBreak { tidy = trimmedEnd(tidy) }
      result[index] = .text(tidy)
    }
    return result.filter { $0 != .text("") }
  }

  private static func trimmed(_ pieces: [QTIInlineText]) -> [QTIInlineText] {
    var pieces = pieces
    while let first = pieces.first {
      if first == .lineBreak {
        pieces.removeFirst()
      } else if case .text(let text) = first, text.utf8.first == 0x20 {
        let rest = trimmedStart(text)
        if rest.isEmpty { pieces.removeFirst() } else { pieces[0] = .text(rest) }
      } else {
        break
      }
    }
    while let last = pieces.last {
      if last == .lineBreak {
        pieces.removeLast()
      } else if case .text(let text) = last, text.utf8.last == 0x20 {
        let rest = trimmedEnd(text)
        if rest.isEmpty { pieces.removeLast() } else { pieces[pieces.count - 1] = .text(rest) }
      } else {
        break
      }
    }
    return pieces
  }

  private static func trimmedStart(_ text: String) -> String {
    text.utf8.drop { $0 == 0x20 }.text
  }

  private static func trimmedEnd(_ text: String) -> String {
    var bytes = Array(text.utf8)
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Letters of a formula one after the other.
  private static func formula(_ element: XMLElement) -> String {
    let text = collapsed(
      element.elements.contains { $0.name.local == "semantics" }
        ? element.elements.flatMap(\.elements).filter { $0.name.local != "annotation" }
          .map(\.text).joined() : element.text)
    return text.utf8.filter { $0 != 0x20 }.text
  }

  private static func label(_ text: String) -> String {
    collapsed(text).utf8.filter { $0 != 0x5B && $0 != 0x5D }.text
  }

  private static func address(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": result += "%20"
      case "(": result += "%28"
      case ")": result += "%29"
      case "\t", "\n", "\r": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.isEmpty ? "#" : result
  }
}

extension XMLNode {
  /// The name of an element; `nil` for text.
  var elementName: String? {
    if case .element(let element) = self { element.name.local } else { nil }
  }
}
