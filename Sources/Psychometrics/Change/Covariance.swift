/// Groups compared after the post-test as if they had begun at the same level.
///
/// post = a_group + b · pre. First it is asked whether the groups' own slopes may be one: where
/// they differ, no single difference describes the groups, and the comparison stops. Source:
/// Maxwell, Delaney and Kelley (2018), Designing Experiments and Analyzing Data, chapter 9.
package struct CovarianceAnalysis: Sendable, Hashable {
  /// A test by F.
  package struct Test: Sendable, Hashable {
    /// The F.
    package let f: Double
    /// The degrees of freedom above.
    package let df1: Double
    /// The degrees of freedom below.
    package let df2: Double
    /// The p.
    package let p: Double
  }

  /// Whether the slopes differ.
  package let slopes: Estimate<Test>
  /// Whether the groups differ at the same level before; undefined where the slopes do.
  package let groups: Estimate<Test>
  /// The common slope.
  package let slope: Estimate<Double>
  /// For each group its mean after, at the mean level before of all.
  package let adjustedMeans: [Estimate<Double>]

  /// Below this p of the slopes' test the comparison stops.
  package static let stopsBelow = 0.05

  /// Creates the comparison.
  ///
  /// - Parameter pairs: For each group the scores before and after, in the same order of people.
  package init(_ pairs: [(pre: [Double], post: [Double])]) {
    let sums = pairs.map(Sums.init)
    let count = Double(pairs.count)
    let n = sums.reduce(0) { $0 + $1.n }
    func none(_ reason: UndefinedReason) -> [Estimate<Double>] {
      pairs.map { _ in .undefined(reason) }
    }
    let fewest = sums.map(\.n).min() ?? 0
    guard pairs.count > 1, fewest > 2, n - 2 * count > 0 else {
      slopes = .undefined(.tooFew(needed: 3))
      groups = .undefined(.tooFew(needed: 3))
      slope = .undefined(.tooFew(needed: 3))
      adjustedMeans = none(.tooFew(needed: 3))
      return
    }
    let within = sums.reduce((x: 0.0, y: 0.0, xy: 0.0)) {
      ($0.x + $1.x, $0.y + $1.y, $0.xy + $1.xy)
    }
    guard sums.allSatisfy({ $0.x > 0 }), within.x > 0 else {
      slopes = .undefined(.noVariation)
      groups = .undefined(.noVariation)
      slope = .undefined(.noVariation)
      adjustedMeans = none(.noVariation)
      return
    }
    let common = within.y - within.xy * within.xy / within.x
    let separate = sums.reduce(0) { $0 + ($1.y - $1.xy * $1.xy / $1.x) }
    let slopeTest = Self.test(
      common - separate, count - 1, separate, n - 2 * count, scale: within.y)
    slopes = slopeTest
    let b = within.xy / within.x
    slope = .checked(b)
    if let p = slopeTest.value?.p, p < Self.stopsBelow {
      groups = .undefined(.slopesDiffer)
      adjustedMeans = none(.slopesDiffer)
      return
    }
    let whole = Sums((pairs.flatMap(\.pre), pairs.flatMap(\.post)))
    let all = whole.y - whole.xy * whole.xy / whole.x
    groups = Self.test(all - common, count - 1, common, n - count - 1, scale: whole.y)
    adjustedMeans = sums.map { .checked($0.meanY - b * ($0.meanX - whole.meanX)) }
  }

  private static func test(
    _ between: Double, _ df1: Double, _ error: Double, _ df2: Double, scale: Double
  ) -> Estimate<Test> {
    guard df2 > 0 else { return .undefined(.tooFew(needed: 3)) }
    guard error > 1e-24 * scale, error > 0 else { return .undefined(.noVariation) }
    let f = max(0, between) / df1 / (error / df2)
    guard f.isFinite else { return .undefined(.notFinite) }
    return .value(
      Test(f: f, df1: df1, df2: df2, p: FDistribution.upperTail(f, df1: df1, df2: df2)))
  }

  /// The sums of squares and products of one group.
  private struct Sums {
    let n: Double
    let meanX: Double
    let meanY: Double
    let x: Double
    let y: Double
    let xy: Double

    init(_ pairs: (pre: [Double], post: [Double])) {
      n = Double(min(pairs.pre.count, pairs.post.count))
      meanX = Moments.mean(pairs.pre)
      meanY = Moments.mean(pairs.post)
      x = Moments.isConstant(pairs.pre) ? 0 : Moments.crossProduct(pairs.pre, pairs.pre)
      y = Moments.crossProduct(pairs.post, pairs.post)
      xy = Moments.crossProduct(pairs.pre, pairs.post)
    }
  }
}
