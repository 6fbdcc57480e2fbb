import Terminal
import Testing
import Text

@testable import SalaCommand

@Suite("Schedules from the command line")
struct ScheduleCommandTests {
  /// A made-up instance: the women named can teach everything in the weeks named.
  private static func instance(weeksOfWomen: String = "[1, 2, 3, 4, 5]") -> String {
    func trainer(_ id: String, _ sex: String, _ weeks: String, _ km: [Int]) -> String {
      """
      {"id": "\(id)", "sex": "\(sex)", "competent": ["m1", "m2"], "availableWeeks": \(weeks),
       "travelKm": {"kampot": \(km[0]), "takeo": \(km[1]), "pursat": \(km[2])}}
      """
    }
    return """
      {"weeks": 5, "modules": ["m1", "m2"],
       "provinces": [{"id": "kampot"}, {"id": "takeo"}, {"id": "pursat"}],
       "trainers": [
      \(trainer("t1", "female", weeksOfWomen, [10, 40, 90])),
      \(trainer("t2", "female", weeksOfWomen, [80, 5, 30])),
      \(trainer("t3", "male", "[1, 2, 3, 4, 5]", [15, 60, 25])),
      \(trainer("t4", "male", "[1, 2, 3, 4, 5]", [70, 20, 35]))]}
      """
  }

  private static func bench(_ text: String = instance()) throws -> (Bench, String) {
    let bench = Bench()
    return (bench, try bench.write(text, to: "task.json"))
  }

  private static func sessions(_ json: JSON) -> [String] {
    json["sessions"].array.map { session in
      [
        session["province"].string ?? "?", session["module"].string ?? "?",
        "\(session["week"].number)",
        session["trainers"].array.compactMap(\.string).joined(separator: "+"),
      ].joined(separator: " ")
    }
  }

  @Test("the answer has its keys, keeps the rules, and has the same bytes for the same moves")
  func json() throws {
    let (bench, task) = try Self.bench()
    let call = ["cascade", "schedule", task, "--iterations", "400", "--format", "json"]
    let run = bench.run(call)
    #expect(run.code == 0 && run.err.isEmpty)
    #expect(run.json["status"].string == "optimal")
    #expect(run.json["objective"].number == run.json["bound"].number)
    let sessions = run.json["sessions"].array
    #expect(sessions.count == 6)
    var held: Set<String> = []
    for session in sessions {
      let trainers = session["trainers"].array.compactMap(\.string)
      #expect(Set(trainers).count == 2 && !Set(trainers).isDisjoint(with: ["t1", "t2"]))
      for trainer in trainers {
        #expect(held.insert("\(trainer) \(session["week"].number)").inserted)
      }
    }
    #expect(bench.run(call).out == run.out)
    let other = bench.run(call + ["--seed", "2"])
    #expect(other.json["objective"].number == run.json["objective"].number)
  }

  @Test("the other forms show the same sessions, in both languages")
  func forms() throws {
    let (bench, task) = try Self.bench()
    let call = ["cascade", "schedule", task, "--iterations", "200"]
    let csv = bench.run(call + ["--format", "csv"])
    #expect(csv.code == 0 && csv.lines.count { $0.contains("kampot") } == 2)
    #expect(bench.run(call + ["--format", "html"]).out.contains("</html>"))
    let khmer = bench.run(call + ["--language", "km"]).out
    #expect(UsageTests.hasKhmer(khmer) && Khmer.firstAbnormality(in: khmer) == nil)
    #expect(bench.run(call).out.contains("kampot"))
    let out = bench.path("answers")
    #expect(bench.run(call + ["--format", "json", "--out", out]).out.isEmpty)
    #expect(Files.names(out) == ["schedule.json"])
  }

