/// Why an instance has no schedule, and what would give it one.
package struct ScheduleExplanation: Sendable {
  /// Modules that cannot be held often enough, smallest sets first; may be empty.
  package var shortages: [Shortage] = []
  /// Sessions for which no week is left at all, one for each module.
  package var withoutWeek: [(province: Int, module: Int)] = []
  /// Rules that together leave no schedule while each of them alone is needed for that; empty where
  /// no such set was found within the limits.
  package var conflict: [Rule] = []
  /// Single changes each of which was shown to be enough.
  package var remedies: [Remedy] = []

  /// Too few trainers, or women among them, for the sessions of some modules.
  package struct Shortage: Sendable, Hashable {
    /// The modules.
    package var modules: [Int]
    /// Whether only women are counted.
    package var isOfWomen: Bool
    /// The provinces that need the modules.
    package var provinces: [Int]
    /// The weeks in which these modules can be held, from the first to the last, from 1.
    package var weeks: ClosedRange<Int>
    /// Whether the order of modules leaves out weeks that the calendar has.
    package var isNarrowed: Bool
    /// The trainers who can hold them, with the weeks in which they are free for it, from 1.
    package var trainers: [Free]
    /// Places that the sessions have for such trainers.
    package var needed: Int
    /// Places that can be filled at most.
    package var available: Int
  }

  /// The weeks of one trainer.
  package struct Free: Sendable, Hashable {
    /// The trainer.
    package var trainer: Int
    /// The weeks, from 1, in rising order.
    package var weeks: [Int]
  }

  /// A rule that can be left out of a question.
  package enum Rule: Sendable, Hashable {
    /// The least number of women in a session.
    case women
    /// The order of modules.
    case order
    /// How many sessions a trainer holds in a week.
    case weekly
    /// Weeks in which a province is closed.
    case closedWeeks
    /// Sessions that are settled already.
    case locks
    /// That a province takes the modules.
    case province(Int)
    /// That a module is taken.
    case module(Int)
  }

  /// A single change after which a schedule exists.
  package enum Remedy: Sendable, Hashable {
    /// Sessions without a rule about women.
    case withoutWomen
    /// Modules in any order.
    case withoutOrder
    /// One week more, in which everybody is free.
    case oneMoreWeek
    /// One trainer fewer in each session.
    case oneTrainerFewer
    /// Without the settled sessions.
    case withoutLocks
    /// Any one province fewer, or only these.
    case withoutProvince([Int], isAny: Bool)
    /// A trainer is free in one more week, from 1.
    case alsoFree(trainer: Int, week: Int)
    /// A trainer can teach one more module.
    case alsoCompetent(trainer: Int, module: Int)
  }
}

extension Scheduling {
  /// Says why an instance that has no schedule has none.
  ///
  /// - Parameters:
  ///   - instance: An instance for which `solve` proved that there is no schedule.
  ///   - seed: The seed of the searches that test changes.
  ///   - isOver: Asked now and then whether to end with what is known.
  /// - Returns: The reasons and remedies found, each of them proven.
  package static func explain(
    _ instance: ScheduleInstance, seed: UInt64 = 1, isOver: @escaping () -> Bool = { false }
  ) -> ScheduleExplanation {
    Explaining(instance: instance, seed: seed, isOver: isOver).explanation()
  }
}

private struct Explaining {
  let instance: ScheduleInstance
  let seed: UInt64
  let isOver: () -> Bool

  private typealias Shortage = ScheduleExplanation.Shortage
  private typealias Rule = ScheduleExplanation.Rule
  private typealias Remedy = ScheduleExplanation.Remedy

  func explanation() -> ScheduleExplanation {
    var result = ScheduleExplanation()
    let problem = Problem(instance, coverage: true)
    for module in 0..<problem.modules {
      let province = (0..<problem.provinces).first { province in
        let base = (province * problem.modules + module) * problem.weeks
        return !(0..<problem.weeks).contains { problem.weekCost[base + $0] < Problem.forbidden }
      }
      if let province { result.withoutWeek.append((province, module)) }
    }
    if result.withoutWeek.isEmpty { result.shortages = HallCheck(problem).shortages(in: instance) }
    result.remedies = remedies(result.shortages)
    result.conflict = conflict()
    return result
  }

  // MARK: Changes

  /// Whether a changed instance has a schedule; `nil` where that is not known.
  private func hasSchedule(_ changed: ScheduleInstance) -> Bool? {
    if isOver() { return nil }
    var spent = (moves: 0, evaluations: 0)
    switch Feasibility.verdict(
      changed, seed: seed, moves: 1600, spent: &spent, isOver: { _, _ in isOver() })
    {
    case .some: return true
    case .none: return false
    case .unknown: return nil
    }
  }

  private func changed(_ change: (inout ScheduleInstance) -> Void) -> ScheduleInstance {
    var result = instance
    result.earlier = nil
    change(&result)
    return result
  }

