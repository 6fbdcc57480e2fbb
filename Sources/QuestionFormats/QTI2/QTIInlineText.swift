/// Running text, between Markdown and the elements of QTI.
indirect enum QTIInlineText: Hashable {
  case text(String)
  case emphasis([QTIInlineText])
  case strong([QTIInlineText])
  case code(String)
  case link([QTIInlineText], String)
  case image(String, String)
  case lineBreak
  /// A blank, by its id.
  case gap(String)

  // MARK: From Markdown

  /// Reads Markdown; `gaps` are the ids of the blanks that stand in it as `[[id]]`.
  static func parse(_ markdown: String, gaps: Set<String> = []) -> [QTIInlineText] {
    let isPlain = markdown.utf8.allSatisfy { byte in
      switch byte {
      case 0x0A, 0x0D, 0x21, 0x2A, 0x5B, 0x5C, 0x5F, 0x60: false
      default: true
      }
    }
    if isPlain { return markdown.isEmpty ? [] : [.text(markdown)] }
    var parser = QTIInlineParser(Array(markdown.utf8), gaps: gaps)
    return parser.parse(0..<parser.bytes.count, depth: 0)
  }

  /// Adds a piece; text is joined to text.
  static func append(_ piece: QTIInlineText, to pieces: inout [QTIInlineText]) {
    if case .text(let text) = piece {
      if text.isEmpty { return }
      if case .text(let before)? = pieces.last {
        pieces[pieces.count - 1] = .text(before + text)
        return
      }
    }
    pieces.append(piece)
  }

  // MARK: To Markdown

  /// Returns Markdown that `parse` reads as the same; signs are escaped only where they have to be.
  static func markdown(_ pieces: [QTIInlineText]) -> String {
    if pieces.count == 1, case .text(let text) = pieces[0], parse(text) == pieces,
      !needsEscape(text)
    {
      return text
    }
    let gaps = Set(pieces.compactMap { if case .gap(let id) = $0 { id } else { nil } })
    let plain = written(pieces, isEscaped: false)
    if !needsEscape(plain), parse(plain, gaps: gaps) == pieces { return plain }
    return written(pieces, isEscaped: true)
  }

  /// Other readers of Markdown would take `<b>` for HTML.
  private static func needsEscape(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      let isName = (0x61...0x7A).contains(byte | 0x20) || byte == 0x2F || byte == 0x21
      if before == 0x3C, isName { return true }
      before = byte
    }
    return false
  }

  private static func written(_ pieces: [QTIInlineText], isEscaped: Bool) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): isEscaped ? escaped(text) : text
      case .emphasis(let inner): "*\(written(inner, isEscaped: isEscaped))*"
      case .strong(let inner): "**\(written(inner, isEscaped: isEscaped))**"
      case .code(let text): text.utf8.contains(0x60) ? "`` \(text) ``" : "`\(text)`"
      case .link(let inner, let target): "[\(written(inner, isEscaped: isEscaped))](\(target))"
      case .image(let alt, let source): "![\(alt)](\(source))"
      case .lineBreak: "\\\n"
      case .gap(let id): "[[\(id)]]"
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "*", "_", "`", "[", "]", "<": result.append("\\")
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// The text alone.
  static func plain(_ pieces: [QTIInlineText]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .code(let text): text
      case .emphasis(let inner), .strong(let inner), .link(let inner, _): plain(inner)
      case .image(let alt, _): alt
      case .lineBreak: " "
      case .gap: "____"
      }
    }.joined()
  }
}

/// Reads running text out of Markdown: emphasis, code, links, pictures, hard breaks and escapes.
struct QTIInlineParser {
  let bytes: [UInt8]
  let gaps: Set<String>
  /// How far a closing mark was sought in vain, so that no text is searched again and again.
  private var fruitless: [UInt32: Int] = [:]

  init(_ bytes: [UInt8], gaps: Set<String>) {
    self.bytes = bytes
    self.gaps = gaps
  }

  mutating func parse(_ range: Range<Int>, depth: Int) -> [QTIInlineText] {
    var pieces: [QTIInlineText] = []
    var literal = range.lowerBound
    var place = range.lowerBound
    func flush(_ end: Int) {
      if literal < end {
        QTIInlineText.append(
          .text(String(decoding: bytes[literal..<end], as: UTF8.self)), to: &pieces)
      }
    }
    while place < range.upperBound {
      guard let (piece, next) = special(at: place, in: range, depth: depth) else {
        place += 1
        continue
      }
      flush(place)
      QTIInlineText.append(piece, to: &pieces)
      place = next
      literal = next
    }
    flush(range.upperBound)
    return pieces
  }

