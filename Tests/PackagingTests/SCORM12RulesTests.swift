import Curriculum
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

/// One change to a good manifest that breaks one rule.
struct Mutation: Sendable, CustomTestStringConvertible {
  let code: String
  let original: String
  let replacement: String
  /// Whether our schema finds it too, beside the rule.
  var isInSchema = true

  var testDescription: String { "\(code): \(original) → \(replacement)" }

  static let all = [
    Mutation(
      code: "manifest-root", original: "imsproject.org/xsd/imscp_rootv1p1p2\"",
      replacement: "imsglobal.org/xsd/imscp_v1p1\""),
    Mutation(code: "schema-name", original: "ADL SCORM<", replacement: "SCORM<"),
    Mutation(
      code: "schema-version", original: "<schemaversion>1.2<",
      replacement: "<schemaversion>CAM 1.3<"),
    Mutation(
      code: "schema-version", original: "<schemaversion>1.2</schemaversion>",
      replacement: "<schemaversion/>"),
    Mutation(
      code: "schema-version", original: "<schemaversion>1.2</schemaversion>", replacement: ""),
    Mutation(
      code: "default-organization", original: "default=\"organization\"",
      replacement: "default=\"item-course\""),
    Mutation(
      code: "default-organization", original: " default=\"organization\"", replacement: ""),
    Mutation(
      code: "item-reference", original: "identifierref=\"resource-pre-test\"",
      replacement: "identifierref=\"resource-pretest\""),
    Mutation(
      code: "item-reference", original: "identifierref=\"resource-pre-test\"",
      replacement: "identifierref=\"item-course\""),
    Mutation(
      code: "item-without-resource", original: " identifierref=\"resource-pre-test\"",
      replacement: "", isInSchema: false),
    Mutation(
      code: "item-launches-with-children", original: "<item identifier=\"item-course\"",
      replacement: "<item identifier=\"item-course\" identifierref=\"resource-pre-test\"",
      isInSchema: false),
    Mutation(
      code: "item-parameters", original: "<item identifier=\"item-course\"",
      replacement: "<item identifier=\"item-course\" parameters=\"?a b\""),
    Mutation(
      code: "identifier-duplicate", original: "identifier=\"item-post-test\"",
      replacement: "identifier=\"item-pre-test\""),
    Mutation(
      code: "identifier-invalid", original: "identifier=\"item-post-test\"",
      replacement: "identifier=\"2-post-test\""),
    Mutation(
      code: "title-missing", original: "<title>Pre-test: Listening</title>", replacement: ""),
    Mutation(
      code: "title-missing", original: ">Pre-test: Listening<", replacement: "> <"),
    Mutation(
      code: "title-long", original: "Pre-test: Listening",
      replacement: String(repeating: "ក", count: 201)),
    Mutation(
      code: "element-twice", original: "<title>Pre-test: Listening</title>",
      replacement: "<title>A</title><title>B</title>"),
    Mutation(
      code: "resource-type", original: "type=\"webcontent\"", replacement: "type=\"text/html\""),
    Mutation(
      code: "scormtype", original: "adlcp:scormtype=\"sco\"",
      replacement: "adlcp:scormType=\"sco\""),
    Mutation(
      code: "scormtype", original: "adlcp:scormtype=\"sco\"",
      replacement: "adlcp:scormtype=\"SCO\""),
    Mutation(code: "scormtype", original: " adlcp:scormtype=\"sco\"", replacement: ""),
    Mutation(
      code: "resource-href", original: "<file href=\"pre-test.html\"/>",
      replacement: "<file href=\"module-01-aaa.html\"/>"),
    Mutation(
      code: "resource-href-missing", original: " href=\"pre-test.html\">", replacement: ">",
      isInSchema: false),
    Mutation(
      code: "dependency-reference", original: "<dependency identifierref=\"resource-shared\"",
      replacement: "<dependency identifierref=\"item-pre-test\""),
    Mutation(
      code: "file-missing", original: "<file href=\"shared/page.js\"/>",
      replacement: "<file href=\"shared/pages.js\"/>", isInSchema: false),
    Mutation(
      code: "file-unlisted", original: "<file href=\"shared/page.js\"/>", replacement: "",
      isInSchema: false),
    Mutation(
      code: "path-unsafe", original: "<file href=\"shared/page.js\"/>",
      replacement: "<file href=\"../shared/page.js\"/>"),
    Mutation(
      code: "path-unsafe", original: "<file href=\"shared/page.js\"/>",
      replacement: "<file href=\"/shared/page.js\"/>"),
    Mutation(
      code: "path-unsafe", original: "<file href=\"shared/page.js\"/>",
      replacement: "<file href=\"shared\\page.js\"/>"),
    Mutation(
      code: "path-unsafe", original: "<file href=\"shared/page.js\"/>",
      replacement: "<file href=\"%2e%2E/page.js\"/>"),
    Mutation(
      code: "path-unsafe", original: "<file href=\"shared/page.js\"/>",
      replacement: "<file href=\"https://example.org/page.js\"/>"),
    Mutation(
      code: "mastery-score", original: "<adlcp:masteryscore>70<",
      replacement: "<adlcp:masteryscore>seventy<"),
    Mutation(
      code: "mastery-score", original: "<adlcp:masteryscore>70<",
      replacement: "<adlcp:masteryscore>100.5<"),
    Mutation(
      code: "mastery-score", original: "<adlcp:masteryscore>70<",
      replacement: "<adlcp:masteryscore>-1<"),
    Mutation(
      code: "element-twice", original: "<adlcp:masteryscore>",
      replacement: "<adlcp:masteryscore>70</adlcp:masteryscore><adlcp:masteryscore>"),
    Mutation(
      code: "time-limit", original: "<adlcp:masteryscore>",
      replacement: "<adlcp:maxtimeallowed>45 min</adlcp:maxtimeallowed><adlcp:masteryscore>"),
    Mutation(
      code: "time-limit", original: "<adlcp:masteryscore>",
      replacement: "<adlcp:maxtimeallowed>00:60:00</adlcp:maxtimeallowed><adlcp:masteryscore>"),
    Mutation(
      code: "time-limit-action", original: "<adlcp:masteryscore>",
      replacement: "<adlcp:timelimitaction>stop</adlcp:timelimitaction><adlcp:masteryscore>"),
    Mutation(
      code: "prerequisites", original: "<adlcp:masteryscore>",
      replacement: "<adlcp:prerequisites type=\"js\">a</adlcp:prerequisites><adlcp:masteryscore>"),
    Mutation(
      code: "launch-data", original: "<adlcp:masteryscore>",
      replacement: "<adlcp:datafromlms>\(String(repeating: "ក", count: 256))</adlcp:datafromlms>"
        + "<adlcp:masteryscore>"),
    Mutation(
      code: "control-document-missing", original: "rootv1p1p2 imscp_rootv1p1p2.xsd",
      replacement: "rootv1p1p2 imscp_other.xsd", isInSchema: false),
  ]

