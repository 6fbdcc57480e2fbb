import Archive
import Curriculum
import FoundationEssentials
import Testing
import Text
import XML

@testable import Packaging

@Suite("A folder of pages")
struct WebPackageTests {
  private func package(
    _ languages: PackageLanguages = .both, curriculum: Curriculum? = nil, context: String? = nil
  ) throws -> RenderedPackage {
    Packaging.package(
      try curriculum ?? SCORM12Samples.curriculum(),
      options: PackageOptions(profile: .web, languages: languages, context: context))
  }

  private func text(_ path: String, _ made: RenderedPackage) throws -> String {
    String(decoding: try #require(made.files.first { $0.path == path }).bytes, as: UTF8.self)
  }

  @Test("It holds the list, the pages and the shared files", arguments: PackageLanguages.allCases)
  func files(_ languages: PackageLanguages) throws {
    let made = try package(languages)
    #expect(made.diagnostics == [])
    #expect(made.name == "example-web-\(languages.rawValue).zip")
    #expect(
      made.files.map(\.path) == [
        "index.html", "pre-test.html", "module-01-aaa.html", "post-test.html", "shared/page.css",
        "shared/page.js", "shared/runtime.js",
      ])
    #expect(made.files == (try package(languages)).files)
  }

  @Test("Every page is well-formed but for its document type", arguments: PackageLanguages.allCases)
  func wellFormed(_ languages: PackageLanguages) throws {
    for file in try package(languages).files where file.path.hasSuffix(".html") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let body = text.replacing("<!DOCTYPE html>\n", with: "")
      #expect(XMLReading.parse(Array(body.utf8), file: file.path).1 == [])
    }
  }

  @Test("The list names each page in order, and says where answers are kept")
  func list() throws {
    let made = try package()
    let list = try text("index.html", made)
    let links = list.matches(of: /<li><a href="([^"]+)">/).map { String($0.1) }
    #expect(links == ["pre-test.html", "module-01-aaa.html", "post-test.html"])
    for text in [
      "Pre-test: Listening", "ការស្តាប់", PageMessages.keptInBrowser.en,
      PageMessages.keptInBrowser.km, PageMessages.fileForTrainer.km, Approval.draftNotice.en,
      "data-choose=\"en\"",
    ] {
      #expect(list.contains(text))
    }
    #expect(list.contains("\"kind\":\"list\""))
    #expect(!list.contains("\"key\""))
  }

  @Test("Everything that a page names lies in the folder, by a path from the page")
  func relative() throws {
    let made = try package()
    let paths = Set(made.files.map(\.path))
    for file in made.files where file.path.hasSuffix(".html") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for match in text.matches(of: /(?:href|src)="([^"#]+)[^"]*"/) {
        #expect(paths.contains(String(match.1)), "\(file.path) names \(match.1)")
      }
    }
  }

  @Test("Each page leads back to the list, and pages for an LMS lead nowhere")
  func back() throws {
    let made = try package(.english)
    let other = try SCORM12Samples.package(PackageOptions(languages: .english))
    for path in ["pre-test.html", "module-01-aaa.html", "post-test.html"] {
      let page = try text(path, made)
      let link = "<a class=\"to-list\" href=\"index.html\">All pages</a>\n"
      #expect(page.contains(link))
      #expect(!(try text(path, other)).contains("index.html"))
    }
    #expect(!(try text("index.html", made)).contains("to-list"))
  }

  @Test("Without forms the list says nothing of result files, and a province stands in its title")
  func bare() throws {
    var curriculum = try SCORM12Samples.curriculum()
    curriculum.forms = []
    curriculum.purpose = LocalizedText(en: "", km: "")
    let made = try package(.english, curriculum: curriculum, context: "kampot")
    let list = try text("index.html", made)
    #expect(!list.contains(PageMessages.fileForTrainer.en))
    #expect(list.contains("<h1>Listening (Kampot)</h1>"))
    #expect(list.matches(of: /<li>/).count == 1)
  }
}
