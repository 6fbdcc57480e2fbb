import Source
import Testing
import Text

@testable import Assessment

@Suite("Reading questions")
struct ItemReadingTests {
  static func read(
    _ text: String, language: Language = .english
  ) -> (items: [Item], findings: [Diagnostic]) {
    let collector = DiagnosticCollector()
    let file = SourceFile(path: "b.items.\(language.rawValue).md", text: text)
    let bank = ItemReading.read(file, language: language, collector: collector)
    return (bank.items, collector.diagnostics)
  }

  static func briefs(_ findings: [Diagnostic]) -> [String] {
    findings.map { "\($0.code) \($0.location.line):\($0.location.column)" }
  }

  /// A heading that names a kind.
  static func kind(_ kind: String) -> String {
    "## q-1 {outcome=A-1 cognitive=apply kind=\(kind)}\n"
  }

  static let head = "## q-1 {outcome=A-1 cognitive=apply}\n"

  @Test("A choice is read with every part of it")
  func choice() {
    let (items, findings) = Self.read(
      """
      ---
      format: 1
      ---
      ## cse-014 {outcome=CSE-2 cognitive=apply points=២ pool=practice status=piloted}

      The council wants to hear
      **more** people.

      - ( ) Publish the minutes
        on the board
        > It informs;
        > no more.
      - (X) Ask who is missing
        > It begins
          with listening.

      > Remember the people
        who are absent.
      > Always.
      """)
    #expect(findings.isEmpty)
    #expect(items.count == 1)
    let item = items[0]
    #expect(item.id == "cse-014" && item.outcome.value == "CSE-2" && item.points == 2)
    #expect(item.cognitive == .apply && item.pool == .practice && item.status == .piloted)
    #expect(item.stem == LocalizedText(en: "The council wants to hear\n**more** people.", km: ""))
    let options = item.interaction.options
    #expect(options.map(\.id) == ["a", "b"] && options.map(\.isCorrect) == [false, true])
    #expect(options.map(\.text.en) == ["Publish the minutes on the board", "Ask who is missing"])
    #expect(options.map(\.feedback.en) == ["It informs; no more.", "It begins with listening."])
    #expect(options.map(\.location.line) == [9, 13])
    #expect(item.feedback.en == "Remember the people who are absent.\nAlways.")
    #expect(item.location.line == 4 && item.sourceHash.utf8.count == 16)
  }

  @Test("Defaults: one point, test pool, draft")
  func defaults() {
    let item = Self.read(Self.head + "Why?\n- (x) a\n- ( ) b\n").items.first
    #expect(item?.points == 1 && item?.pool == .test && item?.status == .draft)
  }

  @Test("Several right answers, numbers and texts")
  func kinds() {
    func interaction(_ answers: String) -> Interaction? {
      Self.read(Self.head + "Why?\n" + answers).items.first?.interaction
    }
    guard case .choice(let choice) = interaction("- [x] a\n- [ ] b\n- [x] c") else {
      return #expect(Bool(false))
    }
    #expect(choice.isMultiple && choice.correctIDs == ["a", "c"])
    #expect(interaction("= 12") == Samples.numeric(12))
    #expect(interaction("= ១២,៥ +- ០.៥") == Samples.numeric(12.5, 0.5))
    #expect(interaction("= -3 ± 1") == Samples.numeric(-3, 1))
    #expect(interaction("~ one\n~ two\n  words") == Samples.text("one", "two words"))
    #expect(interaction("= 7\n> why\n  so") == Samples.numeric(7))
    #expect(interaction("- (x)\n- ( ) b")?.options.first?.text.en == "")
  }

