import Assessment
import Document
import Records
import Testing
import Text

@testable import Reporting

@Suite("Whether a change may be given")
struct RefusalTests {
  static func people(_ ab: Int, _ ba: Int, forms: (String, String) = ("ila-a", "ila-b"))
    -> [ScoredAttempt]
  {
    (0..<ab).flatMap { Cohort.pair("A\($0)", (forms.0, 5), (forms.1, 10)) }
      + (0..<ba).flatMap { Cohort.pair("B\($0)", (forms.1, 5), (forms.0, 10)) }
  }

  @Test(
    "balance: both orders, and no further apart than one person or a tenth of the people",
    arguments: [
      (1, 1, true), (2, 1, true), (1, 0, false), (3, 1, false), (6, 4, false), (10, 9, true),
      (11, 9, true), (12, 9, false), (55, 45, true), (56, 44, false), (0, 0, false),
    ])
  func balance(_ first: Int, _ second: Int, _ isBalanced: Bool) {
    #expect(FormDesign.isBalanced(first, second) == isBalanced)
    #expect(FormDesign.isBalanced(second, first) == isBalanced)
  }

  @Test("one order of forms alone is refused, with counts and no mean after")
  func oneOrder() throws {
    let report = PrePostReport.report(
      Cohort.input(
        Self.people(6, 0), events: [Cohort.event(learners: ["A0", "A1", "Z1", "Z2"])]),
      by: [.province, .competency])
    let refusal = try #require(report.refusal)
    #expect(refusal.reason == .oneSequenceOnly)
    #expect(refusal.message.isComplete && refusal.remedy.isComplete)
    let document = report.document
    #expect(document.notes().contains(refusal.message.en))
    #expect(document.notes().contains(refusal.remedy.en))
    #expect(document.table("headline") == nil && document.table("groups") == nil)
    #expect(document.table("competencies") == nil && document.plots.isEmpty)
    #expect(!document.tables.contains { $0.columns.contains { $0.key == "meanPost" } })
    #expect(document.table("orders")?.number("n") == 6)
    #expect(document.table("attrition")?.number("matched") == 6)
    #expect(document.table("attrition")?.number("neverBegan") == 2)
    #expect(near(document.table("attrition")?.number("matched", row: 1) ?? 0, 25))
  }

  @Test("two orders out of balance are refused with their numbers")
  func outOfBalance() {
    let report = PrePostReport.report(Cohort.input(Self.people(4, 2)))
    #expect(report.refusal?.reason == .sequencesOutOfBalance(first: 4, second: 2))
    #expect(report.refusal?.message.en.contains("4 took the forms in one order and 2") == true)
    #expect(report.refusal?.message.km.contains("៤ នាក់") == true)
  }

  @Test("two of three forms, or one form twice beside two forms, is refused")
  func mixed() {
    let three = Self.people(2, 2) + Cohort.pair("C", ("ila-c", 3), ("ila-a", 4))
    #expect(PrePostReport.report(Cohort.input(three)).refusal?.reason == .mixedForms)
    let both = Self.people(2, 2) + Cohort.pair("C", ("ila-a", 3), ("ila-a", 4))
    #expect(PrePostReport.report(Cohort.input(both)).refusal?.reason == .mixedForms)
  }

  @Test("the same form twice is reported, with the warning that its questions were met before")
  func sameForm() {
    let attempts = (0..<6).flatMap { Cohort.pair("S\($0)", ("ila-a", 5 + $0), ("ila-a", 10)) }
    let report = PrePostReport.report(Cohort.input(attempts), by: [.sex])
    #expect(report.refusal == nil)
    #expect(report.document.notes().contains(ReportingMessages.sameForm.en))
    #expect(report.document.table("crossover") == nil)
    #expect(report.document.table("groups")?.cell("adjustedGain") == nil)
  }

  @Test("nobody, or nobody with both tests, is refused without a figure")
  func nobody() {
    for attempts in [[], [Cohort.attempt("A", .pre, "ila-a", 5, of: 20)]] {
      let report = PrePostReport.report(Cohort.input(attempts), by: Grouping.allCases)
      #expect(report.refusal?.reason == .noMatchedPairs)
      for format in DocumentFormat.allCases {
        let text = DocumentRendering.render(report.document, as: format, language: .khmer)
        #expect(!text.isEmpty && !text.contains("nan"))
      }
    }
  }

  @Test("an event where all took the forms in one order is named")
  func lopsidedEvent() {
    let attempts =
      (0..<4).flatMap {
        Cohort.pair("A\($0)", ("ila-a", 5), ("ila-b", 10), event: "kampot-1")
          + Cohort.pair("B\($0)", ("ila-b", 5), ("ila-a", 10), event: "kampot-2")
      }
    let document = PrePostReport.document(
      Cohort.input(attempts, events: [Cohort.event(), Cohort.event("kampot-2")]))
    #expect(document.notes().contains { $0.contains("'Event kampot-2' everybody took the forms") })
    #expect(document.notes().contains(ReportingMessages.severalEvents.en))
  }
}
