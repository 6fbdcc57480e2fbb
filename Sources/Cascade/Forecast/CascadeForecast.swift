package import Curriculum
package import Text

/// What a plan may come to.
package struct CascadeForecast: Sendable {
  /// The plan.
  package var plan: CascadePlan
  /// How many runs stand behind it.
  package var runs: Int
  /// What decided the chance.
  package var seed: Int
  /// What nobody knows exactly.
  package var shares: [UncertainShare]
  /// The generations that are trained, in order.
  package var generations: [Generation]
  /// The provinces of each generation that has any.
  package var provinces: [Province]
  /// How reach grows over time.
  package var fan: [Moment]
  /// All generations together.
  package var total: Total
  /// What moves the reach most, the strongest first.
  package var tornado: [Influence]
  /// The least share of learning that should arrive; `nil` where the plan sets none.
  package var contentFloor: Double?

  /// The 5th, 25th, 50th, 75th and 95th percentile of a number of people.
  package struct Spread: Sendable, Hashable {
    /// The 5th percentile.
    package var p5: Int
    /// The 25th percentile.
    package var p25: Int
    /// The median.
    package var p50: Int
    /// The 75th percentile.
    package var p75: Int
    /// The 95th percentile.
    package var p95: Int
    /// The mean.
    package var mean: Double
  }

  /// A share of learning that arrives.
  package struct Content: Sendable, Hashable {
    /// The 5th percentile.
    package var low: Double
    /// The median.
    package var median: Double
    /// The 95th percentile.
    package var high: Double
  }

  /// A generation.
  package struct Generation: Sendable, Hashable {
    /// Its number.
    package var number: Int
    /// Its title.
    package var title: LocalizedText
    /// People to be reached.
    package var target: Int
    /// People who stayed to the end.
    package var reach: Spread
    /// Classes held.
    package var classes: Spread
    /// People who pass; `nil` where the plan says nothing of passing.
    package var competent: Spread?
    /// The share of the runs in which the target is met by the last of its days.
    package var meetsTarget: Double
    /// The last of its days; `nil` without dates.
    package var lastDay: CalendarDate?
    /// The share of the first learning that arrives; `nil` where the plan says nothing of it.
    package var content: Content?
    /// The share of the runs in which at least the floor arrives; `nil` without a floor.
    package var keepsFloor: Double?
  }

  /// A province in a generation.
  package struct Province: Sendable, Hashable {
    /// The generation.
    package var generation: Int
    /// The province, as an id.
    package var province: String
    /// People to be reached.
    package var target: Int
    /// People who stayed to the end.
    package var reach: Spread
    /// The share of the runs in which its target is met.
    package var meetsTarget: Double
  }

  /// How many people are reached by a day.
  package struct Moment: Sendable, Hashable {
    /// The day.
    package var day: CalendarDate
    /// The people, all generations so far together.
    package var reach: Spread
  }

  /// All generations together.
  package struct Total: Sendable, Hashable {
    /// People to be reached.
    package var target: Int
    /// People who stayed to the end.
    package var reach: Spread
    /// The share of the runs in which the sum is met.
    package var meetsTarget: Double
    /// The share of the runs in which every generation meets its target.
    package var meetsAll: Double
  }

  /// How much one uncertain share moves the mean reach.
  package struct Influence: Sendable, Hashable {
    /// The share.
    package var share: UncertainShare
    /// Its 10th percentile.
    package var low: Double
    /// Its 90th percentile.
    package var high: Double
    /// The mean reach of all generations where it stays low.
    package var reachAtLow: Double
    /// The mean reach of all generations where it stays high.
    package var reachAtHigh: Double
    /// How far the reach moves.
    package var span: Double { reachAtHigh - reachAtLow }

    /// What decides between two that move the reach as much.
    var order: String { "\(share.generation ?? -1)/\(share.kind.rawValue)" }
  }
}

