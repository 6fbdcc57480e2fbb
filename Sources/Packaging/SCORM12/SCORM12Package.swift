import Archive
import Inspection
import Text
import XML

/// Makes packages of SCORM 1.2.
enum SCORM12Package {
  /// Returns the files: manifest, control documents, pages, shared files.
  static func files(_ course: CourseSelection, options: PackageOptions) -> [PackageFile] {
    let content = SCORMContent(course, options: options)
    let manifest = SCORM12Manifest(course: course, content: content)
    return [PackageFile(path: ManifestPath.manifest, bytes: XMLWriting.bytes(of: manifest.element))]
      + PackageStandard.scorm12.controlDocuments
      .map { PackageFile(path: $0.path, bytes: $0.bytes) }
      + content.files
  }
}
