import Testing

@testable import SalaCommand

/// A class of eight at one event, from the creation of the event to the report.
///
/// Forms have ten questions of one point. In percent of points, in the order of enrolment within
/// each order of the forms:
///
///     A then B: 40→60, 50→80, 30→40, 60→80   changes 20, 30, 10, 20   mean 20   s² = 200/3
///     B then A: 40→50, 60→80, 80→90, 20→20   changes 10, 20, 10,  0   mean 10   s² = 200/3
@Suite("A crossover from the event to the report")
struct CrossoverTests {
  static let firstThenSecond = [(4, 6), (5, 8), (3, 4), (6, 8)]
  static let secondThenFirst = [(4, 5), (6, 8), (8, 9), (2, 2)]

  /// Takes the whole class through both tests.
  static func classOfEight(_ bench: Bench) throws -> [Bench.Learner] {
    #expect(bench.event().code == 0)
    let learners = bench.roster(8)
    let ab = learners.filter { $0.pre == "example-a" }
    let ba = learners.filter { $0.pre == "example-b" }
    try #require(ab.count == 4 && ba.count == 4, "half take A then B, half B then A")
    #expect(ab.allSatisfy { $0.post == "example-b" } && ba.allSatisfy { $0.post == "example-a" })
    let people =
      zip(ab, firstThenSecond).map { ($0, $1) } + zip(ba, secondThenFirst).map { ($0, $1) }
    #expect(bench.sala("event", "open", "e1", "--occasion", "pre").code == 0)
    for (learner, (pre, _)) in people {
      let run = try bench.take(learner, learner.pre, right: pre)
      #expect(run.code == 0, "\(run)")
    }
    #expect(bench.sala("event", "close", "e1", "--occasion", "pre").code == 0)
    #expect(bench.sala("event", "open", "e1", "--occasion", "post").code == 0)
    for (learner, (_, post)) in people {
      let run = try bench.take(learner, learner.post, right: post)
      #expect(run.code == 0, "\(run)")
    }
    #expect(bench.sala("event", "close", "e1", "--occasion", "post").code == 0)
    return learners
  }

  @Test("the report's figures equal a hand computation")
  func figures() throws {
    let bench = Bench()
    _ = try Self.classOfEight(bench)
    let run = bench.sala("report", "pre-post", "--format", "json")
    #expect(run.code == 0 && run.err.isEmpty, "\(run.err)")
    let row = run.json["tables"]["headline"]["rows"][0]
    #expect(row["n"].number == 8)
    // Before 40, 50, 30, 60, 40, 60, 80, 20: 380/8. After 60, 80, 40, 80, 50, 80, 90, 20: 500/8.
    #expect(near(row["meanPre"].number, 47.5))
    #expect(near(row["meanPost"].number, 62.5))
    #expect(near(row["gain"].number, 15))
    // Deviations of the changes from 15: 5, 15, −5, 5, −5, 5, −5, −15; squares add up to 600,
    // s² = 600/7, SE = √(600/56) = 3.273268, t = √(225 · 56/600) = √21 = 4.582576, df = 7,
    // t(0.975; 7) = 2.364624, half = 7.740050.
    #expect(near(row["t"].number, 4.582576))
    #expect(row["df"].number == 7)
    #expect(near(row["interval"][0].number, 7.259950, 2e-6))
    #expect(near(row["interval"][1].number, 22.740050, 2e-6))
    #expect(near(row["p"].number, 0.00253600))
    // Seven changes are not zero and all of them positive: 2 · (1/2)⁷.
    #expect(near(row["wilcoxonP"].number, 1.0 / 64, 1e-12))
    // Squares about the means: 2550 before, 4150 after; √((2550 + 4150)/14) = 21.876275;
    // d = 15/21.876275 = 0.685674, J(7) = Γ(3.5)/(√3.5 · Γ(3)) = 0.888203, g = 0.609018.
    #expect(near(row["hedgesG"].number, 0.609018))
    // 15/(100 − 47.5).
    #expect(near(row["classGain"].number, 15 / 52.5))
  }

  @Test("the form effect and the change freed from it equal a hand computation")
  func formEffect() throws {
    let bench = Bench()
    _ = try Self.classOfEight(bench)
    let rows = bench.sala("report", "pre-post", "--format", "json")
      .json["tables"]["crossover"]["rows"]
    #expect(rows.array.count == 4)
    #expect(rows[0]["n"].number == 4 && near(rows[0]["estimate"].number, 20))
    #expect(rows[1]["n"].number == 4 && near(rows[1]["estimate"].number, 10))
    // (20 + 10)/2 = 15; SE = ½ √(200/12 + 200/12) = ½ √(100/3) = 2.886751; t = √27 = 5.196152;
    // equal variances of four and four: df = 6; t(0.975; 6) = 2.446912, half = 7.063625.
    #expect(near(rows[2]["estimate"].number, 15))
    #expect(near(rows[2]["t"].number, 5.196152))
    #expect(near(rows[2]["df"].number, 6))
    #expect(near(rows[2]["interval"][0].number, 7.936375, 2e-6))
    #expect(near(rows[2]["interval"][1].number, 22.063625, 2e-6))
    #expect(near(rows[2]["p"].number, 0.00202237))
    // (20 − 10)/2 = 5 with the same SE: t = √3, half as above.
    #expect(near(rows[3]["estimate"].number, 5))
    #expect(near(rows[3]["t"].number, 1.732051))
    #expect(near(rows[3]["interval"][0].number, -2.063625, 2e-6))
    #expect(near(rows[3]["p"].number, 0.13397460))
  }

