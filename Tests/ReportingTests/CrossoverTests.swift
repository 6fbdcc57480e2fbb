import Assessment
import Document
import Records
import Testing
import Text

@testable import Reporting

/// Half take form A (20 points) then B (25 points), half B then A. In percent of points:
///
///     A then B: 40→60, 50→80, 30→40, 60→80   changes 20, 30, 10, 20   mean 20, s² 200/3
///     B then A: 40→45, 60→75, 80→85, 20→35   changes  5, 15,  5, 15   mean 10, s² 100/3
@Suite("A crossover, reckoned by hand")
struct CrossoverTests {
  static let attempts: [ScoredAttempt] =
    Cohort.pair("P1", ("ila-a", 8), ("ila-b", 15)) + Cohort.pair("P2", ("ila-a", 10), ("ila-b", 20))
    + Cohort.pair("P3", ("ila-a", 6), ("ila-b", 10))
    + Cohort.pair("P4", ("ila-a", 12), ("ila-b", 20))
    + Cohort.pair("P5", ("ila-b", 10), ("ila-a", 9))
    + Cohort.pair("P6", ("ila-b", 15), ("ila-a", 15))
    + Cohort.pair("P7", ("ila-b", 20), ("ila-a", 17))
    + Cohort.pair("P8", ("ila-b", 5), ("ila-a", 7))

  @Test("the headline equals the hand computation")
  func headline() throws {
    let report = PrePostReport.report(Cohort.input(Self.attempts))
    #expect(report.refusal == nil)
    let table = try #require(report.document.table("headline"))
    #expect(table.number("n") == 8)
    // (40 + 50 + 30 + 60 + 40 + 60 + 80 + 20)/8 and (60 + 80 + 40 + 80 + 45 + 75 + 85 + 35)/8.
    #expect(near(table.number("meanPre"), 47.5))
    #expect(near(table.number("meanPost"), 62.5))
    #expect(near(table.number("gain"), 15))
    // Deviations 5, 15, −5, 5, −10, 0, −10, 0: squares add up to 500, s² = 500/7,
    // SE = √(500/56) = 2.988072, t = 15/SE = 5.019960, t(0.975; 7) = 2.364624,
    // half = 7.065667.
    #expect(near(table.number("t"), 5.019960))
    #expect(table.number("df") == 7)
    #expect(near(table.ends("interval").low, 7.934333))
    #expect(near(table.ends("interval").high, 22.065667))
    #expect(table.number("p") > 0.001 && table.number("p") < 0.002)
    // All eight changes are positive: 2 · (1/2)⁸.
    #expect(near(table.number("wilcoxonP"), 2.0 / 256, 1e-12))
    // s²pre = 2550/7, s²post = 2850/7, √(2700/7) = 19.639610, d = 15/19.639610 = 0.763763,
    // J(7) = Γ(3.5)/(√3.5 · Γ(3)) = 3.323351/(1.870829 · 2) = 0.888203, g = 0.678377.
    #expect(near(table.number("hedgesG"), 0.678377, 2e-6))
    // 15/(100 − 47.5).
    #expect(near(table.number("classGain"), 15 / 52.5))
  }

