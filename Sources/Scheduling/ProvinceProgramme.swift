extension Problem {
  /// The least cost of the trainers of a session in a week, or at least `forbidden` where too few
  /// exist.
  ///
  /// `priced` holds the price of every trainer-week in units of 2^-`shift` of a cost, `empty` is the
  /// price of an empty slot, `room` working space of at least 2 · `mostNeeded` numbers.
  @inline(__always)
  func cheapest(
    _ session: Int, week: Int, priced: borrowing ContiguousArray<Int>, shift: Int, empty: Int,
    room: inout ContiguousArray<Int>
  ) -> Int {
    let needed = need[session]
    if needed == 0 { return 0 }
    let pair = (session % modules) &* weeks &+ week
    let (start, split, end) = (eligibleStart[pair], eligibleMen[pair], eligibleEnd[pair])
    let (costBase, weekBase) = (session &* trainers, week &* trainers)
    if needed == 2 {
      var first = empty
      var second = empty
      for place in start..<split {
        let trainer = eligible[place]
        let value = cost[costBase &+ trainer] << shift &+ priced[weekBase &+ trainer]
        if value < second {
          if value < first {
            second = first
            first = value
          } else {
            second = value
          }
        }
      }
      let few = menCap[session]
      if few == 0 { return Self.capped(first &+ second) }
      var man = empty
      var otherMan = empty
      for place in split..<end {
        let trainer = eligible[place]
        let value = cost[costBase &+ trainer] << shift &+ priced[weekBase &+ trainer]
        if value < otherMan {
          if value < man {
            otherMan = man
            man = value
          } else {
            otherMan = value
          }
        }
      }
      if few == 1 { return Self.capped(first &+ min(second, man)) }
      return Self.capped(min(first &+ min(second, man), man &+ otherMan))
    }
    return cheapestOfMany(
      session, week: week, priced: priced, shift: shift, empty: empty, room: &room)
  }

  @inline(__always)
  private static func capped(_ value: Int) -> Int { min(value, forbidden) }

  private func cheapestOfMany(
    _ session: Int, week: Int, priced: borrowing ContiguousArray<Int>, shift: Int, empty: Int,
    room: inout ContiguousArray<Int>
  ) -> Int {
    let needed = need[session]
    let pair = (session % modules) &* weeks &+ week
    for index in 0..<(2 * mostNeeded) { room[index] = empty }
    for place in eligibleStart[pair]..<eligibleEnd[pair] {
      let trainer = eligible[place]
      let value =
        cost[session &* trainers &+ trainer] << shift &+ priced[week &* trainers &+ trainer]
      let base = place < eligibleMen[pair] ? 0 : mostNeeded
      var index = base + needed - 1
      if value >= room[index] { continue }
      while index > base, room[index - 1] > value {
        room[index] = room[index - 1]
        index -= 1
      }
      room[index] = value
    }
    let women = needed - menCap[session]
    var total = 0
    var woman = 0
    var man = 0
    while woman < women {
      total = min(Self.forbidden, total + room[woman])
      woman += 1
    }
    while woman + man < needed {
      if man >= menCap[session] || room[woman] <= room[mostNeeded + man] {
        total = min(Self.forbidden, total + room[woman])
        woman += 1
      } else {
        total = min(Self.forbidden, total + room[mostNeeded + man])
        man += 1
      }
    }
    return total
  }

  /// The trainers whom `cheapest` counts, without those who are dearer than an empty slot.
  func cheapestTrainers(
    _ session: Int, week: Int, priced: ContiguousArray<Int>, shift: Int, empty: Int,
    into chosen: inout ContiguousArray<Int>
  ) {
    chosen.removeAll(keepingCapacity: true)
    let pair = (session % modules) &* weeks &+ week
    let women = need[session] - menCap[session]
    for round in 0..<need[session] {
      var best = empty
      var choice = -1
      let men = chosen.count { !isWoman[$0] }
      let end =
        round < women || men >= menCap[session] ? eligibleMen[pair] : eligibleEnd[pair]
      for place in eligibleStart[pair]..<end {
        let trainer = eligible[place]
        let value =
          cost[session &* trainers &+ trainer] << shift &+ priced[week &* trainers &+ trainer]
        if value < best, !chosen.contains(trainer) {
          best = value
          choice = trainer
        }
      }
      if choice >= 0 { chosen.append(choice) }
    }
  }
}

/// The weeks of one province's modules that cost least, by dynamic programming over the weeks.
struct ProvinceProgramme {
  /// The cost of module m in week w at m · weeks + w.
  var values: ContiguousArray<Int>
  /// The least cost of modules up to m, with m in week w.
  private(set) var before: ContiguousArray<Int>
  /// The least cost of modules from m on, with m in week w.
  private(set) var after: ContiguousArray<Int>
  /// The week chosen for each module.
  private(set) var chosen: ContiguousArray<Int>
  private let modules: Int
  private let weeks: Int
  private let ordered: Bool

  init(_ problem: Problem) {
    modules = problem.modules
    weeks = problem.weeks
    ordered = problem.ordered
    values = ContiguousArray(repeating: 0, count: modules * weeks)
    before = values
    after = values
    chosen = ContiguousArray(repeating: 0, count: modules)
  }

  /// Chooses the cheapest weeks.
  ///
  /// - Returns: Their cost, at least `Problem.forbidden` where there are none.
  mutating func solve() -> Int {
    if !ordered {
      var total = 0
      for module in 0..<modules {
        let base = module &* weeks
        var best = 0
        for week in 1..<max(1, weeks) where values[base + week] < values[base + best] {
          best = week
        }
        chosen[module] = best
        total = min(Problem.forbidden, total &+ values[base + best])
      }
      return total
    }
    for module in 0..<modules {
      let base = module &* weeks
      var best = module == 0 ? 0 : Problem.forbidden
      for week in 0..<weeks {
        if module > 0, week > 0 { best = min(best, before[base &- weeks &+ week &- 1]) }
        before[base &+ week] = min(Problem.forbidden, best &+ values[base &+ week])
      }
    }
    var limit = weeks
    var total = 0
    for module in (0..<modules).reversed() {
      let base = module &* weeks
      var best = 0
      var least = Int.max
      for week in 0..<limit where before[base + week] < least {
        least = before[base + week]
        best = week
      }
      if module == modules - 1 { total = least }
      if limit == 0 { return Problem.forbidden }
      chosen[module] = best
      limit = best
    }
    return min(total, Problem.forbidden)
  }

  /// The least cost through each choice of week for each module; needs `solve` first.
  mutating func through(into result: inout ContiguousArray<Int>, at offset: Int) {
    if !ordered {
      var least = ContiguousArray<Int>(repeating: 0, count: modules)
      var total = 0
      for module in 0..<modules {
        least[module] = values[module &* weeks &+ chosen[module]]
        total += least[module]
      }
      for module in 0..<modules {
        for week in 0..<weeks {
          let place = module &* weeks &+ week
          result[offset + place] = min(
            Problem.forbidden, total &- least[module] &+ values[place])
        }
      }
      return
    }
    for module in (0..<modules).reversed() {
      let base = module &* weeks
      var best = module == modules - 1 ? 0 : Problem.forbidden
      for week in (0..<weeks).reversed() {
        if module < modules - 1, week < weeks - 1 {
          best = min(best, after[base &+ weeks &+ week &+ 1])
        }
        let place = base &+ week
        after[place] = min(Problem.forbidden, best &+ values[place])
        result[offset &+ place] = min(Problem.forbidden, before[place] &+ best)
      }
    }
  }
}
