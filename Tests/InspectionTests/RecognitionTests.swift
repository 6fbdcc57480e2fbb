import Archive
import Testing
import Text

@testable import Inspection

@Suite("Packages are told apart")
struct RecognitionTests {
  private static let later = "http://www.imsglobal.org/xsd/imscp_v1p1"
  private static let earlier = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  private static let adl = "xmlns:adlcp='http://www.adlnet.org/xsd/adlcp_v1p3'"

  /// Heads of manifests: the namespace, other attributes, schema, version, type of resource; and
  /// what they are.
  struct Case: Sendable, CustomTestStringConvertible {
    var uri: String
    var attributes = ""
    var schema = ""
    var version = ""
    var type = "webcontent"
    var standard: PackageStandard?
    var edition: String
    var codes: [String] = []

    var testDescription: String { "\(uri) \(schema) \(version) \(type)" }

    var recognition: PackageRecognition {
      get throws {
        let text = """
          <manifest xmlns='\(uri)' \(attributes)><metadata><schema>\(schema)</schema>
          <schemaversion> \(version)
          </schemaversion></metadata><resources><resource type='\(type)'/></resources></manifest>
          """
        let (root, _) = ManifestReading.parse(Array(text.utf8), file: "m")
        return PackageRecognition(try #require(root), file: "m")
      }
    }
  }

  static let cases = [
    Case(uri: earlier, schema: "ADL SCORM", version: "1.2", standard: .scorm12, edition: "1.2"),
    Case(uri: earlier, standard: .scorm12, edition: "1.2"),
    Case(
      uri: earlier, schema: "ADL SCORM", version: "2004 3rd Edition", standard: .scorm12,
      edition: "1.2", codes: ["signals-mixed"]),
    Case(
      uri: earlier, attributes: adl, schema: "ADL SCORM", version: "1.2", standard: .scorm12,
      edition: "1.2", codes: ["signals-mixed"]),
    Case(
      uri: earlier, schema: "IMS Content", version: "1.1.3", type: "imsqti_xmlv1p1",
      standard: .qti, edition: "1.2"),
    Case(
      uri: later, schema: "ADL SCORM", version: "2004 4th Edition", standard: .scorm2004Fourth,
      edition: "2004 4th Edition"),
    Case(
      uri: later, schema: "ADL SCORM", version: "2004 3rd Edition", standard: .scorm2004Third,
      edition: "2004 3rd Edition"),
    Case(
      uri: later, schema: "ADL SCORM", version: "CAM 1.3", standard: nil, edition: "CAM 1.3",
      codes: ["edition-not-judged"]),
    Case(
      uri: later, schema: "ADL SCORM", version: "1.2", standard: .scorm2004Fourth, edition: "1.2",
      codes: ["signals-mixed"]),
    Case(
      uri: later, attributes: adl, version: "2004 4th Edition", standard: .scorm2004Fourth,
      edition: "2004 4th Edition"),
    Case(
      uri: later, schema: "IMS Content", version: "1.1", standard: nil, edition: "1.1",
      codes: ["standard-unknown"]),
    Case(
      uri: later, schema: "IMS Common Cartridge", version: "1.1.0", standard: .commonCartridge,
      edition: "1.1.0", codes: ["signals-mixed"]),
    Case(
      uri: later, schema: "QTIv2.1 Package", version: "1.0.0", type: "imsqti_item_xmlv2p1",
      standard: .qti, edition: "2.1"),
    Case(
      uri: later, schema: "QTIv2.2 Package", version: "1.0.0", type: "imsqti_test_xmlv2p2",
      standard: .qti, edition: "2.2"),
    Case(
      uri: later, type: "imsqti_item_xmlv2p0", standard: .qti, edition: "2.0",
      codes: ["edition-not-judged"]),
    Case(
      uri: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1", schema: "QTI Package",
      version: "3.0.0", type: "imsqti_item_xmlv3p0", standard: .qti, edition: "3.0",
      codes: ["edition-not-judged"]),
    Case(
      uri: "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1", schema: "IMS Common Cartridge",
      version: "1.1.0", type: "imsqti_xmlv1p2/imscc_xmlv1p1/assessment",
      standard: .commonCartridge, edition: "1.1"),
    Case(
      uri: "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1", schema: "IMS Common Cartridge",
      version: "1.3.0", standard: .commonCartridge, edition: "1.1", codes: ["signals-mixed"]),
    Case(
      uri: "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1", schema: "IMS Content",
      version: "1.1.3", type: "imsqti_xmlv1p2", standard: .qti, edition: "1.2"),
    Case(
      uri: "http://www.imsglobal.org/xsd/imscc/imscp_v1p1", schema: "IMS Common Cartridge",
      version: "1.0.0", standard: .commonCartridge, edition: "1.0", codes: ["edition-not-judged"]),
    Case(
      uri: "http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1", schema: "IMS Common Cartridge",
      version: "1.2.0", standard: .commonCartridge, edition: "1.2", codes: ["edition-not-judged"]),
    Case(
      uri: "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1", schema: "IMS Common Cartridge",
      version: "1.3.0", standard: .commonCartridge, edition: "1.3", codes: ["edition-not-judged"]),
    Case(
      uri: "urn:none", schema: "ADL SCORM", version: "1.2", standard: .scorm12, edition: "1.2",
      codes: ["namespace-unknown"]),
    Case(
      uri: "urn:none", schema: "ADL SCORM", version: "2004 4th Edition",
      standard: .scorm2004Fourth, edition: "2004 4th Edition", codes: ["namespace-unknown"]),
    Case(
      uri: "urn:none", schema: "IMS Common Cartridge", version: "1.1.0",
      standard: .commonCartridge, edition: "1.1.0", codes: ["namespace-unknown"]),
    Case(
      uri: "urn:none", type: "imsqti_item_xmlv2p2", standard: .qti, edition: "2.2",
      codes: ["namespace-unknown"]),
    Case(uri: "urn:none", standard: nil, edition: "", codes: ["namespace-unknown"]),
  ]

