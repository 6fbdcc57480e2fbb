import Assessment
import Testing
import Text

@testable import Records

/// Attempts at the sample form, and its items with mended keys.
enum RescoringSample {
  static let rubric = Rubric(
    id: "letter", title: LocalizedText(en: "Letter", km: "លិខិត"),
    criteria: [
      criterion("clear", [0, 1, 2]), criterion("true", [0, 3]),
    ])

  static func criterion(_ id: String, _ points: [Double]) -> Rubric.Criterion {
    Rubric.Criterion(
      id: id, title: LocalizedText(same: id),
      levels: points.map { Rubric.Level(points: $0, text: LocalizedText(same: "\($0)")) })
  }

  static let essay: Item = {
    var item = Sample.item("q-essay", .essay(EssayInteraction()))
    item.points = 10
    return item
  }()

  /// The sample form with an essay at its end.
  static let form = TestForm(
    id: "ila-a", title: LocalizedText(same: "ila-a"), items: Sample.form.items + [essay],
    anchors: [], minutes: 45, masteryPercent: 60)

  /// Starts, answers, hands in and scores an attempt; returns its id.
  @discardableResult
  static func take(
    _ store: Store, code: String = "code", form: TestForm = Sample.form,
    _ responses: [String: Response]
  ) throws -> String {
    var record = Sample.attempt(code)
    record.items = form.items.map(\.id)
    record.formVersion = form.version
    let id = try store.append(.attemptStarted(record))
    let answers = responses.sorted { $0.key < $1.key }.map {
      Fact.answerGiven(AnswerRecord(attempt: id, item: $0.key, response: $0.value))
    }
    try store.append(
      answers + [
        .attemptSubmitted(SubmissionRecord(attempt: id)),
        .attemptScored(
          ScoreRecord(
            attempt: id, formVersion: form.version,
            outcomes: RecordedScoring.outcomes(form, responses))),
      ])
    return id
  }

  /// The sample form with the key of its first item moved to `right`.
  static func mended(_ right: String, form: TestForm = Sample.form) -> TestForm {
    var form = form
    form.items[0] = Sample.choice("q-anchor", right: [right])
    return form
  }
}

@Suite("Scoring again, as facts")
struct RescoringTests {
  private let folder = TemporaryFolder()

  private func store(
    _ name: String = "store", device: String = "alpha", time: String = StoreOptions.noon
  ) throws -> Store {
    try Store.open("\(folder.path)/\(name)", options: .test(device: device, time: time))
  }

  private func rescore(_ store: Store, _ form: TestForm, reason: String = "Key.") throws
    -> Rescoring
  {
    let rescoring = Rescoring(
      form.items[0], in: try store.attempts(), forms: [form], rubrics: [RescoringSample.rubric])
    try store.append(rescoring.facts(reason: reason))
    return rescoring
  }

