package import Curriculum
import Text

/// Looks for the cheapest shape of a cascade that reaches a number of people surely enough.
///
/// A shape is how many generations there are, how large classes are and how many trainers lead one.
/// Everybody in the target is trained by the last generation; the generations between train just as
/// many people as are needed as trainers.
package enum ShapeSearch {
  /// What is asked for.
  package struct Request: Sendable, Hashable {
    /// The people to be reached by the last generation, at least 1.
    package var target: Int
    /// The share of runs in which at least so many must be reached, over 0 to 1.
    package var probability: Double
    /// The least share of the first learning that should arrive in the last generation.
    package var floor: Double
    /// How many runs stand behind each probability.
    package var runs: Int
    /// What decides the chance.
    package var seed: Int

    /// Creates a request.
    package init(target: Int, probability: Double, floor: Double, runs: Int, seed: Int) {
      self.target = max(1, target)
      self.probability = min(0.999, max(0.01, probability))
      self.floor = floor
      self.runs = min(20_000, max(100, runs))
      self.seed = seed
    }
  }

  /// A shape and what it comes to.
  package struct Shape: Sendable, Hashable {
    /// How many generations are trained.
    package var generations: Int
    /// People invited to a class.
    package var classSize: Int
    /// Trainers who lead a class.
    package var facilitators: Int
    /// The people invited in each generation.
    package var invited: [Int]
    /// Classes of all generations.
    package var classes: Int
    /// What it costs; `nil` where the plan names no costs.
    package var cost: Double?
    /// Trainer-days of all generations.
    package var trainerDays: Int
    /// The share of the first learning that arrives in the last generation.
    package var content: Double
    /// The share of the runs in which the target is reached.
    package var probability: Double
    /// The days that the classes take, one round after the other.
    package var days: Int
  }

  /// Why no shape was found.
  package enum Refusal: Sendable, Hashable {
    /// The plan lacks master trainers or a generation that is trained.
    case nothingToTrainWith
    /// No number of generations keeps the floor; with the share of learning after one.
    case floor(afterOne: Double)
    /// No shape reaches the target within days and loads; with the best probability that was seen.
    case reach(best: Double)
  }

  /// The result: the cheapest shapes, at most five, or why there is none.
  package enum Answer: Sendable {
    /// The shapes, the cheapest first.
    case shapes([Shape])
    /// None.
    case refused(Refusal)
  }

  /// Tries every shape within the limits of the plan.
  ///
  /// Shares come from the plan: show-up, active, certified and days of a generation are those of
  /// the plan's generation with that number, or of its last one beyond. Each trainer leads at most
  /// as many classes as the limit of days allows. The rounds must fit into the working days from
  /// the first to the last day of the plan, where it has dates.
  package static func search(_ plan: CascadePlan, _ request: Request) -> Answer {
    let trained = plan.generations.dropFirst().filter { $0.training != nil }
    guard let first = plan.generations.first, first.people > 0, !trained.isEmpty else {
      return .refused(.nothingToTrainWith)
    }
    let passed = plan.fidelity?.passed?.value ?? plan.retention?.value ?? 1
    let deepest = max(1, plan.limits.generation.value)
    let allowed = (1...deepest).filter {
      Elementary.power(passed, Double($0)) >= request.floor - 1e-9
    }
    guard !allowed.isEmpty else { return .refused(.floor(afterOne: passed)) }
    let model = ShapeModel(plan, trained: Array(trained), request: request)
    var found: [Shape] = []
    var best = 0.0
    for generations in allowed {
      for size in sizes(upTo: plan.limits.classSize.value) {
        for facilitators in 1...3 {
          let (shape, probability) = model.smallest(
            generations: generations, size: size, facilitators: facilitators,
            content: Elementary.power(passed, Double(generations)))
          best = max(best, probability)
          if let shape { found.append(shape) }
        }
      }
    }
    guard !found.isEmpty else { return .refused(.reach(best: best)) }
    return .shapes(Array(found.sorted(by: isCheaper).prefix(5)))
  }

  private static func sizes(upTo limit: Int) -> [Int] {
    let steps = stride(from: 10, through: limit, by: 5).map { $0 }
    return steps.last == limit ? steps : steps + [limit]
  }

  private static func isCheaper(_ left: Shape, _ right: Shape) -> Bool {
    let leftCost = left.cost ?? Double(left.trainerDays)
    let rightCost = right.cost ?? Double(right.trainerDays)
    return (leftCost, left.generations, left.facilitators, -left.classSize)
      < (rightCost, right.generations, right.facilitators, -right.classSize)
  }
}

