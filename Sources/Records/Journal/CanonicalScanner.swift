/// Reads JSON in the one form that journals have, key after key in their known order.
///
/// Whatever is written in another form makes a method give `nil` or `false`; the caller then reads
/// the line with the general decoder. So this knows no escapes and no spaces, and never decides
/// that a line is wrong.
struct CanonicalScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Whether everything was read.
  var isAtEnd: Bool { place == bytes.count }

  /// Goes past `literal` where it stands here.
  mutating func skip(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard bytes.count - place >= count else { return false }
    let start = literal.utf8Start
    for offset in 0..<count where bytes[place + offset] != start[offset] { return false }
    place += count
    return true
  }

  /// Returns a string and goes past it.
  mutating func string() -> String? {
    guard place < bytes.count, bytes[place] == 0x22 else { return nil }
    let start = place + 1
    var end = start
    var isASCII = true
    while end < bytes.count, bytes[end] != 0x22 {
      guard bytes[end] >= 0x20, bytes[end] != 0x5C else { return nil }
      if bytes[end] >= 0x80 { isASCII = false }
      end += 1
    }
    guard end < bytes.count else { return nil }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
    place = end + 1
    return isASCII
      ? String(decoding: text, as: UTF8.self) : String(validating: text, as: UTF8.self)
  }

  /// Returns a whole number of at most nine digits and goes past it.
  mutating func integer() -> Int? {
    let start = place
    var value = 0
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
      value = value * 10 + Int(bytes[place] - 0x30)
      place += 1
      if place - start > 9 { return nil }
    }
    let isCanonical = place - start == 1 || (place > start && bytes[start] != 0x30)
    guard isCanonical, place >= bytes.count || !Self.goesOn(bytes[place]) else { return nil }
    return value
  }

  /// Returns a number by the grammar of RFC 8259, 6, and goes past it.
  mutating func number() -> Double? {
    let start = place
    if let value = integer() { return Double(value) }
    place = start
    if place < bytes.count, bytes[place] == 0x2D { place += 1 }
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[place - whole] != 0x30 else { return nil }
    if place < bytes.count, bytes[place] == 0x2E {
      place += 1
      guard digits() > 0 else { return nil }
    }
    if place < bytes.count, bytes[place] == 0x65 || bytes[place] == 0x45 {
      place += 1
      if place < bytes.count, bytes[place] == 0x2B || bytes[place] == 0x2D { place += 1 }
      guard digits() > 0 else { return nil }
    }
    guard let value = Double(String(decoding: bytes[start..<place], as: UTF8.self)) else {
      return nil
    }
    return value.isFinite ? value : nil
  }

  /// Goes past digits and returns how many there are.
  private mutating func digits() -> Int {
    let start = place
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
    return place - start
  }

  /// Returns the parts of an array and goes past it.
  mutating func array<Element>(
    ofAbout count: Int = 0, _ element: (inout CanonicalScanner) -> Element?
  ) -> [Element]? {
    guard skip("[") else { return nil }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    if skip("]") { return elements }
    repeat {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    } while skip(",")
    return skip("]") ? elements : nil
  }

  /// Whether a byte makes more of a number than a whole one.
  private static func goesOn(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x65 || byte == 0x45 || byte == 0x2B
  }
}
