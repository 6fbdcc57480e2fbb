package import Assessment

/// The total of a test of which another system told no answers.
///
/// It is no attempt: there is nothing to score again and no question to analyse. Figures about
/// tests never count it in; reports say how many there are.
package struct TotalRecord: Sendable, Hashable, Codable {
  /// The event.
  package var event: String
  /// The learner's code.
  package var code: String
  /// Why the test was taken.
  package var occasion: Occasion
  /// The id of the form.
  package var form: String
  /// The points won.
  package var score: Double
  /// The points that could be won; above 0.
  package var maximum: Double
  /// The name of the file, without its folder.
  package var file: String
  /// The SHA-256 of the file's text.
  package var sha256: String

  /// Creates a record.
  package init(
    event: String, code: String, occasion: Occasion, form: String, score: Double, maximum: Double,
    file: String, sha256: String
  ) {
    self.event = event
    self.code = code
    self.occasion = occasion
    self.form = form
    self.score = score
    self.maximum = maximum
    self.file = file
    self.sha256 = sha256
  }
}
