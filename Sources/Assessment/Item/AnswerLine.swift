import Source
import Text

/// A line that begins an answer, taken apart; lines of a stem are none.
enum AnswerLine: Equatable {
  /// `- (x) text` or `- [x 50%] text`.
  case option(isSquare: Bool, isCorrect: Bool, weight: Double?, text: String)
  /// `= 12 +- 0.5` or `=[50%] 12`.
  case number(weight: Double?, text: String)
  /// `~ text` or `~[50%] text`.
  case text(weight: Double?, text: String)
  /// `- left => right`; the left side is empty for a target without a source.
  case pair(left: String, right: String)
  /// `3. text`.
  case step(text: String)
  /// `[[a]]` before a number, a text or an option.
  indirect case blank(id: String, AnswerLine)

  /// Reads a line; `nil` where it begins no answer.
  static func read(_ line: String) -> AnswerLine? {
    guard let first = line.utf8.first else { return nil }
    switch first {
    case UInt8(ascii: "-"): return option(Substring(line)) ?? pair(line)
    case UInt8(ascii: "="), UInt8(ascii: "~"): return entry(Substring(line))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return step(line)
    case UInt8(ascii: "["): return blank(line)
    default: return nil
    }
  }

  /// Tells whether this is a step of an order, which a numbered list in a stem looks like too.
  var isStep: Bool {
    if case .step = self { true } else { false }
  }

  // MARK: Parts

  private static func option(_ line: Substring) -> AnswerLine? {
    let bytes = line.utf8
    guard bytes.count >= 5, bytes.starts(with: "- (".utf8) || bytes.starts(with: "- [".utf8) else {
      return nil
    }
    return bracketed(line.dropFirstBytes(2))
  }

  /// Reads `(x 50%) text` or `[ ] text`.
  private static func bracketed(_ rest: Substring) -> AnswerLine? {
    guard let open = rest.utf8.first else { return nil }
    let isSquare = open == UInt8(ascii: "[")
    guard isSquare || open == UInt8(ascii: "(") else { return nil }
    let closing = UInt8(ascii: isSquare ? "]" : ")")
    guard let close = rest.utf8.prefix(40).firstIndex(of: closing) else { return nil }
    let inside = rest[rest.utf8.index(after: rest.startIndex)..<close]
    let after = rest[rest.utf8.index(after: close)...]
    guard after.isEmpty || after.utf8.first == UInt8(ascii: " "), let mark = mark(inside)
    else { return nil }
    return .option(
      isSquare: isSquare, isCorrect: mark.isCorrect, weight: mark.weight,
      text: after.trimmingSpaces())
  }

  /// Reads what stands in the brackets: nothing, `x`, a percentage, or both.
  private static func mark(_ inside: Substring) -> (isCorrect: Bool, weight: Double?)? {
    guard !inside.isEmpty else { return nil }
    var isCorrect = false
    var weight: Double?
    for word in inside.split(separator: " ") {
      if word == "x" || word == "X", !isCorrect {
        isCorrect = true
      } else if weight == nil, let percent = percent(word) {
        weight = percent
      } else {
        return nil
      }
    }
    return (isCorrect, weight)
  }

  private static func percent(_ word: Substring) -> Double? {
    guard word.utf8.last == UInt8(ascii: "%"), word.utf8.count <= 30,
      let number = Response.number(String(word.dropLast())), number.magnitude <= 1000
    else { return nil }
    return number
  }

  /// Reads `= …`, `=[50%] …`, `~ …` and `~[50%] …`.
  private static func entry(_ line: Substring) -> AnswerLine? {
    let isNumber = line.utf8.first == UInt8(ascii: "=")
    guard isNumber || line.utf8.first == UInt8(ascii: "~") else { return nil }
    var rest = line.dropFirstBytes(1)
    var weight: Double?
    if rest.utf8.first == UInt8(ascii: "[") {
      guard let close = rest.utf8.prefix(32).firstIndex(of: UInt8(ascii: "]")),
        let percent = percent(rest[rest.utf8.index(after: rest.startIndex)..<close])
      else { return nil }
      weight = percent
      rest = rest[rest.utf8.index(after: close)...]
    }
    guard rest.utf8.first == UInt8(ascii: " ") else { return nil }
    let text = rest.trimmingSpaces()
    return isNumber ? .number(weight: weight, text: text) : .text(weight: weight, text: text)
  }

