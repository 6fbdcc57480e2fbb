import Assessment
import Testing
import Text

@testable import Records

@Suite("Merging stores")
struct MergeTests {
  private let folder = TemporaryFolder()

  private func store(
    _ name: String, device: String, time: String = StoreOptions.noon
  ) throws -> Store {
    try Store.open("\(folder.path)/\(name)", options: .test(device: device, time: time))
  }

  @Test("is a union: in any order and however often, the answers are the same")
  func union() throws {
    var generator = SeededGenerator(seed: 3, purpose: "merge")
    for round in 0..<6 {
      var folders: [String] = []
      for device in ["dev1", "dev2", "dev3"] {
        let name = "r\(round)-\(device)"
        folders.append("\(folder.path)/\(name)")
        for _ in 0..<4 {
          let minute = 10 + generator.index(below: 40)
          let store = try store(name, device: device, time: "2026-01-05T12:\(minute):00Z")
          try store.append(
            (0..<(1 + generator.index(below: 8))).map { _ in
              Self.fact(device: device, using: &generator)
            })
        }
      }
      var results: Set<String> = []
      for target in 0..<3 {
        let merged = try store("r\(round)-m\(target)", device: "merge\(target)")
        var order = generator.shuffled(folders + folders)
        if target == 0 { order += order }
        for source in order { #expect(try merged.merge(from: source).findings.isEmpty) }
        #expect(
          try merged.check().filter { $0.severity == .error && $0.code != "orphan-answers" }.isEmpty
        )
        results.insert(
          "\(try merged.index.digest()) \(try merged.events()) \(try merged.people()) \(try merged.attempts())"
        )
      }
      #expect(results.count == 1)
    }
  }

  private static func fact(device: String, using generator: inout SeededGenerator) -> Fact {
    let code = "c\(generator.index(below: 3))"
    let event = "e\(generator.index(below: 2))"
    let occasion = generator.index(below: 2) == 0 ? Occasion.pre : .post
    let attempt = "\(device)-\(1 + generator.index(below: 6))"
    switch generator.index(below: 9) {
    case 0:
      var record = Sample.event
      record.id = event
      record.seed = generator.index(below: 3)
      return .eventCreated(record)
    case 1: return .occasionOpened(OccasionRecord(event: event, occasion: occasion))
    case 2: return .occasionClosed(OccasionRecord(event: event, occasion: occasion))
    case 3:
      return .learnerEnrolled(
        EnrollmentRecord(
          event: event, code: code,
          sequence: generator.index(below: 2) == 0 ? .firstThenSecond : .secondThenFirst,
          number: generator.index(below: 4)))
    case 4:
      return .personDescribed(
        PersonAttributes(code: code, province: "p\(generator.index(below: 3))"))
    case 5: return .attemptStarted(Sample.attempt(code, event: event, occasion: occasion))
    case 6:
      return .answerGiven(
        AnswerRecord(
          attempt: attempt, item: "q-anchor",
          response: .chosen([["a", "b", "c"][generator.index(below: 3)]])))
    case 7: return .attemptSubmitted(SubmissionRecord(attempt: attempt))
    default:
      return .attemptImported(
        ImportRecord(
          attempt: Sample.attempt(code, event: event, occasion: occasion), answers: [:],
          outcomes: [], startedAt: nil, submittedAt: nil, repetition: 1, file: "f",
          sha256: "s\(generator.index(below: 2))"))
    }
  }

  @Test("takes a journal at its longest and leaves a longer one alone")
  func longest() throws {
    let first = try store("one", device: "dev1")
    try first.append(Sample.facts[0])
    let second = try store("two", device: "dev2")
    var report = try second.merge(from: first.folder)
    #expect((report.added, report.extended, report.facts) == (1, 0, 1))
    try first.append(Array(Sample.facts[1...2]))
    report = try second.merge(from: first.folder)
    #expect((report.added, report.extended, report.facts) == (0, 1, 2))
    report = try second.merge(from: first.folder)
    #expect((report.unchanged, report.facts) == (1, 0))
    report = try first.merge(from: second.folder)
    #expect((report.unchanged, report.added) == (1, 0))
    #expect(try second.events().first?.learners.count == 1)
  }

  @Test("keeps both sides of journals that contradict each other, and says so ever after")
  func diverged() throws {
    let first = try store("one", device: "same")
    try first.append(Sample.facts[0])
    let second = try store("two", device: "same")
    try second.append(Sample.facts[1])
    let mine = folder.bytes("one/journals/same.journal")
    let report = try first.merge(from: second.folder)
    #expect(report.findings.map(\.code) == ["journals-diverged"])
    #expect(folder.bytes("one/journals/same.journal") == mine)
    let kept = try #require(
      report.findings.first?.message.en.split(separator: "'").last { $0.contains("/") })
    #expect(
      folder.bytes(String(kept.dropFirst(folder.path.count + 1)))
        == folder.bytes("two/journals/same.journal"))
    #expect(try first.check().map(\.code) == ["journals-diverged"])
  }

  @Test("takes in nothing damaged, and of a torn journal what was acknowledged")
  func damaged() throws {
    let first = try store("one", device: "dev1")
    try first.append(Array(Sample.facts.prefix(3)))
    let name = "one/journals/dev1.journal"
    let whole = folder.bytes(name)
    var bytes = whole
    bytes[100] ^= 1
    try folder.write(bytes, to: name)
    let second = try store("two", device: "dev2")
    #expect(try second.merge(from: first.folder).findings.map(\.code) == ["journal-damaged"])
    #expect(folder.bytes("two/journals/dev1.journal").isEmpty)
    try folder.write(whole + [0x30, 0x31], to: name)
    let report = try second.merge(from: first.folder)
    #expect(report.findings.map(\.code) == ["journal-torn"])
    #expect(report.facts == 3)
    #expect(folder.bytes("two/journals/dev1.journal") == whole)
    try folder.write(bytes, to: "two/journals/dev1.journal")
    #expect(try second.merge(from: first.folder).findings.map(\.code).contains("journal-damaged"))
    #expect(folder.bytes("two/journals/dev1.journal") == bytes)
  }
}
