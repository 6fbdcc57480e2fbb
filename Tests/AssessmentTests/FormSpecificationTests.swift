import Source
import Testing
import Text

@testable import Assessment

@Suite("Forms of sections")
struct FormSpecificationTests {
  static let tests = """
    format: 1
    seed: 3
    statuses: [draft]
    tests:
      - id: quiz
        title: {en: Quiz, km: សំណួរ}
        mode: practice
        minutes: 10
        attempts: 3
        feedback: later
        shuffle: [items]
        grace: 2
        sections:
          - {id: fixed, title: {en: Fixed, km: ថេរ}, items: [p-1, p-0]}
          - {id: drawn, pick: 2, outcome: P, cognitive: understand}
      - id: reaction
        title: {en: Reaction, km: ប្រតិកម្ម}
        mode: survey
        mastery: 50
        sections:
          - {id: all}

    """

  static var bank: [Item] {
    (0..<6).map { Samples.item("p-\($0)", outcome: "P", pool: .practice, Samples.choice("x  ")) }
      + [
        Samples.item(
          "s-1", pool: .survey,
          .rating(
            RatingInteraction(
              isSelfRating: false, options: Samples.options(of: OptionOrderTests.item)))),
        Samples.item("t-1", Samples.choice("x ")),
      ]
  }

  static func read(_ text: String) -> (file: FormsFile?, findings: [Diagnostic]) {
    let collector = DiagnosticCollector()
    let file = FormsReading.read(
      SourceFile(path: "forms.yaml", text: text), collector: collector)
    return (file, collector.diagnostics)
  }

