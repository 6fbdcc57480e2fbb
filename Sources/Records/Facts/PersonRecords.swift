/// A person may teach modules until a date; the latest word about a person and a module holds.
package struct CertificationRecord: Sendable, Hashable, Codable {
  /// The trainer's code.
  package var code: String
  /// The ids of the modules.
  package var modules: [String]
  /// The first day on which it holds, as `2026-11-25`.
  package var from: String
  /// The last day on which it holds; `nil` without an end.
  package var until: String?
  /// The rule by which it was given, in words.
  package var rule: String?
  /// The event at which it was earned.
  package var event: String?
  /// `true` where it is taken back; absent otherwise.
  package var withdrawn: Bool?
  /// The code or the initials of whoever says so; never a name.
  package var by: String?

  /// Creates a record.
  package init(
    code: String, modules: [String], from: String, until: String? = nil, rule: String? = nil,
    event: String? = nil, withdrawn: Bool? = nil, by: String? = nil
  ) {
    self.code = code
    self.modules = modules
    self.from = from
    self.until = until
    self.rule = rule
    self.event = event
    self.withdrawn = withdrawn
    self.by = by
  }
}

/// A role that a person has in the programme; the latest word about a person and a role holds.
package struct RoleRecord: Sendable, Hashable, Codable {
  /// The person's code.
  package var code: String
  /// The role.
  package var role: Role
  /// `true` where the person has it no more; absent otherwise.
  package var withdrawn: Bool?

  /// Creates a record.
  package init(
    code: String, role: Role, withdrawn: Bool? = nil
  ) {
    self.code = code
    self.role = role
    self.withdrawn = withdrawn
  }

  /// The roles of a training-of-trainers cascade.
  package enum Role: String, Sendable, Hashable, CaseIterable, Codable {
    /// Trains trainers.
    case masterTrainer = "master-trainer"
    /// Trains officials of ministries.
    case coreTrainer = "core-trainer"
    /// Trains officials of a province.
    case localTrainer = "local-trainer"
    /// Observes sessions by a rubric.
    case observer
    /// Takes part.
    case participant
  }
}

/// One code is another's: what was recorded of `from` belongs to the person behind `to`.
///
/// Both facts stay; the latest word about `from` holds.
package struct LinkRecord: Sendable, Hashable, Codable {
  /// The code that was mistyped or given twice.
  package var from: String
  /// The code of the person; the same as `from` takes the link back.
  package var to: String
  /// Why, in words.
  package var reason: String
  /// The code or the initials of whoever says so; never a name.
  package var by: String?

  /// Creates a record.
  package init(
    from: String, to: String, reason: String, by: String? = nil
  ) {
    self.from = from
    self.to = to
    self.reason = reason
    self.by = by
  }
}

/// The person behind a code is to be forgotten: name and attributes are erased, here and wherever
/// this fact arrives.
package struct TombstoneRecord: Sendable, Hashable, Codable {
  /// The code.
  package var code: String
  /// Why, in words that name nobody.
  package var reason: String
  /// The code or the initials of whoever says so; never a name.
  package var by: String?
  /// The records whose attributes were erased: no other line may be without its text.
  package var erased: [ErasedRecord]?

  /// Creates a record.
  package init(
    code: String, reason: String, by: String? = nil, erased: [ErasedRecord]? = nil
  ) {
    self.code = code
    self.reason = reason
    self.by = by
    self.erased = erased
  }
}

/// Whether a person lets the results into reports; the latest word about a person and an event
/// holds.
package struct ParticipationRecord: Sendable, Hashable, Codable {
  /// The event; `nil` for all.
  package var event: String?
  /// The learner's code.
  package var code: String
  /// `false` where the person declined: the test may be taken and stays out of reports.
  package var included: Bool
  /// The version of the notice that the person read.
  package var notice: String
  /// The code or the initials of whoever says so; never a name.
  package var by: String?

  /// Creates a record.
  package init(
    event: String? = nil, code: String, included: Bool, notice: String, by: String? = nil
  ) {
    self.event = event
    self.code = code
    self.included = included
    self.notice = notice
    self.by = by
  }
}
