import Source
import Testing
import Text

@testable import Assessment

@Suite("Rubrics")
struct RubricTests {
  static let text = """
    format: 1
    id: speech
    title: {en: Speech, km: សុន្ទរកថា}
    criteria:
      - id: clear
        title: {en: Clear, km: ច្បាស់}
        levels:
          - {points: 0, text: {en: not heard, km: មិនឮ}}
          - {points: 2, text: {en: heard, km: ឮ}}
      - id: true
        title: {en: True, km: ពិត}
        levels:
          - {points: 0, text: {en: wrong, km: ខុស}}
          - {points: 0.5, text: {en: partly, km: ខ្លះ}}
          - {points: 1, text: {en: right, km: ត្រូវ}}

    """

  static func read(_ text: String) -> (rubric: Rubric?, codes: [String]) {
    let collector = DiagnosticCollector()
    let read = RubricReading.read(
      SourceFile(path: "speech.yaml", text: text), format: 1, collector: collector)
    return (read?.rubric, collector.diagnostics.map(\.code))
  }

  @Test("Levels chosen become points of the item; until all are chosen it waits")
  func scoring() throws {
    let (read, codes) = Self.read(Self.text)
    let rubric = try #require(read)
    #expect(codes.isEmpty && rubric.maximum == 3 && rubric.criteria.map(\.id) == ["clear", "true"])
    let item = Samples.item("s", points: 10, .performance)
    // (2 + 0.5) / 3 · 10 = 8.333…
    let outcome = RubricScoring.outcome(item, rubric: rubric, ratings: ["clear": 1, "true": 1])
    #expect(outcome.score == 8.333333333 && !outcome.isPending && outcome.maximum == 10)
    let full = RubricScoring.outcome(item, rubric: rubric, ratings: ["clear": 1, "true": 2])
    #expect(full.isCorrect)
    let half = RubricScoring.outcome(item, rubric: rubric, ratings: ["clear": 1])
    #expect(half.isPending && half.score == 0 && half.isAnswered)
    #expect(
      RubricScoring.outcome(item, rubric: rubric, ratings: ["clear": 1, "true": 3]).isPending)
    #expect(!RubricScoring.outcome(item, rubric: rubric, ratings: [:]).isAnswered)
  }

  @Test(
    "What is wrong in a rubric is found",
    arguments: [
      ("points: 2", "points: 0", "bad-rubric"), ("id: \"true\"", "id: clear", "bad-rubric"),
      ("points: 0.5", "points: -1", "wrong-kind"), ("format: 1", "format: 2", "newer-format"),
      ("title: {en: Clear, km: ច្បាស់}", "titel: x", "unknown-key"),
    ])
  func mistakes(_ original: String, _ replacement: String, _ code: String) {
    let text = Self.text.replacing("id: true", with: "id: \"true\"")
    #expect(Self.read(text.replacing(original, with: replacement)).codes.contains(code))
    #expect(
      Self.read("format: 1\nid: a\ntitle: {en: a, km: ក}\ncriteria: []\n").codes == ["bad-rubric"])
  }
}
