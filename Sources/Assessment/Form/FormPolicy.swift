/// What a form is for.
package enum FormMode: String, Sendable, Hashable, CaseIterable, Codable {
  /// To measure; its items come from the test pool.
  case exam
  /// To learn; its items come from the practice pool.
  case practice
  /// To ask for opinions; its items come from the survey pool and are never scored.
  case survey

  /// The pool whose items such a form asks.
  package var pool: ItemPool {
    switch self {
    case .exam: .test
    case .practice: .practice
    case .survey: .survey
    }
  }
}

/// When a person sees which answers were right, and why (QTI itemSessionControl showFeedback).
package enum FeedbackTime: String, Sendable, Hashable, CaseIterable, Codable {
  /// After each answer.
  case now
  /// After the form was handed in.
  case later
  /// Not at all.
  case never
}

/// How a form is taken.
package struct FormPolicy: Sendable, Hashable {
  /// What it is for.
  package var mode: FormMode
  /// How often one person may take it on one occasion, at least 1; `nil` without a limit.
  package var attempts: Int?
  /// When feedback is shown.
  package var feedback: FeedbackTime
  /// Whether each learner gets the items of a section in another order.
  package var shufflesItems: Bool
  /// Whether each learner gets the options of an item in another order.
  package var shufflesOptions: Bool
  /// The time limit, in minutes, at least 1; `nil` without one (QTI timeLimits maxTime).
  package var minutes: Int?
  /// How many minutes after the limit an answer is still taken, at least 0 (QTI
  /// allowLateSubmission).
  package var graceMinutes: Int

  /// Creates a policy; what is left out is how a pre- or post-test is taken.
  package init(
    mode: FormMode = .exam, attempts: Int? = nil, feedback: FeedbackTime = .never,
    shufflesItems: Bool = false, shufflesOptions: Bool = true, minutes: Int? = nil,
    graceMinutes: Int = 0
  ) {
    self.mode = mode
    self.attempts = attempts
    self.feedback = feedback
    self.shufflesItems = shufflesItems
    self.shufflesOptions = shufflesOptions
    self.minutes = minutes
    self.graceMinutes = graceMinutes
  }

  /// Returns how a form of a mode is taken where its author says nothing else: practice shows
  /// feedback at once, other modes show none.
  package static func standard(_ mode: FormMode, minutes: Int? = nil) -> FormPolicy {
    FormPolicy(mode: mode, feedback: mode == .practice ? .now : .never, minutes: minutes)
  }

  /// The most minutes that a limit can come to, whatever is granted: a day.
  package static let mostMinutes = 24 * 60

  /// Returns the time limit of a person with what the person was granted, or `nil` without a limit:
  /// whole minutes rounded up, 1 to `mostMinutes`.
  package func minutes(for accommodation: Accommodation?) -> Int? {
    guard let minutes else { return nil }
    let granted: Double
    switch accommodation?.time {
    case nil: granted = Double(minutes)
    case .factor(let factor):
      // A factor that takes time away, or is no number, grants nothing.
      granted = factor.isFinite && factor > 1 ? Double(minutes) * factor : Double(minutes)
    case .extraMinutes(let extra): granted = Double(minutes) + Double(max(0, extra))
    case .noLimit: return nil
    }
    // Room for the last digits of floating point: 45 minutes by 1.2 are 54, not 55.
    return Int(max(1, min(Double(Self.mostMinutes), (granted - 1e-9).rounded(.up))))
  }

  /// Tells whether feedback is shown right after an answer on an occasion; practice always shows it.
  package func showsFeedback(on occasion: Occasion) -> Bool {
    occasion.showsFeedback || feedback == .now
  }

  /// How often one may take the form.
  package var attemptPolicy: AttemptPolicy { AttemptPolicy(most: attempts) }
}

/// More time or large print for one person, so that the form measures what it should.
///
/// It names a category and never a diagnosis: that is nobody's business but the person's.
package struct Accommodation: Sendable, Hashable {
  /// The code of the learner who was granted it.
  package var code: String
  /// The time that was granted; `nil` for that of everybody.
  package var time: Time?
  /// Whether the questions are shown in large print.
  package var hasLargePrint: Bool
  /// Why.
  package var reason: Reason

  /// How many times as large as usual large print is: 18 points where 12 are usual.
  package static let largePrintScale = 1.5

  /// What was granted.
  package enum Time: Sendable, Hashable, Codable {
    /// The limit times a factor above 1, such as 1.5; anything else grants nothing.
    case factor(Double)
    /// Minutes on top of the limit.
    case extraMinutes(Int)
    /// No limit at all.
    case noLimit
  }

  /// The category of the reason.
  package enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
    /// Seeing.
    case sight
    /// Hearing.
    case hearing
    /// Moving or writing.
    case movement
    /// Reading, or a language that is not one's own.
    case reading
    /// Health, pregnancy and nursing included.
    case health
    /// What happened in the room, such as a power cut.
    case disruption
    /// Anything else.
    case other
  }

  /// Creates an accommodation.
  package init(code: String, time: Time?, hasLargePrint: Bool = false, reason: Reason) {
    self.code = code
    self.time = time
    self.hasLargePrint = hasLargePrint
    self.reason = reason
  }
}
