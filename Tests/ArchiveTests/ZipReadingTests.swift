import Testing
import Text

@testable import Archive

/// An archive whose bytes can be changed by hand.
private struct Forged {
  var bytes: [UInt8]

  init(_ files: [(String, [UInt8])]) throws {
    bytes = try ZipWriting.archive(files.map { ArchiveEntry(path: $0.0, bytes: $0.1) })
  }

  init(_ paths: String...) throws {
    try self.init(paths.map { ($0, Array("content of it".utf8)) })
  }

  /// Replaces bytes wherever they stand, so in the local header and in the directory.
  mutating func replace(_ old: String, with new: String) {
    replace(Array(old.utf8), with: Array(new.utf8))
  }

  mutating func replace(_ old: [UInt8], with new: [UInt8]) {
    var at = 0
    while at + old.count <= bytes.count {
      if Array(bytes[at..<(at + old.count)]) == old {
        bytes.replaceSubrange(at..<(at + old.count), with: new)
        at += new.count
      } else {
        at += 1
      }
    }
  }

  /// Sets a number in the directory's record of the first entry.
  mutating func setRecord(_ field: Int, _ count: Int, _ value: Int) {
    let start = ByteReader(bytes: bytes).number(bytes.count - 6, 4) ?? 0
    set(start + field, count, value)
  }

  mutating func set(_ at: Int, _ count: Int, _ value: Int) {
    for index in 0..<count { bytes[at + index] = UInt8((value >> (8 * index)) & 0xFF) }
  }

  func codes(_ limits: ZipLimits = ZipLimits()) -> [String] {
    let (entries, findings) = ZipReading.entries(bytes, file: "a.zip", limits: limits)
    if findings.hasErrors, !entries.isEmpty { return ["partial"] }
    guard findings.allSatisfy({ $0.message.isComplete && $0.remedy.isComplete }) else { return [] }
    return findings.map(\.code)
  }
}

@Suite("Hostile archives are refused whole")
struct ZipReadingTests {
  @Test(
    "Paths that lead out of the archive",
    arguments: [
      "../ab", "/abcd", "ab/..", "a\\b.c", "a\0bcd", "C:abc", "a\u{1B}bcd", "./abc", "a//bc",
    ])
  func unsafePaths(path: String) throws {
    var forged = try Forged("12345", "b")
    forged.replace("12345", with: path)
    #expect(forged.codes() == ["zip-path"])
  }

  @Test("A name that ends in NUL and more is seen whole")
  func nulInForeignName() throws {
    var forged = try Forged("12345")
    forged.replace(Array("12345".utf8), with: [0x61, 0xFF, 0x00, 0x2E, 0x2E])
    #expect(forged.codes().contains("zip-path"))
  }

  @Test("Names that meet on some disk")
  func duplicates() throws {
    var same = try Forged("aaaa", "bbbb")
    same.replace("bbbb", with: "aaaa")
    #expect(same.codes() == ["zip-duplicate"])
    var capitals = try Forged("aaaa", "bbbb")
    capitals.replace("bbbb", with: "AaAa")
    #expect(capitals.codes() == ["zip-duplicate"])
    var folder = try Forged("aaaa", "bbbb/c")
    folder.replace("bbbb/c", with: "aaaa/c")
    #expect(folder.codes() == ["zip-duplicate"])
  }

  @Test("Links and devices", arguments: [0o120777, 0o020666, 0o060666, 0o010644])
  func special(mode: Int) throws {
    var forged = try Forged("a")
    forged.setRecord(38, 4, mode << 16)
    #expect(forged.codes() == ["zip-special"])
  }

  @Test("Encrypted entries", arguments: [0x0001, 0x0041, 0x2001])
  func encrypted(flags: Int) throws {
    var forged = try Forged("a")
    forged.setRecord(8, 2, flags)
    #expect(forged.codes() == ["zip-encrypted"])
  }

  @Test("Rare compression", arguments: [1, 9, 12, 14, 93])
  func compression(method: Int) throws {
    var forged = try Forged("a")
    forged.setRecord(10, 2, method)
    #expect(forged.codes() == ["zip-compression"])
  }

  @Test("Bombs, by their ratio and by their size")
  func bombs() throws {
    let zeros = [UInt8](repeating: 0, count: 2 << 20)
    let bomb = try Forged([("a", zeros)])
    #expect(bomb.codes() == ["zip-ratio"])
    #expect(bomb.codes(ZipLimits(ratio: 2000)) == [])
    #expect(bomb.codes(ZipLimits(entryBytes: 1 << 20)) == ["zip-too-large"])
    let two = try Forged([("a", [1]), ("b", [2])])
    #expect(two.codes(ZipLimits(totalBytes: 1)) == ["zip-too-large"])
    #expect(two.codes(ZipLimits(entries: 1)) == ["zip-too-many"])
    #expect(two.codes(ZipLimits(entries: 2)) == [])
  }

  @Test("Sizes that are not true", arguments: [0, 5, 12, 14, 100_000])
  func lyingSize(size: Int) throws {
    var forged = try Forged("a")
    forged.setRecord(24, 4, size)
    let codes = forged.codes()
    #expect(codes == ["zip-size"] || codes == ["zip-broken"])
  }

