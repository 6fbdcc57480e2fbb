import Assessment
import Records
import Testing
import Text

@testable import SalaCommand

@Suite("Keying papers")
struct PaperEntryTests {
  /// An event with so many learners, and what to type for a paper with so many right answers.
  private func prepared(_ count: Int = 2) -> (Bench, [Bench.Learner]) {
    let bench = Bench()
    bench.event()
    return (bench, bench.roster(count))
  }

  private func typed(_ bench: Bench, _ form: String, right: Int) -> [String] {
    bench.course.form(form).items.enumerated().map { place, item in
      ExampleCourse.typed(
        item, isRight: place < right, displayed: item.interaction.options)
    }
  }

  private func store(_ bench: Bench) throws -> Store {
    try Store.open(bench.store, options: StoreOptions(clock: { "2026-11-26T03:00:00Z" }))
  }

  @Test("two people key the same: then, and only then, it is scored")
  func agreeing() throws {
    let (bench, learners) = prepared()
    let lines = typed(bench, learners[0].pre, right: 7)
    let first = bench.sala(
      "results", "enter", "e1", "--by", "ab", input: [learners[0].code] + lines + ["y", ""])
    #expect(first.code == 0 && first.out.contains("first entry recorded"), "\(first.out)")
    #expect(try store(bench).attempts().isEmpty)
    let same = bench.sala(
      "results", "enter", "e1", "--by", "AB", "--learner", learners[0].code, input: lines)
    #expect(same.code == 1 && same.err.contains("keyed-by-same"))
    let second = bench.sala(
      "results", "enter", "e1", "--by", "cd", "--learner", learners[0].code,
      "--taken", "2026-11-20", input: lines + ["y"])
    #expect(second.code == 0 && second.out.contains("both entries agree"), "\(second.out)")
    let attempts = try store(bench).attempts()
    #expect(attempts.count == 1 && attempts[0].mode == .paper && attempts[0].score == 7)
    #expect(attempts[0].submittedAt == "2026-11-20T00:00:00.000Z")
    #expect(attempts[0].form == learners[0].pre && attempts[0].code == learners[0].code)
    let third = bench.sala(
      "results", "enter", "e1", "--by", "ef", "--learner", learners[0].code, input: lines)
    #expect(third.code == 1 && third.err.contains("keyed-twice"))
    #expect(try store(bench).attempts().count == 1)
    #expect(try store(bench).check().isEmpty)
  }

  @Test("what is blank, unclear and double wins nothing and is kept apart")
  func missing() throws {
    let (bench, learners) = prepared()
    var lines = typed(bench, learners[0].pre, right: 10)
    lines[0] = "-"
    lines[1] = "?"
    lines[2] = "!"
    for by in ["ab", "cd"] {
      let run = bench.sala(
        "results", "enter", "e1", "--by", by, "--learner", learners[0].code, input: lines + ["y"])
      #expect(run.code == 0 && run.out.contains("7 answered, 1 blank, 1 unclear, 1 double"))
    }
    let attempt = try store(bench).attempts()[0]
    #expect(attempt.score == 7 && attempt.outcomes.count { !$0.isAnswered } == 3)
    let rows = bench.sala("results", "export").lines
    for state in ["blank", "unclear", "double"] {
      #expect(rows.count { $0.contains(",\(state),,0,1,scored,") } == 1, "\(state)")
    }
    let table = bench.sala("results", "papers", "e1", "--format", "json").json
    let row = table["tables"]["papers"]["rows"][0]
    #expect(row["blank"].number == 1 && row["unclear"].number == 1 && row["double"].number == 1)
    let exported = try bench.write(bench.sala("results", "export").out, to: "all.csv")
    let other = Bench()
    other.event()
    #expect(other.sala("results", "import", exported).err.contains("unknown-column") == false)
  }

  @Test("differences are shown side by side and settled; the status tells them and their rate")
  func settling() throws {
    let (bench, learners) = prepared()
    let lines = typed(bench, learners[0].pre, right: 10)
    var wrong = lines
    wrong[3] = "-"
    wrong[6] = "?"
    for (by, input) in [("ab", lines), ("cd", wrong)] {
      _ = bench.sala(
        "results", "enter", "e1", "--by", by, "--learner", learners[0].code, input: input + ["y"])
    }
    #expect(try store(bench).attempts().isEmpty)
    let status = bench.sala("results", "papers", "e1", "--format", "json").json
    #expect(status["tables"]["papers"]["rows"][0]["differences"].number == 2)
    #expect(status["tables"]["papers"]["rows"][0]["state"].string == "differing")
    let text = bench.sala("results", "papers", "e1").out
    #expect(text.contains("20.00"), "\(text)")
    let half = bench.sala("results", "settle", "e1", "--by", "ef", input: ["1"])
    #expect(half.code == 1)
    #expect(try store(bench).attempts().isEmpty)
    let done = bench.sala(
      "results", "settle", "e1", "--by", "ef", input: ["9", "1", "= \(lines[6])"])
    #expect(done.code == 0 && done.out.contains("ab:") && done.out.contains("cd: unclear"))
    let attempt = try store(bench).attempts()[0]
    #expect(attempt.score == 10)
    let after = bench.sala("results", "papers", "e1", "--format", "json").json
    #expect(after["tables"]["papers"]["rows"][0]["settled"].string == "ef")
    #expect(after["tables"]["papers"]["rows"][0]["state"].string == "scored")
    #expect(bench.sala("results", "settle", "e1", "--by", "ef").out.contains("No paper waits"))
    #expect(try store(bench).attempts().count == 1)
  }

