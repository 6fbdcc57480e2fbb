import Archive
import Testing
import Text
import XML

@testable import Inspection

private func change(
  _ code: String, _ original: String, _ replacement: String, severity: Severity = .error
) -> PackageChange {
  PackageChange(code, in: "imsmanifest.xml", original, replacement, severity: severity)
}

@Suite("Manifests of Common Cartridge 1.1")
struct CartridgeRulesTests {
  static let organizations = [
    change("manifest-root", "imsccv1p1/imscp_v1p1", "imsccv1p2/imscp_v1p1"),
    change("schema-name", ">IMS Common Cartridge<", ">Common Cartridge<"),
    change("schema-version", ">1.1.0<", ">1.1<"),
    change("schema-version", "<schemaversion>1.1.0</schemaversion>", ""),
    change("metadata-missing", "<lom:lom>", "<hidden><lom:lom>").and(
      "</lom:lom>", "</lom:lom></hidden>"),
    change("element-twice", "<lom:language>", "<lom:title/><lom:language>"),
    change(
      "element-twice", "<lom:entity>",
      "<lom:role><lom:value>editor</lom:value></lom:role><lom:entity>"),
    change("xml-schema", "<lom:value>author<", "<lom:value>writer<"),
    change("organization-missing", "<organization ", "<!-- <organization ", severity: .warning).and(
      "</organization>", "</organization> -->"),
    change(
      "organization-many", "</organization>",
      "</organization><organization identifier=\"second\" structure=\"rooted-hierarchy\"><item identifier=\"root-2\"/></organization>"
    ),
    change(
      "organization-structure", "structure=\"rooted-hierarchy\"", "structure=\"hierarchical\""),
    change("organization-structure", " structure=\"rooted-hierarchy\"", ""),
    change("root-item", "</organization>", "<item identifier=\"root-2\"/></organization>"),
    change(
      "root-item-title", "<item identifier=\"root\">",
      "<item identifier=\"root\"><title>Course</title>"),
    change(
      "root-item-reference", "<item identifier=\"root\"",
      "<item identifier=\"root\" identifierref=\"page\""),
    change("title-missing", "<title>Page</title>", ""),
    change("title-missing", "<title>Page</title>", "<title> </title>"),
    change("title-missing", "<title>Module &amp; tasks</title>", ""),
    change("element-twice", "<title>Page</title>", "<title>Page</title><title>Site</title>"),
    change("item-reference", "identifierref=\"page\"", "identifierref=\"pages\""),
    change("item-reference", "identifierref=\"page\"", "identifierref=\"root\""),
    change(
      "item-launches-with-children", "<item identifier=\"item-module\"",
      "<item identifier=\"item-module\" identifierref=\"page\""),
    change("item-without-resource", " identifierref=\"topic\"", "", severity: .warning),
    change("item-question-bank", "identifierref=\"quiz\"", "identifierref=\"bank\""),
    change("resource-href-missing", " href=\"pages/page.html\"", ""),
    change("resource-href-missing", "identifierref=\"page\"", "identifierref=\"picture\""),
    change(
      "xml-schema", "<item identifier=\"item-module\"",
      "<item identifier=\"item-module\" isvisible=\"true\""),
    change("identifier-duplicate", "identifier=\"item-topic\"", "identifier=\"item-tool\""),
    change("identifier-duplicate", "identifier=\"item-topic\"", "identifier=\"page\""),
    change("identifier-invalid", "identifier=\"item-topic\"", "identifier=\"7\""),
    change("identifier-invalid", " identifier=\"item-topic\"", ""),
  ]

