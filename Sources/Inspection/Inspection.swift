package import Archive
package import Text
import XML

/// Judges packages that anybody may have made.
package enum Inspection {
  /// Returns every rule of its standard that a package of known standard breaks.
  ///
  /// - Parameters:
  ///   - files: The files of the package.
  ///   - standard: The standard that it claims to follow.
  /// - Returns: The findings; none where it conforms.
  package static func findings(
    in files: [ArchiveEntry], standard: PackageStandard
  ) -> [Diagnostic] {
    // A package of cmi5 has a course structure in place of a manifest (cmi5, 14.1).
    let path = standard == .cmi5 ? "cmi5.xml" : ManifestPath.manifest
    guard let manifest = files.first(where: { $0.path == path }) else {
      return [SCORM12Rule.noManifest.finding(at: SourceLocation(file: path), "")]
    }
    let (element, unreadable) = XMLReading.parse(manifest.bytes, file: path)
    guard let element else { return unreadable }
    let package = InspectedPackage(
      root: element, manifest: manifest.bytes, file: path, files: files)
    return findings(in: package, standard: standard)
  }

  private static func findings(
    in package: InspectedPackage, standard: PackageStandard
  ) -> [Diagnostic] {
    switch standard {
    case .scorm12: SCORM12Rules.findings(in: package)
    case .scorm2004Third, .scorm2004Fourth, .cmi5, .commonCartridge, .qti: []
    }
  }
}
