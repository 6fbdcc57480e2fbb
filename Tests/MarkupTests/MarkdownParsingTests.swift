import Testing
import Text

@testable import Markup

private let start = SourceLocation(file: "lesson.en.md", line: 10)

private func parse(_ text: String) -> MarkdownDocument {
  MarkdownDocument.parse(text, startingAt: start).0
}

private func findings(_ text: String) -> [Diagnostic] {
  MarkdownDocument.parse(text, startingAt: start).1
}

@Suite("Markdown is read into a tree")
struct MarkdownParsingTests {
  @Test("Every kind of block is read, with the line where it begins")
  func blocks() {
    let text = """
      # Title

      Text of *two*
      lines\\
      and **three**, ~~not~~ `four`.

      - a
      - b

      3. c

         d

      > quoted

      ```swift
      let x = 1
      ```

      ***
      """
    let document = parse(text)
    #expect(findings(text) == [])
    #expect(document.blocks.map(\.location.line) == [10, 12, 16, 19, 23, 25, 29])
    #expect(document.blocks.allSatisfy { $0.location.file == "lesson.en.md" })
    let contents = document.blocks.map(\.content)
    #expect(contents[0] == .heading(level: 1, [.text("Title")]))
    #expect(
      contents[1]
        == .paragraph([
          .text("Text of "), .emphasis([.text("two")]), .softBreak, .text("lines"), .lineBreak,
          .text("and "), .strong([.text("three")]), .text(", "), .strikethrough([.text("not")]),
          .text(" "), .code("four"), .text("."),
        ]))
    guard case .bulletList(let bullets, true) = contents[2] else {
      Issue.record("no tight bullet list")
      return
    }
    #expect(
      bullets.map { $0.map(\.content) } == [[.paragraph([.text("a")])], [.paragraph([.text("b")])]])
    guard case .orderedList(3, let items, false) = contents[3] else {
      Issue.record("no loose list from 3")
      return
    }
    #expect(items.count == 1 && items[0].count == 2)
    guard case .blockQuote(let quoted) = contents[4] else {
      Issue.record("no quotation")
      return
    }
    #expect(quoted.map(\.content) == [.paragraph([.text("quoted")])])
    #expect(contents[5] == .codeBlock(info: "swift", text: "let x = 1\n"))
    #expect(contents[6] == .thematicBreak)
  }

  @Test("A table has a header, alignments and rows of equal length")
  func table() {
    let document = parse(
      """
      | Step | Who | Days | ថ្ងៃ |
      |------|:----|:---:|---:|
      | Plan | **A** | 3 | ៣ |
      | Do |
      """)
    let expected = MarkdownTable(
      header: [[.text("Step")], [.text("Who")], [.text("Days")], [.text("ថ្ងៃ")]],
      alignments: [.natural, .left, .center, .right],
      rows: [
        [[.text("Plan")], [.strong([.text("A")])], [.text("3")], [.text("៣")]],
        [[.text("Do")], [], [], []],
      ])
    #expect(document.blocks.map(\.content) == [.table(expected)])
    #expect(document.tableCount == 1)
  }

  @Test("Cells beyond the header are a warning at the line of the row")
  func tableCells() {
    let found = findings("Before.\n\n| a | b |\n|---|---|\n| 1 | 2 \\| 3 |\n| 1 | 2 | 3 |\n")
    #expect(found.map(\.code) == ["table-cells"])
    #expect(found.map(\.location.line) == [15])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test("Citations are found in running text, lists, tables and marks, but not in code")
  func citations() {
    let text = """
      One[^src-1] and *two[^S2]*, `[^code]`, [^not an id], [^].

      - item[^three]

      | a[^four] |
      |---|
      | ខ្មែរ[^five][^six] |

          [^block]
      """
    let document = parse(text)
    #expect(document.citations.map(\.name) == ["src-1", "S2", "three", "four", "five", "six"])
    #expect(document.citations.map(\.location.line) == [10, 10, 12, 14, 16, 16])
    #expect(document.citations.first?.location.column == 4)
    #expect(document.citations.last?.location.column == 15)
    guard case .paragraph(let inlines) = document.blocks[0].content else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.prefix(3) == [.text("One"), .citation("src-1"), .text(" and ")])
    #expect(inlines.contains(.emphasis([.text("two"), .citation("S2")])))
    #expect(inlines.last == .text(", [^not an id], [^]."))
  }

  @Test("The same citation twice in a line has two places")
  func citationTwice() {
    let columns = parse("ក[^a] ខ[^a]\n\n[^a]").citations.map(\.location.column)
    #expect(columns == [2, 8, 1])
  }

  @Test("A citation that a bracket follows stays a citation")
  func citationBeforeBracket() {
    let document = parse("Known[^a](1999) and [words [^b]](x.html).")
    #expect(
      document.blocks.map(\.content) == [
        .paragraph([
          .text("Known"), .citation("a"), .text("(1999) and "),
          .link(destination: "x.html", [.text("words "), .citation("b")]), .text("."),
        ])
      ])
    #expect(document.citations.map(\.name) == ["a", "b"])
    #expect(document.targets.map(\.name) == ["x.html"])
  }

  @Test("The definition of a footnote is a finding, unless it stands in code")
  func footnoteDefinition() {
    let text = "A[^law].\n\n[^law]: https://example.org\n\n```\n[^law]: shown\n```\n"
    let found = findings(text)
    #expect(found.map(\.code) == ["footnote-definition"])
    #expect(found.map(\.location) == [SourceLocation(file: "lesson.en.md", line: 12, column: 1)])
    #expect(found.first?.length == 7)
  }

  @Test("Raw HTML is a finding at its place and stays as plain text")
  func rawHTML() {
    let text = "<div>\nx\n</div>\n\nខ្មែរ <b>y</b> 1 < 2 <!-- z -->"
    let found = findings(text)
    #expect(found.allSatisfy { $0.code == "raw-html" && $0.severity == .error })
    #expect(
      found.map(\.location) == [
        SourceLocation(file: "lesson.en.md", line: 10, column: 1),
        SourceLocation(file: "lesson.en.md", line: 14, column: 7),
        SourceLocation(file: "lesson.en.md", line: 14, column: 11),
        SourceLocation(file: "lesson.en.md", line: 14, column: 22),
      ])
    #expect(found[1].excerpt == "ខ្មែរ <b>y</b> 1 < 2 <!-- z -->")
    #expect(found[1].length == 3)
    #expect(
      parse(text).blocks.map(\.content) == [
        .paragraph([
          .text("<div>"), .softBreak, .text("x"), .softBreak, .text("</div>"),
        ]),
        .paragraph([.text("ខ្មែរ <b>y</b> 1 < 2 <!-- z -->")]),
      ])
  }

  @Test(
    "Links lead only where it is safe",
    arguments: [
      ("http://a.kh", true), ("HTTPS://a.kh/x?y=z:1", true), ("mailto:a@example.org", true),
      ("notes/a.pdf", true), ("../x.html#y", true), ("#part", true), ("?q=a:b", true),
      ("javascript:alert(1)", false), ("JaVaScRiPt:x", false), ("data:text/html,x", false),
      ("//example.org", false), ("/etc/passwd", false), ("file:///x", false), ("a\\b", false),
      (" javascript:x", false), ("java\tscript:x", false), ("", false), ("c:x", false),
    ])
  func linkTargets(destination: String, isSafe: Bool) {
    #expect(LinkTarget.isSafe(destination) == isSafe)
  }

  @Test("An unsafe link is a finding and only its words stay")
  func unsafeLinks() {
    let text = "See [it](javascript&#58;x), ![pic](data:y) or <ftp://z> or [ok](a.html)."
    let found = findings(text)
    #expect(found.map(\.code) == ["unsafe-link", "unsafe-link", "unsafe-link"])
    #expect(found.allSatisfy { $0.location.line == 10 && $0.message.isComplete })
    let document = parse(text)
    #expect(
      document.blocks.map(\.content) == [
        .paragraph([
          .text("See it, pic or ftp://z or "), .link(destination: "a.html", [.text("ok")]),
          .text("."),
        ])
      ])
    #expect(document.targets.map(\.name) == ["a.html"])
  }

  @Test("Places count from where the text begins in its file")
  func startingColumn() {
    let place = SourceLocation(file: "a.md", line: 4, column: 3)
    let (document, found) = MarkdownDocument.parse("x <b> [^s]\n<i>", startingAt: place)
    #expect(
      found.map(\.location) == [
        SourceLocation(file: "a.md", line: 4, column: 5),
        SourceLocation(file: "a.md", line: 5, column: 1),
      ])
    #expect(found.map(\.excerpt) == ["  x <b> [^s]", "<i>"])
    #expect(document.citations.map(\.location.column) == [9])
    let whole = MarkdownDocument.parse("a", startingAt: SourceLocation(file: "b.md")).0
    #expect(whole.blocks.map(\.location.line) == [1])
  }

  @Test("Line breaks of every system are counted alike", arguments: ["\n", "\r\n", "\r"])
  func lineBreaks(lineBreak: String) {
    let text = ["a", "", "b <i>", "", "c[^s]"].joined(separator: lineBreak)
    #expect(parse(text).blocks.map(\.location.line) == [10, 12, 14])
    #expect(findings(text).map(\.location.line) == [12])
    #expect(parse(text).citations.map(\.location.line) == [14])
  }

  @Test("Words are counted by spaces in English and by the dictionary in Khmer")
  func wordCount() {
    let english = parse(
      "# One two\n\n- three – *four*[^cited]\n\n> five\n\n|six|\n|-|\n|7|\n\n---\n")
    #expect(english.wordCount(in: .english) == 7)
    #expect(parse("```\na b\n```").wordCount(in: .english) == 2)
    #expect(parse("រដ្ឋបាលថ្នាក់មូលដ្ឋាន។").wordCount(in: .khmer) == 3)
    #expect(parse("").wordCount(in: .khmer) == 0)
    #expect(parse("– ។ !").wordCount(in: .khmer) == 0)
  }

  @Test("A plain line is read without cmark, and as cmark reads it")
  func plainLines() {
    let pieces = [
      "a", "Ask", " ", "  ", "1.", ")", "-", "+", "#", "!", "(", ":", "https://a.kh", "@", "=",
      "\"",
      "'", "ក", "ច្បាប់", "\u{200B}", "។", "é", ",", ".", ">", "www.", "*", "_", "[^a]", "&amp;", "\\",
    ]
    var generator = SeededGenerator(seed: 20_261_125, purpose: "plain lines")
    var plain = 0
    for _ in 0..<3000 {
      let text = (0..<(1 + generator.index(below: 8)))
        .map { _ in pieces[generator.index(below: pieces.count)] }.joined()
      let whole = MarkdownParsing.parse(text, source: MarkdownSource(text, start: start))
      let read = MarkdownDocument.parse(text, startingAt: start)
      #expect(read.0.blocks == whole.0.blocks && read.1 == whole.1, "\(text)")
      if MarkdownDocument.isPlainLine(text) { plain += 1 }
    }
    #expect(plain > 300)
  }
}
