import Testing

@testable import Text

@Suite("Text line by line")
struct TextLinesTests {
  /// What comes out of bytes that come in pieces of `size`.
  private func run(
    _ task: TextLines.Task, _ bytes: [UInt8], size: Int = 7
  ) -> (text: String, findings: [Diagnostic], lines: TextLines) {
    var lines = TextLines(task)
    var text = ""
    var findings: [Diagnostic] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + size)
      lines.take(
        bytes[start..<end], line: { text.unicodeScalars.append(contentsOf: $0.unicodeScalars) },
        finding: { findings.append($0) })
      start = end
    }
    lines.finish(
      line: { text.unicodeScalars.append(contentsOf: $0.unicodeScalars) },
      finding: { findings.append($0) })
    return (text, findings, lines)
  }

  @Test("One line in is one line out, however the bytes come", arguments: [1, 2, 3, 7, 1000])
  func lines(_ size: Int) {
    let input = Array("ស្ត្រី\r\n\n  ក្នុង\nសង្គ្រាម".utf8)
    #expect(run(.syllables, input, size: size).text == "ស្ត្រី\r\n\n | |ក្នុ|ង\nស|ង្គ្រា|ម\n")
    #expect(run(.segment, input, size: size).text == "ស្ត្រី\r\n\n  |ក្នុង\nសង្គ្រាម\n")
    #expect(run(.normalise, input, size: size).text == "ស្ត្រី\r\n\n  ក្នុង\nសង្គ្រាម\n")
    #expect(run(.segment, [], size: size).text == "")
    #expect(run(.segment, input, size: size).lines.lineCount == 4)
  }

  @Test("A byte-order mark goes, and zero-width spaces are the separator themselves")
  func marks() {
    #expect(run(.segment, Array("\u{FEFF}ប្រជា\u{200B}ពលរដ្ឋ\n".utf8)).text == "ប្រជា|ពលរដ្ឋ\n")
    #expect(run(.syllables, Array("ក\u{200B}ខ\n".utf8)).text == "ក|ខ\n")
  }

  @Test("Bytes that are not UTF-8 are an error with their line, and the lines still match")
  func invalid() {
    let result = run(.segment, Array("ក\n".utf8) + [0xE1, 0x9E, 0x0A, 0xFF, 0xC0, 0x80, 0x0A])
    #expect(result.findings.map(\.code) == ["not-utf8", "not-utf8"])
    #expect(result.findings.map(\.location.line) == [2, 3])
    #expect(result.lines.errorCount == 2)
    #expect(result.text.utf8.count { $0 == 0x0A } == 3)
    #expect(result.text.hasPrefix("ក\n\u{FFFD}"))
  }

  @Test("A check names every fault with line and column, and writes nothing")
  func check() {
    let result = run(.check, Array("ល្អ\nab \u{1780}\u{17C1}\u{17B8}\u{1780}\u{17D2}\n".utf8))
    #expect(result.text.isEmpty)
    #expect(result.findings.map(\.code) == ["vowel-in-parts", "coeng-without-letter"])
    #expect(result.findings.map(\.location.line) == [2, 2])
    #expect(result.findings.map(\.location.column) == [5, 8])
    #expect(result.findings.map(\.length) == [2, 1])
    #expect(result.findings.allSatisfy { !$0.excerpt.isEmpty && $0.message.isComplete })
    let long = run(.check, Array((String(repeating: "x", count: 300) + "\u{17D2}").utf8))
    #expect(long.findings.map(\.excerpt) == [""])
    #expect(long.lines.errorCount == 1)
  }

  @Test("A very long line goes through")
  func long() {
    let line = String(repeating: "ប្រជាពលរដ្ឋចូលរួម", count: 2_000)
    for task in [TextLines.Task.normalise, .check, .segment, .syllables] {
      let text = run(task, Array(line.utf8), size: 1 << 16).text
      let kept = String(scalars: text.unicodeScalars.filter { $0 != "|" })
      #expect(task == .check ? kept.isEmpty : kept == line + "\n")
    }
  }
}
