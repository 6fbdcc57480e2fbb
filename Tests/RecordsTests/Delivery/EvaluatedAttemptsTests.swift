import Assessment
import Testing
import Text

@testable import Records

@Suite("Which attempts count")
struct EvaluatedAttemptsTests {
  /// An attempt of one question, right or wrong.
  static func attempt(
    _ id: String, _ code: String = "A", _ occasion: Occasion = .pre, event: String? = "e",
    started: String = "08:00", submitted: String? = "08:30", score: Double = 1,
    pending: Bool = false
  ) -> ScoredAttempt {
    ScoredAttempt(
      id: id,
      record: AttemptRecord(
        event: event, code: code, occasion: occasion, form: "f", formVersion: "1", items: ["q"],
        language: .khmer, mode: .terminal, optionSeed: ""),
      startedAt: time(started), submittedAt: submitted.map(time),
      outcomes: [
        Outcome(
          item: "q", score: score, maximum: 1, isAnswered: true, isPending: pending,
          keyVersion: "k")
      ], answers: [:])
  }

  static func time(_ hour: String) -> String { "2026-11-25T\(hour):00.000Z" }

  static func said<Record>(_ records: Record...) -> [Said<Record>] {
    records.enumerated().map {
      Said(id: "d-\($0.offset)", time: time("09:00"), record: $0.element)
    }
  }

  func fates(_ attempts: [ScoredAttempt], _ rules: EvaluationRules) -> [String: String] {
    Dictionary(
      EvaluatedAttempts(attempts, rules: rules).all.map { ($0.attempt.id, $0.fate.rawValue) },
      uniquingKeysWith: { $1 })
  }

