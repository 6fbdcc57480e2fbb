import Testing
import Text

@testable import Source

@Suite("Files of headed sections")
struct SectionedFileTests {
  static func read(
    _ text: String, mark: String = "## ", keys: [String] = ["title"],
    attributes: [String] = ["points", "pool"]
  ) -> (file: SectionedFile, findings: [Diagnostic]) {
    let collector = DiagnosticCollector()
    let read = SectionedFile(
      file(text, path: "f.md"), mark: mark, frontMatterKeys: keys, attributeKeys: attributes,
      collector: collector)
    return (read, collector.diagnostics)
  }

  @Test("Front matter, preamble and sections are told apart, with their lines")
  func parts() {
    let (read, findings) = Self.read(
      "---\ntitle: ក\n---\n\nbefore\n\n## One {#one}\ntext\n\n## Two\n\n\nmore\n")
    #expect(findings.isEmpty)
    #expect(read.frontMatter?.text("title") == "ក")
    #expect(read.preamble.text == "before" && read.preamble.textLine == 5)
    #expect(read.sections.map(\.title) == ["One", "Two"])
    #expect(read.sections.map { $0.attributes.id?.value } == ["one", nil])
    #expect(read.sections.map(\.location.line) == [7, 10])
    #expect(read.sections.map(\.location.column) == [4, 4])
    #expect(read.sections.map(\.body.text) == ["text", "more"])
    #expect(read.sections.map(\.body.textLine) == [8, 13])
  }

  @Test("A file may have neither front matter nor sections")
  func bare() {
    let (read, findings) = Self.read("")
    #expect(findings.isEmpty && read.frontMatter == nil && read.sections.isEmpty)
    #expect(read.preamble.text == "" && read.preamble.textLine == 1)
    #expect(Self.read("just text\n").file.preamble.text == "just text")
  }

  @Test("Front matter that is never closed is one finding, and nothing is read after it")
  func open() {
    let (read, findings) = Self.read("---\ntitle: x\n## One\n")
    #expect(findings.map(brief) == ["open-front-matter 1:1"])
    #expect(read.sections.isEmpty && read.frontMatter == nil)
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
    #expect(Self.read("---").findings.map(\.code) == ["open-front-matter"])
  }

  @Test("Places in front matter are those of the file")
  func frontMatterPlaces() {
    #expect(Self.read("---\ntitle: x\nfoo: 1\n---\n").findings.map(brief) == ["unknown-key 3:1"])
    #expect(Self.read("---\ntitle: [x\n---\n").findings.map(brief) == ["yaml-syntax 2:10"])
    #expect(Self.read("---\n---\n## A\n").findings.map(brief) == ["empty-file 2:0"])
    #expect(Self.read("---\r\ntitle: x\r\n---\r\n## A\r\n").findings.isEmpty)
    #expect(
      Self.read(
        "---\ntitle: " + String(repeating: "[", count: 90) + String(repeating: "]", count: 90)
          + "\n---\n"
      ).findings.map(brief)
        == ["yaml-syntax 2:71"])
  }

  @Test("A mark within a code fence begins no section")
  func fences() {
    let (read, _) = Self.read("## A\n```\n## not one\n```\n## B\n### not one either\n##nor this\n")
    #expect(read.sections.map(\.title) == ["A", "B"])
  }

  @Test("Another mark divides a script")
  func otherMark() {
    let (read, _) = Self.read(":: start {#s}\nhello\n## not a section\n:: end\n", mark: ":: ")
    #expect(read.sections.map(\.title) == ["start", "end"])
    #expect(read.sections.first?.location.column == 4)
  }

  @Test("Attributes are read with the places of their values")
  func attributes() {
    let (read, findings) = Self.read("## Why \"us\"? {#why-us points=២ pool=\"a b\"}  \n")
    #expect(findings.isEmpty)
    let section = read.sections.first
    #expect(section?.title == "Why \"us\"?")
    #expect(section?.attributes.id?.value == "why-us")
    #expect(section?.attributes.id?.location.column == 16)
    #expect(section?.attributes["points"] == "២" && section?.attributes["pool"] == "a b")
    #expect(section?.attributes.values["points"]?.location.column == 30)
    #expect(section?.attributes.keyLocations["points"]?.column == 23)
    #expect(section?.attributes["status"] == nil)
  }

  @Test(
    "Each attribute that cannot be read is a finding at its column",
    arguments: [
      ("## A {points}", "bad-attribute 1:7"), ("## A {=3}", "bad-attribute 1:7"),
      ("## A {points=}", "bad-attribute 1:7"), ("## A {#}", "bad-attribute 1:7"),
      ("## A {#x ponts=3}", "unknown-key 1:10"),
      ("## ក {points=1\tpoints=2}", "duplicate-key 1:16"),
      ("## A {pool=\"open}", nil), ("## A {}", nil), ("## A {", nil), ("## A }", nil),
    ] as [(String, String?)])
  func badAttributes(_ heading: String, _ finding: String?) {
    let findings = Self.read(heading).findings
    #expect(findings.map(brief) == (finding.map { [$0] } ?? []))
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("A heading's braces count only at its end")
  func braces() {
    #expect(Self.read("## a {b} c").file.sections.first?.title == "a {b} c")
    #expect(Self.read("## {x} {#y}").file.sections.first?.title == "{x}")
    #expect(Self.read("##  ").file.sections.first?.title == "")
  }

  @Test("The hash changes with title and body, not with attributes or blank lines round it")
  func hash() {
    let hash = Self.read("## A {#a}\ntext\n").file.sections.first?.hash
    #expect(hash == Self.read("\n\n## A {#b points=2}\n\ntext\n\n\n").file.sections.first?.hash)
    #expect(hash != Self.read("## A {#a}\ntext.\n").file.sections.first?.hash)
    #expect(hash != Self.read("## B {#a}\ntext\n").file.sections.first?.hash)
    #expect(hash == Self.read("## A {#a}\r\ntext\r\n").file.sections.first?.hash)
  }

  @Test("Spaces and tabs at both ends are trimmed, and nothing else")
  func trimming() {
    #expect(" \ta b \t".trimmingSpaces() == "a b")
    #expect("\u{200B}ក\u{17D2}".trimmingSpaces() == "\u{200B}ក\u{17D2}")
    #expect("   ".trimmingSpaces() == "")
  }
}
