import Archive
import Inspection
import XML

/// Makes packages of SCORM 2004, 4th Edition.
enum SCORM2004Package {
  /// Returns the files: manifest, control documents, pages, shared files.
  static func files(_ course: CourseSelection, options: PackageOptions) -> [PackageFile] {
    let content = SCORMContent(course, options: options)
    let documents = PackageStandard.scorm2004Fourth.controlDocuments
      .map { PackageFile(path: $0.path, bytes: $0.bytes) }
    let carried = Set((options.controlDocuments ?? documents).map(\.path))
    let manifest = SCORM2004Manifest(course: course, content: content, controlDocuments: carried)
    return [PackageFile(path: ManifestPath.manifest, bytes: XMLWriting.bytes(of: manifest.element))]
      + documents + content.files
  }
}
