import Assessment
import Source
import Testing
import Text

@testable import Records

@Suite("Imports of words beside tests")
struct RecordsImportTests {
  static let codes = ["2222-2222", "3333-333X", "4444-444T"].map { typed -> String in
    // The check character is computed, not guessed.
    var chance = SeededGenerator(seed: 1, purpose: "code/\(typed)")
    return LearnerCode.make(using: &chance, taken: [])
  }

  static var event: EventSummary {
    EventSummary(
      record: Sample.event, createdAt: "",
      learners: codes.prefix(2).enumerated().map {
        .init(code: $0.element, sequence: .firstThenSecond, number: $0.offset + 1)
      })
  }

  static let course = CourseIDs(
    modules: [("cse", ["01-citizen"]), ("dle", ["02-data"])], steps: ["bootcamp"],
    surveys: [
      SurveyForm(
        id: "follow-up", title: LocalizedText(same: "F"), respondents: [.supervisor],
        questions: [
          .init(
            id: "uses", text: LocalizedText(same: "?"),
            kind: .scale((1...5).map { .init(value: $0, text: LocalizedText(same: "\($0)")) })),
          .init(id: "why", text: LocalizedText(same: "?"), kind: .text),
        ])
    ], rubrics: [RescoringSample.rubric])

  static func table(_ text: String) throws -> CSVTable {
    let collector = DiagnosticCollector()
    return try #require(
      CSVTable(SourceFile(path: "in.csv", text: text), collector: collector))
  }

  /// A context into which facts went.
  static func context(_ facts: [Fact] = []) -> RecordsImport.Context {
    var statements = Statements()
    var events = [event]
    var people: [PersonAttributes] = []
    for (number, fact) in facts.enumerated() {
      statements.add(fact, id: "d-\(number)", time: "2026-11-25T08:00:00.000Z")
      if case .eventCreated(let record) = fact {
        events.append(EventSummary(record: record, createdAt: ""))
      }
      if case .personDescribed(let person) = fact { people.append(person) }
    }
    var context = RecordsImport.Context(
      events: events, statements: statements, people: PersonAttributes.merged(people))
    context.course = course
    context.template = Sample.event
    return context
  }

  /// Imports twice; the second time must add nothing.
  func imported(_ kind: RecordsImport.Kind, _ text: String) throws -> RecordsImport.Plan {
    let plan = RecordsImport.plan(try Self.table(text), kind: kind, context: Self.context())
    if !plan.findings.hasErrors {
      let again = RecordsImport.plan(
        try Self.table(text), kind: kind, context: Self.context(plan.facts))
      #expect(again.facts.isEmpty && again.known == again.rows, "\(again)")
    }
    return plan
  }

  @Test("people are described once; what contradicts is a warning, or replaces")
  func people() throws {
    let code = Self.codes[0]
    let plan = try imported(.people, "code,sex,born\n\(code),F,1985\n\(code),,1986\n")
    #expect(
      plan.facts == [
        .personDescribed(PersonAttributes(code: code, sex: "female", born: "1980-1989"))
      ])
    #expect(plan.known == 1)
    var context = Self.context(plan.facts)
    let other = try Self.table("code,sex\n\(code),M\n")
    let kept = RecordsImport.plan(other, kind: .people, context: context)
    #expect(kept.facts.isEmpty && kept.findings.map(\.code) == ["contradiction"])
    context.replaces = true
    let replaced = RecordsImport.plan(other, kind: .people, context: context)
    #expect(replaced.facts == [.personDescribed(PersonAttributes(code: code, sex: "male"))])
    let named = try imported(.people, "code,name\n\(code),Somebody\n")
    #expect(named.facts.isEmpty && named.findings.map(\.code) == ["names-not-stored"])
  }

  @Test("events are created, or described where they are there")
  func events() throws {
    let plan = try imported(
      .events,
      "event,title,modules,from,to,province,status\n"
        + "kampot-2,Kampot,cse 02-data,2026-11-25,2026-11-27,Kampot,planned\n"
        + "kampot-1,,all,,,,held\n")
    #expect(!plan.findings.hasErrors && plan.facts.count == 3, "\(plan.findings)")
    guard case .eventCreated(let record) = plan.facts.first,
      case .eventDescribed(let details) = plan.facts.dropFirst().first
    else { return #expect(Bool(false)) }
    #expect(record.id == "kampot-2" && record.title.en == "Kampot" && record.seed > 0)
    #expect(details.modules == ["cse", "dle"] && details.province == "kampot")
    #expect(details.status == .planned)
  }

  @Test("a single bad row keeps everything out, and each is named with line and place")
  func badEvents() throws {
    let plan = try imported(
      .events,
      "event,modules,from,to,province,status\nE 1,,,,,\nkampot-1,xyz,2026-13-01,,,\n"
        + "kampot-1,,2026-11-25,2026-11-24,,\nkampot-1,,,,Atlantis,never\nkampot-1,,,,kep,held\n")
    #expect(plan.facts.isEmpty)
    #expect(
      plan.findings.map(\.code) == [
        "bad-id", "unknown-module", "bad-day", "ends-before", "unknown-province", "unknown-status",
      ] || plan.findings.count >= 6, "\(plan.findings.map(\.code))")
    let places = plan.findings.map { [$0.location.line, $0.location.column] }
    #expect(places.contains([3, 10]) && places.contains([3, 14]), "\(places)")
    #expect(plan.findings.allSatisfy { $0.location.file == "in.csv" && !$0.excerpt.isEmpty })
  }

  @Test("assignments, attendance and observations name known events, people and rubrics")
  func delivery() throws {
    let (one, two) = (Self.codes[0], Self.codes[1])
    let assigned = try imported(
      .assignments, "event,trainer,role,days\nkampot-1,ts,lead,\nkampot-1,\(Self.codes[2]),co,1 2\n"
    )
    #expect(assigned.facts.count == 2 && assigned.findings.isEmpty, "\(assigned.findings)")
    let there = try imported(
      .attendance,
      "event,code,day,presence\nkampot-1,\(one),1,full\nkampot-1,\(two),១,half\nkampot-1,\(one),1,full\n"
    )
    #expect(there.facts.count == 2 && there.known == 1, "\(there)")
    let both = try imported(
      .attendance,
      "event,code,day,presence\nkampot-1,\(one),1,full\nkampot-1,\(one),1,absent\n")
    #expect(both.facts.isEmpty && both.findings.map(\.code) == ["rows-contradict"])
    let stranger = try imported(
      .attendance, "event,code,day,presence\nkampot-1,\(Self.codes[2]),1,full\nx,\(one),0,y\n")
    #expect(
      Set(stranger.findings.map(\.code)).isSuperset(of: [
        "not-enrolled", "unknown-event", "bad-number", "unknown-presence",
      ]), "\(stranger.findings.map(\.code))")
    let levels = RescoringSample.rubric.criteria.map { "\($0.id)=1" }.joined(separator: " ")
    let seen = try imported(
      .observations,
      "event,trainer,observer,rubric,levels,module,day,calibrated\n"
        + "kampot-1,ts,o1,\(RescoringSample.rubric.id),\(levels),01-citizen,1,yes\n")
    #expect(seen.facts.count == 1 && seen.findings.map(\.code) == ["trainer-not-assigned"])
    let wrong = try imported(
      .observations,
      "event,trainer,observer,rubric,levels,module,day,calibrated\n"
        + "kampot-1,ts,,none,clear=9,zzz,1,maybe\n")
    #expect(wrong.facts.isEmpty && wrong.findings.count >= 4)
  }

  @Test("an attendance table may leave out the event that is meant, and names no other")
  func oneEvent() throws {
    var context = Self.context()
    context.event = "kampot-1"
    let fine = try Self.table("code,day,presence\n\(Self.codes[0]),1,full\n")
    #expect(RecordsImport.plan(fine, kind: .attendance, context: context).facts.count == 1)
    let other = try Self.table("event,code,day,presence\nkampot-2,\(Self.codes[0]),1,full\n")
    let plan = RecordsImport.plan(other, kind: .attendance, context: context)
    #expect(plan.facts.isEmpty && plan.findings.map(\.code) == ["unknown-event"])
  }

  @Test("survey answers: values are checked, the same row twice is two people, again adds nothing")
  func surveys() throws {
    let text = "code,uses,why\n\(Self.codes[0]),4,\n\(Self.codes[0]),៤,\n\(Self.codes[1]),2,ខ្វះពេល\n"
    func plan(_ text: String, _ facts: [Fact] = []) throws -> RecordsImport.Plan {
      SurveyPlanning.answers(
        try Self.table(text), form: "follow-up", date: "2027-03-01", surveys: Self.course.surveys,
        event: Self.event, delivery: EventDelivery("kampot-1", Self.context(facts).statements),
        links: CodeLinks())
    }
    let first = try plan(text)
    #expect(first.facts.count == 3 && first.findings.isEmpty, "\(first.findings)")
    #expect(try plan(text, first.facts).known == 3)
    let third = try plan(text + "\(Self.codes[0]),4,\n", first.facts)
    #expect(third.facts.count == 1)
    let bad = try plan("code,uses,respondent\n\(Self.codes[2]),6,peer\n\(Self.codes[0]),,\n")
    #expect(
      bad.facts.isEmpty
        && Set(bad.findings.map(\.code)) == [
          "not-enrolled", "unknown-uses", "unknown-respondent", "no-answers",
        ], "\(bad.findings.map(\.code))")
    // Rates count those asked; an answer of somebody who was not asked stands apart.
    var statements = Self.context(first.facts).statements
    statements.requests = EvaluatedAttemptsTests.said(
      SurveyRequest(
        event: "kampot-1", code: Self.codes[0], respondent: .supervisor, form: "follow-up",
        date: "2027-02-01"))
    let response = EventDelivery("kampot-1", statements).responses.first
    #expect(response?.asked == 1 && response?.answered == 1 && response?.unasked == 1)
    #expect(response?.rate == 1)
  }
}
