import Assessment
import Source
import Testing
import Text

@testable import Records

@Suite("Importing what other systems export")
struct SystemImportTests {
  private let codeA = "2222-2222"
  private let codeB = LearnerCodeSample.second
  private let forms = [Sample.form, Sample.otherForm]

  private func context(_ attempts: [ScoredAttempt] = []) -> ImportContext {
    ImportContext(
      events: [
        EventSummary(
          record: Sample.event, createdAt: StoreOptions.noon,
          learners: [
            .init(code: codeA, sequence: .firstThenSecond, number: 1),
            .init(code: codeB, sequence: .secondThenFirst, number: 2),
          ])
      ], people: [], forms: forms, attempts: attempts, importedSources: [], language: .khmer)
  }

  private func plan(
    _ text: String, _ source: ResultsSource? = nil, hints: ResultsHints = ResultsHints(),
    attempts: [ScoredAttempt] = [], totals: [TotalRecord] = []
  ) -> ImportPlan {
    let file = SourceFile(path: "f/export.txt", text: text)
    let plan = SystemImport.plan(
      file, from: source ?? SystemImport.source(file), hints: hints, context: context(attempts),
      totals: totals)
    for finding in plan.findings {
      #expect(finding.message.isComplete && finding.remedy.isComplete, "\(finding.code)")
    }
    for passed in plan.passedOver { #expect(passed.reason.isComplete && passed.count > 0) }
    if plan.findings.hasErrors { #expect(plan.facts.isEmpty) }
    return plan
  }

  private func imported(_ plan: ImportPlan) -> [ImportRecord] {
    plan.facts.compactMap { fact in
      if case .attemptImported(let record) = fact { return record }
      return nil
    }
  }

  private func codes(_ plan: ImportPlan) -> [String] { plan.findings.map(\.code) }

  // MARK: Moodle's report of interactions

  private let moodleHeader =
    "Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\tThe course\tQuestion 0\tResponse 0\tResult 0\tQuestion 1\tResponse 1\tResult 1\tQuestion 2\tResponse 2\tResult 2\tQuestion 3\tResponse 3\tResult 3\n"

  private func moodle(_ person: String, _ form: String, _ own: String, _ cells: [String]) -> String
  {
    let ids = ["q-anchor", own, "q-number", "q-text"].map { "\(form)_\($0)" }
    let parts = zip(ids, cells).map { id, cell in
      let sides = cell.split(separator: "|", omittingEmptySubsequences: false)
      return "\(id)\t\(sides[0])\t\(sides.count > 1 ? sides[1] : "")"
    }
    return "A Name\t\(person)\t1\tMonday, 5 January 2026, 9:00 AM\tlater\t75\t75/100\t"
      + parts.joined(separator: "\t") + "\n"
  }

  @Test("Moodle's report: signs become options, and pre and post follow from the form")
  func interactions() throws {
    let text =
      moodleHeader + moodle("a@example.org", "ila-a", "q-own-a", ["b", "a,c", "12.2", "ឃុំ &amp; x"])
      + moodle("a@example.org", "ila-b", "q-own-b", ["a", "a,c", "", "commune"])
      + "B Name\tb@example.org\t-\t-\t-\t-\tnot attempted" + String(repeating: "\t", count: 12)
      + "\n"
    let hints = ResultsHints(learners: ["a@example.org": codeA, "b@example.org": codeB])
    let plan = plan(text, hints: hints)
    #expect(codes(plan) == [])
    #expect((plan.rows, plan.attempts, plan.answers) == (3, 2, 7))
    #expect(plan.passedOver.map(\.count) == [1])
    let records = imported(plan)
    #expect(records.map(\.attempt.occasion) == [.pre, .post])
    #expect(records.map { $0.outcomes.map(\.score) } == [[1, 1, 1, 0], [0, 1, 0, 1]])
    #expect(records[0].answers["q-text"]?.text == "ឃុំ & x")
    #expect(records[0].attempt.mode == .page && records[0].startedAt == nil)
    let bytes = try plan.facts.flatMap { try CanonicalJSON.bytes($0) }
    let journal = String(decoding: bytes, as: UTF8.self)
    #expect(!journal.contains("Name") && !journal.contains("example.org"))
  }

  @Test("Moodle's report: what is missing or wrong is named by its line")
  func badInteractions() {
    #expect(codes(plan("Name\tQuestion 0\nx\ty\n")) == ["moodle-columns"])
    let row = moodle(codeA, "ila-a", "q-own-a", ["z", "a,c", "1", "x"])
    let bad = plan(moodleHeader + row + moodle("who", "ila-a", "q-own-a", ["a", "", "", ""]))
    let errors = bad.findings.filter { $0.severity == .error }
    #expect(
      errors.map { "\($0.location.line) \($0.code)" } == ["2 bad-response", "3 unknown-person"])
    #expect(errors.allSatisfy { $0.location.column > 0 })
    #expect(codes(plan(moodleHeader + "a\tb\n")) == ["moodle-cells"])
    let silent = moodle(codeA, "ila-a", "q-own-a", ["|correct", "", "", ""])
    #expect(codes(plan(moodleHeader + silent)).contains("response-missing"))
    let stranger = moodle(codeA, "zzz", "q-own-a", ["a", "b", "c", "d"])
    let other = plan(moodleHeader + stranger)
    #expect(other.attempts == 0 && other.passedOver.map(\.count) == [4])
  }

  @Test("a table that has grown is imported again, and what is known is passed over")
  func again() throws {
    let folder = TemporaryFolder()
    let store = try Store.open(folder.path + "/s", options: .test())
    try store.append([
      .eventCreated(Sample.event),
      .learnerEnrolled(
        EnrollmentRecord(
          event: Sample.event.id, code: codeA, sequence: .firstThenSecond, number: 1)),
    ])
    func run(_ text: String) throws -> ImportPlan {
      let file = SourceFile(path: "export.txt", text: text)
      return try store.importResults(
        file, from: SystemImport.source(file), hints: ResultsHints(), forms: forms,
        language: .khmer)
    }
    let first = moodle(codeA, "ila-a", "q-own-a", ["b", "a,c", "12.2", "x"])
    #expect(try run(moodleHeader + first).attempts == 1)
    let second = moodle(codeA, "ila-b", "q-own-b", ["a", "a,c", "3", "x"])
    let grown = try run(moodleHeader + first + second)
    #expect(grown.attempts == 1 && grown.passedOver.map(\.count) == [1])
    #expect(try store.attempts().count == 2)
    let changed = moodle(codeA, "ila-a", "q-own-a", ["a", "a,c", "12.2", "x"])
    #expect(try run(moodleHeader + changed).findings.map(\.code) == ["already-recorded"])
    #expect(try store.attempts().count == 2)
    let twice = try run(moodleHeader + first + first)
    #expect(twice.attempts == 0 && twice.passedOver.map(\.count) == [1, 1])
  }

  // MARK: Moodle's gradebook

  private let grades =
    "First name,Last name,ID number,Email address,SCORM package: The course (Real),Quiz: Other (Percentage),Course total (Real),Last downloaded from this course\n"

  @Test("the gradebook: totals are facts of their own, without answers")
  func totals() throws {
    let text =
      grades + "A,B,\(codeA),a@example.org,56.00,70.00 %,56,1700000000\n"
      + "C,D,\(codeB),b@example.org,-,-,-,1700000000\n"
    #expect(codes(plan(text, hints: ResultsHints(occasion: .post))) == ["which-column"])
    let column = "scorm package: the course (real)"
    let unclear = plan(text, hints: ResultsHints(occasion: .post, column: column))
    #expect(codes(unclear) == ["no-maximum"])
    let hints = ResultsHints(occasion: .post, column: column, maximum: 100)
    let found = plan(text, hints: hints)
    #expect(codes(found) == [] && found.totals == 1 && found.passedOver.map(\.count) == [1])
    let record = TotalRecord(
      event: Sample.event.id, code: codeA, occasion: .post, form: "ila-b", score: 56, maximum: 100,
      file: "export.txt", sha256: JournalLine.hash(of: text))
    #expect(found.facts == [.attemptTotalled(record)])
    let again = plan(text, hints: hints, totals: [record])
    #expect(again.totals == 0 && again.facts.isEmpty && again.passedOver.map(\.count) == [1, 1])
    var other = record
    other.score = 57
    #expect(codes(plan(text, hints: hints, totals: [other])) == ["already-recorded"])
    let percent = ResultsHints(occasion: .pre, column: "Quiz: Other (Percentage)")
    guard case .attemptTotalled(let total)? = plan(text, hints: percent).facts.first else {
      Issue.record("no total")
      return
    }
    #expect((total.score, total.maximum, total.form) == (70, 100, "ila-a"))
    #expect(codes(plan(text, hints: ResultsHints(column: column, maximum: 100))) == ["no-form"])
    #expect(
      codes(plan(text, hints: ResultsHints(occasion: .pre, column: column, maximum: 50)))
        == ["bad-grade"])
  }

