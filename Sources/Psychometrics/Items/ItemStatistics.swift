/// What classical test theory says about a test, its items and their options.
///
/// All spreads use the divisor n − 1. Every figure but the total of `pairwise` rests on the same
/// people; the rule for missing answers is named.
package struct ItemStatistics: Sendable, Hashable {
  /// What was done with missing answers.
  package let missing: MissingRule
  /// How many people the figures rest on; with `pairwise`, how many answered anything.
  package let n: Int
  /// How many people were left out because an answer was missing.
  package let leftOut: Int
  /// How many answers were missing before the rule.
  package let missingAnswers: Int
  /// The mean of the total scores.
  package let meanTotal: Estimate<Double>
  /// The standard deviation of the total scores.
  package let deviationTotal: Estimate<Double>
  /// Coefficient alpha; below zero where items contradict each other, and then shown so.
  ///
  /// α = k/(k − 1) · (1 − Σ s_j² / s_T²). Source: Cronbach (1951), Psychometrika 16, 297–334.
  package let alpha: Estimate<Double>
  /// Its 95 % confidence interval, 1 − (1 − α)·F with n − 1 and (n − 1)(k − 1) degrees of freedom.
  ///
  /// Source: Feldt, Woodruff and Salih (1987), Applied Psychological Measurement 11, 93–103.
  package let alphaInterval: Estimate<ConfidenceInterval>
  /// Kuder and Richardson's formula 20, which is alpha where every item is right or wrong.
  ///
  /// Source: Kuder and Richardson (1937), Psychometrika 2, 151–160.
  package let kr20: Estimate<Double>
  /// The reliability without the assumption that all items measure equally well.
  package let omega: Omega
  /// The standard error of measurement, in points: s_T · √(1 − α).
  ///
  /// Source: Lord and Novick (1968), Statistical Theories of Mental Test Scores, chapter 3.
  package let standardError: Estimate<Double>
  /// The items in their order.
  package let items: [Item]

  /// The share of people in the upper and in the lower group of the discrimination index.
  ///
  /// Source: Kelley (1939), Journal of Educational Psychology 30, 17–24.
  package static let extremeShare = 0.27

  /// What is said about one item.
  package struct Item: Sendable, Hashable {
    /// The item's id.
    package let id: String
    /// How many people its figures rest on.
    package let n: Int
    /// The mean score; for an item that is right or wrong the share of people who had it right.
    package let difficulty: Estimate<Double>
    /// The standard deviation of the score.
    package let deviation: Estimate<Double>
    /// The correlation of the item with the sum of the other items.
    ///
    /// Source: Henrysson (1963), Psychometrika 28, 211–218.
    package let discrimination: Estimate<Double>
    /// The correlation of the item with the total, itself included.
    package let itemTotal: Estimate<Double>
    /// The alpha of the other items.
    package let alphaIfDeleted: Estimate<Double>
    /// The mean score of the upper 27 % less that of the lower 27 %, as a share of the span of
    /// the item's scores; people with the score at a border count in part.
    ///
    /// Source: Johnson (1951), Journal of Educational Psychology 42, 499–504.
    package let discriminationIndex: Estimate<Double>
    /// The people who gave no answer, as an option with the score that the rule gives them.
    package let omitted: Option
    /// The answers in their order.
    package let options: [Option]
  }

  /// What is said about one answer of an item.
  package struct Option: Sendable, Hashable {
    /// The answer.
    package let text: String
    /// What it scores.
    package let score: Double
    /// How many people gave it.
    package let count: Int
    /// The share of people who gave it.
    package let proportion: Estimate<Double>
    /// The correlation of giving this answer with the sum of the other items.
    ///
    /// A wrong answer that good people give has one above zero. Source: Attali and Fraenkel (2000),
    /// Journal of Educational Measurement 37, 77–86, on why it stands against the rest score.
    package let pointBiserial: Estimate<Double>
  }

  /// Creates the statistics.
  ///
  /// - Parameters:
  ///   - items: The items, all of the same people in the same order.
  ///   - missing: What to do with missing answers.
  package init(_ items: [CodedItem], missing: MissingRule) {
    let people = items.first?.codes.count ?? 0
    let gaps = Parallel.map(items.count) { place in items[place].codes.count { $0 == 0 } }
    missingAnswers = gaps.reduce(0, +)
    self.missing = missing
    var used = items
    switch missing {
    case .zero: leftOut = 0
    case .listwise where missingAnswers > 0:
      var isKept = [Bool](repeating: true, count: people)
      for item in items {
        for (row, code) in item.codes.enumerated() where code == 0 { isKept[row] = false }
      }
      let rows = isKept.indices.filter { isKept[$0] }
      used = items.map { $0.kept(rows) }
      leftOut = people - rows.count
    case .listwise: leftOut = 0
    case .pairwise:
      let rows = (0..<people).filter { row in items.contains { $0.codes[row] > 0 } }
      if rows.count < people { used = items.map { $0.kept(rows) } }
      leftOut = people - rows.count
    }
    let sums = ItemSums(used, isPairwise: missing == .pairwise && missingAnswers > 0)
    n = sums.n
    meanTotal = sums.meanTotal
    let isBinary = used.allSatisfy { item in item.scores.allSatisfy { $0 == 0 || $0 == 1 } }
    let matrix = sums.covariance
    deviationTotal = sums.deviationTotal
    alpha = sums.alpha
    alphaInterval = Self.interval(alpha, n: sums.n, items: used.count)
    kr20 = isBinary ? alpha : .undefined(.notRightOrWrong)
    omega =
      used.count > Omega.mostItems
      ? Omega(.notAsked) : Omega(covariance: matrix, size: matrix.isEmpty ? 0 : used.count)
    if let alpha = alpha.value, let deviation = deviationTotal.value {
      standardError = .checked(deviation * (1 - alpha).squareRoot())
    } else {
      standardError = .undefined(alpha.reason ?? deviationTotal.reason ?? .noVariation)
    }
    self.items = sums.items
  }

  private static func interval(
    _ alpha: Estimate<Double>, n: Int, items: Int
  ) -> Estimate<ConfidenceInterval> {
    alpha.map { alpha in
      let (df1, df2) = (Double(n - 1), Double((n - 1) * (items - 1)))
      return ConfidenceInterval(
        low: 1 - (1 - alpha) * FDistribution.upperQuantile(0.025, df1: df1, df2: df2),
        high: 1 - (1 - alpha) * FDistribution.upperQuantile(0.975, df1: df1, df2: df2))
    }
  }
}