  /// Reads `- left => right`; within the left side `\=` and `\\` stand for the signs, `\n` for a line
  /// break, and `\(` or `\[` at its start keeps it from being read as an option.
  private static func pair(_ line: String) -> AnswerLine? {
    guard line.utf8.starts(with: "- ".utf8) else { return nil }
    let rest = Array(line.utf8.dropFirst(2))
    var left: [UInt8] = []
    var at = 0
    while at < rest.count {
      let byte = rest[at]
      if byte == UInt8(ascii: "\\"), at + 1 < rest.count {
        switch rest[at + 1] {
        case UInt8(ascii: "\\"), UInt8(ascii: "="):
          left.append(rest[at + 1])
          at += 2
          continue
        case UInt8(ascii: "n"):
          left.append(0x0A)
          at += 2
          continue
        case UInt8(ascii: "("), UInt8(ascii: "["):
          guard at == 0 else { break }
          left.append(rest[at + 1])
          at += 2
          continue
        default: break
        }
      }
      if byte == UInt8(ascii: "="), at + 1 < rest.count, rest[at + 1] == UInt8(ascii: ">"),
        at == 0 || rest[at - 1] == UInt8(ascii: " "),
        at + 2 == rest.count || rest[at + 2] == UInt8(ascii: " ")
      {
        return .pair(
          left: String(decoding: left, as: UTF8.self).trimmingSpaces(),
          right: String(decoding: rest[(at + 2)...], as: UTF8.self).trimmingSpaces())
      }
      left.append(byte)
      at += 1
    }
    return nil
  }

  private static func step(_ line: String) -> AnswerLine? {
    let bytes = line.utf8
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    let rest = bytes[digits.endIndex...]
    guard digits.count <= 3, rest.starts(with: ". ".utf8) else { return nil }
    return .step(text: Substring(rest.dropFirst(2)).trimmingSpaces())
  }

  private static func blank(_ line: String) -> AnswerLine? {
    guard line.utf8.starts(with: "[[".utf8),
      let close = line.utf8.prefix(48).firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let id = line[line.utf8.index(line.startIndex, offsetBy: 2)..<close]
    let after = line[close...]
    guard after.utf8.starts(with: "]] ".utf8), BlankText.isID(id) else { return nil }
    let rest = after.dropFirstBytes(3)
    guard let answer = bracketed(rest) ?? entry(rest) else { return nil }
    if case .option(true, _, _, _) = answer { return nil }
    return .blank(id: String(id), answer)
  }
}

/// The places of blanks in a stem.
enum BlankText {
  /// Tells whether a text can be the id of a blank: lower-case letters, digits and `-`.
  static func isID(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.count <= 40
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }

  /// Returns the ids of the blanks in a stem, in order; `[[` without an id and `]]` is no blank.
  static func ids(in stem: String) -> [String] {
    var ids: [String] = []
    var rest = Substring(stem)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[open...]
      guard rest.utf8.starts(with: "[[".utf8) else {
        rest = rest.dropFirstBytes(1)
        continue
      }
      let inside = rest.dropFirstBytes(2)
      guard let close = inside.utf8.prefix(42).firstIndex(of: UInt8(ascii: "]")),
        inside[close...].utf8.starts(with: "]]".utf8), isID(inside[..<close])
      else {
        rest = rest.dropFirstBytes(1)
        continue
      }
      ids.append(String(inside[..<close]))
      rest = inside[close...].dropFirstBytes(2)
    }
    return ids
  }
}

extension Substring {
  /// The text without its first bytes, which must be of ASCII.
  func dropFirstBytes(_ count: Int) -> Substring {
    self[(utf8.index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex)...]
  }
}
