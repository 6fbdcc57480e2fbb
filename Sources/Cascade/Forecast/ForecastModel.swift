import Curriculum
import Source
import Text

/// A plan in the numbers that one run of a forecast needs.
///
/// One run draws every uncertain share once (what nobody knows about the programme), then the
/// people by binomial draws (what chance does even where the shares are known).
struct ForecastModel: Sendable {
  /// A group of people of one generation, taught in classes of its own.
  struct Group: Sendable {
    var province: Int
    var target: Int
    /// The people invited to each class, the full classes first.
    var invited: [Int]
  }

  /// A generation that is trained.
  struct Step: Sendable {
    var number: Int
    var groups: [Group]
    /// Which class of which group is held first, second …: the groups in turn.
    var order: [(group: Int, size: Int)]
    var facilitators: Int
    var classesPerTrainer: Int
    /// How many classes can follow each other within the dates; `nil` without dates.
    var rounds: Int?
    var active: Int
    var showUp: Int
    var dropOut: Int?
    var certified: Int
    var pass: Int?
    /// Months from the middle of the training of the generation before to that of this one.
    var monthsBefore: Double
  }

  var shares: [UncertainShare] = []
  var masters: Int
  var mastersCertified: Int
  var steps: [Step] = []
  var passed: Int?
  var monthlyLoss: Int?
  /// The provinces, by index; an empty text for groups without one.
  var provinces: [String] = []
  let logFactorials: LogFactorials

  /// Creates the model of a plan; generations without training are left out.
  init(_ plan: CascadePlan) {
    let first = plan.generations.first
    masters = first?.people ?? 0
    let largest = plan.generations.map(\.people).max() ?? 0
    logFactorials = LogFactorials(upTo: max(largest * 2, 1000))
    mastersCertified = 0
    var provinceIndex: [String: Int] = [:]
    var uncertain: [UncertainShare] = []
    func add(
      _ kind: UncertainShare.Kind, _ generation: Int?, _ figure: Figure<Double>
    ) -> Int {
      uncertain.append(UncertainShare(kind, generation: generation, figure))
      return uncertain.count - 1
    }
    mastersCertified = add(
      .certified, first?.number ?? 0, first?.certified ?? Figure(0, .assumption))
    passed = plan.fidelity?.passed.map { add(.passed, nil, $0) }
    monthlyLoss = plan.fidelity?.monthlyLoss.map { add(.monthlyLoss, nil, $0) }
    var names: [String] = []
    var middle: Double?
    for generation in plan.generations.dropFirst() {
      guard let training = generation.training else { continue }
      let size = min(training.classSize.value, plan.limits.classSize.value)
      let groups = generation.targets.map { target in
        let name = plan.group(target.group.value)?.province?.value ?? ""
        let index = provinceIndex[name] ?? names.count
        if index == names.count {
          names.append(name)
          provinceIndex[name] = index
        }
        return Group(
          province: index, target: target.people.value,
          invited: Self.invited(target.people.value, size: size, showUp: training.showUp.value))
      }
      let now = training.window.map { window in
        Double(window.value.from.number + window.value.to.number) / 2
      }
      let months = middle.flatMap { before in now.map { max(0, $0 - before) / 30.4375 } } ?? 0
      middle = now ?? middle
      steps.append(
        Step(
          number: generation.number, groups: groups, order: Self.order(groups),
          facilitators: max(1, training.facilitators.value),
          classesPerTrainer: training.classesPerTrainer.value,
          rounds: training.window.map { $0.value.workingDays / max(1, training.days.value) },
          active: add(.active, generation.number, training.active),
          showUp: add(.showUp, generation.number, training.showUp),
          dropOut: training.dropOut.map { add(.dropOut, generation.number, $0) },
          certified: add(.certified, generation.number, generation.certified),
          pass: training.pass.map { add(.pass, generation.number, $0) }, monthsBefore: months))
    }
    shares = uncertain
    provinces = names
  }

  /// The classes of a group as they are planned: as many people are invited as let the target come
  /// on average, the full classes first.
  private static func invited(_ target: Int, size: Int, showUp: Double) -> [Int] {
    guard target > 0, showUp > 0, size > 0 else { return [] }
    let all = Int((Double(target) / showUp - 1e-9).rounded(.up))
    let full = all / size
    return Array(repeating: size, count: full) + (all % size > 0 ? [all % size] : [])
  }

