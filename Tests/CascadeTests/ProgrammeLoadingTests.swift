import Source
import Testing
import Text

@testable import Cascade
@testable import Curriculum

@Suite("Cascade, delivery path and results framework are read with their places")
struct ProgrammeLoadingTests {
  @Test("Sound files are read whole and have no findings")
  func sound() throws {
    let (programme, findings) = Plans.read()
    #expect(findings.map(\.message.en) == [])
    let cascade = try #require(programme.cascade)
    #expect(cascade.people.map(\.kind) == [.trainer, .official, .cso])
    #expect(cascade.teams[0].members.map(\.people.value) == [2, 2])
    #expect(cascade.events[0].generation?.value == 1)
    #expect(cascade.generations.map(\.number) == [0, 1])
    #expect(cascade.generations[1].training?.showUp == Figure(0.8, .source("study")))
    #expect(cascade.generations[1].training?.window?.value.workingDays == 10)
    #expect(cascade.generations[1].womenShare?.basis.isAssumption == true)
    #expect(cascade.limits.classSize == Figure(30, .source("study")))
    #expect(cascade.limits.generation == Figure(3, .assumption))
    #expect(cascade.retention == nil)
    #expect(cascade.source("study")?.checked == "2026-11-23")
    let delivery = try #require(programme.delivery)
    #expect(delivery.step("challenge")?.duration?.totalDays == 3)
    #expect(delivery.step("training")?.duration?.totalDays == 3)
    let results = try #require(programme.results)
    #expect(results.activity("1.2")?.output.id == "1")
    #expect(results.activity("9") == nil)
    #expect(results.indicators[0].baseline == Figure(0, .assumption))
    #expect(results.indicators[0].target == nil)
    #expect(programme.steps(serving: results.outputs[0]).map(\.id) == ["training", "challenge"])
    #expect(programme.mentionedModules.map(\.value) == ["cse"])
    #expect(programme.mentionedProvinces.map(\.value) == ["kampot"])
    #expect(programme.files.count == 3)
  }

  @Test("Files that are not there are no findings")
  func none() {
    let (programme, findings) = Plans.read(cascade: nil, delivery: nil, results: nil)
    #expect(findings.isEmpty)
    #expect(programme.cascade == nil && programme.delivery == nil && programme.results == nil)
    let collector = DiagnosticCollector()
    let missing = ProgrammeLoading.load(
      folder: "/nowhere/at/all", shownAs: "curriculum", collector: collector)
    #expect(missing.files.isEmpty)
    #expect(collector.diagnostics.isEmpty)
    #expect(CascadePlanning.load("/nowhere/at/all.yaml").plan == nil)
    #expect(CascadePlanning.load("/nowhere/at/all.yaml").diagnostics.map(\.code) == ["unreadable"])
  }

