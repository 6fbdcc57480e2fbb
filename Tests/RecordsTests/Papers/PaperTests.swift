import Assessment
import Testing
import Text

@testable import Records

@Suite("Papers")
struct PaperTests {
  typealias Mark = PaperEntryRecord.Mark

  private func entry(
    _ by: String, _ marks: [String: Mark], pass: PaperEntryRecord.Pass = .first,
    form: String = "ila-a"
  ) -> PaperEntryRecord {
    PaperEntryRecord(
      event: "kampot-1", code: "2222-2222", occasion: .pre, form: form, formVersion: "1",
      language: "km", pass: pass, by: by, marks: marks)
  }

  private func state(_ entries: [PaperEntryRecord]) -> PaperState? {
    var statements = Statements()
    for (place, entry) in entries.enumerated() {
      statements.add(.paperEntered(entry), id: "a-\(place)", time: "2026-11-26T03:00:00Z")
    }
    return PaperState.all(statements, event: "kampot-1").first
  }

  private let full: [String: Mark] = [
    "q-anchor": Mark(state: .answered, text: "b"), "q-own-a": Mark(state: .blank),
    "q-number": Mark(state: .answered, text: "12"),
    "q-text": Mark(state: .answered, text: "commune"),
  ]

  @Test("two laptops that both called theirs the first are first and second")
  func twoFirsts() {
    let found = state([entry("ab", full), entry("cd", full)])
    #expect(found?.stage(Sample.form) == .agreed && found?.second?.by == "cd")
    let same = state([entry("ab", full), entry("AB", full)])
    #expect(same?.stage(Sample.form) == .keyedOnce && same?.surplus == 1)
    let other = state([entry("ab", full), entry("cd", full, form: "ila-b")])
    #expect(other?.stage(Sample.form) == .keyedOnce && other?.surplus == 1)
    #expect(state([entry("ab", full, pass: .settled)]) == nil)
  }

  @Test("spaces and zero-width characters of a text are no difference; a state is")
  func agreement() {
    var second = full
    second["q-text"] = Mark(state: .answered, text: " Commune\u{200B} ")
    #expect(state([entry("ab", full), entry("cd", second)])?.differences(Sample.form) == [])
    second["q-own-a"] = Mark(state: .unclear)
    second["q-number"] = Mark(state: .answered, text: "21")
    let found = state([entry("ab", full), entry("cd", second)])
    #expect(found?.differences(Sample.form) == ["q-own-a", "q-number"])
    #expect(found?.compared == 4 && found?.stage(Sample.form) == .differing)
    #expect(found?.marks(Sample.form) == nil)
    second["q-text"] = nil
    let torn = state([entry("ab", full), entry("cd", second)])
    #expect(torn?.differences(Sample.form).contains("q-text") == true)
    let settled = state([entry("ab", full), entry("cd", second), entry("ef", full, pass: .settled)])
    #expect(settled?.stage(Sample.form) == .settled && settled?.marks(Sample.form) == full)
  }

  @Test("the same paper scored on two laptops is one attempt after a merge")
  func mergedOnce() throws {
    var event = EventSummary(record: Sample.event, createdAt: StoreOptions.noon)
    event.learners = [.init(code: "2222-2222", sequence: .firstThenSecond, number: 1)]
    guard let state = state([entry("ab", full), entry("cd", full, pass: .second)]) else {
      Issue.record("no paper")
      return
    }
    let planning = PaperPlanning(
      event: event, occasion: .pre, states: [state], attempts: [], accommodations: [])
    let here = planning.scored(state, form: Sample.form)
    let there = planning.scored(state, form: Sample.form)
    #expect(here.findings.isEmpty && here.facts == there.facts)
    guard case .attemptImported(let record)? = here.facts.first else {
      Issue.record("no attempt")
      return
    }
    #expect(record.attempt.mode == .paper && record.answers.count == 3)
    #expect(record.outcomes.map(\.isAnswered) == [true, false, true, true])
    #expect(record.outcomes.reduce(0) { $0 + $1.score } == 3)
    var changed = Sample.form
    changed.items.append(Sample.choice("q-new", right: ["a"]))
    #expect(planning.scored(state, form: changed).findings.map(\.code) == ["missing-item"])
    #expect(planning.scored(state, form: changed).facts.isEmpty)
  }

  @Test("signs are marks, and behind a backslash they are answers")
  func signs() {
    let item = Sample.form.items[3]
    func read(_ typed: String) -> PaperMarkInput.Reading { PaperMarkInput.read(typed, item: item) }
    #expect(read("-") == .mark(Mark(state: .blank)))
    #expect(read("?") == .mark(Mark(state: .unclear)))
    #expect(read("!") == .mark(Mark(state: .double)))
    #expect(read("\\?") == .mark(Mark(state: .answered, text: "?")))
    #expect(read("<") == .back && read("។") == .stop)
    if case .notUnderstood = read(" \u{200B}") {} else { Issue.record("nothing is something") }
    let choice = Sample.form.items[0]
    #expect(
      PaperMarkInput.read("ខ", item: choice) == .mark(Mark(state: .answered, text: "b")))
    #expect(
      PaperMarkInput.read("-3", item: Sample.form.items[2])
        == .mark(Mark(state: .answered, text: "-3")))
  }

  private func joined(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  @Test("any wrong or swapped character of a certificate's code is found")
  func certificateCodes() {
    var generator = SeededGenerator(seed: 2_026, purpose: "certificates")
    let alphabet = Array(LearnerCode.alphabet)
    var codes: Set<String> = []
    for number in 0..<300 {
      let code = CertificateCode.make(
        event: "e\(number)", learner: "2222-2222",
        kind: number.isMultiple(of: 2) ? .attendance : .completion)
      codes.insert(code)
      #expect(CertificateCode.parse(code) == code)
      #expect(CertificateCode.parse(code.lowercased().filter { $0 != "-" }) == code)
      var scalars: [Unicode.Scalar] = code.unicodeScalars.filter { $0 != "-" }
      let place = Int(generator.next(upperBound: UInt64(12)))
      let other = alphabet[Int(generator.next(upperBound: UInt64(alphabet.count)))]
      if other != scalars[place] {
        var wrong = scalars
        wrong[place] = other
        #expect(CertificateCode.parse(joined(wrong)) == nil)
      }
      let second = (place + 1) % 12
      if scalars[place] != scalars[second] {
        scalars.swapAt(place, second)
        #expect(CertificateCode.parse(joined(scalars)) == nil)
      }
    }
    #expect(codes.count == 300)
    #expect(CertificateCode.parse("") == nil && CertificateCode.parse("ABCD") == nil)
  }
}
