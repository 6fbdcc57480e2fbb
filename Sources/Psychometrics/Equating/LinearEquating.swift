/// Which spread a score's variance divides by; it moves a linear equating in the fifth digit.
package enum SpreadDivisor: String, Sendable, Hashable, CaseIterable {
  /// The number of people less one.
  case sample = "n-1"
  /// The number of people.
  case population = "n"
}

/// Scores of one group: on the test, and on the questions that both groups answered.
package struct AnchoredScores: Sendable, Hashable {
  /// Each person's total.
  package let total: [Double]
  /// The same person's score on the anchor.
  package let anchor: [Double]

  /// Creates the scores; both lists are of the same people in the same order.
  package init?(total: [Double], anchor: [Double]) {
    guard total.count == anchor.count, (total + anchor).allSatisfy({ $0.magnitude < 1e100 }) else {
      return nil
    }
    self.total = total
    self.anchor = anchor
  }

  struct Summary {
    var mean: (total: Double, anchor: Double)
    var variance: (total: Double, anchor: Double)
    var covariance: Double
  }

  func summary(_ divisor: SpreadDivisor) -> Summary {
    let count = Double(total.count) - (divisor == .sample ? 1 : 0)
    return Summary(
      mean: (Moments.mean(total), Moments.mean(anchor)),
      variance: (
        Moments.crossProduct(total, total) / count, Moments.crossProduct(anchor, anchor) / count
      ),
      covariance: Moments.crossProduct(total, anchor) / count)
  }
}

/// A straight line that turns scores on form X into scores on form Y.
package struct LinearEquating: Sendable, Hashable {
  /// How the line is found.
  package enum Method: String, Sendable, Hashable, CaseIterable {
    /// The means are made equal; equivalent groups.
    case mean
    /// The means and the spreads are made equal; equivalent groups.
    case linear
    /// Common questions, and the same regression on them in both groups.
    case tucker
    /// Common questions, and the same true-score relation; observed scores.
    case levine
    /// The same relation, for true scores.
    case levineTrue = "levine-true"
    /// From X to the anchor in one group, from there to Y in the other.
    case chained
  }

  /// The method.
  package let method: Method
  /// The divisor of variances.
  package let divisor: SpreadDivisor
  /// The weight of the group that took X, 0 to 1, in the population that the line is for.
  package let weight: Double
  /// The score on Y of somebody with none on X.
  package let intercept: Double
  /// The points on Y that a point on X is worth.
  package let slope: Double

  /// Returns the score on Y that a score on X is worth.
  package func equated(_ score: Double) -> Double { intercept + slope * score }

  /// Equates groups that may be taken for equal, such as by lot.
  ///
  /// Source: Kolen and Brennan (2014), Test Equating, Scaling, and Linking, 3rd edition, chapter 2.
  package static func equivalent(
    x: [Double], y: [Double], method: Method, divisor: SpreadDivisor = .sample
  ) -> Estimate<LinearEquating> {
    guard x.count > 1, y.count > 1 else { return .undefined(.tooFew(needed: 2)) }
    guard (x + y).allSatisfy({ $0.magnitude < 1e100 }) else { return .undefined(.notFinite) }
    let means = (Moments.mean(x), Moments.mean(y))
    var slope = 1.0
    if method != .mean {
      guard !Moments.isConstant(x) else { return .undefined(.noVariation) }
      let counts = divisor == .sample ? (x.count - 1, y.count - 1) : (x.count, y.count)
      slope =
        ((Moments.crossProduct(y, y) / Double(counts.1))
        / (Moments.crossProduct(x, x) / Double(counts.0))).squareRoot()
    }
    return .value(
      LinearEquating(
        method: method, divisor: divisor, weight: 1, intercept: means.1 - slope * means.0,
        slope: slope))
  }

  /// Equates groups that differ, by the questions that both answered.
  ///
  /// Sources: Kolen and Brennan (2014), chapter 4, formulas 4.17–4.20 with γ of 4.21 (Tucker), 4.52
  /// and 4.57 (Levine), 4.62 (true scores).
  ///
  /// - Parameters:
  ///   - x: The group that took X.
  ///   - y: The group that took Y.
  ///   - method: How; `mean` and `linear` need no anchor and are refused.
  ///   - weight: The weight of the group that took X, 0 to 1.
  ///   - isInternal: Whether the anchor's points are part of the totals.
  ///   - divisor: The divisor of variances.
  /// - Returns: The line, or the reason why there is none.
  package static func anchored(
    x: AnchoredScores, y: AnchoredScores, method: Method, weight: Double = 1,
    isInternal: Bool = true, divisor: SpreadDivisor = .sample
  ) -> Estimate<LinearEquating> {
    guard x.total.count > 1, y.total.count > 1 else { return .undefined(.tooFew(needed: 2)) }
    let one = x.summary(divisor)
    let two = y.summary(divisor)
    guard one.variance.anchor > 0, two.variance.anchor > 0, one.variance.total > 0,
      two.variance.total > 0
    else { return .undefined(.noVariation) }
    func line(_ slope: Double, _ intercept: Double) -> Estimate<LinearEquating> {
      guard slope.isFinite, intercept.isFinite else { return .undefined(.notFinite) }
      return .value(
        LinearEquating(
          method: method, divisor: divisor, weight: weight, intercept: intercept, slope: slope))
    }
    if method == .chained {
      let first = (one.variance.anchor / one.variance.total).squareRoot()
      let second = (two.variance.total / two.variance.anchor).squareRoot()
      let shift = one.mean.anchor - two.mean.anchor - first * one.mean.total
      return line(second * first, two.mean.total + second * shift)
    }
    let gamma: (Double, Double)
    switch method {
    case .tucker:
      gamma = (one.covariance / one.variance.anchor, two.covariance / two.variance.anchor)
    case .levine, .levineTrue:
      guard one.covariance != 0, two.covariance != 0 else { return .undefined(.noVariation) }
      gamma =
        isInternal
        ? (one.variance.total / one.covariance, two.variance.total / two.covariance)
        : (
          (one.variance.total + one.covariance) / (one.variance.anchor + one.covariance),
          (two.variance.total + two.covariance) / (two.variance.anchor + two.covariance)
        )
    case .mean, .linear, .chained: return .undefined(.unequalLengths)
    }
    let shift = one.mean.anchor - two.mean.anchor
    if method == .levineTrue {
      let slope = gamma.1 / gamma.0
      return line(slope, two.mean.total + gamma.1 * shift - slope * one.mean.total)
    }
    let other = 1 - weight
    let spread = one.variance.anchor - two.variance.anchor
    let meanX = one.mean.total - other * gamma.0 * shift
    let meanY = two.mean.total + weight * gamma.1 * shift
    let mixed = weight * other * shift * shift
    let varianceX = one.variance.total + gamma.0 * gamma.0 * (mixed - other * spread)
    let varianceY = two.variance.total + gamma.1 * gamma.1 * (mixed + weight * spread)
    guard varianceX > 0, varianceY > 0 else { return .undefined(.noVariation) }
    let slope = (varianceY / varianceX).squareRoot()
    return line(slope, meanY - slope * meanX)
  }
}