  /// What the schema says about metadata, where no rule beside it does.
  static let metadata = [
    ("xml:lang=\"en\"", "xml:lang=\"English language\""),
    (">Draft<", ">draft<"),
    (">LOMv1.0<", ">LOM<"),
    ("<imsmd:language>en</imsmd:language>", ""),
    ("<imsmd:langstring xml:lang=\"en\">", "<imsmd:langstring>"),
    ("<imsmd:title>", "<imsmd:titel/><imsmd:title>"),
    (">text/html<", "><"),
    ("To listen well.", String(repeating: "a", count: 1001)),
  ]
}

@Suite("The rules about a manifest of SCORM 1.2")
struct SCORM12RulesTests {
  private let files: [PackageFile]

  init() throws {
    files = try SCORM12Samples.package(PackageOptions(languages: .english)).files
    try #require(!files.isEmpty)
  }

  private func ruleFindings(_ files: [PackageFile], alone: Bool = false) throws -> [Diagnostic] {
    let bytes = Array(try SCORM12Samples.manifest(of: files).utf8)
    let element = try #require(XMLReading.parse(bytes, file: "imsmanifest.xml").0)
    return SCORM12Rules(
      manifest: element, file: "imsmanifest.xml", paths: alone ? nil : files.map(\.path)
    ).findings()
  }

  @Test("A good package breaks none")
  func good() throws {
    #expect(SCORM12Samples.findings(in: files) == [])
  }

  @Test("Each single mistake is found under its code", arguments: Mutation.all)
  func mutation(_ mutation: Mutation) throws {
    let spoiled = try SCORM12Samples.spoiled(files, mutation.original, mutation.replacement)
    let found = SCORM12Samples.findings(in: spoiled)
    let codes = found.map(\.code)
    #expect(codes.contains(mutation.code), "\(codes)")
    #expect(codes.contains("xml-schema") == mutation.isInSchema, "\(found)")
    let finding = try #require(found.first { $0.code == mutation.code })
    #expect(finding.message.isComplete && finding.remedy.isComplete)
    #expect(finding.location.line > 0 || mutation.code == "file-unlisted")
  }

