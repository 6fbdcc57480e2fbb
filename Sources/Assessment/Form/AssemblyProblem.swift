import Source
import Text

/// A blueprint and a bank as numbers: what the search and the repair work on.
struct AssemblyProblem {
  /// Items that are drawn together: those of a cell, or those drawn freely.
  struct Group {
    /// Indexes of items, in the order in which the plain draw takes them.
    var candidates: [Int]
    /// How many all forms share.
    var shared: Int
    /// How many each form has of its own.
    var own: Int
  }

  /// A sum over the items of a form, with its limits.
  struct Limit {
    var constraint: FormConstraint
    /// What each item adds.
    var weights: [Double]
    var least: Double
    var most: Double
    var location: SourceLocation
  }

  /// What was chosen: ranks among the candidates of each group.
  struct Selection: Hashable {
    /// Shared ranks by group.
    var shared: [[Int]]
    /// Own ranks by form and group.
    var own: [[[Int]]]
  }

  /// A requirement that a selection does not meet.
  struct Violation {
    var constraint: FormConstraint
    var form: Int?
    var least: Double?
    var most: Double?
    var found: Double
    /// How far off it is, at least 1 for each violation.
    var amount: Double
    var location: SourceLocation
  }

  let blueprint: Blueprint
  let items: [Item]
  let groups: [Group]
  /// The sums that a form must keep, all of them linear.
  let limits: [Limit]
  /// The mean difficulty, as two linear sums: items without statistics add nothing to either.
  let meanLimits: [Limit]
  /// Indexes of items by set of enemies.
  let enemies: [Set<Int>]
  /// Sets of enemies by index of item.
  let enemiesOf: [Int: [Int]]
  let formCount: Int
  let anchorCount: Int

  /// The most items that two forms may share.
  var allowedShared: Int { blueprint.constraints?.overlap?.value ?? anchorCount }

