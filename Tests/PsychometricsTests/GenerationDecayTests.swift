import FoundationEssentials
import Glibc
import Testing

@testable import Psychometrics

@Suite("What a generation passes on")
struct GenerationDecayTests {
  /// How many cascades are simulated; `SALA_CASCADES` sets it, and the seed is the number.
  private static let cascades =
    ProcessInfo.processInfo.environment["SALA_CASCADES"].flatMap { Int($0) } ?? 200

  /// Random numbers of one seed, so that the same cascade comes again.
  private struct Chance {
    var state: UInt64

    mutating func unit() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return (Double((mixed ^ (mixed >> 31)) >> 11) + 0.5) * 0x1p-53
    }

    mutating func normal() -> Double { NormalDistribution.quantile(unit()) }
  }

  /// Classes in three generations whose people share the effect of their class.
  private static func cascade(
    seed: Int, passed: Double, classes: [Int]
  ) -> [GenerationDecay.Case] {
    var chance = Chance(state: UInt64(seed))
    var cases: [GenerationDecay.Case] = []
    var cluster = 0
    for (generation, count) in classes.enumerated() {
      for _ in 0..<count {
        let level = 25 * pow(passed, Double(generation)) + 3 * chance.normal()
        for _ in 0..<(8 + Int(chance.unit() * 12)) {
          cases.append(
            .init(generation: generation, gain: level + 10 * chance.normal(), cluster: cluster))
        }
        cluster += 1
      }
    }
    return cases
  }

  @Test(
    "The interval covers the truth as often as it says", arguments: [0.75, 0.92],
    [[4, 6, 10], [2, 3, 5], [3, 3]])
  func coverage(passed: Double, classes: [Int]) throws {
    var (inside, refused) = (0, 0)
    for seed in 1...Self.cascades {
      guard
        let decay = try? GenerationDecay(Self.cascade(seed: seed, passed: passed, classes: classes))
      else {
        refused += 1
        continue
      }
      if decay.interval.low <= passed, passed <= decay.interval.high { inside += 1 }
    }
    let share = Double(inside) / Double(Self.cascades - refused)
    print(
      "decay: q \(passed), classes \(classes), \(Self.cascades) cascades (seeds 1…), covered \(share), refused \(refused)"
    )
    #expect(refused == 0)
    // Chance of three standard errors, and one point for what CR2 leaves.
    let slack = 3 * (0.95 * 0.05 / Double(Self.cascades)).squareRoot() + 0.01
    #expect((share - 0.95).magnitude < slack)
  }

  @Test("Means that follow the model exactly give its share")
  func exact() throws {
    // Two people of each class stray by as much to both sides.
    let cases = (0..<9).flatMap { cluster in
      let generation = cluster / 3
      let stray = [-1.0, 0, 1][cluster % 3]
      return [-2.0, 2.0].map {
        GenerationDecay.Case(
          generation: generation, gain: 20 * pow(0.8, Double(generation)) + stray + $0,
          cluster: cluster)
      }
    }
    let decay = try GenerationDecay(cases)
    #expect((decay.passed - 0.8).magnitude < 1e-6)
    #expect((decay.start - 20).magnitude < 1e-4)
    #expect(decay.people == 18)
    #expect(decay.clusters == 9)
    #expect(decay.generations == 3)
    #expect(decay.interval.low < 0.8 && decay.interval.high > 0.8)
    #expect(try GenerationDecay(cases.reversed()) == decay)
  }

  @Test("Too little is refused with its reason")
  func refused() {
    #expect(throws: GenerationDecay.Refusal.generations(0)) { try GenerationDecay([]) }
    let one = (0..<8).map { GenerationDecay.Case(generation: 1, gain: Double($0), cluster: $0) }
    #expect(throws: GenerationDecay.Refusal.generations(1)) { try GenerationDecay(one) }
    let four = (0..<4).map {
      GenerationDecay.Case(generation: $0 % 2, gain: Double($0), cluster: $0)
    }
    #expect(throws: GenerationDecay.Refusal.clusters(4)) { try GenerationDecay(four) }
    let lost = (0..<12).map {
      GenerationDecay.Case(generation: $0 % 2, gain: -Double(5 + $0), cluster: $0)
    }
    #expect(throws: GenerationDecay.Refusal.noGain) { try GenerationDecay(lost) }
    let odd = (0..<12).map {
      GenerationDecay.Case(generation: $0 % 2, gain: $0 == 3 ? .nan : 1, cluster: $0)
    }
    #expect(throws: GenerationDecay.Refusal.notFinite) { try GenerationDecay(odd) }
    let same = (0..<12).map { GenerationDecay.Case(generation: $0 % 2, gain: 4, cluster: $0) }
    #expect(throws: GenerationDecay.Refusal.noSolution) { try GenerationDecay(same) }
  }

  // w = 1, 1, 1; mean 4; Q = 8 with 2 degrees of freedom; τ² = (8 − 2)/(3 − 1) = 3; B = 1/4.
  @Test("Means are drawn together as by hand")
  func shrunken() throws {
    let means = try #require(ShrunkenMeans([(2, 1), (4, 1), (6, 1)]))
    #expect((means.between - 3).magnitude < 1e-12)
    #expect((means.mean - 4).magnitude < 1e-12)
    #expect((means.groups[0].shrunken - 2.5).magnitude < 1e-12)
    #expect((means.groups[2].kept - 0.75).magnitude < 1e-12)
    let alike = try #require(ShrunkenMeans([(4, 1), (4, 2)]))
    #expect(alike.between == 0)
    #expect(alike.groups.allSatisfy { ($0.shrunken - 4).magnitude < 1e-12 })
    #expect(ShrunkenMeans([(4, 1)]) == nil)
    #expect(ShrunkenMeans([(4, 1), (.nan, 1)]) == nil)
    #expect(ShrunkenMeans([(4, 1), (4, 0)]) == nil)
  }

  @Test("Figures that go together, and too few of them")
  func association() throws {
    let together = Association([1, 2, 3, 4], [1, 8, 27, 64])
    #expect(try #require(together.spearman.value) > 0.999_999)
    let r = try #require(together.pearson.value)
    let interval = try #require(together.interval.value)
    #expect(interval.low < r && r < interval.high)
    #expect(Association([1, 2], [1, 2]).pearson.reason == .tooFew(needed: 3))
    #expect(Association([1, 1, 1], [1, 2, 3]).pearson.reason == .noVariation)
    #expect(Association([1, 2, 3], [1, 2]).pearson.reason == .unequalLengths)
  }
}
