import Assessment
import Source
import Testing
import Text

@testable import Curriculum

@Suite("Rules of forms that items in memory show best")
struct FormRuleTests {
  static func codes(_ change: (inout Curriculum) -> Void, _ rule: some Rule) -> [String] {
    let loaded = CurriculumLoading.load(ExampleCurriculum.id, from: ExampleCurriculum.tree)
    guard var curriculum = loaded.curriculum else { return ["nothing"] }
    change(&curriculum)
    return rule.findings(in: RuleContext(curriculum: curriculum, files: [:])).map(\.code)
  }

  static let scale = Interaction.rating(
    RatingInteraction(
      isSelfRating: true,
      options: (0..<5).map {
        ChoiceOption(
          id: ChoiceOption.id(at: $0), text: LocalizedText(same: "\($0)"), isCorrect: false)
      }))

  @Test("Opinions stand in the survey pool alone")
  func opinions() {
    #expect(
      Self.codes({ $0.items[0].interaction = Self.scale }, SurveyPoolRule()) == ["survey-pool"]
    )
    #expect(
      Self.codes(
        {
          $0.items[0].interaction = Self.scale
          $0.items[0].pool = .survey
          $0.items[1].interaction = .essay(EssayInteraction())
          $0.items[1].pool = .survey
        }, SurveyPoolRule()) == [])
  }

  @Test("A test may end with a section of opinions")
  func surveySection() {
    func change(_ curriculum: inout Curriculum) {
      curriculum.specifications[0].sections[0].pool = .survey
      let index = curriculum.items.firstIndex { $0.id == "aaa-003" } ?? 0
      curriculum.items[index].pool = .survey
    }
    #expect(Self.codes(change, FormPoolsRule()) == [])
  }

  @Test("Statistics reach the items, and the forms are found by their ids")
  func loaded() throws {
    var tree = ExampleCurriculum.tree
    tree.files[ExampleCurriculum.statistics] = Array("item,n,difficulty\naaa-001,40,0.7\n".utf8)
    let loaded = CurriculumLoading.load(ExampleCurriculum.id, from: tree)
    #expect(loaded.diagnostics.isEmpty)
    let curriculum = try #require(loaded.curriculum)
    #expect(curriculum.items.first?.statistics?.difficulty == 0.7)
    #expect(curriculum.form("example-practice")?.items.count == 3)
    #expect(curriculum.form("example-b") == curriculum.forms.last)
    #expect(curriculum.form("none") == nil)
    #expect(
      curriculum.outcomePlaces["AAA-1"] == OutcomePlace(module: "aaa", competency: "ENG"))
    tree.files["assessments/example/statistics.yaml"] = Array(
      "format: 1\nstatistics: [{item: aaa-002, n: 3, difficulty: 0.1}]\n".utf8)
    let both = CurriculumLoading.load(ExampleCurriculum.id, from: tree).curriculum
    #expect(both?.items.prefix(2).map(\.statistics?.n) == [40, 3])
  }
}
