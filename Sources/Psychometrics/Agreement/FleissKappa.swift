/// How far several raters agree beyond chance on the same subjects (Fleiss' kappa).
///
/// Source: Fleiss (1971), Psychological Bulletin 76, 378–382. Every subject is judged by the same
/// number of raters, who need not be the same people.
package struct FleissKappa: Sendable, Hashable {
  /// How many subjects there are.
  package let subjects: Int
  /// How many raters judged each.
  package let raters: Int
  /// Kappa.
  package let value: Estimate<Double>
  /// Kappa over its standard error under the hypothesis of no agreement beyond chance.
  ///
  /// Source: Fleiss, Nee and Landis (1979), Psychological Bulletin 86, 974–977.
  package let z: Estimate<Double>
  /// The standard error in large samples, with subjects and raters' categories as they are.
  ///
  /// Source: Gwet (2021), Educational and Psychological Measurement 81, 781–790.
  package let standardError: Estimate<Double>
  /// The interval κ ± t · standard error with n − 1 degrees of freedom, cut at 1.
  package let interval: Estimate<ConfidenceInterval>
  /// The kappa of each category against all others.
  package let categories: [Estimate<Double>]

  /// Creates the measure.
  ///
  /// - Parameters:
  ///   - counts: For each subject how many raters chose each category.
  ///   - confidence: The confidence of the interval, between 0 and 1.
  package init(counts: [[Int]], confidence: Double = 0.95) {
    let width = counts.first?.count ?? 0
    let raters = counts.first?.reduce(0, +) ?? 0
    subjects = counts.count
    self.raters = raters
    let isRectangle = counts.allSatisfy { row in
      row.count == width && row.reduce(0, +) == raters && row.allSatisfy { $0 >= 0 }
    }
    guard !counts.isEmpty, raters > 1, isRectangle else {
      let reason: UndefinedReason = isRectangle ? .tooFew(needed: 2) : .unequalLengths
      value = .undefined(reason)
      z = .undefined(reason)
      standardError = .undefined(reason)
      interval = .undefined(reason)
      categories = []
      return
    }
    let n = Double(counts.count)
    let m = Double(raters)
    let pairs = m * (m - 1)
    let shares = (0..<width).map { category in
      counts.reduce(0) { $0 + Double($1[category]) } / (n * m)
    }
    let chance = shares.reduce(0) { $0 + $1 * $1 }
    let agreement = counts.map { row in
      row.reduce(0) { $0 + Double($1) * Double($1 - 1) } / pairs
    }
    categories = (0..<width).map { category in
      let share = shares[category]
      guard share > 0, share < 1 else { return .undefined(.noVariation) }
      let apart = counts.reduce(0) { $0 + Double($1[category]) * (m - Double($1[category])) }
      return .checked(1 - apart / (n * pairs * share * (1 - share)))
    }
    guard 1 - chance > 1e-12 else {
      value = .undefined(.noVariation)
      z = .undefined(.noVariation)
      standardError = .undefined(.noVariation)
      interval = .undefined(.noVariation)
      return
    }
    let kappa = (agreement.reduce(0, +) / n - chance) / (1 - chance)
    value = .value(kappa)
    let spread = shares.reduce(0) { $0 + $1 * (1 - $1) }
    let skew = shares.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
    let null = (2 * (spread * spread - skew) / (n * pairs)).squareRoot() / spread
    z = .checked(kappa / null)
    guard counts.count > 1 else {
      standardError = .undefined(.tooFew(needed: 2))
      interval = .undefined(.tooFew(needed: 2))
      return
    }
    let squares = zip(counts, agreement).map { row, agreed in
      let own = (agreed - chance) / (1 - chance)
      let expected = zip(row, shares).reduce(0) { $0 + Double($1.0) * $1.1 } / m
      let linear = own - 2 * (1 - kappa) * (expected - chance) / (1 - chance)
      return (linear - kappa) * (linear - kappa)
    }
    let error = (squares.reduce(0, +) / (n * (n - 1))).squareRoot()
    standardError = .checked(error)
    let half = StudentDistribution.quantile(0.5 + 0.5 * confidence, df: n - 1) * error
    interval = .value(ConfidenceInterval(low: kappa - half, high: min(1, kappa + half)))
  }
}