  @Test(
    "A mistake in the cascade is named",
    arguments: [
      ("value: 0.8, source: study", "value: 1.8, source: study", ["impossible-number"]),
      ("value: 0.8, source: study", "value: 0, source: study", ["impossible-number"]),
      ("value: 0.8, source: study", "value: 0.8, source: studi", ["unknown-reference"]),
      ("value: 0.8, source: study", "value: 0.8", ["no-basis"]),
      (
        "value: 0.8, source: study", "value: 0.8, source: study, basis: assumption", ["no-basis"]
      ),
      ("value: 0.8, source: study", "value: 0.8, basis: guess", ["unknown-value"]),
      ("classes-per-trainer: {value: 2,", "classes-per-trainer: {value: -2,", ["wrong-kind"]),
      ("facilitators: {value: 2,", "facilitators: {value: 0,", ["wrong-kind"]),
      ("from: 2027-08-02", "from: 2027-08-32", ["bad-date"]),
      ("to: 2027-08-13", "to: 13 August", ["bad-date"]),
      ("from: 2027-08-02", "from: 2027-09-02", ["dates-out-of-order"]),
      (
        "group: officials, people: {value: 100", "group: oficials, people: {value: 100",
        ["unknown-reference"]
      ),
      ("group: groups, people", "group: masters, people", ["team-not-mixed"]),
      ("group: groups, people", "group: grups, people", ["unknown-reference", "team-not-mixed"]),
      ("teams: [team]", "teams: [crew]", ["unknown-reference"]),
      ("generation: 1, groups", "generation: 7, groups", ["unknown-reference"]),
      ("step: training", "step: trainin", ["unknown-reference"]),
      ("groups: [officials], teams", "groups: [people], teams", ["unknown-reference"]),
      ("province: kampot", "province: kampott", ["unknown-reference"]),
      ("kind: cso", "kind: ngo", ["unknown-value", "unknown-reference", "team-not-mixed"]),
      ("id: groups", "id: officials", ["duplicate-id", "unknown-reference", "team-not-mixed"]),
      ("checked: 2026-11-23", "checked: recently", ["bad-date"]),
      ("class-size: {value: 30,", "class-size: {value: 10,", ["class-too-large"]),
      (
        "limits:\n", "limits:\n  generation: {value: 0, basis: assumption}\n",
        ["too-many-generations"]
      ),
      ("limits:\n", "limits:\n  load: {value: 9, basis: assumption}\n", []),
      ("limits:\n", "retention: {value: 0.75, source: study}\nlimits:\n", []),
      ("limits:\n", "retention: {value: 7, source: study}\nlimits:\n", ["impossible-number"]),
      ("- generation: 1", "- generation: 2", ["unknown-reference", "generation-gap"]),
      (
        "- generation: 1", "- generation: 0",
        ["unknown-reference", "duplicate-id", "impossible-number"]
      ),
      (
        "generations:", "generation:",
        ["unknown-key", "missing-key", "no-generations", "unknown-reference"]
      ),
      ("format: 1", "format: 2", ["newer-format"]),
      ("show-up", "showup", ["unknown-key", "missing-key"]),
      (
        "format: 1", "format: 1\nreview: [km, fr]\napproval: {by: A, date: soon, reference: B}",
        ["bad-date", "unknown-value"]
      ),
      (
        "people: {value: 100, basis: assumption}}",
        "people: {value: 100, basis: assumption}}\n      - {group: officials, people: {value: 1, basis: assumption}}",
        ["duplicate-id"]
      ),
    ])
  func cascade(old: String, new: String, codes: [String]) {
    let (_, findings) = Plans.read(
      cascade: Plans.replacing(old, new, in: Plans.cascade), delivery: Plans.delivery, results: nil)
    #expect(Set(findings.map(\.code)) == Set(codes))
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
    #expect(findings.allSatisfy { $0.location.line > 0 && !$0.excerpt.isEmpty })
  }

