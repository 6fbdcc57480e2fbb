package import Archive
package import Curriculum
import Inspection
import Text

/// Makes course packages that an LMS imports.
package enum Packaging {
  /// Returns a curriculum as the files of a package, checked against the standard's rules.
  ///
  /// The same curriculum and options give the same bytes, on every machine and at every time.
  /// Findings: `unknown-module`, `unknown-context`, `unknown-language` (one that the curriculum is
  /// not written in), `no-modules`; warnings `package-without-tests` (no forms could be drawn) and
  /// `link-not-packaged`; of a cartridge also `cartridge-question` (an item that it cannot hold) and
  /// a note `cartridge-forms`; a note `tests-cover-all` (fewer modules than the tests ask about). A
  /// package that breaks a rule of its standard is never returned: `package-not-conformant` comes
  /// with the rules that it breaks, and is a mistake of Sala.
  ///
  /// - Parameters:
  ///   - curriculum: The curriculum, in its common text.
  ///   - options: What the package shall hold.
  /// - Returns: The files, the name of their archive, and the findings.
  package static func package(
    _ curriculum: Curriculum, options: PackageOptions
  ) -> RenderedPackage {
    let collector = DiagnosticCollector()
    var files: [PackageFile] = []
    if let course = CourseSelection(curriculum, options: options, collector: collector) {
      let made =
        switch options.profile {
        case .scorm12: SCORM12Package.files(course, options: options)
        case .scorm2004: SCORM2004Package.files(course, options: options)
        case .cmi5: CMI5Package.files(course, options: options)
        case .commonCartridge:
          CartridgePackage.files(course, options: options, collector: collector)
        case .web: WebPackage.files(course, options: options)
        }
      let entries = made.map { ArchiveEntry(path: $0.path, bytes: $0.bytes) }
      let broken =
        standard(options.profile).map { Inspection.findings(in: entries, standard: $0) }
        ?? []
      if broken.isEmpty {
        files = made
      } else {
        collector.add(PackageMessages.notConformant(fileName(curriculum.id, options)))
        collector.add(contentsOf: broken)
      }
    }
    return RenderedPackage(
      name: fileName(curriculum.id, options), files: files, diagnostics: collector.diagnostics)
  }

  /// Returns the archive of a package; its bytes depend on the files and their order alone.
  ///
  /// - Parameter files: The files, in the order in which they shall stand in the archive.
  /// - Returns: A ZIP archive.
  /// - Throws: `ArchiveError` for paths that no archive may hold.
  package static func archive(_ files: [PackageFile]) throws(ArchiveError) -> [UInt8] {
    try ZipWriting.archive(files.map { ArchiveEntry(path: $0.path, bytes: $0.bytes) })
  }

  /// The standard whose rules a package must keep; a folder of pages follows none.
  private static func standard(_ profile: PackageProfile) -> PackageStandard? {
    switch profile {
    case .scorm12: .scorm12
    case .scorm2004: .scorm2004Fourth
    case .cmi5: .cmi5
    case .commonCartridge: .commonCartridge
    case .web: nil
    }
  }

  /// Returns `<curriculum>-<format>-<language>[-<context>].zip`.
  private static func fileName(_ curriculum: String, _ options: PackageOptions) -> String {
    let parts = [curriculum, options.profile.rawValue, options.languages.rawValue]
    return (parts + [options.context].compactMap(\.self)).joined(separator: "-")
      + ".\(options.profile.suffix)"
  }
}
