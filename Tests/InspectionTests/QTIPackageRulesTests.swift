import Archive
import Testing
import Text

@testable import Inspection

private func change(
  _ code: String, _ original: String, _ replacement: String, in file: String = "imsmanifest.xml",
  severity: Severity = .error
) -> PackageChange {
  PackageChange(code, in: file, original, replacement, severity: severity)
}

private let choice = "items/choice.xml"
private let order = "items/order.xml"
private let test = "tests/test.xml"

@Suite("Packages of QTI")
struct QTIPackageRulesTests {
  static let manifests = [
    change("manifest-root", "imscp_v1p1", "imscp_v9p9"),
    change("schema-missing", "<schema>QTIv2.1 Package</schema>", "", severity: .warning),
    change("schema-name", "QTIv2.1 Package", "ADL SCORM"),
    change("schema-version", "1.0.0", "2.1"),
    change("schema-version", "<schemaversion>1.0.0</schemaversion>", ""),
    change("version-mixed", "QTIv2.1 Package", "QTIv2.2 Package", severity: .warning),
    change("resource-type", "imsqti_item_xmlv2p1", "imsqti_item_xmlv3p0"),
    change("resource-type", "imsqti_item_xmlv2p1", "imsqti_question_xmlv2p1"),
    change("resource-href-missing", " href=\"items/order.xml\">", ">"),
    change("resource-href", " href=\"items/order.xml\">", " href=\"items/choice.xml\">"),
    change(
      "identifier-duplicate", "resource identifier=\"order\"", "resource identifier=\"choice\""),
    change("identifier-invalid", "identifier=\"package\"", "identifier=\"1 package\""),
    change("dependency-reference", "identifierref=\"order\"", "identifierref=\"orders\""),
    change("dependency-twice", "identifierref=\"order\"", "identifierref=\"choice\""),
    change("dependency-on-itself", "identifierref=\"order\"", "identifierref=\"test\""),
    change(
      "item-reference", "<organizations/>",
      "<organizations><organization identifier=\"o\"><item identifier=\"i\" identifierref=\"x\"/></organization></organizations>"
    ),
    change("file-missing", "<file href=\"items/map.txt\"/>", "<file href=\"items/plan.txt\"/>"),
    change(
      "file-twice", "<file href=\"items/map.txt\"/>",
      "<file href=\"items/map.txt\"/><file href=\"items/map.txt\"/>"),
    change("file-unlisted", "<file href=\"items/map.txt\"/>", "", severity: .warning),
    change("path-unsafe", "<file href=\"items/map.txt\"/>", "<file href=\"../items/map.txt\"/>"),
    change("item-dependency", "<dependency identifierref=\"order\"/>", "", severity: .warning),
    change("doctype", "<manifest ", "<!DOCTYPE manifest><manifest "),
  ]

  static let documents = [
    change("content-root", "imsqti_v2p1", "imsqti_v2p2", in: choice),
    change("content-root", "imsqti_v2p1", "imsqti_v2p1/items", in: choice),
    change("content-root", "<assessmentTest ", "<assessmentItem ", in: test).and(
      "</assessmentTest>", "</assessmentItem>"),
    change("xml-syntax", "</itemBody>", "", in: choice),
    change("attribute-missing", " timeDependent=\"false\"", "", in: choice),
    change("attribute-missing", " identifier=\"choice\"", "", in: choice),
    change("attribute-missing", "title=\"Choice\"", "", in: choice),
    change(
      "attribute-missing", "<outcomeDeclaration identifier=\"SCORE\"", "<outcomeDeclaration",
      in: choice),
    change(
      "variable-duplicate", "<outcomeDeclaration identifier=\"SCORE\"",
      "<outcomeDeclaration identifier=\"RESPONSE\"", in: choice),
    change(
      "response-reference", "responseIdentifier=\"RESPONSE\"", "responseIdentifier=\"ANSWER\"",
      in: choice),
    change("answer-reference", "<value>b</value>", "<value>c</value>", in: choice),
    change("answer-reference", "mapKey=\"b\"", "mapKey=\"B\"", in: choice),
    change("answer-reference", "<value>s t</value>", "<value>s u</value>", in: order),
    change("answer-reference", "<value>s t</value>", "<value>s</value>", in: order),
    change("answer-reference", "<value>d</value>", "<value>s</value>", in: order),
    change(
      "media-missing", "data=\"map.txt\"", "data=\"plan.txt\"", in: choice, severity: .warning),
    change("path-unsafe", "data=\"map.txt\"", "data=\"../../map.txt\"", in: choice),
    change("item-file", "../items/order.xml", "items/order.xml", in: test),
    change("item-resource", "../items/order.xml", "../items/map.txt", in: test),
    change("path-unsafe", "../items/order.xml", "../../items/order.xml", in: test),
    change("attribute-missing", " href=\"../items/order.xml\"", "", in: test),
    change("attribute-missing", " visible=\"true\"", "", in: test),
    change("reference-duplicate", "ref-order", "ref-choice", in: test),
    change("test-mode", "navigationMode=\"linear\"", "navigationMode=\"free\"", in: test),
    change("test-mode", " submissionMode=\"individual\"", "", in: test),
    change("test-empty", "<testPart", "<!-- <testPart", in: test).and(
      "</testPart>", "</testPart> -->"),
  ]

