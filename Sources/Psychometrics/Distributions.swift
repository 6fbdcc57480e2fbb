import Glibc

/// The standard normal distribution.
package enum NormalDistribution {
  /// Returns the share of the distribution below `x`.
  package static func cumulative(_ x: Double) -> Double {
    0.5 * erfc(-x / 2.0.squareRoot())
  }

  /// Returns the value below which the share `probability` lies; NaN outside 0…1.
  ///
  /// Source: Abramowitz and Stegun 26.2.23 for a start within 4.5e-4, then Halley's method on the
  /// nearer tail until nothing moves; absolute error about 1e-15 times the value.
  package static func quantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1 else { return .nan }
    let tail = min(probability, 1 - probability)
    guard tail > 0 else { return probability > 0.5 ? .infinity : -.infinity }
    guard probability != 0.5 else { return 0 }
    let t = (-2 * log(tail)).squareRoot()
    let above = 2.515517 + t * (0.802853 + t * 0.010328)
    let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var x = t - above / below
    for _ in 0..<8 {
      let density = exp(-0.5 * x * x) / (2 * Double.pi).squareRoot()
      let step = (0.5 * erfc(x / 2.0.squareRoot()) - tail) / density
      let change = step / (1 - 0.5 * x * step)
      x += change
      if change.magnitude <= Double.ulpOfOne * max(1, x) { break }
    }
    return probability > 0.5 ? x : -x
  }
}

/// Student's t distribution.
package enum StudentDistribution {
  /// Returns the share of the distribution below `t`; NaN where `df` is not positive.
  package static func cumulative(_ t: Double, df: Double) -> Double {
    let tail = 0.5 * twoSided(t, df: df)
    return t > 0 ? 1 - tail : tail
  }

  /// Returns the chance of a value at least as far from zero as `t`: the two-sided p.
  ///
  /// Source: Abramowitz and Stegun 26.7.1: I_x(df/2, 1/2) with x = df/(df + t²).
  package static func twoSided(_ t: Double, df: Double) -> Double {
    guard df > 0, !t.isNaN else { return .nan }
    guard df < 1e10 else { return erfc(t.magnitude / 2.0.squareRoot()) }
    // The square of a t beyond this cannot be held; the chance is zero to every digit by then.
    guard t.magnitude < 1e150 else { return 0 }
    let square = t * t
    return SpecialFunctions.regularizedBeta(
      df / (df + square), complement: square / (df + square), 0.5 * df, 0.5)
  }

  /// Returns the value below which the share `probability` lies; NaN outside 0…1 or for no `df`.
  ///
  /// Found by halving an interval that holds it, with Newton's steps where they stay inside.
  package static func quantile(_ probability: Double, df: Double) -> Double {
    guard df > 0, probability >= 0, probability <= 1 else { return .nan }
    let tail = min(probability, 1 - probability)
    guard tail > 0 else { return probability > 0.5 ? .infinity : -.infinity }
    guard probability != 0.5 else { return 0 }
    guard df < 1e10 else { return NormalDistribution.quantile(probability) }
    let t = upperQuantile(tail, df: df)
    return probability > 0.5 ? t : -t
  }

  private static func upperQuantile(_ tail: Double, df: Double) -> Double {
    var low = 0.0
    var high = 1.0
    while 0.5 * twoSided(high, df: df) > tail, high < 1e150 {
      low = high
      high *= 2
    }
    var t = min(high, max(low, -NormalDistribution.quantile(tail)))
    for _ in 0..<200 {
      let excess = 0.5 * twoSided(t, df: df) - tail
      if excess > 0 { low = t } else { high = t }
      let newton = t + excess / density(t, df: df)
      let next = newton > low && newton < high ? newton : 0.5 * (low + high)
      let isDone = (next - t).magnitude <= 2 * Double.ulpOfOne * next.magnitude
      t = next
      if isDone { break }
    }
    return t
  }

  /// Returns the height of the distribution's curve at `t`.
  private static func density(_ t: Double, df: Double) -> Double {
    exp(-0.5 * (df + 1) * log1p(t * t / df) - SpecialFunctions.logBeta(0.5 * df, 0.5))
      / df.squareRoot()
  }
}

/// The chi-squared distribution.
package enum ChiSquaredDistribution {
  /// Returns the chance of a value of at least `x`: the p of a chi-squared test.
  ///
  /// Source: Abramowitz and Stegun 26.4.19: Q(df/2, x/2).
  package static func upperTail(_ x: Double, df: Double) -> Double {
    SpecialFunctions.upperGamma(0.5 * df, 0.5 * x)
  }
}
