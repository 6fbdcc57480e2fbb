import Testing
import Text

@testable import Source

/// Returns a file of a text.
func file(_ text: String, path: String = "f.yaml") -> SourceFile {
  SourceFile(path: path, text: text)
}

/// A finding as a test writes it: `code line:column`.
func brief(_ diagnostic: Diagnostic) -> String {
  "\(diagnostic.code) \(diagnostic.location.line):\(diagnostic.location.column)"
}

@Suite("Files as text")
struct SourceFileTests {
  @Test("Every kind of line end makes a line, and a text without one is a line")
  func lineEnds() {
    #expect(file("a\r\nb\rc\nd").lines == ["a", "b", "c", "d"])
    #expect(file("a\r\n\r\n").lines == ["a", "", ""])
    #expect(file("").lines == [""])
    #expect(file("a\rb").text == "a\nb")
    #expect(file("a\n").line(2) == "" && file("a").line(0) == "" && file("a").line(5) == "")
  }

  @Test("A byte-order mark is taken off, once")
  func mark() {
    let collector = DiagnosticCollector()
    let read = SourceFile(
      path: "f", bytes: [0xEF, 0xBB, 0xBF] + Array("id: ក".utf8), collector: collector)
    #expect(read?.text == "id: ក")
    #expect(collector.diagnostics.isEmpty)
  }

  @Test(
    "What is not UTF-8 text is refused with its place",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "not-utf8 0:0"), ([0xFE, 0xFF, 0x00, 0x61], "not-utf8 0:0"),
      // Latin-1: é is the single byte E9.
      (Array("one\ntwo\ncaf".utf8) + [0xE9, 0x0A], "not-utf8 3:0"),
      // Cut within a Khmer letter, overlong, surrogate.
      (Array("a\n".utf8) + [0xE1, 0x9E], "not-utf8 2:0"), ([0xC0, 0x80], "not-utf8 1:0"),
      ([0xED, 0xA0, 0x80], "not-utf8 1:0"),
      (Array("a\nb\0c\n".utf8), "nul-byte 2:0"), ([0], "nul-byte 1:0"),
    ] as [([UInt8], String)])
  func refused(_ bytes: [UInt8], _ finding: String) {
    let collector = DiagnosticCollector()
    #expect(SourceFile(path: "f", bytes: bytes, collector: collector) == nil)
    #expect(collector.diagnostics.map(brief) == [finding])
    #expect(collector.diagnostics.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("UTF-16 is named as such")
  func utf16() {
    let collector = DiagnosticCollector()
    _ = SourceFile(path: "f", bytes: [0xFF, 0xFE], collector: collector)
    #expect(collector.diagnostics.first?.message.en.contains("UTF-16") == true)
  }

  @Test("A file beyond the limit is refused, one at the limit is read")
  func limit() {
    let collector = DiagnosticCollector()
    let bytes = [UInt8](repeating: 0x61, count: SourceFile.maximumBytes)
    #expect(SourceFile(path: "f", bytes: bytes, collector: collector) != nil)
    #expect(SourceFile(path: "f", bytes: bytes + [0x61], collector: collector) == nil)
    #expect(collector.diagnostics.map(brief) == ["file-too-large 0:0"])
  }

  @Test("A finding carries its line for the caret")
  func excerpt() {
    let message = LocalizedText(same: "x")
    let found = file("a\nខ\n").diagnostic("c", line: 2, column: 1, message, remedy: message)
    #expect(
      found.excerpt == "ខ" && found.location == SourceLocation(file: "f.yaml", line: 2, column: 1))
  }
}

@Suite("Files from disk")
struct FileReadingTests {
  @Test("A missing file is a finding under the name that is shown")
  func missing() {
    let collector = DiagnosticCollector()
    #expect(FileReading.file("/nowhere/a.md", shownAs: "a.md", collector: collector) == nil)
    #expect(FileReading.file("/nowhere/a.md", collector: collector) == nil)
    #expect(collector.diagnostics.map(\.location.file) == ["a.md", "/nowhere/a.md"])
    #expect(collector.diagnostics.allSatisfy { $0.code == "unreadable" })
  }

  @Test("This file is read, and its folder is listed without hidden names")
  func present() {
    let collector = DiagnosticCollector()
    let read = FileReading.file(#filePath, shownAs: "x.swift", collector: collector)
    #expect(read?.path == "x.swift" && read?.lines.first == "import Testing")
    #expect(collector.diagnostics.isEmpty)
    let folder = String(#filePath.dropLast("/SourceFileTests.swift".count))
    let names = FileReading.names(in: folder)
    #expect(names.contains("SourceFileTests.swift") && !names.contains { $0.hasPrefix(".") })
    #expect(names == names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    #expect(FileReading.isFolder(folder) && !FileReading.isFolder(#filePath))
    #expect(FileReading.exists(#filePath) && !FileReading.exists("/nowhere"))
    #expect(FileReading.names(in: "/nowhere") == [])
  }
}

@Suite("Names of two languages")
struct SiblingPathTests {
  @Test(
    "The language stands before the last ending",
    arguments: [
      ("a/why.km.md", .khmer), ("why.en.md", .english), ("x.situation.km.md", .khmer),
      ("why.md", nil), ("why.fr.md", nil), ("km.md", nil), ("", nil),
    ] as [(String, Language?)])
  func language(_ path: String, _ language: Language?) {
    #expect(SiblingPath.language(of: path) == language)
  }

  @Test("The sibling has the same name in the other language")
  func sibling() {
    #expect(SiblingPath.path("a/why.en.md", in: .khmer) == "a/why.km.md")
    #expect(SiblingPath.path("a/why.km.md", in: .khmer) == "a/why.km.md")
    #expect(SiblingPath.path("a/why.md", in: .khmer) == "a/why.md")
  }
}
