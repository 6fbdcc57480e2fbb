import Assessment
import Source
import Testing
import Text

@testable import Records

@Suite("Importing answers of every kind")
struct KindsImportTests {
  private let folder = TemporaryFolder()

  private static func option(_ id: String, isCorrect: Bool = false) -> ChoiceOption {
    ChoiceOption(id: id, text: LocalizedText(same: "option \(id)"), isCorrect: isCorrect)
  }

  private static let match = Sample.item(
    "q-match",
    .match(
      MatchInteraction(
        sources: [
          .init(id: "a", text: LocalizedText(same: "x"), target: "1"),
          .init(id: "b", text: LocalizedText(same: "y"), target: "2"),
        ],
        targets: ["1", "2", "3"].map { .init(id: $0, text: LocalizedText(same: "t\($0)")) })))
  private static let order = Sample.item(
    "q-order", .order(OrderInteraction(options: ["a", "b", "c"].map { option($0) })))
  private static let blanks = Sample.item(
    "q-blanks",
    .blanks(
      BlanksInteraction(blanks: [
        .init(id: "share", entry: .numeric(NumericInteraction(value: 25, tolerance: 0))),
        .init(id: "word", entry: .text(TextInteraction(accepted: ["reminder", "ការរំឭក"]))),
      ])))
  private static let likert = Sample.item(
    "q-likert",
    .rating(RatingInteraction(isSelfRating: false, options: ["a", "b", "c"].map { option($0) })))
  private static let essay = Sample.item("q-essay", .essay(EssayInteraction()))
  private static let deed = Sample.item("q-deed", .performance)

  private static let form = TestForm(
    id: "ila-a", title: LocalizedText(same: "Kinds"),
    items: [match, order, blanks, likert, essay], anchors: [], minutes: 10, masteryPercent: 50)

  private func store(_ name: String, _ device: String) throws -> Store {
    let store = try Store.open("\(folder.path)/\(name)", options: .test(device: device))
    if try store.events().isEmpty {
      try store.append([
        .eventCreated(Sample.event),
        .learnerEnrolled(
          EnrollmentRecord(
            event: Sample.event.id, code: "2222-2222", sequence: .firstThenSecond, number: 1)),
      ])
    }
    return store
  }

  private func load(_ text: String, into store: Store, form: TestForm = form) throws -> ImportPlan {
    try store.importResults(
      SourceFile(path: "kinds.csv", text: text), forms: [form], language: .english)
  }

  /// What somebody copies from paper: letters and numbers as they stand there.
  private static var typed: (pairs: String, order: String) {
    let targets = OptionOrder.targets(of: match, seed: "").map(\.id)
    let places = ["1", "2"].compactMap { targets.firstIndex(of: $0) }
    let shown = OptionOrder.options(of: order, seed: "").map(\.id)
    let letters = ["a", "b", "c"].compactMap { shown.firstIndex(of: $0) }
      .map { ChoiceOption.id(at: $0) }
    return (
      zip(["a", "b"], places).map { "\($0)\($1 + 1)" }.joined(separator: " "),
      letters.joined(separator: " ")
    )
  }

  private func expectWhole(_ attempt: ScoredAttempt) {
    #expect(attempt.outcomes.map(\.score) == [1, 1, 1, 0, 0])
    #expect(attempt.outcomes.map(\.maximum) == [1, 1, 1, 0, 1])
    #expect(attempt.outcomes.map(\.isPending) == [false, false, false, false, true])
    #expect(
      attempt.answers == [
        "q-match": "a=1,b=2", "q-order": "a,b,c", "q-blanks": "share=25;word=reminder",
        "q-likert": "c", "q-essay": "Dear, \"council\";\nwe ask",
      ])
    #expect(
      attempt.kinds == [
        "q-match": .pairs, "q-order": .order, "q-blanks": .blanks, "q-likert": .choice,
        "q-essay": .text,
      ])
    #expect(attempt.awaitsRater && !attempt.isComplete && attempt.maximum == 4)
  }

  @Test("as copied from paper, long and wide, and again from its own export")
  func paperAndBack() throws {
    let typed = Self.typed
    let essay = "\"Dear, \"\"council\"\";\nwe ask\""
    let start = "2222-2222,kampot-1,pre,ila-a"
    let long = """
      code,event,occasion,form,item,answer
      \(start),q-match,\(typed.pairs)
      \(start),q-order,\(typed.order)
      \(start),q-blanks,share=25;word=reminder
      \(start),q-likert,គ
      \(start),q-essay,\(essay)

      """
    let wide = """
      code,event,occasion,form,q-match,q-order,q-blanks,q-likert,q-essay
      \(start),\(typed.pairs),\(typed.order),share=25;word=reminder,3,\(essay)

      """
    for (number, text) in [long, wide].enumerated() {
      let store = try store("paper\(number)", "paper\(number)")
      let plan = try load(text, into: store)
      #expect(!plan.findings.hasErrors && plan.answers == 5, "\(plan.findings)")
      expectWhole(try #require(try store.attempts().first))
      let exported = ResultsExport.csv(try store.attempts(), people: [])
      let other = try self.store("other\(number)", "other\(number)")
      #expect(try !load(exported, into: other).findings.hasErrors)
      expectWhole(try #require(try other.attempts().first))
      #expect(ResultsExport.csv(try other.attempts(), people: []) == exported)
    }
  }

  @Test("what is no answer of its kind is named by its line, and nothing is imported")
  func wrong() throws {
    let store = try store("wrong", "wrong")
    let start = "2222-2222,kampot-1,pre,ila-a"
    let rows = [
      "q-match,a9", "q-order,a a b", "q-blanks,what=1;share=2", "q-likert,z",
    ]
    let plan = try load(
      "code,event,occasion,form,item,answer\n"
        + rows.map { "\(start),\($0)\n" }.joined(), into: store)
    let errors = plan.findings.filter { $0.severity == .error }
    #expect(errors.map(\.location.line) == [2, 3, 4, 5], "\(plan.findings)")
    #expect(try store.attempts().isEmpty)
  }

  @Test("a deed is answered by nobody, and waits")
  func deed() throws {
    var form = Self.form
    form.items.append(Self.deed)
    let store = try store("deed", "deed")
    let plan = try load(
      "code,event,occasion,form,item,answer\n2222-2222,kampot-1,pre,ila-a,q-order,\n", into: store,
      form: form)
    #expect(!plan.findings.hasErrors)
    let attempt = try #require(try store.attempts().first)
    #expect(attempt.outcomes.map(\.isPending) == [false, false, false, false, false, true])
    #expect(attempt.awaitsRater)
  }

  @Test("columns that say what was won are read past in a long table, and unknown in a wide one")
  func outcomeColumns() throws {
    let store = try store("columns", "columns")
    let plan = try load(
      "code,event,occasion,form,item,answer,score,maximum,state,key\n"
        + "2222-2222,kampot-1,pre,ila-a,q-likert,a,99,100,scored,forged\n", into: store)
    #expect(!plan.findings.hasErrors)
    #expect(try store.attempts().first?.score == 0)
    let wide = try load(
      "code,event,occasion,form,q-likert,score\n2222-2222,kampot-1,post,ila-a,a,99\n", into: store)
    #expect(wide.findings.map(\.code).contains("unknown-column"))
  }
}
