package import Text

/// The `{#id key=value}` that ends a heading.
package struct Attributes: Sendable {
  /// The id after `#`, with its place.
  package var id: Located<String>?
  /// The values by key, with the place of the value.
  package private(set) var values: [String: Located<String>] = [:]
  /// The places of the keys.
  package private(set) var keyLocations: [String: SourceLocation] = [:]

  /// Returns a value.
  package subscript(key: String) -> String? { values[key]?.value }

  /// Separates a heading from the attributes at its end, adding a finding for each part that
  /// cannot be read or whose key is not in `keys`.
  ///
  /// - Parameters:
  ///   - heading: The heading's text, as it stands in its line.
  ///   - column: The column at which `heading` begins.
  ///   - line: The line of the heading.
  ///   - file: The file of the heading.
  ///   - keys: The keys that may be written.
  ///   - collector: Receives the findings.
  /// - Returns: The heading without them, and the attributes.
  static func split(
    _ heading: String, column: Int, line: Int, in file: SourceFile, keys: [String],
    collector: DiagnosticCollector
  ) -> (title: String, attributes: Attributes) {
    guard heading.utf8.last == 0x7D else { return (heading, Attributes()) }
    let bytes = Array(heading.utf8)
    guard let open = bytes.lastIndex(of: UInt8(ascii: "{")) else { return (heading, Attributes()) }
    var attributes = Attributes()
    var at = open + 1
    let end = bytes.count - 1
    var place = column + scalarCount(bytes[..<at])
    while at < end {
      if isSpace(bytes[at]) {
        at += 1
        place += 1
        continue
      }
      let start = at
      var isQuoted = false
      while at < end, isQuoted || !isSpace(bytes[at]) {
        if bytes[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
        at += 1
      }
      attributes.add(
        bytes[start..<at], line: line, column: place, in: file, keys: keys, collector: collector)
      place += scalarCount(bytes[start..<at])
    }
    let title = String(decoding: bytes[..<open], as: UTF8.self)
    return (title.trimmingSpaces(), attributes)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Columns count scalars, each of which has one byte that continues no other.
  private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  private mutating func add(
    _ part: ArraySlice<UInt8>, line: Int, column: Int, in file: SourceFile, keys: [String],
    collector: DiagnosticCollector
  ) {
    let place = file.location(line, column)
    let length = Self.scalarCount(part)
    if part.first == UInt8(ascii: "#"), part.count > 1 {
      id = Located(
        String(decoding: part.dropFirst(), as: UTF8.self), at: file.location(line, column + 1))
      return
    }
    guard let sign = part.firstIndex(of: UInt8(ascii: "=")), sign > part.startIndex,
      sign + 1 < part.endIndex
    else {
      collector.add(
        file.diagnostic(
          "bad-attribute", line: line, column: column, length: length,
          SourceMessages.badAttributes(String(decoding: part, as: UTF8.self)),
          remedy: SourceMessages.badAttributesRemedy))
      return
    }
    let key = String(decoding: part[..<sign], as: UTF8.self)
    guard keys.contains(key) else {
      collector.add(
        file.diagnostic(
          "unknown-key", line: line, column: column, length: key.unicodeScalars.count,
          SourceMessages.unknownKey(key),
          remedy: SourceMessages.unknownRemedy(
            Suggestion.nearest(to: key, in: keys), known: keys)))
      return
    }
    guard values[key] == nil else {
      collector.add(
        file.diagnostic(
          "duplicate-key", line: line, column: column, length: length,
          SourceMessages.duplicateKey(key), remedy: SourceMessages.duplicateKeyRemedy))
      return
    }
    var value = part[(sign + 1)...]
    let quote = UInt8(ascii: "\"")
    if value.count >= 2, value.first == quote, value.last == quote {
      value = value.dropFirst().dropLast()
    }
    let valueColumn = column + key.unicodeScalars.count + 1
    values[key] = Located(
      String(decoding: value, as: UTF8.self), at: file.location(line, valueColumn))
    keyLocations[key] = place
  }
}

extension StringProtocol {
  /// Returns the text without the spaces and tabs at its two ends.
  package func trimmingSpaces() -> String {
    var bytes = Substring(self).utf8
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
