package import Document
package import Text

/// The reports that Sala can write.
package enum ReportKind: String, Sendable, Hashable, CaseIterable {
  /// What changed between the pre- and the post-test of the same people.
  case prePost = "pre-post"
  /// What people can do, competency by competency.
  case competency
  /// How good the questions were.
  case items
  /// How good the forms were.
  case form
  /// Whether questions are harder for some than for others of the same ability.
  case fairness
  /// What participants said of the training.
  case reaction
  /// What is done at work after the training.
  case behaviour
  /// What was reached of what the programme wants to reach.
  case resultsFramework = "results-framework"

  /// What such a report can be broken down by.
  package var groupings: [Grouping] {
    switch self {
    case .prePost: Grouping.allCases
    case .competency, .items, .form, .fairness:
      Grouping.allCases.filter { !$0.dividesQuestions && $0 != .form }
    case .reaction, .behaviour:
      Grouping.allCases.filter { !$0.dividesQuestions && $0 != .form && $0 != .language }
    case .resultsFramework: Grouping.allCases.filter(\.isOfPerson)
    }
  }

  /// The title of such a report.
  package var title: LocalizedText {
    switch self {
    case .prePost: ReportingMessages.title
    case .competency: LocalizedText(en: "Scores by competency", km: "ពិន្ទុតាមសមត្ថភាព")
    case .items: LocalizedText(en: "The questions", km: "គុណភាពសំណួរ")
    case .form: LocalizedText(en: "The forms", km: "គុណភាពវិញ្ញាសា")
    case .fairness:
      LocalizedText(en: "Fairness of the questions", km: "យុត្តិធម៌នៃសំណួរ")
    case .reaction:
      LocalizedText(en: "What participants said", km: "មតិរបស់សិក្ខាកាមចំពោះវគ្គ")
    case .behaviour:
      LocalizedText(
        en: "What is done at work after the training", km: "ការអនុវត្តនៅកន្លែងការងារក្រោយវគ្គ")
    case .resultsFramework:
      LocalizedText(en: "Results framework", km: "ក្របខ័ណ្ឌលទ្ធផល")
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
    /// There is nothing that could be reported.
    case nothingToReport
    /// Some took the same form twice and others two forms, or there are more than two forms.
    case mixedForms
  }

  /// Creates the refusal with its words.
  init(_ reason: Reason) {
    self.reason = reason
    (message, remedy) = ReportingMessages.refusal(reason)
  }
}
