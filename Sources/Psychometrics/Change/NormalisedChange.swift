/// The mean of personal changes, each as a share of what that person could gain or lose.
///
/// c = (post − pre)/(highest − pre) for a gain, (post − pre)/(pre − lowest) for a loss, 0 for
/// neither; people at the same end on both occasions are left out, since they had nowhere to go.
/// Source: Marx and Cummings (2007), American Journal of Physics 75, 87–91.
package struct NormalisedChange: Sendable, Hashable {
  /// How many people were left out because they stood at one end both times.
  package let leftOut: Int
  /// The mean change with Student's interval.
  package let mean: MeanEstimate

  /// Creates the mean.
  ///
  /// - Parameters:
  ///   - pre: The scores before.
  ///   - post: The scores after, of the same people in the same order.
  ///   - minimum: The lowest possible score.
  ///   - maximum: The highest possible score.
  package init(pre: [Double], post: [Double], minimum: Double = 0, maximum: Double) {
    guard pre.count == post.count else {
      leftOut = 0
      mean = MeanEstimate(undefined: .unequalLengths)
      return
    }
    guard (pre + post + [minimum, maximum]).allSatisfy({ $0.magnitude < 1e100 }) else {
      leftOut = 0
      mean = MeanEstimate(undefined: .notFinite)
      return
    }
    let slack = 1e-9 * max(minimum.magnitude, maximum.magnitude)
    let changes = zip(pre, post).compactMap { before, after -> Double? in
      if before >= maximum - slack, after >= maximum - slack { return nil }
      if before <= minimum + slack, after <= minimum + slack { return nil }
      if after > before { return (after - before) / (maximum - before) }
      if after < before { return (after - before) / (before - minimum) }
      return 0
    }
    leftOut = pre.count - changes.count
    guard !changes.isEmpty else {
      mean = MeanEstimate(undefined: pre.isEmpty ? .tooFew(needed: 1) : .noRoom)
      return
    }
    mean = MeanEstimate(
      Moments.mean(changes), standardError: MeanEstimate.standardError(changes, scale: 1),
      df: Double(changes.count - 1), confidence: 0.95)
  }
}
