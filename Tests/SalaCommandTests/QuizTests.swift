import Assessment
import Curriculum
import Testing
import Text

@testable import SalaCommand

@Suite("A test in the terminal")
struct QuizTests {
  /// A bench with an event, its pre-test open, and its only learner.
  static func ready(_ bench: Bench) throws -> Bench.Learner {
    bench.event()
    let learner = try #require(bench.roster(1).first)
    bench.sala("event", "open", "e1", "--occasion", "pre")
    return learner
  }

  /// What the learner types for the question at an index of the form.
  static func answer(_ bench: Bench, _ learner: Bench.Learner, _ index: Int, isRight: Bool)
    -> String
  {
    ExampleCourse.typed(
      bench.course.form(learner.pre).items[index], isRight: isRight, code: learner.code,
      form: learner.pre, occasion: .pre)
  }

  /// The headings of the questions that were shown, without the time that is left.
  static func headings(_ run: Run) -> [String] {
    run.lines.compactMap { line in
      line.firstMatch(of: /Question \d+ of \d+/).map { String($0.output) }
    }
  }

  @Test("answered, listed, handed in: the answers count as they were typed")
  func whole() throws {
    let bench = Bench()
    let learner = try Self.ready(bench)
    // Three right, one changed from wrong to right, six wrong.
    var typed = [Self.answer(bench, learner, 0, isRight: false), "-"]
    typed += (0..<4).map { Self.answer(bench, learner, $0, isRight: true) }
    typed += (4..<10).map { Self.answer(bench, learner, $0, isRight: false) }
    typed += ["yes", "yes"]
    let run = bench.sala("quiz", "--learner", learner.code.lowercased(), input: typed)
    #expect(run.code == 0 && run.err.isEmpty, "\(run.err)")
    #expect(run.out.contains("Form \(learner.pre == "example-a" ? "A" : "B"): 10 questions"))
    #expect(run.out.contains("Your answers are kept under your code"))
    #expect(run.out.contains("10 of 10 questions are answered."))
    #expect(run.lines.last?.hasSuffix("Handed in. Thank you.") == true)
    let rows = bench.sala("results", "export").lines
    #expect(rows.count == 11)
    #expect(rows.dropFirst().allSatisfy { $0.contains("\(learner.code),e1,pre,\(learner.pre),") })
    let status = bench.sala("event", "status", "e1", "--format", "json")
    #expect(status.json["tables"]["events"]["rows"][0]["pre"].number == 1)
    // A second time there is a new attempt; the first one is not touched.
    let again = bench.sala("quiz", "--learner", learner.code, input: ["."])
    #expect(again.code == 0 && Self.headings(again).first == "Question 1 of 10")
  }

  @Test("neither key nor feedback nor score shows in a test, whatever is answered")
  func nothingLeaks() throws {
    let bench = Bench()
    let learner = try Self.ready(bench)
    let right = (0..<10).map { Self.answer(bench, learner, $0, isRight: true) }
    let wrong = (0..<10).map { Self.answer(bench, learner, $0, isRight: false) }
    let first = bench.sala("quiz", "--learner", learner.code, input: right + ["yes", "yes"])
    let second = bench.sala("quiz", "--learner", learner.code, input: wrong + ["yes", "yes"])
    let words = ["Praiseworthy", "Blameworthy", "Right", "Not right", "Score", "(x)", "[x]"]
    for run in [first, second] {
      #expect(run.code == 0 && run.out.contains("Handed in."))
      for word in words { #expect(!run.out.contains(word), "\(word)") }
      #expect(run.out.contains("Saved."))
    }
    // The accepted word and the number stand nowhere unless the learner typed them.
    #expect(!second.out.contains("colloquium") && !second.out.contains("4711"))
    // Until the list, which repeats what was typed, both walks look the same.
    func untilList(_ run: Run) -> String {
      run.out.firstRange(of: "10 of 10").map { String(run.out[..<$0.lowerBound]) } ?? run.out
    }
    let clock = /\(\d+ minutes left\)/
    #expect(
      untilList(first).replacing(clock, with: "") == untilList(second).replacing(clock, with: ""))
  }

