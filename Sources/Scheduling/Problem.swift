/// An instance as flat tables of whole numbers, for the search.
///
/// Session s = province · modules + module; weeks count from 0; the trainer-week of trainer t and
/// week w is w · trainers + t. Costs are whole multiples of 1/`scale`.
final class Problem: Sendable {
  let weeks: Int
  let modules: Int
  let provinces: Int
  let trainers: Int
  let sessions: Int
  /// Whether modules come in rising weeks.
  let ordered: Bool
  /// Trainers that a session still needs beyond its locked ones.
  let need: ContiguousArray<Int>
  /// Men that it can take among them.
  let menCap: ContiguousArray<Int>
  /// The largest need.
  let mostNeeded: Int
  /// Cost of trainer t in session s at s · trainers + t; `forbidden` where that cannot be.
  let cost: ContiguousArray<Int>
  /// Cost of session s in week w at s · weeks + w; `forbidden` outside its window.
  let weekCost: ContiguousArray<Int>
  let isWoman: ContiguousArray<Bool>
  /// Sessions that a trainer can still hold in a week.
  let weekCap: ContiguousArray<Int>
  /// Sessions that a trainer holds by lock.
  let lockedLoad: ContiguousArray<Int>
  /// Where the trainers of (module, week) begin in `eligible`, women first, at module · weeks + week.
  let eligibleStart: ContiguousArray<Int>
  /// Where its men begin.
  let eligibleMen: ContiguousArray<Int>
  /// Where it ends.
  let eligibleEnd: ContiguousArray<Int>
  let eligible: ContiguousArray<Int>
  /// Whether trainer t teaches module m at m · trainers + t.
  let competent: ContiguousArray<Bool>
  /// Cost of one more session of the trainer who holds most.
  let loadWeight: Int
  /// Cost of a slot without a trainer; above all that a schedule can cost in travel.
  let uncovered: Int
  /// Cost of locked sessions.
  let constant: Int
  let scale: Int
  /// What rounding to whole numbers can have changed at most.
  let rounding: Double
  /// Cost of one change against the earlier schedule; 0 where there is none.
  let changeWeight: Int
  /// The least and the largest load that the busiest trainer can have.
  let leastLoad: Int
  let mostLoad: Int
  /// Whether a slot may stay empty at the cost `uncovered`, as in the question whether any schedule exists.
  let mayStayEmpty: Bool

  /// Above every cost; small enough that 2^`Relaxation.shift` times it is still a number.
  static let forbidden = 1 << 50

  /// - Parameters:
  ///   - instance: What to schedule; its rules and weights must have been checked.
  ///   - coverage: Whether costs are replaced by 1 for each slot without a trainer.
  init(_ instance: ScheduleInstance, coverage: Bool = false) {
    let tables = ProblemTables(instance, coverage: coverage)
    weeks = instance.weeks
    modules = instance.modules.count
    provinces = instance.provinces.count
    trainers = instance.trainers.count
    sessions = modules * provinces
    ordered = instance.rules.modulesInOrder
    mayStayEmpty = coverage
    need = tables.need
    menCap = tables.menCap
    mostNeeded = max(1, tables.need.max() ?? 1)
    cost = tables.cost
    weekCost = tables.weekCost
    isWoman = ContiguousArray(instance.trainers.map(\.isWoman))
    weekCap = tables.weekCap
    lockedLoad = tables.lockedLoad
    competent = tables.competent
    scale = tables.scale
    rounding = tables.rounding
    constant = tables.constant
    loadWeight = tables.loadWeight
    changeWeight = tables.changeWeight
    uncovered = tables.uncovered
    leastLoad = tables.leastLoad
    mostLoad = tables.mostLoad
    var start = ContiguousArray<Int>()
    var men = ContiguousArray<Int>()
    var end = ContiguousArray<Int>()
    var list = ContiguousArray<Int>()
    for module in 0..<modules {
      for week in 0..<weeks {
        start.append(list.count)
        for women in [true, false] {
          if !women { men.append(list.count) }
          for trainer in 0..<trainers
          where isWoman[trainer] == women && tables.competent[module * trainers + trainer]
            && tables.weekCap[week * trainers + trainer] > 0
          {
            list.append(trainer)
          }
        }
        end.append(list.count)
      }
    }
    eligibleStart = start
    eligibleMen = men
    eligibleEnd = end
    eligible = list
  }

