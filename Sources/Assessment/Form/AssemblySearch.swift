import Text

/// An exact search for forms that meet everything and are as equal as can be: depth first, with
/// bounds, up to a limit of tried choices.
///
/// A branch is left as soon as what is still to come cannot bring some sum of some form within its
/// limits, or cannot make the forms more equal than the best ones found.
struct AssemblySearch {
  /// The most places that are searched; deeper problems go to the repair at once.
  static let mostSlots = 1000
  /// The most forms that are searched.
  static let mostForms = 12

  /// One place to be filled: `form` is `nil` for one that all forms share.
  private struct Slot {
    var group: Int
    var form: Int?
    /// How many places of the same group and form come after it; they take later candidates.
    var left: Int
  }

  private let problem: AssemblyProblem
  private let limits: [AssemblyProblem.Limit]
  private let slots: [Slot]
  /// What the places from one on can add at least and at most, by place, form and limit; the last
  /// limit stands for the points.
  private let rest: [[[ClosedRange<Double>]]]
  private let nodeLimit: Int

  /// How many choices were tried.
  private(set) var nodes = 0
  /// The best selection so far.
  private(set) var best: AssemblyProblem.Selection?
  private(set) var bestImbalance = FormImbalance.none
  /// Whether the search stopped at its limit.
  private(set) var isCutShort = false
  private var isDone = false

  private var selection: AssemblyProblem.Selection
  private var sums: [[Double]]
  private var uses: [Int: Set<Int>] = [:]
  private var hostile: [[Int]]
  private var shared: [[Int]]
  private var extraShared = 0

  init(_ problem: AssemblyProblem, nodeLimit: Int) {
    self.problem = problem
    self.nodeLimit = nodeLimit
    let points = AssemblyProblem.Limit(
      constraint: .points, weights: problem.items.map(\.maximum), least: -.infinity,
      most: .infinity, location: problem.blueprint.location)
    limits = problem.limits + problem.meanLimits + [points]
    var slots: [Slot] = []
    for (number, group) in problem.groups.enumerated() {
      for left in (0..<group.shared).reversed() {
        slots.append(Slot(group: number, form: nil, left: left))
      }
    }
    for (number, group) in problem.groups.enumerated() {
      for form in 0..<problem.formCount {
        for left in (0..<group.own).reversed() {
          slots.append(Slot(group: number, form: form, left: left))
        }
      }
    }
    self.slots = slots
    let forms = problem.formCount
    selection = AssemblyProblem.Selection(
      shared: Array(repeating: [], count: problem.groups.count),
      own: Array(repeating: Array(repeating: [], count: problem.groups.count), count: forms))
    sums = Array(repeating: Array(repeating: 0, count: limits.count), count: forms)
    hostile = Array(repeating: Array(repeating: 0, count: problem.enemies.count), count: forms)
    shared = Array(repeating: Array(repeating: 0, count: forms), count: forms)
    let isSmall = slots.count <= Self.mostSlots && forms <= Self.mostForms
    rest = isSmall ? Self.rest(problem, slots: slots, limits: limits) : []
  }

  /// Searches; afterwards `best` holds the most equal forms that were found.
  mutating func run() {
    guard !rest.isEmpty else {
      isCutShort = true
      return
    }
    guard problem.anchorCount <= problem.allowedShared, canStillMeet(0) else { return }
    place(0, from: 0)
  }

  /// Returns the constraints that no selection of the bank meets, each alone.
  func impossible() -> Set<FormConstraint> {
    guard let first = rest.first else { return [] }
    var result: Set<FormConstraint> = []
    for (number, limit) in limits.enumerated() {
      for range in first.map({ $0[number] })
      where range.upperBound < limit.least - 1e-9 || range.lowerBound > limit.most + 1e-9 {
        result.insert(limit.constraint)
      }
    }
    if problem.anchorCount > problem.allowedShared { result.insert(.overlap) }
    return result
  }

  // MARK: Descent

  private mutating func place(_ number: Int, from start: Int) {
    guard number < slots.count else { return finish() }
    let slot = slots[number]
    let candidates = problem.groups[slot.group].candidates
    var rank = start
    while rank + slot.left < candidates.count, !isDone {
      let item = candidates[rank]
      if isFree(item, for: slot) {
        nodes += 1
        guard nodes <= nodeLimit else {
          isCutShort = true
          isDone = true
          return
        }
        put(item, rank: rank, in: slot)
        if canStillMeet(number + 1) { place(number + 1, from: slot.left > 0 ? rank + 1 : 0) }
        take(item, from: slot)
      }
      rank += 1
    }
  }

  private mutating func finish() {
    guard problem.violations(selection).isEmpty else { return }
    let imbalance = problem.imbalance(selection)
    if best == nil || imbalance < bestImbalance {
      best = selection
      bestImbalance = imbalance
      isDone = imbalance == .none
    }
  }

