import Cascade
import Curriculum
import Document
import FoundationEssentials
import Scheduling
import Source
import Testing
import Text

@Suite("Files of schedules")
struct ScheduleFilesTests {
  static let small = """
    {"weeks": 4, "modules": ["m1", "m2"], "provinces": [{"id": "kampot"}, {"id": "takeo"}],
     "trainers": [
      {"id": "t1", "sex": "female", "competent": ["m1", "m2"], "availableWeeks": [1, 2, 3, 4],
       "travelKm": {"kampot": 10, "takeo": 20}},
      {"id": "t2", "sex": "male", "competent": ["m1", "m2"], "availableWeeks": [1, 2, 3, 4],
       "travelKm": {"kampot": 5, "takeo": 0}}],
     "rules": {"trainersPerSession": 2, "minimumWomenPerSession": 1,
      "maximumSessionsPerTrainerAndWeek": 1, "modulesInOrder": true},
     "objective": {"travelKm": 1, "largestTrainerLoad": 60}}
    """

  private func read(_ text: String) -> (instance: ScheduleInstance?, codes: [String]) {
    let collector = DiagnosticCollector()
    let instance = ScheduleReading(path: "x.json", collector: collector).instance(text)
    return (instance, collector.diagnostics.map(\.code))
  }

  private func solve(_ instance: ScheduleInstance) -> ScheduleAnswer {
    var limits = ScheduleLimits()
    limits.iterations = 500
    return Scheduling.solve(instance, limits: limits)
  }

  @Test("an instance is read whole, and its answer has the keys that others read")
  func whole() throws {
    let (read, codes) = read(Self.small)
    let instance = try #require(read)
    #expect(codes.isEmpty)
    #expect(instance.trainers[1].travel == [5, 0] && instance.trainers[0].isWoman)
    let answer = solve(instance)
    let report = ScheduleReport(instance: instance, answer: answer, explanation: nil)
    let json = report.json(language: .english)
    #expect(json["status"]?.stringValue == "optimal")
    // Both trainers hold all four sessions: 2 · (10 + 20 + 5 + 0) + 60 · 4.
    #expect(json["objective"]?.intValue == 310 && json["bound"]?.intValue == 310)
    #expect(json["sessions"]?.arrayValue?.count == 4)
    // The answer can be read again, as settled sessions.
    let collector = DiagnosticCollector()
    let again = ScheduleReading(path: "y.json", collector: collector)
      .sessions(json.encoded(), of: instance)
    #expect(again == answer.sessions && collector.diagnostics.isEmpty)
  }

