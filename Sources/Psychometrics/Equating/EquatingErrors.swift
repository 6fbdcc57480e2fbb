/// How far an equating would move with other people, by drawing people anew (bootstrap).
///
/// Source: Kolen and Brennan (2014), chapter 7; both groups are drawn with replacement, each for
/// itself.
package enum EquatingErrors {
  /// Returns the standard error of each equated score.
  ///
  /// - Parameters:
  ///   - x: How many people took X.
  ///   - y: How many took Y.
  ///   - samples: How many draws, at least 2.
  ///   - generator: The source of chance.
  ///   - table: The equating of people by their places; `nil` where a draw cannot be equated.
  /// - Returns: One error a score, and how many draws could be equated; fewer than two give none.
  package static func bootstrap(
    x: Int, y: Int, samples: Int, using generator: inout some RandomNumberGenerator,
    _ table: ([Int], [Int]) -> [Double]?
  ) -> (errors: [Double], used: Int)? {
    guard x > 0, y > 0 else { return nil }
    var tables: [[Double]] = []
    for _ in 0..<max(2, samples) {
      let first = (0..<x).map { _ in Int(generator.next(upperBound: UInt64(x))) }
      let second = (0..<y).map { _ in Int(generator.next(upperBound: UInt64(y))) }
      guard let result = table(first, second), result.allSatisfy(\.isFinite) else { continue }
      tables.append(result)
    }
    guard tables.count > 1, let width = tables.first?.count else { return nil }
    let errors = (0..<width).map { score in
      Moments.variance(tables.map { $0.indices.contains(score) ? $0[score] : 0 }).squareRoot()
    }
    return (errors, tables.count)
  }
}
