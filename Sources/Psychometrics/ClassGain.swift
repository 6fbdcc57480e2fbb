/// The share of what a class could still gain that it did gain.
///
/// ⟨g⟩ = (mean post − mean pre) / (highest − mean pre), of the class means. The mean of personal
/// gains is not offered: it is infinite for whoever began at the top. Source: Hake (1998), American
/// Journal of Physics 66, 64–74.
package struct ClassGain: Sendable, Hashable {
  /// The gain of the class.
  package let value: Estimate<Double>
  /// Its confidence interval.
  ///
  /// ⟨g⟩ = 1 − R with R the ratio of the mean shortfalls after and before; the standard error is
  /// that of the mean of (a_i − R·b_i) divided by the mean shortfall before (the linearised ratio
  /// estimator), with Student's t. Source: Cochran (1977), Sampling Techniques, 6.3.
  package let interval: Estimate<ConfidenceInterval>

  /// Creates the gain of a class.
  ///
  /// - Parameters:
  ///   - pre: The scores before.
  ///   - post: The scores after, of the same people in the same order.
  ///   - maximum: The highest possible score.
  ///   - confidence: The confidence of the interval, between 0 and 1.
  package init(pre: [Double], post: [Double], maximum: Double, confidence: Double = 0.95) {
    guard let reason = Self.obstacle(pre, post, maximum) else {
      let before = pre.map { maximum - $0 }
      let after = post.map { maximum - $0 }
      let room = Moments.mean(before)
      let ratio = Moments.mean(after) / room
      let errors = zip(after, before).map { ($0 - ratio * $1) / room }
      let scale = (before + after).reduce(0) { max($0, $1.magnitude) } / room
      value = .checked(1 - ratio)
      interval =
        MeanEstimate(
          1 - ratio, standardError: MeanEstimate.standardError(errors, scale: scale),
          df: Double(pre.count - 1), confidence: confidence
        ).interval
      return
    }
    value = .undefined(reason)
    interval = .undefined(reason)
  }

  private static func obstacle(
    _ pre: [Double], _ post: [Double], _ maximum: Double
  ) -> UndefinedReason? {
    guard pre.count == post.count else { return .unequalLengths }
    guard !pre.isEmpty else { return .tooFew(needed: 1) }
    guard (pre + post + [maximum]).allSatisfy({ $0.magnitude < 1e100 }) else { return .notFinite }
    return Moments.mean(pre) < maximum - 16 * Double.ulpOfOne * maximum.magnitude ? nil : .noRoom
  }
}

/// How many people stand at the ends of a test, where it can no longer tell them apart.
package struct EndShares: Sendable, Hashable {
  /// The share of people with the lowest possible score, 0 to 1.
  package let floor: Estimate<Double>
  /// The share of people with the highest possible score, 0 to 1.
  package let ceiling: Estimate<Double>

  /// Creates the shares.
  ///
  /// - Parameters:
  ///   - scores: The scores.
  ///   - minimum: The lowest possible score.
  ///   - maximum: The highest possible score.
  package init(_ scores: [Double], minimum: Double = 0, maximum: Double) {
    guard !scores.isEmpty else {
      floor = .undefined(.tooFew(needed: 1))
      ceiling = .undefined(.tooFew(needed: 1))
      return
    }
    guard (scores + [minimum, maximum]).allSatisfy(\.isFinite) else {
      floor = .undefined(.notFinite)
      ceiling = .undefined(.notFinite)
      return
    }
    // Sums of parts of points may miss the end by their rounding.
    let slack = 1e-9 * max(minimum.magnitude, maximum.magnitude)
    let count = Double(scores.count)
    floor = .value(Double(scores.count { $0 <= minimum + slack }) / count)
    ceiling = .value(Double(scores.count { $0 >= maximum - slack }) / count)
  }
}
