/// Turns the HTML of editors into Markdown.
///
/// Paragraphs, breaks, headings, lists, links, strong and emphasised text and code are carried;
/// small digits become Unicode's. What has no Markdown is named, and its text is kept.
struct HTMLMarkdown {
  /// The Markdown.
  private(set) var markdown = ""
  /// The names of the tags that could not be carried, each once, in order.
  private(set) var lost: [String] = []

  private var out: [UInt8] = []
  /// Marks that wait for the first text after them, so that none encloses nothing.
  private var waiting: [[UInt8]] = []
  private var hasSpace = false
  /// How many line breaks have to come before the next text.
  private var breaks = 0
  private var isBrokenLine = false
  private var lists: [(isOrdered: Bool, count: Int)] = []
  private var itemMark: [UInt8] = []
  private var spans: [String] = []
  private var links: [(target: String, start: Int)] = []
  private var small: [String] = []
  private var isAtLineStart = true

  /// Reads HTML.
  init(_ html: String) {
    var rest = Substring(html).utf8
    while let byte = rest.first {
      if byte == 0x3C, let tag = HTMLTag(&rest) {
        apply(tag, &rest)
      } else if byte == 0x26, let (scalar, after) = HTMLEntities.reference(rest) {
        for byte in String(Character(scalar)).utf8 { add(byte, next: after.first) }
        rest = after
      } else if byte == 0xC2, rest.dropFirst().first == 0xA0 {
        // Editors write no-break spaces wherever somebody typed two.
        rest = rest.dropFirst(2)
        hasSpace = true
      } else {
        rest.removeFirst()
        add(byte, next: rest.first)
      }
    }
    markdown = String(decoding: out, as: UTF8.self)
  }

  // MARK: Text

  private mutating func add(_ byte: UInt8, next: UInt8?) {
    guard !Self.isSpace(byte) else { return hasSpace = true }
    if breaks > 0 || hasSpace || !waiting.isEmpty || !itemMark.isEmpty { begin() }
    if let kind = small.last {
      if let sign = SmallDigits.sign(byte, kind) {
        out.append(contentsOf: String(Character(sign)).utf8)
        return
      }
      name(kind)
    }
    if byte < 0x80, isActive(byte, next: next) { out.append(0x5C) }
    out.append(byte)
    isAtLineStart = isAtLineStart && Self.isDigit(byte)
  }

  /// Writes the line breaks, spaces and marks that come before text.
  private mutating func begin() {
    if !out.isEmpty, breaks > 0 {
      if isBrokenLine, breaks == 1 { out.append(0x5C) }
      out.append(contentsOf: [UInt8](repeating: 0x0A, count: breaks))
      let depth = itemMark.isEmpty ? lists.count : lists.count - 1
      for list in lists.prefix(max(0, depth)) {
        out.append(contentsOf: [UInt8](repeating: 0x20, count: list.isOrdered ? 3 : 2))
      }
      isAtLineStart = true
    } else if hasSpace, !out.isEmpty {
      out.append(0x20)
    }
    breaks = 0
    hasSpace = false
    isBrokenLine = false
    if !itemMark.isEmpty {
      out.append(contentsOf: itemMark)
      itemMark = []
    }
    for mark in waiting {
      out.append(contentsOf: mark)
      isAtLineStart = false
    }
    waiting = []
  }

  /// Tells whether a sign would mean something in Markdown here.
  private func isActive(_ byte: UInt8, next: UInt8?) -> Bool {
    let isSpaceNext = next.map(Self.isSpace) ?? true
    let before = out.last ?? 0x20
    let isSpaceBefore = before == 0x20 || before == 0x0A
    switch byte {
    case 0x2A: return !(isSpaceNext && isSpaceBefore)
    case 0x5F:
      let isWordBefore = Self.isWord(before)
      let isWordNext = next.map(Self.isWord) ?? false
      return !(isSpaceNext && isSpaceBefore) && !(isWordBefore && isWordNext)
    case 0x60: return true
    case 0x5C: return next.map(Self.isPunctuation) ?? false
    case 0x5D: return next == 0x28
    case 0x3C: return next.map { Self.isLetter($0) || $0 == 0x2F || $0 == 0x21 } ?? false
    case 0x26: return next.map { Self.isLetter($0) || $0 == 0x23 } ?? false
    case 0x23, 0x3E: return isAtLineStart
    case 0x2D, 0x2B: return isAtLineStart && isSpaceNext
    case 0x2E, 0x29: return isAtLineStart && Self.isDigit(before) && isSpaceNext
    default: return false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80
  }
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isLetter(byte) && !isDigit(byte)
  }