  @Test("calendars are one for each trainer, and need a first day and a folder")
  func calendars() throws {
    let (bench, task) = try Self.bench()
    let call = ["cascade", "schedule", task, "--iterations", "200", "--format", "ics"]
    #expect(bench.run(call).code == 2)
    #expect(bench.run(call + ["--start", "2027-01-04"]).code == 2)
    #expect(bench.run(call + ["--start", "soon", "--out", bench.path("c")]).code == 2)
    let run = bench.run(call + ["--start", "2027-01-04", "--out", bench.path("c")])
    #expect(run.code == 0 && run.out.isEmpty)
    let names = Files.names(bench.path("c"))
    #expect((2...4).contains(names.count) && names.allSatisfy { $0.hasSuffix(".ics") })
  }

  @Test("where there is none, the exit code is 1 and the women and their weeks are named")
  func none() throws {
    let (bench, task) = try Self.bench(Self.instance(weeksOfWomen: "[2, 3]"))
    let call = ["cascade", "schedule", task, "--iterations", "400"]
    let run = bench.run(call + ["--format", "json"])
    #expect(run.code == 1 && run.json["status"].string == "infeasible")
    #expect(run.json["sessions"].array.isEmpty)
    #expect(!run.json["reasons"].array.isEmpty && !run.json["remedies"].array.isEmpty)
    let text = bench.run(call)
    #expect(text.code == 1 && text.out.contains("t1") && text.out.contains("woman"))
    let khmer = bench.run(call + ["--language", "km"])
    #expect(khmer.code == 1 && khmer.out.contains("ស្ត្រី") && khmer.out.contains("t1"))
    #expect(Khmer.firstAbnormality(in: khmer.out) == nil)
    // A table of no sessions still says why, where people look.
    let csv = bench.run(call + ["--format", "csv"])
    #expect(csv.code == 1 && csv.err.contains("woman"))
  }

  @Test("planning again without a trainer changes what it must and says so; locks stay")
  func again() throws {
    let (bench, task) = try Self.bench()
    let call = ["cascade", "schedule", task, "--iterations", "400", "--format", "json"]
    let first = bench.run(call)
    let answer = try bench.write(first.out, to: "answer.json")
    let same = bench.run(call + ["--replan", answer])
    #expect(same.code == 0 && same.json["changes"].array.isEmpty)
    #expect(Self.sessions(same.json) == Self.sessions(first.json))
    let ill = bench.run(call + ["--replan", answer, "--without", "t3"])
    #expect(ill.code == 0 && !ill.json["changes"].array.isEmpty)
    #expect(!Self.sessions(ill.json).contains { $0.contains("t3") })
    let locked = bench.run(call + ["--locked", answer, "--seed", "5"])
    #expect(locked.code == 0 && Self.sessions(locked.json) == Self.sessions(first.json))
    #expect(bench.run(call + ["--without", "t9"]).code == 2)
    #expect(bench.run(call + ["--without", "t1:7"]).code == 2)
  }

  @Test("the program for other solvers is written beside the answer")
  func program() throws {
    let (bench, task) = try Self.bench()
    let file = bench.path("task.lp")
    let run = bench.sala("cascade", "schedule", task, "--iterations", "1", "--write-lp", file)
    #expect(run.code == 0)
    let text = Files.text(file)
    for part in ["Minimize", "Subject To", "Binary", "End"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("what is wrong in a file is refused with its place; limits out of range too")
  func refused() throws {
    let (bench, task) = try Self.bench(
      Self.instance().replacing("\"weeks\": 5", with: "\"weeks\": 0"))
    let run = bench.sala("cascade", "schedule", task)
    #expect(run.code == 1 && run.out.isEmpty && run.err.contains("task.json"))
    #expect(bench.sala("cascade", "schedule", bench.path("none.json")).code == 2)
    for limit in [["--time-limit", "0"], ["--time-limit", "nan"], ["--iterations", "0"]] {
      #expect(bench.run(["cascade", "schedule", task] + limit).code == 2, "\(limit)")
    }
  }

  @Test("the curriculum's own plan is scheduled, and what is supposed is said")
  func plan() {
    let run = Bench().sala(
      "cascade", "schedule", Bench.real + "/cascade.yaml", "--iterations", "50", "--format", "json")
    #expect(run.code == 0 && !run.json["sessions"].array.isEmpty, "\(run.err)")
    #expect(!run.err.isEmpty)
  }
}
