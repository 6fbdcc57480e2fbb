package import Assessment

/// The answers of one paper as one person keyed them; two entries by different people are compared,
/// and nothing is scored before they agree or are settled.
package struct PaperEntryRecord: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The learner's code.
  package var code: String
  /// The occasion.
  package var occasion: Occasion
  /// The id of the form.
  package var form: String
  /// The version of the form.
  package var formVersion: String
  /// The language of the paper: `en` or `km`.
  package var language: String
  /// Which of the two entries it is, or the settling of both.
  package var pass: Pass
  /// The code or the initials of whoever keyed; never a name.
  package var by: String
  /// What stands on the paper for each item, by its id.
  package var marks: [String: Mark]
  /// When the paper was handed in, as RFC 3339 in UTC; `nil` where nobody said it.
  package var taken: String?

  /// Creates a record.
  package init(
    event: String, code: String, occasion: Occasion, form: String, formVersion: String,
    language: String, pass: Pass, by: String, marks: [String: Mark], taken: String? = nil
  ) {
    self.event = event
    self.code = code
    self.occasion = occasion
    self.form = form
    self.formVersion = formVersion
    self.language = language
    self.pass = pass
    self.by = by
    self.marks = marks
    self.taken = taken
  }

  /// Which entry of a paper it is.
  package enum Pass: String, Sendable, Hashable, CaseIterable, Codable {
    /// The first entry.
    case first
    /// The second, by another person.
    case second
    /// What both differ in, settled by looking at the paper again.
    case settled
  }

  /// What stands on paper for an item: an answer, or why there is none.
  package struct Mark: Sendable, Hashable, Codable {
    /// The state.
    package var state: State
    /// The answer as it was keyed; `nil` where there is none.
    package var text: String?

    /// Creates a mark.
    package init(state: State, text: String? = nil) {
      self.state = state
      self.text = text
    }

    /// The states of a mark.
    package enum State: String, Sendable, Hashable, CaseIterable, Codable {
      /// One answer that can be read.
      case answered
      /// Nothing was written.
      case blank
      /// Something was written that cannot be read.
      case unclear
      /// More was marked than is allowed.
      case double
    }
  }
}
