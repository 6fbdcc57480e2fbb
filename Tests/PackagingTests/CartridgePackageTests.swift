import Archive
import Assessment
import Curriculum
import FoundationEssentials
import Testing
import Text
import XML

@testable import Inspection
@testable import Packaging

/// Cartridges of the small synthetic curriculum.
enum CartridgeSamples {
  static func package(
    _ languages: PackageLanguages = .both, forms: PackageForms = .a, context: String? = nil,
    curriculum: Curriculum? = nil
  ) throws -> RenderedPackage {
    Packaging.package(
      try curriculum ?? SCORM12Samples.curriculum(),
      options: PackageOptions(
        profile: .commonCartridge, languages: languages, context: context, forms: forms))
  }

  static func root(_ path: String, _ made: RenderedPackage) throws -> XMLElement {
    let file = try #require(made.files.first { $0.path == path })
    let (element, findings) = XMLReading.parse(file.bytes, file: path)
    #expect(findings == [])
    return try #require(element)
  }

  /// What the conditions of an item make of a response, by the rules of the profile: the conditions
  /// side by side in one rule are alternatives, and the first rule that holds and does not go on is
  /// the last.
  static func score(_ item: XMLElement, _ response: Set<String>) -> Double {
    func holds(_ condition: XMLElement) -> Bool {
      switch condition.name.local {
      case "varequal": response.contains(condition.text)
      case "and": condition.elements.allSatisfy(holds)
      case "not": !condition.elements.contains(where: holds)
      default: true
      }
    }
    var score = 0.0
    for rule in item.first("resprocessing")?.elements("respcondition") ?? []
    where rule.first("conditionvar")?.elements.contains(where: holds) == true {
      if let value = rule.first("setvar").flatMap({ Double($0.text) }) { score = value }
      if rule.attribute("continue") != "Yes" { break }
    }
    return score
  }
}