/// The figures of a plan as a search over shapes needs them.
private struct ShapeModel {
  let plan: CascadePlan
  let trained: [CascadePlan.Generation]
  let request: ShapeSearch.Request
  let masters: Int
  let mastersCertified: UncertainShare
  let workingDays: Int?
  let logFactorials: LogFactorials

  init(
    _ plan: CascadePlan, trained: [CascadePlan.Generation], request: ShapeSearch.Request
  ) {
    self.plan = plan
    self.trained = trained
    self.request = request
    masters = plan.generations.first?.people ?? 0
    mastersCertified = UncertainShare(
      .certified, generation: 0, plan.generations.first?.certified ?? Figure(1, .assumption))
    let windows = trained.compactMap { $0.training?.window?.value }
    workingDays = windows.map(\.from).min().flatMap { from in
      windows.map(\.to).max().flatMap { DateWindow(from: from, to: $0)?.workingDays }
    }
    logFactorials = LogFactorials(upTo: request.target * 4)
  }

  func step(_ number: Int) -> CascadePlan.Generation { trained[min(number, trained.count) - 1] }

  /// Finds the fewest people to invite in each generation, the last one first in mind: each
  /// generation is scaled by one common factor until the target is reached surely enough.
  func smallest(
    generations: Int, size: Int, facilitators: Int, content: Double
  ) -> (shape: ShapeSearch.Shape?, probability: Double) {
    var low = 1.0
    var high = 1.0
    var reached = probability(
      invited(generations, size, facilitators, scale: high), size, facilitators)
    while reached < request.probability, high < 4 {
      low = high
      high *= 1.3
      reached = probability(
        invited(generations, size, facilitators, scale: high), size, facilitators)
    }
    guard reached >= request.probability else { return (nil, reached) }
    for _ in 0..<8 {
      let middle = (low + high) / 2
      let there = probability(
        invited(generations, size, facilitators, scale: middle), size, facilitators)
      if there >= request.probability { (high, reached) = (middle, there) } else { low = middle }
    }
    let people = invited(generations, size, facilitators, scale: high)
    return (shape(people, size, facilitators, content: content, probability: reached), reached)
  }

