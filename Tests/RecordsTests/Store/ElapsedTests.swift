import Assessment
import Synchronization
import Testing

@testable import Records

@Suite("The time of an attempt that is used")
struct ElapsedTests {
  private let folder = TemporaryFolder()

  /// Facts with the minutes of the wall clock at which they are written, and what was measured.
  private func secondsUsed(_ steps: [(minute: Int, elapsed: Int?)]) throws -> Double {
    let clock = Mutex("2026-01-05T08:00:00.000Z")
    let name = steps.map { "\($0.minute)=\($0.elapsed ?? -1)" }.joined(separator: "-") + "-store"
    let options = StoreOptions(
      clock: { clock.withLock { $0 } }, makeDeviceID: { "alpha" })
    let store = try Store.open("\(folder.path)/\(name)", options: options)
    let id = try store.append(.attemptStarted(Sample.attempt("c1")))
    for (index, step) in steps.enumerated() {
      let (hour, minute) = (8 + step.minute / 60, step.minute % 60)
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      clock.withLock { $0 = "2026-01-05T\(two(hour)):\(two(minute)):00.000Z" }
      try store.append(
        index.isMultiple(of: 2)
          ? .answerGiven(
            AnswerRecord(
              attempt: id, item: "q-anchor", response: .chosen(["b"]), elapsed: step.elapsed))
          : .attemptMoved(MoveRecord(attempt: id, position: 1, elapsed: step.elapsed)))
    }
    let open = try #require(
      try store.openAttempt(code: "c1", event: "kampot-1", occasion: .pre))
    return open.secondsUsed
  }

  @Test("what was measured counts, whatever the clock on the wall says; it never goes back")
  func measured() throws {
    #expect(try secondsUsed([(1, 20_000), (300, 65_500)]) == 65.5)
    #expect(try secondsUsed([(60, 90_000), (1, 95_000), (500, 94_000)]) == 95)
    #expect(try secondsUsed([(1, -5000)]) == 0)
  }

  @Test("where nobody measured, the old rule holds: the times between, ten minutes at most")
  func old() throws {
    #expect(try secondsUsed([(1, nil), (3, nil)]) == 180)
    #expect(try secondsUsed([(1, nil), (200, nil)]) == 660)
    #expect(try secondsUsed([]) == 0)
  }

  @Test("a test begun under an older Sala goes on from what it used, and back")
  func mixed() throws {
    #expect(try secondsUsed([(2, nil), (300, 150_000)]) == 150)
    #expect(try secondsUsed([(2, 60_000), (5, nil)]) == 240)
  }

  @Test("milliseconds are rounded up, and nonsense is nothing")
  func milliseconds() {
    #expect(Elapsed.milliseconds(1.0001) == 1001)
    #expect(Elapsed.milliseconds(2) == 2000)
    for odd: Double in [-1, -.infinity, .infinity, .nan] { #expect(Elapsed.milliseconds(odd) == 0) }
    #expect(Elapsed.milliseconds(1e300) == 9_460_000_000_000)
  }

  @Test(
    "each event of a session becomes its fact; without a measurement the bytes are the old ones")
  func facts() throws {
    let response = Response.chosen(["b"])
    let events: [(Attempt.Event, Fact, String)] = [
      (
        .answered(item: "q", response: response),
        .answerGiven(AnswerRecord(attempt: "a", item: "q", response: response, elapsed: 1500)),
        #"{"attempt":"a","item":"q","kind":"answer-given","response":{"kind":"choice","text":"b"}}"#
      ),
      (
        .moved(to: 3), .attemptMoved(MoveRecord(attempt: "a", position: 3, elapsed: 1500)),
        #"{"attempt":"a","kind":"attempt-moved","position":3}"#
      ),
      (
        .submitted, .attemptSubmitted(SubmissionRecord(attempt: "a", elapsed: 1500)),
        #"{"attempt":"a","kind":"attempt-submitted"}"#
      ),
    ]
    for (event, fact, old) in events {
      #expect(Fact(event, attempt: "a", secondsUsed: 1.5) == fact)
      let unmeasured = Fact(event, attempt: "a", secondsUsed: nil)
      #expect(String(decoding: try CanonicalJSON.bytes(unmeasured), as: UTF8.self) == old)
      #expect(try CanonicalJSON.value(Fact.self, from: old.utf8) == unmeasured)
      let text = String(decoding: try CanonicalJSON.bytes(fact), as: UTF8.self)
      #expect(text.contains("\"elapsed\":1500"))
    }
  }

  @Test("the seconds of a test that was handed in are kept, and exported")
  func submitted() throws {
    let sample = SiteSample()
    let store = try sample.open()
    try sample.take(store, code: "c1")
    #expect(try store.attempts().map(\.secondsUsed) == [9])
    let csv = ResultsExport.csv(try store.attempts(), people: [])
    #expect(csv.contains(",2026-01-05T12:00:00.000Z,,9,"))
    try store.rebuildIndex()
    #expect(try store.attempts().map(\.secondsUsed) == [9])
  }
}