  @Test("Good ones pass", arguments: ["v2p1", "v2p2"])
  func good(_ version: String) {
    #expect(Inspection.findings(in: QTISamples.files(version), standard: .qti) == [])
  }

  @Test("Each single mistake is found", arguments: manifests + documents)
  func mistakes(_ change: PackageChange) throws {
    try change.expectFound(in: QTISamples.files("v2p1"), standard: .qti)
  }

  @Test("There are more than twenty of them")
  func count() {
    #expect((Self.manifests + Self.documents).filter { $0.severity == .error }.count > 20)
  }

  private func manifest(_ resources: String) -> ArchiveEntry {
    sample(
      "imsmanifest.xml",
      """
      <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="package">
        <metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
        <resources>\(resources)</resources>
      </manifest>
      """)
  }

  @Test(
    "Questions of QTI 1.2 stand in a manifest too, with or without a namespace",
    arguments: ["", " xmlns=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2\""])
  func old(_ namespace: String) {
    let files = [
      manifest(
        "<resource identifier=\"a\" type=\"imsqti_xmlv1p2\" href=\"a.xml\"><file href=\"a.xml\"/>"
          + "</resource>"), sample("a.xml", "<questestinterop\(namespace)/>"),
    ]
    #expect(Inspection.findings(in: files, standard: .qti) == [])
  }

  @Test("A document of another kind is no question of QTI 1.2")
  func other() {
    let files = [
      manifest(
        "<resource identifier=\"a\" type=\"imsqti_xmlv1p2\" href=\"a.xml\"><file href=\"a.xml\"/>"
          + "</resource>"), sample("a.xml", "<quiz/>"),
    ]
    #expect(Inspection.findings(in: files, standard: .qti).map(\.code) == ["content-root"])
  }

  @Test("A package of pages is none of questions")
  func pages() {
    let files = [
      manifest(
        "<resource identifier=\"a\" type=\"webcontent\" href=\"a.xml\"><file href=\"a.xml\"/>"
          + "</resource>"), sample("a.xml", "<quiz/>"),
    ]
    #expect(Inspection.findings(in: files, standard: .qti).map(\.code) == ["question-missing"])
  }

  @Test("Two versions in one package are worth a look")
  func versions() throws {
    let files = try PackageChange(
      "", in: "imsmanifest.xml", "identifier=\"order\" type=\"imsqti_item_xmlv2p1\"",
      "identifier=\"order\" type=\"imsqti_item_xmlv2p2\""
    ).apply(to: QTISamples.files("v2p1"))
    let mixed = try PackageChange("", in: order, "imsqti_v2p1", "imsqti_v2p2").apply(to: files)
    let findings = Inspection.findings(in: mixed, standard: .qti)
    #expect(findings.map(\.code) == ["version-mixed"])
    #expect(!findings.hasErrors)
  }

  @Test("A section, a stimulus and a template are read as what they are")
  func parts() {
    let types = [
      ("section", "assessmentSection"), ("stimulus", "assessmentStimulus"),
      ("rptemplate", "responseProcessing"),
    ]
    for (type, root) in types {
      let resource =
        "<resource identifier=\"a\" type=\"imsqti_\(type)_xmlv2p2\" href=\"a.xml\">"
        + "<file href=\"a.xml\"/></resource>"
      let space = "xmlns=\"http://www.imsglobal.org/xsd/apip/apipv1p0/imsqti_v2p2\""
      let files = [
        manifest(resource),
        sample("a.xml", "<\(root) \(space) identifier=\"a\" title=\"A\"><p/></\(root)>"),
      ]
      let codes = Inspection.findings(in: files, standard: .qti).map(\.code)
      #expect(codes == (type == "section" ? ["test-empty"] : []))
    }
  }

  @Test("In a template, variables may take the place of options")
  func template() throws {
    let files = try change(
      "", "<outcomeDeclaration ",
      "<templateDeclaration identifier=\"T\" cardinality=\"single\" baseType=\"identifier\"/>"
        + "<outcomeDeclaration ", in: choice
    ).and("<value>b</value>", "<value>later</value>").apply(to: QTISamples.files("v2p1"))
    #expect(Inspection.findings(in: files, standard: .qti) == [])
  }
}
