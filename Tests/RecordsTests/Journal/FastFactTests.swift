import Assessment
import Text
import Testing

@testable import Records

@Suite("Lines that are written and read without the general coder")
struct FastFactTests {
  private static let texts = [
    "", "a", "b", "a,c", "12.5", "ឃុំ", "say \"no\"", "a\\b", "a/b", "line\nfeed", "\u{7F}", "é😀",
    "\u{200B}ក", "a=2,b=1",
  ]

  private func row(_ generator: inout SeededGenerator) -> RowRecord {
    let isPlain = generator.index(below: 3) > 0
    func text() -> String {
      isPlain
        ? ["", "a", "b", "a,c", "12.5", "ឃុំ"][generator.index(below: 6)]
        : Self.texts[generator.index(below: Self.texts.count)]
    }
    let count = generator.index(below: 70)
    var row = RowRecord(
      batch: text(), code: text(), answers: (0..<count).map { _ in text() },
      won: (0..<count).map { _ in
        switch generator.index(below: 6) {
        case 0: nil
        case 1: 1.0 / 3
        case 2: Double(generator.index(below: 2000)) / 100
        case 3: -Double(generator.index(below: 5))
        case 4: [0.333333333, 1e-7, 1e16, 1e22, 123_456_789.5, -0.0][generator.index(below: 6)]
        default: Double(generator.index(below: 12))
        }
      })
    if generator.index(below: 3) == 0 { row.elapsed = generator.index(below: 9_000_000) }
    if generator.index(below: 3) == 0 { row.repetition = generator.index(below: 12) }
    if generator.index(below: 3) == 0 { row.startedAt = StoreOptions.noon }
    if generator.index(below: 3) == 0 { row.submittedAt = text() }
    if generator.index(below: 8) == 0 { row.largePrint = generator.index(below: 2) == 0 }
    if generator.index(below: 8) == 0 { row.accommodation = TimeGrant(.factor(1.5)) }
    return row
  }

  private func read(_ bytes: [UInt8]) -> JournalEnvelope? {
    bytes.withUnsafeBufferPointer { FastFactReading.envelope($0) }
  }

  @Test("rows have the bytes that the encoder gives", arguments: [1, 2, 3])
  func writing(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed), purpose: "rows")
    var written = 0
    for _ in 0..<400 {
      let row = row(&generator)
      var bytes: [UInt8] = [0x21]
      if FastFactWriting.append(row, to: &bytes) {
        written += 1
        let expected = try CanonicalJSON.bytes(Fact.rowImported(row))
        #expect(
          bytes.dropFirst().elementsEqual(expected),
          "seed \(seed): \(String(decoding: expected, as: UTF8.self))")
      } else {
        #expect(bytes == [0x21])
      }
    }
    #expect(written > 10)
  }

  @Test("whatever is read says what the decoder says", arguments: [1, 2, 3])
  func reading(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed), purpose: "lines")
    var facts = Sample.facts
    for _ in 0..<300 { facts.append(.rowImported(row(&generator))) }
    var quick = 0
    for (place, fact) in facts.enumerated() {
      let envelope = JournalEnvelope(
        seq: place, time: StoreOptions.noon, more: place % 3 == 0 ? nil : place, fact: fact)
      let bytes = try CanonicalJSON.bytes(envelope)
      let decoded = try CanonicalJSON.value(JournalEnvelope.self, from: bytes)
      guard let found = read(bytes) else { continue }
      quick += 1
      #expect(found.fact == decoded.fact, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      #expect((found.seq, found.time) == (decoded.seq, decoded.time))
      #expect(found.more == decoded.more)
    }
    #expect(quick > 40)
  }

  @Test("changed bytes never make another record than the decoder's", arguments: [1, 2])
  func changed(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed), purpose: "changes")
    let whole = try Sample.facts.map {
      try CanonicalJSON.bytes(
        JournalEnvelope(seq: 7, time: StoreOptions.noon, more: 1, fact: $0))
    }
    for _ in 0..<3000 {
      var bytes = whole[generator.index(below: whole.count)]
      for _ in 0...generator.index(below: 2) where !bytes.isEmpty {
        let place = generator.index(below: bytes.count)
        switch generator.index(below: 3) {
        case 0: bytes[place] = UInt8(generator.index(below: 256))
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array(#"",:{}[]\0-.e"#.utf8)[generator.index(below: 12)], at: place)
        }
      }
      guard let found = read(bytes) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      let decoded = try? CanonicalJSON.value(JournalEnvelope.self, from: bytes)
      #expect(decoded?.fact == found.fact && decoded?.seq == found.seq, "seed \(seed): \(text)")
    }
  }
}
