/// A trainer who teaches an event; the latest word about a trainer and an event holds.
package struct AssignmentRecord: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The trainer's code.
  package var code: String
  /// Whether the trainer leads.
  package var role: Role
  /// The days of the event, from 1 on; `nil` for all.
  package var days: [Int]?
  /// `true` where the assignment is taken back; absent otherwise.
  package var withdrawn: Bool?

  /// Creates a record.
  package init(
    event: String, code: String, role: Role, days: [Int]? = nil, withdrawn: Bool? = nil
  ) {
    self.event = event
    self.code = code
    self.role = role
    self.days = days
    self.withdrawn = withdrawn
  }

  /// The part of a trainer in an event.
  package enum Role: String, Sendable, Hashable, CaseIterable, Codable {
    /// Answers for the event.
    case lead
    /// Teaches beside the lead.
    case co
  }
}

/// Whether a learner was there on a day; the latest word about a learner, an event and a day holds.
package struct AttendanceRecord: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The learner's code.
  package var code: String
  /// The day of the event, from 1 on.
  package var day: Int
  /// How much of the day.
  package var presence: Presence
  /// The code or the initials of whoever says so; never a name.
  package var by: String?

  /// Creates a record.
  package init(
    event: String, code: String, day: Int, presence: Presence, by: String? = nil
  ) {
    self.event = event
    self.code = code
    self.day = day
    self.presence = presence
    self.by = by
  }

  /// How much of a day a learner was there.
  package enum Presence: String, Sendable, Hashable, CaseIterable, Codable {
    /// The whole day.
    case full
    /// A part of it.
    case half
    /// Not at all.
    case absent
  }
}

/// Who works in a team of an event; the latest word about a team holds.
package struct TeamRecord: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The id of the team: lower-case letters, digits and hyphens.
  package var team: String
  /// The codes of its members; empty where the team is dissolved.
  package var members: [String]

  /// Creates a record.
  package init(
    event: String, team: String, members: [String]
  ) {
    self.event = event
    self.team = team
    self.members = members
  }
}

/// What an observer saw of a trainer's session, by a rubric; every observation stays.
package struct ObservationRecord: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The code of the trainer who was observed.
  package var trainer: String
  /// The code of the observer.
  package var observer: String
  /// The id of the module that was taught.
  package var module: String?
  /// The day of the event, from 1 on.
  package var day: Int?
  /// The id of the rubric.
  package var rubric: String
  /// The version of the rubric.
  package var rubricVersion: String
  /// The place of the level of each criterion, from 0 on.
  package var levels: [String: Int]
  /// Whether the observer had been calibrated on this rubric.
  package var calibrated: Bool

  /// Creates a record.
  package init(
    event: String, trainer: String, observer: String, module: String? = nil, day: Int? = nil,
    rubric: String, rubricVersion: String, levels: [String: Int], calibrated: Bool
  ) {
    self.event = event
    self.trainer = trainer
    self.observer = observer
    self.module = module
    self.day = day
    self.rubric = rubric
    self.rubricVersion = rubricVersion
    self.levels = levels
    self.calibrated = calibrated
  }
}