  @Test(
    "Each mistake is found at its place",
    arguments: [
      ("## Bad Id {outcome=A cognitive=apply}\nWhy?\n- (x) a\n", "bad-id 1:4"),
      ("## {outcome=A cognitive=apply}\nWhy?\n- (x) a\n", "bad-id 1:4"),
      ("## សំណួរ {outcome=A cognitive=apply}\nWhy?\n- (x) a\n", "bad-id 1:4"),
      (head + "- (x) a\n", "empty-stem 1:4"), (head + "Why?\n", "no-answer 1:4"),
      ("## q {cognitive=apply}\nWhy?\n= 1\n", "missing-attribute 1:4"),
      ("## q {outcome=A}\nWhy?\n= 1\n", "missing-attribute 1:4"),
      ("## q {outcome=A cognitive=aply}\nWhy?\n= 1\n", "unknown-value 1:27"),
      ("## q {outcome=A cognitive=apply points=0}\nWhy?\n= 1\n", "unknown-value 1:40"),
      ("## q {outcome=A cognitive=apply pool=exam}\nWhy?\n= 1\n", "unknown-value 1:38"),
      ("## q {outcome=A cognitive=apply status=old}\nWhy?\n= 1\n", "unknown-value 1:40"),
      (head + "Why?\n= twelve\n", "bad-number 3:1"), (head + "Why?\n= 1 +- x\n", "bad-number 3:1"),
      (head + "Why?\n= 1 +- -1\n", "bad-number 3:1"),
      (head + "Why?\n= 1\n= two\n", "bad-number 4:1"),
      (head + "Why?\n- (x) a\n= 2\n", "mixed-answers 1:4"),
      (head + "Why?\n- (x) a\n- [ ] b\n", "mixed-answers 1:4"),
      (head + "Why?\n- (x) a\nstray\n- ( ) b\n", "bad-answer 4:1"),
      (head + "@titel x\nWhy?\n- (x) a\n", "unknown-key 2:1"),
      (head + "@unit m = x\nWhy?\n= 1\n", "bad-setting 2:1"),
      (head + "@unit km\n@unit km = 2\nWhy?\n= 1\n", "bad-setting 3:1"),
      (head + "@score a = much\nWhy?\n- (x) a\n", "bad-setting 2:1"),
      (head + "Why [[a]]?\n[[b]] ~ x\n", "blanks-differ 1:4"),
      (head + "Why?\n[[a]] ~ x\n", "blanks-differ 1:4"),
      (head + "Why [[a]]?\n[[a]] ~ x\n[[a]] = 2\n", "mixed-answers 3:1"),
      (kind("true-false") + "Why?\n- (x) a\n- ( ) b\n- ( ) c\n", "bad-key 1:4"),
      (kind("true-false") + "Why?\n- (x) a\n- (x) b\n", "bad-key 1:4"),
      (kind("likert") + "I can.\n- (x) no\n- ( ) yes\n", "bad-key 3:1"),
      (kind("likert") + "I can.\n- ( ) no\n- (50%) yes\n", "bad-key 4:1"),
      (kind("essay") + "Write.\n- ( ) no\n", "mixed-answers 3:1"),
      (kind("numeric") + "Why?\n- (x) a\n- ( ) b\n", "wrong-kind 1:4"),
      (kind("numerik") + "Why?\n= 1\n", "unknown-value 1:42"),
      (
        "## q-1 {outcome=A-1 cognitive=apply floor=5}\nWhy?\n- (x) a\n", "unknown-value 1:43"
      ),
      (
        "## q-1 {outcome=A-1 cognitive=apply scoring=table}\nWhy?\n- (x) a\n",
        "unknown-value 1:45"
      ),
      (
        "## q-1 {outcome=A-1 cognitive=apply order=random}\nWhy?\n- (x) a\n", "unknown-value 1:43"
      ),
      (
        "## q-1 {outcome=A-1 cognitive=apply lines=0 kind=essay}\nWhy?\n", "unknown-value 1:43"
      ),
      (head + "Why?\n- (x) a\n- (y) b\n", "bad-answer 4:1"),
    ])
  func mistakes(_ text: String, _ finding: String) {
    let (items, findings) = Self.read(text)
    #expect(items.isEmpty)
    #expect(Self.briefs(findings) == [finding], "\(findings.map(\.message.en))")
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("An attribute that nobody knows is named, and the question is read without it")
  func unknownAttribute() {
    let (items, findings) = Self.read("## q {outcome=A cognitive=apply pionts=2}\nWhy?\n= 1\n")
    #expect(items.map(\.points) == [1])
    #expect(Self.briefs(findings) == ["unknown-key 1:33"])
    #expect(findings.first?.remedy.en.contains("'points'") == true)
  }

  @Test("What is no mark begins no option")
  func noMarks() {
    #expect(
      Self.briefs(Self.read(Self.head + "Why?\n- (x)a\n-(x) b\n- (xx) c\n").findings) == [
        "no-answer 1:4"
      ])
    #expect(
      Self.briefs(Self.read(Self.head + "Why?\n- (\u{17D2}) ក\n").findings) == ["no-answer 1:4"])
  }

  // MARK: Two languages

  static let english = head + "Why?\n- (x) a\n  > A.\n- ( ) b\n  > B.\n> End.\n"
  static let khmer = head + "ហេតុអ្វី?\n- (x) ក\n  > ១។\n- ( ) ខ\n  > ២។\n> ចប់។\n"

  static func join(_ english: String?, _ khmer: String?, languages: [Language] = Language.allCases)
    -> (items: [Item], findings: [Diagnostic])
  {
    let collector = DiagnosticCollector()
    func bank(_ text: String?, _ language: Language) -> ItemReading.BankFile? {
      text.map {
        ItemReading.read(
          SourceFile(path: "b.items.\(language.rawValue).md", text: $0), language: language,
          collector: collector)
      }
    }
    let items = ItemReading.join(
      english: bank(english, .english), khmer: bank(khmer, .khmer), languages: languages,
      collector: collector)
    return (items, collector.diagnostics)
  }

  @Test("Two languages become one item")
  func joined() {
    let (items, findings) = Self.join(Self.english, Self.khmer)
    #expect(findings.isEmpty && items.count == 1)
    #expect(items[0].stem == LocalizedText(en: "Why?", km: "ហេតុអ្វី?"))
    #expect(items[0].feedback == LocalizedText(en: "End.", km: "ចប់។"))
    #expect(items[0].interaction.options.map(\.text.km) == ["ក", "ខ"])
    #expect(items[0].interaction.options.map(\.feedback.km) == ["១។", "២។"])
    #expect(items[0].locations.count == 2)
  }

  @Test("Accepted texts of both languages count, and numbers must be the same")
  func joinedKinds() {
    let texts = Self.join(Self.head + "Why?\n~ one\n", Self.head + "ហេតុអ្វី?\n~ មួយ\n")
    #expect(
      texts.findings.isEmpty
        && texts.items.first?.interaction
          == .text(
            TextInteraction(answers: [
              .init("one", language: .english), .init("មួយ", language: .khmer),
            ]))
    )
    let same = Self.join(Self.head + "Why?\n~ ៧\n~ one\n", Self.head + "ហេតុអ្វី?\n~ ៧\n")
    #expect(
      same.items.first?.interaction
        == .text(TextInteraction(answers: [.init("៧"), .init("one", language: .english)])))
    let numbers = Self.join(Self.head + "Why?\n= 1\n", Self.head + "ហេតុអ្វី?\n= ១\n")
    #expect(numbers.findings.isEmpty)
  }

  @Test(
    "Where the languages differ it is said, and the English key holds",
    arguments: [
      ("- (x) ក", "- ( ) ក", "which answers are right"),
      ("cognitive=apply", "cognitive=analyse", "their attributes"),
      ("- ( ) ខ\n  > ២។\n", "", "the number of answers"),
      ("- (x) ក\n  > ១។\n- ( ) ខ\n  > ២។\n", "= 1\n", "the kind of question"),
      ("- (x) ក\n  > ១។\n- ( ) ខ\n", "- [x] ក\n  > ១។\n- [ ] ខ\n", "the kind of question"),
    ])
  func differ(_ original: String, _ replacement: String, _ what: String) {
    let (items, findings) = Self.join(
      Self.english, Self.khmer.replacing(original, with: replacement))
    #expect(findings.map(\.code) == ["languages-differ"])
    #expect(findings.first?.message.en == "The two languages of 'q-1' differ in \(what).")
    #expect(findings.first?.location.file == "b.items.km.md")
    #expect(findings.first?.related.first?.location.file == "b.items.en.md")
    #expect(items.first?.interaction.options.map(\.isCorrect) == [true, false])
  }

  @Test("Numbers that differ are found")
  func differentNumbers() {
    let findings = Self.join(Self.head + "Why?\n= 1\n", Self.head + "ហេតុអ្វី?\n= 2\n").findings
    #expect(findings.first?.message.en.hasSuffix("the right number.") == true)
  }

  @Test("An item of one language is kept and named")
  func alone() {
    let other = Self.khmer.replacing("q-1", with: "q-2")
    let (items, findings) = Self.join(Self.english, other)
    #expect(items.map(\.id) == ["q-1", "q-2"])
    #expect(findings.map(\.code) == ["missing-translation", "missing-translation"])
    #expect(findings.map(\.location.file) == ["b.items.en.md", "b.items.km.md"])
    #expect(findings.first?.remedy.en == "Add it to b.items.km.md.")
    #expect(items[1].location.file == "b.items.km.md")
    #expect(Self.join(Self.english, nil, languages: [.english]).findings.isEmpty)
    #expect(Self.join(nil, Self.khmer, languages: [.khmer]).findings.isEmpty)
    #expect(Self.join(Self.english, nil).findings.count == 1)
    #expect(Self.join(nil, nil).items.isEmpty)
  }

  @Test("An item that stands nowhere stands where its outcome does")
  func place() {
    #expect(Samples.item("x", Samples.numeric(1)).location.file == "bank.md")
  }
}
