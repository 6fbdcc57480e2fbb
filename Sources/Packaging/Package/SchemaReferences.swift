/// Finds which documents a schema document or a document type names.
///
/// A scanner of its own rather than a reader of XML: the published documents begin with a document
/// type, which Sala's reader refuses, and a damaged one shall still be carried as it is.
struct SchemaReferences {
  private let bytes: [UInt8]
  private var at = 0

  /// Returns the locations in the order of the document, each as it is written: of `include`,
  /// `import`, `redefine` and of a document type, and of the entities of one.
  static func locations(in bytes: [UInt8]) -> [String] {
    var scanner = SchemaReferences(bytes: bytes)
    return scanner.locations()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func locations() -> [String] {
    var result: [String] = []
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = start
      if Self.skipped.contains(where: { skip($0.open, to: $0.close) }) { continue }
      if Self.external.contains(where: has) {
        result += external()
      } else {
        result += element()
      }
    }
    return result
  }

  /// Comments, sections of text and instructions, in which nothing is named.
  private static let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    .map { (open: Array($0.0.utf8), close: Array($0.1.utf8)) }
  private static let external = ["<!DOCTYPE", "<!ENTITY"].map { Array($0.utf8) }

  private func has(_ text: [UInt8]) -> Bool {
    text.count <= bytes.count - at && bytes[at..<(at + text.count)].elementsEqual(text)
  }

  /// Goes behind what begins with `open`, to the end where it is not closed.
  private mutating func skip(_ open: [UInt8], to close: [UInt8]) -> Bool {
    guard has(open) else { return false }
    at += open.count
    while at < bytes.count, !has(close) { at += 1 }
    at = min(bytes.count, at + close.count)
    return true
  }

  /// The system identifier of a document type or an entity: the last quoted text behind `PUBLIC`
  /// or `SYSTEM`; what a document type holds in brackets is read after it.
  private mutating func external() -> [String] {
    var words: [String] = []
    var quoted: [String] = []
    at += 2
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<") {
        break
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quoted.append(quotedText())
      } else if Self.isNamePart(byte) {
        words.append(name())
      } else {
        at += 1
      }
    }
    let isExternal = words.contains("SYSTEM") || words.contains("PUBLIC")
    return isExternal ? quoted.suffix(1) : []
  }

  /// The `schemaLocation` of an element that names another document.
  private mutating func element() -> [String] {
    at += 1
    let tag = name()
    let local = tag.split(separator: ":").last.map(String.init) ?? ""
    let names = ["include", "import", "redefine"].contains(local)
    var result: [String] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") {
      guard Self.isNamePart(bytes[at]) else {
        if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
          _ = quotedText()
        } else {
          at += 1
        }
        continue
      }
      let attribute = name()
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
      at += 1
      skipSpace()
      guard at < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[at]) else {
        continue
      }
      let value = quotedText()
      if names, attribute == "schemaLocation" { result.append(value) }
    }
    return result
  }

  private mutating func name() -> String {
    let start = at
    while at < bytes.count, Self.isNamePart(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func quotedText() -> String {
    let quote = bytes[at]
    let start = at + 1
    at = bytes[start...].firstIndex(of: quote) ?? bytes.count
    defer { at = min(bytes.count, at + 1) }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while at < bytes.count, [0x09, 0x0A, 0x0D, 0x20].contains(bytes[at]) { at += 1 }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: ":"), 0x80...0xFF:
      true
    default: false
    }
  }
}
