import Assessment

/// Which of the attempts of a person an evaluation counts, and why the others do not.
///
/// The rule: of each person, event and occasion the first complete attempt counts. Left out before
/// that are attempts that were set aside, those of people who declined, those that were not handed
/// in or wait for a human, and pre-tests that were handed in after teaching began. Every attempt
/// has exactly one fate, so that what came in equals what went out.
package struct EvaluatedAttempts: Sendable, Hashable {
  /// What becomes of an attempt.
  package enum Fate: String, Sendable, Hashable, CaseIterable {
    /// It is the one that counts.
    case counted
    /// The person had handed in another one before it.
    case retake
    /// A pre-test that was handed in after teaching began.
    case afterTeaching = "after-teaching"
    /// Somebody set it aside, with a reason.
    case setAside = "set-aside"
    /// The person lets no result into reports.
    case declined
    /// A human has still to judge an answer.
    case awaiting
    /// It was not handed in, or it has no points to win.
    case unfinished
  }

  /// What a reader should know of an attempt, whether it counts or not.
  package enum Mark: String, Sendable, Hashable, CaseIterable {
    /// It was begun after its occasion had been closed once or, for a pre-test, after teaching
    /// began.
    case late
    /// The person had handed in another one before it.
    case retake
    /// A pre-test that was handed in after teaching began.
    case afterTeaching = "after-teaching"
    /// Somebody set it aside.
    case setAside = "set-aside"
    /// The person lets no result into reports.
    case declined
  }

  /// An attempt with what becomes of it.
  package struct Judged: Sendable, Hashable {
    /// The attempt, under the code of its person.
    package var attempt: ScoredAttempt
    /// What becomes of it.
    package var fate: Fate
    /// What a reader should know of it, in the order of `Mark`.
    package var marks: [Mark]
  }

  /// The attempts, each judged, in the order in which they were given.
  package private(set) var all: [Judged] = []
  /// How many people with attempts here are to be forgotten; theirs count like others.
  package private(set) var forgottenPeople = 0

  /// The marks of each attempt that has any, by its id.
  package var marks: [String: [Mark]] {
    Dictionary(
      all.filter { !$0.marks.isEmpty }.map { ($0.attempt.id, $0.marks) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The attempts with one fate.
  package func attempts(_ fate: Fate) -> [ScoredAttempt] {
    all.filter { $0.fate == fate }.map(\.attempt)
  }

  /// One occasion of one person at one event; an attempt outside any event has an event of its own
  /// kind.
  private struct Place: Hashable {
    var event: String?
    var code: String
    var occasion: Occasion
  }

  /// Judges attempts; a pure function of its arguments, whose order matters for nothing.
  ///
  /// - Parameters:
  ///   - attempts: Attempts of any occasion, handed in or not.
  ///   - rules: What decides.
  package init(_ attempts: [ScoredAttempt], rules: EvaluationRules = EvaluationRules()) {
    var firsts: [Place: ScoredAttempt] = [:]
    var people: Set<String> = []
    all = attempts.map { attempt in
      var own = attempt
      own.code = rules.links.person(attempt.code)
      people.insert(own.code)
      let judged = Self.judged(own, rules)
      if judged.fate == .counted {
        let place = Self.place(own)
        if let first = firsts[place], !Self.isEarlier(own, first) { return judged }
        firsts[place] = own
      }
      return judged
    }
    forgottenPeople = people.intersection(rules.forgotten).count
    for index in all.indices where all[index].fate == .counted {
      let attempt = all[index].attempt
      guard attempt.occasion != .practice, firsts[Self.place(attempt)]?.id != attempt.id else {
        continue
      }
      all[index].fate = .retake
      let place = all[index].marks.firstIndex { $0 != .late } ?? all[index].marks.endIndex
      all[index].marks.insert(.retake, at: place)
    }
  }

  private static func place(_ attempt: ScoredAttempt) -> Place {
    Place(event: attempt.event, code: attempt.code, occasion: attempt.occasion)
  }

  private static func judged(_ attempt: ScoredAttempt, _ rules: EvaluationRules) -> Judged {
    let isSetAside = rules.setAside[attempt.id] != nil
    let hasDeclined = rules.hasDeclined(attempt.code, event: attempt.event)
    let isAfter = isAfterTeaching(attempt, rules)
    var marks: [Mark] = []
    if isLate(attempt, rules) { marks.append(.late) }
    if isAfter { marks.append(.afterTeaching) }
    if isSetAside { marks.append(.setAside) }
    if hasDeclined { marks.append(.declined) }
    let fate: Fate =
      if isSetAside {
        .setAside
      } else if hasDeclined {
        .declined
      } else if attempt.awaitsRater {
        .awaiting
      } else if !attempt.hasPercent {
        .unfinished
      } else if isAfter, !rules.includesLatePreTests {
        .afterTeaching
      } else {
        .counted
      }
    return Judged(attempt: attempt, fate: fate, marks: marks)
  }

  /// Tells whether a pre-test was handed in after teaching began; of paper without a time nobody
  /// knows, and it counts.
  private static func isAfterTeaching(_ attempt: ScoredAttempt, _ rules: EvaluationRules) -> Bool {
    guard attempt.occasion == .pre, !attempt.isUntimed, let event = attempt.event,
      let began = rules.teachingBegan[event],
      let submitted = attempt.submittedAt.flatMap(Timestamp.seconds)
    else { return false }
    return submitted > began
  }

  private static func isLate(_ attempt: ScoredAttempt, _ rules: EvaluationRules) -> Bool {
    guard attempt.occasion != .practice, !attempt.isUntimed, attempt.mode != .paper,
      let event = attempt.event, let started = Timestamp.seconds(attempt.startedAt)
    else { return false }
    if let closed = rules.firstClosed[event]?[attempt.occasion], started > closed { return true }
    guard attempt.occasion == .pre, let began = rules.teachingBegan[event] else { return false }
    return started > began
  }

  /// Orders attempts by when they were handed in; paper tests of one import by their repetition.
  private static func isEarlier(_ left: ScoredAttempt, _ right: ScoredAttempt) -> Bool {
    let times = { (attempt: ScoredAttempt) in
      let submitted = attempt.submittedAt.flatMap(Timestamp.seconds) ?? .infinity
      return (submitted, Timestamp.seconds(attempt.startedAt) ?? .infinity)
    }
    let (leftTimes, rightTimes) = (times(left), times(right))
    return (leftTimes.0, leftTimes.1, left.repetition, left.id)
      < (rightTimes.0, rightTimes.1, right.repetition, right.id)
  }
}

extension ScoredAttempt {
  /// Tells whether it is complete, and has a score that can be given in percent.
  package var hasPercent: Bool {
    isComplete && maximum > 0 && maximum.isFinite && score.isFinite
  }
}
