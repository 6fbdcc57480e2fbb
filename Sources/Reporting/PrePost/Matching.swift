import Assessment
import Records

/// One person's pre- and post-test at one event.
struct MatchedPair: Sendable, Hashable {
  let person: PersonAttributes
  let event: String?
  let pre: ScoredAttempt
  let post: ScoredAttempt

  var prePercent: Double { pre.percent }
  var postPercent: Double { post.percent }
  var change: Double { post.percent - pre.percent }
}

extension ScoredAttempt {
  /// Tells whether it has a score that can be given in percent.
  var isUsable: Bool {
    isComplete && maximum > 0 && maximum.isFinite && score.isFinite
  }

  /// The share of the form's own maximum that was won, 0 to 100.
  var percent: Double { maximum > 0 ? 100 * score / maximum : 0 }
}

/// Who took what: one attempt per person, event and occasion, joined into pairs.
///
/// The first attempt that was handed in counts, so that nobody's second try is compared with
/// somebody else's first. Everything else is counted, so that what came in equals what went out.
struct Matching: Sendable {
  /// The pairs, ordered by event, then by code.
  let pairs: [MatchedPair]
  /// The counted pre-tests of people without a post-test.
  let preOnly: [ScoredAttempt]
  /// The counted post-tests of people without a pre-test.
  let postOnly: [ScoredAttempt]
  /// How many people began a test and handed none in.
  let unfinishedOnly: Int
  /// How many enrolled people began neither test.
  let neverBegan: Int
  /// What became of the attempts of each of the two occasions.
  let tallies: [Occasion: Tally]
  /// How many attempts belong to follow-up, which this report leaves out.
  let followUps: Int
  /// How many attempts were practice, which no report evaluates.
  let practices: Int

  /// What became of the attempts of one occasion.
  struct Tally: Sendable, Hashable {
    /// The first one handed in by each person and event.
    var counted = 0
    /// Further ones handed in by the same person at the same event.
    var retakes = 0
    /// Handed in, with an answer that a human has still to judge.
    var awaiting = 0
    /// Begun, but not handed in or not scored.
    var unfinished = 0
  }

  /// One person at one event; an attempt outside any event has an event of its own kind.
  private struct Place: Hashable {
    var event: String?
    var code: String
  }

  /// Joins the attempts of an input.
  init(_ input: PrePostInput) {
    var tests: [Occasion: [Place: [ScoredAttempt]]] = [:]
    for occasion in [Occasion.pre, .post] {
      tests[occasion] = Dictionary(
        grouping: input.attempts.filter { $0.occasion == occasion },
        by: { Place(event: $0.event, code: $0.code) })
    }
    var tallies: [Occasion: Tally] = [:]
    var counted: [Occasion: [Place: ScoredAttempt]] = [:]
    for (occasion, places) in tests {
      var tally = Tally()
      counted[occasion] = places.compactMapValues { attempts in
        let usable = attempts.filter(\.isUsable)
        let awaiting = attempts.count(where: \.awaitsRater)
        tally.awaiting += awaiting
        tally.unfinished += attempts.count - usable.count - awaiting
        tally.retakes += max(0, usable.count - 1)
        tally.counted += min(1, usable.count)
        return usable.min(by: Self.isEarlier)
      }
      tallies[occasion] = tally
    }
    let pre = counted[.pre] ?? [:]
    let post = counted[.post] ?? [:]
    let people = Dictionary(input.people.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    pairs = pre.compactMap { place, attempt in
      post[place].map {
        MatchedPair(
          person: people[place.code] ?? PersonAttributes(code: place.code), event: place.event,
          pre: attempt, post: $0)
      }
    }
    .sorted { ($0.event ?? "", $0.pre.code) < ($1.event ?? "", $1.pre.code) }
    preOnly = Self.ordered(pre.filter { post[$0.key] == nil })
    postOnly = Self.ordered(post.filter { pre[$0.key] == nil })
    let began = Set(tests.values.flatMap(\.keys))
    unfinishedOnly = began.count { pre[$0] == nil && post[$0] == nil }
    let enrolled = Set(
      input.events.flatMap { event in
        event.learners.map { Place(event: event.id, code: $0.code) }
      })
    neverBegan = enrolled.subtracting(began).count
    self.tallies = tallies
    followUps = input.attempts.count { $0.occasion == .followUp }
    practices = input.attempts.count { $0.occasion == .practice }
  }

  private static func ordered(_ attempts: [Place: ScoredAttempt]) -> [ScoredAttempt] {
    attempts.values.sorted { ($0.event ?? "", $0.code) < ($1.event ?? "", $1.code) }
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

  /// How many of the people in pairs are there at more than one event.
  var repeatedPeople: Int {
    Dictionary(grouping: pairs, by: \.pre.code).values.count { $0.count > 1 }
  }
}
