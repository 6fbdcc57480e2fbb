import Assessment
import Source
import Testing
import Text

@testable import Terminal

@Suite("Every kind of question in a terminal")
struct KindsTests {
  private static func options(_ texts: [String]) -> [ChoiceOption] {
    texts.enumerated().map { index, text in
      ChoiceOption(
        id: ChoiceOption.id(at: index), text: LocalizedText(en: text, km: "ខ្មែរ \(text)"),
        isCorrect: index == 0)
    }
  }

  static let match = Sample.item(
    "m",
    .match(
      MatchInteraction(
        sources: ["Council", "Clerk", "Citizens"].enumerated().map { index, text in
          .init(
            id: ChoiceOption.id(at: index), text: LocalizedText(en: text, km: "ប្រភព \(text)"),
            target: "\(index + 1)")
        },
        targets: ["decides", "writes", "ask"].enumerated().map { index, text in
          .init(id: "\(index + 1)", text: LocalizedText(en: text, km: "គោលដៅ \(text)"))
        })))

  static let order = Sample.item(
    "o", .order(OrderInteraction(options: options(["first", "second", "third"]))))

  static var blanks: Item {
    var item = Sample.item(
      "b",
      .blanks(
        BlanksInteraction(blanks: [
          .init(id: "a", entry: .text(TextInteraction(accepted: ["eighteen"]))),
          .init(
            id: "b",
            entry: .numeric(
              NumericInteraction(
                answers: [.init(value: 15, tolerance: 0)],
                units: [.init(symbol: "km", factor: 1)]))),
          .init(
            id: "c",
            entry: .choice(
              ChoiceInteraction(isMultiple: false, options: options(["half", "full"])))),
        ])))
    item.stem = LocalizedText(
      en: "Of [[a]] and [[b]] it was [[c]].", km: "ពី [[a]] និង [[b]] គឺ[[c]]។")
    return item
  }

  /// One item of each kind that is more than a choice or a text.
  static var all: [Item] {
    [
      match, order, blanks,
      Sample.item(
        "r", .rating(RatingInteraction(isSelfRating: false, options: options(["low", "high"])))),
      Sample.item("e", .essay(EssayInteraction(lines: 3, mostWords: 5))),
      Sample.item("p", .performance),
    ]
  }

  private static func run(
    _ items: [Item], _ script: [String], language: Language = .english, feedback: Bool = false,
    seed: String = "", width: Int = 80
  ) -> (text: String, events: [Attempt.Event], attempt: Attempt) {
    let room = Room(script)
    let ending = Sample.quiz(
      room, language: language, feedback: feedback, items: items, seed: seed
    ).run(from: Sample.start(items), console: room.console(width: width))
    switch ending {
    case .submitted(let attempt), .stopped(let attempt):
      return (room.text, room.events, attempt)
    }
  }

