/// Means of several groups, each drawn towards what all have in common as far as chance alone
/// could have moved it.
///
/// The variance between groups is the moment estimate of DerSimonian and Laird,
/// τ² = (Q − (k − 1)) / (Σw − Σw²/Σw) with w = 1/v and not below 0; a group's effect is
/// μ + (1 − B)(y − μ) with B = v/(v + τ²), and its variance (1 − B)·v + B²·Var(μ). Sources:
/// DerSimonian and Laird (1986), Controlled Clinical Trials 7, 177–188; Morris (1983), Journal of
/// the American Statistical Association 78, 47–55. That τ² is itself an estimate is not in the
/// intervals.
package struct ShrunkenMeans: Sendable, Hashable {
  /// The mean of all groups, by weights 1/(v + τ²).
  package let mean: Double
  /// τ², how far groups differ beyond chance.
  package let between: Double
  /// The groups, in the order in which they came.
  package let groups: [Group]

  /// One group.
  package struct Group: Sendable, Hashable {
    /// The mean as it was observed.
    package var observed: Double
    /// The mean drawn towards all.
    package var shrunken: Double
    /// 1 − B, the share of the observed distance that stays, 0 to 1.
    package var kept: Double
    /// The interval of the shrunken mean.
    package var interval: ConfidenceInterval
  }

  /// Creates the means; `nil` for fewer than two groups, or where a variance is not above zero.
  ///
  /// - Parameters:
  ///   - values: The mean of each group with the variance of that mean.
  ///   - confidence: The confidence of the intervals, between 0 and 1.
  package init?(_ values: [(mean: Double, variance: Double)], confidence: Double = 0.95) {
    guard values.count > 1,
      values.allSatisfy({
        $0.mean.magnitude < 1e100 && $0.variance > 1e-100 && $0.variance < 1e100
      })
    else { return nil }
    func pooled(_ extra: Double) -> (mean: Double, weights: Double, squares: Double) {
      var (sum, weights, squares) = (0.0, 0.0, 0.0)
      for value in values {
        let weight = 1 / (value.variance + extra)
        sum += weight * value.mean
        weights += weight
        squares += weight * weight
      }
      return (sum / weights, weights, squares)
    }
    let fixed = pooled(0)
    let q = values.reduce(0) {
      $0 + ($1.mean - fixed.mean) * ($1.mean - fixed.mean) / $1.variance
    }
    let room = fixed.weights - fixed.squares / fixed.weights
    let between = room > 0 ? max(0, (q - Double(values.count - 1)) / room) : 0
    let all = pooled(between)
    let z = NormalDistribution.quantile(0.5 + 0.5 * confidence)
    self.between = between
    mean = all.mean
    groups = values.map { value in
      let kept = between / (between + value.variance)
      let shrunken = all.mean + kept * (value.mean - all.mean)
      let variance = kept * value.variance + (1 - kept) * (1 - kept) / all.weights
      let half = z * variance.squareRoot()
      return Group(
        observed: value.mean, shrunken: shrunken, kept: kept,
        interval: ConfidenceInterval(low: shrunken - half, high: shrunken + half))
    }
  }
}
