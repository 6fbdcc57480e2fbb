/// Whether any schedule keeps the rules of an instance.
enum Feasibility {
  /// What is known.
  enum Verdict {
    /// There is one; the week of every session, from 0.
    case some([Int])
    /// There is none; this is proven.
    case none
    /// The limits ended the search before either was known.
    case unknown
  }

  /// Searches for any schedule, whatever it costs, and for a proof that there is none.
  ///
  /// Slots without a trainer are counted. A search tries to bring them to none while bounds and
  /// branching try to show that one is always left.
  ///
  /// `most` moves of the search are made at most; `isOver` is asked now and then whether to stop,
  /// with the moves so far and the fewest slots left.
  static func verdict(
    _ instance: ScheduleInstance, seed: UInt64, moves most: Int?,
    spent: inout (moves: Int, evaluations: Int), isOver: (Int, Int) -> Bool
  ) -> Verdict {
    let problem = Problem(instance, coverage: true)
    if problem.sessions == 0 { return .some([]) }
    guard problem.trainers > 0 || problem.need.allSatisfy({ $0 == 0 }),
      problem.sessionWithoutWeek == nil
    else { return .none }
    let cap = max(1, problem.mostLoad)
    var search = Reinsertion(problem, loadCap: cap, caps: cap...cap, seed: seed)
    if search.fewestEmpty == 0, let best = search.best { return .some(Array(best.week)) }
    if !HallCheck(problem).shortages(in: instance).isEmpty { return .none }
    var prover = Prover(problem, caps: [(cap, 0)], threshold: 0, mayBranch: true)
    var moves = 0
    defer {
      spent.moves += moves
      spent.evaluations += prover.evaluations
    }
    let evaluations = problem.sessions <= 100 ? 40 : 8
    var length = 96
    while true {
      for index in 0..<length {
        if index % 16 == 0 {
          if let most, moves >= most { return .unknown }
          if isOver(moves, search.fewestEmpty) { return .unknown }
          prover.run(evaluations: evaluations)
          if let found = prover.found { return .some(Array(found.week)) }
          if prover.isDone { return .none }
        }
        let cooling = Reinsertion.powerOfTwo(-4 * Double(index) / Double(length))
        search.move(temperature: 12 * cooling, noise: 12)
        moves += 1
        if search.fewestEmpty == 0, let best = search.best { return .some(Array(best.week)) }
      }
      length = min(length * 2, 1 << 20)
    }
  }
}
