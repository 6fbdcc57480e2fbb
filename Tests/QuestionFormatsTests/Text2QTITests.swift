import Archive
import Assessment
import Source
import Testing
import Text

@testable import QuestionFormats

@Suite("The plain text of text2qti")
struct Text2QTITests {
  private func read(_ text: String) -> QuestionBank {
    QuestionFormats.read(
      QuestionInput(name: "q.txt", files: [ArchiveEntry(path: "q.txt", bytes: Array(text.utf8))]),
      format: .text2qti)
  }

  private func write(_ items: [Item]) -> (text: String, result: WrittenQuestions) {
    let result = QuestionFormats.write(
      items, format: .text2qti, options: QuestionWritingOptions())
    return (String(decoding: result.files.first?.bytes ?? [], as: UTF8.self), result)
  }

  @Test("What is written is read again, and scores the same", arguments: InteractionKind.allCases)
  func roundTrip(_ kind: InteractionKind) {
    let kept = RoundTrip.check(.text2qti, kind)
    let isCarried = [.singleChoice, .multipleChoice, .trueFalse, .shortText, .numeric, .essay]
      .contains(kind)
    #expect((kept > 0) == isCarried, "\(kept)")
  }

  @Test("Changed files never stop the reader")
  func mutations() {
    RoundTrip.mutate(.text2qti, count: 1500)
  }

  private static let whole = """
    Quiz title: Synthetic quiz
    Quiz description: Made up
        for a test.
    shuffle answers: false
    show correct answers: true
    can't go back: true

    % A comment
    COMMENT
    1. Not a question
    END_COMMENT
    % [id:one] [tag:outcome:AAA-1] [tag:other]
    Title: First
    Points: 1.5
    1.  Which commune?
        It is in the south.

        The second paragraph.
    ... Think of the map.
    + Well done
    - Try again
    ! The solution
    a)  Kampot
    ... It is a province.
    *b) Kep
        town

    2.  The council has five members.
    a)  False
    ... Count again.
    *b) True

    3.  Which two?
    [*] Health
    [ ] War
    []  Peace
    [*] Roads

    4.  The capital?
    *   Phnom Penh
    *   ភ្នំពេញ

    Text title: Numbers
    Text: Now come numbers.

    GROUP
    pick: 2
    solutions pick: 2
    points per question: 3
    5.  How much?
    =   3 +- 0.1

    6.  How many?
    =   [1, 2]

    7.  Which percent?
    =   -200 +- 5%
    END_GROUP

    8.  Which whole number?
    =   ១២

    9.  Describe it.
    _____

    10. Send it.
    ^^^^

    ```{.python .run}
    print("1.  x")
    ```

    ១១. Khmer marks?
    ក)  one
    *ខ) two
    """

