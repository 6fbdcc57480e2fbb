package import Archive
package import Text

/// What is to be judged.
package enum InspectionSource: Sendable {
  /// The bytes of an archive, and its name in findings.
  case archive([UInt8], name: String)
  /// The files of a folder with their paths in it, its name, and what reading it already found.
  case folder([ArchiveEntry], name: String, findings: [Diagnostic])
  /// A manifest alone, and its name.
  case manifest([UInt8], name: String)

  /// Returns the source that a file is: a manifest alone where it is called `.xml` or begins as a
  /// document does, and an archive otherwise.
  package static func file(_ bytes: [UInt8], name: String) -> InspectionSource {
    if bytes.starts(with: Array("PK".utf8)) { return .archive(bytes, name: name) }
    let isNamed = name.lowercased().utf8.suffix(4).elementsEqual(".xml".utf8)
    return isNamed || beginsAsDocument(bytes)
      ? .manifest(bytes, name: name) : .archive(bytes, name: name)
  }

  /// Tells whether the first sign is `<`, after a byte order mark and spaces.
  private static func beginsAsDocument(_ bytes: [UInt8]) -> Bool {
    let skipped: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x09, 0x0A, 0x0D, 0x20]
    return bytes.prefix(64).first { !skipped.contains($0) } == UInt8(ascii: "<")
  }
}

/// What a judgement comes to; the raw value is the word in reports.
package enum InspectionVerdict: String, Sendable, Hashable, CaseIterable {
  /// No rule of its standard is broken; warnings may still say what some LMSs stumble over.
  case conformant
  /// At least one rule is broken.
  case notConformant = "not conformant"
  /// Nothing is there that a rule could be about: no sound archive, or no manifest at its root.
  case notAPackage = "not a package"
}

/// A package as it was judged.
package struct InspectionReport: Sendable, Hashable {
  /// The standard that it follows or claims to follow; `nil` where it names none that is known.
  package var standard: PackageStandard?
  /// The edition or version of the standard, as the package says it, such as `1.2`; empty where it
  /// says none.
  package var edition = ""
  /// What the judgement comes to.
  package var verdict: InspectionVerdict
  /// Everything that was found, in the order of the manifest; at most
  /// `InspectionReport.mostFindings`.
  package var findings: [Diagnostic]
  /// Whether there was a manifest alone, so that nothing is said about files.
  package var isManifestOnly = false
  /// How many files the package has, folders not counted.
  package var fileCount = 0
  /// How many bytes its files have when they are unpacked.
  package var byteCount = 0

  /// The most findings that a report lists.
  package static let mostFindings = 1_000
}
