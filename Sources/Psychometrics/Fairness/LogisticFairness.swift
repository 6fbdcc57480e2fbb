import Glibc

/// Whether the group says something of an answer that the total does not (logistic regression).
///
/// ln(P/(1 − P)) = β₀ + β₁·total + β₂·group + β₃·total·group, the group being 1 for the focal one.
/// Source: Swaminathan and Rogers (1990), Journal of Educational Measurement 27, 361–370.
package struct LogisticFairness: Sendable, Hashable {
  /// A likelihood ratio test.
  package struct Test: Sendable, Hashable {
    /// Twice the difference of the log-likelihoods.
    package let chiSquared: Double
    /// The degrees of freedom.
    package let df: Double
    /// Its p.
    package let p: Double
  }

  /// β₂ of the model without β₃: below 0 where the item is harder for the focal group everywhere.
  package let group: Double
  /// Its standard error.
  package let groupError: Double
  /// β₃ per point of the total.
  package let interaction: Double
  /// Its standard error.
  package let interactionError: Double
  /// The test of β₂ when β₃ is 0: uniform.
  package let uniform: Test
  /// The test of β₃: not uniform.
  package let nonUniform: Test
  /// The test of both.
  package let both: Test
  /// How much more of the spread the full model explains than the total alone.
  ///
  /// R² of Nagelkerke (1991), Biometrika 78, 691–692.
  package let effect: Double
  /// The class by the effect, where the test of both is significant.
  ///
  /// Below .035 negligible, below .070 moderate. Source: Jodoin and Gierl (2001), Applied
  /// Measurement in Education 14, 329–349.
  package let category: ItemFairness.Class

  /// Fits the three models.
  ///
  /// - Parameter strata: For each total the counts of both groups.
  /// - Returns: The tests, or the reason why there are none: everybody right or wrong, or answers
  ///   that the total or the group foretells without fail (`noVariation`).
  package static func of(
    _ strata: [(total: Double, table: MantelHaenszel.Table)]
  ) -> Estimate<LogisticFairness> {
    var cells: [Cell] = []
    for (total, table) in strata {
      cells.append(
        Cell(total: total, group: 0, right: table.referenceRight, wrong: table.referenceWrong))
      cells.append(Cell(total: total, group: 1, right: table.focalRight, wrong: table.focalWrong))
    }
    cells = cells.filter { $0.count > 0 }
    let people = cells.reduce(0) { $0 + $1.count }
    let right = cells.reduce(0) { $0 + $1.right }
    guard right > 0, right < people else { return .undefined(.noVariation) }
    let mean = cells.reduce(0) { $0 + $1.count * $1.total } / people
    let variance =
      cells.reduce(0) { $0 + $1.count * ($1.total - mean) * ($1.total - mean) } / people
    guard variance > 0 else { return .undefined(.noVariation) }
    let spread = variance.squareRoot()
    for place in cells.indices { cells[place].total = (cells[place].total - mean) / spread }
    guard let base = fit(cells, size: 2), let uniform = fit(cells, size: 3),
      let full = fit(cells, size: 4)
    else { return .undefined(.noVariation) }
    let share = right / people
    let empty = right * log(share) + (people - right) * log(1 - share)
    func explained(_ logLikelihood: Double) -> Double {
      (1 - exp(2 * (empty - logLikelihood) / people)) / (1 - exp(2 * empty / people))
    }
    let effect = max(0, explained(full.logLikelihood) - explained(base.logLikelihood))
    let both = test(base, full, df: 2)
    let category: ItemFairness.Class =
      both.p >= 0.05 || effect < 0.035 ? .negligible : effect < 0.070 ? .moderate : .large
    return .value(
      LogisticFairness(
        group: uniform.values[2], groupError: uniform.errors[2],
        interaction: full.values[3] / spread, interactionError: full.errors[3] / spread,
        uniform: test(base, uniform, df: 1), nonUniform: test(uniform, full, df: 1), both: both,
        effect: effect, category: category))
  }

  private struct Cell {
    var total: Double
    var group: Double
    var right: Double
    var wrong: Double

    var count: Double { right + wrong }
    var terms: [Double] { [1, total, group, total * group] }
  }

  private struct Model {
    var values: [Double]
    var errors: [Double]
    var logLikelihood: Double
  }

  private static func test(_ small: Model, _ large: Model, df: Double) -> Test {
    let chiSquared = max(0, 2 * (large.logLikelihood - small.logLikelihood))
    return Test(
      chiSquared: chiSquared, df: df, p: ChiSquaredDistribution.upperTail(chiSquared, df: df))
  }

  /// Newton's method; `nil` where the answers can be foretold, so that there is no highest point.
  private static func fit(_ cells: [Cell], size: Int) -> Model? {
    var values = [Double](repeating: 0, count: size)
    var before = -Double.infinity
    for _ in 0..<60 {
      var height = 0.0
      var gradient = [Double](repeating: 0, count: size)
      var information = [Double](repeating: 0, count: size * size)
      for cell in cells {
        let terms = cell.terms
        var logit = 0.0
        for place in 0..<size { logit += values[place] * terms[place] }
        let right = 1 / (1 + exp(-logit))
        let wrong = 1 / (1 + exp(logit))
        height -= cell.right * softened(-logit) + cell.wrong * softened(logit)
        for row in 0..<size {
          gradient[row] += (cell.right - cell.count * right) * terms[row]
          for column in 0..<size {
            information[row * size + column] +=
              cell.count * right * wrong * terms[row] * terms[column]
          }
        }
      }
      guard let factor = Cholesky(information, size: size) else { return nil }
      let step = factor.solve(gradient)
      let most = step.reduce(0) { max($0, $1.magnitude) }
      guard most.isFinite, values.allSatisfy({ $0.magnitude < 40 }) else { return nil }
      if most < 1e-10 || (most < 1e-7 && height <= before) {
        let inverse = factor.inverse
        return Model(
          values: values, errors: (0..<size).map { inverse[$0 * size + $0].squareRoot() },
          logLikelihood: height)
      }
      before = height
      let length = min(1, 4 / most)
      for place in 0..<size { values[place] += length * step[place] }
    }
    return nil
  }

  /// ln(1 + eˣ).
  private static func softened(_ x: Double) -> Double {
    x > 0 ? x + log1p(exp(-x)) : log1p(exp(x))
  }
}
