import Archive
import Testing
import Text
import XML

@testable import Inspection

private func change(
  _ code: String, _ original: String, _ replacement: String, severity: Severity = .error
) -> PackageChange {
  PackageChange(code, in: "cmi5.xml", original, replacement, severity: severity)
}

private let lesson = "<au id=\"https://example.org/module-1\""

@Suite("Course structures of cmi5")
struct CMI5RulesTests {
  private static let identifiersAndWords = [
    change(
      "manifest-root", "<courseStructure xmlns=\"https://w3id.org",
      "<courseStructure xmlns=\"http://w3id.org"),
    change("course-missing", "<course id", "<own:hidden><course id").and(
      "</course>", "</course></own:hidden>"),
    change("id-invalid", "id=\"https://example.org/course\"", "id=\"course\""),
    change("id-invalid", "id=\"https://example.org/course\"", "id=\"https:\""),
    change("id-invalid", "id=\"https://example.org/course\" ", ""),
    change("id-invalid", "id=\"https://example.org/block\"", "id=\"https://example.org/a block\""),
    change("id-invalid", "id=\"https://example.org/pre-test\"", "id=\"1:pre-test\""),
    change("id-invalid", "id=\"https://example.org/objective/2\"", "id=\"objective/2\""),
    change(
      "id-duplicate", "id=\"https://example.org/film\"", "id=\"https://example.org/module-1\""),
    change(
      "id-duplicate", "id=\"https://example.org/block/inner\"", "id=\" https://example.org/block \""
    ),
    change(
      "id-duplicate", "id=\"https://example.org/film\"", "id=\"https://example.org/objective/1\""),
    change("id-duplicate", "id=\"https://example.org/film\"", "id=\"https://example.org/course\""),
    change("title-missing", "<title><langstring lang=\"en\">Pre-test</langstring></title>", ""),
    change("title-missing", ">Pre-test</langstring>", "> </langstring>"),
    change("title-missing", "<title><langstring lang=\"en\">Modules</langstring></title>", ""),
    change("title-missing", "<title><langstring lang=\"en\">Repeats</langstring></title>", ""),
    change(
      "description-missing",
      "<description><langstring lang=\"en\">The lesson.</langstring></description>", ""),
    change("description-empty", ">The lesson.</langstring>", "></langstring>", severity: .warning),
    change(
      "langstring-missing", "<title><langstring lang=\"en\">Film</langstring></title>",
      "<title>Film</title>"),
    change("langstring-missing", "<langstring lang=\"en\">How to listen.</langstring>", ""),
    change("lang-missing", "<langstring lang=\"en\">Film", "<langstring>Film", severity: .warning),
    change("lang-invalid", "<langstring lang=\"en\">Film", "<langstring lang=\"en_US\">Film"),
    change("lang-invalid", "<langstring lang=\"en\">Film", "<langstring lang=\"\">Film"),
    change(
      "lang-invalid", "<langstring lang=\"en\">Film", "<langstring lang=\"englishlanguage\">Film"),
    change("lang-twice", "lang=\"km\"", "lang=\"EN\"", severity: .warning),
    change(
      "element-twice", "<title><langstring lang=\"en\">Film</langstring></title>",
      "<title><langstring lang=\"en\">A</langstring></title><title><langstring lang=\"en\">B</langstring></title>"
    ),
    change("element-twice", "<launchParameters>", "<launchParameters/><launchParameters>"),
    change("element-twice", "<entitlementKey>", "<entitlementKey/><entitlementKey>"),
  ]

