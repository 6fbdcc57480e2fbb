package import Archive
import Text
package import XML

/// A package whose manifest could be read, as the rules of its standard look at it.
package struct InspectedPackage: Sendable {
  /// The root element of the manifest.
  package let root: XMLElement
  /// The manifest as it was read.
  package let manifest: [UInt8]
  /// The manifest's name in findings.
  package let file: String
  /// The files of the package with the manifest, or `nil` where there is a manifest alone; then
  /// nothing is said about files.
  package let files: [ArchiveEntry]?
  /// Whether the package has to follow Sala's own schema documents, which are narrower than the
  /// standard: those that Sala makes, and those that carry these documents.
  package var followsProfile = false

  /// Creates a package.
  package init(root: XMLElement, manifest: [UInt8], file: String, files: [ArchiveEntry]?) {
    self.root = root
    self.manifest = manifest
    self.file = file
    self.files = files
  }

  /// The paths of the files.
  package var paths: [String]? { files?.map(\.path) }

  /// Tells whether all of Sala's documents for a standard lie in the package, byte for byte.
  func carriesOwnDocuments(of standard: PackageStandard) -> Bool {
    let documents = standard.controlDocuments
    guard let files, !documents.isEmpty else { return false }
    let names = Set(documents.map(\.path))
    return Set(files.filter { names.contains($0.path) }) == Set(documents)
  }
}

/// The rules of one standard: those of our schema, and those that no schema says.
protocol StandardRules {
  /// Returns every break of a rule, in the order of the manifest; those of the package come last.
  static func findings(in package: InspectedPackage) -> [Diagnostic]
}
