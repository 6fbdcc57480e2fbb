import Assessment
import Testing

@testable import Records

@Suite("The seal of exported results")
struct SealTests {
  private let sample = SiteSample()

  private func table(signs: Bool) throws -> (table: [UInt8], seal: ResultsSeal) {
    let store = try sample.open()
    if signs { try sample.makeSite(store) }
    try sample.take(store, code: "c1")
    try sample.take(store, code: "c2")
    let text = ResultsExport.csv(try store.attempts(), people: try store.people())
    return (Array(text.utf8), try store.seal(Array(text.utf8)))
  }

  private func verified(
    _ table: [UInt8], _ seal: [UInt8], _ trust: SiteTrust = SiteTrust()
  ) throws -> VerifiedFile {
    try ResultsSeal.verified(table, path: "r.csv", seal: seal, trust: trust)
  }

  @Test("any flipped byte of the table, by any mask, is found, and its row is named")
  func flips() throws {
    let (table, seal) = try table(signs: true)
    let bytes = try seal.bytes()
    let whole = try verified(table, bytes)
    #expect(whole.state == .signed && whole.records == 9 && whole.signers.count == 1)
    var changed = table
    var line = 1
    for place in table.indices {
      for mask: UInt8 in [0x01, 0x20, 0x80] {
        changed[place] = table[place] ^ mask
        let file = try verified(changed, bytes)
        #expect(file.state == .failed && file.fault?.line == line, "byte \(place), mask \(mask)")
      }
      changed[place] = table[place]
      if table[place] == 0x0A { line += 1 }
    }
    // The second learner's third question, with what can be read of it.
    let text = String(decoding: table, as: UTF8.self)
    let forged = Array(
      text.replacing("c2,kampot-1,pre,ila-a,q-number,12", with: "c2,kampot-1,pre,ila-a,q-number,13")
        .utf8)
    let fault = try #require(try verified(forged, bytes).fault)
    #expect(fault.kind == .changed && fault.subject.code == "c2")
    #expect(fault.subject.item == "q-number" && fault.subject.form == "ila-a")
  }

  @Test("any flipped byte of the seal is found", arguments: [true, false])
  func sealFlips(signs: Bool) throws {
    let (table, seal) = try table(signs: signs)
    let bytes = try seal.bytes()
    #expect(try verified(table, bytes).state == (signs ? .signed : .notSigned))
    var changed = bytes
    for place in bytes.indices {
      for mask: UInt8 in [0x01, 0x20, 0x80] {
        changed[place] = bytes[place] ^ mask
        #expect(try verified(table, changed).state == .failed, "byte \(place), mask \(mask)")
      }
      changed[place] = bytes[place]
    }
    for other in [[], Array(bytes.dropLast()), bytes + [0x0A], bytes + bytes] {
      #expect(try verified(table, other).state == .failed)
    }
  }

  @Test("rows that were added, removed, swapped or cut off are told apart")
  func rows() throws {
    let (table, seal) = try table(signs: true)
    let bytes = try seal.bytes()
    let rows = ResultsSeal.lines(table).map { Array(table[$0]) }
    func fault(_ rows: [[UInt8]]) throws -> VerificationFault? {
      try verified(Array(rows.joined()), bytes).fault
    }
    #expect(try fault(rows) == nil)
    for place in rows.indices {
      var removed = rows
      removed.remove(at: place)
      let gone = try #require(try fault(removed))
      #expect(gone.kind == .removed && gone.record == place + 1, "\(place)")
      var added = rows
      added.insert(Array("c9,kampot-1,pre,ila-a,q-text,x\r\n".utf8), at: place)
      let more = try #require(try fault(added))
      #expect(more.kind == .added && more.record == place + 1, "\(place)")
    }
    #expect(try fault(rows + [Array("x".utf8)])?.kind == .added)
    #expect(try fault(rows.reversed())?.record == 1)
    #expect(try fault([])?.kind == .removed)
    for size in table.indices {
      #expect(try verified(Array(table.prefix(size)), bytes).fault != nil)
    }
  }

  @Test("who seals a changed table anew needs the key, or is a stranger")
  func forged() throws {
    let (table, seal) = try table(signs: true)
    let site = try #require(seal.site)
    let changed = Array(String(decoding: table, as: UTF8.self).replacing("c2", with: "c9").utf8)
    // With digests made again and the old signature.
    var forged = try ResultsSeal.make(changed, time: seal.time, signer: nil)
    forged.site = site
    forged.signature = seal.signature
    #expect(try verified(changed, forged.bytes()).fault?.kind == .badSeal)
    // With a digest that fits as well.
    let key = try #require(SigningKey(secret: SiteSample.secret(9)))
    let stranger = try SiteSigner.new(
      id: site.site, name: site.name, key: key, time: StoreOptions.noon)
    let strange = try ResultsSeal.make(changed, time: seal.time, signer: stranger)
    var trust = SiteTrust()
    _ = trust.accept(site)
    #expect(try verified(changed, strange.bytes(), trust).fault?.kind == .keyChanged)
    #expect(try verified(table, seal.bytes(), trust).signers.map(\.isKnown) == [true])
    let unknown = try verified(changed, strange.bytes())
    #expect(unknown.fault == nil && unknown.signers.map(\.isKnown) == [false])
    var mixed = strange
    mixed.signature = seal.signature
    #expect(try verified(changed, mixed.bytes()).fault?.kind == .badSignature)
  }
}
