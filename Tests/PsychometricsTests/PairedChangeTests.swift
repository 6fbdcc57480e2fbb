import Testing

@testable import Psychometrics

@Suite("Change between two occasions")
struct PairedChangeTests {
  @Test("four pairs give what a hand computation gives")
  func byHand() {
    // Changes 1, 2, 3, 2: mean 2, variance 2/3, standard error 1/√6, t = 2√6.
    let change = PairedChange(pre: [1, 2, 3, 4], post: [2, 4, 6, 6])
    #expect(change.n == 4)
    #expect(change.df == 3)
    #expect(isNear(change.meanPre.value, 2.5))
    #expect(isNear(change.meanPost.value, 4.5))
    #expect(isNear(change.gain.value, 2))
    #expect(isNear(change.deviationGain.value, (2.0 / 3).squareRoot()))
    #expect(isNear(change.t.value, 2 * 6.0.squareRoot()))
    #expect(isNear(change.interval.value?.low, 2 - 3.182446305284263 / 6.0.squareRoot()))
    #expect(isNear(change.interval.value?.high, 2 + 3.182446305284263 / 6.0.squareRoot()))
    #expect(isNear(change.deviationPre.value, (5.0 / 3).squareRoot()))
    #expect(isNear(change.deviationPost.value, (11.0 / 3).squareRoot()))
    // d = 2 / √((5/3 + 11/3)/2); J(3) = Γ(1.5)/(√1.5·Γ(1)).
    let d = 2 / (8.0 / 3).squareRoot()
    #expect(isNear(change.effect.value?.d, d))
    #expect(isNear(change.hedgesG.value, d * 0.886226925452758 / 1.5.squareRoot()))
    // All four are positive: 2/2⁴.
    #expect(change.signedRank.value?.p == 0.125)
    #expect(change.signedRank.value?.positiveRankSum == 10)
  }

