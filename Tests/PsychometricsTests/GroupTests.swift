import Testing

@testable import Psychometrics

@Suite("Independent groups and crossover")
struct GroupTests {
  @Test("Welch's difference is what a hand computation gives")
  func welch() {
    // Means 2 and 6, variances 1 and 4, sizes 3 and 3: error √(5/3), df = (5/3)²/(1/18 + 16/18).
    let result = IndependentGroups.difference([1, 2, 3], [4, 6, 8])
    #expect(isNear(result.estimate.value, 4))
    #expect(isNear(result.standardError.value, (5.0 / 3).squareRoot()))
    #expect(isNear(result.df.value, 50.0 / 17))
    #expect(isNear(result.t.value, 4 / (5.0 / 3).squareRoot()))
    #expect(isNear(result.p.value, 0.054786766041076435))
    let half = StudentDistribution.quantile(0.975, df: 50.0 / 17) * (5.0 / 3).squareRoot()
    #expect(isNear(result.interval.value?.low, 4 - half))
    #expect(isNear(result.interval.value?.high, 4 + half))
  }

  @Test("a crossover parts the change from the difference between the forms")
  func crossover() {
    // Mean gains 3 and 1: change 2, form B easier by 1; error ½√(1/3 + 4/3).
    let result = Crossover(gainsAB: [2, 3, 4], gainsBA: [-1, 1, 3])
    #expect(result.countAB == 3)
    #expect(result.countBA == 3)
    #expect(isNear(result.change.estimate.value, 2))
    #expect(isNear(result.formEffect.estimate.value, 1))
    #expect(isNear(result.change.standardError.value, 0.5 * (5.0 / 3).squareRoot()))
    #expect(isNear(result.formEffect.standardError.value, 0.5 * (5.0 / 3).squareRoot()))
    #expect(isNear(result.change.df.value, 50.0 / 17))
  }

  @Test("a known form effect is recovered whatever the sizes of the groups")
  func unbalanced() {
    let gain = 4.0
    let form = 1.5
    let noise = [-1.0, 0, 1]
    let result = Crossover(
      gainsAB: noise.map { gain + form + $0 }, gainsBA: (noise + noise).map { gain - form + $0 })
    #expect(isNear(result.change.estimate.value, gain))
    #expect(isNear(result.formEffect.estimate.value, form))
  }

  @Test("empty, single, constant and endless groups give reasons")
  func degenerate() {
    #expect(IndependentGroups.difference([], [1, 2]).estimate.reason == .tooFew(needed: 1))
    let single = IndependentGroups.difference([1], [2, 4])
    #expect(single.estimate.value == 2)
    #expect(single.p.reason == .tooFew(needed: 2))
    let constant = IndependentGroups.difference([1, 1], [2, 2])
    #expect(constant.estimate.value == 1)
    #expect(constant.interval.reason == .noVariation)
    #expect(IndependentGroups.difference([.nan], [2, 4]).t.reason == .notFinite)
    #expect(Crossover(gainsAB: [], gainsBA: [1]).change.df.reason == .tooFew(needed: 1))
  }

  @Test("one constant group still leaves a difference to judge")
  func oneConstant() {
    let result = IndependentGroups.difference([1, 1, 1], [2, 3, 4])
    #expect(isNear(result.df.value, 2))
    #expect(isNear(result.standardError.value, (1.0 / 3).squareRoot()))
  }
}

@Suite("Many questions at once")
struct MultipleTestTests {
  @Test("Holm's steps never fall and never pass one")
  func holm() {
    let adjusted = MultipleTests.holm([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(isNear(value, expected))
    }
    #expect(MultipleTests.holm([0.6, 0.7]) == [1, 1])
  }

  @Test("Benjamini and Hochberg's shares rise with p")
  func benjaminiHochberg() {
    let adjusted = MultipleTests.benjaminiHochberg([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.02, 0.04, 0.04, 0.02]) {
      #expect(isNear(value, expected))
    }
  }

  @Test("a missing or impossible p keeps its place and is no question")
  func missing() {
    #expect(MultipleTests.holm([nil, 0.02, .nan, 1.5]) == [nil, 0.02, nil, nil])
    #expect(MultipleTests.benjaminiHochberg([]) == [])
  }
}

@Suite("Gain of a class and ends of a test")
struct ClassGainTests {
  @Test("the gain of a class is the share of its room")
  func gain() {
    // Mean 4 of 10 before and 7 after: 3 of 6.
    let gain = ClassGain(pre: [2, 4, 6], post: [6, 7, 8], maximum: 10)
    #expect(isNear(gain.value.value, 0.5))
    // Shortfalls 8, 6, 4 before and 4, 3, 2 after: exactly half for everybody, so no spread.
    #expect(gain.interval.reason == .noVariation)
  }

  @Test("the interval rests on what the ratio does not explain")
  func interval() throws {
    // Ratio 2/3; residuals (3 − 2, 1 − 2, …) of shortfalls (3, 3, 3) and (3, 1, 2).
    let gain = ClassGain(pre: [7, 7, 7], post: [7, 9, 8], maximum: 10)
    let interval = try #require(gain.interval.value)
    #expect(isNear(gain.value.value, 1.0 / 3))
    let half = 4.3026527297494617894 * (1.0 / 3) / 3.0.squareRoot()
    #expect(isNear(interval.low, 1.0 / 3 - half))
    #expect(isNear(interval.high, 1.0 / 3 + half))
  }

  @Test("a class that began at the top, or no class, has no gain")
  func noRoom() {
    #expect(ClassGain(pre: [10, 10], post: [9, 10], maximum: 10).value.reason == .noRoom)
    #expect(ClassGain(pre: [], post: [], maximum: 10).value.reason == .tooFew(needed: 1))
    #expect(ClassGain(pre: [1], post: [], maximum: 10).value.reason == .unequalLengths)
    #expect(ClassGain(pre: [.nan], post: [1], maximum: 10).interval.reason == .notFinite)
    #expect(ClassGain(pre: [1], post: [4], maximum: 10).interval.reason == .tooFew(needed: 2))
  }

  @Test("one learner at the top does not make the gain endless")
  func oneAtTop() {
    let gain = ClassGain(pre: [10, 4], post: [10, 7], maximum: 10)
    #expect(isNear(gain.value.value, 0.5))
  }

  @Test("the shares at both ends are counted")
  func ends() {
    let shares = EndShares([0, 0.1 + 0.2 - 0.3, 5, 10], maximum: 10)
    #expect(shares.floor.value == 0.5)
    #expect(shares.ceiling.value == 0.25)
    #expect(EndShares([], maximum: 10).floor.reason == .tooFew(needed: 1))
    #expect(EndShares([.nan], maximum: 10).ceiling.reason == .notFinite)
  }
}
