import Assessment
import Curriculum
import FoundationEssentials
import Markup
import Source
import Testing
import Text
import XML

@testable import Packaging

@Suite("The pages of a package")
struct PageTests {
  private let curriculum: Curriculum

  init() throws {
    let loaded = PageSamples.loaded()
    try #require(!loaded.diagnostics.contains { $0.severity == .error }, "\(loaded.diagnostics)")
    curriculum = try #require(loaded.curriculum)
    try #require(curriculum.forms.count == 2)
  }

  private func options(_ languages: [Language], province: String? = nil) -> PageOptions {
    PageOptions(languages: languages, province: province)
  }

  private func test(_ kind: QuizPage.Kind, _ languages: [Language] = [.english]) -> String {
    QuizPage.html(
      forms: curriculum.forms, kind: kind, in: curriculum, options: options(languages))
  }

  private func lesson(_ languages: [Language] = [.english], province: String? = nil) throws
    -> String
  {
    let context = province.map(curriculum.inContext) ?? curriculum
    return LessonPage.html(
      try #require(context.modules.first), in: context,
      options: options(languages, province: province))
  }

  @Test("The scripts and the style sheet are compiled in, whole and in UTF-8")
  func assets() throws {
    #expect(PageAssets.files.map(\.name) == ["page.css", "page.js", "runtime.js"])
    for file in PageAssets.files {
      let text = try #require(String(validating: file.bytes, as: UTF8.self))
      #expect(text.hasPrefix("/*"))
      #expect(text.hasSuffix("\n"))
    }
    let names = PageAssets.files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(names[1].contains("Sala.connect"))
    #expect(names[2].contains("const Sala"))
  }

