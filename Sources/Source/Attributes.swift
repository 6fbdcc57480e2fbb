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
    let scalars = Array(heading.unicodeScalars)
    guard scalars.last == "}", let open = scalars.lastIndex(of: "{") else {
      return (heading, Attributes())
    }
    var attributes = Attributes()
    var at = open + 1
    let end = scalars.count - 1
    while at < end {
      if scalars[at] == " " || scalars[at] == "\t" {
        at += 1
        continue
      }
      let start = at
      var isQuoted = false
      while at < end, isQuoted || (scalars[at] != " " && scalars[at] != "\t") {
        if scalars[at] == "\"" { isQuoted.toggle() }
        at += 1
      }
      attributes.add(
        String(String.UnicodeScalarView(scalars[start..<at])), line: line, column: column + start,
        in: file, keys: keys, collector: collector)
    }
    let title = String(String.UnicodeScalarView(scalars[..<open]))
    return (title.trimmingSpaces(), attributes)
  }

  private mutating func add(
    _ part: String, line: Int, column: Int, in file: SourceFile, keys: [String],
    collector: DiagnosticCollector
  ) {
    let place = file.location(line, column)
    let length = part.unicodeScalars.count
    if part.hasPrefix("#"), part.count > 1 {
      id = Located(String(part.dropFirst()), at: file.location(line, column + 1))
      return
    }
    let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
      collector.add(
        file.diagnostic(
          "bad-attribute", line: line, column: column, length: length,
          SourceMessages.badAttributes(part), remedy: SourceMessages.badAttributesRemedy))
      return
    }
    let key = String(halves[0])
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
    var value = String(halves[1])
    if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
      value = String(value.dropFirst().dropLast())
    }
    let valueColumn = column + key.unicodeScalars.count + 1
    values[key] = Located(value, at: file.location(line, valueColumn))
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
