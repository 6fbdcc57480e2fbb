import Assessment
import Source
import Testing
import Text

@testable import Records

@Suite("Importing results")
struct ImportTests {
  private let folder = TemporaryFolder()
  private let forms = [Sample.form, Sample.otherForm]
  private let codeA = "2222-2222"
  private let codeB = LearnerCodeSample.second

  private func context(
    attempts: [ScoredAttempt] = [], people: [PersonAttributes] = []
  ) -> ImportContext {
    ImportContext(
      events: [
        EventSummary(
          record: Sample.event, createdAt: StoreOptions.noon,
          learners: [
            .init(code: codeA, sequence: .firstThenSecond, number: 1),
            .init(code: codeB, sequence: .secondThenFirst, number: 2),
          ])
      ], people: people, forms: forms, attempts: attempts, importedSources: [],
      language: .khmer)
  }

  private func plan(_ text: String, _ context: ImportContext? = nil) -> ImportPlan {
    let plan = ResultsImport.plan(
      SourceFile(path: "folder/paper.csv", text: text), context: context ?? self.context())
    for finding in plan.findings {
      #expect(finding.message.isComplete && finding.remedy.isComplete, "\(finding.code)")
    }
    if plan.findings.hasErrors { #expect(plan.facts.isEmpty) }
    return plan
  }

  private func imported(_ plan: ImportPlan) -> [ImportRecord] {
    plan.facts.compactMap { fact in
      if case .attemptImported(let record) = fact { return record }
      return nil
    }
  }

  private let header = "code,event,occasion,form,item,answer\n"

  private func long(_ code: String, _ form: TestForm, _ answers: [String]) -> String {
    zip(form.items, answers).map { "\(code),kampot-1,pre,\(form.id),\($0.id),\"\($1)\"\n" }.joined()
  }

  @Test("reads a long table, Latin or Khmer, and scores it through the engine")
  func long() throws {
    let plan = plan(
      header + long(codeA, Sample.form, ["B", "ក, គ", "១២,២", "ឃុំ"])
        + long(codeB.lowercased(), Sample.otherForm, ["2", "a", "", "village"]))
    #expect(plan.findings.isEmpty)
    #expect((plan.attempts, plan.answers, plan.people) == (2, 7, 0))
    let records = imported(plan)
    #expect(records.map(\.attempt.code) == [codeA, codeB])
    #expect(records[0].outcomes.map(\.score) == [1, 1, 1, 1])
    #expect(records[1].outcomes.map(\.score) == [1, 0, 0, 0])
    #expect(records[1].outcomes.map(\.isAnswered) == [true, true, false, true])
    #expect(records[0].answers["q-own-a"]?.text == "a,c")
    #expect(records[0].answers["q-number"]?.text == "12.2")
    #expect(records[0].attempt.mode == .paper && records[0].attempt.language == .khmer)
    #expect(records[0].attempt.formVersion == Sample.form.version)
    #expect(records[0].file == "paper.csv" && records[0].sha256.count == 64)
  }

  @Test("reads a wide table, where what is known of people is never a question")
  func wide() throws {
    let plan = plan(
      """
      code;event;occasion;form;sex;Province;role;q-anchor;q-own-a;q-own-b;q-number;q-text
      \(codeA);kampot-1;pre;ila-a;f;Kampot;clerk;b;ac;;12;commune
      \(codeB);kampot-1;pre;ila-b;;;;ខ;;ខ;13;

      """)
    #expect(plan.findings.isEmpty)
    let records = imported(plan)
    #expect(records.map { $0.outcomes.map(\.score) } == [[1, 1, 1, 1], [1, 0, 0, 0]])
    #expect(plan.people == 1)
    #expect(
      plan.facts.contains(
        .personDescribed(
          PersonAttributes(code: codeA, sex: "female", province: "kampot", role: "clerk"))))
  }