  // MARK: Tags

  private mutating func apply(_ tag: HTMLTag, _ rest: inout Substring.UTF8View) {
    switch tag.name {
    case "", "html", "body", "head", "font", "small", "big", "tbody", "thead", "center", "wbr",
      "label", "abbr", "nolink", "section", "article", "q", "cite", "time":
      break
    case "p", "div", "hr", "dl", "dt", "dd", "figure": block(2)
    case "h1", "h2", "h3", "h4", "h5", "h6": heading(tag)
    case "br":
      breaks = max(breaks, 1)
      isBrokenLine = true
    case "b", "strong": mark("**", tag)
    case "i", "em": mark("*", tag)
    case "code", "tt": mark("`", tag)
    case "span": span(tag)
    case "ul", "ol": list(tag)
    case "li": listItem(tag)
    case "a": link(tag)
    case "sub", "sup":
      if tag.isEnd { _ = small.popLast() } else { small.append(tag.name) }
    case "script", "style", "title": HTMLTag.skip(to: tag, &rest)
    case "table", "tr", "td", "th":
      name("table")
      if tag.name == "tr" || tag.name == "table" { block(1) } else { hasSpace = true }
    case "img": image(tag)
    default:
      if !tag.isEnd { name(tag.name) }
    }
  }

  private mutating func name(_ tag: String) {
    if !lost.contains(tag) { lost.append(tag) }
  }

  private mutating func block(_ count: Int) {
    guard itemMark.isEmpty else { return }
    breaks = max(breaks, count)
    isBrokenLine = false
    hasSpace = false
  }

  private mutating func heading(_ tag: HTMLTag) {
    block(2)
    if tag.isEnd {
      waiting = []
    } else {
      let level = Int(tag.name.utf8.last ?? 0x31) - 0x30
      waiting.append([UInt8](repeating: 0x23, count: level) + [0x20])
    }
  }

  private mutating func mark(_ text: String, _ tag: HTMLTag) {
    let bytes = Array(text.utf8)
    if !tag.isEnd {
      waiting.append(bytes)
    } else if waiting.last == bytes {
      waiting.removeLast()
    } else {
      out.append(contentsOf: bytes)
    }
  }

  private mutating func span(_ tag: HTMLTag) {
    guard !tag.isEnd else {
      if let mark = spans.popLast(), !mark.isEmpty { self.mark(mark, tag) }
      return
    }
    let style = tag.attributes["style"] ?? ""
    let mark = style.contains("italic") ? "*" : style.contains("bold") ? "**" : ""
    spans.append(mark)
    if !mark.isEmpty { self.mark(mark, tag) }
  }

  private mutating func list(_ tag: HTMLTag) {
    if tag.isEnd {
      _ = lists.popLast()
      itemMark = []
      breaks = max(breaks, lists.isEmpty ? 2 : 1)
    } else {
      breaks = max(breaks, lists.isEmpty ? 2 : 1)
      if lists.count < 16 { lists.append((tag.name == "ol", 0)) }
    }
    isBrokenLine = false
  }

  private mutating func listItem(_ tag: HTMLTag) {
    breaks = max(1, lists.isEmpty ? breaks : 1)
    isBrokenLine = false
    guard !tag.isEnd else {
      itemMark = []
      return
    }
    guard !lists.isEmpty else { return itemMark = Array("- ".utf8) }
    lists[lists.count - 1].count += 1
    itemMark = Array((lists[lists.count - 1].isOrdered ? "\(lists.last?.count ?? 1). " : "- ").utf8)
  }

  private mutating func link(_ tag: HTMLTag) {
    if !tag.isEnd {
      guard let target = tag.attributes["href"] else { return links.append(("", 0)) }
      waiting.append([0x5B])
      return links.append((target, out.count))
    }
    guard let link = links.popLast(), !link.target.isEmpty else { return }
    if waiting.last == [0x5B] {
      waiting.removeLast()
    } else if link.target.hasPrefix("@@PLUGINFILE@@") {
      out.append(contentsOf: Array("](".utf8) + Array(link.target.utf8) + [0x29])
      name("a")
    } else {
      out.append(contentsOf: Array("](".utf8) + Array(Self.address(link.target).utf8) + [0x29])
    }
  }

