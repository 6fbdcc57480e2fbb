/// Comparisons of people who were measured once each, in two groups.
package enum IndependentGroups {
  /// Returns the difference of two groups' means, second − first, without assuming equal spreads.
  ///
  /// Standard error √(s₁²/n₁ + s₂²/n₂) and degrees of freedom by Welch and Satterthwaite. Source:
  /// Welch (1947), Biometrika 34, 28–35; Satterthwaite (1946), Biometrics Bulletin 2, 110–114.
  ///
  /// - Parameters:
  ///   - first: The first group's values.
  ///   - second: The second group's values.
  ///   - confidence: The confidence of the interval, between 0 and 1.
  /// - Returns: The difference; undefined where a group has no values.
  package static func difference(
    _ first: [Double], _ second: [Double], confidence: Double = 0.95
  ) -> MeanEstimate {
    combination(first, second, weights: (-1, 1), confidence: confidence)
  }

  /// Returns the weighted sum of two independent groups' means with Welch's interval.
  static func combination(
    _ first: [Double], _ second: [Double], weights: (Double, Double), confidence: Double
  ) -> MeanEstimate {
    guard !first.isEmpty, !second.isEmpty else {
      return MeanEstimate(undefined: .tooFew(needed: 1))
    }
    guard (first + second).allSatisfy({ $0.magnitude < 1e100 }) else {
      return MeanEstimate(undefined: .notFinite)
    }
    let estimate = weights.0 * Moments.mean(first) + weights.1 * Moments.mean(second)
    guard first.count > 1, second.count > 1 else {
      return MeanEstimate(
        estimate, standardError: .undefined(.tooFew(needed: 2)), df: 0, confidence: confidence)
    }
    let parts = (
      weights.0 * weights.0 * Moments.variance(first) / Double(first.count),
      weights.1 * weights.1 * Moments.variance(second) / Double(second.count)
    )
    let sum = parts.0 + parts.1
    let scale = (first + second).reduce(0) { max($0, $1.magnitude) }
    let error = sum.squareRoot()
    guard error > 10 * Double.ulpOfOne * scale, error > 0 else {
      return MeanEstimate(
        estimate, standardError: .undefined(.noVariation), df: 0, confidence: confidence)
    }
    // Shares of the sum instead of its square, which a tiny spread could make vanish.
    let shares = (parts.0 / sum, parts.1 / sum)
    let df =
      1
      / (shares.0 * shares.0 / Double(first.count - 1)
        + shares.1 * shares.1 / Double(second.count - 1))
    return MeanEstimate(
      estimate, standardError: .checked(error), df: df, confidence: confidence)
  }
}
