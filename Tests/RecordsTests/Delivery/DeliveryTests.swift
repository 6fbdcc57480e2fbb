import Assessment
import Testing
import Text

@testable import Records

@Suite("Delivery of events")
struct DeliveryTests {
  static func event(_ id: String, _ learners: [String] = []) -> EventSummary {
    var record = Sample.event
    record.id = id
    return EventSummary(
      record: record, createdAt: "",
      learners: learners.enumerated().map {
        .init(code: $0.element, sequence: .firstThenSecond, number: $0.offset + 1)
      })
  }

  static func statements(_ facts: [Fact]) -> Statements {
    var statements = Statements()
    for (number, fact) in facts.enumerated() {
      statements.add(fact, id: "d-\(number)", time: "2026-11-25T08:00:00.000Z")
    }
    return statements
  }

  @Test("people are typed as codes, numbers, runs and all")
  func list() {
    let codes = RecordsImportTests.codes
    let event = Self.event("e", codes)
    func read(_ text: String) -> PeopleList { PeopleList(text, event: event, option: "--x") }
    #expect(read("all").codes == codes)
    #expect(read("1-2, \(codes[0])").codes == Array(codes.prefix(2)))
    #expect(read("៣ 1").codes == [codes[2], codes[0]])
    #expect(read(codes[1].lowercased()).codes == [codes[1]])
    #expect(read("4").findings.map(\.code) == ["unknown-number"])
    #expect(read("2-9").findings.map(\.code) == ["unknown-number"])
    #expect(read("ABCD-EFGJ").findings.map(\.code) == ["bad-code"])
    #expect(read("").findings.map(\.code) == ["nobody"])
    let gone = PeopleList(codes[0], event: Self.event("e"), option: "--x")
    #expect(gone.findings.map(\.code) == ["not-enrolled"])
  }

  @Test("a trainer has a learner code whose check agrees, or a short code, never a name")
  func codes() {
    let code = RecordsImportTests.codes[0]
    #expect(PersonCode.parse(code.lowercased()) == .code(code))
    #expect(PersonCode.parse("ts") == .code("ts"))
    for typed in ["ABCD-EFGJ", "Sok Dara", "សុខ", ""] {
      if case .code(let code) = PersonCode.parse(typed) { Issue.record("\(typed) is \(code)") }
    }
  }