  @Test("totals are counted apart: no attempt, no answer, no cell of a matrix comes of them")
  func apart() throws {
    let folder = TemporaryFolder()
    let store = try Store.open(folder.path + "/s", options: .test())
    try store.append([
      .eventCreated(Sample.event),
      .attemptTotalled(
        TotalRecord(
          event: Sample.event.id, code: codeA, occasion: .pre, form: "ila-a", score: 1,
          maximum: 4, file: "f", sha256: "00")),
    ])
    #expect(try store.attempts().isEmpty && store.matrix().rows.isEmpty)
    #expect(try store.statements().totals.count == 1)
  }

  // MARK: Statements

  private func statement(
    _ id: String, _ item: String, _ response: String, time: String, form: String = "ila-a",
    person: String? = nil, verb: String = "answered"
  ) -> String {
    """
    {"id":"\(id)","actor":{"objectType":"Agent","name":"A Name","account":{"homePage":"https://lms.example.org","name":"\(person ?? codeA)"}},\
    "verb":{"id":"http://adlnet.gov/expapi/verbs/\(verb)","display":{"en":"\(verb)"}},\
    "object":{"objectType":"Activity","id":"urn:sala:ila:\(form):\(item)"},\
    "result":{"response":"\(response)","duration":"PT3S"},"timestamp":"\(time)",\
    "context":{"registration":"11111111-2222-4333-8444-555555555555"}}
    """
  }

