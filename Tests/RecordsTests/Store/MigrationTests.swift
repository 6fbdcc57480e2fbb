import Assessment
import Testing
import Text

@testable import Records

@Suite("Stores of earlier versions")
struct MigrationTests {
  private let folder = TemporaryFolder()

  /// A store as a version of Sala left it: what it could write was what came before and this.
  struct Version: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// The version of its index.
    var index: Int
    /// The lines that it added, as it wrote them.
    var lines: [String]
  }

  /// What each version could write that none before it could; the lines of a store of a version are
  /// those of all versions up to it.
  static let versions = [
    Version(
      testDescription: "journals", index: 1,
      lines: [
        #""fact":{"curriculum":"ila","curriculumVersion":"1","forms":["ila-a","ila-b"],"id":"kampot-1","kind":"event-created","seed":7,"title":{"en":"Old event","km":"ព្រឹត្តិការណ៍ចាស់"}}"#,
        #""fact":{"event":"kampot-1","kind":"occasion-opened","occasion":"pre"}"#,
        #""fact":{"code":"2222-2222","event":"kampot-1","kind":"learner-enrolled","number":1,"sequence":"AB"}"#,
        #""fact":{"code":"2222-2222","kind":"person-described","province":"ratanakiri","sex":"female"}"#,
        #""fact":{"code":"2222-2222","event":"kampot-1","form":"ila-a","formVersion":"1","items":["q1","q2"],"kind":"attempt-started","language":"km","mode":"terminal","occasion":"pre","optionSeed":"s"}"#,
        #""fact":{"attempt":"old1-5","item":"q1","kind":"answer-given","response":{"kind":"choice","text":"b"}}"#,
        #""fact":{"attempt":"old1-5","kind":"attempt-submitted"}"#,
        #""fact":{"attempt":"old1-5","formVersion":"1","kind":"attempt-scored","outcomes":[{"answered":true,"item":"q1","keyVersion":"k1","maximum":1,"score":1},{"answered":false,"item":"q2","keyVersion":"k2","maximum":1,"score":0}]}"#,
      ]),
    Version(
      testDescription: "moves", index: 2,
      lines: [#""fact":{"attempt":"old1-5","kind":"attempt-moved","position":1}"#]),
    Version(
      testDescription: "rescoring", index: 3,
      lines: [
        #""fact":{"attempt":"old1-5","formVersion":"2","kind":"attempt-rescored","outcome":{"answered":true,"item":"q1","keyVersion":"k3","maximum":1,"score":0},"reason":"wrong key"}"#
      ]),
    Version(
      testDescription: "judgements and more time", index: 4,
      lines: [
        #""fact":{"code":"2222-2222","event":"kampot-1","grant":{"timeFactor":1.5},"kind":"accommodation-granted","reason":"sight"}"#,
        #""fact":{"attempt":"old1-5","kind":"rating-given","levels":{"clear":1},"outcome":{"answered":true,"item":"q2","keyVersion":"k2","maximum":1,"score":1},"rater":"ts","revision":1,"rubric":"r","rubricVersion":"1"}"#,
      ]),
    Version(
      testDescription: "measured time", index: 5,
      lines: [#""fact":{"attempt":"old1-5","elapsed":9000,"kind":"attempt-moved","position":1}"#]),
    Version(
      testDescription: "statements without salt", index: 6,
      lines: [
        #""fact":{"code":"2222-2222","event":"kampot-1","included":true,"kind":"participation-decided","notice":"1"}"#
      ]),
    Version(
      testDescription: "teaching", index: 7,
      lines: [
        #""fact":{"began":"2026-01-05T13:00:00.000Z","event":"kampot-1","kind":"teaching-began"}"#
      ]),
  ]

  private func journal(_ version: Version) -> [UInt8] {
    let lines = Self.versions.filter { $0.index <= version.index }.flatMap(\.lines)
    let header =
      #"{"created":"2026-01-05T12:00:00.000Z","device":"old1","format":1,"kind":"journal","synthetic":false}"#
    return SiteSample.chained(
      [header]
        + lines.enumerated().map { place, line in
          "{\(line),\"seq\":\(place + 1),\"time\":\"2026-01-05T12:0\(place % 10):00.000Z\"}"
        })
  }

  /// Puts the files of a store there, with an index of its version that knows nothing of today's.
  private func store(_ version: Version) throws -> Store {
    let name = "v\(version.index)"
    try PosixFile.makeFolder("\(folder.path)/\(name)/journals")
    try folder.write(journal(version), to: "\(name)/journals/old1.journal")
    try folder.write(
      Array(#"{"created":"2026-01-05T12:00:00.000Z","format":1,"synthetic":false}"#.utf8),
      to: "\(name)/store.json")
    try folder.write(
      Array(#"{"device":"old1","format":1,"machine":""}"#.utf8), to: "\(name)/device.json")
    try folder.write(
      Array(
        #"{"devices":{},"format":1,"sites":{"00112233aabbccdd":{"chains":[["\#(String(repeating: "ab", count: 32))"]],"name":"Old"}}}"#
          .utf8), to: "\(name)/trusted-keys.json")
    let old = try #require(try SQLiteIndex(path: "\(folder.path)/\(name)/index.sqlite"))
    for table in ["forgotten", "statement", "head"] { try old.execute("DROP TABLE \(table)") }
    try old.execute("PRAGMA user_version = \(version.index)")
    return try Store.open("\(folder.path)/\(name)", options: .test(device: "new1"))
  }

  @Test("are read whole, written on, merged, and forgotten in", arguments: versions)
  func read(_ version: Version) throws {
    let before = journal(version)
    let store = try store(version)
    #expect(store.findings.map(\.code) == ["index-remade"])
    #expect(try store.events().map(\.learners.count) == [1])
    #expect(try store.people().map(\.province) == ["ratanakiri"])
    let attempt = try #require(try store.attempts().first)
    #expect(attempt.isComplete && attempt.answers == ["q1": "b"])
    #expect(attempt.score == (version.index < 3 ? 1 : version.index < 4 ? 0 : 1))
    #expect(try store.accommodations().count == (version.index < 4 ? 0 : 1))
    #expect(try store.statements().participation.count == (version.index < 6 ? 0 : 1))
    #expect(try store.check().allSatisfy { $0.severity == .note })
    #expect(try store.check().isEmpty)
    #expect(try StoreVerification.store(store.folder).state == .notSigned)
    try store.append(.occasionClosed(OccasionRecord(event: "kampot-1", occasion: .pre)))
    let name = "v\(version.index)/journals/old1.journal"
    #expect(folder.bytes(name).starts(with: before))
    let other = try Store.open("\(folder.path)/o\(version.index)", options: .test(device: "new2"))
    #expect(try other.merge(from: store.folder).findings.isEmpty)
    #expect(try other.digest() == store.digest())
    #expect(try other.forget("2222-2222", reason: "asked for it").erased == 1)
    #expect(try store.merge(from: other.folder).findings.isEmpty)
    #expect(!String(decoding: folder.bytes(name), as: UTF8.self).contains("ratanakiri"))
    #expect(try store.people().isEmpty && store.check().isEmpty)
    #expect(try store.attempts() == [attempt])
  }

  @Test("of every version of the index but today's are made again")
  func everyIndex() {
    #expect(Self.versions.map(\.index) == Array(1..<IndexSchema.version))
  }
}
