import Glibc

/// Confidence intervals of a mean by drawing again from the same people.
package struct Resampling: Sendable, Hashable {
  /// How often was drawn.
  package let draws: Int
  /// The seed.
  package let seed: UInt64
  /// The middle 95 % of the means.
  ///
  /// Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, 13.3; quantiles by
  /// linear interpolation (`Quantiles.interpolated`).
  package let percentile: Estimate<ConfidenceInterval>
  /// The same, corrected for bias and for a spread that changes with the mean (BCa).
  ///
  /// Source: Efron (1987), Journal of the American Statistical Association 82, 171–185; for a mean
  /// the acceleration is Σ(d − d̄)³ / (6 (Σ(d − d̄)²)^{3/2}).
  package let biasCorrected: Estimate<ConfidenceInterval>

  /// As many means are drawn by one stream of chance; the streams do not depend on the cores.
  private static let blockSize = 125

  /// Creates the intervals of the mean of `values`.
  ///
  /// Each draw takes as many people as there are, each equally likely up to a share of n/2³². The
  /// values are put in order first, so that the order of people never matters.
  ///
  /// - Parameters:
  ///   - values: The values, for example gains.
  ///   - draws: How often to draw; at least 100 for an interval.
  ///   - seed: The seed of chance.
  ///   - purpose: What the draws are for, so that two groups do not share them.
  ///   - confidence: The confidence, between 0 and 1.
  package init(
    _ values: [Double], draws: Int, seed: UInt64, purpose: String = "", confidence: Double = 0.95
  ) {
    self.draws = draws
    self.seed = seed
    guard values.count > 1, draws >= 100 else {
      let reason = UndefinedReason.tooFew(needed: values.count > 1 ? 100 : 2)
      percentile = .undefined(reason)
      biasCorrected = .undefined(reason)
      return
    }
    guard values.allSatisfy({ $0.magnitude < 1e100 }) else {
      percentile = .undefined(.notFinite)
      biasCorrected = .undefined(.notFinite)
      return
    }
    guard !Moments.isConstant(values) else {
      percentile = .undefined(.noVariation)
      biasCorrected = .undefined(.noVariation)
      return
    }
    let sorted = values.sorted()
    let mean = Moments.mean(sorted)
    let deviations = sorted.map { $0 - mean }
    let means = Self.means(deviations, draws: draws, seed: seed, purpose: purpose).sorted()
    let tail = 0.5 * (1 - confidence)
    percentile = .value(
      ConfidenceInterval(
        low: mean + Quantiles.interpolated(means, tail),
        high: mean + Quantiles.interpolated(means, 1 - tail)))
    biasCorrected = Self.corrected(means, deviations, tail).map {
      ConfidenceInterval(low: mean + $0.low, high: mean + $0.high)
    }
  }

  /// Returns the means of the draws, as distances from the mean of the values.
  static func means(
    _ deviations: [Double], draws: Int, seed: UInt64, purpose: String
  ) -> [Double] {
    let count = (draws + blockSize - 1) / blockSize
    let start = purpose.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let blocks = Parallel.map(count) { block -> [Double] in
      var chance = DrawStream(seed: start &+ UInt64(block) &* 0xD134_2543_DE82_EF95)
      let size = min(blockSize, draws - block * blockSize)
      return (0..<size).map { _ in chance.mean(deviations) }
    }
    return Array(blocks.joined())
  }

  private static func corrected(
    _ means: [Double], _ deviations: [Double], _ tail: Double
  ) -> Estimate<ConfidenceInterval> {
    // Half of the means that are the very mean count as below it.
    let below = Double(means.count { $0 < 0 }) + 0.5 * Double(means.count { $0 == 0 })
    let share = below / Double(means.count)
    guard share > 0, share < 1 else { return .undefined(.noSolution) }
    let bias = NormalDistribution.quantile(share)
    let square = deviations.reduce(0) { $0 + $1 * $1 }
    let cube = deviations.reduce(0) { $0 + $1 * $1 * $1 }
    let acceleration = cube / (6 * square * square.squareRoot())
    func end(_ probability: Double) -> Double? {
      let z = bias + NormalDistribution.quantile(probability)
      let denominator = 1 - acceleration * z
      guard denominator > 0 else { return nil }
      return Quantiles.interpolated(means, NormalDistribution.cumulative(bias + z / denominator))
    }
    guard let low = end(tail), let high = end(1 - tail) else { return .undefined(.noSolution) }
    return .value(ConfidenceInterval(low: low, high: high))
  }
}

/// Random places in a list, two from every 64 random bits.
///
/// SplitMix64. Source: Steele, Lea and Flood (2014), OOPSLA, doi:10.1145/2660193.2660195.
struct DrawStream {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns the mean of as many values as there are, drawn with putting back.
  mutating func mean(_ values: [Double]) -> Double {
    let count = UInt64(values.count)
    let span = values.span
    var (first, second) = (0.0, 0.0)
    for _ in 0..<(values.count / 2) {
      let bits = next()
      first += span[Int(((bits & 0xFFFF_FFFF) &* count) >> 32)]
      second += span[Int(((bits >> 32) &* count) >> 32)]
    }
    if !values.count.isMultiple(of: 2) {
      first += span[Int(((next() & 0xFFFF_FFFF) &* count) >> 32)]
    }
    return (first + second) / Double(values.count)
  }
}
