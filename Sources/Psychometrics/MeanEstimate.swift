/// A mean or a difference of means with Student's interval and test.
package struct MeanEstimate: Sendable, Hashable {
  /// The figure itself.
  package let estimate: Estimate<Double>
  /// Its standard error.
  package let standardError: Estimate<Double>
  /// The degrees of freedom of t.
  package let df: Estimate<Double>
  /// The confidence interval.
  package let interval: Estimate<ConfidenceInterval>
  /// The figure divided by its standard error.
  package let t: Estimate<Double>
  /// The two-sided p of t.
  package let p: Estimate<Double>

  /// Creates the interval and the test of a figure.
  init(
    _ estimate: Double, standardError: Estimate<Double>, df: Double, confidence: Double
  ) {
    self.estimate = .checked(estimate)
    self.standardError = standardError
    guard let error = standardError.value else {
      let reason = standardError.reason ?? .noVariation
      self.df = .undefined(reason)
      interval = .undefined(reason)
      t = .undefined(reason)
      p = .undefined(reason)
      return
    }
    self.df = .checked(df)
    let half = error * StudentDistribution.quantile(0.5 + 0.5 * confidence, df: df)
    interval =
      half.isFinite && estimate.isFinite
      ? .value(ConfidenceInterval(low: estimate - half, high: estimate + half))
      : .undefined(.notFinite)
    t = .checked(estimate / error)
    p = .checked(StudentDistribution.twoSided(estimate / error, df: df))
  }

  /// Creates a figure that does not exist.
  init(undefined reason: UndefinedReason) {
    estimate = .undefined(reason)
    standardError = .undefined(reason)
    df = .undefined(reason)
    interval = .undefined(reason)
    t = .undefined(reason)
    p = .undefined(reason)
  }

  /// Returns s/√n, or the reason why that says nothing.
  ///
  /// - Parameters:
  ///   - values: The numbers whose mean is meant.
  ///   - scale: The largest number that went into them, whose rounding is no spread.
  /// - Returns: The standard error, above zero.
  static func standardError(_ values: [Double], scale: Double) -> Estimate<Double> {
    guard values.count > 1 else { return .undefined(.tooFew(needed: 2)) }
    let error = (Moments.variance(values) / Double(values.count)).squareRoot()
    guard error > 10 * Double.ulpOfOne * scale, error > 0 else {
      return .undefined(.noVariation)
    }
    return .checked(error)
  }
}
