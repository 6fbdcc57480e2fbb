import Archive
import Text
import XML

/// Reads manifests that may be hostile.
enum ManifestReading {
  /// The most bytes of a manifest.
  static let mostBytes = 16 << 20
  /// The most tags of a manifest, closing ones counted; a course of 10,000 pages has 150,000.
  static let mostTags = 1_000_000

  /// Returns the root element of a manifest, or findings where it cannot be read.
  static func parse(_ bytes: [UInt8], file: String) -> (XMLElement?, [Diagnostic]) {
    // Each tag becomes a value in memory that is a hundred times larger.
    let tags = bytes.count > mostBytes ? 0 : bytes.count { $0 == UInt8(ascii: "<") }
    guard tags <= mostTags else {
      return (nil, [InspectionRule.tooComplex.finding(at: SourceLocation(file: file), "\(tags)")])
    }
    return XMLReading.parse(bytes, file: file, limit: mostBytes)
  }

  /// What is said where no manifest is at the root: it is in a folder, or nowhere.
  static func missing(_ files: [ArchiveEntry], at place: SourceLocation) -> Diagnostic {
    let nested = files.map(\.path).filter { path in
      let name = path.split(separator: "/").last.map { $0.lowercased() }
      return name == ManifestPath.manifest || name == ManifestPath.courseStructure
    }
    guard let path = nested.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) else {
      return InspectionRule.noManifest.finding(at: place)
    }
    let isAtRoot = !path.utf8.contains(UInt8(ascii: "/"))
    return (isAtRoot ? InspectionRule.manifestCase : .nestedManifest)
      .finding(at: SourceLocation(file: path), path)
  }

  /// Warns of a manifest that is not in UTF-8: LMSs differ in which other encodings they read.
  static func encoding(_ bytes: [UInt8], file: String) -> [Diagnostic] {
    guard let name = declaredEncoding(bytes), !["utf-8", "us-ascii"].contains(name.lowercased())
    else { return [] }
    return [InspectionRule.encoding.finding(at: SourceLocation(file: file, line: 1), name)]
  }

  /// The encoding of a document: what its byte order mark or its declaration says.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.prefix(4).contains(0)
    {
      return "UTF-16"
    }
    let start = bytes.prefix(256)
    guard let end = start.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let declaration = String(decoding: start[..<end], as: UTF8.self)
    guard declaration.contains("<?xml"), let name = declaration.firstRange(of: "encoding")
    else { return nil }
    let value = declaration[name.upperBound...].drop { $0 == "=" || $0.isWhitespace }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }
}
