import Assessment
import Source
import Testing
import Text

@testable import Terminal

@Suite("The quiz in a terminal")
struct LinearQuizTests {
  static func answered(_ item: String, _ ids: String...) -> Attempt.Event {
    .answered(item: item, response: .chosen(ids))
  }

  @Test("A whole quiz from the first answer to handing in")
  func whole() {
    let room = Room(["b", "a, c", "12.5", "yes", "yes", "yes"])
    let ending = Sample.quiz(room).run(from: Sample.start(), console: room.console())
    guard case .submitted(let attempt) = ending else { return #expect(Bool(false)) }
    #expect(
      room.events == [
        Self.answered("one", "b"), Self.answered("two", "a", "c"),
        .answered(item: "three", response: .number(12.5)),
        .answered(item: "four", response: .text("yes")), .submitted,
      ])
    #expect(attempt.outcomes(Sample.form()).map(\.score) == [1, 1, 1, 1])
    #expect(room.text.contains("Trial: 4 questions, 45 minutes."))
    #expect(room.text.contains("Question 1 of 4\nWhat about one?\n  a) Option a\n"))
    #expect(room.text.contains("Several answers may be right."))
    #expect(room.text.contains("4 of 4 questions are answered."))
    #expect(room.text.contains("  2. a, c\n  3. 12.5\n  4. yes\n"))
    #expect(room.text.contains("Hand in now?"))
    #expect(!room.text.contains("Because"), "no feedback in a test")
  }

  @Test(
    "An answer is understood by number or letter, Latin or Khmer, with noise around it",
    arguments: [
      "2", "២", "b", "B", "ខ", " 2 ", "\u{1B}[Ab", "b\u{1B}[D\u{1B}[C", "\u{1B}[200~b\u{1B}[201~",
      "\u{1B}OAb", "\u{1B}OPb", "b\u{1B}", "\u{7}b\u{8}", "\tb\r", "\u{FEFF}b", "\u{1B}]0;a\u{7}b",
    ])
  func oneAnswer(_ typed: String) {
    let room = Room([typed])
    _ = Sample.quiz(room).run(from: Sample.start(), console: room.console())
    #expect(room.events == [Self.answered("one", "b")], "\(room.text)")
  }

  @Test("Keys that only move the cursor answer nothing")
  func arrows() {
    for keys in ["\u{1B}[A", "\u{1B}OA", "\u{1B}OP", "\u{1B}[1;5C", "\u{1B}", "\u{1B}[3~"] {
      let room = Room([keys])
      _ = Sample.quiz(room).run(from: Sample.start(), console: room.console())
      #expect(room.events == [.moved(to: 1)], "an empty line goes on: \(room.events)")
    }
  }

  @Test("Every event is recorded before the next words are written, and words come after it")
  func order() {
    let script = [
      "b", "-", "", "a,c", "/", "2", "x", "a", "", "7", "no", "/", "yes", "no", ".", "yes",
    ]
    let room = Room(script)
    _ = Sample.quiz(room, feedback: true).run(from: Sample.start(), console: room.console())
    #expect(room.events.count >= 6)
    for (index, moment) in room.moments.enumerated() {
      guard case .recorded = moment else { continue }
      // Between the line that was typed and its record nothing is written.
      #expect(room.moments[index - 1] == .asked)
    }
    // What the person reads always belongs to the state that is recorded: before a line is asked
    // for, everything typed so far that changes the attempt has been recorded.
    let asked = room.moments.indices.filter { room.moments[$0] == .asked }
    for (from, to) in zip(asked, asked.dropFirst()) {
      let between = room.moments[(from + 1)..<to]
      let firstWritten = between.firstIndex { if case .written = $0 { true } else { false } }
      let lastRecorded = between.lastIndex { if case .recorded = $0 { true } else { false } }
      if let firstWritten, let lastRecorded { #expect(lastRecorded < firstWritten) }
    }
  }

  @Test("A recorder that fails ends the quiz, and nothing is said to be saved")
  func failure() {
    struct DiskFull: Error {}
    let room = Room(["b", "a"])
    var session = QuizSession<DiskFull>(
      form: Sample.form(), language: .english, optionSeed: "", showsFeedback: false,
      clock: { 0 }, record: { _, _ throws(DiskFull) in throw DiskFull() })
    #expect(throws: DiskFull.self) {
      _ = try LinearQuiz<DiskFull>(plain: { $0 }).run(&session, console: room.console())
    }
    #expect(session.attempt == Sample.start())
    #expect(!room.text.contains("Saved."))
  }

