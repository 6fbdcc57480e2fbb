import Archive
import FoundationEssentials
import Testing
import Text

@testable import Preview

@Suite("What a package offers")
struct CourseTests {
  private func course(_ files: PreviewFiles) throws -> PreviewCourse {
    try #require(PreviewCourse.read(files).0)
  }

  @Test("A manifest of SCORM 1.2 gives its items in their order, with titles on one line")
  func scorm12() throws {
    let (found, findings) = PreviewCourse.read(PreviewSamples.scorm12)
    let course = try #require(found)
    #expect(course.standard == .scorm12)
    #expect(course.title == LocalizedText(same: "A synthetic course"))
    #expect(course.items.map(\.id) == ["root", "one", "two", "three", "four"])
    #expect(course.items.map(\.depth) == [0, 1, 1, 1, 1])
    #expect(course.items[1].title.en == "សំណួរ One")
    #expect(course.items.map(\.path) == [nil, "a b/page.html", "two.html", nil, nil])
    #expect(course.items.map(\.isTracked) == [false, true, false, false, false])
    #expect(course.items[1].settings == ["masteryscore": "70", "datafromlms": "x"])
    #expect(course.items.map(\.fragment) == [nil, "#one", "#two", nil, nil])
    #expect(findings.map(\.code) == ["preview-missing-file", "preview-remote"])
    #expect(findings.map(\.severity) == [.warning, .warning])
    #expect(findings.map(\.location.line) == [15, 16])
  }

  @Test("A manifest of SCORM 2004 begins with its default organization and knows its sequencing")
  func scorm2004() throws {
    let course = try course(PreviewSamples.scorm2004)
    #expect(course.standard == .scorm2004)
    #expect(course.title.en == "Wanted")
    #expect(course.items.map(\.title.en) == ["Wanted", "Y", "Other", "X"])
    #expect(Set(course.items.map(\.id)).count == 4)
    let item = course.items[1]
    #expect(item.path == "pages/y.html")
    #expect(item.isTracked)
    #expect(item.objectives == ["main", "other"])
    #expect(
      item.settings == [
        "completionthreshold": "0.8", "scaledpassingscore": "0.7", "maxtimeallowed": "PT1H",
      ])
  }

  @Test("A course structure of cmi5 gives its blocks and units in both languages")
  func cmi5() throws {
    let (found, findings) = PreviewCourse.read(PreviewSamples.cmi5)
    let course = try #require(found)
    #expect(course.standard == .cmi5)
    #expect(course.title == LocalizedText(en: "Course", km: "វគ្គ"))
    #expect(course.id == "https://example.org/course")
    #expect(course.items.map(\.depth) == [0, 1, 0, 0])
    #expect(course.items[1].title == LocalizedText(same: "Einheit"))
    #expect(course.items[1].path == "au.html")
    #expect(course.items[1].suffix == "?x=1")
    #expect(course.items[1].settings["moveOn"] == "Passed")
    #expect(course.items[1].settings["launchParameters"] == "p")
    #expect(course.items[2].settings["moveOn"] == "NotApplicable")
    #expect(findings.map(\.code) == ["preview-remote", "preview-missing-file"])
  }

  @Test("Of a folder of pages every page is offered, the index first")
  func pages() throws {
    let course = try course(
      PreviewSamples.files(["a.html": "a", "index.html": "i", "x.css": "", "z.xhtml": "z"]))
    #expect(course.standard == .pages)
    #expect(course.items.map(\.path) == ["index.html", "a.html", "z.xhtml"])
    #expect(course.items.allSatisfy { !$0.isTracked })
  }

  @Test("Of a manifest of another profile, or without items, the pages are offered")
  func otherProfile() throws {
    let course = try course(
      PreviewSamples.files([
        "imsmanifest.xml": """
        <manifest identifier="m"><organizations/><resources>
        <resource identifier="a" href="a.html"/><resource identifier="a" href="b.html"/>
        <resource identifier="q" href="q.xml"/></resources></manifest>
        """, "a.html": "a", "b.html": "b", "q.xml": "<q/>",
      ]))
    #expect(course.standard == .pages)
    #expect(course.items.map(\.path) == ["a.html", "b.html"])
    #expect(Set(course.items.map(\.id)).count == 2)
  }

  @Test("A version or a namespace names the standard")
  func standards() throws {
    func standard(_ version: String, _ namespace: String) throws -> PreviewCourse.Standard {
      try course(
        PreviewSamples.files([
          "imsmanifest.xml": """
          <manifest xmlns:p="\(namespace)"><metadata><schemaversion>\(version)</schemaversion>
          </metadata><resources><resource identifier="a" href="a.html" p:scormType="sco"/>
          </resources></manifest>
          """, "a.html": "a",
        ])
      ).standard
    }
    #expect(try standard("2004 3rd Edition", "urn:x") == .scorm2004)
    #expect(try standard("CAM 1.3", "urn:x") == .scorm2004)
    #expect(try standard("", "http://www.adlnet.org/xsd/adlcp_v1p3") == .scorm2004)
    #expect(try standard("", "http://www.adlnet.org/xsd/adlcp_rootv1p2") == .scorm12)
    #expect(try standard(" 1.2 ", "urn:x") == .scorm12)
    #expect(try standard("1.1.0", "urn:x") == .pages)
  }

  @Test(
    "A package in which nothing can be opened is refused",
    arguments: [
      ("imsmanifest.xml", "<manifest/>", "preview-nothing"),
      ("imsmanifest.xml", "<manifest", "xml-syntax"),
      ("imsmanifest.xml", "<!DOCTYPE m [<!ENTITY a 'b'>]><m/>", "doctype"),
      ("cmi5.xml", "<courseStructure/>", "preview-nothing"), ("cmi5.xml", "", "xml-syntax"),
      ("x.txt", "x", "preview-nothing"),
    ])
  func nothing(_ path: String, _ text: String, _ code: String) {
    let (course, findings) = PreviewCourse.read(PreviewSamples.files([path: text]))
    #expect(course == nil)
    #expect(findings.map(\.code) == [code])
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test(
    "References stay in the package",
    arguments: [
      ("a.html", "a.html", ""), ("./x/../a.html?b#c", "a.html", "?b#c"),
      ("a%20b.html", "a b.html", ""), ("x//a.html", "x/a.html", ""),
    ])
  func references(_ text: String, _ path: String, _ suffix: String) throws {
    let reference = try #require(PageReference(text))
    #expect(reference.path == path)
    #expect(reference.suffix == suffix)
  }

  @Test(
    "References that leave it are none",
    arguments: [
      "../a.html", "x/../../a.html", "/a.html", "//host/a.html", "https://example.org", "a\\b",
      "javascript:x", "%2e%2e/a.html", "%ff", "", "?x", ".",
    ])
  func outside(_ text: String) {
    #expect(PageReference(text) == nil)
  }

  @Test(
    "Parameters join an address as the standard says",
    arguments: [
      ("", "", ""), ("", "a=1", "?a=1"), ("", "?a=1", "?a=1"), ("", "&a=1", "?a=1"),
      ("?b=2", "?a=1", "?b=2&a=1"), ("#f", "a=1", "?a=1#f"), ("?b#f", "#g", "?b#f"),
      ("?b", "#g", "?b#g"),
    ])
  func parameters(_ own: String, _ parameters: String, _ joined: String) {
    #expect(ManifestReading.joined(own, parameters) == joined)
  }
}

