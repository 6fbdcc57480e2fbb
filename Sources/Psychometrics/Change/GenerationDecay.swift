import Glibc

/// The share of learning that one generation of a cascade passes on to the next, from gains.
///
/// The model is gain = A·q^g for generation g, fitted by least squares on the gains themselves, so
/// that gains below zero may stay; log q is what is estimated, and its interval's ends are turned
/// into those of q. People of one class share more than the model knows, so the variance is the
/// sandwich with the CR2 correction on the model made linear at the solution, and Student's t has
/// Satterthwaite's degrees of freedom, at most those of clusters − 2. Sources: Bell and McCaffrey
/// (2002), Survey Methodology 28, 169–181; Pustejovsky and Tipton (2018), Journal of Business and
/// Economic Statistics 36, 672–683; Golub and Pereyra (1973), SIAM Journal on Numerical Analysis
/// 10, 413–432, for leaving A out of the search.
package struct GenerationDecay: Sendable, Hashable {
  /// The gain that the model gives to generation 0, in the unit of the gains; above zero.
  package let start: Double
  /// q, the share that is passed on; above zero, and above 1 where gains grow.
  package let passed: Double
  /// The interval of q.
  package let interval: ConfidenceInterval
  /// The standard error of log q.
  package let logError: Double
  /// The degrees of freedom of t.
  package let df: Double
  /// How many people were counted.
  package let people: Int
  /// How many clusters they come in.
  package let clusters: Int
  /// How many generations they come from.
  package let generations: Int

  /// The fewest generations, each with at least two clusters.
  package static let fewestGenerations = 2
  /// The fewest clusters in all.
  package static let fewestClusters = 6

  /// The gain of one person.
  package struct Case: Sendable, Hashable {
    /// The generation, from 0 on.
    package var generation: Int
    /// The gain.
    package var gain: Double
    /// The number of the cluster, such as that of a class.
    package var cluster: Int

    /// Creates a case.
    package init(generation: Int, gain: Double, cluster: Int) {
      self.generation = generation
      self.gain = gain
      self.cluster = cluster
    }
  }

  /// Why nothing was estimated.
  package enum Refusal: Error, Sendable, Hashable {
    /// This many generations have at least two clusters, which is too few.
    case generations(Int)
    /// There are this many clusters, which is too few.
    case clusters(Int)
    /// Nothing was gained on the whole, so there is no share of it.
    case noGain
    /// The gains follow the model without any error, or do not decide it at all.
    case noSolution
    /// A gain is not a number, or too large to be reckoned with.
    case notFinite
  }

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - cases: The people, in any order.
  ///   - confidence: The confidence of the interval, between 0 and 1.
  /// - Throws: The reason why nothing can be said.
  package init(_ cases: [Case], confidence: Double = 0.95) throws(Refusal) {
    let (known, cases) = try Self.checked(cases)
    people = cases.count
    clusters = Set(cases.map(\.cluster)).count
    generations = known
    let sums = Self.sums(cases)
    guard let log = Self.solution(sums) else { throw .noGain }
    let height = Self.height(sums, log)
    guard height > 0, height.isFinite else { throw .noGain }
    start = height
    passed = exp(log)
    let sandwich = try Sandwich(cases, height: height, log: log)
    let scale = cases.reduce(0) { max($0, $1.gain.magnitude) } / height
    guard sandwich.error > 1e-9 * scale else { throw .noSolution }
    logError = sandwich.error
    df = min(sandwich.df, Double(clusters - 2))
    let half = logError * StudentDistribution.quantile(0.5 + 0.5 * confidence, df: df)
    guard half.isFinite else { throw .noSolution }
    interval = ConfidenceInterval(
      low: exp(log - half), high: exp(min(700, log + half)))
  }

  private static func checked(_ cases: [Case]) throws(Refusal) -> (Int, [Case]) {
    guard cases.allSatisfy({ $0.gain.magnitude < 1e100 && (0...50).contains($0.generation) })
    else { throw .notFinite }
    let clusters = Set(cases.map(\.cluster)).count
    let groups = Dictionary(grouping: cases, by: \.generation)
    let known = groups.values.count { Set($0.map(\.cluster)).count > 1 }
    guard known >= fewestGenerations else { throw .generations(known) }
    guard clusters >= fewestClusters else { throw .clusters(clusters) }
    // In one order, so that sums are rounded the same way each time.
    let ordered = cases.sorted {
      ($0.generation, $0.cluster, $0.gain) < ($1.generation, $1.cluster, $1.gain)
    }
    return (groups.count, ordered)
  }

  /// The people of one generation.
  private struct Sum {
    var generation: Double
    var count: Double
    var gain: Double
  }

  private static func sums(_ cases: [Case]) -> [Sum] {
    Dictionary(grouping: cases, by: \.generation).sorted { $0.key < $1.key }.map { entry in
      Sum(
        generation: Double(entry.key), count: Double(entry.value.count),
        gain: entry.value.reduce(0) { $0 + $1.gain })
    }
  }

  /// Returns the A of least squares for a given log q.
  private static func height(_ sums: [Sum], _ log: Double) -> Double {
    var (product, square) = (0.0, 0.0)
    for sum in sums {
      let factor = exp(log * sum.generation)
      product += factor * sum.gain
      square += factor * factor * sum.count
    }
    return product / square
  }

  /// Returns the share of the squares that the model takes away, up to a constant.
  private static func explained(_ sums: [Sum], _ log: Double) -> Double {
    var (product, square) = (0.0, 0.0)
    for sum in sums {
      let factor = exp(log * sum.generation)
      product += factor * sum.gain
      square += factor * factor * sum.count
    }
    return product > 0 ? product * product / square : -.infinity
  }

  /// Returns the log q of least squares; `nil` where it lies at an end of what is searched.
  private static func solution(_ sums: [Sum]) -> Double? {
    // A grid first, as the profile may have two hills; q from e⁻⁴ to e³.
    let grid = stride(from: -4.0, through: 3.0, by: 0.05).map { $0 }
    let best = grid.indices.max { explained(sums, grid[$0]) < explained(sums, grid[$1]) }
    guard let best, best > 0, best < grid.count - 1 else { return nil }
    var (low, high) = (grid[best - 1], grid[best + 1])
    let golden = 0.5 * (5.0.squareRoot() - 1)
    for _ in 0..<80 {
      let left = high - golden * (high - low)
      let right = low + golden * (high - low)
      if explained(sums, left) < explained(sums, right) { low = left } else { high = right }
    }
    return 0.5 * (low + high)
  }
}

