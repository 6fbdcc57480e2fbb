import Records
import Testing
import Text

@testable import SalaCommand

@Suite("Events from roster to follow-up")
struct DeliveryCommandTests {
  /// An event of five people with dates, and a rubric and a form beside the questions.
  private static func bench() throws -> (Bench, [Bench.Learner]) {
    let bench = Bench()
    let folder = bench.course.folder + "/assessments/example/"
    try Files.write(
      Files.text(
        Bench.root
          + "/assessments/innovation-for-local-administration/rubrics/delivery-observation.yaml"),
      to: folder + "rubrics/delivery-observation.yaml")
    try Files.write(
      """
      format: 1
      id: follow-up
      title: {en: Follow-up, km: តាមដាន}
      respondents: [participant, supervisor]
      months: {from: 3, to: 6}
      review: [km]
      scales:
        - id: often
          levels:
            - {value: 1, text: {en: Never, km: មិនដែល}}
            - {value: 2, text: {en: Often, km: ញឹកញាប់}}
      questions:
        - {id: uses, kind: scale, scale: often, text: {en: Uses it., km: ប្រើវា។}}
        - {id: why, kind: text, text: {en: Why?, km: ហេតុអ្វី?}}

      """, to: folder + "surveys/follow-up.yaml")
    let run = bench.sala(
      "event", "new", "e1", "--curriculum", "example", "--seed", "5", "--modules", "all", "--from",
      "2026-11-25", "--to", "2026-11-26", "--venue", "Hall", "--province", "Kampot", "--trainers",
      "ts,co1")
    #expect(run.code == 0, "\(run.err)")
    return (bench, bench.roster(5))
  }

  private func rows(_ bench: Bench, _ table: String) -> JSON {
    bench.sala("event", "status", "e1", "--format", "json").json["tables"][table]["rows"]
  }

  @Test("what an event is, who teaches and when it began stand in its status")
  func details() throws {
    let (bench, _) = try Self.bench()
    #expect(rows(bench, "trainers")[0]["code"].string == "ts")
    #expect(rows(bench, "trainers")[1]["role"].string == "co")
    let described = bench.sala(
      "event", "describe", "e1", "--status", "held", "--venue", "សាលាខេត្ត", "--taught-in", "km")
    #expect(described.code == 0, "\(described.err)")
    #expect(bench.sala("event", "describe", "e1", "--status", "held").err.contains("known-already"))
    #expect(bench.sala("event", "describe", "e1").code == 2)
    let bad = bench.sala(
      "event", "describe", "e1", "--modules", "zzz", "--to", "2026-11-20", "--province", "Atlantis")
    #expect(bad.code == 1 && bad.out.isEmpty)
    for code in ["unknown-module", "unknown-province"] { #expect(bad.err.contains(code)) }
    #expect(bench.sala("event", "assign", "e1", "--trainer", "ts", "--withdraw").code == 0)
    #expect(rows(bench, "trainers")[0]["code"].string == "co1")
    #expect(bench.sala("event", "assign", "e1", "--trainer", "Sok Dara").code == 1)
    #expect(
      bench.sala("event", "assign", "e1", "--trainer", "co1", "--days", "3").err
        .contains("day-outside"))
    let text = bench.sala("event", "status", "e1", "--language", "km")
    #expect(text.code == 0 && text.out.contains("សាលាខេត្ត"))
    #expect(bench.sala("event", "new", "e9", "--curriculum", "example", "--from", "x").code == 1)
    #expect(bench.sala("event", "status", "e9").code == 1)
  }

