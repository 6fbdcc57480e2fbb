import Archive
import Curriculum
import FoundationEssentials
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

/// Packages of cmi5 of the small synthetic curriculum.
enum CMI5Samples {
  static func package(
    _ languages: PackageLanguages = .both, context: String? = nil, forms: PackageForms = .crossover,
    curriculum: Curriculum? = nil
  ) throws -> RenderedPackage {
    Packaging.package(
      try curriculum ?? SCORM12Samples.curriculum(),
      options: PackageOptions(
        profile: .cmi5, languages: languages, context: context, forms: forms))
  }

  static func root(_ package: RenderedPackage) throws -> XMLElement {
    let file = try #require(package.files.first { $0.path == "cmi5.xml" })
    let (element, findings) = XMLReading.parse(file.bytes, file: "cmi5.xml")
    #expect(findings == [])
    return try #require(element)
  }

  /// The elements with a name, at any depth.
  static func all(_ name: String, in element: XMLElement) -> [XMLElement] {
    (element.name.local == name ? [element] : []) + element.elements.flatMap { all(name, in: $0) }
  }
}

@Suite("A package of cmi5")
struct CMI5PackageTests {
  @Test(
    "It holds the course structure, the pages of other packages and the shared files",
    arguments: PackageLanguages.allCases)
  func files(_ languages: PackageLanguages) throws {
    let made = try CMI5Samples.package(languages)
    #expect(made.diagnostics == [])
    #expect(made.name == "example-cmi5-\(languages.rawValue).zip")
    let controls = PackageStandard.cmi5.controlDocuments.map(\.path)
    #expect(
      made.files.map(\.path) == ["cmi5.xml"] + controls + [
        "pre-test.html", "module-01-aaa.html", "post-test.html", "shared/page.css",
        "shared/page.js", "shared/runtime.js",
      ])
    #expect(made.files == (try CMI5Samples.package(languages)).files)
  }

  @Test("Pre-test, a block of modules and post-test follow each other, each page a unit")
  func structure() throws {
    let root = try CMI5Samples.root(try CMI5Samples.package())
    #expect(root.name.namespace?.uri == CMI5Structure.namespace.uri)
    #expect(root.elements.map(\.name.local) == ["course", "objectives", "au", "block", "au"])
    let units = CMI5Samples.all("au", in: root)
    #expect(
      units.map { $0.first("url")?.text } == [
        "pre-test.html", "module-01-aaa.html", "post-test.html",
      ])
    #expect(units.map { $0.attribute("moveOn") } == ["Completed", "Completed", "Passed"])
    #expect(units.map { $0.attribute("masteryScore") } == [nil, nil, "0.7"])
    #expect(units.map { $0.attribute("launchMethod") } == Array(repeating: "AnyWindow", count: 3))
    #expect(
      units.map { $0.attribute("activityType")?.split(separator: "/").last } == [
        "assessment", "lesson", "assessment",
      ])
    for unit in units {
      #expect(
        unit.elements.map(\.name.local) == [
          "title", "description", "objectives", "url", "launchParameters",
        ])
    }
  }

  @Test("Titles and descriptions stand in the languages of the package")
  func texts() throws {
    let root = try CMI5Samples.root(try CMI5Samples.package())
    let course = try #require(root.first("course"))
    let title = try #require(course.first("title")).elements
    #expect(title.map { $0.attribute("lang") } == ["km", "en-US"])
    #expect(title.map(\.text) == ["ការស្តាប់", "Listening"])
    let description = try #require(course.first("description")).elements.map(\.text)
    #expect(description.last == "To listen well. \(Approval.draftNotice.en).")
    let lesson = try #require(root.first("block")?.first("au"))
    #expect(lesson.first("description")?.elements.map(\.text) == ["ដើម្បីស្តាប់។", "To listen."])
    let post = try #require(root.elements("au").last)
    #expect(post.first("description")?.elements.last?.text.contains("70 percent") == true)

    let english = try CMI5Samples.root(try CMI5Samples.package(.english))
    let tags = CMI5Samples.all("langstring", in: english).map { $0.attribute("lang") }
    #expect(Set(tags) == ["en-US"])
  }

  @Test("Competencies are objectives, and units and block refer to them")
  func objectives() throws {
    let root = try CMI5Samples.root(try CMI5Samples.package())
    let objectives = try #require(root.first("objectives")).elements
    #expect(
      objectives.map { $0.first("title")?.elements.map(\.text) } == [["ការចូលរួម", "Engagement"]])
    let id = try #require(objectives.first?.attribute("id"))
    let references = CMI5Samples.all("objective", in: root).compactMap { $0.attribute("idref") }
    #expect(references == Array(repeating: id, count: 4))
    // The same competency has the same UUID in the framework.
    let framework = CompetencyFramework.caseJSON(
      try SCORM12Samples.curriculum(), languages: .english)
    #expect(framework.contains("\"uri\":\"\(id)\""))
  }

  @Test("A unit is told its language and the allotment of forms at its launch")
  func launch() throws {
    let root = try CMI5Samples.root(try CMI5Samples.package(.english, forms: .b))
    let texts = CMI5Samples.all("launchParameters", in: root).map(\.text)
    #expect(
      texts == Array(repeating: "{\"language\":\"en\",\"allocation\":\"b\"}", count: 3))
  }

  @Test("The names are absolute, distinct, and the same in the next version")
  func names() throws {
    func ids(_ root: XMLElement) -> [String] {
      ["course", "block", "au"].flatMap { CMI5Samples.all($0, in: root) }
        .compactMap { $0.attribute("id") }
    }
    let both = ids(try CMI5Samples.root(try CMI5Samples.package()))
    #expect(both.count == 5 && Set(both).count == 5)
    for id in both {
      #expect(id.hasPrefix("urn:uuid:"))
      let uuid = Array(id.dropFirst(9))
      #expect(uuid.count == 36 && uuid[14] == "5" && "89ab".contains(uuid[19]))
    }
    var next = try SCORM12Samples.curriculum()
    next.version = "9.9.9"
    #expect(ids(try CMI5Samples.root(try CMI5Samples.package(curriculum: next))) == both)
    let english = ids(try CMI5Samples.root(try CMI5Samples.package(.english)))
    let kampot = ids(try CMI5Samples.root(try CMI5Samples.package(context: "kampot")))
    #expect(Set(both + english + kampot).count == 15)
  }

  @Test("A curriculum without forms gives modules alone, one without competencies no objectives")
  func bare() throws {
    var curriculum = try SCORM12Samples.curriculum()
    curriculum.forms = []
    curriculum.competencies = []
    let made = try CMI5Samples.package(curriculum: curriculum)
    #expect(made.diagnostics.map(\.code) == ["package-without-tests"])
    let root = try CMI5Samples.root(made)
    #expect(root.elements.map(\.name.local) == ["course", "block"])
    let unit = try #require(CMI5Samples.all("au", in: root).first)
    #expect(unit.elements.map(\.name.local) == ["title", "description", "url", "launchParameters"])
    #expect(unit.first("description")?.elements.last?.text == "To listen.")
  }

  @Test(
    "A percentage is a share without needless digits",
    arguments: [
      (0, "0"), (5, "0.05"), (50, "0.5"), (70, "0.7"), (75, "0.75"), (100, "1"),
      (-3, "0"), (120, "1"),
    ])
  func share(_ percent: Int, _ text: String) {
    #expect(CMI5Structure.share(percent) == text)
  }
}

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

