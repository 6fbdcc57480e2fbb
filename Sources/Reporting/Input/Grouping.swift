package import Text

/// What a report can be broken down by.
package enum Grouping: String, Sendable, Hashable, CaseIterable {
  /// The province of the person.
  case province
  /// The sex of the person.
  case sex
  /// The organisation of the person.
  case organisation
  /// The role of the person.
  case role
  /// The ten years within which the person was born.
  case born
  /// Whether the person has a disability.
  case disability
  /// The ethnicity, where the person wants it known.
  case ethnicity
  /// The office or department.
  case office
  /// The side the organisation stands on.
  case sector
  /// The training event.
  case event
  /// The order in which the forms were taken.
  case form
  /// The language of the tests.
  case language
  /// The competencies that the questions give evidence of.
  case competency
  /// The modules that the questions belong to.
  case module

  /// Tells whether it divides the questions; the others divide the people.
  package var dividesQuestions: Bool { self == .competency || self == .module }

  /// Tells whether it is known of a person, whatever tests the person took.
  package var isOfPerson: Bool {
    !dividesQuestions && self != .event && self != .form && self != .language
  }

  /// Reads a list such as `province,sex`, adding a finding for every name that is none.
  ///
  /// - Parameters:
  ///   - text: The names, separated by commas; empty ones and repetitions are passed over.
  ///   - option: What the person typed it after, such as `--by`; the place of the findings.
  ///   - kind: The report, which may not know all of them.
  ///   - collector: Takes the findings.
  /// - Returns: The names that were understood, in their order.
  package static func list(
    _ text: String, option: String, of kind: ReportKind = .prePost, collector: DiagnosticCollector
  ) -> [Grouping] {
    var result: [Grouping] = []
    for part in text.split(separator: ",") {
      let name = PlainText.trimmed(String(part)).lowercased()
      guard !name.isEmpty else { continue }
      guard let grouping = Grouping(rawValue: name), kind.groupings.contains(grouping) else {
        collector.add(
          ReportingMessages.unknownGrouping(name, option: option, known: kind.groupings))
        continue
      }
      if !result.contains(grouping) { result.append(grouping) }
    }
    return result
  }
}

/// What attributes and names need before they are compared.
enum PlainText {
  /// Returns `text` without white space at its ends.
  static func trimmed(_ text: String) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars.drop(while: isSpace)
    let end = scalars.lastIndex { !isSpace($0) }
    return end.map { String(scalars[...$0]) } ?? ""
  }
}
