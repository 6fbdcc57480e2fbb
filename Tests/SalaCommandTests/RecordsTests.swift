import Assessment
import Testing

@testable import SalaCommand

@Suite("Results and records")
struct RecordsTests {
  /// A second bench with the event and learners of the first, but none of its answers.
  static func twin(of bench: Bench) -> Bench {
    let twin = Bench()
    twin.environment["SALA_DEVICE"] = "twin"
    twin.environment["SALA_HOME"] = bench.course.folder
    #expect(twin.sala("records", "merge", bench.store).code == 0)
    return twin
  }

  static func journal(_ bench: Bench) throws -> String {
    let name = try #require(Files.names(bench.store + "/journals").first)
    return bench.store + "/journals/" + name
  }

  @Test("what is exported can be imported elsewhere, and comes out the same")
  func roundTrip() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let twin = Self.twin(of: bench)
    #expect(try bench.take(learner, learner.pre, right: 7).code == 0)
    let export = bench.sala("results", "export")
    #expect(export.code == 0 && export.lines.count == 11 && export.err.isEmpty)
    let file = try twin.write(export.out, to: "results.csv")
    let run = twin.sala("results", "import", file, "--curriculum", "example")
    #expect(run.code == 0, "\(run.err)")
    #expect(run.out.contains("Imported 1 attempts with 10 answers"))
    #expect(twin.sala("results", "export").out == export.out)
    let again = twin.sala("results", "import", file, "--curriculum", "example")
    #expect(again.code == 0 && again.out.contains("imported before"))
    let khmer = twin.sala("results", "import", file, "--curriculum", "example", "--language", "km")
    #expect(khmer.out.contains("ធ្លាប់បានបញ្ចូល"))
    #expect(twin.sala("results", "export").out == export.out)
  }

  @Test("export takes one event and one occasion, and marks its encoding for Excel")
  func exportChoices() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    try bench.take(learner, learner.pre, right: 1)
    #expect(bench.sala("results", "export", "--event", "e1").lines.count == 11)
    #expect(bench.sala("results", "export", "--occasion", "post").lines.count == 1)
    #expect(bench.sala("results", "export", "--event", "e9").code == 1)
    let excel = bench.sala("results", "export", "--excel").out
    #expect(excel.unicodeScalars.first == "\u{FEFF}")
  }

  @Test("a paper test comes in as a wide table, with what is said of people")
  func paper() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let items = bench.course.form(learner.pre).items
    let answers = items.map {
      ExampleCourse.typed($0, isRight: true, displayed: $0.interaction.options)
    }
    let file = try bench.write(
      "code,event,occasion,form,sex,province," + items.map(\.id).joined(separator: ",") + "\n"
        + "\(learner.code),e1,pre,\(learner.pre),F,kampot," + answers.joined(separator: ",") + "\n",
      to: "paper.csv")
    let run = bench.sala("results", "import", file, "--curriculum", "example", "--language", "km")
    #expect(run.code == 0 && run.out.contains("បានបញ្ចូល"), "\(run.err)")
    let export = bench.sala("results", "export").out
    #expect(export.contains(",female,kampot,") && export.contains(",paper,"))
  }

  @Test("every bad row is named by its line, and nothing is imported")
  func badRows() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    let item = bench.course.form(learner.pre).items[0]
    let good = ExampleCourse.typed(item, isRight: true, displayed: item.interaction.options)
    let file = try bench.write(
      """
      code,event,occasion,form,item,answer
      \(learner.code),e1,pre,\(learner.pre),\(item.id),\(good)
      ABCD-2345,e1,pre,\(learner.pre),\(item.id),\(good)
      \(learner.code),e9,pre,\(learner.pre),\(item.id),\(good)
      \(learner.code),e1,before,\(learner.pre),\(item.id),\(good)
      \(learner.code),e1,pre,example-z,\(item.id),\(good)
      \(learner.code),e1,pre,\(learner.pre),aaa-999,\(good)
      """, to: "bad.csv")
    let run = bench.sala("results", "import", file, "--curriculum", "example")
    #expect(run.code == 1)
    for line in 3...7 { #expect(run.err.contains("bad.csv:\(line):"), "\(line): \(run.err)") }
    #expect(run.out.contains("Nothing was imported"))
    #expect(bench.sala("results", "export").lines.count == 1)
    #expect(
      bench.sala("results", "import", bench.path("none.csv"), "--curriculum", "example").code == 2)
    #expect(bench.sala("results", "import", file, "--curriculum", "nowhere").code == 2)
  }

  @Test("a flipped byte anywhere in a journal is found")
  func flippedByte() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    try bench.take(learner, learner.pre, right: 3)
    let sound = bench.sala("records", "check")
    #expect(sound.code == 0 && sound.out.contains("1 events, 1 attempts (1 handed in)."))
    #expect(sound.out.contains("Every journal is whole."))
    let journal = try Self.journal(bench)
    let bytes = Files.bytes(journal)
    #expect(bytes.count > 1000)
    for place in stride(from: 3, to: bytes.count, by: bytes.count / 9) {
      var changed = bytes
      changed[place] ^= 0x01
      try Files.write(changed, to: journal)
      let run = bench.sala("records", "check")
      #expect(run.code == 1, "byte \(place)")
      #expect(!run.out.contains("Every journal is whole.") && !run.err.isEmpty)
    }
    try Files.write(bytes, to: journal)
    #expect(bench.sala("records", "check", "--language", "km").code == 0)
  }

  @Test("two stores merge in either order and again, to the same")
  func merge() throws {
    let bench = Bench()
    bench.event()
    let learners = bench.roster(2)
    bench.sala("event", "open", "e1", "--occasion", "pre")
    let twin = Self.twin(of: bench)
    try bench.take(learners[0], learners[0].pre, right: 2)
    try twin.take(learners[1], learners[1].pre, right: 9)
    let first = bench.sala("records", "merge", twin.store)
    #expect(first.code == 0 && first.out.contains("1 new"), "\(first)")
    let second = twin.sala("records", "merge", bench.store, "--language", "km")
    #expect(second.code == 0 && second.out.contains("កំណត់ហេតុ៖"))
    #expect(bench.sala("records", "merge", twin.store).out.contains("0 facts came in"))
    let export = bench.sala("results", "export").out
    #expect(export == twin.sala("results", "export").out)
    #expect(export.split(whereSeparator: \.isNewline).count == 21)
    #expect(bench.sala("records", "merge", bench.path("nowhere")).code == 2)
    #expect(bench.sala("records", "merge", "").code == 2)
  }

  @Test("a damaged journal is not taken in")
  func mergeDamaged() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    try bench.take(learner, learner.pre, right: 2)
    let journal = try Self.journal(bench)
    var bytes = Files.bytes(journal)
    bytes[bytes.count / 2] ^= 0x01
    try Files.write(bytes, to: journal)
    let other = Bench()
    let run = other.sala("records", "merge", bench.store)
    #expect(run.code == 1 && !run.err.isEmpty)
  }

  @Test("made-up and real records refuse each other")
  func synthetic() throws {
    let real = Bench()
    real.event()
    let made = Bench()
    let run = made.sala(
      "synthetic", "cohort", "--people", "12", "--seed", "4", "--curriculum",
      "example")
    #expect(run.code == 0 && run.out.contains("Made up 12 people"), "\(run)")
    #expect(run.out.contains("(synthetic, seed 4)"))
    for other in [
      real.sala("records", "merge", made.store), made.sala("records", "merge", real.store),
      real.sala("synthetic", "cohort", "--people", "4", "--curriculum", "example"),
    ] {
      #expect(other.code == 2 && other.out.isEmpty && other.err.contains("→"), "\(other)")
    }
    #expect(made.sala("results", "export").err.contains("These results are synthetic."))
    let report = made.sala("report", "pre-post", "--format", "json")
    #expect(report.json["synthetic"].bool == true)
    let text = made.sala("report", "pre-post")
    #expect(text.out.contains("made by a program with seed 4"))
    // The same seed makes up the same people, byte by byte.
    let twin = Bench(seed: 99)
    twin.ticker = Ticker(1_900_000_000)
    twin.sala("synthetic", "cohort", "--people", "12", "--seed", "4", "--curriculum", "example")
    #expect(twin.sala("report", "pre-post").out == text.out)
    #expect(twin.sala("results", "export").out == made.sala("results", "export").out)
    let twice = made.sala(
      "synthetic", "cohort", "--people", "12", "--seed", "4", "--curriculum", "example")
    #expect(twice.code == 1 && twice.err.contains("already"))
    let more = made.sala(
      "synthetic", "cohort", "--people", "3", "--seed", "4", "--event", "synthetic-2",
      "--curriculum", "example", "--language", "km")
    #expect(more.code == 0 && more.out.contains("សំយោគ"))
  }
}
