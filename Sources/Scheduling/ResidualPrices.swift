/// What one more session of every trainer-week would cost, with every chain of swaps that it allows.
///
/// The node prices of the flow are only lower estimates of these; the search for weeks needs the
/// true ones. Labels are corrected week by week until nothing changes; weeks touch one another
/// only through trainers whose load is at its cap.
struct ResidualPrices {
  /// The price at week · trainers + trainer.
  private(set) var trainerWeeks: ContiguousArray<Int>
  private var ofTrainer: ContiguousArray<Int>
  private var ofAny: ContiguousArray<Int>
  private var ofMen: ContiguousArray<Int>
  private var isStale: ContiguousArray<Bool>

  init(_ problem: Problem) {
    trainerWeeks = ContiguousArray(
      repeating: Problem.forbidden, count: problem.weeks * problem.trainers)
    ofTrainer = ContiguousArray(repeating: 0, count: problem.trainers)
    ofAny = ContiguousArray(repeating: 0, count: problem.sessions)
    ofMen = ofAny
    isStale = ContiguousArray(repeating: true, count: problem.weeks)
  }

  mutating func update(_ flow: borrowing TrainerFlow) {
    let problem = flow.problem
    let trainers = problem.trainers
    for session in 0..<problem.sessions {
      ofAny[session] = problem.uncovered
      ofMen[session] = Problem.forbidden
    }
    for trainer in 0..<trainers {
      ofTrainer[trainer] = flow.load[trainer] < flow.loadCap ? 0 : Problem.forbidden
    }
    for week in 0..<problem.weeks { isStale[week] = true }
    var isDone = false
    // The loop ends by itself; the count only guards against a mistake.
    var rounds = 0
    while !isDone && rounds < 1000 {
      rounds += 1
      for week in 0..<problem.weeks where isStale[week] {
        isStale[week] = false
        sweep(flow, week: week)
      }
      isDone = true
      for trainer in 0..<trainers where flow.load[trainer] >= flow.loadCap {
        var best = ofTrainer[trainer]
        for week in 0..<problem.weeks {
          let pair = week &* trainers &+ trainer
          for place in 0..<flow.taughtCount[pair] {
            let session = flow.taught[pair &* flow.stride &+ place]
            let label = problem.isWoman[trainer] ? ofAny[session] : ofMen[session]
            best = min(best, label &- problem.cost[session &* trainers &+ trainer])
          }
        }
        if best < ofTrainer[trainer] {
          ofTrainer[trainer] = best
          for week in 0..<problem.weeks {
            let pair = week &* trainers &+ trainer
            if flow.used[pair] < problem.weekCap[pair] {
              isStale[week] = true
              isDone = false
            }
          }
        }
      }
    }
    for week in 0..<problem.weeks {
      for trainer in 0..<trainers {
        let pair = week &* trainers &+ trainer
        var value =
          flow.used[pair] < problem.weekCap[pair] ? ofTrainer[trainer] : Problem.forbidden
        for place in 0..<flow.taughtCount[pair] {
          let session = flow.taught[pair &* flow.stride &+ place]
          let label = problem.isWoman[trainer] ? ofAny[session] : ofMen[session]
          value = min(value, label &- problem.cost[session &* trainers &+ trainer])
        }
        trainerWeeks[pair] = min(value, problem.uncovered)
      }
    }
  }

  private mutating func sweep(_ flow: borrowing TrainerFlow, week: Int) {
    let problem = flow.problem
    let trainers = problem.trainers
    let heldBase = week &* problem.sessions
    let count = flow.heldCount[week]
    let weekBase = week &* trainers
    for place in 0..<count {
      let session = flow.held[heldBase &+ place]
      let pair = (session % problem.modules) &* problem.weeks &+ week
      let split = problem.eligibleMen[pair]
      var any = ofAny[session]
      var men = ofMen[session]
      for place in problem.eligibleStart[pair]..<problem.eligibleEnd[pair] {
        let trainer = problem.eligible[place]
        let node = weekBase &+ trainer
        if flow.used[node] >= problem.weekCap[node] { continue }
        let value = problem.cost[session &* trainers &+ trainer] &+ ofTrainer[trainer]
        if value < (place < split ? any : men), !flow.teaches(trainer, session) {
          if place < split { any = value } else { men = value }
        }
      }
      if flow.men[session] < problem.menCap[session] { any = min(any, men) }
      if flow.men[session] > 0 { men = min(men, any) }
      ofAny[session] = any
      ofMen[session] = men
    }
    var changed = count > 1
    while changed {
      changed = false
      for place in 0..<count {
        let giver = flow.held[heldBase &+ place]
        for slot in 0..<flow.slotCount[giver] {
          let trainer = flow.slots[giver &* flow.slotStride &+ slot]
          let isWoman = problem.isWoman[trainer]
          let label = isWoman ? ofAny[giver] : ofMen[giver]
          let value = label &- problem.cost[giver &* trainers &+ trainer]
          if value >= problem.uncovered { continue }
          for other in 0..<count where other != place {
            let session = flow.held[heldBase &+ other]
            let own = value &+ problem.cost[session &* trainers &+ trainer]
            if own >= (isWoman ? ofAny[session] : ofMen[session]) { continue }
            if !problem.competent[(session % problem.modules) &* trainers &+ trainer] { continue }
            if flow.teaches(trainer, session) { continue }
            changed = true
            if isWoman {
              ofAny[session] = own
              if flow.men[session] > 0 { ofMen[session] = min(ofMen[session], own) }
            } else {
              ofMen[session] = own
              if flow.men[session] < problem.menCap[session] {
                ofAny[session] = min(ofAny[session], own)
              }
            }
          }
        }
      }
    }
  }
}