  private func forms(_ slot: Slot) -> Range<Int> {
    slot.form.map { $0..<($0 + 1) } ?? 0..<problem.formCount
  }

  private func isFree(_ item: Int, for slot: Slot) -> Bool {
    let users = uses[item] ?? []
    guard let form = slot.form else { return users.isEmpty && !meetsEnemy(item, slot) }
    guard !users.contains(form) else { return false }
    return users.allSatisfy { shared[form][$0] + problem.anchorCount < problem.allowedShared }
      && !meetsEnemy(item, slot)
  }

  private func meetsEnemy(_ item: Int, _ slot: Slot) -> Bool {
    guard let sets = problem.enemiesOf[item] else { return false }
    return forms(slot).contains { form in sets.contains { hostile[form][$0] > 0 } }
  }

  private mutating func put(_ item: Int, rank: Int, in slot: Slot) {
    if let form = slot.form {
      for other in uses[item] ?? [] {
        shared[form][other] += 1
        shared[other][form] += 1
        extraShared += 1
      }
      selection.own[form][slot.group].append(rank)
    } else {
      selection.shared[slot.group].append(rank)
    }
    for form in forms(slot) {
      uses[item, default: []].insert(form)
      for (number, limit) in limits.enumerated() { sums[form][number] += limit.weights[item] }
      for set in problem.enemiesOf[item] ?? [] { hostile[form][set] += 1 }
    }
  }

  private mutating func take(_ item: Int, from slot: Slot) {
    for form in forms(slot) {
      uses[item]?.remove(form)
      for (number, limit) in limits.enumerated() { sums[form][number] -= limit.weights[item] }
      for set in problem.enemiesOf[item] ?? [] { hostile[form][set] -= 1 }
    }
    guard let form = slot.form else {
      selection.shared[slot.group].removeLast()
      return
    }
    for other in uses[item] ?? [] {
      shared[form][other] -= 1
      shared[other][form] -= 1
      extraShared -= 1
    }
    selection.own[form][slot.group].removeLast()
  }

  // MARK: Bounds

  /// Tells whether the places from `number` on may still lead to something better.
  private func canStillMeet(_ number: Int) -> Bool {
    var leastPoints = Double.infinity
    var mostPoints = -Double.infinity
    for form in 0..<problem.formCount {
      let rest = rest[number][form]
      let sums = sums[form]
      for (index, limit) in limits.enumerated() {
        guard sums[index] + rest[index].upperBound >= limit.least - 1e-9,
          sums[index] + rest[index].lowerBound <= limit.most + 1e-9
        else { return false }
      }
      guard let last = sums.last, let range = rest.last else { continue }
      leastPoints = min(leastPoints, last + range.upperBound)
      mostPoints = max(mostPoints, last + range.lowerBound)
    }
    let apart = AssemblyProblem.rounded(max(0, mostPoints - leastPoints))
    if let most = problem.blueprint.constraints?.balance?.points, apart > most + 1e-9 {
      return false
    }
    guard best != nil else { return true }
    return FormImbalance(shared: extraShared, points: apart, difficulty: 0) < bestImbalance
  }

  /// Returns, for each number of filled places, what the others can add to each sum of each form.
  private static func rest(
    _ problem: AssemblyProblem, slots: [Slot], limits: [AssemblyProblem.Limit]
  ) -> [[[ClosedRange<Double>]]] {
    // Sums of the smallest and of the largest weights of each group, by how many are taken.
    let ranges = problem.groups.map { group in
      limits.map { limit -> [ClosedRange<Double>] in
        let weights = group.candidates.map { limit.weights[$0] }.sorted()
        var sums: [ClosedRange<Double>] = [0...0]
        for count in 0..<min(weights.count, max(group.shared, group.own)) {
          let (low, high) = (sums[count].lowerBound, sums[count].upperBound)
          let lower = low + weights[count]
          sums.append(lower...max(lower, high + weights[weights.count - 1 - count]))
        }
        return sums
      }
    }
    let none = [ClosedRange<Double>](repeating: 0...0, count: limits.count)
    var after = [[ClosedRange<Double>]](repeating: none, count: problem.formCount)
    var result = [after]
    var block = after
    for (number, slot) in slots.enumerated().reversed() {
      for form in slot.form.map({ $0..<($0 + 1) }) ?? 0..<problem.formCount {
        for limit in limits.indices {
          let sums = ranges[slot.group][limit]
          let own = sums[min(slot.left + 1, sums.count - 1)]
          let (low, high) = (after[form][limit].lowerBound, after[form][limit].upperBound)
          block[form][limit] = (low + own.lowerBound)...(high + own.upperBound)
        }
      }
      result.append(block)
      let isFirst =
        number == 0 || slots[number - 1].group != slot.group || slots[number - 1].form != slot.form
      if isFirst { after = block }
    }
    return result.reversed()
  }
}
