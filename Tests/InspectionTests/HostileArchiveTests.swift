import Archive
import Testing
import Text

@testable import Inspection

@Suite("Hostile archives are no packages")
struct HostileArchiveTests {
  private let manifest = ForgedZip.Entry("imsmanifest.xml", SCORM12Course.manifest)

  private func refused(_ zip: ForgedZip, _ codes: [String]) {
    let report = zip.report
    #expect(report.verdict == .notAPackage)
    #expect(report.findings.map(\.code) == codes, "\(report.findings)")
    #expect(report.standard == nil && report.fileCount == 0)
    #expect(report.findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
    #expect(report.findings.allSatisfy { $0.location.file == "forged.zip" })
  }

  @Test("The forger makes archives that can be read")
  func sound() {
    let files = SCORM12Course.files()
    let zip = ForgedZip(
      files.map { ForgedZip.Entry(name: Array($0.path.utf8), bytes: $0.bytes) })
    let report = zip.report
    #expect(report.findings == [] && report.verdict == .conformant)
    #expect(report.fileCount == files.count)
  }

  @Test(
    "Paths that lead out of it",
    arguments: [
      "../evil.html", "a/../../evil.html", "/etc/passwd", "C:/evil.html", "a\\..\\evil.html",
      "a\u{0}b.html", "..\u{301}/../evil.html", "a/\\\u{301}evil.html", "a//b", "./a",
    ])
  func paths(_ path: String) {
    refused(ForgedZip([manifest, ForgedZip.Entry(path, "x")]), ["zip-path"])
  }

  @Test("Links, pipes and devices", arguments: [0o120777, 0o010644, 0o020644, 0o060644, 0o140644])
  func special(_ mode: Int) {
    refused(ForgedZip([manifest, .init("link", "../../etc", mode: mode)]), ["zip-special"])
  }

  @Test("The manifest itself as a link")
  func linkedManifest() {
    refused(
      ForgedZip([.init("imsmanifest.xml", "/etc/passwd", mode: 0o120777)]), ["zip-special"])
  }

  @Test("Names that stand twice, or meet where capitals are not told apart")
  func duplicates() {
    refused(ForgedZip([manifest, manifest]), ["zip-duplicate"])
    refused(ForgedZip([manifest, .init("IMSMANIFEST.XML")]), ["zip-duplicate"])
    refused(ForgedZip([manifest, .init("a", "x"), .init("a/b", "x")]), ["zip-duplicate"])
  }

  @Test("A bomb says so before it is unpacked")
  func bomb() {
    // The directory claims what the bytes cannot be; nothing of it is unpacked.
    var large = ForgedZip.Entry("large.html", "xx")
    large.method = 8
    large.claimedSize = 200 << 20
    refused(ForgedZip([manifest, large]), ["zip-ratio"])
    large.claimedSize = 0xFFFF_FFFE
    refused(ForgedZip([manifest, large]), ["zip-too-large", "zip-too-large"])
    var many = (0..<5).map { index in
      var entry = ForgedZip.Entry("\(index).html", "xx")
      entry.claimedSize = 1 << 20
      return entry
    }
    many[0].claimedSize = 900_000
    refused(ForgedZip(many), ["zip-broken"])
  }

  @Test("Real bombs, made of zeros", arguments: [2, 64])
  func zeros(_ size: Int) throws {
    let zeros = [UInt8](repeating: 0, count: size << 20)
    let archive = try ZipWriting.archive([
      ArchiveEntry(path: "imsmanifest.xml", bytes: Array(SCORM12Course.manifest.utf8)),
      ArchiveEntry(path: "zeros.bin", bytes: zeros),
    ])
    let report = Inspection.inspect(.archive(archive, name: "bomb.zip"))
    #expect(report.verdict == .notAPackage)
    #expect(report.findings.map(\.code) == ["zip-ratio"])
  }

