import Assessment
import Testing

@testable import SalaCommand

@Suite("More time, and how often a form is taken")
struct AccommodateTests {
  private func accommodate(_ bench: Bench, _ more: String...) -> Run {
    bench.run(["event", "accommodate", "e1"] + more)
  }

  /// The minutes that the first question of a test says are left; `nil` where it says none.
  private func minutes(_ bench: Bench, _ learner: Bench.Learner) -> Int? {
    let run = bench.sala("quiz", "--learner", learner.code, input: ["."])
    #expect(run.code == 0, "\(run)")
    return run.out.firstMatch(of: /\((\d+) minutes left\)/).flatMap { Int($0.output.1) }
  }

  @Test("a learner's limit is longer by what was granted, from the next start on")
  func limits() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    #expect(minutes(bench, learner) == 10)
    let grants: [([String], Int?)] = [
      (["--time-factor", "1.5"], 15), (["--extra-minutes", "20"], 30), (["--no-limit"], nil),
      (["--withdraw"], 10),
    ]
    for (grant, expected) in grants {
      let run = bench.run(
        ["event", "accommodate", "e1", "--learner", learner.code, "--reason", "sight"] + grant)
      #expect(run.code == 0 && !run.out.isEmpty, "\(run)")
      #expect(minutes(bench, learner) == expected, "\(grant)")
    }
    #expect(bench.sala("records", "check").code == 0)
  }

  @Test("it is kept with the attempt and in the list, which names no diagnosis")
  func recorded() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let run = accommodate(
      bench, "--learner", learner.code.lowercased(), "--time-factor", "1.5", "--reason", "reading",
      "--by", "t1", "--language", "km")
    #expect(run.code == 0 && UsageTests.hasKhmer(run.out))
    let again = accommodate(
      bench, "--learner", learner.code, "--time-factor", "1.5", "--reason", "reading", "--by", "t1")
    #expect(again.code == 0 && again.err.contains("[known-accommodation]") && again.out.isEmpty)
    let list = accommodate(bench, "--format", "csv")
    #expect(list.code == 0 && list.lines.count == 2)
    #expect(list.out.contains("\(learner.code),time × 1.5,reading,t1"), "\(list.out)")
    _ = bench.sala("quiz", "--learner", learner.code, input: ["."])
    let journal = Files.text(try RecordsTests.journal(bench))
    #expect(journal.contains("\"accommodation\":{\"timeFactor\":1.5}"))
  }

  @Test("large print stands beside the time, takes none away, and is shown wherever results are")
  func largePrint() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    func grant(_ more: String...) -> Run {
      bench.run(
        ["event", "accommodate", "e1", "--learner", learner.code, "--reason", "sight"] + more)
    }
    #expect(grant("--large-print").out.contains("large print"))
    #expect(minutes(bench, learner) == 10)
    let both = grant("--extra-minutes", "5")
    #expect(both.out.contains("5 more minutes, large print"), "\(both)")
    #expect(minutes(bench, learner) == 15)
    #expect(grant("--large-print").err.contains("[known-accommodation]"))
    #expect(bench.sala("event", "status", "e1", "--format", "csv").out.contains("large print"))
    #expect(accommodate(bench, "--language", "km").out.contains("អក្សរធំ"))
    try bench.take(learner, learner.pre, right: 3)
    let export = bench.sala("results", "export")
    #expect(export.lines.dropFirst().allSatisfy { $0.contains("large-print") }, "\(export.out)")
    let twin = Bench(seed: 12)
    twin.environment["SALA_HOME"] = bench.course.folder
    twin.event()
    let file = try twin.write(export.out, to: "results.csv")
    #expect(twin.sala("results", "import", file, "--curriculum", "example").code == 0)
    #expect(twin.sala("results", "export").out == export.out)
    let only = grant("--withdraw", "--large-print")
    #expect(only.out.contains("5 more minutes") && !only.out.contains("large"), "\(only)")
    #expect(grant("--withdraw").code == 0)
    #expect(grant("--withdraw").code == 1)
    #expect(accommodate(bench, "--large-print").code == 2)
    #expect(bench.sala("records", "check").code == 0)
  }

  @Test("what makes no sense is refused: 2 for the call, 1 for the content")
  func refusals() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    func refused(_ code: Int32, _ says: String, _ more: String...) {
      let run = bench.run(["event", "accommodate", "e1"] + more)
      #expect(run.code == code && run.err.contains(says), "\(more): \(run)")
    }
    refused(2, "--time-factor", "--learner", learner.code, "--reason", "sight")
    refused(2, "--reason", "--learner", learner.code, "--no-limit")
    refused(
      2, "--time-factor", "--learner", learner.code, "--reason", "sight", "--no-limit",
      "--extra-minutes", "5")
    refused(2, "--learner", "--no-limit", "--reason", "sight")
    refused(
      1, "[bad-factor]", "--learner", learner.code, "--reason", "sight", "--time-factor", "0.5")
    refused(1, "[not-enrolled]", "--learner", "2222-2222", "--reason", "sight", "--no-limit")
    refused(1, "not a learner code", "--learner", "anna", "--reason", "sight", "--no-limit")
    refused(1, "[nothing-granted]", "--learner", learner.code, "--reason", "sight", "--withdraw")
    let event = bench.sala("event", "accommodate", "e9")
    #expect(event.code == 1)
  }

  @Test("a form that may be taken once is refused a second time, in both ways of taking it")
  func attempts() throws {
    let bench = Bench()
    let path = bench.course.folder + "/" + ExampleCourse.forms
    try Files.write(
      Files.text(path).replacing("mastery: 70\n", with: "mastery: 70\nattempts: 1\n"), to: path)
    let learner = try QuizTests.ready(bench)
    // One that was stopped is gone on with, and uses up nothing.
    #expect(bench.sala("quiz", "--learner", learner.code, input: ["."]).code == 0)
    #expect(try bench.take(learner, learner.pre, right: 3).code == 0)
    let second = try bench.take(learner, learner.pre, right: 10)
    #expect(second.code == 1 && second.out.isEmpty, "\(second)")
    #expect(second.err.contains("may be taken once"))
    #expect(bench.sala("results", "export").lines.count == 11)
  }
}