@Suite("A Common Cartridge")
struct CartridgePackageTests {
  @Test("It holds a test before, a folder a module with pages and practice, and a test after")
  func structure() throws {
    let made = try CartridgeSamples.package()
    #expect(made.name == "example-common-cartridge-both.imscc")
    #expect(!made.diagnostics.hasErrors)
    let controls = PackageStandard.commonCartridge.controlDocuments.map(\.path)
    #expect(
      made.files.map(\.path) == ["imsmanifest.xml"] + controls + [
        "pre-test.xml", "module-01-aaa/about.html", "module-01-aaa/lesson-01-listening.html",
        "module-01-aaa/practice.xml", "post-test.xml",
      ])
    let root = try CartridgeSamples.root("imsmanifest.xml", made)
    let top = CMI5Samples.all("organization", in: root).flatMap { $0.elements("item") }
    #expect(top.count == 1 && top[0].first("title") == nil)
    let entries = top[0].elements("item")
    #expect(
      entries.map { $0.first("title")?.text } == [
        "តេស្តមុនវគ្គ៖ ការស្តាប់ / Pre-test: Listening", "ការស្តាប់ / Listening",
        "តេស្តក្រោយវគ្គ៖ ការស្តាប់ / Post-test: Listening",
      ])
    #expect(entries.map { $0.attribute("identifierref") == nil } == [false, true, false])
    #expect(entries[1].elements("item").count == 3)
    #expect(made.files == (try CartridgeSamples.package()).files)
  }

  @Test("Every reference resolves, identifiers are distinct, and pages alone name what opens")
  func references() throws {
    let made = try CartridgeSamples.package()
    let root = try CartridgeSamples.root("imsmanifest.xml", made)
    let resources = CMI5Samples.all("resource", in: root)
    let ids = CMI5Samples.all("item", in: root) + resources
    let names = ids.compactMap { $0.attribute("identifier") }
    #expect(Set(names).count == names.count)
    let used = CMI5Samples.all("item", in: root).compactMap { $0.attribute("identifierref") }
    #expect(Set(used) == Set(resources.compactMap { $0.attribute("identifier") }))
    for resource in resources {
      let files = resource.elements("file").compactMap { $0.attribute("href") }
      #expect(files.count == 1 && made.files.contains { $0.path == files[0] })
      let isPage = resource.attribute("type") == "webcontent"
      #expect(resource.attribute("href") == (isPage ? files[0] : nil))
    }
  }

  @Test("A lesson is one plain page: Khmer first, then English, then its sources")
  func lesson() throws {
    let made = try CartridgeSamples.package(context: "kampot")
    let file = try #require(
      made.files.first { $0.path == "module-01-aaa/lesson-01-listening.html" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    let body = text.replacing("<!DOCTYPE html>\n", with: "")
    #expect(XMLReading.parse(Array(body.utf8), file: "a.html").1 == [])
    #expect(!text.contains("<script") && !text.contains("stylesheet"))
    #expect(text.contains("<html lang=\"km\">"))
    // The province's block replaces the one with the link.
    let common = try #require(try CartridgeSamples.package().files.first { $0.path == file.path })
    #expect(
      String(decoding: common.bytes, as: UTF8.self)
        .contains("href=\"lesson-01-listening.html#why-listen-en\""))
    #expect(text.contains("<h2 id=\"why-listen-km\">"))
    #expect(text.contains("<li id=\"source-1\">"))
    #expect(text.contains("Kampot province") && text.contains(Approval.draftNotice.km))
    let khmer = try #require(text.firstRange(of: "<div lang=\"km\">"))
    let english = try #require(text.firstRange(of: "<div lang=\"en\">"))
    #expect(khmer.lowerBound < english.lowerBound)
  }

  @Test("Links of lessons to the web become links of the course, each once")
  func links() throws {
    var tree = ExampleCurriculum.tree
    let path = "curricula/example/modules/01-first/lessons/listening.en.md"
    let text = String(decoding: tree.files[path] ?? [], as: UTF8.self)
    let changed = text.replacing(
      "The council decides.",
      with: "- See [the **law**](https://example.org/a) and [it](https://example.org/a).")
    tree.files[path] = Array(changed.utf8)
    let curriculum = try #require(CurriculumLoading.load("example", from: tree).curriculum)
    let made = try CartridgeSamples.package(.english, curriculum: curriculum)
    let link = try CartridgeSamples.root("module-01-aaa/link-1.xml", made)
    #expect(link.first("title")?.text == "the law")
    #expect(link.first("url")?.attribute("href") == "https://example.org/a")
    #expect(!made.files.contains { $0.path.hasSuffix("link-2.xml") })
  }

  @Test("What the profile does not have is a warning, once an item, with reason and remedy")
  func refused() throws {
    let curriculum = PageSamples.withEveryKind(try SCORM12Samples.curriculum())
    let made = try CartridgeSamples.package(.english, curriculum: curriculum)
    #expect(!made.files.isEmpty && !made.diagnostics.hasErrors)
    #expect(made.diagnostics.allSatisfy { $0.code == "cartridge-question" })
    #expect(made.diagnostics.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
    let named = made.diagnostics.compactMap { finding in
      finding.message.en.split(separator: "'").dropFirst().first.map(String.init)
    }
    #expect(Set(named).count == named.count)
    let kinds = [
      "weighted", "distance", "name", "pairs", "steps", "blanks", "agree", "self",
      "role-play",
    ]
    #expect(Set(kinds.map { "k-\($0)" }).isSubset(of: named))
    // Two options are too few for a choice of one.
    #expect(named.contains("aaa-003"))
    let test = try CartridgeSamples.root("pre-test.xml", made)
    let items = CMI5Samples.all("item", in: test).compactMap { $0.attribute("ident") }
    #expect(items == ["k-true-false", "k-essay"])
  }

  @Test("Tests carry no feedback, practice does, and an item is named where both tests lack it")
  func feedback() throws {
    let made = try CartridgeSamples.package(.english, forms: .crossover)
    for path in ["pre-test.xml", "post-test.xml"] {
      let test = try CartridgeSamples.root(path, made)
      #expect(CMI5Samples.all("itemfeedback", in: test).isEmpty)
      #expect(CMI5Samples.all("displayfeedback", in: test).isEmpty)
    }
    let practice = try CartridgeSamples.root("module-01-aaa/practice.xml", made)
    let said = CMI5Samples.all("displayfeedback", in: practice).map { $0.attribute("linkrefid") }
    let given = CMI5Samples.all("itemfeedback", in: practice).map { $0.attribute("ident") }
    #expect(!said.isEmpty && Set(said) == Set(given))
    #expect(made.diagnostics.contains { $0.code == "cartridge-forms" && $0.severity == .note })
  }

  @Test("Random items that go in score as the engine scores them, whatever is answered")
  func scores() throws {
    var random = PageRandom(seed: 20_261_126)
    var compared = 0
    for number in 0..<1500 {
      let kinds: [InteractionKind] = [.singleChoice, .multipleChoice, .trueFalse, .shortText]
      let item = random.item(kinds[number % 4], number: number)
      var question = CartridgeQuestion(item, languages: [.english], showsFeedback: true)
      guard case .element(let element) = question.result(weight: 1) else { continue }
      for _ in 0..<5 {
        let response = random.response(to: item)
        let points = ResponseProcessing.points(item, response)
        let given: Set<String>
        switch response {
        case .choice(let ids)?:
          given = Set(
            ids.map { id in
              item.interaction.kind == .trueFalse ? (id == "a" ? "true" : "false") : id
            })
        case .text(let typed)?:
          // A platform compares as it likes; what is written letter for letter must win.
          guard case .text(let text) = item.interaction,
            text.answers.contains(where: { $0.text == typed })
          else { continue }
          given = [typed]
          let spellings = text.answers.filter { text.normalised($0.text) == text.normalised(typed) }
          guard spellings.first?.text == typed else { continue }
        default: given = []
        }
        let score = CartridgeSamples.score(element, given)
        #expect(score == (points == item.points ? 100 : 0), "\(item) \(given)")
        compared += 1
      }
    }
    #expect(compared > 500)
  }

  @Test("Weights are whole and in the proportion of the points")
  func weights() throws {
    func weights(_ points: [Double]) throws -> [Int?] {
      let items = PageKinds.items(pool: .test)
      return CartridgeScoring.weights(
        points.map { points in
          var item = items[0]
          item.points = points
          return item
        })
    }
    #expect(try weights([1, 2, 3]) == [1, 2, 3])
    #expect(try weights([0.5, 1]) == [1, 2])
    #expect(try weights([0.1, 2.5]) == [1, 25])
    #expect(try weights([1, 200]) == [1, nil])
    #expect(try weights([]) == [])
  }

  @Test("Whole numbers are typed as people write them; others are not for this profile")
  func numbers() {
    #expect(
      CartridgeScoring.numbers(NumericInteraction(value: 1200, tolerance: 0)) == [
        "1200", "១២០០", "1,200", "១,២០០", "1 200", "១ ២០០",
      ])
    #expect(CartridgeScoring.numbers(NumericInteraction(value: -5, tolerance: 0)) == ["-5", "-៥"])
    #expect(CartridgeScoring.numbers(NumericInteraction(value: 1.5, tolerance: 0)) == nil)
    #expect(CartridgeScoring.numbers(NumericInteraction(value: 15, tolerance: 0.5)) == nil)
    #expect(CartridgeScoring.numbers(NumericInteraction(value: .nan, tolerance: 0)) == nil)
    #expect(CartridgeScoring.numbers(NumericInteraction(value: 1e300, tolerance: 0)) == nil)
  }

  @Test("One blank goes in as what it is: a text, a whole number, or a choice")
  func blanks() {
    func result(_ entry: BlanksInteraction.Entry) -> XMLElement? {
      var item = PageKinds.items(pool: .practice)[0]
      item.stem = LocalizedText(en: "It was [[a]].", km: "វាជា [[a]]។")
      item.interaction = .blanks(BlanksInteraction(blanks: [.init(id: "a", entry: entry)]))
      var question = CartridgeQuestion(
        item, languages: [.khmer, .english], showsFeedback: true)
      guard case .element(let element) = question.result(weight: 1) else { return nil }
      return element
    }
    func profile(_ element: XMLElement?) -> String? {
      element.flatMap { CMI5Samples.all("fieldentry", in: $0).first?.text }
    }
    let text = result(.text(TextInteraction(accepted: ["full"])))
    #expect(profile(text) == "cc.fib.v0p1")
    #expect(text.map { CMI5Samples.all("mattext", in: $0)[0].text.contains("______") } == true)
    let number = result(.numeric(NumericInteraction(value: 18, tolerance: 0)))
    #expect(profile(number) == "cc.fib.v0p1")
    let options = (0..<3).map { index in
      ChoiceOption(
        id: ChoiceOption.id(at: index), text: LocalizedText(same: "\(index)"),
        isCorrect: index == 1)
    }
    let choice = result(.choice(ChoiceInteraction(isMultiple: false, options: options)))
    #expect(profile(choice) == "cc.multiple_choice.v0p1")
    #expect(choice.map { CartridgeSamples.score($0, ["b"]) } == 100)
  }
}

