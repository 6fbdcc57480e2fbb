import Assessment
import FoundationEssentials
import Testing
import Text

@testable import Records

@Suite("A store")
struct StoreTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.path + "/store" }

  private func open(_ options: StoreOptions = .test()) throws -> Store {
    try Store.open(path, options: options)
  }

  private func code(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was thrown"
    } catch let error as RecordsError {
      #expect(error.message.isComplete && error.remedy.isComplete)
      return error.code
    } catch {
      return "\(error)"
    }
  }

  @Test("answers from facts, at once and after it was opened again")
  func answers() throws {
    let store = try open()
    let ids = try store.append(Sample.facts)
    #expect(ids == (1...Sample.facts.count).map { "alpha-\($0)" })
    for store in [store, try open()] {
      let event = try #require(try store.event("kampot-1"))
      #expect(event.title == Sample.event.title && event.createdAt == StoreOptions.noon)
      #expect(event.openOccasions.isEmpty && event.openedOccasions == [.pre])
      #expect(event.learners.map(\.code) == ["code"] && !event.isSynthetic)
      #expect(
        try store.people() == [PersonAttributes(code: "code", sex: "female", province: "kampot")])
      let attempts = try store.attempts()
      let paper = try #require(
        Sample.facts.firstIndex { if case .attemptImported = $0 { true } else { false } })
      #expect(attempts.map(\.id) == ["alpha-\(paper + 1)", "alpha-5"])
      let taken = try #require(try store.attempt("alpha-5"))
      #expect(taken.answers == ["q-anchor": "b", "q-number": "12.25", "q-text": "ឃុំ"])
      #expect(taken.isComplete && taken.outcomes.count == 4 && taken.maximum == 4)
      // No point by the first scoring; one by the rescoring, and by the judgement after it.
      #expect(taken.score == 1 && taken.rescorings.count == 1 && taken.ratings.count == 1)
      #expect(try store.accommodations().isEmpty)
      #expect(try store.attempts(event: "kampot-1", occasion: .post).map(\.code) == ["paper"])
      #expect(try store.attempts(event: "other").isEmpty)
      #expect(try store.importedSources() == ["00"])
      #expect(try store.knownCodes() == ["code", "paper"])
      #expect(try Self.checked(store).isEmpty)
      #expect(store.findings.isEmpty)
    }
  }

  @Test("keeps folder, journals and their files to their owner")
  func permissions() throws {
    try open().append(Sample.facts[0])
    for (name, mode) in [("", 0o700), ("/journals", 0o700), ("/journals/alpha.journal", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + name)
      #expect("\(attributes[.posixPermissions] ?? 0)" == "\(mode)", "\(name)")
    }
  }

  @Test("gives an attempt that was not handed in back at the place where it was left")
  func resume() throws {
    let store = try open()
    try store.append(.eventCreated(Sample.event))
    let id = try store.append(.attemptStarted(Sample.attempt()))
    try store.append(
      .answerGiven(AnswerRecord(attempt: id, item: "q-anchor", response: .chosen(["b"]))))
    try store.append(
      .answerGiven(AnswerRecord(attempt: id, item: "q-own-a", response: .chosen(["c", "a"]))))
    try store.append(
      .answerGiven(AnswerRecord(attempt: id, item: "q-anchor", response: .choice([]))))
    let found = try #require(
      try open().openAttempt(code: "code", event: "kampot-1", occasion: .pre))
    #expect(found.id == id && found.started == Sample.attempt())
    #expect(found.attempt.responses == ["q-own-a": .choice(["a", "c"])])
    #expect(found.attempt.position == 1)
    try store.append(.attemptMoved(MoveRecord(attempt: id, position: 3)))
    let moved = try open().openAttempt(code: "code", event: "kampot-1", occasion: .pre)
    #expect(moved?.attempt.position == 3)
    #expect(moved?.attempt.responses == found.attempt.responses)
    #expect(try store.attempts().first?.answers == ["q-own-a": "a,c"])
    #expect(try store.attempts().first?.isComplete == false)
    #expect(try store.openAttempt(code: "code", event: "kampot-1", occasion: .post) == nil)
    #expect(try store.openAttempt(code: "code", event: nil, occasion: .pre) == nil)
    try store.append(.attemptSubmitted(SubmissionRecord(attempt: id)))
    try store.append(
      .answerGiven(AnswerRecord(attempt: id, item: "q-own-a", response: .chosen(["d"]))))
    #expect(try store.openAttempt(code: "code", event: "kampot-1", occasion: .pre) == nil)
    #expect(try store.attempts().first?.answers == ["q-own-a": "a,c"])
  }

  @Test("is used by two at once: each sees what the other wrote, and the chain holds")
  func twoAtOnce() throws {
    let first = try open()
    let second = try open()
    for fact in Sample.facts {
      try first.append(fact)
      try second.append(fact)
    }
    #expect(try first.attempts().count == second.attempts().count)
    #expect(
      try Journal.all(in: path + "/journals")[0].read().records.count == 2 * Sample.facts.count)
    #expect(try Self.checked(first).allSatisfy { $0 == "orphan-answers" })
  }

  @Test("is written by several at once: the journal is one chain with every fact in it")
  func concurrent() async throws {
    let path = path
    let ids = try await withThrowingTaskGroup(of: [String].self) { group in
      for task in 0..<4 {
        group.addTask {
          let store = try Store.open(path, options: .test())
          return try (0..<25).map { number in
            try store.append(
              .attemptSubmitted(SubmissionRecord(attempt: "task\(task)-\(number)")))
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(ids) == Set((1...100).map { "alpha-\($0)" }))
    let reading = try Journal.all(in: path + "/journals")[0].read()
    #expect(reading.problem == nil && reading.records.count == 100 && reading.tornBytes == 0)
    #expect(try open().check().count { $0.code != "orphan-answers" } == 0)
  }

  @Test("goes on in a new journal when its own is gone, which it reports")
  func journalGone() throws {
    try open().append(Sample.facts[0])
    #expect(try open().events().count == 1)
    folder.remove("store/journals/alpha.journal")
    let store = try open(.test(device: "fresh"))
    #expect(store.findings.map(\.code) == ["journal-shortened"])
    #expect(try store.append(Sample.facts[1]) == "fresh-1")
    #expect(try store.append(Sample.facts[1]) == "fresh-2")
    #expect(folder.bytes("store/journals/alpha.journal").isEmpty)
  }

  @Test("in use takes time, chance and machine from the system")
  func system() throws {
    let store = try open(.system(kind: .real))
    try store.append(.eventCreated(Sample.event))
    let event = try #require(try store.event("kampot-1"))
    #expect(Timestamp.isValid(event.createdAt) && event.createdAt > "2024")
    #expect(try open(.system()).append(Sample.facts[1]).hasSuffix("-2"))
  }

  @Test("says in both languages what the disk, the index or a value refused")
  func environment() throws {
    #expect(code { try PosixFile("/dev/full", .update).write([1], at: 0) } == "disk-full")
    #expect(code { _ = try CanonicalJSON.bytes(Double.nan) } == "not-encodable")
    #expect(code { try PosixFile.remove("/proc/version") } == "io-failed")
    #expect(code { try PosixFile.syncFolder("/none") } == "io-failed")
    let store = try open()
    let sqlite = try #require(store.index as? SQLiteIndex)
    #expect(code { try sqlite.execute("no such statement") } == "index-failed")
    try sqlite.execute("DROP TABLE answer")
    #expect(code { _ = try store.attempts() } == "index-failed")
  }

  @Test("makes its index again when it is gone, broken, of another schema, or asked to")
  func rebuild() throws {
    try open().append(Sample.facts)
    let expected = try open().index.digest()
    folder.removeIndex("store")
    #expect(try open().index.digest() == expected)
    folder.removeIndex("store")
    try folder.write(
      Array("this is no database, however long it may be".utf8), to: "store/index.sqlite")
    let remade = try open()
    #expect(remade.findings.map(\.code) == ["index-remade"])
    #expect(try remade.index.digest() == expected)
    let sqlite = try #require(remade.index as? SQLiteIndex)
    try sqlite.execute("PRAGMA user_version = 99")
    let other = try open()
    #expect(other.findings.map(\.code) == ["index-remade"])
    #expect(try other.index.digest() == expected)
    try other.rebuildIndex()
    #expect(try other.index.digest() == expected)
  }

  /// What a check finds beside the sample's site, for which nobody signed.
  private static func checked(_ store: Store) throws -> [String] {
    try store.check().map(\.code).filter { $0 != "signature-wrong" }
  }

  @Test("finds an index that says something else than the journals")
  func indexDiffers() throws {
    let store = try open()
    try store.append(Sample.facts)
    #expect(try store.attempts().count == 2)
    let sqlite = try #require(store.index as? SQLiteIndex)
    try sqlite.execute("UPDATE answer SET response = 'c' WHERE item = 'q-anchor'")
    #expect(try Self.checked(store) == ["index-rebuilt"])
    try store.rebuildIndex()
    #expect(try Self.checked(store).isEmpty)
  }

  @Test("finds a changed byte anywhere in a journal")
  func flippedByte() throws {
    let store = try open()
    try store.append(Sample.facts[8])
    let name = "store/journals/alpha.journal"
    let whole = folder.bytes(name)
    for place in whole.indices {
      var changed = whole
      changed[place] ^= 1
      try folder.write(changed, to: name)
      #expect(try open().check().hasErrors, "byte \(place)")
    }
  }

  @Test(
    "finds that a journal lost its last record, goes on in a new journal, and forgives when it is back"
  )
  func shortened() throws {
    try open().append(Sample.facts[0])
    let name = "store/journals/alpha.journal"
    let before = folder.bytes(name)
    let store = try open()
    try store.append(Sample.facts[2])
    #expect(try store.events().first?.learners.count == 1)
    let whole = folder.bytes(name)
    try folder.write(before, to: name)
    for options in [StoreOptions.test(), .test(device: "fresh")] {
      #expect(try open(options).check().map(\.code) == ["journal-shortened"])
    }
    let second = try open(.test(device: "fresh"))
    #expect(try second.events().first?.learners.isEmpty == true)
    #expect(try second.append(Sample.facts[1]) == "fresh-1")
    #expect(second.findings.map(\.code) == ["journal-shortened", "journal-begun"])
    #expect(folder.bytes(name) == before)
    try folder.write(whole, to: name)
    let third = try open(.test(device: "unused"))
    #expect(try third.check().map(\.code) == [])
    #expect(try third.events().first?.learners.count == 1)
    #expect(try third.append(Sample.facts[1]) == "fresh-2")
    folder.remove(name)
    #expect(try open().check().map(\.code).contains("journal-shortened"))
  }

  @Test("goes on in a new journal when its own was damaged")
  func damaged() throws {
    try open().append(Array(Sample.facts.prefix(2)))
    let name = "store/journals/alpha.journal"
    var bytes = folder.bytes(name)
    bytes[bytes.count - 20] ^= 4
    try folder.write(bytes, to: name)
    folder.removeIndex("store")
    let store = try open(.test(device: "fresh"))
    #expect(store.findings.map(\.code) == ["journal-damaged"])
    #expect(try store.append(Sample.facts[0]) == "fresh-1")
    #expect(store.findings.map(\.code) == ["journal-damaged", "journal-begun"])
    #expect(folder.bytes(name) == bytes)
    #expect(try store.events().count == 1)
  }

  @Test("reports a write that was cut short as a warning, and repairs it with the next one")
  func torn() throws {
    try open().append(Sample.facts[0])
    let name = "store/journals/alpha.journal"
    try folder.write(folder.bytes(name) + Array("0123".utf8), to: name)
    let store = try open()
    #expect(store.findings.map(\.code) == ["journal-torn"])
    #expect(try store.check().map(\.severity) == [.warning])
    try store.append(Sample.facts[1])
    #expect(store.findings.map(\.code) == ["journal-torn", "journal-repaired"])
    #expect(folder.bytes(name + ".torn") == Array("0123\n".utf8))
    #expect(try Self.checked(store).isEmpty)
  }

  @Test("of made-up facts and one of real facts refuse each other")
  func synthetic() throws {
    let made = try open(.test(kind: .synthetic(seed: 5)))
    try made.append(Sample.facts)
    #expect(made.isSynthetic && made.seed == 5)
    #expect(try made.events().first?.isSynthetic == true)
    #expect(try open().isSynthetic)
    #expect(code { _ = try open(.test(kind: .real)) } == "synthetic-mismatch")
    let realPath = folder.path + "/real"
    let real = try Store.open(realPath, options: .test(device: "beta", kind: .real))
    try real.append(Sample.facts[0])
    #expect(code { _ = try real.merge(from: path) } == "synthetic-mismatch")
    #expect(code { _ = try made.merge(from: realPath) } == "synthetic-mismatch")
    #expect(
      code { _ = try Store.open(realPath, options: .test(kind: .synthetic(seed: 1))) }
        == "synthetic-mismatch")
    try folder.write(folder.bytes("real/journals/beta.journal"), to: "store/journals/beta.journal")
    #expect(code { _ = try open() } == "synthetic-mismatch")
    #expect(code { _ = try made.events() } == "synthetic-mismatch")
    #expect(try made.check().map(\.code) == ["synthetic-mismatch"])
  }

  @Test("gets a device of its own when it was copied to another machine")
  func copiedToAnotherMachine() throws {
    try open(.test(machine: "one")).append(Sample.facts[0])
    #expect(try open(.test(device: "unused", machine: "one")).append(Sample.facts[1]) == "alpha-2")
    #expect(try open(.test(device: "beta", machine: "two")).append(Sample.facts[1]) == "beta-1")
    #expect(!String(decoding: folder.bytes("store/device.json"), as: UTF8.self).contains("two"))
  }

  @Test("that a newer Sala wrote is refused with what to do")
  func newer() throws {
    try open().append(Sample.facts[0])
    let manifest = folder.bytes("store/store.json")
    try folder.write(Array(#"{"format":2}"#.utf8), to: "store/store.json")
    #expect(code { _ = try open() } == "newer-store")
    try folder.write(Array(#"{"format":"#.utf8), to: "store/store.json")
    #expect(code { _ = try open() } == "bad-store")
    try folder.write(manifest, to: "store/store.json")
    let name = "store/journals/alpha.journal"
    let head = try #require(try Journal.all(in: path + "/journals")[0].read().head)
    let line = JournalLine.sealed(
      Array(#"{"fact":{"kind":"dance"},"seq":2,"time":"2026-01-05T12:00:00Z"}"#.utf8),
      after: head.hash)
    try folder.write(folder.bytes(name) + line.bytes, to: name)
    #expect(code { _ = try open() } == "newer-journal")
  }

  @Test("is not made where it is not wanted, nor in a folder that holds other things")
  func missing() throws {
    #expect(code { _ = try open(.test(creates: false)) } == "no-store")
    #expect(
      code { _ = try Store.open(folder.path + "/none", options: .test()).merge(from: "/none") }
        == "no-store")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try folder.write([1], to: "store/thesis.doc")
    #expect(code { _ = try open() } == "not-a-store")
    #expect(code { _ = try Store.open("/proc/none", options: .test()) } == "io-failed")
    try folder.write([1], to: "file")
    #expect(
      code { _ = try Store.open(folder.path + "/file/store", options: .test()) } == "io-failed")
  }

  @Test("refuses a clock and a device id that make no sense")
  func badOptions() throws {
    #expect(code { try open(.test(time: "noon")).append(Sample.facts[0]) } == "bad-clock")
    #expect(code { try open(.test(device: "A B")).append(Sample.facts[0]) } == "bad-device")
    #expect(try open().append([]).isEmpty)
    #expect(Timestamp.isValid(StoreOptions.systemClock()))
    #expect(StoreFiles.isDeviceID(StoreOptions.randomDeviceID()))
    #expect(StoreOptions.randomDeviceID() != StoreOptions.randomDeviceID())
  }

  @Test("finds answers to attempts that nobody began and events that nobody created")
  func orphans() throws {
    let store = try open()
    try store.append([
      .answerGiven(AnswerRecord(attempt: "gone-1", item: "q", response: .text("x"))),
      .attemptStarted(Sample.attempt(event: "gone")),
      .learnerEnrolled(
        EnrollmentRecord(event: "gone", code: "c", sequence: .secondThenFirst, number: 1)),
      .eventCreated(Sample.event),
    ])
    var other = Sample.event
    other.seed = 8
    try store.append(.eventCreated(other))
    #expect(
      try store.check().map(\.code) == [
        "orphan-answers", "orphan-event", "orphan-event", "event-twice",
      ])
    #expect(try store.events().map(\.seed) == [7])
    for finding in try store.check() {
      #expect(finding.message.isComplete && finding.remedy.isComplete)
    }
  }
}
