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

  /// What rows of a made-up file have in common.
  static var batch: BatchRecord {
    guard
      let batch = try? BatchRecord(
        event: event.id, occasion: .post, form: form, language: .khmer, mode: .paper,
        file: "f.csv", sha256: "00")
    else { preconditionFailure("a batch of plain values can always be encoded") }
    return batch
  }

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
      .batchDescribed(batch),
      .rowImported(
        RowRecord(
          batch: batch.batch, code: "paper", answers: ["b", "a,c", "12.5", "ឃុំ"],
          won: [1, 0, 0.333333333, nil])),
      .attemptTotalled(
        TotalRecord(
          event: event.id, code: "paper", occasion: .pre, form: form.id, score: 62.5,
          maximum: 100, file: "grades.csv", sha256: "00")),
      .eventDescribed(EventDetails(event: event.id, venue: "សាលាខេត្ត", status: .held)),
      .teachingBegan(TeachingRecord(event: event.id, began: "2026-11-23T02:00:00.000Z")),
      .trainerAssigned(AssignmentRecord(event: event.id, code: "code", role: .lead, days: [1])),
      .attendanceRecorded(
        AttendanceRecord(event: event.id, code: "code", day: 1, presence: .half)),
      .teamFormed(TeamRecord(event: event.id, team: "team-1", members: ["code"])),
      .observationGiven(
        ObservationRecord(
          event: event.id, trainer: "code", observer: "o1", rubric: "delivery",
          rubricVersion: "1", levels: ["clear": 1], calibrated: true)),
      .certificationGiven(
        CertificationRecord(code: "code", modules: ["01"], from: "2026-11-23")),
      .roleGiven(RoleRecord(code: "code", role: .localTrainer)),
      .codesLinked(LinkRecord(from: "wrong", to: "code", reason: "mistyped")),
      .personForgotten(TombstoneRecord(code: "gone", reason: "asked for it")),
      .participationDecided(
        ParticipationRecord(event: event.id, code: "code", included: false, notice: "1")),
      .surveyAnswered(
        SurveyRecord(
          event: event.id, code: "code", respondent: .supervisor, form: "follow-up",
          formVersion: "1", answers: ["uses": RecordedResponse(.number(3))],
          date: "2027-03-01")),
      .surveySent(
        SurveyRequest(
          event: event.id, code: "code", respondent: .counterpart, form: "follow-up",
          date: "2027-02-01")),
      .paperEntered(
        PaperEntryRecord(
          event: event.id, code: "code", occasion: .pre, form: "a", formVersion: "1",
          language: "km", pass: .first, by: "ts",
          marks: ["q-anchor": .init(state: .answered, text: "b"), "q-text": .init(state: .blank)]
        )),
      .attemptSetAside(SetAsideRecord(attempt: "alpha-5", reason: "another person")),
      .cutScoreSet(
        CutScoreRecord(
          form: "a", formVersion: "1", method: "angoff", cut: 62.5, standardError: 1.5, judges: 8,
          reason: "panel")),
      .occasionClosed(OccasionRecord(event: event.id, occasion: .pre)),
      .siteDescribed(site),
      .journalSigned(
        SignatureRecord(through: 18, hash: "00", key: site.keys[0].fingerprint, signature: "00")),
    ]
  }
}
