import Assessment
import Text

/// The small notations inside cells.
enum TableMarks {
  /// A number as reading gives it back.
  static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }

  // MARK: Lists

  /// Joins parts by `; `; `;` and `\` within one stand behind a `\`.
  static func list(_ parts: [String]) -> String {
    parts.map { part in
      var bytes: [UInt8] = []
      for byte in part.utf8 {
        if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\\") {
          bytes.append(UInt8(ascii: "\\"))
        }
        bytes.append(byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }.joined(separator: "; ")
  }

  /// Splits at `;`, without spaces at the ends of the parts.
  static func parts(_ text: String) -> [String] {
    var parts: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in text.utf8 {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      if !isEscaped, byte == UInt8(ascii: ";") {
        parts.append([])
        continue
      }
      if isEscaped, byte != UInt8(ascii: ";"), byte != UInt8(ascii: "\\") {
        parts[parts.count - 1].append(UInt8(ascii: "\\"))
      }
      isEscaped = false
      parts[parts.count - 1].append(byte)
    }
    if isEscaped { parts[parts.count - 1].append(UInt8(ascii: "\\")) }
    return parts.map { String(decoding: $0, as: UTF8.self).trimmed }
  }

  /// Splits at the last `=`; `nil` where there is none.
  static func assignment(_ text: String) -> (name: String, value: String)? {
    let bytes = Array(text.utf8)
    guard let mark = bytes.lastIndex(of: UInt8(ascii: "=")) else { return nil }
    return (
      String(decoding: bytes[..<mark], as: UTF8.self).trimmed,
      String(decoding: bytes[(mark + 1)...], as: UTF8.self).trimmed
    )
  }

  // MARK: Pairs

  /// Writes `left => right`; `\` and `=>` of the left stand behind a `\`.
  static func pair(_ left: String, _ right: String) -> String {
    if left.isEmpty { return right.isEmpty ? "" : "=> \(right)" }
    let source = Array(left.utf8)
    var bytes: [UInt8] = []
    for byte in source {
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "=") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    return "\(String(decoding: bytes, as: UTF8.self)) => \(right)"
  }

  /// Reads a pair; `nil` where there is no `=>`.
  static func pair(_ text: String) -> (left: String, right: String)? {
    let bytes = Array(text.utf8)
    var left: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      if bytes[at] == UInt8(ascii: "\\"), next == UInt8(ascii: "\\") || next == UInt8(ascii: "=") {
        left.append(next)
        at += 2
        continue
      }
      if bytes[at] == UInt8(ascii: "="), next == UInt8(ascii: ">") {
        return (
          String(decoding: left, as: UTF8.self).trimmed,
          String(decoding: bytes[(at + 2)...], as: UTF8.self).trimmed
        )
      }
      left.append(bytes[at])
      at += 1
    }
    return nil
  }

  // MARK: Numbers

  /// Reads `12`, `12 +- 0.5` or `12 ± 0.5`.
  static func tolerance(_ text: String) -> (value: Double, tolerance: Double)? {
    let bytes = Array(text.utf8)
    for mark in [Array("+-".utf8), Array("±".utf8), Array("+/-".utf8)]
    where bytes.count > mark.count {
      for start in 0...(bytes.count - mark.count)
      where bytes[start] == mark[0] && bytes[start..<(start + mark.count)] == mark[...] {
        guard let value = Response.number(String(decoding: bytes[..<start], as: UTF8.self)),
          let tolerance = Response.number(
            String(decoding: bytes[(start + mark.count)...], as: UTF8.self)), tolerance >= 0
        else { return nil }
        return (value, tolerance)
      }
    }
    return Response.number(text).map { ($0, 0) }
  }

  static func tolerance(_ answer: NumericInteraction.Answer) -> String {
    number(answer.value) + (answer.tolerance == 0 ? "" : " +- \(number(answer.tolerance))")
  }

  // MARK: Blanks

  /// What an option cell says of a blank.
  struct Blank {
    enum Mark: String {
      case text = "~"
      case number = "="
      case right = "(x)"
      case wrong = "( )"
    }
    var id: String
    var mark: Mark
    var text: String

    /// The cell.
    var cell: String { "[[\(id)]] \(mark.rawValue) \(text)" }

    init(id: String, mark: Mark, text: String) {
      self.id = id
      self.mark = mark
      self.text = text
    }

    /// Reads `[[a]] ~ text`, `[[a]] = 12`, `[[a]] (x) text` or `[[a]] ( ) text`.
    init?(_ cell: String) {
      let bytes = Array(cell.utf8)
      guard bytes.starts(with: "[[".utf8),
        let close = bytes.prefix(60).firstIndex(of: UInt8(ascii: "]")), close + 1 < bytes.count,
        bytes[close + 1] == UInt8(ascii: "]"), close > 2
      else { return nil }
      id = String(decoding: bytes[2..<close], as: UTF8.self)
      let rest = bytes[(close + 2)...].drop { $0 == 0x20 }
      for (written, mark) in [
        ("~", Mark.text), ("=", .number), ("(x)", .right), ("(X)", .right), ("( )", .wrong),
        ("()", .wrong),
      ] where rest.starts(with: written.utf8) {
        self.mark = mark
        text = String(decoding: rest.dropFirst(written.utf8.count), as: UTF8.self).trimmed
        return
      }
      return nil
    }
  }
}
