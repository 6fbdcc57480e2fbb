package import Assessment
package import Text

/// A test as it is printed: which form, for which event and occasion.
package struct PaperTest: Sendable, Hashable {
  /// The form.
  package var form: TestForm
  /// The title of the event; `nil` for practice outside any.
  package var event: LocalizedText?
  /// The occasion.
  package var occasion: Occasion
  /// Whether everything about the event is made up; each sheet then says so.
  package var isSynthetic: Bool

  /// Creates a test.
  package init(
    form: TestForm, event: LocalizedText?, occasion: Occasion, isSynthetic: Bool = false
  ) {
    self.form = form
    self.event = event
    self.occasion = occasion
    self.isSynthetic = isSynthetic
  }

  /// The version of the form in short, which booklets and keys of the same questions share.
  package var version: String { String(form.version.prefix(8)) }
}

/// Someone who takes a test on paper.
package struct PaperLearner: Sendable, Hashable {
  /// The code; `nil` for a sheet on which it is written by hand.
  package var code: String?
  /// The number within the event.
  package var number: Int?
  /// The test.
  package var test: PaperTest
  /// Whether the learner was granted large print.
  package var isLarge: Bool
  /// The minutes that the learner has; `nil` without a limit.
  package var minutes: Int?

  /// Creates a learner.
  package init(
    code: String?, number: Int? = nil, test: PaperTest, isLarge: Bool = false, minutes: Int? = nil
  ) {
    self.code = code
    self.number = number
    self.test = test
    self.isLarge = isLarge
    self.minutes = minutes
  }
}
