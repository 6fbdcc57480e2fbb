import Assessment
import Curriculum
import Source
import Testing
import Text
import XML

@testable import Packaging

@Suite("Questions of every kind in a page")
struct PageKindTests {
  private static func html(_ item: Item, _ languages: [Language] = [.english]) -> String {
    QuestionHTML(page: PageHTML(languages: languages)).practice(item)
  }

  private static func specimen(_ id: String) throws -> Item {
    try #require(PageKinds.items(pool: .practice).first { $0.id == "p-" + id })
  }

  @Test("Every kind of interaction has a specimen, so that no page forgets one")
  func all() {
    let kinds = Set(PageKinds.items(pool: .test).map(\.interaction.kind))
    #expect(kinds.symmetricDifference(InteractionKind.allCases) == [.singleChoice])
  }

  @Test(
    "Pages with every kind are well-formed, and ids in them are unique",
    arguments: PageSamples.languages.map(\.languages))
  func wellFormed(_ languages: [Language]) throws {
    let loaded = try #require(PageSamples.loaded().curriculum)
    let curriculum = PageSamples.withEveryKind(loaded)
    for (name, bytes) in PageSamples.files(curriculum, options: PageOptions(languages: languages))
    where name.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      let xml = page.replacing("<!DOCTYPE html>\n", with: "")
      let (element, diagnostics) = XMLReading.parse(Array(xml.utf8), file: name)
      #expect(diagnostics.isEmpty, "\(diagnostics)")
      var ids: [String] = []
      var open = [try #require(element)]
      while let element = open.popLast() {
        if let id = element.attribute("id") { ids.append(id) }
        open.append(contentsOf: element.elements)
      }
      #expect(Set(ids).count == ids.count)
      #expect(!page.contains("[[a]]"))
    }
  }

  @Test("What is ordered and joined never stands in the key's order, not even without a script")
  func keyOrder() throws {
    let order = Self.html(try Self.specimen("steps"))
    let ids = order.matches(of: /<li data-option="(.)"/).map { String($0.output.1) }
    #expect(Set(ids) == ["a", "b", "c", "d"] && ids != ["a", "b", "c", "d"])
    let match = Self.html(try Self.specimen("pairs"))
    let targets = match.matches(of: /<li data-target="(.)"/).map { String($0.output.1) }
    #expect(Set(targets) == ["1", "2", "3", "4"] && targets != ["1", "2", "3", "4"])
    let listed = match.matches(of: /<option value="(.)"/).map { String($0.output.1) }
    #expect(Array(listed.prefix(4)) == targets && listed.count == 12)
  }

  @Test("Fields are named: lists by their source, blanks by their place, arrows by their line")
  func names() throws {
    let match = Self.html(try Self.specimen("pairs"))
    #expect(match.contains("<select data-part=\"b\" aria-labelledby=\"p-p-pairs-b\">"))
    #expect(match.contains("id=\"p-p-pairs-b\">Commune clerk</span>"))
    #expect(match.contains("data-words=\"collects all taxes\""))
    let blanks = Self.html(try Self.specimen("blanks"), [.khmer])
    #expect(blanks.contains("aria-label=\"ចន្លោះទី៣ ក្នុងចំណោម ៣\""))
    #expect(blanks.contains("aria-labelledby=\"h-p-blanks\""))
    let order = Self.html(try Self.specimen("steps"))
    #expect(order.contains("aria-labelledby=\"u-p-steps-c w-p-steps-c\""))
    let essay = Self.html(try Self.specimen("essay"))
    #expect(essay.contains("aria-describedby=\"s-p-essay c-p-essay\""))
    #expect(essay.contains("of at most 60"))
  }

  @Test("A page in two languages has the fields of each, and no id twice")
  func bothLanguages() throws {
    let blanks = Self.html(try Self.specimen("blanks"), [.khmer, .english])
    #expect(blanks.matches(of: /data-part="a"/).count == 2)
    let match = Self.html(try Self.specimen("pairs"), [.khmer, .english])
    #expect(match.matches(of: /<select data-part="a"/).count == 2)
    #expect(match.contains("១. ") && match.contains("1. "))
  }

  @Test("A blank that the stem does not name stands after it, and what is no blank stays")
  func strayBlank() throws {
    var item = try Self.specimen("blanks")
    item.stem = LocalizedText(en: "Only [[a]] here, [[z]] is none, [[", km: "")
    let html = Self.html(item)
    #expect(html.contains("[[z]]") && html.contains("[[<"))
    for part in ["a", "b", "c"] {
      #expect(html.matches(of: try Regex("data-part=\"\(part)\"")).count == 1)
    }
    item.stem = LocalizedText(en: "", km: "ចន្លោះ [[a]]")
    #expect(Self.html(item).contains("lang=\"km\""))
  }

  @Test("Nothing is checked where nothing is answered, and accepted answers carry their feedback")
  func feedback() throws {
    #expect(!Self.html(try Self.specimen("role-play")).contains("<button"))
    let distance = Self.html(try Self.specimen("distance"))
    #expect(distance.contains("<div class=\"feedback\" data-answer=\"1\" hidden=\"\">"))
    #expect(distance.contains("you may add its unit (km, m):"))
    var blanks = try Self.specimen("blanks")
    guard case .blanks(var interaction) = blanks.interaction else { return }
    interaction.blanks[0].entry = .numeric(
      NumericInteraction(answers: [
        .init(value: 18, tolerance: 0, feedback: LocalizedText(same: "counted"))
      ]))
    interaction.blanks[1].entry = .text(
      TextInteraction(answers: [.init("x", feedback: LocalizedText(same: "written"))]))
    interaction.blanks[2].entry = .choice(
      ChoiceInteraction(
        isMultiple: false,
        options: [
          ChoiceOption(
            id: "a", text: LocalizedText(same: "y"), isCorrect: true,
            feedback: LocalizedText(same: "chosen"))
        ]))
    blanks.interaction = .blanks(interaction)
    let html = Self.html(blanks)
    for (blank, answer, words) in [
      ("a", "0", "counted"), ("b", "0", "written"), ("c", "a", "chosen"),
    ] {
      #expect(
        html.contains(
          "data-answer=\"\(answer)\" data-blank=\"\(blank)\" hidden=\"\"><p>\(words)</p>"))
    }
  }

  @Test("The data of a page tell kinds and parts; opinions have no points")
  func data() throws {
    let text = PageItems.json(PageKinds.items(pool: .test)).text
    for part in [
      "\"id\":\"k-true-false\",\"kind\":\"choice\",\"options\":[\"a\",\"b\"],\"points\":1.0",
      "\"keepsOrder\":true,\"isTrueFalse\":true", "\"units\":[[\"km\",1.0],[\"m\",0.001]]",
      "\"targets\":[\"1\",\"2\",\"3\",\"4\"]",
      "\"entries\":[{},{\"isNumber\":true},{\"options\":[\"a\",\"b\"]}]",
      "\"kind\":\"rating\",\"options\":[\"a\",\"b\",\"c\",\"d\",\"e\"],\"points\":0.0",
      "\"kind\":\"performance\",\"options\":[]",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("Every kind is compared with the page a thousand times, in points of every size")
  func vectors() {
    let text = PageKinds.vectors(count: 1000).text
    #expect(
      text.matches(of: /\[\d+,"(?:[^"\\]|\\.)*",-?[0-9.e-]+,(?:true|false)\]/).count == 11_000)
    #expect(text == PageKinds.vectors(count: 1000).text)
  }
}