private let reference = ProcessInfo.processInfo.environment["SALA_REFERENCE"]

@Suite("Cartridges against the published schemas", .enabled(if: reference != nil))
struct CartridgeReferenceTests {
  private let schemas: [String: XMLSchema]

  init() throws {
    let folder = "\(reference ?? "")/standards/common-cartridge-1.1"
    schemas = [
      "manifest": try XMLSchema(folder: folder, main: "ccv1p1_imscp_v1p2_v1p0.xsd"),
      "questestinterop": try XMLSchema(folder: folder, main: "ccv1p1_qtiasiv1p2p1_v1p0.xsd"),
      "webLink": try XMLSchema(folder: folder, main: "ccv1p1_imswl_v1p1.xsd"),
    ]
  }

  private func validate(_ made: RenderedPackage) throws {
    #expect(!made.files.isEmpty && !made.diagnostics.hasErrors)
    let controls = Set(PackageStandard.commonCartridge.controlDocuments.map(\.path))
    for file in made.files where file.path.hasSuffix(".xml") && !controls.contains(file.path) {
      let root = try CartridgeSamples.root(file.path, made)
      let schema = try #require(schemas[root.name.local])
      #expect(schema.validate(file.bytes, file: file.path) == [])
      for item in CMI5Samples.all("item", in: root) where root.name.local == "questestinterop" {
        rules(item)
      }
    }
  }