/// The variance of log q: CR2 for a model of two parameters, of which all matrices are 2 × 2.
private struct Sandwich {
  let error: Double
  let df: Double

  /// A 2 × 2 matrix by rows.
  private struct Matrix {
    var a = 0.0
    var b = 0.0
    var c = 0.0
    var d = 0.0
    var determinant: Double { a * d - b * c }

    func times(_ x: (Double, Double)) -> (Double, Double) {
      (a * x.0 + b * x.1, c * x.0 + d * x.1)
    }

    func times(_ other: Matrix) -> Matrix {
      Matrix(
        a: a * other.a + b * other.c, b: a * other.b + b * other.d,
        c: c * other.a + d * other.c, d: c * other.b + d * other.d)
    }

    var inverse: Matrix {
      let by = determinant
      return Matrix(a: d / by, b: -b / by, c: -c / by, d: a / by)
    }
  }

  /// One cluster: JᵀJ and Jᵀr.
  private struct Part {
    var square = Matrix()
    var residual = (0.0, 0.0)
  }

  init(
    _ cases: [GenerationDecay.Case], height: Double, log: Double
  ) throws(GenerationDecay.Refusal) {
    var parts: [Int: Part] = [:]
    var all = Matrix()
    for one in cases {
      let g = Double(one.generation)
      let factor = exp(log * g)
      // The gain over A, so that both columns of J are of one size.
      let j = (factor, g * factor)
      let residual = one.gain / height - factor
      let square = Matrix(a: j.0 * j.0, b: j.0 * j.1, c: j.0 * j.1, d: j.1 * j.1)
      for path in [\Matrix.a, \.b, \.c, \.d] {
        parts[one.cluster, default: Part()].square[keyPath: path] += square[keyPath: path]
        all[keyPath: path] += square[keyPath: path]
      }
      parts[one.cluster, default: Part()].residual.0 += j.0 * residual
      parts[one.cluster, default: Part()].residual.1 += j.1 * residual
    }
    guard all.determinant > 1e-12 * all.a * all.d else { throw .noSolution }
    let bread = all.inverse
    let wanted = (bread.b, bread.d)
    var variance = 0.0
    var weights: [(own: Double, u: (Double, Double))] = []
    for (_, part) in parts.sorted(by: { $0.key < $1.key }) {
      // (I − B·M)^(−1/2), by the closed form of a 2 × 2 root.
      let product = bread.times(part.square)
      let rest = Matrix(a: 1 - product.a, b: -product.b, c: -product.c, d: 1 - product.d)
      guard rest.determinant > 1e-9 else { throw .noSolution }
      let root = rest.determinant.squareRoot()
      let size = (rest.a + rest.d + 2 * root).squareRoot()
      let half = Matrix(
        a: (rest.a + root) / size, b: rest.b / size, c: rest.c / size, d: (rest.d + root) / size)
      let v = half.inverse.times(wanted)
      let score = v.0 * part.residual.0 + v.1 * part.residual.1
      variance += score * score
      let u = part.square.times(v)
      weights.append((v.0 * u.0 + v.1 * u.1, u))
    }
    error = variance.squareRoot()
    var (trace, squares) = (0.0, 0.0)
    for (i, left) in weights.enumerated() {
      let bu = bread.times(left.u)
      for (j, right) in weights.enumerated() {
        let entry = (i == j ? left.own : 0) - bu.0 * right.u.0 - bu.1 * right.u.1
        squares += entry * entry
        if i == j { trace += entry }
      }
    }
    df = max(1, trace * trace / squares)
    guard error.isFinite, df.isFinite else { throw .noSolution }
  }
}
