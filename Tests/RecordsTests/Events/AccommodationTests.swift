import Assessment
import Testing
import Text

@testable import Records

@Suite("More time, and how often")
struct AccommodationTests {
  private let folder = TemporaryFolder()
  private let event = EventSummary(
    record: Sample.event, createdAt: StoreOptions.noon,
    learners: [.init(code: "c1", sequence: .firstThenSecond, number: 1)])

  private func record(
    _ time: Accommodation.Time?, code: String = "c1", by: String? = nil
  ) -> AccommodationRecord {
    AccommodationRecord(
      event: Sample.event.id, code: code, time: time, reason: .sight, by: by)
  }

  private func codes(
    _ record: AccommodationRecord, current: [AccommodationRecord] = []
  ) -> [String] {
    let plan = AccommodationPlanning.plan(record, event: event, current: current)
    #expect(plan.findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
    #expect(plan.facts.isEmpty == !plan.findings.isEmpty)
    return plan.findings.map(\.code)
  }

  @Test("what may be granted, and what is refused or known")
  func planning() {
    for time: Accommodation.Time in [
      .factor(1.25), .factor(10), .extraMinutes(1), .extraMinutes(1440), .noLimit,
    ] {
      #expect(codes(record(time)).isEmpty)
      #expect(codes(record(time), current: [record(time)]) == ["known-accommodation"])
      #expect(codes(record(nil), current: [record(time)]).isEmpty)
    }
    for factor in [1, 0.5, -2, 10.1, .infinity, .nan] {
      #expect(codes(record(.factor(factor))) == ["bad-factor"])
    }
    for extra in [0, -5, 1441, .max, .min] {
      #expect(codes(record(.extraMinutes(extra))) == ["bad-minutes"])
    }
    #expect(codes(record(nil)) == ["nothing-granted"])
    #expect(
      codes(record(.factor(0), code: "c2", by: "Sok Dara"))
        == ["not-enrolled", "bad-factor", "bad-grantor"])
  }

  @Test("the latest holds, a withdrawal ends it, and an index made again knows the same")
  func latest() throws {
    let store = try Store.open("\(folder.path)/store", options: .test())
    try store.append([
      .eventCreated(Sample.event), .accommodationGranted(record(.factor(1.5))),
      .accommodationGranted(record(.noLimit, code: "c2", by: "t1")),
      .accommodationGranted(record(.extraMinutes(15))),
    ])
    #expect(
      try store.accommodations() == [
        record(.extraMinutes(15)), record(.noLimit, code: "c2", by: "t1"),
      ]
    )
    #expect(try store.accommodations(event: "other").isEmpty)
    try store.append(.accommodationGranted(record(nil)))
    try store.rebuildIndex()
    #expect(try store.accommodations().map(\.code) == ["c2"])
    #expect(try store.accommodations().first?.accommodation?.time == .noLimit)
    #expect(try store.check().isEmpty)
    var foreign = record(.noLimit)
    foreign.event = "nowhere"
    try store.append(.accommodationGranted(foreign))
    #expect(try store.check().map(\.code) == ["orphan-event"])
  }

  @Test("an attempt keeps the time it was taken with; without any the key is absent")
  func attempt() throws {
    var attempt = Sample.attempt()
    let without = String(decoding: try CanonicalJSON.bytes(attempt), as: UTF8.self)
    #expect(!without.contains("accommodation"))
    attempt.accommodation = TimeGrant(.factor(1.5))
    let with = String(decoding: try CanonicalJSON.bytes(attempt), as: UTF8.self)
    #expect(with.contains("\"accommodation\":{\"timeFactor\":1.5}"))
    #expect(try CanonicalJSON.value(AttemptRecord.self, from: without.utf8) == Sample.attempt())
    let store = try Store.open("\(folder.path)/attempts", options: .test())
    try store.append(.attemptStarted(attempt))
    #expect(try store.attempts().map(\.accommodation) == [TimeGrant(.factor(1.5))])
    for time: Accommodation.Time in [.factor(2), .extraMinutes(5), .noLimit] {
      #expect(TimeGrant(time).time == time)
    }
  }

  @Test("large print is granted with more time or alone, kept with the attempt, and exported")
  func largePrint() throws {
    var alone = record(nil)
    alone.largePrint = true
    var both = record(.factor(1.5))
    both.largePrint = true
    #expect(codes(alone).isEmpty && codes(both).isEmpty)
    #expect(codes(alone, current: [alone]) == ["known-accommodation"])
    #expect(codes(record(nil), current: [alone]).isEmpty)
    #expect(alone.accommodation?.hasLargePrint == true && alone.accommodation?.time == nil)
    #expect(both.accommodation?.time == .factor(1.5) && !both.isWithdrawal)
    let plain = String(decoding: try CanonicalJSON.bytes(record(.noLimit)), as: UTF8.self)
    #expect(!plain.contains("largePrint"))
    let store = try Store.open("\(folder.path)/print", options: .test())
    try store.append([.eventCreated(Sample.event), .accommodationGranted(alone)])
    #expect(try store.accommodations() == [alone])
    var attempt = Sample.attempt()
    #expect(!String(decoding: try CanonicalJSON.bytes(attempt), as: UTF8.self).contains("large"))
    attempt.largePrint = true
    attempt.accommodation = TimeGrant(.extraMinutes(15))
    let id = try store.append(.attemptStarted(attempt))
    try store.append([
      .attemptSubmitted(SubmissionRecord(attempt: id)),
      .attemptScored(
        ScoreRecord(
          attempt: id, formVersion: Sample.form.version,
          outcomes: RecordedScoring.outcomes(Sample.form, [:]))),
    ])
    try store.rebuildIndex()
    let kept = try #require(try store.attempts().first)
    #expect(kept.hasLargePrint && kept.isAccommodated)
    #expect(ResultsExport.csv([kept], people: []).contains(",extra-minutes=15 large-print,,"))
    try store.append(.accommodationGranted(record(nil)))
    #expect(try store.accommodations().isEmpty)
    #expect(try store.check().isEmpty)
  }

  @Test("what was granted has one text form, and is read back from it")
  func text() {
    let times: [Accommodation.Time?] = [nil, .factor(1.5), .extraMinutes(15), .noLimit]
    for time in times {
      for print in [true, false] {
        let back = AccommodationText.decoded(AccommodationText.encoded(time, print))
        #expect(back?.time == time && back?.hasLargePrint == print)
      }
    }
    for odd in ["no", "time-factor=1", "time-factor=nan", "extra-minutes=0", "no-limit no-limit"] {
      #expect(AccommodationText.decoded(odd) == nil, "\(odd)")
    }
  }

  @Test("an outcome that waits has a key of its own; one that does not keeps its old bytes")
  func pending() throws {
    var outcome = Outcome(item: "q", score: 0, maximum: 2, isAnswered: true, keyVersion: "k")
    let plain = String(decoding: try CanonicalJSON.bytes(OutcomeRecord(outcome)), as: UTF8.self)
    #expect(
      plain == "{\"answered\":true,\"item\":\"q\",\"keyVersion\":\"k\",\"maximum\":2,\"score\":0}")
    outcome.isPending = true
    let waiting = try CanonicalJSON.bytes(OutcomeRecord(outcome))
    #expect(String(decoding: waiting, as: UTF8.self).contains("\"pending\":true"))
    #expect(try CanonicalJSON.value(OutcomeRecord.self, from: waiting).outcome == outcome)
  }

  @Test("a form is taken as often as its limit says; what was not handed in uses up nothing")
  func limit() {
    let done = ScoredAttempt(
      id: "a", record: Sample.attempt(), startedAt: StoreOptions.noon,
      submittedAt: StoreOptions.noon, outcomes: [], answers: [:])
    var open = done
    open.submittedAt = nil
    #expect(AttemptLimit.mayBegin(previous: [], limit: 1))
    #expect(AttemptLimit.mayBegin(previous: [open, open], limit: 1))
    #expect(!AttemptLimit.mayBegin(previous: [done], limit: 1))
    #expect(AttemptLimit.mayBegin(previous: [done, open], limit: 2))
    #expect(!AttemptLimit.mayBegin(previous: [done, done, done], limit: 2))
    #expect(AttemptLimit.mayBegin(previous: [done, done, done], limit: nil))
  }
}