  @Test("A bomb that claims to be small is not unpacked beyond its claim")
  func lyingBomb() throws {
    let zeros = [UInt8](repeating: 0, count: 32 << 20)
    var archive = try ZipWriting.archive([ArchiveEntry(path: "a.bin", bytes: zeros)])
    // The size in the one record of the directory, 24 bytes behind its sign.
    let sign: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    let at = try #require(archive.indices.last { archive[$0...].starts(with: sign) })
    archive.replaceSubrange((at + 24)..<(at + 28), with: [100, 0, 0, 0])
    let report = Inspection.inspect(.archive(archive, name: "bomb.zip"))
    #expect(report.verdict == .notAPackage)
    #expect(["zip-size", "zip-broken"].contains(report.findings.first?.code))
  }

  @Test("Sizes and checksums that are not true")
  func lies() {
    var entry = ForgedZip.Entry("a.html", "twelve bytes")
    entry.claimedSize = 5
    refused(ForgedZip([manifest, entry]), ["zip-size"])
    entry.claimedSize = nil
    entry.checksum = 1
    refused(ForgedZip([manifest, entry]), ["zip-broken"])
    entry.checksum = nil
    entry.claimedPacked = 1 << 30
    refused(ForgedZip([manifest, entry]), ["zip-broken"])
  }

  @Test("A million entries, claimed or there")
  func million() {
    var zip = ForgedZip([manifest])
    zip.claimedCount = 1_000_000
    zip.isZip64 = true
    refused(zip, ["zip-too-many"])
    zip.isZip64 = false
    zip.claimedCount = 60_000
    refused(zip, ["zip-too-many"])
    zip.isZip64 = true
    zip.claimedCount = -5
    refused(zip, ["zip-too-large"])
    let there = ForgedZip((0..<10_001).map { ForgedZip.Entry("\($0)") })
    refused(there, ["zip-too-many"])
  }

  @Test("Locked and rarely compressed entries")
  func methods() {
    var entry = ForgedZip.Entry("a.html", "x")
    entry.flags = 0x0801
    refused(ForgedZip([manifest, entry]), ["zip-encrypted"])
    entry.flags = 0x0800
    entry.method = 12
    refused(ForgedZip([manifest, entry]), ["zip-compression"])
  }

  @Test("What is no archive at all", arguments: ["", "P", "PK", "PK\u{3}\u{4}", "plain text\n"])
  func noArchive(_ text: String) {
    let report = Inspection.inspect(.file(Array(text.utf8), name: "course.zip"))
    #expect(report.verdict == .notAPackage)
    #expect(report.findings.map(\.code) == ["zip-broken"])
  }

  @Test("Each part of a good archive ends in a verdict, and none is conformant but the whole")
  func truncated() {
    let whole = ForgedZip([manifest, .init("a.html", "x")]).bytes
    for length in stride(from: 0, to: whole.count, by: 37) {
      let report = Inspection.inspect(.archive(Array(whole.prefix(length)), name: "a.zip"))
      #expect(report.verdict == .notAPackage && report.findings.hasErrors)
    }
  }

  @Test("A name that is not UTF-8 is a warning and the package is judged")
  func foreignName() {
    var entry = ForgedZip.Entry(name: [0x82, 0x41], bytes: [1])
    entry.flags = 0
    let report = ForgedZip([manifest, entry]).report
    #expect(report.findings.first?.code == "zip-name")
    #expect(report.findings.first?.severity == .warning)
    #expect(report.standard == .scorm12)
  }

  @Test("A manifest in a folder, with capitals, or nowhere")
  func places() {
    let text = SCORM12Course.manifest
    refusedAt("course/imsmanifest.xml", text, "manifest-nested")
    refusedAt("a/b/cmi5.xml", "<courseStructure/>", "manifest-nested")
    refusedAt("IMSManifest.xml", text, "manifest-name")
    refusedAt("manifest.xml", text, "manifest-missing")
  }

  private func refusedAt(_ path: String, _ text: String, _ code: String) {
    let report = ForgedZip([ForgedZip.Entry(path, text)]).report
    #expect(report.verdict == .notAPackage && report.fileCount == 1)
    #expect(report.findings.map(\.code) == [code])
  }
}
