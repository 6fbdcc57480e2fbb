import Source

/// A script with its names turned into indexes, so that very many plays can be followed fast.
///
/// It plays by the same rules as `SituationPlay`, which tests hold it to.
struct CompiledSituation {
  /// A choice whose target exists.
  struct Choice {
    var number: Int
    var target: Int
    /// The conditions; one about an unknown number never holds.
    var conditions: [(value: Int?, comparison: Situation.Comparison, with: Int)]
    /// The changes of known numbers, in order.
    var effects: [(value: Int, change: Situation.Effect.Change)]

    /// Tells whether it is offered in a state.
    func isOffered(in state: [Int]) -> Bool {
      conditions.allSatisfy { condition in
        condition.value.map { condition.comparison.holds(state[$0], condition.with) } ?? false
      }
    }
  }

  /// The names of the numbers.
  let names: [String]
  /// The bounds of the numbers.
  let bounds: [ClosedRange<Int>]
  /// Where the numbers start.
  let start: [Int]
  /// The index of the section where plays start.
  let first: Int
  /// The choices of each section, none in an ending.
  let choices: [[Choice]]
  /// Whether each section is an ending.
  let isEnding: [Bool]

  /// Compiles a script, or gives `nil` where its first section does not exist.
  init?(_ situation: Situation) {
    var sections: [String: Int] = [:]
    for (index, section) in situation.sections.enumerated() where sections[section.id] == nil {
      sections[section.id] = index
    }
    var values: [String: Int] = [:]
    var kept: [Situation.StateValue] = []
    for value in situation.state where values[value.name] == nil {
      values[value.name] = kept.count
      kept.append(value)
    }
    guard let first = sections[situation.start.value] else { return nil }
    self.first = first
    names = kept.map(\.name)
    bounds = kept.map(\.bounds)
    start = kept.map(\.start)
    isEnding = situation.sections.map { $0.ending != nil }
    choices = situation.sections.map { section in
      guard section.ending == nil else { return [] }
      return section.choices.compactMap { choice in
        guard let target = sections[choice.target.value] else { return nil }
        return Choice(
          number: choice.number, target: target,
          conditions: choice.conditions.map { (values[$0.name.value], $0.comparison, $0.value) },
          effects: choice.effects.compactMap { effect in
            values[effect.name.value].map { ($0, effect.change) }
          })
      }
    }
  }

  /// Returns the numbers after a choice, held within their bounds, and which of them were past
  /// them before they were held.
  func after(_ choice: Choice, _ state: [Int]) -> (state: [Int], overruns: [Int]) {
    var next = state
    var overruns: [Int] = []
    for (value, change) in choice.effects {
      let number = change.applied(to: next[value])
      next[value] = min(bounds[value].upperBound, max(bounds[value].lowerBound, number))
      if !bounds[value].contains(number) { overruns.append(value) }
    }
    return (next, overruns)
  }

  /// Returns the numbers by their names.
  func named(_ state: [Int]) -> [String: Int] {
    Dictionary(zip(names, state), uniquingKeysWith: { first, _ in first })
  }
}
