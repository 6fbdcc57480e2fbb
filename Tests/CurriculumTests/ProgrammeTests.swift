import Source
import Testing
import Text

@testable import Curriculum

/// Three small files that fit together, made up for tests.
enum ProgrammeSample {
  static let cascade = """
    format: 1
    title: {en: Cascade, km: ការបណ្តុះបណ្តាល}
    review: [km]
    sources:
      - {id: plan, title: {en: A plan, km: ផែនការ}, checked: 2026-11-23}
    people:
      - {id: trainers, title: {en: Trainers, km: គ្រូ}, kind: trainer}
      - {id: officials, title: {en: Officials, km: មន្ត្រី}, kind: official, province: kampot}
      - {id: members, title: {en: Members, km: សមាជិក}, kind: cso, province: kampot}
    teams:
      - id: team
        title: {en: Team, km: ក្រុម}
        province: kampot
        members:
          - {group: officials, people: {value: 3, basis: assumption}}
          - {group: members, people: {value: ២, source: plan}}
    events:
      - {id: week, title: {en: Week, km: សប្តាហ៍}, generation: 1, groups: [officials], teams: [team], step: train}
    generations:
      - generation: 0
        title: {en: Masters, km: គ្រូបង្គោល}
        targets: [{group: trainers, people: {value: 4, source: plan}}]
        certified: {value: 1, basis: assumption}
      - generation: 1
        title: {en: Provinces, km: ខេត្ត}
        optional: true
        targets:
          - {group: officials, people: {value: 40, basis: assumption}}
          - {group: members, people: {value: 20, basis: assumption}}
        training:
          class-size: {value: 20, basis: assumption}
          show-up: {value: 0.8, basis: assumption}
          facilitators: {value: 2, basis: assumption}
          days: {value: 5, basis: assumption}
          active: {value: 0.75, basis: assumption}
          classes-per-trainer: {value: 3, basis: assumption}
          window: {from: 2027-02-01, to: 2027-02-28, basis: assumption}
        certified: {value: 0.5, basis: assumption}
        women-share: {value: 0.4, source: plan}
      - generation: 2
        title: {en: Communes, km: ឃុំ}
        targets: [{group: officials, people: {value: 100, basis: assumption}}]
        training:
          class-size: {value: 25, basis: assumption}
          show-up: {value: 1, basis: assumption}
          facilitators: {value: 1, basis: assumption}
          days: {value: 2, basis: assumption}
          active: {value: 1, basis: assumption}
          classes-per-trainer: {value: 2, basis: assumption}
          window: {from: 2027-03-01, to: 2027-03-31, basis: assumption}
        certified: {value: 0, basis: assumption}
    limits:
      class-size: {value: 28, basis: assumption}
      load: {value: 12.5, basis: assumption}
      generation: {value: 2, basis: assumption}
    retention: {value: 0.7, basis: assumption}

    """

  static let delivery = """
    format: 1
    title: {en: Path, km: ផ្លូវ}
    approval: {by: A council, date: 2026-11-23, reference: Letter 1}
    steps:
      - id: train
        title: {en: Train, km: បណ្តុះបណ្តាល}
        description: {en: People learn., km: មនុស្សរៀន។}
        participants: [officials, members]
        people: {value: 60, basis: assumption}
        led-by: {en: Trainers, km: គ្រូ}
        modules: [cse]
        duration: {days: 5, basis: assumption}
        window: {from: 2027-02-01, to: 2027-02-28, basis: assumption}
        generation: 1
        serves: ["1.1"]
      - id: work
        title: {en: Work, km: ធ្វើការ}
        description: {en: Teams work., km: ក្រុមធ្វើការ។}
        participants: [members]
        led-by: {en: Teams, km: ក្រុម}
        duration: {weeks: 4, days-a-week: 2, basis: assumption}
        window: {from: 2027-03-01, to: 2027-03-31, basis: assumption}
        after: [train]
        serves: ["1.2"]

    """

  static let results = """
    format: 1
    title: {en: Results, km: លទ្ធផល}
    sources:
      - {id: plan, title: {en: A plan, km: ផែនការ}, checked: 2026-11-23}
    outcome: {id: o, text: {en: Services are better., km: សេវាល្អជាងមុន។}}
    outputs:
      - id: "1"
        text: {en: People can., km: មនុស្សអាច។}
        activities:
          - {id: "1.1", text: {en: Train., km: បណ្តុះ។}}
          - {id: "1.2", text: {en: Work., km: ធ្វើ។}}
    indicators:
      - id: i1
        text: {en: Trained, km: បានរៀន}
        unit: {en: people, km: នាក់}
        measures: "1.1"
        method: {en: Lists, km: បញ្ជី}
        baseline: null
        target: {value: 60, source: plan}

    """

