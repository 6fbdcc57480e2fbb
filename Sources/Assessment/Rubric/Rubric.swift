package import Text

/// A table by which a human judges an essay or a deed: criteria, each with levels.
package struct Rubric: Sendable, Hashable {
  /// The id, which is also the name of its file.
  package var id: String
  /// The title.
  package var title: LocalizedText
  /// What is judged, in order.
  package var criteria: [Criterion]
  /// The languages that a native reader should still review.
  package var review: Set<Language>
  /// Where it is written.
  package var location: SourceLocation

  /// One thing that is judged.
  package struct Criterion: Sendable, Hashable {
    /// The id, unique in the rubric.
    package var id: String
    /// What is judged.
    package var title: LocalizedText
    /// The levels, in the order of the source.
    package var levels: [Level]
    /// Where it is written.
    package var location: SourceLocation

    /// Creates a criterion.
    package init(
      id: String, title: LocalizedText, levels: [Level],
      location: SourceLocation = SourceLocation(file: "")
    ) {
      self.id = id
      self.title = title
      self.levels = levels
      self.location = location
    }
  }

  /// One level of a criterion.
  package struct Level: Sendable, Hashable {
    /// The points, at least 0.
    package var points: Double
    /// What the work looks like at this level.
    package var text: LocalizedText

    /// Creates a level.
    package init(points: Double, text: LocalizedText) {
      self.points = points
      self.text = text
    }
  }

  /// Creates a rubric.
  package init(
    id: String, title: LocalizedText, criteria: [Criterion], review: Set<Language> = [],
    location: SourceLocation = SourceLocation(file: "")
  ) {
    self.id = id
    self.title = title
    self.criteria = criteria
    self.review = review
    self.location = location
  }

  /// The most points: the sum of the highest level of each criterion.
  package var maximum: Double {
    criteria.reduce(0) { $0 + ($1.levels.map(\.points).max() ?? 0) }
  }
}

/// Turns a human's judgement into an outcome; a pure function.
package enum RubricScoring {
  /// Returns the outcome of an item that a human judged.
  ///
  /// The points of the chosen levels are added and scaled to those of the item: sum ÷ the rubric's
  /// maximum × the item's points, rounded to nine decimals. While a criterion has no level, or one
  /// that does not exist, the outcome is pending and its score 0.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - rubric: The rubric.
  ///   - ratings: The place of the level chosen, counted from 0, by the id of the criterion.
  /// - Returns: The outcome.
  package static func outcome(_ item: Item, rubric: Rubric, ratings: [String: Int]) -> Outcome {
    let points = rubric.criteria.compactMap { criterion -> Double? in
      guard let place = ratings[criterion.id], criterion.levels.indices.contains(place) else {
        return nil
      }
      return criterion.levels[place].points
    }
    let maximum = rubric.maximum
    let isComplete = points.count == rubric.criteria.count && maximum > 0
    let won = isComplete ? points.reduce(0, +) / maximum * item.maximum : 0
    return Outcome(
      item: item.id, score: (won * 1e9).rounded() / 1e9, maximum: item.maximum,
      isAnswered: !points.isEmpty, isPending: !isComplete, keyVersion: item.keyVersion)
  }
}
