package import Assessment

/// A later word about an item of an attempt: it was scored again, or a human judged it.
enum Amendment {
  case rescored(RescoreRecord)
  case rated(RatingRecord)

  /// The outcome that it makes.
  var outcome: OutcomeRecord {
    switch self {
    case .rescored(let record): record.outcome
    case .rated(let record): record.outcome
    }
  }

  /// How many words about the item came before it, plus one.
  ///
  /// What was said in knowledge of another word follows it, even where the clock of the device
  /// that said it is behind. Words of the same number were said apart from each other, and the
  /// order of facts decides between them, the same wherever journals are merged.
  var revision: Int {
    switch self {
    case .rescored(let record): record.revision ?? 1
    case .rated(let record): record.revision
    }
  }
}

/// A rescoring that an attempt went through.
package struct PastRescoring: Sendable, Hashable {
  /// When it was recorded.
  package var time: String
  /// The item.
  package var item: String
  /// Why.
  package var reason: String
  /// The points before; `nil` where the item was not scored before.
  package var oldScore: Double?
  /// The points afterwards.
  package var newScore: Double
  /// The version of the key before; `nil` where there was none.
  package var oldKey: String?
  /// The version of the key afterwards.
  package var newKey: String

  /// Creates a rescoring.
  package init(
    time: String, item: String, reason: String, oldScore: Double?, newScore: Double,
    oldKey: String?, newKey: String
  ) {
    self.time = time
    self.item = item
    self.reason = reason
    self.oldScore = oldScore
    self.newScore = newScore
    self.oldKey = oldKey
    self.newKey = newKey
  }
}

/// A human's judgement that an attempt got; the last one of an item counts.
package struct PastRating: Sendable, Hashable {
  /// When it was recorded.
  package var time: String
  /// The item.
  package var item: String
  /// The id of the rubric.
  package var rubric: String
  /// The version of the rubric.
  package var rubricVersion: String
  /// The place of the level chosen, counted from 0, by the id of the criterion.
  package var levels: [String: Int]
  /// The code of whoever judged.
  package var rater: String
  /// The points that it made.
  package var score: Double
  /// The most points.
  package var maximum: Double

  /// Creates a judgement.
  package init(
    time: String, item: String, rubric: String, rubricVersion: String, levels: [String: Int],
    rater: String, score: Double, maximum: Double
  ) {
    self.time = time
    self.item = item
    self.rubric = rubric
    self.rubricVersion = rubricVersion
    self.levels = levels
    self.rater = rater
    self.score = score
    self.maximum = maximum
  }
}

/// Scores what is about to be recorded.
package enum RecordedScoring {
  /// Returns the outcome of a response as it is recorded: an essay that was left out has nothing
  /// for a human to judge, and scores zero like any other omitted answer.
  package static func outcome(_ item: Item, _ response: Response?) -> Outcome {
    var outcome = ResponseProcessing.score(item, response)
    if item.interaction.kind == .essay, !outcome.isAnswered { outcome.isPending = false }
    return outcome
  }

  /// Returns the outcome of every item of a form, in its order.
  package static func outcomes(_ form: TestForm, _ responses: [String: Response]) -> [Outcome] {
    form.items.map { outcome($0, responses[$0.id]) }
  }
}
