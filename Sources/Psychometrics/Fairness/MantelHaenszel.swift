/// The common odds ratio of 2 × 2 tables, one a stratum.
///
/// Source: Mantel and Haenszel (1959), Journal of the National Cancer Institute 22, 719–748.
package struct MantelHaenszel: Sendable, Hashable {
  /// One stratum: two groups by two outcomes.
  package struct Table: Sendable, Hashable {
    /// The reference group's successes.
    package var referenceRight: Double
    /// The reference group's failures.
    package var referenceWrong: Double
    /// The focal group's successes.
    package var focalRight: Double
    /// The focal group's failures.
    package var focalWrong: Double

    /// Creates a table.
    package init(
      referenceRight: Double, referenceWrong: Double, focalRight: Double, focalWrong: Double
    ) {
      self.referenceRight = referenceRight
      self.referenceWrong = referenceWrong
      self.focalRight = focalRight
      self.focalWrong = focalWrong
    }

    fileprivate var total: Double { referenceRight + referenceWrong + focalRight + focalWrong }
  }

  /// The strata that hold people of both groups; the others compare nobody.
  package let strata: Int
  /// The common odds ratio; above 1 where the reference group does better.
  package let odds: Estimate<Double>
  /// The test that it is 1, with the continuity correction of ½.
  package let chiSquared: Estimate<Double>
  /// The same without the correction.
  package let chiSquaredUncorrected: Estimate<Double>
  /// The p of the corrected test, one degree of freedom.
  package let p: Estimate<Double>
  /// The standard error of the logarithm of the odds ratio.
  ///
  /// Source: Robins, Breslow and Greenland (1986), Biometrics 42, 311–323.
  package let logOddsError: Estimate<Double>

  /// Creates the measure.
  ///
  /// - Parameter tables: The strata, counts of at least 0.
  package init(_ tables: [Table]) {
    let used = tables.filter {
      $0.referenceRight + $0.referenceWrong > 0 && $0.focalRight + $0.focalWrong > 0
    }
    strata = used.count
    guard !used.isEmpty else {
      odds = .undefined(.tooFew(needed: 1))
      chiSquared = .undefined(.tooFew(needed: 1))
      chiSquaredUncorrected = .undefined(.tooFew(needed: 1))
      p = .undefined(.tooFew(needed: 1))
      logOddsError = .undefined(.tooFew(needed: 1))
      return
    }
    var r = 0.0
    var s = 0.0
    var pr = 0.0
    var mixed = 0.0
    var qs = 0.0
    var difference = 0.0
    var variance = 0.0
    for table in used {
      let total = table.total
      let right = table.referenceRight * table.focalWrong / total
      let wrong = table.referenceWrong * table.focalRight / total
      let share = (table.referenceRight + table.focalWrong) / total
      r += right
      s += wrong
      pr += share * right
      mixed += share * wrong + (1 - share) * right
      qs += (1 - share) * wrong
      let reference = table.referenceRight + table.referenceWrong
      let focal = table.focalRight + table.focalWrong
      let successes = table.referenceRight + table.focalRight
      difference += table.referenceRight - reference * successes / total
      if total > 1 {
        variance +=
          reference * focal * successes * (total - successes) / (total * total * (total - 1))
      }
    }
    odds = r > 0 && s > 0 ? .checked(r / s) : .undefined(.noVariation)
    logOddsError =
      r > 0 && s > 0
      ? .checked((pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)).squareRoot())
      : .undefined(.noVariation)
    guard variance > 0 else {
      chiSquared = .undefined(.noVariation)
      chiSquaredUncorrected = .undefined(.noVariation)
      p = .undefined(.noVariation)
      return
    }
    let distance = max(0, difference.magnitude - 0.5)
    let corrected = distance * distance / variance
    chiSquared = .checked(corrected)
    chiSquaredUncorrected = .checked(difference * difference / variance)
    p = .checked(ChiSquaredDistribution.upperTail(corrected, df: 1))
  }
}
