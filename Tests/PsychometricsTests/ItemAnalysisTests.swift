import Testing

@testable import Psychometrics

@Suite("Responses and items")
struct ItemAnalysisTests {
  private func matrix(_ scores: [[Double?]]) throws -> ResponseMatrix {
    try #require(
      ResponseMatrix(
        people: scores.indices.map { "p\($0)" },
        items: (scores.first ?? []).indices.map { "q\($0)" }, scores: scores))
  }

  @Test("a matrix whose shape or ids do not fit is refused")
  func shape() {
    #expect(ResponseMatrix(people: ["a"], items: ["q"], scores: []) == nil)
    #expect(ResponseMatrix(people: ["a"], items: ["q"], scores: [[1, 2]]) == nil)
    #expect(ResponseMatrix(people: ["a", "a"], items: ["q"], scores: [[1], [2]]) == nil)
    #expect(ResponseMatrix(people: ["a"], items: ["q", "q"], scores: [[1, 2]]) == nil)
  }

  @Test("missing scores are seen, and NaN is one")
  func missing() throws {
    let matrix = try matrix([[1, nil], [0, 1], [.nan, 1]])
    #expect(matrix[0, 0] == 1)
    #expect(matrix[0, 1] == nil)
    #expect(matrix[2, 0] == nil)
    #expect(matrix[3, 0] == nil)
    #expect(matrix[0, -1] == nil)
    #expect(matrix.missingCount == 2)
    #expect(matrix.totals == [nil, 1, nil])
    #expect(matrix.column(0) == [1, 0])
    #expect(matrix.column(5) == [])
  }

  @Test("the policy for missing scores is applied and accounted for")
  func policies() throws {
    let matrix = try matrix([[1, nil], [0, 1], [1, 1]])
    let listwise = matrix.complete(.listwise)
    #expect(listwise.matrix.people == ["p1", "p2"])
    #expect(listwise.leftOut == ["p0"])
    let zero = matrix.complete(.zero)
    #expect(zero.matrix.totals == [1, 1, 2])
    #expect(zero.leftOut == [])
  }

  @Test("two items and four people give what a hand computation gives")
  func byHand() throws {
    // Items 0 0 1 1 and 0 1 1 1; totals 0 1 2 2: variances 1/3, 1/4, 11/12.
    let analysis = ItemAnalysis(
      try matrix([[0, 0], [0, 1], [1, 1], [1, 1]]), missing: .listwise)
    #expect(analysis.n == 4)
    let alpha = 2 * (1 - (7.0 / 12) / (11.0 / 12))
    #expect(isNear(analysis.alpha.value, alpha))
    #expect(isNear(analysis.meanTotal.value, 1.25))
    #expect(
      isNear(analysis.standardError.value, (11.0 / 12).squareRoot() * (1 - alpha).squareRoot()))
    #expect(isNear(analysis.items[1].difficulty.value, 0.75))
    // r of the two items: (1/6)/√(1/3 · 1/4) = 1/√3.
    #expect(isNear(analysis.items[0].discrimination.value, 1 / 3.0.squareRoot()))
    #expect(analysis.items[0].alphaIfDeleted.reason == .tooFew(needed: 2))
  }

  @Test("items that contradict each other have a negative alpha, shown as it is")
  func negativeAlpha() throws {
    let analysis = ItemAnalysis(
      try matrix([[0, 3], [1, 2], [2, 1], [3, 1]]), missing: .listwise)
    let alpha = try #require(analysis.alpha.value)
    #expect(alpha < -1)
    #expect((analysis.standardError.value ?? 0) > (analysis.deviationTotal.value ?? 0))
  }

  @Test("a difficulty is the share of the highest score where that is known")
  func maxima() throws {
    let analysis = ItemAnalysis(
      try matrix([[0, 4], [1, 2]]), missing: .listwise, maxima: [1, 4])
    #expect(analysis.items.map(\.difficulty.value) == [0.5, 0.75])
    let unknown = ItemAnalysis(try matrix([[0, 4], [1, 2]]), missing: .listwise, maxima: [1, 0])
    #expect(unknown.items[1].difficulty.value == 3)
  }

  @Test("an item that everybody solved has a difficulty and no discrimination")
  func constantItem() throws {
    let analysis = ItemAnalysis(
      try matrix([[1, 0, 0.1], [1, 1, 0.2], [1, 1, 0.7]]), missing: .listwise)
    #expect(analysis.items[0].difficulty.value == 1)
    #expect(analysis.items[0].deviation.value == 0)
    #expect(analysis.items[0].discrimination.reason == .noVariation)
  }

  @Test("no people, one person, one item and equal totals give reasons")
  func degenerate() throws {
    let empty = ItemAnalysis(try matrix([[nil, 1]]), missing: .listwise)
    #expect(empty.n == 0)
    #expect(empty.leftOut == ["p0"])
    #expect(empty.alpha.reason == .tooFew(needed: 2))
    #expect(empty.meanTotal.reason == .tooFew(needed: 1))
    #expect(empty.items[0].difficulty.reason == .tooFew(needed: 1))
    let oneItem = ItemAnalysis(try matrix([[1], [0]]), missing: .zero)
    #expect(oneItem.alpha.reason == .tooFew(needed: 2))
    #expect(oneItem.standardError.reason == .tooFew(needed: 2))
    #expect(oneItem.items[0].discrimination.reason == .tooFew(needed: 2))
    let equal = ItemAnalysis(try matrix([[1, 0], [0, 1]]), missing: .zero)
    #expect(equal.alpha.reason == .noVariation)
    #expect(equal.deviationTotal.value == 0)
  }

  @Test("moments of nothing are nothing, and overflow is no number")
  func moments() {
    #expect(Moments.mean([]) == 0)
    #expect(Moments.variance([1]) == 0)
    #expect(Moments.isConstant([]))
    #expect(Moments.correlation([1], [1, 2]).reason == .unequalLengths)
    #expect(Moments.correlation([0, 1e200], [0, 1e200]).reason == .notFinite)
  }
}
