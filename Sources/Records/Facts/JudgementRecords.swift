/// An attempt that counts in no report, such as one of another person under this code; the latest
/// word holds.
package struct SetAsideRecord: Sendable, Hashable, Codable {
  /// The id of the attempt.
  package var attempt: String
  /// Why, in words.
  package var reason: String
  /// The code or the initials of whoever says so; never a name.
  package var by: String?
  /// `true` where it counts again; absent otherwise.
  package var restored: Bool?

  /// Creates a record.
  package init(
    attempt: String, reason: String, by: String? = nil, restored: Bool? = nil
  ) {
    self.attempt = attempt
    self.reason = reason
    self.by = by
    self.restored = restored
  }
}

/// How the cut score of a form was set; the latest word about a form holds.
package struct CutScoreRecord: Sendable, Hashable, Codable {
  /// The id of the form.
  package var form: String
  /// The version of the form.
  package var formVersion: String
  /// The method, such as `angoff`.
  package var method: String
  /// The cut score in percent of the points, from 0 to 100.
  package var cut: Double
  /// Its standard error in percent of the points.
  package var standardError: Double?
  /// How many judges.
  package var judges: Int?
  /// What it rests on, in words.
  package var reason: String
  /// The code or the initials of whoever says so; never a name.
  package var by: String?

  /// Creates a record.
  package init(
    form: String, formVersion: String, method: String, cut: Double, standardError: Double? = nil,
    judges: Int? = nil, reason: String, by: String? = nil
  ) {
    self.form = form
    self.formVersion = formVersion
    self.method = method
    self.cut = cut
    self.standardError = standardError
    self.judges = judges
    self.reason = reason
    self.by = by
  }
}
