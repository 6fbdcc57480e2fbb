import Archive
import Curriculum
import FoundationEssentials
import Source
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

@Suite("A package of SCORM 1.2")
struct SCORM12PackageTests {
  private func root(_ files: [PackageFile]) throws -> XMLElement {
    let bytes = Array(try SCORM12Samples.manifest(of: files).utf8)
    let (element, findings) = XMLReading.parse(bytes, file: "imsmanifest.xml")
    #expect(findings == [])
    return try #require(element)
  }

  private func items(_ files: [PackageFile]) throws -> [XMLElement] {
    let organization = try #require(
      SCORM12Samples.element("organization", in: try root(files)))
    let top = organization.elements("item")
    try #require(top.count == 1)
    #expect(top[0].attribute("identifierref") == nil, "the root item launches nothing")
    return top[0].elements("item")
  }

  @Test(
    "It follows its rules in every language, and its archive opens with every file listed",
    arguments: PackageLanguages.allCases)
  func sound(_ languages: PackageLanguages) throws {
    let made = try SCORM12Samples.package(PackageOptions(languages: languages))
    #expect(made.diagnostics == [])
    #expect(made.name == "example-scorm12-\(languages.rawValue).zip")
    let (entries, findings) = ZipReading.entries(try Packaging.archive(made.files), file: made.name)
    #expect(findings == [])
    #expect(
      entries.map(\.path) == [
        "imsmanifest.xml", "imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd", "imsmd_rootv1p2p1.xsd",
        "ims_xml.xsd", "pre-test.html", "module-01-aaa.html", "post-test.html", "shared/page.css",
        "shared/page.js", "shared/runtime.js",
      ])
    #expect(entries.map(\.bytes) == made.files.map(\.bytes))
    let resources = try #require(SCORM12Samples.element("resources", in: try root(made.files)))
    let listed = resources.elements.flatMap { $0.elements("file") }.map { $0.attribute("href") }
    let controls = ["imsmanifest.xml"] + SCORM12Schemas.set.documents.map(\.path)
    #expect(Set(listed) == Set(entries.map(\.path)).subtracting(controls))
    #expect(listed.count == Set(listed).count)
  }

  @Test(
    "The items are pre-test, modules and post-test, and the post-test alone has a mastery score")
  func order() throws {
    let files = try SCORM12Samples.package(PackageOptions(languages: .english)).files
    let items = try items(files)
    #expect(
      items.map { $0.first("title")?.text } == [
        "Pre-test: Listening", "Listening", "Post-test: Listening",
      ])
    #expect(items.map { $0.first("masteryscore")?.text } == [nil, nil, "70"])
    let resources = try #require(SCORM12Samples.element("resources", in: try root(files))).elements
    for item in items {
      let reference = item.attribute("identifierref")
      let resource = try #require(resources.first { $0.attribute("identifier") == reference })
      #expect(resource.attribute("scormtype") == "sco")
      #expect(resource.attribute("type") == "webcontent")
      #expect(resource.elements("file").first?.attribute("href") == resource.attribute("href"))
      #expect(resource.first("dependency")?.attribute("identifierref") == "resource-shared")
    }
    #expect(resources.last?.attribute("scormtype") == "asset")
  }

  @Test("Each page finds the scripts and the style where the package has them")
  func assets() throws {
    let files = try SCORM12Samples.package().files
    let paths = Set(files.map(\.path))
    for page in files where page.path.hasSuffix(".html") {
      let text = String(decoding: page.bytes, as: UTF8.self)
      for path in PageAssets.files.map({ "shared/\($0.name)" }) {
        #expect(text.contains("\"\(path)\""), "\(page.path) needs \(path)")
        #expect(paths.contains(path))
      }
    }
  }

  @Test("The metadata says title, languages, draft and competencies in the package's languages")
  func metadata() throws {
    let both = try root(try SCORM12Samples.package().files)
    let general = try #require(SCORM12Samples.element("general", in: both))
    #expect(general.elements("language").map(\.text) == ["km", "en"])
    let title = try #require(general.first("title"))
    #expect(title.elements.map(\.text) == ["ការស្តាប់", "Listening"])
    #expect(
      title.elements.map { $0.attribute("lang", uri: XMLNamespace.xml.uri) } == ["km", "en"])
    #expect(
      general.elements("keyword").map { $0.elements.map(\.text) } == [["ការចូលរួម", "Engagement"]])
    let description = try #require(general.first("description")?.elements)
    #expect(description.last?.text == "To listen well. \(Approval.draftNotice.en).")
    #expect(description.first?.text.contains(Approval.draftNotice.km) == true)
    let status = try #require(SCORM12Samples.element("status", in: both))
    #expect(status.first("source")?.first("langstring")?.text == "LOMv1.0")
    #expect(status.first("value")?.first("langstring")?.text == "Draft")

    let khmer = try root(try SCORM12Samples.package(PackageOptions(languages: .khmer)).files)
    let only = try #require(SCORM12Samples.element("general", in: khmer))
    #expect(only.elements("language").map(\.text) == ["km"])
    #expect(only.first("title")?.elements.map(\.text) == ["ការស្តាប់"])
  }

  @Test("An approved curriculum says Final and carries no draft notice")
  func approved() throws {
    let curriculum = try #require(PageSamples.loaded(isApproved: true).curriculum)
    let files = Packaging.package(curriculum, options: PackageOptions(languages: .english)).files
    #expect(!files.isEmpty)
    let manifest = try SCORM12Samples.manifest(of: files)
    #expect(manifest.contains(">Final<"))
    #expect(!manifest.contains("not approved"))
  }

  @Test("Two packages of the same curriculum are the same bytes, and hold no date of today")
  func deterministic() throws {
    let first = try SCORM12Samples.package()
    let second = try SCORM12Samples.package()
    #expect(first.files == second.files)
    let archive = try Packaging.archive(first.files)
    #expect(archive == (try Packaging.archive(second.files)))
    // The time and date of the first entry (APPNOTE 4.3.7): 1980-01-01 00:00.
    #expect(Array(archive[10..<14]) == [0, 0, 0x21, 0])
    #expect(try !SCORM12Samples.manifest(of: first.files).contains("date"))
  }

  @Test("Khmer titles and signs of XML come out of the manifest as they should")
  func titles() throws {
    var curriculum = try SCORM12Samples.curriculum()
    curriculum.title = LocalizedText(en: "A & B <c>", km: "រដ្ឋ & អ្នក \"ថ្មី\"")
    curriculum.modules[0].title = LocalizedText(en: "One\n two ", km: "មួយ\u{200B}ពីរ")
    let made = Packaging.package(curriculum, options: PackageOptions(languages: .khmer))
    #expect(made.diagnostics == [])
    let text = try SCORM12Samples.manifest(of: made.files)
    #expect(text.contains("<title>រដ្ឋ\u{A0}&amp;\u{A0}អ្នក \"ថ្មី\"</title>"))
    #expect(!text.contains("&#"))
    #expect(!text.contains("CDATA"))
    #expect(try items(made.files)[1].first("title")?.text == "មួយ\u{200B}ពីរ")
    let both = Packaging.package(curriculum, options: PackageOptions())
    #expect(try items(both.files)[1].first("title")?.text == "មួយ\u{200B}ពីរ / One two")
    #expect(made.files.map(\.path).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test("Texts too long for the manifest are cut between letters, and the draft notice stays")
  func long() throws {
    var curriculum = try SCORM12Samples.curriculum()
    curriculum.title = LocalizedText(en: "Title", km: String(repeating: "ស្តាប់", count: 60))
    curriculum.purpose = LocalizedText(
      en: String(repeating: "word ", count: 400), km: String(repeating: "ស្តាប់", count: 400))
    curriculum.version = "1.0.0-a-version-with-a-very-long-name"
    let made = Packaging.package(curriculum, options: PackageOptions())
    #expect(made.diagnostics == [])
    let root = try root(made.files)
    let title = try #require(SCORM12Samples.element("organization", in: root)?.first("title")?.text)
    #expect((190...200).contains(title.unicodeScalars.count))
    #expect(title.hasSuffix("…") && !title.contains("/"))
    #expect(root.attribute("version") == nil)
    for text in try #require(SCORM12Samples.element("description", in: root)).elements {
      #expect((990...1000).contains(text.text.unicodeScalars.count))
      #expect(text.text.contains("Sala"))
    }
  }

  @Test("Ids that are no ASCII names still give files and identifiers that are, and stay apart")
  func names() throws {
    var curriculum = try SCORM12Samples.curriculum()
    var second = curriculum.modules[0]
    second.id = "ម៉ូឌុល"
    curriculum.modules[0].id = "Été & Co"
    curriculum.modules.append(second)
    let made = Packaging.package(curriculum, options: PackageOptions())
    #expect(made.diagnostics == [])
    let pages = made.files.map(\.path).filter { $0.hasPrefix("module") }
    #expect(pages == ["module-01-t-co.html", "module-02.html"])
  }

  @Test("A curriculum without forms gives a package without tests, and a warning")
  func withoutTests() throws {
    var curriculum = try SCORM12Samples.curriculum()
    curriculum.forms = []
    let made = Packaging.package(curriculum, options: PackageOptions(languages: .english))
    #expect(made.diagnostics.map(\.code) == ["package-without-tests"])
    #expect(!made.diagnostics.hasErrors)
    #expect(try items(made.files).map { $0.first("title")?.text } == ["Listening"])
    #expect(try !SCORM12Samples.manifest(of: made.files).contains("masteryscore"))
  }
}

