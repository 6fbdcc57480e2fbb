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
    var section: Int
    var state: [Int]
  }

  /// Follows all plays of a script, or gives `nil` where it cannot begin.
  init?(_ situation: Situation) {
    guard let script = CompiledSituation(situation) else { return nil }
    let ids = situation.sections.map(\.id)
    var nodes = [Node(section: script.first, state: script.start)]
    var numbers = [nodes[0]: 0]
    var before: [[Int]] = [[]]
    var at = 0
    while at < nodes.count {
      let node = nodes[at]
      let id = ids[node.section]
      reached.insert(id)
      let choices = script.choices[node.section].filter { $0.isOffered(in: node.state) }
      if choices.isEmpty, !script.isEnding[node.section], stuck[id] == nil {
        stuck[id] = script.named(node.state)
      }
      for choice in choices {
        let choiceID = ChoiceID(section: id, number: choice.number)
        offered.insert(choiceID)
        let (state, past) = script.after(choice, node.state)
        if !past.isEmpty {
          overruns[choiceID, default: []].formUnion(past.map { script.names[$0] })
        }
        let next = Node(section: choice.target, state: state)
        if let known = numbers[next] {
          before[known].append(at)
        } else if nodes.count < Self.limit {
          numbers[next] = nodes.count
          nodes.append(next)
          before.append([at])
        } else {
          isComplete = false
        }
      }
      at += 1
    }
    if isComplete { markEndless(nodes, script: script, ids: ids, before: before) }
  }

  /// Goes back from the endings; what is not met on the way can no longer end.
  private mutating func markEndless(
    _ nodes: [Node], script: CompiledSituation, ids: [String], before: [[Int]]
  ) {
    var ends = nodes.map { script.isEnding[$0.section] }
    var queue = nodes.indices.filter { ends[$0] }
    var at = 0
    while at < queue.count {
      for earlier in before[queue[at]] where !ends[earlier] {
        ends[earlier] = true
        queue.append(earlier)
      }
      at += 1
    }
    for (index, node) in nodes.enumerated() where !ends[index] {
      let id = ids[node.section]
      if endless[id] == nil { endless[id] = script.named(node.state) }
    }
  }
}
