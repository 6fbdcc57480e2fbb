import Assessment
import Source
import Testing
import Text

@testable import Records

@Suite("Orders and pairs from paper and from programs")
struct PaperPartsTests {
  private static let order = Sample.item(
    "q-order",
    .order(
      OrderInteraction(
        options: ["a", "b", "c", "d"].map {
          ChoiceOption(id: $0, text: LocalizedText(same: "line \($0)"), isCorrect: false)
        })))

  private static let match = Sample.item(
    "q-match",
    .match(
      MatchInteraction(
        sources: [
          .init(id: "a", text: LocalizedText(same: "x"), target: "1"),
          .init(id: "b", text: LocalizedText(same: "y"), target: "2"),
        ],
        targets: ["1", "2", "3"].map { .init(id: $0, text: LocalizedText(same: "t\($0)")) })))

  private static let form = TestForm(
    id: "parts", title: LocalizedText(same: "Parts"), items: [order, match], anchors: [],
    minutes: 10, masteryPercent: 50)

  private func scores(_ rows: String, header: String) -> [Double]? {
    let plan = ResultsImport.plan(
      SourceFile(path: "parts.csv", text: header + "\n" + rows),
      context: ImportContext(
        events: [], people: [], forms: [Self.form], attempts: [], importedSources: [],
        language: .english))
    for case .attemptImported(let record) in plan.facts {
      return record.outcomes.map(\.score)
    }
    return nil
  }

  @Test("On paper, letters and numbers are those that were shown there")
  func paper() {
    let lines = OptionOrder.options(of: Self.order, seed: "").map(\.id)
    let targets = OptionOrder.targets(of: Self.match, seed: "").map(\.id)
    let order = ["a", "b", "c", "d"].compactMap { lines.firstIndex(of: $0) }
      .map { ChoiceOption.id(at: $0) }.joined(separator: ",")
    let pairs = ["1", "2"].compactMap { targets.firstIndex(of: $0) }.map { "\($0 + 1)" }
    let rows = """
      2222-2222,,practice,parts,q-order,"\(order)"
      2222-2222,,practice,parts,q-match,"a=\(pairs[0]),b=\(pairs[1])"

      """
    #expect(scores(rows, header: "code,event,occasion,form,item,answer") == [1, 1])
    #expect(order != "a,b,c,d")
  }

  @Test("Where a program says how it was answered, answers are ids")
  func program() {
    let rows = """
      2222-2222,,practice,parts,q-order,"a,b,c,d",page
      2222-2222,,practice,parts,q-match,"a=1,b=2",page

      """
    #expect(scores(rows, header: "code,event,occasion,form,item,answer,mode") == [1, 1])
  }
}
