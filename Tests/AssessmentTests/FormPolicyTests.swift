import Source
import Testing
import Text

@testable import Assessment

@Suite("How a form is taken")
struct FormPolicyTests {
  @Test("A form without a policy is taken as tests always were")
  func standard() {
    let form = Samples.form([Samples.item("a", Samples.choice("x "))])
    #expect(form.policy == FormPolicy(minutes: 10))
    #expect(form.policy.mode == .exam && form.policy.attempts == nil)
    #expect(form.policy.feedback == .never && form.policy.graceMinutes == 0)
    #expect(!form.policy.shufflesItems && form.policy.shufflesOptions)
    #expect(form.structure.itemIDs == ["a"] && form.structure.minutes == 10)
    #expect(!form.isDrawnPerLearner)
    #expect(FormPolicy.standard(.practice).feedback == .now)
    #expect(FormMode.allCases.map(\.pool) == [.test, .practice, .survey])
  }

  @Test("Feedback comes at once where the form or the occasion says so")
  func feedback() {
    #expect(!FormPolicy().showsFeedback(on: .pre))
    #expect(FormPolicy().showsFeedback(on: .practice))
    #expect(FormPolicy(feedback: .now).showsFeedback(on: .post))
    #expect(!FormPolicy(feedback: .later).showsFeedback(on: .post))
  }

  @Test(
    "Time that was granted is added, never taken away",
    arguments: [
      (Accommodation.Time.factor(1.5), 68), (.factor(1.2), 54), (.factor(0.5), 45),
      (.factor(.nan), 45), (.factor(.infinity), 45), (.factor(1e300), 1440),
      (.extraMinutes(10), 55), (.extraMinutes(-5), 45), (.extraMinutes(.max), 1440),
      (.noLimit, nil),
    ] as [(Accommodation.Time, Int?)])
  func accommodations(_ time: Accommodation.Time, _ minutes: Int?) {
    let granted = Accommodation(code: "K-17", time: time, reason: .sight)
    #expect(FormPolicy(minutes: 45).minutes(for: granted) == minutes)
    #expect(FormPolicy().minutes(for: granted) == nil)
    #expect(FormPolicy(minutes: 45).minutes(for: nil) == 45)
  }

  @Test("Attempts are begun up to the limit, and one left open is resumed")
  func attempts() {
    let done = Attempt(items: ["a"]).after(.submitted)
    let open = Attempt(items: ["a"])
    let twice = FormPolicy(attempts: 2).attemptPolicy
    #expect(twice.step(previous: []) == .begins(number: 1))
    #expect(twice.step(previous: [done]) == .begins(number: 2))
    #expect(twice.step(previous: [done, open]) == .resumes(index: 1))
    #expect(twice.step(previous: [done, done]) == .isRefused(used: 2))
    #expect(twice.mayBegin(previous: [done]) && !twice.mayBegin(previous: [done, done]))
    #expect(!twice.mayBegin(previous: [open]))
    #expect(AttemptPolicy().mayBegin(previous: Array(repeating: done, count: 50)))
    #expect(!AttemptPolicy(most: 0).mayBegin(previous: [done]))
    #expect(AttemptPolicy(most: 0).mayBegin(previous: []))
  }
}

@Suite("Statistics of items")
struct ItemStatisticsTests {
  static func csv(_ text: String) -> ([StatisticsReading.Record], [Diagnostic]) {
    let collector = DiagnosticCollector()
    let records = StatisticsReading.csv(
      SourceFile(path: "statistics.csv", text: text), collector: collector)
    return (records, collector.diagnostics)
  }

  static func yaml(_ text: String) -> ([StatisticsReading.Record], [Diagnostic]) {
    let collector = DiagnosticCollector()
    let records = StatisticsReading.yaml(
      SourceFile(path: "statistics.yaml", text: "format: 1\nstatistics:\n" + text),
      collector: collector)
    return (records, collector.diagnostics)
  }