  @Test("the first complete attempt of a person, event and occasion counts")
  func first() {
    let attempts = [
      Self.attempt("second", submitted: "09:00"), Self.attempt("first", submitted: "08:10"),
      Self.attempt("open", submitted: nil),
      Self.attempt("waits", submitted: "08:05", pending: true),
      Self.attempt("post", "A", .post), Self.attempt("other", "A", .pre, event: "x"),
    ]
    #expect(
      fates(attempts, EvaluationRules()) == [
        "second": "retake", "first": "counted", "open": "unfinished", "waits": "awaiting",
        "post": "counted", "other": "counted",
      ])
    let marks = EvaluatedAttempts(attempts).marks
    #expect(marks == ["second": [.retake]])
  }

  @Test("a pre-test handed in after teaching began counts only where that is asked for")
  func teaching() {
    var statements = Statements()
    statements.teaching = Self.said(
      TeachingRecord(event: "e", began: Self.time("07:00")),
      TeachingRecord(event: "e", began: Self.time("08:20")))
    var rules = EvaluationRules(statements, events: [])
    let attempts = [
      Self.attempt("in-time", "A", submitted: "08:10"), Self.attempt("late", "B"),
      Self.attempt("very-late", "C", started: "08:21"), Self.attempt("post", "B", .post),
    ]
    #expect(
      fates(attempts, rules) == [
        "in-time": "counted", "late": "after-teaching", "very-late": "after-teaching",
        "post": "counted",
      ])
    let marks = EvaluatedAttempts(attempts, rules: rules).marks
    #expect(marks == ["late": [.afterTeaching], "very-late": [.late, .afterTeaching]])
    rules.includesLatePreTests = true
    #expect(fates(attempts, rules).values.allSatisfy { $0 == "counted" })
    // Paper that a file brought without a time: nobody knows, and it counts.
    var paper = Self.attempt("paper", "D", submitted: "12:00")
    paper.isUntimed = true
    rules.includesLatePreTests = false
    #expect(fates([paper], rules) == ["paper": "counted"])
  }

  @Test("what was begun after its occasion had been closed is late, and counts")
  func late() {
    var event = EventSummary(record: Sample.event, createdAt: "")
    event.id = "e"
    event.firstClosed = [.init(occasion: .post, time: Self.time("08:00"))]
    let rules = EvaluationRules(Statements(), events: [event])
    let attempts = [
      Self.attempt("early", "A", .post, started: "07:59"),
      Self.attempt("late", "B", .post, started: "08:01"),
    ]
    #expect(EvaluatedAttempts(attempts, rules: rules).marks == ["late": [.late]])
    #expect(fates(attempts, rules).values.allSatisfy { $0 == "counted" })
  }

  @Test("set aside and declined attempts count nowhere, until that is taken back")
  func leftOut() {
    var statements = Statements()
    statements.setAside = Self.said(
      SetAsideRecord(attempt: "a", reason: "another person"),
      SetAsideRecord(attempt: "b", reason: "wrong"),
      SetAsideRecord(attempt: "b", reason: "right after all", restored: true))
    statements.participation = Self.said(
      ParticipationRecord(event: "e", code: "C", included: false, notice: "1"),
      ParticipationRecord(event: "e", code: "D", included: false, notice: "1"),
      ParticipationRecord(event: "e", code: "D", included: true, notice: "1"),
      ParticipationRecord(code: "E", included: false, notice: "1"),
      ParticipationRecord(event: "e", code: "E", included: true, notice: "1"))
    let rules = EvaluationRules(statements, events: [])
    let attempts = [
      Self.attempt("a", "A"), Self.attempt("a2", "A", submitted: "09:00"), Self.attempt("b", "B"),
      Self.attempt("c", "C"), Self.attempt("d", "D"), Self.attempt("e", "E"),
      Self.attempt("e2", "E", event: "x"),
    ]
    #expect(
      fates(attempts, rules) == [
        "a": "set-aside", "a2": "counted", "b": "counted", "c": "declined", "d": "counted",
        "e": "counted", "e2": "declined",
      ])
  }

  @Test("linked codes are one person; whoever is to be forgotten still counts, and is counted")
  func links() {
    var statements = Statements()
    statements.links = Self.said(
      LinkRecord(from: "X", to: "A", reason: "mistyped"),
      LinkRecord(from: "Y", to: "X", reason: "mistyped"))
    statements.tombstones = Self.said(TombstoneRecord(code: "Y", reason: "asked"))
    let rules = EvaluationRules(statements, events: [])
    let attempts = [
      Self.attempt("y", "Y", submitted: "08:10"), Self.attempt("a", "A"),
      Self.attempt("post", "X", .post),
    ]
    let evaluated = EvaluatedAttempts(attempts, rules: rules)
    #expect(fates(attempts, rules) == ["y": "counted", "a": "retake", "post": "counted"])
    #expect(Set(evaluated.all.map(\.attempt.code)) == ["A"] && evaluated.forgottenPeople == 1)
  }

  @Test("every attempt has one fate, whatever the order in which attempts come")
  func order() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var chance = SeededGenerator(seed: seed, purpose: "evaluated")
      var statements = Statements()
      statements.teaching = Self.said(TeachingRecord(event: "e", began: Self.time("08:30")))
      statements.links = Self.said(LinkRecord(from: "B", to: "A", reason: "x"))
      statements.setAside = Self.said(SetAsideRecord(attempt: "3", reason: "x"))
      let rules = EvaluationRules(statements, events: [])
      let attempts = (0..<chance.index(below: 12)).map { number in
        let minute = 10 + chance.index(below: 49)
        return Self.attempt(
          "\(number)", ["A", "B", "C"][chance.index(below: 3)],
          [.pre, .post][chance.index(below: 2)],
          submitted: chance.index(below: 5) == 0 ? nil : "08:\(minute)")
      }
      let one = EvaluatedAttempts(attempts, rules: rules)
      let other = EvaluatedAttempts(chance.shuffled(attempts), rules: rules)
      let key = { (judged: EvaluatedAttempts.Judged) in judged.attempt.id }
      #expect(
        one.all.sorted { key($0) < key($1) } == other.all.sorted { key($0) < key($1) },
        "seed \(seed)")
      #expect(one.all.count == attempts.count, "seed \(seed)")
      let counted = one.attempts(.counted).map { [$0.code, $0.occasion.rawValue] }
      #expect(Set(counted).count == counted.count, "seed \(seed)")
    }
  }

  @Test("the store knows when an occasion was first closed, and which paper has no time")
  func store() throws {
    let folder = TemporaryFolder()
    var minute = 10
    for isOpen in [true, false, true, false] {
      let store = try Store.open(
        folder.path + "/s", options: .test(time: "2026-01-05T12:\(minute):00.000Z"))
      if minute == 10 { try store.append(.eventCreated(Sample.event)) }
      let record = OccasionRecord(event: Sample.event.id, occasion: .pre)
      try store.append(isOpen ? .occasionOpened(record) : .occasionClosed(record))
      minute += 1
    }
    let store = try Store.open(folder.path + "/s", options: .test())
    for (place, submitted) in [nil, "2026-01-05T10:00:00Z"].enumerated() {
      try store.append(
        .attemptImported(
          ImportRecord(
            attempt: Sample.attempt("c\(place)"), answers: [:], outcomes: [], startedAt: nil,
            submittedAt: submitted, repetition: 1, file: "f", sha256: "\(place)")))
    }
    #expect(
      try store.events().first?.firstClosed == [
        .init(occasion: .pre, time: "2026-01-05T12:11:00.000Z")
      ])
    #expect(
      try store.attempts().sorted { $0.code < $1.code }.map(\.isUntimed) == [true, false])
  }
}

