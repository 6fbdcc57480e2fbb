import Text

/// The rules that packages of several standards share; the raw value is the code of the finding.
enum PackagingRule: String, CaseIterable, Sendable {
  case noManifest = "manifest-missing"
  case wrongRoot = "manifest-root"
  case schemaName = "schema-name"
  case schemaVersion = "schema-version"
  case identifier = "identifier-invalid"
  case duplicateIdentifier = "identifier-duplicate"
  case noTitle = "title-missing"
  case twice = "element-twice"
  case itemReference = "item-reference"
  case parentLaunches = "item-launches-with-children"
  case resourceType = "resource-type"
  case noLaunchFile = "resource-href-missing"
  case launchFile = "resource-href"
  case dependency = "dependency-reference"
  case dependencyTwice = "dependency-twice"
  case dependencyOnItself = "dependency-on-itself"
  case unsafePath = "path-unsafe"
  case missingFile = "file-missing"
  case unlistedFile = "file-unlisted"
  case fileTwice = "file-twice"
  case contentRoot = "content-root"

  /// The part of a package that the rule is about.
  var requirement: String {
    switch self {
    case .noManifest, .wrongRoot: "manifest"
    case .schemaName, .schemaVersion: "metadata"
    case .identifier, .duplicateIdentifier, .twice: "identifiers"
    case .noTitle, .itemReference, .parentLaunches: "items"
    case .resourceType, .noLaunchFile, .launchFile: "resource"
    case .dependency, .dependencyTwice, .dependencyOnItself: "dependency"
    case .unsafePath, .missingFile, .unlistedFile, .fileTwice: "files"
    case .contentRoot: "content"
    }
  }

  /// How much a break of the rule matters: with a warning, readers still open the package.
  var severity: Severity {
    self == .unlistedFile ? .warning : .error
  }

  /// Says that the rule is broken.
  ///
  /// - Parameters:
  ///   - place: Where.
  ///   - value: What stands there.
  ///   - wanted: What should stand there, for rules about one word.
  ///   - requirement: The clause of the standard, where there is one.
  /// - Returns: The finding.
  func finding(
    at place: SourceLocation, _ value: String = "", wanted: String = "",
    requirement: String? = nil
  ) -> Diagnostic {
    let words = PackagingMessages.words(self, value, wanted)
    return Diagnostic(
      rawValue, severity, at: place, words.message, remedy: words.remedy,
      requirement: requirement ?? self.requirement)
  }
}