  @Test("A table and a YAML file say the same")
  func forms() {
    let (table, first) = Self.csv(
      "item,n,difficulty,discrimination,form,date\ncse-001,120,0.62,0.35,ila-a,2026-11-20\n")
    let (entries, second) = Self.yaml(
      "  - {item: cse-001, n: 120, difficulty: 0.62, discrimination: 0.35, form: ila-a, "
        + "date: 2026-11-20}\n")
    #expect(first.isEmpty && second.isEmpty)
    #expect(table.map(\.statistics) == entries.map(\.statistics))
    #expect(table.map(\.item.value) == ["cse-001"] && entries.map(\.item.value) == ["cse-001"])
    #expect(
      table.first?.statistics
        == ItemStatistics(
          n: 120, difficulty: 0.62, discrimination: 0.35, source: "ila-a", date: "2026-11-20"))
    #expect(Self.csv("item,n,difficulty\na,១០,0.5\n").0.first?.statistics.n == 10)
  }

  @Test(
    "A wrong cell is a finding, and its row is left out",
    arguments: [
      ",1,0.5,,,", "a,0,0.5,,,", "a,1.5,0.5,,,", "a,x,0.5,,,", "a,1,1.2,,,", "a,1,0.5,2,,",
      "a,1,0.5,,,20-11-2026", "a,1,0.5,,,2026-13-01",
    ])
  func wrongCells(_ row: String) {
    let (records, findings) = Self.csv(
      "item,n,difficulty,discrimination,form,date\n\(row)\nb,2,0.4,,,\n")
    #expect(records.map(\.item.value) == ["b"])
    #expect(findings.map(\.code) == ["wrong-kind"] && findings.first?.location.line == 2)
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("A missing column, a wrong entry and an empty table are findings")
  func wrongFiles() {
    #expect(Self.csv("item,people\na,1\n").1.map(\.code) == ["missing-column", "missing-column"])
    #expect(Self.csv("").1.map(\.code) == ["empty-table"])
    #expect(Self.yaml("  - {item: a, n: 0, difficulty: 0.5}\n").1.map(\.code) == ["wrong-kind"])
    #expect(
      Self.yaml("  - {item: a, n: 1, difficulty: 0.5, discrimination: 3}\n").1.map(\.code)
        == ["wrong-kind"])
    let (records, findings) = Self.yaml("  - {item: a, n: 1, difficulty: 0.5, date: soon}\n")
    #expect(records.isEmpty && findings.map(\.code) == ["wrong-kind"])
  }

  @Test("Of several records the newest date counts, by numbers of people")
  func pooling() throws {
    let records = [
      ItemStatistics(n: 500, difficulty: 0.9, source: "old", date: "2026-01-01"),
      ItemStatistics(n: 30, difficulty: 0.5, discrimination: 0.2, source: "b", date: "2026-11-01"),
      ItemStatistics(n: 10, difficulty: 0.9, source: "a", date: "2026-11-01"),
    ]
    let pooled = try #require(ItemStatistics.pooled(records))
    // (30·0.5 + 10·0.9) / 40 = 0.6
    #expect(pooled.n == 40 && abs(pooled.difficulty - 0.6) < 1e-12)
    #expect(pooled.discrimination == 0.2 && pooled.source == "a+b")
    #expect(ItemStatistics.pooled([]) == nil)
    let bank = [Samples.item("x", Samples.choice("x ")), Samples.item("y", Samples.choice("x "))]
    let attached = StatisticsReading.attach(
      [StatisticsReading.Record(item: Located("y", at: FormTests.place), statistics: records[0])],
      to: bank)
    #expect(attached[0].statistics == nil && attached[1].statistics == records[0])
    #expect(attached[1].keyVersion == bank[1].keyVersion)
    #expect(StatisticsReading.attach([], to: bank) == bank)
  }
}
