/// The reliability of a sum of items that measure one thing, not all equally well.
///
/// ω = (Σ λ_j)² / ((Σ λ_j)² + Σ ψ_j) with loadings and uniquenesses in points. The one factor is
/// fitted to the correlations by least squares over the pairs of items (MINRES), which asks for no
/// distribution. Sources: McDonald (1999), Test Theory, formula 6.20b; Harman and Jones (1966),
/// Psychometrika 31, 351–368.
package struct Omega: Sendable, Hashable {
  /// The reliability of the sum; undefined where one factor cannot describe the items.
  package let value: Estimate<Double>
  /// The loadings in standard deviations of the items, in their order.
  ///
  /// An item without variation has 0; where there is no solution the list is empty.
  package let loadings: [Double]

  /// With more items their covariances would fill the memory, and omega is not reckoned.
  package static let mostItems = 1000

  private static let mostSweeps = 5000

  /// Creates the figure from a covariance matrix, row after row.
  init(covariance: [Double], size: Int) {
    let deviations = (0..<size).map { max(0, covariance[$0 * size + $0]).squareRoot() }
    let varying = deviations.indices.filter { deviations[$0] > 1e-12 }
    guard varying.count > 2 else {
      self.init(.tooFew(needed: 3))
      return
    }
    let count = varying.count
    var correlations = [Double](repeating: 0, count: count * count)
    for (row, first) in varying.enumerated() {
      for (column, second) in varying.enumerated() {
        correlations[row * count + column] =
          covariance[first * size + second] / (deviations[first] * deviations[second])
      }
    }
    guard let fitted = Self.fit(correlations, count) else {
      self.init(.noSolution)
      return
    }
    var loadings = [Double](repeating: 0, count: size)
    for (place, item) in varying.enumerated() { loadings[item] = fitted[place] }
    let common = loadings.indices.reduce(0) { $0 + loadings[$1] * deviations[$1] }
    let unique = loadings.indices.reduce(0) { sum, item in
      sum + deviations[item] * deviations[item] * (1 - loadings[item] * loadings[item])
    }
    self.init(.checked(common * common / (common * common + unique)), loadings)
  }

  private init(_ value: Estimate<Double>, _ loadings: [Double]) {
    self.value = value
    self.loadings = loadings
  }

  /// Creates a figure that does not exist.
  init(_ reason: UndefinedReason) {
    self.init(.undefined(reason), [])
  }

  /// Returns the loadings that make the squares of r_jk − λ_j λ_k smallest, or `nil` where a
  /// loading leaves −1…1 (Heywood) or the search does not end.
  private static func fit(_ r: [Double], _ count: Int) -> [Double]? {
    var loadings = start(r, count)
    for _ in 0..<mostSweeps {
      var change = 0.0
      for item in 0..<count {
        var (product, square) = (0.0, 0.0)
        for other in 0..<count where other != item {
          product += r[item * count + other] * loadings[other]
          square += loadings[other] * loadings[other]
        }
        guard square > 1e-12 else { return nil }
        let better = product / square
        change = max(change, (better - loadings[item]).magnitude)
        loadings[item] = better
      }
      guard loadings.allSatisfy({ $0.magnitude < 1e6 }) else { return nil }
      if change < 1e-12 {
        guard loadings.allSatisfy({ $0.magnitude < 1 }) else { return nil }
        // A factor has no direction of its own; most of the items shall point along it.
        return loadings.reduce(0, +) < 0 ? loadings.map { -$0 } : loadings
      }
    }
    return nil
  }

  /// The first principal axis, shortened to the size of loadings.
  private static func start(_ r: [Double], _ count: Int) -> [Double] {
    // Not the same for all items, or an axis at right angles to it would never be found.
    var axis = (0..<count).map { 1 + 0.01 * Double($0 % 7) }
    for _ in 0..<50 {
      let next = (0..<count).map { row in
        (0..<count).reduce(0) { $0 + r[row * count + $1] * axis[$1] }
      }
      let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { break }
      axis = next.map { $0 / length }
    }
    return axis.map { $0 * (0.5 * Double(count)).squareRoot() }
  }
}