  private func remedies(_ shortages: [Shortage]) -> [Remedy] {
    var found: [Remedy] = []
    func test(_ remedy: Remedy, _ change: (inout ScheduleInstance) -> Void) {
      if hasSchedule(changed(change)) == true { found.append(remedy) }
    }
    if instance.rules.minimumWomenPerSession > 0 {
      test(.withoutWomen) { $0.rules.minimumWomenPerSession = 0 }
    }
    if instance.rules.modulesInOrder, instance.modules.count > 1 {
      test(.withoutOrder) { $0.rules.modulesInOrder = false }
    }
    test(.oneMoreWeek) { instance in
      instance.weeks += 1
      for trainer in instance.trainers.indices {
        instance.trainers[trainer].availableWeeks.insert(instance.weeks)
      }
    }
    if instance.rules.trainersPerSession > max(1, instance.rules.minimumWomenPerSession) {
      test(.oneTrainerFewer) { $0.rules.trainersPerSession -= 1 }
    }
    if !instance.locked.isEmpty { test(.withoutLocks) { $0.locked = [] } }
    if instance.provinces.count > 1 { found += provinceRemedy() }
    for shortage in shortages.prefix(2) { found += personal(shortage) }
    return found
  }

  private func provinceRemedy() -> [Remedy] {
    var enough: [Int] = []
    let count = min(12, instance.provinces.count)
    for province in 0..<count where hasSchedule(without(province: province, instance)) == true {
      enough.append(province)
    }
    if enough.isEmpty { return [] }
    return [.withoutProvince(enough, isAny: enough.count == instance.provinces.count)]
  }

  /// One more free week, or one more module, of a trainer who could fill a shortage.
  private func personal(_ shortage: Shortage) -> [Remedy] {
    var found: [Remedy] = []
    for free in shortage.trainers.prefix(4) {
      for week in shortage.weeks
      where !instance.trainers[free.trainer].availableWeeks.contains(week) {
        let other = changed { $0.trainers[free.trainer].availableWeeks.insert(week) }
        if hasSchedule(other) == true {
          found.append(.alsoFree(trainer: free.trainer, week: week))
          if found.count >= 3 { break }
        }
      }
    }
    var taught = 0
    for trainer in instance.trainers.indices where taught < 3 {
      guard !shortage.isOfWomen || instance.trainers[trainer].isWoman else { continue }
      for module in shortage.modules
      where !instance.trainers[trainer].competent.contains(module) && taught < 3 {
        let other = changed { $0.trainers[trainer].competent.insert(module) }
        if hasSchedule(other) == true {
          found.append(.alsoCompetent(trainer: trainer, module: module))
          taught += 1
        }
      }
    }
    return found
  }

  // MARK: A smallest conflict

  /// Leaves out rule after rule as long as there is still no schedule (a deletion filter).
  private func conflict() -> [Rule] {
    var rules: [Rule] = []
    if instance.rules.modulesInOrder, instance.modules.count > 1 { rules.append(.order) }
    if instance.provinces.contains(where: { !$0.closedWeeks.isEmpty }) {
      rules.append(.closedWeeks)
    }
    if !instance.locked.isEmpty { rules.append(.locks) }
    if instance.rules.minimumWomenPerSession > 0 { rules.append(.women) }
    rules.append(.weekly)
    rules += instance.modules.indices.map { .module($0) }
    rules += instance.provinces.indices.map { .province($0) }
    guard rules.count <= 40 else { return [] }
    var kept = rules
    for rule in rules.reversed() {
      let fewer = kept.filter { $0 != rule }
      if hasSchedule(reduced(to: fewer, of: rules)) == false { kept = fewer }
      if isOver() { return [] }
    }
    return kept
  }

  private func reduced(to kept: [Rule], of all: [Rule]) -> ScheduleInstance {
    var result = instance
    result.earlier = nil
    let gone = Set(all).subtracting(kept)
    if gone.contains(.women) { result.rules.minimumWomenPerSession = 0 }
    if gone.contains(.order) { result.rules.modulesInOrder = false }
    if gone.contains(.closedWeeks) {
      for index in result.provinces.indices { result.provinces[index].closedWeeks = [] }
    }
    if gone.contains(.locks) { result.locked = [] }
    if gone.contains(.weekly) {
      result.rules.maximumSessionsPerTrainerAndWeek = max(
        1, instance.provinces.count * instance.modules.count)
    }
    for module in instance.modules.indices.reversed() where gone.contains(.module(module)) {
      result = without(module: module, result)
    }
    for province in instance.provinces.indices.reversed() where gone.contains(.province(province)) {
      result = without(province: province, result)
    }
    return result
  }

  private func without(province: Int, _ instance: ScheduleInstance) -> ScheduleInstance {
    var result = instance
    result.earlier = nil
    result.provinces.remove(at: province)
    for trainer in result.trainers.indices { result.trainers[trainer].travel.remove(at: province) }
    result.locked = instance.locked.compactMap { session in
      if session.province == province { return nil }
      var session = session
      if session.province > province { session.province -= 1 }
      return session
    }
    return result
  }

  private func without(module: Int, _ instance: ScheduleInstance) -> ScheduleInstance {
    var result = instance
    result.modules.remove(at: module)
    for trainer in result.trainers.indices {
      result.trainers[trainer].competent = Set(
        instance.trainers[trainer].competent.compactMap {
          $0 == module ? nil : $0 > module ? $0 - 1 : $0
        })
    }
    result.locked = instance.locked.compactMap { session in
      if session.module == module { return nil }
      var session = session
      if session.module > module { session.module -= 1 }
      return session
    }
    return result
  }
}
