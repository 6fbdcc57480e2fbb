package import Curriculum

/// A share that nobody knows exactly, as a beta distribution.
package struct UncertainShare: Sendable, Hashable {
  /// What it is.
  package var kind: Kind
  /// The generation, or `nil` for the whole cascade.
  package var generation: Int?
  /// Its mean, from 0 to 1.
  package var mean: Double
  /// Where the mean comes from.
  package var basis: Basis
  /// Whether the plan gives the range; without one it is supposed.
  package var hasRange: Bool
  /// The shapes of the distribution; `nil` where the share is 0 or 1 and stays so.
  var shapes: (first: Double, second: Double)? {
    guard mean > 0, mean < 1 else { return nil }
    return (mean * weight, (1 - mean) * weight)
  }
  /// The two shapes together: as many cases as the share rests on.
  package var weight: Double

  /// What a share is of.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Certified trainers who lead classes.
    case active
    /// Invited people who come.
    case showUp = "show-up"
    /// Those who came who leave before the end.
    case dropOut = "drop-out"
    /// Those reached who are certified to train.
    case certified
    /// Those reached who pass the post-test.
    case pass
    /// Learning that passes from trainers to those they train.
    case passed
    /// Learning that is lost in a month.
    case monthlyLoss = "monthly-loss"
  }

  /// Where a plan gives no range, a share counts as if so many cases stood behind it, and at least
  /// three of either kind: a guess.
  package static let assumedWeight = 15.0

  /// Creates a share from a figure.
  ///
  /// `low` and `high` are read as the 10th and the 90th percentile; the weight is that of a beta
  /// distribution whose standard deviation is their distance over 2 × 1.2816, at least 2.
  package init(_ kind: Kind, generation: Int?, _ figure: Figure<Double>) {
    self.kind = kind
    self.generation = generation
    mean = min(1, max(0, figure.value))
    basis = figure.basis
    if let low = figure.low, let high = figure.high, high > low {
      let deviation = (high - low) / (2 * 1.2815515655446004)
      weight = max(2, mean * (1 - mean) / (deviation * deviation) - 1)
      hasRange = true
    } else {
      let rarer = min(mean, 1 - mean)
      weight = rarer > 0 ? max(Self.assumedWeight, 3 / rarer) : Self.assumedWeight
      hasRange = false
    }
  }
}
