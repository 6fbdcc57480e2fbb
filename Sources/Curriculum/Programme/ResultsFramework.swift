package import Source
package import Text

/// What a programme is to bring about: an outcome, outputs, activities, and how they are measured.
package struct ResultsFramework: Sendable {
  /// The title.
  package var title: LocalizedText
  /// The change that the programme contributes to.
  package var outcome: Outcome
  /// What the programme itself is to reach.
  package var outputs: [Output]
  /// How outputs are measured.
  package var indicators: [Indicator]
  /// The works that facts are taken from.
  package var sources: [CitedSource]
  /// Where it is written.
  package var location: SourceLocation

  /// Returns the activity with an id, with its output.
  package func activity(_ id: String) -> (output: Output, activity: Activity)? {
    for output in outputs {
      if let activity = output.activities.first(where: { $0.id == id }) {
        return (output, activity)
      }
    }
    return nil
  }

  /// A change in the country that the programme contributes to.
  package struct Outcome: Sendable, Hashable {
    /// The id.
    package var id: String
    /// The sentence.
    package var text: LocalizedText
  }

  /// Something that the programme itself is to reach.
  package struct Output: Sendable, Hashable {
    /// The id, such as `1`.
    package var id: String
    /// The sentence.
    package var text: LocalizedText
    /// What is done for it.
    package var activities: [Activity]
    /// Where it is written.
    package var location: SourceLocation
  }

  /// Something that is done for an output.
  package struct Activity: Sendable, Hashable {
    /// The id, such as `1.1`.
    package var id: String
    /// The sentence.
    package var text: LocalizedText
    /// Where it is written.
    package var location: SourceLocation
  }

  /// How an indicator follows from what was recorded.
  package enum Formula: String, Sendable, Hashable, CaseIterable {
    /// People enrolled in events.
    case peopleEnrolled = "people-enrolled"
    /// People who were there on at least one day, whole or half.
    case peopleAttended = "people-attended"
    /// People who handed in both tests of an event.
    case peopleCompleted = "people-completed"
    /// Women among those who handed in both tests, in percent of those whose sex is known.
    case shareOfWomen = "share-of-women"
    /// The mean change from pre- to post-test of the same people, in percentage points.
    case meanChange = "mean-change"
  }

  /// A value that is wanted for some of the people.
  package struct GroupTarget: Sendable, Hashable {
    /// `sex` or `province`.
    package var attribute: String
    /// The sex or the id of the province.
    package var value: String
    /// What is wanted.
    package var target: Figure<Double>
  }

  /// How it is seen whether an output is reached.
  package struct Indicator: Sendable, Hashable {
    /// The id.
    package var id: String
    /// The sentence.
    package var text: LocalizedText
    /// What is counted.
    package var unit: LocalizedText
    /// The output or activity that it measures.
    package var measures: Located<String>
    /// The id of the output or activity that it measures.
    package var measuredID: String { measures.value }
    /// Where the data come from.
    package var method: LocalizedText
    /// The value before the programme, or `nil` where it is not known; never invented.
    package var baseline: Figure<Double>?
    /// The value that is wanted, or `nil` where nobody has set it; never invented.
    package var target: Figure<Double>?
    /// How it follows from the records of events, or `nil` where it comes from elsewhere.
    package var formula: Formula?
    /// The days that it is about, or `nil` for all.
    package var period: Figure<DateWindow>?
    /// The values that are wanted for a sex or a province.
    package var groupTargets: [GroupTarget]
    /// Where it is written.
    package var location: SourceLocation
  }
}