  static func file(_ name: String, _ text: String) -> SourceFile {
    SourceFile(path: name, text: text)
  }

  /// Returns what is read after a change of one of the three.
  static func read(
    _ name: String = "", _ original: String = "", _ replacement: String = ""
  ) -> (programme: Programme, findings: [Diagnostic]) {
    let texts = [("cascade.yaml", cascade), ("delivery.yaml", delivery), ("results.yaml", results)]
    let files = texts.map { path, text in
      file(path, path == name ? text.replacing(original, with: replacement) : text)
    }
    let collector = DiagnosticCollector()
    let programme = ProgrammeLoading.read(
      cascade: files[0], delivery: files[1], results: files[2], collector: collector)
    return (programme, collector.diagnostics)
  }
}

@Suite("Cascade, delivery path and results framework")
struct ProgrammeTests {
  @Test("Everything that is written is read")
  func everything() throws {
    let (programme, findings) = ProgrammeSample.read()
    #expect(findings.isEmpty, "\(findings.map(\.message.en))")
    let cascade = try #require(programme.cascade)
    #expect(cascade.people.map(\.kind) == [.trainer, .official, .cso])
    #expect(cascade.group("members")?.province?.value == "kampot" && cascade.group("x") == nil)
    #expect(cascade.source("plan")?.checked == "2026-11-23")
    #expect(cascade.teams.first?.members.map(\.people.value) == [3, 2])
    #expect(cascade.teams.first?.members.map(\.people.basis) == [.assumption, .source("plan")])
    #expect(cascade.teams.first?.members.first?.people.basis.isAssumption == true)
    #expect(cascade.events.first?.generation?.value == 1)
    #expect(cascade.generations.map(\.number) == [0, 1, 2])
    #expect(cascade.generations.map(\.people) == [4, 60, 100])
    #expect(cascade.generations.map(\.isOptional) == [false, true, false])
    let training = try #require(cascade.generations[1].training)
    #expect(cascade.generations[0].training == nil)
    #expect(training.classSize.value == 20 && training.showUp.value == 0.8)
    #expect(training.facilitators.value == 2 && training.days.value == 5)
    #expect(training.active.value == 0.75 && training.classesPerTrainer.value == 3)
    #expect(training.window?.value.workingDays == 20)
    #expect(cascade.generations[1].womenShare?.value == 0.4)
    #expect(cascade.limits.classSize.value == 28 && cascade.limits.load.value == 12.5)
    #expect(cascade.limits.generation.value == 2 && cascade.retention?.value == 0.7)
    let delivery = try #require(programme.delivery)
    #expect(delivery.steps.map(\.duration?.totalDays) == [5, 8])
    #expect(delivery.step("work")?.after.map(\.value) == ["train"] && delivery.step("x") == nil)
    let results = try #require(programme.results)
    #expect(results.activity("1.2")?.output.id == "1" && results.activity("9") == nil)
    #expect(results.indicators.first?.baseline == nil)
    #expect(results.indicators.first?.target == Figure(60, .source("plan")))
    #expect(programme.steps(serving: results.outputs[0]).map(\.id) == ["train", "work"])
    #expect(programme.mentionedModules.map(\.value) == ["cse"])
    #expect(programme.mentionedProvinces.map(\.value) == ["kampot", "kampot", "kampot"])
    #expect(programme.files.map(\.review) == [[.khmer], [], []])
    #expect(programme.files.map { $0.approval != nil } == [false, true, false])
  }

