import Source
import Text

/// Draws parallel forms from a bank.
package enum FormAssembly {
  /// How many choices of an item the exact search tries.
  package static let nodeLimit = 50_000

  /// Returns the forms of a blueprint, or none where it cannot be met; `assemble` says why.
  package static func forms(
    _ blueprint: Blueprint, bank: [Item], outcomes: [String: OutcomePlace] = [:]
  ) -> [TestForm] {
    let report = assemble(blueprint, bank: bank, outcomes: outcomes)
    return report.isMet ? report.forms : []
  }

  /// Assembles the forms of a blueprint.
  ///
  /// Each cell is shuffled by the seed and the cell's own name; its first items are the anchors,
  /// the rest is dealt to the forms in turn. So a change in one cell leaves the others as they
  /// were, and the same seed gives the same forms on every machine. Items stand in the order of
  /// the cells, so that parallel forms ask the same thing at the same place. Only where this plain
  /// draw breaks a constraint are the forms searched for: exactly up to `nodeLimit` choices, then
  /// by repair, and of those that meet everything the most equal ones (`FormImbalance`) are taken.
  ///
  /// - Parameters:
  ///   - blueprint: The blueprint.
  ///   - bank: The items; their order does not matter.
  ///   - outcomes: The module and competency of each outcome, for totals by these.
  ///   - nodeLimit: How many choices the exact search tries.
  /// - Returns: The forms, with every requirement that they do not meet.
  package static func assemble(
    _ blueprint: Blueprint, bank: [Item], outcomes: [String: OutcomePlace] = [:],
    nodeLimit: Int = FormAssembly.nodeLimit
  ) -> AssemblyReport {
    let lacking = lacking(blueprint, bank: bank)
    guard lacking.isEmpty else {
      return AssemblyReport(forms: [], unmet: lacking, isExact: true, nodes: 0)
    }
    let problem = AssemblyProblem(blueprint, bank: bank, outcomes: outcomes)
    let plain = problem.draw(isShared: false)
    if let plain, problem.violations(plain).isEmpty {
      return AssemblyReport(forms: problem.forms(plain), unmet: [], isExact: true, nodes: 0)
    }
    guard let start = plain ?? problem.draw(isShared: true) else {
      let all = UnmetConstraint(
        constraint: .items, least: Double(blueprint.itemCount), found: Double(problem.items.count),
        cause: .bank, location: blueprint.location)
      return AssemblyReport(forms: [], unmet: [all], isExact: true, nodes: 0)
    }
    return searched(problem, from: start, nodeLimit: nodeLimit)
  }

  private static func searched(
    _ problem: AssemblyProblem, from start: AssemblyProblem.Selection, nodeLimit: Int
  ) -> AssemblyReport {
    var search = AssemblySearch(problem, nodeLimit: nodeLimit)
    search.run()
    if let best = search.best, !search.isCutShort {
      return AssemblyReport(
        forms: problem.forms(best), unmet: [], isExact: true, nodes: search.nodes)
    }
    var repair = AssemblyRepair(problem)
    let mended = repair.mended(search.best ?? start)
    let impossible = search.impossible()
    let names = problem.blueprint.forms.map(\.id)
    let unmet = problem.violations(mended).map { violation in
      UnmetConstraint(
        constraint: violation.constraint, form: violation.form.map { names[$0] },
        least: violation.least, most: violation.most, found: violation.found,
        cause: impossible.contains(violation.constraint)
          ? .bank : search.isCutShort ? .notFound : .together,
        location: violation.location)
    }
    return AssemblyReport(
      forms: problem.forms(mended), unmet: unmet, isExact: !search.isCutShort,
      nodes: search.nodes)
  }

  /// Returns the cells that the bank cannot fill, each with how many items it lacks.
  package static func unmet(_ blueprint: Blueprint, bank: [Item]) -> [(
    cell: Blueprint.Cell, lacking: Int
  )] {
    lackingCells(blueprint, bank: bank).map { ($0.cell, $0.needed - $0.found) }
  }

  private static func lackingCells(_ blueprint: Blueprint, bank: [Item]) -> [(
    cell: Blueprint.Cell, needed: Int, found: Int
  )] {
    struct Key: Hashable {
      var outcome: String
      var cognitive: CognitiveLevel?
    }
    var found: [Key: Int] = [:]
    for item in bank where blueprint.isEligible(item) {
      found[Key(outcome: item.outcome.value, cognitive: item.cognitive), default: 0] += 1
    }
    return blueprint.cells.compactMap { cell in
      let key = Key(outcome: cell.outcome.value, cognitive: cell.cognitive)
      let needed = needed(cell.count, anchors: cell.anchors, in: blueprint)
      let left = found[key] ?? 0
      // Of two cells for the same thing the second has what the first one leaves.
      found[key] = max(0, left - needed)
      return left < needed ? (cell, needed, left) : nil
    }
  }

  /// How many different items places need: forms may share more than anchors only where
  /// `overlap:` lets them.
  private static func needed(_ count: Int, anchors: Int, in blueprint: Blueprint) -> Int {
    guard blueprint.constraints?.overlap == nil else { return count }
    return anchors + max(0, count - anchors) * blueprint.forms.count
  }

  private static func lacking(_ blueprint: Blueprint, bank: [Item]) -> [UnmetConstraint] {
    var unmet = lackingCells(blueprint, bank: bank).map { cell, needed, found in
      UnmetConstraint(
        constraint: .cell(outcome: cell.outcome.value, cognitive: cell.cognitive),
        least: Double(needed), found: Double(found), cause: .bank,
        location: cell.outcome.location)
    }
    guard let items = blueprint.constraints?.items else { return unmet }
    let eligible = bank.count { blueprint.isEligible($0) }
    let needed = needed(blueprint.itemCount, anchors: blueprint.anchorCount, in: blueprint)
    if blueprint.cellCount > items.value {
      unmet.append(
        UnmetConstraint(
          constraint: .items, most: Double(items.value), found: Double(blueprint.cellCount),
          cause: .bank, location: items.location))
    } else if eligible < needed, unmet.isEmpty {
      unmet.append(
        UnmetConstraint(
          constraint: .items, least: Double(needed), found: Double(eligible), cause: .bank,
          location: items.location))
    }
    return unmet
  }
}
