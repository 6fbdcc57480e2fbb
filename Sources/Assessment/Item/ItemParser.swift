import Source
import Text

/// Reads one section of a bank into an item.
struct ItemParser {
  let section: SectionedFile.Section
  let file: SourceFile
  let language: Language
  let collector: DiagnosticCollector

  /// Returns the item, or `nil` after findings that leave nothing to score.
  func item() -> Item? {
    let id = section.title
    guard isID(id) else {
      add(
        "bad-id", section.location, length: max(1, id.unicodeScalars.count),
        id.isEmpty ? ItemMessages.missingID : ItemMessages.badID, ItemMessages.idRemedy)
      return nil
    }
    let stem = stemLines.joined(separator: "\n").trimmingBlankLines()
    if stem.isEmpty {
      add(
        "empty-stem", section.location, length: id.unicodeScalars.count, ItemMessages.emptyStem,
        ItemMessages.emptyStemRemedy)
    }
    let outcome = required("outcome", example: "outcome=CSE-1")
    let cognitive: CognitiveLevel? = value("cognitive", default: nil)
    let points = points()
    let pool: ItemPool? = value("pool", default: .test)
    let status: ItemStatus? = value("status", default: .draft)
    var reader = AnswerReader(parser: self)
    guard let interaction = reader.interaction(), let outcome, let cognitive, let points,
      let pool, let status, !stem.isEmpty
    else { return nil }
    return Item(
      id: id, outcome: outcome, cognitive: cognitive, points: points, pool: pool, status: status,
      stem: localized(stem), interaction: interaction, feedback: localized(reader.feedback),
      locations: [language: section.location],
      sourceHash: section.hash)
  }

  /// The lines of the stem: everything before the first answer.
  var stemLines: ArraySlice<String> { section.body.lines[..<answerStart] }

  /// The lines from the first answer on, each with its number.
  var answerLines: [(number: Int, text: String)] {
    section.body.lines[answerStart...].enumerated().map {
      (section.body.firstLine + answerStart + $0.offset, $0.element)
    }
  }

  func localized(_ text: String) -> LocalizedText {
    var localized = LocalizedText(same: "")
    localized[language] = text
    return localized
  }

  func add(
    _ code: String, _ place: SourceLocation, length: Int, _ message: LocalizedText,
    _ remedy: LocalizedText
  ) {
    collector.add(
      file.diagnostic(
        code, line: place.line, column: place.column, length: length, message, remedy: remedy))
  }

  private var answerStart: Int {
    section.body.lines.firstIndex { AnswerReader.isAnswer($0) } ?? section.body.lines.count
  }

  private func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
  }

  private func required(_ key: String, example: String) -> Located<String>? {
    if let value = section.attributes.values[key] { return value }
    add(
      "missing-attribute", section.location, length: section.title.unicodeScalars.count,
      ItemMessages.missingAttribute(key), ItemMessages.addAttribute(key, example))
    return nil
  }

  private func value<Choice: RawRepresentable & CaseIterable>(
    _ key: String, default fallback: Choice?
  ) -> Choice? where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue)
    guard let written = section.attributes.values[key] else {
      if fallback == nil { _ = required(key, example: known.joined(separator: " | ")) }
      return fallback
    }
    if let choice = Choice(rawValue: written.value) { return choice }
    add(
      "unknown-value", written.location, length: written.value.unicodeScalars.count,
      ItemMessages.unknownValue(written.value, key: key),
      ItemMessages.useOneOf(
        known, suggestion: Suggestion.nearest(to: written.value, in: known)))
    return nil
  }

  private func points() -> Double? {
    guard let written = section.attributes.values["points"] else { return 1 }
    if let points = Response.number(written.value), points > 0, points <= 1000 {
      return points
    }
    add(
      "unknown-value", written.location, length: written.value.unicodeScalars.count,
      ItemMessages.unknownValue(written.value, key: "points"), ItemMessages.badPoints)
    return nil
  }
}

extension String {
  fileprivate func trimmingBlankLines() -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while let first = lines.first, first.trimmingSpaces().isEmpty { lines.removeFirst() }
    while let last = lines.last, last.trimmingSpaces().isEmpty { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
