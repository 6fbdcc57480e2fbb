/// Looks over a document for what libxml2 would take quadratic time for, before it is read.
///
/// libxml2 compares each attribute of a tag with all others of it, and looks for a prefix among all
/// declarations that are in force. So both are bounded. What is not well formed may be misread here:
/// libxml2 stops at it.
struct XMLBounds {
  /// The most attributes of one tag, declarations counted.
  static let mostAttributes = 1_000
  /// The most declarations of namespaces that are in force at one place.
  static let mostNamespaces = 1_000
  /// The most bytes in an encoding in which the signs of XML are not the bytes of ASCII.
  static let mostOpaqueBytes = 256 << 10

  /// Tells whether a document is one that can be read in time in proportion to its size.
  static func areKept(_ bytes: [UInt8]) -> Bool {
    guard isLikeASCII(bytes) else { return bytes.count <= mostOpaqueBytes }
    var scan = XMLBounds(bytes: bytes)
    return scan.run()
  }

  private let bytes: [UInt8]
  private var at = 0
  /// The declarations of each element that is open.
  private var open: [Int] = []
  private var namespaces = 0

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() -> Bool {
    while let start = next(UInt8(ascii: "<"), from: at) {
      at = start + 1
      guard at < bytes.count else { return true }
      switch bytes[at] {
      case UInt8(ascii: "!"):
        if starts("!--") {
          skip(past: "-->", from: at + 3)
        } else if starts("![CDATA[") {
          skip(past: "]]>", from: at + 8)
        } else {
          // A DOCTYPE, at which reading stops.
          return true
        }
      case UInt8(ascii: "?"): skip(past: "?>", from: at + 1)
      case UInt8(ascii: "/"):
        namespaces -= open.popLast() ?? 0
        skip(past: ">", from: at)
      default:
        guard tag() else { return false }
        // Deeper documents are refused in reading.
        if open.count > XMLReading.deepestLevel { return true }
      }
    }
    return true
  }

  /// Reads one opening tag and tells whether it keeps the bounds.
  private mutating func tag() -> Bool {
    var attributes = 0
    var declared = 0
    var name = at
    var quote: UInt8?
    while at < bytes.count {
      let byte = bytes[at]
      if let end = quote {
        if byte == end { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == UInt8(ascii: "=") {
        attributes += 1
        if isDeclaration(name) { declared += 1 }
        if attributes > Self.mostAttributes { return false }
      } else if byte <= 0x20 {
        // An equals sign may stand apart from its name.
        if at + 1 < bytes.count, bytes[at + 1] > 0x20, bytes[at + 1] != UInt8(ascii: "=") {
          name = at + 1
        }
      }
      at += 1
    }
    guard namespaces + declared <= Self.mostNamespaces else { return false }
    if at > 0, at < bytes.count, bytes[at - 1] == UInt8(ascii: "/") { return true }
    namespaces += declared
    open.append(declared)
    return true
  }

  private func isDeclaration(_ start: Int) -> Bool {
    start + 5 <= bytes.count && bytes[start..<(start + 5)].elementsEqual("xmlns".utf8)
  }

  private func starts(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    return at + count <= bytes.count
      && bytes[at..<(at + count)].elementsEqual(text.description.utf8)
  }

  private func next(_ byte: UInt8, from start: Int) -> Int? {
    start < bytes.count ? bytes[start...].firstIndex(of: byte) : nil
  }

  private mutating func skip(past end: StaticString, from start: Int) {
    let wanted = Array(end.description.utf8)
    var place = start
    while let found = next(wanted[0], from: place) {
      if found + wanted.count <= bytes.count,
        bytes[found..<(found + wanted.count)].elementsEqual(wanted)
      {
        at = found + wanted.count
        return
      }
      place = found + 1
    }
    at = bytes.count
  }

  /// Tells whether the signs of XML are the bytes of ASCII and no others.
  private static func isLikeASCII(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    // UTF-16 and UTF-32 by their mark or their zeros, and the `<` of EBCDIC.
    if start.prefix(4).contains(0) || [0xFE, 0xFF, 0x4C].contains(start.first) { return false }
    guard start.starts(with: "<?xml".utf8) else { return true }
    let longest = 4_096
    guard let end = start.prefix(longest).firstIndex(of: UInt8(ascii: ">")) else {
      return start.count <= longest
    }
    let head = String(decoding: start[..<end], as: UTF8.self).lowercased()
    guard let name = head.firstRange(of: "encoding") else { return true }
    let value = head[name.upperBound...].drop { !$0.isLetter }
    let known = ["utf-8", "us-ascii", "ascii", "iso-8859-", "windows-125", "latin"]
    return known.contains { value.hasPrefix($0) }
  }
}
