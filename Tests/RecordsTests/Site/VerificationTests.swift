import Assessment
import Testing
import Text

@testable import Records

@Suite("Verification of a journal")
struct VerificationTests {
  private let sample = SiteSample()

  /// A store whose journal holds signed results and two facts after the last signature.
  private func ready(results: Int = 1) throws -> Store {
    let store = try sample.open()
    try sample.makeSite(store)
    for number in 1...results { try sample.take(store, code: "c\(number)") }
    let id = try store.append(.attemptStarted(Sample.attempt("c3")))
    try store.append(.attemptMoved(MoveRecord(attempt: id, position: 1, elapsed: 30_000)))
    return store
  }

  private func verified(_ bytes: [UInt8], trust: SiteTrust = SiteTrust()) throws -> VerifiedFile {
    try JournalVerification(bytes, path: "alpha.journal", device: "alpha", trust: trust).verified
  }

  @Test("any flipped byte, by any mask, is found, and the record that holds it is named")
  func flips() throws {
    _ = try ready()
    let whole = sample.bytes
    #expect(try verified(whole).state == .signedInPart)
    var changed = whole
    var line = 1
    var start = 0
    for place in whole.indices {
      for mask: UInt8 in [0x01, 0x20, 0x80] {
        changed[place] = whole[place] ^ mask
        let file = try verified(changed)
        let fault = file.fault
        #expect(file.state == .failed, "byte \(place), mask \(mask)")
        #expect(fault?.line == line && fault?.record == line - 1, "byte \(place), mask \(mask)")
        #expect(fault?.offset == start && fault?.lastRecord == nil, "byte \(place), mask \(mask)")
      }
      changed[place] = whole[place]
      if whole[place] == 0x0A {
        line += 1
        start = place + 1
      }
    }
    #expect(line == SiteSample.texts(whole).count + 1)
  }

