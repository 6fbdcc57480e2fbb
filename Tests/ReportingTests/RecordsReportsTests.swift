import Assessment
@testable import Curriculum
import Document
import FoundationEssentials
import Psychometrics
import Records
import Source
import Testing
import Text
import XML

@testable import Reporting

/// A made-up class whose answers follow the Rasch model, with options.
enum Class {
  static func input(
    _ n: Int, items: Int = 12, seed: UInt64, harder: (item: Int, sex: String)? = nil
  ) -> PrePostInput {
    var generator = SeededGenerator(seed: seed, purpose: "class")
    var content = Cohort.content
    content.questions = [:]
    for item in 0..<items {
      var question = TestContent.Question(
        competency: item < items / 2 ? "ENG" : "EVI", module: "cse", keyVersion: "k1")
      question.options = ["a", "b", "c", "d"].map { .init(id: $0, isKey: $0 == "a") }
      content.questions["q\(item)"] = question
    }
    var attempts: [ScoredAttempt] = []
    var people: [PersonAttributes] = []
    for number in 0..<n {
      let code = "P\(number)"
      let sex = number % 2 == 0 ? "female" : "male"
      people.append(
        PersonAttributes(code: code, sex: sex, province: ["kampot", "siem-reap"][number % 3 / 2]))
      let ability = 2 * (generator.unit() + generator.unit() + generator.unit() - 1.5)
      for (occasion, gain) in [(Occasion.pre, 0.0), (.post, 0.8)] {
        var attempt = Cohort.attempt(code, occasion, "ila-a", 0, of: 1)
        attempt.language = number % 5 == 0 ? .english : .khmer
        attempt.items = (0..<items).map { "q\($0)" }
        attempt.outcomes = []
        attempt.answers = [:]
        for item in 0..<items {
          var easiness = ability + gain + 2 - 4 * Double(item) / Double(items)
          if let harder, harder.item == item, harder.sex == sex { easiness -= 2.5 }
          let isRight = generator.unit() < Logistic.share(easiness)
          attempt.outcomes.append(
            Outcome(
              item: "q\(item)", score: isRight ? 1 : 0, maximum: 1, isAnswered: true,
              keyVersion: "k1"))
          // Option d is never chosen.
          attempt.answers["q\(item)"] = isRight ? "a" : (generator.unit() < 0.6 ? "b" : "c")
        }
        attempts.append(attempt)
      }
    }
    var input = Cohort.input(attempts, people: people)
    input.content = content
    return input
  }
}

@Suite("Reports on questions, forms, competencies and fairness")
struct RecordsReportsTests {
  @Test("difficulty, discrimination and options are those of the answers")
  func items() throws {
    let input = Class.input(120, seed: 3)
    let document = QuestionsReport.report(input).document
    let table = try #require(document.table("items-ila-a-post"))
    let posts = input.attempts.filter { $0.occasion == .post }
    for row in 0..<12 {
      let right = posts.count { $0.outcomes[row].score > 0 }
      #expect(near(table.number("difficulty", row: row), Double(right) / 120))
    }
    let options = try #require(document.table("options-ila-a-post"))
    for row in 0..<48 where options.words("option", row: row) == "d" {
      #expect(options.number("count", row: row) == 0)
      #expect(options.reason("pointBiserial", row: row) != nil)
    }
    // Right options go with the rest, wrong ones against it.
    #expect((0..<12).count { options.number("pointBiserial", row: 4 * $0) > 0 } >= 11)
    #expect((0..<12).allSatisfy { table.words("flags", row: $0)?.contains("nobody chose") == true })
    #expect(document.plots.count { $0.id.hasPrefix("curve-") } == 12)
    guard case .optionCurves(let curves)? = document.plots.last?.content else {
      Issue.record("the last picture is a curve")
      return
    }
    #expect(curves.counts.reduce(0, +) == 120)
    for group in curves.groups.indices {
      let all = curves.options.compactMap { $0.shares[group] }.reduce(0, +)
      #expect(near(all, 1))
    }
  }