  @Test("points, totals, percents and decisions before and afterwards, by hand")
  func change() throws {
    let store = try store()
    try RescoringSample.take(
      store, ["q-anchor": .chosen(["a"]), "q-own-a": .chosen(["a", "c"]), "q-number": .number(12)])
    let mended = RescoringSample.mended("a")
    let rescoring = try rescore(store, mended)
    let change = try #require(rescoring.changes.first)
    #expect(rescoring.changes.count == 1 && rescoring.attempts == 1 && rescoring.left.isEmpty)
    #expect((change.old.score, change.new.score) == (0, 1))
    #expect((change.oldTotal, change.newTotal, change.newMaximum) == (2, 3, 4))
    #expect((change.oldPercent, change.newPercent) == (50, 75))
    #expect(!change.wasPassed && change.isPassed && change.changesDecision)
    let after = try #require(try store.attempts().first)
    #expect(after.score == 3 && after.formVersion == mended.version)
    #expect(
      after.rescorings == [
        PastRescoring(
          time: StoreOptions.noon, item: "q-anchor", reason: "Key.", oldScore: 0, newScore: 1,
          oldKey: Sample.form.items[0].keyVersion, newKey: mended.items[0].keyVersion)
      ])
    #expect(try rescore(store, mended).changes.isEmpty)
  }

  @Test("a right answer that becomes wrong loses the decision")
  func loses() throws {
    let store = try store()
    try RescoringSample.take(
      store, ["q-anchor": .chosen(["b"]), "q-own-a": .chosen(["a", "c"]), "q-number": .number(12)])
    let change = try #require(try rescore(store, RescoringSample.mended("d")).changes.first)
    #expect((change.oldPercent, change.newPercent) == (75, 50))
    #expect(change.wasPassed && !change.isPassed && change.changesDecision)
  }

  @Test("bytes that stood in the journal stand there afterwards, at the same place")
  func bytes() throws {
    let store = try store()
    for code in ["one", "two", "three"] {
      try RescoringSample.take(store, code: code, ["q-anchor": .chosen(["a"])])
    }
    let journal = "store/journals/alpha.journal"
    var before = folder.bytes(journal)
    #expect(!before.isEmpty)
    for right in ["a", "c", "b"] {
      _ = try rescore(store, RescoringSample.mended(right))
      let after = folder.bytes(journal)
      #expect(after.count > before.count && after.starts(with: before))
      before = after
    }
    #expect(try !store.check().hasErrors)
    let attempt = try #require(try store.attempts().first)
    #expect(attempt.rescorings.map(\.newScore) == [1, 0, 0] && attempt.score == 0)
  }

  @Test("a write that is cut short anywhere leaves the old result or gives the new one whole")
  func cut() throws {
    let first = try store()
    for code in ["one", "two"] {
      try RescoringSample.take(first, code: code, ["q-anchor": .chosen(["a"])])
    }
    let journal = "store/journals/alpha.journal"
    let before = folder.bytes(journal)
    _ = try rescore(first, RescoringSample.mended("a"))
    let whole = folder.bytes(journal)
    for end in stride(from: before.count, to: whole.count, by: 97) {
      try folder.write(Array(whole[..<end]), to: journal)
      folder.removeIndex("store")
      let again = try store()
      let scores = try again.attempts().map(\.score)
      #expect(scores == [0, 0], "cut at \(end)")
      _ = try rescore(again, RescoringSample.mended("a"))
      #expect(try again.attempts().map(\.score) == [1, 1])
    }
  }

  @Test("two devices that score again apart from each other agree after merging, in any order")
  func merging() throws {
    let origin = try store("origin", device: "orig")
    try RescoringSample.take(origin, ["q-anchor": .chosen(["c"])])
    for (name, right, time) in [
      ("left", "c", "2026-01-05T13:00:00.000Z"), ("right", "d", "2026-01-05T14:00:00.000Z"),
    ] {
      let store = try store(name, device: "dev\(name)", time: time)
      _ = try store.merge(from: origin.folder)
      #expect(try rescore(store, RescoringSample.mended(right)).changes.count == 1)
    }
    let folders = ["origin", "left", "right"]
    var results: [ScoredAttempt] = []
    var digests: Set<String> = []
    for (number, order) in [[0, 1, 2], [2, 1, 0], [1, 2, 0, 1], [2, 0, 1, 2]].enumerated() {
      let merged = try store("merged\(number)", device: "merged\(number)")
      for place in order { _ = try merged.merge(from: "\(folder.path)/\(folders[place])") }
      let attempt = try #require(try merged.attempts().first)
      // The later of the two holds; the other one is kept before it.
      #expect(attempt.score == 0 && attempt.rescorings.map(\.newScore) == [1, 0])
      results.append(attempt)
      digests.insert(try merged.index.digest())
    }
    #expect(Set(results).count == 1 && digests.count == 1)
  }

  @Test("a device whose clock is behind has its say all the same, and a second run says nothing")
  func clockBehind() throws {
    let origin = try store("origin", device: "orig", time: "2026-01-05T12:00:00.000Z")
    try RescoringSample.take(origin, ["q-anchor": .chosen(["c"])])
    _ = try rescore(origin, RescoringSample.mended("a"))
    let late = try store("late", device: "late", time: "2019-03-01T08:00:00.000Z")
    _ = try late.merge(from: origin.folder)
    let mended = RescoringSample.mended("c")
    #expect(try rescore(late, mended).changes.count == 1)
    #expect(try late.attempts().first?.score == 1)
    #expect(try rescore(late, mended).changes.isEmpty)
    _ = try origin.merge(from: late.folder)
    #expect(try origin.attempts().first?.score == 1)
  }

  @Test("an answer that the item cannot read any more is left as it is, and said")
  func unreadable() throws {
    let store = try store()
    try RescoringSample.take(store, ["q-anchor": .chosen(["d"]), "q-number": .number(12)])
    let before = try store.attempts()
    var fewer = Sample.form
    fewer.items[0] = Sample.item(
      "q-anchor",
      .choice(
        ChoiceInteraction(
          isMultiple: false,
          options: ["a", "b"].map {
            ChoiceOption(id: $0, text: LocalizedText(same: $0), isCorrect: $0 == "a")
          })))
    // A text reads anything, but a number was never given to it.
    var other = Sample.form
    other.items[0] = Sample.item("q-number", .text(TextInteraction(accepted: ["12"])))
    for form in [fewer, other] {
      let rescoring = try rescore(store, form)
      #expect(rescoring.changes.isEmpty && rescoring.left.map(\.reason) == [.answerDoesNotFit])
      #expect(try store.attempts() == before)
    }
  }

  @Test("a later scoring of the whole silences what was said of single items before")
  func wholeAgain() throws {
    let store = try store()
    let id = try RescoringSample.take(store, ["q-anchor": .chosen(["a"])])
    _ = try rescore(store, RescoringSample.mended("a"))
    #expect(try store.attempts().first?.score == 1)
    let outcomes = RecordedScoring.outcomes(Sample.form, ["q-anchor": .chosen(["a"])])
    try store.append(
      .attemptScored(
        ScoreRecord(attempt: id, formVersion: Sample.form.version, outcomes: outcomes)))
    #expect(try store.attempts().first?.score == 0)
  }
}