  static let resources = [
    change("resource-type", "type=\"imswl_xmlv1p1\"", "type=\"imswl_xmlv1p0\""),
    change("resource-type", "type=\"webcontent\"", "type=\"text/html\""),
    change("resource-type", " type=\"webcontent\"", ""),
    change("resource-href", " href=\"pages/page.html\"", " href=\"pages/style.css\""),
    change(
      "resource-href-forbidden", "type=\"imswl_xmlv1p1\"",
      "type=\"imswl_xmlv1p1\" href=\"link/link.xml\""),
    change(
      "resource-href-forbidden", "xmlv1p1/assessment\"",
      "xmlv1p1/assessment\" href=\"quiz/quiz.xml\""),
    change(
      "resource-href-forbidden", "type=\"imsdt_xmlv1p1\"",
      "type=\"imsdt_xmlv1p1\" href=\"topic/topic.xml\""),
    change("resource-file-count", "<file href=\"link/link.xml\"/>", ""),
    change(
      "resource-file-count", "<file href=\"quiz/quiz.xml\"/>",
      "<file href=\"quiz/quiz.xml\"/><file href=\"bank/bank.xml\"/>"),
    change("resource-file-count", "<file href=\"tool/tool.xml\"/>", ""),
    change("intended-use", "intendeduse=\"lessonplan\"", "intendeduse=\"lesson\""),
    change("dependency-reference", "identifierref=\"style\"", "identifierref=\"styles\""),
    change("dependency-reference", "identifierref=\"style\"", "identifierref=\"root\""),
    change(
      "dependency-twice", "<dependency identifierref=\"style\"/>",
      "<dependency identifierref=\"style\"/><dependency identifierref=\"style\"/>"),
    change(
      "dependency-on-itself", "<dependency identifierref=\"style\"/>",
      "<dependency identifierref=\"page\"/>"),
    change(
      "dependency-forbidden", "<dependency identifierref=\"style\"/>",
      "<dependency identifierref=\"quiz\"/>"),
    change(
      "dependency-forbidden", "<dependency identifierref=\"style\"/>",
      "<dependency identifierref=\"picture\"/>"),
    change(
      "dependency-forbidden", "<dependency identifierref=\"picture\"/>",
      "<dependency identifierref=\"link\"/>"),
    change(
      "dependency-forbidden", "<file href=\"link/link.xml\"/>",
      "<file href=\"link/link.xml\"/><dependency identifierref=\"style\"/>"),
    change(
      "question-bank-many", "</resources>",
      "<resource identifier=\"bank-2\" type=\"imsqti_xmlv1p2/imscc_xmlv1p1/question-bank\"><file href=\"bank/bank.xml\"/></resource></resources>"
    ),
    change(
      "file-twice", "<file href=\"pages/style.css\"/>",
      "<file href=\"pages/style.css\"/><file href=\"pages/style.css\"/>"),
    change("file-missing", "<file href=\"pages/style.css\"/>", "<file href=\"pages/Style.css\"/>"),
    change("file-missing", "<resources>", "<resources xml:base=\"content/\">"),
    change("file-unlisted", "<file href=\"pages/style.css\"/>", "", severity: .warning),
    change("path-unsafe", "<file href=\"pages/style.css\"/>", "<file href=\"../style.css\"/>"),
    change("path-unsafe", "<file href=\"pages/style.css\"/>", "<file href=\"/style.css\"/>"),
    change("path-unsafe", "<file href=\"pages/style.css\"/>", "<file href=\"pages\\style.css\"/>"),
    change(
      "path-unsafe", "<file href=\"pages/style.css\"/>",
      "<file href=\"https://example.org/style.css\"/>"),
    change("authorization-missing", "<auth:authorizations access=\"resource\">", "<!--").and(
      "</auth:authorizations>", "-->"),
    change("authorization-access", "access=\"resource\"", "access=\"all\""),
    change(
      "authorization-unused", "auth:protected=\"true\"", "auth:protected=\"false\"",
      severity: .warning),
    change("xml-schema", "auth:protected=\"true\"", "auth:protected=\"yes\""),
    change("xml-schema", "<auth:cartridgeId>cartridge</auth:cartridgeId>", ""),
    change("xml-schema", "<lomr:value>Learner<", "<lomr:value>Trainee<"),
    change("doctype", "<manifest ", "<!DOCTYPE manifest><manifest "),
  ]

  @Test("A good one passes")
  func good() {
    #expect(Inspection.findings(in: CartridgeSamples.files, standard: .commonCartridge) == [])
  }

  @Test("Each single mistake is found", arguments: organizations + resources)
  func mistakes(_ change: PackageChange) throws {
    try change.expectFound(in: CartridgeSamples.files, standard: .commonCartridge)
  }

  @Test("There are more than forty of them")
  func count() {
    #expect((Self.organizations + Self.resources).filter { $0.severity == .error }.count > 40)
  }

  @Test("A cartridge without a manifest says so")
  func withoutManifest() {
    let files = CartridgeSamples.files.filter { $0.path != "imsmanifest.xml" }
    let codes = Inspection.findings(in: files, standard: .commonCartridge).map(\.code)
    #expect(codes == ["manifest-missing"])
  }

  @Test("A manifest alone is not asked for its files")
  func alone() throws {
    let bytes = Array(CartridgeSamples.manifest.utf8)
    let root = try #require(XMLReading.parse(bytes, file: "imsmanifest.xml").0)
    let package = InspectedPackage(
      root: root, manifest: bytes, file: "imsmanifest.xml", files: nil)
    #expect(CartridgeRules.findings(in: package) == [])
  }

  @Test("Schema documents at the root need not be listed, and are not carried")
  func control() {
    let files = CartridgeSamples.files + [sample("ccv1p1_imscp_v1p2_v1p0.xsd", "")]
    #expect(Inspection.findings(in: files, standard: .commonCartridge) == [])
    #expect(PackageStandard.commonCartridge.controlDocuments == [])
  }

  @Test("Bases of the manifest, of resources and of a resource are put before paths")
  func bases() throws {
    let changed = try change("", "<resources>", "<resources xml:base=\"content/\">")
      .apply(to: CartridgeSamples.files)
    let files = changed.map { entry in
      entry.path == "imsmanifest.xml"
        ? entry : ArchiveEntry(path: "content/\(entry.path)", bytes: entry.bytes)
    }
    #expect(Inspection.findings(in: files, standard: .commonCartridge) == [])
  }
}
