import Scheduling
import Text

/// Made-up instances; the same seed gives the same instance.
enum Instances {
  /// A random instance of a size, with rules of the usual kind.
  static func random(
    provinces: Int, modules: Int, weeks: Int, trainers: Int, seed: UInt64,
    rules: ScheduleInstance.Rules = .init()
  ) -> ScheduleInstance {
    var random = SeededGenerator(seed: seed, purpose: "schedule")
    let places = (0..<provinces).map { _ in (random.unit() * 400, random.unit() * 400) }
    let people = (0..<trainers).map { index in
      let home = places[random.index(below: provinces)]
      let isWoman = random.unit() < 0.45
      var competent = Set((0..<modules).filter { _ in random.unit() < 0.55 })
      if competent.isEmpty { competent = [random.index(below: modules)] }
      let free = Set((1...weeks).filter { _ in random.unit() < 0.75 })
      return ScheduleInstance.Trainer(
        id: "t\(index + 1)", isWoman: isWoman, competent: competent, availableWeeks: free,
        travel: places.map { place in
          let (east, north) = (place.0 - home.0, place.1 - home.1)
          return (east * east + north * north).squareRoot().rounded()
        })
    }
    var instance = ScheduleInstance(
      weeks: weeks, modules: (1...modules).map { "m\($0)" },
      provinces: (1...provinces).map { .init(id: "p\($0)") }, trainers: people)
    instance.rules = rules
    return instance
  }

  /// A small instance with rules drawn from all kinds.
  static func small(seed: UInt64) -> ScheduleInstance {
    var random = SeededGenerator(seed: seed, purpose: "small")
    let sizes = [(1, 1), (2, 2), (3, 2), (2, 3), (4, 2), (3, 3), (1, 5), (5, 1)]
    let (provinces, modules) = sizes[random.index(below: sizes.count)]
    var rules = ScheduleInstance.Rules()
    rules.trainersPerSession = [1, 2, 2, 2, 3][random.index(below: 5)]
    rules.minimumWomenPerSession = random.index(below: min(3, rules.trainersPerSession + 1))
    rules.maximumSessionsPerTrainerAndWeek = [1, 1, 1, 2][random.index(below: 4)]
    rules.modulesInOrder = random.index(below: 5) > 0
    var instance = drawn(
      provinces, modules, modules + random.index(below: 5),
      rules.trainersPerSession + 2 + random.index(below: 8), random.next(), rules)
    instance.weights.largestTrainerLoad = [60, 60, 0, 7, 500][random.index(below: 5)]
    if random.index(below: 4) == 0 {
      for index in instance.provinces.indices {
        instance.provinces[index].closedWeeks = Set(
          (1...instance.weeks).filter { _ in random.index(below: 5) == 0 })
      }
    }
    if random.index(below: 4) == 0 {
      for index in instance.trainers.indices {
        for province in instance.provinces.indices where random.index(below: 6) == 0 {
          instance.trainers[index].travel[province] = nil
        }
      }
    }
    return instance
  }

  private static func drawn(
    _ provinces: Int, _ modules: Int, _ weeks: Int, _ trainers: Int, _ seed: UInt64,
    _ rules: ScheduleInstance.Rules
  ) -> ScheduleInstance {
    random(
      provinces: provinces, modules: modules, weeks: weeks, trainers: trainers, seed: seed,
      rules: rules)
  }
}