  @Test("reports every bad row by its line, and then records nothing")
  func badRows() throws {
    let rows = [
      ("2222-2223,kampot-1,pre,ila-a,q-anchor,a", "bad-code"),
      ("\(codeA),kampot-2,pre,ila-a,q-anchor,a", "unknown-event"),
      ("\(codeA),kampot-1,during,ila-a,q-anchor,a", "unknown-occasion"),
      ("\(codeA),kampot-1,pre,ila-c,q-anchor,a", "unknown-form"),
      ("\(codeA),,pre,ila-a,q-anchor,a", "no-event"),
      ("\(codeA),kampot-1,pre,ila-a,q-anchr,a", "unknown-item"),
      ("\(codeA),kampot-1,pre,ila-a,zzz,a", "unknown-item"),
      ("\(codeA),kampot-1,pre,ila-a,q-anchor,e", "bad-answer"),
      ("\(codeA),kampot-1,pre,ila-a,q-own-a,\"a,e\"", "bad-answer"),
      ("\(codeA),kampot-1,pre,ila-a,q-number,many", "bad-answer"),
      ("\(codeA),kampot-1,pre,ila-a,q-text,ok", nil),
      ("\(codeA),kampot-1,pre,ila-a,q-text,ok", "answer-twice"),
    ]
    let plan = plan(header + rows.map { $0.0 + "\n" }.joined())
    let expected = rows.enumerated().compactMap { place, row in
      row.1.map { "\(place + 2) \($0)" }
    }
    let errors = plan.findings.filter { $0.severity == .error }
    #expect(errors.map { "\($0.location.line) \($0.code)" } == expected)
    #expect(plan.facts.isEmpty)
  }

