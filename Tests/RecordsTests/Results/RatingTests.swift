import Assessment
import Testing
import Text

@testable import Records

@Suite("Judgements of humans")
struct RatingTests {
  private let folder = TemporaryFolder()
  private typealias S = RescoringSample

  private func store(
    _ name: String = "store", device: String = "alpha", time: String = StoreOptions.noon
  ) throws -> Store {
    try Store.open("\(folder.path)/\(name)", options: .test(device: device, time: time))
  }

  private func taken(_ store: Store, essay: String? = "Dear commune") throws -> ScoredAttempt {
    var responses: [String: Response] = ["q-anchor": .chosen(["b"])]
    if let essay { responses["q-essay"] = .text(essay) }
    try S.take(store, form: S.form, responses)
    return try #require(try store.attempts().last)
  }

  private func plan(
    _ attempt: ScoredAttempt, _ typed: [String], rater: String = "r1", item: Item = S.essay,
    rubric: Rubric = S.rubric
  ) -> RatingPlanning.Plan {
    RatingPlanning.plan(
      item, of: attempt, rubric: rubric, typed: typed, rater: rater, option: "--level")
  }

  @Test("an essay waits, is judged, and then counts: points by hand")
  func judged() throws {
    let store = try store()
    let attempt = try taken(store)
    #expect(attempt.awaitsRater && !attempt.isComplete && attempt.isHandedIn)
    // 1 of 2 and 3 of 3 points of the rubric are 4 of 5, and 8 of the item's 10.
    let plan = plan(attempt, ["clear=2", "true=២"])
    #expect(plan.findings.isEmpty && plan.outcome?.score == 8)
    try store.append(plan.facts)
    let after = try #require(try store.attempts().first)
    #expect(after.isComplete && after.score == 9 && after.maximum == 14)
    #expect(
      after.ratings == [
        PastRating(
          time: StoreOptions.noon, item: "q-essay", rubric: "letter",
          rubricVersion: S.rubric.scaleVersion, levels: ["clear": 1, "true": 1], rater: "r1",
          score: 8, maximum: 10)
      ])
    #expect(try !store.check().hasErrors)
  }

  @Test("an essay that was left out waits for nobody; a deed always does")
  func leftOut() throws {
    let attempt = try taken(try store(), essay: nil)
    #expect(!attempt.awaitsRater && attempt.isComplete)
    let deed = Sample.item("q-deed", .performance)
    #expect(RecordedScoring.outcome(deed, nil).isPending)
    #expect(!RecordedScoring.outcome(S.essay, nil).isPending)
    #expect(RecordedScoring.outcome(S.essay, .text("x")).isPending)
  }

  @Test("a second judge is kept beside the first and counts; the same again adds nothing")
  func second() throws {
    let store = try store()
    let first = plan(try taken(store), ["clear=3", "true=2"])
    try store.append(first.facts)
    let after = try #require(try store.attempts().first)
    #expect(plan(after, ["clear=3", "true=2"]).isKnown)
    #expect(plan(after, ["clear=3", "true=2"]).facts.isEmpty)
    try store.append(plan(after, ["clear=1", "true=2"], rater: "r2").facts)
    let last = try #require(try store.attempts().first)
    #expect(last.ratings.map(\.rater) == ["r1", "r2"])
    #expect(last.ratings.map(\.score) == [10, 6] && last.score == 7)
    // The first one again is news: somebody else judged since.
    #expect(!plan(last, ["clear=3", "true=2"]).isKnown)
  }

  @Test("wrong levels and raters are named, all in one pass, and nothing is recorded")
  func refusals() throws {
    let attempt = try taken(try store())
    let cases: [([String], [String])] = [
      (["clear=1"], ["criterion-missing"]), ([], ["criterion-missing"]),
      (["clear=4", "true=0"], ["unknown-level", "unknown-level"]),
      (["clear=99999999999999999999", "true=1"], ["unknown-level"]),
      (["clear", "treu=1"], ["not-a-level", "unknown-criterion"]),
      (["clear=1", "clear=2", "true=1"], ["criterion-twice"]),
    ]
    for (typed, codes) in cases {
      let plan = plan(attempt, typed)
      #expect(plan.findings.map(\.code) == codes, "\(typed)")
      #expect(plan.facts.isEmpty && plan.outcome == nil)
      #expect(plan.findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
    }
    for rater in ["", "Sok Dara", "សុខ", "a\u{200B}", String(repeating: "x", count: 65)] {
      #expect(
        plan(attempt, ["clear=1", "true=1"], rater: rater).findings.map(\.code) == ["bad-rater"])
    }
  }

  @Test("scoring a judged essay again keeps the judgement; another rubric leaves it alone")
  func rescored() throws {
    let store = try store()
    try store.append(plan(try taken(store), ["clear=2", "true=2"]).facts)
    var worth = S.essay
    worth.points = 20
    var form = S.form
    form.items[4] = worth
    let attempts = try store.attempts()
    let same = Rescoring(S.essay, in: attempts, forms: [S.form], rubrics: [S.rubric])
    #expect(same.changes.isEmpty && same.left.isEmpty && same.attempts == 1)
    var other = S.rubric
    other.criteria[0] = S.criterion("clear", [0, 1, 5])
    for rubrics in [[], [other]] {
      let left = Rescoring(worth, in: attempts, forms: [form], rubrics: rubrics)
      #expect(left.changes.isEmpty && left.left.map(\.reason) == [.otherRubric])
    }
    let rescoring = Rescoring(worth, in: attempts, forms: [form], rubrics: [S.rubric])
    #expect(rescoring.changes.map(\.new.score) == [16])
    try store.append(rescoring.facts(reason: "Worth more."))
    let after = try #require(try store.attempts().first)
    #expect(after.score == 17 && after.maximum == 24 && after.isComplete)
    try store.append(plan(after, ["clear=1", "true=2"], rater: "r2", item: worth).facts)
    #expect(try store.attempts().first?.score == 13)
  }

  @Test("a test that waits for a human is scored again too, and decides nothing yet")
  func waiting() throws {
    let store = try store()
    _ = try taken(store)
    let mended = S.mended("c", form: S.form)
    let rescoring = Rescoring(mended.items[0], in: try store.attempts(), forms: [mended])
    let change = try #require(rescoring.changes.first)
    #expect((change.old.score, change.new.score) == (1, 0))
    #expect(!change.isDecided && !change.changesDecision)
  }

  @Test("judgements of two devices agree after merging, in either order")
  func merging() throws {
    let origin = try store("origin", device: "orig")
    let attempt = try taken(origin)
    for (name, level, time) in [
      ("left", "clear=3", "2026-01-05T14:00:00.000Z"),
      ("right", "clear=1", "2026-01-05T13:00:00.000Z"),
    ] {
      let store = try store(name, device: "dev\(name)", time: time)
      _ = try store.merge(from: origin.folder)
      try store.append(plan(attempt, [level, "true=2"], rater: name).facts)
    }
    var results: [ScoredAttempt] = []
    var digests: Set<String> = []
    for (number, order) in [["left", "right"], ["right", "left"]].enumerated() {
      let merged = try store("merged\(number)", device: "merged\(number)")
      for name in ["origin"] + order { _ = try merged.merge(from: "\(folder.path)/\(name)") }
      let attempt = try #require(try merged.attempts().first)
      #expect(attempt.ratings.map(\.rater) == ["right", "left"] && attempt.score == 11)
      results.append(attempt)
      digests.insert(try merged.index.digest())
    }
    #expect(Set(results).count == 1 && digests.count == 1)
  }

  @Test("answers that wait, and opinions, say so in the export; the export is read back")
  func export() throws {
    let store = try store()
    _ = try taken(store)
    let lines = ResultsExport.csv(try store.attempts(), people: [])
      .split(separator: "\r\n").map(String.init)
    #expect(lines.count == 6)
    #expect(
      lines.first?.hasSuffix("submitted,accommodation,seconds,paper,score,maximum,state,key")
        == true)
    #expect(lines.last?.hasSuffix(",,10,waiting,\(S.essay.keyVersion)") == true)
    #expect(
      lines[1].hasSuffix(",1,1,scored,\(Sample.form.items[0].keyVersion)"), "\(lines[1])")
    let opinion = Outcome(
      item: "q", score: 0, maximum: 0, isAnswered: true, keyVersion: "k")
    let attempt = ScoredAttempt(
      id: "x", record: Sample.attempt(), startedAt: StoreOptions.noon,
      submittedAt: StoreOptions.noon, outcomes: [opinion], answers: ["q": "c"])
    #expect(ResultsExport.csv([attempt], people: []).contains(",,0,opinion,k\r\n"))
  }
}