  @Test("at a terminal a new event asks for what was not said, and again after a mistake")
  func interview() {
    let bench = Bench()
    bench.isInteractive = true
    let run = bench.sala(
      "event", "new", "e1", "--curriculum", "example",
      input: [
        "Kampot", "កំពត", "all", "2026-13-01", "2026-11-25", "", "សាលាខេត្ត", "កំពត",
      ])
    #expect(run.code == 0 && run.err.contains("bad-day"), "\(run.err)")
    bench.isInteractive = false
    let status = bench.sala("event", "status", "e1").out
    for word in ["Kampot", "2026-11-25", "សាលាខេត្ត", "kampot"] { #expect(status.contains(word)) }
  }

  @Test("cards carry code, number, event and a place for the name, and no form")
  func cards() throws {
    let (bench, learners) = try Self.bench()
    let path = bench.path("cards.html")
    let run = bench.sala("event", "cards", "e1", "--out", path)
    #expect(run.code == 0 && run.lines == [path], "\(run.err)")
    let page = Files.text(path)
    for learner in learners { #expect(page.contains(">\(learner.code)<")) }
    #expect(page.contains("ឈ្មោះ") && page.contains("Name") && page.contains("លេខរៀង ៥"))
    #expect(!page.contains("example-a") && !page.contains("example-b"))
    let some = bench.sala("event", "cards", "e1", "--learner", "2-3").out
    #expect(some.contains(learners[1].code) && !some.contains(learners[0].code))
    #expect(bench.sala("event", "cards", "e1", "--learner", "9").code == 1)
  }

  @Test("at a terminal the quiz shows who sits down, and begins only with a yes")
  func identity() throws {
    let (bench, learners) = try Self.bench()
    try bench.write("code,office,province\n\(learners[0].code),Planning,kampot\n", to: "people.csv")
    #expect(bench.sala("records", "import", "people", bench.path("people.csv")).code == 0)
    bench.sala("event", "open", "e1", "--occasion", "pre")
    bench.isInteractive = true
    let call = ["quiz", "--learner", learners[0].code, "--linear", "--language", "km"]
    let no = bench.run(call, input: ["?", "n"])
    #expect(no.code == 1 && no.out.contains("Planning") && no.out.contains("កំពត"), "\(no.out)")
    #expect(no.out.contains("លេខរៀង ១"))
    #expect(bench.run(call, input: ["", "", ""]).code == 1)
    #expect(rows(bench, "attempts")[0]["code"].string == nil)
    let yes = bench.run(call, input: ["y", "1", "."])
    #expect(yes.code == 0, "\(yes.err)")
    #expect(rows(bench, "attempts")[0]["code"].string == learners[0].code)
    // From a file nobody is asked.
    #expect(try bench.take(learners[1], learners[1].pre, right: 3).code == 0)
  }

  @Test("retakes, late pre-tests, declined and set-aside tests are marked and stay out")
  func marks() throws {
    let (bench, learners) = try Self.bench()
    bench.sala("event", "open", "e1", "--occasion", "pre")
    for learner in learners.prefix(3) {
      #expect(try bench.take(learner, learner.pre, right: 3).code == 0)
    }
    #expect(try bench.take(learners[0], learners[0].pre, right: 9).code == 0)
    let taught = bench.sala("event", "teach", "e1")
    #expect(taught.code == 0 && taught.out.contains("began at"), "\(taught.err)")
    #expect(try bench.take(learners[3], learners[3].pre, right: 3).code == 0)
    #expect(
      bench.sala("event", "decline", "e1", "--learner", learners[1].code, "--by", "ts").code == 0)
    let attempts = rows(bench, "attempts")
    let all = (0..<5).map { attempts[$0] }
    let third = all.first { $0["code"].string == learners[2].code }?["attempt"].string ?? ""
    #expect(
      bench.sala("results", "set-aside", third, "--reason", "another person sat there").code == 0)
    let marks = rows(bench, "attempts")
    let found = (0..<5).compactMap { marks[$0]["marks"].string }.sorted()
    #expect(
      found == ["", "declined", "late after-teaching", "retake", "set-aside"].sorted(), "\(found)")
    let export = bench.sala("results", "export").lines
    #expect(export.contains { $0.contains(",late after-teaching,") })
    bench.sala("event", "close", "e1", "--occasion", "pre")
    bench.sala("event", "open", "e1", "--occasion", "post")
    for learner in learners.prefix(4) {
      #expect(try bench.take(learner, learner.post, right: 6).code == 0)
    }
    let report = bench.sala("report", "pre-post", "--format", "json").json["tables"]
    let left = report["leftOut"]["rows"][0]
    #expect(left["retakes"].number == 1 && left["afterTeaching"].number == 1)
    #expect(left["setAside"].number == 1 && left["declined"].number == 1)
    #expect(report["attrition"]["rows"][0]["matched"].number == 1)
    let late = bench.sala("report", "pre-post", "--format", "json", "--include-late-pre-tests")
    #expect(late.json["tables"]["attrition"]["rows"][0]["matched"].number == 2)
    #expect(
      bench.sala("results", "set-aside", third, "--reason", "it was her", "--restore").code == 0)
    #expect(bench.sala("event", "decline", "e1", "--learner", "2", "--agree").code == 0)
    let back = bench.sala("report", "pre-post", "--format", "json").json["tables"]
    #expect(back["attrition"]["rows"][0]["matched"].number == 3)
    #expect(bench.sala("results", "set-aside", "nothing-1", "--reason", "x").code == 1)
  }

  @Test("attendance, teams and observations by the command line and by tables")
  func days() throws {
    let (bench, learners) = try Self.bench()
    let first = bench.sala(
      "event", "attend", "e1", "--day", "1", "--present", "all", "--absent", "2", "--half",
      learners[2].code)
    #expect(first.code == 0 && first.out.contains("3 all day, 1 half the day, 1 absent"))
    #expect(bench.sala("event", "attend", "e1", "--day", "3", "--present", "all").code == 1)
    #expect(
      bench.sala("event", "attend", "e1", "--day", "2", "--present", "1,2", "--absent", "2").err
        .contains("named-twice"))
    #expect(bench.sala("event", "attend", "e1", "--day", "2").code == 2)
    let table = try bench.write(
      "code,day,presence\n\(learners[0].code),2,full\n\(learners[1].code),2,absent\n", to: "a.csv")
    #expect(bench.sala("event", "attend", "e1", table).code == 0)
    let again = bench.sala("event", "attend", "e1", table)
    #expect(again.code == 0 && again.out.contains("0 new facts; 2 rows"))
    let days = rows(bench, "attendance")
    #expect(days[0]["full"].number == 3 && days[1]["unknown"].number == 3)
    let team = bench.sala("event", "team", "e1", "team-1", "--members", "1-3")
    #expect(team.code == 0, "\(team.err)")
    #expect(rows(bench, "teams")[0]["members"].string?.contains(learners[2].code) == true)
    #expect(bench.sala("event", "team", "e1", "team-1", "--dissolve").code == 0)
    let levels = ["outcomes", "content", "participation", "respect", "practice", "time"]
    let call = ["event", "observe", "e1", "--trainer", "ts", "--observer", "o1", "--calibrated"]
    let seen = bench.run(call + levels.flatMap { ["--level", "\($0)=2"] })
    #expect(seen.code == 0 && seen.err.isEmpty, "\(seen.err)")
    let nothing = bench.run(call)
    #expect(nothing.code == 1 && nothing.out.contains("outcomes=1"))
    #expect(rows(bench, "observations")[0]["levels"].string?.hasPrefix("content=2") == true)
  }

  @Test("certification, roles, follow-up and its response rates")
  func followUp() throws {
    let (bench, learners) = try Self.bench()
    let certified = bench.sala(
      "event", "certify", "--trainer", "ts", "--modules", "all", "--from", "2026-11-26", "--until",
      "2028-11-25", "--rule", "two observed sessions", "--curriculum", "example")
    #expect(certified.code == 0, "\(certified.err)")
    let check = bench.sala("records", "check")
    #expect(check.code == 0 && check.err.contains("taught-uncertified"), "\(check.err)")
    #expect(bench.sala("event", "role", "ts", "--role", "master-trainer").code == 0)
    #expect(bench.sala("event", "role", "ts", "--role", "observer", "--withdraw").code == 1)
    #expect(bench.sala("event", "ask", "e1", "--form", "follow-up").code == 2)
    let asked = bench.sala(
      "event", "ask", "e1", "--form", "follow-up", "--respondent", "supervisor", "--learner", "1-4",
      "--date", "2027-03-01")
    #expect(asked.code == 0 && asked.err.isEmpty, "\(asked.err)")
    #expect(
      bench.sala(
        "event", "ask", "e1", "--form", "follow-up", "--respondent", "supervisor", "--date",
        "2026-12-01"
      ).err.contains("outside-months"))
    let table = try bench.write(
      "code,respondent,uses,why\n\(learners[0].code),supervisor,2,ល្អ\n"
        + "\(learners[1].code),supervisor,1,\n", to: "answers.csv")
    let call = ["event", "answer", "e1", table, "--form", "follow-up", "--date", "2027-03-20"]
    #expect(bench.run(call).code == 0)
    #expect(bench.run(call).out.contains("0 new facts"))
    let row = rows(bench, "responses")[0]
    #expect(row["asked"].number == 5 && row["answered"].number == 2 && row["rate"].number == 40)
    let bad = try bench.write("code,respondent,uses\n\(learners[0].code),peer,7\n", to: "bad.csv")
    let refused = bench.sala("event", "answer", "e1", bad, "--form", "follow-up")
    #expect(refused.code == 1 && refused.err.contains("bad.csv:2:"), "\(refused.err)")
  }

  @Test("what is wrong with a form about behaviour is found by the check")
  func badForm() throws {
    let (bench, _) = try Self.bench()
    let path = bench.course.folder + "/assessments/example/surveys/other.yaml"
    try Files.write(
      """
      format: 1
      id: wrong-name
      title: {en: Other}
      respondents: [participant, teacher]
      months: {from: 6, to: 3}
      scales:
        - {id: one, levels: [{value: 1, text: {en: a, km: ក}}, {value: 1, text: {en: b, km: ខ}}]}
      questions:
        - {id: a, kind: scale, scale: none, text: {en: a, km: ក}}
        - {id: b, kind: scale, scale: one, competency: XYZ, text: {en: a, km: ក}}
        - {id: b, kind: text, text: {en: a, km: ក}}

      """, to: path)
    let check = bench.sala("check", bench.course.folder)
    #expect(check.code == 1)
    for code in [
      "wrong-id", "unknown-value", "bad-months", "bad-scale", "unknown-scale", "unknown-competency",
      "duplicate-id", "missing-translation",
    ] {
      #expect(check.err.contains(code), "\(code): \(check.err)")
    }
  }

  @Test("a mistyped code is joined to its person, and taken back")
  func link() throws {
    let (bench, learners) = try Self.bench()
    let (wrong, right) = (learners[4].code, learners[0].code)
    let call = ["records", "link", "--from", wrong, "--to", right, "--reason", "mistyped"]
    #expect(bench.run(call).code == 0)
    let back = ["records", "link", "--from", right, "--to", wrong, "--reason", "x"]
    #expect(bench.run(back).err.contains("link-circle"))
    bench.sala("event", "open", "e1", "--occasion", "pre")
    #expect(try bench.take(learners[4], learners[4].pre, right: 4).code == 0)
    #expect(rows(bench, "attempts")[0]["code"].string == right)
    let undo = ["records", "link", "--from", wrong, "--to", wrong, "--reason", "two people"]
    #expect(bench.run(undo).code == 0)
    #expect(rows(bench, "attempts")[0]["code"].string == wrong)
  }

  @Test("tables of every kind are imported whole, named by line, and again without effect")
  func imports() throws {
    let (bench, learners) = try Self.bench()
    let tables = [
      "events": "event,title,from,to,modules\nk-2,Kampot,2026-12-01,2026-12-02,all\n",
      "people": "code,sex,born,sector\n\(learners[0].code),F,1985,cso\n",
      "assignments": "event,trainer,role\ne1,ts,co\n",
      "attendance": "event,code,day,presence\ne1,\(learners[0].code),1,full\n",
      "observations":
        "event,trainer,observer,rubric,levels\n"
        + "e1,ts,o1,delivery-observation,outcomes=1 content=1 participation=1 respect=1 practice=1 time=1\n",
    ]
    for (kind, text) in tables.sorted(by: { $0.key < $1.key }) {
      let file = try bench.write(text, to: kind + ".csv")
      let run = bench.sala("records", "import", kind, file, "--curriculum", "example")
      #expect(run.code == 0 && !run.out.contains(" 0 new facts"), "\(kind): \(run.out)\(run.err)")
      let again = bench.sala("records", "import", kind, file, "--curriculum", "example")
      #expect(again.code == 0 && again.out.contains(" 0 new facts"), "\(kind): \(again.out)")
      let bad = try bench.write(text + "x\n", to: "bad.csv")
      #expect(bench.sala("records", "import", kind, bad, "--curriculum", "example").code == 1)
    }
    let ratings = try bench.write(
      "code,event,occasion,item,rater,levels\n\(learners[0].code),e1,pre,zzz,ts,a=1\n", to: "r.csv")
    let run = bench.sala("records", "import", "ratings", ratings, "--curriculum", "example")
    #expect(run.code == 1 && run.err.contains("unknown-item") && run.err.contains("^"))
    #expect(bench.sala("records", "import", "people", bench.path("none.csv")).code == 2)
    #expect(bench.sala("records", "check").code == 0)
  }
}

@Suite("The forms and rubrics that Sala carries")
struct FollowUpFormsTests {
  @Test("every respondent has a form with one question for each competency, in both languages")
  func forms() throws {
    let bench = Bench()
    bench.environment["SALA_HOME"] = Bench.root
    let check = bench.sala("check", Bench.real, "--format", "json")
    #expect(check.code == 0, "\(check.err)")
    let console = bench.sala(
      "event", "new", "real-1", "--curriculum", "innovation-for-local-administration", "--step",
      "bootcamp", "--modules", "01-citizen-engagement")
    #expect(console.code == 0, "\(console.err)")
    for respondent in ["participant", "supervisor", "counterpart"] {
      let asked = bench.sala(
        "event", "ask", "real-1", "--form", "follow-up-\(respondent)", "--learner", "all")
      // Nobody is enrolled, but the form is known.
      #expect(asked.code == 1 && asked.err.contains("nobody"), "\(asked.err)")
    }
  }
}
