import Assessment
import Curriculum
import Testing
import Text

@testable import SalaCommand

@Suite("Practice that comes back when it is due")
struct PracticeTests {
  /// Midnight of 2027-01-16 in Phnom Penh, and a bit.
  static let start = 1_800_032_400.0 + 3600

  /// A bench on a day after the first.
  private func move(_ bench: Bench, to day: Int) {
    bench.ticker = Ticker(Self.start + Double(day) * 86_400)
  }

  private func practise(_ bench: Bench, _ more: [String] = [], input: [String] = []) -> Run {
    bench.run(
      ["quiz", "practice", "--learner", "anna", "--curriculum", "example"] + more, input: input)
  }

  /// The plan: the questions with the reasons.
  private func plan(_ bench: Bench, _ more: [String] = []) -> [(item: String, why: String)] {
    let run = practise(bench, ["--plan", "--format", "json"] + more)
    #expect(run.code == 0, "\(run)")
    return run.json["tables"]["session"]["rows"].array.map {
      ($0["question"].string ?? "", $0["why"].string ?? "")
    }
  }

  /// What to type for the questions of a session, right unless its id is among `wrong`.
  private func typed(_ bench: Bench, _ ids: [String], day: Int, wrong: Set<String>) throws
    -> [String]
  {
    let items = try #require(bench.course.loaded.curriculum).items
    let number = PracticeDay.number(
      seconds: Self.start + Double(day) * 86_400, offset: PracticeDay.phnomPenh)
    return try ids.map { id in
      let item = try #require(items.first { $0.id == id })
      return ExampleCourse.typed(
        item, isRight: !wrong.contains(id),
        displayed: OptionOrder.options(of: item, seed: "anna/practice/practice/\(number)"))
    }
  }

  @Test("What was missed comes tomorrow, what was right in three days, and the plan says why")
  func days() throws {
    let bench = Bench()
    move(bench, to: 0)
    let first = plan(bench)
    #expect(Set(first.map(\.item)) == ["aaa-101", "aaa-102", "aaa-103"])
    #expect(first.allSatisfy { $0.why == "not practised yet" })
    #expect(bench.sala("records", "check").out.contains("0 attempts"))
    let answers = try typed(bench, first.map(\.item), day: 0, wrong: ["aaa-102"])
    let run = practise(bench, input: answers + ["yes", "yes"])
    #expect(run.code == 0 && run.err.isEmpty, "\(run)")
    #expect(run.out.contains("Questions 1–3: not practised yet."))
    #expect(run.out.contains("By outcome") && run.out.contains("2027-01-17"))
    #expect(run.out.contains("Next: 1 question on 2027-01-17."))
    // The same day there is nothing, unless all is asked for.
    let again = practise(bench)
    #expect(again.code == 0 && again.out.contains("Nothing is due today."))
    #expect(plan(bench, ["--all"]).count == 3)
    move(bench, to: 1)
    #expect(plan(bench).map(\.item) == ["aaa-102"])
    #expect(plan(bench).map(\.why) == ["missed yesterday"])
    let second = practise(
      bench, input: try typed(bench, ["aaa-102"], day: 1, wrong: []) + ["yes", "yes"])
    #expect(second.out.contains("Question 1: missed yesterday."))
    #expect(second.out.contains("Score: 1 of 1 points (100 %)."))
    move(bench, to: 3)
    #expect(Set(plan(bench).map(\.item)) == ["aaa-101", "aaa-103"])
    #expect(plan(bench).map(\.why).allSatisfy { $0 == "right 3 days ago, time to recall it" })
    #expect(plan(bench, ["--count", "1"]).count == 1)
    move(bench, to: 4)
    #expect(plan(bench).count == 3)
  }

