import Assessment
import Curriculum
import FoundationEssentials
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

@Suite("A course as one SCO")
struct SinglePackageTests {
  private func package(
    _ profile: PackageProfile, _ languages: PackageLanguages = .english, isSplit: Bool = false
  ) throws -> RenderedPackage {
    let packages = Packaging.packages(
      try SCORM2004Samples.curriculum(),
      options: PackageOptions(
        profile: profile, languages: languages, organization: .single, isSplit: isSplit))
    return try #require(packages.first)
  }

  private struct ShellData: Decodable {
    struct Page: Decodable, Equatable {
      var name: String
      var path: String
      var kind: String
      var title: [String: String]
    }
    var id: String
    var profile: String
    var mastery: Int?
    var pages: [Page]
    var languages: [String]
    var title: [String: String]
    var messages: [String: [String: String]]
  }

  private func data(_ html: String) throws -> ShellData {
    let mark = "<script type=\"application/json\" id=\"course-data\">"
    let start = try #require(html.firstRange(of: mark)).upperBound
    let end = try #require(html[start...].firstRange(of: "</script>")).lowerBound
    return try JSONDecoder().decode(ShellData.self, from: Data(html[start..<end].utf8))
  }

  @Test(
    "The manifest has one item, whose resource launches the page of pages and lists every file",
    arguments: [PackageProfile.scorm12, .scorm2004])
  func manifest(_ profile: PackageProfile) throws {
    let made = try package(profile)
    #expect(made.diagnostics == [])
    let items = try SCORM2004Samples.organization(made.files).elements("item")
    #expect(items.map { $0.attribute("identifier") } == ["item-course"])
    #expect(items[0].attribute("identifierref") == "resource-course")
    #expect(items[0].first("title")?.text == "Listening")
    #expect(items[0].elements("item").isEmpty)
    let resources = try #require(
      SCORM12Samples.element("resources", in: SCORM2004Samples.root(made.files))
    ).elements
    #expect(resources.count == 1)
    #expect(resources[0].attribute("href") == "index.html")
    #expect(
      resources[0].elements("file").map { $0.attribute("href") } == [
        "index.html", "pre-test.html", "module-01-aaa.html", "module-02-bbb.html",
        "post-test.html", "shared/page.css", "shared/page.js", "shared/runtime.js",
        "shared/course.js",
      ])
    let listed = Set(resources[0].elements("file").compactMap { $0.attribute("href") })
    #expect(listed.isSubset(of: made.files.map(\.path)))
    #expect(resources[0].first("dependency") == nil)
  }

  @Test("The mastery of the post-test is that of the course")
  func mastery() throws {
    let old = try SCORM2004Samples.item("item-course", of: package(.scorm12).files)
    // With one in the manifest an LMS would call the course passed before its last page.
    #expect(old.first("masteryscore") == nil)
    let new = try SCORM2004Samples.item("item-course", of: package(.scorm2004).files)
    let primary = try #require(SCORM12Samples.element("primaryObjective", in: new))
    #expect(primary.attribute("objectiveID") == "course")
    #expect(primary.first("minNormalizedMeasure")?.text == "0.70")
    #expect(
      new.first("sequencing")?.first("objectives")?.elements("objective")
        .map { $0.attribute("objectiveID") } == ["competency-eng", "competency-svc"])
    #expect(new.first("sequencing")?.first("sequencingRules") == nil)
  }

  @Test(
    "The page of pages lists each with its kind and titles, and finds its scripts",
    arguments: [PackageLanguages.both, .khmer])
  func shell(_ languages: PackageLanguages) throws {
    let made = try package(.scorm2004, languages)
    let html = try SCORM2004Samples.page("index.html", of: made.files)
    let data = try data(html)
    #expect(data.id == "example/0.1.0/course" && data.profile == "scorm2004")
    #expect(data.mastery == 70)
    #expect(data.languages == languages.list.map(\.rawValue))
    #expect(data.pages.map(\.name) == ["pre-test", "module-01-aaa", "module-02-bbb", "post-test"])
    #expect(data.pages.map(\.path) == data.pages.map { "\($0.name).html" })
    #expect(data.pages.map(\.kind) == ["pre", "lesson", "lesson", "post"])
    #expect(data.pages[2].title["km"] == "ទីពីរ")
    #expect(data.pages[2].title["en"] == (languages == .both ? "Second" : nil))
    #expect(Set(data.title.keys) == Set(data.languages))
    for (name, texts) in data.messages {
      #expect(Set(texts.keys) == Set(data.languages), "\(name)")
    }
    for name in data.pages.map(\.name) {
      #expect(html.contains("<li><a href=\"\(name).html\" target=\"page\" data-page=\"\(name)\">"))
      #expect(html.contains("<span class=\"hint\" data-mark=\"\(name)\"></span></li>"))
    }
    #expect(html.contains("<script src=\"shared/runtime.js\" defer=\"\"></script>"))
    #expect(html.contains("<script src=\"shared/course.js\" defer=\"\"></script>"))
    #expect(
      html.contains(
        "<body data-course=\"example/0.1.0/course\" data-profile=\"scorm2004\">"))
    #expect(html.contains("<iframe id=\"page\" name=\"page\" title=\"ការស្តាប់\"></iframe>"))
    #expect(html.contains("data-choose=\"en\"") == (languages == .both))
    #expect(html.contains(Approval.draftNotice.km))
  }

  @Test(
    "The page of pages is well-formed and has no id twice", arguments: PackageLanguages.allCases)
  func wellFormed(_ languages: PackageLanguages) throws {
    let html = try SCORM2004Samples.page("index.html", of: package(.scorm12, languages).files)
    #expect(html.hasPrefix("<!DOCTYPE html>\n"))
    let (root, findings) = XMLReading.parse(
      Array(html.dropFirst("<!DOCTYPE html>\n".count).utf8), file: "index.html")
    #expect(findings == [])
    var ids: [String] = []
    func collect(_ element: XMLElement) {
      if let id = element.attribute("id") { ids.append(id) }
      element.elements.forEach(collect)
    }
    collect(try #require(root))
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isSuperset(of: ["list", "view", "page", "content", "notice"]))
  }

  @Test("A title with signs of HTML stays text in the page of pages")
  func signs() throws {
    var curriculum = try SCORM2004Samples.curriculum()
    curriculum.title = LocalizedText(en: "\"A\" & <b></script>", km: "ក")
    let made = Packaging.package(
      curriculum, options: PackageOptions(languages: .english, organization: .single))
    let html = try SCORM2004Samples.page("index.html", of: made.files)
    #expect(!html.contains("<b>"))
    #expect(try data(html).title["en"] == "\"A\" & <b></script>")
  }

  @Test("An approved course carries no draft notice, and one without tests no mastery")
  func approved() throws {
    var curriculum = try SCORM2004Samples.curriculum()
    curriculum.approval = PageSamples.loaded(isApproved: true).curriculum?.approval
    curriculum.forms = []
    let made = Packaging.package(
      curriculum, options: PackageOptions(languages: .english, organization: .single))
    let html = try SCORM2004Samples.page("index.html", of: made.files)
    #expect(!html.contains("not approved"))
    #expect(try data(html).mastery == nil)
    #expect(try data(html).pages.map(\.kind) == ["lesson", "lesson"])
  }

  @Test("A package of one page needs no page of pages")
  func one() throws {
    let made = try package(.scorm12, isSplit: true)
    #expect(made.name == "example-pre-test-scorm12-en.zip")
    #expect(!made.files.map(\.path).contains("index.html"))
    #expect(!made.files.map(\.path).contains("shared/course.js"))
  }
}