  @Test("the report is there in every format, in both languages and by every grouping")
  func formats() throws {
    let bench = Bench()
    _ = try Self.classOfEight(bench)
    let text = bench.sala("report", "pre-post")
    #expect(text.code == 0 && text.out.contains("8 people took both tests"))
    #expect(text.out.contains("+15.0"))
    let khmer = bench.sala("report", "pre-post", "--language", "km")
    #expect(khmer.code == 0 && UsageTests.hasKhmer(khmer.out))
    let csv = bench.sala("report", "pre-post", "--format", "csv", "--excel")
    #expect(csv.code == 0 && csv.out.unicodeScalars.first == "\u{FEFF}")
    #expect(csv.out.hasSuffix("\r\n"), "RFC 4180: the last record ends, and nothing follows")
    let html = bench.sala("report", "pre-post", "--format", "html")
    #expect(
      html.code == 0 && html.out.lowercased().hasPrefix("<!doctype html>")
        && html.out.contains("<svg"))
    for grouping in [
      "province", "sex", "organisation", "role", "event", "form", "language", "competency",
      "module", "sex,province", "competency,module",
    ] {
      let run = bench.sala("report", "pre-post", "--by", grouping, "--format", "json")
      #expect(run.code == 0, "\(grouping): \(run.err)")
      #expect(run.json["tables"]["headline"]["rows"][0]["n"].number == 8)
      #expect(run.json["tables"].keys.count > 8, "\(grouping): \(run.json["tables"].keys)")
    }
    let wrong = bench.sala("report", "pre-post", "--by", "provinces")
    #expect(wrong.code == 2 && wrong.out.isEmpty && wrong.err.contains("province"))
    #expect(bench.sala("report", "pre-post", "--event", "e9").code == 1)
  }

  @Test("where everybody took A then B there is no change to report, and the code is 1")
  func oneOrderOnly() throws {
    let bench = Bench()
    _ = try Self.classOfEight(bench)
    bench.event("e2", seed: 6)
    let ab = bench.roster(8, event: "e2").filter { $0.pre == "example-a" }
    for occasion in ["pre", "post"] {
      bench.sala("event", "open", "e2", "--occasion", occasion)
      for learner in ab {
        let form = occasion == "pre" ? learner.pre : learner.post
        #expect(try bench.take(learner, form, right: 5, event: "e2").code == 0)
      }
      bench.sala("event", "close", "e2", "--occasion", occasion)
    }
    let run = bench.sala("report", "pre-post", "--event", "e2", "--format", "json")
    #expect(run.code == 1)
    #expect(run.err.contains("everybody took one form before and the other form after"))
    #expect(run.json["tables"]["headline"] == .null)
    #expect(run.json["tables"]["orders"]["rows"][0]["n"].number == 4)
    let khmer = bench.sala("report", "pre-post", "--event", "e2", "--language", "km")
    #expect(khmer.code == 1 && khmer.err.contains("មិនបង្ហាញបម្រែបម្រួលទេ"))
    // The other event is in balance and stays reportable by itself.
    #expect(bench.sala("report", "pre-post", "--event", "e1").code == 0)
  }

  @Test("without a test there is nothing to report, without a store nothing to read")
  func nothingYet() throws {
    let bench = Bench()
    #expect(bench.sala("report", "pre-post", "--curriculum", "example").code == 2)
    bench.event()
    let run = bench.sala("report", "pre-post")
    #expect(run.code == 1 && run.err.contains("nobody handed in both"))
  }

  @Test("the status of an event counts who handed in")
  func status() throws {
    let bench = Bench()
    let learners = try Self.classOfEight(bench)
    let all = bench.sala("event", "status", "--format", "json")
    let row = all.json["tables"]["events"]["rows"][0]
    #expect(row["event"].string == "e1" && row["learners"].number == 8)
    #expect(row["pre"].number == 8 && row["post"].number == 8 && row["follow-up"].number == 0)
    #expect(all.json["tables"]["progress"] == .null)
    let one = bench.sala("event", "status", "e1")
    #expect(one.code == 0 && learners.allSatisfy { one.out.contains($0.code) })
    #expect(one.out.contains("handed in"))
    let khmer = bench.sala("event", "status", "e1", "--language", "km", "--format", "html")
    #expect(khmer.code == 0 && khmer.out.contains("បានប្រគល់"))
  }
}