  @Test(
    "What is wrong or does not agree is found",
    arguments: [
      ("cascade.yaml", "value: 4, source: plan", "value: 4, source: plna", "unknown-reference"),
      ("cascade.yaml", "value: 4, source: plan", "value: 4", "no-basis"),
      (
        "cascade.yaml", "value: 4, source: plan", "value: 4, source: plan, basis: assumption",
        "no-basis"
      ),
      ("cascade.yaml", "value: 4, source: plan", "value: 4, basis: guess", "unknown-value"),
      ("cascade.yaml", "value: 4, source: plan", "value: four, source: plan", "wrong-kind"),
      ("cascade.yaml", "value: 0.8,", "value: 1.8,", "impossible-number"),
      ("cascade.yaml", "value: 0.8,", "value: 0,", "impossible-number"),
      ("cascade.yaml", "value: 0.4,", "value: -1,", "wrong-kind"),
      ("cascade.yaml", "from: 2027-02-01", "from: 2027-02-30", "bad-date"),
      ("cascade.yaml", "to: 2027-02-28", "to: soon", "bad-date"),
      ("cascade.yaml", "to: 2027-02-28", "to: 2027-01-28", "dates-out-of-order"),
      ("cascade.yaml", "to: 2027-02-28", "to: 2027-03-28", "dates-out-of-order"),
      ("cascade.yaml", "checked: 2026-11-23", "checked: today", "bad-date"),
      ("cascade.yaml", "review: [km]", "review: [fr]", "unknown-value"),
      ("cascade.yaml", "province: kampot}", "province: kampoot}", "unknown-reference"),
      ("cascade.yaml", "id: members, title", "id: officials, title", "duplicate-id"),
      (
        "cascade.yaml", "{group: members, people: {value: 20",
        "{group: officials, people: {value: 20", "duplicate-id"
      ),
      (
        "cascade.yaml", "{group: members, people: {value: ២",
        "{group: officials, people: {value: ២", "team-not-mixed"
      ),
      ("cascade.yaml", "groups: [officials]", "groups: [officers]", "unknown-reference"),
      ("cascade.yaml", "teams: [team]", "teams: [tem]", "unknown-reference"),
      ("cascade.yaml", "generation: 1, groups", "generation: 7, groups", "unknown-reference"),
      ("cascade.yaml", "step: train", "step: trian", "unknown-reference"),
      ("cascade.yaml", "- generation: 2", "- generation: 3", "generation-gap"),
      ("cascade.yaml", "- generation: 2", "- generation: 1", "duplicate-id"),
      ("cascade.yaml", "generation: {value: 2,", "generation: {value: 1,", "too-many-generations"),
      ("cascade.yaml", "class-size: {value: 28", "class-size: {value: 22", "class-too-large"),
      (
        "cascade.yaml", "certified: {value: 1, basis: assumption}",
        "certified: {value: 1, basis: assumption}\n    training: {}", "impossible-number"
      ),
      ("cascade.yaml", "  - generation:", "  - generations:", "no-generations"),
      ("cascade.yaml", "format: 1", "format: 9", "newer-format"),
      ("delivery.yaml", "participants: [officials", "participants: [nobody", "unknown-reference"),
      ("delivery.yaml", "generation: 1", "generation: 5", "unknown-reference"),
      ("delivery.yaml", "after: [train]", "after: [plan]", "unknown-reference"),
      ("delivery.yaml", "after: [train]", "after: [work]", "steps-out-of-order"),
      ("delivery.yaml", "from: 2027-03-01", "from: 2027-01-01", "dates-out-of-order"),
      ("delivery.yaml", "{days: 5,", "{days: 50,", "impossible-number"),
      ("delivery.yaml", "{days: 5,", "{days: 5, weeks: 2,", "impossible-number"),
      ("delivery.yaml", "{days: 5,", "{days: 5, days-a-week: 2,", "impossible-number"),
      ("delivery.yaml", "serves: [\"1.1\"]", "serves: [\"1.9\"]", "unknown-reference"),
      ("delivery.yaml", "serves: [\"1.2\"]", "serves: [\"1.1\"]", "unserved-activity"),
      ("delivery.yaml", "date: 2026-11-23", "date: never", "bad-date"),
      ("delivery.yaml", "id: work", "id: train", "duplicate-id"),
      ("results.yaml", "measures: \"1.1\"", "measures: \"2.1\"", "unknown-reference"),
      ("results.yaml", "    baseline: null\n", "", "missing-key"),
      ("results.yaml", "id: \"1.2\"", "id: \"1.1\"", "duplicate-id"),
      ("results.yaml", "baseline: null", "baseline: none", "wrong-kind"),
      ("results.yaml", "outcome: {id: o,", "outcome: {", "missing-key"),
    ])
  func findings(_ name: String, _ original: String, _ replacement: String, _ code: String) {
    let found = ProgrammeSample.read(name, original, replacement).findings
    let first = found.first { $0.code == code }
    #expect(first != nil, "\(found.map { "\($0.code): \($0.message.en)" })")
    #expect((first?.location.line ?? 0) >= 1 && first?.excerpt.isEmpty == false)
    #expect(found.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("Without limits the usual ones hold and say that they are assumptions")
  func limits() {
    let text = ProgrammeSample.cascade
    let without = String(
      text.prefix(upTo: text.firstRange(of: "limits:")?.lowerBound ?? text.endIndex))
    let collector = DiagnosticCollector()
    let plan = ProgrammeLoading.cascade(
      ProgrammeSample.file("c.yaml", without), collector: collector)
    #expect(plan?.limits == CascadeReading.defaultLimits && plan?.retention == nil)
    #expect(collector.diagnostics.isEmpty)
    #expect(plan?.limits.load.basis.isAssumption == true)
  }

  @Test("Each of the three can be written alone")
  func alone() {
    for index in 0..<3 {
      let collector = DiagnosticCollector()
      let texts = [ProgrammeSample.cascade, ProgrammeSample.delivery, ProgrammeSample.results]
      let files = (0..<3).map { $0 == index ? ProgrammeSample.file("\($0)", texts[$0]) : nil }
      let programme = ProgrammeLoading.read(
        cascade: files[0], delivery: files[1], results: files[2], collector: collector)
      #expect(collector.diagnostics.isEmpty, "\(collector.diagnostics.map(\.message.en))")
      #expect(programme.files.count == 1)
    }
    #expect(
      Programme().steps(
        serving: .init(
          id: "1", text: LocalizedText(same: ""), activities: [], location: SourceLocation(file: "")
        )
      ).isEmpty)
  }

