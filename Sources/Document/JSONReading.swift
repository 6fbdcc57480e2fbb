extension JSONValue {
  /// Returns the value that `text` holds, or `nil` where it is not exactly one JSON value.
  ///
  /// Strict after RFC 8259: no comments, no trailing commas, no byte order mark, no control
  /// characters in strings, no unpaired surrogates. Refused as well, because their meaning differs
  /// between readers, are an object with the same key twice and a number beyond a double. Whole
  /// numbers beyond 64 bits become doubles.
  ///
  /// - Parameters:
  ///   - text: The JSON text.
  ///   - depthLimit: How many arrays and objects may be nested in each other.
  /// - Returns: The value, or `nil`.
  package static func parse(_ text: String, depthLimit: Int = 128) -> JSONValue? {
    var reader = JSONReader(bytes: Array(text.utf8), depthLimit: min(depthLimit, 256))
    reader.skipSpace()
    guard let value = reader.readValue(depth: 0) else { return nil }
    reader.skipSpace()
    return reader.isAtEnd ? value : nil
  }
}

/// Walks once over the bytes of a JSON text; every read gives `nil` at the first fault.
private struct JSONReader {
  let bytes: [UInt8]
  let depthLimit: Int
  var place = 0

  init(bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  var isAtEnd: Bool { place >= bytes.count }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      place += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    place += 1
    return true
  }

  private mutating func takeWord(_ word: StaticString, as value: JSONValue) -> JSONValue? {
    let letters = Array(word.description.utf8)
    guard bytes.dropFirst(place).starts(with: letters) else { return nil }
    place += letters.count
    return value
  }

  mutating func readValue(depth: Int) -> JSONValue? {
    switch current {
    case UInt8(ascii: "{"): depth < depthLimit ? readObject(depth: depth) : nil
    case UInt8(ascii: "["): depth < depthLimit ? readArray(depth: depth) : nil
    case UInt8(ascii: "\""): readString().map { .string($0) }
    case UInt8(ascii: "t"): takeWord("true", as: .bool(true))
    case UInt8(ascii: "f"): takeWord("false", as: .bool(false))
    case UInt8(ascii: "n"): takeWord("null", as: .null)
    default: readNumber()
    }
  }

  private mutating func readArray(depth: Int) -> JSONValue? {
    place += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(values) }
    while true {
      skipSpace()
      guard let value = readValue(depth: depth + 1) else { return nil }
      values.append(value)
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func readObject(depth: Int) -> JSONValue? {
    place += 1
    var members: [JSONObject.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(JSONObject()) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\""), let key = readString(), keys.insert(key).inserted
      else { return nil }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { return nil }
      skipSpace()
      guard let value = readValue(depth: depth + 1) else { return nil }
      members.append(JSONObject.Member(key, value))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(JSONObject(members)) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  // MARK: Numbers

  private mutating func readNumber() -> JSONValue? {
    let start = place
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { guard skipDigits() else { return nil } }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      guard skipDigits() else { return nil }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard skipDigits() else { return nil }
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole, let value = Int(text) { return .int(value) }
    guard let value = Double(text), value.isFinite else { return nil }
    return .double(value)
  }

  private mutating func skipDigits() -> Bool {
    let start = place
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place > start
  }

  // MARK: Strings

  private mutating func readString() -> String? {
    place += 1
    var text: [UInt8] = []
    while let byte = current {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = readEscape() else { return nil }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func readEscape() -> Unicode.Scalar? {
    guard let byte = current else { return nil }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return readUnicodeEscape()
    default: return nil
    }
  }

  /// Reads the digits after `\u`, and the second half where the first is a leading surrogate.
  private mutating func readUnicodeEscape() -> Unicode.Scalar? {
    guard let first = readFourDigits() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let second = readFourDigits(),
      (0xDC00..<0xE000).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
  }

  private mutating func readFourDigits() -> UInt32? {
    let digits = bytes.dropFirst(place).prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      return nil
    }
    place += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
