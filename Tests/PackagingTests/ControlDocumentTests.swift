import Archive
import Curriculum
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

@Suite("Control documents of somebody else")
struct ControlDocumentTests {
  private func file(_ path: String, _ text: String = "<schema/>") -> PackageFile {
    PackageFile(path: path, bytes: Array(text.utf8))
  }

  @Test(
    "What a document includes, imports or redefines is found, and the parts of a document type",
    arguments: [
      ("<xs:schema><xs:include schemaLocation=\"a.xsd\"/></xs:schema>", ["a.xsd"]),
      ("<schema><import namespace='x>y' schemaLocation = 'b/c.xsd'></import>", ["b/c.xsd"]),
      ("<x:redefine id='1'\n schemaLocation='d.xsd'/><x:import namespace='e'/>", ["d.xsd"]),
      ("<!-- <include schemaLocation='no'/> --><include schemaLocation='f'/>", ["f"]),
      ("<![CDATA[<include schemaLocation='no'/>]]><?p <include schemaLocation='no'/>?>", []),
      ("<element schemaLocation='no'/>&lt;include schemaLocation='no'/>", []),
      ("<!DOCTYPE s PUBLIC \"-//W3C\" \"x.dtd\" ><s/>", ["x.dtd"]),
      ("<!DOCTYPE s SYSTEM 'x.dtd' [<!ENTITY % p SYSTEM 'y.dtd'>]><s/>", ["x.dtd", "y.dtd"]),
      ("<!DOCTYPE s [<!ENTITY a 'text'><!NOTATION n PUBLIC 'z' 'no'>]><s/>", []),
      ("<include schemaLocation", []), ("<include schemaLocation=", []),
      ("<include schemaLocation='open", ["open"]), ("<", []), ("", []), ("<!-- never closed", []),
      ("<!DOCTYPE", []), ("<include schemaLocation=x/><include schemaLocation=\"g\"/>", ["g"]),
    ])
  func references(_ text: String, _ locations: [String]) {
    #expect(SchemaReferences.locations(in: Array(text.utf8)) == locations)
  }

  @Test("Damaged documents of any kind are read to their end")
  func damaged() {
    let pieces = [
      "<", ">", "\"", "'", "=", "<!--", "-->", "<![CDATA[", "<!DOCTYPE", "<?", "include",
      " schemaLocation", "SYSTEM", "[", "]", "\u{0}", "ខ",
    ]
    var generator = SeededGenerator(seed: 20_261_125, purpose: "schema references")
    for _ in 0..<2000 {
      let text = (0..<generator.index(below: 12)).map { _ in
        pieces[generator.index(below: pieces.count)]
      }.joined()
      let found = SchemaReferences.locations(in: Array(text.utf8))
      #expect(found.allSatisfy { $0.utf8.count <= text.utf8.count })
    }
  }

  @Test("The documents that are needed come with their own paths, each once, and no other")
  func closure() {
    let folder = [
      file("b.xsd", "<include schemaLocation='part/c.xsd'/>"),
      file("part/c.xsd", "<import schemaLocation='../d.xsd'/><include schemaLocation='./e.xsd'/>"),
      file("d.xsd", "<import schemaLocation='b.xsd#x'/>"), file("part/e.xsd"), file("z.xsd"),
      file("a.xsd", "<import schemaLocation='http://example.org/2001/xml.xsd'/>"),
      file("xml.xsd", "<!DOCTYPE s PUBLIC 'p' 'part/xml.dtd'>"), file("part/xml.dtd"),
    ]
    let (files, findings) = ControlDocuments.needed(by: ["a.xsd", "b.xsd"], in: folder)
    #expect(findings == [])
    #expect(
      files.map(\.path) == [
        "a.xsd", "b.xsd", "xml.xsd", "part/c.xsd", "part/xml.dtd", "d.xsd", "part/e.xsd",
      ])
  }

  @Test(
    "What is missing, leads out of the folder or has no ASCII name is an error where it is named")
  func missing() {
    let folder = [
      file("a.xsd", "<include schemaLocation='../up.xsd'/><include schemaLocation='ខ.xsd'/>"),
      file("ខ.xsd"), file("c.xsd", "<import schemaLocation='http://example.org/none.xsd'/>"),
    ]
    let (files, findings) = ControlDocuments.needed(by: ["a.xsd", "b.xsd", "c.xsd"], in: folder)
    #expect(files.map(\.path) == ["a.xsd", "c.xsd"])
    #expect(
      findings.map { "\($0.code) \($0.location.file)" } == [
        "control-document-not-found imsmanifest.xml", "control-document-not-found a.xsd",
        "control-document-not-found a.xsd", "control-document-remote c.xsd",
      ])
    #expect(findings.map(\.severity) == [.error, .error, .error, .warning])
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("They stand in the package in place of Sala's own, and nothing else changes")
  func package() throws {
    let curriculum = try SCORM2004Samples.curriculum()
    let names = SCORM12Namespace.documents.map(\.1)
    var folder = names.map { file($0) } + [file("unused.xsd")]
    folder[0] = file(names[0], "<import schemaLocation='more/part.xsd'/>")
    folder.append(file("more/part.xsd"))
    let own = Packaging.package(curriculum, options: PackageOptions(languages: .english))
    let other = Packaging.package(
      curriculum, options: PackageOptions(languages: .english, controlDocuments: folder))
    #expect(other.diagnostics == [])
    #expect(
      Array(other.files.map(\.path).prefix(6)) == ["imsmanifest.xml"] + names + [
        "more/part.xsd", "pre-test.html",
      ])
    #expect(other.files[1].bytes == folder[0].bytes)
    let documents = Set(own.files.prefix(5).dropFirst().map(\.path) + folder.map(\.path))
    #expect(
      own.files.filter { !documents.contains($0.path) }
        == other.files.filter { !documents.contains($0.path) })
  }

  @Test("A package whose documents are missing is not made", arguments: [true, false])
  func refused(_ isSplit: Bool) throws {
    let made = Packaging.packages(
      try SCORM2004Samples.curriculum(),
      options: PackageOptions(
        profile: .scorm2004, languages: .english, isSplit: isSplit, controlDocuments: []))
    #expect(made.allSatisfy { $0.files.isEmpty })
    let findings = made.flatMap(\.diagnostics)
    #expect(findings.map(\.code) == Array(repeating: "control-document-not-found", count: 6))
  }

  @Test("The manifest names the document about metadata that the folder has")
  func metadata() throws {
    let names = [
      "imscp_v1p1", "adlcp_v1p3", "adlseq_v1p3", "adlnav_v1p3", "imsss_v1p0", "lomLoose",
    ]
    let made = try SCORM2004Samples.package(
      PackageOptions(
        profile: .scorm2004, languages: .english, controlDocuments: names.map { file("\($0).xsd") })
    )
    #expect(made.diagnostics == [])
    #expect(
      made.files.map(\.path).filter { $0.hasSuffix(".xsd") } == names.map { "\($0).xsd" })
    #expect(try SCORM12Samples.manifest(of: made.files).contains("LOM lomLoose.xsd"))
  }
}
