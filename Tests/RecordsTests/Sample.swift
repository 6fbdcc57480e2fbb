import Assessment
import Source
import Text

@testable import Records

/// Made-up facts for tests.
enum Sample {
  static let event = EventRecord(
    id: "kampot-1", title: LocalizedText(en: "Test event", km: "ព្រឹត្តិការណ៍សាកល្បង"),
    curriculum: "ila", curriculumVersion: "1", forms: ["ila-a", "ila-b"], seed: 7)

  static func attempt(
    _ code: String = "code", event: String? = "kampot-1", occasion: Occasion = .pre
  ) -> AttemptRecord {
    AttemptRecord(
      event: event, code: code, occasion: occasion, form: form.id, formVersion: form.version,
      items: form.items.map(\.id), language: .khmer, mode: .terminal, optionSeed: "s")
  }

  static let form = form("ila-a", anchor: "q-anchor", own: "q-own-a")
  static let otherForm = form("ila-b", anchor: "q-anchor", own: "q-own-b")

  static func form(_ id: String, anchor: String, own: String) -> TestForm {
    TestForm(
      id: id, title: LocalizedText(same: id),
      items: [
        choice(anchor, right: ["b"]), choice(own, right: ["a", "c"]),
        item("q-number", .numeric(NumericInteraction(value: 12, tolerance: 0.5))),
        item("q-text", .text(TextInteraction(accepted: ["commune", "ឃុំ"]))),
      ], anchors: [anchor], minutes: 45, masteryPercent: 60)
  }

  static func choice(_ id: String, right: [String]) -> Item {
    let options = ["a", "b", "c", "d"].map {
      ChoiceOption(id: $0, text: LocalizedText(same: "option \($0)"), isCorrect: right.contains($0))
    }
    return item(id, .choice(ChoiceInteraction(isMultiple: right.count > 1, options: options)))
  }

  static func item(_ id: String, _ interaction: Interaction) -> Item {
    Item(
      id: id, outcome: Located("CSE-1", at: SourceLocation(file: "sample")), cognitive: .apply,
      stem: LocalizedText(same: "stem"), interaction: interaction)
  }

  /// A site that nobody signs for.
  static let site = SiteRecord(
    site: "00112233aabbccdd", name: "កំពត 1",
    keys: [SiteKey(key: String(repeating: "ab", count: 32), created: "2026-01-05T12:00:00Z")],
    signature: "00")

  /// One fact of each kind.
  static var facts: [Fact] {
    [
      .eventCreated(event),
      .occasionOpened(OccasionRecord(event: event.id, occasion: .pre)),
      .learnerEnrolled(
        EnrollmentRecord(event: event.id, code: "code", sequence: .firstThenSecond, number: 1)),
      .personDescribed(PersonAttributes(code: "code", sex: "female", province: "kampot")),
      .attemptStarted(attempt()),
      .answerGiven(AnswerRecord(attempt: "alpha-5", item: "q-anchor", response: .chosen(["b"]))),
      .answerGiven(AnswerRecord(attempt: "alpha-5", item: "q-number", response: .number(12.25))),
      .answerGiven(AnswerRecord(attempt: "alpha-5", item: "q-text", response: .text("ឃុំ"))),
      .attemptMoved(MoveRecord(attempt: "alpha-5", position: 2)),
      .attemptSubmitted(SubmissionRecord(attempt: "alpha-5")),
      .attemptScored(
        ScoreRecord(
          attempt: "alpha-5", formVersion: form.version,
          outcomes: form.items.map { ResponseProcessing.score($0, nil) })),
      .attemptRescored(
        RescoreRecord(
          attempt: "alpha-5", reason: "The key was wrong. គន្លឹះខុស។", formVersion: form.version,
          outcome: ResponseProcessing.score(form.items[0], .chosen(["b"])))),
      .ratingGiven(
        RatingRecord(
          attempt: "alpha-5", rubric: RescoringSample.rubric, levels: ["clear": 1, "true": 1],
          rater: "r1", outcome: ResponseProcessing.score(form.items[0], .chosen(["b"])),
          revision: 2)),
      .accommodationGranted(
        AccommodationRecord(
          event: event.id, code: "code", time: .factor(1.5), reason: .reading, by: "t1")),
      .accommodationGranted(
        AccommodationRecord(event: event.id, code: "code", time: nil, reason: .other)),
      .attemptImported(
        ImportRecord(
          attempt: attempt("paper", occasion: .post), answers: ["q-anchor": .chosen(["a"])],
          outcomes: form.items.map { ResponseProcessing.score($0, nil) }, startedAt: nil,
          submittedAt: nil, repetition: 1, file: "f.csv", sha256: "00")),
      .occasionClosed(OccasionRecord(event: event.id, occasion: .pre)),
      .siteDescribed(site),
      .journalSigned(
        SignatureRecord(through: 18, hash: "00", key: site.keys[0].fingerprint, signature: "00")),
    ]
  }
}
