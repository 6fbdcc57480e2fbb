package import Archive
package import Text
import XML

/// Judges packages that anybody may have made.
package enum Inspection {
  /// Judges a package whose standard is not known before.
  ///
  /// Everything is read in memory and nothing is written; nothing outside of the source is looked
  /// at, whatever its manifest names. The findings of reading an archive are those of
  /// `ZipReading.entries`, those of a manifest that cannot be read `xml-syntax`, `doctype`,
  /// `too-large`, `too-deep` and `manifest-too-complex`; those of the package as a whole are listed
  /// in `InspectionRule`, and the rest belongs to the standard.
  ///
  /// - Parameter source: An archive, the files of a folder, or a manifest alone.
  /// - Returns: The report; the same source gives the same report.
  package static func inspect(_ source: InspectionSource) -> InspectionReport {
    switch source {
    case .manifest(let bytes, let name):
      var report = judged(
        bytes, file: name, files: nil,
        before: [InspectionRule.manifestOnly.finding(at: SourceLocation(file: name))])
      report.isManifestOnly = true
      return report
    case .folder(let files, let name, let findings):
      if findings.hasErrors { return report(.notAPackage, findings) }
      return judged(files, name: name, before: findings)
    case .archive(let bytes, let name):
      let (files, findings) = ZipReading.entries(bytes, file: name)
      if findings.hasErrors { return report(.notAPackage, findings) }
      return judged(files, name: name, before: findings)
    }
  }

  /// Returns every rule of its standard that a package of known standard breaks; the package is one
  /// that Sala makes, so it has to follow Sala's own schema documents.
  ///
  /// - Parameters:
  ///   - files: The files of the package.
  ///   - standard: The standard that it claims to follow.
  /// - Returns: The findings; none where it conforms.
  package static func findings(
    in files: [ArchiveEntry], standard: PackageStandard
  ) -> [Diagnostic] {
    let path = standard == .cmi5 ? ManifestPath.courseStructure : ManifestPath.manifest
    guard let manifest = files.first(where: { $0.path == path }) else {
      return [
        PackagingRule.noManifest.finding(
          at: SourceLocation(file: path), wanted: path,
          requirement: standard == .cmi5 ? "cmi5 14.1" : nil)
      ]
    }
    let (element, unreadable) = ManifestReading.parse(manifest.bytes, file: path)
    guard let element else { return unreadable }
    var package = InspectedPackage(
      root: element, manifest: manifest.bytes, file: path, files: files)
    package.followsProfile = true
    return findings(in: package, standard: standard)
  }

  /// The one place where a standard meets its rules.
  private static func findings(
    in package: InspectedPackage, standard: PackageStandard
  ) -> [Diagnostic] {
    switch standard {
    case .scorm12: SCORM12Rules.findings(in: package)
    case .scorm2004Third: SCORM2004Rules.findings(in: package, edition: .third)
    case .scorm2004Fourth: SCORM2004Rules.findings(in: package, edition: .fourth)
    case .cmi5: CMI5Rules.findings(in: package)
    case .commonCartridge: CartridgeRules.findings(in: package)
    case .qti: QTIPackageRules.findings(in: package)
    }
  }

  // MARK: Parts

  private static func judged(
    _ files: [ArchiveEntry], name: String, before: [Diagnostic]
  ) -> InspectionReport {
    let place = SourceLocation(file: name)
    var findings = before
    let manifests = [ManifestPath.manifest, ManifestPath.courseStructure]
      .compactMap { path in files.first { $0.path == path } }
    var result: InspectionReport
    if let manifest = manifests.first {
      if manifests.count > 1 {
        findings.append(InspectionRule.twoManifests.finding(at: place, manifest.path))
      }
      result = judged(manifest.bytes, file: manifest.path, files: files, before: findings)
    } else {
      findings.append(ManifestReading.missing(files, at: place))
      result = report(.notAPackage, findings)
    }
    result.fileCount = files.count
    result.byteCount = files.reduce(0) { $0 + $1.bytes.count }
    return result
  }

  private static func judged(
    _ bytes: [UInt8], file: String, files: [ArchiveEntry]?, before: [Diagnostic]
  ) -> InspectionReport {
    let (root, unreadable) = ManifestReading.parse(bytes, file: file)
    guard let root else { return report(.notConformant, before + unreadable) }
    let recognition = PackageRecognition(root, file: file)
    let found = before + ManifestReading.encoding(bytes, file: file) + recognition.findings
    guard recognition.isManifest else { return report(.notAPackage, found) }
    var rules: [Diagnostic] = []
    if let standard = recognition.standard, recognition.isJudged {
      var package = InspectedPackage(root: root, manifest: bytes, file: file, files: files)
      package.followsProfile = package.carriesOwnDocuments(of: standard)
      rules = findings(in: package, standard: standard)
    }
    var result = report(.conformant, found + rules)
    if (found + rules).hasErrors { result.verdict = .notConformant }
    result.standard = recognition.standard
    result.edition = recognition.edition
    return result
  }

  /// A finding whose message is no longer than a person can read, whatever it quotes.
  private static func clipped(_ finding: Diagnostic) -> Diagnostic {
    let most = 2_000
    guard finding.message.en.utf8.count > most || finding.message.km.utf8.count > 3 * most else {
      return finding
    }
    func cut(_ text: String) -> String {
      text.unicodeScalars.count <= most
        ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(most))) + "…"
    }
    var result = finding
    result.message = LocalizedText(en: cut(finding.message.en), km: cut(finding.message.km))
    return result
  }

  /// A report of so many findings as a person can read.
  private static func report(
    _ verdict: InspectionVerdict, _ findings: [Diagnostic]
  ) -> InspectionReport {
    let most = InspectionReport.mostFindings
    let findings = findings.map(clipped)
    guard findings.count > most else {
      return InspectionReport(verdict: verdict, findings: findings)
    }
    // The gravest are kept, in their order.
    let kept = findings.enumerated()
      .sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }
      .prefix(most - 1).sorted { $0.offset < $1.offset }.map(\.element)
    let more = InspectionRule.moreFindings.finding(
      at: SourceLocation(file: findings[0].location.file), "\(findings.count - kept.count)")
    return InspectionReport(verdict: verdict, findings: kept + [more])
  }
}
