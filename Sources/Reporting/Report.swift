package import Document
package import Text

/// The reports that Sala can write.
package enum ReportKind: String, Sendable, Hashable, CaseIterable {
  /// What changed between the pre- and the post-test of the same people.
  case prePost = "pre-post"

  /// The title of such a report.
  package var title: LocalizedText {
    switch self {
    case .prePost: ReportingMessages.title
    }
  }
}

/// A report: its document and, where the figures asked for may not be given, why not.
package struct Report: Sendable, Hashable {
  /// What there is to say; a refused report still has its counts.
  package var document: Document
  /// Why the figures are not given, or `nil` where they are.
  package var refusal: ReportRefusal?
}

/// Why a report does not give the change that it was asked for.
package struct ReportRefusal: Sendable, Hashable {
  /// What stands in the way.
  package var reason: Reason
  /// The reason in words.
  package var message: LocalizedText
  /// What would make the change reportable.
  package var remedy: LocalizedText

  /// The obstacles.
  package enum Reason: Sendable, Hashable {
    /// Nobody handed in both tests.
    case noMatchedPairs
    /// Everybody took the two forms in the same order, so form and time cannot be told apart.
    case oneSequenceOnly
    /// One order of the two forms is too frequent beside the other.
    case sequencesOutOfBalance(first: Int, second: Int)
    /// Some took the same form twice and others two forms, or there are more than two forms.
    case mixedForms
  }

  /// Creates the refusal with its words.
  init(_ reason: Reason) {
    self.reason = reason
    (message, remedy) = ReportingMessages.refusal(reason)
  }
}
