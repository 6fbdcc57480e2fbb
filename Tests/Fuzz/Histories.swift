import Assessment
import FoundationEssentials
import Records
import Text

/// Random histories of four devices that write, merge and forget, in any order.
///
/// At the end all four stores must say the same. A history depends on its seed and number alone.
struct Histories {
  /// Where the stores are made; nothing is left there.
  let folder: String
  let seed: UInt64

  /// What went wrong in a history.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs the histories from `first` on, and tells of each that fails.
  ///
  /// - Returns: How many failed.
  func run(first: Int, count: Int, report: (String) -> Void) -> Int {
    var failed = 0
    for number in first..<first + count {
      do {
        try run(number)
      } catch {
        failed += 1
        report("history \(number), seed \(seed): \(error)")
      }
    }
    return failed
  }

  /// Runs one history.
  func run(_ number: Int) throws {
    let place = "\(folder)/\(number)"
    defer { try? FileManager.default.removeItem(atPath: place) }
    var history = try History(
      folder: place, generator: SeededGenerator(seed: seed, purpose: "history/\(number)"))
    for _ in 0..<history.generator.index(below: 20) + 8 { try history.step() }
    try history.settle()
    try history.forgetAgain()
    try history.compare()
  }
}

/// One history while it happens.
private struct History {
  var generator: SeededGenerator
  private let stores: [Store]
  private let clock = Clock()
  private let folder: String
  private var forgotten: Set<String> = []

  private static let devices = ["dev1", "dev2", "dev3", "dev4"]
  private static let codes = ["c1", "c2", "c3"]

  /// A clock that somebody sets forwards and back.
  private final class Clock: @unchecked Sendable {
    var minute = 0
  }

  init(folder: String, generator: SeededGenerator) throws {
    self.folder = folder
    self.generator = generator
    let clock = clock
    stores = try Self.devices.enumerated().map { index, device in
      let store = try Store.open(
        "\(folder)/\(device)",
        options: StoreOptions(
          clock: { Timestamp.text(unixMilliseconds: 1_767_614_400_000 + clock.minute * 60_000) },
          makeDeviceID: { device }))
      if index < 2 {
        _ = try store.makeSite(
          name: device, id: "00112233aabbcc0\(index)",
          secret: (0..<32).map { UInt8($0 * 3 + index + 1) })
      }
      return store
    }
  }

  mutating func step() throws {
    clock.minute = generator.index(below: 600)
    let store = stores[generator.index(below: stores.count)]
    switch generator.index(below: 10) {
    case 0...5:
      let device = generator.index(below: stores.count)
      try store.append((0...generator.index(below: 4)).map { _ in fact(of: device) })
    case 6...8:
      try merge(stores[generator.index(below: stores.count)], into: store)
    default:
      let code = Self.codes[generator.index(below: Self.codes.count)]
      guard try store.knownCodes().contains(code) else { return }
      _ = try store.forget(code, reason: "asked for it")
      forgotten.insert(code)
    }
  }

  private func merge(_ other: Store, into store: Store) throws {
    if store === other { return }
    let report = try store.merge(from: other.folder)
    if let error = report.findings.first(where: { $0.severity == .error }) {
      throw Histories.Failure(description: "\(error.code): \(error.message.en)")
    }
  }

  /// Merges everything into everything, in random orders, until nothing comes in any more.
  mutating func settle() throws {
    for _ in 0..<2 {
      var pairs = stores.indices.flatMap { into in stores.indices.map { (into, $0) } }
      pairs += pairs.prefix(generator.index(below: pairs.count))
      for (into, from) in generator.shuffled(pairs) { try merge(stores[from], into: stores[into]) }
    }
  }

  /// Erases what those who forgot did not know of.
  mutating func forgetAgain() throws {
    for code in forgotten.sorted() { _ = try stores[0].forget(code, reason: "again") }
    try settle()
  }

  func compare() throws {
    let said = try stores.map { store in
      """
      \(try store.digest())
      \(try store.events())
      \(try store.people())
      \(try store.attempts())
      \(try store.accommodations())
      \(try store.statements())
      \(try store.knownCodes().sorted())
      """
    }
    guard Set(said).count == 1 else { throw Histories.Failure(description: "stores differ") }
    for store in stores {
      let wrong = try store.check().first {
        !["orphan-answers", "orphan-event", "event-twice"].contains($0.code)
      }
      if let wrong { throw Histories.Failure(description: "\(wrong.code): \(wrong.message.en)") }
      if try store.people().contains(where: { forgotten.contains($0.code) }) {
        throw Histories.Failure(description: "somebody is not forgotten")
      }
      for device in Self.devices {
        let path = "\(store.folder)/journals/\(device).journal"
        let text = (try? Data(contentsOf: URL(filePath: path))).map {
          String(decoding: $0, as: UTF8.self)
        }
        for code in forgotten where text?.contains("office of \(code)") == true {
          throw Histories.Failure(description: "\(device) still describes \(code)")
        }
      }
    }
  }

  private mutating func fact(of device: Int) -> Fact {
    let code = Self.codes[generator.index(below: Self.codes.count)]
    let event = "e\(generator.index(below: 2))"
    let occasion = generator.index(below: 2) == 0 ? Occasion.pre : .post
    let attempt = "\(Self.devices[device])-\(1 + generator.index(below: 9))"
    let answer = Response.chosen([["a", "b", "c"][generator.index(below: 3)]])
    switch generator.index(below: 12) {
    case 0:
      return .eventCreated(
        EventRecord(
          id: event, title: LocalizedText(same: event), curriculum: "c", curriculumVersion: "1",
          forms: ["a", "b"], seed: generator.index(below: 3)))
    case 1: return .occasionOpened(OccasionRecord(event: event, occasion: occasion))
    case 2: return .occasionClosed(OccasionRecord(event: event, occasion: occasion))
    case 3:
      return .learnerEnrolled(
        EnrollmentRecord(
          event: event, code: code,
          sequence: generator.index(below: 2) == 0 ? .firstThenSecond : .secondThenFirst,
          number: generator.index(below: 4)))
    case 4, 5:
      return .personDescribed(
        PersonAttributes(
          code: code, province: "p\(generator.index(below: 3))",
          organisation: "office of \(code)"))
    case 6:
      return .attemptStarted(
        AttemptRecord(
          event: event, code: code, occasion: occasion, form: "a", formVersion: "1",
          items: ["q1", "q2"], language: .khmer, mode: .terminal, optionSeed: "s"))
    case 7:
      return .answerGiven(AnswerRecord(attempt: attempt, item: "q1", response: answer))
    case 8: return .attemptSubmitted(SubmissionRecord(attempt: attempt))
    case 9:
      return .participationDecided(
        ParticipationRecord(
          event: event, code: code, included: generator.index(below: 2) == 0, notice: "1"))
    case 10:
      return .codesLinked(LinkRecord(from: code, to: Self.codes[0], reason: "mistyped"))
    default:
      return .accommodationGranted(
        AccommodationRecord(event: event, code: code, time: nil, reason: .other))
    }
  }
}
