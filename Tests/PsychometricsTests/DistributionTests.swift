import Testing

@testable import Psychometrics

/// Expected values were reckoned with 40 digits by an arbitrary-precision library.
@Suite("Distributions")
struct DistributionTests {
  @Test(
    "the normal distribution has its known shares",
    arguments: [
      (-8, 6.2209605742717841235e-16), (-1.96, 0.024997895148220436213),
      (0, 0.5), (0.5, 0.69146246127401310364), (1, 0.84134474606854294859),
      (3, 0.99865010196836990547),
    ])
  func normalCumulative(_ x: Double, _ expected: Double) {
    #expect(agrees(NormalDistribution.cumulative(x), expected))
  }

  @Test(
    "the normal distribution has its known quantiles",
    arguments: [
      (0.975, 1.9599639845400538556), (0.9, 1.2815515655446005935),
      (0.001, -3.0902323061678135354), (1e-10, -6.3613409024040561991),
      (1e-300, -37.047096299361199237), (0.5, 0),
    ])
  func normalQuantile(_ probability: Double, _ expected: Double) {
    #expect(isNear(NormalDistribution.quantile(probability), expected, within: 1e-14))
  }

  @Test("a normal quantile close to the middle keeps its digits")
  func normalQuantileNearMiddle() {
    #expect(
      agrees(NormalDistribution.quantile(0.5000001), 2.5066282733116483e-7, within: 1e-8))
  }

  @Test("quantiles of 0 and 1 are the infinities, beyond them there are none")
  func quantileEnds() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(1.5).isNaN)
    #expect(NormalDistribution.quantile(.nan).isNaN)
    #expect(StudentDistribution.quantile(0, df: 3) == -.infinity)
    #expect(StudentDistribution.quantile(1, df: 3) == .infinity)
    #expect(StudentDistribution.quantile(-0.1, df: 3).isNaN)
    #expect(StudentDistribution.quantile(0.5, df: 0).isNaN)
    #expect(StudentDistribution.quantile(0.5, df: 4) == 0)
  }

  @Test(
    "Student's t has its known two-sided p",
    arguments: [
      (4.062127683382037, 9, 0.0028328901973842708344), (2, 1, 0.29516723530086654835),
      (0.1, 5, 0.92423014115466037028), (1.5, 2.5, 0.24783645308629626111),
      (12, 30, 5.580185415199256063e-13), (1.96, 100_000, 0.049998563194301638034),
      (40, 3, 0.000034380680789158528283),
    ])
  func studentTail(_ t: Double, _ df: Double, _ expected: Double) {
    #expect(agrees(StudentDistribution.twoSided(t, df: df), expected))
    #expect(agrees(StudentDistribution.twoSided(-t, df: df), expected))
    #expect(agrees(StudentDistribution.cumulative(-t, df: df), expected / 2))
    #expect(isNear(StudentDistribution.cumulative(t, df: df), 1 - expected / 2))
  }

  @Test(
    "Student's t has its known quantiles",
    arguments: [
      (0.975, 9, 2.2621571627982049992), (0.975, 1, 12.706204736174693314),
      (0.975, 2, 4.3026527297494617894), (0.9, 3.5, 1.5765766051364052678),
      (0.6, 7, 0.26316686135202275215), (0.9999, 4, 13.033671720896822082),
      (0.975, 1e6, 1.9599663568141066553), (0.995, 29, 2.7563859036706051204),
    ])
  func studentQuantile(_ probability: Double, _ df: Double, _ expected: Double) {
    #expect(isNear(StudentDistribution.quantile(probability, df: df), expected))
  }

  @Test("the lower half of Student's t mirrors the upper one")
  func studentMirror() {
    #expect(
      StudentDistribution.quantile(0.25, df: 6) == -StudentDistribution.quantile(0.75, df: 6))
  }

  @Test("Student's t with endless degrees of freedom is normal, and extremes stay numbers")
  func studentExtremes() {
    #expect(isNear(StudentDistribution.twoSided(1.5, df: 1e12), 0.13361440253771617))
    #expect(isNear(StudentDistribution.quantile(0.975, df: 1e12), 1.9599639845400538556))
    #expect(StudentDistribution.twoSided(1e200, df: 3) == 0)
    #expect(StudentDistribution.twoSided(0, df: 3) == 1)
    #expect(StudentDistribution.twoSided(.nan, df: 3).isNaN)
  }

  @Test("a quantile far out in a heavy tail is found")
  func heavyTail() {
    let t = StudentDistribution.quantile(1 - 1e-9, df: 1)
    #expect(agrees(0.5 * StudentDistribution.twoSided(t, df: 1), 1 - (1 - 1e-9), within: 1e-10))
  }

  @Test("the chi-squared tail at 3.841… with one degree of freedom is 5 %")
  func chiSquared() {
    #expect(isNear(ChiSquaredDistribution.upperTail(3.841458820694124, df: 1), 0.05))
    #expect(isNear(ChiSquaredDistribution.upperTail(5.293, df: 9), 0.8080, within: 1e-3))
  }
}
