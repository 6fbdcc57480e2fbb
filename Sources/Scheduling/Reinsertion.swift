/// A search for good weeks: takes provinces out, puts each back in the weeks that then cost least,
/// and accepts what comes of it by annealing.
///
/// Sources: Shaw, CP 1998 (large neighbourhoods); Kirkpatrick, Gelatt, Vecchi, Science 220, 1983.
struct Reinsertion {
  private let problem: Problem
  private(set) var flow: TrainerFlow
  private var search: FlowSearch
  private var prices: ResidualPrices
  private var programme: ProvinceProgramme
  private var room: ContiguousArray<Int>
  private var random: SearchRandom
  /// Load caps that may still hold a better schedule.
  var caps: ClosedRange<Int>
  private(set) var best: TrainerFlow?
  /// The cost of the best schedule, with its load; `Int.max` while there is none.
  private(set) var bestCost = Int.max
  private(set) var fewestEmpty = Int.max
  private(set) var moves = 0

  init(_ problem: Problem, loadCap: Int, caps: ClosedRange<Int>, seed: UInt64) {
    self.problem = problem
    self.caps = caps
    flow = TrainerFlow(problem, loadCap: loadCap)
    search = FlowSearch(nodes: flow.nodes)
    prices = ResidualPrices(problem)
    programme = ProvinceProgramme(problem)
    room = ContiguousArray(repeating: 0, count: 2 * problem.mostNeeded + 2)
    random = SearchRandom(seed: seed)
    start()
  }

  /// The cost of the state: trainers, empty slots, and the load cap.
  private var cost: Int { flow.cost &+ problem.loadWeight &* flow.loadCap }

  private mutating func start() {
    var order = Array(0..<problem.provinces)
    random.shuffle(&order)
    for province in order { insert(province, noise: 0) }
    keep()
  }

  /// Begins again from the best schedule.
  mutating func returnToBest() {
    if let best { flow = best }
  }

  /// Lets every trainer hold as many sessions as the largest cap allows.
  mutating func raiseCap() {
    flow.setLoadCap(max(flow.loadCap, caps.upperBound), search: &search)
    keep()
  }

  /// Puts all sessions into given weeks.
  mutating func restart(weeks: [Int], cap: Int) {
    flow = TrainerFlow(problem, loadCap: cap)
    for session in 0..<problem.sessions {
      flow.insert(session, week: weeks[session], search: &search)
    }
    keep()
  }

  /// Takes a schedule found elsewhere where it is better than the best.
  mutating func take(_ other: TrainerFlow) {
    guard other.emptySlots == 0 || problem.mayStayEmpty else { return }
    let value = other.cost + problem.loadWeight * other.largestLoad
    guard value < bestCost else { return }
    best = other
    bestCost = value
    fewestEmpty = other.emptySlots
    flow = other
  }

  private mutating func keep() {
    fewestEmpty = min(fewestEmpty, flow.emptySlots)
    guard flow.emptySlots == 0 || problem.mayStayEmpty else { return }
    let value = flow.cost &+ problem.loadWeight &* flow.largestLoad
    if value < bestCost {
      bestCost = value
      best = flow
    }
  }

  // MARK: Moves

  /// One move at a temperature; noise blurs prices by up to so much.
  mutating func move(temperature: Double, noise: Int) {
    moves += 1
    let saved = flow
    let before = cost
    if caps.count > 1, problem.loadWeight > 0, random.index(60) == 0 {
      let up = random.index(2) == 0
      let cap = max(caps.lowerBound, min(caps.upperBound, flow.loadCap + (up ? 1 : -1)))
      if cap != flow.loadCap { flow.setLoadCap(cap, search: &search) }
    } else {
      let draw = random.index(100)
      let count = min(problem.provinces, draw < 60 ? 1 : draw < 93 ? 2 : 3)
      var chosen: [Int] = []
      while chosen.count < count {
        let province = random.index(problem.provinces)
        if !chosen.contains(province) { chosen.append(province) }
      }
      for province in chosen { remove(province) }
      random.shuffle(&chosen)
      for province in chosen { insert(province, noise: noise) }
    }
    let change = cost &- before
    if change <= 0 || Double(change) < -temperature * Self.logarithm(random.unit()) {
      if change != 0 || flow.emptySlots > 0 { keep() }
      return
    }
    flow = saved
  }

  private mutating func remove(_ province: Int) {
    for module in 0..<problem.modules {
      flow.remove(province * problem.modules + module, search: &search)
    }
  }

  private mutating func insert(_ province: Int, noise: Int) {
    prices.update(flow)
    let weeks = problem.weeks
    for module in 0..<problem.modules {
      let session = province * problem.modules + module
      for week in 0..<weeks {
        let own = problem.weekCost[session &* weeks &+ week]
        var value = Problem.forbidden
        if own < Problem.forbidden {
          value =
            own
            &+ problem.cheapest(
              session, week: week, priced: prices.trainerWeeks, shift: 0,
              empty: problem.uncovered, room: &room)
          if noise > 0 { value &+= random.index(noise) }
        }
        programme.values[module &* weeks &+ week] = value
      }
    }
    _ = programme.solve()
    for module in 0..<problem.modules {
      flow.insert(
        province * problem.modules + module, week: programme.chosen[module], search: &search)
    }
  }

  // MARK: Numbers

  /// The natural logarithm of a number from 0 to 1, the same on every machine.
  static func logarithm(_ value: Double) -> Double {
    guard value > 0 else { return -745 }
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    let series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9)))
    return Double(value.exponent) * 0.6931471805599453 + 2 * ratio * series
  }

  /// 2 to a power of at most 0, the same on every machine.
  static func powerOfTwo(_ power: Double) -> Double {
    let whole = power.rounded(.down)
    let rest = (power - whole) * 0.6931471805599453
    let series = 1 + rest * (1 + rest / 2 * (1 + rest / 3 * (1 + rest / 4 * (1 + rest / 5))))
    return Double(sign: .plus, exponent: Int(max(-1000, whole)), significand: 1) * series
  }
}