  /// The same sessions with all weeks in one: what is cheapest there bounds every schedule from below.
  ///
  /// - Parameter other: The problem whose weeks are put together.
  init(withoutWeeksOf other: Problem) {
    weeks = 1
    modules = other.modules
    provinces = other.provinces
    trainers = other.trainers
    sessions = other.sessions
    ordered = false
    mayStayEmpty = other.mayStayEmpty
    need = other.need
    menCap = other.menCap
    mostNeeded = other.mostNeeded
    cost = other.cost
    weekCost = ContiguousArray(
      (0..<other.sessions).map { session in
        (0..<other.weeks).map { other.weekCost[session * other.weeks + $0] }.min() ?? 0
      })
    isWoman = other.isWoman
    weekCap = ContiguousArray(
      (0..<other.trainers).map { trainer in
        min(
          other.sessions,
          (0..<other.weeks).reduce(0) { $0 + max(0, other.weekCap[$1 * other.trainers + trainer]) })
      })
    lockedLoad = other.lockedLoad
    competent = other.competent
    scale = other.scale
    rounding = other.rounding
    constant = other.constant
    loadWeight = other.loadWeight
    changeWeight = other.changeWeight
    uncovered = other.uncovered
    leastLoad = other.leastLoad
    mostLoad = other.mostLoad
    var start = ContiguousArray<Int>()
    var men = ContiguousArray<Int>()
    var end = ContiguousArray<Int>()
    var list = ContiguousArray<Int>()
    for module in 0..<modules {
      start.append(list.count)
      for women in [true, false] {
        if !women { men.append(list.count) }
        for trainer in 0..<trainers
        where isWoman[trainer] == women && competent[module * trainers + trainer]
          && weekCap[trainer] > 0
        {
          list.append(trainer)
        }
      }
      end.append(list.count)
    }
    eligibleStart = start
    eligibleMen = men
    eligibleEnd = end
    eligible = list
  }

  /// The module with the fewest weeks where all provinces are alike, or `nil` where they differ.
  var scarcestModuleOfLikeProvinces: Int? {
    guard provinces > 1 else { return nil }
    let (costs, windows) = (modules * trainers, modules * weeks)
    for province in 1..<provinces {
      for place in 0..<costs where cost[place] != cost[province * costs + place] { return nil }
      for place in 0..<windows where weekCost[place] != weekCost[province * windows + place] {
        return nil
      }
      for module in 0..<modules {
        let session = province * modules + module
        if need[module] != need[session] || menCap[module] != menCap[session] { return nil }
      }
    }
    return (0..<modules).min { left, right in
      func open(_ module: Int) -> Int {
        (0..<weeks).count { weekCost[module * weeks + $0] < Self.forbidden }
      }
      return (open(left), left) < (open(right), right)
    }
  }

  /// The first session without any week, or `nil` where every session has one.
  var sessionWithoutWeek: Int? {
    (0..<sessions).first { session in
      !(0..<weeks).contains { weekCost[session * weeks + $0] < Self.forbidden }
    }
  }
}

/// The tables of a problem while they are being filled.
struct ProblemTables {
  var need: ContiguousArray<Int>
  var menCap: ContiguousArray<Int>
  var cost: ContiguousArray<Int>
  var weekCost: ContiguousArray<Int>
  var weekCap: ContiguousArray<Int>
  var lockedLoad: ContiguousArray<Int>
  var competent: ContiguousArray<Bool>
  var scale = 1
  var rounding = 0.0
  var constant = 0
  var loadWeight = 0
  var changeWeight = 0
  var uncovered = 16
  var leastLoad = 0
  var mostLoad = 0

