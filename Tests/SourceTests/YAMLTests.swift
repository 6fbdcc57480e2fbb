import Testing
import Text

@testable import Source

enum Colour: String, CaseIterable { case red, green }

/// Reads a text as a mapping with the keys a to h.
func yaml(_ text: String, format: Int? = nil) -> (map: YAMLMap?, collector: DiagnosticCollector) {
  let collector = DiagnosticCollector()
  let map = YAMLReading.map(
    file(text), keys: ["a", "b", "c", "d", "list", "title"], format: format, collector: collector)
  return (map, collector)
}

@Suite("YAML that cannot be read")
struct YAMLSyntaxTests {
  @Test(
    "Each mistake is found at its line and column",
    arguments: [
      // A tab for indentation, an open quote, an open bracket, a colon too many.
      ("a:\n\tb: 1\n", "yaml-syntax 2:1"), ("a: \"one\nb: 2\n", "yaml-syntax 3:1"),
      ("a: [1, 2\nb: 3\n", "yaml-syntax 2:2"), ("a: b: c\n", "yaml-syntax 1:5"),
      ("a: 1\n b: 2\n", "yaml-syntax 2:3"), ("a: [1,\n 2", "yaml-syntax 2:3"),
      ("a: \"\u{2028}x", "yaml-syntax 1:7"), ("a: *nobody\n", "yaml-syntax 1:4"),
      ("a: 1\n---\na: 2\n", "yaml-syntax 2:1"), ("a: @x\n", "yaml-syntax 1:4"),
      // A control character.
      ("a: 1\nb: x\u{7}y\n", "yaml-syntax 2:5"),
      ("a: \"x\u{2028}\u{1}\"\n", "yaml-syntax 1:7"), ("", "empty-file 1:0"),
      ("# only a comment\n", "empty-file 1:0"),
      ("- 1\n- 2\n", "wrong-kind 1:1"), ("\n\nword\n", "wrong-kind 3:1"),
      ("a: 1\nb: 2\na: 3\n", "duplicate-key 1:1"),
      ("c:\n  x: 1\n  x: 2\n", "duplicate-key 2:3"),
    ])
  func syntax(_ text: String, _ finding: String) {
    let (map, collector) = yaml(text)
    #expect(map == nil)
    #expect(collector.diagnostics.map(brief) == [finding], "\(collector.diagnostics)")
    #expect(collector.diagnostics.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
    #expect(collector.diagnostics.allSatisfy { !$0.message.en.contains("\n") })
  }

