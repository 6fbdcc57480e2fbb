extension JSONValue {
  /// Returns the value as JSON text, without a line end after it.
  ///
  /// Keys stand in their given order. Doubles are written with the fewest digits that read back as
  /// the same number; NaN and the infinities, which JSON lacks, as `null`. Khmer stays readable;
  /// quotes, backslashes, control characters and U+2028/U+2029 (line ends to older JavaScript) are
  /// escaped. Source: RFC 8259, clauses 6 and 7.
  ///
  /// - Parameters:
  ///   - indented: Whether every member stands on a line of its own, two spaces a step.
  ///   - forScript: Whether `<`, `>` and `&` are escaped too, so that the text can stand inside an
  ///     HTML `script` element.
  /// - Returns: The JSON text.
  package func encoded(indented: Bool = false, forScript: Bool = false) -> String {
    var writer = JSONWriter(indented: indented, forScript: forScript)
    writer.write(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Collects the bytes of one JSON text.
private struct JSONWriter {
  let indented: Bool
  let forScript: Bool
  var bytes: [UInt8] = []

  init(indented: Bool, forScript: Bool) {
    self.indented = indented
    self.forScript = forScript
  }

  /// Values deeper than this are written as `null`: no caller nests so far, and the stack is kept.
  static let depthLimit = 512

  mutating func write(_ value: JSONValue, depth: Int) {
    guard depth < Self.depthLimit else { return append("null") }
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let value): append(String(value))
    case .double(let value): append(value.isFinite ? value.description : "null")
    case .string(let value): writeString(value)
    case .array(let values):
      writeList(values, open: "[", close: "]", depth: depth) { $0.write($1, depth: depth + 1) }
    case .object(let object):
      writeList(object.members, open: "{", close: "}", depth: depth) { writer, member in
        writer.writeString(member.key)
        writer.append(writer.indented ? ": " : ":")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], open: String, close: String, depth: Int,
    each: (inout JSONWriter, Element) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      breakLine(depth + 1)
      each(&self, element)
    }
    if !elements.isEmpty { breakLine(depth) }
    append(close)
  }

  private mutating func breakLine(_ depth: Int) {
    guard indented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func writeString(_ text: String) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: appendEscape(scalar.value)
      case 0x26 where forScript, 0x3C where forScript, 0x3E where forScript:
        appendEscape(scalar.value)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(0x22)
  }

  private mutating func appendEscape(_ value: UInt32) {
    let digits = String(value, radix: 16)
    append("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
  }
}
