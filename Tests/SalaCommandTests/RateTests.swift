import Assessment
import Curriculum
import Testing

@testable import SalaCommand

/// Questions of the other kinds for the small curriculum, all to practise with.
enum OtherKinds {
  static let head = "{outcome=AAA-1 cognitive=understand pool=practice"

  static let items = """

    ## aaa-201 \(head) points=2}
    Who does it?
    - budget => council
    - register => clerk
    - => driver

    ## aaa-202 \(head)}
    What comes first?
    1. One
    2. Two
    3. Three

    ## aaa-203 \(head)}
    It is [[share]] per cent, called a [[word]].
    [[share]] = 25
    [[word]] ~ reminder

    ## aaa-204 \(head) kind=likert}
    I liked it.
    - ( ) No
    - ( ) Yes

    ## aaa-205 \(head) kind=essay points=10 rubric=letter}
    Write to the commune.

    """

  static let rubric = """
    format: 1
    id: letter
    title: {en: Letter, km: លិខិត}
    criteria:
      - id: clear
        title: {en: Clear, km: ច្បាស់លាស់}
        levels:
          - {points: 0, text: {en: hard to follow, km: ពិបាកយល់}}
          - {points: 1, text: {en: mostly clear, km: យល់ភាគច្រើន}}
          - {points: 2, text: {en: clear throughout, km: ច្បាស់ទាំងស្រុង}}
      - id: true
        title: {en: True, km: ត្រឹមត្រូវ}
        levels:
          - {points: 0, text: {en: with errors, km: មានកំហុស}}
          - {points: 3, text: {en: without errors, km: គ្មានកំហុស}}

    """

  /// A bench whose curriculum has these questions too.
  static func bench() throws -> Bench {
    let bench = Bench()
    try bench.course.writeItems { $0 + items }
    try Files.write(rubric, to: bench.course.folder + "/assessments/example/rubrics/letter.yaml")
    return bench
  }

  /// Practises with everything, from lines of an answers file.
  static func practise(_ bench: Bench, _ lines: [String]) -> Run {
    bench.sala(
      "quiz", "--learner", "anna", "--occasion", "practice", "--curriculum", "example",
      "--answers", "-", input: lines)
  }

  /// The cells `score` and `state` of a question in the export.
  static func result(_ bench: Bench, _ item: String) -> [String] {
    let rows = bench.sala("results", "export").lines
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard let row = rows.first(where: { $0.contains(item) }), row.count > 4 else { return [] }
    return [row[row.count - 4], row[row.count - 2]]
  }
}

@Suite("Judging answers")
struct RateTests {
  private func rate(_ bench: Bench, _ more: String...) -> Run {
    bench.run(["results", "rate", "--curriculum", "example"] + more)
  }

  private func taken() throws -> Bench {
    let bench = try OtherKinds.bench()
    let run = OtherKinds.practise(bench, ["aaa-205,Dear commune council"])
    #expect(run.code == 0, "\(run)")
    return bench
  }

  @Test("what waits is listed, shown with its rubric, judged, and listed no more")
  func whole() throws {
    let bench = try taken()
    #expect(OtherKinds.result(bench, "aaa-205") == ["", "waiting"])
    let waiting = rate(bench, "--format", "csv")
    #expect(waiting.code == 0 && waiting.lines.count == 2, "\(waiting)")
    #expect(waiting.out.contains("anna") && waiting.out.contains("aaa-205"))
    let shown = rate(bench, "--learner", "anna", "--item", "aaa-205")
    #expect(shown.code == 0, "\(shown)")
    for word in ["Dear commune council", "clear throughout", "without errors"] {
      #expect(shown.out.contains(word), "\(shown.out)")
    }
    let journal = try RecordsTests.journal(bench)
    let before = Files.bytes(journal)
    let judged = rate(
      bench, "--learner", "anna", "--item", "aaa-205", "--level", "clear=2", "--level", "true=2",
      "--rater", "r1")
    // 1 of 2 and 3 of 3 points of the rubric are 8 of the question's 10.
    #expect(judged.code == 0 && judged.lines == ["aaa-205: 8.00 of 10.00 points."], "\(judged)")
    #expect(Files.bytes(journal).starts(with: before))
    #expect(OtherKinds.result(bench, "aaa-205") == ["8", "scored"])
    #expect(rate(bench, "--format", "csv").lines.count == 1)
    let twice = rate(
      bench, "--learner", "anna", "--item", "aaa-205", "--level", "true=2", "--level", "clear=2",
      "--rater", "r1")
    #expect(twice.code == 0 && twice.out.contains("nothing was added"))
    let other = rate(
      bench, "--learner", "anna", "--item", "aaa-205", "--level", "true=1", "--level", "clear=3",
      "--rater", "r2", "--language", "km")
    #expect(other.code == 0 && UsageTests.hasKhmer(other.out), "\(other)")
    #expect(OtherKinds.result(bench, "aaa-205") == ["4", "scored"])
    let history = rate(bench, "--learner", "anna", "--item", "aaa-205")
    #expect(history.out.contains("r1") && history.out.contains("r2"))
    #expect(bench.sala("records", "check").code == 0)
  }

