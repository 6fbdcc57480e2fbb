import Text
import XML

/// Makes and checks packages of SCORM 1.2.
enum SCORM12Package {
  /// The name of the manifest (SCORM 1.2, Content Aggregation Model, 2.3.4).
  static let manifestPath = "imsmanifest.xml"

  /// Returns the files: manifest, control documents, pages, shared files.
  static func files(_ course: CourseSelection) -> [PackageFile] {
    let pages = CoursePages.pages(course)
    let manifest = SCORM12Manifest(course: course, pages: pages)
    return [PackageFile(path: manifestPath, bytes: XMLWriting.bytes(of: manifest.element))]
      + SCORM12Schemas.controlDocuments
      + pages.map { PackageFile(path: $0.path, bytes: Array($0.html.utf8)) }
      + CoursePages.sharedFiles
  }

  /// Returns every rule that a package breaks: those of our schema, and those that no schema says.
  static func findings(in files: [PackageFile]) -> [Diagnostic] {
    let paths = files.map(\.path)
    guard let manifest = files.first(where: { $0.path == manifestPath }) else {
      return [ManifestRule.noManifest.finding(at: SourceLocation(file: manifestPath), "")]
    }
    let (element, unreadable) = XMLReading.parse(manifest.bytes, file: manifestPath)
    guard let element else { return unreadable }
    return SCORM12Schemas.findings(in: manifest.bytes, file: manifestPath)
      + ManifestRules(manifest: element, file: manifestPath, paths: paths).findings()
  }
}
