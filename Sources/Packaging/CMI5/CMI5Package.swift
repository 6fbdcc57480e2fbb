import Archive
import Inspection
import Text
import XML

/// Makes packages of cmi5: a course structure, and the same pages as other packages.
enum CMI5Package {
  /// The name of the course structure, which stands at the root of a package (cmi5, 14.1).
  static let structure = "cmi5.xml"

  /// Returns the files: course structure, control documents, pages, shared files.
  static func files(_ course: CourseSelection, options: PackageOptions) -> [PackageFile] {
    let pages = CoursePages.pages(course)
    let structure = CMI5Structure(course: course, pages: pages, forms: options.forms)
    return [PackageFile(path: Self.structure, bytes: XMLWriting.bytes(of: structure.element))]
      + PackageStandard.cmi5.controlDocuments.map { PackageFile(path: $0.path, bytes: $0.bytes) }
      + pages.map { PackageFile(path: $0.path, bytes: Array($0.html.utf8)) }
      + CoursePages.sharedFiles
  }
}