  @Test("what cannot be judged is refused with the reason")
  func refusals() throws {
    let bench = try taken()
    func refused(_ more: String..., code: Int32, says: String) {
      let run = bench.run(["results", "rate", "--curriculum", "example"] + more)
      #expect(run.code == code && run.err.contains(says), "\(more): \(run)")
    }
    refused("--learner", "anna", "--item", "aaa-20", code: 1, says: "Did you mean")
    refused("--learner", "anna", "--item", "aaa-202", code: 1, says: "scored by its key")
    refused("--learner", "bopha", "--item", "aaa-205", code: 1, says: "no learner")
    refused(
      "--learner", "anna", "--item", "aaa-205", "--level", "clear=2", "--rater", "r1", code: 1,
      says: "[criterion-missing]")
    refused(
      "--learner", "anna", "--item", "aaa-205", "--level", "claer=2", "--rater", "Sok Dara",
      code: 1, says: "[bad-rater]")
    refused(
      "--learner", "anna", "--item", "aaa-205", "--level", "clear=2", code: 2, says: "--rater")
    refused("--rater", "r1", code: 2, says: "--learner")
    refused("--learner", "anna", "--event", "e9", code: 1, says: "no event")
    let empty = try OtherKinds.bench()
    #expect(OtherKinds.practise(empty, ["aaa-202,a b c"]).code == 0)
    let leftOut = empty.sala(
      "results", "rate", "--curriculum", "example", "--learner", "anna", "--item", "aaa-205")
    #expect(leftOut.code == 1 && leftOut.err.contains("left 'aaa-205' out"), "\(leftOut)")
    try Files.write(
      "format: 1\n", to: bench.course.folder + "/assessments/example/rubrics/letter.yaml")
    refused("--learner", "anna", "--item", "aaa-205", code: 1, says: "sala check")
  }
}

@Suite("Answers of every kind from a file")
struct OtherKindsTests {
  @Test("as they are typed on paper")
  func paper() throws {
    let bench = try OtherKinds.bench()
    let course = try #require(bench.course.loaded.curriculum)
    func item(_ id: String) throws -> Item {
      try #require(course.items.first { $0.id == id })
    }
    let targets = OptionOrder.targets(of: try item("aaa-201"), seed: "").map(\.id)
    let pairs = ["1", "2"].compactMap { targets.firstIndex(of: $0) }
    let shown = OptionOrder.options(of: try item("aaa-202"), seed: "").map(\.id)
    let order = ["a", "b", "c"].compactMap { shown.firstIndex(of: $0) }
      .map { ChoiceOption.id(at: $0) }.joined(separator: " ")
    let run = OtherKinds.practise(
      bench,
      [
        "aaa-201,a\(pairs[0] + 1) b\(pairs[1] + 1)", "aaa-202,\(order)",
        "aaa-203,share=២៥; word=Reminder", "aaa-204,b", "aaa-205,\"Dear, council\"",
      ])
    #expect(run.code == 0 && run.out.contains("5 answers"), "\(run)")
    try expectAllRight(bench)
  }

  @Test("in the one text form of responses, under the header item,response")
  func programs() throws {
    let bench = try OtherKinds.bench()
    let run = OtherKinds.practise(
      bench,
      [
        "item,response", "aaa-201,\"a=1,b=2\"", "aaa-202,\"a,b,c\"",
        "aaa-203,share=25;word=reminder", "aaa-204,b", "aaa-205,\"Dear, council\"",
      ])
    #expect(run.code == 0, "\(run)")
    try expectAllRight(bench)
    for bad in ["aaa-201,a=9", "aaa-202,\"a,b\"", "aaa-204,z", "aaa-203,nothing=1"] {
      let wrong = OtherKinds.practise(try OtherKinds.bench(), ["item,response", bad])
      #expect(wrong.code == 1 && wrong.err.contains("[bad-answer]"), "\(bad): \(wrong)")
    }
  }

  private func expectAllRight(_ bench: Bench) throws {
    #expect(OtherKinds.result(bench, "aaa-201") == ["2", "scored"])
    #expect(OtherKinds.result(bench, "aaa-202") == ["1", "scored"])
    #expect(OtherKinds.result(bench, "aaa-203") == ["1", "scored"])
    #expect(OtherKinds.result(bench, "aaa-204") == ["", "opinion"])
    #expect(OtherKinds.result(bench, "aaa-205") == ["", "waiting"])
  }
}