  @Test("Everything that is written is read")
  func everything() throws {
    let (file, findings) = Self.read(Self.tests)
    #expect(findings.isEmpty && file?.blueprint == nil)
    let tests = try #require(file?.tests)
    #expect(tests.map(\.id.value) == ["quiz", "reaction"])
    #expect(
      tests.first?.policy
        == FormPolicy(
          mode: .practice, attempts: 3, feedback: .later, shufflesItems: true,
          shufflesOptions: false, minutes: 10, graceMinutes: 2))
    #expect(tests.last?.policy == .standard(.survey) && tests.last?.masteryPercent == 0)
    #expect(tests.map(\.statuses) == [[.draft], [.draft]])
  }

  @Test("Sections hold what they list or let through, and no item twice")
  func filling() throws {
    let tests = try #require(Self.read(Self.tests).file?.tests)
    let quiz = try #require(tests.first?.form(Self.bank))
    #expect(quiz.items.map(\.id) == ["p-1", "p-0", "p-2", "p-3", "p-4", "p-5"])
    #expect(quiz.isDrawnPerLearner && quiz.minutes == 10)
    let sections = quiz.structure.parts.flatMap(\.sections)
    #expect(sections.map(\.selection) == [nil, 2] && sections.allSatisfy(\.isShuffled))
    #expect(sections.map(\.title.en) == ["Fixed", "Quiz"])
    let survey = try #require(tests.last?.form(Self.bank))
    #expect(survey.items.map(\.id) == ["s-1"] && survey.maximum == 0)
    #expect(survey.minutes == FormPolicy.mostMinutes && survey.policy.minutes == nil)
    #expect(tests.first?.form(Array(Self.bank.prefix(3))) == nil)
    #expect(tests.first?.filled(Array(Self.bank.prefix(3))).map(\.lacking) == [0, 1])
    #expect(tests.first?.filled([]).map(\.lacking) == [2, 2])
  }

  @Test(
    "What is wrong in a test is found in its line",
    arguments: [
      ("pick: 2", "pick: 0", "wrong-kind", 15), ("mode: survey", "mode: poll", "unknown-value", 18),
      ("items: [p-1, p-0]", "items: [p-1], pick: 1", "bad-section", 14),
      ("feedback: later", "feedback: soon", "unknown-value", 10),
      ("shuffle: [items]", "shuffle: [pages]", "unknown-value", 11),
      ("- id: reaction\n    title", "- title", "missing-key", 16),
      ("{id: all}", "{title: {en: A, km: ក}}", "missing-key", 21),
      ("attempts: 3", "attempts: 0", "wrong-kind", 9),
      ("statuses: [draft]", "statuses: [drafts]", "unknown-value", 3),
    ])
  func findings(_ original: String, _ replacement: String, _ code: String, _ line: Int) {
    let text = Self.tests.replacing(original, with: replacement)
    #expect(text != Self.tests)
    let findings = Self.read(text).findings
    #expect(findings.first?.code == code, "\(findings.map(\.message.en))")
    #expect(findings.first?.location.line == line)
  }

  @Test("A blueprint says how its forms are taken, and may stand beside tests")
  func beside() {
    let text =
      FormsReadingTests.good + "attempts: 1\nfeedback: later\nshuffle: [items, options]\n"
      + Self.tests.replacing("format: 1\nseed: 3\nstatuses: [draft]\n", with: "")
    let (file, findings) = Self.read(text)
    #expect(findings.isEmpty && file?.tests.count == 2)
    #expect(
      file?.blueprint?.policy
        == FormPolicy(attempts: 1, feedback: .later, shufflesItems: true, minutes: 45))
    let survey = Self.read(FormsReadingTests.good + "mode: survey\n")
    #expect(survey.findings.map(\.code) == ["unknown-value"])
    #expect(survey.file?.blueprint?.policy.mode == .exam)
    let twice = Self.read(
      FormsReadingTests.good.replacing("A-2, cognitive: apply", with: "A-1, cognitive: understand"))
    #expect(twice.findings.map(\.code) == ["duplicate-cell"])
    #expect(twice.file?.blueprint?.cells.count == 1)
  }

  @Test("Each learner draws the same items again, and every item is drawn as often")
  func drawing() throws {
    let form = try #require(Self.read(Self.tests).file?.tests.first?.form(Self.bank))
    var counts: [String: Int] = [:]
    for number in 0..<4000 {
      let items = FormDraw.items(form, learnerSeed: "L\(number)/quiz")
      #expect(items.count == 4 && Set(items.map(\.id)).count == 4)
      for item in items { counts[item.id, default: 0] += 1 }
      if number < 50 {
        #expect(FormDraw.items(form, learnerSeed: "L\(number)/quiz") == items)
      }
    }
    #expect(counts["p-0"] == 4000 && counts["p-1"] == 4000)
    // 2 of 4 items: 2000 each; six standard deviations of a binomial count are 190.
    for id in ["p-2", "p-3", "p-4", "p-5"] {
      #expect((1810...2190).contains(counts[id] ?? 0), "\(id)")
    }
    let paper = FormDraw.items(form, learnerSeed: "")
    #expect(paper.map(\.id) == ["p-1", "p-0", "p-2", "p-3"])
  }

  @Test("The form of a learner has nothing left to draw, and a plain form is drawn as it is")
  func ownForm() throws {
    let form = try #require(Self.read(Self.tests).file?.tests.first?.form(Self.bank))
    let own = FormDraw.form(form, learnerSeed: "K-17")
    #expect(own.items == FormDraw.items(form, learnerSeed: "K-17") && !own.isDrawnPerLearner)
    #expect(own.structure.itemIDs == own.items.map(\.id))
    #expect(FormDraw.items(own, learnerSeed: "").map(\.id) == own.items.map(\.id))
    let plain = FormAssembly.forms(FormTests.blueprint(), bank: FormTests.bank)[0]
    let same = FormDraw.form(plain, learnerSeed: "K-17")
    #expect(same.items == plain.items && same.version == plain.version)
    #expect(same.anchors == plain.anchors)
    var unshuffled = form
    unshuffled.policy.shufflesItems = false
    unshuffled.structure.parts[0].sections[0].isShuffled = false
    unshuffled.structure.parts[0].sections[1].isShuffled = false
    let ordered = FormDraw.items(unshuffled, learnerSeed: "K-17").map(\.id)
    #expect(
      ordered.prefix(2) == ["p-1", "p-0"]
        && ordered.dropFirst(2) == ordered.dropFirst(2).sorted()[...])
  }

  @Test("Shuffling items and options never changes a score")
  func shuffling() {
    var generator = SeededGenerator(seed: 73)
    var form = Samples.form(AttemptTests.items)
    form.policy.shufflesItems = true
    for number in 0..<200 {
      let own = FormDraw.form(form, learnerSeed: "\(number)")
      let events = (0..<10).map { _ in AttemptTests.event(&generator) }
      func scores(_ form: TestForm) -> [String: Double] {
        let outcomes = Attempt(items: form.items.map(\.id)).after(events).outcomes(form)
        return Dictionary(uniqueKeysWithValues: outcomes.map { ($0.item, $0.score) })
      }
      #expect(scores(own) == scores(form))
      // Whoever picks by what is shown means the same ids in every order.
      for item in AttemptTests.items where !item.interaction.options.isEmpty {
        let shown = OptionOrder.options(of: item, seed: "\(number)")
        let right = shown.filter(\.isCorrect).map(\.id)
        #expect(ResponseProcessing.score(item, .chosen(right)).isCorrect)
      }
    }
  }
}