  @Test("A file that cannot be read leaves its part out")
  func unreadable() {
    let (programme, findings) = ProgrammeSample.read("results.yaml", "title:", "\ttitle:")
    #expect(programme.results == nil && programme.cascade != nil)
    #expect(findings.map(\.code) == ["yaml-syntax"])
    let delivery = ProgrammeSample.read("delivery.yaml", "format: 1", "format: x")
    #expect(delivery.programme.delivery == nil && delivery.findings.first?.code == "wrong-kind")
  }

  @Test("A folder without the files is an empty programme without findings")
  func folder() {
    let collector = DiagnosticCollector()
    let programme = ProgrammeLoading.load(folder: "/nowhere", shownAs: "x", collector: collector)
    #expect(programme.files.isEmpty && collector.diagnostics.isEmpty)
    let folder = RealCurriculumTests.root + "/curricula/" + RealCurriculumTests.id
    let real = ProgrammeLoading.load(folder: folder, shownAs: "c", collector: collector)
    #expect(real.files.map(\.location.file) == ProgrammeLoading.fileNames.map { "c/" + $0 })
  }
}

@Suite("Days of the calendar")
struct CalendarDateTests {
  @Test(
    "Only days that exist are days",
    arguments: [
      ("2027-08-02", true), ("2028-02-29", true), ("2027-02-29", false), ("2100-02-29", false),
      ("2000-02-29", true), ("2027-04-31", false), ("2027-12-31", true), ("2027-13-01", false),
      ("2027-00-10", false), ("2027-01-00", false), ("1899-12-31", false), ("2200-01-01", false),
      ("2027-1-01", false), ("27-01-01", false), ("2027/01/01", false), ("", false),
      ("២០២៧-០១-០១", false), ("+027-01-01", false), ("2027-01-01-01", false),
    ])
  func days(_ text: String, _ exists: Bool) {
    #expect((CalendarDate(text) != nil) == exists)
    if exists { #expect(CalendarDate(text)?.text == text) }
  }

  @Test("Days are counted without gaps over leap years and centuries")
  func number() throws {
    func number(_ text: String) throws -> Int { try #require(CalendarDate(text)).number }
    #expect(try number("2028-03-01") - number("2028-02-28") == 2)
    #expect(try number("2027-03-01") - number("2027-02-28") == 1)
    #expect(try number("2100-03-01") - number("2100-02-28") == 1)
    #expect(try number("2027-01-01") - number("2026-12-31") == 1)
    #expect(try number("2199-01-01") - number("1900-01-01") == 109_208)
    let days = ["2027-01-02", "2026-12-31", "2027-01-01"].compactMap { CalendarDate($0) }
    #expect(days.sorted().map(\.text) == ["2026-12-31", "2027-01-01", "2027-01-02"])
  }

  @Test("The day of the week is right")
  func weekday() {
    // 1 January 2000 was a Saturday, 23 November 2026 is a Monday.
    #expect(CalendarDate("2000-01-01")?.weekday == 5)
    #expect(CalendarDate("2026-11-23")?.weekday == 0)
    #expect(CalendarDate("2026-11-29")?.weekday == 6)
  }

  @Test(
    "Working days are those from Monday to Friday, both ends included",
    arguments: [
      ("2026-11-23", "2026-11-23", 1), ("2026-11-28", "2026-11-29", 0),
      ("2026-11-23", "2026-11-29", 5), ("2026-11-27", "2026-11-30", 2),
      ("2027-02-01", "2027-02-28", 20), ("2026-11-22", "2026-12-06", 10),
    ])
  func workingDays(_ from: String, _ to: String, _ count: Int) throws {
    let first = try #require(CalendarDate(from))
    let last = try #require(CalendarDate(to))
    let window = try #require(DateWindow(from: first, to: last))
    #expect(window.workingDays == count)
    #expect(from == to || DateWindow(from: window.to, to: window.from) == nil)
  }
}