  @Test("Back, next and the list move without answering")
  func moving() {
    let room = Room(["", "", "-", "back", "ថយ", "-", "/", "3", "12", "review", "", "-"])
    _ = Sample.quiz(room).run(from: Sample.start(), console: room.console())
    #expect(
      room.events == [
        .moved(to: 1), .moved(to: 2), .moved(to: 1), .moved(to: 0), .moved(to: 0), .moved(to: 0),
        .moved(to: 4), .moved(to: 2), .answered(item: "three", response: .number(12)),
        .moved(to: 4), .moved(to: 0), .moved(to: 0),
      ])
  }

  @Test("The list goes to a question by number, to the last one by back, and says what it lacks")
  func review() {
    let room = Room([
      "/", "៤", "/", "-", "/", "9", "0", "nonsense", "?", "/", "", "b", "/", "", ".",
    ])
    _ = Sample.quiz(room).run(from: Sample.start(), console: room.console())
    #expect(
      room.events == [
        .moved(to: 4), .moved(to: 3), .moved(to: 4), .moved(to: 3), .moved(to: 4), .moved(to: 0),
        Self.answered("one", "b"), .moved(to: 4), .moved(to: 1),
      ])
    #expect(room.text.contains("0 of 4 questions are answered."))
    #expect(room.text.contains("  1. no answer\n"))
    #expect(room.text.contains("Type a number from 1 to 4."))
    #expect(room.text.contains("1 of 4 questions are answered."))
  }

  @Test("Handing in with questions left asks again and can be refused")
  func unanswered() {
    let room = Room(["b", "/", "yes", "no", "y", "\u{1B}[Ayes "])
    let ending = Sample.quiz(room).run(from: Sample.start(), console: room.console())
    #expect(room.text.contains("3 questions have no answer. Hand in all the same? (yes/no)> "))
    #expect(room.events == [Self.answered("one", "b"), .moved(to: 4), .submitted])
    guard case .submitted(let attempt) = ending else { return #expect(Bool(false)) }
    #expect(attempt.unanswered == ["two", "three", "four"])
  }

  @Test("The end of input stops anywhere without handing in")
  func endOfInput() {
    for script in [[], ["b"], ["/"], ["/", "yes"], ["nonsense", "?"]] {
      let room = Room(script)
      let ending = Sample.quiz(room).run(from: Sample.start(), console: room.console())
      guard case .stopped(let attempt) = ending else { return #expect(Bool(false)) }
      #expect(!room.events.contains(.submitted))
      #expect(attempt == Sample.start().after(room.events))
      #expect(room.text.contains("> \nNot handed in. Your answers are saved;"))
    }
  }

  @Test(
    "A stop keeps the place, and the same attempt goes on there", arguments: [".", "stop", "។"])
  func resume(_ sign: String) {
    let room = Room(["b", "a", sign])
    let ending = Sample.quiz(room).run(from: Sample.start(), console: room.console())
    guard case .stopped(let attempt) = ending else { return #expect(Bool(false)) }
    #expect(attempt.position == 2)
    let later = Room(["-", "/", "."])
    _ = Sample.quiz(later).run(from: attempt, console: later.console())
    #expect(later.text.contains("Going on where you stopped; 2 answers are saved."))
    #expect(later.text.contains("Question 3 of 4"))
    #expect(later.text.contains("Question 2 of 4"))
    #expect(later.text.contains("Your answer: a\n"))
    #expect(later.events == [.moved(to: 1), .moved(to: 4)])
  }

  @Test("An attempt that was handed in asks nothing")
  func done() {
    let room = Room(["b"])
    let attempt = Sample.start().after(.submitted)
    #expect(Sample.quiz(room).run(from: attempt, console: room.console()) == .submitted(attempt))
    #expect(room.events.isEmpty && !room.moments.contains(.asked))
  }

  @Test("When the time is over the attempt is handed in with what is saved")
  func deadline() {
    // Each line takes 40 seconds: the third comes after the limit and no longer counts.
    let room = Room(["b", "a", "12", "yes"])
    let ending = Sample.quiz(room, deadline: 100)
      .run(from: Sample.start(), console: room.console(pace: 40))
    #expect(room.events == [Self.answered("one", "b"), Self.answered("two", "a"), .submitted])
    #expect(room.text.contains("(2 minutes left)") && room.text.contains("(1 minute left)"))
    #expect(room.text.hasSuffix("handed in with the answers that are saved.\n"))
    guard case .submitted(let attempt) = ending else { return #expect(Bool(false)) }
    #expect(attempt.isSubmitted && attempt.responses.count == 2)
  }

  @Test("Within the grace time answers still count")
  func grace() {
    let room = Room(["b", "a", "12", "yes"])
    _ = Sample.quiz(room, deadline: 100, grace: 1).run(
      from: Sample.start(), console: room.console(pace: 40))
    #expect(room.events.count == 4 && room.events.last == .submitted)
    #expect(room.text.contains("(0 minutes left)"))
  }

  @Test("The time can run out in the list and before the first question")
  func deadlineInList() {
    let late = Room(["/", "yes", "yes"])
    _ = Sample.quiz(late, deadline: 60).run(from: Sample.start(), console: late.console(pace: 40))
    #expect(late.events == [.moved(to: 4), .submitted])
    let never = Room(["b"])
    _ = Sample.quiz(never, deadline: 0).run(from: Sample.start(), console: never.console())
    #expect(never.events == [.submitted] && !never.moments.contains(.asked))
  }

  @Test("What is not understood is explained and asked again, in place")
  func notUnderstood() {
    let room = Room(["z", "a,b", "?", "b", "?", "many", "q"])
    _ = Sample.quiz(room).run(from: Sample.start(), console: room.console())
    #expect(room.events == [Self.answered("one", "b")])
    #expect(room.text.contains("Type one of a to c or 1 to 3.\nAnswer> "))
    #expect(room.text.contains("Enter alone: next question"))
  }

  @Test("Practice says at once what was right and why")
  func practice() {
    let room = Room(["a", "-", "b"])
    _ = Sample.quiz(room, feedback: true).run(from: Sample.start(), console: room.console())
    #expect(room.text.contains("Not right.\nBecause a.\n"))
    #expect(room.text.contains("Right.\nBecause b.\n"))
    #expect(!room.text.contains("Saved."))
  }

  @Test("In Khmer everything is Khmer: prompts, digits, letters")
  func khmer() {
    let room = Room(["ខ", "កគ", "១២,៥", "បាទ", "-", "-", "បញ្ជី", "យល់ព្រម", "យល់ព្រម"])
    _ = Sample.quiz(room, language: .khmer, deadline: 600)
      .run(from: Sample.start(), console: room.console())
    #expect(
      room.events == [
        Self.answered("one", "b"), Self.answered("two", "a", "c"),
        .answered(item: "three", response: .number(12.5)),
        .answered(item: "four", response: .text("បាទ")), .moved(to: 3), .moved(to: 2),
        .moved(to: 4), .submitted,
      ])
    #expect(room.text.contains("សាកល្បង៖ សំណួរ ៤ រយៈពេល ៤៥ នាទី។"))
    #expect(room.text.contains("សំណួរទី ១ ក្នុងចំណោម ៤  (នៅសល់ ១០ នាទី)"))
    #expect(room.text.contains("  ក) ជម្រើស a\n  ខ) ជម្រើស b\n"))
    #expect(room.text.contains("ចម្លើយ> "))
    #expect(room.text.contains("ចម្លើយរបស់អ្នក៖ ១២.៥"))
    #expect(room.text.contains("  ២. ក, គ\n"))
    #expect(!room.text.contains("Question") && !room.text.contains("Saved"))
  }

  @Test("Khmer typed with zero-width spaces still hands in")
  func zeroWidth() {
    let room = Room(["/", "យល់\u{200B}ព្រម", "យល់\u{200B}ព្រម"])
    _ = Sample.quiz(room, language: .khmer).run(from: Sample.start(), console: room.console())
    #expect(room.events == [.moved(to: 4), .submitted])
  }

  @Test("Letters mean the options in the order in which this learner sees them")
  func shuffled() {
    let items = [Sample.choice("one", "x    ")]
    let shown = OptionOrder.options(of: items[0], seed: "K-17")
    #expect(shown.map(\.id) != ["a", "b", "c", "d", "e"])
    let room = Room(["a", "/"])
    _ = Sample.quiz(room, items: items, seed: "K-17")
      .run(from: Sample.start(items), console: room.console())
    #expect(room.events == [Self.answered("one", shown[0].id)])
    #expect(room.text.contains("  a) Option \(shown[0].id)\n"))
    #expect(room.text.contains("  1. a\n"))
  }

  @Test("A form without questions can be left, whatever is typed")
  func empty() {
    let room = Room(["1", "", "-", "yes", "yes"])
    let ending = Sample.quiz(room, items: []).run(from: Sample.start([]), console: room.console())
    #expect(room.events.last == .submitted)
    #expect(ending == .submitted(Sample.start([]).after(.submitted)))
  }

  @Test("Long lines are wrapped at the width of the terminal, with the options hanging")
  func width() {
    var item = Sample.choice("one", "x ")
    item.stem.en = String(repeating: "many words ", count: 20)
    if case .choice(var choice) = item.interaction {
      choice.options[0].text.en = String(repeating: "long option ", count: 10)
      item.interaction = .choice(choice)
    }
    let room = Room([])
    _ = Sample.quiz(room, items: [item]).run(
      from: Sample.start([item]), console: room.console(width: 40))
    let lines = room.text.split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= 40 })
    #expect(lines.contains { $0.hasPrefix("     long") })
  }

  @Test("More options than Khmer letters go on with Latin ones")
  func manyOptions() {
    let items = [Sample.choice("one", String(repeating: " ", count: 12))]
    let room = Room(["១២"])
    _ = Sample.quiz(room, language: .khmer, items: items)
      .run(from: Sample.start(items), console: room.console())
    #expect(room.text.contains("  ញ) ជម្រើស j\n  k) ជម្រើស k\n"))
    #expect(room.events == [Self.answered("one", "l")])
  }

  @Test("Any noise leaves a quiz that can be replayed from its events")
  func noise() {
    var generator = SeededGenerator(seed: 31)
    let parts = [
      "a", "b", "1", "៣", "ក", "\u{1B}", "[A", "O", "~", ",", " ", "\u{200B}", "-", "/", ".", "?",
      "yes", "\u{0}", "\u{9B}", "\u{17D2}", "😀", "9999999999999999999", "e", "", "no",
    ]
    for _ in 0..<300 {
      let script = (0..<12).map { _ in
        (0..<generator.index(below: 4)).map { _ in parts[generator.index(below: parts.count)] }
          .joined()
      }
      let room = Room(script)
      let ending = Sample.quiz(room).run(from: Sample.start(), console: room.console())
      let replayed = Sample.start().after(room.events)
      #expect(ending == (replayed.isSubmitted ? .submitted(replayed) : .stopped(replayed)))
    }
  }
}
