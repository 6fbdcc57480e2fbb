import Archive
import Curriculum
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

@Suite("A package of SCORM 2004")
struct SCORM2004PackageTests {
  private let files: [PackageFile]

  init() throws {
    files = try SCORM2004Samples.package().files
  }

  @Test(
    "It has no findings in any language, and lists every file that is no control document",
    arguments: PackageLanguages.allCases)
  func sound(_ languages: PackageLanguages) throws {
    let made = try SCORM2004Samples.package(
      PackageOptions(profile: .scorm2004, languages: languages))
    #expect(made.diagnostics == [])
    #expect(made.name == "example-scorm2004-\(languages.rawValue).zip")
    let controls = Set(PackageStandard.scorm2004Fourth.controlDocuments.map(\.path))
    #expect(
      made.files.map(\.path).filter { !controls.contains($0) } == [
        "imsmanifest.xml", "pre-test.html", "module-01-aaa.html", "module-02-bbb.html",
        "post-test.html", "shared/page.css", "shared/page.js", "shared/runtime.js",
      ])
    let resources = try #require(
      SCORM12Samples.element("resources", in: SCORM2004Samples.root(made.files)))
    let listed = resources.elements.flatMap { $0.elements("file") }.map { $0.attribute("href") }
    #expect(Set(listed) == Set(made.files.map(\.path)).subtracting(controls + ["imsmanifest.xml"]))
    #expect(made.files.map(\.path).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(try Packaging.archive(made.files) == Packaging.archive(made.files))
  }

  @Test("The manifest says which edition it follows, and where each namespace is described")
  func head() throws {
    let root = try SCORM2004Samples.root(files)
    #expect(root.attribute("identifier") == "sala-example-en")
    #expect(root.attribute("version") == "0.1.0")
    let metadata = try #require(root.first("metadata"))
    #expect(metadata.elements.map(\.name.local) == ["schema", "schemaversion", "lom"])
    #expect(metadata.elements.prefix(2).map(\.text) == ["ADL SCORM", "2004 4th Edition"])
    let locations = try #require(
      root.attribute("schemaLocation", uri: SCORM12Namespace.instance.uri))
    #expect(
      locations.split(separator: " ").map(String.init) == [
        "http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd",
        "http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd",
        "http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd",
        "http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd",
        "http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd",
        "http://ltsc.ieee.org/xsd/LOM", "lom.xsd",
      ])
    let loose = SCORM2004Namespace.documents(carried: ["lomLoose.xsd"]).last
    #expect(loose?.1 == "lomLoose.xsd")
  }

  @Test("The metadata says title, purpose, competencies, version and time in each language")
  func metadata() throws {
    let both = try SCORM2004Samples.package(PackageOptions(profile: .scorm2004)).files
    let lom = try #require(SCORM12Samples.element("lom", in: SCORM2004Samples.root(both)))
    let general = try #require(lom.first("general"))
    #expect(general.first("identifier")?.elements.map(\.text) == ["Sala", "sala-example-both"])
    #expect(general.elements("language").map(\.text) == ["km", "en"])
    let title = try #require(general.first("title")).elements
    #expect(title.map(\.text) == ["ការស្តាប់", "Listening"])
    #expect(title.map { $0.attribute("language") } == ["km", "en"])
    let description = try #require(general.first("description")).elements
    #expect(description.last?.text == "To listen well. \(Approval.draftNotice.en).")
    #expect(
      general.elements("keyword").map { $0.elements.map(\.text) } == [
        ["ការចូលរួម", "Engagement"], ["សេវា", "Services"],
      ])
    let life = try #require(lom.first("lifeCycle"))
    #expect(life.first("version")?.elements.map(\.text) == ["0.1.0"])
    #expect(life.first("status")?.elements.map(\.text) == ["LOMv1.0", "draft"])
    #expect(lom.first("metaMetadata")?.elements.map(\.text) == ["LOMv1.0", "ADLv1.0"])
    // Modules of 60 and 90 minutes, and two tests of 10.
    #expect(SCORM12Samples.element("duration", in: lom)?.text == "PT2H50M")
    let spans: [Int: String?] = [0: nil, 45: "PT45M", 60: "PT1H", 61: "PT1H1M", 6000: "PT100H"]
    for (minutes, span) in spans {
      #expect(SCORM2004Metadata.duration(minutes: minutes) == span)
    }
  }

  @Test("An item holds the modules between the tests; each page is a SCO with its own file")
  func structure() throws {
    let organization = try SCORM2004Samples.organization(files)
    let scope = SCORM2004Namespace.sequencingExtensions.uri
    #expect(organization.attribute("objectivesGlobalToSystem", uri: scope) == "false")
    #expect(
      organization.elements("item").map { $0.first("title")?.text } == [
        "Pre-test: Listening", "Modules", "Post-test: Listening",
      ])
    let cluster = try SCORM2004Samples.item("item-modules", of: files)
    #expect(cluster.attribute("identifierref") == nil)
    #expect(cluster.elements("item").map { $0.first("title")?.text } == ["Listening", "Second"])
    let resources = try #require(
      SCORM12Samples.element("resources", in: SCORM2004Samples.root(files))
    ).elements
    for name in ["pre-test", "module-01-aaa", "module-02-bbb", "post-test"] {
      let item = try SCORM2004Samples.item("item-\(name)", of: files)
      #expect(item.attribute("identifierref") == "resource-\(name)")
      let resource = try #require(
        resources.first { $0.attribute("identifier") == "resource-\(name)" })
      #expect(resource.attribute("type") == "webcontent")
      #expect(
        resource.attribute("scormType", uri: SCORM2004Namespace.extensions.uri) == "sco")
      #expect(resource.attribute("href") == "\(name).html")
      #expect(resource.elements("file").map { $0.attribute("href") } == ["\(name).html"])
      #expect(resource.first("dependency")?.attribute("identifierref") == "resource-shared")
    }
    #expect(
      resources.last?.attribute("scormType", uri: SCORM2004Namespace.extensions.uri) == "asset")
  }

  @Test("A page weighs as much as it takes time, and is completed by its own word alone")
  func completion() throws {
    let weights = [
      "pre-test": "0.11", "module-01-aaa": "0.66", "module-02-bbb": "1.00", "post-test": "0.11",
    ]
    for (name, weight) in weights {
      let item = try SCORM2004Samples.item("item-\(name)", of: files)
      let threshold = try #require(item.first("completionThreshold"))
      #expect(threshold.attributes.map(\.value) == ["false", "1", weight])
      #expect(threshold.text.isEmpty)
      let controls = try #require(item.first("sequencing")?.first("deliveryControls"))
      #expect(controls.attributes.map(\.value) == ["true", "true"])
    }
  }

  @Test("No LMS shows a way to abandon a page, which would lose answers")
  func controls() throws {
    let item = try SCORM2004Samples.item("item-post-test", of: files)
    let hidden = try #require(SCORM12Samples.element("navigationInterface", in: item))
    #expect(hidden.elements.map(\.text) == ["abandon", "abandonAll"])
  }

  @Test("A curriculum without forms gives its modules alone, in no item of their own")
  func withoutTests() throws {
    var curriculum = try SCORM2004Samples.curriculum()
    curriculum.forms = []
    let made = Packaging.package(
      curriculum,
      options: PackageOptions(profile: .scorm2004, languages: .english, skipsMastered: true))
    #expect(made.diagnostics.map(\.code) == ["option-without-effect", "package-without-tests"])
    let organization = try SCORM2004Samples.organization(made.files)
    #expect(
      organization.elements("item").map { $0.first("title")?.text } == ["Listening", "Second"])
    let text = try SCORM12Samples.manifest(of: made.files)
    #expect(!text.contains("minNormalizedMeasure") && !text.contains("preConditionRule"))
  }

  @Test("Khmer titles and signs of XML come out of the manifest as they should")
  func titles() throws {
    var curriculum = try SCORM2004Samples.curriculum()
    curriculum.title = LocalizedText(en: "A & B <c>", km: "រដ្ឋ & អ្នក \"ថ្មី\"")
    let made = Packaging.package(
      curriculum, options: PackageOptions(profile: .scorm2004, languages: .khmer))
    let text = try SCORM12Samples.manifest(of: made.files)
    #expect(text.contains("<title>រដ្ឋ\u{A0}&amp;\u{A0}អ្នក \"ថ្មី\"</title>"))
    #expect(text.contains("<title>ម៉ូឌុល</title>"))
    #expect(!text.contains("&#") && !text.contains("CDATA"))
  }
}