  init(_ blueprint: Blueprint, bank: [Item], outcomes: [String: OutcomePlace]) {
    let items = bank.filter(blueprint.isEligible).sorted { $0.id < $1.id }
    self.blueprint = blueprint
    self.items = items
    formCount = blueprint.forms.count
    anchorCount = blueprint.anchorCount
    groups = Self.groups(blueprint, items: items)
    let constraints = blueprint.constraints ?? BlueprintConstraints()
    limits = Self.limits(constraints, items: items, outcomes: outcomes)
    meanLimits = Self.meanLimits(constraints, items: items)
    let index = Dictionary(
      items.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    enemies = constraints.enemies.map { Set($0.compactMap { index[$0.value] }) }
    var enemiesOf: [Int: [Int]] = [:]
    for (number, set) in enemies.enumerated() where set.count > 1 {
      for item in set { enemiesOf[item, default: []].append(number) }
    }
    self.enemiesOf = enemiesOf
  }

  private static func groups(_ blueprint: Blueprint, items: [Item]) -> [Group] {
    struct Key: Hashable {
      var outcome: String
      var cognitive: CognitiveLevel?
    }
    let byCell = Dictionary(grouping: items.indices) {
      Key(outcome: items[$0].outcome.value, cognitive: items[$0].cognitive)
    }
    let seed = UInt64(bitPattern: Int64(blueprint.seed))
    var groups = blueprint.cells.map { cell in
      var generator = SeededGenerator(
        seed: seed, purpose: "\(blueprint.id)/\(cell.outcome.value)/\(cell.cognitive.rawValue)")
      let found = byCell[Key(outcome: cell.outcome.value, cognitive: cell.cognitive)] ?? []
      return Group(
        candidates: generator.shuffled(found), shared: cell.anchors,
        own: max(0, cell.count - cell.anchors))
    }
    let free = blueprint.itemCount - blueprint.cellCount
    if free > 0 {
      var generator = SeededGenerator(seed: seed, purpose: "\(blueprint.id)/free")
      groups.append(
        Group(candidates: generator.shuffled(Array(items.indices)), shared: 0, own: free))
    }
    return groups
  }

  private static func limits(
    _ constraints: BlueprintConstraints, items: [Item], outcomes: [String: OutcomePlace]
  ) -> [Limit] {
    var limits = constraints.totals.map { total in
      Limit(
        constraint: .total(total.dimension, id: total.id.value),
        weights: items.map { total.counts($0, outcomes: outcomes) ? 1 : 0 },
        least: total.limits.least ?? -.infinity, most: total.limits.most ?? .infinity,
        location: total.id.location)
    }
    if let points = constraints.points {
      limits.append(
        Limit(
          constraint: .points, weights: items.map(\.maximum), least: points.least ?? -.infinity,
          most: points.most ?? .infinity, location: points.location))
    }
    if let each = constraints.difficulty?.each {
      limits.append(
        Limit(
          constraint: .itemDifficulty,
          weights: items.map { item in
            item.statistics.map { each.holds($0.difficulty) ? 0 : 1 } ?? 0
          }, least: -.infinity, most: 0, location: each.location))
    }
    return limits
  }

  /// A mean of d lies at or above m exactly where the sum of d − m is at least 0.
  private static func meanLimits(_ constraints: BlueprintConstraints, items: [Item]) -> [Limit] {
    guard let mean = constraints.difficulty?.mean else { return [] }
    func weights(_ bound: Double) -> [Double] {
      items.map { item in item.statistics.map { $0.difficulty - bound } ?? 0 }
    }
    var limits: [Limit] = []
    if let least = mean.least {
      limits.append(
        Limit(
          constraint: .meanDifficulty, weights: weights(least), least: 0, most: .infinity,
          location: mean.location))
    }
    if let most = mean.most {
      limits.append(
        Limit(
          constraint: .meanDifficulty, weights: weights(most), least: -.infinity, most: 0,
          location: mean.location))
    }
    return limits
  }

  // MARK: Selections

  /// Returns the plain draw: the first candidates are the anchors, the rest is dealt to the forms
  /// in turn.
  ///
  /// - Parameter isShared: Whether forms may get the same items where the bank has too few.
  /// - Returns: The draw, or `nil` where a group has too few candidates even so.
  func draw(isShared: Bool) -> Selection? {
    var used: Set<Int> = []
    var usedBy = [Set<Int>](repeating: [], count: formCount)
    var selection = Selection(
      shared: Array(repeating: [], count: groups.count),
      own: Array(repeating: Array(repeating: [], count: groups.count), count: formCount))
    for (number, group) in groups.enumerated() {
      for (rank, item) in group.candidates.enumerated() {
        guard selection.shared[number].count < group.shared else { break }
        guard used.insert(item).inserted else { continue }
        selection.shared[number].append(rank)
        for form in usedBy.indices { usedBy[form].insert(item) }
      }
      guard selection.shared[number].count == group.shared else { return nil }
    }
    for (number, group) in groups.enumerated() {
      for form in 0..<formCount {
        for (rank, item) in group.candidates.enumerated() {
          guard selection.own[form][number].count < group.own else { break }
          guard used.insert(item).inserted else { continue }
          selection.own[form][number].append(rank)
          usedBy[form].insert(item)
        }
        guard selection.own[form][number].count < group.own else { continue }
        guard isShared else { return nil }
        for (rank, item) in group.candidates.enumerated() {
          guard selection.own[form][number].count < group.own else { break }
          guard usedBy[form].insert(item).inserted else { continue }
          selection.own[form][number].append(rank)
        }
        guard selection.own[form][number].count == group.own else { return nil }
      }
    }
    return selection
  }

  /// Returns the indexes of a form's items, in the order in which they are asked.
  func items(of form: Int, in selection: Selection) -> [Int] {
    var result: [Int] = []
    for (number, group) in groups.enumerated() {
      for rank in selection.shared[number] { result.append(group.candidates[rank]) }
      for rank in selection.own[form][number] { result.append(group.candidates[rank]) }
    }
    return result
  }

  /// Returns the forms of a selection.
  func forms(_ selection: Selection) -> [TestForm] {
    let anchors = Set(
      zip(groups, selection.shared).flatMap { group, ranks in
        ranks.map { items[group.candidates[$0]].id }
      })
    return blueprint.forms.enumerated().map { number, name in
      TestForm(
        id: name.id, title: name.title,
        items: items(of: number, in: selection).map { items[$0] }, anchors: anchors,
        minutes: blueprint.minutes, masteryPercent: blueprint.masteryPercent,
        policy: blueprint.policy)
    }
  }
}
