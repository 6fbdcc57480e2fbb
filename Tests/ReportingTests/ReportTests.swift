import Assessment
import Curriculum
import Document
import Psychometrics
import Records
import Testing
import Text

@testable import Reporting

@Suite("The report as a whole")
struct ReportTests {
  /// A report with as many kinds of notes as one report can have.
  static let rich: Document = {
    var input = Cohort.random(30, seed: 2)
    input.attempts += (0..<6).map { Cohort.attempt("L\($0)", .pre, "ila-a", 0, of: 20) }
    input.attempts += [
      Cohort.attempt("P1", .practice, "ila-a", 3, of: 20),
      Cohort.attempt(
        "P2", .pre, "ila-b", 3, of: 25, submitted: "2026-05-01T00:00:00Z", suffix: "2"),
    ]
    input.attempts[0].language = .english
    input.attempts[0].mode = .page
    input.attempts[2].formVersion = "v2"
    for place in input.attempts[4].outcomes.indices {
      input.attempts[4].outcomes[place].keyVersion = "k2"
    }
    input.events = [Cohort.event(learners: ["Z"], isSynthetic: true)]
    input.seed = 42
    input.isSynthetic = true
    return PrePostReport.document(input, by: Grouping.allCases)
  }()

  @Test("never the words effect or impact, only change")
  func change() {
    for format in [DocumentFormat.text, .html, .json] {
      let text = DocumentRendering.render(Self.rich, as: format, language: .english).lowercased()
      #expect(text.contains("change"))
      #expect(!text.contains("effect") && !text.contains("impact"))
    }
  }