extension Forecasting {
  static func spread(_ values: [Int32]) -> CascadeForecast.Spread {
    let sorted = values.sorted()
    guard !sorted.isEmpty else {
      return CascadeForecast.Spread(p5: 0, p25: 0, p50: 0, p75: 0, p95: 0, mean: 0)
    }
    func at(_ share: Double) -> Int {
      Int(sorted[Int((Double(sorted.count - 1) * share).rounded())])
    }
    let sum = sorted.reduce(0.0) { $0 + Double($1) }
    return CascadeForecast.Spread(
      p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95),
      mean: sum / Double(sorted.count))
  }

  private static func share<Value>(_ values: [Value], _ holds: (Value) -> Bool) -> Double {
    values.isEmpty ? 0 : Double(values.count(where: holds)) / Double(values.count)
  }

  static func generations(
    _ plan: CascadePlan, _ model: ForecastModel, _ tally: Tally
  ) -> [CascadeForecast.Generation] {
    let knowsContent = model.passed != nil || model.monthlyLoss != nil
    return model.steps.indices.map { place -> CascadeForecast.Generation in
      let step = model.steps[place]
      let generation = plan.generations.first { $0.number == step.number }
      let target = step.groups.reduce(0) { $0 + $1.target }
      let content = tally.content[place].sorted()
      func at(_ share: Double) -> Double {
        content.isEmpty ? 0 : Double(content[Int((Double(content.count - 1) * share).rounded())])
      }
      return CascadeForecast.Generation(
        number: step.number, title: generation?.title ?? LocalizedText(same: ""), target: target,
        reach: spread(tally.reach[place]), classes: spread(tally.classes[place]),
        competent: step.pass == nil ? nil : spread(tally.competent[place]),
        meetsTarget: share(tally.reach[place]) { Int($0) >= target },
        lastDay: generation?.training?.window?.value.to,
        content: knowsContent
          ? CascadeForecast.Content(low: at(0.05), median: at(0.5), high: at(0.95)) : nil,
        keepsFloor: knowsContent
          ? plan.fidelity?.floor.map { floor in share(content) { Double($0) >= floor.value } }
          : nil)
    }
  }

  static func provinces(
    _ plan: CascadePlan, _ model: ForecastModel, _ tally: Tally
  ) -> [CascadeForecast.Province] {
    model.steps.indices.flatMap { place -> [CascadeForecast.Province] in
      let step = model.steps[place]
      return model.provinces.indices.compactMap { province -> CascadeForecast.Province? in
        let target = step.groups.filter { $0.province == province }.reduce(0) { $0 + $1.target }
        guard target > 0, !model.provinces[province].isEmpty else { return nil }
        let values = tally.province[place * model.provinces.count + province]
        return CascadeForecast.Province(
          generation: step.number, province: model.provinces[province], target: target,
          reach: spread(values), meetsTarget: share(values) { Int($0) >= target })
      }
    }
  }

  static func total(_ model: ForecastModel, _ tally: Tally) -> CascadeForecast.Total {
    let targets = model.steps.map { $0.groups.reduce(0) { $0 + $1.target } }
    let target = targets.reduce(0, +)
    let runs = tally.reach.first?.count ?? 0
    let sums = (0..<runs).map { run in tally.reach.reduce(Int32(0)) { $0 &+ $1[run] } }
    let all = (0..<runs).count { run in
      zip(tally.reach, targets).allSatisfy { Int($0[run]) >= $1 }
    }
    return CascadeForecast.Total(
      target: target, reach: spread(sums), meetsTarget: share(sums) { Int($0) >= target },
      meetsAll: runs > 0 ? Double(all) / Double(runs) : 0)
  }

  /// How the sum grows: at each quarter of the dates of each generation, in the order of days.
  static func fan(
    _ plan: CascadePlan, _ model: ForecastModel, _ tally: Tally
  ) -> [CascadeForecast.Moment] {
    let runs = tally.reach.first?.count ?? 0
    var moments: [(day: CalendarDate, step: Int, quarter: Int)] = []
    for (place, step) in model.steps.enumerated() {
      guard
        let window = plan.generations.first(where: { $0.number == step.number })?
          .training?.window?.value
      else { continue }
      let length = window.to.number - window.from.number
      for quarter in 0..<4 {
        if let day = window.from.adding(days: length * (quarter + 1) / 4) {
          moments.append((day, place, quarter))
        }
      }
    }
    moments.sort { ($0.day, $0.step, $0.quarter) < ($1.day, $1.step, $1.quarter) }
    var latest = [Int?](repeating: nil, count: model.steps.count)
    return moments.map { moment in
      latest[moment.step] = moment.quarter
      let sums = (0..<runs).map { run in
        latest.indices.reduce(Int32(0)) { sum, step in
          sum &+ (latest[step].map { tally.quarters[step * 4 + $0][run] } ?? 0)
        }
      }
      return CascadeForecast.Moment(day: moment.day, reach: spread(sums))
    }
  }
}
