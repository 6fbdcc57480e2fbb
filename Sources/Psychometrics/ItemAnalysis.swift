/// What classical test theory says about a test and its items.
///
/// All figures use the divisor n − 1 and the people that the missing policy keeps.
package struct ItemAnalysis: Sendable, Hashable {
  /// What was done with missing scores.
  package let missing: ResponseMatrix.MissingPolicy
  /// How many people the figures rest on.
  package let n: Int
  /// Who was left out because a score was missing.
  package let leftOut: [String]
  /// The mean of the total scores.
  package let meanTotal: Estimate<Double>
  /// The standard deviation of the total scores.
  package let deviationTotal: Estimate<Double>
  /// Coefficient alpha; below zero where items contradict each other, and then shown so.
  ///
  /// α = k/(k − 1) · (1 − Σ s_i² / s_T²). Source: Cronbach (1951), Psychometrika 16, 297–334.
  package let alpha: Estimate<Double>
  /// The standard error of measurement, in points: s_T · √(1 − α).
  ///
  /// Source: Lord and Novick (1968), Statistical Theories of Mental Test Scores, chapter 3.
  package let standardError: Estimate<Double>
  /// The items in the order of the matrix.
  package let items: [Item]

  /// What is said about one item.
  package struct Item: Sendable, Hashable {
    /// The item's id.
    package let id: String
    /// The mean score, as a share of the item's highest score where that was given.
    package let difficulty: Estimate<Double>
    /// The standard deviation of the score.
    package let deviation: Estimate<Double>
    /// The correlation of the item with the sum of the other items.
    ///
    /// Source: Henrysson (1963), Psychometrika 28, 211–218.
    package let discrimination: Estimate<Double>
    /// The alpha of the other items.
    package let alphaIfDeleted: Estimate<Double>
  }

  /// Creates the analysis of a matrix.
  ///
  /// - Parameters:
  ///   - matrix: The scores.
  ///   - missing: What to do with missing scores.
  ///   - maxima: The highest possible score of each item; where given, one for each item, the
  ///     difficulty is the share of it. Without, it is the mean score.
  package init(
    _ matrix: ResponseMatrix, missing: ResponseMatrix.MissingPolicy, maxima: [Double]? = nil
  ) {
    let (complete, leftOut) = matrix.complete(missing)
    self.missing = missing
    self.leftOut = leftOut
    n = complete.people.count
    let columns = complete.items.indices.map(complete.column)
    let totals = complete.totals.compactMap(\.self)
    let variances = columns.map(Moments.variance)
    let sum = variances.reduce(0, +)
    meanTotal = totals.isEmpty ? .undefined(.tooFew(needed: 1)) : .checked(Moments.mean(totals))
    deviationTotal = Moments.deviation(totals)
    alpha = Self.alpha(itemVariances: sum, items: columns.count, totals: totals)
    if let alpha = alpha.value, let deviation = deviationTotal.value {
      standardError = .checked(deviation * (1 - alpha).squareRoot())
    } else {
      standardError = .undefined(alpha.reason ?? .noVariation)
    }
    items = columns.indices.map { place in
      let rest = zip(totals, columns[place]).map { $0 - $1 }
      let highest = maxima.flatMap { place < $0.count && $0[place] > 0 ? $0[place] : nil } ?? 1
      return Item(
        id: complete.items[place],
        difficulty: totals.isEmpty
          ? .undefined(.tooFew(needed: 1)) : .checked(Moments.mean(columns[place]) / highest),
        deviation: Moments.deviation(columns[place]),
        discrimination: columns.count > 1
          ? Moments.correlation(columns[place], rest) : .undefined(.tooFew(needed: 2)),
        alphaIfDeleted: Self.alpha(
          itemVariances: sum - variances[place], items: columns.count - 1, totals: rest))
    }
  }

  /// Needs two items and two people: `tooFew(needed: 2)` speaks of either.
  private static func alpha(
    itemVariances: Double, items: Int, totals: [Double]
  ) -> Estimate<Double> {
    guard items > 1, totals.count > 1 else { return .undefined(.tooFew(needed: 2)) }
    guard !Moments.isConstant(totals) else { return .undefined(.noVariation) }
    let count = Double(items)
    return .checked(count / (count - 1) * (1 - itemVariances / Moments.variance(totals)))
  }
}
