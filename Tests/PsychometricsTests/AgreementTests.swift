import FoundationEssentials
import Testing

@testable import Psychometrics

@Suite("Agreement of raters")
struct AgreementTests {
  /// Shrout and Fleiss (1979), table 2: six subjects, four judges.
  private let judges: [[Double]] = [
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
  ]

  @Test("the six correlations of Shrout and Fleiss")
  func intraclass() throws {
    let measure = IntraclassCorrelation(judges)
    let values = try #require(measure.values.value)
    #expect(values.map(\.form) == IntraclassCorrelation.Form.allCases)
    // The article prints two digits: .17 .29 .71 and .44 .62 .91.
    for (value, printed) in zip(values, [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]) {
      #expect((value.value - printed).magnitude < 0.005, "\(value.form)")
      #expect(value.interval.low < value.value)
      #expect(value.interval.high > value.value)
    }
    // Intervals as other programs print them to two digits.
    let printed = [
      (-0.13, 0.72), (0.02, 0.76), (0.34, 0.95), (-0.88, 0.91), (0.07, 0.93), (0.68, 0.99),
    ]
    for (value, ends) in zip(values, printed) {
      #expect((value.interval.low - ends.0).magnitude < 0.006, "\(value.form) low")
      #expect((value.interval.high - ends.1).magnitude < 0.006, "\(value.form) high")
    }
  }

  @Test("order of subjects and raters, and a constant, change nothing")
  func invariance() throws {
    let values = try #require(IntraclassCorrelation(judges).values.value)
    let turned = judges.reversed().map { Array($0.reversed()).map { $0 + 100 } }
    let others = try #require(IntraclassCorrelation(turned).values.value)
    for (one, other) in zip(values, others) {
      #expect(isNear(one.value, other.value, within: 1e-9))
      #expect(isNear(one.interval.low, other.interval.low, within: 1e-9))
    }
  }

  @Test("what cannot be reckoned has a reason")
  func degenerate() {
    #expect(IntraclassCorrelation([]).values.reason == .tooFew(needed: 2))
    #expect(IntraclassCorrelation([[1, 2]]).values.reason == .tooFew(needed: 2))
    #expect(IntraclassCorrelation([[1, 2], [1]]).values.reason == .unequalLengths)
    #expect(IntraclassCorrelation([[1, 1], [1, 1]]).values.reason == .noVariation)
    #expect(IntraclassCorrelation([[1, 1], [2, 2]]).values.reason == .noVariation)
    #expect(IntraclassCorrelation([[1, .nan], [2, 2]]).values.reason == .notFinite)
    #expect(CohenKappa([], categories: 2).value.reason == .tooFew(needed: 1))
    #expect(CohenKappa([(0, 0), (0, 0)], categories: 2).value.reason == .noVariation)
    #expect(FleissKappa(counts: [[2, 0], [2, 0]]).value.reason == .noVariation)
    #expect(FleissKappa(counts: [[2, 0], [1, 0]]).value.reason == .unequalLengths)
    #expect(KrippendorffAlpha([[1], [2]], metric: .nominal).value.reason == .tooFew(needed: 1))
    #expect(KrippendorffAlpha([[1, 1], [1, 1]], metric: .ratio).value.reason == .noVariation)
    #expect(KrippendorffAlpha([[1, .infinity]], metric: .ratio).value.reason == .notFinite)
  }