@Suite("What goes into a package")
struct CourseSelectionTests {
  private func twoModules() throws -> Curriculum {
    var curriculum = try SCORM12Samples.curriculum()
    var second = curriculum.modules[0]
    second.id = "bbb"
    second.folder = "02-second"
    second.title = LocalizedText(en: "Second", km: "ទីពីរ")
    curriculum.modules.append(second)
    return curriculum
  }

  @Test(
    "Modules are chosen by id or folder, keep their numbers, and the tests say that they stay whole",
    arguments: [["bbb"], ["02-second"], ["02-second", "bbb"]])
  func subset(_ names: [String]) throws {
    let curriculum = try twoModules()
    let made = Packaging.package(curriculum, options: PackageOptions(modules: names))
    #expect(made.diagnostics.map(\.code) == ["tests-cover-all"])
    let pages = made.files.map(\.path).filter { $0.hasSuffix(".html") }
    #expect(pages == ["pre-test.html", "module-02-bbb.html", "post-test.html"])
    let whole = Packaging.package(curriculum, options: PackageOptions())
    #expect(whole.files.first { $0.path == pages[1] } == made.files.first { $0.path == pages[1] })
  }

  @Test("A province changes the page whose lesson it overlays and the manifest, and nothing else")
  func context() throws {
    let curriculum = try twoModules()
    let common = Packaging.package(curriculum, options: PackageOptions(languages: .english))
    let kampot = Packaging.package(
      curriculum, options: PackageOptions(languages: .english, context: "kampot"))
    #expect(kampot.diagnostics == [])
    #expect(kampot.name == "example-scorm12-en-kampot.zip")
    let changed = zip(common.files, kampot.files).filter { $0 != $1 }.map(\.0.path)
    #expect(changed == ["imsmanifest.xml", "module-01-aaa.html"])
    let page = try #require(kampot.files.first { $0.path == changed[1] })
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("The council in Kampot decides."))
    #expect(text.contains("Listening comes first."))
    #expect(try SCORM12Samples.manifest(of: kampot.files).contains("Listening (Kampot)"))
  }

  @Test("Names that nobody knows are findings with what was probably meant, and give no files")
  func unknown() throws {
    let made = try SCORM12Samples.package(
      PackageOptions(modules: ["aab", "zzzzzz", "aaa"], context: "kampto"))
    #expect(made.files.isEmpty)
    #expect(
      made.diagnostics.map(\.code) == ["unknown-module", "unknown-module", "unknown-context"])
    #expect(made.diagnostics[0].remedy.en.contains("Did you mean 'aaa'?"))
    #expect(made.diagnostics[1].remedy.en == "Use one of: aaa.")
    #expect(made.diagnostics[2].remedy.en.contains("Did you mean 'kampot'?"))
    #expect(made.diagnostics.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
    var without = try SCORM12Samples.curriculum()
    without.contexts = []
    let none = Packaging.package(without, options: PackageOptions(context: "kampot"))
    #expect(none.diagnostics.first?.remedy.en == "Leave it out; the curriculum has none.")
  }

  @Test("A language that the curriculum is not written in, and one without modules, are errors")
  func nothing() throws {
    var curriculum = try SCORM12Samples.curriculum()
    curriculum.languages = [.english]
    let khmer = Packaging.package(curriculum, options: PackageOptions(languages: .khmer))
    #expect(khmer.diagnostics.map(\.code) == ["unknown-language"])
    curriculum.languages = [.khmer]
    let english = Packaging.package(curriculum, options: PackageOptions(languages: .both))
    #expect(english.diagnostics.map(\.code) == ["unknown-language"])
    curriculum.modules = []
    let empty = Packaging.package(curriculum, options: PackageOptions(languages: .khmer))
    #expect(empty.diagnostics.map(\.code) == ["no-modules"])
    #expect(empty.files.isEmpty)
  }

  @Test("A link among the lessons of a module leads to its place in the page; others are findings")
  func links() throws {
    let curriculum = try SCORM12Samples.curriculum()
    let links = ModuleLinks(curriculum.modules[0])
    #expect(links.target("#why-listen") == "#lesson-listening--why-listen")
    #expect(links.target("listening.en.md") == "#lesson-listening")
    #expect(links.target("listening.km.md#who-decides") == "#lesson-listening--who-decides")
    for elsewhere in ["https://example.org/a", "other.en.md", "#nothing", "listening.en.md#no"] {
      #expect(links.target(elsewhere) == elsewhere)
    }
    let page = try #require(
      Packaging.package(curriculum, options: PackageOptions(languages: .english)).files
        .first { $0.path == "module-01-aaa.html" })
    #expect(
      String(decoding: page.bytes, as: UTF8.self)
        .contains("href=\"#lesson-listening--why-listen\""))
  }

  @Test("A link to a file that no package carries is a warning at its place")
  func deadLink() throws {
    var tree = ExampleCurriculum.tree
    let path = "curricula/example/modules/01-first/lessons/listening.en.md"
    let text = String(decoding: tree.files[path] ?? [], as: UTF8.self)
    let changed = text.replacing(
      "The council decides.", with: "See [it](plan.pdf), [that](https://example.org).")
    tree.files[path] = Array(changed.utf8)
    let curriculum = try #require(CurriculumLoading.load("example", from: tree).curriculum)
    let made = Packaging.package(curriculum, options: PackageOptions(languages: .english))
    let found = try #require(made.diagnostics.first)
    #expect(made.diagnostics.count == 1)
    #expect(found.code == "link-not-packaged" && found.severity == .warning)
    #expect(found.location.file == path && found.location.line > 0)
    #expect(found.message.en.contains("plan.pdf"))
    #expect(!made.files.isEmpty)
  }
}
