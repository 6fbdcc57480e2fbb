/// Looks for modules whose sessions have more places than trainers can fill in the weeks left.
///
/// Hall, Journal of the London Mathematical Society 10, 1935: where a set of places has fewer
/// trainer-weeks than places, not all of them can be filled. What is found is a proof; where
/// nothing is found, there may still be no schedule.
struct HallCheck {
  private let problem: Problem

  typealias Shortage = ScheduleExplanation.Shortage

  init(_ problem: Problem) { self.problem = problem }

  /// Sets of up to three modules whose sessions have more places than trainers can fill (Hall's
  /// condition); the smallest sets alone, and of them the clearest.
  func shortages(in instance: ScheduleInstance) -> [Shortage] {
    let modules = Array(0..<problem.modules)
    var sets: [[[Int]]] = [modules.map { [$0] }, [], []]
    if modules.count <= 24 {
      for first in modules {
        for second in modules where second > first {
          sets[1].append([first, second])
          for third in modules where third > second { sets[2].append([first, second, third]) }
        }
      }
    }
    sets.append([modules])
    for group in sets {
      var found: [Shortage] = []
      for set in group {
        for isOfWomen in [true, false] {
          if let shortage = shortage(modules: set, isOfWomen: isOfWomen, in: instance) {
            found.append(shortage)
            break
          }
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func shortage(
    modules: [Int], isOfWomen: Bool, in instance: ScheduleInstance
  ) -> Shortage? {
    let (weeks, trainers) = (problem.weeks, problem.trainers)
    var needed = 0
    var open = [Bool](repeating: false, count: weeks)
    var unordered = [Bool](repeating: false, count: weeks)
    var free = [[Int]](repeating: [], count: trainers)
    var available = 0
    let sessions = (0..<problem.provinces).flatMap { province in
      modules.map { province * problem.modules + $0 }
    }
    for session in sessions {
      needed += isOfWomen ? problem.need[session] - problem.menCap[session] : problem.need[session]
      for week in 0..<weeks where problem.weekCost[session * weeks + week] < Problem.forbidden {
        open[week] = true
      }
    }
    guard needed > 0 else { return nil }
    for trainer in 0..<trainers where !isOfWomen || problem.isWoman[trainer] {
      for week in 0..<weeks {
        let cap = problem.weekCap[week * trainers + trainer]
        guard cap > 0 else { continue }
        let able = sessions.count { session in
          problem.competent[(session % problem.modules) * trainers + trainer]
            && problem.cost[session * trainers + trainer] < Problem.forbidden
            && problem.weekCost[session * weeks + week] < Problem.forbidden
        }
        if able > 0 {
          available += min(cap, able)
          free[trainer].append(week + 1)
          unordered[week] = true
        }
      }
    }
    guard available < needed, let first = open.firstIndex(of: true),
      let last = open.lastIndex(of: true)
    else { return nil }
    var loose = instance
    loose.rules.modulesInOrder = false
    let plain = Problem(loose, coverage: true)
    let isNarrowed = sessions.contains { session in
      (0..<weeks).contains { week in
        plain.weekCost[session * weeks + week] < Problem.forbidden
          && problem.weekCost[session * weeks + week] >= Problem.forbidden
      }
    }
    return Shortage(
      modules: modules, isOfWomen: isOfWomen, provinces: Array(0..<problem.provinces),
      weeks: (first + 1)...(last + 1), isNarrowed: isNarrowed,
      trainers: (0..<trainers).filter { !free[$0].isEmpty }.map {
        ScheduleExplanation.Free(trainer: $0, weeks: free[$0])
      }, needed: needed, available: available)
  }
}
