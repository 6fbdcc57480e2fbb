import Testing
import Text

@testable import SalaCommand

@Suite("Whatever is typed")
struct RandomArgumentsTests {
  /// Words that mean something somewhere, and some that mean nothing anywhere.
  ///
  /// None names a place outside the bench.
  private static func words(_ bench: Bench, _ code: String) -> [String] {
    let options = [
      "--language", "--format", "--learner", "--event", "--occasion", "--answers", "--count",
      "--seed", "--by", "--title", "--title-km", "--runs", "--people", "--modules", "--context",
      "--item", "--reason", "--level", "--rater", "--dry-run", "--excel", "--help", "--version",
      "-h", "--", "-", "--language=", "--format=json",
    ]
    let values = [
      "en", "km", "both", "json", "csv", "html", "text", "pre", "post", "follow-up", "practice",
      "e1", "e2", "example", "example-a", "aaa", code, "sex,province", "province,,sex", ",", "0",
      "3", "-1", "99999999999999999999", "1e9", "", " ", "\u{0}", "\u{1F}", "ខ្មែរ", "é\u{301}",
      "unknown-key", "kampot", "🙂", "--=", "'", "\"", "%s%n",
    ]
    let files = [
      bench.path("roster.csv"), bench.path("answers.csv"), bench.path("none"),
      bench.course.folder, bench.folder.path, "/dev/null",
    ]
    return options + values + files
  }

  @Test("three hundred random calls end with 0, 1 or 2, and the records stay whole")
  func neverTraps() throws {
    let bench = Bench()
    bench.event()
    let learner = try #require(bench.roster(2).first)
    bench.sala("event", "open", "e1", "--occasion", "pre")
    try bench.write("sex,province\nF,kampot\n", to: "roster.csv")
    try bench.write(bench.course.answers(learner.pre, right: 3), to: "answers.csv")
    let words = Self.words(bench, learner.code)
    let commands = UsageTests.paths.map { $0.split(separator: " ").map(String.init) }
    // Whole calls, so that random words reach more than the reading of arguments.
    let whole = [
      ["quiz", "--learner", learner.code], ["event", "open", "e1", "--occasion", "post"],
      ["event", "status", "e9"],
      ["event", "accommodate", "e1", "--learner", learner.code, "--no-limit", "--reason", "sight"],
      ["results", "rescore", "--item", "aaa-001", "--reason", "x"],
      ["results", "rate", "--learner", learner.code, "--item", "aaa-001"],
    ]
    var chance = SeededGenerator(seed: 20_261_123, purpose: "random arguments")
    var codes: [Int32: Int] = [:]
    for _ in 0..<300 {
      let isWhole = chance.index(below: 4) == 0
      var arguments =
        isWhole
        ? whole[chance.index(below: whole.count)] : commands[chance.index(below: commands.count)]
      // A package or a result goes nowhere but into the bench, and comes from it.
      let isPackage = arguments.first == "package"
      if isPackage { arguments += [bench.course.folder, "--out", bench.path("exports")] }
      // What is new is written beside the bench's curriculum, not beside the one that Sala carries.
      let isNew = arguments.first == "new"
      if isNew { arguments += ["--curriculum", bench.course.folder] }
      for _ in 0..<chance.index(below: isWhole ? 3 : 6) {
        let place = isPackage || isNew ? arguments.count : chance.index(below: arguments.count + 1)
        arguments.insert(words[chance.index(below: words.count)], at: place)
      }
      // What is begun anew is begun in the bench, not in the curriculum of this repository.
      if arguments.first == "new" { arguments += ["--curriculum", bench.course.folder] }
      let input = (0..<chance.index(below: 20)).map { _ in
        words[chance.index(below: words.count)]
      }
      let run = bench.run(arguments, input: input)
      #expect([0, 1, 2].contains(run.code), "\(arguments)")
      #expect(run.code != 2 || !run.err.isEmpty, "2 says why: \(arguments)")
      // A filter gives back what it was given.
      let isFilter = arguments.first == "text"
      #expect(isFilter || !run.out.contains("\u{1F}"), "\(arguments)")
      #expect(!run.err.contains("\u{1F}"), "\(arguments)")
      codes[run.code, default: 0] += 1
    }
    #expect(codes.count == 3, "all three happen: \(codes)")
    #expect(bench.sala("records", "check").code == 0)
  }

  @Test("an empty text in place of every argument is refused or understood, never fatal")
  func emptyTexts() {
    let bench = Bench()
    for names in UsageTests.paths.map({ $0.split(separator: " ").map(String.init) })
    where names.first != "package" {
      for extra in [[""], ["", ""], ["--store", ""], ["--curriculum", ""], ["--language", ""]] {
        let run = bench.run(names + extra)
        #expect([0, 1, 2].contains(run.code), "\(names) \(extra)")
      }
    }
    let run = bench.sala("package", "", "--out", bench.path("exports"))
    #expect(run.code == 2)
  }
}
