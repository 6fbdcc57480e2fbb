/// Fisher's F distribution.
package enum FDistribution {
  /// Returns the chance of a value of at least `f`: the p of an F test; NaN for no such degrees.
  ///
  /// Source: Abramowitz and Stegun 26.6.2: I_x(d2/2, d1/2) with x = d2/(d2 + d1·f).
  package static func upperTail(_ f: Double, df1: Double, df2: Double) -> Double {
    guard df1 > 0, df2 > 0, df1 < .infinity, df2 < .infinity, !f.isNaN else { return .nan }
    guard f > 0 else { return 1 }
    guard f < 1e300 / df1 else { return 0 }
    let sum = df2 + df1 * f
    return SpecialFunctions.regularizedBeta(
      df2 / sum, complement: df1 * f / sum, 0.5 * df2, 0.5 * df1)
  }

  /// Returns the value that the share `upper` of the distribution lies above; NaN outside 0…1.
  ///
  /// Found by halving, on a logarithmic scale, an interval that holds it.
  package static func upperQuantile(_ upper: Double, df1: Double, df2: Double) -> Double {
    guard df1 > 0, df2 > 0, upper >= 0, upper <= 1 else { return .nan }
    guard upper > 0 else { return .infinity }
    guard upper < 1 else { return 0 }
    var low = 1.0
    var high = 1.0
    while upperTail(high, df1: df1, df2: df2) > upper, high < 1e150 { high *= 4 }
    while upperTail(low, df1: df1, df2: df2) < upper, low > 1e-150 { low /= 4 }
    for _ in 0..<2000 {
      let middle = (low * high).squareRoot()
      guard middle > low, middle < high else { break }
      if upperTail(middle, df1: df1, df2: df2) > upper { low = middle } else { high = middle }
    }
    return high
  }
}
