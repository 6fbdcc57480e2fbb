package import Curriculum
import Dispatch
import Text

/// Forecasts what a plan may come to when its figures are not known exactly.
package enum Forecasting {
  /// The runs that are made where nobody says how many.
  package static let defaultRuns = 10_000
  /// How many runs may be asked for.
  package static let allowedRuns = 100...1_000_000
  /// The runs behind each bar of the question what matters most.
  static let tornadoRuns = 1000

  /// Runs a plan many times.
  ///
  /// Each run has a source of chance of its own, made from the seed and its number, so the result
  /// does not depend on how many threads ran.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - runs: How many runs, 100 to 1,000,000; a number outside is moved to the nearest inside.
  ///   - seed: What decides the chance.
  /// - Returns: Quantiles by generation and province, the probability that targets are met, and
  ///   what matters most.
  package static func forecast(_ plan: CascadePlan, runs: Int, seed: Int) -> CascadeForecast {
    let runs = min(allowedRuns.upperBound, max(allowedRuns.lowerBound, runs))
    let model = ForecastModel(plan)
    let tally = tally(model, runs: runs, seed: seed)
    return CascadeForecast(
      plan: plan, runs: runs, seed: seed, shares: model.shares,
      generations: generations(plan, model, tally),
      provinces: provinces(plan, model, tally), fan: fan(plan, model, tally),
      total: total(model, tally), tornado: tornado(model, seed: seed),
      contentFloor: plan.fidelity?.floor?.value)
  }

  /// What all runs came to, column by column.
  struct Tally: Sendable {
    var reach: [[Int32]]
    var classes: [[Int32]]
    var competent: [[Int32]]
    var content: [[Float]]
    var province: [[Int32]]
    var quarters: [[Int32]]
  }

  static func draws(_ model: ForecastModel, seed: Int, run: Int) -> ChanceDraws {
    var mixer = SeededGenerator(
      seed: UInt64(bitPattern: Int64(seed)) &+ UInt64(run) &* 0xD1B5_4A32_D192_ED03)
    return ChanceDraws(SeededGenerator(seed: mixer.next()), model.logFactorials)
  }

  private static func tally(_ model: ForecastModel, runs: Int, seed: Int) -> Tally {
    let steps = model.steps.count
    let provinces = model.provinces.count
    let chunks = 16
    let parts = Parts(count: chunks)
    DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
      let range = (runs * chunk / chunks)..<(runs * (chunk + 1) / chunks)
      var part = Tally(
        reach: Array(repeating: [], count: steps), classes: Array(repeating: [], count: steps),
        competent: Array(repeating: [], count: steps), content: Array(repeating: [], count: steps),
        province: Array(repeating: [], count: steps * provinces),
        quarters: Array(repeating: [], count: steps * 4))
      for run in range {
        var draws = draws(model, seed: seed, run: run)
        let outcome = model.run(&draws)
        for step in 0..<steps {
          part.reach[step].append(Int32(truncatingIfNeeded: outcome.reach[step]))
          part.classes[step].append(Int32(truncatingIfNeeded: outcome.classes[step]))
          part.competent[step].append(Int32(truncatingIfNeeded: outcome.competent[step]))
          part.content[step].append(Float(outcome.content[step]))
        }
        for (index, value) in outcome.reachByProvince.enumerated() {
          part.province[index].append(value)
        }
        for (index, value) in outcome.quarters.enumerated() { part.quarters[index].append(value) }
      }
      parts.set(chunk, part)
    }
    return parts.joined()
  }

  private static func tornado(_ model: ForecastModel, seed: Int) -> [CascadeForecast.Influence] {
    let ranges = model.shares.indices.compactMap { index in
      let share = model.shares[index]
      return share.kind == .passed || share.kind == .monthlyLoss || share.kind == .pass
        ? nil : bounds(share, seed: seed).map { (index, share, $0.low, $0.high) }
    }
    let results = Means(count: ranges.count * 2)
    DispatchQueue.concurrentPerform(iterations: ranges.count * 2) { place in
      let (index, _, low, high) = ranges[place / 2]
      let value = place % 2 == 0 ? low : high
      var sum = 0.0
      for run in 0..<tornadoRuns {
        var draws = draws(model, seed: seed, run: run)
        let outcome = model.run(&draws, held: (index, value))
        sum += Double(outcome.reach.reduce(0, +))
      }
      results.set(place, sum / Double(tornadoRuns))
    }
    return ranges.enumerated().map { place, range in
      CascadeForecast.Influence(
        share: range.1, low: range.2, high: range.3, reachAtLow: results[place * 2],
        reachAtHigh: results[place * 2 + 1])
    }
    .sorted { left, right in
      (abs(right.span), left.order) < (abs(left.span), right.order)
    }
  }

  /// The 10th and the 90th percentile of a share, from 2,001 draws of its own.
  private static func bounds(
    _ share: UncertainShare, seed: Int
  ) -> (low: Double, high: Double)? {
    guard let shapes = share.shapes else { return nil }
    var draws = ChanceDraws(
      SeededGenerator(
        seed: UInt64(bitPattern: Int64(seed)),
        purpose: "bounds/\(share.kind.rawValue)/\(share.generation ?? -1)"),
      LogFactorials(upTo: 2))
    let values = (0..<2001).map { _ in draws.beta(shapes.first, shapes.second) }.sorted()
    return (values[200], values[1800])
  }
}

/// The parts of a tally, each written by the thread that made it.
private final class Parts: @unchecked Sendable {
  private let lock = DispatchSemaphore(value: 1)
  private var parts: [Forecasting.Tally?]

  init(count: Int) { parts = Array(repeating: nil, count: count) }

  func set(_ index: Int, _ part: Forecasting.Tally) {
    lock.wait()
    parts[index] = part
    lock.signal()
  }

  func joined() -> Forecasting.Tally {
    let all = parts.compactMap(\.self)
    func join<Value>(_ path: KeyPath<Forecasting.Tally, [[Value]]>) -> [[Value]] {
      guard let first = all.first?[keyPath: path] else { return [] }
      return first.indices.map { column in all.flatMap { $0[keyPath: path][column] } }
    }
    return Forecasting.Tally(
      reach: join(\.reach), classes: join(\.classes), competent: join(\.competent),
      content: join(\.content), province: join(\.province), quarters: join(\.quarters))
  }
}

/// Numbers, each written by the thread that found it.
private final class Means: @unchecked Sendable {
  private let lock = DispatchSemaphore(value: 1)
  private var values: [Double]

  init(count: Int) { values = Array(repeating: 0, count: count) }

  func set(_ index: Int, _ value: Double) {
    lock.wait()
    values[index] = value
    lock.signal()
  }

  subscript(index: Int) -> Double { values[index] }
}
