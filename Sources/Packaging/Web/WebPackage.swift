/// Makes folders of pages for any browser.
enum WebPackage {
  /// Returns the files of the package.
  static func files(_ course: CourseSelection, options: PackageOptions) -> [PackageFile] { [] }
}