  @Test("a loss has a negative gain, t and g")
  func loss() {
    let change = PairedChange(pre: [2, 4, 6, 6], post: [1, 2, 3, 4])
    #expect(isNear(change.gain.value, -2))
    #expect(isNear(change.t.value, -2 * 6.0.squareRoot()))
    #expect((change.hedgesG.value ?? 0) < 0)
    #expect(
      isNear(change.p.value, PairedChange(pre: [1, 2, 3, 4], post: [2, 4, 6, 6]).p.value ?? 0))
  }

  @Test("the interval of g is centred on g")
  func intervalOfG() throws {
    let change = PairedChange(pre: [1, 2, 3, 4, 7], post: [2, 4, 6, 6, 7])
    let effect = try #require(change.effect.value)
    let interval = try #require(change.hedgesGInterval.value)
    #expect(isNear((interval.low + interval.high) / 2, effect.g))
    #expect(
      isNear((interval.high - effect.g) / effect.varianceG.squareRoot(), 1.9599639845400538556))
  }

  @Test("no pairs give reasons and no numbers")
  func noPairs() {
    let change = PairedChange(pre: [], post: [])
    #expect(change.n == 0)
    #expect(change.df == 0)
    #expect(change.gain.reason == .tooFew(needed: 1))
    #expect(change.hedgesG.reason == .tooFew(needed: 1))
    #expect(change.signedRank.reason == .tooFew(needed: 1))
  }

  @Test("one pair has means and a gain, and nothing about spread")
  func onePair() {
    let change = PairedChange(pre: [3], post: [5])
    #expect(change.gain.value == 2)
    #expect(change.t.reason == .tooFew(needed: 2))
    #expect(change.interval.reason == .tooFew(needed: 2))
    #expect(change.deviationPre.reason == .tooFew(needed: 2))
    #expect(change.correlation.reason == .tooFew(needed: 2))
    #expect(change.hedgesG.reason == .tooFew(needed: 3))
    #expect(change.signedRank.value?.p == 1)
  }

  @Test("with two pairs t exists and Hedges' correction does not")
  func twoPairs() {
    let change = PairedChange(pre: [1, 2], post: [2, 5])
    #expect(isNear(change.t.value, 2))
    #expect(change.hedgesG.reason == .tooFew(needed: 3))
  }

  @Test("the same change for everybody has no t")
  func sameChange() {
    let change = PairedChange(pre: [0.1, 0.2, 0.3, 0.7], post: [0.2, 0.3, 0.4, 0.8])
    #expect(isNear(change.gain.value, 0.1))
    #expect(change.t.reason == .noVariation)
    #expect(change.p.reason == .noVariation)
    #expect(change.hedgesG.value != nil)
  }

  @Test("constant scores before and after have no standardised change")
  func constantScores() {
    let change = PairedChange(pre: [3, 3, 3], post: [5, 5, 5])
    #expect(change.effect.reason == .noVariation)
    #expect(change.correlation.reason == .noVariation)
    #expect(change.t.reason == .noVariation)
  }

  @Test("nobody changed: no signed ranks and no t")
  func nobodyChanged() {
    let change = PairedChange(pre: [3, 4, 5], post: [3, 4, 5])
    #expect(change.gain.value == 0)
    #expect(change.signedRank.reason == .noDifferences)
    #expect(change.t.reason == .noVariation)
  }

  @Test("a constant occasion leaves g defined")
  func constantPre() {
    let change = PairedChange(pre: [2, 2, 2, 2], post: [3, 4, 5, 6])
    #expect(change.correlation.reason == .noVariation)
    #expect(change.hedgesG.value != nil)
  }

  @Test("values that are no numbers, and lists of different lengths, are refused")
  func refused() {
    #expect(PairedChange(pre: [1, .nan], post: [2, 3]).gain.reason == .notFinite)
    #expect(PairedChange(pre: [1, .infinity], post: [2, 3]).p.reason == .notFinite)
    #expect(PairedChange(pre: [1, 1e200], post: [2, 3]).p.reason == .notFinite)
    #expect(PairedChange(pre: [1, 2, 3], post: [2, 3]).t.reason == .unequalLengths)
  }

  @Test("a wider confidence gives a wider interval")
  func confidence() throws {
    let pre = [1.0, 2, 3, 4, 5]
    let post = [2.0, 4, 3, 6, 9]
    let narrow = try #require(PairedChange(pre: pre, post: post, confidence: 0.9).interval.value)
    let wide = try #require(PairedChange(pre: pre, post: post, confidence: 0.99).interval.value)
    #expect(wide.low < narrow.low)
    #expect(wide.high > narrow.high)
  }
}

@Suite("Effect sizes")
struct EffectSizeTests {
  @Test(
    "Hedges' correction is exact",
    arguments: [
      (2, 0.56418958354775628695), (9, 0.91387489179255226651), (29, 0.97387498459671836387),
      (30, 0.97475437821440200246), (31, 0.97557649715687271555), (49, 0.98460217723616645168),
      (1000, 0.99924978117971636752), (1_000_000, 0.99999924999978124993),
    ])
  func correction(_ df: Double, _ expected: Double) {
    #expect(isNear(EffectSize.correction(df: df).value, expected, within: 2e-14))
  }

  @Test("there is no correction for one degree of freedom or for none")
  func noCorrection() {
    #expect(EffectSize.correction(df: 1).reason == .tooFew(needed: 3))
    #expect(EffectSize.correction(df: .nan).reason == .tooFew(needed: 3))
    #expect(EffectSize.paired(d: .nan, correlation: 0, n: 10).reason == .notFinite)
    #expect(EffectSize.paired(d: 1e200, correlation: 0, n: 10).reason == .notFinite)
    #expect(EffectSize.paired(d: 1, correlation: 0, n: 2).reason == .tooFew(needed: 3))
    #expect(
      EffectSize.deviationWithin(deviationOfChange: 1, correlation: 1).reason == .noVariation)
  }
}
