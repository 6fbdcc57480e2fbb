import Source
import Text

/// Every play of a script at once: all sections with all numbers that can stand there.
///
/// What follows a section depends on the section and the numbers alone, so following each pair
/// once covers all plays, however long.
struct SituationExploration {
  /// The most pairs that are followed; a script with three numbers from 0 to 10 has at most 1,331
  /// for each section.
  static let limit = 100_000

  /// A choice of a section.
  struct ChoiceID: Hashable {
    var section: String
    var number: Int
  }

  /// Whether every pair was followed.
  private(set) var isComplete = true
  /// The sections that some play meets.
  private(set) var reached: Set<String> = []
  /// The choices that some play is offered.
  private(set) var offered: Set<ChoiceID> = []
  /// The numbers that a choice takes past their bounds in some play.
  private(set) var overruns: [ChoiceID: Set<String>] = [:]
  /// Sections in which some play has nothing to choose, with the numbers that it had.
  private(set) var stuck: [String: [String: Int]] = [:]
  /// Sections from which some play can no longer end, with the numbers that it had.
  private(set) var endless: [String: [String: Int]] = [:]

  private struct Node: Hashable {
    var section: String
    var state: [String: Int]
  }

  /// Follows all plays of a script, or gives `nil` where it cannot begin.
  init?(_ situation: Situation) {
    guard let first = SituationPlay(situation) else { return nil }
    let bounds = Dictionary(
      situation.state.map { ($0.name, $0.bounds) }, uniquingKeysWith: { first, _ in first })
    var plays = [first]
    var numbers = [Node(section: first.section.id, state: first.state): 0]
    var before: [[Int]] = [[]]
    var at = 0
    while at < plays.count {
      let play = plays[at]
      reached.insert(play.section.id)
      let choices = play.availableChoices
      if choices.isEmpty, play.ending == nil, stuck[play.section.id] == nil {
        stuck[play.section.id] = play.state
      }
      for choice in choices {
        let id = ChoiceID(section: play.section.id, number: choice.number)
        offered.insert(id)
        for name in Self.overruns(choice, state: play.state, bounds: bounds) {
          overruns[id, default: []].insert(name)
        }
        guard let next = play.afterUnlogged(choice: choice.number) else { continue }
        let node = Node(section: next.section.id, state: next.state)
        if let known = numbers[node] {
          before[known].append(at)
        } else if plays.count < Self.limit {
          numbers[node] = plays.count
          plays.append(next)
          before.append([at])
        } else {
          isComplete = false
        }
      }
      at += 1
    }
    if isComplete { markEndless(plays, before: before) }
  }

  /// Goes back from the endings; what is not met on the way can no longer end.
  private mutating func markEndless(_ plays: [SituationPlay], before: [[Int]]) {
    var ends = plays.map { $0.ending != nil }
    var queue = plays.indices.filter { ends[$0] }
    var at = 0
    while at < queue.count {
      for earlier in before[queue[at]] where !ends[earlier] {
        ends[earlier] = true
        queue.append(earlier)
      }
      at += 1
    }
    for (index, play) in plays.enumerated() where !ends[index] {
      if endless[play.section.id] == nil { endless[play.section.id] = play.state }
    }
  }

  private static func overruns(
    _ choice: Situation.Choice, state: [String: Int], bounds: [String: ClosedRange<Int>]
  ) -> [String] {
    var state = state
    return choice.effects.compactMap { effect in
      guard let number = state[effect.name.value], let range = bounds[effect.name.value] else {
        return nil
      }
      let after = effect.change.applied(to: number)
      state[effect.name.value] = min(range.upperBound, max(range.lowerBound, after))
      return range.contains(after) ? nil : effect.name.value
    }
  }
}

extension SituationPlay {
  /// The play after a choice without its history, which would grow with every step.
  fileprivate func afterUnlogged(choice number: Int) -> SituationPlay? {
    after(choice: number)?.forgettingLog()
  }
}