  /// Rules of the profile's Schematron that the schema cannot say.
  private func rules(_ item: XMLElement) {
    let labels = CMI5Samples.all("fieldlabel", in: item).map(\.text)
    let entries = CMI5Samples.all("fieldentry", in: item).map(\.text)
    #expect(
      labels == ["cc_profile", "cc_weighting", "qmd_scoringpermitted", "qmd_computerscored"])
    let options = CMI5Samples.all("response_label", in: item).count
    let equals = CMI5Samples.all("varequal", in: item)
    switch entries[0] {
    case "cc.true_false.v0p1": #expect(options == 2 && !equals.isEmpty)
    case "cc.multiple_choice.v0p1": #expect(options > 2 && !equals.isEmpty)
    case "cc.multiple_response.v0p1": #expect(options > 1 && !equals.isEmpty)
    case "cc.fib.v0p1": #expect(options == 1 && !equals.isEmpty)
    case "cc.essay.v0p1": #expect(equals.isEmpty && entries[3] == "No")
    default: Issue.record("\(entries[0]) is no profile")
    }
  }

  @Test(
    "They follow them in every language and context",
    arguments: PackageLanguages.allCases, [nil, "kampot"])
  func conformant(_ languages: PackageLanguages, _ context: String?) throws {
    try validate(try CartridgeSamples.package(languages, context: context))
  }

  @Test("So they do with a question of every kind", arguments: PackageLanguages.allCases)
  func kinds(_ languages: PackageLanguages) throws {
    let curriculum = PageSamples.withEveryKind(try SCORM12Samples.curriculum())
    try validate(try CartridgeSamples.package(languages, curriculum: curriculum))
  }

  @Test(
    "The curriculum of this repository follows them", .enabled(if: RealPackage.curriculum != nil),
    arguments: PackageLanguages.allCases)
  func real(_ languages: PackageLanguages) throws {
    try validate(try CartridgeSamples.package(languages, curriculum: RealPackage.curriculum))
  }
}