  @Test("Every rule has a mistake that shows it, but for those about whole parts, shown below")
  func complete() {
    let shown = Set(Mutation.all.map(\.code))
    let elsewhere = ["manifest-missing", "organization-missing", "item-missing"]
    #expect(shown.union(elsewhere) == Set(SCORM12Rule.allCases.map(\.rawValue)))
    #expect(SCORM12Rule.allCases.allSatisfy { !$0.requirement.isEmpty })
  }

  @Test("A manifest without organizations or items, and a package without manifest, are found")
  func parts() throws {
    let text = try SCORM12Samples.manifest(of: files)
    let start = try #require(text.firstRange(of: "<organizations")).lowerBound
    let end = try #require(text.firstRange(of: "</organizations>")).upperBound
    for (replacement, code) in [
      ("", "organization-missing"), ("<organizations default=\"a\"/>", "organization-missing"),
      (
        "<organizations default=\"a\"><organization identifier=\"a\"><title>A</title>"
          + "</organization></organizations>",
        "item-missing"
      ),
    ] {
      let spoiled = try SCORM12Samples.spoiled(files, String(text[start..<end]), replacement)
      let codes = SCORM12Samples.findings(in: spoiled).map(\.code)
      #expect(codes.contains(code) && codes.contains("xml-schema"))
    }
    let none = SCORM12Samples.findings(in: Array(files.dropFirst()))
    #expect(none.map(\.code) == ["manifest-missing"])
    let broken = [PackageFile(path: "imsmanifest.xml", bytes: Array("<manifest".utf8))]
    #expect(SCORM12Samples.findings(in: broken).map(\.code) == ["xml-syntax"])
  }

  @Test("The schema bounds the metadata", arguments: Mutation.metadata)
  func metadata(_ original: String, _ replacement: String) throws {
    let spoiled = try SCORM12Samples.spoiled(files, original, replacement)
    let codes = Set(SCORM12Samples.findings(in: spoiled).map(\.code))
    #expect(codes == ["xml-schema"])
  }

  @Test("A manifest alone is not asked about files")
  func alone() throws {
    let spoiled = try SCORM12Samples.spoiled(
      files, "<file href=\"shared/page.js\"/>", "<file href=\"shared/none.js\"/>")
    #expect(try ruleFindings(spoiled, alone: true) == [])
    #expect(try ruleFindings(spoiled).map(\.code) == ["file-missing", "file-unlisted"])
  }

  @Test("Paths may be encoded, have a query, or stand below a base")
  func otherPaths() throws {
    var changed = try SCORM12Samples.spoiled(
      files, "<file href=\"shared/page.js\"/>", "<file href=\"shared/my%20page%5B.js\"/>")
    changed = changed.map { file in
      file.path == "shared/page.js"
        ? PackageFile(path: "shared/my page[.js", bytes: file.bytes) : file
    }
    #expect(try ruleFindings(changed) == [])
    let query = try SCORM12Samples.spoiled(
      files, " href=\"pre-test.html\">", " href=\"pre-test.html?lang=km#top\">")
    #expect(try ruleFindings(query) == [])
    let base = try SCORM12Samples.spoiled(
      files, "<file href=\"shared/page.js\"/>", "<file href=\"page.js\"/>")
    #expect(try ruleFindings(base).map(\.code) == ["file-missing", "file-unlisted"])
    let address = try SCORM12Samples.spoiled(
      files, " href=\"pre-test.html\">", " href=\"https://example.org/a.html\">")
    #expect(try ruleFindings(address) == [])
    #expect(!ManifestPath.isSafe("a%FF.html") && !ManifestPath.isSafe(""))
    #expect(ManifestPath.isSafe("100%.html") && ManifestPath.isSafe("ក/ខ.html"))
  }

  @Test("Numbers and time spans have the forms of SCORM 1.2 and no others")
  func values() {
    for text in ["0", "70", "99.5", "100", "100.0"] {
      #expect(ManifestValue.isMasteryScore(text), "\(text)")
    }
    for text in ["", "+5", "1e1", "0x10", "100.01", ".5", "5.", "៧០", "nan"] {
      #expect(!ManifestValue.isMasteryScore(text), "\(text)")
    }
    for text in ["00:45:00", "0100:00:00.5", "9999:59:59.99"] {
      #expect(ManifestValue.isTimeLimit(text), "\(text)")
    }
    for text in ["0:45:00", "00:45", "00:5:00", "00:45:60", "00:45:00.123", "00:45:00.", "PT45M"] {
      #expect(!ManifestValue.isTimeLimit(text), "\(text)")
    }
    #expect(ManifestValue.isIdentifier("_a-1.b") && ManifestValue.isIdentifier("កម្ម"))
    for text in ["", "1a", "-a", "a b", "a:b", "×"] {
      #expect(!ManifestValue.isIdentifier(text), "\(text)")
    }
  }
}