@Suite("What a page knows of its package")
struct PageDataTests {
  private struct Form: Decodable, Equatable {
    var id: String
    var items: [String]
  }
  private struct Item: Decodable { var id: String }
  private struct Objective: Decodable, Equatable {
    var id: String
    var outcomes: [String]
  }
  private struct PageData: Decodable {
    var kind: String
    var profile: String
    var allocation: String
    var forms: [Form]?
    var items: [Item]
    var objectives: [Objective]?
    var mastery: Int?
    var key: String?
  }

  private func data(_ path: String, _ options: PackageOptions) throws -> PageData {
    let made = try SCORM2004Samples.package(options)
    let html = try SCORM2004Samples.page(path, of: made.files)
    let mark = "<script type=\"application/json\" id=\"sala-data\">"
    let start = try #require(html.firstRange(of: mark)).upperBound
    let end = try #require(html[start...].firstRange(of: "</script>")).lowerBound
    return try JSONDecoder().decode(PageData.self, from: Data(html[start..<end].utf8))
  }

  @Test("Each page says the standard and who takes which form")
  func profile() throws {
    for profile in [PackageProfile.scorm12, .scorm2004] {
      for path in ["pre-test.html", "module-01-aaa.html", "post-test.html"] {
        let data = try data(path, PackageOptions(profile: profile, languages: .english))
        #expect(data.profile == profile.rawValue)
        #expect(data.allocation == "crossover")
      }
    }
    var options = PageOptions(languages: [.english])
    let names = PackageProfile.allCases.map { profile in
      options.profile = profile
      return options.profileName
    }
    #expect(names == ["scorm12", "scorm2004", "cmi5", "web", "web"])
  }

