import Text

/// A rule of cmi5 about a course structure; the raw value is the code of its finding.
enum CMI5Rule: String, CaseIterable, Sendable {
  case noCourse = "course-missing"
  case noParts = "unit-missing"
  case emptyBlock = "block-empty"
  case identifier = "id-invalid"
  case duplicateIdentifier = "id-duplicate"
  case noTitle = "title-missing"
  case noDescription = "description-missing"
  case emptyDescription = "description-empty"
  case noLanguageText = "langstring-missing"
  case noLanguage = "lang-missing"
  case language = "lang-invalid"
  case languageTwice = "lang-twice"
  case noAddress = "url-missing"
  case address = "url-invalid"
  case reservedParameter = "url-parameter"
  case relativeAlone = "url-relative"
  case masteryScore = "mastery-score"
  case precision = "mastery-score-precision"
  case moveOn = "move-on"
  case launchMethod = "launch-method"
  case activityType = "activity-type"
  case objective = "objective-reference"
  case objectiveTwice = "objective-twice"
  case noObjectives = "objectives-empty"

  /// The section of cmi5 (Quartz, 1st Edition) that the rule follows from.
  var requirement: String {
    switch self {
    case .noCourse: "cmi5 13.1.1"
    case .noParts: "cmi5 13.1"
    case .emptyBlock: "cmi5 13.1.2"
    case .identifier, .duplicateIdentifier, .noTitle, .noDescription, .emptyDescription,
      .noLanguageText, .noLanguage, .language, .languageTwice:
      "cmi5 13.1"
    case .noAddress, .address, .masteryScore, .precision, .moveOn, .launchMethod, .activityType,
      .objective, .objectiveTwice:
      "cmi5 13.1.4"
    case .reservedParameter: "cmi5 8.1"
    case .relativeAlone: "cmi5 14.2"
    case .noObjectives: "cmi5 13.1.3"
    }
  }

  /// How much a break of the rule matters: with a warning, LMSs still import the course.
  var severity: Severity {
    switch self {
    case .emptyDescription, .noLanguage, .languageTwice, .precision, .objectiveTwice: .warning
    // A structure that was taken out of its package has relative addresses rightly.
    case .relativeAlone: .note
    default: .error
    }
  }

  /// Returns the finding that the rule is broken; `value` is what stands there.
  func finding(
    at place: SourceLocation, _ value: String, requirement: String? = nil
  ) -> Diagnostic {
    let words = CMI5Messages.words(self, value)
    return Diagnostic(
      rawValue, severity, at: place, words.message, remedy: words.remedy,
      requirement: requirement ?? self.requirement)
  }
}
