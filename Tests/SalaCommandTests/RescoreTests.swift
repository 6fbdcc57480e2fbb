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
    #expect(bench.sala("results", "export").out == before.out, "answers do not change")
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