  @Test("an entry that was cut off goes on after the last answer that was taken")
  func resuming() throws {
    let (bench, learners) = prepared()
    let lines = typed(bench, learners[0].pre, right: 10)
    func enter(_ input: [String]) -> Run {
      bench.sala(
        "results", "enter", "e1", "--by", "ab", "--learner", learners[0].code, input: input)
    }
    for count in [1, 3, 2] {
      let kept = enter(Array(lines.prefix(0)))
      #expect(kept.code == 0)
      let place = kept.out.contains("Going on") ? Self.number(kept.out) : 0
      _ = enter(Array(lines[place..<place + count]))
    }
    #expect(enter([]).out.contains("Going on: 6 of 10"))
    let rest = enter(Array(lines.suffix(4)) + ["y"])
    #expect(rest.out.contains("first entry recorded"), "\(rest.out)")
    #expect(Files.names(bench.store + "/drafts").isEmpty)
    _ = bench.sala(
      "results", "enter", "e1", "--by", "cd", "--learner", learners[0].code, input: lines + ["y"])
    #expect(try store(bench).attempts()[0].score == 10)
  }

  private static func number(_ text: String) -> Int {
    let line = text.split(separator: "\n").first { $0.contains("Going on") } ?? ""
    return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
  }

  @Test(
    "one goes back with <, to a question by its number, and what is not understood is asked again")
  func correcting() throws {
    let (bench, learners) = prepared()
    let lines = typed(bench, learners[0].pre, right: 10)
    let wrong = typed(bench, learners[0].pre, right: 0)
    let input =
      [wrong[0], "<", lines[0], "", "zzz zzz"] + lines[1..<9] + [wrong[9], "10", lines[9], "y"]
    let isText = bench.course.form(learners[0].pre).items[1].interaction.kind == .shortText
    for by in ["ab", "cd"] {
      let run = bench.sala(
        "results", "enter", "e1", "--by", by, "--learner", learners[0].code,
        input: isText ? input.filter { $0 != "zzz zzz" } : input)
      #expect(run.code == 0 && run.out.contains("10 answered"), "\(run.out)")
    }
    #expect(try store(bench).attempts()[0].score == 10)
  }

  @Test("the box to decline is recorded with the entry")
  func declining() throws {
    let (bench, learners) = prepared()
    let lines = typed(bench, learners[0].pre, right: 5)
    _ = bench.sala(
      "results", "enter", "e1", "--by", "ab", "--learner", learners[0].code, input: lines + ["d"])
    let said = try store(bench).statements().participation
    #expect(said.count == 1 && said[0].record.code == learners[0].code && !said[0].record.included)
  }

  @Test("papers come from a file, all or none; every bad row is named")
  func file() throws {
    let (bench, learners) = prepared()
    func table(_ learner: Bench.Learner, right: Int) -> [String] {
      typed(bench, learner.pre, right: right).enumerated().map { place, answer in
        "\(learner.code),\(place + 1),\(answer),"
      }
    }
    let good = table(learners[0], right: 6) + table(learners[1], right: 8)
    func enter(_ rows: [String], by: String = "ab") throws -> Run {
      let file = try bench.write(
        (["code,item,answer,mark"] + rows).joined(separator: "\n") + "\n", to: "entry.csv")
      return bench.sala("results", "enter", "e1", "--by", by, "--file", file)
    }
    var bad = good
    bad[2] = "\(learners[0].code),3,,torn"
    bad[4] = "\(learners[0].code),77,a,"
    bad[12] = "BAD,1,a,"
    let refused = try enter(bad)
    #expect(refused.code == 1)
    for line in [4, 6, 14] { #expect(refused.err.contains("entry.csv:\(line):"), "\(line)") }
    #expect(try enter(Array(good.dropLast())).err.contains("missing-items"))
    #expect(try enter(good + [good[0]]).err.contains("answer-twice"))
    #expect(try store(bench).statements().papers.isEmpty)
    var marked = good
    marked[9] = "\(learners[0].code),10,,blank"
    #expect(try enter(marked).code == 0)
    #expect(try enter(marked).code == 1)
    #expect(try enter(marked, by: "cd").code == 0)
    let attempts = try store(bench).attempts()
    #expect(attempts.count == 2)
    #expect(Set(attempts.map(\.score)) == [6, 8])
  }

  @Test("names, unknown codes, practice and a test that was taken in another way are refused")
  func refusals() throws {
    let (bench, learners) = prepared()
    for by in ["", "Sok Vanna", "សុខ", "a/b", ".."] {
      #expect(bench.sala("results", "enter", "e1", "--by", by).code == 2, "\(by)")
    }
    let unknown = bench.sala(
      "results", "enter", "e1", "--by", "ab", "--learner", "2222-2222", input: ["a"])
    #expect(unknown.code == 1 && unknown.err.contains("not-enrolled"))
    #expect(
      bench.sala("results", "enter", "e1", "--by", "ab", "--occasion", "practice").code == 2)
    #expect(bench.sala("results", "enter", "e1", "--by", "ab", "--taken", "yesterday").code == 2)
    bench.sala("event", "open", "e1", "--occasion", "pre")
    #expect(try bench.take(learners[0], learners[0].pre, right: 3).code == 0)
    let taken = bench.sala(
      "results", "enter", "e1", "--by", "ab", "--learner", learners[0].code, input: ["a"])
    #expect(taken.code == 1 && taken.err.contains("handed-in"))
    let mistyped = bench.sala(
      "results", "enter", "e1", "--by", "ab", "--language", "km", input: ["XXXX", ""])
    #expect(mistyped.code == 0 && mistyped.out.contains("បានកត់ត្រាក្រដាសចំនួន ០"))
  }
}
