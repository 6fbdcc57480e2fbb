@testable import Psychometrics

/// Tells whether `value` is `expected` up to a share of it, or of one where it is smaller than one.
func isNear(_ value: Double?, _ expected: Double, within tolerance: Double = 1e-12) -> Bool {
  guard let value else { return false }
  return (value - expected).magnitude <= tolerance * max(1, expected.magnitude)
}

/// Tells whether the digits of `value` are those of `expected`, however small both are.
func agrees(_ value: Double?, _ expected: Double, within tolerance: Double = 1e-12) -> Bool {
  guard let value else { return false }
  return (value - expected).magnitude <= tolerance * expected.magnitude
}
