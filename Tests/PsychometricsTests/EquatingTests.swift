import Testing

@testable import Psychometrics

@Suite("Equating")
struct EquatingTests {
  @Test("equivalent groups: mean and linear by hand")
  func equivalent() throws {
    let x: [Double] = [1, 2, 3]
    let y: [Double] = [12, 14, 16]
    let mean = try #require(LinearEquating.equivalent(x: x, y: y, method: .mean).value)
    #expect(mean.slope == 1)
    #expect(mean.equated(2) == 14)
    let linear = try #require(LinearEquating.equivalent(x: x, y: y, method: .linear).value)
    #expect(isNear(linear.slope, 2))
    #expect(isNear(linear.equated(3), 16))
    #expect(
      LinearEquating.equivalent(x: [1], y: y, method: .linear).reason == .tooFew(needed: 2))
    #expect(
      LinearEquating.equivalent(x: [1, 1], y: y, method: .linear).reason == .noVariation)
  }

  @Test("a form equated with itself stays what it is")
  func itself() throws {
    let total: [Double] = [3, 5, 5, 6, 8, 9, 2, 7]
    let anchor: [Double] = [1, 2, 1, 2, 3, 3, 0, 2]
    let scores = try #require(AnchoredScores(total: total, anchor: anchor))
    for method in [LinearEquating.Method.tucker, .levine, .levineTrue, .chained] {
      let line = try #require(
        LinearEquating.anchored(x: scores, y: scores, method: method, weight: 0.4).value)
      #expect(isNear(line.slope, 1, within: 1e-12), "\(method)")
      #expect(isNear(line.intercept, 0, within: 1e-9), "\(method)")
    }
    let joint = try #require(Equipercentile.Joint(scores, highest: 10, anchor: 3))
    let both = try #require(Equipercentile.synthetic(x: joint, y: joint, weight: 0.5))
    let table = Equipercentile.table(from: both.x, to: both.y)
    for score in [3, 5, 6, 7, 8] { #expect(isNear(table[score], Double(score), within: 1e-9)) }
  }

  @Test("ranks and scores undo each other, whole or not")
  func ranks() throws {
    let distribution = try #require(ScoreDistribution([1, 0, 3, 2, 4]))
    for score in [-0.4, 0.2, 1.7, 2.5, 3.1, 4.4] {
      #expect(isNear(distribution.score(distribution.rank(score)), score, within: 1e-12))
    }
    #expect(distribution.rank(-3) == 0)
    #expect(distribution.rank(30) == 1)
    #expect(distribution.score(0) == -0.5)
    #expect(distribution.score(1) == 4.5)
    #expect(isNear(distribution.mean, 2.8))
    #expect(ScoreDistribution([0, 0]) == nil)
    #expect(ScoreDistribution([1, -1]) == nil)
  }

  @Test("scores that are not whole, or out of range, are refused")
  func refused() throws {
    let scores = try #require(AnchoredScores(total: [1.5], anchor: [1]))
    #expect(Equipercentile.Joint(scores, highest: 3, anchor: 3) == nil)
    let high = try #require(AnchoredScores(total: [9], anchor: [1]))
    #expect(Equipercentile.Joint(high, highest: 3, anchor: 3) == nil)
    #expect(AnchoredScores(total: [1], anchor: []) == nil)
    #expect(AnchoredScores(total: [.nan], anchor: [1]) == nil)
  }
}

@Suite(
  "Equating as published",
  .enabled(if: Reference.folder != nil, "SALA_REFERENCE does not name the reference folder"))
struct EquatingReferenceTests {
  @Test("Kolen and Brennan's common items in two groups, six methods, every score")
  func commonItems() throws {
    func scores(_ file: String) throws -> AnchoredScores {
      let rows = try Reference.numbers(file)
      return try #require(AnchoredScores(total: rows.map { $0[0] }, anchor: rows.map { $0[1] }))
    }
    let x = try scores("kbneat_x.csv")
    let y = try scores("kbneat_y.csv")
    let table = try Reference.numbers("kbneat_equated.csv")
    let columns: [(LinearEquating.Method, Int)] = [
      (.tucker, 1), (.levine, 2), (.levineTrue, 3), (.chained, 4),
    ]
    for (method, column) in columns {
      let line = try #require(LinearEquating.anchored(x: x, y: y, method: method).value)
      for row in table {
        #expect(isNear(line.equated(row[0]), row[column], within: 1e-9), "\(method) \(row[0])")
      }
    }
    // The same by the other divisor: what was recomputed without a peer.
    let tucker = try #require(
      LinearEquating.anchored(x: x, y: y, method: .tucker, divisor: .population).value)
    #expect(isNear(tucker.intercept, 0.5367905257275076, within: 1e-9))
    #expect(isNear(tucker.slope, 1.0289471922079056, within: 1e-9))
    let half = try #require(
      LinearEquating.anchored(x: x, y: y, method: .tucker, weight: 0.5, divisor: .population)
        .value)
    #expect(isNear(half.intercept, 0.5378458763933338, within: 1e-9))
    let jointX = try #require(Equipercentile.Joint(x, highest: 36, anchor: 12))
    let jointY = try #require(Equipercentile.Joint(y, highest: 36, anchor: 12))
    let both = try #require(Equipercentile.synthetic(x: jointX, y: jointY))
    let braunHolland = try #require(Equipercentile.braunHolland(x: jointX, y: jointY))
    for row in table {
      #expect(
        isNear(braunHolland.intercept + braunHolland.slope * row[0], row[5], within: 1e-4))
    }
    let estimated = Equipercentile.table(from: both.x, to: both.y)
    let chained = try #require(Equipercentile.chained(x: jointX, y: jointY))
    for (score, row) in table.enumerated() {
      #expect(isNear(estimated[score], row[6], within: 1e-6), "\(score)")
      #expect(isNear(chained[score], row[7], within: 1e-6), "\(score)")
    }
  }
}
