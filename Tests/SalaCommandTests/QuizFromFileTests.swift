import Assessment
import Testing

@testable import SalaCommand

@Suite("A test from an answers file")
struct QuizFromFileTests {
  @Test("the answers are recorded and handed in; the key stays unsaid")
  func file() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let run = try bench.take(learner, learner.pre, right: 4)
    #expect(run.code == 0 && run.err.isEmpty)
    #expect(run.lines == ["10 answers to 10 questions recorded.", "Handed in. Thank you."])
    #expect(bench.sala("results", "export").lines.count == 11)
  }

  @Test("'-' is standard input, the header may be left out, and so may answers")
  func standardInput() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let lines = bench.course.answers(learner.pre, right: 10).split(separator: "\n").dropFirst(4)
    let run = bench.sala(
      "quiz", "--learner", learner.code, "--answers", "-",
      input: lines.map(String.init) + ["\(bench.course.form(learner.pre).items[0].id),"])
    #expect(run.code == 0, "\(run)")
    #expect(run.out.contains("7 answers to 10 questions recorded."))
  }

  @Test("a header and rows with semicolons, as some spreadsheets write, are read too")
  func semicolons() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let text = bench.course.answers(learner.pre, right: 10).replacing(",", with: ";")
    let file = try bench.write(
      text.split(separator: "\n").dropFirst().joined(separator: "\r\n"),
      to: "bare.csv")
    for path in [file, try bench.write(text, to: "headed.csv")] {
      let run = bench.sala("quiz", "--learner", learner.code, "--answers", path)
      #expect(run.code == 0 && run.out.contains("10 answers to 10"), "\(run)")
    }
  }

  @Test("every bad line is named, and nothing is recorded")
  func badLines() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let items = bench.course.form(learner.pre).items
    let good = ExampleCourse.typed(
      items[0], isRight: true, displayed: items[0].interaction.options)
    let file = try bench.write(
      "\(items[0].id),\(good)\n\(items[0].id),\(good)\naaa-999,a\n\(items[1].id),!?\nalone\n",
      to: "bad.csv")
    let before = bench.sala("records", "check").out
    let run = bench.sala("quiz", "--learner", learner.code, "--answers", file)
    #expect(run.code == 1 && run.out.isEmpty)
    for code in ["answered-twice", "unknown-item", "bad-answer"] {
      #expect(run.err.contains("[\(code)]"), "\(run.err)")
    }
    #expect(run.err.contains("bad.csv:2:") && run.err.contains("bad.csv:3:"))
    #expect(run.err.contains("bad.csv:5:"))
    #expect(bench.sala("records", "check").out == before)
    let khmer = bench.sala(
      "quiz", "--learner", learner.code, "--answers", file, "--language", "km")
    #expect(khmer.code == 1 && khmer.err.contains("មានចម្លើយពីរដង"))
  }

  @Test("a file that is missing gives 2; one with other columns gives 1")
  func otherFiles() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let missing = bench.sala(
      "quiz", "--learner", learner.code, "--answers", bench.path("none.csv"))
    #expect(missing.code == 2 && missing.out.isEmpty)
    let file = try bench.write("item,points\naaa-001,1\n", to: "other.csv")
    let other = bench.sala("quiz", "--learner", learner.code, "--answers", file)
    #expect(other.code == 1 && other.err.contains("not-answers"))
    let binary = bench.path("binary.csv")
    try Files.write([0xFF, 0xFE, 0x00, 0x2C], to: binary)
    #expect(bench.sala("quiz", "--learner", learner.code, "--answers", binary).code == 1)
  }

  @Test("practice from a file ends with the score")
  func practice() throws {
    let bench = Bench()
    let run = bench.sala(
      "quiz", "--learner", "anna", "--occasion", "practice", "--curriculum", "example",
      "--answers", "-", input: ["aaa-101,c", "aaa-103,a"])
    #expect(run.code == 0 && run.out.contains("of 3 points"), "\(run)")
  }
}
