import Testing

@testable import Psychometrics

@Suite("Items, options and reliability")
struct ItemStatisticsTests {
  /// Answers A to D of people on items keyed A, made up with a seed.
  private static func answers(_ people: Int, _ items: Int, seed: UInt64) -> [CodedItem] {
    var chance = TestChance(seed)
    let ability = (0..<people).map { _ in chance.normal() }
    return (0..<items).map { item in
      let codes = ability.map { level -> UInt8 in
        if chance.unit() < 0.05 { return 0 }
        let right = 1 / (1 + exponential(-(level - Double(item) / 4 + 1)))
        return chance.unit() < right ? 1 : UInt8(2 + Int(chance.unit() * 3))
      }
      return CodedItem(
        id: "q\(item)", options: ["A", "B", "C", "D"], scores: [1, 0, 0, 0], codes: codes)
    }
  }

  @Test("the sums by codes give what the scores of single people give", arguments: [1, 2, 3])
  func agreesWithScores(_ seed: UInt64) throws {
    let items = Self.answers(317, 7, seed: seed)
    let statistics = ItemStatistics(items, missing: .zero)
    let rows = (0..<317).map { row in
      items.map { $0.codes[row] == 1 ? 1.0 : 0.0 }
    }
    let matrix = try #require(
      ResponseMatrix(
        people: (0..<317).map { "\($0)" }, items: items.map(\.id), scores: rows))
    let plain = ItemAnalysis(matrix, missing: .listwise)
    #expect(isNear(statistics.alpha.value, try #require(plain.alpha.value)))
    #expect(isNear(statistics.kr20.value, try #require(plain.alpha.value)))
    #expect(isNear(statistics.standardError.value, try #require(plain.standardError.value)))
    for (item, other) in zip(statistics.items, plain.items) {
      #expect(isNear(item.difficulty.value, try #require(other.difficulty.value)))
      #expect(isNear(item.discrimination.value, try #require(other.discrimination.value)))
      #expect(isNear(item.alphaIfDeleted.value, try #require(other.alphaIfDeleted.value)))
      #expect(item.options.reduce(item.omitted.count) { $0 + $1.count } == 317)
    }
    // Every option against the rest score, the long way.
    for (place, item) in statistics.items.enumerated() {
      let rest = rows.map { row in row.reduce(0, +) - row[place] }
      for (code, option) in ([item.omitted] + item.options).enumerated() {
        let chosen = items[place].codes.map { $0 == UInt8(code) ? 1.0 : 0.0 }
        let expected = Moments.correlation(chosen, rest)
        #expect(isNear(option.pointBiserial.value, try #require(expected.value)))
      }
    }
  }

  @Test("neither the order of people nor that of items changes a figure", arguments: [5, 6])
  func order(_ seed: UInt64) {
    let items = Self.answers(211, 6, seed: seed)
    var chance = TestChance(seed)
    var rows = Array(0..<211)
    for last in stride(from: 210, to: 0, by: -1) {
      rows.swapAt(last, Int(chance.unit() * Double(last + 1)))
    }
    let first = ItemStatistics(items, missing: .zero)
    let second = ItemStatistics(items.reversed().map { $0.kept(rows) }, missing: .zero)
    #expect(isNear(second.alpha.value, first.alpha.value ?? .nan))
    #expect(isNear(second.omega.value.value, first.omega.value.value ?? .nan, within: 1e-9))
    for (one, other) in zip(first.items, second.items.reversed()) {
      #expect(one.id == other.id)
      #expect(isNear(other.discrimination.value, one.discrimination.value ?? .nan))
      #expect(isNear(other.discriminationIndex.value, one.discriminationIndex.value ?? .nan))
    }
  }

  @Test("pairwise covariances give what pandas gives")
  func pairwise() {
    let columns: [[Double?]] = [
      [1, 0, 1, 1, nil, 0, 1, 0], [1, 0, nil, 1, 1, 0, 0, 0], [1, 1, 1, 0, 1, 0, 1, 0],
      [2, 0, 1, nil, 2, 1, 1, 0],
    ]
    let items = columns.enumerated().map { CodedItem(id: "q\($0)", scores: $1) }
    let statistics = ItemStatistics(items, missing: .pairwise)
    #expect(statistics.missingAnswers == 3)
    #expect(statistics.n == 8)
    #expect(isNear(statistics.alpha.value, 0.8278893217460792))
    #expect(isNear(statistics.deviationTotal.value, 1.9931430073176002))
    let expected = [
      (0.7400832531006313, 0.7525522605736508), (0.7834356145870687, 0.7346938775510203),
      (0.36951020515028477, 0.8887147335423196), (0.8464200784958071, 0.699470098410295),
    ]
    for (item, values) in zip(statistics.items, expected) {
      #expect(isNear(item.discrimination.value, values.0))
      #expect(isNear(item.alphaIfDeleted.value, values.1))
    }
    let listwise = ItemStatistics(items, missing: .listwise)
    #expect(listwise.n == 5)
    #expect(listwise.leftOut == 3)
  }

  @Test("omega finds the loadings that made the covariances")
  func omega() throws {
    let loadings = [0.8, 0.7, 0.6, 0.5, -0.4]
    let spreads = [1.0, 2, 3, 0.5, 1]
    var matrix: [Double] = []
    for row in 0..<5 {
      for column in 0..<5 {
        let r = row == column ? 1 : loadings[row] * loadings[column]
        matrix.append(r * spreads[row] * spreads[column])
      }
    }
    let omega = Omega(covariance: matrix, size: 5)
    for (found, made) in zip(omega.loadings, loadings) {
      #expect(isNear(found, made, within: 1e-9))
    }
    let common = zip(loadings, spreads).reduce(0) { $0 + $1.0 * $1.1 }
    let unique = zip(loadings, spreads).reduce(0) {
      $0 + $1.1 * $1.1 * (1 - $1.0 * $1.0)
    }
    #expect(
      isNear(omega.value.value, common * common / (common * common + unique), within: 1e-9))
    // Two items that hang together too well for one factor.
    let heywood = Omega(
      covariance: [1, 0.9, 0.9, 0.9, 1, 0.3, 0.9, 0.3, 1], size: 3)
    #expect(heywood.value.reason == .noSolution)
  }

  @Test("scores in parts take the general way to the covariances and give the same")
  func parts() {
    let binary = Self.answers(5000, 5, seed: 9)
    let doubled = binary.map {
      CodedItem(id: $0.id, options: $0.options, scores: [2, 0, 0, 0], codes: $0.codes)
    }
    let one = ItemStatistics(binary, missing: .zero)
    let two = ItemStatistics(doubled, missing: .zero)
    #expect(isNear(two.alpha.value, one.alpha.value ?? .nan))
    #expect(isNear(two.omega.value.value, one.omega.value.value ?? .nan, within: 1e-9))
    #expect(two.kr20.reason == .notRightOrWrong)
    #expect(
      isNear(two.items[2].discriminationIndex.value, one.items[2].discriminationIndex.value ?? 0))
  }

  @Test("the interval of alpha is Feldt's")
  func feldt() throws {
    guard Reference.folder != nil else { return }
    let rows = try Reference.numbers("attitude.csv")
    let items = (0..<7).map { column in
      CodedItem(id: "q\(column)", scores: rows.map { $0[column] })
    }
    let statistics = ItemStatistics(items, missing: .listwise)
    let interval = try #require(statistics.alphaInterval.value)
    #expect(isNear(interval.low, 0.7393756856431073, within: 1e-9))
    #expect(isNear(interval.high, 0.9157730721599817, within: 1e-9))
  }

  @Test("nobody, one person, one item, all right and all missing give reasons and no numbers")
  func degenerate() {
    let nobody = ItemStatistics(
      [CodedItem(id: "a", scores: []), CodedItem(id: "b", scores: [])], missing: .listwise)
    #expect(nobody.n == 0)
    #expect(nobody.alpha.reason == .tooFew(needed: 2))
    #expect(nobody.items[0].difficulty.reason == .tooFew(needed: 1))
    let one = ItemStatistics(
      [CodedItem(id: "a", scores: [1]), CodedItem(id: "b", scores: [0])], missing: .zero)
    #expect(one.alpha.reason == .tooFew(needed: 2))
    #expect(one.items[0].difficulty.value == 1)
    #expect(one.items[0].discrimination.reason == .tooFew(needed: 2))
    let single = ItemStatistics([CodedItem(id: "a", scores: [1, 0, 1])], missing: .zero)
    #expect(single.alpha.reason == .tooFew(needed: 2))
    #expect(single.items[0].options[0].pointBiserial.reason == .tooFew(needed: 2))
    let right = ItemStatistics(
      [CodedItem(id: "a", scores: [1, 1, 1]), CodedItem(id: "b", scores: [1, 1, 1])],
      missing: .zero)
    #expect(right.alpha.reason == .noVariation)
    #expect(right.items[0].discrimination.reason == .noVariation)
    #expect(right.items[0].discriminationIndex.reason == .noVariation)
    let gone = ItemStatistics(
      [CodedItem(id: "a", scores: [nil, nil]), CodedItem(id: "b", scores: [nil, nil])],
      missing: .listwise)
    #expect(gone.n == 0)
    #expect(gone.leftOut == 2)
    for rule in MissingRule.allCases {
      let empty = ItemStatistics(
        [CodedItem(id: "a", scores: [nil, 1]), CodedItem(id: "b", scores: [1, nil])],
        missing: rule)
      #expect(empty.omega.value.value == nil)
    }
  }
}

/// Chance for made-up data; the seed is in the test's arguments.
struct TestChance {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func unit() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) * 0x1p-53
  }

  mutating func normal() -> Double {
    NormalDistribution.quantile(min(1 - 1e-12, max(1e-12, unit())))
  }
}

/// eˣ without importing the C library into every test.
func exponential(_ x: Double) -> Double {
  // e^x = (e^(x/1024))^1024, by the series.
  let small = x / 1024
  var value = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
  for _ in 0..<10 { value *= value }
  return value
}
