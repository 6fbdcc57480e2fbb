import Testing
import Text

@testable import Archive

private func entry(_ path: String, _ text: String = "x") -> ArchiveEntry {
  ArchiveEntry(path: path, bytes: Array(text.utf8))
}

@Suite("Archives are written")
struct ZipWritingTests {
  @Test("What is written is read as it was, Khmer too")
  func roundTrip() throws {
    let entries = [
      entry("imsmanifest.xml", "<manifest/>"), entry("មេរៀន/ទី១.html", "សួស្តី"), entry("empty", ""),
      ArchiveEntry(path: "a/b/c.bin", bytes: (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }),
    ]
    let (read, findings) = ZipReading.entries(try ZipWriting.archive(entries), file: "a.zip")
    #expect(findings == [])
    #expect(read == entries)
  }

  @Test("The headers hold a fixed time, rights, deflate and UTF-8 names")
  func headers() throws {
    let text = String(repeating: "abc", count: 100)
    let bytes = try ZipWriting.archive([entry("ក.txt", text)])
    #expect(try ZipWriting.archive([entry("ក.txt", text)]) == bytes)
    let reader = ByteReader(bytes: bytes)
    #expect(reader.number(0, 4) == 0x0403_4B50)
    #expect((reader.number(6, 2) ?? 0) & 0x0800 != 0)
    #expect(reader.number(8, 2) == 8)
    #expect(reader.number(10, 2) == 0)
    #expect(reader.number(12, 2) == 0x21)
    #expect(reader.number(28, 2) == 0)
    let end = bytes.count - 22
    let start = try #require(reader.number(end + 16, 4))
    #expect(reader.number(start + 5, 1) == 3)
    #expect(reader.number(start + 12, 4) == 0x0021_0000)
    #expect(reader.number(start + 38, 4) == 0o100644 << 16)
  }

  @Test("The order of the entries is kept")
  func order() throws {
    let names = ["z", "a", "m/n", "b"]
    let bytes = try ZipWriting.archive(names.map { entry($0) })
    #expect(ZipReading.entries(bytes, file: "a").0.map(\.path) == names)
  }

  @Test("An archive without entries is an archive")
  func empty() throws {
    let (read, findings) = ZipReading.entries(try ZipWriting.archive([]), file: "a.zip")
    #expect(read.isEmpty && findings.isEmpty)
  }

  @Test(
    "Paths that lead out of the archive are refused",
    arguments: [
      "", "/a", "../a", "a/../b", "a//b", "./a", "a/", "a\\b", "C:a", "a\nb", "a\0b",
      String(repeating: "a", count: 1025),
    ])
  func unsafePaths(path: String) {
    #expect(throws: ArchiveError.unsafePath(path)) { try ZipWriting.archive([entry(path)]) }
  }

  @Test(
    "Paths that meet on some disk are refused",
    arguments: [
      ["a", "a"], ["a/B", "A/b"], ["é", "e\u{301}"], ["a", "a/b"], ["a/b/c", "a/b"],
    ])
  func duplicates(paths: [String]) {
    #expect(throws: ArchiveError.duplicatePath(paths[1])) {
      try ZipWriting.archive(paths.map { entry($0) })
    }
  }

  @Test("Many tasks write the same bytes")
  func concurrent() async throws {
    let expected = try ZipWriting.archive([entry("a", "1"), entry("b", "2")])
    let same = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 {
        group.addTask { (try? ZipWriting.archive([entry("a", "1"), entry("b", "2")])) == expected }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(same)
  }
}
