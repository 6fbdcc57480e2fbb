import Archive
import Testing
import Text

@testable import Inspection

@Suite("Packages of SCORM 1.2 by other programs")
struct SCORM12ChangeTests {
  @Test("The good package breaks no rule, whole and as a manifest alone")
  func good() {
    let report = SCORM12Course.report(SCORM12Course.files())
    #expect(report.findings == [])
    #expect(report.verdict == .conformant)
    #expect(report.standard == .scorm12 && report.edition == "1.2")
    #expect(report.fileCount == 13 && report.byteCount > 1000 && !report.isManifestOnly)
    let alone = Inspection.inspect(
      .manifest(Array(SCORM12Course.manifest.utf8), name: "a/imsmanifest.xml"))
    #expect(alone.verdict == .conformant && alone.isManifestOnly && alone.fileCount == 0)
    #expect(alone.findings.map(\.code) == ["manifest-only"])
    #expect(alone.findings.map(\.severity) == [.note])
  }

  @Test(
    "Each single mistake is found under its code",
    arguments: SCORM12Change.all)
  func change(_ change: SCORM12Change) throws {
    let replacement = change.replacement.replacing("$0", with: change.original)
    let manifest =
      change.original.isEmpty
      ? SCORM12Course.manifest : try SCORM12Course.changed(change.original, replacement)
    let files = SCORM12Course.files(manifest, adding: change.added, without: change.taken)
    let report = SCORM12Course.report(files)
    #expect(report.verdict == change.verdict, "\(report.findings)")
    #expect(report.standard == .scorm12)
    let found = try #require(
      report.findings.first { $0.code == change.code }, "\(report.findings.map(\.code))")
    #expect((found.severity == .error) == (change.verdict == .notConformant))
    #expect(found.message.isComplete && found.remedy.isComplete && !found.requirement.isEmpty)
    #expect(change.also.isSubset(of: report.findings.map(\.code)))
    // One mistake, few findings.
    #expect(Set(report.findings.map(\.code)).count <= 4, "\(report.findings.map(\.code))")
  }

  @Test("Every rule has a change that shows it, and there are more than forty changes")
  func complete() {
    let shown = Set(SCORM12Change.all.map(\.code))
    let elsewhere = ["manifest-missing", "organization-missing", "resources-missing"]
    let all = SCORM12Rule.allCases.map(\.rawValue) + SCORM12DetailRule.allCases.map(\.rawValue)
    #expect(shown.union(elsewhere) == Set(all + ["xml-schema"]))
    let refused = SCORM12Change.all.count { $0.verdict == .notConformant }
    #expect(refused >= 40)
  }

  @Test("Manifests without their main parts")
  func parts() throws {
    let text = SCORM12Course.manifest
    let start = try #require(text.firstRange(of: "  <organizations")).lowerBound
    let middle = try #require(text.firstRange(of: "  <resources")).lowerBound
    let end = try #require(text.firstRange(of: "</manifest>")).lowerBound
    let withoutOrganizations = String(text[..<start] + text[middle...])
    let withoutResources = String(text[..<middle] + text[end...])
    for (manifest, code) in [
      (withoutOrganizations, "organization-missing"), (withoutResources, "resources-missing"),
      (
        String(text[..<start] + "<organizations/>" + text[middle...]), "organization-missing"
      ),
    ] {
      let report = SCORM12Course.report(SCORM12Course.files(manifest))
      #expect(report.verdict == .notConformant)
      #expect(report.findings.contains { $0.code == code }, "\(report.findings)")
    }
  }

  @Test("An item may name a manifest inside the manifest, which is passed over")
  func subManifest() throws {
    var manifest = try SCORM12Course.changed(
      "</resources>", "</resources><manifest identifier=\"inner\"/>")
    manifest = manifest.replacing("identifierref=\"r-welcome\"", with: "identifierref=\"inner\"")
    let report = SCORM12Course.report(SCORM12Course.files(manifest))
    #expect(report.findings.map(\.code) == ["sub-manifest"])
  }

  @Test("Files of metadata are judged as well, whatever else their root is")
  func metadataFiles() {
    func codes(_ text: String) -> [String] {
      let files = SCORM12Course.files().map { file in
        file.path == "meta/welcome.xml"
          ? ArchiveEntry(path: file.path, bytes: Array(text.utf8)) : file
      }
      return SCORM12Course.report(files).findings.map(\.code)
    }
    #expect(codes("<lom") == ["xml-syntax"])
    #expect(codes("<!DOCTYPE a><lom/>") == ["doctype"])
    #expect(
      codes(SCORM12Course.lom.replacing("general", with: "General")) == ["metadata-structure"])
    #expect(codes("<lom xmlns='http://ltsc.ieee.org/xsd/LOM'><x/></lom>") == [])
  }

  @Test("Names in a script of AICC")
  func scripts() {
    #expect(ManifestValue.names(inScript: "") == [])
    #expect(ManifestValue.names(inScript: "a & b|~c") == ["a", "b", "c"])
    #expect(ManifestValue.names(inScript: "(a=\"passed\")&2*{b,c}<>d") == ["a", "b", "c", "d"])
    #expect(ManifestValue.names(inScript: "A1=\"x & y") == ["A1"])
  }

  @Test("A chain of dependencies as long as the manifest is followed in bounded steps")
  func chain() throws {
    let count = 1_000
    let resources = (0..<count).map { index in
      "<resource identifier=\"c\(index)\" type=\"webcontent\" adlcp:scormtype=\"asset\" "
        + "href=\"last.html\"><dependency identifierref=\"c\(index + 1)\"/></resource>"
    }
    let manifest = try SCORM12Course.changed(
      "</resources>",
      resources.joined()
        + "<resource identifier=\"c\(count)\" type=\"webcontent\" adlcp:scormtype=\"asset\">"
        + "<file href=\"last.html\"/></resource></resources>")
    let report = SCORM12Course.report(
      SCORM12Course.files(manifest, adding: ["content/last.html"]))
    // The page is in the manifest, so it can only be a warning where the steps ran out.
    #expect(report.verdict == .conformant)
    #expect(report.findings.allSatisfy { $0.code == "resource-href" || $0.code == "more-findings" })
  }

  @Test("Thousands of mistakes give a thousand findings, the gravest, in order")
  func manyFindings() throws {
    let items = String(repeating: "<item/>", count: 20_000)
    let manifest = try SCORM12Course.changed("<title>Part one</title>", "<title>P</title>" + items)
    let report = SCORM12Course.report(SCORM12Course.files(manifest))
    #expect(report.verdict == .notConformant)
    #expect(report.findings.count == InspectionReport.mostFindings)
    #expect(report.findings.last?.code == "more-findings")
    #expect(report.findings.dropLast().allSatisfy { $0.severity == .error })
  }
}
