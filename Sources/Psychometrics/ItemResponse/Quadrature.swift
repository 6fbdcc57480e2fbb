import Glibc

/// The points at which the distribution of ability is summed, eight at a time.
///
/// Equally spaced points with the heights of the normal curve: for smooth functions this rule is
/// as exact as any other, and it does not miss a steep item between two Gauss points. Source:
/// Trefethen and Weideman (2014), SIAM Review 56, 385–458.
package struct Quadrature: Sendable, Hashable {
  /// The points, padded with zeros to whole vectors.
  let nodes: [SIMD8<Double>]
  /// Their shares, which sum to one; those of the padding are zero.
  let weights: [SIMD8<Double>]
  /// How many points there are without the padding.
  package let count: Int
  /// The points without the padding.
  package let points: [Double]

  /// Creates `count` points from −`limit` to `limit` for the standard normal distribution.
  ///
  /// - Parameters:
  ///   - count: How many points, at least 3.
  ///   - limit: The last point.
  package init(count: Int, limit: Double) {
    self.count = count
    points = (0..<count).map { -limit + 2 * limit * Double($0) / Double(count - 1) }
    let heights = points.map { exp(-0.5 * $0 * $0) }
    let sum = heights.reduce(0, +)
    nodes = Self.packed(points)
    weights = Self.packed(heights.map { $0 / sum })
  }

  /// 61 points from −6 to 6.
  package static let standard = Quadrature(count: 61, limit: 6)

  /// The shares of the points, which sum to one.
  package var heights: [Double] { (0..<count).map { weights[$0 / 8][$0 % 8] } }

  /// Points that are enough for a set of patterns: the finer grid where it costs little.
  static func suited(to patterns: ResponsePatterns) -> Quadrature {
    patterns.rows * patterns.items <= 1_000_000
      ? Quadrature(count: 121, limit: 8) : Quadrature(count: 61, limit: 6)
  }

  /// Returns points half as far apart where an item is too steep for these, up to 481 of them.
  ///
  /// The rule's error falls with e^(−2π²/(slope·distance)): below 1e-8 for a product of 1.
  func finer(for curves: [ItemCurve]) -> Quadrature? {
    guard count < 481, let limit = points.last else { return nil }
    let steepest = curves.reduce(0) { max($0, $1.slope.magnitude) }
    let distance = 2 * limit / Double(count - 1)
    return steepest * distance > 1 ? Quadrature(count: 2 * count - 1, limit: limit) : nil
  }

  /// Returns numbers in vectors of eight, the last one padded with zeros.
  static func packed(_ values: [Double]) -> [SIMD8<Double>] {
    (0..<((values.count + 7) / 8)).map { vector in
      var result = SIMD8<Double>.zero
      for lane in 0..<min(8, values.count - 8 * vector) { result[lane] = values[8 * vector + lane] }
      return result
    }
  }
}