  @Test(
    "the change freed from the forms and the difference between them equal the hand computation")
  func freed() throws {
    let table = try #require(
      PrePostReport.document(Cohort.input(Self.attempts)).table("crossover"))
    #expect(table.rows.count == 4)
    #expect(table.number("n", row: 0) == 4)
    #expect(near(table.number("estimate", row: 0), 20))
    #expect(table.number("n", row: 1) == 4)
    #expect(near(table.number("estimate", row: 1), 10))
    // (20 + 10)/2 = 15; SE = ½ √(200/12 + 100/12) = ½ √25 = 2.5; t = 6.
    #expect(near(table.number("estimate", row: 2), 15))
    #expect(near(table.number("t", row: 2), 6))
    // df = (200/12 + 100/12)² / ((200/12)²/3 + (100/12)²/3) = 625/(41666.6…/360) = 5.4;
    // t(0.975; 5.4) = 2.514352, half = 6.285880.
    #expect(near(table.number("df", row: 2), 5.4))
    #expect(near(table.ends("interval", row: 2).low, 15 - 6.285880, 5e-6))
    #expect(near(table.ends("interval", row: 2).high, 15 + 6.285880, 5e-6))
    #expect(near(table.number("p", row: 2), 0.00140984, 1e-7))
    // (20 − 10)/2 = 5, the same SE: t = 2.
    #expect(near(table.number("estimate", row: 3), 5))
    #expect(near(table.number("t", row: 3), 2))
    #expect(near(table.ends("interval", row: 3).low, 5 - 6.285880, 5e-6))
    #expect(near(table.number("p", row: 3), 0.0977154, 1e-6))
    #expect(table.words("quantity", row: 3) == "How much easier Form B is than Form A")
  }

  @Test("the event's order of forms decides which one is A")
  func orderOfForms() throws {
    let input = Cohort.input(Self.attempts, events: [Cohort.event(forms: ["ila-b", "ila-a"])])
    let table = try #require(PrePostReport.document(input).table("crossover"))
    #expect(near(table.number("estimate", row: 3), -5))
  }

  @Test("a form with more points weighs no more: percent is of its own maximum")
  func maximum() throws {
    let table = try #require(PrePostReport.document(Cohort.input(Self.attempts)).table("forms"))
    #expect(table.words("maximum", row: 0) == "20")
    #expect(table.words("maximum", row: 1) == "25")
    #expect(table.number("tests", row: 0) == 8)
  }

  @Test("the headline sentence says change and gives its interval")
  func sentence() {
    let text = DocumentRendering.render(
      PrePostReport.document(Cohort.input(Self.attempts)), as: .text, language: .english,
      options: RenderingOptions(width: 1000))
    #expect(
      text.contains(
        "8 people took both tests. The mean was 47.5 % of the points before and 62.5 % after: a "
          + "change of +15.0 percentage points (95 % confidence interval 7.9 to 22.1)."))
    #expect(text.contains("Only 8 people took both tests."))
    #expect(text.contains("Without a comparison group it cannot be attributed to the training"))
  }

  @Test("a group with its forms out of balance has no raw gain, but one freed from the forms")
  func unbalancedGroup() throws {
    // Three people take A first and three B first; but in x five take A first and one B first.
    let x =
      (1...5).flatMap { Cohort.pair("X\($0)", ("ila-a", 4 + $0), ("ila-b", 10 + $0)) }
      + Cohort.pair("X6", ("ila-b", 10), ("ila-a", 10))
    let y =
      (1...5).flatMap { Cohort.pair("Y\($0)", ("ila-b", 4 + $0), ("ila-a", 10 + $0)) }
      + Cohort.pair("Y6", ("ila-a", 10), ("ila-b", 15))
    let people = (1...6).flatMap {
      [
        PersonAttributes(code: "X\($0)", province: "x"),
        PersonAttributes(code: "Y\($0)", province: "y"),
      ]
    }
    let input = Cohort.input(x + y, people: people)
    let table = try #require(PrePostReport.document(input, by: [.province]).table("groups"))
    #expect(table.reason("gain")?.en.contains("out of balance") == true)
    #expect(table.number("meanPre") > 0)
    // A first: 25→44, 30→48, 35→52, 40→56, 45→60: 19, 18, 17, 16, 15, mean 17. B first: 40→50.
    #expect(near(table.number("adjustedGain"), (17.0 + 10) / 2))
    #expect(table.reason("adjustedInterval")?.en == "fewer than 2 people")
    // By the order of forms a raw gain is given: there, the difference is what one wants to see.
    let byForm = try #require(PrePostReport.document(input, by: [.form]).table("groups"))
    #expect(byForm.words("form") == "Form A → Form B")
    #expect(byForm.number("n") == 6)
    #expect(byForm.number("gain").isFinite)
    #expect(byForm.cell("adjustedGain") == nil)
    #expect(byForm.footnotes.contains(ReportingMessages.byFormNote))
  }
}
