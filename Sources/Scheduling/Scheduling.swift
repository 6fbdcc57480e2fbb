/// Finds schedules.
package enum Scheduling {
  /// Searches for the cheapest schedule of an instance and for a proof that it is.
  ///
  /// The same instance, seed and number of iterations give the same answer; more iterations never
  /// give a dearer one. A search that `elapsed` ends depends on the machine.
  ///
  /// - Parameters:
  ///   - instance: What to schedule; `ScheduleFinding.findings(in:)` must have found nothing wrong.
  ///   - limits: Where the search ends.
  /// - Returns: The best schedule found, with what is proven about it.
  package static func solve(
    _ instance: ScheduleInstance, limits: ScheduleLimits = ScheduleLimits()
  ) -> ScheduleAnswer {
    var search = ScheduleSearch(instance, limits: limits)
    return search.run()
  }
}

/// One search: bounds for load caps, search for weeks, and proof, in turns.
struct ScheduleSearch {
  private let instance: ScheduleInstance
  private let limits: ScheduleLimits
  private let problem: Problem
  private var moves = 0
  private var coverageEvaluations = 0
  private var isOver = false

  init(_ instance: ScheduleInstance, limits: ScheduleLimits) {
    self.instance = instance
    self.limits = limits
    problem = Problem(instance)
  }

  /// Moves between two looks at the clock and two turns of the proof.
  private var slice: Int { problem.sessions > 100 ? 40 : 50 }
  private var isSmall: Bool { problem.sessions <= 100 }

  mutating func run() -> ScheduleAnswer {
    if problem.sessions == 0 { return answer(nil, bound: 0, isOptimal: true, evaluations: 0) }
    guard problem.trainers > 0 || problem.mostNeeded == 0, problem.sessionWithoutWeek == nil else {
      return ScheduleAnswer(status: .infeasible)
    }
    let bounds = LoadBounds(problem)
    guard let first = bounds.best else { return ScheduleAnswer(status: .infeasible) }
    var search = Reinsertion(
      problem, loadCap: first.cap, caps: first.cap...problem.mostLoad, seed: limits.seed)
    if search.flow.emptySlots > 0 { search.raiseCap() }
    let temperature = max(1, Double(first.bound) / Double(problem.sessions) * 0.25)
    anneal(&search, moves: 100, temperature: temperature / 2)
    if search.bestCost == Int.max {
      var spent = (moves: 0, evaluations: 0)
      let (before, most) = (moves, limits.iterations.map { max(0, $0 - moves) })
      let verdict = Feasibility.verdict(
        instance, seed: limits.seed &+ 1, moves: most, spent: &spent
      ) { moves, empty in
        limits.progress(
          ScheduleProgress(objective: nil, bound: nil, uncovered: empty, moves: before + moves))
        return limits.elapsed() >= 1
      }
      moves += spent.moves
      coverageEvaluations = spent.evaluations
      switch verdict {
      case .some(let weeks): search.restart(weeks: weeks, cap: problem.mostLoad)
      case .none:
        var result = ScheduleAnswer(status: .infeasible)
        result.moves = moves
        result.evaluations = coverageEvaluations
        return result
      case .unknown: break
      }
    }
    guard search.bestCost < Int.max else {
      var result = ScheduleAnswer(status: .unknown)
      result.moves = moves
      result.evaluations = coverageEvaluations
      return result
    }
    var prover = Prover(
      problem, caps: bounds.caps, threshold: search.bestCost - 1, mayBranch: isSmall)
    improve(&search, &prover, temperature: temperature)
    return answer(
      search.best, bound: min(prover.bound, search.bestCost), isOptimal: prover.isDone,
      evaluations: prover.evaluations + coverageEvaluations)
  }

  // MARK: Turns

  private mutating func checkEnd() -> Bool {
    if let most = limits.iterations, moves >= most { isOver = true }
    if limits.elapsed() >= 1 { isOver = true }
    return isOver
  }

  private mutating func anneal(
    _ search: inout Reinsertion, moves count: Int, temperature: Double
  ) {
    for index in 0..<count {
      if index % 16 == 0, checkEnd() { return }
      let cooling = Reinsertion.powerOfTwo(-5.6 * Double(index) / Double(count))
      search.move(temperature: temperature * cooling, noise: Int(temperature * cooling * 0.5))
      moves += 1
    }
  }

  /// Searches and proves in turns until the end.
  private mutating func improve(
    _ search: inout Reinsertion, _ prover: inout Prover, temperature: Double
  ) {
    let factors = [1.0, 2.0, 0.5]
    var length = isSmall ? 200 : 400
    var round = 0
    // With a clock alone, a large instance is cooled once over the whole time.
    let isTimed = limits.iterations == nil && !isSmall
    while !isOver && !prover.isDone {
      let heat = temperature * factors[round % factors.count]
      let start = limits.elapsed()
      let runsToEnd = isTimed && round > 0
      var done = 0
      search.returnToBest()
      while done < length || runsToEnd {
        if checkEnd() { break }
        let share =
          runsToEnd
          ? (limits.elapsed() - start) / max(1e-9, 1 - start) : Double(done) / Double(length)
        let cooling = Reinsertion.powerOfTwo(-5.6 * min(1, max(0, share)))
        var count = slice
        if let most = limits.iterations { count = min(count, most - moves) }
        for _ in 0..<count {
          search.move(temperature: heat * cooling, noise: Int(heat * cooling * 0.5))
        }
        moves += count
        done += count
        prove(&search, &prover)
        limits.progress(
          ScheduleProgress(
            objective: objective(search.bestCost), bound: objective(prover.bound), uncovered: 0,
            moves: moves))
        if prover.isDone { return }
      }
      length *= 2
      round += 1
    }
  }

  private func prove(_ search: inout Reinsertion, _ prover: inout Prover) {
    prover.threshold = min(prover.threshold, search.bestCost - 1)
    if prover.isUseful { prover.run(evaluations: isSmall ? 3 * slice : slice) }
    if let found = prover.found {
      search.take(found)
      prover.found = nil
    }
    if let caps = prover.openCaps { search.caps = caps }
  }

  // MARK: Answer

  private func objective(_ cost: Int) -> Double? {
    guard problem.changeWeight == 0 else { return nil }
    return Double(cost + problem.constant) / Double(problem.scale)
  }

  private func answer(
    _ flow: TrainerFlow?, bound: Int, isOptimal: Bool, evaluations: Int
  ) -> ScheduleAnswer {
    let isExact = problem.rounding < 1e-3
    var result = ScheduleAnswer(status: isOptimal && isExact ? .optimal : .feasible)
    result.sessions = flow?.schedule(locked: instance.locked) ?? []
    let own = instance.cost(of: result.sessions)
    result.objective = own
    result.bound = isOptimal && isExact ? own : objective(bound).map { $0 - problem.rounding }
    result.moves = moves
    result.evaluations = evaluations
    if let earlier = instance.earlier {
      result.changes = ScheduleChange.between(earlier, result.sessions).count
    }
    return result
  }
}
