/// The share of the same people who are right, or above a cut score, before and after.
package struct PairedShares: Sendable, Hashable {
  /// How many people there are.
  package let n: Int
  /// How many were not there before and are after.
  package let gained: Int
  /// How many were there before and are not after.
  package let lost: Int
  /// The share before, with Wilson's interval.
  package let before: Share
  /// The share after, with Wilson's interval.
  package let after: Share
  /// The share after less that before.
  package let difference: Estimate<Double>
  /// The confidence interval of the difference.
  ///
  /// Source: Newcombe (1998), Statistics in Medicine 17, 2635–2650, method 10.
  package let interval: Estimate<ConfidenceInterval>
  /// McNemar's exact p, two-sided: the chance of a split of those who changed at least so uneven.
  ///
  /// Source: McNemar (1947), Psychometrika 12, 153–157, with binomial chances instead of χ².
  package let p: Estimate<Double>

  /// A share with its interval.
  package struct Share: Sendable, Hashable {
    /// How many of them there are.
    package let count: Int
    /// The share, 0 to 1.
    package let value: Estimate<Double>
    /// Wilson's score interval.
    ///
    /// Source: Wilson (1927), Journal of the American Statistical Association 22, 209–212.
    package let interval: Estimate<ConfidenceInterval>

    /// Creates the share of `count` people of `n`.
    package init(_ count: Int, of n: Int, confidence: Double = 0.95) {
      self.count = count
      guard n > 0, (0...n).contains(count) else {
        value = .undefined(.tooFew(needed: 1))
        interval = .undefined(.tooFew(needed: 1))
        return
      }
      let z = NormalDistribution.quantile(0.5 + 0.5 * confidence)
      let (share, size) = (Double(count) / Double(n), Double(n))
      let middle = share + z * z / (2 * size)
      let half =
        z * (share * (1 - share) / size + z * z / (4 * size * size)).squareRoot()
      let whole = 1 + z * z / size
      value = .value(share)
      interval = .value(
        ConfidenceInterval(
          low: count == 0 ? 0 : (middle - half) / whole,
          high: count == n ? 1 : (middle + half) / whole))
    }
  }

  /// Creates the comparison.
  ///
  /// - Parameters:
  ///   - before: For each person whether right, or above the cut, before.
  ///   - after: The same after, in the same order of people.
  package init(before: [Bool], after: [Bool]) {
    let n = min(before.count, after.count)
    self.n = n
    let both = zip(before, after).reduce(0) { $0 + ($1.0 && $1.1 ? 1 : 0) }
    let gained = zip(before, after).reduce(0) { $0 + (!$1.0 && $1.1 ? 1 : 0) }
    let lost = zip(before, after).reduce(0) { $0 + ($1.0 && !$1.1 ? 1 : 0) }
    self.gained = gained
    self.lost = lost
    let first = Share(both + lost, of: n)
    let second = Share(both + gained, of: n)
    self.before = first
    self.after = second
    guard n > 0, let low = first.interval.value, let high = second.interval.value else {
      difference = .undefined(.tooFew(needed: 1))
      interval = .undefined(.tooFew(needed: 1))
      p = .undefined(.tooFew(needed: 1))
      return
    }
    let change = Double(gained - lost) / Double(n)
    difference = .value(change)
    interval = .value(
      Self.newcombe(
        change, Double(both), Double(gained), Double(lost), Double(n), before: low, after: high))
    p = gained + lost > 0 ? .value(Self.exactP(gained, lost)) : .undefined(.noDifferences)
  }

  private static func newcombe(
    _ change: Double, _ both: Double, _ gained: Double, _ lost: Double, _ n: Double,
    before: ConfidenceInterval, after: ConfidenceInterval
  ) -> ConfidenceInterval {
    let neither = n - both - gained - lost
    let (p1, p2) = ((both + lost) / n, (both + gained) / n)
    // The correlation of the two answers, with a correction for continuity where it is positive.
    let product = both * neither - gained * lost
    let margins =
      (both + lost) * (gained + neither) * ((both + gained) * (lost + neither))
    let numerator = product > 0 ? max(product - 0.5 * n, 0) : product
    let phi = margins > 0 ? numerator / margins.squareRoot() : 0
    let down = (p2 - after.low, before.high - p1)
    let up = (after.high - p2, p1 - before.low)
    func length(_ sides: (Double, Double)) -> Double {
      max(0, sides.0 * sides.0 - 2 * phi * sides.0 * sides.1 + sides.1 * sides.1).squareRoot()
    }
    return ConfidenceInterval(low: change - length(down), high: change + length(up))
  }

  /// Returns twice the chance of at most min(gained, lost) heads in so many throws of a coin.
  private static func exactP(_ gained: Int, _ lost: Int) -> Double {
    let (few, all) = (min(gained, lost), gained + lost)
    guard 2 * few < all else { return 1 }
    // P(X ≤ k) = I_½(n − k, k + 1). Source: DLMF 8.17.5.
    return min(
      1, 2 * SpecialFunctions.regularizedBeta(0.5, Double(all - few), Double(few + 1)))
  }
}
