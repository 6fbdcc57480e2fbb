/// A record with the fact that said it.
package struct Said<Record: Sendable & Hashable>: Sendable, Hashable {
  /// The identity of the fact: `<device>-<seq>`.
  package var id: String
  /// When it was written, by the device's clock: RFC 3339 in UTC.
  package var time: String
  /// The record.
  package var record: Record

  /// Creates a said record.
  package init(id: String, time: String, record: Record) {
    self.id = id
    self.time = time
    self.record = record
  }
}

/// What facts say of events, people, papers and judgements beside tests, each kind in the order of
/// facts: the same list in every store that the same journals were merged into.
package struct Statements: Sendable, Hashable {
  /// What became known of events.
  package var details: [Said<EventDetails>] = []
  /// When teaching began.
  package var teaching: [Said<TeachingRecord>] = []
  /// Who teaches.
  package var assignments: [Said<AssignmentRecord>] = []
  /// Who was there.
  package var attendance: [Said<AttendanceRecord>] = []
  /// Who works together.
  package var teams: [Said<TeamRecord>] = []
  /// What observers saw.
  package var observations: [Said<ObservationRecord>] = []
  /// Who may teach.
  package var certifications: [Said<CertificationRecord>] = []
  /// Who has which role.
  package var roles: [Said<RoleRecord>] = []
  /// Which code is another's.
  package var links: [Said<LinkRecord>] = []
  /// Who is to be forgotten.
  package var tombstones: [Said<TombstoneRecord>] = []
  /// Who lets the results into reports.
  package var participation: [Said<ParticipationRecord>] = []
  /// What was answered about reaction and behaviour.
  package var surveys: [Said<SurveyRecord>] = []
  /// Who was asked.
  package var requests: [Said<SurveyRequest>] = []
  /// What was keyed from paper.
  package var papers: [Said<PaperEntryRecord>] = []
  /// Which attempts count in no report.
  package var setAside: [Said<SetAsideRecord>] = []
  /// How cut scores were set.
  package var cutScores: [Said<CutScoreRecord>] = []
  /// Totals of tests without their answers.
  package var totals: [Said<TotalRecord>] = []

  /// Creates statements, none at first.
  package init() {}

  /// Adds a fact; one about a test is passed over.
  mutating func add(_ fact: Fact, id: String, time: String) {
    func said<Record>(_ record: Record) -> Said<Record> {
      Said(id: id, time: time, record: record)
    }
    switch fact {
    case .eventDescribed(let record): details.append(said(record))
    case .teachingBegan(let record): teaching.append(said(record))
    case .trainerAssigned(let record): assignments.append(said(record))
    case .attendanceRecorded(let record): attendance.append(said(record))
    case .teamFormed(let record): teams.append(said(record))
    case .observationGiven(let record): observations.append(said(record))
    case .certificationGiven(let record): certifications.append(said(record))
    case .roleGiven(let record): roles.append(said(record))
    case .codesLinked(let record): links.append(said(record))
    case .personForgotten(let record): tombstones.append(said(record))
    case .participationDecided(let record): participation.append(said(record))
    case .surveyAnswered(let record): surveys.append(said(record))
    case .surveySent(let record): requests.append(said(record))
    case .paperEntered(let record): papers.append(said(record))
    case .attemptSetAside(let record): setAside.append(said(record))
    case .cutScoreSet(let record): cutScores.append(said(record))
    case .attemptTotalled(let record): totals.append(said(record))
    default: break
    }
  }
}

extension Store {
  /// Returns what facts say beside tests, in the order of facts.
  package func statements() throws(RecordsError) -> Statements {
    try catchUp()
    var statements = Statements()
    for row in try index.statements() {
      statements.add(row.fact, id: row.id, time: row.time)
    }
    return statements
  }
}
