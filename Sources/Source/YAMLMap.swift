package import Text
import Yams

/// A value with the place where a person wrote it.
package struct Located<Value: Sendable>: Sendable {
  /// The value.
  package var value: Value
  /// Where it stands.
  package var location: SourceLocation

  /// Creates a value with its place.
  package init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A mapping of a YAML file, read key by key, with a finding for every key or value that is wrong.
package struct YAMLMap {
  /// The file it stands in.
  package let file: SourceFile
  /// Where it begins.
  package let location: SourceLocation
  let node: Yams.Node.Mapping
  let collector: DiagnosticCollector
  let lines: YAMLLines

  init(
    _ node: Yams.Node.Mapping, at location: SourceLocation, in file: SourceFile, keys: [String],
    collector: DiagnosticCollector, lines: YAMLLines
  ) {
    self.file = file
    self.location = location
    self.node = node
    self.collector = collector
    self.lines = lines
    for (key, _) in node where !keys.contains(key.string ?? "") {
      let name = key.string ?? "?"
      report(
        "unknown-key", at: key, SourceMessages.unknownKey(name),
        SourceMessages.unknownRemedy(Suggestion.nearest(to: name, in: keys), known: keys))
    }
  }

  /// Tells whether the key is written.
  package func has(_ key: String) -> Bool { node[key] != nil }

  /// Returns the place of a key's value, or of the mapping where the key is missing.
  package func location(of key: String) -> SourceLocation {
    guard let value = node[key] else { return location }
    return place(value)
  }

  /// Adds a finding at a key's value, or at the mapping where the key is missing.
  package func report(
    _ code: String, _ severity: Severity = .error, at key: String, _ message: LocalizedText,
    remedy: LocalizedText, related: [Diagnostic.Related] = []
  ) {
    let place = location(of: key)
    collector.add(
      file.diagnostic(
        code, severity, line: place.line, column: place.column,
        length: node[key]?.string?.unicodeScalars.count ?? 1, message, remedy: remedy,
        related: related))
  }

  /// Adds a finding of this file.
  package func add(_ diagnostic: Diagnostic) { collector.add(diagnostic) }

  /// Tells whether `format:` is one that the reader knows, adding a finding where it is not.
  ///
  /// - Parameters:
  ///   - newest: The newest format that the reader knows.
  ///   - required: Whether a missing `format:` is a finding too; else it counts as known.
  /// - Returns: Whether the rest can be read.
  package func isOfKnownFormat(_ newest: Int, required: Bool = true) -> Bool {
    guard required || has("format") else { return true }
    guard let found = integer("format", in: 1...1000) else { return false }
    guard found > newest else { return true }
    report(
      "newer-format", at: "format", SourceMessages.newerFormat(found, known: newest),
      remedy: SourceMessages.newerFormatRemedy)
    return false
  }

  // MARK: Scalars

  /// Returns a text, or `nil` with a finding where a required key is missing or is not a text.
  package func text(_ key: String, required: Bool = true) -> String? {
    guard let value = value(key, required ? SourceMessages.someText : nil) else { return nil }
    guard let text = value.string, !text.isEmpty else {
      return wrongKind(key, value, SourceMessages.someText)
    }
    return text
  }

  /// Returns a text with its place.
  package func located(_ key: String, required: Bool = true) -> Located<String>? {
    text(key, required: required).map { Located($0, at: location(of: key)) }
  }

  /// Returns a text in both languages, written as `en:` and `km:` under the key.
  ///
  /// A missing half is the finding `missing-translation`, and the half is left empty.
  package func localized(_ key: String, required: Bool = true) -> LocalizedText? {
    let kind = SourceMessages.bothLanguages
    guard let value = value(key, required ? kind : nil) else { return nil }
    guard value.mapping != nil, let map = child(value, keys: ["en", "km"]) else {
      return wrongKind(key, value, kind)
    }
    let text = LocalizedText(
      en: map.text("en", required: false) ?? "", km: map.text("km", required: false) ?? "")
    for language in Language.allCases where text[language].isEmpty {
      report(
        "missing-translation", at: key, SourceMessages.missingTranslation(language, of: key),
        remedy: SourceMessages.addTranslation(language))
    }
    return text
  }

  /// Returns a whole number within `range`; Khmer digits count as digits.
  package func integer(
    _ key: String, in range: ClosedRange<Int> = 0...1_000_000, required: Bool = true
  ) -> Int? {
    let kind = SourceMessages.aWholeNumber(range)
    guard let value = value(key, required ? kind : nil) else { return nil }
    guard let number = value.string.flatMap({ Int(Khmer.withLatinDigits($0)) }),
      range.contains(number)
    else { return wrongKind(key, value, kind) }
    return number
  }

  /// Returns a number within `range`; Khmer digits count as digits.
  package func number(
    _ key: String, in range: ClosedRange<Double> = 0...1_000_000_000, required: Bool = true
  ) -> Double? {
    let kind = SourceMessages.aNumber(range)
    guard let value = value(key, required ? kind : nil) else { return nil }
    guard let number = value.string.flatMap({ Double(Khmer.withLatinDigits($0)) }),
      range.contains(number)
    else { return wrongKind(key, value, kind) }
    return number
  }

  /// Returns `true` or `false`; a missing key gives `nil` without a finding.
  package func flag(_ key: String) -> Bool? {
    guard let value = value(key, nil) else { return nil }
    guard let flag = value.bool else { return wrongKind(key, value, SourceMessages.aFlag) }
    return flag
  }

  /// Returns one of the cases of an enumeration, written by its raw value.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, as type: Choice.Type, required: Bool = true
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(key, required: required) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue)
      report(
        "unknown-value", at: key, SourceMessages.unknownValue(text, key: key),
        remedy: SourceMessages.unknownRemedy(
          Suggestion.nearest(to: text, in: known), known: known))
      return nil
    }
    return choice
  }

  // MARK: Lists and mappings

  /// Returns a list of texts with their places; a missing optional key gives an empty list.
  package func texts(_ key: String, required: Bool = true) -> [Located<String>] {
    list(key, required: required).compactMap { value in
      guard let text = value.string, !text.isEmpty else {
        return wrongKind(key, value, SourceMessages.someText)
      }
      return Located(text, at: place(value))
    }
  }

  /// Returns a list of texts in both languages.
  package func localizedList(_ key: String, required: Bool = true) -> [LocalizedText] {
    maps(key, keys: ["en", "km"], required: required).map { map in
      let text = LocalizedText(
        en: map.text("en", required: false) ?? "", km: map.text("km", required: false) ?? "")
      for language in Language.allCases where text[language].isEmpty {
        collector.add(
          file.diagnostic(
            "missing-translation", line: map.location.line, column: map.location.column,
            SourceMessages.missingTranslation(language, of: key),
            remedy: SourceMessages.addTranslation(language)))
      }
      return text
    }
  }

  /// Returns the mapping under a key, which may hold only `keys`.
  package func map(_ key: String, keys: [String], required: Bool = true) -> YAMLMap? {
    guard let value = value(key, required ? SourceMessages.aMapping : nil) else { return nil }
    return child(value, keys: keys) ?? wrongKind(key, value, SourceMessages.aMapping)
  }

  /// Returns the mappings of a list under a key, each of which may hold only `keys`.
  package func maps(_ key: String, keys: [String], required: Bool = true) -> [YAMLMap] {
    list(key, required: required).compactMap { value in
      child(value, keys: keys) ?? wrongKind(key, value, SourceMessages.aMapping)
    }
  }

  /// Returns the keys that are written, each with its place, for a mapping whose keys are data.
  package func entries() -> [(key: Located<String>, value: String?)] {
    node.compactMap { key, value in
      key.string.map { (Located($0, at: place(key)), value.string) }
    }
  }

  /// Returns the mapping under a key whose keys are data, such as ids.
  package func dictionary(_ key: String, required: Bool = false) -> YAMLMap? {
    guard let value = value(key, required ? SourceMessages.aMapping : nil) else { return nil }
    guard let mapping = value.mapping else {
      return wrongKind(key, value, SourceMessages.aMapping)
    }
    return child(value, keys: mapping.keys.compactMap(\.string))
  }

  // MARK: Inside

  private func list(_ key: String, required: Bool) -> [Yams.Node] {
    guard let value = value(key, required ? SourceMessages.aList : nil) else { return [] }
    guard let sequence = value.sequence else {
      let nothing: [Yams.Node]? = wrongKind(key, value, SourceMessages.aList)
      return nothing ?? []
    }
    return Array(sequence)
  }

  private func value(_ key: String, _ requiredKind: LocalizedText?) -> Yams.Node? {
    if let value = node[key] { return value }
    if let requiredKind {
      collector.add(
        file.diagnostic(
          "missing-key", line: location.line, column: location.column,
          SourceMessages.missingKey(key), remedy: SourceMessages.addKey(key, requiredKind)))
    }
    return nil
  }

  private func child(_ value: Yams.Node, keys: [String]) -> YAMLMap? {
    guard let mapping = value.mapping else { return nil }
    return YAMLMap(
      mapping, at: place(value), in: file, keys: keys, collector: collector, lines: lines)
  }

  private func wrongKind<Result>(_ key: String, _ value: Yams.Node, _ kind: LocalizedText)
    -> Result?
  {
    report(
      "wrong-kind", at: value, SourceMessages.wrongKind(key, kind), SourceMessages.writeKind(kind))
    return nil
  }

  private func place(_ node: Yams.Node) -> SourceLocation {
    guard let mark = node.mark else { return location }
    let place = lines.place(YAMLMark(mark))
    return file.location(place.line, place.column)
  }

  private func report(
    _ code: String, at node: Yams.Node, _ message: LocalizedText, _ remedy: LocalizedText
  ) {
    let place = place(node)
    collector.add(
      file.diagnostic(
        code, line: place.line, column: place.column,
        length: node.string?.unicodeScalars.count ?? 1, message, remedy: remedy))
  }
}
