/// Who was lost after the pre-test, by how well they had done in it.
package struct Attrition: Sendable, Hashable {
  /// One part of the people, by their level before.
  package struct Level: Sendable, Hashable {
    /// The lowest score before in this part.
    package let low: Double
    /// The highest score before in this part.
    package let high: Double
    /// How many people took the pre-test.
    package let n: Int
    /// How many of them have no post-test, with the share and Wilson's interval.
    package let lost: PairedShares.Share
  }

  /// The lower, middle and upper third; fewer where scores are too few to part them.
  ///
  /// Equal scores stay together, so that the thirds need not be of one size.
  package let levels: [Level]
  /// The mean score before of those who stayed, less that of those who were lost, by Welch.
  ///
  /// Above zero, the weaker ones went, and a mean of all who came to the post-test flatters.
  package let difference: MeanEstimate

  /// Creates the table.
  ///
  /// - Parameters:
  ///   - stayed: The scores before of people with a post-test.
  ///   - lost: The scores before of people without.
  package init(stayed: [Double], lost: [Double]) {
    // In order, so that sums are rounded the same way in whatever order the people stand.
    let (stayed, lost) = (stayed.sorted(), lost.sorted())
    difference = IndependentGroups.difference(lost, stayed)
    let all = (stayed + lost).sorted()
    guard all.count > 2, all.allSatisfy(\.isFinite) else {
      levels = []
      return
    }
    let cuts = [1.0 / 3, 2.0 / 3].map { Quantiles.interpolated(all, $0) }
    func level(_ score: Double) -> Int { score <= cuts[0] ? 0 : score <= cuts[1] ? 1 : 2 }
    var bounds = [(low: Double, high: Double)](repeating: (.infinity, -.infinity), count: 3)
    var counts = [(n: Int, lost: Int)](repeating: (0, 0), count: 3)
    for (scores, isLost) in [(stayed, 0), (lost, 1)] {
      for score in scores {
        let at = level(score)
        bounds[at] = (min(bounds[at].low, score), max(bounds[at].high, score))
        counts[at] = (counts[at].n + 1, counts[at].lost + isLost)
      }
    }
    levels = zip(bounds, counts).compactMap { bound, count in
      count.n == 0
        ? nil
        : Level(
          low: bound.low, high: bound.high, n: count.n,
          lost: PairedShares.Share(count.lost, of: count.n))
    }
  }
}
