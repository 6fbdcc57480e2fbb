import Testing
import Text

@testable import Source

@Suite("Texts in two languages")
struct TranslatedTextsTests {
  private static func entries(_ text: String) -> [TranslatedTexts.Entry] {
    TranslatedTexts.all(in: SourceFile(path: "x.yaml", text: text))
  }

  @Test("every mapping of nothing but 'en' and 'km' is a text, with its way and its place")
  func found() {
    let entries = Self.entries(
      "format: 1\ntitle: {en: A, km: ក}\nsessions:\n  - id: s1\n    title:\n      en: B\n      km: ខ\n"
        + "  - id: s2\n    title: {en: C}\nonly: {km: ង}\nother: {en: D, km: ឃ, fr: E}\n")
    #expect(
      entries.map(\.path) == ["title", "sessions.0.title", "sessions.1.title", "only"])
    #expect(entries[0].text == LocalizedText(en: "A", km: "ក"))
    #expect(entries[2].text == LocalizedText(en: "C", km: ""))
    #expect(entries[3].text == LocalizedText(en: "", km: "ង"))
    #expect(entries.map(\.location.line) == [2, 6, 9, 10])
    #expect(entries.allSatisfy { $0.location.file == "x.yaml" })
  }

  @Test(
    "what is no YAML, or has no texts, has none",
    arguments: ["", "[", "a: 1", "- 1\n- 2", "{}", "title: {}", "&a [*a]", "\u{0}"])
  func none(_ text: String) {
    #expect(Self.entries(text).isEmpty)
  }

  private static func hash(_ text: String) -> String? {
    SourceFile(path: "x.en.md", text: text).frontMatterHash
  }

  @Test("the hash of a head covers what people read, and nothing else")
  func head() throws {
    let head = "---\nformat: 1\ntitle: A\noutcomes: [X-1]\nreview: [en]\n---\n## B {#b}\nText.\n"
    let hash = try #require(Self.hash(head))
    #expect(hash.utf8.count == 16)
    for (old, new) in [
      ("outcomes: [X-1]", "outcomes: [X-2]"), ("review: [en]", "review: []"), ("Text.", "Other."),
      ("title: A", "title: A "), ("format: 1", "# note\nformat: 1"), ("\n", "\r\n"),
    ] {
      #expect(Self.hash(head.replacing(old, with: new)) == hash, "\(old) -> \(new)")
    }
    #expect(Self.hash(head.replacing("title: A", with: "title: B")) != hash)
  }

  @Test("roles and names of values belong to the head, the limits of a value do not")
  func script() throws {
    let head =
      "---\ntitle: A\nroles:\n  - id: f\n    title: F\nstate:\n  trust:\n    title: T\n    max: 5\n---\n"
    let hash = try #require(Self.hash(head))
    #expect(Self.hash(head.replacing("max: 5", with: "max: 6")) == hash)
    #expect(Self.hash(head.replacing("title: T", with: "title: U")) != hash)
    #expect(Self.hash(head.replacing("title: F", with: "title: G")) != hash)
  }

  @Test("a file without a head, or with one that says nothing, has no hash")
  func without() {
    for text in ["", "## A\n", "---\ntitle: A\n", "---\n---\n", "---\nformat: 1\n---\n"] {
      #expect(Self.hash(text) == nil, "\(text)")
    }
  }
}
