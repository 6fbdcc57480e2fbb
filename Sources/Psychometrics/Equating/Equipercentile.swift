/// Which score a rank has where a stretch of scores has nobody.
package enum ZeroFrequencies: String, Sendable, Hashable, CaseIterable {
  /// The end above which the next people are: the smallest score with more people. Source: Kolen
  /// and Brennan (2014), formula 2.18.
  case upper
  /// The other end: the largest score with fewer people. Source: formula 2.19.
  case lower
  /// The mean of both.
  case middle
}

/// The shares of whole scores 0, 1, …, and the ranks that follow from them.
package struct ScoreDistribution: Sendable, Hashable {
  /// The share of each score.
  package let shares: [Double]
  /// The share of each score and all below it.
  private let below: [Double]

  /// Creates a distribution; the shares are scaled to sum to one.
  ///
  /// Fails where no score has a share, or one is negative.
  package init?(_ counts: [Double]) {
    let sum = counts.reduce(0, +)
    guard sum > 0, sum.isFinite, counts.allSatisfy({ $0 >= 0 }) else { return nil }
    shares = counts.map { $0 / sum }
    var running = 0.0
    below = shares.map { share in
      running += share
      return running
    }
  }

  /// The mean score.
  package var mean: Double {
    shares.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }

  /// The variance of scores (divisor n).
  package var variance: Double {
    let mean = mean
    return shares.enumerated().reduce(0) {
      $0 + (Double($1.offset) - mean) * (Double($1.offset) - mean) * $1.element
    }
  }

  /// Returns the share of people below a score that need not be whole.
  ///
  /// Those with a whole score are spread evenly over half a point on each side. Source: Kolen and
  /// Brennan (2014), formula 2.14.
  package func rank(_ score: Double) -> Double {
    guard score >= -0.5 else { return 0 }
    guard score < Double(shares.count) - 0.5 else { return 1 }
    let whole = Int((score + 0.5).rounded(.down))
    let before = whole > 0 ? below[whole - 1] : 0
    return before + (score - Double(whole) + 0.5) * shares[whole]
  }

  /// Returns the score with a rank, by a rule for scores that nobody has.
  package func score(_ rank: Double, _ rule: ZeroFrequencies) -> Double {
    switch rule {
    case .upper: score(rank)
    case .lower: lower(rank)
    case .middle: 0.5 * (score(rank) + lower(rank))
    }
  }

  private func lower(_ rank: Double) -> Double {
    guard rank > 0 else { return -0.5 }
    guard rank < 1 else { return Double(shares.count) - 0.5 }
    guard let last = below.lastIndex(where: { $0 < rank }) else {
      return -0.5 + rank / below[0]
    }
    guard last + 1 < below.count, below[last + 1] > below[last] else { return Double(last) + 0.5 }
    return Double(last) + 0.5 + (rank - below[last]) / (below[last + 1] - below[last])
  }

  /// Returns the score with a rank.
  ///
  /// Of a stretch of scores that nobody has, the end that the next people are above is taken (the
  /// smallest score with more people). Source: Kolen and Brennan (2014), formula 2.18.
  package func score(_ rank: Double) -> Double {
    guard rank > 0 else { return -0.5 }
    guard rank < 1 else { return Double(shares.count) - 0.5 }
    guard let whole = below.firstIndex(where: { $0 > rank }) else {
      return Double(shares.count) - 0.5
    }
    let before = whole > 0 ? below[whole - 1] : 0
    return Double(whole) - 0.5 + (rank - before) / (below[whole] - before)
  }
}

