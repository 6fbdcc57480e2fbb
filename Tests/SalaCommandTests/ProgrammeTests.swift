import Testing

@testable import SalaCommand

@Suite("Situations and cascades from the command line")
struct ProgrammeTests {
  static let script = Bench.real + "/situations/dialogue-with-csos.situation.en.md"
  static let plan = Bench.real + "/cascade.yaml"

  @Test("the script that Sala carries is sound, and has what a room needs")
  func check() {
    let bench = Bench()
    let json = bench.sala("situation", "check", Self.script, "--format", "json")
    #expect(json.code == 0 && json.json.keys == ["counts", "findings"])
    #expect(json.json["counts"]["sections"].number >= 12)
    #expect(json.json["counts"]["endings"].number >= 3)
    let text = bench.sala("situation", "check", Self.script)
    #expect(text.code == 0 && text.out.contains("roles: ") && text.out.contains("0 errors"))
    let khmer = bench.sala("situation", "check", Self.script, "--language", "km")
    #expect(khmer.code == 0 && khmer.out.contains("ការបញ្ចប់៖ "))
    #expect(bench.sala("situation", "check", Self.script, "--format", "csv").code == 0)
    let html = bench.sala("situation", "check", Self.script, "--format", "html")
    #expect(html.out.contains("</html>"))
  }

  @Test("a broken script gives 1, a missing one 2, and neither can be played")
  func broken() throws {
    let bench = Bench()
    let text = Files.text(Self.script)
    let target = try #require(text.firstRange(of: "-> ").map { text[$0.upperBound...] })
      .prefix { $0 != "]" }
    let file = try bench.write(
      text.replacing("-> \(target)]]", with: "-> nowhere-at-all]]"), to: "x.situation.en.md")
    let run = bench.sala("situation", "check", file)
    #expect(run.code == 1 && run.err.contains("x.situation.en.md:"))
    let json = bench.sala("situation", "check", file, "--format", "json").json
    #expect(json["findings"].array.contains { $0["severity"].string == "error" })
    for command in ["test", "play"] {
      let refused = bench.sala("situation", command, file)
      #expect(refused.code == 1 && refused.out.isEmpty && refused.err.contains("mended"))
      let missing = bench.sala("situation", command, bench.path("none.situation.en.md"))
      #expect(missing.code == 2 && missing.out.isEmpty)
    }
    #expect(bench.sala("situation", "check", bench.path("none.situation.en.md")).code == 2)
    #expect(bench.sala("situation", "check", "").code == 2)
    let empty = try bench.write("", to: "empty.situation.en.md")
    #expect([1, 2].contains(bench.sala("situation", "play", empty).code))
  }

  @Test("random plays are counted, and the same seed gives the same")
  func test() {
    let bench = Bench()
    let arguments = ["situation", "test", Self.script, "--runs", "300", "--seed", "7"]
    let json = bench.run(arguments + ["--format", "json"])
    #expect(json.code == 0 && json.json["runs"].number == 300 && json.json["seed"].number == 7)
    let endings = json.json["endings"].array
    #expect(endings.count >= 3)
    #expect(endings.reduce(0) { $0 + $1["count"].number } == 300 - json.json["unfinished"].number)
    #expect(near(endings.reduce(0) { $0 + $1["share"].number }, 1, 1e-9))
    #expect(json.json["unreached"] == .array([]))
    #expect(bench.run(arguments + ["--format", "json"]).out == json.out)
    let text = bench.run(arguments)
    #expect(text.out.contains("300 random plays (seed 7):"))
    #expect(text.out.contains("Every section was reached.") && text.out.contains(" %  "))
    let one = bench.sala("situation", "test", Self.script, "--runs", "1", "--language", "km")
    #expect(one.code == 0 && one.out.contains("មិនធ្លាប់ទៅដល់៖"))
    #expect(bench.run(arguments + ["--format", "csv"]).out.hasPrefix("id,title,count,share"))
    #expect(bench.run(arguments + ["--format", "html"]).out.contains("</html>"))
    let big = bench.sala(
      "situation", "test", Self.script, "--runs", "2", "--seed", "18446744073709551615",
      "--format", "json")
    #expect(big.code == 0 && big.json["runs"].number == 2)
  }