  @Test("fewer than ten people have no figures, none at all is refused")
  func few() {
    let report = QuestionsReport.report(Class.input(6, seed: 1))
    #expect(report.refusal?.reason == .nothingToReport)
    #expect(report.document.tables.isEmpty)
    #expect(report.document.notes().contains { $0.contains("(6)") })
    for n in [0, 1] {
      #expect(FormReport.report(Class.input(n, seed: 1)).refusal != nil)
      #expect(FairnessReport.report(Class.input(n, seed: 1)).refusal != nil)
    }
    #expect(CompetencyReport.report(Class.input(0, seed: 1)).refusal != nil)
  }

  @Test("a question that is much harder for one sex is found, and no class is given to few people")
  func fairness() throws {
    let input = Class.input(900, seed: 11, harder: (item: 4, sex: "male"))
    let document = FairnessReport.report(input, by: [.sex]).document
    let table = try #require(document.table("fairness"))
    let classes = (0..<12).map { table.words("class", row: $0) }
    #expect(classes[4] == "C")
    #expect(classes.enumerated().allSatisfy { $0.offset == 4 || $0.element != "C" })
    #expect(table.number("delta", row: 4) < -1.5)
    let small = FairnessReport.report(
      Class.input(80, seed: 11, harder: (item: 4, sex: "male")), by: [.sex]
    ).document
    let rows = try #require(small.table("fairness"))
    #expect((0..<12).allSatisfy { rows.reason("class", row: $0) == FairnessWords.tooFewForClass })
    let tiny = FairnessReport.report(Class.input(30, seed: 2))
    #expect(tiny.refusal != nil)
    #expect(tiny.document.notes().contains { $0.hasPrefix("Fewer than 20 people") })
  }

  @Test("a competency has its questions and reliability, and few questions allow no claim")
  func competency() throws {
    var input = Class.input(60, seed: 4)
    for item in 6..<9 { input.content.questions["q\(item)"]?.competency = "ENG" }
    let document = CompetencyReport.report(input, by: [.province]).document
    let table = try #require(document.table("competencies"))
    #expect((0..<4).map { table.number("questions", row: $0) } == [9, 9, 3, 3])
    #expect(table.reason("interval", row: 2) != nil && table.number("mean", row: 2).isFinite)
    #expect(table.words("claim", row: 2)?.hasPrefix("nothing yet") == true)
    #expect(table.number("reliability", row: 0) > 0.4)
    #expect(document.table("groups-post")?.rows.count == 2)
  }

  @Test("form figures follow from the scores, and ends are warned about")
  func form() throws {
    let input = Class.input(120, seed: 5)
    let document = FormReport.report(input, occasion: .post).document
    let table = try #require(document.table("forms"))
    let scores = input.attempts.filter { $0.occasion == .post }.map(\.score)
    #expect(near(table.number("mean"), scores.reduce(0, +) / 120))
    let (deviation, alpha) = (table.number("deviation"), table.number("alpha"))
    #expect(near(table.number("standardError"), deviation * (1 - alpha).squareRoot(), 1e-9))
    #expect(document.plots.contains { $0.id == "information-ila-a-post" })
  }

  @Test("usage data follow the schema of QTI 2.1 and name every question")
  func usageData() throws {
    let input = Class.input(40, seed: 9)
    let bytes = try #require(UsageData.bytes(input, occasion: .post))
    #expect(UsageData.bytes(input, occasion: .post) == bytes)
    #expect(UsageData.bytes(Class.input(3, seed: 9)) == nil)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect((0..<12).allSatisfy { text.contains("identifier=\"q\($0)\"") })
    guard let folder = ProcessInfo.processInfo.environment["SALA_REFERENCE"] else { return }
    let name = "imsqti_usagedata_v2p1.xsd"
    let path = ["standards/qti/qtiv2p1", "qti/qtiv2p1", "qtiv2p1"].map { "\(folder)/\($0)/\(name)" }
      .first { FileManager.default.fileExists(atPath: $0) }
    guard let path, let data = FileManager.default.contents(atPath: path) else { return }
    let schema = try XMLSchema(documents: [name: Array(data)], main: name)
    #expect(schema.validate(bytes, file: "usage.xml") == [])
    let broken = Array(text.replacing("name=\"p-value\"", with: "name=\"1 2\"").utf8)
    #expect(schema.validate(broken, file: "usage.xml") != [])
  }

