import Glibc

/// The gamma and beta functions on which the distributions rest.
package enum SpecialFunctions {
  /// The value from which the asymptotic series reaches full precision.
  private static let seriesStart = 15.0

  // MARK: Gamma

  /// Returns ln Γ(x) for x > 0, and NaN elsewhere.
  ///
  /// Source: Abramowitz and Stegun 6.1.41 (Stirling's series), after x was raised to 15 or more by
  /// the recurrence Γ(x + 1) = x Γ(x), 6.1.15. Absolute error about 1e-15 times the value.
  package static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    guard x < 1e300 else { return .infinity }
    var raised = x
    var product = 1.0
    while raised < seriesStart {
      product *= raised
      raised += 1
    }
    return (raised - 0.5) * log(raised) - raised + 0.5 * log(2 * Double.pi)
      + stirlingCorrection(raised) - log(product)
  }

  /// Returns the sum of 1/(12x) − 1/(360x³) + …, what Stirling's formula leaves, for x ≥ 15.
  ///
  /// Source: Abramowitz and Stegun 6.1.41; the next term is below 1e-17.
  static func stirlingCorrection(_ x: Double) -> Double {
    let terms = [
      1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
    ]
    let square = 1 / (x * x)
    return terms.reversed().reduce(0) { $0 * square + $1 } / x
  }

  /// Returns the regularised lower incomplete gamma function P(a, x) for a > 0, x ≥ 0; NaN elsewhere.
  ///
  /// Source: DLMF 8.11.4 (series) below a + 1.
  package static func lowerGamma(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
  }

  /// Returns the regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x) without the
  /// loss of digits that the subtraction would bring.
  ///
  /// Source: DLMF 8.9.2 (continued fraction) from a + 1 on, by the method of Lentz.
  package static func upperGamma(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
  }

  private static func gammaSeries(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    var term = 1 / a
    var sum = term
    var n = a
    for _ in 0..<stepLimit where term > sum * Double.ulpOfOne / 4 {
      n += 1
      term *= x / n
      sum += term
    }
    return sum * exp(a * log(x) - x - logGamma(a))
  }

  private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
    guard x < .infinity else { return 0 }
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / nonZero(b)
    var value = d
    for step in 1...stepLimit {
      let i = Double(step)
      let numerator = -i * (i - a)
      b += 2
      d = 1 / nonZero(numerator * d + b)
      c = nonZero(b + numerator / c)
      value *= c * d
      if (c * d - 1).magnitude < Double.ulpOfOne { break }
    }
    return value * exp(a * log(x) - x - logGamma(a))
  }

  // MARK: Beta

  /// Returns ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0, and NaN elsewhere.
  ///
  /// For large arguments Stirling's series is put in before the subtraction, so that the large
  /// parts cancel on paper and not in the last digits.
  package static func logBeta(_ a: Double, _ b: Double) -> Double {
    let small = min(a, b)
    let large = max(a, b)
    guard small > 0, large < .infinity else { return .nan }
    guard large >= seriesStart else { return logGamma(a) + logGamma(b) - logGamma(a + b) }
    let share = small / (small + large)
    let correction = stirlingCorrection(large) - stirlingCorrection(small + large)
    guard small >= seriesStart else {
      return logGamma(small) + correction + small - small * log(small + large)
        + (large - 0.5) * log1p(-share)
    }
    return 0.5 * log(2 * Double.pi / large) + stirlingCorrection(small) + correction
      + (small - 0.5) * log(share) + large * log1p(-share)
  }

  /// Returns the regularised incomplete beta function I_x(a, b) for 0 ≤ x ≤ 1; NaN elsewhere.
  package static func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    regularizedBeta(x, complement: 1 - x, a, b)
  }

  /// Returns I_x(a, b) where 1 − x is known better than the subtraction would give it.
  ///
  /// By a continued fraction and, on the side where that converges slowly, by DLMF 8.17.4:
  /// I_x(a, b) = 1 − I_{1−x}(b, a).
  static func regularizedBeta(
    _ x: Double, complement y: Double, _ a: Double, _ b: Double
  ) -> Double {
    guard a > 0, b > 0, a < .infinity, b < .infinity, x >= 0, y >= 0 else { return .nan }
    guard x > 0 else { return 0 }
    guard y > 0 else { return 1 }
    // Near one, the logarithm is taken of what is known exactly: the distance from one.
    let logX = x > 0.5 ? log1p(-y) : log(x)
    let logY = y > 0.5 ? log1p(-x) : log(y)
    let front = exp(a * logX + b * logY - logBeta(a, b))
    if x < (a + 1) / (a + b + 2) { return front / betaFraction(x, y, a, b) }
    return 1 - front / betaFraction(y, x, b, a)
  }

  /// Returns the continued fraction by which x^a y^b / B(a, b) is divided to give I_x(a, b).
  ///
  /// With s = a + 2n − 1: α_{n+1} = (a + n − 1)(a + b + n − 1) n (b − n) x² / s² and
  /// β_{n+1} = n + n(b − n)x / s + (a + n)(λ + 1 + n(1 + y)) / (s + 2), where λ = a − (a + b)x is
  /// taken as (a + b)y − b, so that nothing cancels when a is large and x close to one. Source:
  /// DiDonato and Morris (1992), ACM Transactions on Mathematical Software 18, 360–373, who
  /// contract the fraction DLMF 8.17.22 to its even part.
  private static func betaFraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let lambda = (a + b) * y - b
    var value = nonZero(a * (lambda + 1) / (a + 1))
    var c = value
    var d = 0.0
    for step in 1...stepLimit {
      let n = Double(step)
      let s = a + 2 * n - 1
      let alpha = (a + n - 1) / s * ((a + b + n - 1) / s) * (n * (b - n) * x * x)
      let beta = n + n * (b - n) * x / s + (a + n) * (lambda + 1 + n * (1 + y)) / (s + 2)
      d = 1 / nonZero(beta + alpha * d)
      c = nonZero(beta + alpha / c)
      value *= c * d
      if (c * d - 1).magnitude < Double.ulpOfOne { break }
    }
    return value
  }

  // MARK: Limits

  /// No series or fraction takes more steps; far beyond what arguments below a million need.
  private static let stepLimit = 100_000

  private static let tiny = 1e-300

  /// Lentz's method divides by every denominator; one that is zero is moved away from it.
  private static func nonZero(_ value: Double) -> Double {
    value.magnitude < tiny ? tiny : value
  }
}
