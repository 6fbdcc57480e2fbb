import Testing

@testable import Psychometrics

@Suite("Change: clusters, draws, shares, covariance, loss of people")
struct ChangeFigureTests {
  // MARK: Clusters

  @Test("the error of clusters is that of the matrices of the papers")
  func clusters() {
    // Standard error and degrees of freedom from (I − H)^(−1/2) and all products, by numpy.
    let values = [2.0, 3, 1, 5, 4, 6, 3, 2, 8, 7, 6, 1, 0, 2, 2]
    let clusters = [0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4, 4, 4]
    let mean = ClusteredMean(values, clusters: clusters)
    #expect(mean.clusters == 5)
    #expect(isNear(mean.mean.standardError.value, 0.9261629326299866))
    #expect(isNear(mean.mean.df.value, 3.4755784061696655))
  }

  @Test("clusters of one person are people; clusters of one size have one degree less")
  func clusterSizes() {
    let values = [1.0, 4, 2, 7, 3, 5]
    let single = ClusteredMean(values, clusters: Array(0..<6))
    #expect(isNear(single.mean.df.value, 5))
    #expect(isNear(single.mean.standardError.value, (Moments.variance(values) / 6).squareRoot()))
    #expect(isNear(single.designEffect.value, 1))
    let pairs = ClusteredMean(values, clusters: [0, 0, 1, 1, 2, 2])
    #expect(isNear(pairs.mean.df.value, 2))
    #expect(ClusteredMean(values, clusters: [0, 0, 0, 0, 0, 0]).mean.t.reason == .tooFewClusters)
    #expect(ClusteredMean([], clusters: []).mean.estimate.reason == .tooFew(needed: 1))
    #expect(ClusteredMean([1, 1], clusters: [0, 1]).mean.t.reason == .noVariation)
  }

  @Test("with eight uneven clusters the interval holds the truth about as often as it says")
  func clusterCoverage() {
    var chance = TestChance(20_261_126)
    let sizes = [3, 5, 8, 8, 12, 15, 20, 29]
    var held = 0
    let runs = 2000
    for _ in 0..<runs {
      var values: [Double] = []
      var clusters: [Int] = []
      for (cluster, size) in sizes.enumerated() {
        let shift = 0.5 * chance.normal()
        for _ in 0..<size {
          values.append(2 + shift + chance.normal())
          clusters.append(cluster)
        }
      }
      if let ends = ClusteredMean(values, clusters: clusters).mean.interval.value,
        ends.low <= 2, 2 <= ends.high
      {
        held += 1
      }
    }
    let share = Double(held) / Double(runs)
    #expect(share > 0.925 && share < 0.975, "seed 20261126: \(share)")
  }

  // MARK: Draws

  private static let skewed = [1.0, 2, 2, 3, 0, -1, 4, 9, 2, 1, 1, 0, 3, 2, 12, 1]

  @Test("percentile and BCa ends are near those of another program with 200,000 draws")
  func draws() throws {
    let draws = Resampling(Self.skewed, draws: 20_000, seed: 3)
    let percentile = try #require(draws.percentile.value)
    let corrected = try #require(draws.biasCorrected.value)
    #expect((percentile.low - 1.25).magnitude < 0.07)
    #expect((percentile.high - 4.375).magnitude < 0.13)
    #expect((corrected.low - 1.4375).magnitude < 0.13)
    #expect((corrected.high - 4.9375).magnitude < 0.2)
  }