  @Test("The scripts hold nothing of the course, and use no unload handler")
  func scripts() {
    for file in [PageAssets.script, PageAssets.runtime] {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("\"unload\""))
      #expect(!text.contains("beforeunload"))
      #expect(!text.contains("ស្តាប់"))
    }
  }

  @Test(
    "Every page is well-formed, has the draft notice, and no handler inside its elements",
    arguments: PageSamples.languages.map(\.languages))
  func wellFormed(_ languages: [Language]) throws {
    for page in [try lesson(languages), test(.preTest, languages), test(.postTest, languages)] {
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(languages[0].rawValue)\">"))
      let xml = page.replacing("<!DOCTYPE html>\n", with: "")
      let all = try ids(in: xml)
      #expect(Set(all).count == all.count, "ids are unique")
      for language in languages {
        #expect(page.contains(Approval.draftNotice[language]))
      }
      for handler in ["onclick", "onload", "onsubmit", "javascript:"] {
        #expect(!page.contains(handler))
      }
      #expect(!page.contains("<hearing>"))
      #expect(!page.contains("null"))
    }
  }

  private func ids(in xml: String) throws -> [String] {
    let (element, diagnostics) = XMLReading.parse(Array(xml.utf8), file: "page.html")
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    var ids: [String] = []
    var open = [try #require(element)]
    while let element = open.popLast() {
      if let id = element.attribute("id") { ids.append(id) }
      open.append(contentsOf: element.elements)
    }
    return ids
  }

  @Test("An approved curriculum carries no draft notice, and says who approved a lesson")
  func approved() throws {
    let approved = try #require(PageSamples.loaded(isApproved: true).curriculum)
    let page = LessonPage.html(
      try #require(approved.modules.first), in: approved, options: options([.english]))
    #expect(!page.contains(Approval.draftNotice.en))
    #expect(page.contains("Approved by An office, 2026-11-23, Letter 1"))
  }

  @Test("A page in one language holds nothing of the other")
  func oneLanguage() throws {
    #expect(try !lesson([.english]).contains("ស្តាប់"))
    #expect(try !lesson([.khmer]).contains("Listening"))
    #expect(!test(.preTest, [.khmer]).contains("Listening"))
    #expect(try !lesson([.khmer]).contains("data-half"))
  }

  @Test("A page in both languages hides all halves but the first language's")
  func bothLanguages() throws {
    let page = try lesson([.khmer, .english])
    let halves = page.matches(of: /data-half="(km|en)" lang="(km|en)"( hidden="")?/)
    #expect(halves.count > 50)
    #expect(halves.allSatisfy { $0.output.1 == $0.output.2 })
    #expect(halves.allSatisfy { ($0.output.1 == "en") == ($0.output.3 != nil) })
    #expect(page.contains("data-choose=\"km\" lang=\"km\" aria-pressed=\"true\""))
    #expect(page.contains("data-choose=\"en\" lang=\"en\" aria-pressed=\"false\""))
  }

  @Test("A half that is missing is the other language's, and says so")
  func missingHalf() {
    let page = PageHTML(languages: [.khmer])
    #expect(page.words(LocalizedText(en: "a & b", km: "")) == "<span lang=\"en\">a &amp; b</span>")
    let both = PageHTML(languages: [.khmer, .english])
    #expect(
      both.words(LocalizedText(en: "a", km: ""))
        == "<span data-half=\"km\" lang=\"en\">a</span>"
        + "<span data-half=\"en\" lang=\"en\" hidden=\"\">a</span>")
  }

  @Test("The page of a module holds purpose, outcomes, lessons, practice with feedback, sources")
  func lessonParts() throws {
    let page = try lesson()
    for part in [
      "<h1>Listening</h1>", "To listen.", "<li>Explains listening.</li>",
      "<article id=\"lesson-listening\"",
      "<h2 id=\"lesson-listening-title\">Listening &amp; &lt;hearing&gt;</h2>",
      "<section id=\"lesson-listening--why-listen\">", "<strong>time</strong>",
      "<a href=\"#source-1\">1</a>", "<li id=\"source-1\">A law, 2001 (checked 2026-11-23)</li>",
      "id=\"q-aaa-003\" role=\"radiogroup\"", "id=\"q-aaa-008\" role=\"group\"",
      "It shows that you heard.", "I have finished this module",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("aaa-001"))
  }

  @Test("A province's page says so, and marks the blocks that are its own")
  func province() throws {
    let page = try lesson(province: "kampot")
    #expect(page.split(separator: "Kampot province").count == 3)
    #expect(page.contains("The council in Kampot decides."))
    #expect(try !lesson().contains("Kampot province"))
  }

  @Test("Links and pictures of a lesson go where the package says")
  func targets() throws {
    let page = LessonPage.html(
      try #require(curriculum.modules.first), in: curriculum,
      options: PageOptions(languages: [.english], assets: "../") { "there/\($0)" })
    #expect(page.contains("<a href=\"there/#why-listen\">"))
    #expect(page.contains("src=\"../runtime.js\""))
  }

  @Test("A test page holds both forms, each question once, and no feedback")
  func testParts() {
    for kind in QuizPage.Kind.allCases {
      let page = test(kind, [.english, .khmer])
      let items = QuizPage.distinctItems(curriculum.forms)
      #expect(items.count == 6)
      for item in items {
        #expect(page.split(separator: "id=\"q-\(item.id)\"").count == 2)
        for option in item.interaction.options {
          #expect(!page.contains(option.feedback.en))
          #expect(!page.contains(option.feedback.km))
        }
        if !item.feedback.en.isEmpty { #expect(!page.contains(item.feedback.en)) }
      }
      for form in curriculum.forms { #expect(page.contains("{\"id\":\"\(form.id)\"")) }
    }
  }

  @Test("The page of the pre-test holds no key and no mastery; the post-test's key is encoded")
  func key() throws {
    let pre = test(.preTest)
    #expect(!pre.contains("\"key\""))
    #expect(!pre.contains("\"mastery\""))
    #expect(!pre.contains("Kampot province"))
    let post = test(.postTest)
    #expect(post.contains("\"mastery\":70"))
    #expect(!post.contains("kampot province"))
    let match = try #require(post.firstMatch(of: /"key":"([A-Za-z0-9_-]+)"/))
    #expect(
      decoded(String(match.output.1), pageID: "example/0.1.0/post").contains(
        "\"aaa-006\":{\"numbers\":[{\"value\":15.0,\"tolerance\":0.5,\"weight\":100.0}]}"))
  }

  private func decoded(_ text: String, pageID: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let bits = text.flatMap { character -> [Int] in
      let value = alphabet.firstIndex(of: character) ?? 0
      return (0..<6).map { value >> (5 - $0) & 1 }
    }
    var stream = PageKey.Stream(seed: StableHash.fnv32(pageID))
    let bytes = stride(from: 0, to: bits.count - 7, by: 8).map { start in
      UInt8(bits[start..<start + 8].reduce(0) { $0 << 1 | $1 }) ^ stream.nextByte()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "base64url is that of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
      ("fooba", "Zm9vYmE"),
      ("foobar", "Zm9vYmFy"), ("\u{FB}\u{FF}", "w7vDvw"),
    ])
  func base64url(_ text: String, _ expected: String) {
    #expect(PageKey.base64url(Array(text.utf8)) == expected)
  }

  @Test("Data in a page cannot end its element or begin a comment")
  func json() {
    let text = PageJSON.object([
      ("a", .string("</script><!-- & \u{2028}\"\\\n")), ("b", .array([.integer(1), .number(0.5)])),
      ("c", .bool(true)), ("d", .number(.nan)),
    ]).text
    #expect(
      text == "{\"a\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\\\"\\\\\\u000a\","
        + "\"b\":[1,0.5],\"c\":true,\"d\":null}")
  }

  @Test("Options without a language are in both, Khmer first, and none stands twice")
  func languages() {
    #expect(PageOptions(languages: []).languages == [.khmer, .english])
    #expect(PageOptions(languages: [.english, .english]).languages == [.english])
  }

  @Test("The same curriculum gives the same bytes")
  func deterministic() throws {
    #expect(try lesson([.khmer, .english]) == lesson([.khmer, .english]))
    #expect(test(.postTest) == test(.postTest))
  }

  @Test("Every message of the pages is written in both languages, normal in Khmer")
  func messages() {
    for (name, text) in PageMessages.runtime {
      #expect(text.isComplete, "\(name)")
      #expect(Khmer.firstAbnormality(in: text.km) == nil, "\(name)")
    }
  }

  @Test(
    "The sample pages are written where the browser tests look for them",
    .enabled(if: PageSamples.folder != nil, "set SALA_PAGES_OUT to a folder to write them"))
  func samples() throws {
    let root = try #require(PageSamples.folder)
    for (name, languages) in PageSamples.languages {
      let folder = "\(root)/\(name)"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      let files = PageSamples.files(curriculum, options: options(languages, province: "kampot"))
      #expect(files.count == 6)
      for (name, bytes) in files {
        try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
      }
    }
    let kinds = PageSamples.withEveryKind(curriculum)
    for (name, languages) in PageSamples.languages {
      let folder = "\(root)/kinds-\(name)"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      for (name, bytes) in PageSamples.files(kinds, options: options(languages)) {
        try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
      }
    }
    let vectors = PageSamples.vectors(curriculum.forms, count: 1000)
    try Data(vectors.text.utf8).write(to: URL(filePath: "\(root)/vectors.json"))
  }
}
