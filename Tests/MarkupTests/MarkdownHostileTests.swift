import Testing
import Text

@testable import Markup

private let start = SourceLocation(file: "a.md")

private let deepTexts = [
  String(repeating: ">", count: 5000) + "end",
  String(repeating: "- ", count: 5000) + "end",
  String(repeating: "1. ", count: 5000) + "end",
  String(repeating: "*a **b ", count: 500) + "end" + String(repeating: "** c*", count: 500),
  (0..<300).map { String(repeating: "  ", count: $0) + "- x" }.joined(separator: "\n")
    + "\n\n" + String(repeating: "  ", count: 300) + "end",
  (0..<150).map { String(repeating: "  ", count: $0) + "> x" }.joined(separator: "\n") + "end",
  String(repeating: "![", count: 500) + "end" + String(repeating: "](a)", count: 500),
]

@Suite("No text breaks the Markdown reader")
struct MarkdownHostileTests {
  @Test(
    "Text nested too deep is a finding and keeps its words",
    arguments: deepTexts.indices)
  func tooDeep(index: Int) {
    let text = deepTexts[index]
    let (document, found) = MarkdownDocument.parse(text, startingAt: start)
    #expect(found.count(where: { $0.code == "too-deep" }) <= 1)
    #expect(found.allSatisfy { $0.code == "too-deep" })
    #expect(document.html { _ in nil }.contains("end"))
    #expect(document.plainText(width: 40).joined().contains("end"))
  }

  @Test("Deep lists and deep marks are both found")
  func tooDeepIsFound() {
    let marks = String(repeating: "*a **b ", count: 500) + String(repeating: "** c*", count: 500)
    for text in [marks, String(repeating: "> ", count: 101) + "x"] {
      #expect(MarkdownDocument.parse(text, startingAt: start).1.map(\.code) == ["too-deep"])
    }
  }

  @Test("A text too long is a finding and stays as it is")
  func tooLong() {
    let text = String(repeating: "a\n", count: 200_000)
    let (document, found) = MarkdownDocument.parse(text, startingAt: start)
    #expect(found.map(\.code) == ["text-too-long"])
    #expect(document.blocks.count == 1)
  }

  @Test("Long lines full of findings are read, and are not shown")
  func longLines() {
    let text =
      String(repeating: "<b>[^a]", count: 10_000) + "\n"
      + String(repeating: "[a](&#106;:)", count: 2000)
    let (document, found) = MarkdownDocument.parse(text, startingAt: start)
    #expect(document.citations.count == 10_000)
    #expect(document.citations.last?.location.column == 69_997)
    #expect(found.count == 12_000)
    #expect(found.allSatisfy { $0.excerpt.isEmpty })
  }

  @Test("Random texts of marks are read, and give safe HTML", arguments: 0..<10)
  func randomMarks(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, purpose: "markdown")
    let parts = [
      "*", "**", "_", "~~", "`", "[", "]", "(", ")", "!", "[^a]", "<b>", "</b>", "<", ">", "> ",
      "- ", "1. ", "\n", "\n\n", "  ", "    ", "|", "|-|\n", "#", "```", "&#1;", "&lt;", "\\",
      "ខ្មែរ", "a", "javascript:x", "https://a.kh", "\u{0}", "\r", "\u{200B}", "\"", "---", "[a]: b",
    ]
    for _ in 0..<60 {
      var text = ""
      for _ in 0..<generator.index(below: 80) { text += parts[generator.index(below: parts.count)] }
      let (document, found) = MarkdownDocument.parse(text, startingAt: start)
      let html = document.html { _ in 1 }
      #expect(!html.contains("<b>") && !html.contains("href=\"javascript"), "\(text)")
      #expect(html.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
      #expect(html == document.html { _ in 1 })
      #expect(found.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
      #expect(found.allSatisfy { $0.location.line >= 1 })
      #expect(document.plainText(width: 20).isEmpty || !document.blocks.isEmpty)
    }
  }

  @Test("Random bytes are read", arguments: 0..<10)
  func randomBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, purpose: "bytes")
    for _ in 0..<50 {
      let bytes = (0..<generator.index(below: 200)).map { _ in UInt8(generator.index(below: 256)) }
      let (document, found) = MarkdownDocument.parse(
        String(decoding: bytes, as: UTF8.self), startingAt: start)
      #expect(document.wordCount(in: .english) >= 0)
      #expect(found.allSatisfy { $0.location.file == "a.md" })
    }
  }

  @Test("Many texts at once are read as one alone is")
  func concurrent() async {
    let text = "a ~~b~~\n\n|c|\n|-|\n|~~d~~|"
    let expected = MarkdownDocument.parse(text, startingAt: start).0
    let same = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<100 {
        group.addTask { MarkdownDocument.parse(text, startingAt: start).0 == expected }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(same)
  }
}
