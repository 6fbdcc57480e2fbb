import Assessment
import Source
import Testing
import Text

@testable import Records

@Suite("An event")
struct EventTests {
  private func event(
    learners: Int = 1, open: [Occasion] = [], opened: [Occasion] = [], forms: [String]? = nil
  ) -> EventSummary {
    var record = Sample.event
    if let forms { record.forms = forms }
    return EventSummary(
      record: record, createdAt: StoreOptions.noon, openOccasions: open,
      openedOccasions: opened,
      learners: (0..<learners).map {
        .init(
          code: "c\($0)", sequence: $0 % 2 == 0 ? .firstThenSecond : .secondThenFirst,
          number: $0 + 1)
      })
  }

  private func codes(_ plan: FactPlan) -> [String] {
    for finding in plan.findings {
      #expect(finding.message.isComplete && finding.remedy.isComplete)
    }
    #expect(plan.facts.isEmpty == plan.findings.hasErrors)
    return plan.findings.map(\.code)
  }

  @Test("is created with an id of its own, a title and one or two forms")
  func create() {
    var record = Sample.event
    #expect(codes(EventPlanning.create(record, existing: [])) == [])
    #expect(codes(EventPlanning.create(record, existing: [event()])) == ["id-taken"])
    record.id = "Kampot 1"
    record.title = LocalizedText(en: "", km: "")
    record.forms = ["a", "a"]
    #expect(
      codes(EventPlanning.create(record, existing: [])) == ["bad-id", "no-title", "bad-forms"])
    record = Sample.event
    record.forms = []
    #expect(codes(EventPlanning.create(record, existing: [])) == ["bad-forms"])
    record.forms = ["a"]
    #expect(codes(EventPlanning.create(record, existing: [])) == [])
  }

  @Test("opens an occasion when the trainer says so, and warns of what looks unmeant")
  func open() {
    #expect(codes(EventPlanning.open(.pre, of: event())) == [])
    #expect(codes(EventPlanning.open(.pre, of: event(learners: 0))) == ["no-learners"])
    #expect(codes(EventPlanning.open(.practice, of: event(learners: 0))) == [])
    #expect(
      codes(EventPlanning.open(.pre, of: event(open: [.pre], opened: [.pre]))) == ["already-open"])
    #expect(codes(EventPlanning.open(.pre, of: event(opened: [.pre]))) == ["reopened"])
    #expect(codes(EventPlanning.open(.post, of: event(opened: [.pre]))) == [])
    #expect(codes(EventPlanning.open(.post, of: event())) == ["occasion-skipped"])
    #expect(
      codes(EventPlanning.open(.post, of: event(open: [.pre], opened: [.pre]))) == ["both-open"])
    #expect(codes(EventPlanning.open(.pre, of: event(opened: [.post]))) == ["out-of-order"])
    #expect(
      EventPlanning.open(.pre, of: event()).facts
        == [.occasionOpened(OccasionRecord(event: "kampot-1", occasion: .pre))])
  }

  @Test("closes only what is open, and warns of attempts under way")
  func close() {
    let open = event(open: [.pre], opened: [.pre])
    #expect(codes(EventPlanning.close(.pre, of: open, openAttempts: 0)) == [])
    #expect(codes(EventPlanning.close(.pre, of: open, openAttempts: 2)) == ["under-way"])
    #expect(codes(EventPlanning.close(.post, of: open, openAttempts: 0)) == ["not-open"])
    #expect(
      EventPlanning.close(.pre, of: open, openAttempts: 0).facts
        == [.occasionClosed(OccasionRecord(event: "kampot-1", occasion: .pre))])
  }

  @Test("gives half its learners A then B and the others B then A")
  func allocation() {
    let event = event(learners: 2)
    let forms = [Occasion.pre, .post, .followUp].map { occasion in
      ["c0", "c1"].map { event.allocatedForm(code: $0, occasion: occasion) }
    }
    #expect(forms == [["ila-a", "ila-b"], ["ila-b", "ila-a"], ["ila-a", "ila-b"]])
    #expect(event.allocatedForm(code: "c0", occasion: .practice) == nil)
    #expect(event.allocatedForm(code: "nobody", occasion: .pre) == nil)
    let single = self.event(learners: 2, forms: ["one"])
    #expect(single.allocatedForm(code: "c1", occasion: .post) == "one")
  }

  @Test("admits the enrolled to what is open, each to the form allocated")
  func admission() {
    let open = event(open: [.pre, .practice])
    func admission(_ code: String, _ occasion: Occasion) -> String {
      switch EventPlanning.admission(code: code, event: open, occasion: occasion) {
      case .form(let form): form
      case .anyForm: "any"
      case .refused(let finding): finding.code
      }
    }
    #expect(admission("c0", .pre) == "ila-a")
    #expect(admission("c0", .practice) == "any")
    #expect(admission("c0", .post) == "not-open")
    #expect(admission("nobody", .pre) == "not-enrolled")
  }

  @Test(
    "allocates its forms in balance at the end of every roster, early or late", arguments: 0..<40)
  func balance(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed), purpose: "rosters")
    var event = event(learners: 0)
    event.seed = seed
    for _ in 0..<6 {
      let sequences = Allocation.sequences(1 + generator.index(below: 13), event: event)
      for sequence in sequences {
        let number = event.learners.count + 1
        event.learners.append(.init(code: "\(number)", sequence: sequence, number: number))
      }
      let first = event.learners.count { $0.sequence == .firstThenSecond }
      #expect(abs(2 * first - event.learners.count) <= 1)
    }
    #expect(Allocation.sequences(0, event: event).isEmpty)
  }

  @Test("allocates by its seed: the same again, and another for another seed")
  func seeds() {
    var event = event(learners: 0)
    let sequences = Allocation.sequences(40, event: event)
    #expect(Allocation.sequences(40, event: event) == sequences)
    event.seed += 1
    #expect(Allocation.sequences(40, event: event) != sequences)
  }
}

