/// A value of JSON (RFC 8259) with the line at which each object begins.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue], line: Int)

  /// The value of a key of an object.
  subscript(key: String) -> JSONValue? {
    if case .object(let members, _) = self { return members[key] }
    return nil
  }

  /// The text, where it is one.
  var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The line at which it begins; 0 where it is no object.
  var line: Int {
    if case .object(_, let line) = self { return line }
    return 0
  }
}

/// Reads JSON of which nobody knows where it comes from: within bounds, and with the place of what
/// is wrong.
struct JSONReading {
  /// What is wrong, and where.
  struct Fault: Error {
    enum Kind {
      case syntax
      case tooDeep
      case keyTwice
    }

    var kind: Kind
    var line: Int
    var column: Int
  }

  /// How deeply values may lie in each other.
  static let deepest = 64

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether only space is left.
  mutating func isAtEnd() -> Bool {
    skipSpace()
    return place >= bytes.count
  }

  /// Reads the next value; several may stand one after another, as in JSON lines.
  mutating func value(depth: Int = 0) throws(Fault) -> JSONValue {
    skipSpace()
    guard depth < Self.deepest else { throw fault(.tooDeep) }
    guard place < bytes.count else { throw fault() }
    switch bytes[place] {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private func fault(_ kind: Fault.Kind = .syntax) -> Fault {
    Fault(kind: kind, line: line, column: place - lineStart + 1)
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x0A:
        place += 1
        line += 1
        lineStart = place
      case 0x20, 0x09, 0x0D: place += 1
      default: return
      }
    }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func object(_ depth: Int) throws(Fault) -> JSONValue {
    let start = line
    place += 1
    var members: [String: JSONValue] = [:]
    if skip(UInt8(ascii: "}")) { return .object(members, line: start) }
    repeat {
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw fault() }
      let key = try string()
      guard members[key] == nil else { throw fault(.keyTwice) }
      guard skip(UInt8(ascii: ":")) else { throw fault() }
      members[key] = try value(depth: depth + 1)
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { throw fault() }
    return .object(members, line: start)
  }

  private mutating func array(_ depth: Int) throws(Fault) -> JSONValue {
    place += 1
    var values: [JSONValue] = []
    if skip(UInt8(ascii: "]")) { return .array(values) }
    repeat { values.append(try value(depth: depth + 1)) } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else { throw fault() }
    return .array(values)
  }

  private mutating func literal(
    _ word: StaticString, _ value: JSONValue
  ) throws(Fault) -> JSONValue {
    let count = word.utf8CodeUnitCount
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: count)
    guard place + count <= bytes.count, bytes[place..<place + count].elementsEqual(wanted) else {
      throw fault()
    }
    place += count
    return value
  }

  private mutating func number() throws(Fault) -> JSONValue {
    let start = place
    while place < bytes.count, Self.isOfNumber(bytes[place]) { place += 1 }
    let digits = bytes[start..<place].drop { $0 == UInt8(ascii: "-") }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let first = digits.first, (0x30...0x39).contains(first), let number = Double(text),
      number.isFinite
    else {
      place = start
      throw fault()
    }
    return .number(number)
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
  }

  private mutating func string() throws(Fault) -> String {
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        place += 1
        guard let string = String(validating: text, as: UTF8.self) else { throw fault() }
        return string
      }
      guard byte >= 0x20 else { throw fault() }
      place += 1
      if byte == UInt8(ascii: "\\") {
        text += Array(String(String.UnicodeScalarView([try escape()])).utf8)
      } else {
        text.append(byte)
      }
    }
    throw fault()
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    guard place < bytes.count else { throw fault() }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try unit()
      guard (0xD800..<0xDC00).contains(first) else {
        guard let scalar = Unicode.Scalar(first) else { throw fault() }
        return scalar
      }
      guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
        bytes[place + 1] == UInt8(ascii: "u")
      else { throw fault() }
      place += 2
      let second = try unit()
      guard (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw fault() }
      return scalar
    default: throw fault()
    }
  }

  private mutating func unit() throws(Fault) -> UInt32 {
    guard place + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16),
      bytes[place] != UInt8(ascii: "+"), bytes[place] != UInt8(ascii: "-")
    else { throw fault() }
    place += 4
    return unit
  }
}
