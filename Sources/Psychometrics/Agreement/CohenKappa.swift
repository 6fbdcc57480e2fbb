/// How far two raters agree beyond chance on the same subjects (Cohen's kappa).
///
/// κ = (p_o − p_e)/(1 − p_e), with weights for near misses where the categories have an order.
/// Sources: Cohen (1960), Educational and Psychological Measurement 20, 37–46; Cohen (1968),
/// Psychological Bulletin 70, 213–220 for the weights.
package struct CohenKappa: Sendable, Hashable {
  /// What a disagreement counts.
  package enum Weights: String, Sendable, Hashable, CaseIterable {
    /// Every disagreement counts the same: categories without an order.
    case unweighted
    /// By the distance of the categories.
    case linear
    /// By the square of the distance.
    case quadratic

    /// The agreement of two categories, from 0 up to 1 for the same one.
    fileprivate func agreement(_ first: Int, _ second: Int, of count: Int) -> Double {
      guard first != second else { return 1 }
      let distance = Double(abs(first - second)) / Double(max(1, count - 1))
      return switch self {
      case .unweighted: 0
      case .linear: 1 - distance
      case .quadratic: 1 - distance * distance
      }
    }
  }

  /// The weights.
  package let weights: Weights
  /// How many subjects both raters judged.
  package let n: Int
  /// The share on which they agree, weighted.
  package let observed: Estimate<Double>
  /// The share on which they would agree by chance, weighted.
  package let expected: Estimate<Double>
  /// Kappa; below zero where they agree less than by chance.
  package let value: Estimate<Double>
  /// The standard error in large samples, not under the null hypothesis.
  ///
  /// Source: Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323–327, formula 13.
  package let standardError: Estimate<Double>
  /// The interval κ ± z · standard error, cut at 1.
  package let interval: Estimate<ConfidenceInterval>

  /// Creates the measure.
  ///
  /// - Parameters:
  ///   - ratings: For each subject the categories that the two raters chose, counted from 0 in
  ///     their order; a subject with a missing rating is left out by the caller.
  ///   - categories: How many categories there are; a rating outside of them undefines the measure.
  ///   - weights: What a disagreement counts.
  ///   - confidence: The confidence of the interval, between 0 and 1.
  package init(
    _ ratings: [(Int, Int)], categories: Int, weights: Weights = .unweighted,
    confidence: Double = 0.95
  ) {
    self.weights = weights
    n = ratings.count
    guard !ratings.isEmpty, categories > 0,
      ratings.allSatisfy({ (0..<categories).contains($0.0) && (0..<categories).contains($0.1) })
    else {
      let reason = UndefinedReason.tooFew(needed: 1)
      observed = .undefined(reason)
      expected = .undefined(reason)
      value = .undefined(reason)
      standardError = .undefined(reason)
      interval = .undefined(reason)
      return
    }
    let count = Double(ratings.count)
    var shares = [Double](repeating: 0, count: categories * categories)
    for (first, second) in ratings { shares[first * categories + second] += 1 / count }
    let all = 0..<categories
    let rows = all.map { row in all.reduce(0) { $0 + shares[row * categories + $1] } }
    let columns = all.map { column in all.reduce(0) { $0 + shares[$1 * categories + column] } }
    func agreement(_ row: Int, _ column: Int) -> Double {
      weights.agreement(row, column, of: categories)
    }
    var agreed = 0.0
    var chance = 0.0
    for row in all {
      for column in all {
        let weight = agreement(row, column)
        agreed += weight * shares[row * categories + column]
        chance += weight * rows[row] * columns[column]
      }
    }
    observed = .value(agreed)
    expected = .value(chance)
    // One category for everybody: there is nothing on which they could have disagreed.
    guard 1 - chance > 1e-12 else {
      value = .undefined(.noVariation)
      standardError = .undefined(.noVariation)
      interval = .undefined(.noVariation)
      return
    }
    let kappa = (agreed - chance) / (1 - chance)
    value = .value(kappa)
    let rowWeights = all.map { row in all.reduce(0) { $0 + columns[$1] * agreement(row, $1) } }
    let columnWeights = all.map { column in
      all.reduce(0) { $0 + rows[$1] * agreement($1, column) }
    }
    var sum = 0.0
    for row in all {
      for column in all {
        let term = agreement(row, column) - (rowWeights[row] + columnWeights[column]) * (1 - kappa)
        sum += shares[row * categories + column] * term * term
      }
    }
    let centre = kappa - chance * (1 - kappa)
    let variance = max(0, sum - centre * centre) / (count * (1 - chance) * (1 - chance))
    standardError = .checked(variance.squareRoot())
    let half = NormalDistribution.quantile(0.5 + 0.5 * confidence) * variance.squareRoot()
    interval = .value(ConfidenceInterval(low: kappa - half, high: min(1, kappa + half)))
  }
}
