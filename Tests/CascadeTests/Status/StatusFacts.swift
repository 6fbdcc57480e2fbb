import Assessment
import Curriculum
import Records
import Source
import Text

@testable import Cascade

/// Made-up facts of a cascade, of a stated seed; nothing here happened.
struct StatusFacts {
  var events: [EventSummary] = []
  var statements = Statements()
  var people: [PersonAttributes] = []
  var attempts: [ScoredAttempt] = []
  var rubrics: [Rubric] = []
  private var chance: SeededGenerator
  private var said = 0

  init(seed: UInt64 = 1) { chance = SeededGenerator(seed: seed) }

  mutating func say<Record>(_ record: Record) -> Said<Record> {
    said += 1
    return Said(id: "d-\(said)", time: "2027-01-01T00:00:00Z", record: record)
  }

  mutating func event(
    _ id: String, generation: Int?, trainers: [String], learners: [String],
    status: EventDetails.Status? = .held, date: String = "2027-01-04", attendance: Bool = true
  ) {
    let record = EventRecord(
      id: id, title: LocalizedText(same: id), curriculum: "c", curriculumVersion: "1",
      forms: ["a", "b"], seed: 1)
    events.append(
      EventSummary(
        record: record, createdAt: "2027-01-01T00:00:00Z",
        learners: learners.enumerated().map {
          .init(code: $0.element, sequence: .firstThenSecond, number: $0.offset + 1)
        }))
    statements.details.append(
      say(
        EventDetails(
          event: id, generation: generation, from: date, to: date, status: status)))
    for (place, trainer) in trainers.enumerated() {
      statements.assignments.append(
        say(AssignmentRecord(event: id, code: trainer, role: place == 0 ? .lead : .co)))
    }
    guard attendance else { return }
    for code in learners {
      statements.attendance.append(
        say(AttendanceRecord(event: id, code: code, day: 1, presence: .full)))
    }
  }

  /// A test of one person, in percent.
  mutating func test(_ event: String, _ code: String, _ occasion: Occasion, _ percent: Double) {
    said += 1
    let time = occasion == .pre ? "2027-01-04T01:00:00Z" : "2027-01-04T09:00:00Z"
    attempts.append(
      ScoredAttempt(
        id: "t-\(said)",
        record: AttemptRecord(
          event: event, code: code, occasion: occasion, form: occasion == .pre ? "a" : "b",
          formVersion: "1", items: ["i"], language: .english, mode: .terminal, optionSeed: "1"),
        startedAt: time, submittedAt: time,
        outcomes: [
          Outcome(item: "i", score: percent, maximum: 100, isAnswered: true, keyVersion: "1")
        ], answers: [:]))
  }

  /// A number around 0 of standard deviation about 1.
  mutating func stray() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + chance.unit() }
  }

  func report(
    _ plan: CascadePlan = Plans.plan(trainers: 2, [.init(target: 40), .init(target: 100)]),
    by grouping: CascadeStatusReport.Grouping = .generation, date: String = "2027-06-01"
  ) throws -> CascadeStatusReport {
    CascadeStatus.status(
      CascadeStatusInput(
        plan: plan, events: events, statements: statements, people: people, attempts: attempts,
        rubrics: rubrics, date: try CalendarDate.of(date), grouping: grouping, isSynthetic: true))
  }

  /// Two masters teach 4 classes of 8; one of each class and another teach 8 classes of 10; what is
  /// passed on is 0.8.
  static func cascade(seed: UInt64 = 7) -> StatusFacts {
    var facts = StatusFacts(seed: seed)
    for master in ["M1", "M2"] {
      let role = facts.say(RoleRecord(code: master, role: .masterTrainer))
      facts.statements.roles.append(role)
    }
    for group in 0..<4 {
      let codes = (0..<8).map { "A\(group)\($0)" }
      facts.event(
        "g1-\(group)", generation: 1, trainers: [["M1", "M2"][group % 2]], learners: codes)
      facts.tests("g1-\(group)", codes, gain: 25)
      for teaching in 0..<2 {
        let learners = (0..<10).map { "B\(group)\(teaching)\($0)" }
        let event = "g2-\(group)\(teaching)"
        facts.event(
          event, generation: 2, trainers: [codes[teaching]], learners: learners,
          date: "2027-03-01")
        facts.tests(event, learners, gain: 20)
      }
    }
    return facts
  }

  mutating func tests(_ event: String, _ codes: [String], gain: Double) {
    let level = gain + 2 * stray()
    for (place, code) in codes.enumerated() {
      people.append(
        PersonAttributes(
          code: code, sex: place % 2 == 0 ? "f" : "m", province: place < 3 ? "kampot" : "takeo"))
      let before = 40 + 5 * stray()
      test(event, code, .pre, before)
      test(event, code, .post, before + level + 4 * stray())
    }
  }
}

extension CalendarDate {
  struct NoDay: Error {}

  static func of(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else { throw NoDay() }
    return day
  }
}
