/// How far any number of raters agree, whatever the level of measurement, with missing ratings.
///
/// α = 1 − D_o/D_e over the coincidences of values within units. Source: Krippendorff (2011),
/// Computing Krippendorff's alpha-reliability, University of Pennsylvania.
package struct KrippendorffAlpha: Sendable, Hashable {
  /// What the difference of two values means.
  package enum Metric: String, Sendable, Hashable, CaseIterable {
    /// Names without an order.
    case nominal
    /// An order.
    case ordinal
    /// Distances.
    case interval
    /// Distances from a true zero.
    case ratio
  }

  /// The metric.
  package let metric: Metric
  /// How many units have two ratings or more; the others say nothing of agreement.
  package let units: Int
  /// How many ratings these have.
  package let ratings: Int
  /// Alpha; below zero where raters disagree more than by chance.
  package let value: Estimate<Double>

  /// Creates the measure.
  ///
  /// - Parameters:
  ///   - ratings: For each unit the values that raters gave; missing ones are left out.
  ///   - metric: What the difference of two values means.
  package init(_ ratings: [[Double]], metric: Metric) {
    self.metric = metric
    let pairable = ratings.filter { $0.count > 1 }
    units = pairable.count
    self.ratings = pairable.reduce(0) { $0 + $1.count }
    guard pairable.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      value = .undefined(.notFinite)
      return
    }
    value = Self.alpha(Self.prepared(pairable, metric))
  }

  /// The interval by resampling units.
  ///
  /// Percentiles of alpha over `samples` draws of units with replacement; draws without any
  /// variation are counted as 1, which is what a new sample without disagreement shows.
  ///
  /// - Parameters:
  ///   - ratings: The ratings that the measure was made of.
  ///   - metric: The metric.
  ///   - samples: How many draws, at least 100.
  ///   - confidence: The confidence, between 0 and 1.
  ///   - generator: The source of chance.
  /// - Returns: The interval, or the reason why there is none.
  package static func interval(
    _ ratings: [[Double]], metric: Metric, samples: Int = 2000, confidence: Double = 0.95,
    using generator: inout some RandomNumberGenerator
  ) -> Estimate<ConfidenceInterval> {
    let pairable = ratings.filter { $0.count > 1 }
    guard pairable.count > 1 else { return .undefined(.tooFew(needed: 2)) }
    let own = KrippendorffAlpha(ratings, metric: metric).value
    if let reason = own.reason { return .undefined(reason) }
    let prepared = prepared(pairable, metric)
    var values: [Double] = []
    for _ in 0..<max(100, samples) {
      let drawn = (0..<pairable.count).map { _ in
        prepared.units[Int(generator.next(upperBound: UInt64(pairable.count)))]
      }
      values.append(
        alpha(Prepared(values: prepared.values, units: drawn, metric: metric)).value ?? 1)
    }
    values.sort()
    return .value(
      ConfidenceInterval(
        low: Quantiles.interpolated(values, 0.5 * (1 - confidence)),
        high: Quantiles.interpolated(values, 0.5 * (1 + confidence))))
  }

  // MARK: The reckoning

  /// The distinct values in order, and each unit as counts of them.
  private struct Prepared {
    var values: [Double]
    var units: [[(value: Int, count: Double)]]
    var metric: Metric
  }

  private static func prepared(_ ratings: [[Double]], _ metric: Metric) -> Prepared {
    let values = Set(ratings.joined()).sorted()
    let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    let units = ratings.map { unit in
      var counts: [Int: Double] = [:]
      for value in unit { counts[places[value] ?? 0, default: 0] += 1 }
      return counts.sorted { $0.key < $1.key }.map { (value: $0.key, count: $0.value) }
    }
    return Prepared(values: values, units: units, metric: metric)
  }

  private static func alpha(_ data: Prepared) -> Estimate<Double> {
    guard !data.units.isEmpty else { return .undefined(.tooFew(needed: 1)) }
    let width = data.values.count
    var totals = [Double](repeating: 0, count: width)
    for unit in data.units {
      for (value, count) in unit { totals[value] += count }
    }
    let n = totals.reduce(0, +)
    let differences = differences(data.values, totals, data.metric)
    var observed = 0.0
    for unit in data.units {
      let size = unit.reduce(0) { $0 + $1.count }
      for (first, one) in unit {
        for (second, other) in unit where second != first {
          observed += one * other * differences(first, second) / (size - 1)
        }
      }
    }
    var expected = 0.0
    for first in 0..<width where totals[first] > 0 {
      for second in 0..<width where second != first && totals[second] > 0 {
        expected += totals[first] * totals[second] * differences(first, second)
      }
    }
    guard expected > 0 else { return .undefined(.noVariation) }
    return .checked(1 - (n - 1) * observed / expected)
  }

  /// Returns the squared difference function of a metric.
  private static func differences(
    _ values: [Double], _ totals: [Double], _ metric: Metric
  ) -> (Int, Int) -> Double {
    switch metric {
    case .nominal: return { $0 == $1 ? 0 : 1 }
    case .interval:
      return { (values[$0] - values[$1]) * (values[$0] - values[$1]) }
    case .ratio:
      return {
        let sum = values[$0] + values[$1]
        guard sum != 0 else { return 0 }
        let ratio = (values[$0] - values[$1]) / sum
        return ratio * ratio
      }
    case .ordinal:
      var below = [0.0]
      for total in totals { below.append((below.last ?? 0) + total) }
      return { first, second in
        let low = min(first, second)
        let high = max(first, second)
        let between = below[high + 1] - below[low] - 0.5 * (totals[low] + totals[high])
        return between * between
      }
    }
  }
}
