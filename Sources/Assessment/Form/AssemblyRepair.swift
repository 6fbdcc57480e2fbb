import Text

/// Mends a selection by exchanging items, one at a time, with chance that a seed fixes.
///
/// It is what remains where the exact search reaches its limit. Worse steps are taken now and then
/// (threshold accepting: Dueck and Scheuer, J. Comput. Phys. 90, 1990), and the best is kept.
struct AssemblyRepair {
  /// How bad a selection is: what it violates, then how unequal its forms are.
  struct Badness: Comparable {
    var violation: Double
    var imbalance: FormImbalance

    static func < (left: Badness, right: Badness) -> Bool {
      left.violation != right.violation
        ? left.violation < right.violation : left.imbalance < right.imbalance
    }

    /// One figure, for the threshold.
    var figure: Double {
      violation + 0.01 * Double(imbalance.shared) + 0.01 * imbalance.points
        + 0.001 * Double(imbalance.difficulty)
    }
  }

  private let problem: AssemblyProblem
  private var generator: SeededGenerator

  init(_ problem: AssemblyProblem) {
    self.problem = problem
    generator = SeededGenerator(
      seed: UInt64(bitPattern: Int64(problem.blueprint.seed)),
      purpose: "\(problem.blueprint.id)/repair")
  }

  /// Returns the best selection that steps from `start` lead to; never a worse one.
  mutating func mended(_ start: AssemblyProblem.Selection) -> AssemblyProblem.Selection {
    var current = start
    var badness = badness(current)
    var (best, least) = (current, badness)
    let steps = steps()
    for step in 0..<steps {
      if least.violation == 0, least.imbalance == .none { break }
      guard let next = neighbour(of: current) else { continue }
      let found = self.badness(next)
      let threshold = 0.6 * Double(steps - step) / Double(steps) * generator.unit()
      guard found <= badness || found.figure <= badness.figure + threshold else { continue }
      (current, badness) = (next, found)
      if badness < least { (best, least) = (current, badness) }
    }
    return sorted(best)
  }

  func badness(_ selection: AssemblyProblem.Selection) -> Badness {
    Badness(
      violation: problem.violations(selection).reduce(0) { $0 + $1.amount },
      imbalance: problem.imbalance(selection))
  }

  /// How many steps are taken: fewer for large problems, so that the time stays about the same.
  private func steps() -> Int {
    let perForm = problem.blueprint.itemCount * (problem.limits.count + problem.enemies.count + 6)
    let work = max(1, perForm * problem.formCount + problem.formCount * problem.formCount)
    return min(6000, max(50, 6_000_000 / work))
  }

  /// Returns a selection with one item exchanged for another of its group, or two places of the
  /// group swapped; `nil` where the choice of the moment cannot be.
  private mutating func neighbour(of selection: AssemblyProblem.Selection)
    -> AssemblyProblem.Selection?
  {
    let number = generator.index(below: problem.groups.count)
    let group = problem.groups[number]
    let places = group.shared + group.own * problem.formCount
    guard places > 0, !group.candidates.isEmpty else { return nil }
    let place = place(generator.index(below: places), of: group)
    let rank = generator.index(below: group.candidates.count)
    guard let old = self.rank(at: place, group: number, in: selection), old != rank else {
      return nil
    }
    var next = selection
    // Where the new item stands already in this group, the two change places.
    for other in 0..<places {
      let other = self.place(other, of: group)
      if other != place, self.rank(at: other, group: number, in: selection) == rank {
        put(old, at: other, group: number, in: &next)
      }
    }
    put(rank, at: place, group: number, in: &next)
    for form in 0..<problem.formCount {
      let list = problem.items(of: form, in: next)
      if Set(list).count < list.count { return nil }
    }
    return next
  }

  private struct Place: Hashable {
    var form: Int?
    var index: Int
  }

  private func place(_ number: Int, of group: AssemblyProblem.Group) -> Place {
    guard number >= group.shared, group.own > 0 else { return Place(form: nil, index: number) }
    let own = number - group.shared
    return Place(form: own / group.own, index: own % group.own)
  }

  private func rank(at place: Place, group: Int, in selection: AssemblyProblem.Selection) -> Int? {
    let ranks = place.form.map { selection.own[$0][group] } ?? selection.shared[group]
    return ranks.indices.contains(place.index) ? ranks[place.index] : nil
  }

  private func put(
    _ rank: Int, at place: Place, group: Int, in selection: inout AssemblyProblem.Selection
  ) {
    if let form = place.form {
      selection.own[form][group][place.index] = rank
    } else {
      selection.shared[group][place.index] = rank
    }
  }

  /// Items of a group stand in the order of the draw, however they were found.
  private func sorted(_ selection: AssemblyProblem.Selection) -> AssemblyProblem.Selection {
    AssemblyProblem.Selection(
      shared: selection.shared.map { $0.sorted() },
      own: selection.own.map { $0.map { $0.sorted() } })
  }
}