  /// The groups take turns, so that where not all classes can be held no province loses first.
  private static func order(_ groups: [Group]) -> [(group: Int, size: Int)] {
    let most = groups.map(\.invited.count).max() ?? 0
    return (0..<most).flatMap { turn in
      groups.indices.compactMap { group in
        groups[group].invited.indices.contains(turn)
          ? (group, groups[group].invited[turn]) : nil
      }
    }
  }
}

/// What one run came to.
struct ForecastOutcome {
  /// People who stayed to the end, by step.
  var reach: [Int]
  /// The same by step and province, `step × provinces + province`.
  var reachByProvince: [Int32]
  /// Classes held, by step.
  var classes: [Int]
  /// People reached at each quarter of the dates of a step, `step × 4 + quarter`, of that step.
  var quarters: [Int32]
  /// People who pass, by step; 0 where the plan does not say.
  var competent: [Int]
  /// The share of the first learning that arrives, by step; 1 where the plan does not say.
  var content: [Double]
}

extension ForecastModel {
  /// Runs the cascade once.
  ///
  /// - Parameters:
  ///   - draws: The chance of this run.
  ///   - held: A share that stays at a value, by index, for the question what matters most.
  /// - Returns: What it came to.
  func run(_ draws: inout ChanceDraws, held: (index: Int, value: Double)? = nil)
    -> ForecastOutcome
  {
    var values: [Double] = []
    values.reserveCapacity(shares.count)
    for (index, share) in shares.enumerated() {
      // Drawn even where it is held, so that all else stays the same.
      let drawn = share.shapes.map { draws.beta($0.first, $0.second) } ?? share.mean
      if let held, held.index == index { values.append(held.value) } else { values.append(drawn) }
    }
    let provinceCount = provinces.count
    var outcome = ForecastOutcome(
      reach: [], reachByProvince: Array(repeating: 0, count: steps.count * provinceCount),
      classes: [], quarters: Array(repeating: 0, count: steps.count * 4), competent: [],
      content: [])
    var trainers = draws.binomial(masters, values[mastersCertified])
    var content = 1.0
    for (place, step) in steps.enumerated() {
      let active = draws.binomial(trainers, values[step.active])
      let atOnce = active / step.facilitators
      var capacity = active * step.classesPerTrainer / step.facilitators
      if let rounds = step.rounds { capacity = min(capacity, atOnce * rounds) }
      let held = min(step.order.count, capacity)
      var invited = [Int](repeating: 0, count: step.groups.count)
      let stays = values[step.showUp] * (1 - (step.dropOut.map { values[$0] } ?? 0))
      // Classes come one after the other; what a quarter of the dates holds is read off the order.
      var quarterEnds = [held, held, held, held]
      if let rounds = step.rounds, rounds > 0, atOnce > 0 {
        for quarter in 0..<4 {
          quarterEnds[quarter] = min(held, (rounds * (quarter + 1) + 3) / 4 * atOnce)
        }
      }
      var reached = 0
      var next = 0
      for quarter in 0..<4 {
        if quarter == 3 { quarterEnds[3] = held }
        var fresh: [Int] = []
        while next < quarterEnds[quarter] {
          let (group, size) = step.order[next]
          if invited[group] == 0 { fresh.append(group) }
          invited[group] += size
          next += 1
        }
        for group in fresh where invited[group] > 0 {
          let came = draws.binomial(invited[group], stays)
          invited[group] = 0
          outcome.reachByProvince[place * provinceCount + step.groups[group].province] +=
            Int32(truncatingIfNeeded: came)
          reached += came
        }
        outcome.quarters[place * 4 + quarter] = Int32(truncatingIfNeeded: reached)
      }
      if let passed { content *= values[passed] }
      if let monthlyLoss {
        content *= Elementary.power(max(0, 1 - values[monthlyLoss]), step.monthsBefore)
      }
      outcome.reach.append(reached)
      outcome.classes.append(held)
      outcome.competent.append(step.pass.map { draws.binomial(reached, values[$0]) } ?? 0)
      outcome.content.append(content)
      trainers = draws.binomial(reached, values[step.certified])
    }
    return outcome
  }
}