  @Test("details are joined, and only what is new is recorded")
  func describe() {
    let course = RecordsImportTests.course
    let said = EventDetails(event: "e", venue: "Hall", from: "2026-11-25", to: "2026-11-27")
    let before = EventDetails(event: "e", generation: 1, venue: "Hall")
    let plan = DeliveryPlanning.describe(said, before: before, course: course)
    #expect(
      plan.facts == [
        .eventDescribed(EventDetails(event: "e", from: "2026-11-25", to: "2026-11-27"))
      ])
    let after = before.updated(with: said)
    let again = DeliveryPlanning.describe(said, before: after, course: course)
    #expect(again.facts.isEmpty && again.findings.map(\.code) == ["known-already"])
    let bad = EventDetails(
      event: "e", generation: 99, step: "none", province: "x", from: "2026-02-30", language: "fr")
    #expect(DeliveryPlanning.describe(bad, before: before, course: course).findings.count == 5)
    let backwards = EventDetails(event: "e", to: "2026-11-20")
    let ends = DeliveryPlanning.describe(backwards, before: after, course: course)
    #expect(ends.findings.map(\.code) == ["ends-before"])
  }

  @Test("attendance: the latest word holds, and days lie within the event")
  func attend() {
    func said(_ day: Int, _ presence: AttendanceRecord.Presence) -> AttendanceRecord {
      AttendanceRecord(event: "e", code: "A", day: day, presence: presence)
    }
    let facts: [Fact] = [
      .eventDescribed(EventDetails(event: "e", from: "2026-11-25", to: "2026-11-26")),
      .attendanceRecorded(said(1, .full)), .attendanceRecorded(said(1, .half)),
    ]
    let delivery = EventDelivery("e", Self.statements(facts))
    #expect(delivery.attendance == [1: ["A": .half]])
    #expect(DeliveryPlanning.attend([said(1, .half)], delivery: delivery).facts.isEmpty)
    #expect(DeliveryPlanning.attend([said(2, .full)], delivery: delivery).facts.count == 1)
    #expect(
      DeliveryPlanning.attend([said(3, .full)], delivery: delivery).findings.map(\.code)
        == ["day-outside"])
  }

  @Test("a team of one side alone is a warning, one of both sides is none")
  func team() {
    let people = [
      PersonAttributes(code: "A", sector: "official"), PersonAttributes(code: "B", sector: "cso"),
      PersonAttributes(code: "C", sector: "official"), PersonAttributes(code: "D"),
    ]
    func codes(_ members: [String]) -> [String] {
      DeliveryPlanning.team(
        TeamRecord(event: "e", team: "t", members: members),
        teams: [TeamRecord(event: "e", team: "u", members: ["D"])], people: people
      ).findings.map(\.code)
    }
    #expect(codes(["A", "B"]).isEmpty && codes(["A"]).isEmpty)
    #expect(
      codes(["A", "C"]) == ["team-not-mixed"]
        && codes(["B", "D"]) == ["in-two-teams", "team-not-mixed"])
  }

  @Test("teaching begins in the past, and another moment than before is a warning")
  func teach() {
    let now = Timestamp.seconds("2026-11-25T08:00:00Z") ?? 0
    func plan(_ time: String, before: String? = nil) -> FactPlan {
      DeliveryPlanning.teach(TeachingRecord(event: "e", began: time), before: before, now: now)
    }
    #expect(plan("2026-11-25T07:00:00Z").facts.count == 1)
    #expect(plan("2026-11-25T09:00:00Z").findings.map(\.code) == ["in-future"])
    #expect(plan("yesterday").findings.map(\.code) == ["bad-time"])
    let again = plan("2026-11-25T07:00:00Z", before: "2026-11-25T06:00:00Z")
    #expect(again.facts.count == 1 && again.findings.map(\.code) == ["teaching-again"])
  }
}

@Suite("What cannot have happened")
struct DeliveryFindingsTests {
  func codes(
    _ events: [EventSummary], _ facts: [Fact], limit: Int? = nil
  ) -> [String] {
    DeliveryFindings.findings(
      events, statements: DeliveryTests.statements(facts), classLimit: limit
    ).map(\.code)
  }

  func details(
    _ id: String, _ from: String, _ to: String, modules: [String]? = ["cse"], venue: String? = nil,
    status: EventDetails.Status? = nil
  ) -> Fact {
    .eventDescribed(
      EventDetails(
        event: id, modules: modules, venue: venue, from: from, to: to, status: status))
  }

  func teaches(_ id: String, _ code: String, days: [Int]? = nil) -> Fact {
    .trainerAssigned(AssignmentRecord(event: id, code: code, role: .lead, days: days))
  }

  func certified(_ from: String, until: String? = nil, withdrawn: Bool? = nil) -> Fact {
    .certificationGiven(
      CertificationRecord(
        code: "T", modules: ["cse"], from: from, until: until, withdrawn: withdrawn))
  }

