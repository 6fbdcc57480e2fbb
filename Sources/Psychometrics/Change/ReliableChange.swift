/// How many people changed by more than the test's own error.
///
/// RC = (post − pre)/(√2 · s_pre · √(1 − reliability)); beyond ±1.96 a change is not put down to
/// the error of measurement. Source: Jacobson and Truax (1991), Journal of Consulting and Clinical
/// Psychology 59, 12–19.
package struct ReliableChange: Sendable, Hashable {
  /// The reliability that was taken, 0 to 1.
  package let reliability: Double
  /// The smallest change, in points, that counts.
  package let smallest: Estimate<Double>
  /// How many people gained reliably.
  package let improved: Int
  /// How many people lost reliably.
  package let worsened: Int
  /// How many people did neither.
  package let unchanged: Int

  /// Creates the counts.
  ///
  /// - Parameters:
  ///   - pre: The scores before.
  ///   - post: The scores after, of the same people in the same order.
  ///   - reliability: The reliability of the test, at least 0 and below 1.
  ///   - deviation: The standard deviation of scores before; that of `pre` where it is `nil`.
  package init(pre: [Double], post: [Double], reliability: Double, deviation: Double? = nil) {
    self.reliability = reliability
    var reason: UndefinedReason?
    let spread = deviation.map(Estimate.checked) ?? Moments.deviation(pre)
    if pre.count != post.count {
      reason = .unequalLengths
    } else if !(0..<1).contains(reliability)
      || !(pre + post).allSatisfy({ $0.magnitude < 1e100 })
    {
      reason = .notFinite
    } else if let missing = spread.reason {
      reason = missing
    } else if Moments.isConstant(pre), deviation == nil {
      reason = .noVariation
    }
    guard reason == nil, let spread = spread.value, spread > 0 else {
      smallest = .undefined(reason ?? .noVariation)
      improved = 0
      worsened = 0
      unchanged = 0
      return
    }
    let limit =
      NormalDistribution.quantile(0.975) * (2 * (1 - reliability)).squareRoot() * spread
    smallest = .checked(limit)
    improved = zip(pre, post).reduce(0) { $0 + ($1.1 - $1.0 > limit ? 1 : 0) }
    worsened = zip(pre, post).reduce(0) { $0 + ($1.0 - $1.1 > limit ? 1 : 0) }
    unchanged = pre.count - improved - worsened
  }
}
