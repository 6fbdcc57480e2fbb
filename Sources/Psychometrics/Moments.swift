import Glibc

/// Means, spreads and correlation of lists of numbers; all divide by n − 1 where that is usual.
enum Moments {
  /// Returns the mean, or zero for no values.
  ///
  /// A second pass takes away the rounding of the first.
  static func mean(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let count = Double(values.count)
    let first = values.reduce(0, +) / count
    return first + values.reduce(0) { $0 + ($1 - first) } / count
  }

  /// Returns the sum of the products of two lists' deviations from their means.
  static func crossProduct(_ first: [Double], _ second: [Double]) -> Double {
    let means = (mean(first), mean(second))
    return zip(first, second).reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) }
  }

  /// Returns the unbiased variance (divisor n − 1); zero for fewer than two values.
  static func variance(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    return crossProduct(values, values) / Double(values.count - 1)
  }

  /// Returns the standard deviation (divisor n − 1), or the reason why there is none.
  static func deviation(_ values: [Double]) -> Estimate<Double> {
    guard values.count > 1 else { return .undefined(.tooFew(needed: 2)) }
    return .checked(variance(values).squareRoot())
  }

  /// Returns the product-moment correlation (Pearson), or the reason why there is none.
  static func correlation(_ first: [Double], _ second: [Double]) -> Estimate<Double> {
    guard first.count == second.count else { return .undefined(.unequalLengths) }
    guard first.count > 1 else { return .undefined(.tooFew(needed: 2)) }
    guard !isConstant(first), !isConstant(second) else { return .undefined(.noVariation) }
    let spread = crossProduct(first, first).squareRoot() * crossProduct(second, second).squareRoot()
    let correlation = crossProduct(first, second) / spread
    guard correlation.isFinite else { return .undefined(.notFinite) }
    return .value(min(1, max(-1, correlation)))
  }

  /// Tells whether `values` differ by no more than their own rounding.
  ///
  /// A total minus an item, or 0.3 − 0.2 beside 0.2 − 0.1, differ in the last bits only; taking
  /// that for spread would give a t in the millions.
  static func isConstant(_ values: [Double]) -> Bool {
    guard let low = values.min(), let high = values.max() else { return true }
    let scale = max(low.magnitude, high.magnitude)
    return high - low <= 16 * Double.ulpOfOne * scale
  }
}