  @Test("the order of people changes nothing; seed and purpose do; a constant moves the ends")
  func drawsByOrder() throws {
    let first = Resampling(Self.skewed, draws: 500, seed: 3)
    #expect(Resampling(Self.skewed.reversed(), draws: 500, seed: 3) == first)
    #expect(Resampling(Self.skewed, draws: 500, seed: 4).percentile != first.percentile)
    #expect(
      Resampling(Self.skewed, draws: 500, seed: 3, purpose: "F").percentile != first.percentile)
    let moved = Resampling(Self.skewed.map { $0 + 10 }, draws: 500, seed: 3)
    let (one, other) = (
      try #require(first.percentile.value), try #require(moved.percentile.value)
    )
    #expect(isNear(other.low, one.low + 10) && isNear(other.high, one.high + 10))
    #expect(Resampling([2, 2, 2], draws: 500, seed: 1).percentile.reason == .noVariation)
    #expect(Resampling([2], draws: 500, seed: 1).percentile.reason == .tooFew(needed: 2))
    #expect(Resampling([1, .nan], draws: 500, seed: 1).percentile.reason == .notFinite)
  }

  @Test("Student's and BCa intervals hold the truth about as often as they say")
  func coverage() {
    var chance = TestChance(77)
    var (student, drawn) = (0, 0)
    let runs = 600
    for run in 0..<runs {
      let gains = (0..<30).map { _ in 1 + chance.normal() }
      let change = PairedChange(pre: gains.map { _ in 0 }, post: gains)
      if let ends = change.interval.value, ends.low <= 1, 1 <= ends.high { student += 1 }
      let draws = Resampling(gains, draws: 400, seed: UInt64(run))
      if let ends = draws.biasCorrected.value, ends.low <= 1, 1 <= ends.high { drawn += 1 }
    }
    let shares = (Double(student) / Double(runs), Double(drawn) / Double(runs))
    #expect(shares.0 > 0.92 && shares.0 < 0.98, "seed 77: \(shares)")
    #expect(shares.1 > 0.90 && shares.1 < 0.975, "seed 77: \(shares)")
  }

  // MARK: Shares

  @Test("Wilson's interval, McNemar's exact p and ends that stay inside")
  func shares() throws {
    let share = PairedShares.Share(15, of: 20)
    let ends = try #require(share.interval.value)
    #expect(isNear(ends.low, 0.531299122381256))
    #expect(isNear(ends.high, 0.8881382985923343))
    #expect(PairedShares.Share(0, of: 5).interval.value?.low == 0)
    #expect(PairedShares.Share(5, of: 5).interval.value?.high == 1)
    #expect(PairedShares.Share(0, of: 0).value.reason == .tooFew(needed: 1))
    // Eight gained and one lost: 2·(1 + 9)/2⁹.
    let before = [Bool](repeating: false, count: 8) + [true] + [Bool](repeating: true, count: 6)
    let after = [Bool](repeating: true, count: 8) + [false] + [Bool](repeating: true, count: 6)
    let pairs = PairedShares(before: before, after: after)
    #expect(isNear(pairs.p.value, 20.0 / 512))
    #expect(isNear(pairs.difference.value, 7.0 / 15))
    let interval = try #require(pairs.interval.value)
    #expect(interval.low > 0 && interval.low < 7.0 / 15)
    #expect(interval.high > 7.0 / 15 && interval.high <= 1)
    #expect(PairedShares(before: [true], after: [true]).p.reason == .noDifferences)
    #expect(PairedShares(before: [true, false], after: [false, true]).p.value == 1)
    #expect(PairedShares(before: [], after: []).difference.reason == .tooFew(needed: 1))
  }

  // MARK: Groups at one level

  private static let groups: [(pre: [Double], post: [Double])] = [
    ([10, 12, 15, 11, 14], [14, 15, 19, 14, 18]), ([9, 13, 16, 12, 10], [15, 18, 23, 18, 15]),
    ([11, 14, 13, 17, 15], [16, 18, 18, 21, 20]),
  ]

  @Test("slopes, groups and adjusted means are those of least squares")
  func covariance() throws {
    let analysis = CovarianceAnalysis(Self.groups)
    let (slopes, groups) = (
      try #require(analysis.slopes.value), try #require(analysis.groups.value)
    )
    #expect(isNear(slopes.f, 1.5169697622265412, within: 1e-10))
    #expect(isNear(slopes.p, 0.2705553222112631, within: 1e-10))
    #expect(isNear(groups.f, 13.609509594882734, within: 1e-10))
    #expect(isNear(groups.p, 0.0010595520876014936, within: 1e-10))
    #expect(isNear(analysis.slope.value, 1.0565476190476204, within: 1e-10))
    for (mean, expected) in zip(analysis.adjustedMeans, [16.42261905, 18.6452381, 17.33214286]) {
      #expect(isNear(mean.value, expected, within: 1e-8))
    }
  }

  @Test("slopes that differ stop the comparison of groups")
  func slopesDiffer() {
    let analysis = CovarianceAnalysis([
      ([1, 2, 3, 4, 5], [1.1, 2, 2.9, 4.1, 5]), ([1, 2, 3, 4, 5], [5.1, 4, 3.1, 2, 0.9]),
    ])
    #expect(analysis.groups.reason == .slopesDiffer)
    #expect(analysis.adjustedMeans[0].reason == .slopesDiffer)
    #expect(CovarianceAnalysis([([1, 2], [1, 2])]).slopes.reason == .tooFew(needed: 3))
    #expect(
      CovarianceAnalysis([([1, 1, 1], [1, 2, 3]), ([1, 2, 3], [1, 2, 4])]).slopes.reason
        == .noVariation)
  }

  // MARK: Others

  @Test("normalised change: gains, losses, none, and people at an end left out")
  func normalised() {
    let change = NormalisedChange(pre: [5, 8, 4, 10, 0], post: [10, 4, 4, 10, 0], maximum: 10)
    // 5/5, −4/8 and 0; the two at an end are left out.
    #expect(change.leftOut == 2)
    #expect(isNear(change.mean.estimate.value, 0.5 / 3))
    #expect(
      NormalisedChange(pre: [10, 10], post: [10, 10], maximum: 10).mean.estimate.reason == .noRoom)
  }

  @Test("reliable change by hand")
  func reliable() {
    // s = √(5/2), reliability 0.9: limit 1.96·√0.2·s = 1.3859.
    let change = ReliableChange(pre: [1, 2, 3, 4, 5], post: [2, 4, 3, 2.7, 3], reliability: 0.9)
    #expect(isNear(change.smallest.value, 1.959963984540054 * 0.5.squareRoot(), within: 1e-12))
    #expect((change.improved, change.worsened, change.unchanged) == (1, 1, 3))
    #expect(
      ReliableChange(pre: [1, 1], post: [1, 2], reliability: 0.9).smallest.reason == .noVariation)
    #expect(
      ReliableChange(pre: [1, 2], post: [1, 2], reliability: 1).smallest.reason == .notFinite)
  }

  @Test("those who were lost are shown by thirds of the score before")
  func attrition() throws {
    let attrition = Attrition(stayed: [4, 5, 6, 7, 8, 9], lost: [1, 2, 3])
    #expect(attrition.levels.map(\.n) == [3, 3, 3])
    #expect(attrition.levels.map(\.lost.count) == [3, 0, 0])
    #expect((attrition.difference.estimate.value ?? 0) == 4.5)
    #expect(Attrition(stayed: [], lost: []).levels.isEmpty)
    #expect(Attrition(stayed: [3, 3, 3], lost: [3]).levels.map(\.n) == [4])
  }

  @Test("Angoff: the mean of the judges' sums with the error of a mean")
  func angoff() {
    let standard = Angoff([[0.5, 0.6, 0.7], [0.6, 0.6, 0.9], [0.4, 0.5, 0.6]])
    #expect(isNear(standard.cut.estimate.value, 5.4 / 3))
    #expect(isNear(standard.cut.standardError.value, (0.09 / 3).squareRoot()))
    #expect(Angoff([[0.5]]).cut.interval.reason == .tooFew(needed: 2))
    #expect(Angoff([]).cut.estimate.reason == .tooFew(needed: 1))
    #expect(Angoff([[1.5]]).cut.estimate.reason == .notFinite)
    #expect(Angoff([[0.5], [0.5, 0.5]]).cut.estimate.reason == .unequalLengths)
  }

  @Test("d_z and g_z of Student's sleep data")
  func effectOfChanges() throws {
    let pre = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    let post = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    let effect = try #require(PairedChange(pre: pre, post: post).effectOfChanges.value)
    #expect(isNear(effect.d, 1.28455756259105, within: 1e-10))
    #expect(isNear(effect.g, 1.1739249035142, within: 1e-10))
  }
}