  private var told: [String] {
    [
      statement("s0", "x", "", time: "2026-01-05T08:59:00Z", verb: "initialized"),
      statement("s1", "q-anchor", "a", time: "2026-01-05T16:00:00.5+07:00"),
      statement("s2", "q-anchor", "b", time: "2026-01-05T09:00:01.123456Z"),
      statement("s2", "q-anchor", "b", time: "2026-01-05T09:00:01.123456Z"),
      statement("s3", "q-own-a", "a[,]c", time: "2026-01-05T09:00:02Z"),
      statement("s4", "q-number", "12.25", time: "2026-01-05T09:00:03Z"),
      statement("s5", "q-text", "{lang=km}ឃុំ \\u1780 \\ud83d\\ude00", time: "2026-01-05T09:00:04Z"),
      statement("s6", "q-text", "wrong", time: "2026-01-05T09:59:04Z"),
      #"{"id":"v","actor":{},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"object":{"objectType":"StatementRef","id":"s6"}}"#,
      statement("s7", "q-zzz", "a", time: "2026-01-05T09:00:05Z"),
    ]
  }

  @Test("statements as an array, one a line, or the answer of a store")
  func statements() throws {
    let shapes = [
      "[" + told.joined(separator: ",\n") + "]", told.joined(separator: "\n") + "\n",
      #"{"more":"","statements":["# + told.joined(separator: ",") + "]}",
    ]
    for shape in shapes {
      let plan = plan(shape)
      #expect(codes(plan) == [] && plan.rows == 10)
      let record = try #require(imported(plan).first)
      #expect(imported(plan).count == 1)
      #expect(record.attempt.occasion == .pre && record.attempt.code == codeA)
      #expect(record.outcomes.map(\.score) == [1, 1, 1, 0])
      #expect(record.answers["q-text"]?.text == "ឃុំ ក 😀")
      #expect(record.startedAt == "2026-01-05T08:59:00.000Z")
      #expect(record.submittedAt == "2026-01-05T09:00:04.000Z")
      // Another verb twice, the same twice, one voided, one of another question.
      #expect(plan.passedOver.reduce(0) { $0 + $1.count } == 5)
    }
  }