@Suite("Packages on disk")
struct PreviewFilesTests {
  private let root: String

  init() throws {
    root =
      FileManager.default.temporaryDirectory.path + "/sala-preview-"
      + String(UInt64.random(in: 0 ... .max), radix: 16)
    try FileManager.default.createDirectory(
      atPath: root + "/package/sub", withIntermediateDirectories: true)
    try write("package/index.html", "<p>")
    try write("package/sub/a.txt", "abc")
    try write("package/.hidden", "secret")
    try write("secret.txt", "secret")
  }

  private func write(_ path: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: root + "/" + path))
  }

  private func removed<Result>(_ body: () throws -> Result) rethrows -> Result {
    defer { try? FileManager.default.removeItem(atPath: root) }
    return try body()
  }

  @Test("A folder is read without hidden files, and links only where they stay inside")
  func folder() throws {
    try removed {
      let links = [("in.txt", "sub/a.txt"), ("out.txt", "../secret.txt"), ("loop", ".")]
      for (name, target) in links {
        try FileManager.default.createSymbolicLink(
          atPath: "\(root)/package/\(name)", withDestinationPath: target)
      }
      let (files, findings) = PreviewFiles.read(root + "/package/")
      let found = try #require(files)
      #expect(found.paths == ["in.txt", "index.html", "sub/a.txt"])
      #expect(found["in.txt"] == Array("abc".utf8))
      #expect(found.name == "package")
      #expect(findings.map(\.code) == ["preview-link", "preview-link"])
      #expect(findings.allSatisfy { $0.severity == .warning })
    }
  }

  @Test("What is too much, or not there, is refused")
  func limits() {
    removed {
      let path = root + "/package"
      #expect(
        PreviewFiles.read(path, limits: ZipLimits(entries: 1)).1.map(\.code)
          == ["preview-too-many"])
      #expect(
        PreviewFiles.read(path, limits: ZipLimits(totalBytes: 4)).1.map(\.code)
          == ["preview-too-large"])
      #expect(PreviewFiles.read(root + "/none").1.map(\.code) == ["preview-unreadable"])
      #expect(
        PreviewFiles.read(root + "/secret.txt", limits: ZipLimits(totalBytes: 2)).0 == nil)
    }
  }

  @Test("An archive is read under the rules for archives")
  func archives() throws {
    try removed {
      let bytes = try ZipWriting.archive([ArchiveEntry(path: "a.html", bytes: [1, 2])])
      try Data(bytes).write(to: URL(filePath: root + "/a.zip"))
      let (files, findings) = PreviewFiles.read(root + "/a.zip")
      #expect(try #require(files).contents == ["a.html": [1, 2]])
      #expect(findings.isEmpty)
      #expect(PreviewFiles.read(root + "/secret.txt").1.map(\.code) == ["zip-broken"])
    }
  }
}
