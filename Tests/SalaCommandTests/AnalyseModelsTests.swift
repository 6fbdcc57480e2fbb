import Testing
import Text

@testable import SalaCommand

@Suite("Models, groups, forms and raters at the command line")
struct AnalyseModelsTests {
  /// Answers by chance, harder from left to right; the same for the same seed.
  private func table(_ people: Int, seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    var text = "id,language,q1,q2,q3,q4,q5\n"
    for person in 0..<people {
      let ability = generator.unit()
      let cells = (0..<5).map { item in
        generator.unit() < 0.15 + 0.7 * ability + 0.1 * (2 - Double(item)) ? "1" : "0"
      }
      text += "p\(person),\(person % 2 == 0 ? "en" : "km")," + cells.joined(separator: ",") + "\n"
    }
    return text
  }

  @Test("each command writes text, JSON, CSV and a page in both languages, and nothing else")
  func forms() throws {
    let bench = Bench()
    let scored = try bench.write(table(260, seed: 3), to: "scored.csv")
    let ratings = try bench.write(
      "id,a,b\n1,1,1\n2,0,1\n3,1,1\n4,0,0\n5,2,1\n", to: "ratings.csv")
    let calls = [
      ["irt", scored, "--ignore", "language", "--model", "2pl", "--scores", "wle"],
      ["irt", scored, "--ignore", "language", "--method", "cml"],
      ["dif", scored, "--group", "language", "--purify"],
      ["dif", scored, "--group", "language", "--method", "logistic"],
      ["equate", scored, scored, "--method", "tucker", "--ignore", "language", "--bootstrap", "9"],
      ["agreement", ratings, "--statistic", "kappa", "--weights", "linear"],
      ["agreement", ratings, "--statistic", "icc"],
    ]
    for call in calls {
      for language in ["en", "km"] {
        for format in ["text", "json", "csv", "html"] {
          let run = bench.run(["analyse"] + call + ["--format", format, "--language", language])
          #expect(run.code == 0, "\(call) \(run.err)")
          #expect(run.err.isEmpty, "\(call) \(run.err)")
          #expect(!run.out.isEmpty)
          if language == "km", format == "text" { #expect(UsageTests.hasKhmer(run.out)) }
        }
      }
      let again = bench.run(["analyse"] + call + ["--format", "json"])
      #expect(again.out == bench.run(["analyse"] + call + ["--format", "json"]).out)
    }
  }

  @Test("exit codes: refused 1, wrong call or no file 2; nothing is written without an answer")
  func codes() throws {
    let bench = Bench()
    let few = try bench.write(table(20, seed: 3), to: "few.csv")
    let points = try bench.write("a,b\n1,2\n0,1\n", to: "points.csv")
    let refused = bench.sala("analyse", "irt", few, "--ignore", "language")
    #expect(refused.code == 1)
    #expect(refused.out.contains("Classical figures"))
    #expect(refused.err.contains("too-few-people"))
    let small = bench.sala("analyse", "dif", few, "--group", "language")
    #expect(small.code == 1)
    #expect(small.err.contains("'en' (n = 10)"))
    for (arguments, code) in [
      (["irt", points], 1), (["irt", bench.path("none.csv")], 2),
      (["irt", few, "--model", "3pl"], 2), (["irt", few, "--ignore", "lang"], 1),
      (["irt", few, "--ignore", "language", "--model", "grm", "--method", "cml"], 2),
      (["irt", few, "--threads", "0"], 2), (["dif", few, "--group", "sex"], 1),
      (["equate", few, few, "--method", "tucker", "--weight", "1.5"], 2),
      (["agreement", few], 2),
    ] as [([String], Int32)] {
      let run = bench.run(["analyse"] + arguments)
      #expect(run.code == code, "\(arguments) \(run.err)")
      #expect(run.out.isEmpty, "\(arguments)")
      #expect(!run.err.isEmpty)
    }
  }
}
