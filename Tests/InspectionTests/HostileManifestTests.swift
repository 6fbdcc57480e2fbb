import Archive
import Testing
import Text

@testable import Inspection

@Suite("Hostile manifests are refused")
struct HostileManifestTests {
  private func report(_ text: String) -> InspectionReport { report(Array(text.utf8)) }

  private func report(_ bytes: [UInt8]) -> InspectionReport {
    Inspection.inspect(
      .folder([ArchiveEntry(path: "imsmanifest.xml", bytes: bytes)], name: "a", findings: []))
  }

  private func refused(_ report: InspectionReport, _ code: String) {
    #expect(report.verdict == .notConformant)
    #expect(report.findings.map(\.code) == [code], "\(report.findings)")
    #expect(report.findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  private var body: String {
    SCORM12Course.manifest.replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
  }

  @Test(
    "Any DOCTYPE: entity bombs, external entities, parameter entities, a harmless one",
    arguments: [
      """
      <!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
      """,
      "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE m [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x.dtd\"> %x;]>",
      "<!DOCTYPE manifest SYSTEM \"http://127.0.0.1:9/imscp.dtd\">",
      "<!DOCTYPE manifest>",
    ])
  func doctype(_ text: String) {
    refused(report(text + body), "doctype")
    let lone = Inspection.inspect(.manifest(Array((text + body).utf8), name: "imsmanifest.xml"))
    #expect(lone.verdict == .notConformant)
    #expect(lone.findings.map(\.code) == ["manifest-only", "doctype"])
  }

  @Test("Schemas that a manifest names are not fetched: nothing but the finding changes")
  func remoteSchemas() throws {
    let manifest = try SCORM12Course.changed(
      " imscp_rootv1p1p2.xsd", " http://127.0.0.1:9/imscp_rootv1p1p2.xsd")
    #expect(SCORM12Course.report(SCORM12Course.files(manifest)).findings == [])
    let local = try SCORM12Course.changed(
      " imscp_rootv1p1p2.xsd", " file:///etc/passwd")
    #expect(SCORM12Course.report(SCORM12Course.files(local)).findings == [])
  }

  @Test("An attribute of 100 MB, and one of 10 MB")
  func largeAttribute() {
    let start = Array("<manifest a=\"".utf8)
    let end = Array("\"/>".utf8)
    let large = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000_000)
    refused(report(start + large + end), "too-large")
    #expect(report(start + large.prefix(10_100_000) + end).verdict == .notConformant)
  }

  @Test("Elements inside each other without end")
  func depth() {
    let deep = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
    refused(report(deep), "too-deep")
    let items = (0..<195).reduce("") { "<item identifier=\"i\($1)\"><title>t</title>" + $0 }
    let manifest = SCORM12Course.manifest.replacing(
      "<title>Part one</title>",
      with: "<title>P</title>" + items + String(repeating: "</item>", count: 195))
    #expect(SCORM12Course.report(SCORM12Course.files(manifest)).verdict == .notConformant)
  }

  @Test("More tags than any course has")
  func tags() {
    let text = "<manifest>" + String(repeating: "<a/>", count: 1_000_001) + "</manifest>"
    refused(report(text), "manifest-too-complex")
  }

  @Test("More attributes, or namespaces in force, than any manifest has")
  func complex() {
    let attributes = (0..<1_001).map { " a\($0)='='" }.joined()
    refused(report("<manifest\(attributes)/>"), "too-complex")
    let declared = (0..<600).map { " xmlns:a\($0)='u'" }.joined()
    refused(report("<manifest\(declared)><a\(declared)/></manifest>"), "too-complex")
    // Side by side they are as many as anybody wants.
    let apart = "<manifest>" + String(repeating: "<a\(declared)/>", count: 3) + "</manifest>"
    #expect(!report(apart).findings.contains { $0.code == "too-complex" })
  }

  @Test(
    "What is not well formed",
    arguments: [
      "", " ", "<", "<manifest", "<manifest>", "<manifest></manifes>", "\u{FEFF}", "<a/><b/>",
      "<manifest>&nbsp;</manifest>", "<manifest a='1' a='2'/>", "<manifest xmlns:a=''/>",
    ])
  func syntax(_ text: String) {
    let report = report(text)
    #expect(report.verdict == .notConformant)
    #expect(Set(report.findings.map(\.code)) == ["xml-syntax"], "\(report.findings)")
  }

  @Test(
    "A root that is no manifest makes no package", arguments: ["html", "assessmentItem", "m:x"])
  func otherRoot(_ name: String) {
    let report = report("<\(name) xmlns:m='urn:m'/>")
    #expect(report.verdict == .notAPackage)
    #expect(report.findings.map(\.code) == ["manifest-other"])
  }

  @Test("Encodings: UTF-16 is read with a warning, a rare one only where it is small")
  func encodings() {
    let text = SCORM12Course.manifest.replacing(" encoding=\"UTF-8\"", with: "")
    let wide: [UInt8] = text.utf16.reduce(into: [0xFF, 0xFE]) { bytes, unit in
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let files =
      [ArchiveEntry(path: "imsmanifest.xml", bytes: wide)] + SCORM12Course.files().dropFirst()
    let wideReport = SCORM12Course.report(files)
    #expect(wideReport.verdict == .conformant)
    #expect(wideReport.findings.map(\.code) == ["manifest-encoding"])
    let latin = SCORM12Course.manifest.replacing("UTF-8", with: "ISO-8859-1")
    #expect(
      SCORM12Course.report(SCORM12Course.files(latin)).findings.first?.code == "manifest-encoding")
    let ascii = SCORM12Course.manifest.replacing("UTF-8", with: "utf-8")
    #expect(SCORM12Course.report(SCORM12Course.files(ascii)).findings == [])
    let hidden =
      "<?xml version='1.0' encoding='UTF-7'?><manifest>"
      + String(repeating: "a", count: 300_000) + "</manifest>"
    refused(report(hidden), "too-complex")
  }
}
