import Assessment
import Records
import Testing

@testable import SalaCommand

@Suite("Names, notices and copies on the command line")
struct PrivacyTests {
  @Test("names of a roster go into the register, are asked for, and are forgotten")
  func names() throws {
    let bench = Bench()
    bench.event()
    let roster = try bench.write(
      "sex,khmer-name,latin-name\nf,សុខ ដារ៉ា,Sok Dara\nm,,Made Up\n", to: "roster.csv")
    let refused = bench.sala("event", "roster", "e1", roster)
    #expect(refused.code == 2 && refused.err.contains("--passphrase-file"), "\(refused)")
    #expect(
      try Store.open(bench.store, options: .system()).events().first?.learners.isEmpty == true)
    bench.secrets = ["correct horse", "correct hors"]
    #expect(bench.sala("event", "roster", "e1", roster).code == 1)
    bench.secrets = ["correct horse", "correct horse"]
    let made = bench.sala("event", "roster", "e1", roster)
    #expect(made.code == 0 && !made.out.contains("Dara"), "\(made)")
    bench.environment["SALA_PASSPHRASE"] = "correct horse"
    let listed = bench.sala("register", "list", "e1", "--format", "csv")
    #expect(listed.code == 0 && listed.out.contains("សុខ ដារ៉ា,Sok Dara"), "\(listed)")
    let code = try #require(
      listed.lines.first { $0.contains("Dara") }?.prefix { $0 != "," })
    let forgotten = bench.sala(
      "records", "forget", String(code), "--reason", "asked for it", "--language", "km")
    #expect(forgotten.code == 0 && UsageTests.hasKhmer(forgotten.out), "\(forgotten)")
    let after = bench.sala("register", "list", "e1", "--format", "csv")
    #expect(!after.out.contains("Dara") && after.out.contains("Made Up"))
    bench.environment["SALA_PASSPHRASE"] = "wrong passphrase"
    let wrong = bench.sala("register", "list", "e1")
    #expect(wrong.code == 1 && wrong.err.contains("not the passphrase"), "\(wrong)")
    #expect(bench.sala("records", "check").code == 0)
    #expect(bench.sala("records", "forget", String(code), "--reason", " ").code == 2)
  }

  @Test("a bundle goes from one laptop to another, and nowhere else")
  func bundle() throws {
    let bench = Bench()
    _ = try QuizTests.ready(bench)
    #expect(bench.sala("site", "init", "--name", "Kampot").code == 0)
    let centre = Bench(seed: 12)
    centre.environment["SALA_DEVICE"] = "centre"
    #expect(centre.sala("site", "init", "--name", "NASLA").code == 0)
    let key = centre.path("nasla.key")
    #expect(centre.sala("site", "export-key", "--out", key).code == 0)
    let out = bench.path("week.bundle")
    #expect(bench.sala("records", "bundle", "--to", "NASLA", "--out", out).code == 1)
    #expect(bench.sala("records", "bundle", "--out", out).code == 2)
    let trusted = bench.sala("site", "trust", key)
    #expect(trusted.code == 0 && trusted.err.contains("telephone"), "\(trusted)")
    #expect(bench.sala("records", "bundle", "--to", "NASLA", "--out", out).code == 0)
    for format in ["text", "json", "csv", "html"] {
      let listed = centre.sala("records", "bundle", "--list", out, "--format", format)
      #expect(listed.code == 0 && listed.out.contains("bench.journal"), "\(listed)")
    }
    #expect(centre.sala("records", "merge", out).code == 0)
    let again = centre.sala("records", "merge", out)
    #expect(again.code == 0 && again.err.contains("bundle-repeated"), "\(again)")
    #expect(bench.sala("records", "merge", out).code == 1)
    #expect(centre.sala("records", "conflicts").code == 0)
    #expect(centre.sala("event", "status", "e1").code == 0)
  }

  @Test("a test begins with its notice, and what was said is kept and not asked again")
  func notice() throws {
    let bench = Bench()
    let learner = try QuizTests.ready(bench)
    func decisions() throws -> [Bool] {
      try Store.open(bench.store, options: .system()).statements().participation
        .map(\.record.included)
    }
    let piped = bench.sala("quiz", "--learner", learner.code, "--linear", input: ["."])
    #expect(piped.out.contains("You may decline"))
    #expect(try decisions().isEmpty)
    bench.isInteractive = true
    let left = bench.sala("quiz", "--learner", learner.code, "--linear", input: ["y", "3", "."])
    #expect(left.code == 0 && left.out.contains("I agree") && !left.out.contains("Question"))
    #expect(try decisions().isEmpty)
    let asked = bench.sala(
      "quiz", "--learner", learner.code, "--linear", "--language", "km", input: ["y", "២", "."])
    #expect(UsageTests.hasKhmer(asked.out), "\(asked)")
    #expect(try decisions() == [false])
    let again = bench.sala("quiz", "--learner", learner.code, "--linear", input: ["y", "."])
    #expect(!again.out.contains("I agree"))
    bench.isInteractive = false
    #expect(bench.sala("quiz", "--learner", learner.code, "--agree", "--decline").code == 2)
    #expect(
      bench.sala("quiz", "--learner", learner.code, "--linear", "--agree", input: ["."]).code == 0)
    #expect(try decisions() == [false, true])
  }
}
