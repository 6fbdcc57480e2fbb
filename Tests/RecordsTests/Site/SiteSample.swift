import Assessment
import Testing

@testable import Records

/// A store with a key, and what is needed to spoil its journal.
final class SiteSample {
  let folder = TemporaryFolder()
  let name: String
  let device: String

  init(_ name: String = "store", device: String = "alpha") {
    self.name = name
    self.device = device
  }

  var path: String { "\(folder.path)/\(name)" }
  var journal: String { "\(name)/journals/\(device).journal" }

  static func secret(_ seed: UInt8) -> [UInt8] { (0..<32).map { seed &+ $0 &* 7 } }

  /// Opens the store, with the event of its tests.
  func open() throws -> Store {
    let store = try reopened()
    if try store.events().isEmpty { try store.append(.eventCreated(Sample.event)) }
    return store
  }

  func reopened() throws -> Store { try Store.open(path, options: .test(device: device)) }

  @discardableResult
  func makeSite(_ store: Store, seed: UInt8 = 1) throws -> SiteRecord {
    try store.makeSite(name: "Kampot", id: "00112233aabbcc0\(seed % 10)", secret: Self.secret(seed))
  }

  /// A learner takes a test: begun, two answers, handed in and scored.
  @discardableResult
  func take(_ store: Store, code: String) throws -> String {
    let id = try store.append(.attemptStarted(Sample.attempt(code)))
    for (item, response) in [("q-anchor", Response.chosen(["b"])), ("q-number", .number(12))] {
      try store.append(
        .answerGiven(AnswerRecord(attempt: id, item: item, response: response, elapsed: 1500)))
    }
    try store.append([
      .attemptSubmitted(SubmissionRecord(attempt: id, elapsed: 9000)),
      .attemptScored(
        ScoreRecord(
          attempt: id, formVersion: Sample.form.version,
          outcomes: Sample.form.items.map { ResponseProcessing.score($0, .chosen(["b"])) })),
    ])
    return id
  }

  func verify() throws -> VerificationReport { try StoreVerification.store(path) }

  func verified() throws -> VerifiedFile { try #require(try verify().files.first) }

  var bytes: [UInt8] { folder.bytes(journal) }
  func write(_ bytes: [UInt8]) throws { try folder.write(bytes, to: journal) }

  /// The journal's lines without hashes.
  static func texts(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0.dropFirst(65)) }
  }

  /// A journal of these lines, its chain made as a forger without the key would.
  static func chained(_ texts: [String]) -> [UInt8] {
    var previous = JournalLine.noHash
    return texts.flatMap { text in
      let line = JournalLine.sealed(Array(text.utf8), after: previous)
      previous = line.hash
      return line.bytes
    }
  }
}
