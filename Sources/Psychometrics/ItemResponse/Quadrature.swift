import Glibc

/// The points at which the distribution of ability is summed, eight at a time.
///
/// Equally spaced points with the heights of the normal curve: for smooth functions this rule is
/// as exact as any other, and it does not miss a steep item between two Gauss points. Source:
/// Trefethen and Weideman (2014), SIAM Review 56, 385–458.
struct Quadrature: Sendable {
  /// The points, padded with zeros to whole vectors.
  let nodes: [SIMD8<Double>]
  /// Their shares, which sum to one; those of the padding are zero.
  let weights: [SIMD8<Double>]
  /// How many points there are without the padding.
  let count: Int

  /// Creates `count` points from −`limit` to `limit` for the standard normal distribution.
  init(count: Int, limit: Double) {
    self.count = count
    let vectors = (count + 7) / 8
    var nodes = [SIMD8<Double>](repeating: .zero, count: vectors)
    var weights = nodes
    var sum = 0.0
    for place in 0..<count {
      let node = -limit + 2 * limit * Double(place) / Double(count - 1)
      let weight = exp(-0.5 * node * node)
      nodes[place / 8][place % 8] = node
      weights[place / 8][place % 8] = weight
      sum += weight
    }
    self.nodes = nodes
    self.weights = weights.map { $0 / sum }
  }

  /// Points that are enough for a set of patterns: the finer grid where it costs little.
  static func suited(to patterns: ResponsePatterns) -> Quadrature {
    patterns.rows * patterns.items <= 1_000_000
      ? Quadrature(count: 121, limit: 8) : Quadrature(count: 61, limit: 6)
  }
}
