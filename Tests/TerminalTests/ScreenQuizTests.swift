import Assessment
import Source
import Testing
import Text

@testable import Terminal

@Suite("The quiz on the whole screen")
struct ScreenQuizTests {
  static func answered(_ item: String, _ ids: String...) -> Attempt.Event {
    .answered(item: item, response: .chosen(ids))
  }

  @Test("A first start shows the notice, the example and the beginning, and records nothing")
  func front() {
    let play = Play(
      limit: 2700, notice: [LocalizedText(en: "Kept under your code.", km: "រក្សាទុក។")],
      skipsFront: false)
    #expect(
      play.text == """
        Trial
        4 questions, 45 minutes.
        Kept under your code.
        Enter: go on  ?: help  .: stop
        """)
    #expect(!play.quiz.isTiming && play.quiz.secondsToNextTime == nil)
    play.press(.enter)
    #expect(
      play.text == """
        Example: try the keys; this does not count
        Which day comes after Monday?
        > ( ) a) Sunday
          ( ) b) Tuesday
          ( ) c) Friday
        Press the letter of your answer, then Enter.
        letter or Space: choose  Enter: done  ?: all keys  .: stop
        """)
    play.press("b")
    #expect(play.cursorRow == "> (|x) b) Tuesday")
    play.press("/")
    #expect(play.text.contains("That key works in the test itself."))
    play.press(.enter)
    #expect(play.text.contains("The 45 minutes begin when you press Enter."))
    #expect(play.events.isEmpty && !play.effects.contains(.begin))
    play.press(.enter)
    #expect(play.effects == [.begin, .dropTypeAhead])
    #expect(
      play.text == """
        Question 1/4  45 minutes left
        What about one?
        > ( ) a) Option a
          ( ) b) Option b
          ( ) c) Option c
        letter or Space: choose  Enter: next  ?: help  -: back  /: list, hand in
        !: mark  .: stop
        """)
  }

  @Test("A letter is an answer, saved at once; Enter goes on; every event comes before its screen")
  func whole() {
    let play = Play()
    #expect(play.press("c") == [.record(Self.answered("one", "c")), .record(.moved(to: 0))])
    #expect(play.text.contains("  ( ) a) Option a\n  ( ) b) Option b\n> (x) c) Option c\nSaved."))
    #expect(play.press("ខ") == [.record(Self.answered("one", "b")), .record(.moved(to: 0))])
    #expect(play.press(.enter) == [.record(.moved(to: 1))])
    #expect(play.text.contains("The answer to question 1 is saved."))
    play.press(" ", .down, .down, " ")
    #expect(play.text.contains("  [x] a) Option a\n  [ ] b) Option b\n> [x] c) Option c"))
    play.press(.enter, "១២,៥", .enter, "yes", .enter)
    #expect(play.quiz.attempt.position == 4)
    #expect(play.quiz.attempt.outcomes(Sample.form()).map(\.score) == [1, 1, 1, 1])
    #expect(
      play.text == """
        Answered: 4/4.
          [x]  1. b
          [x]  2. a, c
          [x]  3. 12.5
          [x]  4. yes
        > --> Hand in
        The answer to question 4 is saved.
        Up, Down or number, Enter: go there  -: back  !: mark  ?: help  .: stop
        """)
    play.press(.enter)
    #expect(
      play.text == """
        Hand in now?
        All questions are answered. After handing in nothing can be changed.
        Type 'yes' and Enter, or go to 'Hand in' with Tab and press Enter.
        > [ Go back ]
          [ Hand in ]
        Tab: other button  Enter: press it  Esc: back
        """)
    #expect(play.effects.last == .dropTypeAhead)
    #expect(play.press(.tab, .enter) == [.record(.submitted), .finish])
    #expect(Sample.start().after(play.events) == play.quiz.attempt)
  }

  @Test("An answer in a test is recorded as one event when a text is finished")
  func oneEvent() {
    let play = Play([Sample.items[2], Sample.items[3]])
    play.press("12", .enter)
    #expect(play.events == [.answered(item: "three", response: .number(12))])
    // Nothing changed: Enter only moves on.
    play.press(.control("p"), .enter)
    #expect(play.events.suffix(2) == [.moved(to: 0), .moved(to: 1)])
  }

  @Test("Enter alone neither chooses nor hands in, however long it is held down")
  func heldEnter() {
    let play = Play()
    for _ in 0..<200 { play.press(.enter) }
    #expect(!play.events.contains(.submitted))
    #expect(play.quiz.attempt.responses.isEmpty)
    for keys in [[Key.tab, .enter], [.down, .enter], [.scalar("y"), .enter]] {
      let other = Play(
        [Sample.items[0]], from: Sample.start([Sample.items[0]]).after(.moved(to: 1)))
      for _ in 0..<40 { other.quiz.take(keys[0]).forEach { _ in } }
      other.press("a")
      #expect(!other.events.contains(.submitted))
    }
  }

  @Test("Any single key held down submits nothing, wherever it is held")
  func heldKeys() {
    let keys: [Key] = [
      .enter, .tab, .escape, .up, .down, .left, .right, .home, .end, .backspace, .scalar("y"),
      .scalar("a"), .scalar("/"), .scalar(" "), .scalar("1"), .paste("yes\n"), .control("n"),
    ]
    let done = Sample.start().after([
      Self.answered("one", "b"), Self.answered("two", "a"), .moved(to: 4),
    ])
    for key in keys {
      for starts in [[], [Key.enter], [.end, .enter]] {
        let play = Play(from: done)
        for start in starts { _ = play.quiz.take(start) }
        var effects: [ScreenQuiz.Effect] = []
        for _ in 0..<60 { effects += play.quiz.take(key) }
        #expect(!effects.contains(.record(.submitted)), "\(key) after \(starts)")
      }
    }
  }

  @Test("The whole word hands in, in either language; one letter does not")
  func words() {
    for (word, language) in [("yes", Language.english), ("យល់ព្រម", .khmer), ("YES", .english)] {
      let play = Play(language: language, from: Sample.start().after(.moved(to: 4)))
      play.press(.end, .enter)
      let letters = word.unicodeScalars.map { Key.scalar($0) }
      #expect(play.press(Pressed([letters[0], .enter])).isEmpty)
      play.press(Pressed(letters))
      #expect(play.text.contains("> \(word)"))
      #expect(play.press(.enter) == [.record(.submitted), .finish])
    }
    let play = Play(from: Sample.start().after(.moved(to: 4)))
    play.press("yes", .enter)
    #expect(play.text.hasPrefix("Hand in now?"), "the word in the list asks first")
    play.press("no", .enter)
    #expect(play.text.contains("Only the whole word 'yes' hands in."))
    play.press(.escape)
    #expect(play.text.hasPrefix("Answered: 0/4."))
  }

  @Test("The question before handing in counts what is open and what is marked")
  func confirm() {
    let play = Play()
    play.press("b", "!", .control("n"), "!", "/", .end, .enter)
    #expect(play.text.contains("3 questions have no answer. 2 questions are marked."))
    #expect(
      play.effects.contains(.flagged(item: "one", isFlagged: true))
        && play.effects.contains(.flagged(item: "two", isFlagged: true)))
    play.press(.enter)
    #expect(play.text.contains("  [x]! 1. b\n> [ ]! 2. no answer\n  [ ]  3. no answer"))
    play.press("!")
    #expect(play.effects.last == .flagged(item: "two", isFlagged: false))
    play.press(.enter)
    #expect(play.text.hasPrefix("Question 2/4\n"))
    play.press(.control("p"))
    #expect(play.text.hasPrefix("Question 1/4  [!] marked\n"))
  }

  @Test("The list goes to a question by arrows or by number, and back to where one was")
  func list() {
    let play = Play()
    play.press(.control("n"), "/")
    #expect(play.cursorRow.hasPrefix("> [| ]  1."))
    play.press("៣")
    #expect(play.text.contains("> [ ]  3. no answer") && play.text.contains("> ៣"))
    play.press(.enter)
    #expect(play.events.last == .moved(to: 2))
    play.press(.control("r"), "9", .enter)
    #expect(play.text.contains("Type a number from 1 to 4."))
    play.press("-")
    #expect(play.events.last == .moved(to: 2))
    play.press(.function(3), .down, .down, .up, .enter)
    #expect(play.events.last == .moved(to: 1))
  }

  @Test("Signs of the Khmer layout that lie on the same keys are the same commands")
  func khmerLayout() {
    let play = Play(language: .khmer)
    play.press(.right, "ឥ")
    #expect(play.events == [.moved(to: 1), .moved(to: 0)])
    play.press("\u{17CA}")
    #expect(play.events.last == .moved(to: 4))
    play.press("១", .enter, "គ")
    #expect(play.events.suffix(2) == [Self.answered("one", "c"), .moved(to: 0)])
    play.press("។")
    #expect(play.text.hasPrefix("ឈប់ឥឡូវនេះឬ?"))
    #expect(play.press(.enter) == [.stop(nil)])
  }

  @Test("What is pasted answers nothing and confirms nothing; in a text it is text")
  func paste() {
    let play = Play()
    #expect(play.press(.paste("b\n/yes\nyes\n")).isEmpty)
    #expect(play.text.contains("What was pasted is not used here."))
    play.press("/", .end, .enter)
    #expect(play.press(.paste("yes\n")).isEmpty && play.text.hasPrefix("Hand in now?"))
    play.press(.escape, "4", .enter)
    #expect(play.press(.paste("yes\nno")).isEmpty)
    #expect(play.cursorRow == "> yes no|")
    #expect(play.press(.enter) == [.record(.answered(item: "four", response: .text("yes no")))])
  }

  @Test("Stopping asks once, and saves what was typed")
  func stop() {
    let play = Play()
    play.press(".")
    #expect(play.text.hasPrefix("Stop now?"))
    play.press("b")
    #expect(play.text.hasPrefix("Question 1/4"))
    #expect(play.press(".", .enter) == [.stop(nil)])
    play.press(.escape, .control("n"), .control("n"), .control("n"), "ab")
    #expect(
      play.press(.control("c")) == [
        .record(.answered(item: "four", response: .text("ab"))), .record(.moved(to: 3)),
        .stop(.interrupt),
      ])
    #expect(play.press(.control("\\")) == [.stop(.quit)])
    #expect(play.press(.control("z")) == [.suspend])
    #expect(play.press(.control("l")) == [.repaint])
  }

  @Test("A number that is none is explained, kept on the screen, and lost only when told so")
  func notANumber() {
    let play = Play([Sample.items[2], Sample.items[3]])
    #expect(play.press("many", .enter).isEmpty)
    #expect(play.text.contains("Type a number, such as 12 or 12.5."))
    #expect(play.press(.control("n")).isEmpty)
    #expect(play.text.contains("Not saved. Type a number") && play.cursorRow == "> many|")
    #expect(play.press(.control("n")) == [.record(.moved(to: 1))])
    play.press(.control("p"), "12", .enter, .control("p"), .backspace, .backspace, .enter)
    #expect(play.events.contains(.answered(item: "three", response: .choice([]))))
    #expect(play.quiz.attempt.responses.isEmpty)
  }

  @Test("A text that is being typed is saved when nobody goes on, and before any end")
  func idle() {
    let play = Play([Sample.items[3]])
    play.press("ab")
    #expect(play.quiz.hasUnsavedText)
    #expect(
      play.quiz.idle() == [
        .record(.answered(item: "four", response: .text("ab"))), .record(.moved(to: 0)),
      ])
    #expect(!play.quiz.hasUnsavedText && play.text.contains("Saved."))
    #expect(play.quiz.idle() == [] && play.quiz.end() == [])
    play.press("c")
    #expect(
      play.quiz.end().first == .record(.answered(item: "four", response: .text("abc"))))
  }

  @Test("What is typed outlives help, the choice of drawing, and an end in either")
  func draftKept() {
    let play = Play([Sample.items[2], Sample.items[3]])
    play.press("12 k", .control("t"), .enter)
    #expect(play.cursorRow == "> 12 k|")
    play.press(.control("u"), "7", .function(1))
    #expect(play.quiz.end().first == .record(.answered(item: "three", response: .number(7))))
    let other = Play([Sample.items[3]])
    other.press("ab", .function(1))
    #expect(
      other.press(.control("c")).first == .record(.answered(item: "four", response: .text("ab"))))
    let first = Play(skipsFront: false)
    first.press("b", .function(1), .control("c"))
    #expect(first.events.isEmpty && first.quiz.end().isEmpty)
  }

  @Test("The time shows by the minute, in the last one by the second, and hands in at its end")
  func time() {
    let play = Play([Sample.items[3]], limit: 600)
    func left(_ seconds: Double) -> String {
      _ = play.quiz.tick(secondsLeft: seconds, isOver: false)
      return String(play.text.split(separator: "\n")[0])
    }
    #expect(left(599.5) == "Question 1/1  10 minutes left")
    #expect(play.quiz.secondsToNextTime == 59.5)
    #expect(left(540) == "Question 1/1  9 minutes left" && play.quiz.secondsToNextTime == 60)
    #expect(left(61) == "Question 1/1  2 minutes left" && play.quiz.secondsToNextTime == 1)
    #expect(left(60) == "Question 1/1  60 seconds left" && play.quiz.secondsToNextTime == 1)
    #expect(left(0.5) == "Question 1/1  1 second left" && play.quiz.secondsToNextTime == 0.5)
    #expect(left(0) == "Question 1/1  0 seconds left" && play.quiz.secondsToNextTime == 1)
    play.press("ab")
    #expect(
      play.quiz.tick(secondsLeft: 0, isOver: true) == [
        .record(.answered(item: "four", response: .text("ab"))), .record(.moved(to: 0)),
        .record(.submitted), .dropTypeAhead,
      ])
    #expect(play.text.hasPrefix("The time is over\nThe time is over; the test is handed in"))
    #expect(play.press("a", .tab).isEmpty && play.press(.enter) == [.finish])
    #expect(play.quiz.tick(secondsLeft: 0, isOver: true) == [])
  }

  @Test("Time over in the list, in help and before handing in ends just so")
  func timeAnywhere() {
    for keys in [[Key.scalar("/")], [.scalar("?")], [.scalar("/"), .end, .enter], [.scalar(".")]] {
      let play = Play(limit: 60)
      play.press(Pressed(keys))
      #expect(play.quiz.tick(secondsLeft: 0, isOver: true).contains(.record(.submitted)))
    }
  }

  @Test("Practice shows what was right and why before the next question")
  func practice() {
    let play = Play(feedback: true)
    play.press("a", .enter)
    #expect(
      play.text == """
        Your answer
        Not right.
        Because a.
        Enter: go on
        """)
    #expect(play.events == [Self.answered("one", "a"), .moved(to: 0), .moved(to: 1)])
    play.press(.enter)
    #expect(play.text.hasPrefix("Question 2/4"))
    // Going on without an answer has no feedback.
    play.press(.enter, .enter)
    #expect(play.text.hasPrefix("Question 3/4"))
  }

  @Test("A stopped attempt goes on at its place, without the first pages")
  func resume() {
    let start = Sample.start().after([Self.answered("one", "b"), .moved(to: 0)])
    let play = Play(from: start)
    #expect(play.text.contains("Going on where you stopped; 1 answers are saved."))
    #expect(play.cursorRow == "> (|x) b) Option b")
    #expect(play.effects.isEmpty && play.quiz.isTiming)
    let other = Play(from: Sample.start())
    _ = other.quiz.goOn(with: start.after(.moved(to: 3)), flagged: ["four"])
    #expect(other.text.hasPrefix("Question 4/4  [!] marked"))
    #expect(other.quiz.goOn(with: start.after(.submitted), flagged: []) == [.finish])
  }

  @Test("One key opens the page, where there is one")
  func page() {
    let play = Play(canOpenPage: true)
    #expect(play.text.contains("@: browser"))
    #expect(play.press("@") == [.openPage])
    play.press(.control("n"), .control("n"), "12")
    #expect(play.text.contains("F4: browser"))
    #expect(play.press(.function(4)).last == .openPage)
    #expect(play.events.contains(.answered(item: "three", response: .number(12))))
    let none = Play()
    #expect(none.press("@").isEmpty && none.text.contains("cannot be opened here"))
  }

  @Test("Help shows the keys and goes back, the draft untouched")
  func help() {
    let play = Play(rows: 40)
    play.press(.control("n"), .control("n"), "12", .function(1))
    #expect(play.text.hasPrefix("The keys\nChoosing:") && play.text.contains("Ctrl-Z"))
    play.press(.enter)
    #expect(play.cursorRow == "> 12|")
  }

  @Test("Any keys leave a quiz that can be replayed from its events, and a screen that fits")
  func noise() {
    var generator = SeededGenerator(seed: 8)
    let keys: [Key] = [
      .enter, .enter, .tab, .backTab, .escape, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .backspace, .delete, .scalar("a"), .scalar("ខ"), .scalar("1"), .scalar("៣"),
      .scalar(" "), .scalar("-"), .scalar("/"), .scalar("?"), .scalar("!"), .scalar("."),
      .scalar("#"), .scalar("@"), .scalar("y"), .scalar("e"), .scalar("s"), .scalar("្"),
      .paste("ស្ត្រី;=\\"), .function(1), .control("n"), .control("p"), .control("t"), .unknown,
    ]
    let items = Sample.items + KindsTests.all
    for round in 0..<250 {
      let columns = 20 + generator.index(below: 90)
      let rows = 10 + generator.index(below: 30)
      let play = Play(
        items, language: round.isMultiple(of: 2) ? .khmer : .english, feedback: round % 3 == 0,
        columns: columns, rows: rows, seed: "K-\(round)",
        drawings: [
          .plain, DrawingChoice(id: "tall", name: LocalizedText(same: "Tall")) { TallDrawing() },
        ],
        drawing: round % 5 == 0 ? "tall" : "plain", canOpenPage: true)
      for _ in 0..<60 {
        play.press(Pressed([keys[generator.index(below: keys.count)]]))
        if generator.index(below: 20) == 0 { _ = play.quiz.idle() }
        if generator.index(below: 20) == 0 {
          play.quiz.size = ScreenSize(
            columns: 15 + generator.index(below: 90), rows: 8 + generator.index(below: 30))
        }
        let screen = play.quiz.screen()
        #expect(screen.rows.count == play.quiz.size.rows)
        #expect(screen.rows.allSatisfy { $0.columns <= play.quiz.size.columns })
        if play.quiz.attempt.isSubmitted { break }
      }
      for event in play.events {
        if case .moved(let place) = event { #expect((0...items.count).contains(place)) }
      }
    }
  }

  @Test("What is recorded is always what is shown: replaying the events gives the attempt")
  func replay() {
    var generator = SeededGenerator(seed: 12)
    let items = Sample.items + KindsTests.all
    let keys: [Key] = [
      .enter, .tab, .down, .up, .right, .backspace, .scalar("a"), .scalar("b"), .scalar("c"),
      .scalar("1"), .scalar("2"), .scalar("3"), .scalar(" "), .control("n"), .control("p"),
    ]
    for _ in 0..<200 {
      let play = Play(items)
      for _ in 0..<80 { play.press(Pressed([keys[generator.index(below: keys.count)]])) }
      play.press(.control("c"))
      #expect(Sample.start(items).after(play.events) == play.quiz.attempt)
    }
  }
}
