package import Assessment
import Text

/// A human's judgement of one item of an attempt, by a rubric.
package struct RatingRecord: Sendable, Hashable, Codable {
  /// The id of the attempt.
  package var attempt: String
  /// The id of the rubric.
  package var rubric: String
  /// The version of the rubric: `Rubric.scaleVersion`.
  package var rubricVersion: String
  /// The place of the level chosen, counted from 0, by the id of the criterion.
  package var levels: [String: Int]
  /// The code of whoever judged; never a name.
  package var rater: String
  /// The outcome that the judgement makes; earlier ones stay in their facts.
  package var outcome: OutcomeRecord
  /// How many words about this item of this attempt it follows, plus one; from 1 on.
  package var revision: Int

  /// Creates a record.
  package init(
    attempt: String, rubric: Rubric, levels: [String: Int], rater: String, outcome: Outcome,
    revision: Int = 1
  ) {
    self.attempt = attempt
    self.rubric = rubric.id
    rubricVersion = rubric.scaleVersion
    self.levels = levels
    self.rater = rater
    self.outcome = OutcomeRecord(outcome)
    self.revision = revision
  }
}

extension Rubric {
  /// The version of the scale: a hash of the criteria and the points of their levels, in order.
  ///
  /// Levels that were recorded by their place mean the same only under the same version.
  package var scaleVersion: String {
    let scale = criteria.map { criterion in
      "\(criterion.id)=" + criterion.levels.map { "\($0.points)" }.joined(separator: ",")
    }
    return StableHash.hex64("\(id)|" + scale.joined(separator: ";"))
  }
}
