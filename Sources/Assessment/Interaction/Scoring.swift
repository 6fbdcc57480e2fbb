/// How the parts of an answer become points.
package enum ScoringRule: String, Sendable, Hashable, CaseIterable, Codable {
  /// Only the whole right answer wins (QTI template match_correct).
  case exact
  /// Each part wins its share: an option its weight, a pair, place or blank an equal part (QTI
  /// template map_response).
  case parts
  /// The points of each answer are listed.
  case table
}

/// The scoring of an item.
package struct Scoring: Sendable, Hashable {
  /// The rule.
  package var rule: ScoringRule
  /// The least that an answer can win, in percent of the points, −100 to 0; an omitted answer wins
  /// 0 all the same.
  package var floor: Double
  /// The points of answers, by their one text form, under `ScoringRule.table`; any other wins 0.
  package var table: [String: Double]

  /// Creates a scoring.
  package init(_ rule: ScoringRule = .exact, floor: Double = 0, table: [String: Double] = [:]) {
    self.rule = rule
    self.floor = floor
    self.table = table
  }

  /// Only the whole right answer wins, and nothing is taken away.
  package static let exact = Scoring()
}
