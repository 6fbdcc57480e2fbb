import Glibc

/// Standardised differences and their correction for small samples.
package enum EffectSize {
  /// Returns Hedges' correction J(df), the exact form with gamma functions.
  ///
  /// J(m) = Γ(m/2) / (√(m/2) · Γ((m − 1)/2)). Source: Hedges (1981), Journal of Educational
  /// Statistics 6, 107–128, formula 6e. With one degree of freedom there is no such correction.
  ///
  /// - Parameter df: The degrees of freedom, above 1.
  /// - Returns: A factor between 0 and 1.
  package static func correction(df: Double) -> Estimate<Double> {
    guard df > 1, df.isFinite else { return .undefined(.tooFew(needed: 3)) }
    // ln Γ(x) − ln Γ(x − ½) = ln Γ(½) − ln B(x − ½, ½), whose large parts cancel on paper.
    let x = 0.5 * df
    let ratio = 0.5 * log(Double.pi) - SpecialFunctions.logBeta(x - 0.5, 0.5)
    return .checked(exp(ratio) / x.squareRoot())
  }

  /// A standardised mean change with its correction and its uncertainty.
  package struct Standardised: Sendable, Hashable {
    /// The change in standard deviations, not corrected.
    package let d: Double
    /// The change in standard deviations, corrected for small samples: d · J(n − 1).
    package let g: Double
    /// The sampling variance of d.
    package let varianceD: Double
    /// The sampling variance of g: J² · V_d.
    package let varianceG: Double
  }

  /// Returns the effect size of a change measured twice on the same people.
  ///
  /// V_d = (1/n + d²/(2n)) · 2(1 − r). Source: Borenstein, Hedges, Higgins and Rothstein (2009),
  /// Introduction to Meta-Analysis, chapter 4, with the exact J.
  ///
  /// - Parameters:
  ///   - d: The mean change divided by a standard deviation of scores (not of changes).
  ///   - correlation: The correlation between the two measurements.
  ///   - n: How many pairs there are.
  /// - Returns: The effect size, or the reason why there is none.
  package static func paired(
    d: Double, correlation: Double, n: Int
  ) -> Estimate<Standardised> {
    guard n > 2 else { return .undefined(.tooFew(needed: 3)) }
    guard d.isFinite, correlation.isFinite, let j = correction(df: Double(n - 1)).value else {
      return .undefined(.notFinite)
    }
    let count = Double(n)
    let variance = (1 / count + d * d / (2 * count)) * 2 * (1 - correlation)
    guard variance.isFinite else { return .undefined(.notFinite) }
    return .value(
      Standardised(d: d, g: d * j, varianceD: variance, varianceG: j * j * variance))
  }

  /// Returns the standard deviation of scores that a summary of changes implies.
  ///
  /// S_within = S_diff / √(2(1 − r)). Source: Borenstein et al. (2009), chapter 4.
  package static func deviationWithin(
    deviationOfChange: Double, correlation: Double
  ) -> Estimate<Double> {
    guard correlation < 1 else { return .undefined(.noVariation) }
    return .checked(deviationOfChange / (2 * (1 - correlation)).squareRoot())
  }
}
