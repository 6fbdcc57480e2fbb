import Testing

@testable import Psychometrics

@Suite("Wilcoxon's signed-rank test")
struct SignedRankTests {
  /// Reckons the two-sided p by trying every combination of signs.
  private func enumerated(_ differences: [Double]) -> Double {
    let kept = differences.filter { $0 != 0 }
    let sizes = kept.map(\.magnitude)
    let ranks = sizes.map { size in
      Double(sizes.count { $0 < size }) + 0.5 * Double(sizes.count { $0 == size } + 1)
    }
    let expected = ranks.reduce(0, +) / 2
    let observed = zip(kept, ranks).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }
    var extreme = 0
    for signs in 0..<(1 << kept.count) {
      let sum = ranks.indices.reduce(0.0) { (signs >> $1) & 1 == 1 ? $0 + ranks[$1] : $0 }
      if (sum - expected).magnitude >= (observed - expected).magnitude { extreme += 1 }
    }
    return Double(extreme) / Double(1 << kept.count)
  }

  @Test("the exact p equals that of trying all signs, with ties and zeros")
  func bruteForce() throws {
    // A fixed multiplicative sequence stands in for chance, so that a failure repeats.
    var state: UInt64 = 20_240_913
    for size in 1...11 {
      for _ in 0..<12 {
        let differences = (0..<size).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return Double(Int(state >> 33) % 9 - 4)
        }
        let test = SignedRankTest.of(differences, scale: 4)
        if differences.allSatisfy({ $0 == 0 }) {
          #expect(test.reason == .noDifferences)
        } else {
          let value = try #require(test.value)
          #expect(value.isExact)
          #expect(isNear(value.p, enumerated(differences), within: 1e-14), "\(differences)")
        }
      }
    }
  }

  @Test("differences that only rounding tells apart are ties, and nearly zero is zero")
  func roundingTies() throws {
    let plain = try #require(SignedRankTest.of([1, 1, -1, 2, 0], scale: 10).value)
    let noisy = try #require(
      SignedRankTest.of([1, 1 + 4e-16, -(1 - 2e-16), 2, 1e-15], scale: 10).value)
    #expect(noisy == plain)
    #expect(plain.n == 4)
  }

  @Test("all of fifty positive is exact to the last bit, 2 · 2⁻⁵⁰")
  func fifty() throws {
    let test = try #require(SignedRankTest.of((1...50).map(Double.init), scale: 50).value)
    #expect(test.isExact)
    #expect(test.p == 2 / Double(1 << 50))
  }

  @Test("fifty-one use the normal approximation with both corrections")
  func normalApproximation() throws {
    // Ranks 1…51, negative those of 1…20: the positive sum is 1326 − 210 = 1116.
    let differences = (1...51).map { $0 <= 20 ? -Double($0) : Double($0) }
    let test = try #require(SignedRankTest.of(differences, scale: 51).value)
    #expect(!test.isExact)
    #expect(test.positiveRankSum == 1116)
    // z = (1116 − 663 − 0.5)/√(51·52·103/24).
    let z = 452.5 / (51.0 * 52 * 103 / 24).squareRoot()
    #expect(agrees(test.p, 2 * NormalDistribution.cumulative(-z)))
  }

  @Test("ties make the variance of the normal approximation smaller")
  func tiedApproximation() throws {
    let differences = (0..<60).map { $0 < 20 ? -1.0 : 1.0 }
    let test = try #require(SignedRankTest.of(differences, scale: 1).value)
    // One group of 60: rank 30.5 each, 40 of them positive.
    let variance = 60.0 * 61 * 121 / 24 - (60.0 * 60 * 60 - 60) / 48
    let z = (40 * 30.5 - 915 - 0.5) / variance.squareRoot()
    #expect(agrees(test.p, 2 * NormalDistribution.cumulative(-z)))
  }

  @Test("at the expected sum the p is 1, by either method")
  func middle() {
    #expect(SignedRankTest.of([1, -1], scale: 1).value?.p == 1)
    let many = (0..<60).map { $0 % 2 == 0 ? 1.0 : -1.0 }
    #expect(SignedRankTest.of(many, scale: 1).value?.p == 1)
  }

  @Test("nothing to rank has a reason")
  func reasons() {
    #expect(SignedRankTest.of([], scale: 1).reason == .tooFew(needed: 1))
    #expect(SignedRankTest.of([0, 0], scale: 1).reason == .noDifferences)
    #expect(SignedRankTest.of([.nan], scale: 1).reason == .notFinite)
  }
}