  @Test("A session that was stopped goes on with its questions, also on another day")
  func resumes() throws {
    let bench = Bench()
    move(bench, to: 0)
    let ids = plan(bench, ["--count", "2"]).map(\.item)
    let one = try typed(bench, Array(ids.prefix(1)), day: 0, wrong: ids.isEmpty ? [] : [ids[0]])
    let run = practise(bench, ["--count", "2"], input: one + ["."])
    #expect(QuizTests.headings(run) == ["Question 1 of 2", "Question 2 of 2"])
    move(bench, to: 5)
    let note = practise(bench, ["--plan"])
    #expect(note.out.contains("You stopped a session of 2 questions"))
    let rest = try typed(bench, Array(ids.dropFirst()), day: 0, wrong: [])
    let later = practise(bench, input: rest + ["yes", "yes"])
    #expect(later.out.contains("Going on where you stopped"))
    #expect(QuizTests.headings(later) == ["Question 2 of 2"])
    #expect(later.out.contains("Score: 1 of 2 points"))
    #expect(bench.sala("records", "check").out.contains("1 attempts (1 handed in)"))
    // What it asks next is the question that had no room, and the miss comes tomorrow.
    #expect(
      Set(plan(bench).map(\.item)) == Set(["aaa-101", "aaa-102", "aaa-103"]).subtracting(ids))
  }

  @Test("Whose questions changed meanwhile, a stopped session is left, and another begins")
  func changed() throws {
    let bench = Bench()
    move(bench, to: 0)
    #expect(practise(bench, input: ["."]).code == 0)
    try bench.course.writeItems { text in
      text.replacing(
        "{outcome=AAA-1 cognitive=understand pool=practice}",
        with: "{outcome=AAA-1 cognitive=understand pool=practice points=2}")
    }
    let run = practise(bench, input: ["."])
    #expect(run.code == 0 && !run.out.contains("Going on"), "\(run)")
    #expect(bench.sala("records", "check").out.contains("2 attempts (0 handed in)"))
  }

  @Test("The pre-test steers, and no question of it shows")
  func preTest() throws {
    let bench = Bench()
    move(bench, to: 0)
    let learner = try QuizTests.ready(bench)
    try bench.take(learner, learner.pre, right: 0)
    let arguments = ["quiz", "practice", "--learner", learner.code, "--curriculum", "example"]
    let run = bench.run(arguments + ["--plan"])
    #expect(run.code == 0 && run.out.contains("after the pre-test"), "\(run)")
    for item in bench.course.form(learner.pre).items { #expect(!run.out.contains(item.id)) }
    let asked = bench.run(arguments, input: ["."])
    #expect(asked.out.contains("Question 1 of 3"))
  }

  @Test("Module and outcome narrow it; what does not exist, or does not fit, is refused")
  func narrowed() throws {
    let bench = Bench()
    move(bench, to: 0)
    #expect(plan(bench, ["--module", "aaa"]).count == 3)
    #expect(plan(bench, ["--outcome", "AAA-1"]).count == 3)
    func refused(_ code: Int32, _ more: [String], says: String) {
      let run = practise(bench, more)
      #expect(run.code == code && run.out.isEmpty && run.err.contains(says), "\(run)")
    }
    refused(1, ["--outcome", "AAA-9"], says: "Did you mean 'AAA-1'?")
    refused(1, ["--module", "aab"], says: "Did you mean 'aaa'?")
    refused(2, ["--count", "0"], says: "--count must be from 1 to 200")
    refused(2, ["--count", "3", "--all"], says: "not both")
    refused(2, ["--occasion", "pre", "--plan"], says: "are for practice")
    let two = bench.sala(
      "quiz", "example-a", "--learner", "anna", "--module", "aaa", "--curriculum", "example")
    #expect(two.code == 2 && two.err.contains("name two things"))
  }

  @Test("All of it in Khmer, and as tables")
  func khmer() throws {
    let bench = Bench()
    bench.environment["SALA_LANGUAGE"] = "km"
    move(bench, to: 0)
    let text = practise(bench, ["--plan"])
    #expect(text.out.contains("ការហាត់នៅថ្ងៃ 2027-01-16") && text.out.contains("មិនទាន់បានហាត់"))
    #expect(!text.out.contains("practised"))
    let csv = practise(bench, ["--plan", "--format", "csv"])
    #expect(csv.code == 0 && csv.lines.contains { $0.contains("aaa-101") })
    let run = practise(bench, input: ["."])
    #expect(run.out.contains("សំណួរទី ១–៣៖ មិនទាន់បានហាត់។"))
  }

  @Test("Every word is normal Khmer")
  func words() {
    let texts = [
      PracticeWords.onlyForPractice, PracticeWords.countOrAll, PracticeWords.twoModules("a", "b"),
      PracticeWords.noOutcome("a", suggestion: "b"), PracticeWords.nothingDue(next: nil),
      PracticeWords.nothingDue(next: (1, 2)), PracticeWords.left(3), PracticeWords.stopped(4),
      PracticeWords.reason(.missed(daysAgo: 0)), PracticeWords.reason(.missed(daysAgo: 9)),
      PracticeWords.reason(.partly(daysAgo: 1)),
      PracticeWords.reason(.review(daysAgo: 3, overdue: 0)), PracticeWords.reason(.newAfterMiss),
      PracticeWords.reason(.newAfterPreTest), PracticeWords.reason(.new),
      PracticeWords.reason(.early(dueDay: 20_000)),
    ]
    for text in texts {
      #expect(text.isComplete)
      #expect(Khmer.firstAbnormality(in: text.km) == nil, "\(text.km)")
    }
    #expect(Set(texts).count == texts.count)
  }
}
