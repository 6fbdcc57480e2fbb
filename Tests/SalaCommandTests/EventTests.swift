import Assessment
import Testing
import Text

@testable import SalaCommand

@Suite("Events")
struct EventTests {
  @Test("a new event says what comes next; its id is checked and taken once")
  func new() {
    let bench = Bench()
    let run = bench.sala(
      "event", "new", "kampot-1", "--title", "Kampot", "--title-km", "កំពត", "--curriculum",
      "example", "--seed", "3")
    #expect(run.code == 0 && run.err.isEmpty)
    #expect(run.out.contains("(forms example-a, example-b, seed 3)"))
    #expect(run.out.contains("sala event roster kampot-1"))
    #expect(bench.sala("event", "status", "--language", "km").out.contains("កំពត"))
    let twice = bench.sala("event", "new", "kampot-1", "--curriculum", "example")
    #expect(twice.code == 1 && twice.out.isEmpty && twice.err.contains("id-taken"))
    for id in ["", "Kampot 1", "ខេត្ត", "a/b", "../x"] {
      let bad = bench.sala("event", "new", id, "--curriculum", "example")
      #expect(bad.code == 1 && bad.err.contains("bad-id"), "\(id)")
    }
    #expect(bench.sala("event", "new", "e2", "--curriculum", "nowhere").code == 2)
    let drawn = bench.sala("event", "new", "e3", "--curriculum", "example", "--language", "km")
    #expect(drawn.code == 0 && drawn.out.contains("លេខចាប់ផ្តើម"))
  }

  @Test("a curriculum without forms has no events")
  func noForms() throws {
    let bench = Bench()
    try bench.course.writeItems { _ in "" }
    let run = bench.event()
    #expect(run.code == 1 && run.err.contains("'sala check' says why"))
  }

  @Test("a roster enrols in balance and gives each a code; a second one goes on")
  func roster() throws {
    let bench = Bench()
    bench.event()
    let file = try bench.write(
      "sex,province,organisation,role\nF,kampot,office,officer\nស្រី,kampot,office,chief\n"
        + "M,siem-reap,network,\n,,,\n", to: "roster.csv")
    let run = bench.sala("event", "roster", "e1", file, "--format", "csv")
    #expect(run.code == 0, "\(run.err)")
    let learners = Bench.learners(run)
    #expect(learners.count == 4 && Set(learners.map(\.code)).count == 4)
    #expect(learners.count { $0.pre == "example-a" } == 2)
    #expect(learners.allSatisfy { $0.pre != $0.post })
    let text = bench.sala("event", "roster", "e1", "--count", "2", "--language", "km")
    #expect(text.code == 0 && text.out.contains(EventWords.code.km))
    let json = bench.sala("event", "roster", "e1", "--count", "1", "--format", "json").json
    #expect(json["tables"]["roster"]["rows"][0]["number"].number == 7)
    #expect(bench.sala("event", "status", "e1").out.contains(learners[0].code))
  }

  @Test("names are refused, and every bad row is named; nobody is enrolled by half")
  func badRosters() throws {
    let bench = Bench()
    bench.event()
    let names = try bench.write("name,sex\nSomebody,F\n", to: "names.csv")
    let refused = bench.sala("event", "roster", "e1", names)
    #expect(refused.code == 1 && refused.out.isEmpty && refused.err.contains("names-not-stored"))
    let rows = try bench.write("code,sex\n,F\nABCD-2345,X?\n,M,extra\n", to: "rows.csv")
    let bad = bench.sala("event", "roster", "e1", rows)
    #expect(bad.code == 1 && bad.err.contains("rows.csv:3:") && bad.err.contains("rows.csv:4:"))
    #expect(bench.sala("event", "roster", "e1", bench.path("none.csv")).code == 2)
    let empty = try bench.write("", to: "empty.csv")
    #expect(bench.sala("event", "roster", "e1", empty).code == 1)
    #expect(bench.sala("event", "roster", "e2", "--count", "1").code == 1)
    let status = bench.sala("event", "status", "--format", "json")
    #expect(status.json["tables"]["events"]["rows"][0]["learners"].number == 0)
  }

  @Test("what is open can be closed, what is unusual is said")
  func openAndClose() throws {
    let bench = Bench()
    bench.event()
    let empty = bench.sala("event", "open", "e1", "--occasion", "post")
    #expect(empty.code == 0 && empty.err.contains("no-learners"))
    #expect(empty.err.contains("occasion-skipped") && empty.out.contains("is open"))
    #expect(bench.sala("event", "open", "e1", "--occasion", "post").code == 1)
    #expect(bench.sala("event", "close", "e1", "--occasion", "pre").code == 1)
    let closed = bench.sala("event", "close", "e1", "--occasion", "post", "--language", "km")
    #expect(closed.code == 0 && closed.out.contains("បានបិទ"))
    let learner = try #require(bench.roster(1).first)
    for occasion in ["pre", "follow-up"] {
      #expect(bench.sala("event", "open", "e1", "--occasion", occasion).code == 0)
    }
    let open = bench.sala("event", "status", "--format", "csv")
    #expect(open.out.contains("pre follow-up"))
    bench.sala("quiz", "--learner", learner.code, "--occasion", "pre", input: ["."])
    let underWay = bench.sala("event", "close", "e1", "--occasion", "pre")
    #expect(underWay.code == 0 && underWay.err.contains("under-way"))
    #expect(bench.sala("event", "status", "e1").out.contains("begun"))
    #expect(bench.sala("event", "status", "e7").code == 1)
    #expect(bench.sala("event", "open", "e7", "--occasion", "pre").err.contains("e1"))
  }

  @Test("every occasion has a name in both languages")
  func names() {
    #expect(EventWords.occasion(.practice).en == "practice")
    #expect(Set([.pre, .post, .followUp, .practice].map { EventWords.occasion($0).km }).count == 4)
  }

  @Test("status does not make a store where there is none")
  func noStore() {
    let bench = Bench()
    let run = bench.sala("event", "status")
    #expect(run.code == 2 && run.out.isEmpty && run.err.contains("→"))
    #expect(Files.names(bench.store).isEmpty)
    #expect(bench.sala("event", "status", "--store", bench.path("other")).code == 2)
  }

  @Test("a machine without a name of its own gets one, and keeps it")
  func device() {
    let bench = Bench()
    bench.environment["SALA_DEVICE"] = nil
    bench.event()
    let journals = Files.names(bench.store + "/journals")
    #expect(journals.count == 1 && journals != ["bench.journal"])
    #expect(bench.event("e2").code == 0)
    #expect(Files.names(bench.store + "/journals") == journals)
  }

  @Test("--store goes before SALA_STORE")
  func storeOption() {
    let bench = Bench()
    let other = bench.path("other")
    let run = bench.sala("event", "new", "e1", "--curriculum", "example", "--store", other)
    #expect(run.code == 0 && !Files.names(other).isEmpty && Files.names(bench.store).isEmpty)
  }
}
