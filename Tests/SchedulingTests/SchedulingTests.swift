import Scheduling
import Testing
import Text

@Suite("Schedules")
struct SchedulingTests {
  /// Searches for so many moves, without a clock.
  static func solve(
    _ instance: ScheduleInstance, moves: Int = 3000, seed: UInt64 = 1
  ) -> ScheduleAnswer {
    var limits = ScheduleLimits()
    limits.iterations = moves
    limits.seed = seed
    return Scheduling.solve(instance, limits: limits)
  }

  @Test("every schedule of small instances keeps every rule, and costs what it says")
  func valid() {
    var schedules = 0
    for seed in 0..<120 as Range<UInt64> {
      let instance = Instances.small(seed: seed)
      let answer = Self.solve(instance, seed: seed)
      guard answer.status == .optimal || answer.status == .feasible else { continue }
      schedules += 1
      let check = ScheduleCheck(instance: instance, sessions: answer.sessions)
      #expect(check.faults.isEmpty, "seed \(seed)")
      #expect(check.cost == answer.objective, "seed \(seed)")
      if let bound = answer.bound { #expect(bound <= check.cost + 1e-6, "seed \(seed)") }
    }
    #expect(schedules > 30)
  }

  @Test("the same seed and number of moves give the same schedule; more moves never a dearer one")
  func repeatable() {
    var found = 0
    for seed in 0..<30 as Range<UInt64> {
      let instance = Instances.random(
        provinces: 3, modules: 3, weeks: 7, trainers: 9, seed: seed)
      var last = Double.infinity
      for moves in [50, 200, 700] {
        let first = Self.solve(instance, moves: moves, seed: 9)
        let second = Self.solve(instance, moves: moves, seed: 9)
        #expect(first.sessions == second.sessions)
        #expect(first.bound == second.bound)
        guard let cost = first.objective else { continue }
        #expect(cost <= last)
        last = cost
      }
      if last < .infinity { found += 1 }
    }
    #expect(found > 5)
  }

  @Test("one more trainer never makes the optimum dearer")
  func oneMore() {
    var compared = 0
    for seed in 0..<30 as Range<UInt64> {
      var instance = Instances.random(
        provinces: 3, modules: 3, weeks: 7, trainers: 9, seed: seed)
      let before = Self.solve(instance)
      instance.trainers.append(instance.trainers[Int(seed) % 9])
      instance.trainers[9].id = "new"
      let after = Self.solve(instance)
      guard before.status == .optimal, after.status == .optimal else { continue }
      compared += 1
      #expect(after.objective ?? 0 <= before.objective ?? 0, "seed \(seed)")
    }
    #expect(compared > 5)
  }

  @Test("names and the order of provinces and trainers change nothing about the optimum")
  func relabelled() {
    var compared = 0
    for seed in 0..<30 as Range<UInt64> {
      let instance = Instances.random(
        provinces: 3, modules: 3, weeks: 7, trainers: 10, seed: seed)
      var other = instance
      other.provinces.reverse()
      other.trainers.reverse()
      for index in other.trainers.indices {
        other.trainers[index].travel.reverse()
        other.trainers[index].id = "x\(index)"
      }
      let first = Self.solve(instance)
      let second = Self.solve(other)
      if first.status == .optimal, second.status == .optimal {
        compared += 1
        #expect(first.objective == second.objective, "seed \(seed)")
      } else {
        #expect((first.status == .infeasible) == (second.status == .infeasible), "seed \(seed)")
      }
    }
    #expect(compared > 5)
  }

  @Test("settled sessions stay as they are")
  func locked() throws {
    var locked = 0
    for seed in 0..<20 as Range<UInt64> {
      var instance = Instances.random(
        provinces: 3, modules: 3, weeks: 8, trainers: 12, seed: seed)
      let free = Self.solve(instance)
      guard let first = free.sessions.first, let last = free.sessions.last else { continue }
      var part = last
      part.trainers = [last.trainers[0]]
      instance.locked = [first, part]
      let answer = Self.solve(instance, seed: 5)
      locked += 1
      #expect(ScheduleCheck(instance: instance, sessions: answer.sessions).faults.isEmpty)
      #expect(answer.objective == free.objective, "the old optimum is still one, seed \(seed)")
    }
    #expect(locked > 3)
  }

  @Test("planning again without anything changed changes nothing; after an illness, the least")
  func again() {
    var replanned = 0
    for seed in 0..<12 as Range<UInt64> {
      let instance = Instances.random(
        provinces: 3, modules: 3, weeks: 8, trainers: 12, seed: seed)
      let earlier = Self.solve(instance)
      guard let ill = earlier.sessions.first?.trainers.first else { continue }
      var same = instance
      same.earlier = earlier.sessions
      #expect(Self.solve(same).changes == 0)
      var other = instance
      other.earlier = earlier.sessions
      other.trainers[ill].availableWeeks = []
      let answer = Self.solve(other)
      guard !answer.sessions.isEmpty else { continue }
      replanned += 1
      #expect(ScheduleCheck(instance: other, sessions: answer.sessions).faults.isEmpty)
      // Each session of the trainer needs at least somebody else.
      let lost = earlier.sessions.count { $0.trainers.contains(ill) }
      let changes = ScheduleChange.between(earlier.sessions, answer.sessions).count
      #expect(answer.changes == changes && changes >= lost)
      // A search from nothing keeps the rules too, and never changes less.
      var fresh = other
      fresh.earlier = nil
      let anew = ScheduleChange.between(earlier.sessions, Self.solve(fresh).sessions).count
      #expect(answer.status != .optimal || changes <= anew)
    }
    #expect(replanned > 2)
  }

  @Test("a stop at once still gives a valid answer, and never the claim that there is none")
  func stopped() {
    var limits = ScheduleLimits()
    limits.elapsed = { 1 }
    let instance = Instances.random(provinces: 5, modules: 4, weeks: 12, trainers: 16, seed: 3)
    let answer = Scheduling.solve(instance, limits: limits)
    #expect(answer.status == .feasible || answer.status == .unknown)
    if answer.status == .feasible {
      #expect(ScheduleCheck(instance: instance, sessions: answer.sessions).faults.isEmpty)
    }
  }

  @Test("one province, one module, one trainer; and no trainer at all")
  func least() {
    var instance = Instances.random(provinces: 1, modules: 1, weeks: 1, trainers: 1, seed: 1)
    instance.rules.trainersPerSession = 1
    instance.rules.minimumWomenPerSession = 0
    instance.trainers[0].availableWeeks = [1]
    #expect(Self.solve(instance).status == .optimal)
    #expect(Self.solve(instance).objective == 60)
    instance.trainers = []
    #expect(Self.solve(instance).status == .infeasible)
  }

  @Test("a shortage is named with its module, its women and their weeks, and what would do")
  func shortage() throws {
    let everyWeek = Set(1...6)
    func trainer(_ id: String, _ isWoman: Bool, _ modules: Set<Int>, _ weeks: Set<Int>)
      -> ScheduleInstance.Trainer
    {
      .init(
        id: id, isWoman: isWoman, competent: modules, availableWeeks: weeks, travel: [0, 0, 0])
    }
    let instance = ScheduleInstance(
      weeks: 6, modules: ["m1", "m2"], provinces: ["p1", "p2", "p3"].map { .init(id: $0) },
      trainers: [
        trainer("a", true, [0], everyWeek), trainer("b", true, [1], [4, 5]),
        trainer("c", false, [0, 1], everyWeek), trainer("d", false, [0, 1], everyWeek),
      ])
    #expect(Self.solve(instance).status == .infeasible)
    let explanation = Scheduling.explain(instance)
    let shortage = try #require(explanation.shortages.first)
    #expect(shortage.modules == [1] && shortage.isOfWomen)
    #expect(shortage.needed == 3 && shortage.available == 2)
    #expect(shortage.trainers.map(\.trainer) == [1])
    #expect(shortage.trainers.first?.weeks == [4, 5])
    #expect(explanation.remedies.contains(.withoutWomen))
    #expect(explanation.remedies.contains(.alsoCompetent(trainer: 0, module: 1)))
    #expect(explanation.remedies.contains(.withoutProvince([0, 1, 2], isAny: true)))
    #expect(!explanation.remedies.contains(.withoutOrder))
    // Each remedy is what it says.
    var cured = instance
    cured.trainers[0].competent.insert(1)
    #expect(Self.solve(cured).status == .optimal)
  }
}
