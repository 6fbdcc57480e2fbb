import Text

/// The short set of six questions about difficulties in doing things, and the one word that is
/// kept of it.
///
/// Kept is `yes` or `no` by the recommended cut-off: disability is at least one answer of "a lot of
/// difficulty" or "cannot do at all". The six answers are not kept: with office and province they
/// would tell who a person is, and a journal never loses what it holds. Source: Washington Group on
/// Disability Statistics, Short Set on Functioning (WG-SS) and its Analytic Guidelines: Creating
/// Disability Identifiers, identifier DISABILITY3.
enum WashingtonGroup {
  /// The columns of the six answers, in the order of the set.
  static let columns = [
    "seeing", "hearing", "walking", "remembering", "self-care", "communicating",
  ]

  /// Returns the place of an answer, or `nil` for what is none; Khmer digits are understood.
  ///
  /// 1 is no difficulty, 2 some, 3 a lot, 4 cannot do at all.
  static func answer(_ text: String) -> Int? {
    switch Khmer.withLatinDigits(text).lowercased() {
    case "1", "no", "none", "no difficulty": 1
    case "2", "some", "some difficulty": 2
    case "3", "a lot", "lot", "a lot of difficulty": 3
    case "4", "cannot", "cannot do", "cannot do at all": 4
    default: nil
    }
  }

  /// Returns `yes` where one answer is at or above the cut-off, `no` where all six are below it,
  /// and `nil` where too few are known to tell.
  static func identifier(_ answers: [Int]) -> String? {
    if answers.contains(where: { $0 >= 3 }) { return "yes" }
    return answers.count == columns.count ? "no" : nil
  }
}
