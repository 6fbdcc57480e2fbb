/// What became known of an event beyond its creation; `nil` is what nobody said, a later word
/// replaces an earlier one.
package struct EventDetails: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The ids of the modules it teaches, in order.
  package var modules: [String]?
  /// The generation of the cascade whose people it trains, from 0 on.
  package var generation: Int?
  /// The id of the step of the delivery path.
  package var step: String?
  /// The place where it is held.
  package var venue: String?
  /// The province of the place, as an id.
  package var province: String?
  /// The first day, as `2026-11-25`.
  package var from: String?
  /// The last day, as `2026-11-25`.
  package var to: String?
  /// The language of the teaching: `en` or `km`.
  package var language: String?
  /// Whether it is planned, held or cancelled.
  package var status: Status?

  /// Creates a record.
  package init(
    event: String, modules: [String]? = nil, generation: Int? = nil, step: String? = nil,
    venue: String? = nil, province: String? = nil, from: String? = nil, to: String? = nil,
    language: String? = nil, status: Status? = nil
  ) {
    self.event = event
    self.modules = modules
    self.generation = generation
    self.step = step
    self.venue = venue
    self.province = province
    self.from = from
    self.to = to
    self.language = language
    self.status = status
  }

  /// How far an event is from a plan to a thing that happened.
  package enum Status: String, Sendable, Hashable, CaseIterable, Codable {
    /// It is to take place.
    case planned
    /// It took place.
    case held
    /// It will not take place.
    case cancelled
  }
}

/// The moment when teaching began, so that tests handed in later are no pre-tests.
package struct TeachingRecord: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// When, as RFC 3339 in UTC.
  package var began: String
  /// The code or the initials of whoever says so; never a name.
  package var by: String?

  /// Creates a record.
  package init(
    event: String, began: String, by: String? = nil
  ) {
    self.event = event
    self.began = began
    self.by = by
  }
}
