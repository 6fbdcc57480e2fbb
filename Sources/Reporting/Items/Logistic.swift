import Glibc

/// The logistic curve.
enum Logistic {
  /// Returns 1/(1 + exp(−x)).
  static func share(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
