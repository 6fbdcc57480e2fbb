/// A lower bound on what a schedule with a given load cap costs, from prices on trainer-weeks and
/// on loads.
///
/// The rules that a trainer teaches at most so often in a week and at most `cap` sessions in all
/// are priced instead of kept; then each province is a small programme of its own. The prices are
/// raised by a deflected subgradient. Prices are whole multiples of 2^-`shift`, so that every
/// bound is exact. Sources: Held, Wolfe, Crowder, Mathematical Programming 6, 1974; Camerini,
/// Fratta, Maffioli, Mathematical Programming Study 3, 1975.
struct Relaxation {
  static let shift = 10
  let problem: Problem
  let cap: Int
  private var programme: ProvinceProgramme
  private var room: ContiguousArray<Int>
  /// Price of each trainer-week, its trainer's load price included, in whole units.
  private var priced: ContiguousArray<Int>
  private var through: ContiguousArray<Int>
  private var direction: ContiguousArray<Double>
  private var usage: ContiguousArray<Int>
  private var trainersChosen: ContiguousArray<Int> = []
  /// The weeks of the last evaluation.
  private(set) var weeks: ContiguousArray<Int>
  /// The prices of trainer-weeks, then of loads.
  private(set) var prices: ContiguousArray<Double>
  private(set) var evaluations = 0

  /// A bound above every schedule: there is none.
  static let none = Int.max / 4

  init(_ problem: Problem, cap: Int) {
    self.problem = problem
    self.cap = cap
    programme = ProvinceProgramme(problem)
    room = ContiguousArray(repeating: 0, count: 2 * problem.mostNeeded + 2)
    let count = problem.weeks * problem.trainers
    priced = ContiguousArray(repeating: 0, count: count)
    prices = ContiguousArray(repeating: 0, count: count + problem.trainers)
    direction = prices
    usage = ContiguousArray(repeating: 0, count: count + problem.trainers)
    through = ContiguousArray(repeating: 0, count: problem.sessions * problem.weeks)
    weeks = ContiguousArray(repeating: 0, count: problem.sessions)
  }

  // MARK: One evaluation

  /// Evaluates the bound at the present prices.
  ///
  /// - Parameters:
  ///   - allowed: Weeks that sessions may still have; those that cannot lead below `threshold`
  ///     are struck out.
  ///   - threshold: The cost that a schedule of use has at most.
  /// - Returns: The bound in units of 2^-`shift`.
  mutating func evaluate(_ allowed: inout ContiguousArray<Bool>, threshold: Int) -> Int {
    evaluations += 1
    let (trainers, count) = (problem.trainers, problem.weeks * problem.trainers)
    let empty = problem.mayStayEmpty ? problem.uncovered << Self.shift : Problem.forbidden
    var value = (problem.loadWeight * cap) << Self.shift
    for trainer in 0..<trainers {
      let own = Int(prices[count + trainer].rounded())
      value -= own * (cap - problem.lockedLoad[trainer])
      for week in 0..<problem.weeks {
        let pair = week &* trainers &+ trainer
        let price = Int(prices[pair].rounded())
        if problem.weekCap[pair] > 0 { value -= price * problem.weekCap[pair] }
        priced[pair] = price &+ own
      }
    }
    for place in usage.indices { usage[place] = 0 }
    let perProvince = problem.modules * problem.weeks
    var parts = ContiguousArray<Int>(repeating: 0, count: problem.provinces)
    for province in 0..<problem.provinces {
      for module in 0..<problem.modules {
        let session = province &* problem.modules &+ module
        for week in 0..<problem.weeks {
          let place = session &* problem.weeks &+ week
          programme.values[module &* problem.weeks &+ week] =
            allowed[place]
            ? min(
              Problem.forbidden,
              problem.cheapest(
                session, week: week, priced: priced, shift: Self.shift, empty: empty, room: &room)
                &+ problem.weekCost[place] << Self.shift) : Problem.forbidden
        }
      }
      let own = programme.solve()
      if own >= Problem.forbidden { return Self.none }
      parts[province] = own
      value += own
      programme.through(into: &through, at: province &* perProvince)
      for module in 0..<problem.modules {
        let session = province &* problem.modules &+ module
        let week = programme.chosen[module]
        weeks[session] = week
        problem.cheapestTrainers(
          session, week: week, priced: priced, shift: Self.shift, empty: empty,
          into: &trainersChosen)
        for trainer in trainersChosen {
          usage[week &* trainers &+ trainer] &+= 1
          usage[count &+ trainer] &+= 1
        }
      }
    }
    let limit = threshold << Self.shift
    for province in 0..<problem.provinces {
      let rest = value - parts[province]
      for place in (province &* perProvince)..<((province &+ 1) &* perProvince)
      where allowed[place] && rest &+ through[place] > limit {
        allowed[place] = false
      }
    }
    return value
  }

