/// What one learner practises today, why, and what comes later.
package struct PracticePlan: Sendable, Hashable {
  /// The day, as `PracticeDay` counts.
  package var day: Int
  /// What is asked today, in order.
  package var chosen: [Choice]
  /// What would have been asked too, had the session more room, in the same order.
  package var left: [Choice]
  /// What rests, by the day on which it comes back, then in the order of the pool.
  package var later: [Rest]

  /// A question that is asked, and why.
  package struct Choice: Sendable, Hashable {
    /// The question.
    package var item: Item
    /// Why it is asked.
    package var reason: Reason
    /// How it stands; `nil` before its first answer.
    package var standing: PracticeStanding?
  }

  /// A question that is not asked before its day.
  package struct Rest: Sendable, Hashable {
    /// The question.
    package var item: Item
    /// How it stands.
    package var standing: PracticeStanding
  }

  /// Why a question is asked.
  package enum Reason: Sendable, Hashable {
    /// The last answer was wrong, so many days ago.
    case missed(daysAgo: Int)
    /// The last answer was right in part, so many days ago.
    case partly(daysAgo: Int)
    /// The last answer was right, so many days ago, and it has been due for `overdue` days.
    case review(daysAgo: Int, overdue: Int)
    /// Never answered, and another question about its outcome was missed in practice.
    case newAfterMiss
    /// Never answered, and the pre-test shows that its outcome needs practice.
    case newAfterPreTest
    /// Never answered.
    case new
    /// Everything was asked for, though it rests until a day.
    case early(dueDay: Int)
  }

  /// The first day after today on which something comes back, with the number of questions.
  package var next: (day: Int, count: Int)? {
    guard let first = later.first?.standing.dueDay else { return nil }
    return (first, later.count { $0.standing.dueDay == first })
  }
}

/// What a learner won in the pre-test about one outcome.
package struct OutcomeResult: Sendable, Hashable {
  /// The id of the outcome.
  package var outcome: String
  /// The points won.
  package var won: Double
  /// The points that could be won.
  package var possible: Double

  /// Creates a result.
  package init(outcome: String, won: Double, possible: Double) {
    self.outcome = outcome
    self.won = won
    self.possible = possible
  }

  /// Adds up outcomes by what they are about; what waits for a human and opinions say nothing.
  ///
  /// - Parameters:
  ///   - outcomes: The outcomes of items.
  ///   - outcomeOf: The outcome that an item is about, by the item's id.
  /// - Returns: One result for each outcome with points, in the order in which they come.
  package static func sums(
    _ outcomes: [Outcome], outcomeOf: [String: String]
  ) -> [OutcomeResult] {
    var places: [String: Int] = [:]
    var results: [OutcomeResult] = []
    for outcome in outcomes where !outcome.isPending && outcome.maximum > 0 {
      guard let about = outcomeOf[outcome.item], !about.isEmpty else { continue }
      if let place = places[about] {
        results[place].won += outcome.score
        results[place].possible += outcome.maximum
      } else {
        places[about] = results.count
        results.append(
          OutcomeResult(outcome: about, won: outcome.score, possible: outcome.maximum))
      }
    }
    return results
  }

  /// The share of the points, 0 to 1.
  package var share: Double { possible > 0 ? min(1, max(0, won / possible)) : 1 }
}