  /// Nesting of one shape, named for the report.
  struct Nesting: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let before: String
    let part: String
    let after: String
  }

  @Test(
    "Nesting beyond the limit is refused, however deep it is",
    arguments: [
      Nesting(testDescription: "lists", before: "a: ", part: "[", after: "]"),
      Nesting(testDescription: "mappings", before: "a: ", part: "{a: ", after: "}"),
      Nesting(testDescription: "entries", before: "a:\n", part: "- ", after: ""),
      Nesting(testDescription: "keys", before: "", part: "? ", after: ""),
      // A closing bracket within quotes or a comment closes nothing.
      Nesting(testDescription: "quotes", before: "a: ", part: "[\"]\", ", after: "]"),
      Nesting(testDescription: "comments", before: "a: ", part: "[ # ]\n ", after: "]"),
      Nesting(testDescription: "quoted keys", before: "a: ", part: "{'}}': ", after: "}"),
    ], [70, 900, 20_000])
  func deep(_ nesting: Nesting, _ depth: Int) {
    let text =
      nesting.before + String(repeating: nesting.part, count: depth) + "x"
      + String(repeating: nesting.after, count: depth)
    let (map, collector) = yaml(text)
    #expect(map == nil)
    #expect(collector.diagnostics.map(\.code) == ["yaml-syntax"])
    #expect(collector.diagnostics.first?.message.en == "The YAML is nested deeper than 64 levels.")
    #expect((collector.diagnostics.first?.location.line ?? 0) >= 1)
  }

  @Test("Blocks nested line by line are refused at the first that is too deep")
  func deepBlocks() {
    let text = (0..<300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(yaml(text).collector.diagnostics.map(brief) == ["yaml-syntax 64:64"])
  }

  @Test("Nesting that people write is read, and brackets in texts are no nesting")
  func shallow() {
    let text = "a: " + String(repeating: "[", count: 30) + String(repeating: "]", count: 30)
    #expect(yaml(text).map != nil)
    let many = "list:\n" + String(repeating: "  - {x: [1, 2], y: \"[[[\"}\n", count: 500)
    #expect(yaml(many).map != nil)
    #expect(yaml(many).collector.diagnostics.isEmpty)
  }

  @Test("Aliases are refused, because a few of them can stand for more than a machine holds")
  func aliases() {
    var text = "a: &n0 [x, x]\n"
    for level in 1..<40 { text += "k\(level): &n\(level) [*n\(level - 1), *n\(level - 1)]\n" }
    text += "? *n39\n: 1\n? *n39\n: 2\n"
    let (map, collector) = yaml(text)
    #expect(map == nil)
    #expect(collector.diagnostics.map(brief) == ["yaml-syntax 2:10"])
    #expect(collector.diagnostics.first?.length == 3)
  }

  @Test("Ampersands and stars of prose are no aliases")
  func prose() {
    let (map, collector) = yaml("a: \"salt &pepper\"\nb: R&D & *more*\nc: '&x *x'\nd: a, &c. *\n")
    #expect(collector.diagnostics.isEmpty && map?.text("c") == "&x *x")
  }

  @Test("Places stay right below the line separators that only YAML knows")
  func separators() {
    let (map, collector) = yaml("a: \"x\u{2028} y\u{85} z\"\nb: \"\u{2029} \"\nc: 5\nwrong: 1\n")
    _ = map?.integer("a")
    _ = map?.texts("c")
    #expect(
      collector.diagnostics.map(brief)
        == ["unknown-key 4:1", "wrong-kind 1:4", "wrong-kind 3:4"])
  }

  @Test("Formats: missing, newer, older")
  func formats() {
    #expect(yaml("format: 1\na: 1\n", format: 1).map != nil)
    #expect(yaml("format: 1\na: 1\n", format: 2).map != nil)
    #expect(yaml("format: ១\n", format: 1).map != nil)
    let newer = yaml("format: 2\na: 1\n", format: 1)
    #expect(newer.map == nil && newer.collector.diagnostics.map(brief) == ["newer-format 1:9"])
    let missing = yaml("a: 1\n", format: 1)
    #expect(missing.map == nil && missing.collector.diagnostics.map(brief) == ["missing-key 1:1"])
    #expect(yaml("format: 1\n").collector.diagnostics.map(brief) == ["unknown-key 1:1"])
  }
}

@Suite("YAML values with their places")
struct YAMLMapTests {
  @Test("An unknown key is named with what was probably meant")
  func unknownKey() {
    let (_, collector) = yaml("a: 1\ntitel: x\n? [1]\n: 2\n")
    #expect(collector.diagnostics.map(brief) == ["unknown-key 2:1", "unknown-key 3:3"])
    #expect(collector.diagnostics.first?.remedy.en.contains("'title'") == true)
    #expect(collector.diagnostics.first?.length == 5)
    #expect(collector.diagnostics.first?.excerpt == "titel: x")
  }

