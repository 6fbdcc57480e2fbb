/// Makes packages of cmi5.
enum CMI5Package {
  /// Returns the files of the package.
  static func files(_ course: CourseSelection, options: PackageOptions) -> [PackageFile] { [] }
}