  @Test("names what the changed record is about, as far as it can still be read")
  func subject() throws {
    _ = try ready()
    var bytes = sample.bytes
    let lines = bytes.split(separator: 0x0A)
    let place = try #require(
      lines.firstIndex { String(decoding: $0, as: UTF8.self).contains("\"answer-given\"") })
    let start = lines[place].startIndex
    // A hash is changed: the record itself can be read.
    bytes[start] ^= 1
    let fault = try #require(try verified(bytes).fault)
    #expect(fault.record == place)
    #expect(fault.subject.kind == "answer-given" && fault.subject.item == "q-anchor")
    #expect(fault.subject.code == "c1" && fault.subject.event == "kampot-1")
    #expect(fault.subject.form == "ila-a" && fault.subject.attempt?.hasPrefix("alpha-") == true)
    #expect(
      fault.subject.parts.map(\.name) == ["kind", "code", "event", "form", "attempt", "item"])
  }

  @Test("lines added, removed, swapped or doubled are found where it begins")
  func lines() throws {
    _ = try ready()
    let lines = sample.bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    func fault(_ lines: [[UInt8]]) throws -> VerificationFault? {
      try verified(Array(lines.joined())).fault
    }
    #expect(try fault(lines) == nil)
    for place in lines.indices.dropFirst() {
      var removed = lines
      removed.remove(at: place)
      var doubled = lines
      doubled.insert(lines[place], at: place)
      // The last line alone: nothing in the file shows that it is gone.
      if place < lines.count - 1 {
        #expect(try fault(removed)?.record == place)
        var swapped = lines
        swapped.swapAt(place, place + 1)
        #expect(try fault(swapped)?.record == place)
      }
      #expect(try fault(doubled)?.record == place + 1)
    }
    #expect(try fault([])?.record == 0)
    #expect(try fault(lines + [Array("x".utf8)])?.kind == .trailing)
    #expect(try fault(lines + [[0x0A]])?.kind == .changed)
    #expect(try fault(lines + [Array("\(JournalLine.noHash) {}\n".utf8)])?.record == lines.count)
  }

  @Test("cut anywhere, it fails, unless the cut is after a whole record that no signature follows")
  func cuts() throws {
    _ = try ready()
    let whole = sample.bytes
    var trust = SiteTrust()
    trust.devices["alpha"] = try JournalVerification(
      whole, path: "alpha.journal", device: "alpha", trust: trust
    ).trust.devices["alpha"]
    let signed = try verified(whole).signedThrough
    for size in whole.indices {
      let cut = Array(whole.prefix(size))
      let endsWhole = size > 0 && whole[size - 1] == 0x0A
      let file = try verified(cut)
      let isBatchCut =
        endsWhole && SiteSample.texts(cut).last?.contains("\"more\":") == true
      #expect((file.fault != nil) == (!endsWhole || isBatchCut), "\(size)")
      // Who remembers a signature finds every cut before it.
      let remembered = try verified(cut, trust: trust)
      if file.fault == nil, file.records < signed {
        #expect(remembered.fault?.kind == .removed, "\(size)")
        #expect(remembered.fault?.record == file.records + 1)
        #expect(remembered.fault?.lastRecord ?? remembered.fault?.record == signed)
      } else {
        #expect((remembered.fault == nil) == (file.fault == nil), "\(size)")
      }
    }
  }

  @Test("a forger without the key, who makes all hashes again, is found by the next signature")
  func forged() throws {
    _ = try ready(results: 2)
    let texts = SiteSample.texts(sample.bytes)
    let signatures = texts.indices.filter { texts[$0].contains("\"journal-signed\"") }
    #expect(signatures.count == 2)
    for place in texts.indices.dropFirst() {
      var forged = texts
      guard let range = forged[place].ranges(of: "12:00:00.000Z").last else { continue }
      forged[place].replaceSubrange(range, with: "12:00:00.001Z")
      let file = try verified(SiteSample.chained(forged))
      // A signature line's own time, and what follows the last signature, are signed by nothing.
      let next = signatures.first { $0 > place }
      guard let next else {
        #expect(file.fault == nil, "\(place)")
        continue
      }
      let fault = try #require(file.fault, "\(place)")
      #expect(fault.kind == .badSignature || fault.kind == .badSite, "\(place): \(fault)")
      #expect(try #require(fault.record) <= place, "\(place)")
      #expect(fault.lastRecord ?? fault.record ?? 0 >= place || fault.kind == .badSite)
      #expect(fault.lastRecord == next || fault.kind == .badSite)
    }
  }

  @Test(
    "a forger who also renews what a signature says of the hash, or strips signatures, is found")
  func forgedHash() throws {
    _ = try ready()
    let texts = SiteSample.texts(sample.bytes)
    let first = try #require(texts.firstIndex { $0.contains("\"journal-signed\"") })
    var forged = Array(texts.prefix(first + 1))
    forged[first - 1] = forged[first - 1].replacing("\"score\":0", with: "\"score\":1")
    #expect(forged[first - 1] != texts[first - 1])
    let before = SiteSample.chained(Array(forged.prefix(first))).split(separator: 0x0A)
    let hash = String(decoding: try #require(before.last).prefix(64), as: UTF8.self)
    let old = try #require(texts[first].firstMatch(of: /"hash":"([0-9a-f]{64})"/)).output.1
    forged[first] = forged[first].replacing(old, with: hash)
    #expect(try verified(SiteSample.chained(forged)).fault?.kind == .badSignature)
    // Without any signature the chain is all there is; who saw one before misses it.
    let stripped = texts.filter { !$0.contains("\"journal-signed\"") }.enumerated().map {
      index, text in text.replacing(/"seq":\d+/, with: "\"seq\":\(index)")
    }
    let trust = try JournalVerification(
      sample.bytes, path: "alpha.journal", device: "alpha", trust: SiteTrust()
    ).trust
    let bytes = SiteSample.chained(stripped)
    #expect(try verified(bytes).state == .notSigned)
    #expect(try verified(bytes, trust: trust).fault != nil)
  }

  @Test("a signature of a key that the journal does not name, or of another journal, is none")
  func foreignSignature() throws {
    _ = try ready()
    let texts = SiteSample.texts(sample.bytes)
    // The journal under another device's name.
    let renamed = texts.map { $0.replacing("\"device\":\"alpha\"", with: "\"device\":\"bravo\"") }
    let file = try JournalVerification(
      SiteSample.chained(renamed), path: "bravo.journal", device: "bravo", trust: SiteTrust()
    ).verified
    #expect(file.fault?.kind == .badSignature)
    #expect(
      try JournalVerification(
        sample.bytes, path: "bravo.journal", device: "bravo", trust: SiteTrust()
      ).verified.fault?.kind == .renamed)
    let described = try #require(texts.firstIndex { $0.contains("\"site-described\"") })
    var changed = texts
    changed[described] = changed[described].replacing("Kampot", with: "Kep")
    #expect(try verified(SiteSample.chained(changed)).fault?.kind == .badSite)
    changed = texts
    changed.remove(at: described)
    changed = changed.enumerated().map { index, text in
      text.replacing(/"seq":\d+/, with: "\"seq\":\(index)")
    }
    #expect(try verified(SiteSample.chained(changed)).fault?.kind == .badSignature)
  }

  @Test("what the index or an earlier verification saw must still be there")
  func remembered() throws {
    // The index takes in what is new when it is asked.
    #expect(try ready().attempts().count == 2)
    let whole = sample.bytes
    #expect(try sample.verify().isSound)
    let lines = whole.split(separator: 0x0A).map { Array($0) + [0x0A] }
    try sample.write(Array(lines.dropLast().joined()))
    // The index saw the last record, though no signature covers it.
    let shorter = try sample.verified()
    #expect(shorter.fault?.kind == .removed && shorter.fault?.record == lines.count - 1)
    sample.folder.removeIndex("store")
    #expect(try sample.verify().isSound)
    try sample.write(Array(lines.prefix(5).joined()))
    #expect(try sample.verified().fault?.kind == .removed)
    sample.folder.remove(sample.journal)
    let gone = try sample.verify()
    #expect(gone.files.isEmpty && gone.findings.map(\.code) == ["journal-shortened"])
    #expect(!gone.isSound)
    try sample.write(whole)
    #expect(try sample.verify().isSound)
    #expect(throws: RecordsError.self) { try StoreVerification.store(sample.folder.path + "/no") }
  }

  @Test("a newer journal is not judged, and random bytes never crash it")
  func others() throws {
    let newer = SiteSample.chained([#"{"format":2}"#])
    #expect(throws: RecordsError.self) { try verified(newer) }
    var generator = SeededGenerator(seed: 5, purpose: "verification")
    for _ in 0..<500 {
      let bytes = (0..<generator.index(below: 300)).map { _ in
        generator.index(below: 5) == 0 ? UInt8(0x0A) : UInt8(generator.index(below: 256))
      }
      #expect(try verified(bytes).fault?.record == 0)
    }
  }
}
