import Assessment
import Document
import Records
import Testing
import Text

@testable import Reporting

@Suite("Who is in the report")
struct MatchingTests {
  /// Ten people with both tests, in balance.
  static let base = (0..<5).flatMap {
    Cohort.pair("A\($0)", ("ila-a", 5 + $0), ("ila-b", 15))
      + Cohort.pair("B\($0)", ("ila-b", 10), ("ila-a", 10 + $0))
  }

  @Test("of several tests the first one handed in counts, the others are counted as retakes")
  func retakes() throws {
    let early = Cohort.attempt(
      "A0", .post, "ila-b", 25, of: 25, submitted: "2026-03-01T08:00:00.000Z", suffix: "again")
    let unfinished = Cohort.attempt(
      "A0", .post, "ila-b", 0, of: 25, submitted: nil, suffix: "began")
    let document = PrePostReport.document(Cohort.input([early, unfinished] + Self.base))
    let plain = PrePostReport.document(Cohort.input(Self.base))
    #expect(document.table("headline") == plain.table("headline"))
    let attempts = try #require(document.table("attempts"))
    #expect(attempts.number("counted", row: 1) == 10)
    #expect(attempts.number("retakes", row: 1) == 1)
    #expect(attempts.number("unfinished", row: 1) == 1)
    #expect(attempts.number("retakes", row: 0) == 0)
  }

  @Test("paper tests of one import count by their repetition")
  func repetition() {
    var first = Cohort.attempt("R", .pre, "ila-a", 1, of: 20, suffix: "z")
    var second = Cohort.attempt("R", .pre, "ila-a", 19, of: 20, suffix: "a")
    first.repetition = 1
    second.repetition = 2
    let matching = Matching(
      Cohort.input([second, first, Cohort.attempt("R", .post, "ila-b", 5, of: 25)]))
    #expect(matching.pairs.first?.prePercent == 5)
  }

  @Test("what came in equals what went out")
  func nothingLost() {
    let others = [
      Cohort.attempt("A0", .followUp, "ila-a", 5, of: 20),
      Cohort.attempt("A0", .practice, "ila-a", 5, of: 20),
      Cohort.attempt("A1", .pre, "ila-a", 20, of: 20, suffix: "again"),
      Cohort.attempt("C", .pre, "ila-a", 5, of: 20),
      Cohort.attempt("D", .post, "ila-a", 5, of: 20),
      Cohort.attempt("E", .post, "ila-a", 5, of: 20, submitted: nil),
    ]
    let input = Cohort.input(Self.base + others)
    let matching = Matching(input)
    let tallied = matching.tallies.values.reduce(0) { $0 + $1.counted + $1.retakes + $1.unfinished }
    #expect(tallied + matching.followUps + matching.practices == input.attempts.count)
    #expect(matching.unfinishedOnly == 1)
    let text = DocumentRendering.render(
      PrePostReport.document(input), as: .text, language: .english)
    #expect(text.contains("Not part of this report: follow-up tests 1, practice 1."))
  }

  @Test(
    "the same code at another event is no pair, and one outside any event is a place of its own")
  func otherEvent() {
    let matching = Matching(
      Cohort.input([
        Cohort.attempt("A", .pre, "ila-a", 5, of: 20, event: "one"),
        Cohort.attempt("A", .post, "ila-b", 5, of: 25, event: "two"),
        Cohort.attempt("A", .post, "ila-b", 5, of: 25, event: nil),
      ]))
    #expect(matching.pairs.isEmpty)
    #expect(matching.preOnly.count == 1 && matching.postOnly.count == 2)
  }

  @Test("a test without points to win cannot be given in percent and does not count")
  func noPoints() {
    var empty = Cohort.attempt("A", .pre, "ila-a", 0, of: 20)
    for place in empty.outcomes.indices { empty.outcomes[place].maximum = 0 }
    let matching = Matching(Cohort.input([empty, Cohort.attempt("A", .post, "ila-b", 5, of: 25)]))
    #expect(matching.pairs.isEmpty && matching.tallies[.pre]?.unfinished == 1)
  }

  @Test("a person at two events is named as such")
  func twice() {
    let again = [
      Cohort.attempt("A0", .pre, "ila-a", 5, of: 20, event: "two"),
      Cohort.attempt("A0", .post, "ila-b", 5, of: 25, event: "two"),
    ]
    let document = PrePostReport.document(Cohort.input(Self.base + again))
    #expect(
      document.notes().contains { $0.hasPrefix("1 person is counted at more than one event") })
    #expect(document.table("headline")?.number("n") == 11)
  }

  @Test("those who left are compared with those who stayed, and a clear difference is a warning")
  func attrition() throws {
    // Matched pre: 25, 30, 35, 40, 45 and five times 40: mean 37.5. Those who left: 5 × 5 %.
    let left = (0..<5).map { Cohort.attempt("L\($0)", .pre, "ila-a", 1, of: 20) }
    let document = PrePostReport.document(Cohort.input(Self.base + left))
    let table = try #require(document.table("attrition"))
    #expect(table.number("preOnly") == 5)
    #expect(near(table.number("matched", row: 1), 37.5))
    #expect(near(table.number("preOnly", row: 1), 5))
    #expect(document.notes().contains { $0.contains("differed in it by −32.5 percentage points") })
    #expect(document.notes().contains(ReportingMessages.leaversDiffer.en))
    // Four people's mean is not shown.
    let few = PrePostReport.document(Cohort.input(Self.base + left.dropLast()))
    #expect(few.table("attrition")?.reason("preOnly", row: 1)?.en == "fewer than 5 people")
    #expect(few.notes().allSatisfy { !$0.contains("differed in it") })
  }

  @Test("people who changed language or means between the tests are counted")
  func changed() throws {
    var attempts = Self.base
    attempts[0].language = .english
    attempts[0].mode = .paper
    let document = PrePostReport.document(Cohort.input(attempts), by: [.language])
    #expect(document.notes().contains { $0.hasPrefix("1 person took the two tests in different") })
    let table = try #require(document.table("modes"))
    #expect(table.number("paper", row: 0) == 1 && table.number("terminal", row: 0) == 9)
    #expect(table.number("en", row: 0) == 1 && table.number("km", row: 1) == 10)
    #expect(document.table("groups")?.words("language", row: 0) == "English → Khmer")
  }
}