  @Test("A file with every construct is read exactly")
  func everything() throws {
    let bank = read(Self.whole)
    #expect(bank.findings.isEmpty, "\(bank.findings)")
    #expect(bank.count == 11)
    try #require(bank.items.count == 10)
    #expect(
      bank.items.map(\.id)
        == ["one", "q-2", "q-3", "q-4", "q-5", "q-6", "q-7", "q-8", "q-9", "q-11"])
    #expect(bank.items.map(\.points) == [1.5, 1, 1, 1, 3, 3, 3, 1, 1, 1])
    let one = bank.items[0]
    #expect(one.title.en == "First")
    #expect(one.outcome.value == "AAA-1")
    #expect(one.stem.en == "Which commune?\nIt is in the south.\n\nThe second paragraph.")
    #expect(one.feedback.en == "Think of the map.")
    #expect(one.location.line == 15)
    #expect(one.interaction.options.map(\.text.en) == ["Kampot", "Kep\ntown"])
    #expect(one.interaction.options.map(\.feedback.en) == ["It is a province.", ""])
    #expect(one.interaction.options.map(\.isCorrect) == [false, true])
    guard case .choice(let choice) = one.interaction else { return #expect(Bool(false)) }
    #expect(choice.keepsOrder)
    #expect(
      bank.items[1].interaction
        == .choice(
          ChoiceInteraction(
            isTrue: true, falseFeedback: LocalizedText(en: "Count again.", km: ""))))
    guard case .choice(let several) = bank.items[2].interaction else {
      return #expect(Bool(false))
    }
    #expect(several.isMultiple && several.correctIDs == ["a", "d"])
    #expect(bank.items[2].scoring == .exact)
    #expect(
      bank.items[3].interaction == .text(TextInteraction(accepted: ["Phnom Penh", "ភ្នំពេញ"])))
    #expect(bank.items[4].interaction == .numeric(NumericInteraction(value: 3, tolerance: 0.1)))
    #expect(bank.items[5].interaction == .numeric(NumericInteraction(value: 1.5, tolerance: 0.5)))
    #expect(bank.items[6].interaction == .numeric(NumericInteraction(value: -200, tolerance: 10)))
    #expect(bank.items[7].interaction == .numeric(NumericInteraction(value: 12, tolerance: 0)))
    #expect(bank.items[8].interaction == .essay(EssayInteraction()))
    #expect(bank.items[9].interaction.options.map(\.isCorrect) == [false, true])
    let lost = bank.lost.map { "\($0.item): \($0.what.en)\($0.isWhole ? "!" : "")" }
    #expect(
      lost == [
        "q.txt:2: the description of the quiz",
        "q.txt:5: the setting 'show correct answers: true'",
        "one: the tag 'other'", "one: feedback to right answers",
        "one: feedback to wrong answers", "one: solution",
        "q.txt:43: a text between the questions", "q.txt:44: a text between the questions",
        "q.txt:48: the setting 'solutions pick'",
        "q.txt:69: a block of code to be run",
        "Send it.: the whole question: a file is uploaded to answer it!",
      ], "\(lost)")
  }

  @Test("Groups become sections of a test, of which some questions are picked")
  func groups() throws {
    let test = try #require(read(Self.whole).tests.first)
    #expect(test.id == "synthetic-quiz" && test.title.en == "Synthetic quiz")
    let part = try #require(test.parts.first)
    #expect(part.isLinear && !part.isSimultaneous)
    #expect(
      part.sections.map(\.itemIDs)
        == [["one", "q-2", "q-3", "q-4"], ["q-5", "q-6", "q-7"], ["q-8", "q-9", "q-11"]])
    #expect(part.sections.map(\.selection) == [nil, 2, nil])
    #expect(read("1.  Essay?\n____\n").tests.isEmpty)
  }

  private static let options = "a)  x\n*b) y\n"

  @Test(
    "Each mistake is named at its place, and costs its question alone",
    arguments: [
      ("1.  Q\n", [("no-answer", 1, 1)], 1),
      ("1.Q\n*a) x\nb) y\n", [("no-space", 1, 3)], 1),
      ("1.\n*a) x\nb) y\n", [("no-content", 1, 3)], 1),
      ("1.  Q\n*a)\nb) y\n", [("no-content", 2, 4)], 1),
      ("1.  Q\nmore\n" + options, [("stray-text", 2, 1)], 1),
      ("1.  Q\n*   x\n  y\n", [("stray-text", 3, 3)], 1),
      ("1.  Q\n" + options + "\nNo number\nat all\n" + options, [("stray-text", 5, 1)], 1),
      ("1.  Q\na)  x\n", [("few-options", 1, 1), ("bad-key", 1, 1)], 1),
      ("1.  Q\n[ ] x\n[ ] y\n", [("bad-key", 1, 1)], 1),
      ("1.  Q\n*a) x\n*b) y\n", [("bad-key", 3, 1)], 1),
      ("1.  Q\n*a) x\nb)  x\n", [("twin-option", 3, 5)], 1),
      ("1.  Q\n*a) x\n[ ] y\n", [("mixed-answers", 3, 1)], 1),
      ("1.  Q\n*a) x\n____\n", [("mixed-answers", 3, 1)], 1),
      ("1.  Q\n____\n____\n", [("set-twice", 3, 1)], 1),
      ("1.  Q\n=   three\n", [("bad-number", 2, 5)], 1),
      ("1.  Q\n=   [2, 1]\n", [("bad-number", 2, 5)], 1),
      ("1.  Q\n=   3 +- -1\n", [("bad-number", 2, 5)], 1),
      ("1.  Q\n=   0x10\n", [("bad-number", 2, 5)], 1),
      ("1.  Q\n=   1e999\n", [("bad-number", 2, 5)], 1),
      ("1.  Q\n... f\n... g\n" + options, [("set-twice", 3, 1)], 1),
      ("1.  Q\n*a) x\n... f\n... g\nb) y\n", [("set-twice", 4, 1)], 1),
      ("1.  Q\n*   x\n... f\n", [("bad-feedback", 3, 1)], 1),
      ("Points: 0.3\n1.  Q\n" + options, [("bad-points", 1, 9)], 1),
      ("Points:\n1.  Q\n" + options, [("no-content", 1, 8)], 1),
      ("Title: t\nTitle: u\n1.  Q\n" + options, [("set-twice", 2, 1)], 1),
      ("Title: t\nTitle\n", [("stray-text", 2, 1), ("unused-title", 1, 1)], 0),
      ("GROUP\nGROUP\nEND_GROUP\n", [("nested-group", 2, 1), ("bad-pick", 2, 1)], 0),
      ("END_GROUP\n", [("no-group", 1, 1)], 0),
      ("pick: 2\n", [("no-group", 1, 1)], 0),
      ("GROUP\n", [("open-group", 1, 1)], 0),
      ("GROUP\npick: two\n", [("bad-pick", 2, 1), ("open-group", 1, 1)], 0),
      ("GROUP\npick: 2\n1.  E\n____\nEND_GROUP\n", [("bad-pick", 2, 1)], 0),
      ("GROUP\npoints per question: 0\n1.  E\n____\nEND_GROUP\n", [("bad-points", 2, 1)], 0),
      ("shuffle answers: yes\n", [("bad-setting", 1, 18)], 0),
      ("COMMENT\n1.  Q\n", [("open-comment", 1, 1)], 0),
      ("END_COMMENT\n", [("no-comment", 1, 1)], 0),
      ("```{.python .run}\nx\n", [("open-code", 1, 1)], 0),
    ] as [(String, [(String, Int, Int)], Int)])
  func mistakes(_ text: String, _ expected: [(String, Int, Int)], _ lost: Int) {
    // A good question before it, which no mistake may touch; it takes three lines.
    let bank = read("9.  Good?\n____\n\n" + text)
    let found = bank.findings.map { "\($0.code) \($0.location.line - 3):\($0.location.column)" }
    #expect(found.sorted() == expected.map { "\($0.0) \($0.1):\($0.2)" }.sorted(), "\(text)")
    #expect(bank.findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
    #expect(bank.items.first?.stem.en == "Good?")
    #expect(bank.lost.count(where: \.isWhole) == lost)
    #expect(bank.count == bank.items.count + bank.lost.count(where: \.isWhole))
  }

  private func item(
    _ id: String, _ stem: String, _ interaction: Interaction = .essay(EssayInteraction()),
    points: Double = 1, feedback: String = ""
  ) -> Item {
    Item(
      id: id, outcome: Located("", at: SourceLocation(file: "b")), cognitive: nil, points: points,
      stem: LocalizedText(en: stem, km: ""), interaction: interaction,
      feedback: LocalizedText(en: feedback, km: ""))
  }

  @Test("Items are written as text2qti's documentation shows them")
  func written() {
    let choice = ChoiceInteraction(
      isMultiple: false,
      options: [
        ChoiceOption(
          id: "a", text: LocalizedText(same: "x\n\n  y"), isCorrect: true,
          feedback: LocalizedText(same: "said")),
        ChoiceOption(id: "b", text: LocalizedText(same: "1."), isCorrect: false),
      ])
    var one = item("one", "Q\n*   not an answer", .choice(choice), points: 0.5, feedback: "all")
    one.title = LocalizedText(en: "T", km: "")
    one.outcome = Located("AAA-1", at: one.location)
    let (text, result) = write([
      one, item("two", "Number?", .numeric(NumericInteraction(value: 2.5, tolerance: 0))),
      item("three", "Essay?"),
    ])
    #expect(result.lost.isEmpty, "\(result.lost)")
    #expect(
      text == """
        Quiz title: Questions
        shuffle answers: true

        % [id:one] [tag:outcome:AAA-1]
        Title: T
        Points: 0.5
        1.  Q
            *   not an answer
        ... all
        *a) x

              y
        ... said
        b)  1.

        % [id:two]
        2.  Number?
        =   2.5 +- 0

        % [id:three]
        3.  Essay?
        ____

        """)
    let again = read(text)
    #expect(again.items.map(\.stem.en) == [one.stem.en, "Number?", "Essay?"])
    #expect(again.items.first?.interaction.options.first?.text.en == "x\n\n  y")
  }

  @Test(
    "What text2qti would refuse is a whole loss, and says why",
    arguments: [
      ("zero", "refuses numbers"), ("twins", "two options"), ("same", "two questions"),
      ("empty", "has no text"), ("blank", "has no text"), ("wrong", "no kind 'short-text'"),
    ])
  func refused(_ id: String, _ reason: String) throws {
    let option = ChoiceOption(id: "a", text: LocalizedText(same: "x"), isCorrect: true)
    var other = option
    other.isCorrect = false
    var blank = other
    blank.text = LocalizedText(same: " ")
    let items = [
      item("good", "Good?"), item("same", "Good? "), item("empty", " \n"),
      item("zero", "Zero?", .numeric(NumericInteraction(value: 1, tolerance: 1))),
      item("twins", "T?", .choice(ChoiceInteraction(isMultiple: false, options: [option, other]))),
      item("blank", "B?", .choice(ChoiceInteraction(isMultiple: true, options: [option, blank]))),
      item("wrong", "W?", .text(TextInteraction(answers: [.init("x", weight: 0)]))),
    ]
    let result = write(items).result
    #expect(result.written == 1 && result.lost.allSatisfy(\.isWhole))
    let loss = try #require(result.lost.first { $0.item == id })
    #expect(loss.what.en.contains(reason), "\(loss.what.en)")
  }

  @Test("What is changed in writing is named")
  func changed() {
    func losses(_ item: Item) -> [String] { write([item]).result.lost.map(\.what.en) }
    let layout = Text2QTIMessages.layout.en
    #expect(losses(item("a", "x  \ny")) == [layout])
    #expect(losses(item("a", "\n x")) == [layout])
    #expect(losses(item("a", "x\n")) == [layout])
    #expect(losses(item("a", "x\r\ny")) == [layout])
    #expect(losses(item("a", "x", feedback: " ")) == [layout])
    #expect(losses(item("a", "x\n\ny", feedback: "a b")).isEmpty)
    #expect(losses(item("a", "x", points: 0.3)) == ["points"])
    var titled = item("a", "x")
    titled.title = LocalizedText(en: "one\ntwo", km: "")
    #expect(losses(titled) == [layout])
    #expect(write([titled]).text.contains("Title: one two\n"))
  }

  @Test("The order of options is kept where all choices keep it")
  func order() {
    func choice(_ id: String, _ keepsOrder: Bool) -> Item {
      item(
        id, "Which \(id)?",
        .choice(
          ChoiceInteraction(
            isMultiple: true, keepsOrder: keepsOrder,
            options: ["x", "y"].map {
              ChoiceOption(id: $0, text: LocalizedText(same: $0), isCorrect: true)
            })))
    }
    let all = write([choice("a", true), choice("b", true)])
    #expect(all.text.contains("shuffle answers: false\n") && all.result.lost.isEmpty)
    let some = write([choice("a", true), choice("b", false)])
    #expect(some.text.contains("shuffle answers: true\n"))
    #expect(some.result.lost.map(\.item) == ["a"])
  }
}