  @Test("a Khmer report has no English words but the names of statisticians and ids")
  func khmer() {
    let names: Set<String> = [
      "Hedges", "Wilcoxon", "Student", "Welch", "Holm", "Hills", "Armitage", "df",
      // Ids of the made-up data.
      "kampot", "ila", "ENG", "EVI", "SYS", "FAC", "cse", "dle", "sys", "fac", "zz",
    ]
    let reasons: [ReportRefusal.Reason] = [
      .noMatchedPairs, .oneSequenceOnly, .sequencesOutOfBalance(first: 4, second: 2), .mixedForms,
    ]
    let refused = PrePostReport.document(Cohort.input(RefusalTests.people(3, 0)))
    let few = PrePostReport.document(
      Cohort.input(CrossoverTests.attempts), by: [.competency, .sex, .language])
    var texts = [Self.rich, refused, few].map {
      DocumentRendering.render($0, as: .text, language: .khmer)
    }
    texts += reasons.flatMap { [ReportRefusal($0).message.km, ReportRefusal($0).remedy.km] }
    texts.append(ReportKind.prePost.title.km)
    for text in texts {
      let words = text.split { !($0.isASCII && $0.isLetter) }.map(String.init)
      let english = words.filter { $0.count > 1 && !names.contains($0) }
      #expect(english == [])
      #expect(text.unicodeScalars.contains(where: Khmer.isKhmer))
      #expect(
        text.split(separator: "\n").allSatisfy { Khmer.firstAbnormality(in: String($0)) == nil })
    }
  }

  @Test("every reason why a figure does not exist has words in both languages")
  func reasons() {
    let all: [UndefinedReason] = [
      .tooFew(needed: 1), .tooFew(needed: 3), .noVariation, .noDifferences, .notFinite,
      .unequalLengths, .noRoom,
    ]
    let words = all.map(ReportingMessages.undefined)
    #expect(words.allSatisfy { $0.isComplete })
    #expect(Set(words.map(\.en)).count == all.count)
    #expect(Set(words.map(\.km)).count == all.count)
  }

  @Test("made-up data mark every form of the report and name the seed")
  func synthetic() {
    #expect(Self.rich.isSynthetic)
    for format in DocumentFormat.allCases {
      let text = DocumentRendering.render(Self.rich, as: format, language: .english)
      #expect(text.lowercased().contains("synthetic"))
    }
    #expect(Self.rich.notes().first?.contains("seed 42") == true)
    let real = PrePostReport.document(Cohort.input(CrossoverTests.attempts))
    #expect(!real.isSynthetic)
    let unseeded = PrePostReport.document(
      Cohort.input(CrossoverTests.attempts, events: [Cohort.event(isSynthetic: true)]))
    #expect(unseeded.isSynthetic && unseeded.notes().first == DocumentMessages.syntheticData.en)
  }

  @Test("one form in two versions, and a question under two keys, are warnings")
  func keys() {
    let notes = Self.rich.notes()
    #expect(notes.contains { $0.contains("was used in several versions") })
    #expect(notes.contains { $0.hasPrefix("Scored by different keys at different times") })
    #expect(notes.contains(ReportingMessages.otherKeys.en))
    let plain = PrePostReport.document(Cohort.input(CrossoverTests.attempts)).notes()
    #expect(plain.allSatisfy { !$0.contains("keys") && !$0.contains("versions") })
    let two = PrePostReport.document(
      Cohort.input(
        CrossoverTests.attempts,
        events: [Cohort.event(), Cohort.event("x", learners: ["Z"], version: "2.0")]))
    #expect(two.notes().contains(ReportingMessages.severalVersions.en))
  }

  @Test("the report names curriculum, events and forms with their versions")
  func origin() {
    let json = DocumentRendering.render(Self.rich, as: .json, language: .english)
    #expect(JSONValue.parse(json) != nil)
    #expect(Self.rich.table("events")?.words("curriculumVersion") == "1.0")
    #expect(Self.rich.table("events")?.words("forms") == "ila-a, ila-b")
    #expect(Self.rich.table("forms")?.words("versions", row: 1) == "v1, v2")
    #expect(json.contains("\"version\": \"1.0\""))
  }

  @Test("every p is a probability, so that none reads as zero", arguments: Language.allCases)
  func probabilities(_ language: Language) {
    let attempts = (0..<40).flatMap {
      Cohort.pair("S\($0)", ("ila-a", 1 + $0 % 3), ("ila-a", 17 + $0 % 4))
    }
    let document = PrePostReport.document(Cohort.input(attempts), by: [.competency, .sex])
    for table in document.tables + Self.rich.tables {
      for key in ["p", "pAdjusted", "wilcoxonP"] {
        for row in table.rows.indices {
          if case .number = table.cell(key, row: row) { Issue.record("\(table.id).\(key)") }
        }
      }
    }
    let text = DocumentRendering.render(document, as: .text, language: language)
    #expect(text.contains("< 0.0001") && !text.contains("0.0000"))
    #expect((0..<1e-9).contains(document.table("headline")?.number("p") ?? 1))
  }

  @Test("the keys of groups are those of the analysis commands")
  func columnKeys() throws {
    let keys = try #require(Self.rich.table("groups")).columns.map(\.key)
    for key in [
      "n", "meanPre", "meanPost", "gain", "interval", "t", "df", "p", "pAdjusted", "wilcoxonP",
      "hedgesG",
    ] {
      #expect(keys.contains(key))
    }
    for table in Self.rich.tables {
      let keys = table.columns.map(\.key)
      #expect(Set(keys).count == keys.count)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
      #expect(keys.allSatisfy { !["table", "reasons", "synthetic"].contains($0) })
    }
    let ids = Self.rich.tables.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("one person, equal scores and the highest scores give reasons in place of figures")
  func degenerate() throws {
    let one = Cohort.pair("A", ("ila-a", 5), ("ila-a", 10))
    let alone = PrePostReport.document(Cohort.input(one), by: Grouping.allCases)
    #expect(alone.table("headline")?.number("gain") == 25)
    #expect(alone.table("headline")?.reason("t")?.en == "fewer than 2 people")
    #expect(alone.table("headline")?.reason("df")?.en == "fewer than 2 people")
    #expect(alone.notes().contains { $0.hasPrefix("Only 1 person took both tests.") })
    #expect(alone.table("groups")?.reason("n")?.en == "fewer than 5 people")
    #expect(PrePostReport.document(Cohort.input(one)).plots.isEmpty)

    let same = (0..<6).flatMap { Cohort.pair("S\($0)", ("ila-a", 20), ("ila-a", 20)) }
    let constant = PrePostReport.document(Cohort.input(same), by: Grouping.allCases)
    let table = try #require(constant.table("headline"))
    #expect(table.number("gain") == 0)
    #expect(table.reason("p")?.en.hasPrefix("everybody has the same value") == true)
    #expect(table.reason("wilcoxonP")?.en == "nobody's score changed")
    #expect(table.reason("classGain")?.en == "everybody had all the points before")
    #expect(constant.table("ends")?.number("ceiling", row: 0) == 100)
    #expect(constant.notes().contains { $0.hasPrefix("Pre-test: 100.0 % of the people won all") })
    for document in [alone, constant] {
      for format in DocumentFormat.allCases {
        for language in Language.allCases {
          let text = DocumentRendering.render(document, as: format, language: language)
          #expect(!text.lowercased().contains("nan") && !text.contains("inf,"))
        }
      }
    }
  }

  @Test("people with no points at all are a warning above fifteen percent, not at it")
  func floor() {
    func document(_ zeros: Int) -> Document {
      PrePostReport.document(
        Cohort.input(
          (0..<20).flatMap {
            Cohort.pair("S\($0)", ("ila-a", $0 < zeros ? 0 : 5), ("ila-a", 10))
          }))
    }
    #expect(document(3).notes().allSatisfy { !$0.contains("won no point") })
    #expect(document(4).notes().contains { $0.hasPrefix("Pre-test: 20.0 % of the people won no") })
  }

  @Test("each person has a line without a code, people with equal scores share one")
  func individuals() throws {
    let attempts = (0..<6).flatMap { Cohort.pair("S\($0)", ("ila-a", 5), ("ila-a", 10 - $0 / 5)) }
    let document = PrePostReport.document(Cohort.input(attempts))
    guard case .slopeGraph(let graph)? = document.plots.first?.content else {
      Issue.record("there is a picture of people")
      return
    }
    #expect(graph.slopes.map(\.count) == [1, 5])
    #expect(graph.slopes.allSatisfy { $0.label.isEmpty })
    #expect(document.plots.first?.summary.en == "6 rose, 0 stayed the same, 0 fell.")
    // More people than fit a page have no picture of their own.
    let many = (0..<61).flatMap { Cohort.pair("S\($0)", ("ila-a", 5), ("ila-a", 10)) }
    #expect(PrePostReport.document(Cohort.input(many)).plots.isEmpty)
  }

  @Test("groupings are read from a list, and an unknown one is a finding with a suggestion")
  func groupings() {
    let collector = DiagnosticCollector()
    let read = Grouping.list(
      " Province, sex,,sex,competncy", option: "--by", collector: collector)
    #expect(read == [.province, .sex])
    #expect(collector.diagnostics.map(\.code) == ["unknown-grouping"])
    #expect(collector.diagnostics.first?.location.file == "--by")
    #expect(collector.diagnostics.first?.remedy.en == "Did you mean 'competency'?")
    #expect(Grouping.list("zzzzzzzz", option: "--by", collector: collector).isEmpty)
    #expect(collector.diagnostics.last?.remedy.en.hasPrefix("Use one of: province") == true)
  }

  @Test("what questions stand for comes from the curriculum")
  func content() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let loaded = CurriculumLoading.load(
      "innovation-for-local-administration", from: DiskTree(root: "/" + root))
    let curriculum = try #require(loaded.curriculum)
    let content = TestContent(curriculum, outcome: { _ in "CSE-1" }, competency: { _ in "ENG" })
    #expect(content.version == curriculum.version && content.title == curriculum.title)
    #expect(content.competencies.map(\.id) == curriculum.competencies.map(\.id))
    #expect(content.modules.map(\.id) == curriculum.modules.map(\.id))
    let item = try #require(curriculum.items.first)
    let question = try #require(content.questions[item.id])
    #expect(question.competency == "ENG" && question.module == "cse")
    #expect(question.keyVersion == item.keyVersion)
    #expect(question.options.map(\.id) == item.interaction.options.map(\.id))
    #expect(question.options.map(\.isKey) == item.interaction.options.map(\.isCorrect))
    for form in curriculum.forms { #expect(content.forms[form.id]?.version == form.version) }
    let lost = TestContent(curriculum, outcome: { _ in "NONE-1" }, competency: { _ in "ENG" })
    #expect(lost.questions[item.id]?.competency == nil)
  }

  @Test("the pre/post report is in the list of reports, under the title it bears")
  func kinds() {
    #expect(ReportKind.prePost.title == Self.rich.title)
    #expect(Set(ReportKind.allCases.map(\.title.en)).count == ReportKind.allCases.count)
    #expect(ReportKind.allCases.allSatisfy { $0.title.isComplete })
  }
}