@Suite("Reading constraints")
struct ConstraintsReadingTests {
  static func read(_ constraints: String) -> (BlueprintConstraints?, [Diagnostic]) {
    let (file, findings) = FormSpecificationTests.read(
      FormsReadingTests.good + "constraints:\n" + constraints)
    return (file?.blueprint?.constraints, findings)
  }

  @Test("Everything that is written is read")
  func everything() throws {
    let (read, findings) = Self.read(
      """
        items: 30
        totals:
          - {competency: ENG, min: 8, max: 12}
          - {cognitive: apply, min: 6}
          - {kind: numeric, max: 2}
        points: {min: 28, max: 32}
        enemies:
          - {items: [cse-001, cse-014]}
        overlap: 12
        difficulty: {mean: 0.6, within: 0.1, min: 0.2, max: 0.95}
        balance: {points: 1, difficulty: 0.03}

      """)
    let constraints = try #require(read)
    #expect(findings.isEmpty, "\(findings.map(\.message.en))")
    #expect(constraints.items?.value == 30 && constraints.overlap?.value == 12)
    #expect(constraints.totals.map(\.dimension) == [.competency, .cognitive, .kind])
    #expect(constraints.totals.map(\.limits.least) == [8, 6, nil])
    #expect(constraints.totals.map(\.limits.most) == [12, nil, 2])
    #expect(constraints.points?.least == 28 && constraints.points?.most == 32)
    #expect(constraints.enemies.map { $0.map(\.value) } == [["cse-001", "cse-014"]])
    let mean = try #require(constraints.difficulty?.mean)
    #expect(mean.holds(0.5) && mean.holds(0.7) && !mean.holds(0.71))
    #expect(constraints.difficulty?.each?.least == 0.2)
    #expect(constraints.balance?.points == 1 && constraints.balance?.difficulty == 0.03)
  }

