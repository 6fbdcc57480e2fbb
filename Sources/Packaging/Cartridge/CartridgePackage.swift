/// Makes Common Cartridges.
enum CartridgePackage {
  /// Returns the files of the package.
  static func files(_ course: CourseSelection, options: PackageOptions) -> [PackageFile] { [] }
}