  @Test("A generation that begins before the one that trains it has ended is a warning")
  func early() throws {
    let start = try #require(Plans.cascade.firstRange(of: "  - generation: 1"))
    let more = Plans.replacing(
      "generation: 1", "generation: 2", in: String(Plans.cascade[start.lowerBound...]))
    let (_, findings) = Plans.read(cascade: Plans.cascade + "\n" + more)
    #expect(findings.map(\.code) == ["dates-out-of-order"])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test(
    "A mistake in the delivery path is named",
    arguments: [
      ("participants: [officials]", "participants: [oficials]", ["unknown-reference"]),
      ("generation: 1", "generation: 5", ["unknown-reference"]),
      ("serves: [\"1.2\"]", "serves: [\"1.3\"]", ["unknown-reference", "unserved-activity"]),
      ("serves: [\"1.2\"]", "serves: [\"1.1\"]", ["unserved-activity"]),
      ("after: [training]", "after: [trainin]", ["unknown-reference"]),
      ("after: [training]", "after: [challenge]", ["steps-out-of-order"]),
      ("from: 2027-09-01", "from: 2027-07-01", ["dates-out-of-order"]),
      ("duration: {days: 3,", "duration: {days: 30,", ["impossible-number"]),
      ("duration: {days: 3,", "duration: {days: 3, weeks: 1,", ["impossible-number"]),
      ("duration: {days: 3,", "duration: {days: 3, days-a-week: 1,", ["impossible-number"]),
      ("duration: {days: 3, basis", "duration: {basis", ["impossible-number"]),
      ("id: challenge", "id: training", ["duplicate-id", "unserved-activity"]),
      (
        "steps:", "stepz:",
        ["unknown-key", "missing-key", "unknown-reference", "unserved-activity"]
      ),
      ("format: 1", "format: 9", ["newer-format"]),
    ])
  func delivery(old: String, new: String, codes: [String]) {
    let (_, findings) = Plans.read(delivery: Plans.replacing(old, new, in: Plans.delivery))
    #expect(Set(findings.map(\.code)) == Set(codes))
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test(
    "A mistake in the results framework is named",
    arguments: [
      ("measures: \"1.1\"", "measures: \"1.9\"", ["unknown-reference"]),
      ("target: null", "target: {value: 5}", ["no-basis"]),
      ("\n    target: null", "", ["missing-key"]), ("target: null", "target: 5", ["wrong-kind"]),
      ("id: \"1.2\"", "id: \"1.1\"", ["duplicate-id", "unknown-reference"]),
      ("km: បញ្ជី}", "km: \"\"}", ["missing-translation"]),
      ("outcome:", "outcomes:", ["unknown-key", "missing-key"]),
      ("format: 1", "format: 9", ["newer-format"]),
    ])
  func results(old: String, new: String, codes: [String]) {
    let (_, findings) = Plans.read(results: Plans.replacing(old, new, in: Plans.results))
    #expect(Set(findings.map(\.code)).isSuperset(of: codes))
    #expect(!findings.isEmpty)
  }

  @Test("Texts with parts cut and exchanged are read or refused, never a crash")
  func hostile() {
    var random = SeededGenerator(seed: 7)
    let parts = ["{", "}", "[", "]", ":", "\n", "- ", "null", "9999999999", "-1", "០", "\"", "  "]
    for _ in 0..<600 {
      let texts = [Plans.cascade, Plans.delivery, Plans.results].map { text in
        var scalars = Array(text.unicodeScalars)
        for _ in 0...random.index(below: 3) {
          let at = random.index(below: scalars.count)
          let length = min(scalars.count - at, random.index(below: 20))
          scalars.replaceSubrange(
            at..<(at + length),
            with: Array(parts[random.index(below: parts.count)].unicodeScalars))
        }
        return String(String.UnicodeScalarView(scalars))
      }
      let (programme, findings) = Plans.read(
        cascade: texts[0], delivery: texts[1], results: texts[2])
      #expect(findings.allSatisfy { !$0.location.file.isEmpty })
      if let plan = programme.cascade {
        #expect(CascadePlanning.plan(plan).totalReach >= 0)
      } else {
        #expect(findings.hasErrors)
      }
    }
  }
}

@Suite("Days of the calendar")
struct CalendarDateTests {
  @Test(
    "A text that is no day gives none",
    arguments: [
      "", "2027", "2027-2-3", "2027-02-29", "2100-02-29", "2027-13-01", "2027-00-10",
      "2027-01-00", "2027-04-31", "1899-01-01", "2200-01-01", "2027-01-01-", "２０２７-01-01",
    ])
  func none(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("Days know their weekday and their order")
  func weekdays() throws {
    let dates = try ["1999-12-31", "2000-02-29", "2024-02-29", "2027-08-02", "2027-08-08"].map {
      try #require(CalendarDate($0))
    }
    // A Friday, a Tuesday, a Thursday, a Monday and a Sunday.
    #expect(dates.map(\.weekday) == [4, 1, 3, 0, 6])
    #expect(dates == dates.sorted())
    #expect(dates.map(\.text).last == "2027-08-08")
    let next = try #require(CalendarDate("2000-03-01"))
    #expect(next.number - dates[1].number == 1)
  }

  @Test("Working days agree with counting one by one")
  func working() throws {
    let start = try #require(CalendarDate("2027-02-22"))
    for day in 1...31 {
      let text = day < 10 ? "2027-03-0\(day)" : "2027-03-\(day)"
      let end = try #require(CalendarDate(text))
      let window = try #require(DateWindow(from: start, to: end))
      let counted = (start.number...end.number).count { (($0 + 2) % 7) < 5 }
      #expect(window.workingDays == counted)
    }
    #expect(DateWindow(from: try #require(CalendarDate("2027-03-01")), to: start) == nil)
  }
}

@Suite("The programme's own files are sound")
struct ProgrammeContentTests {
  private static let folder: String = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/curricula/innovation-for-local-administration"
  }()

