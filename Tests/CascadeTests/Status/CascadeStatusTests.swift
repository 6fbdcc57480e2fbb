import Assessment
import Document
import Psychometrics
import Records
import Source
import Testing
import Text

@testable import Cascade
@testable import Curriculum

@Suite("What happened in a cascade, from facts")
struct CascadeStatusTests {
  // MARK: Lineage

  @Test("Generations are one above the lowest trainer's; descendants count once")
  func lineage() {
    let lineage = CascadeLineage(
      [("m", "a"), ("m", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("m", "d"), ("a", "a")],
      people: ["alone"])
    #expect(lineage.generations == ["m": 0, "a": 1, "b": 1, "c": 2, "d": 1, "alone": 0])
    #expect(lineage.descendants(of: "m") == ["a", "b", "c", "d"])
    #expect(lineage.descendants(of: "b") == ["c", "d"])
    #expect(lineage.descendants(of: "alone").isEmpty)
    #expect(lineage.circles.isEmpty)
  }

  @Test("A circle is found, whoever hangs on it, and nothing runs for ever")
  func circle() {
    let lineage = CascadeLineage([
      ("m", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "z"), ("x", "y"), ("y", "x"),
    ])
    #expect(lineage.circles == [["a", "b", "c"], ["x", "y"]])
    #expect(lineage.generations["c"] == 3)
    #expect(lineage.generations["x"] == nil)
    #expect(lineage.descendants(of: "a") == ["b", "c", "z"])
    #expect(CascadeLineage([]).generations.isEmpty)
  }

  @Test("Random lineages: every generation is one above the lowest of its trainers")
  func randomLineages() {
    for seed in 1...50 {
      var chance = SeededGenerator(seed: UInt64(seed))
      let edges = (0..<60).map { _ -> (trainer: String, learner: String) in
        let high = chance.index(below: 30) + 1
        return ("p\(chance.index(below: high))", "p\(high)")
      }
      let lineage = CascadeLineage(edges)
      #expect(lineage.circles.isEmpty, "seed \(seed)")
      for (code, trainers) in lineage.trainers {
        let least = trainers.compactMap { lineage.generations[$0] }.min()
        #expect(lineage.generations[code] == least.map { $0 + 1 }, "seed \(seed)")
        #expect(trainers.allSatisfy { lineage.descendants(of: $0).contains(code) })
      }
    }
  }

  @Test("Attendance makes the lineage; a trainer of one day taught those of that day alone")
  func days() throws {
    var facts = StatusFacts()
    facts.event("e", generation: 1, trainers: ["t"], learners: ["a", "b"], attendance: false)
    for (code, day, presence) in [
      ("a", 1, AttendanceRecord.Presence.half), ("b", 1, .absent), ("b", 2, .full),
    ] {
      let record = facts.say(
        AttendanceRecord(event: "e", code: code, day: day, presence: presence))
      facts.statements.attendance.append(record)
    }
    let second = facts.say(AssignmentRecord(event: "e", code: "s", role: .co, days: [2]))
    facts.statements.assignments.append(second)
    let lineage = try facts.report().lineage
    #expect(lineage.learners["t"] == ["a", "b"])
    #expect(lineage.learners["s"] == ["b"])
  }

  @Test("Without attendance, whoever is enrolled and has a test that counts was there")
  func withoutAttendance() throws {
    var facts = StatusFacts()
    facts.event("e", generation: 1, trainers: ["t"], learners: ["a", "b"], attendance: false)
    facts.test("e", "a", .post, 60)
    let report = try facts.report()
    #expect(report.lineage.learners["t"] == ["a"])
    #expect(report.generations.first { $0.number == 1 }?.reach == 1)
  }

  // MARK: Reach and drop-off

  @Test("Planned, held and cancelled; a person is reached once")
  func reach() throws {
    var facts = StatusFacts.cascade()
    facts.event("later", generation: 2, trainers: ["A00"], learners: [], status: .planned)
    facts.event("never", generation: 2, trainers: ["A00"], learners: ["B000"], status: .cancelled)
    facts.event("again", generation: 2, trainers: ["A01"], learners: ["B000", "B001"])
    let second = try #require(try facts.report().generations.first { $0.number == 2 })
    #expect(second.held == 9)
    #expect(second.planned == 1)
    #expect(second.cancelled == 1)
    #expect(second.reach == 80)
    #expect(second.target == 100)
  }

  @Test("Stages never grow; small groups are hidden, and never one alone")
  func dropOff() throws {
    var facts = StatusFacts.cascade()
    facts.people += [PersonAttributes(code: "Z", province: "kep")]
    facts.event("few", generation: 1, trainers: ["M1"], learners: ["Z"])
    let certificate = facts.say(
      CertificationRecord(code: "A00", modules: ["m"], from: "2027-01-05", until: "2027-08-01"))
    facts.statements.certifications.append(certificate)
    let rows = try facts.report(by: .province).dropOff
    for row in rows {
      #expect(row.enrolled >= row.attended && row.attended >= row.tested)
      #expect(row.tested >= row.certified)
    }
    #expect(rows[0].enrolled == 113)
    #expect(rows[0].certified == 1)
    #expect(rows.first { $0.group == "kep" }?.isHidden == true)
    #expect(rows.count { $0.isHidden } == 2)
  }

  // MARK: Learning

  @Test("Pairs, gains and decay of made-up facts, seed 7, passed on 0.8")
  func learning() throws {
    let report = try StatusFacts.cascade(seed: 7).report()
    #expect(report.learning.map(\.people) == [112, 32, 80])
    let first = report.learning[1]
    #expect((first.after - first.before - 25).magnitude < 5)
    #expect(first.gain.clusters == 4)
    let decay = try report.decay.get()
    #expect(decay.clusters == 12 && decay.people == 112)
    #expect(decay.interval.low < 0.8 && decay.interval.high > 0.8)
    #expect((decay.passed - 0.8).magnitude < 0.15)
    #expect(report.trainerEffects.map(\.trainer) == report.trainerEffects.map(\.trainer).sorted())
    #expect(report.trainerEffects.count == 10)
    for effect in report.trainerEffects { #expect((0...1).contains(effect.effect.kept)) }
  }

  @Test("Few learners are named and not shown; nothing at all is no trap")
  func few() throws {
    var facts = StatusFacts.cascade()
    facts.event("few", generation: 1, trainers: ["Q"], learners: ["x", "y"])
    facts.tests("few", ["x", "y"], gain: 10)
    #expect(try facts.report().trainersWithFew == ["Q"])
    let empty = try StatusFacts().report()
    #expect(throws: GenerationDecay.Refusal.generations(0)) { try empty.decay.get() }
    #expect(empty.learning.map(\.people) == [0])
    #expect(empty.fidelity.pearson.reason == .tooFew(needed: 3))
  }

  @Test("Observed delivery against gains, over events")
  func fidelity() throws {
    var facts = StatusFacts.cascade()
    for (group, level) in [(0, 1), (1, 2), (2, 3), (3, 3)] {
      let record = facts.say(
        ObservationRecord(
          event: "g1-\(group)", trainer: "M1", observer: "O", rubric: "r", rubricVersion: "1",
          levels: ["c": level], calibrated: true))
      facts.statements.observations.append(record)
    }
    let fidelity = try facts.report().fidelity
    #expect(fidelity.n == 4)
    let seen = try #require(fidelity.pearson.value)
    // A rubric whose best level stands first turns the sign, once its version is known.
    let rubric = Rubric(
      id: "r", title: LocalizedText(same: "r"),
      criteria: [
        .init(
          id: "c", title: LocalizedText(same: "c"),
          levels: [3, 2, 1, 0].map { .init(points: $0, text: LocalizedText(same: "")) })
      ])
    facts.rubrics = [rubric]
    #expect(try facts.report().fidelity.pearson.value == seen)
    for place in facts.statements.observations.indices {
      facts.statements.observations[place].record.rubricVersion = rubric.scaleVersion
    }
    let turned = try #require(try facts.report().fidelity.pearson.value)
    #expect((turned + seen).magnitude < 1e-9)
  }

  // MARK: Support

  @Test("Certificates that end within 90 days, and training that lies too far back")
  func support() throws {
    var facts = StatusFacts.cascade()
    for (code, until) in [("A00", "2027-08-30"), ("A01", "2027-08-31"), ("A10", "2027-05-01")] {
      let record = facts.say(
        CertificationRecord(code: code, modules: ["m"], from: "2027-01-05", until: until))
      facts.statements.certifications.append(record)
    }
    var plan = Plans.plan(trainers: 2, [.init(target: 40), .init(target: 100)])
    plan.fidelity = CascadePlan.Fidelity(
      passed: nil, monthlyLoss: Figure(0.1, .assumption), floor: Figure(0.7, .assumption))
    let report = try facts.report(plan)
    #expect(report.endingCertificates.map(\.code) == ["A00", "A10"])
    #expect(report.endingCertificates.map(\.days) == [90, -31])
    // log 0.7 / log 0.9 = 3.385…
    #expect(((report.refreshAfter ?? 0) - 3.385).magnitude < 0.001)
    #expect(report.refreshers.map(\.code).contains("A00"))
    #expect(report.refreshers.allSatisfy { $0.left < 0.7 })
    #expect(report.lineagesSeen.enough == 10)
    #expect(try facts.report(plan, date: "2027-02-01").refreshers.isEmpty)
  }

  @Test("What cannot have happened is found")
  func findings() throws {
    var facts = StatusFacts()
    facts.event("one", generation: 1, trainers: ["a"], learners: ["b"])
    facts.event("two", generation: 1, trainers: ["b"], learners: ["a", "b"], date: "2027-02-01")
    facts.event("three", generation: 1, trainers: [], learners: ["c"], date: "2027-03-01")
    let codes = Set(try facts.report().findings.map(\.code))
    #expect(
      codes.isSuperset(of: ["lineage-circle", "teaches-and-learns", "event-without-trainer"]))
  }

  @Test("The document says it in both languages, and the same in any order of facts")
  func document() throws {
    let facts = StatusFacts.cascade()
    for grouping in CascadeStatusReport.Grouping.allCases {
      let document = CascadeStatus.document(for: try facts.report(by: grouping))
      #expect(document.isSynthetic)
      #expect(
        document.tables.allSatisfy { table in
          table.rows.allSatisfy { $0.count == table.columns.count }
        })
      #expect(document.plots.contains { $0.id == "provinces" } == (grouping == .province))
      var turned = facts
      turned.attempts.reverse()
      turned.people.reverse()
      #expect(CascadeStatus.document(for: try turned.report(by: grouping)) == document)
    }
  }
}