  @Test("stopped after answering, it goes on at the next question; after moving, at that one")
  func resumes() throws {
    let bench = Bench()
    let learner = try Self.ready(bench)
    let two = (0..<2).map { Self.answer(bench, learner, $0, isRight: true) }
    let first = bench.sala("quiz", "--learner", learner.code, input: two)
    #expect(first.code == 0)
    #expect(Self.headings(first).last == "Question 3 of 10")
    #expect(first.out.contains("Not handed in. Your answers are saved"))
    let second = bench.sala("quiz", "--learner", learner.code, input: ["", "", "."])
    #expect(second.out.contains("Going on where you stopped; 2 answers are saved."))
    #expect(Self.headings(second) == (3...5).map { "Question \($0) of 10" })
    let third = bench.sala("quiz", "--learner", learner.code, input: ["-", "?", "stop"])
    #expect(Self.headings(third) == ["Question 5 of 10", "Question 4 of 10"])
    let fourth = bench.sala("quiz", "--learner", learner.code, input: ["/", "1", "."])
    #expect(Self.headings(fourth) == ["Question 4 of 10", "Question 1 of 10"])
    #expect(fourth.out.contains("Your answer: "))
    // From the list, a number that is none, a change of mind, and the first one left out.
    let fifth = bench.sala(
      "quiz", "--learner", learner.code, input: ["/", "77", "yes", "no", "", "."])
    #expect(fifth.out.contains("Type a number from 1 to 10."))
    #expect(fifth.out.contains("8 questions have no answer. Hand in all the same?"))
    #expect(Self.headings(fifth).last == "Question 3 of 10")
    #expect(bench.sala("records", "check").out.contains("1 attempts (0 handed in)"))
  }

  @Test("what is no answer is refused, with what would be one, and nothing is recorded")
  func refusals() throws {
    let bench = Bench()
    let learner = try Self.ready(bench)
    let run = bench.sala(
      "quiz", "--learner", learner.code, input: ["z", "99", "a b c d e", "\u{1B}[A", "."])
    #expect(run.out.contains("Type one") || run.out.contains("Type a"))
    #expect(!run.out.contains("Saved."))
    #expect(bench.sala("results", "export").lines.count == 1)
  }

  @Test("all of it in Khmer: letters, digits and the words that hand in")
  func khmer() throws {
    let bench = Bench()
    bench.environment["SALA_LANGUAGE"] = "km"
    let learner = try Self.ready(bench)
    let typed = (0..<10).map { index -> String in
      let answer = Self.answer(bench, learner, index, isRight: index < 7)
      let letters = answer.split(separator: " ").map { letter in
        ["a": "ក", "b": "ខ", "c": "គ"][letter] ?? Khmer.withKhmerDigits(String(letter))
      }
      return letters.joined(separator: " ")
    }
    let run = bench.sala(
      "quiz", "--learner", Khmer.withKhmerDigits(learner.code),
      input: typed + ["យល់ព្រម", "យល់ព្រម"])
    #expect(run.code == 0, "\(run)")
    #expect(run.out.contains("សំណួរទី ១ ក្នុងចំណោម ១០") && run.out.contains("បានរក្សាទុក។"))
    #expect(run.out.contains("បានប្រគល់ហើយ។ សូមអរគុណ។"))
    #expect(!run.out.contains("Question") && !run.out.contains("Colour"))
    let rows = bench.sala("results", "export").lines.dropFirst()
    #expect(rows.count == 10 && rows.allSatisfy { $0.contains(",km,terminal,") })
  }

  @Test("when the time is over the test is handed in as it stands")
  func timeOver() throws {
    let bench = Bench()
    let learner = try Self.ready(bench)
    bench.ticker = Ticker(1_800_001_000, step: 100)
    let answer = Self.answer(bench, learner, 0, isRight: true)
    let run = bench.sala(
      "quiz", "--learner", learner.code, input: [answer] + Array(repeating: "", count: 30))
    #expect(run.code == 0 && run.out.contains("The time is over"))
    #expect(run.out.contains("minutes left)"))
    #expect(bench.sala("records", "check").out.contains("1 attempts (1 handed in)"))
  }

  @Test("another form, a closed test, a wrong code and a code of another event are refused")
  func admission() throws {
    let bench = Bench()
    let learner = try Self.ready(bench)
    let other = learner.pre == "example-a" ? "example-b" : "example-a"
    func refused(_ arguments: String..., says: String) {
      let run = bench.run(["quiz"] + arguments, input: ["a", "yes", "yes"])
      #expect(run.code == 1 && run.out.isEmpty, "\(run)")
      #expect(run.err.contains(says), "\(run.err)")
    }
    refused(other, "--learner", learner.code, says: "allocated '\(learner.pre)' now")
    refused(
      "--learner", learner.code, "--event", "e1", "--occasion", "post", says: "not open")
    refused("--learner", "ABCD-2345", "--event", "e1", says: "is not a learner code")
    refused("--learner", "K7M4", "--event", "e1", says: "8 characters")
    refused("--learner", learner.code, "--event", "e2", says: "Did you mean 'e1'?")
    bench.event("e2", seed: 9)
    let stranger = try #require(bench.roster(1, event: "e2").first)
    refused("--learner", stranger.code, "--event", "e1", says: "is not enrolled")
    refused("--learner", stranger.code, says: "No test is open")
    refused("--learner", "someone", "--occasion", "pre", "--curriculum", "example", says: "form")
    refused("--learner", "not a name", "--occasion", "practice", says: "Latin letters")
    refused("--learner", "", "--occasion", "practice", says: "Latin letters")
    refused("example-a", "--learner", "someone", says: "--occasion")
    refused(
      "example-c", "--learner", "someone", "--occasion", "pre", "--curriculum", "example",
      says: "Did you mean 'example-")
    bench.sala("event", "open", "e1", "--occasion", "post")
    refused("--learner", learner.code, says: "--occasion: pre, post")
    bench.sala("event", "close", "e1", "--occasion", "post")
    bench.sala("event", "close", "e1", "--occasion", "pre")
    refused("--learner", learner.code, says: "No test is open")
    refused("--learner", learner.code, "--event", "e1", says: "No test is open")
    #expect(bench.sala("records", "check").out.contains("0 attempts"))
  }

