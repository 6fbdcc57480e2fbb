import Testing
import Text

@testable import Records

@Suite("A journal")
struct JournalTests {
  private let folder = TemporaryFolder()
  private var journal: Journal { Journal(folder: folder.path, device: "alpha") }

  private func begin() throws {
    try journal.create(
      JournalHeader(device: "alpha", synthetic: false, seed: nil, created: StoreOptions.noon))
  }

  private func append(_ facts: [Fact], time: String = StoreOptions.noon) throws -> Journal.Appended?
  {
    try journal.append(facts, time: time, after: nil)
  }

  @Test("gives back every kind of fact as it was written, in order")
  func roundTrip() throws {
    try begin()
    for fact in Sample.facts { _ = try #require(try append([fact])) }
    let reading = try journal.read()
    #expect(reading.problem == nil)
    #expect(reading.records.map(\.fact) == Sample.facts)
    #expect(reading.records.map(\.seq) == Array(1...Sample.facts.count))
    #expect(Set(Sample.facts.map(\.kind)) == Set(Fact.Kind.allCases))
  }

  @Test("writes one line for each record, with the SHA-256 of the line before it chained in")
  func format() throws {
    try begin()
    _ = try append([.attemptSubmitted(SubmissionRecord(attempt: "x/1"))])
    let lines = String(decoding: folder.bytes("alpha.journal"), as: UTF8.self).split(
      separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].dropFirst(65)
        == #"{"created":"2026-01-05T12:00:00.000Z","device":"alpha","format":1,"kind":"journal","#
        + #""synthetic":false}"#)
    #expect(
      lines[1].dropFirst(65)
        == #"{"fact":{"attempt":"x/1","kind":"attempt-submitted"},"seq":1,"#
        + #""time":"2026-01-05T12:00:00.000Z"}"#)
    let first = JournalLine.hash(
      of: String(repeating: "0", count: 64) + " " + lines[0].dropFirst(65))
    let second = JournalLine.hash(of: first + " " + lines[1].dropFirst(65))
    #expect(lines[0].prefix(64) == first)
    #expect(lines[1].prefix(64) == second)
  }

  @Test("hashes as FIPS 180-4 says: the digest of 'abc'")
  func knownDigest() {
    #expect(
      JournalLine.hash(of: "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("shows a changed byte anywhere in it")
  func flippedByte() throws {
    try begin()
    for fact in Sample.facts.prefix(4) { _ = try append([fact]) }
    let whole = folder.bytes("alpha.journal")
    #expect(JournalReading(whole, device: "alpha").problem == nil)
    for place in whole.indices {
      for mask: UInt8 in [0x01, 0x80, whole[place] ^ 0x0A] where mask != 0 {
        var changed = whole
        changed[place] ^= mask
        let reading = JournalReading(changed, device: "alpha")
        #expect(reading.problem != nil, "byte \(place), mask \(mask)")
        #expect(reading.records.count < 4)
      }
    }
  }

  @Test("keeps every acknowledged fact when the last write was cut at any byte, and is repaired")
  func tornWrite() throws {
    try begin()
    for fact in Sample.facts.prefix(3) { _ = try append([fact]) }
    let acknowledged = folder.bytes("alpha.journal")
    _ = try append([Sample.facts[3]])
    let whole = folder.bytes("alpha.journal")
    for size in acknowledged.count..<whole.count {
      try folder.write(Array(whole.prefix(size)), to: "alpha.journal")
      folder.remove("alpha.journal.torn")
      let torn = try journal.read()
      #expect(torn.problem == nil)
      #expect(torn.records.map(\.fact) == Array(Sample.facts.prefix(3)))
      #expect(torn.tornBytes == size - acknowledged.count)
      let appended = try #require(try append([Sample.facts[5]]))
      #expect(appended.repairedBytes == size - acknowledged.count)
      let repaired = try journal.read()
      #expect(repaired.problem == nil && repaired.tornBytes == 0)
      #expect(repaired.records.map(\.fact) == Array(Sample.facts.prefix(3)) + [Sample.facts[5]])
      let aside = folder.bytes("alpha.journal.torn").dropLast()
      #expect(Array(aside) == Array(whole[acknowledged.count..<size]))
    }
  }

  @Test("takes facts that were written together all or not at all")
  func batch() throws {
    try begin()
    _ = try append([Sample.facts[0]])
    let acknowledged = folder.bytes("alpha.journal")
    _ = try append(Array(Sample.facts[1...4]))
    let whole = folder.bytes("alpha.journal")
    #expect(try journal.read().records.count == 5)
    for size in acknowledged.count..<whole.count {
      let reading = JournalReading(Array(whole.prefix(size)), device: "alpha")
      #expect(reading.problem == nil)
      #expect(reading.records.count == 1)
    }
  }

  @Test("refuses to grow after damage, and leaves the bytes as they are")
  func noGrowthAfterDamage() throws {
    try begin()
    _ = try append([Sample.facts[0]])
    var bytes = folder.bytes("alpha.journal")
    bytes[bytes.count - 10] ^= 1
    try folder.write(bytes, to: "alpha.journal")
    #expect(try append([Sample.facts[1]]) == nil)
    #expect(folder.bytes("alpha.journal") == bytes)
  }

  @Test("orders facts by the latest time so far, so that a clock set back changes no order")
  func clockSetBack() throws {
    try begin()
    let times = ["2026-01-05T12:00:05Z", "2026-01-05T11:00:00.500Z", "2026-01-05T12:00:05.001Z"]
    for time in times { _ = try append([Sample.facts[0]], time: time) }
    let records = try journal.read().records
    #expect(records.map(\.time) == times)
    #expect(records.map(\.order) == records.map(\.order).sorted())
    #expect(
      records.map(\.orderTime) == [
        "2026-01-05T12:00:05.000Z", "2026-01-05T12:00:05.000Z", "2026-01-05T12:00:05.001Z",
      ])
  }

  @Test("of a newer format, with an unknown kind or under another name is named as such")
  func foreign() throws {
    func sealed(_ texts: [String]) -> [UInt8] {
      var previous = JournalLine.noHash
      return texts.flatMap { text in
        let line = JournalLine.sealed(Array(text.utf8), after: previous)
        previous = line.hash
        return line.bytes
      }
    }
    let header =
      #"{"created":"2026-01-05T12:00:00Z","device":"alpha","format":1,"kind":"journal","synthetic":false}"#
    let newer = JournalReading(sealed([#"{"format":2,"other":true}"#]), device: "alpha")
    #expect(newer.problem == .newerFormat(2))
    let unknown = sealed([
      header, #"{"fact":{"kind":"dance"},"seq":1,"time":"2026-01-05T12:00:00Z"}"#,
    ])
    #expect(
      JournalReading(unknown, device: "alpha").problem == .unknownKind("dance", line: 2))
    #expect(JournalReading(unknown, device: "beta").problem == .otherDevice("alpha"))
    let odd = [
      #"[]"#, #"{"seq":1}"#,
      #"{"fact":{"kind":"event-created"},"seq":1,"time":"2026-01-05T12:00:00Z"}"#,
      #"{"fact":{"attempt":"a","kind":"attempt-submitted"},"seq":2,"time":"2026-01-05T12:00:00Z"}"#,
      #"{"fact":{"attempt":"a","kind":"attempt-submitted"},"seq":1,"time":"yesterday"}"#,
    ]
    for text in odd {
      #expect(
        JournalReading(sealed([header, text]), device: "alpha").problem == .damaged(line: 2),
        "\(text)")
    }
    #expect(JournalReading(sealed(["{}"]), device: "alpha").problem == .damaged(line: 1))
    #expect(JournalReading([], device: "alpha").problem == .damaged(line: 1))
  }

  @Test("made of random bytes never crashes the reader and never gives a fact")
  func randomBytes() {
    var generator = SeededGenerator(seed: 11, purpose: "journal")
    for _ in 0..<2000 {
      let bytes = (0..<generator.index(below: 200)).map { _ in
        generator.index(below: 4) == 0 ? UInt8(0x0A) : UInt8(generator.index(below: 256))
      }
      let reading = JournalReading(bytes, device: "alpha")
      #expect(reading.problem != nil)
      #expect(reading.records.isEmpty)
    }
  }
}