/// Equating by ranks: a score on X is worth the score on Y that as many people are below.
package enum Equipercentile {
  /// Returns, for each whole score on X from 0 on, the score on Y.
  ///
  /// Source: Kolen and Brennan (2014), chapter 2.
  package static func table(
    from x: ScoreDistribution, to y: ScoreDistribution, zero: ZeroFrequencies = .upper
  ) -> [Double] {
    x.shares.indices.map { y.score(x.rank(Double($0)), zero) }
  }

  /// How many people have each pair of a total and an anchor score.
  package struct Joint: Sendable, Hashable {
    fileprivate let counts: [[Double]]

    /// Creates the counts of whole scores; fails where one is not whole or out of range.
    ///
    /// - Parameters:
    ///   - scores: The people.
    ///   - highest: The highest total.
    ///   - anchor: The highest anchor score.
    package init?(_ scores: AnchoredScores, highest: Int, anchor: Int) {
      guard highest >= 0, anchor >= 0, !scores.total.isEmpty else { return nil }
      var counts = [[Double]](
        repeating: [Double](repeating: 0, count: anchor + 1), count: highest + 1)
      for (total, part) in zip(scores.total, scores.anchor) {
        guard let row = Int(exactly: total), let column = Int(exactly: part),
          counts.indices.contains(row), counts[row].indices.contains(column)
        else { return nil }
        counts[row][column] += 1
      }
      self.counts = counts
    }

    fileprivate var anchors: [Double] {
      let width = counts.first?.count ?? 0
      return (0..<width).map { column in counts.reduce(0) { $0 + $1[column] } }
    }

    fileprivate var totals: [Double] { counts.map { $0.reduce(0, +) } }

    /// The shares of totals that another group's anchor scores would give.
    fileprivate func projected(_ shares: [Double]) -> [Double] {
      let own = anchors
      return counts.map { row in
        row.indices.reduce(0) { $0 + (own[$1] > 0 ? row[$1] / own[$1] * shares[$1] : 0) }
      }
    }
  }

  /// Returns both forms' scores in one population, by frequency estimation.
  ///
  /// The totals of people with the same anchor score are taken for alike in both groups. An anchor
  /// score that nobody of a group has cannot be projected; the rest is scaled up. Source: Kolen and
  /// Brennan (2014), formulas 5.7–5.10.
  ///
  /// - Parameters:
  ///   - x: The group that took X.
  ///   - y: The group that took Y.
  ///   - weight: The weight of the group that took X, 0 to 1.
  /// - Returns: Both distributions; `nil` where a group is empty.
  package static func synthetic(
    x: Joint, y: Joint, weight: Double = 1
  ) -> (x: ScoreDistribution, y: ScoreDistribution)? {
    func shares(_ counts: [Double]) -> [Double] {
      let sum = counts.reduce(0, +)
      return counts.map { $0 / sum }
    }
    let ownX = shares(x.totals)
    let ownY = shares(y.totals)
    let otherX = x.projected(shares(y.anchors))
    let otherY = y.projected(shares(x.anchors))
    guard
      let first = ScoreDistribution(zip(ownX, otherX).map { weight * $0 + (1 - weight) * $1 }),
      let second = ScoreDistribution(zip(ownY, otherY).map { (1 - weight) * $0 + weight * $1 })
    else { return nil }
    return (first, second)
  }

  /// Returns the straight line between both forms' scores in one population.
  ///
  /// Like Tucker's method without its assumption of straight regressions. Source: Braun and Holland
  /// (1982), in Holland and Rubin, Test Equating, 9–49; Kolen and Brennan (2014), section 5.3.
  ///
  /// - Parameters:
  ///   - x: The group that took X.
  ///   - y: The group that took Y.
  ///   - weight: The weight of the group that took X, 0 to 1.
  /// - Returns: Intercept and slope; `nil` where a group is empty or has no spread.
  package static func braunHolland(
    x: Joint, y: Joint, weight: Double = 1
  ) -> (intercept: Double, slope: Double)? {
    guard let both = synthetic(x: x, y: y, weight: weight), both.x.variance > 0 else { return nil }
    let slope = (both.y.variance / both.x.variance).squareRoot()
    return (both.y.mean - slope * both.x.mean, slope)
  }

  /// Returns the table that goes from X to the anchor in one group and on to Y in the other.
  package static func chained(
    x: Joint, y: Joint, zero: ZeroFrequencies = .upper
  ) -> [Double]? {
    guard let totalX = ScoreDistribution(x.totals), let anchorX = ScoreDistribution(x.anchors),
      let anchorY = ScoreDistribution(y.anchors), let totalY = ScoreDistribution(y.totals)
    else { return nil }
    return totalX.shares.indices.map { score in
      let anchor = anchorX.score(totalX.rank(Double(score)), zero)
      return totalY.score(anchorY.rank(anchor), zero)
    }
  }
}