  @Test("keys that lack have defaults")
  func defaults() throws {
    let (read, _) = read(
      #"{"weeks": 2, "modules": ["a"], "provinces": ["p"], "trainers": [{"id": "t", "sex": "f"}]}"#)
    let instance = try #require(read)
    #expect(instance.rules == .init() && instance.weights == .init())
    #expect(instance.trainers[0].competent == [0])
    #expect(instance.trainers[0].availableWeeks == [1, 2])
  }

  @Test(
    "what is wrong is refused with its reason",
    arguments: [
      ("{", "not-json"), ("[]", "wrong-kind"), ("{\"weeks\": 2, \"weeks\": 2}", "not-json"),
      (Self.with("\"weeks\": 4", "\"weeks\": -1"), "impossible-number"),
      (Self.with("\"weeks\": 4", "\"weeks\": 99999999"), "impossible-number"),
      (Self.with("\"id\": \"takeo\"", "\"id\": \"kampot\""), "duplicate-id"),
      (Self.with("\"id\": \"t2\"", "\"id\": \"t1\""), "duplicate-id"),
      (Self.with("\"takeo\": 0", "\"takeo\": -3"), "impossible-number"),
      (Self.with("\"takeo\": 0", "\"takeo\": 1e300"), "impossible-number"),
      (Self.with("\"takeo\": 0", "\"takoe\": 0"), "unknown-reference"),
      (Self.with("[1, 2, 3, 4]", "[0]"), "impossible-number"),
      (Self.with("\"female\"", "\"queen\""), "unknown-value"),
      (Self.with("Session\": 2", "Session\": 0"), "impossible-number"),
      (Self.with("WomenPerSession\": 1", "WomenPerSession\": 3"), "impossible-number"),
      (Self.with("InOrder\": true", "InOrder\": 1"), "wrong-kind"),
    ])
  func wrong(_ text: String, _ code: String) {
    let (instance, codes) = read(text)
    #expect(instance == nil && codes.contains(code))
  }

  private static func with(_ old: String, _ new: String) -> String {
    var parts: [Substring] = []
    var rest = small[...]
    while let range = rest.firstRange(of: old) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    parts.append(rest)
    return parts.joined(separator: new)
  }

  @Test("several faults come in one pass; unknown keys are only warned of")
  func several() {
    let (instance, codes) = read(
      #"{"weeks": 0, "modules": 3, "provinces": [], "trainers": [], "colour": 1}"#)
    #expect(instance == nil)
    #expect(codes.contains("impossible-number") && codes.contains("wrong-kind"))
    #expect(codes.contains("unknown-key"))
  }

  @Test("an illness takes all weeks or some; what is no trainer or no week is refused")
  func absence() throws {
    var instance = try #require(read(Self.small).instance)
    #expect(ScheduleAbsence("t9", of: instance) == nil)
    #expect(ScheduleAbsence("t1:9", of: instance) == nil)
    #expect(ScheduleAbsence("t1:", of: instance) == nil)
    try #require(ScheduleAbsence("t1:1-2,4", of: instance)).apply(to: &instance)
    #expect(instance.trainers[0].availableWeeks == [3])
    try #require(ScheduleAbsence("t2", of: instance)).apply(to: &instance)
    #expect(instance.trainers[1].availableWeeks.isEmpty)
  }

  @Test("calendars fold by bytes, keep their ids and start on the Monday of the week")
  func calendar() throws {
    var instance = try #require(read(Self.small).instance)
    instance.provinces[0].id = String(repeating: "ខេត្ត", count: 20) + ";,\\"
    let session = ScheduledSession(province: 0, module: 0, week: 2, trainers: [0, 1])
    let start = try #require(CalendarDate("2027-01-04"))
    func text(_ week: Int) -> String {
      var session = session
      session.week = week
      return ScheduleCalendar(
        instance: instance, sessions: [session], start: start, now: 1_800_000_000
      ).text(of: 0)
    }
    let calendar = text(2)
    #expect(calendar.contains("DTSTART;VALUE=DATE:20270111\r\nDTEND;VALUE=DATE:20270116\r\n"))
    #expect(calendar.contains("DTSTAMP:20270115T080000Z\r\n"))
    for line in calendar.utf8.split(separator: UInt8(ascii: "\n")) { #expect(line.count <= 76) }
    #expect(Array(calendar.utf8).suffix(2) == [13, 10])
    func uid(_ text: String) -> Substring? {
      text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("UID:") }
    }
    #expect(uid(calendar) == uid(text(3)) && uid(calendar) != nil)
  }

  @Test("why there is no schedule is said in both languages")
  func reasons() throws {
    let text = Self.with("\"sex\": \"female\"", "\"sex\": \"male\"")
    let instance = try #require(read(text).instance)
    let answer = solve(instance)
    #expect(answer.status == .infeasible)
    let report = ScheduleReport(
      instance: instance, answer: answer, explanation: Scheduling.explain(instance))
    #expect(!report.reasons.isEmpty && !report.remedies.isEmpty)
    for text in report.reasons + report.remedies {
      #expect(!text.en.isEmpty && !text.text(in: .khmer).isEmpty)
      #expect(text.en != text.text(in: .khmer))
    }
  }

  @Test(
    "the public instances come out as known",
    arguments: [
      ("cascade-4x6-weeks12-trainers16", 3705.0), ("cascade-4x6-weeks12-trainers12", nil),
    ] as [(String, Double?)])
  func publicInstances(_ name: String, _ best: Double?) throws {
    guard let folder = ProcessInfo.processInfo.environment["SALA_REFERENCE"],
      let data = FileManager.default.contents(atPath: "\(folder)/instances/\(name).json")
    else { return }
    let (read, codes) = read(String(decoding: data, as: UTF8.self))
    let instance = try #require(read)
    #expect(codes.isEmpty)
    for seed in 1...3 as ClosedRange<UInt64> {
      var limits = ScheduleLimits()
      limits.iterations = 5000
      limits.seed = seed
      let answer = Scheduling.solve(instance, limits: limits)
      #expect(answer.status == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      #expect(answer.objective == best && answer.bound == best, "seed \(seed)")
    }
  }
}
