/// What a trial or an event found out about an item.
package struct ItemStatistics: Sendable, Hashable {
  /// How many people answered it, at least 1.
  package var n: Int
  /// The mean share of its points that they won, 0 to 1: the larger, the easier (the p of
  /// classical test theory).
  package var difficulty: Double
  /// The corrected item-total correlation, −1 to 1; `nil` where it could not be computed.
  package var discrimination: Double?
  /// The ids of the forms in which it stood, joined by `+`; may be empty.
  package var source: String
  /// When, as `2026-11-23`.
  package var date: String

  /// Creates statistics.
  package init(
    n: Int, difficulty: Double, discrimination: Double? = nil, source: String = "",
    date: String = ""
  ) {
    self.n = n
    self.difficulty = difficulty
    self.discrimination = discrimination
    self.source = source
    self.date = date
  }

  /// Returns one record out of several of the same item: those of the newest date count, each by
  /// its number of people; `nil` out of none.
  package static func pooled(_ records: [ItemStatistics]) -> ItemStatistics? {
    guard let newest = records.map(\.date).max() else { return nil }
    let kept = records.filter { $0.date == newest }
    let people = kept.reduce(0.0) { $0 + Double($1.n) }
    let rated = kept.compactMap { record in record.discrimination.map { (record.n, $0) } }
    let raters = rated.reduce(0.0) { $0 + Double($1.0) }
    guard people > 0 else { return kept.first }
    return ItemStatistics(
      n: kept.reduce(0) { $0 + $1.n },
      difficulty: kept.reduce(0) { $0 + $1.difficulty * Double($1.n) } / people,
      discrimination: raters > 0
        ? rated.reduce(0) { $0 + $1.1 * Double($1.0) } / raters : nil,
      source: Set(kept.map(\.source)).subtracting([""]).sorted().joined(separator: "+"),
      date: newest)
  }
}