  @Test("Texts")
  func texts() {
    let (map, collector) = yaml("a: ក ខ\nb: \"\"\nc: [x]\nlist: [one, \"\", {x: 1}, ២]\n")
    #expect(map?.text("a") == "ក ខ")
    #expect(
      map?.located("a") == Located("ក ខ", at: SourceLocation(file: "f.yaml", line: 1, column: 4)))
    #expect(map?.text("b") == nil && map?.text("c") == nil)
    #expect(map?.text("d", required: false) == nil && map?.text("d") == nil)
    #expect(map?.texts("list").map(\.value) == ["one", "២"])
    #expect(map?.texts("a") == [] && map?.texts("title", required: false) == [])
    #expect(map?.texts("title") == [])
    #expect(
      collector.diagnostics.map(brief) == [
        "wrong-kind 2:4", "wrong-kind 3:4", "missing-key 1:1", "wrong-kind 4:13",
        "wrong-kind 4:17", "wrong-kind 1:4", "missing-key 1:1",
      ])
    #expect(map?.has("a") == true && map?.has("d") == false)
    #expect(map?.location(of: "d") == SourceLocation(file: "f.yaml", line: 1, column: 1))
  }

  @Test("Numbers and flags, with Khmer digits")
  func numbers() {
    let (map, collector) = yaml(
      "a: ១២\nb: 2.5\nc: true\nd: many\nlist: [1]\ntitle: 99999999999999999999\n")
    #expect(map?.integer("a") == 12 && map?.number("a") == 12 && map?.number("b") == 2.5)
    #expect(map?.flag("c") == true && map?.flag("missing") == nil)
    #expect(collector.diagnostics.isEmpty)
    #expect(map?.integer("b") == nil && map?.integer("title") == nil && map?.number("d") == nil)
    #expect(map?.flag("d") == nil && map?.integer("a", in: 0...5) == nil)
    #expect(map?.number("a", in: 0...5) == nil && map?.integer("list") == nil)
    #expect(map?.integer("x") == nil && map?.number("x") == nil)
    #expect(map?.integer("x", required: false) == nil && map?.number("x", required: false) == nil)
    #expect(
      collector.diagnostics.map(brief) == [
        "wrong-kind 2:4", "wrong-kind 6:8", "wrong-kind 4:4", "wrong-kind 4:4", "wrong-kind 1:4",
        "wrong-kind 1:4", "wrong-kind 5:7", "missing-key 1:1", "missing-key 1:1",
      ])
    #expect(yaml("a: nan\n").map?.number("a") == nil)
  }

  @Test("Choices")
  func choices() {
    let (map, collector) = yaml("a: green\nb: gren\n")
    #expect(map?.choice("a", as: Colour.self) == .green)
    #expect(map?.choice("b", as: Colour.self) == nil)
    #expect(map?.choice("c", as: Colour.self, required: false) == nil)
    #expect(collector.diagnostics.map(brief) == ["unknown-value 2:4"])
    #expect(collector.diagnostics.first?.remedy.km.contains("'green'") == true)
  }

  @Test("Texts in both languages")
  func localized() {
    let (map, collector) = yaml(
      "a: {en: One, km: មួយ}\nb:\n  en: Two\nc: Three\nlist:\n  - {en: A, km: ក}\n  - {km: ខ}\n  - word\n"
    )
    #expect(map?.localized("a") == LocalizedText(en: "One", km: "មួយ"))
    #expect(map?.localized("b") == LocalizedText(en: "Two", km: ""))
    #expect(map?.localized("c") == nil && map?.localized("d") == nil)
    #expect(map?.localized("d", required: false) == nil)
    #expect(map?.localizedList("list").map(\.km) == ["ក", "ខ"])
    #expect(
      collector.diagnostics.map(brief) == [
        "missing-translation 3:3", "wrong-kind 4:4", "missing-key 1:1", "wrong-kind 8:5",
        "missing-translation 7:5",
      ])
  }

  @Test("Mappings within mappings")
  func maps() {
    let (map, collector) = yaml(
      "a:\n  x: 1\n  why: 2\nb: word\nlist:\n  - x: 3\n  - word\nc:\n  one: 1\n  two: [2]\n")
    #expect(map?.map("a", keys: ["x"])?.integer("x") == 1)
    #expect(map?.map("b", keys: []) == nil && map?.map("d", keys: []) == nil)
    #expect(map?.map("d", keys: [], required: false) == nil)
    #expect(map?.maps("list", keys: ["x"]).compactMap { $0.integer("x") } == [3])
    #expect(map?.maps("b", keys: []).count == 0)
    let entries = map?.dictionary("c")?.entries() ?? []
    #expect(entries.map(\.key.value) == ["one", "two"])
    #expect(entries.map(\.value) == ["1", nil])
    #expect(entries.map(\.key.location.line) == [9, 10])
    #expect(map?.dictionary("b") == nil && map?.dictionary("d") == nil)
    #expect(map?.dictionary("d", required: true) == nil)
    #expect(
      collector.diagnostics.map(brief) == [
        "unknown-key 3:3", "wrong-kind 4:4", "missing-key 1:1", "wrong-kind 7:5",
        "wrong-kind 4:4", "wrong-kind 4:4", "missing-key 1:1",
      ])
  }

  @Test("A reader's own finding stands at the value of a key, or at the mapping")
  func report() {
    let (map, collector) = yaml("a: ខេត្ត\n")
    let text = LocalizedText(same: "x")
    map?.report("mine", .warning, at: "a", text, remedy: text)
    map?.report("mine", at: "b", text, remedy: text)
    #expect(collector.diagnostics.map(brief) == ["mine 1:4", "mine 1:1"])
    #expect(collector.diagnostics.map(\.length) == [5, 1])
    #expect(collector.diagnostics.map(\.severity) == [.warning, .error])
  }

  @Test("Columns count scalars in a Khmer line")
  func khmerColumns() {
    let (map, collector) = yaml("a: {km: ក្រុមប្រឹក្សា, foo: 1}\n")
    _ = map?.localized("a")
    #expect(collector.diagnostics.map(brief) == ["unknown-key 1:24", "missing-translation 1:4"])
  }
}
