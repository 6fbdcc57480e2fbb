import Assessment
import Testing

@testable import SalaCommand

@Suite("Results out of files of other systems")
struct ImportTests {
  /// Moodle's report of interactions with one test of a person, half of it right.
  private func report(_ form: TestForm, person: String) -> String {
    var header = ["Name", "Email address", "Attempt"]
    var cells = ["Somebody", person, "1"]
    for (number, item) in form.items.enumerated() {
      header += ["Question \(number)", "Response \(number)"]
      cells += ["\(form.id)_\(item.id)", ""]
    }
    return header.joined(separator: "\t") + "\n" + cells.joined(separator: "\t") + "\n"
  }

  @Test("Moodle's report comes in by a map, once, and no name or address with it")
  func moodle() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let text = report(bench.course.form(learner.pre), person: "sok@example.org")
    let file = try bench.write(text, to: "moodle.txt")
    let map = try bench.write("user,code\nsok@example.org,\(learner.code)\n", to: "who.csv")
    let base = ["results", "import", file, "--curriculum", "example"]
    let stranger = bench.run(base)
    #expect(stranger.code == 1 && stranger.err.contains("is no learner code"))
    let run = bench.run(base + ["--map", map])
    #expect(run.code == 0, "\(run.err)")
    #expect(run.out.contains("Imported 1 attempts with 0 answers"))
    let again = bench.run(base + ["--map", map])
    #expect(again.code == 0 && again.out.contains("Passed over 1: tests that are recorded already"))
    let khmer = bench.run(base + ["--map", map, "--language", "km"])
    #expect(khmer.out.contains("រំលង ១៖"))
    let journal = Files.text(try RecordsTests.journal(bench))
    #expect(!journal.contains("example.org") && !journal.contains("Somebody"))
    let none = bench.run(base + ["--map", bench.store + "/none.csv"])
    #expect(none.code == 2)
  }

  @Test("totals of a gradebook are recorded apart, and no export or report counts them")
  func grades() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let text =
      "First name,ID number,Quiz: Other (Percentage),Last downloaded from this course\n"
      + "Somebody,\(learner.code),70.00 %,1700000000\n"
    let file = try bench.write(text, to: "grades.csv")
    let asked = bench.sala("results", "import", file, "--curriculum", "example")
    #expect(asked.code == 1 && asked.err.contains("--occasion"))
    let run = bench.sala(
      "results", "import", file, "--curriculum", "example", "--occasion", "pre")
    #expect(run.code == 0 && run.out.contains("Imported 1 totals without answers"), "\(run.err)")
    #expect(bench.sala("results", "export").lines.count == 1)
    let wrong = bench.sala(
      "results", "import", file, "--curriculum", "example", "--maximum", "0")
    #expect(wrong.code == 2)
  }

  @Test("a wide export is one row a test, and comes in elsewhere")
  func wide() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let twin = RecordsTests.twin(of: bench)
    #expect(try bench.take(learner, learner.pre, right: 7).code == 0)
    let wide = bench.sala("results", "export", "--wide")
    #expect(wide.code == 0 && wide.lines.count == 2)
    let file = try twin.write(wide.out, to: "wide.csv")
    let run = twin.sala("results", "import", file, "--curriculum", "example")
    #expect(run.code == 0 && run.out.contains("Imported 1 attempts"), "\(run.err)")
    #expect(twin.sala("results", "export", "--wide").out == wide.out)
  }
}
