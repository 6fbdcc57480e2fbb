import FoundationEssentials
import Testing
import Text

@testable import XML

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

private let main = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:people"
    targetNamespace="urn:course" xmlns="urn:course" elementFormDefault="qualified">
    <xs:import namespace="urn:people" schemaLocation="parts/people.xsd"/>
    <xs:element name="course">
      <xs:complexType>
        <xs:sequence>
          <xs:element name="days" type="xs:positiveInteger"/>
          <xs:element ref="p:person" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="id" type="xs:ID" use="required"/>
      </xs:complexType>
    </xs:element>
  </xs:schema>
  """

private let people = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:people">
    <xs:include schemaLocation="../more.xsd"/>
    <xs:import namespace="urn:remote" schemaLocation="http://example.org/remote.xsd"/>
    <xs:element name="person" type="xs:string"/>
  </xs:schema>
  """

private let empty = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>"

private let remote = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:remote"/>
  """

private let documents: [String: [UInt8]] = [
  "main.xsd": Array(main.utf8), "parts/people.xsd": Array(people.utf8),
  "more.xsd": Array(empty.utf8), "remote.xsd": Array(remote.utf8),
]

private func schema() throws -> XMLSchema {
  try XMLSchema(
    documents: documents, main: "main.xsd",
    aliases: ["http://example.org/remote.xsd": "remote.xsd"])
}

private func course(_ inside: String) -> [UInt8] {
  Array("<course xmlns='urn:course' xmlns:p='urn:people' \(inside)</course>".utf8)
}

@Suite("Documents are checked against a schema")
struct XMLSchemaTests {
  @Test("A document that follows the schema has no findings")
  func valid() throws {
    let bytes = course("id='a'>\n<days>3</days>\n<p:person>ក</p:person>")
    #expect(try schema().validate(bytes, file: "c.xml") == [])
  }

  @Test("Each break of the schema is a finding at its line")
  func invalid() throws {
    let found = try schema().validate(
      course(">\n<days>0</days>\n<p:person/>\n<q/>"), file: "c.xml")
    #expect(found.map(\.location.line) == [1, 2, 4])
    #expect(found.allSatisfy { $0.code == "xml-schema" && $0.location.file == "c.xml" })
    #expect(found[2].message.en.contains("Element 'q': This element is not expected"))
    #expect(found[1].excerpt == "<days>0</days>")
  }

  @Test("A document that is no XML, or has a DOCTYPE, is a finding")
  func unreadable() throws {
    let schema = try schema()
    #expect(schema.validate(Array("<course".utf8), file: "c.xml").first?.code == "xml-syntax")
    let doctype = Array("<!DOCTYPE course>".utf8) + course("id='a'>")
    #expect(schema.validate(doctype, file: "c.xml").map(\.code) == ["doctype"])
    #expect(schema.validate([], file: "c.xml").map(\.code) == ["xml-syntax"])
  }

  @Test("Hints where schemas might be found are not followed")
  func locationHints() throws {
    let bytes = course(
      """
      id='a' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
        xsi:schemaLocation='urn:course http://127.0.0.1:9/x.xsd urn:people /etc/passwd'>
      <days>3</days><p:person/>
      """)
    #expect(try schema().validate(bytes, file: "c.xml") == [])
  }

  @Test("A schema that is missing or broken is an error that names it")
  func unusable() {
    let missing = #expect(throws: XMLSchemaError.self) {
      try XMLSchema(documents: documents, main: "main.xsd")
    }
    #expect(missing?.diagnostics.first?.code == "schema-missing")
    #expect(
      missing?.diagnostics.first?.message.en.contains("http://example.org/remote.xsd") == true)
    let noMain = #expect(throws: XMLSchemaError.self) {
      try XMLSchema(documents: documents, main: "none.xsd")
    }
    #expect(noMain?.diagnostics.first?.code == "schema-missing")
    let broken = #expect(throws: XMLSchemaError.self) {
      try XMLSchema(
        documents: [
          "a.xsd": Array(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <xs:element name="a" type="none"/></xs:schema>
            """.utf8)
        ], main: "a.xsd")
    }
    #expect(broken?.diagnostics.map(\.code) == ["schema-broken"])
    #expect(broken?.diagnostics.map(\.location) == [SourceLocation(file: "a.xsd", line: 2)])
  }

  @Test(
    "Nothing on the disk is opened for a schema", arguments: ["/etc/passwd", "../../etc/passwd"])
  func noFiles(location: String) {
    let text = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:include schemaLocation="\(location)"/></xs:schema>
      """
    let error = #expect(throws: XMLSchemaError.self) {
      try XMLSchema(documents: ["a.xsd": Array(text.utf8)], main: "a.xsd")
    }
    #expect(error?.diagnostics.first?.message.en.contains("etc/passwd") == true)
  }

  @Test("Schemas are compiled and used by many tasks at once")
  func concurrent() async throws {
    let shared = try schema()
    let good = course("id='a'><days>3</days><p:person/>")
    let bad = course("id='a'><days>x</days><p:person/>")
    let wrong = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<200 {
        group.addTask {
          let used = index % 10 == 0 ? try? schema() : shared
          return used?.validate(good, file: "g") != [] || used?.validate(bad, file: "b").count != 1
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(wrong == 0)
  }

  @Test("Random changes of a document give findings or none", arguments: 0..<5)
  func random(seed: UInt64) throws {
    let schema = try schema()
    var generator = SeededGenerator(seed: seed, purpose: "schema")
    let valid = course("id='a'><days>3</days><p:person>x</p:person>")
    for _ in 0..<100 {
      var bytes = valid
      bytes[generator.index(below: bytes.count)] = UInt8(generator.index(below: 256))
      let found = schema.validate(bytes, file: "c.xml")
      #expect(found.allSatisfy { $0.location.file == "c.xml" && $0.message.isComplete })
    }
  }

  @Test("Schemas are read from a folder")
  func folder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sala-xml-\(UInt64.random(in: .min ... .max))")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "parts"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in documents { try Data(bytes).write(to: folder.appending(path: name)) }
    let schema = try XMLSchema(
      folder: folder.path, main: "main.xsd",
      aliases: ["http://example.org/remote.xsd": "remote.xsd"])
    #expect(schema.validate(course("id='a'>"), file: "c.xml").count == 1)
    #expect(throws: XMLSchemaError.self) { try XMLSchema(folder: "/none/such", main: "main.xsd") }
  }
}

@Suite("The official schemas compile", .enabled(if: reference != nil))
struct OfficialSchemaTests {
  @Test("A SCORM 1.2 manifest is checked")
  func scorm12() throws {
    let schema = try XMLSchema(
      folder: "\(reference ?? "")/standards", main: "manifest-scorm12.xsd")
    let manifest = """
      <manifest identifier="M1" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
        xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
      <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
      <organizations default="O1"><organization identifier="O1"><title>វគ្គ</title>
      <item identifier="I1" identifierref="R1"><title>មេរៀន</title>
      <adlcp:masteryscore>70</adlcp:masteryscore></item></organization></organizations>
      <resources><resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="a.html">
      <file href="a.html"/></resource></resources></manifest>
      """
    #expect(schema.validate(Array(manifest.utf8), file: "imsmanifest.xml") == [])
    let bad = manifest.split(separator: "<file").joined(separator: "<bad/><file")
    let found = schema.validate(Array(bad.utf8), file: "imsmanifest.xml")
    #expect(found.map(\.location.line) == [8])
  }

  @Test("SCORM 2004 4th Edition, Common Cartridge and cmi5 compile")
  func others() throws {
    let folder = "\(reference ?? "")/standards"
    let aliases = [
      "http://www.w3.org/2001/xml.xsd": "scorm2004-4th/xml.xsd",
      "http://www.w3.org/2001/03/xml.xsd": "scorm2004-4th/xml.xsd",
    ]
    for main in [
      "manifest-scorm2004.xsd", "common-cartridge-1.1/cc11libxml2validator.xsd",
      "cmi5/CourseStructure.xsd",
    ] {
      let schema = try XMLSchema(folder: folder, main: main, aliases: aliases)
      #expect(schema.validate(Array("<none/>".utf8), file: "a.xml").count == 1)
    }
  }
}
