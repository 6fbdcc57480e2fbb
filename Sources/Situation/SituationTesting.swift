import Text

/// Plays a script many times at random, to see where it leads.
package enum SituationTesting {
  /// The longest play that is followed; a play that goes on counts as unfinished.
  package static let stepLimit = 500

  /// What many random plays came to.
  package struct Result: Sendable, Hashable {
    /// How many plays there were.
    package var runs: Int
    /// Every ending, in the order of the script, with how often it was reached.
    package var endings: [Ending]
    /// The ids of the sections that no play met, in the order of the script.
    package var unreached: [String]
    /// How many plays ended without an ending or reached the limit of steps.
    package var unfinished: Int
    /// How many choices the longest play took.
    package var longest: Int
    /// The sections of one of the longest plays, in order.
    package var longestPath: [String]
  }

  /// How often an ending was reached.
  package struct Ending: Sendable, Hashable {
    /// The section's id.
    package var id: String
    /// The plays that ended there.
    package var count: Int
    /// The same as a share of all plays, from 0 to 1.
    package var share: Double
  }

  /// Plays a script at random, every available choice equally likely.
  ///
  /// - Parameters:
  ///   - situation: The script.
  ///   - runs: How many plays; fewer than 1 gives an empty result.
  ///   - seed: Where the random numbers begin; the same seed gives the same result.
  /// - Returns: What the plays came to.
  package static func run(_ situation: Situation, runs: Int, seed: UInt64) -> Result {
    var random = SeededGenerator(seed: seed, purpose: "situation " + situation.slug)
    var counts: [String: Int] = [:]
    var visited: Set<String> = []
    var longestPath: [String] = []
    var longest = 0
    var unfinished = 0
    let total = max(0, runs)
    if let first = SituationPlay(situation) {
      for _ in 0..<total {
        let play = walk(first, &random)
        let path = play.log.map(\.section) + [play.section.id]
        visited.formUnion(path)
        if play.section.ending == nil {
          unfinished += 1
        } else {
          counts[play.section.id, default: 0] += 1
        }
        if play.log.count > longest || longestPath.isEmpty {
          longest = play.log.count
          longestPath = path
        }
      }
    } else {
      unfinished = total
    }
    return Result(
      runs: total,
      endings: situation.endings.map { section in
        let count = counts[section.id] ?? 0
        return Ending(
          id: section.id, count: count, share: total == 0 ? 0 : Double(count) / Double(total))
      },
      unreached: situation.sections.map(\.id).filter { !visited.contains($0) },
      unfinished: unfinished, longest: longest, longestPath: longestPath)
  }

  private static func walk(
    _ first: SituationPlay, _ random: inout SeededGenerator
  ) -> SituationPlay {
    var play = first
    for _ in 0..<stepLimit {
      let choices = play.availableChoices
      guard !choices.isEmpty else { break }
      let pick = choices[random.index(below: choices.count)]
      guard let next = play.after(choice: pick.number) else { break }
      play = next
    }
    return play
  }
}