  init(_ instance: ScheduleInstance, coverage: Bool) {
    let (weeks, modules) = (instance.weeks, instance.modules.count)
    let trainers = instance.trainers.count
    let sessions = modules * instance.provinces.count
    let rules = instance.rules
    let perSession = rules.trainersPerSession
    need = ContiguousArray(repeating: perSession, count: sessions)
    menCap = ContiguousArray(
      repeating: perSession - rules.minimumWomenPerSession, count: sessions)
    cost = ContiguousArray(repeating: Problem.forbidden, count: sessions * trainers)
    weekCost = ContiguousArray(repeating: 0, count: sessions * weeks)
    weekCap = ContiguousArray(repeating: 0, count: weeks * trainers)
    lockedLoad = ContiguousArray(repeating: 0, count: trainers)
    competent = ContiguousArray(repeating: false, count: modules * trainers)
    if !coverage { chooseScale(instance) }
    for (index, trainer) in instance.trainers.enumerated() {
      for week in trainer.availableWeeks where week >= 1 && week <= weeks {
        weekCap[(week - 1) * trainers + index] = rules.maximumSessionsPerTrainerAndWeek
      }
      for module in trainer.competent {
        competent[module * trainers + index] = true
        for province in 0..<instance.provinces.count {
          guard let distance = trainer.travel[province] else { continue }
          cost[(province * modules + module) * trainers + index] =
            coverage ? 0 : scaled(distance * instance.weights.travelKm)
        }
      }
    }
    for (index, province) in instance.provinces.enumerated() {
      for week in province.closedWeeks where week >= 1 && week <= weeks {
        for module in 0..<modules {
          weekCost[(index * modules + module) * weeks + week - 1] = Problem.forbidden
        }
      }
    }
    lock(instance)
    tighten(instance)
    setLoads(instance)
    loadWeight = coverage ? 0 : scaled(instance.weights.largestTrainerLoad)
    if let earlier = instance.earlier, !coverage { charge(changesFrom: earlier, in: instance) }
    if !coverage { uncovered = largestCost(instance) + 1 }
  }

  // MARK: Numbers

  private func scaled(_ value: Double) -> Int { Int((value * Double(scale)).rounded()) }

  /// The least power of ten that makes every cost a whole number, or the largest that numbers bear.
  private mutating func chooseScale(_ instance: ScheduleInstance) {
    var values = Set(
      instance.trainers.flatMap { trainer in
        trainer.travel.compactMap { $0 }.map { $0 * instance.weights.travelKm }
      })
    values.insert(instance.weights.largestTrainerLoad)
    let slots =
      instance.provinces.count * instance.modules.count * instance.rules.trainersPerSession
    let most = (values.max() ?? 0) * Double(slots + instance.weeks)
    for candidate in [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] {
      if candidate > 1, most * Double(candidate) > 1e10 { break }
      scale = candidate
      let isWhole = values.allSatisfy { value in
        let product = value * Double(candidate)
        return abs(product - product.rounded()) < 1e-9 * max(1, abs(product))
      }
      if isWhole { return }
    }
    rounding = 0.5 / Double(scale) * Double(2 * slots + 1)
  }

  /// All that travel and changes of a schedule can cost.
  private func largestCost(_ instance: ScheduleInstance) -> Int {
    let trainers = instance.trainers.count
    var total = 0
    for session in need.indices {
      var most = 0
      for trainer in 0..<trainers {
        let value = cost[session * trainers + trainer]
        if value < Problem.forbidden { most = max(most, value) }
      }
      let weekMost =
        (0..<instance.weeks).map { weekCost[session * instance.weeks + $0] }
        .filter { $0 < Problem.forbidden }.max() ?? 0
      total += most * max(1, need[session]) + weekMost
    }
    return total
  }

  // MARK: Locks

