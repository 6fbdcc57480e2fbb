import Archive
import FoundationEssentials
import Testing
import Text

@testable import Inspection

@Suite("Packages on disk")
final class FolderTests {
  private let root = FileManager.default.temporaryDirectory
    .appending(path: "sala-inspection-\(UUID().uuidString)").path

  init() throws {
    for file in SCORM12Course.files() { try write(file.bytes, to: file.path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(filePath: "\(root)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  private func report(_ limits: ZipLimits = ZipLimits()) throws -> InspectionReport {
    Inspection.inspect(try #require(InspectionSource.read(root, limits: limits)))
  }

  @Test("A folder is judged like the archive of its files")
  func folder() throws {
    let report = try report()
    #expect(report.verdict == .conformant && report.findings == [])
    #expect(report.fileCount == 13)
  }

  @Test("A link is not followed, wherever it leads")
  func links() throws {
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: root + "/secret", withDestinationPath: "/etc/passwd")
    try manager.createSymbolicLink(atPath: root + "/loop", withDestinationPath: root)
    let linked = try report()
    #expect(linked.verdict == .conformant && linked.fileCount == 13)
    #expect(linked.findings.map(\.code) == ["folder-link", "folder-link"])
    try manager.removeItem(atPath: root + "/content/style.css")
    try manager.createSymbolicLink(
      atPath: root + "/content/style.css", withDestinationPath: "/etc/hostname")
    #expect(try report().findings.contains { $0.code == "file-missing" })
    try manager.removeItem(atPath: root + "/imsmanifest.xml")
    try manager.createSymbolicLink(
      atPath: root + "/imsmanifest.xml", withDestinationPath: "/etc/hostname")
    #expect(try report().verdict == .notAPackage)
  }

  @Test("A folder that is larger than an archive may be is refused")
  func limits() throws {
    for limits in [
      ZipLimits(entries: 10), ZipLimits(entryBytes: 100), ZipLimits(totalBytes: 2_000),
    ] {
      let report = try report(limits)
      #expect(report.verdict == .notAPackage)
      #expect(report.findings.map(\.code) == ["folder-too-large"])
    }
    try write([1], to: (0..<40).map { "d\($0)/" }.joined() + "a.html")
    #expect(try report().findings.map(\.code) == ["folder-too-large"])
  }

  @Test("A name that no archive may hold")
  func names() throws {
    try write([1], to: "a\\b.html")
    let report = try report()
    #expect(report.verdict == .notAPackage)
    #expect(report.findings.map(\.code) == ["folder-special"])
  }

  @Test("Files, and what is not there")
  func files() throws {
    #expect(InspectionSource.read(root + "/none") == nil)
    #expect(InspectionSource.read("/dev/null") == nil)
    let alone = Inspection.inspect(
      try #require(InspectionSource.read(root + "/imsmanifest.xml")))
    #expect(alone.isManifestOnly && alone.verdict == .conformant)
    #expect(alone.findings.first?.location.file == root + "/imsmanifest.xml")
    try write(try ZipWriting.archive(SCORM12Course.files()), to: "course.zip")
    let archive = Inspection.inspect(try #require(InspectionSource.read(root + "/course.zip")))
    #expect(archive.verdict == .conformant && archive.fileCount == 13)
  }
}

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

@Suite("Packages that other programs wrote", .enabled(if: reference != nil))
struct InspectionSampleTests {
  @Test(
    "Real packages of SCORM 1.2 get the right verdict",
    arguments: [
      ("singlescobasic.zip", "scorm12", InspectionVerdict.conformant, []),
      ("RuntimeMinimumCalls_SCORM12.zip", "scorm12", .conformant, ["resource-href"]),
      (
        "singlescobasic_missingorg.zip", "scorm12", .notConformant,
        ["organization-missing", "file-unlisted"]
      ),
      ("badscorm.zip", nil, .notAPackage, ["manifest-nested"]),
    ] as [(String, String?, InspectionVerdict, [String])])
  func scorm(
    _ name: String, _ standard: String?, _ verdict: InspectionVerdict, _ codes: [String]
  ) throws {
    let source = try #require(
      InspectionSource.read("\(reference ?? "")/samples/scorm/\(name)"))
    let report = Inspection.inspect(source)
    #expect(report.standard?.rawValue == standard)
    #expect(report.verdict == verdict)
    #expect(report.findings.map(\.code) == codes)
  }

  @Test("Manifests and course structures of others are recognized")
  func recognized() throws {
    for (folder, count, standard) in [
      ("scorm2004-manifests", 63, PackageStandard.scorm2004Fourth), ("cmi5", 3, .cmi5),
    ] {
      let path = "\(reference ?? "")/samples/\(folder)"
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      #expect(names.count == count)
      for name in names {
        let report = Inspection.inspect(
          try #require(InspectionSource.read("\(path)/\(name)")))
        #expect(report.standard == standard, "\(name)")
        #expect(report.isManifestOnly)
        #expect(!report.findings.contains { $0.code == "signals-mixed" })
      }
    }
  }
}
