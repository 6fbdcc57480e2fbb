/// Something that happened, as a journal keeps it for ever.
///
/// A fact is never changed; a correction is a new fact. Each has a `kind` in its JSON that names
/// it; a Sala that does not know a kind refuses the journal rather than answer from half of it.
/// A new meaning therefore takes a new kind; a new key that may be passed over does not.
package enum Fact: Sendable, Hashable {
  /// An event was created.
  case eventCreated(EventRecord)
  /// The trainer opened an occasion: the learners of the event may now take its test.
  case occasionOpened(OccasionRecord)
  /// The trainer closed an occasion.
  case occasionClosed(OccasionRecord)
  /// A learner code was given a place in an event.
  case learnerEnrolled(EnrollmentRecord)
  /// Something became known about the person behind a code; never a name.
  case personDescribed(PersonAttributes)
  /// A person began an attempt; the identity of this fact is the attempt's id.
  case attemptStarted(AttemptRecord)
  /// An item was answered, its answer changed or, with an empty response, taken back.
  case answerGiven(AnswerRecord)
  /// The person went to another question without answering.
  case attemptMoved(MoveRecord)
  /// An attempt was handed in; answers that come later do not count.
  case attemptSubmitted(SubmissionRecord)
  /// An attempt was scored; the latest scoring counts.
  case attemptScored(ScoreRecord)
  /// An item of a scored attempt was scored again; the latest counts, the earlier stay.
  case attemptRescored(RescoreRecord)
  /// A human judged an item of an attempt by a rubric; the latest counts, the earlier stay.
  case ratingGiven(RatingRecord)
  /// A learner was granted more time or large print, or the grant was withdrawn; the latest holds.
  case accommodationGranted(AccommodationRecord)
  /// A whole attempt came out of a file; the identity of this fact is the attempt's id.
  case attemptImported(ImportRecord)
  /// What the rows of an import that follow have in common.
  case batchDescribed(BatchRecord)
  /// A whole attempt came out of a file, as a row of a batch; the identity of this fact is the
  /// attempt's id.
  case rowImported(RowRecord)
  /// Another system told the total of a test without its answers.
  case attemptTotalled(TotalRecord)
  /// The site whose key signs from here on, with all its public keys.
  case siteDescribed(SiteRecord)
  /// Everything before this record was signed with the site's key.
  case journalSigned(SignatureRecord)
  /// What became known of an event beyond its creation.
  case eventDescribed(EventDetails)
  /// Teaching began; what is handed in later is no pre-test.
  case teachingBegan(TeachingRecord)
  /// A trainer teaches an event, or does so no more.
  case trainerAssigned(AssignmentRecord)
  /// A learner was there on a day, or was not.
  case attendanceRecorded(AttendanceRecord)
  /// A team of an event has these members.
  case teamFormed(TeamRecord)
  /// An observer saw a trainer teach.
  case observationGiven(ObservationRecord)
  /// A person may teach modules until a date, or may no more.
  case certificationGiven(CertificationRecord)
  /// A person has a role in the programme, or has it no more.
  case roleGiven(RoleRecord)
  /// One code is another's.
  case codesLinked(LinkRecord)
  /// The person behind a code is to be forgotten.
  case personForgotten(TombstoneRecord)
  /// A person lets the results into reports, or does not.
  case participationDecided(ParticipationRecord)
  /// A form about reaction or behaviour was answered.
  case surveyAnswered(SurveyRecord)
  /// A form about reaction or behaviour was sent out.
  case surveySent(SurveyRequest)
  /// A paper was keyed, or two entries of it were settled.
  case paperEntered(PaperEntryRecord)
  /// An attempt counts in no report, or counts again.
  case attemptSetAside(SetAsideRecord)
  /// The cut score of a form was set.
  case cutScoreSet(CutScoreRecord)

  /// The names of the kinds, as journals write them.
  enum Kind: String, CaseIterable, Codable {
    case eventCreated = "event-created"
    case occasionOpened = "occasion-opened"
    case occasionClosed = "occasion-closed"
    case learnerEnrolled = "learner-enrolled"
    case personDescribed = "person-described"
    case attemptStarted = "attempt-started"
    case answerGiven = "answer-given"
    case attemptMoved = "attempt-moved"
    case attemptSubmitted = "attempt-submitted"
    case attemptScored = "attempt-scored"
    case attemptRescored = "attempt-rescored"
    case ratingGiven = "rating-given"
    case accommodationGranted = "accommodation-granted"
    case attemptImported = "attempt-imported"
    case batchDescribed = "batch-described"
    case rowImported = "row-imported"
    case attemptTotalled = "attempt-totalled"
    case siteDescribed = "site-described"
    case journalSigned = "journal-signed"
    case eventDescribed = "event-described"
    case teachingBegan = "teaching-began"
    case trainerAssigned = "trainer-assigned"
    case attendanceRecorded = "attendance-recorded"
    case teamFormed = "team-formed"
    case observationGiven = "observation-given"
    case certificationGiven = "certification-given"
    case roleGiven = "role-given"
    case codesLinked = "codes-linked"
    case personForgotten = "person-forgotten"
    case participationDecided = "participation-decided"
    case surveyAnswered = "survey-answered"
    case surveySent = "survey-sent"
    case paperEntered = "paper-entered"
    case attemptSetAside = "attempt-set-aside"
    case cutScoreSet = "cut-score-set"
  }

  /// The kind.
  var kind: Kind {
    switch self {
    case .eventCreated: .eventCreated
    case .occasionOpened: .occasionOpened
    case .occasionClosed: .occasionClosed
    case .learnerEnrolled: .learnerEnrolled
    case .personDescribed: .personDescribed
    case .attemptStarted: .attemptStarted
    case .answerGiven: .answerGiven
    case .attemptMoved: .attemptMoved
    case .attemptSubmitted: .attemptSubmitted
    case .attemptScored: .attemptScored
    case .attemptRescored: .attemptRescored
    case .ratingGiven: .ratingGiven
    case .accommodationGranted: .accommodationGranted
    case .attemptImported: .attemptImported
    case .batchDescribed: .batchDescribed
    case .rowImported: .rowImported
    case .attemptTotalled: .attemptTotalled
    case .siteDescribed: .siteDescribed
    case .journalSigned: .journalSigned
    case .eventDescribed: .eventDescribed
    case .teachingBegan: .teachingBegan
    case .trainerAssigned: .trainerAssigned
    case .attendanceRecorded: .attendanceRecorded
    case .teamFormed: .teamFormed
    case .observationGiven: .observationGiven
    case .certificationGiven: .certificationGiven
    case .roleGiven: .roleGiven
    case .codesLinked: .codesLinked
    case .personForgotten: .personForgotten
    case .participationDecided: .participationDecided
    case .surveyAnswered: .surveyAnswered
    case .surveySent: .surveySent
    case .paperEntered: .paperEntered
    case .attemptSetAside: .attemptSetAside
    case .cutScoreSet: .cutScoreSet
    }
  }

  /// Whether the journal is signed right after it, where the store has a site's key: results, and
  /// what ends a test.
  var asksForSignature: Bool {
    switch self {
    case .attemptSubmitted, .attemptScored, .attemptImported, .rowImported, .attemptTotalled,
      .attemptRescored, .ratingGiven, .occasionClosed, .observationGiven, .certificationGiven,
      .participationDecided, .personForgotten, .attemptSetAside, .cutScoreSet:
      true
    default: false
    }
  }
}

