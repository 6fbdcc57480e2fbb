package import Text

/// A file of a package.
package struct PackageFile: Sendable, Hashable {
  /// The path from the root of the package, in ASCII, with `/` between folders.
  package let path: String
  /// What the file holds.
  package let bytes: [UInt8]

  /// Creates a file.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A package as it was made, with everything that was found on the way.
package struct RenderedPackage: Sendable {
  /// The name of its archive, such as `example-scorm12-km-kampot.zip`.
  package var name: String
  /// The files in the order of the archive; none where a finding is an error.
  package var files: [PackageFile]
  /// The findings.
  package var diagnostics: [Diagnostic]
}