@Suite("Course structures against the published schema of cmi5", .enabled(if: reference != nil))
struct CMI5ReferenceTests {
  private let official: XMLSchema

  init() throws {
    official = try XMLSchema(
      folder: "\(reference ?? "")/standards/cmi5", main: "CourseStructure.xsd")
  }

  private func findings(_ made: RenderedPackage) throws -> [Diagnostic] {
    let file = try #require(made.files.first { $0.path == "cmi5.xml" })
    return official.validate(file.bytes, file: "cmi5.xml")
  }

  @Test(
    "They follow it in every language and context",
    arguments: PackageLanguages.allCases, [nil, "kampot"])
  func conformant(_ languages: PackageLanguages, _ context: String?) throws {
    #expect(try findings(try CMI5Samples.package(languages, context: context)) == [])
  }

  @Test(
    "The curriculum of this repository follows it", .enabled(if: RealPackage.curriculum != nil),
    arguments: PackageLanguages.allCases)
  func real(_ languages: PackageLanguages) throws {
    let made = try CMI5Samples.package(languages, curriculum: RealPackage.curriculum)
    #expect(!made.diagnostics.hasErrors)
    #expect(try findings(made) == [])
  }

  @Test("It refuses what is spoiled")
  func spoiled() throws {
    let file = try #require(try CMI5Samples.package().files.first { $0.path == "cmi5.xml" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    for (original, replacement) in [
      ("moveOn=\"Passed\"", "moveOn=\"passed\""), ("masteryScore=\"0.7\"", "masteryScore=\"70\""),
      ("<url>pre-test.html</url>", "<url></url>"),
    ] {
      let broken = text.replacing(original, with: replacement)
      #expect(broken != text)
      #expect(official.validate(Array(broken.utf8), file: "cmi5.xml") != [])
    }
  }
}
