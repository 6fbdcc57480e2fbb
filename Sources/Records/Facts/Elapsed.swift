package import Assessment

/// The time of an attempt that is used, as journals keep it.
///
/// It comes from a clock that never goes back, so it survives restarts and a clock that is set
/// anew: what counts is what was measured, not the difference of two dates.
package enum Elapsed {
  /// Returns whole milliseconds, rounded up so that nobody gains time by stopping; never negative.
  ///
  /// - Parameter secondsUsed: The seconds of the attempt that are used, as `QuizSession` gives
  /// them.
  /// - Returns: The milliseconds; 0 for what is no number, a day short of 300 years at most.
  package static func milliseconds(_ secondsUsed: Double) -> Int {
    guard secondsUsed.isFinite, secondsUsed > 0 else { return 0 }
    return Int(min((secondsUsed * 1000).rounded(.up), 9_460_000_000_000))
  }
}

extension Fact {
  /// Creates the fact that keeps an event of an attempt.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - attempt: The id of the attempt.
  ///   - secondsUsed: The seconds of the attempt that were used when it happened, or `nil` where
  ///     nobody measured.
  package init(_ event: Attempt.Event, attempt: String, secondsUsed: Double?) {
    let elapsed = secondsUsed.map(Elapsed.milliseconds)
    self =
      switch event {
      case .answered(let item, let response):
        .answerGiven(
          AnswerRecord(attempt: attempt, item: item, response: response, elapsed: elapsed))
      case .moved(let position):
        .attemptMoved(MoveRecord(attempt: attempt, position: position, elapsed: elapsed))
      case .submitted: .attemptSubmitted(SubmissionRecord(attempt: attempt, elapsed: elapsed))
      }
  }
}
