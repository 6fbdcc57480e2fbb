import Glibc

/// Logarithm, exponential and power of the C library.
enum Elementary {
  static func log(_ value: Double) -> Double { Glibc.log(value) }
  static func exp(_ value: Double) -> Double { Glibc.exp(value) }
  static func power(_ base: Double, _ exponent: Double) -> Double { Glibc.pow(base, exponent) }
}
