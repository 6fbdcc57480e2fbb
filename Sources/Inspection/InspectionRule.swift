import Text

/// What is said about a package before the rules of its standard; the raw value is the code.
enum InspectionRule: String, CaseIterable {
  case noManifest = "manifest-missing"
  case nestedManifest = "manifest-nested"
  case manifestCase = "manifest-name"
  case twoManifests = "manifest-two"
  case manifestOnly = "manifest-only"
  case notAManifest = "manifest-other"
  case encoding = "manifest-encoding"
  case tooComplex = "manifest-too-complex"
  case unknownNamespace = "namespace-unknown"
  case unknownStandard = "standard-unknown"
  case editionNotJudged = "edition-not-judged"
  case mixedSignals = "signals-mixed"
  case moreFindings = "more-findings"
  case folderLink = "folder-link"
  case folderSpecial = "folder-special"
  case folderUnreadable = "folder-unreadable"
  case folderTooLarge = "folder-too-large"
  case fileTooLarge = "file-too-large"

  /// The requirement that the rule belongs to; empty where it is no standard's.
  var requirement: String {
    switch self {
    case .noManifest, .nestedManifest, .manifestCase, .twoManifests, .notAManifest, .encoding:
      "manifest"
    case .unknownNamespace, .mixedSignals: "namespaces"
    case .unknownStandard, .editionNotJudged: "metadata"
    case .manifestOnly, .tooComplex, .moreFindings, .folderLink, .folderSpecial, .folderUnreadable,
      .folderTooLarge, .fileTooLarge:
      ""
    }
  }

  /// How much it matters: an error means that the package is refused, or cannot be judged.
  var severity: Severity {
    switch self {
    case .manifestOnly, .moreFindings: .note
    case .encoding, .mixedSignals, .twoManifests, .folderLink: .warning
    default: .error
    }
  }

  /// Returns the finding; `value` is what stands there.
  func finding(at place: SourceLocation, _ value: String = "") -> Diagnostic {
    let words = InspectionMessages.words(self, ManifestValue.shown(value))
    return Diagnostic(
      rawValue, severity, at: place, words.message, remedy: words.remedy, requirement: requirement)
  }
}
