import Testing

@testable import SalaCommand

@Suite("Reports from a synthetic store")
struct ReportsTests {
  private static func cohort(_ people: Int) throws -> Bench {
    let bench = Bench()
    let run = bench.sala(
      "synthetic", "cohort", "--people", "\(people)", "--seed", "4", "--curriculum", "example")
    try #require(run.code == 0, "\(run.err)")
    return bench
  }

  @Test("each report is written in every form and both languages, and says that it is made up")
  func every() throws {
    let bench = try Self.cohort(40)
    for report in ["pre-post", "competency", "items", "form", "fairness"] {
      for format in ["text", "csv", "json", "html"] {
        for language in ["en", "km"] {
          let run = bench.sala(
            "report", report, "--format", format, "--language", language, "--curriculum", "example")
          #expect(run.code <= 1, "\(report) \(format): \(run.err)")
          // A report that is refused has no table, and CSV has nothing else.
          if run.code == 1, format == "csv" { continue }
          let banner = language == "en" || format == "csv" || format == "json" ? "synthetic" : "សំយោគ"
          #expect(run.out.lowercased().contains(banner), "\(report) \(format) \(language)")
        }
      }
    }
  }

  @Test("reports on opinions are refused without answers, and say so")
  func opinions() throws {
    let bench = try Self.cohort(4)
    for report in ["reaction", "behaviour"] {
      let run = bench.sala("report", report, "--curriculum", "example")
      #expect(run.code == 1 && run.err.contains("There is nothing to report"))
    }
  }

  @Test("an unknown grouping is a mistake in the command, for each of them")
  func groupings() throws {
    let bench = try Self.cohort(4)
    for report in [
      "pre-post", "competency", "items", "form", "fairness", "reaction", "results-framework",
    ] {
      let run = bench.sala("report", report, "--by", "provinz", "--curriculum", "example")
      #expect(run.code == 2 && run.err.contains("province"), "\(report): \(run.err)")
    }
  }

  @Test("usage data come as XML")
  func usageData() throws {
    let run = try Self.cohort(30).sala(
      "report", "items", "--usage-data", "--curriculum", "example")
    #expect(run.code == 0 && run.out.hasPrefix("<?xml"))
    #expect(run.out.contains("name=\"p-value\""))
  }

  @Test("who asks for lines to be read aloud is given sentences")
  func readAloud() throws {
    let bench = try Self.cohort(12)
    let drawn = bench.sala("report", "pre-post", "--curriculum", "example")
    #expect(drawn.out.contains("●"))
    #expect(!drawn.out.contains("\u{1B}"))
  }
}