  private static let structureAndLaunch = [
    change(
      "block-empty", "<block id=\"https://example.org/block/inner\">",
      "<block id=\"https://example.org/empty\"><title><langstring lang=\"en\">A</langstring></title><description><langstring lang=\"en\">B</langstring></description></block><block id=\"https://example.org/block/inner\">"
    ),
    change("objectives-empty", "<objective idref=\"https://example.org/objective/1\"/>", ""),
    change(
      "objective-reference", "idref=\"https://example.org/objective/1\"",
      "idref=\"https://example.org/objective/3\""),
    change(
      "objective-reference", "idref=\"https://example.org/objective/2\"",
      "idref=\"https://example.org/block\""),
    change("objective-reference", " idref=\"https://example.org/objective/2\"", ""),
    change(
      "objective-twice", "<objective idref=\"https://example.org/objective/1\"/>",
      "<objective idref=\"https://example.org/objective/1\"/><objective idref=\"https://example.org/objective/1\"/>",
      severity: .warning),
    change("url-missing", "<url>./lessons/lesson%201.html</url>", ""),
    change("url-missing", "<url>./lessons/lesson%201.html</url>", "<url> </url>"),
    change(
      "element-twice", "<url>./lessons/lesson%201.html</url>",
      "<url>pre-test.html</url><url>pre-test.html</url>"),
    change("url-invalid", "https://example.org/film.html", "https://example.org/film 1.html"),
    change("url-invalid", "https://example.org/film.html", "https:"),
    change("url-invalid", "<url>./lessons/lesson%201.html", "<url>lessons/lesson 1.html"),
    change("url-parameter", "?mode=pre", "?endpoint=pre"),
    change("url-parameter", "?mode=pre", "?fetch=pre"),
    change("url-parameter", "?mode=pre", "?actor"),
    change("url-parameter", "&amp;x=1", "&amp;registration=1"),
    change("url-parameter", "film.html", "film.html?activityId=1"),
    change("url-parameter", "film.html", "film.html?activity%49d=1"),
    change("file-missing", "<url>pre-test.html", "<url>Pre-test.html"),
    change("file-missing", "<url>./lessons/", "<url>lesson/"),
    change("path-unsafe", "<url>pre-test.html", "<url>../pre-test.html"),
    change("path-unsafe", "<url>pre-test.html", "<url>/pre-test.html"),
    change("path-unsafe", "<url>pre-test.html", "<url>lessons\\pre-test.html"),
    change("path-unsafe", "<url>pre-test.html", "<url>%2e%2e/pre-test.html"),
    change("path-unsafe", "<url>pre-test.html", "<url>../\u{301}pre-test.html"),
    change("mastery-score", "masteryScore=\"0.75\"", "masteryScore=\"75\""),
    change("mastery-score", "masteryScore=\"0.75\"", "masteryScore=\"1.01\""),
    change("mastery-score", "masteryScore=\"0.75\"", "masteryScore=\"-0.5\""),
    change("mastery-score", "masteryScore=\"0.75\"", "masteryScore=\"0,75\""),
    change("mastery-score", "masteryScore=\"0.75\"", "masteryScore=\"\""),
    change("mastery-score", "masteryScore=\"0.75\"", "masteryScore=\"seventy\""),
    change("mastery-score-precision", "\"0.75\"", "\"0.66667\"", severity: .warning),
    change("move-on", "moveOn=\"Completed\"", "moveOn=\"completed\""),
    change("move-on", "moveOn=\"Completed\"", "moveOn=\"PassedAndCompleted\""),
    change("launch-method", "launchMethod=\"OwnWindow\"", "launchMethod=\"NewWindow\""),
    change(
      "activity-type", "activityType=\"http://adlnet.gov/expapi/activities/assessment\"",
      "activityType=\"assessment\""),
    change(
      "xml-schema", "<block id=\"https://example.org/block\">",
      "<unit/><block id=\"https://example.org/block\">"),
    change(
      "xml-schema", "<course id=\"https://example.org/course\"",
      "<course version=\"1\" id=\"https://example.org/course\""),
    change("xml-schema", lesson, lesson + " title=\"Lesson\""),
    change("xml-syntax", "</course>", ""),
  ]

  @Test("A good one passes")
  func good() {
    #expect(Inspection.findings(in: CMI5Samples.files, standard: .cmi5) == [])
  }

  @Test(
    "Each single mistake is found", arguments: identifiersAndWords + structureAndLaunch)
  func mistakes(_ change: PackageChange) throws {
    try change.expectFound(in: CMI5Samples.files, standard: .cmi5)
  }

  @Test("There are more than forty of them")
  func count() {
    let all = Self.identifiersAndWords + Self.structureAndLaunch
    #expect(all.filter { $0.severity == .error }.count > 40)
  }

  @Test(
    "A score may be written in every way that decimals allow",
    arguments: ["0", "1", "1.000", ".5", "0.12340", "+0.5", " 0.5 "])
  func scores(_ score: String) throws {
    let files = try change("", "\"0.75\"", "\"\(score)\"").apply(to: CMI5Samples.files)
    #expect(Inspection.findings(in: files, standard: .cmi5) == [])
  }

  @Test("Without units and blocks there is nothing to launch")
  func empty() throws {
    let text = CMI5Samples.structure
    let end = try #require(text.firstRange(of: "<au id"))
    let files = [sample("cmi5.xml", text[..<end.lowerBound] + "</courseStructure>")]
    let codes = Inspection.findings(in: files, standard: .cmi5).map(\.code)
    #expect(codes == ["xml-schema", "unit-missing"])
  }

  @Test("A structure must lie at the root under its name")
  func place() {
    let files = [sample("course/cmi5.xml", CMI5Samples.structure)]
    let findings = Inspection.findings(in: files, standard: .cmi5)
    #expect(findings.map(\.code) == ["manifest-missing"])
    #expect(findings.map(\.requirement) == ["cmi5 14.1"])
    #expect(findings.first?.message.en.contains("cmi5.xml") == true)
  }

  @Test("A structure alone is not asked for its files, but relative addresses are noted")
  func alone() throws {
    let bytes = Array(CMI5Samples.structure.utf8)
    let root = try #require(XMLReading.parse(bytes, file: "cmi5.xml").0)
    let package = InspectedPackage(root: root, manifest: bytes, file: "cmi5.xml", files: nil)
    let findings = CMI5Rules.findings(in: package)
    #expect(findings.map(\.code) == ["url-relative", "url-relative"])
    #expect(findings.allSatisfy { $0.severity == .note })
  }

  @Test("A package may carry our schema document")
  func control() {
    #expect(PackageStandard.cmi5.controlDocuments.map(\.path) == ["CourseStructure.xsd"])
  }

  @Test("Ten thousand units are looked through, each once")
  func many() throws {
    let unit = { (index: Int) in
      """
      <au id="https://example.org/\(index)"><title><langstring lang="en">A</langstring></title>\
      <description><langstring lang="en">B</langstring></description>\
      <url>https://example.org/\(index)</url></au>
      """
    }
    let text = try #require(CMI5Samples.structure.firstRange(of: "<block id"))
    let begin = CMI5Samples.structure[..<text.lowerBound]
    let units = (0..<10_000).map(unit).joined()
    let files = [
      sample("cmi5.xml", begin + units + "</courseStructure>"), sample("pre-test.html", ""),
    ]
    #expect(Inspection.findings(in: files, standard: .cmi5) == [])
  }
}