  @Test("By namespace, metadata, attributes and types", arguments: cases)
  func recognized(_ expected: Case) throws {
    let found = try expected.recognition
    #expect(found.standard == expected.standard)
    #expect(found.edition == expected.edition)
    #expect(found.findings.map(\.code) == expected.codes)
    #expect(found.isManifest)
    #expect(found.isJudged == !expected.codes.contains("edition-not-judged"))
    #expect(found.findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("Questions of two versions in one package")
  func twoVersions() throws {
    let text = """
      <manifest xmlns='\(Self.later)'><resources><resource type='imsqti_item_xmlv2p1'/>
      <resource type='imsqti_test_xmlv2p2'/></resources></manifest>
      """
    let root = try #require(ManifestReading.parse(Array(text.utf8), file: "m").0)
    let found = PackageRecognition(root, file: "m")
    #expect(found.edition == "2.1, 2.2" && found.findings.map(\.code) == ["signals-mixed"])
  }

  @Test("A package without a verdict of its own edition is not conformant")
  func notJudged() {
    let text = "<manifest xmlns='http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1'/>"
    let report = Inspection.inspect(.manifest(Array(text.utf8), name: "imsmanifest.xml"))
    #expect(report.verdict == .notConformant && report.standard == .commonCartridge)
    #expect(report.findings.map(\.code) == ["manifest-only", "edition-not-judged"])
  }

  @Test("A course structure of cmi5, and one of another namespace")
  func cmi5() throws {
    for (uri, codes) in [
      ("https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd", [String]()),
      ("https://w3id.org/xapi/profiles/cmi5/v2/CourseStructure.xsd", ["namespace-unknown"]),
    ] {
      let text = "<courseStructure xmlns='\(uri)'/>"
      let root = try #require(ManifestReading.parse(Array(text.utf8), file: "m").0)
      let found = PackageRecognition(root, file: "m")
      #expect(found.standard == .cmi5 && found.findings.map(\.code) == codes)
      let report = Inspection.inspect(
        .folder(
          [ArchiveEntry(path: "cmi5.xml", bytes: Array(text.utf8))], name: "a", findings: []))
      #expect(report.standard == .cmi5)
    }
  }

  @Test("Of two manifests that of IMS is judged")
  func twoManifests() {
    var files = SCORM12Course.files(adding: ["cmi5.xml"])
    #expect(
      SCORM12Course.report(files).findings.map(\.code) == ["manifest-two", "file-unlisted"])
    files.removeAll { $0.path == "imsmanifest.xml" }
    let other = SCORM12Course.report(files)
    #expect(other.findings.map(\.code) == ["manifest-other"] && other.verdict == .notAPackage)
  }

  @Test("A file is an archive or a manifest by what it holds and how it is called")
  func sources() {
    func isManifest(_ text: String, _ name: String) -> Bool {
      if case .manifest = InspectionSource.file(Array(text.utf8), name: name) {
        true
      } else {
        false
      }
    }
    #expect(isManifest("<a/>", "cmi5.xml") && isManifest("", "imsmanifest.XML"))
    #expect(isManifest(" \n<a/>", "manifest") && isManifest("\u{FEFF}<a/>", "x"))
    #expect(!isManifest("PK..", "course.xml") && !isManifest("text", "a.zip"))
    #expect(!isManifest("", "a.zip") && !isManifest("PK", "course.imscc"))
  }

  @Test("A package that carries Sala's own documents has to follow them")
  func ownDocuments() throws {
    let own = PackageStandard.scorm12.controlDocuments
    let names = own.map(\.path)
    let files = SCORM12Course.files().filter { !names.contains($0.path) } + own
    // The good package has parts that Sala's narrower documents leave out.
    let report = SCORM12Course.report(files)
    #expect(Set(report.findings.map(\.code)) == ["xml-schema"])
    #expect(report.verdict == .notConformant)
    let others = SCORM12Course.files()
    #expect(SCORM12Course.report(others).verdict == .conformant)
  }

  @Test("Every rule has its words in both languages")
  func words() {
    for rule in InspectionRule.allCases {
      let finding = rule.finding(at: SourceLocation(file: "a"), "x")
      #expect(finding.message.isComplete && finding.remedy.isComplete)
    }
    for rule in SCORM12DetailRule.allCases {
      let finding = rule.finding(at: SourceLocation(file: "a"), "x")
      #expect(finding.message.isComplete && finding.remedy.isComplete)
    }
  }
}
