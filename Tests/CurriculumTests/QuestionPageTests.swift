import Assessment
import Source
import Testing
import Text

@testable import Curriculum

/// The page that describes the format of questions, held to what is read and scored.
@Suite("The page about questions as plain text")
struct QuestionPageTests {
  static let page = SourceFile(
    path: "format-questions.md",
    text: DiskTree(root: RealCurriculumTests.root)
      .file("docs/format-questions.md", collector: DiagnosticCollector())?.text ?? "")

  /// The texts of its code fences that begin with a word.
  static func fences(_ word: String) -> [String] {
    var fences: [String] = []
    var open: [String]?
    for line in page.lines {
      if let lines = open {
        if line == "```" {
          fences.append(lines.joined(separator: "\n") + "\n")
          open = nil
        } else {
          open = lines + [line]
        }
      } else if line == "```" + word {
        open = []
      }
    }
    return fences
  }

  /// Returns the questions of all examples by their ids, with what is wrong in them.
  static func items() -> (items: [String: Item], findings: [Diagnostic]) {
    let collector = DiagnosticCollector()
    var items: [String: Item] = [:]
    for fence in fences("markdown") {
      let bank = ItemReading.read(
        SourceFile(path: "x.items.en.md", text: fence), language: .english,
        requirements: fence.hasPrefix("## rea-") ? .exchange : .curriculum, collector: collector)
      for item in bank.items { items[item.id] = item }
    }
    return (items, collector.diagnostics)
  }

  @Test("Every example is read without a finding, and all kinds are there")
  func examples() {
    let (items, findings) = Self.items()
    #expect(findings.isEmpty, "\(findings.map(\.message.en))")
    #expect(Set(items.values.map(\.interaction.kind)) == Set(InteractionKind.allCases))
    #expect(items["cse-101"]?.title.en == "People who do not come")
    #expect(items["sta-102"]?.feedback.en == "Thank whoever listened.")
    #expect(
      items["sys-103"]?.stem.en
        == "A clerk writes this list. What is wrong with it?\n- (x) Budget approved\n@everybody")
    #expect(
      items["sys-103"]?.interaction.options.first?.text.en
        == "It is a list of answers\n> and of no questions")
  }

  @Test(
    "What is computed by hand is what is scored",
    arguments: [
      ("cse-102", "a,b", 2.0), ("cse-102", "a,c", 0), ("cse-102", "c", -1),
      ("dle-101", "0.85", 0.5),
      ("dle-102", "The lower  number", 3), ("cse-104", "a=1,b=2,c=3", 2), ("sys-101", "a,c,b", 1),
      ("dle-103", "rest=30;share=25;word=b", 4), ("sys-102", "b,a,c", 1), ("sys-102", "c,a,b", 0),
    ])
  func scores(_ id: String, _ answer: String, _ points: Double) throws {
    let item = try #require(Self.items().items[id])
    let response = try #require(Response(encoded: answer, to: item))
    #expect(ResponseProcessing.score(item, response).score == points)
  }

  @Test("Its rubric is read and scores as it says")
  func rubric() throws {
    let collector = DiagnosticCollector()
    let text = try #require(Self.fences("yaml").first)
    let read = RubricReading.read(
      SourceFile(path: "speech.yaml", text: text), format: 1, collector: collector)
    let rubric = try #require(read?.rubric)
    #expect(collector.diagnostics.isEmpty && rubric.review == [.khmer])
    let item = try #require(Self.items().items["sta-102"])
    let outcome = RubricScoring.outcome(item, rubric: rubric, ratings: ["clear": 1, "sound": 0])
    #expect(outcome.score == 6.666666667 && !outcome.isPending)
  }
}

@Suite("Rubrics and the survey bank of a curriculum")
struct RubricLoadingTests {
  static let path = "assessments/example/rubrics/speech.yaml"
  static let rubric = """
    format: 1
    id: speech
    title: {en: Speech, km: សុន្ទរកថា}
    review: [km]
    criteria:
      - id: clear
        title: {en: Clear, km: ច្បាស់}
        levels:
          - {points: 0, text: {en: not heard, km: មិនឮ}}
          - {points: 2, text: {en: heard, km: ឮ}}

    """

  @Test("A rubric is read, counted, and found by the question that names it")
  func rubrics() throws {
    let item = ExampleCurriculum.item("", "kind=performance pool=practice rubric=speech")
    let found = loaded([(Self.path, "", Self.rubric), (ExampleCurriculum.itemsEnglish, "", item)])
    #expect(found.curriculum?.rubrics.map(\.id) == ["speech"] && found.counts.rubrics == 1)
    #expect(!found.diagnostics.contains { ["no-rubric", "unknown-rubric"].contains($0.code) })
    let plain = loaded([(Self.path, "", Self.rubric)])
    #expect(plain.diagnostics.isEmpty && plain.counts.drafts == 9 && plain.counts.toReview == 4)
  }

  @Test(
    "A rubric of another name, or that cannot be read, is found",
    arguments: [("id: speech", "id: talk", "wrong-id"), ("format: 1", "format: 9", "newer-format")])
  func mistakes(_ original: String, _ replacement: String, _ code: String) {
    let text = Self.rubric.replacing(original, with: replacement)
    #expect(loaded([(Self.path, "", text)]).diagnostics.map(\.code) == [code])
  }

  static let survey = "## rea-001 {kind=likert pool=survey}\nIt helps me.\n- ( ) no\n- ( ) yes\n"
  static let khmer = "## rea-001 {kind=likert pool=survey}\nវាជួយខ្ញុំ។\n- ( ) ទេ\n- ( ) បាទ/ចាស\n"

  @Test("The survey bank is read in both languages, and its translation is kept in step")
  func surveys() throws {
    let path = ExampleCurriculum.surveyEnglish
    let sibling = SiblingPath.path(path, in: .khmer)
    let stamped = Translation.stamped(
      SourceFile(path: sibling, text: Self.khmer), from: SourceFile(path: path, text: Self.survey),
      mark: "## ")
    let found = loaded([(path, "", Self.survey), (sibling, "", stamped)])
    #expect(found.diagnostics.isEmpty && found.counts.questions == 7)
    let item = try #require(found.curriculum?.items.last)
    #expect(item.id == "rea-001" && item.pool == .survey && item.stem.isComplete)
    #expect(item.outcome.value.isEmpty && item.cognitive == nil)
    let stale = loaded([(path, "", Self.survey), (sibling, "", Self.khmer)])
    #expect(stale.diagnostics.map(\.code) == ["stale-translation"] && stale.counts.stale == 1)
    let alone = loaded([(path, "", Self.survey)])
    #expect(alone.diagnostics.map(\.code) == ["missing-translation"])
  }
}
