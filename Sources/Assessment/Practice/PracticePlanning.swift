import Source
import Text

/// Plans what a learner practises: what was missed first, then what is due, then what is new.
///
/// Only questions of the practice pool that a machine scores are planned: no question of a test is
/// ever shown, and opinions, essays and performances have no answer that could be missed.
package enum PracticePlanning {
  /// How many questions a session has where nobody says.
  package static let standardCount = 10

  /// What is known of a learner, and what the learner wants.
  package struct Request: Sendable {
    /// The questions to choose from; those of other pools are passed over.
    package var items: [Item]
    /// The answers so far, in the order in which they were given; those to other questions of the
    /// pool tell which outcomes were missed.
    package var history: [PracticeAnswer]
    /// The result of the pre-test by outcome; empty without one.
    package var preTest: [OutcomeResult]
    /// Today, as `PracticeDay` counts.
    package var day: Int
    /// What orders questions that nothing else does, such as the learner's code.
    package var learnerSeed: String
    /// The most questions of the session; `nil` for all that are due or new.
    package var count: Int?
    /// Whether what still rests is asked too.
    package var takesAll: Bool

    /// Creates a request.
    package init(
      items: [Item], history: [PracticeAnswer], preTest: [OutcomeResult] = [], day: Int,
      learnerSeed: String, count: Int? = PracticePlanning.standardCount, takesAll: Bool = false
    ) {
      self.items = items
      self.history = history
      self.preTest = preTest
      self.day = day
      self.learnerSeed = learnerSeed
      self.count = count
      self.takesAll = takesAll
    }
  }

  /// Tells whether a question can be planned.
  package static func canPlan(_ item: Item) -> Bool {
    item.pool == .practice && item.status != .retired && item.interaction.kind.isScored
      && !item.interaction.kind.needsRater && item.points > 0
  }

  /// Returns the plan of a day: the same for the same request.
  ///
  /// The order is: what was missed, the latest miss first; what was right and is due, the longest
  /// overdue first; then new questions about outcomes that were missed in practice, those that the
  /// pre-test shows, and the others. New questions change from outcome to outcome, which is harder
  /// and teaches more than one outcome after the other (Rohrer and Taylor, "The shuffling of
  /// mathematics problems improves learning", Instructional Science 35, 2007,
  /// doi:10.1007/s11251-007-9015-8).
  package static func plan(_ request: Request) -> PracticePlan {
    let standings = PracticeStanding.all(request.history)
    let items = distinct(request.items.filter(canPlan))
    var asked: [PracticePlan.Choice] = []
    var later: [PracticePlan.Rest] = []
    var new: [Item] = []
    for item in items {
      guard let standing = standings[item.id] else {
        new.append(item)
        continue
      }
      if standing.dueDay <= request.day {
        asked.append(
          PracticePlan.Choice(
            item: item, reason: reason(standing, day: request.day), standing: standing))
      } else {
        later.append(PracticePlan.Rest(item: item, standing: standing))
      }
    }
    let places = Places(request)
    later = stablySorted(later) { $0.standing.dueDay < $1.standing.dueDay }
    var choices = asked.sorted { places.precedes($0, $1) }
    choices += fresh(new, standings: standings, request: request, places: places)
    if request.takesAll {
      choices += later.map {
        PracticePlan.Choice(
          item: $0.item, reason: .early(dueDay: $0.standing.dueDay), standing: $0.standing)
      }
      later = []
    }
    let count = min(choices.count, max(0, request.count ?? choices.count))
    return PracticePlan(
      day: request.day, chosen: Array(choices.prefix(count)), left: Array(choices.dropFirst(count)),
      later: later)
  }

  private static func reason(_ standing: PracticeStanding, day: Int) -> PracticePlan.Reason {
    let ago = max(0, day - standing.lastDay)
    return switch standing.lastResult {
    case .wrong: .missed(daysAgo: ago)
    case .partly: .partly(daysAgo: ago)
    case .right: .review(daysAgo: ago, overdue: day - standing.dueDay)
    }
  }

  // MARK: New questions

  private static func fresh(
    _ items: [Item], standings: [String: PracticeStanding], request: Request, places: Places
  ) -> [PracticePlan.Choice] {
    let missed = missedOutcomes(standings, request: request)
    let shown = request.preTest.filter { $0.share < 1 }
    let byNeed = stablySorted(shown) { $0.share < $1.share }.map(\.outcome)
    var groups: [(reason: PracticePlan.Reason, outcomes: [String])] = [
      (.newAfterMiss, missed), (.newAfterPreTest, byNeed.filter { !missed.contains($0) }),
    ]
    let known = Set(groups.flatMap(\.outcomes))
    groups.append((.new, unique(items.map(\.outcome.value)).filter { !known.contains($0) }))
    let byOutcome = Dictionary(grouping: items, by: \.outcome.value)
    return groups.flatMap { group in
      let lines = group.outcomes.compactMap { byOutcome[$0] }
        .map { line in line.sorted { places.place($0.id) < places.place($1.id) } }
      return turns(lines).map { PracticePlan.Choice(item: $0, reason: group.reason, standing: nil) }
    }
  }

  /// The outcomes with a question whose deciding answer was not right, the latest miss first.
  private static func missedOutcomes(
    _ standings: [String: PracticeStanding], request: Request
  ) -> [String] {
    var latest: [String: Int] = [:]
    for item in request.items where canPlan(item) {
      guard let standing = standings[item.id], standing.lastResult != .right else { continue }
      let outcome = item.outcome.value
      latest[outcome] = max(latest[outcome] ?? standing.lastDay, standing.lastDay)
    }
    let ordered = unique(request.items.map(\.outcome.value)).filter { latest[$0] != nil }
    return stablySorted(ordered) { (latest[$0] ?? 0) > (latest[$1] ?? 0) }
  }

  /// Takes one of each line in turn, until all are taken.
  private static func turns(_ lines: [[Item]]) -> [Item] {
    (0..<(lines.map(\.count).max() ?? 0)).flatMap { turn in
      lines.compactMap { turn < $0.count ? $0[turn] : nil }
    }
  }

  // MARK: Order

  private static func distinct(_ items: [Item]) -> [Item] {
    var seen: Set<String> = []
    return items.filter { seen.insert($0.id).inserted }
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// Sorts and leaves what is equal in its order, which `sort` does not promise.
  private static func stablySorted<Element>(
    _ elements: [Element], by precedes: (Element, Element) -> Bool
  ) -> [Element] {
    elements.enumerated().sorted { one, other in
      if precedes(one.element, other.element) { return true }
      if precedes(other.element, one.element) { return false }
      return one.offset < other.offset
    }
    .map(\.element)
  }

  /// Places of questions that nothing else orders: chance that is the same for a learner and a day.
  private struct Places {
    private let order: [String: Int]

    init(_ request: Request) {
      var generator = SeededGenerator(
        seed: StableHash.fnv64(request.learnerSeed), purpose: "practice/\(request.day)")
      let ids = Set(request.items.map(\.id)).sorted()
      order = Dictionary(
        generator.shuffled(ids).enumerated().map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }

    func place(_ id: String) -> Int { order[id] ?? 0 }

    /// What was missed before what was right; the latest miss first; the longest overdue first.
    func precedes(_ one: PracticePlan.Choice, _ other: PracticePlan.Choice) -> Bool {
      key(one).lexicographicallyPrecedes(key(other))
    }

    private func key(_ choice: PracticePlan.Choice) -> [Int] {
      let own = place(choice.item.id)
      return switch choice.reason {
      case .missed(let ago): [0, ago, 0, own]
      case .partly(let ago): [0, ago, 1, own]
      case .review(_, let overdue): [1, -overdue, 0, own]
      case .newAfterMiss, .newAfterPreTest, .new, .early: [2, 0, 0, own]
      }
    }
  }
}