  private mutating func special(
    at place: Int, in range: Range<Int>, depth: Int
  ) -> (QTIInlineText, Int)? {
    let end = range.upperBound
    switch bytes[place] {
    case 0x5C:  // A backslash.
      guard place + 1 < end else { return nil }
      if bytes[place + 1] == 0x0A { return (.lineBreak, place + 2) }
      guard Self.isPunctuation(bytes[place + 1]) else { return nil }
      return (.text(String(decoding: [bytes[place + 1]], as: UTF8.self)), place + 2)
    case 0x0D, 0x0A: return (.text(" "), place + 1)
    case 0x60: return code(at: place, end: end)
    case 0x2A, 0x5F: return emphasis(at: place, in: range, depth: depth)
    case 0x5B: return bracket(at: place, in: range, depth: depth)
    case 0x21:
      guard place + 1 < end, bytes[place + 1] == 0x5B,
        let (text, target, next) = link(at: place + 1, end: end)
      else { return nil }
      return (.image(string(text), target), next)
    default: return nil
    }
  }

  private mutating func code(at place: Int, end: Int) -> (QTIInlineText, Int)? {
    var start = place
    while start < end, bytes[start] == 0x60 { start += 1 }
    let length = start - place
    guard let close = find(0x60, length, from: start, end: end), close > start else { return nil }
    var text = start..<close
    if length > 1, text.count > 2, bytes[text.lowerBound] == 0x20,
      bytes[text.upperBound - 1] == 0x20
    {
      text = (text.lowerBound + 1)..<(text.upperBound - 1)
    }
    return (.code(string(text)), close + length)
  }

  private mutating func emphasis(
    at place: Int, in range: Range<Int>, depth: Int
  ) -> (QTIInlineText, Int)? {
    let mark = bytes[place]
    let isDouble = place + 1 < range.upperBound && bytes[place + 1] == mark
    let length = isDouble ? 2 : 1
    let start = place + length
    guard depth < 20, start < range.upperBound, !Self.isSpace(bytes[start]), bytes[start] != mark,
      mark == 0x2A || place == range.lowerBound || !Self.isWord(bytes[place - 1]),
      let close = find(mark, length, from: start, end: range.upperBound), close > start,
      !Self.isSpace(bytes[close - 1])
    else { return nil }
    if mark == 0x5F, close + length < range.upperBound, Self.isWord(bytes[close + length]) {
      return nil
    }
    let inner = parse(start..<close, depth: depth + 1)
    return (isDouble ? .strong(inner) : .emphasis(inner), close + length)
  }

  private mutating func bracket(
    at place: Int, in range: Range<Int>, depth: Int
  ) -> (QTIInlineText, Int)? {
    let end = range.upperBound
    if place + 1 < end, bytes[place + 1] == 0x5B, !gaps.isEmpty {
      var close = place + 2
      while close < end, bytes[close] != 0x5D, close - place < 100 { close += 1 }
      if close + 1 < end, bytes[close] == 0x5D, bytes[close + 1] == 0x5D {
        let id = string((place + 2)..<close)
        if gaps.contains(id) { return (.gap(id), close + 2) }
      }
    }
    guard depth < 20, let (text, target, next) = link(at: place, end: end) else { return nil }
    return (.link(parse(text, depth: depth + 1), target), next)
  }

  /// `[text](target)`; the text has no brackets, the target no spaces and no parentheses.
  private mutating func link(at place: Int, end: Int) -> (Range<Int>, String, Int)? {
    if let from = fruitless[0x5D], from <= place { return nil }
    var close = place + 1
    while close < end, bytes[close] != 0x5D, bytes[close] != 0x5B { close += 1 }
    if close >= end { fruitless[0x5D] = place }
    guard close + 1 < end, bytes[close] == 0x5D, bytes[close + 1] == 0x28 else { return nil }
    var last = close + 2
    while last < end, bytes[last] != 0x29, bytes[last] != 0x28, !Self.isSpace(bytes[last]) {
      last += 1
    }
    guard last < end, bytes[last] == 0x29, last > close + 2 else { return nil }
    return ((place + 1)..<close, string((close + 2)..<last), last + 1)
  }

  /// Finds a run of exactly `length` marks.
  private mutating func find(_ mark: UInt8, _ length: Int, from start: Int, end: Int) -> Int? {
    let kind = UInt32(mark) << 8 | UInt32(min(length, 255)) | UInt32(truncatingIfNeeded: end) << 16
    if let from = fruitless[kind], from <= start { return nil }
    var place = start
    while place < end {
      if bytes[place] == 0x5C, mark != 0x60 {
        place += 2
        continue
      }
      guard bytes[place] == mark else {
        place += 1
        continue
      }
      var last = place
      while last < end, bytes[last] == mark { last += 1 }
      if last - place == length, mark == 0x60 || !Self.isSpace(bytes[max(0, place - 1)]) {
        return place
      }
      place = last
    }
    fruitless[kind] = start
    return nil
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