  private static let loaded: (programme: Programme, findings: [Diagnostic]) = {
    let collector = DiagnosticCollector()
    let programme = ProgrammeLoading.load(
      folder: folder, shownAs: "curriculum", collector: collector)
    return (programme, collector.diagnostics)
  }()

  @Test("Nothing is found wrong; activities that other work serves are notes")
  func findings() {
    let found = Self.loaded.findings
    #expect(
      found.filter { $0.code != "unserved-activity" }.map {
        "\($0.location.file):\($0.location.line) \($0.message.en)"
      } == [])
    #expect(found.allSatisfy { $0.severity == .note })
  }

  @Test("The cascade goes from the school over the ministry to four provinces")
  func cascade() throws {
    let plan = try #require(Self.loaded.programme.cascade)
    #expect(plan.generations.map(\.number) == [0, 1, 2, 3])
    #expect(plan.generations.map(\.isOptional) == [false, false, false, true])
    #expect(plan.generations[1].targets.count == 2)
    #expect(plan.generations[2].targets.count == 4)
    #expect(plan.teams.count == 4)
    let report = CascadePlanning.plan(plan)
    #expect(report.generations[2].reach == report.generations[2].target)
    #expect(report.binding?.generation.number == 3)
  }

  @Test("No baseline and no target is invented")
  func indicators() throws {
    let results = try #require(Self.loaded.programme.results)
    #expect(results.outputs.map(\.id) == ["1", "2", "3"])
    #expect(results.outputs.map(\.activities.count) == [3, 3, 2])
    #expect(results.indicators.allSatisfy { $0.baseline == nil && $0.target == nil })
    #expect(Self.loaded.programme.delivery?.steps.count == 6)
  }

  @Test("The plan is read from a path, as the command line does")
  func path() {
    let (plan, diagnostics) = CascadePlanning.load(Self.folder + "/cascade.yaml")
    #expect(plan != nil)
    #expect(diagnostics.isEmpty)
  }

  @Test("Its Khmer is normal in Unicode")
  func normal() throws {
    let programme = Self.loaded.programme
    let plan = try #require(programme.cascade)
    let results = try #require(programme.results)
    let steps = try #require(programme.delivery).steps
    var texts = plan.people.map(\.title) + plan.teams.map(\.title) + plan.events.map(\.title)
    texts += plan.sources.map(\.title) + plan.generations.map(\.title)
    texts += steps.flatMap { [$0.title, $0.description, $0.ledBy] }
    texts += results.outputs.flatMap { [$0.text] + $0.activities.map(\.text) }
    texts += results.indicators.flatMap { [$0.text, $0.unit, $0.method] }
    #expect(texts.allSatisfy { $0.isComplete })
    #expect(texts.filter { Khmer.firstAbnormality(in: $0.km) != nil }.map(\.km) == [])
  }
}
