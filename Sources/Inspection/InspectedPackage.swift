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

  /// Creates a package.
  package init(root: XMLElement, manifest: [UInt8], file: String, files: [ArchiveEntry]?) {
    self.root = root
    self.manifest = manifest
    self.file = file
    self.files = files
  }

  /// The paths of the files.
  package var paths: [String]? { files?.map(\.path) }
}

/// The rules of one standard: those of our schema, and those that no schema says.
protocol StandardRules {
  /// Returns every break of a rule, in the order of the manifest; those of the package come last.
  static func findings(in package: InspectedPackage) -> [Diagnostic]
}