  @Test("headline, groups and pictures of change are about the same people", arguments: 1...12)
  func samePeople(_ seed: Int) throws {
    var input = Cohort.random(40, seed: UInt64(seed))
    input.attempts += (0..<8).map { Cohort.attempt("L\($0)", .pre, "ila-a", $0, of: 20) }
    let document = PrePostReport.document(input, by: [.sex])
    let headline = try #require(document.table("headline"))
    let groups = try #require(document.table("groups"))
    let n = headline.number("n")
    #expect((0..<groups.rows.count).reduce(0) { $0 + groups.number("n", row: $1) } == n)
    let sum = (0..<groups.rows.count).reduce(0) {
      $0 + groups.number("n", row: $1) * groups.number("meanPre", row: $1)
    }
    #expect(near(sum / n, headline.number("meanPre"), 1e-9))
    #expect(document.table("attrition")?.number("matched") == n)
    // Every figure of the sentence stands in the row that it leads to.
    let statements = document.blocks.compactMap { block -> Statement? in
      if case .statement(let statement) = block { statement } else { nil }
    }
    let pieces = try #require(statements.first).en.pieces.filter { $0.source != nil }
    #expect(pieces.count == 6)
    #expect(pieces.allSatisfy { $0.source == RowReference(table: "headline", row: 0) })
    let shown = DocumentRendering.render(
      Document(title: Cohort.title, blocks: [.table(headline)]), as: .html, language: .english)
    for piece in pieces {
      let number = piece.text.replacing("+", with: "").replacing(" people", with: "")
      #expect(shown.contains(number), "\(piece.text)")
    }
    // Who left by level: everybody with a pre-test, once.
    for case .flow(let flow) in document.plots.map(\.content) {
      #expect(flow.flows.reduce(0) { $0 + $1[0] } == Int(n))
      #expect(flow.flows.reduce(0) { $0 + $1[1] } == 8)
    }
  }

  @Test("those who changed language are reported with and without, or too few and not at all")
  func language() throws {
    var input = Cohort.random(40, seed: 3)
    for place in input.attempts.indices.prefix(24) where place % 2 == 1 {
      input.attempts[place].language = .english
    }
    let document = PrePostReport.document(input)
    let table = try #require(document.table("languageChange"))
    #expect((0..<3).map { table.number("n", row: $0) } == [40, 28, 12])
    #expect(table.number("gain") == document.table("headline")?.number("gain"))
    var few = Cohort.random(40, seed: 3)
    for place in [1, 3] { few.attempts[place].language = .english }
    #expect(PrePostReport.document(few).table("languageChange") == nil)
  }
}

@Suite("Reports on opinions and on the results framework")
struct OpinionsReportTests {
  static func answer(
    _ code: String, _ value: Int, form: String = "reaction",
    respondent: SurveyRecord.Respondent = .participant, date: String = "2026-03-01",
    words: String? = nil
  ) -> SurveyRecord {
    var answers = ["clear": RecordedResponse(.choice(["\(value)"]))]
    if let words { answers["comment"] = RecordedResponse(.text(words)) }
    return SurveyRecord(
      event: "kampot-1", code: code, respondent: respondent, form: form, formVersion: "1",
      answers: answers, date: date)
  }

  static func input(_ n: Int) -> PrePostInput {
    Cohort.input(
      [],
      people: (0..<n).map {
        PersonAttributes(code: "P\($0)", sex: $0 < 8 ? "female" : "male")
      })
  }

