package import Archive
package import Curriculum
import Inspection
import Text

/// Makes course packages that an LMS imports.
package enum Packaging {
  /// Returns a curriculum as the files of one package, whatever the options say about splitting.
  ///
  /// - Parameters:
  ///   - curriculum: The curriculum, in its common text.
  ///   - options: What the package shall hold.
  /// - Returns: The files, the name of their archive, and the findings, as `packages` gives them.
  package static func package(
    _ curriculum: Curriculum, options: PackageOptions
  ) -> RenderedPackage {
    var options = options
    options.isSplit = false
    return packages(curriculum, options: options).first
      ?? RenderedPackage(name: "", files: [], diagnostics: [])
  }

  /// Returns a curriculum as packages, each checked against the standard's rules: one, or one for
  /// each test and module where the options split it.
  ///
  /// The same curriculum and options give the same bytes, on every machine and at every time.
  /// Findings: `unknown-module`, `unknown-context`, `unknown-language` (one that the curriculum is
  /// not written in), `no-modules`, `no-second-form`, `control-document-not-found`; warnings
  /// `package-without-tests` (no forms could be drawn), `link-not-packaged`, `option-without-effect`
  /// and `control-document-remote`; a note `tests-cover-all` (fewer modules than the tests ask
  /// about), and of a cartridge `cartridge-question` (an item that it cannot hold) and
  /// `cartridge-forms`. What concerns several packages stands with the first of them alone. A package that
  /// breaks a rule of its standard is never returned: `package-not-conformant` comes with the rules
  /// that it breaks, and is a mistake of Sala.
  ///
  /// - Parameters:
  ///   - curriculum: The curriculum, in its common text.
  ///   - options: What the packages shall hold.
  /// - Returns: At least one package; its files are empty where a finding is an error.
  package static func packages(
    _ curriculum: Curriculum, options: PackageOptions
  ) -> [RenderedPackage] {
    let collector = DiagnosticCollector()
    guard let course = CourseSelection(curriculum, options: options, collector: collector) else {
      let name = fileName(curriculum.id, nil, options)
      return [RenderedPackage(name: name, files: [], diagnostics: collector.diagnostics)]
    }
    var said: Set<Diagnostic> = []
    return (options.isSplit ? course.parts : [course]).enumerated().map { index, course in
      var rendered = rendered(course, options: options)
      if index == 0 { rendered.diagnostics = collector.diagnostics + rendered.diagnostics }
      rendered.diagnostics = rendered.diagnostics.filter { said.insert($0).inserted }
      return rendered
    }
  }

  private static func rendered(
    _ course: CourseSelection, options: PackageOptions
  ) -> RenderedPackage {
    let name = fileName(course.curriculum.id, course.part, options)
    let collector = DiagnosticCollector()
    let made =
      switch options.profile {
      case .scorm12: SCORM12Package.files(course, options: options)
      case .scorm2004: SCORM2004Package.files(course, options: options)
      case .cmi5: CMI5Package.files(course, options: options)
      case .commonCartridge:
        CartridgePackage.files(course, options: options, collector: collector)
      case .web: WebPackage.files(course, options: options)
      }
    let (documents, findings) = controlDocuments(options)
    var broken: [Diagnostic] = []
    if let standard = standard(options.profile) {
      // Documents of somebody else never judge a package: Sala's own do, which are stricter.
      let paths = Set(made.map(\.path))
      let foreign = (documents ?? []).filter { !paths.contains($0.path) }
      let entries = (made + foreign).map { ArchiveEntry(path: $0.path, bytes: $0.bytes) }
      let foreignPaths = Set(foreign.map(\.path))
      broken = Inspection.findings(in: entries, standard: standard)
        .filter { !foreignPaths.contains($0.location.file) }
    }
    let told = collector.diagnostics + findings
    let isSound = broken.isEmpty && !told.hasErrors
    let files = documents.map { ControlDocuments.replaced(made, with: $0) } ?? made
    return RenderedPackage(
      name: name, files: isSound ? files : [],
      diagnostics: told
        + (broken.isEmpty ? [] : [PackageMessages.notConformant(name)] + broken))
  }

  /// Returns the schema documents to carry in place of Sala's own, or `nil` for those.
  private static func controlDocuments(
    _ options: PackageOptions
  ) -> ([PackageFile]?, [Diagnostic]) {
    guard let folder = options.controlDocuments else { return (nil, []) }
    let named: [String]
    switch options.profile {
    case .scorm12: named = SCORM12Namespace.documents.map(\.1)
    case .scorm2004:
      named = SCORM2004Namespace.documents(carried: Set(folder.map(\.path))).map(\.1)
    case .cmi5, .commonCartridge, .web: return (nil, [])
    }
    return ControlDocuments.needed(by: named, in: folder)
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

  /// Returns `<curriculum>[-<part>]-<format>-<language>[-<context>].zip`.
  private static func fileName(
    _ curriculum: String, _ part: CoursePart?, _ options: PackageOptions
  ) -> String {
    let parts = [
      curriculum, part?.name, options.profile.rawValue, options.languages.rawValue,
      options.context,
    ]
    return parts.compactMap(\.self).joined(separator: "-") + ".\(options.profile.suffix)"
  }
}
