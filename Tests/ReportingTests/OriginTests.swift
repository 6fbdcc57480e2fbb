import Assessment
import Document
import Records
import Testing
import Text

@testable import Reporting

@Suite("What the figures rest on: keys, judgements, opinions")
struct OriginTests {
  /// Twenty people in balance, in pairs.
  private func attempts() -> [ScoredAttempt] {
    (0..<20).flatMap { number -> [ScoredAttempt] in
      let forms = number % 2 == 0 ? ("ila-a", "ila-b") : ("ila-b", "ila-a")
      return Cohort.pair("P\(number)", (forms.0, 8 + number % 3), (forms.1, 14 + number % 4))
    }
  }

  private func tables(_ attempts: [ScoredAttempt]) -> [String: Table] {
    let document = PrePostReport.document(Cohort.input(attempts), by: [.competency])
    let tables = document.blocks.compactMap { block -> Table? in
      if case .table(let table) = block { return table }
      return nil
    }
    return Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func text(_ attempts: [ScoredAttempt], _ language: Language) -> String {
    DocumentRendering.render(
      PrePostReport.document(Cohort.input(attempts)), as: .text, language: language,
      options: RenderingOptions(width: 200, hasByteOrderMark: false))
  }

  @Test("tests that wait for a human are counted by themselves and are in no score")
  func waiting() throws {
    let all = attempts()
    var waiting = all
    for place in [0, 2, 5] { waiting[place].outcomes[3].isPending = true }
    let table = try #require(tables(waiting)["attempts"])
    let place = try #require(table.columns.firstIndex { $0.key == "awaiting" })
    #expect(table.rows.map { $0[place] } == [.integer(2), .integer(1)])
    let unfinished = try #require(table.columns.firstIndex { $0.key == "unfinished" })
    #expect(table.rows.map { $0[unfinished] } == [.integer(0), .integer(0)])
    #expect(text(waiting, .english).contains("3 tests wait for a human"))
    #expect(text(waiting, .khmer).contains("រង់ចាំមនុស្សវាយតម្លៃ"))
    // The others count exactly as if the three had never been handed in.
    var without = all
    for place in [0, 2, 5] { without[place].submittedAt = nil }
    #expect(tables(waiting)["headline"] == tables(without)["headline"])
    #expect(tables(waiting)["headline"] != tables(all)["headline"])
  }

  @Test("opinions are in no total, no topic and no count of questions")
  func opinions() {
    let all = attempts()
    let asked = all.map { attempt -> ScoredAttempt in
      var attempt = attempt
      attempt.outcomes.append(
        Outcome(
          item: "\(attempt.form)-q25", score: 0, maximum: 0, isAnswered: true,
          keyVersion: "opinion-\(attempt.code)"))
      return attempt
    }
    #expect(text(asked, .english) == text(all, .english))
    let (left, right) = (tables(asked), tables(all))
    #expect(left.keys.sorted() == right.keys.sorted())
    for (id, table) in left { #expect(table == right[id], "\(id)") }
  }

  @Test("judgements are counted with the people who judged; more time is said")
  func judgements() throws {
    var all = attempts()
    func rating(_ rater: String, _ score: Double) -> PastRating {
      PastRating(
        time: "2026-02-02T08:00:00.000Z", item: "ila-a-q1", rubric: "letter", rubricVersion: "1",
        levels: ["clear": 1], rater: rater, score: score, maximum: 1)
    }
    #expect(tables(all)["ratings"] == nil)
    all[0].ratings = [rating("r1", 1), rating("r2", 0)]
    all[3].ratings = [rating("r1", 1)]
    let table = try #require(tables(all)["ratings"])
    #expect(
      table.rows == [
        [.text("ila-a-q1"), .text("letter"), .integer(2), .integer(3), .integer(2)]
      ])
    all[1].accommodation = TimeGrant(.factor(1.5))
    #expect(text(all, .english).contains("1 test was taken with more time or large print."))
    all[2].accommodation = TimeGrant(.noLimit)
    #expect(text(all, .english).contains("2 tests were taken with more time or large print."))
    #expect(text(all, .khmer).contains("ពេលបន្ថែម"))
    all[2].accommodation = nil
    all[2].hasLargePrint = true
    #expect(text(all, .english).contains("2 tests were taken with more time or large print."))
  }

  @Test("what was scored again stands with its forms, its dates and its reason")
  func rescored() throws {
    var all = attempts()
    func past(_ time: String, _ reason: String) -> PastRescoring {
      PastRescoring(
        time: time, item: "ila-a-q1", reason: reason, oldScore: 0, newScore: 1, oldKey: "k0",
        newKey: "k1")
    }
    all[0].rescorings = [past("2026-02-03T08:00:00.000Z", "Key.")]
    all[1].rescorings = [past("2026-02-02T08:00:00.000Z", "Key.")]
    all[2].rescorings = [past("2026-02-04T08:00:00.000Z", "Print.")]
    let table = try #require(tables(all)["rescorings"])
    #expect(
      table.rows == [
        [
          .text("ila-a-q1"), .text("k0"), .text("k1"), .text("Key."), .text("ila-a, ila-b"),
          .text("2026-02-02T08:00:00.000Z"), .text("2026-02-03T08:00:00.000Z"), .integer(2),
        ],
        [
          .text("ila-a-q1"), .text("k0"), .text("k1"), .text("Print."), .text("ila-b"),
          .text("2026-02-04T08:00:00.000Z"), .text("2026-02-04T08:00:00.000Z"), .integer(1),
        ],
      ])
  }
}
