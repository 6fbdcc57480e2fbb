package import Source
package import Text

/// The steps by which people are trained and then work together.
package struct DeliveryPlan: Sendable {
  /// The title.
  package var title: LocalizedText
  /// The steps in their order.
  package var steps: [Step]
  /// The works that facts are taken from.
  package var sources: [CitedSource]
  /// Where it is written.
  package var location: SourceLocation

  /// Returns a step by its id.
  package func step(_ id: String) -> Step? { steps.first { $0.id == id } }

  /// One step.
  package struct Step: Sendable {
    /// The id.
    package var id: String
    /// The title.
    package var title: LocalizedText
    /// What happens, in a sentence or two.
    package var description: LocalizedText
    /// The groups of people who take part.
    package var participants: [Located<String>]
    /// How many people take part, or `nil` where it is not known.
    package var people: Figure<Int>?
    /// Who leads it, in words.
    package var ledBy: LocalizedText
    /// The modules it teaches or uses, by id.
    package var modules: [Located<String>]
    /// How long it takes, or `nil` where it is not known.
    package var duration: Duration?
    /// When it takes place, or `nil` where it is not known.
    package var window: Figure<DateWindow>?
    /// The steps that come before it.
    package var after: [Located<String>]
    /// The generation of the cascade that it trains.
    package var generation: Located<Int>?
    /// The activities of the results framework that it serves.
    package var serves: [Located<String>]
    /// Where it is written.
    package var location: SourceLocation
  }

  /// How long a step takes.
  package struct Duration: Sendable, Hashable {
    /// Its days, where it runs on whole days.
    package var days: Int?
    /// Its weeks, where it goes on over weeks.
    package var weeks: Int?
    /// The days in each of its weeks.
    package var daysPerWeek: Int?
    /// Where it comes from.
    package var basis: Basis

    /// The days that it takes in all, where that follows from what is written.
    package var totalDays: Int? {
      if let days { return days }
      guard let weeks, let daysPerWeek else { return nil }
      return weeks * daysPerWeek
    }
  }
}