  @Test("response rates, the latest answer, counts instead of means, no words printed")
  func reaction() throws {
    var survey = SurveyInput(
      answers: (0..<10).map { Self.answer("P\($0)", 1 + $0 % 5, words: "Sok was late \($0)") },
      requests: (0..<16).map {
        SurveyRequest(
          event: "kampot-1", code: "P\($0)", respondent: .participant, form: "reaction",
          date: "2026-02-28")
      })
    survey.answers.append(Self.answer("P0", 5, date: "2026-03-09"))
    survey.answers.append(Self.answer("P1", 2, form: "behaviour-6m", respondent: .supervisor))
    let report = SurveyReport.report(.reaction, survey, Self.input(16), by: [.sex])
    let rates = try #require(report.document.table("responses"))
    #expect(rates.rows.count == 1)
    #expect(rates.number("asked") == 16 && rates.number("answered") == 10)
    #expect(near(rates.number("rate"), 62.5) && rates.number("repeated") == 1)
    let answers = try #require(report.document.table("answers-reaction-participant"))
    // 1…5 twice each; the first 1 became a 5.
    #expect((0..<5).map { answers.number("count", row: $0) } == [1, 2, 2, 2, 3])
    for format in DocumentFormat.allCases {
      let text = DocumentRendering.render(report.document, as: format, language: .english)
      #expect(!text.contains("Sok"))
    }
    let groups = try #require(report.document.table("groups-reaction-participant"))
    // Eight women and two men: the men are too few, and the women would give them away.
    #expect((0..<2).map { groups.number("n", row: $0) } == [8, 2])
    #expect((0..<2).allSatisfy { groups.reason("clear", row: $0) != nil })
  }