  @Test("Sources have letters, targets numbers in another order than the key's")
  func matching() throws {
    let shown = OptionOrder.targets(of: Self.match, seed: "K-1")
    let labels = (1...3).map { id in
      (shown.firstIndex { $0.id == "\(id)" } ?? 0) + 1
    }
    let typed = "a\(labels[0]) b\(labels[1]) c\(labels[2])"
    let room = Self.run([Self.match], [typed, "-", "/"], feedback: true, seed: "K-1")
    #expect(room.text.contains("  a) Council\n  b) Clerk\n  c) Citizens\n"))
    let targets = shown.enumerated().map { "  \($0.offset + 1)) \($0.element.text.en)\n" }
    #expect(room.text.contains(targets.joined()))
    #expect(
      room.events.first == .answered(item: "m", response: .pairs(["a": "1", "b": "2", "c": "3"])))
    #expect(room.text.contains("Right.\n"))
    #expect(room.text.contains("Your answer: \(typed)\n"))
    #expect(room.text.contains("  1. \(typed)\n"))
  }

  @Test("Pairs typed one at a time are kept, and what is open is named; the question stays")
  func pairByPair() {
    let room = Self.run([Self.match], ["a1", "b2", "x", "c3"], feedback: true)
    #expect(room.text.contains("Saved so far: a1. Still open: b, c.\n"))
    #expect(room.text.contains("Saved so far: a1 b2. Still open: c.\n"))
    #expect(room.text.contains("Type a letter from a to c with a number from 1 to 3"))
    #expect(room.events.filter { $0 == .moved(to: 0) }.count == 2)
    #expect(room.attempt.position == 1)
    #expect(Sample.start([Self.match]).after(room.events) == room.attempt)
  }

  @Test("An order is shown with letters and answered by all of them; half right is partly right")
  func ordering() {
    var item = Self.order
    item.points = 3
    item.scoring = Scoring(.parts)
    let shown = OptionOrder.options(of: item, seed: "K-9").map(\.id)
    let wanted = ["a", "c", "b"].compactMap { shown.firstIndex(of: $0) }
      .map { ChoiceOption.id(at: $0) }.joined(separator: " ")
    let room = Self.run([item], [wanted, "/"], feedback: true, seed: "K-9")
    #expect(room.events.first == .answered(item: "o", response: .order(["a", "c", "b"])))
    #expect(room.text.contains("Partly right: 1 of 3 points.\n"))
    #expect(room.text.contains("type all the letters"))
    #expect(room.text.contains("  1. \(wanted)\n"))
    #expect(shown != ["a", "b", "c"])
  }

  @Test("Blanks are named in the stem, lists and units stand below")
  func blanksShown() {
    let room = Self.run([Self.blanks], ["eighteen; 15 km; 1", "-", "/"], feedback: true)
    #expect(room.text.contains("Of (a) ____ and (b) ____ it was (c) ____.\n"))
    #expect(room.text.contains("  Blank b: Type a number; you may write its unit: km.\n"))
    #expect(room.text.contains("  Blank c:\n    1) half\n    2) full\n"))
    #expect(
      room.events.first
        == .answered(item: "b", response: .blanks(["a": "eighteen", "b": "15", "c": "a"])))
    #expect(room.text.contains("Your answer: a=eighteen; b=15; c=half\n"))
  }

  @Test("A blank left open keeps the question; Enter goes on without it")
  func openBlank() {
    let room = Self.run([Self.blanks], ["b=15", ""])
    #expect(room.text.contains("Saved so far: b=15. Still open: a, c.\n"))
    #expect(room.attempt.position == 1)
  }

  @Test("One blank takes the text alone")
  func oneBlank() {
    var item = Sample.item(
      "b",
      .blanks(
        BlanksInteraction(blanks: [.init(id: "a", entry: .text(TextInteraction(accepted: ["x"])))]))
    )
    item.stem = LocalizedText(same: "It is [[a]].")
    let room = Self.run([item], ["x", "-", "."], feedback: true)
    #expect(room.text.contains("It is (a) ____.\nType what belongs in the blank.\n"))
    #expect(room.text.contains("Right.\n") && room.text.contains("Your answer: x\n"))
  }

  @Test("An opinion is numbered, and called neither right nor wrong")
  func opinions() {
    let items = [true, false].map { isSelf in
      Sample.item(
        "r\(isSelf)",
        .rating(
          RatingInteraction(isSelfRating: isSelf, options: Self.options(["low", "middle", "high"])))
      )
    }
    let room = Self.run(items, ["3", "a", "/"], feedback: true, seed: "K-1")
    #expect(room.text.contains("  1) low\n  2) middle\n  3) high\n"))
    #expect(room.text.contains("How do you rate yourself?"))
    #expect(room.text.contains("How far do you agree?"))
    #expect(room.text.contains("Saved. Thank you for your opinion.\n"))
    #expect(!room.text.contains("Right.") && !room.text.contains("Not right"))
    #expect(room.text.contains("  1. 3\n  2. 1\n"))
  }

  @Test("An essay has as many lines as end with a backslash, and waits for the trainer")
  func essays() {
    var item = Sample.item("e", .essay(EssayInteraction(lines: 3, mostWords: 3)))
    item.points = 5
    let room = Self.run([item, item], ["one two\\", "- three\\", "", "/"], feedback: true)
    #expect(
      room.events.first == .answered(item: "e", response: .text("one two\n- three\n")))
    #expect(room.text.contains("Write\nat most 3 words."))
    #expect(room.text.contains("Your text has 4 words; at most 3 are asked for."))
    #expect(room.text.contains("Kept for your trainer, who will judge it.\n"))
    #expect(room.text.contains("  1. a text of 4 words\n"))
    let test = Self.run([item], ["one\\"])
    #expect(test.events.first == .answered(item: "e", response: .text("one")))
    #expect(test.text.contains("Kept for your trainer") && !test.text.contains("Your text has"))
  }

  @Test("What a trainer observes asks nothing, and is not missed at the end")
  func performance() {
    let items = [Sample.item("p", .performance), Sample.choice("c", "x ")]
    let room = Self.run(items, ["done", "", "a", "yes", "yes"])
    #expect(room.text.contains("A trainer observes this; there is nothing to type."))
    #expect(room.text.contains("1 of 1 questions are answered.\n  1. observed by a trainer\n"))
    #expect(room.text.contains("Hand in now?"))
    #expect(room.events.last == .submitted)
  }

  @Test("Units of a number are named, and a number with one is understood")
  func units() {
    let item = Sample.item(
      "n",
      .numeric(
        NumericInteraction(
          answers: [.init(value: 12, tolerance: 0), .init(value: 6, tolerance: 0, weight: 50)],
          units: [.init(symbol: "km", factor: 1), .init(symbol: "m", factor: 0.001)])))
    let room = Self.run([item], ["6000 m", "-", "."], feedback: true)
    #expect(room.text.contains("Type a number; you may write its unit: km, m.\n"))
    #expect(room.text.contains("Partly right: 0.5 of 1 points.\n"))
    #expect(room.text.contains("Your answer: 6\n"))
  }

  @Test("Where points are taken away, that is said")
  func negative() {
    var item = Sample.choice("c", "x ")
    item.scoring = Scoring(.parts, floor: -50)
    if case .choice(var choice) = item.interaction {
      choice.options[1].weight = -25
      item.interaction = .choice(choice)
    }
    #expect(Self.run([item], ["b"], feedback: true).text.contains("Not right: -0.25 of 1 points."))
    #expect(
      QuizMessages.verdict(
        Outcome(item: "x", score: 1 / 3.0, maximum: 2, isAnswered: true, keyVersion: "")
      ).km == "ត្រឹមត្រូវមួយផ្នែក៖ ០.៣៣ ក្នុងចំណោម ២ ពិន្ទុ។")
  }

  @Test("In Khmer every label is Khmer, and Khmer letters are typed")
  func khmer() {
    let rating = Sample.item(
      "r", .rating(RatingInteraction(isSelfRating: false, options: Self.options(["a", "b"]))))
    let items = [Self.match, Self.order, Self.blanks, rating, Sample.item("p", .performance)]
    let room = Self.run(
      items, ["ក១ ខ២ គ៣", "គ ក ខ", "ក=x; ខ=១៥ km; គ=១", "២", "", "-", "-", "/"], language: .khmer)
    #expect(room.text.contains("  ក) ប្រភព Council\n"))
    #expect(room.text.contains("  ១) គោលដៅ "))
    #expect(room.text.contains("(ក) ____ និង (ខ) ____ គឺ(គ) ____។"))
    #expect(room.text.contains("  ១. ក១ ខ២ គ៣\n  ២. គ ក ខ\n"))
    #expect(room.text.contains("  ៣. ក=x; ខ=១៥; គ=ខ្មែរ half\n  ៤. ២\n"))
    #expect(room.text.contains("  ៥. គ្រូឧទ្ទេសជាអ្នកសង្កេត\n"))
    for word in ["Type", "Saved", "Blank", "Question"] { #expect(!room.text.contains(word)) }
  }

  @Test("Nothing shown is wider than the terminal")
  func width() {
    let items = [Self.match, Self.order, Self.blanks, Sample.item("p", .performance)]
    let room = Self.run(items, ["", "", "", ""], width: 40)
    // The prompt of the list at the end is one line, whatever the width.
    let lines = room.text.split(separator: "\n").filter { !$0.hasPrefix("A number to go there") }
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= 40 })
  }

  @Test("A response of another kind, from a form that changed, is shown as it is kept")
  func foreign() {
    let view = QuestionView(language: .english, seed: "", plain: { $0 })
    let item = Sample.choice("c", "x ")
    #expect(view.shown(.pairs(["a": "1"]), to: item) == "a=1")
    #expect(view.shown(.blanks(["a": "1"]), to: item) == "a=1")
    #expect(view.shown(.blanks(["c": "z", "a": "t"]), to: Self.blanks) == "a=t; c=z")
  }
}
