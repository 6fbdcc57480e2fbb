import Archive
import Curriculum
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

/// Packages of the small synthetic curriculum, and ways to spoil them.
enum SCORM12Samples {
  static func curriculum() throws -> Curriculum {
    let loaded = PageSamples.loaded()
    try #require(!loaded.diagnostics.hasErrors, "\(loaded.diagnostics)")
    return try #require(loaded.curriculum)
  }

  static func package(_ options: PackageOptions = PackageOptions()) throws -> RenderedPackage {
    Packaging.package(try curriculum(), options: options)
  }

  static func manifest(of files: [PackageFile]) throws -> String {
    let file = try #require(files.first { $0.path == ManifestPath.manifest })
    return try #require(String(validating: file.bytes, as: UTF8.self))
  }

  /// Returns the files with one place of the manifest changed.
  static func spoiled(
    _ files: [PackageFile], _ original: String, _ replacement: String
  ) throws -> [PackageFile] {
    let text = try manifest(of: files)
    let place = try #require(text.firstRange(of: original), "not in the manifest: \(original)")
    let changed = text[..<place.lowerBound] + replacement + text[place.upperBound...]
    return files.map { file in
      file.path == ManifestPath.manifest
        ? PackageFile(path: file.path, bytes: Array(changed.utf8)) : file
    }
  }

  /// Returns what of the files breaks a rule of SCORM 1.2.
  static func findings(in files: [PackageFile]) -> [Diagnostic] {
    Inspection.findings(
      in: files.map { ArchiveEntry(path: $0.path, bytes: $0.bytes) }, standard: .scorm12)
  }

  /// Returns the text of the first element with a name, whatever its namespace.
  static func element(_ name: String, in element: XMLElement) -> XMLElement? {
    if element.name.local == name { return element }
    for child in element.elements {
      if let found = Self.element(name, in: child) { return found }
    }
    return nil
  }
}