  @Test("a code with open tests in two events has to name one")
  func severalEvents() throws {
    let bench = Bench()
    let learner = try Self.ready(bench)
    bench.event("e2", seed: 9)
    let file = try bench.write("code\n\(learner.code)\n", to: "roster.csv")
    #expect(bench.sala("event", "roster", "e2", file).code == 0)
    bench.sala("event", "open", "e2", "--occasion", "pre")
    let run = bench.sala("quiz", "--learner", learner.code, input: ["."])
    #expect(run.code == 1 && run.err.contains("e1, e2"))
    #expect(bench.sala("quiz", "--learner", learner.code, "--event", "e2", input: ["."]).code == 0)
  }

  @Test("questions that changed meanwhile stop a test that was begun")
  func changedQuestions() throws {
    let bench = Bench()
    bench.event()
    // Every question stands in a form, and two learners take one each.
    let learner = try #require(
      bench.roster(2).first { learner in
        bench.course.form(learner.pre).items.contains { $0.id == "aaa-005" }
      })
    bench.sala("event", "open", "e1", "--occasion", "pre")
    let answer = Self.answer(bench, learner, 0, isRight: true)
    bench.sala("quiz", "--learner", learner.code, input: [answer])
    try bench.course.writeItems { $0.replacing("= 4711", with: "= 4712") }
    let run = bench.sala("quiz", "--learner", learner.code, input: ["."])
    #expect(run.code == 1 && run.out.isEmpty && run.err.contains("The questions changed"))
    try bench.course.writeItems()
    #expect(bench.sala("quiz", "--learner", learner.code, input: ["."]).code == 0)
    let main = bench.course.folder + "/curricula/example/curriculum.yaml"
    try Files.write(Files.text(main).replacing("version: 0.1.0", with: "version: 0.2.0"), to: main)
    let newer = bench.sala("quiz", "--learner", learner.code, input: ["."])
    #expect(newer.code == 1 && newer.err.contains("has version 0.2.0"))
  }

  @Test("practice needs no event, says at once what is right, and ends with the score")
  func practice() throws {
    let bench = Bench()
    let loaded = try #require(bench.course.loaded.curriculum)
    let items = loaded.items.filter { $0.pool == .practice }
    #expect(items.count == 3)
    let typed = items.enumerated().map { index, item in
      ExampleCourse.typed(
        item, isRight: index > 0, code: "anna", form: "practice", occasion: .practice)
    }
    let run = bench.sala(
      "quiz", "--learner", "anna", "--occasion", "practice", "--curriculum", "example", "--all",
      input: typed + ["yes", "yes"])
    #expect(run.code == 0, "\(run)")
    #expect(run.out.contains("Not right.") && run.out.contains("Right."))
    #expect(run.out.contains("Praiseworthy") && run.out.contains("Blameworthy"))
    #expect(run.out.contains("Score: 2 of 3 points (67 %)."))
    #expect(!run.out.contains("Your answers are kept under your code"))
    let module = bench.sala(
      "quiz", "aaa", "--learner", "bopha", "--occasion", "practice", "--curriculum", "example",
      "--language", "km", input: ["."])
    #expect(module.code == 0 && module.out.contains("ហាត់៖"))
    let unknown = bench.sala(
      "quiz", "aab", "--learner", "anna", "--occasion", "practice", "--curriculum", "example")
    #expect(unknown.code == 1 && unknown.err.contains("Did you mean 'aaa'?"))
  }

  @Test("practice in an event has to be opened, and takes any form")
  func practiceInEvent() throws {
    let bench = Bench()
    let learner = try Self.ready(bench)
    let arguments = ["quiz", "--learner", learner.code, "--event", "e1", "--occasion", "practice"]
    #expect(bench.run(arguments).code == 1)
    bench.sala("event", "open", "e1", "--occasion", "practice")
    let run = bench.run(arguments, input: ["a", "."])
    #expect(run.code == 0 && Self.headings(run).first == "Question 1 of 3")
  }
}