  // MARK: Better prices

  /// Raises the bound for some evaluations.
  ///
  /// - Returns: The best bound in units of 2^-`shift`, at whose prices this stands afterwards.
  mutating func improve(
    _ allowed: inout ContiguousArray<Bool>, evaluations limit: Int, threshold: Int,
    state: inout Ascent
  ) -> Int {
    let count = problem.weeks * problem.trainers
    let highest = Double(min(problem.uncovered, 1 << 32) << Self.shift)
    for _ in 0..<limit {
      let value = evaluate(&allowed, threshold: threshold)
      if value == Self.none { return value }
      if value > state.best {
        if Double(value - state.best) > 1e-5 * Double(abs(value)) { state.failures = 0 }
        state.best = value
        state.prices = prices
        if value > threshold << Self.shift { break }
      } else if state.decay == nil {
        state.failures += 1
        if state.failures >= 20 {
          state.failures = 0
          state.step *= 0.6
          prices = state.prices
          for place in direction.indices { direction[place] = 0 }
          if state.step < 0.002 { break }
          continue
        }
      }
      var norm = 0.0
      for place in direction.indices {
        let room =
          place < count ? problem.weekCap[place] : cap - problem.lockedLoad[place - count]
        var slope = Double(usage[place] - max(0, room))
        if slope < 0, prices[place] <= 0 { slope = 0 }
        var next = 0.7 * direction[place] + 0.3 * slope
        if next < 0, prices[place] <= 0 { next = 0 }
        direction[place] = next
        norm += next * next
      }
      if norm < 1e-9 { break }
      let aim = problem.mayStayEmpty ? 2 * problem.uncovered : threshold + 1
      // Far below the aim, as at the start, a step by all of the gap would only overshoot.
      let most = Double(max(1, abs(aim)) << Self.shift)
      let gap = min(Double(aim << Self.shift - value), problem.mayStayEmpty ? most : 4 * most)
      if let decay = state.decay { state.step *= decay }
      let step = state.step * max(gap, Double(1 << Self.shift)) / norm
      for place in prices.indices {
        prices[place] = min(highest, max(0, prices[place] + step * direction[place]))
      }
    }
    if state.decay == nil, !state.prices.isEmpty { prices = state.prices }
    return state.best
  }

  /// Takes prices from elsewhere.
  mutating func use(_ other: ContiguousArray<Double>) {
    prices = other
    for place in direction.indices { direction[place] = 0 }
  }

  /// How much the last evaluation's choice for a session breaks the priced rules.
  func excess(of session: Int, empty: Int) -> Int {
    let (trainers, count) = (problem.trainers, problem.weeks * problem.trainers)
    var chosen = ContiguousArray<Int>()
    problem.cheapestTrainers(
      session, week: weeks[session], priced: priced, shift: Self.shift, empty: empty, into: &chosen)
    return chosen.reduce(0) { sum, trainer in
      let pair = weeks[session] * trainers + trainer
      return sum + 4 * max(0, usage[pair] - problem.weekCap[pair])
        + max(0, usage[count + trainer] - (cap - problem.lockedLoad[trainer]))
    }
  }

  /// Where an ascent stands.
  struct Ascent {
    var best = Int.min / 4
    var prices: ContiguousArray<Double> = []
    var step = 1.0
    var failures = 0
    /// What every step is multiplied by, instead of going back to the best prices after failures;
    /// for costs that are mostly 0, where no prices at all are a summit that hides the others.
    var decay: Double?
  }
}