  @Test("a play goes to its end by numbers and letters, and ends with what to talk about")
  func play() {
    let bench = Bench()
    let run = bench.sala(
      "situation", "play", Self.script,
      input: ["what?", "99", "0", "", "z", "ឋ", "\u{1B}[A", "១", "ក"]
        + Array(repeating: "a", count: 60))
    #expect(run.code == 0 && run.err.isEmpty)
    #expect(run.out.contains("Draft written for Sala, not approved by NASLA"))
    #expect(run.out.contains("Decides: ") && run.out.contains("Type a number from 1 to "))
    #expect(run.out.contains("The end: ") && run.out.contains("To talk about afterwards:"))
    let khmer = bench.sala(
      "situation", "play", Self.script, "--language", "km",
      input: Array(repeating: "1", count: 60))
    #expect(khmer.out.contains("ចប់៖ ") && khmer.out.contains("អ្នកសម្រេច៖ "))
    #expect(khmer.out.contains("សេចក្តីព្រាង"))
  }

  @Test("a play stops when asked to, and at the end of input")
  func stop() {
    let bench = Bench()
    for input in [["1", "."], ["1"], ["stop"], ["។"], []] {
      let run = bench.sala("situation", "play", Self.script, input: input)
      #expect(run.code == 0 && run.lines.last?.hasSuffix("Stopped.") == true, "\(input)")
    }
  }

  @Test("the cascade's plan comes in every format and both languages")
  func cascade() {
    let bench = Bench()
    let json = bench.sala("cascade", "plan", Self.plan, "--format", "json")
    #expect(json.code == 0 && json.json["facts"]["totals"]["reach"].number > 0)
    #expect(json.json["tables"]["generations"]["rows"].array.count >= 2)
    #expect(json.json["facts"]["totals"]["binds"].string?.isEmpty == false)
    let text = bench.sala("cascade", "plan", Self.plan)
    #expect(text.code == 0 && text.out.contains("People reached"))
    #expect(bench.sala("cascade", "plan", Self.plan, "--format", "csv").out.hasSuffix("\r\n"))
    #expect(bench.sala("cascade", "plan", Self.plan, "--format", "html").out.contains("</html>"))
    #expect(UsageTests.hasKhmer(bench.sala("cascade", "plan", Self.plan, "--language", "km").out))
  }

  @Test("a made-up cascade gives a status in every format and both languages")
  func cascadeStatus() {
    let bench = Bench()
    let store = ["--store", bench.path("made")]
    let made = bench.run(
      ["synthetic", "cascade", "--classes", "3", "--people", "8", "--seed", "5"] + store)
    #expect(made.code == 0, "\(made.err)")
    let status = ["cascade", "status", Self.plan, "--date", "2026-12-01"] + store
    let json = bench.run(status + ["--format", "json"])
    #expect(json.code == 0, "\(json.err)")
    // Everybody and two generations.
    #expect(json.json["tables"]["learning"]["rows"].array.count == 3)
    #expect(json.json["facts"]["decay"]["passed"].number > 0)
    #expect(json.json["tables"]["lineage"]["rows"].array.count > 3)
    for by in ["province", "sex"] {
      let run = bench.run(status + ["--by", by])
      #expect(run.code == 0 && run.out.contains("SYNTHETIC"), "\(by)")
    }
    #expect(bench.run(status + ["--format", "html"]).out.contains("<svg"))
    #expect(UsageTests.hasKhmer(bench.run(status + ["--language", "km"]).out))
    let odd = bench.run(["cascade", "status", Self.plan, "--date", "2026-02-30"] + store)
    #expect(odd.code == 2 && odd.out.isEmpty)
    #expect(bench.run(["cascade", "status", Self.plan, "--store", bench.path("no")]).code != 0)
    // A second one in the same records is refused; a second store is the same to the byte.
    #expect(bench.run(["synthetic", "cascade"] + store).code != 0)
    let again = ["--store", bench.path("again")]
    _ = bench.run(
      ["synthetic", "cascade", "--classes", "3", "--people", "8", "--seed", "5"] + again)
    let second = ["cascade", "status", Self.plan, "--date", "2026-12-01", "--format", "json"]
    #expect(bench.run(second + again).out == json.out)
  }

  @Test("a plan with mistakes gives 1 and their places, a missing one 2")
  func badPlans() throws {
    let bench = Bench()
    let text = Files.text(Self.plan)
    let file = try bench.write(text.replacing("generations:", with: "generation:"), to: "p.yaml")
    let run = bench.sala("cascade", "plan", file)
    #expect(run.code == 1 && run.out.isEmpty && run.err.contains("p.yaml:"))
    #expect(bench.sala("cascade", "plan", bench.path("none.yaml")).code == 2)
    #expect(bench.sala("cascade", "plan", "").code == 2)
    let odd = try bench.write("- a\n- [", to: "odd.yaml")
    #expect(bench.sala("cascade", "plan", odd).code == 1)
  }
}
