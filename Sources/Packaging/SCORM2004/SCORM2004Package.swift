/// Makes packages of SCORM 2004, 4th Edition.
enum SCORM2004Package {
  /// Returns the files of the package.
  static func files(_ course: CourseSelection, options: PackageOptions) -> [PackageFile] { [] }
}
