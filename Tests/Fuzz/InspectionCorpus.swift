import Archive
import Inspection
import Text

/// Small good packages of each standard, and changes of them.
struct InspectionCorpus {
  /// What is changed: the bytes of an archive, or the text of a manifest alone.
  enum Kind: String {
    case archive
    case manifest
  }

  let kind: Kind
  private let seed: UInt64
  private let archives: [[UInt8]]

  /// What readers of manifests stumble over.
  private static let xml = ByteMutation(
    pieces: [
      "<", ">", "</item>", "<item>", "<item identifier=\"a\" identifierref=\"r1\">", "&amp;", "&x;",
      "<![CDATA[", "]]>", "<!--", "-->", "<?x ?>", "<!DOCTYPE a [<!ENTITY x \"y\">]>", "\"", "'",
      " xmlns=\"urn:x\"", " xmlns:a=\"\"", " xml:base=\"../\"", " xml:base=\"a\"", "identifier",
      " href=\"..\\a\"", " href=\"%2e%2e/%00\"", "%FF", "\u{0}", "\u{FEFF}", "\u{17D2}", "\u{301}",
      "<manifest/>", "<metadata>", "<dependency identifierref=\"r1\"/>", "<file href=\"\"/>",
      "2004 3rd Edition", "CAM 1.3", "1.2", "99999999999999999999", "NaN", "-1e999", "PT1S",
      "00:00:00", "<adlcp:masteryscore>101</adlcp:masteryscore>", "UTF-16", "encoding=\"x\"",
      "http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
      "imsqti_item_xmlv2p1", "adlcp:scormType", "courseStructure",
    ].map { Array($0.utf8) })
  /// What readers of archives stumble over.
  private static let zip = ByteMutation(
    pieces: [
      [0x50, 0x4B, 1, 2], [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 6, 6],
      [0x50, 0x4B, 6, 7], [0x50, 0x4B, 7, 8], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0],
      [0xFF, 0xFF, 0xFF, 0x7F], [0, 0], [0xFF, 0xFF], Array("../".utf8), Array("/".utf8),
      Array("imsmanifest.xml".utf8),
    ])

  init(kind: Kind, seed: UInt64) {
    self.kind = kind
    self.seed = seed
    archives = FuzzManifests.all.indices.map { Self.archive($0, FuzzManifests.all[$0].text) }
  }

  /// Returns the package of a number.
  func source(_ index: Int) -> InspectionSource {
    switch kind {
    case .archive: .archive(input(index), name: "fuzz.zip")
    case .manifest: .manifest(input(index), name: "fuzz.xml")
    }
  }

  /// Returns the bytes of a number.
  func input(_ index: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: seed &+ UInt64(index) &* 0x9E37_79B9, purpose: "package")
    let place = generator.index(below: FuzzManifests.all.count)
    let text = Array(FuzzManifests.all[place].text.utf8)
    switch kind {
    case .manifest: return Self.xml.changed(text, &generator)
    case .archive:
      switch generator.index(below: 4) {
      case 0:
        // A sound archive of a changed manifest.
        return Self.archive(
          place, String(decoding: Self.xml.changed(text, &generator), as: UTF8.self))
      case 1: return Self.zip.changed(archives[place], &generator)
      default: return lying(archives[place], &generator)
      }
    }
  }

  private static func archive(_ place: Int, _ text: String) -> [UInt8] {
    let manifest = FuzzManifests.all[place]
    let files =
      [ArchiveEntry(path: manifest.path, bytes: Array(text.utf8))]
      + manifest.files.map { ArchiveEntry(path: $0, bytes: Array("<html>\($0)</html>".utf8)) }
    return (try? ZipWriting.archive(files)) ?? []
  }

  /// An archive with one to four fields of its records overwritten.
  private func lying(_ good: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = good
    let records = bytes.indices.dropLast(3).filter { at in
      bytes[at] == 0x50 && bytes[at + 1] == 0x4B && (1...7).contains(bytes[at + 2])
        && bytes[at + 3] == bytes[at + 2] + 1
    }
    guard !records.isEmpty else { return bytes }
    for _ in 0...generator.index(below: 4) {
      let record = records[generator.index(below: records.count)]
      // The longest record has 46 bytes before its name.
      let at = record + 4 + generator.index(below: 60)
      let width = [1, 2, 4][generator.index(below: 3)]
      let values: [UInt64] = [
        0, 1, 8, 99, 0x7FFF_FFFF, 0xFFFF_FFFF, 0xFFFF, UInt64(bytes.count), UInt64(record),
        0xA1ED_0000, generator.next(),
      ]
      let value = values[generator.index(below: values.count)]
      for index in 0..<width where at + index < bytes.count {
        bytes[at + index] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))
      }
    }
    if generator.index(below: 16) == 0 {
      bytes.removeLast(generator.index(below: bytes.count))
    }
    return bytes
  }
}