  @Test("warns of forms that were not allocated, of people not enrolled and of questions left out")
  func warnings() throws {
    let stranger = LearnerCodeSample.third
    let plan = plan(
      header
        + "\(codeA),kampot-1,pre,ila-b,q-anchor,a\n\(stranger),kampot-1,post,ila-b,q-anchor,a\n")
    #expect(
      plan.findings.map(\.code) == [
        "form-not-allocated", "missing-items", "missing-items", "not-enrolled",
      ])
    #expect(imported(plan).count == 2)
    #expect(imported(plan)[0].outcomes.count == 4)
  }

  @Test("says what is wrong with a header")
  func headers() throws {
    func codes(_ text: String) -> [String] { plan(text).findings.map(\.code) }
    #expect(codes("") == ["empty-table"])
    #expect(codes(header) == ["no-rows"])
    #expect(codes("code,event,occasion,form\n") == ["no-items"])
    #expect(codes("code,occasion,form,item\n") == ["missing-column", "missing-column"])
    #expect(codes("code,event,occasion,form,q-anchr\n") == ["unknown-column"])
    #expect(codes("code,event,occasion,form,q-anchor,Q-ANCHOR\n") == ["column-twice"])
    #expect(codes("code,event,occasion,form,item,answer,name\n") == ["unknown-column"])
    #expect(codes("code,event,occasion,form,q-anchor\na,b\n").contains("cell-count"))
    #expect(codes("code,\"event\n") == ["open-quote"])
  }

  @Test("finds attempts that stand twice in the file or are recorded already")
  func twice() throws {
    let wide = "code,event,occasion,form,q-anchor,q-own-a,q-number,q-text\n"
    let row = "\(codeA),kampot-1,pre,ila-a,a,a,1,x\n"
    #expect(plan(wide + row + row).findings.map(\.code) == ["attempt-twice"])
    let known = ScoredAttempt(
      id: "x-1", record: Sample.attempt(codeA), startedAt: StoreOptions.noon,
      submittedAt: StoreOptions.noon, outcomes: [], answers: [:])
    #expect(
      plan(wide + row, context(attempts: [known])).findings.map(\.code) == ["already-recorded"])
    let other = wide.replacingFirst("code,", with: "code,attempt,")
    let practice = "\(codeA),1,,practice,ila-a,a,a,1,x\n\(codeA),២,,practice,ila-a,b,a,1,x\n"
    let plan = plan(other + practice, context(attempts: [known]))
    #expect(plan.findings.isEmpty)
    #expect(imported(plan).map(\.repetition) == [1, 2])
    #expect(imported(plan).map(\.attempt.event) == [nil, nil])
    #expect(
      self.plan(other + "\(codeA),0,,practice,ila-a,a,a,1,x\n").findings.map(\.code) == [
        "unknown-attempt"
      ])
    let foreign = wide + "\(codeA),kampot-1,pre,ila-x,a,a,1,x\n"
    var context = context()
    context.forms.append(Sample.form("ila-x", anchor: "q-anchor", own: "q-own-a"))
    #expect(self.plan(foreign, context).findings.map(\.code) == ["foreign-form"])
  }

  @Test("finds what contradicts itself or the records about an attempt or a person")
  func contradictions() throws {
    let header = "code,event,occasion,form,item,answer,sex,language,mode,started,submitted\n"
    func row(_ item: String, _ rest: String) -> String {
      "\(codeA),kampot-1,pre,ila-a,\(item),a,\(rest)\n"
    }
    let plan = plan(
      header + row("q-anchor", "f,en,paper,,") + row("q-own-a", "m,km,paper,,"))
    #expect(plan.findings.map(\.code) == ["missing-items", "person-differs", "rows-differ"])
    let bad = self.plan(header + row("q-anchor", "q,fr,drum,noon,2026-01-05"))
    #expect(
      Set(bad.findings.map(\.code)) == [
        "unknown-sex", "unknown-language", "unknown-mode", "bad-time", "missing-items",
      ])
    let known = context(people: [PersonAttributes(code: codeA, sex: "male")])
    let differs = self.plan(header + row("q-anchor", "f,en,page,2026-01-05T08:00:00Z,"), known)
    #expect(differs.findings.map(\.code) == ["contradiction", "missing-items"])
    #expect(differs.people == 0)
    #expect(imported(differs).first?.startedAt == "2026-01-05T08:00:00Z")
    #expect(imported(differs).first?.attempt.mode == .page)
    #expect(imported(differs).first?.attempt.language == .english)
  }

  private func store(_ name: String) throws -> Store {
    let store = try Store.open("\(folder.path)/\(name)", options: .test(device: name))
    try store.append(.eventCreated(Sample.event))
    for (code, sequence) in [(codeA, FormSequence.firstThenSecond), (codeB, .secondThenFirst)] {
      try store.append(
        .learnerEnrolled(
          EnrollmentRecord(event: "kampot-1", code: code, sequence: sequence, number: 1)))
    }
    return store
  }

  @Test("of what was exported gives the same records and the same export again")
  func roundTrip() throws {
    let first = try store("first")
    var generator = SeededGenerator(seed: 2, purpose: "results")
    for code in [codeA, codeB] {
      try first.append(
        .personDescribed(PersonAttributes(code: code, organisation: " \"A\", B; C ")))
      for occasion in [Occasion.pre, .post, .practice, .practice] {
        let event = try #require(try first.event("kampot-1"))
        let form =
          event.allocatedForm(code: code, occasion: occasion) == "ila-b" ? forms[1] : forms[0]
        let id = try first.append(
          .attemptStarted(
            AttemptRecord(
              event: occasion == .practice ? nil : event.id, code: code, occasion: occasion,
              form: form, language: .english, mode: .terminal, optionSeed: "x")))
        var attempt = Attempt(items: form.items.map(\.id))
        for item in form.items where generator.index(below: 4) > 0 {
          let response: Response =
            switch item.interaction {
            case .choice(let choice):
              .chosen(choice.options.map(\.id).prefix(choice.isMultiple ? 2 : 1))
            case .numeric: .number(generator.unit() * 24)
            default: .text("ឃុំ, \"commune\"\n;")
            }
          attempt = attempt.after(.answered(item: item.id, response: response))
          try first.append(
            .answerGiven(AnswerRecord(attempt: id, item: item.id, response: response)))
        }
        try first.append([
          .attemptSubmitted(SubmissionRecord(attempt: id)),
          .attemptScored(
            ScoreRecord(attempt: id, formVersion: form.version, outcomes: attempt.outcomes(form))),
        ])
      }
    }
    let text = ResultsExport.csv(try first.attempts(), people: try first.people())
    #expect(text.hasPrefix("code,event,occasion,form,item,answer,sex,province,organisation,role,"))
    let second = try store("second")
    let file = SourceFile(path: "results.csv", text: text)
    let plan = try second.importResults(file, forms: forms, language: .khmer)
    #expect(plan.findings.isEmpty)
    #expect(plan.attempts == 8)
    #expect(try second.people() == first.people())
    for (left, right) in zip(try sorted(first), try sorted(second)) {
      #expect(left.outcomes == right.outcomes && left.answers == right.answers)
      #expect(left.startedAt == right.startedAt && left.submittedAt == right.submittedAt)
      #expect(left.language == right.language && left.mode == right.mode)
    }
    #expect(ResultsExport.csv(try second.attempts(), people: try second.people()) == text)
    #expect(try second.check().isEmpty)
  }

  private func sorted(_ store: Store) throws -> [ScoredAttempt] {
    func key(_ attempt: ScoredAttempt) -> String {
      let answers = attempt.answers.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
      return ([attempt.code, attempt.occasion.rawValue] + answers).joined(separator: "|")
    }
    return try store.attempts().sorted { key($0) < key($1) }
  }

  @Test("of the same content again records nothing, whatever the file is called")
  func sameFileAgain() throws {
    let store = try store("first")
    let text = header + long(codeA, Sample.form, ["b", "a", "12", "x"])
    let plan = try store.importResults(
      SourceFile(path: "a.csv", text: text), forms: forms, language: .khmer)
    #expect(plan.attempts == 1)
    let again = try store.importResults(
      SourceFile(
        path: "b.csv", text: text.split(separator: "\n").joined(separator: "\r\n") + "\r\n"),
      forms: forms, language: .khmer)
    #expect(again.isKnown && again.findings.map(\.code) == ["already-imported"])
    #expect(again.findings.map(\.severity) == [.note])
    #expect(try store.attempts().count == 1)
  }

  @Test("of the same file on two machines counts once when they are merged")
  func twoMachines() throws {
    let text = header + long(codeA, Sample.form, ["b", "a", "12", "x"])
    let file = SourceFile(path: "a.csv", text: text)
    let stores = [try store("first"), try store("second")]
    for store in stores { _ = try store.importResults(file, forms: forms, language: .khmer) }
    _ = try stores[0].merge(from: stores[1].folder)
    _ = try stores[1].merge(from: stores[0].folder)
    #expect(try stores[0].attempts().count == 1)
    #expect(try stores[0].attempts() == stores[1].attempts())
  }

  @Test("of malformed tables never crashes, and records nothing without a word")
  func malformed() {
    var generator = SeededGenerator(seed: 4, purpose: "malformed")
    let pieces = [
      "code", "event", "occasion", "form", "item", "answer", "q-anchor", "q-own-a", "\"", "\n",
      "\r", ";",
      ",", ",", ",", ",", codeA, "kampot-1", "pre", "practice", "ila-a", "a", "១", "ក", "\u{FEFF}",
      "-1",
      "9999999999999999999", "sex", "f", "\u{0}", "attempt", header,
      header + codeA + ",kampot-1,pre,ila-a,",
    ]
    for _ in 0..<3000 {
      let text = (0..<generator.index(below: 30)).map { _ in
        pieces[generator.index(below: pieces.count)]
      }.joined()
      let plan = plan(text)
      #expect(!plan.facts.isEmpty || !plan.findings.isEmpty)
    }
  }
}

enum LearnerCodeSample {
  static let second = made(2)
  static let third = made(3)

  private static func made(_ seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed, purpose: "sample")
    return LearnerCode.make(using: &generator, taken: [])
  }
}

extension String {
  fileprivate func replacingFirst(_ text: String, with other: String) -> String {
    hasPrefix(text) ? other + dropFirst(text.count) : self
  }
}
