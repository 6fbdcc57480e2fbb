import Curriculum
import Text

/// Makes folders of pages for any browser, from a disk or from any web server.
enum WebPackage {
  /// The page that lists the others; a web server shows it for the folder.
  static let list = "index.html"

  /// Returns the files: the list, the pages, the shared files.
  static func files(_ course: CourseSelection, options: PackageOptions) -> [PackageFile] {
    let pages = CoursePages.pages(course, list: list)
    return [PackageFile(path: list, bytes: Array(ListPage.html(course, pages: pages).utf8))]
      + pages.map { PackageFile(path: $0.path, bytes: Array($0.html.utf8)) }
      + CoursePages.sharedFiles
  }
}