/// A kind of fact that this Sala does not know; a newer one wrote it.
struct UnknownFactKind: Error {
  var kind: String
}

extension Fact: Codable {
  private enum Key: String, CodingKey {
    case kind
  }

  /// Reads a fact by its kind.
  package init(from decoder: any Decoder) throws {
    let name = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .kind)
    guard let kind = Kind(rawValue: name) else { throw UnknownFactKind(kind: name) }
    switch kind {
    case .eventCreated: self = .eventCreated(try EventRecord(from: decoder))
    case .occasionOpened: self = .occasionOpened(try OccasionRecord(from: decoder))
    case .occasionClosed: self = .occasionClosed(try OccasionRecord(from: decoder))
    case .learnerEnrolled: self = .learnerEnrolled(try EnrollmentRecord(from: decoder))
    case .personDescribed: self = .personDescribed(try PersonAttributes(from: decoder))
    case .attemptStarted: self = .attemptStarted(try AttemptRecord(from: decoder))
    case .answerGiven: self = .answerGiven(try AnswerRecord(from: decoder))
    case .attemptMoved: self = .attemptMoved(try MoveRecord(from: decoder))
    case .attemptSubmitted: self = .attemptSubmitted(try SubmissionRecord(from: decoder))
    case .attemptScored: self = .attemptScored(try ScoreRecord(from: decoder))
    case .attemptRescored: self = .attemptRescored(try RescoreRecord(from: decoder))
    case .ratingGiven: self = .ratingGiven(try RatingRecord(from: decoder))
    case .accommodationGranted:
      self = .accommodationGranted(try AccommodationRecord(from: decoder))
    case .attemptImported: self = .attemptImported(try ImportRecord(from: decoder))
    case .batchDescribed: self = .batchDescribed(try BatchRecord(from: decoder))
    case .rowImported: self = .rowImported(try RowRecord(from: decoder))
    case .attemptTotalled: self = .attemptTotalled(try TotalRecord(from: decoder))
    case .siteDescribed: self = .siteDescribed(try SiteRecord(from: decoder))
    case .journalSigned: self = .journalSigned(try SignatureRecord(from: decoder))
    case .eventDescribed: self = .eventDescribed(try EventDetails(from: decoder))
    case .teachingBegan: self = .teachingBegan(try TeachingRecord(from: decoder))
    case .trainerAssigned: self = .trainerAssigned(try AssignmentRecord(from: decoder))
    case .attendanceRecorded: self = .attendanceRecorded(try AttendanceRecord(from: decoder))
    case .teamFormed: self = .teamFormed(try TeamRecord(from: decoder))
    case .observationGiven: self = .observationGiven(try ObservationRecord(from: decoder))
    case .certificationGiven: self = .certificationGiven(try CertificationRecord(from: decoder))
    case .roleGiven: self = .roleGiven(try RoleRecord(from: decoder))
    case .codesLinked: self = .codesLinked(try LinkRecord(from: decoder))
    case .personForgotten: self = .personForgotten(try TombstoneRecord(from: decoder))
    case .participationDecided: self = .participationDecided(try ParticipationRecord(from: decoder))
    case .surveyAnswered: self = .surveyAnswered(try SurveyRecord(from: decoder))
    case .surveySent: self = .surveySent(try SurveyRequest(from: decoder))
    case .paperEntered: self = .paperEntered(try PaperEntryRecord(from: decoder))
    case .attemptSetAside: self = .attemptSetAside(try SetAsideRecord(from: decoder))
    case .cutScoreSet: self = .cutScoreSet(try CutScoreRecord(from: decoder))
    }
  }

  /// Writes the keys of the record and the kind into one object.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind.rawValue, forKey: .kind)
    switch self {
    case .eventCreated(let record): try record.encode(to: encoder)
    case .occasionOpened(let record), .occasionClosed(let record): try record.encode(to: encoder)
    case .learnerEnrolled(let record): try record.encode(to: encoder)
    case .personDescribed(let record): try record.encode(to: encoder)
    case .attemptStarted(let record): try record.encode(to: encoder)
    case .answerGiven(let record): try record.encode(to: encoder)
    case .attemptMoved(let record): try record.encode(to: encoder)
    case .attemptSubmitted(let record): try record.encode(to: encoder)
    case .attemptScored(let record): try record.encode(to: encoder)
    case .attemptRescored(let record): try record.encode(to: encoder)
    case .ratingGiven(let record): try record.encode(to: encoder)
    case .accommodationGranted(let record): try record.encode(to: encoder)
    case .attemptImported(let record): try record.encode(to: encoder)
    case .batchDescribed(let record): try record.encode(to: encoder)
    case .rowImported(let record): try record.encode(to: encoder)
    case .attemptTotalled(let record): try record.encode(to: encoder)
    case .siteDescribed(let record): try record.encode(to: encoder)
    case .journalSigned(let record): try record.encode(to: encoder)
    case .eventDescribed(let record): try record.encode(to: encoder)
    case .teachingBegan(let record): try record.encode(to: encoder)
    case .trainerAssigned(let record): try record.encode(to: encoder)
    case .attendanceRecorded(let record): try record.encode(to: encoder)
    case .teamFormed(let record): try record.encode(to: encoder)
    case .observationGiven(let record): try record.encode(to: encoder)
    case .certificationGiven(let record): try record.encode(to: encoder)
    case .roleGiven(let record): try record.encode(to: encoder)
    case .codesLinked(let record): try record.encode(to: encoder)
    case .personForgotten(let record): try record.encode(to: encoder)
    case .participationDecided(let record): try record.encode(to: encoder)
    case .surveyAnswered(let record): try record.encode(to: encoder)
    case .surveySent(let record): try record.encode(to: encoder)
    case .paperEntered(let record): try record.encode(to: encoder)
    case .attemptSetAside(let record): try record.encode(to: encoder)
    case .cutScoreSet(let record): try record.encode(to: encoder)
    }
  }
}
