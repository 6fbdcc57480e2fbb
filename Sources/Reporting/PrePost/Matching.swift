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
  /// The share of the form's own maximum that was won, 0 to 100.
  var percent: Double { maximum > 0 ? 100 * score / maximum : 0 }
}

/// Who took what: one attempt per person, event and occasion, joined into pairs.
///
/// Which attempt counts is decided by `EvaluatedAttempts`, so that nobody's second try is compared
/// with somebody else's first. Everything else is counted, so that what came in equals what went
/// out.
struct Matching: Sendable {
  /// The pairs, ordered by event, then by code.
  let pairs: [MatchedPair]
  /// The counted pre-tests of people without a post-test.
  let preOnly: [ScoredAttempt]
  /// The counted post-tests of people without a pre-test.
  let postOnly: [ScoredAttempt]
  /// How many people began a test and handed none in.
  let unfinishedOnly: Int
  /// How many people have tests of which the rules of the records leave out every one that was
  /// handed in: they declined, it was set aside, or teaching had begun.
  let excludedOnly: Int
  /// How many people with tests are to be forgotten; their tests count, without attributes.
  let forgottenPeople: Int
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
    /// Pre-tests that were handed in after teaching began.
    var afterTeaching = 0
    /// Set aside, with a reason.
    var setAside = 0
    /// Of people who let no result into reports.
    var declined = 0

    /// Whether there are attempts that the rules of the records leave out.
    var hasExclusions: Bool { afterTeaching + setAside + declined > 0 }
  }

  /// One person at one event; an attempt outside any event has an event of its own kind.
  private struct Place: Hashable {
    var event: String?
    var code: String
  }

  /// Joins the attempts of an input.
  init(_ input: PrePostInput) {
    let evaluated = EvaluatedAttempts(input.attempts, rules: input.rules)
    let judged = evaluated.all.filter { [.pre, .post].contains($0.attempt.occasion) }
    var tallies: [Occasion: Tally] = [.pre: Tally(), .post: Tally()]
    var counted: [Occasion: [Place: ScoredAttempt]] = [:]
    for one in judged {
      let occasion = one.attempt.occasion
      tallies[occasion]?.add(one.fate)
      guard one.fate == .counted else { continue }
      let place = Place(event: one.attempt.event, code: one.attempt.code)
      counted[occasion, default: [:]][place] = one.attempt
    }
    let pre = counted[.pre] ?? [:]
    let post = counted[.post] ?? [:]
    let people = input.knownPeople
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
    let places = Dictionary(
      grouping: judged, by: { Place(event: $0.attempt.event, code: $0.attempt.code) })
    let others = places.filter { pre[$0.key] == nil && post[$0.key] == nil }.values
    excludedOnly = others.count { $0.contains { $0.fate.isExclusion } }
    unfinishedOnly = others.count - excludedOnly
    let enrolled = Set(
      input.events.flatMap { event in
        event.learners.map {
          Place(event: event.id, code: input.rules.links.person($0.code))
        }
      })
    neverBegan = enrolled.subtracting(places.keys).count
    forgottenPeople = evaluated.forgottenPeople
    self.tallies = tallies
    followUps = input.attempts.count { $0.occasion == .followUp }
    practices = input.attempts.count { $0.occasion == .practice }
  }

  private static func ordered(_ attempts: [Place: ScoredAttempt]) -> [ScoredAttempt] {
    attempts.values.sorted { ($0.event ?? "", $0.code) < ($1.event ?? "", $1.code) }
  }

  /// How many of the people in pairs are there at more than one event.
  var repeatedPeople: Int {
    Dictionary(grouping: pairs, by: \.pre.code).values.count { $0.count > 1 }
  }
}

extension EvaluatedAttempts.Fate {
  /// Whether a rule of the records leaves an attempt out that was handed in.
  var isExclusion: Bool { [.afterTeaching, .setAside, .declined].contains(self) }
}

extension Matching.Tally {
  mutating func add(_ fate: EvaluatedAttempts.Fate) {
    switch fate {
    case .counted: counted += 1
    case .retake: retakes += 1
    case .awaiting: awaiting += 1
    case .unfinished: unfinished += 1
    case .afterTeaching: afterTeaching += 1
    case .setAside: setAside += 1
    case .declined: declined += 1
    }
  }
}
