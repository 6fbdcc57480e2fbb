import Assessment
import Testing

@testable import SalaCommand

@Suite("Scoring a question again")
struct RescoreTests {
  /// A bench on which one person took a pre-test with four of ten right.
  private func taken() throws -> (bench: Bench, learner: Bench.Learner, item: Item) {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    try bench.take(learner, learner.pre, right: 7)
    let item = try #require(
      bench.course.form(learner.pre).items.first { $0.interaction.kind == .singleChoice })
    return (bench, learner, item)
  }

  /// Moves the mark of the right answer of a single choice to the option after it.
  private func mendKey(of item: Item, on bench: Bench) throws {
    let right = item.interaction.options.firstIndex(where: \.isCorrect) ?? 0
    let next = (right + 1) % item.interaction.options.count
    try bench.course.writeItems { text in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard let start = lines.firstIndex(where: { $0.hasPrefix("## \(item.id) ") }) else {
        return text
      }
      let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("## ") } ?? lines.count
      let options = lines[start..<end].indices.filter { lines[$0].hasPrefix("- (") }
      lines[options[right]].replaceSubrange(
        lines[options[right]]
          .startIndex..<lines[options[right]].index(lines[options[right]].startIndex, offsetBy: 5),
        with: "- ( )")
      lines[options[next]].replaceSubrange(
        lines[options[next]]
          .startIndex..<lines[options[next]].index(lines[options[next]].startIndex, offsetBy: 5),
        with: "- (x)")
      return lines.joined(separator: "\n")
    }
  }

  @Test("who is affected is listed, both results are kept, and a second run changes nothing")
  func rescore() throws {
    let (bench, learner, item) = try taken()
    let before = bench.sala("results", "export")
    let journal = try RecordsTests.journal(bench)
    let lines = Files.bytes(journal)
    try mendKey(of: item, on: bench)
    let dry = bench.sala(
      "results", "rescore", "--item", item.id, "--reason", "The key was wrong.", "--dry-run",
      "--format", "json")
    #expect(dry.code == 0, "\(dry.err)")
    #expect(Files.bytes(journal) == lines, "a dry run writes nothing")
    let run = bench.sala(
      "results", "rescore", "--item", item.id, "--reason", "The key was wrong.", "--format", "csv")
    #expect(run.code == 0, "\(run.err)")
    #expect(run.out.contains(learner.code) && run.lines.count == 2, "\(run.out)")
    // The old facts stand byte for byte, with the new one behind them.
    #expect(Files.bytes(journal).starts(with: lines) && Files.bytes(journal).count > lines.count)
    #expect(bench.sala("records", "check").code == 0)
    func answers(_ run: Run) -> [String] {
      run.lines.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).prefix(6).joined()
      }
    }
    let after = bench.sala("results", "export")
    #expect(answers(after) == answers(before), "answers do not change")
    // The export gives the latest points, with the version of the key that made them.
    #expect(after.out != before.out)
    let key = try #require(bench.course.form(learner.pre).item(item.id)).keyVersion
    #expect(after.lines.contains { $0.contains(item.id) && $0.hasSuffix(",scored,\(key)") })
    let again = bench.sala("results", "rescore", "--item", item.id, "--reason", "Again.")
    #expect(again.code == 0 && again.out.contains("changes none of the 1"), "\(again.out)")
    let khmer = bench.sala(
      "results", "rescore", "--item", item.id, "--reason", "ម្តងទៀត", "--language", "km")
    #expect(khmer.code == 0 && UsageTests.hasKhmer(khmer.out))
  }

  @Test("an index that is made again from the journals knows the rescoring too")
  func rebuilt() throws {
    let (bench, _, item) = try taken()
    try mendKey(of: item, on: bench)
    #expect(bench.sala("results", "rescore", "--item", item.id, "--reason", "Key.").code == 0)
    Files.remove(bench.store + "/index.sqlite")
    let again = bench.sala("results", "rescore", "--item", item.id, "--reason", "Key.")
    #expect(again.out.contains("changes none"), "\(again.out)\(again.err)")
    let twin = Bench()
    twin.environment["SALA_HOME"] = bench.course.folder
    #expect(twin.sala("records", "merge", bench.store).code == 0)
    let merged = twin.sala("results", "rescore", "--item", item.id, "--reason", "Key.")
    #expect(merged.out.contains("changes none of the 1"), "\(merged.out)\(merged.err)")
  }

  @Test("reasons, dates and forms stand in the report, in every format and both languages")
  func reported() throws {
    let bench = Bench()
    bench.event()
    let learners = bench.roster(8)
    for occasion in ["pre", "post"] {
      bench.sala("event", "open", "e1", "--occasion", occasion)
      for (place, learner) in learners.enumerated() {
        let form = occasion == "pre" ? learner.pre : learner.post
        #expect(try bench.take(learner, form, right: 2 + place % 5).code == 0)
      }
      bench.sala("event", "close", "e1", "--occasion", occasion)
    }
    let form = bench.course.form("example-a")
    let item = try #require(form.items.first { $0.interaction.kind == .singleChoice })
    try mendKey(of: item, on: bench)
    #expect(
      bench.sala("results", "rescore", "--item", item.id, "--reason", "Printed wrong.").code == 0)
    let key = try #require(bench.course.form("example-a").item(item.id)).keyVersion
    for format in ["text", "json", "csv", "html"] {
      for language in ["en", "km"] {
        let run = bench.sala(
          "report", "pre-post", "--format", format, "--language", language)
        #expect(run.code == 0, "\(run.err)")
        for word in ["Printed wrong.", item.id, "example-a", "2027-01-"] {
          #expect(run.out.contains(word), "\(word) in \(format) \(language)")
        }
        if format != "text" { #expect(run.out.contains(key)) }
      }
    }
  }

  @Test("only the form that was named; a question that is gone leaves results alone")
  func formsAndGone() throws {
    let (bench, learner, item) = try taken()
    try mendKey(of: item, on: bench)
    let other = learner.pre == "example-a" ? "example-b" : "example-a"
    let none = bench.sala(
      "results", "rescore", "--item", item.id, "--reason", "Key.", "--form", other)
    #expect(none.code == 0 && none.out.contains("none of the 0"), "\(none)")
    let unknown = bench.sala(
      "results", "rescore", "--item", item.id, "--reason", "Key.", "--form", "example-z")
    #expect(unknown.code == 1 && unknown.err.contains("Did you mean"))
    let journal = try RecordsTests.journal(bench)
    let before = Files.bytes(journal)
    try bench.course.writeItems { text in
      text.replacing("## \(item.id) ", with: "## aaa-900 ")
    }
    let gone = bench.sala("results", "rescore", "--item", item.id, "--reason", "Key.")
    #expect(gone.code == 1 && gone.err.contains("not in the curriculum any more"), "\(gone)")
    #expect(Files.bytes(journal) == before)
  }

  @Test("an answer that the question cannot read any more is listed and left")
  func unreadable() throws {
    let bench = try OtherKinds.bench()
    #expect(OtherKinds.practise(bench, ["aaa-202,a b c", "aaa-204,b"]).code == 0)
    try bench.course.writeItems {
      $0 + OtherKinds.items.replacing("3. Three\n", with: "3. Three\n4. Four\n")
    }
    let journal = try RecordsTests.journal(bench)
    let before = Files.bytes(journal)
    let run = bench.sala(
      "results", "rescore", "--item", "aaa-202", "--reason", "A step more.", "--curriculum",
      "example")
    #expect(run.code == 0 && run.out.contains("1 tests cannot be scored again"), "\(run)")
    #expect(run.out.contains("does not fit"))
    #expect(Files.bytes(journal) == before)
    let opinion = bench.sala(
      "results", "rescore", "--item", "aaa-204", "--reason", "x", "--curriculum", "example")
    #expect(opinion.code == 1 && opinion.err.contains("never scored"))
  }

  @Test("an unknown question, an unknown event and an empty reason are refused")
  func refusals() throws {
    let (bench, _, item) = try taken()
    let near = String(item.id.dropLast())
    let unknown = bench.sala("results", "rescore", "--item", near, "--reason", "x")
    #expect(unknown.code == 1 && unknown.err.contains("Did you mean"))
    let empty = bench.sala("results", "rescore", "--item", item.id, "--reason", " \u{200B} ")
    #expect(empty.code == 2 && empty.err.contains("--reason"))
    let event = bench.sala(
      "results", "rescore", "--item", item.id, "--reason", "x", "--event", "e9")
    #expect(event.code == 1)
  }
}