  @Test("A package for one form holds no question of the other")
  func forms() throws {
    let curriculum = try SCORM2004Samples.curriculum()
    try #require(curriculum.forms.count == 2)
    for (forms, index) in [(PackageForms.a, 0), (.b, 1)] {
      for path in ["pre-test.html", "post-test.html"] {
        let data = try data(path, PackageOptions(languages: .english, forms: forms))
        let form = curriculum.forms[index]
        #expect(data.allocation == forms.rawValue)
        #expect(data.forms == [Form(id: form.id, items: form.items.map(\.id))])
        #expect(data.items.map(\.id) == form.items.map(\.id))
      }
    }
    let both = try data("pre-test.html", PackageOptions(languages: .english))
    #expect(both.forms?.map(\.id) == curriculum.forms.map(\.id))
    let lesson = PackageOptions(languages: .english, forms: .b)
    #expect(try data("module-01-aaa.html", lesson).allocation == "b")
  }

  @Test("Form b where there is one form alone is an error with a remedy; form a is that one")
  func oneForm() throws {
    var curriculum = try SCORM2004Samples.curriculum()
    curriculum.forms = [curriculum.forms[0]]
    let b = Packaging.package(curriculum, options: PackageOptions(languages: .english, forms: .b))
    #expect(b.diagnostics.map(\.code) == ["no-second-form"] && b.files.isEmpty)
    #expect(b.diagnostics[0].message.isComplete && b.diagnostics[0].remedy.isComplete)
    let a = Packaging.package(curriculum, options: PackageOptions(languages: .english, forms: .a))
    #expect(a.diagnostics == [] && !a.files.isEmpty)
  }

  @Test("In SCORM 2004 a test reports about competencies, under the ids of the manifest")
  func objectives() throws {
    let options = PackageOptions(profile: .scorm2004, languages: .english)
    let competencies = [
      Objective(id: "competency-eng", outcomes: ["AAA-1"]),
      Objective(id: "competency-svc", outcomes: ["BBB-1"]),
    ]
    let pre = try data("pre-test.html", options)
    #expect(pre.objectives == competencies)
    #expect(pre.key == nil && pre.mastery == nil, "the pre-test holds no key")
    let post = try data("post-test.html", options)
    #expect(post.objectives == competencies && post.key != nil && post.mastery == 70)
    #expect(try data("module-01-aaa.html", options).objectives == nil)
    #expect(try data("post-test.html", PackageOptions(languages: .english)).objectives == nil)
  }

  @Test("A pre-test that lets modules be skipped holds its key, and reports about modules too")
  func skipping() throws {
    let options = PackageOptions(profile: .scorm2004, languages: .english, skipsMastered: true)
    let pre = try data("pre-test.html", options)
    #expect(
      pre.objectives == [
        Objective(id: "module-01-aaa", outcomes: ["AAA-1"]),
        Objective(id: "module-02-bbb", outcomes: ["BBB-1"]),
      ])
    #expect(pre.key != nil && pre.mastery == 70)
    #expect(try data("post-test.html", options).objectives?.count == 2)
    let old = PackageOptions(languages: .english, skipsMastered: true)
    #expect(try data("pre-test.html", old).key == nil)
  }
}