  /// The people to invite: in the last generation the target over the share who come, times a
  /// scale; in each before, as many as give the trainers of the next, times the scale.
  private func invited(
    _ generations: Int, _ size: Int, _ facilitators: Int, scale: Double
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: generations)
    var wanted = Double(request.target)
    for index in stride(from: generations - 1, through: 0, by: -1) {
      guard let training = step(index + 1).training else { continue }
      let people = wanted * scale / max(0.01, training.showUp.value)
      counts[index] = max(1, Int(min(1e7, people.rounded(.up))))
      let classes = (Double(counts[index]) / Double(size)).rounded(.up)
      let trainers =
        classes * Double(facilitators)
        / (Double(classesPerTrainer(index + 1)) * max(0.01, training.active.value))
      guard index > 0 else { break }
      wanted = max(1, trainers / max(0.01, step(index).certified.value))
    }
    return counts
  }

  private func classesPerTrainer(_ number: Int) -> Int {
    let days = step(number).training?.days.value ?? 1
    return max(1, Int(plan.limits.load.value) / max(1, days))
  }

  /// The share of the runs in which the last generation reaches the target.
  private func probability(_ invited: [Int], _ size: Int, _ facilitators: Int) -> Double {
    guard days(invited, size, facilitators) != nil else { return 0 }
    var met = 0
    for run in 0..<request.runs {
      var generator = SeededGenerator(
        seed: UInt64(bitPattern: Int64(request.seed)) &+ UInt64(run) &* 0xD1B5_4A32_D192_ED03)
      var draws = ChanceDraws(SeededGenerator(seed: generator.next()), logFactorials)
      if reach(invited, size, facilitators, &draws) >= request.target { met += 1 }
    }
    return Double(met) / Double(request.runs)
  }

  private func reach(
    _ invited: [Int], _ size: Int, _ facilitators: Int, _ draws: inout ChanceDraws
  ) -> Int {
    var trainers = draws.binomial(masters, draw(mastersCertified, &draws))
    var reached = 0
    for (index, people) in invited.enumerated() {
      guard let training = step(index + 1).training else { return 0 }
      let active = draws.binomial(
        trainers, draw(UncertainShare(.active, generation: nil, training.active), &draws))
      let showUp = draw(UncertainShare(.showUp, generation: nil, training.showUp), &draws)
      let certified = draw(
        UncertainShare(.certified, generation: nil, step(index + 1).certified), &draws)
      let dropOut = training.dropOut.map {
        draw(UncertainShare(.dropOut, generation: nil, $0), &draws)
      }
      let capacity = active * classesPerTrainer(index + 1) / facilitators * size
      reached = draws.binomial(min(people, capacity), showUp * (1 - (dropOut ?? 0)))
      // The last generation of the plan certifies nobody; those before it must.
      trainers = draws.binomial(reached, certified)
    }
    return reached
  }

  private func draw(_ share: UncertainShare, _ draws: inout ChanceDraws) -> Double {
    share.shapes.map { draws.beta($0.first, $0.second) } ?? share.mean
  }

  /// The working days that the rounds take with the trainers there are on average; `nil` where
  /// there are too few trainers for a class or the days of the plan do not suffice.
  private func days(_ invited: [Int], _ size: Int, _ facilitators: Int) -> Int? {
    var trainers = Double(masters) * mastersCertified.mean
    var sum = 0
    for (index, people) in invited.enumerated() {
      guard let training = step(index + 1).training else { return nil }
      let atOnce = Int(trainers * training.active.value) / facilitators
      guard atOnce > 0 else { return nil }
      let classes = (people + size - 1) / size
      sum += (classes + atOnce - 1) / atOnce * training.days.value
      trainers = Double(people) * training.showUp.value * step(index + 1).certified.value
    }
    if let workingDays, sum > workingDays { return nil }
    return sum
  }

  private func shape(
    _ invited: [Int], _ size: Int, _ facilitators: Int, content: Double, probability: Double
  ) -> ShapeSearch.Shape {
    var cost = 0.0
    var (classes, trainerDays) = (0, 0)
    for (index, people) in invited.enumerated() {
      guard let training = step(index + 1).training else { continue }
      let held = (people + size - 1) / size
      classes += held
      trainerDays += held * facilitators * training.days.value
      guard let costs = plan.costs else { continue }
      let come = Double(people) * training.showUp.value
      let each = (costs.participantDay?.value ?? 0) * Double(training.days.value)
      cost += Double(held * facilitators * training.days.value) * (costs.trainerDay?.value ?? 0)
      cost += Double(held * facilitators) * (costs.travel?.value ?? 0)
      cost += Double(held) * (costs.classCost?.value ?? 0)
      cost += come * (each + (costs.materials?.value ?? 0))
    }
    return ShapeSearch.Shape(
      generations: invited.count, classSize: size, facilitators: facilitators, invited: invited,
      classes: classes, cost: plan.costs == nil ? nil : cost, trainerDays: trainerDays,
      content: content, probability: probability, days: days(invited, size, facilitators) ?? 0)
  }
}
