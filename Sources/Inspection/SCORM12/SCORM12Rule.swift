import Text

/// A rule of SCORM 1.2 about a manifest; the raw value is the code of its finding.
enum SCORM12Rule: String, CaseIterable {
  case noManifest = "manifest-missing"
  case wrongRoot = "manifest-root"
  case controlDocument = "control-document-missing"
  case schemaName = "schema-name"
  case schemaVersion = "schema-version"
  case noOrganization = "organization-missing"
  case defaultOrganization = "default-organization"
  case noItems = "item-missing"
  case identifier = "identifier-invalid"
  case duplicateIdentifier = "identifier-duplicate"
  case noTitle = "title-missing"
  case longTitle = "title-long"
  case itemReference = "item-reference"
  case itemWithoutResource = "item-without-resource"
  case parentLaunches = "item-launches-with-children"
  case parameters = "item-parameters"
  case resourceType = "resource-type"
  case scormType = "scormtype"
  case noLaunchFile = "resource-href-missing"
  case launchFile = "resource-href"
  case dependency = "dependency-reference"
  case unsafePath = "path-unsafe"
  case missingFile = "file-missing"
  case unlistedFile = "file-unlisted"
  case masteryScore = "mastery-score"
  case launchData = "launch-data"
  case timeLimit = "time-limit"
  case timeLimitAction = "time-limit-action"
  case prerequisites = "prerequisites"
  case twice = "element-twice"

  /// The requirement of SCORM 1.2 that the rule belongs to.
  var requirement: String {
    switch self {
    case .noManifest: "manifest"
    case .wrongRoot: "namespaces"
    case .controlDocument: "control documents"
    case .schemaName, .schemaVersion: "metadata"
    case .noOrganization, .defaultOrganization: "organizations"
    case .noItems, .identifier, .duplicateIdentifier, .noTitle, .longTitle, .itemReference,
      .itemWithoutResource, .parentLaunches, .parameters:
      "items"
    case .resourceType, .scormType, .noLaunchFile, .launchFile, .dependency: "resource"
    case .unsafePath, .missingFile, .unlistedFile: "files"
    case .masteryScore: "mastery"
    case .launchData, .timeLimit, .timeLimitAction, .prerequisites, .twice: "launch data / time"
    }
  }

  /// How much a break of the rule matters: with a warning, LMSs still open the package.
  var severity: Severity {
    switch self {
    case .longTitle, .unlistedFile, .parentLaunches, .controlDocument: .warning
    default: .error
    }
  }

  /// Returns the finding that the rule is broken; `value` is what stands there.
  func finding(at place: SourceLocation, _ value: String) -> Diagnostic {
    let words = SCORM12Messages.words(self, ManifestValue.shown(value))
    return Diagnostic(
      rawValue, severity, at: place, words.message, remedy: words.remedy, requirement: requirement)
  }
}
