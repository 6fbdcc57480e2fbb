import Archive
import Inspection
import Text
import XML

/// Makes packages of SCORM 1.2.
enum SCORM12Package {
  /// Returns the files: manifest, control documents, pages, shared files.
  static func files(_ course: CourseSelection, options: PackageOptions) -> [PackageFile] {
    let pages = CoursePages.pages(course)
    let manifest = SCORM12Manifest(course: course, pages: pages)
    return [PackageFile(path: ManifestPath.manifest, bytes: XMLWriting.bytes(of: manifest.element))]
      + PackageStandard.scorm12.controlDocuments
      .map { PackageFile(path: $0.path, bytes: $0.bytes) }
      + pages.map { PackageFile(path: $0.path, bytes: Array($0.html.utf8)) }
      + CoursePages.sharedFiles
  }
}
