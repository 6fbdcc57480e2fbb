import Testing

@testable import Text

@Suite("Findings")
struct DiagnosticTests {
  static let message = LocalizedText(en: "It is wrong.", km: "វាខុស។")
  static let remedy = LocalizedText(en: "Mend it.", km: "សូមកែវា។")

  static func finding(
    _ code: String = "bad", _ severity: Severity = .error, line: Int = 0, column: Int = 0,
    excerpt: String = "", length: Int = 1, related: [Diagnostic.Related] = []
  ) -> Diagnostic {
    Diagnostic(
      code, severity, at: SourceLocation(file: "a.md", line: line, column: column), message,
      remedy: remedy, excerpt: excerpt, length: length, related: related)
  }

  @Test("Headline, line, caret and remedy stand below each other")
  func english() {
    let text = DiagnosticRendering.text(
      Self.finding(line: 3, column: 5, excerpt: "id: aaa", length: 3), in: .english)
    #expect(
      text == """
        a.md:3:5: error [bad] It is wrong.
          id: aaa
              ^^^
          → Mend it.
        """)
  }

  @Test("The caret stands under the right letter of a Khmer line")
  func khmerCaret() {
    // ការស្តាប់ is nine scalars on seven columns: two of them, coeng and bantoc, take none.
    let text = DiagnosticRendering.text(
      Self.finding(line: 1, column: 10, excerpt: "ការស្តាប់មកមុន", length: 2), in: .khmer)
    #expect(
      text == """
        a.md:1:10: កំហុស [bad] វាខុស។
          ការស្តាប់មកមុន
                 ^^
          → សូមកែវា។
        """)
  }

  @Test("A caret under a mark that takes no column is still one sign wide")
  func zeroWidth() {
    let text = DiagnosticRendering.text(
      Self.finding(line: 1, column: 2, excerpt: "ក\u{17D2}", length: 1), in: .english)
    #expect(text.split(separator: "\n")[2] == "   ^")
  }

  @Test("A place beyond the line puts the caret at its end")
  func beyond() {
    let text = DiagnosticRendering.text(
      Self.finding(line: 1, column: 99, excerpt: "abc", length: 50), in: .english)
    #expect(text.split(separator: "\n")[2] == "     ^")
  }

  @Test("Control characters of a line are shown as spaces")
  func controls() {
    let text = DiagnosticRendering.text(
      Self.finding(line: 1, column: 3, excerpt: "\u{1B}\tx\u{7}y", length: 1), in: .english)
    #expect(text.split(separator: "\n")[1...2] == ["    x y", "    ^"])
  }

  @Test("What is not known of a place is left out")
  func places() {
    #expect(DiagnosticRendering.place(SourceLocation(file: "f")) == "f")
    #expect(DiagnosticRendering.place(SourceLocation(file: "f", line: 2)) == "f:2")
    #expect(DiagnosticRendering.place(SourceLocation(file: "f", line: 2, column: 7)) == "f:2:7")
    #expect(DiagnosticRendering.place(SourceLocation(file: "f", column: 7)) == "f")
  }

  @Test("A line without a column has no caret, and related places follow")
  func related() {
    let other = Diagnostic.Related(
      location: SourceLocation(file: "b.md", line: 9),
      message: LocalizedText(en: "the first one", km: "ទីមួយ"))
    let text = DiagnosticRendering.text(
      Self.finding("twice", .warning, line: 2, excerpt: "x", related: [other]), in: .english)
    #expect(
      text == """
        a.md:2: warning [twice] It is wrong.
          x
          → Mend it.
          b.md:9: the first one
        """)
  }

  @Test("Every severity has a word in both languages")
  func severities() {
    #expect(Severity.allCases.allSatisfy { TextMessages.severity($0).isComplete })
    #expect(Severity.error < .warning && .warning < Severity.note)
    #expect(DiagnosticRendering.text(Self.finding("n", .note), in: .khmer).contains("កំណត់សម្គាល់"))
  }

  @Test("Reading order goes by place, then severity, then code, whatever order they were found in")
  func order() {
    let sorted = [
      Self.finding("d", line: 1), Self.finding("a", .error, line: 2),
      Self.finding("b", .error, line: 2), Self.finding("a", .note, line: 2),
      Self.finding("a", line: 2, column: 4), Self.finding("a", line: 10),
    ]
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20 { #expect(generator.shuffled(sorted).inReadingOrder == sorted) }
  }

  @Test("Only errors count as errors")
  func errors() {
    #expect([Self.finding("a", .note), Self.finding("b", .error)].hasErrors)
    #expect(![Self.finding("a", .note), Self.finding("b", .warning)].hasErrors)
  }

  @Test("A collector keeps the order of finding")
  func collector() {
    let collector = DiagnosticCollector()
    collector.add(Self.finding("z"))
    collector.add(contentsOf: [Self.finding("a"), Self.finding("m")])
    #expect(collector.diagnostics.map(\.code) == ["z", "a", "m"])
  }

  @Test("A length below one counts as one")
  func length() {
    #expect(Self.finding(length: 0).length == 1)
    #expect(Self.finding(length: -5).length == 1)
  }
}

@Suite("Languages")
struct LanguageTests {
  @Test(
    "A locale's name begins with its language",
    arguments: [
      ("km_KH.UTF-8", .khmer), ("km", .khmer), ("KM-KH", .khmer), ("en_US", .english),
      ("en.UTF-8", .english), ("C", nil), ("POSIX", nil), ("", nil), ("fr_FR", nil),
    ] as [(String, Language?)])
  func locale(_ name: String, _ language: Language?) {
    #expect(Language(locale: name) == language)
  }

  @Test("Each language is the other's other")
  func other() {
    #expect(Language.allCases.allSatisfy { $0.other != $0 && $0.other.other == $0 })
  }

  @Test("A missing half is replaced by the other where text must be shown, and only there")
  func halves() {
    var text = LocalizedText(en: "school", km: "")
    #expect(text.text(in: .khmer) == "school" && text[.khmer] == "")
    #expect(!text.isComplete && !text.isEmpty)
    text[.khmer] = "សាលា"
    text[.english] = "hall"
    #expect(text == LocalizedText(en: "hall", km: "សាលា") && text.isComplete)
    #expect(text.text(in: .khmer) == "សាលា" && text.text(in: .english) == "hall")
    #expect(LocalizedText(same: "").isEmpty)
    #expect(LocalizedText(same: "ila-a").isComplete)
  }
}
