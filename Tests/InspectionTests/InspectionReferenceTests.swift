import Archive
import FoundationEssentials
import Testing
import Text
import XML

@testable import Inspection

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

@Suite(
  "Our good packages against the standards' own schema documents", .enabled(if: reference != nil))
struct InspectionReferenceTests {
  private func schema(_ main: String) throws -> XMLSchema {
    try XMLSchema(folder: "\(reference ?? "")/standards", main: main)
  }

  private func bytes(_ files: [ArchiveEntry], _ path: String) throws -> [UInt8] {
    try #require(files.first { $0.path == path }).bytes
  }

  @Test("The course structure of cmi5 follows them")
  func structure() throws {
    let official = try schema("cmi5/CourseStructure.xsd")
    #expect(official.validate(try bytes(CMI5Samples.files, "cmi5.xml"), file: "cmi5.xml") == [])
  }

  @Test(
    "The manifest and the documents of the cartridge follow them",
    arguments: [
      ("imsmanifest.xml", "cc11libxml2validator.xsd"),
      ("quiz/quiz.xml", "ccv1p1_qtiasiv1p2p1_v1p0.xsd"),
      ("bank/bank.xml", "ccv1p1_qtiasiv1p2p1_v1p0.xsd"),
      ("link/link.xml", "ccv1p1_imswl_v1p1.xsd"), ("topic/topic.xml", "ccv1p1_imsdt_v1p1.xsd"),
    ])
  func cartridge(_ path: String, _ main: String) throws {
    let official = try schema("common-cartridge-1.1/\(main)")
    #expect(official.validate(try bytes(CartridgeSamples.files, path), file: path) == [])
  }

  @Test(
    "They miss what our own documents and rules find",
    arguments: [
      ("id-duplicate", "id=\"https://example.org/film\"", "id=\"https://example.org/module-1\""),
      ("objective-reference", "idref=\"https://example.org/objective/1\"", "idref=\"a\""),
      ("id-invalid", "id=\"https://example.org/film\"", "id=\"film\""),
    ])
  func weaker(_ code: String, _ original: String, _ replacement: String) throws {
    let official = try schema("cmi5/CourseStructure.xsd")
    let files = try PackageChange(code, in: "cmi5.xml", original, replacement)
      .apply(to: CMI5Samples.files)
    #expect(official.validate(try bytes(files, "cmi5.xml"), file: "cmi5.xml") == [])
    let findings = Inspection.findings(in: files, standard: .cmi5)
    #expect(Set(findings.map(\.code)) == ["xml-schema", code])
  }

  @Test(
    "Course structures that others wrote are sound",
    arguments: ["simple-cmi5.xml", "complex-cmi5.xml", "extended-cmi5.xml"])
  func samples(_ name: String) throws {
    let path = "\(reference ?? "")/samples/cmi5/\(name)"
    let manifest = Array(try #require(FileManager.default.contents(atPath: path)))
    let root = try #require(XMLReading.parse(manifest, file: name).0)
    let package = InspectedPackage(root: root, manifest: manifest, file: name, files: nil)
    let findings = CMI5Rules.findings(in: package)
    #expect(!findings.hasErrors)
    #expect(findings.allSatisfy { $0.code == "url-relative" })
  }

  @Test("Questions of QTI that others wrote are sound", arguments: ["21", "22"])
  func questions(_ version: String) throws {
    let folder = "\(reference ?? "")/samples/qti\(version)"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    var errors: [String] = []
    for name in names where name.hasSuffix(".xml") {
      let bytes = Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(name)")))
      let root = try #require(XMLReading.parse(bytes, file: name).0)
      guard root.name.local == "assessmentItem" else { continue }
      errors += QTIItemDocument(root, file: name).findings().map { "\(name): \($0.code)" }
    }
    #expect(errors == [])
  }
}
