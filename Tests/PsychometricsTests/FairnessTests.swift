import FoundationEssentials
import Glibc
import Testing

@testable import Psychometrics

@Suite("Fairness of items")
struct FairnessTests {
  /// A Rasch world: ability by a fixed grid, chance by a fixed generator.
  private func world(
    people: Int, items: Int, shifts: [Int: Double], seed: UInt64
  ) -> (scores: [[Double]], isFocal: [Bool]) {
    var generator = Counting(state: seed)
    func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    var scores: [[Double]] = []
    var isFocal: [Bool] = []
    for person in 0..<people {
      let ability = -2 + 4 * unit()
      let focal = person % 2 == 1
      isFocal.append(focal)
      scores.append(
        (0..<items).map { item in
          let difficulty = -1.5 + 3 * Double(item) / Double(items - 1)
          let shift = focal ? shifts[item] ?? 0 : 0
          return unit() < 1 / (1 + exp(difficulty + shift - ability)) ? 1 : 0
        })
    }
    return (scores, isFocal)
  }

  @Test("an item that is harder for one group is found, and the others are not")
  func found() throws {
    let (scores, isFocal) = world(people: 4000, items: 12, shifts: [4: 1.2], seed: 11)
    let ids = (0..<12).map { "q\($0)" }
    let result = ItemFairness(scores, items: ids, isFocal: isFocal)
    #expect(result.reference == 2000)
    #expect(result.focal == 2000)
    #expect(result.items[4].category.value == .large)
    #expect((result.items[4].delta.value ?? 0) < -1.5)
    #expect((result.items[4].standardisedDifference.value ?? 0) < -0.1)
    for (place, item) in result.items.enumerated() where place != 4 {
      #expect(item.category.value != .large, "\(item.id)")
    }
    let pure = ItemFairness(scores, items: ids, isFocal: isFocal, purifies: true)
    #expect(pure.purified == ["q4"])
    #expect(pure.rounds >= 1)
    #expect(pure.items[4].category.value == .large)
  }

  @Test("turning the groups round turns the sign, and the order of people does not matter")
  func symmetry() throws {
    let (scores, isFocal) = world(people: 600, items: 8, shifts: [1: 0.8], seed: 3)
    let ids = (0..<8).map { "q\($0)" }
    let one = ItemFairness(scores, items: ids, isFocal: isFocal)
    let turned = ItemFairness(scores, items: ids, isFocal: isFocal.map { !$0 })
    let reversed = ItemFairness(
      scores.reversed(), items: ids, isFocal: Array(isFocal.reversed()))
    for place in 0..<8 {
      let delta = try #require(one.items[place].delta.value)
      #expect(isNear(turned.items[place].delta.value, -delta, within: 1e-9))
      #expect(isNear(reversed.items[place].delta.value, delta, within: 1e-12))
      #expect(turned.items[place].category == one.items[place].category)
    }
  }

  @Test("the classes need size and significance")
  func classes() {
    #expect(ItemFairness.category(delta: 0.9, standardError: 0.1, p: 0.001) == .negligible)
    #expect(ItemFairness.category(delta: -1.2, standardError: 0.8, p: 0.13) == .negligible)
    #expect(ItemFairness.category(delta: -1.2, standardError: 0.3, p: 0.001) == .moderate)
    #expect(ItemFairness.category(delta: 1.7, standardError: 0.6, p: 0.01) == .moderate)
    #expect(ItemFairness.category(delta: 1.7, standardError: 0.4, p: 0.001) == .large)
  }

  @Test("one group only, or everybody right, has a reason and no number")
  func degenerate() {
    let alone = ItemFairness([[1, 0], [0, 1]], items: ["a", "b"], isFocal: [true, true])
    #expect(alone.items[0].delta.reason == .tooFew(needed: 1))
    #expect(alone.items[0].category.value == nil)
    let right = ItemFairness([[1, 1], [1, 1]], items: ["a", "b"], isFocal: [true, false])
    #expect(right.items[0].delta.reason == .noVariation)
    #expect(right.items[0].test.p.reason == .noVariation)
    #expect(ItemFairness([], items: ["a"], isFocal: []).items[0].delta.value == nil)
  }
}

@Suite(
  "Odds ratios as published",
  .enabled(if: Reference.folder != nil, "SALA_REFERENCE does not name the reference folder"))
struct FairnessReferenceTests {
  private struct Admissions: Decodable {
    struct Verified: Decodable {
      struct Values: Decodable {
        var OR, chi2_corr, chi2, delta_MH, se_logOR_RBG, se_delta: Double
      }
      struct Peer: Decodable { var p_corr: Double }
      var py: Values
      var R: Peer
    }
    var verified: Verified
  }

  @Test("admissions at Berkeley, 1973, by department")
  func admissions() throws {
    let gold = try JSONDecoder().decode(Admissions.self, from: Reference.data("G20_ucb_mh.json"))
      .verified
    var tables: [String: MantelHaenszel.Table] = [:]
    for row in try Reference.rows("ucb.csv").dropFirst() {
      let count = try #require(Double(row[3]))
      var table =
        tables[row[2]]
        ?? MantelHaenszel.Table(
          referenceRight: 0, referenceWrong: 0, focalRight: 0, focalWrong: 0)
      switch (row[0], row[1]) {
      case ("Admitted", "Male"): table.referenceRight = count
      case ("Rejected", "Male"): table.referenceWrong = count
      case ("Admitted", _): table.focalRight = count
      default: table.focalWrong = count
      }
      tables[row[2]] = table
    }
    let result = MantelHaenszel(tables.sorted { $0.key < $1.key }.map(\.value))
    #expect(result.strata == 6)
    #expect(isNear(result.odds.value, gold.py.OR, within: 1e-12))
    #expect(isNear(result.chiSquared.value, gold.py.chi2_corr, within: 1e-12))
    #expect(isNear(result.chiSquaredUncorrected.value, gold.py.chi2, within: 1e-12))
    #expect(isNear(result.p.value, gold.R.p_corr, within: 1e-10))
    #expect(isNear(result.logOddsError.value, gold.py.se_logOR_RBG, within: 1e-12))
    #expect(isNear(result.odds.value.map { -2.35 * log($0) }, gold.py.delta_MH, within: 1e-11))
  }
}