  private mutating func lock(_ instance: ScheduleInstance) {
    let (weeks, trainers) = (instance.weeks, instance.trainers.count)
    for locked in instance.locked {
      let session = locked.province * instance.modules.count + locked.module
      for week in 0..<weeks where week != locked.week - 1 {
        weekCost[session * weeks + week] = Problem.forbidden
      }
      for trainer in locked.trainers {
        need[session] -= 1
        if !instance.trainers[trainer].isWoman { menCap[session] -= 1 }
        lockedLoad[trainer] += 1
        weekCap[(locked.week - 1) * trainers + trainer] -= 1
        if cost[session * trainers + trainer] < Problem.forbidden {
          constant += cost[session * trainers + trainer]
        }
        cost[session * trainers + trainer] = Problem.forbidden
      }
      menCap[session] = max(0, min(menCap[session], need[session]))
    }
  }

  private mutating func setLoads(_ instance: ScheduleInstance) {
    let (weeks, trainers) = (instance.weeks, instance.trainers.count)
    let units = need.reduce(0, +) + lockedLoad.reduce(0, +)
    leastLoad = max(
      lockedLoad.max() ?? 0, trainers == 0 ? 0 : (units + trainers - 1) / trainers)
    for trainer in 0..<trainers {
      let free = (0..<weeks).reduce(0) { $0 + max(0, weekCap[$1 * trainers + trainer]) }
      let able = need.indices.count {
        need[$0] > 0 && cost[$0 * trainers + trainer] < Problem.forbidden
      }
      mostLoad = max(mostLoad, lockedLoad[trainer] + min(free, able))
    }
    mostLoad = max(mostLoad, leastLoad)
  }

  // MARK: Windows

  /// Keeps of every session the weeks in which enough trainers exist and the order of modules holds.
  private mutating func tighten(_ instance: ScheduleInstance) {
    let (weeks, modules) = (instance.weeks, instance.modules.count)
    let trainers = instance.trainers.count
    for session in need.indices {
      let module = session % modules
      for week in 0..<weeks where weekCost[session * weeks + week] < Problem.forbidden {
        var (women, all) = (0, 0)
        for trainer in 0..<trainers
        where competent[module * trainers + trainer]
          && weekCap[week * trainers + trainer] > 0
          && cost[session * trainers + trainer] < Problem.forbidden
        {
          all += 1
          if instance.trainers[trainer].isWoman { women += 1 }
        }
        if all < need[session] || women < need[session] - menCap[session] {
          weekCost[session * weeks + week] = Problem.forbidden
        }
      }
    }
    guard instance.rules.modulesInOrder else { return }
    for province in instance.provinces.indices {
      var earliest = 0
      var latest = weeks - 1
      for module in 0..<modules {
        let base = (province * modules + module) * weeks
        for week in 0..<min(weeks, earliest) { weekCost[base + week] = Problem.forbidden }
        let first = (0..<weeks).first { weekCost[base + $0] < Problem.forbidden } ?? weeks
        earliest = first + 1
      }
      for module in (0..<modules).reversed() {
        let base = (province * modules + module) * weeks
        for week in max(0, latest + 1)..<max(weeks, latest + 1) where week < weeks {
          weekCost[base + week] = Problem.forbidden
        }
        let last = (0..<weeks).last { weekCost[base + $0] < Problem.forbidden } ?? -1
        latest = last - 1
      }
    }
  }

  // MARK: Changes

  /// Makes every change dearer than all travel and load together, so that fewest changes come first.
  private mutating func charge(
    changesFrom earlier: [ScheduledSession], in instance: ScheduleInstance
  ) {
    let (weeks, trainers) = (instance.weeks, instance.trainers.count)
    changeWeight = largestCost(instance) + loadWeight * mostLoad + 1
    var free = [Bool](repeating: false, count: need.count * trainers)
    var old = [Int?](repeating: nil, count: need.count)
    for session in earlier {
      let index = session.province * instance.modules.count + session.module
      old[index] = session.week - 1
      for trainer in session.trainers { free[index * trainers + trainer] = true }
    }
    for session in need.indices {
      for week in 0..<weeks
      where week != old[session] && weekCost[session * weeks + week] < Problem.forbidden {
        weekCost[session * weeks + week] += changeWeight
      }
      for trainer in 0..<trainers {
        let place = session * trainers + trainer
        if cost[place] < Problem.forbidden, !free[place] { cost[place] += changeWeight }
      }
    }
  }
}