  @Test("Cohen's kappa by hand, weights, and perfect agreement")
  func cohen() {
    // 20 both yes, 15 both no, 5 and 10 apart: p_o = .7, p_e = .5, κ = .4.
    let ratings =
      Array(repeating: (0, 0), count: 20) + Array(repeating: (0, 1), count: 5)
      + Array(repeating: (1, 0), count: 10) + Array(repeating: (1, 1), count: 15)
    let kappa = CohenKappa(ratings, categories: 2)
    #expect(isNear(kappa.observed.value, 0.7, within: 1e-12))
    #expect(isNear(kappa.expected.value, 0.5, within: 1e-12))
    #expect(isNear(kappa.value.value, 0.4, within: 1e-12))
    // With two categories every weighting is the same.
    for weights in CohenKappa.Weights.allCases {
      #expect(
        isNear(
          CohenKappa(ratings, categories: 2, weights: weights).value.value, 0.4, within: 1e-12))
    }
    // The large-sample variance of a 2 × 2 table, reckoned here cell by cell.
    let p = [0.4, 0.1, 0.2, 0.3]
    let rows = [0.5, 0.5]
    let columns = [0.6, 0.4]
    var sum = 0.0
    for row in 0..<2 {
      for column in 0..<2 {
        let weight = row == column ? 1.0 : 0
        let term = weight - (columns[row] + rows[column]) * 0.6
        sum += p[row * 2 + column] * term * term
      }
    }
    let centre = 0.4 - 0.5 * 0.6
    let error = ((sum - centre * centre) / (50 * 0.25)).squareRoot()
    #expect(isNear(kappa.standardError.value, error, within: 1e-12))
    let perfect = CohenKappa([(0, 0), (1, 1), (2, 2)], categories: 3, weights: .quadratic)
    #expect(perfect.value.value == 1)
    #expect(perfect.interval.value?.high == 1)
    let near = [(0, 1), (1, 2), (2, 2), (0, 0)]
    let linear = CohenKappa(near, categories: 3, weights: .linear).value.value
    let quadratic = CohenKappa(near, categories: 3, weights: .quadratic).value.value
    let plain = CohenKappa(near, categories: 3).value.value
    #expect((plain ?? 1) < (linear ?? 0))
    #expect((linear ?? 1) < (quadratic ?? 0))
  }

  @Test("an interval by resampling is the same for a seed and holds the value")
  func resampling() throws {
    let units = (0..<30).map { unit -> [Double] in
      let value = Double(unit % 5)
      return [value, value, Double((unit + 1) % 4)]
    }
    var one = Counting(state: 7)
    var other = Counting(state: 7)
    let first = try #require(
      KrippendorffAlpha.interval(units, metric: .interval, samples: 300, using: &one).value)
    let second = try #require(
      KrippendorffAlpha.interval(units, metric: .interval, samples: 300, using: &other).value)
    #expect(first == second)
    let value = try #require(KrippendorffAlpha(units, metric: .interval).value.value)
    #expect(first.low < value && value < first.high)
  }
}

/// Chance that repeats itself.
struct Counting: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 31)
  }
}

@Suite(
  "Agreement as published",
  .enabled(if: Reference.folder != nil, "SALA_REFERENCE does not name the reference folder"))
struct AgreementReferenceTests {
  private struct Fleiss: Decodable {
    struct Verified: Decodable {
      struct Values: Decodable { var kappa, z: Double }
      var R: Values
      var counts: [[Int]]
    }
    var verified: Verified
  }

  @Test("Fleiss (1971): 30 patients, 6 raters, 5 diagnoses")
  func fleiss() throws {
    let gold = try JSONDecoder().decode(Fleiss.self, from: Reference.data("G13_fleiss1971.json"))
      .verified
    let rows = try Reference.numbers("fleiss1971.csv")
    let counts = rows.map { row in (1...5).map { category in row.count { $0 == Double(category) } }
    }
    #expect(counts == gold.counts)
    let kappa = FleissKappa(counts: counts)
    #expect(isNear(kappa.value.value, gold.R.kappa, within: 1e-12))
    #expect(isNear(kappa.z.value, gold.R.z, within: 1e-9))
    for (category, printed) in zip(kappa.categories, [0.245, 0.245, 0.520, 0.471, 0.566]) {
      #expect(isNear(category.value, printed, within: 0.0005 / printed))
    }
  }

  private struct Krippendorff: Decodable {
    struct Verified: Decodable {
      struct Values: Decodable { var nominal, ordinal, interval, ratio: Double }
      var R: Values
    }
    var verified: Verified
  }

  @Test("Krippendorff's four observers with missing cells, four metrics")
  func krippendorff() throws {
    let gold = try JSONDecoder().decode(
      Krippendorff.self, from: Reference.data("G14_krippendorff.json")
    ).verified.R
    let rows = try Reference.rows("krippendorff_c.csv").dropFirst()
    let units = (0..<12).map { unit in rows.compactMap { Double($0[unit]) } }
    let expected: [(KrippendorffAlpha.Metric, Double)] = [
      (.nominal, gold.nominal), (.ordinal, gold.ordinal), (.interval, gold.interval),
      (.ratio, gold.ratio),
    ]
    for (metric, value) in expected {
      #expect(isNear(KrippendorffAlpha(units, metric: metric).value.value, value, within: 1e-12))
    }
  }
}
