import Testing

@testable import Psychometrics

/// Expected values were reckoned with 40 digits by an arbitrary-precision library.
@Suite("Special functions")
struct SpecialFunctionTests {
  @Test(
    "logarithms of gamma have their known values",
    arguments: [
      (0.01, 4.5994798780420217016), (0.5, 0.57236494292470008707), (1, 0),
      (1.5, -0.12078223763524522235), (2, 0), (3.7, 1.4280723266653881292),
      (14.9, 24.9241320022172783), (15, 25.1912211827386815), (100, 359.13420536957539878),
      (12345.678, 103959.91990554605982), (1e6, 12815504.56914761166),
    ])
  func logGamma(_ x: Double, _ expected: Double) {
    #expect(isNear(SpecialFunctions.logGamma(x), expected, within: 2e-14))
  }

  @Test("gamma of a number that is not positive is undefined")
  func logGammaOutside() {
    #expect(SpecialFunctions.logGamma(0).isNaN)
    #expect(SpecialFunctions.logGamma(-1.5).isNaN)
    #expect(SpecialFunctions.logGamma(.nan).isNaN)
    #expect(SpecialFunctions.logGamma(.infinity) == .infinity)
  }

  @Test(
    "logarithms of beta have their known values, in either order",
    arguments: [
      (0.5, 0.5, 1.1447298858494001741), (2, 3, -2.4849066497880003102),
      (0.5, 20, -0.91925184440660398648), (30, 40, -48.301749095916125196),
      (0.5, 50000, -4.8375216992804415099), (1e5, 0.5, -5.1840965395604141282),
      (3, 1e6, -40.753387493330377006),
    ])
  func logBeta(_ a: Double, _ b: Double, _ expected: Double) {
    #expect(isNear(SpecialFunctions.logBeta(a, b), expected, within: 2e-14))
    #expect(isNear(SpecialFunctions.logBeta(b, a), expected, within: 2e-14))
  }

  @Test(
    "incomplete beta has its known values",
    arguments: [
      (0.3, 2, 3, 0.34829999999999998042), (0.9, 0.5, 0.5, 0.79516723530086657191),
      (0.5, 10, 10, 0.5), (0.01, 0.5, 5, 0.24284189089843750246),
      (0.999, 50, 0.5, 0.75236901996537668139),
    ])
  func incompleteBeta(_ x: Double, _ a: Double, _ b: Double, _ expected: Double) {
    #expect(isNear(SpecialFunctions.regularizedBeta(x, a, b), expected, within: 1e-13))
  }

  @Test("incomplete beta is 0 and 1 at its ends and undefined outside")
  func incompleteBetaEnds() {
    #expect(SpecialFunctions.regularizedBeta(0, 2, 3) == 0)
    #expect(SpecialFunctions.regularizedBeta(1, 2, 3) == 1)
    #expect(SpecialFunctions.regularizedBeta(-0.1, 2, 3).isNaN)
    #expect(SpecialFunctions.regularizedBeta(1.1, 2, 3).isNaN)
    #expect(SpecialFunctions.regularizedBeta(0.5, 0, 3).isNaN)
    #expect(SpecialFunctions.logBeta(0, 1).isNaN)
  }

  @Test(
    "incomplete gamma has its known values on both sides",
    arguments: [
      (0.5, 0.2, 0.47291074313446192633, 0.52708925686553807367),
      (2, 1, 0.26424111765711535681, 0.73575888234288464319),
      (3, 10, 0.99723060428448842406, 0.0027693957155115759437),
      (50, 40, 0.070335066659394954437, 0.92966493334060504556),
      (0.5, 8, 0.99993665751633376016, 0.000063342483666239842508),
    ])
  func incompleteGamma(_ a: Double, _ x: Double, _ lower: Double, _ upper: Double) {
    #expect(isNear(SpecialFunctions.lowerGamma(a, x), lower, within: 1e-13))
    #expect(isNear(SpecialFunctions.upperGamma(a, x), upper, within: 1e-13))
  }

  @Test("incomplete gamma begins at zero, ends at one and is undefined outside")
  func incompleteGammaEnds() {
    #expect(SpecialFunctions.lowerGamma(2, 0) == 0)
    #expect(SpecialFunctions.upperGamma(2, .infinity) == 0)
    #expect(SpecialFunctions.lowerGamma(0, 1).isNaN)
    #expect(SpecialFunctions.upperGamma(2, -1).isNaN)
  }
}