  @Test("kinds of respondents stand apart, few answers are not shown, none is refused")
  func behaviour() throws {
    let survey = SurveyInput(
      answers: (0..<6).map { Self.answer("P\($0)", 3, form: "behaviour-6m") }
        + (0..<3).map { Self.answer("P\($0)", 1, form: "behaviour-6m", respondent: .supervisor) })
    let report = SurveyReport.report(.behaviour, survey, Self.input(16))
    #expect(report.document.table("responses")?.rows.count == 2)
    #expect(report.document.table("answers-behaviour-6m-participant") != nil)
    #expect(report.document.table("answers-behaviour-6m-supervisor") == nil)
    #expect(
      SurveyReport.report(.reaction, survey, Self.input(16)).refusal?.reason == .nothingToReport)
  }

  @Test("a form gives words and levels, and an answer beside the scale is in no middle")
  func surveyForm() throws {
    let levels = [1, 2, 3, 4, 0].map {
      SurveyForm.Level(value: $0, text: LocalizedText(same: "level \($0)"))
    }
    let form = SurveyForm(
      id: "later", title: Cohort.title, respondents: [.participant], months: 3...6,
      questions: [
        .init(id: "clear", text: LocalizedText(same: "How often?"), kind: .scale(levels))
      ])
    let values = [0, 0, 0, 0, 3, 3, 4]
    let survey = SurveyInput(
      answers: values.enumerated().map { Self.answer("P\($0)", $1, form: "later") }, requests: [],
      surveys: [form])
    #expect(SurveyReport.report(.reaction, survey, Self.input(7)).refusal != nil)
    let document = SurveyReport.report(.behaviour, survey, Self.input(7)).document
    let table = try #require(document.table("answers-later-participant"))
    #expect(table.words("question") == "How often?")
    #expect((0..<5).map { table.number("count", row: $0) } == [0, 0, 2, 1, 4])
    #expect(table.words("level", row: 4) == "0 level 0")
    guard case .bars(let bars)? = document.plots.first?.content else {
      Issue.record("the middle answers are drawn")
      return
    }
    #expect(bars.map(\.value) == [3])
    // The answers were given to version 1, which is not the form's.
    #expect(document.notes().contains { $0.hasPrefix("7 answers were given to other") })
  }

  @Test("who declined counts in no report about tests, and is counted as left out")
  func declined() throws {
    var input = Class.input(40, seed: 9)
    input.rules.participation = ["": ["P0": false, "P1": false]]
    input.rules.setAside = [input.attempts[5].id: "a copy"]
    let form = FormReport.report(input, by: [.sex]).document
    let competency = CompetencyReport.report(input, by: [.born]).document
    let items = QuestionsReport.report(input, by: [.sex]).document
    let fairness = FairnessReport.report(Class.input(120, seed: 9), by: [.sex]).document
    #expect(form.table("forms")?.number("n", row: 0) == 38)
    #expect(form.table("forms")?.number("n", row: 1) == 37)
    for document in [form, competency, items] {
      let table = try #require(document.table("leftOut"))
      #expect((0..<2).map { table.number("declined", row: $0) } == [2, 2])
      #expect((0..<2).map { table.number("setAside", row: $0) } == [0, 1])
    }
    #expect(fairness.table("leftOut") == nil)
    let groups = try #require(form.table("groups-ila-a-pre"))
    #expect((0..<2).reduce(0) { $0 + groups.number("n", row: $1) } == 38)
    let difficulties = try #require(items.table("groups-ila-a-post"))
    #expect(difficulties.rows.count == 24)
    let all = try #require(items.table("items-ila-a-post"))
    let parts = (0..<2).map {
      difficulties.number("n", row: $0) * difficulties.number("difficulty", row: $0)
    }
    #expect(near((parts[0] + parts[1]) / 37, all.number("difficulty"), 1e-9))
  }

  @Test("a report says which groupings it does not know")
  func unknownGroupings() {
    let collector = DiagnosticCollector()
    let known = Grouping.list(
      "born,form,office", option: "--by", of: .items, collector: collector)
    #expect(known == [.born, .office])
    #expect(collector.diagnostics.map(\.code) == ["unknown-grouping"])
  }

  @Test("unique people stand apart from participations; small means are hidden, counts are not")
  func results() throws {
    var input = Cohort.random(20, seed: 6)
    for place in input.people.indices {
      input.people[place].province = place < 3 ? "kampot" : "siem-reap"
      input.people[place].sex = place % 2 == 0 ? "female" : "male"
    }
    // The same twenty people at a second event.
    input.attempts += input.attempts.map { attempt in
      var attempt = attempt
      attempt.event = "kampot-2"
      attempt.id += "-2"
      return attempt
    }
    let at = SourceLocation(file: "results-framework.yaml")
    func indicator(_ id: String, _ formula: ResultsFramework.Formula?) -> ResultsFramework.Indicator
    {
      ResultsFramework.Indicator(
        id: id, text: Cohort.title, unit: Cohort.title, measures: Located("1", at: at),
        method: Cohort.title, baseline: nil,
        target: id == "done" ? Figure(40, .assumption) : nil, formula: formula, period: nil,
        groupTargets: [
          .init(attribute: "sex", value: "female", target: Figure(20, .assumption))
        ], location: at)
    }
    let framework = ResultsFramework(
      title: Cohort.title, outcome: .init(id: "o", text: Cohort.title), outputs: [],
      indicators: [
        indicator("done", .peopleCompleted), indicator("change", .meanChange),
        indicator("elsewhere", nil),
      ], sources: [], location: at)
    let report = ResultsReport.report(framework, attendance: [], input)
    let table = try #require(report.document.table("indicators"))
    #expect(table.words("indicator") == "done")
    #expect(table.number("value") == 20 && table.number("participations") == 40)
    #expect(near(table.number("reached"), 50))
    let rows = table.rows.indices.map {
      (table.words("indicator", row: $0), table.words("group", row: $0))
    }
    let women = try #require(rows.firstIndex { $0 == ("done", "female") })
    #expect(
      table.number("value", row: women) == 10 && near(table.number("reached", row: women), 50))
    let small = try #require(rows.firstIndex { $0 == ("done", "Kampot") })
    #expect(table.number("value", row: small) == 3)
    #expect(table.words("indicator", row: table.rows.count - 1) == "elsewhere")
    #expect(table.reason("value", row: table.rows.count - 1) == ResultsWords.byHand)
  }
}
