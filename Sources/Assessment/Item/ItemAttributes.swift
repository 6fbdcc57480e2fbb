import Source
import Text

/// Reads the attributes of a question's heading.
struct ItemAttributes {
  let parser: ItemParser

  static let keys = [
    "outcome", "cognitive", "points", "pool", "status", "kind", "scoring", "floor", "order", "case",
    "rubric", "lines", "words",
  ]

  private var values: [String: Located<String>] { parser.section.attributes.values }

  func outcome() -> Located<String>? {
    if parser.requirements == .exchange, values["outcome"] == nil {
      return Located("", at: parser.section.location)
    }
    return required("outcome", example: "outcome=CSE-1")
  }

  /// Returns the level, `.some(nil)` where it may be missing, or `nil` after a finding.
  func cognitive() -> CognitiveLevel?? {
    if parser.requirements == .exchange, values["cognitive"] == nil { return .some(nil) }
    let level: CognitiveLevel? = value("cognitive", default: nil)
    return level.map { .some($0) } ?? nil
  }

  func points() -> Double? {
    guard let written = values["points"] else { return 1 }
    if let points = Response.number(written.value), points > 0, points <= 1000 { return points }
    complain(written, key: "points", remedy: ItemMessages.badPoints)
    return nil
  }

  func settings() -> ItemSettings {
    var settings = ItemSettings()
    settings.keepsOrder = isSet("order", to: "fixed")
    settings.isCaseSensitive = isSet("case", to: "sensitive")
    settings.lines = number("lines", in: 1...200)
    settings.words = number("words", in: 1...10_000)
    return settings
  }

  func scoring(table: [String: Double], statesWeights: Bool) -> Scoring? {
    let usual: ScoringRule = !table.isEmpty ? .table : statesWeights ? .parts : .exact
    guard let rule: ScoringRule = value("scoring", default: usual) else { return nil }
    guard (rule == .table) == !table.isEmpty else {
      if let written = values["scoring"] {
        complain(written, key: "scoring", remedy: ItemMessages.tableRemedy)
      }
      return nil
    }
    var floor = 0.0
    if let written = values["floor"] {
      guard let number = Response.number(written.value), (-100...0).contains(number) else {
        complain(written, key: "floor", remedy: ItemMessages.badFloor)
        return nil
      }
      floor = number
    }
    return Scoring(rule, floor: floor, table: table)
  }

  /// Returns one of the values of a kind, the usual one where the key is missing, or `nil` after a
  /// finding.
  func value<Choice: RawRepresentable & CaseIterable>(
    _ key: String, default fallback: Choice?, isRequired: Bool = true
  ) -> Choice? where Choice.RawValue == String {
    guard let written = values[key] else {
      if fallback == nil, isRequired {
        let known = Choice.allCases.map(\.rawValue)
        _ = required(key, example: known.joined(separator: " | "))
      }
      return fallback
    }
    if let choice = Choice(rawValue: written.value) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    complain(
      written, key: key,
      remedy: ItemMessages.useOneOf(
        known, suggestion: Suggestion.nearest(to: written.value, in: known)))
    return nil
  }

  private func isSet(_ key: String, to wanted: String) -> Bool {
    guard let written = values[key] else { return false }
    if written.value == wanted { return true }
    complain(
      written, key: key,
      remedy: ItemMessages.useOneOf(
        [wanted], suggestion: Suggestion.nearest(to: written.value, in: [wanted])))
    return false
  }

  private func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let written = values[key] else { return nil }
    if let number = Int(Khmer.withLatinDigits(written.value)), range.contains(number) {
      return number
    }
    complain(written, key: key, remedy: ItemMessages.numberIn(range))
    return nil
  }

  private func required(_ key: String, example: String) -> Located<String>? {
    if let value = values[key] { return value }
    parser.complain(
      "missing-attribute", ItemMessages.missingAttribute(key),
      ItemMessages.addAttribute(key, example))
    return nil
  }

  private func complain(_ written: Located<String>, key: String, remedy: LocalizedText) {
    parser.add(
      "unknown-value", written.location, length: written.value.unicodeScalars.count,
      ItemMessages.unknownValue(written.value, key: key), remedy)
  }
}
