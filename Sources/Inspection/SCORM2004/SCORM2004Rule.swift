import Text

/// A rule of SCORM 2004 about a manifest; the raw value is the code of its finding.
enum SCORM2004Rule: String, CaseIterable {
  case wrongRoot = "manifest-root"
  case subManifest = "submanifest"
  case controlDocument = "control-document-missing"
  case schemaName = "schema-name"
  case schemaVersion = "schema-version"
  case schemaVersionSpaces = "schema-version-spaces"
  case olderEdition = "schema-version-older"
  case metadataOrder = "metadata-order"
  case edition = "edition"
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
  case idleParameters = "item-parameters-idle"
  case resourceType = "resource-type"
  case scormType = "scormtype"
  case noLaunchFile = "resource-href-missing"
  case launchFile = "resource-href"
  case dependency = "dependency-reference"
  case idleResource = "resource-idle"
  case base = "xml-base"
  case unsafePath = "path-unsafe"
  case missingFile = "file-missing"
  case unlistedFile = "file-unlisted"
  case unknownElement = "element-unknown"
  case elementPlace = "element-place"
  case missingElement = "element-missing"
  case twice = "element-twice"
  case unknownAttribute = "attribute-unknown"
  case missingAttribute = "attribute-missing"
  case attributeValue = "attribute-value"
  case timeLimitAction = "time-limit-action"
  case hiddenControl = "hide-lms-ui"
  case normalizedMeasure = "normalized-measure"
  case launchData = "launch-data"
  case completionThreshold = "completion-threshold"
  case scoOnly = "sco-only"
  case leafOnly = "leaf-only"
  case sequencingID = "sequencing-id"
  case sequencingReference = "sequencing-reference"
  case actionPlace = "rule-action-place"
  case caution = "sequencing-caution"
  case primaryObjective = "primary-objective"
  case unnamedObjective = "objective-unnamed"
  case duplicateObjective = "objective-duplicate"
  case objectiveReference = "objective-reference"
  case readTwice = "objective-read-twice"
  case writtenTwice = "objective-written-twice"
  case neverWritten = "objective-never-written"
  case idleMeasure = "measure-idle"

  /// The requirement of ADL's checks of packages that the rule belongs to; where one rule stands for
  /// many, its findings name the one that is broken.
  var requirement: String {
    switch self {
    case .wrongRoot: "REQ_30"
    case .subManifest: "REQ_30.8"
    case .controlDocument: "REQ_30.5.4.1"
    case .schemaName: "REQ_30.5.2.1"
    case .schemaVersion, .schemaVersionSpaces, .olderEdition, .edition: "REQ_30.5.3.1"
    case .metadataOrder: "REQ_30.5.1"
    case .noOrganization: "REQ_30.6.3"
    case .defaultOrganization: "REQ_30.6.1"
    case .noItems: "REQ_30.6.3.6"
    case .identifier: "REQ_30.6.3.6.1.1"
    case .duplicateIdentifier: "REQ_30.6.3.6.1.2"
    case .noTitle, .longTitle: "REQ_30.6.3.6.6"
    case .itemReference: "REQ_30.6.3.6.2.2"
    case .itemWithoutResource: "REQ_30.6.3.6.2.4"
    case .parentLaunches: "REQ_30.6.3.6.2.3"
    case .parameters, .idleParameters: "REQ_30.6.3.6.4.2"
    case .resourceType: "REQ_30.7.3.2"
    case .scormType: "REQ_30.7.3.4"
    case .noLaunchFile: "REQ_30.7.3.3"
    case .launchFile: "REQ_30.7.3.9.1.1"
    case .dependency: "REQ_30.7.3.10.1.2"
    case .idleResource: "REQ_30.7.3"
    case .base: "REQ_30.7.3.5.4"
    case .unsafePath: "REQ_30.7.3.9.2.3"
    case .missingFile, .unlistedFile: "REQ_30.7.3.9"
    case .unknownElement, .elementPlace, .missingElement, .twice: "REQ_31"
    case .unknownAttribute, .missingAttribute, .attributeValue: "REQ_31"
    case .timeLimitAction: "REQ_30.6.3.6.9.2"
    case .hiddenControl: "REQ_33.1.1.1"
    case .normalizedMeasure, .idleMeasure: "REQ_31.10.2.3.1"
    case .launchData: "REQ_30.6.3.6.10"
    case .completionThreshold: "REQ_30.6.3.6.13"
    case .scoOnly: "REQ_30.6.3.6.10.2"
    case .leafOnly: "REQ_33.2"
    case .sequencingID: "REQ_31.3"
    case .sequencingReference: "REQ_31.4.3"
    case .actionPlace: "REQ_31.6.3.2.1.1.2"
    case .caution: "REQ_31.7"
    case .primaryObjective: "REQ_31.10.1"
    case .unnamedObjective: "REQ_31.10.1.2.2"
    case .duplicateObjective: "REQ_31.10.2.2.2"
    case .objectiveReference: "REQ_31.6.1.1.2.1.3"
    case .readTwice: "REQ_31.10.1.4.6"
    case .writtenTwice: "REQ_31.10.1.4.7"
    case .neverWritten: "REQ_31.10.2.4.1"
    }
  }

  /// How much a break of the rule matters: with a warning, the package still follows the standard.
  var severity: Severity {
    switch self {
    case .controlDocument, .schemaVersionSpaces, .olderEdition, .longTitle, .idleParameters,
      .resourceType, .idleResource, .unlistedFile, .caution, .neverWritten, .idleMeasure:
      .warning
    default: .error
    }
  }

  /// Returns the finding that the rule is broken.
  ///
  /// - Parameters:
  ///   - place: Where it is broken.
  ///   - value: What stands there.
  ///   - name: The element or attribute with its prefix, where the rule is about many.
  ///   - allowed: What may stand there.
  ///   - severity: How much it matters here, where that is not the same everywhere.
  ///   - requirement: The requirement, where the rule stands for many.
  /// - Returns: The finding, with the words for it in both languages.
  func finding(
    at place: SourceLocation, _ value: String, name: String = "",
    allowed: LocalizedText = LocalizedText(en: "", km: ""), severity: Severity? = nil,
    requirement: String? = nil
  ) -> Diagnostic {
    let words = SCORM2004Messages.words(self, value: value, name: name, allowed: allowed)
    return Diagnostic(
      rawValue, severity ?? self.severity, at: place, words.message, remedy: words.remedy,
      requirement: requirement ?? self.requirement)
  }
}

/// An edition of SCORM 2004 that Sala judges.
package enum SCORM2004Edition: Sendable, Hashable, CaseIterable {
  /// The 3rd Edition, and what is left of the 2nd.
  case third
  /// The 4th Edition.
  case fourth

  /// What a manifest of the edition says in `schemaversion`.
  package var schemaVersion: String {
    switch self {
    case .third: "2004 3rd Edition"
    case .fourth: "2004 4th Edition"
    }
  }

  /// What a manifest of the 2nd Edition says in `schemaversion`; packages of the 3rd say it too,
  /// and ADL's checks accept it with a warning.
  static let olderVersion = "CAM 1.3"

  /// Finds the edition that a manifest claims in `schemaversion`, or `nil` where it claims none.
  package init?(schemaVersion: String) {
    switch ManifestValue.line(schemaVersion) {
    case Self.fourth.schemaVersion: self = .fourth
    case Self.third.schemaVersion, Self.olderVersion: self = .third
    default: return nil
    }
  }
}