  @Test("a trainer must be certified on the first day, by the word that held then")
  func uncertified() {
    let events = [DeliveryTests.event("e")]
    let base = [details("e", "2026-11-25", "2026-11-26"), teaches("e", "T")]
    #expect(codes(events, base).isEmpty)
    #expect(codes(events, base + [certified("2026-11-26")]) == ["taught-uncertified"])
    #expect(codes(events, base + [certified("2026-11-01", until: "2026-11-24")]).count == 1)
    #expect(codes(events, base + [certified("2026-11-25")]).isEmpty)
    // A renewal later changes nothing about the day of the event; a withdrawal before it does.
    let renewed = [certified("2026-01-01", until: "2026-12-31"), certified("2027-01-01")]
    #expect(codes(events, base + renewed).isEmpty)
    let withdrawn = [certified("2026-01-01"), certified("2026-06-01", withdrawn: true)]
    #expect(codes(events, base + withdrawn).count == 1)
    let cancelled = [
      details("e", "2026-11-25", "2026-11-26", status: .cancelled), teaches("e", "T"),
    ]
    #expect(codes(events, cancelled + [certified("2027-01-01")]).isEmpty)
  }

  @Test("nobody is at two places on one day")
  func twoPlaces() {
    let events = [DeliveryTests.event("e"), DeliveryTests.event("f")]
    let both = [teaches("e", "T"), teaches("f", "T")]
    let days = details("e", "2026-11-25", "2026-11-26", venue: "Hall")
    #expect(
      codes(events, both + [days, details("f", "2026-11-26", "2026-11-27")]) == ["two-places"])
    #expect(codes(events, both + [days, details("f", "2026-11-27", "2026-11-28")]).isEmpty)
    #expect(
      codes(events, both + [days, details("f", "2026-11-26", "2026-11-27", venue: "Hall")]).isEmpty)
    // By the days that are taught.
    let apart = [teaches("e", "T", days: [1]), teaches("f", "T")]
    #expect(codes(events, apart + [days, details("f", "2026-11-26", "2026-11-27")]).isEmpty)
    // One day a week: single days are not known.
    #expect(codes(events, both + [days, details("f", "2026-11-20", "2026-12-10")]).isEmpty)
  }

  @Test("nobody teaches what has yet to be learned, unless it was learned in time elsewhere")
  func untaught() {
    let events = [
      DeliveryTests.event("own", ["T"]), DeliveryTests.event("e"),
      DeliveryTests.event("early", ["T"]),
    ]
    let base = [
      teaches("e", "T"), details("e", "2026-11-25", "2026-11-26"),
      details("own", "2026-12-01", "2026-12-02"),
    ]
    #expect(codes(Array(events.prefix(2)), base) == ["taught-before-learned"])
    let early = details("early", "2026-10-01", "2026-10-02")
    #expect(codes(events, base + [early]).isEmpty)
    let other = details("own", "2026-12-01", "2026-12-02", modules: ["dle"])
    #expect(codes(Array(events.prefix(2)), [base[0], base[1], other]).isEmpty)
  }

  @Test("attendance lies within the dates and the roster; a class has a limit; circles are named")
  func attendance() {
    let events = [DeliveryTests.event("e", ["A", "B", "C"])]
    func there(_ code: String, _ day: Int) -> Fact {
      .attendanceRecorded(
        AttendanceRecord(event: "e", code: code, day: day, presence: .full))
    }
    let days = details("e", "2026-11-25", "2026-11-26")
    #expect(codes(events, [days, there("A", 1)], limit: 3).isEmpty)
    #expect(codes(events, [days, there("A", 3)]) == ["attendance-outside"])
    #expect(codes(events, [days, there("X", 1)]) == ["attendance-not-enrolled"])
    #expect(codes(events, [days], limit: 2) == ["class-above-limit"])
    let link = Fact.codesLinked(LinkRecord(from: "X", to: "A", reason: "mistyped"))
    #expect(codes(events, [days, there("X", 1), link]).isEmpty)
    let back = Fact.codesLinked(LinkRecord(from: "A", to: "X", reason: "mistyped"))
    #expect(codes(events, [days, link, back]).contains("link-circle"))
    let cancelled = details("e", "2026-11-25", "2026-11-26", status: .cancelled)
    #expect(codes(events, [cancelled, there("A", 1)]) == ["attendance-cancelled"])
  }
}
