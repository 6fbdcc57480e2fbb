/// Whether the odds ratio is the same in all strata.
///
/// Small where an item is harder for one group at every ability, large where it is so at some only.
/// Sources: Breslow and Day (1980), Statistical Methods in Cancer Research I, 142–146; Tarone
/// (1985), Biometrika 72, 91–95 for the correction.
package struct BreslowDay: Sendable, Hashable {
  /// The statistic, with Tarone's correction.
  package let chiSquared: Double
  /// Its degrees of freedom: the strata that say anything, less one.
  package let df: Double
  /// Its p.
  package let p: Double

  /// Returns the test of strata.
  ///
  /// - Parameters:
  ///   - tables: The strata.
  ///   - odds: Their common odds ratio.
  /// - Returns: The test, or the reason why there is none.
  package static func test(
    _ tables: [MantelHaenszel.Table], odds: Double
  ) -> Estimate<BreslowDay> {
    var sum = 0.0
    var excess = 0.0
    var spread = 0.0
    var strata = 0
    for table in tables {
      let reference = table.referenceRight + table.referenceWrong
      let focal = table.focalRight + table.focalWrong
      let right = table.referenceRight + table.focalRight
      let wrong = table.referenceWrong + table.focalWrong
      guard reference > 0, focal > 0, right > 0, wrong > 0 else { continue }
      guard let expected = expected(reference, focal, right, odds) else { continue }
      let inverse =
        1 / expected + 1 / (reference - expected) + 1 / (right - expected)
        + 1 / (focal - right + expected)
      let variance = 1 / inverse
      guard variance > 0, variance.isFinite else { continue }
      let distance = table.referenceRight - expected
      sum += distance * distance / variance
      excess += distance
      spread += variance
      strata += 1
    }
    guard strata > 1 else { return .undefined(.tooFew(needed: 2)) }
    let chiSquared = max(0, sum - excess * excess / spread)
    guard chiSquared.isFinite else { return .undefined(.notFinite) }
    let df = Double(strata - 1)
    return .value(
      BreslowDay(
        chiSquared: chiSquared, df: df,
        p: ChiSquaredDistribution.upperTail(chiSquared, df: df)))
  }

  /// The reference group's successes under the common odds ratio.
  private static func expected(
    _ reference: Double, _ focal: Double, _ right: Double, _ odds: Double
  ) -> Double? {
    let low = max(0, right - focal)
    let high = min(reference, right)
    var (from, to) = (low, high)
    for _ in 0..<200 {
      let middle = 0.5 * (from + to)
      guard middle > from, middle < to else { break }
      let excess =
        middle * (focal - right + middle) - odds * (reference - middle) * (right - middle)
      if excess < 0 { from = middle } else { to = middle }
    }
    let result = 0.5 * (from + to)
    return result > low && result < high ? result : nil
  }
}