@Suite("A roster")
struct RosterTests {
  private let event = EventSummary(record: Sample.event, createdAt: StoreOptions.noon)

  private func plan(
    _ text: String, event: EventSummary? = nil, people: [PersonAttributes] = [],
    taken: Set<String> = []
  ) throws -> RosterPlan {
    var generator = SeededGenerator(seed: 5, purpose: "roster")
    let collector = DiagnosticCollector()
    let table = try #require(
      CSVTable(SourceFile(path: "roster.csv", text: text), collector: collector))
    let plan = Roster.plan(
      table, event: event ?? self.event, people: people, taken: taken, using: &generator)
    for finding in plan.findings {
      #expect(finding.message.isComplete && finding.remedy.isComplete)
    }
    #expect(plan.facts.isEmpty == plan.findings.hasErrors)
    return plan
  }

  @Test("gives each row a code, a number and a sequence, and keeps what it says of people")
  func enrols() throws {
    let plan = try plan(
      "sex,province,organisation,role\nស្រី,Siem Reap,District hall,clerk\nM,កំពត,,\n,,,chief\n")
    #expect(plan.findings.isEmpty)
    #expect(plan.learners.map(\.line) == [2, 3, 4])
    #expect(plan.learners.map(\.enrollment.number) == [1, 2, 3])
    let codes = plan.learners.map(\.enrollment.code)
    #expect(Set(codes).count == 3 && codes.allSatisfy(LearnerCode.isCode))
    let people = plan.facts.compactMap { fact -> PersonAttributes? in
      if case .personDescribed(let person) = fact { return person }
      return nil
    }
    #expect(
      people == [
        PersonAttributes(
          code: codes[0], sex: "female", province: "siem-reap", organisation: "District hall",
          role: "clerk"),
        PersonAttributes(code: codes[1], sex: "male", province: "kampot"),
        PersonAttributes(code: codes[2], role: "chief"),
      ])
  }

  @Test("takes codes that people have, and says nothing new where nothing is new")
  func ownCodes() throws {
    let known = [PersonAttributes(code: "2222-2222", sex: "male")]
    let plan = try plan("code,sex\n22222222,male\n,female\n", people: known)
    #expect(plan.findings.isEmpty)
    #expect(plan.learners.first?.enrollment.code == "2222-2222")
    #expect(plan.facts.count == 3)
    let contradicting = try self.plan("code,sex\n2222-2222,female\n", people: known)
    #expect(contradicting.findings.map(\.code) == ["contradiction"])
    #expect(contradicting.facts.count == 1)
  }

  @Test("with names is refused, and so is every row that cannot be read, all in one pass")
  func refused() throws {
    #expect(try plan("Full name,sex\nx,f\n").findings.map(\.code) == ["names-not-stored"])
    #expect(try plan("ឈ្មោះ\nx\n").findings.map(\.code) == ["names-not-stored"])
    #expect(
      try plan("provinse,sex,sex\nx,f,f\n").findings.map(\.code) == [
        "column-twice", "unknown-column",
      ])
    #expect(try plan("zzzzzzzzzz\nx\n").findings.map(\.code) == ["unknown-column"])
    #expect(try plan("sex\n").findings.map(\.code) == ["no-rows"])
    let bad = try plan("code,sex\n2222-2223,f\n2222-2222,?\n2222-2222,m\n")
    #expect(bad.findings.map(\.code) == ["bad-code", "unknown-sex", "enrolled-twice"])
    #expect(bad.findings.map(\.location.line) == [2, 3, 4])
    #expect(bad.learners.isEmpty)
  }

  @Test("goes on where an earlier one ended")
  func later() throws {
    var event = event
    event.learners = try plan("sex\nf\nf\nf\n").learners.map(\.enrollment)
    let taken = Set(event.learners.map(\.code))
    let later = try plan("sex\nm\n", event: event, taken: taken)
    #expect(later.learners.map(\.enrollment.number) == [4])
    let all = event.learners + later.learners.map(\.enrollment)
    #expect(all.count { $0.sequence == .firstThenSecond } == 2)
    #expect(Set(all.map(\.code)).count == 4)
  }

  @Test("can be a mere number of people")
  func count() throws {
    var generator = SeededGenerator(seed: 5)
    let plan = Roster.plan(count: 10, event: event, taken: [], using: &generator)
    #expect(plan.learners.count == 10 && plan.facts.count == 10 && plan.findings.isEmpty)
    #expect(plan.learners.count { $0.enrollment.sequence == .secondThenFirst } == 5)
    #expect(Roster.plan(count: -3, event: event, taken: [], using: &generator).learners.count == 1)
  }
}
