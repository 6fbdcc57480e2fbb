package import Assessment

/// More time, as journals keep it: exactly one of its three keys is there.
package struct TimeGrant: Sendable, Hashable, Codable {
  /// The limit times this, above 1.
  package var timeFactor: Double?
  /// Minutes on top of the limit, at least 1.
  package var extraMinutes: Int?
  /// `true` for no limit at all.
  package var noLimit: Bool?

  /// Creates a grant.
  package init(_ time: Accommodation.Time) {
    switch time {
    case .factor(let factor): timeFactor = factor
    case .extraMinutes(let extra): extraMinutes = extra
    case .noLimit: noLimit = true
    }
  }

  /// What was granted; `nil` where a newer Sala granted something that this one does not know.
  package var time: Accommodation.Time? {
    if noLimit == true { return .noLimit }
    if let timeFactor { return .factor(timeFactor) }
    return extraMinutes.map { .extraMinutes($0) }
  }
}

/// An accommodation that was granted or withdrawn; the latest of a learner in an event holds.
package struct AccommodationRecord: Sendable, Hashable, Codable {
  /// The event; `nil` for all.
  package var event: String?
  /// The learner's code.
  package var code: String
  /// The time that was granted; `nil` for that of everybody.
  package var grant: TimeGrant?
  /// `true` for large print; absent otherwise.
  package var largePrint: Bool?
  /// The category of the reason; never a diagnosis.
  package var reason: Accommodation.Reason
  /// The code of whoever granted it, where that was said; never a name.
  package var by: String?

  /// Creates a record.
  package init(
    event: String?, code: String, time: Accommodation.Time?, hasLargePrint: Bool = false,
    reason: Accommodation.Reason, by: String? = nil
  ) {
    self.event = event
    self.code = code
    grant = time.map { TimeGrant($0) }
    largePrint = hasLargePrint ? true : nil
    self.reason = reason
    self.by = by
  }

  /// Whether the person gets large print.
  package var hasLargePrint: Bool { largePrint == true }

  /// Whether it takes back what was granted before.
  package var isWithdrawal: Bool { grant == nil && !hasLargePrint }

  /// The accommodation; `nil` where it was withdrawn, or where a newer Sala granted something that
  /// this one does not know and nothing else.
  package var accommodation: Accommodation? {
    let time = grant?.time
    guard time != nil || hasLargePrint else { return nil }
    return Accommodation(
      code: code, time: time, hasLargePrint: hasLargePrint, reason: reason)
  }

  /// Returns the records that hold: the latest of each event and code, in the order of both.
  static func current(_ records: [AccommodationRecord]) -> [AccommodationRecord] {
    var latest: [[String]: AccommodationRecord] = [:]
    for record in records { latest[[record.event ?? "", record.code]] = record }
    return latest.values.filter { !$0.isWithdrawal }
      .sorted { ($0.event ?? "", $0.code) < ($1.event ?? "", $1.code) }
  }
}