  @Test(
    "What is wrong is said",
    arguments: [
      ("  points: {min: 5, max: 4}\n", "bad-constraint"), ("  points: {}\n", "bad-constraint"),
      ("  totals: [{min: 3}]\n", "bad-constraint"),
      ("  totals: [{module: a, kind: numeric, min: 3}]\n", "bad-constraint"),
      ("  totals: [{kind: numerical, min: 3}]\n", "unknown-value"),
      ("  totals: [{cognitive: aply, min: 3}]\n", "unknown-value"),
      ("  totals: [{module: a}]\n", "bad-constraint"),
      ("  enemies: [{items: [a]}]\n", "bad-constraint"),
      ("  enemies: [{items: [a, a]}]\n", "bad-constraint"),
      ("  difficulty: {within: 0.1}\n", "bad-constraint"),
      ("  difficulty: {mean: 2}\n", "wrong-kind"), ("  overlaps: 3\n", "unknown-key"),
      ("  points: {min: x}\n", "wrong-kind"),
    ])
  func findings(_ text: String, _ code: String) {
    let findings = Self.read(text).1
    #expect(findings.map(\.code).contains(code), "\(findings.map(\.code))")
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("With items there may be no cells; without either there is nothing to ask")
  func free() {
    let head = FormsReadingTests.good.split(separator: "\n").filter {
      !$0.contains("cognitive") && !$0.contains("blueprint:")
    }.joined(separator: "\n")
    let (file, findings) = FormSpecificationTests.read(head + "\nconstraints: {items: 4}\n")
    #expect(findings.isEmpty && file?.blueprint?.itemCount == 4)
    #expect(FormSpecificationTests.read(head + "\n").findings.contains { $0.code == "missing-key" })
  }
}

@Suite("Forms as tables")
struct FormTableTests {
  @Test("Rows and sums are those of a form counted by hand")
  func byHand() {
    var items = [
      Samples.item("a", outcome: "A", points: 2, Samples.choice("x ")),
      Samples.item("b", outcome: "B", cognitive: .apply, Samples.numeric(1)),
      Samples.item("c", outcome: "B", cognitive: .apply, Samples.numeric(2)),
    ]
    items[0].statistics = ItemStatistics(n: 9, difficulty: 0.5, discrimination: 0.3)
    items[1].statistics = ItemStatistics(n: 9, difficulty: 0.8)
    let form = TestForm(
      id: "f", title: LocalizedText(same: "F"), items: items, anchors: ["a"], minutes: 5,
      masteryPercent: 0,
      structure: TestStructure(
        id: "f", title: LocalizedText(same: "F"),
        parts: [
          TestPart(
            id: "p",
            sections: [
              TestSection(id: "one", title: LocalizedText(same: "1"), itemIDs: ["a"]),
              TestSection(
                id: "two", title: LocalizedText(same: "2"), itemIDs: ["b", "c"], selection: 1),
            ])
        ]))
    let rows = FormTable.rows(form)
    #expect(rows.map(\.place) == [1, 2, 3] && rows.map(\.section) == ["one", "two", "two"])
    #expect(rows.map(\.item) == ["a", "b", "c"] && rows.map(\.share) == [1, 0.5, 0.5])
    #expect(rows.map(\.isAnchor) == [true, false, false])
    #expect(rows.map(\.difficulty) == [0.5, 0.8, nil] && rows[0].discrimination == 0.3)
    #expect(rows.map(\.kind) == [.singleChoice, .numeric, .numeric])
    let summary = FormSummary(form)
    #expect(summary.items == 2 && summary.points == 3 && summary.anchors == 1)
    #expect(summary.byOutcome.map(\.id) == ["A", "B"] && summary.byOutcome.map(\.items) == [1, 1])
    #expect(summary.byOutcome.map(\.points) == [2, 1])
    #expect(summary.byCognitive.map(\.id) == ["understand", "apply"])
    #expect(summary.byKind.map(\.id) == ["single-choice", "numeric"])
    // (1·0.5 + 0.5·0.8) / 1.5 = 0.6, and (2·0.5 + 0.5·0.8) / 2.5 = 0.56
    #expect(summary.withStatistics == 2 && abs((summary.meanDifficulty ?? 0) - 0.6) < 1e-12)
    #expect(abs((summary.expectedShare ?? 0) - 0.56) < 1e-12)
  }

  @Test("Balance is the difference between forms")
  func balance() {
    let forms = FormAssembly.forms(FormTests.blueprint(forms: 3), bank: FormTests.bank)
    let balance = FormBalance(forms)
    #expect(balance.points == 0 && balance.difficulty == nil && balance.shared == 3)
    #expect(balance.summaries.map(\.items) == [7, 7, 7])
    #expect(FormBalance([]).points == 0)
  }
}
