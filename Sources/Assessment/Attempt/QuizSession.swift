package import Text

/// One sitting of one person at one form: the engine behind the terminal, its linear mode and the
/// page that one key opens.
///
/// The state is an `Attempt`. Every event goes through `apply`, which returns only when the recorder
/// has made it durable, so whatever shows the next question shows nothing that can be lost.
package struct QuizSession<Failure: Error> {
  /// The form.
  package let form: TestForm
  /// The language of the questions.
  package let language: Language
  /// What fixes the order of options.
  package let optionSeed: String
  /// Whether each answer is followed by its feedback, as in practice.
  package let showsFeedback: Bool
  /// The seconds that the person has for the whole attempt, or `nil` without a limit.
  package let timeLimit: Double?
  /// The attempt so far.
  package private(set) var attempt: Attempt

  private let usedBefore: Double
  private var began: Double
  private let clock: () -> Double
  private let record: (Attempt.Event, Double) throws(Failure) -> Void

  /// Begins a sitting.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - language: The language of the questions.
  ///   - optionSeed: What fixes the order of options.
  ///   - showsFeedback: Whether each answer is followed by its feedback.
  ///   - timeLimit: The seconds for the whole attempt, or `nil` without a limit.
  ///   - usedBefore: The seconds that earlier sittings used.
  ///   - attempt: The attempt as it was left, or a new one.
  ///   - clock: Seconds of a clock that never goes back, from any beginning.
  ///   - record: Makes an event durable, with the seconds of the attempt that were used when it
  ///     happened.
  package init(
    form: TestForm, language: Language, optionSeed: String, showsFeedback: Bool,
    timeLimit: Double? = nil, usedBefore: Double = 0, attempt: Attempt? = nil,
    clock: @escaping () -> Double,
    record: @escaping (Attempt.Event, Double) throws(Failure) -> Void
  ) {
    self.form = form
    self.language = language
    self.optionSeed = optionSeed
    self.showsFeedback = showsFeedback
    self.timeLimit = timeLimit
    self.usedBefore = usedBefore
    self.attempt = attempt ?? Attempt(items: form.items.map(\.id))
    self.clock = clock
    self.record = record
    began = clock()
  }

  /// Records an event and takes it.
  ///
  /// - Throws: What the recorder said; then the attempt is as it was.
  package mutating func apply(_ event: Attempt.Event) throws(Failure) {
    try record(event, secondsUsed)
    attempt = attempt.after(event)
  }

  /// Lets the time of this sitting begin now: what was read before the first question costs none.
  package mutating func restartClock() { began = clock() }

  /// The seconds of the attempt that are used, in this sitting and before it.
  package var secondsUsed: Double { usedBefore + max(0, clock() - began) }

  /// The seconds that are left, at least 0, or `nil` without a limit.
  package var secondsLeft: Double? { timeLimit.map { max(0, $0 - secondsUsed) } }

  /// Whether the time and the grace after it are over.
  package var isOver: Bool {
    timeLimit.map { secondsUsed >= $0 + Double(form.policy.graceMinutes * 60) } ?? false
  }

  /// The item that is shown, or `nil` at the list before handing in.
  package var item: Item? {
    attempt.position < form.items.count ? form.items[attempt.position] : nil
  }

  /// The ids of what could be answered and is not; what a trainer observes cannot.
  package var unanswered: [String] {
    form.items.filter { $0.interaction != .performance && attempt.responses[$0.id] == nil }
      .map(\.id)
  }
}