@Suite("Codes that are one person's")
struct CodeLinksTests {
  static func links(_ pairs: (String, String)...) -> CodeLinks {
    CodeLinks(pairs.map { LinkRecord(from: $0.0, to: $0.1, reason: "x") })
  }

  @Test("chains end at the person; the latest word holds; a link to itself takes back")
  func chains() {
    let links = Self.links(("C", "B"), ("B", "A"), ("D", "A"), ("D", "D"))
    #expect(links.person("C") == "A" && links.person("B") == "A" && links.person("A") == "A")
    #expect(links.person("D") == "D" && links.person("unknown") == "unknown")
    #expect(links.codes(of: "B") == ["A", "B", "C"])
    #expect(Self.links(("C", "B"), ("C", "A")).person("C") == "A")
    #expect(links.circles.isEmpty)
  }

  @Test("a circle that two stores made is one person, the same from each of its codes")
  func circles() {
    let links = Self.links(("B", "C"), ("C", "B"), ("D", "C"), ("E", "E"))
    #expect(["B", "C", "D"].allSatisfy { links.person($0) == "B" })
    #expect(links.circles == [["B", "C"]])
    #expect(Self.links(("A", "B")).wouldCircle(from: "B", to: "A"))
    #expect(!Self.links(("A", "B")).wouldCircle(from: "C", to: "A"))
  }

  @Test("a person's own words go before those of a linked code")
  func joined() {
    let people = [
      PersonAttributes(code: "A", sex: "female"),
      PersonAttributes(code: "B", sex: "male", province: "kampot"),
    ]
    #expect(
      PersonAttributes.joined(people, by: Self.links(("B", "A"))) == [
        PersonAttributes(code: "A", sex: "female", province: "kampot")
      ])
  }

  @Test("circles, unknown codes and empty reasons are refused; what differs is a warning")
  func planning() {
    let known: Set<String> = ["A", "B", "C"]
    func plan(_ from: String, _ to: String, _ links: CodeLinks, reason: String = "x") -> FactPlan {
      PeoplePlanning.link(
        LinkRecord(from: from, to: to, reason: reason), links: links, known: known,
        people: [
          PersonAttributes(code: "A", sex: "female"), PersonAttributes(code: "B", sex: "male"),
        ],
        attempts: [
          EvaluatedAttemptsTests.attempt("1", "A"), EvaluatedAttemptsTests.attempt("2", "B"),
        ])
    }
    let fine = plan("B", "A", CodeLinks())
    #expect(fine.facts.count == 1 && fine.findings.map(\.code) == ["people-differ", "both-took"])
    #expect(plan("A", "B", Self.links(("B", "A"))).findings.map(\.code).contains("link-circle"))
    #expect(plan("B", "Z", CodeLinks()).findings.map(\.code) == ["unknown-code"])
    #expect(plan("B", "A", CodeLinks(), reason: " ").facts.isEmpty)
    #expect(plan("B", "A", Self.links(("B", "A"))).findings.map(\.code) == ["known-already"])
    #expect(plan("B", "B", CodeLinks()).findings.map(\.code) == ["not-linked"])
    #expect(plan("B", "B", Self.links(("B", "A"))).facts.count == 1)
  }
}
