import Glibc

/// Wilcoxon's signed-rank test of paired differences, two-sided.
///
/// Zero differences are dropped and equal ones share their mean rank. Source: Wilcoxon (1945),
/// Biometrics Bulletin 1, 80–83; Pratt and Gibbons (1981), Concepts of Nonparametric Theory, 3.
package struct SignedRankTest: Sendable, Hashable {
  /// How many differences are not zero.
  package let n: Int
  /// The sum of the ranks of the positive differences.
  package let positiveRankSum: Double
  /// The chance of a sum at least as far from its expectation, if signs were drawn by coin.
  package let p: Double
  /// Whether `p` is exact; above 50 differences it is the normal approximation.
  package let isExact: Bool

  /// Up to so many differences the exact distribution is reckoned.
  package static let exactLimit = 50

  /// Returns the test of `differences`, or the reason why there is none.
  ///
  /// - Parameters:
  ///   - differences: Second minus first measurement.
  ///   - scale: The largest measurement. Differences that are nearer to each other (or to zero)
  ///     than 1e-12 of it are equal: 0.3 − 0.2 and 0.2 − 0.1 are a tie, whatever the last bit says.
  /// - Returns: The test, or the reason.
  package static func of(_ differences: [Double], scale: Double) -> Estimate<SignedRankTest> {
    guard differences.allSatisfy(\.isFinite), scale.isFinite else {
      return .undefined(.notFinite)
    }
    guard !differences.isEmpty else { return .undefined(.tooFew(needed: 1)) }
    let tolerance = 1e-12 * scale.magnitude
    let ordered = differences.filter { $0.magnitude > tolerance }
      .sorted { $0.magnitude < $1.magnitude }
    guard !ordered.isEmpty else { return .undefined(.noDifferences) }
    let (ranks, ties) = doubledRanks(ordered.map(\.magnitude), tolerance: tolerance)
    let sum = zip(ordered, ranks).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }
    let isExact = ordered.count <= exactLimit
    let p = isExact ? exactP(ranks, sum) : normalP(ranks, sum, ties: ties)
    return .value(
      SignedRankTest(
        n: ordered.count, positiveRankSum: 0.5 * Double(sum), p: p, isExact: isExact))
  }

  /// Returns twice the mean rank of each of the ascending `values`, a whole number, and the sizes
  /// of the groups of equal values.
  private static func doubledRanks(
    _ values: [Double], tolerance: Double
  ) -> (ranks: [Int], ties: [Int]) {
    var ranks: [Int] = []
    var ties: [Int] = []
    var start = 0
    while start < values.count {
      var end = start + 1
      while end < values.count, values[end] - values[start] <= tolerance { end += 1 }
      // Ranks start + 1 … end; twice their mean is the sum of the first and the last.
      ranks += [Int](repeating: start + 1 + end, count: end - start)
      ties.append(end - start)
      start = end
    }
    return (ranks, ties)
  }

  /// Returns the exact p from the distribution of the doubled rank sum.
  ///
  /// One rank after the other is added with chance one half. All chances are multiples of 2⁻ⁿ with
  /// n ≤ 50 and so exact in a double.
  private static func exactP(_ ranks: [Int], _ sum: Int) -> Double {
    let total = ranks.reduce(0, +)
    var chances = [Double](repeating: 0, count: total + 1)
    chances[0] = 1
    var reached = 0
    for rank in ranks {
      reached += rank
      for value in stride(from: reached, through: 0, by: -1) {
        let without = value <= reached - rank ? chances[value] : 0
        let with = value >= rank ? chances[value - rank] : 0
        chances[value] = 0.5 * (without + with)
      }
    }
    // Turning every sign round shows that the distribution is symmetric, ties or not.
    return min(1, 2 * chances.prefix(min(sum, total - sum) + 1).reduce(0, +))
  }

  /// Returns p by the normal approximation with corrections for ties and continuity.
  ///
  /// Variance n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48. Source: Hollander and Wolfe (1999),
  /// Nonparametric Statistical Methods, 3.1; Lehmann (1975), Nonparametrics, 3.2.
  private static func normalP(_ ranks: [Int], _ sum: Int, ties: [Int]) -> Double {
    let n = Double(ranks.count)
    let tied = ties.map(Double.init).reduce(0) { $0 + ($1 * $1 * $1 - $1) }
    let variance = n * (n + 1) * (2 * n + 1) / 24 - tied / 48
    let distance = (0.5 * Double(sum) - n * (n + 1) / 4).magnitude
    let z = max(0, distance - 0.5) / variance.squareRoot()
    return min(1, erfc(z / 2.0.squareRoot()))
  }
}
