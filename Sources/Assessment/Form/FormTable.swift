import Source
import Text

/// A form as a table, for those who assemble it.
package enum FormTable {
  /// One item of a form.
  package struct Row: Sendable, Hashable {
    /// The place in the form, counted from 1.
    package var place: Int
    /// The id of its section.
    package var section: String
    /// The id of the item.
    package var item: String
    /// The kind.
    package var kind: InteractionKind
    /// The outcome.
    package var outcome: String
    /// The cognitive level, or `nil`.
    package var cognitive: CognitiveLevel?
    /// The most points that can be won; 0 for an opinion.
    package var points: Double
    /// Whether every parallel form has it.
    package var isAnchor: Bool
    /// The share of learners who are asked it, above 0 and at most 1.
    package var share: Double
    /// The status.
    package var status: ItemStatus
    /// The mean share of points won, 0 to 1; `nil` without statistics.
    package var difficulty: Double?
    /// The corrected item-total correlation; `nil` without one.
    package var discrimination: Double?
  }

  /// Returns the rows of a form, in order.
  package static func rows(_ form: TestForm) -> [Row] {
    var sections: [String: (id: String, share: Double)] = [:]
    for section in form.structure.parts.flatMap(\.sections) {
      let count = Double(max(1, section.itemIDs.count))
      let share = section.selection.map { min(1, Double($0) / count) } ?? 1
      for id in section.itemIDs { sections[id] = (section.id, share) }
    }
    return form.items.enumerated().map { index, item in
      Row(
        place: index + 1, section: sections[item.id]?.id ?? "", item: item.id,
        kind: item.interaction.kind, outcome: item.outcome.value, cognitive: item.cognitive,
        points: item.maximum, isAnchor: form.anchors.contains(item.id),
        share: sections[item.id]?.share ?? 1, status: item.status,
        difficulty: item.statistics?.difficulty, discrimination: item.statistics?.discrimination)
    }
  }
}

/// What a form holds in sum; where learners draw different items, what is expected.
package struct FormSummary: Sendable, Hashable {
  /// The id of the form.
  package var form: String
  /// The items that a learner is asked.
  package var items: Double
  /// The points that a learner can win.
  package var points: Double
  /// The items of the anchor.
  package var anchors: Int
  /// Items by outcome, in the order of the ids.
  package var byOutcome: [Count]
  /// Items by cognitive level, from the lowest; levels without items are left out.
  package var byCognitive: [Count]
  /// Items by kind, in the order of `InteractionKind`; kinds without items are left out.
  package var byKind: [Count]
  /// The mean difficulty of the items that have statistics; `nil` where none has.
  package var meanDifficulty: Double?
  /// The share of points that is expected to be won, by difficulty and points of the items that
  /// have statistics; `nil` where none has.
  package var expectedShare: Double?
  /// How many items have statistics.
  package var withStatistics: Int

  /// A number of items.
  package struct Count: Sendable, Hashable {
    /// What is counted.
    package var id: String
    /// How many a learner is asked.
    package var items: Double
    /// Their points.
    package var points: Double
  }

  /// Sums up a form.
  package init(_ form: TestForm) {
    let rows = FormTable.rows(form)
    self.form = form.id
    items = rows.reduce(0) { $0 + $1.share }
    points = rows.reduce(0) { $0 + $1.share * $1.points }
    anchors = rows.count { $0.isAnchor }
    byOutcome = Self.counts(rows, Set(rows.map(\.outcome)).sorted()) { $0.outcome }
    byCognitive = Self.counts(rows, CognitiveLevel.allCases.map(\.rawValue)) {
      $0.cognitive?.rawValue
    }
    byKind = Self.counts(rows, InteractionKind.allCases.map(\.rawValue)) { $0.kind.rawValue }
    var weight = 0.0
    var sum = 0.0
    var most = 0.0
    var won = 0.0
    for row in rows {
      guard let difficulty = row.difficulty else { continue }
      weight += row.share
      sum += row.share * difficulty
      most += row.share * row.points
      won += row.share * row.points * difficulty
    }
    meanDifficulty = weight > 0 ? sum / weight : nil
    expectedShare = most > 0 ? won / most : nil
    withStatistics = rows.count { $0.difficulty != nil }
  }

  private static func counts(
    _ rows: [FormTable.Row], _ ids: [String], by id: (FormTable.Row) -> String?
  ) -> [Count] {
    let groups = Dictionary(grouping: rows, by: { id($0) ?? "" })
    return ids.compactMap { id in
      groups[id].map { rows in
        Count(
          id: id, items: rows.reduce(0) { $0 + $1.share },
          points: rows.reduce(0) { $0 + $1.share * $1.points })
      }
    }
  }
}

/// How parallel forms compare.
package struct FormBalance: Sendable, Hashable {
  /// Each form in sum, in order.
  package var summaries: [FormSummary]
  /// The points between the form with the most and the one with the least.
  package var points: Double
  /// The mean difficulty between the easiest form and the hardest; `nil` where fewer than two
  /// have statistics.
  package var difficulty: Double?
  /// The most items that two of the forms share.
  package var shared: Int

  /// Compares forms.
  package init(_ forms: [TestForm]) {
    summaries = forms.map { FormSummary($0) }
    points = Self.spread(summaries.map(\.points)) ?? 0
    difficulty = Self.spread(summaries.compactMap(\.meanDifficulty))
    let sets = forms.map { Set($0.items.map(\.id)) }
    var most = 0
    for (number, set) in sets.enumerated() {
      for other in sets.dropFirst(number + 1) {
        most = max(most, set.count { other.contains($0) })
      }
    }
    shared = most
  }

  private static func spread(_ values: [Double]) -> Double? {
    guard values.count > 1, let least = values.min(), let most = values.max() else { return nil }
    return most - least
  }
}