  @Test("statements that are none, or hostile, are refused with their place")
  func hostile() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(codes(plan(deep, .xapi)) == ["bad-json"])
    let texts = [
      "[1,2]": "no-statements", "[": "bad-json", "{\"a\":1,\"a\":2}": "bad-json",
      "[{\"verb\":{}},]": "bad-json", "{\"verb\":\"\\ud800\"}": "bad-json", "": "no-statements",
      "nul": "bad-json", "\"\n\"": "bad-json", "[]": "no-statements",
    ]
    for (text, code) in texts {
      #expect(codes(plan(text, .xapi)).first == code, "\(text)")
    }
    let place = plan("[\n{\"verb\": x}]", .xapi).findings.first?.location
    #expect(place?.line == 2 && place?.column == 10)
    let bad = plan("[" + statement("s", "q-anchor", "z", time: "2026-01-05T09:00:00Z") + "]")
    #expect(codes(bad) == ["bad-response"])
    let time = plan("[" + statement("s", "q-anchor", "a", time: "yesterday") + "]")
    #expect(codes(time) == ["bad-time"])
  }

  @Test("every byte of a file changed gives a plan, never a crash", arguments: [1, 2])
  func changed(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed), purpose: "systems")
    let files = [
      told.joined(separator: "\n"),
      moodleHeader + moodle(codeA, "ila-a", "q-own-a", ["b", "a,c", "12.2", "x"]),
      grades + "A,B,\(codeA),a@example.org,56.00,70.00 %,56,1700000000\n",
    ]
    for _ in 0..<600 {
      var bytes = Array(files[generator.index(below: files.count)].utf8)
      for _ in 0...generator.index(below: 3) {
        bytes[generator.index(below: bytes.count)] = UInt8(generator.index(below: 128))
      }
      let collector = DiagnosticCollector()
      guard let file = SourceFile(path: "x", bytes: bytes, collector: collector) else { continue }
      for source in ResultsSource.allCases {
        let plan = SystemImport.plan(
          file, from: source, hints: ResultsHints(occasion: .pre), context: context())
        #expect(!plan.findings.hasErrors || plan.facts.isEmpty)
      }
    }
  }

  // MARK: Where files come from, and who is who

  @Test("a file is known by what it looks like")
  func sources() {
    func source(_ text: String) -> ResultsSource {
      SystemImport.source(SourceFile(path: "f", text: text))
    }
    #expect(source("\n [{}]") == .xapi && source("{}") == .xapi)
    #expect(source(moodleHeader) == .moodleScorm)
    #expect(source(grades) == .moodleGrades)
    #expect(source("code,event,occasion,form,item,answer\n") == .csv)
    #expect(source("") == .csv)
  }

  @Test("a map names learners by what another system calls them")
  func map() {
    let collector = DiagnosticCollector()
    let text = "user,code\nA@Example.org,\(codeA)\nb,\(codeB.lowercased())\nc,wrong\nb,\(codeA)\n"
    let codes = LearnerMap.read(SourceFile(path: "m", text: text), collector: collector)
    #expect(codes["a@example.org"] == codeA)
    #expect(collector.diagnostics.map(\.code).sorted() == ["bad-code", "user-twice"])
    let none = DiagnosticCollector()
    #expect(LearnerMap.read(SourceFile(path: "m", text: "a,b\n"), collector: none).isEmpty)
    #expect(none.diagnostics.map(\.code) == ["map-columns"])
  }

  @Test("an event or occasion that does not follow is asked for")
  func places() {
    let text = "[" + statement("s", "q-anchor", "a", time: "2026-01-05T09:00:00Z") + "]"
    #expect(codes(plan(text, hints: ResultsHints(event: "other"))) == ["unknown-event"])
    let stranger =
      "["
      + statement(
        "s", "q-anchor", "a", time: "2026-01-05T09:00:00Z", person: LearnerCodeSample.third) + "]"
    #expect(codes(plan(stranger)) == ["which-event"])
    let named = plan(stranger, hints: ResultsHints(event: Sample.event.id, occasion: .pre))
    #expect(codes(named) == ["not-enrolled"] && named.attempts == 1)
    let late = plan(text, hints: ResultsHints(occasion: .post))
    #expect(codes(late) == ["form-not-allocated"] && late.attempts == 1)
  }
}

@Suite("Responses of SCORM and xAPI")
struct InteractionResponseTests {
  private func item(_ interaction: Interaction) -> Item { Sample.item("q", interaction) }

  private func encoded(
    _ text: String, _ item: Item, _ form: InteractionResponse.Form
  ) -> String? {
    guard let response = InteractionResponse.read(text, item: item, form: form) else { return nil }
    return response?.encoded ?? ""
  }

  @Test("choices, signs and ids")
  func choices() {
    let single = Sample.choice("q", right: ["b"])
    let several = Sample.choice("q", right: ["a", "c"])
    #expect(encoded("c", single, .scorm12) == "c" && encoded("c", single, .delimited) == "c")
    #expect(encoded("a,c", single, .scorm12) == nil && encoded("e", single, .scorm12) == nil)
    #expect(encoded("c,a", several, .scorm12) == "a,c")
    #expect(encoded("c[,]a", several, .delimited) == "a,c")
    #expect(encoded("a[,]zz", several, .delimited) == nil)
    #expect(encoded("%61", single, .delimited) == "a" && encoded("%6", single, .delimited) == nil)
    #expect(encoded("", single, .scorm12) == "")
  }

  @Test("numbers and texts")
  func entries() {
    let number = item(.numeric(NumericInteraction(value: 1, tolerance: 0)))
    #expect(encoded("12.5", number, .scorm12) == "12.5" && encoded("x", number, .scorm12) == nil)
    let text = item(.text(TextInteraction(accepted: ["a"])))
    #expect(encoded("{lang=km}ក", text, .delimited) == "ក")
    #expect(encoded("{lang=km}ក", text, .scorm12) == "{lang=km}ក")
  }
}
