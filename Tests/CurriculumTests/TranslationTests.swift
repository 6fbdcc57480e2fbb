import Source
import Testing
import Text

@testable import Curriculum

@Suite("Stamps of translations")
struct TranslationTests {
  static let english = "## One {#one}\nFirst.\n\n## Two {#two}\nSecond.\n"
  static let khmer = "---\ntitle: ក\nreview: [km]\n---\n## មួយ {#one}\nទីមួយ។\n\n## ពីរ {#two}\nទីពីរ។\n"

  static func stamped(_ khmer: String, from english: String = english, mark: String = "## ")
    -> String
  {
    Translation.stamped(
      SourceFile(path: "x.km.md", text: khmer), from: SourceFile(path: "x.en.md", text: english),
      mark: mark)
  }

  /// Returns the findings about stamps of a lesson in two languages.
  static func check(_ khmer: String, against english: String = english) -> [Diagnostic] {
    let tree = MemoryTree(["x.en.md": "---\ntitle: A\n---\n" + english, "x.km.md": khmer])
    let reader = CurriculumReader(id: "x", tree: tree)
    let parts = ["x.en.md", "x.km.md"].map { reader.lessonFile($0, language: .english) }
    _ = reader.joinBlocks(english: parts[0], khmer: parts[1])
    return reader.collector.diagnostics
  }

  @Test("Stamps stand in the front matter, in the order of the source, and are enough")
  func stamps() {
    let text = Self.stamped(Self.khmer)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[3] == "translates:")
    #expect(lines[4].hasPrefix("  one: ") && lines[5].hasPrefix("  two: ") && lines[6] == "---")
    #expect(lines[4].utf8.count == "  one: ".utf8.count + 16)
    #expect(Self.check(text).isEmpty)
    #expect(Self.check(Self.khmer).map(\.code) == ["stale-translation", "stale-translation"])
  }

  @Test(
    "Stamping twice changes nothing",
    arguments: [
      khmer, "## មួយ {#one}\nទីមួយ។\n", khmer.replacing("\n", with: "\r\n"), "",
      "---\ntranslates:\n  old: 1\n  one: 2\ntitle: ក\n---\n## មួយ {#one}\nx\n", "---\n---\n",
      "---\ntranslates: {}\n---\n## មួយ {#one}\nx\n",
    ])
  func idempotent(_ text: String) {
    let once = Self.stamped(text)
    #expect(Self.stamped(once) == once)
    #expect(!once.contains("\r"))
  }

  @Test("A file without front matter gets one, and its text stays")
  func without() {
    let text = Self.stamped("## មួយ {#one}\nទីមួយ។\n")
    #expect(text.hasPrefix("---\ntranslates:\n  one: "))
    #expect(text.hasSuffix("\n---\n## មួយ {#one}\nទីមួយ។\n"))
    #expect(!text.contains("two"), "only what both files hold is stamped")
  }

  @Test("Old stamps go, and the other keys keep their places")
  func replaces() {
    let text = Self.stamped(
      "---\ntitle: ក\ntranslates:\n  gone: 0000\n  one: 1111\nreview: [km]\n---\n## មួយ {#one}\nx\n")
    #expect(text.hasPrefix("---\ntitle: ក\ntranslates:\n  one: "))
    #expect(!text.contains("gone") && !text.contains("1111"))
    #expect(text.contains("\nreview: [km]\n---\n"))
  }

  @Test("Windows line ends do not make a translation stale")
  func lineEnds() {
    let text = Self.stamped(Self.khmer)
    let windows = Self.english.replacing("\n", with: "\r\n")
    #expect(Self.check(text, against: windows).isEmpty)
    #expect(Self.stamped(Self.khmer, from: windows) == text)
  }

  @Test("A change of the source makes exactly its block stale, and a stamp mends it")
  func stale() {
    let text = Self.stamped(Self.khmer)
    let changed = Self.english.replacing("Second.", with: "Second, changed.")
    let found = Self.check(text, against: changed)
    #expect(found.map(\.code) == ["stale-translation"] && found.first?.severity == .warning)
    #expect(found.first?.location.line == 11)
    #expect(Self.check(Self.stamped(text, from: changed), against: changed).isEmpty)
  }

  @Test("A stamp of a block that the source lost is found at its line")
  func lost() {
    let text = Self.stamped(Self.khmer).replacing("  two: ", with: "  three: ")
    let found = Self.check(text)
    #expect(found.map(\.code).sorted() == ["stale-translation", "unknown-reference"])
    #expect(found.first { $0.code == "unknown-reference" }?.location.line == 6)
  }

  @Test("Front matter that is never closed is left alone")
  func open() {
    #expect(Self.stamped("---\ntitle: ក\n## មួយ {#one}\n") == "---\ntitle: ក\n## មួយ {#one}\n")
  }

  @Test("Sections without an attribute are known by their title, as questions and scripts are")
  func titles() {
    let text = Self.stamped(
      ":: start\nសួស្តី\n", from: ":: start {role=x}\nHello\n:: end\nBye\n", mark: ":: ")
    #expect(text.hasPrefix("---\ntranslates:\n  start: "))
    #expect(!text.contains("  end: "))
  }

  @Test("An id that stands twice is stamped once, so that the file can still be read")
  func twice() {
    let english = Self.english + "\n## One again {#one}\nThird.\n"
    let text = Self.stamped(Self.khmer, from: english)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("  one: ") } == 1)
  }
}
