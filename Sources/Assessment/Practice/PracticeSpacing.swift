/// How long a question rests after an answer: five boxes in the manner of Leitner, each with its
/// interval.
///
/// A right answer to a question that was due, or new, moves it one box up; one that is partly right
/// moves it one down, a wrong one back to the first. A right answer before its time changes nothing:
/// what was seen an hour ago says little about next week.
///
/// Sources: the boxes are those of Leitner, So lernt man lernen, Herder, 1972. Intervals that grow
/// held more over the weeks of training than equal ones, with the same result eight weeks later:
/// Kang, Lindsey, Mozer and Pashler, "Retrieval practice over the long term: Should spacing be
/// expanding or equal-interval?", Psychonomic Bulletin & Review 21, 2014,
/// doi:10.3758/s13423-014-0636-z. The best gap before a test is 20 to 40 % of a week, 5 to 10 % of a
/// year; a follow-up comes after some months, hence 30 days at the end: Cepeda, Vul, Rohrer, Wixted
/// and Pashler, "Spacing effects in learning: a temporal ridgeline of optimal retention",
/// Psychological Science 19, 2008, doi:10.1111/j.1467-9280.2008.02209.x. The days themselves are a
/// choice, not a finding.
package enum PracticeSpacing {
  /// The days that a question rests in each box, from the first on.
  package static let intervals = [1, 3, 7, 14, 30]

  /// Returns the days of a box, 1 to 5; a box outside counts as the nearest.
  package static func days(box: Int) -> Int {
    intervals[min(intervals.count, max(1, box)) - 1]
  }

  /// Returns how a question stands after an answer.
  ///
  /// - Parameters:
  ///   - before: How it stood, or `nil` where it was never answered.
  ///   - result: How good the answer is.
  ///   - day: The day of the answer.
  /// - Returns: How it stands then.
  static func standing(
    after before: PracticeStanding?, result: PracticeResult, day: Int
  ) -> PracticeStanding {
    // A clock that went back does not take a day away.
    let day = max(day, before?.lastDay ?? day)
    let rests = before.map { day < $0.dueDay } ?? false
    if var same = before, rests, result == .right {
      same.answers += 1
      return same
    }
    let box =
      switch result {
      case .wrong: 1
      case .partly: max(1, (before?.box ?? 1) - 1)
      case .right: min(intervals.count, (before?.box ?? 1) + 1)
      }
    return PracticeStanding(
      box: box, lastDay: day, lastResult: result, dueDay: day + days(box: box),
      answers: (before?.answers ?? 0) + 1)
  }
}

/// How good an answer to a practice question was.
package enum PracticeResult: String, Sendable, Hashable, CaseIterable {
  /// All points.
  case right
  /// Some points.
  case partly
  /// None.
  case wrong

  /// Returns how good an outcome is; `nil` for what was not answered, is an opinion, or waits for a
  /// human to judge it.
  package init?(_ outcome: Outcome) {
    guard outcome.isAnswered, !outcome.isPending, outcome.maximum > 0 else { return nil }
    self =
      outcome.score >= outcome.maximum ? .right : outcome.score > 0 ? .partly : .wrong
  }
}

/// An answer to a practice question.
package struct PracticeAnswer: Sendable, Hashable {
  /// The id of the question.
  package var item: String
  /// How good it was.
  package var result: PracticeResult
  /// The day, as `PracticeDay` counts.
  package var day: Int

  /// Creates an answer.
  package init(item: String, result: PracticeResult, day: Int) {
    self.item = item
    self.result = result
    self.day = day
  }
}

/// How a question stands with a learner.
package struct PracticeStanding: Sendable, Hashable {
  /// The box, 1 to 5.
  package var box: Int
  /// The day of the answer that decides.
  package var lastDay: Int
  /// How good that answer was.
  package var lastResult: PracticeResult
  /// The day from which it is asked again.
  package var dueDay: Int
  /// How often it was answered.
  package var answers: Int

  /// Returns the standing of each question after a learner's answers, by its id.
  ///
  /// - Parameter history: The answers, in the order in which they were given.
  /// - Returns: The standings.
  package static func all(_ history: [PracticeAnswer]) -> [String: PracticeStanding] {
    history.reduce(into: [:]) { standings, answer in
      standings[answer.item] = PracticeSpacing.standing(
        after: standings[answer.item], result: answer.result, day: answer.day)
    }
  }
}

/// Days as numbers, in the place where the learner is.
package enum PracticeDay {
  /// The offset of Phnom Penh from UTC, in seconds; Cambodia keeps it all year.
  package static let phnomPenh = 7 * 3600

  /// Returns the number of days from 1970-01-01 to the day of a moment.
  ///
  /// - Parameters:
  ///   - seconds: Seconds since 1970-01-01T00:00:00Z, between the years 0 and 9999.
  ///   - offset: The offset of the place from UTC, in seconds.
  /// - Returns: The number; a moment outside counts as the nearest inside.
  package static func number(seconds: Double, offset: Int) -> Int {
    let bounded = min(253_402_300_799, max(-62_167_219_200, seconds.isFinite ? seconds : 0))
    return Int(((bounded + Double(offset)) / 86_400).rounded(.down))
  }
}