  private static func address(_ target: String) -> String {
    let signs: [Unicode.Scalar] = [" ", "(", ")", "<", ">"]
    guard target.unicodeScalars.contains(where: signs.contains) else { return target }
    return target.unicodeScalars.map { scalar in
      signs.contains(scalar) ? "%" + String(scalar.value, radix: 16, uppercase: true) : "\(scalar)"
    }.joined()
  }

  private mutating func image(_ tag: HTMLTag) {
    name("img")
    guard let text = tag.attributes["alt"], !text.isEmpty else { return }
    var bytes = Substring(text).utf8
    while let byte = bytes.popFirst() { add(byte, next: bytes.first) }
  }
}

/// A tag of HTML.
struct HTMLTag {
  /// The name in lower case; empty for a comment.
  private(set) var name = ""
  private(set) var isEnd = false
  private(set) var attributes: [String: String] = [:]

  /// Takes the tag at the start of `rest`; `nil`, and nothing taken, where there is none.
  init?(_ rest: inout Substring.UTF8View) {
    var at = rest.dropFirst()
    if at.starts(with: "!--".utf8) {
      while !at.isEmpty, !at.starts(with: "-->".utf8) { at.removeFirst() }
      rest = at.dropFirst(3)
      return
    }
    if at.first == 0x2F {
      isEnd = true
      at.removeFirst()
    }
    let start = at
    at = at.drop { Self.isName($0) }
    name = String(decoding: start[..<at.startIndex], as: UTF8.self).lowercased()
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return nil }
    var steps = 0
    while let byte = at.first, byte != 0x3E {
      steps += 1
      guard steps < 4096, byte != 0x3C else { return nil }
      if Self.isSpace(byte) || byte == 0x2F {
        at.removeFirst()
      } else {
        attribute(&at)
      }
    }
    guard at.first == 0x3E else { return nil }
    rest = at.dropFirst()
  }

  private mutating func attribute(_ at: inout Substring.UTF8View) {
    let start = at
    at = at.drop { !Self.isSpace($0) && ![0x3D, 0x3E, 0x2F, 0x3C].contains($0) }
    let key = String(decoding: start[..<at.startIndex], as: UTF8.self).lowercased()
    at = at.drop(while: Self.isSpace)
    guard at.first == 0x3D else {
      if key.isEmpty { at = at.dropFirst() }
      return
    }
    at = at.dropFirst().drop(while: Self.isSpace)
    let quote = at.first == 0x22 || at.first == 0x27 ? at.first : nil
    if quote != nil { at = at.dropFirst() }
    let value = at
    at = at.drop { byte in
      quote.map { byte != $0 } ?? (!Self.isSpace(byte) && byte != 0x3E && byte != 0x3C)
    }
    attributes[key] = HTMLEntities.decoded(
      String(decoding: value[..<at.startIndex], as: UTF8.self))
    if quote != nil { at = at.dropFirst() }
  }

  /// Skips what stands in an element that is no text.
  static func skip(to tag: HTMLTag, _ rest: inout Substring.UTF8View) {
    guard !tag.isEnd else { return }
    while !rest.isEmpty {
      if rest.first == 0x3C, rest.dropFirst().first == 0x2F { return }
      rest.removeFirst()
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x3A
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

/// Unicode's small digits and signs.
private enum SmallDigits {
  static func sign(_ byte: UInt8, _ kind: String) -> Unicode.Scalar? {
    switch (byte, kind) {
    case (0x31, "sup"): "¹"
    case (0x32, "sup"): "²"
    case (0x33, "sup"): "³"
    case (0x30...0x39, "sup"): Unicode.Scalar(0x2040 + UInt32(byte))
    case (0x30...0x39, _): Unicode.Scalar(0x2050 + UInt32(byte))
    case (0x2B, "sup"): "⁺"
    case (0x2D, "sup"): "⁻"
    case (0x6E, "sup"): "ⁿ"
    case (0x2B, _): "₊"
    case (0x2D, _): "₋"
    default: nil
    }
  }
}