  @Test("A small size that hides a bomb stops the unpacking")
  func hiddenBomb() throws {
    var forged = try Forged([("a", [UInt8](repeating: 0, count: 8 << 20))])
    forged.setRecord(24, 4, 100)
    let codes = forged.codes()
    #expect(codes == ["zip-size"] || codes == ["zip-broken"])
  }

  @Test("A wrong checksum and damaged content")
  func damage() throws {
    var checksum = try Forged("a")
    checksum.setRecord(16, 4, 0x1234_5678)
    #expect(checksum.codes() == ["zip-broken"])
    var content = try Forged([("a", (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) })])
    content.set(200, 4, 0x0102_0304)
    #expect(content.codes() == ["zip-broken"])
  }

  @Test("Entries that share bytes, as bombs without nesting do")
  func overlap() throws {
    var forged = try Forged("a", "b")
    let bytes = ByteReader(bytes: forged.bytes)
    let start = try #require(bytes.number(forged.bytes.count - 6, 4))
    forged.set(start + 47 + 42, 4, 0)
    #expect(forged.codes() == ["zip-broken"])
  }

  @Test("A local header that says another name")
  func otherLocalName() throws {
    var forged = try Forged("a")
    forged.set(30, 1, 0x62)
    #expect(forged.codes() == ["zip-broken"])
  }

  @Test("Records that are cut, moved, counted wrong or of ZIP64")
  func brokenDirectory() throws {
    let whole = try Forged("a", "b")
    for cut in 1..<whole.bytes.count {
      var forged = whole
      forged.bytes.removeLast(cut)
      #expect(forged.codes() == ["zip-broken"])
    }
    for field in [4, 6, 8, 10, 12, 16, 20] {
      var forged = whole
      forged.set(forged.bytes.count - 22 + field, 2, 1)
      #expect(forged.codes() == ["zip-broken"], "field \(field)")
    }
    var prefixed = whole
    prefixed.bytes.insert(0, at: 0)
    #expect(prefixed.codes() == ["zip-broken"])
    var large = whole
    let locator: [UInt8] = [0x50, 0x4B, 0x06, 0x07] + [UInt8](repeating: 0, count: 16)
    large.bytes.insert(contentsOf: locator, at: large.bytes.count - 22)
    #expect(large.codes() == ["zip-too-large"])
    #expect(ZipReading.entries([], file: "a").1.map(\.code) == ["zip-broken"])
    #expect(ZipReading.entries(Array("text".utf8), file: "a").1.map(\.code) == ["zip-broken"])
  }

  @Test("A comment at the end is allowed, and folders are passed over")
  func allowed() throws {
    var comment = try Forged("a")
    comment.set(comment.bytes.count - 2, 2, 3)
    comment.bytes += [0x50, 0x4B, 0x05]
    #expect(comment.codes() == [])
    var folder = try Forged([("12", []), ("a/b", [1])])
    folder.replace("12", with: "a/")
    let (entries, findings) = ZipReading.entries(folder.bytes, file: "a.zip")
    #expect(findings == [])
    #expect(entries.map(\.path) == ["a/b"])
    var full = try Forged("12")
    full.replace("12", with: "a/")
    #expect(full.codes() == ["zip-too-large"])
  }

  @Test("Names of DOS are guessed, with a warning")
  func dosNames() throws {
    var forged = try Forged("12345")
    forged.replace(Array("12345".utf8), with: Array("caf".utf8) + [0x82, 0x2E])
    let (entries, findings) = ZipReading.entries(forged.bytes, file: "a.zip")
    #expect(findings.map(\.code) == ["zip-name"])
    #expect(entries.map(\.path) == ["café."])
  }

  @Test("No more than a hundred findings are listed")
  func manyFindings() throws {
    var forged = try Forged((0..<300).map { ("aaaa\($0)", []) })
    forged.replace("aaaa", with: "////")
    #expect(forged.codes().count == 100)
  }

  @Test("Random bytes and broken archives give files or a finding", arguments: 0..<10)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed, purpose: "zip")
    let valid = try Forged([
      ("imsmanifest.xml", Array("<manifest/>".utf8)), ("ក/ខ.html", Array("សួស្តី".utf8)),
      ("c", (0..<500).map { UInt8(truncatingIfNeeded: $0 * $0) }),
    ]).bytes
    for round in 0..<60 {
      var bytes = valid
      if round % 6 == 0 {
        bytes = (0..<generator.index(below: 300)).map { _ in UInt8(generator.index(below: 256)) }
      } else {
        for _ in 0...generator.index(below: 3) {
          let at = generator.index(below: bytes.count)
          switch generator.index(below: 4) {
          case 0: bytes.remove(at: at)
          case 1: bytes.insert(UInt8(generator.index(below: 256)), at: at)
          default: bytes[at] = UInt8(generator.index(below: 256))
          }
        }
      }
      let (entries, findings) = ZipReading.entries(bytes, file: "a.zip")
      #expect(entries.isEmpty == findings.hasErrors || entries.count == 3)
      #expect(!findings.hasErrors || entries.isEmpty)
    }
  }
}
