import Testing

@testable import Text

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "Halves are rounded away from zero, and a zero has no sign",
    arguments: [
      (0.0, 0, "0"), (-0.0, 2, "0.00"), (2.5, 0, "3"), (-2.5, 0, "-3"), (2.4999, 0, "2"),
      (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (0.375, 2, "0.38"), (0.5, 0, "1"),
      (-0.4, 0, "0"), (-0.004, 2, "0.00"), (1.0, 3, "1.000"), (0.05, 1, "0.1"),
      (1234567.891, 2, "1234567.89"), (9.999, 2, "10.00"), (0.000_000_000_5, 9, "0.000000001"),
      (3.14159, -2, "3"), (0.1, 30, "0.100000000"), (1e-300, 4, "0.0000"),
    ])
  func rounding(_ value: Double, _ digits: Int, _ text: String) {
    #expect(NumberText.fixed(value, digits: digits) == text)
  }

  @Test("What is not a number is shown as the fallback")
  func fallback() {
    #expect(NumberText.fixed(.nan, digits: 2) == "–")
    #expect(NumberText.fixed(.infinity, digits: 0, fallback: "") == "")
    #expect(NumberText.fixed(-.infinity, digits: 1, fallback: "none") == "none")
  }

  @Test("Numbers too large for decimals are written in full precision, not trapped on")
  func large() {
    #expect(NumberText.fixed(1e300, digits: 2) == "1e+300")
    #expect(NumberText.fixed(-1e16, digits: 0) == "-1e+16")
    #expect(NumberText.fixed(8e15, digits: 0) == "8000000000000000")
  }
}
