import Testing
import Text

@testable import Document

@Suite("Documents as JSON and as a page")
struct PageTests {
  @Test("JSON holds tables by id with raw numbers, nulls and reasons")
  func json() throws {
    let text = DocumentRendering.render(Samples.full, as: .json, language: .english)
    let value = try #require(JSONValue.parse(text))
    #expect(
      value.objectValue?.keys
        == ["title", "language", "synthetic", "notes", "facts", "tables", "plots"])
    #expect(value["synthetic"] == false)
    #expect(value["language"] == "en")
    let rows = value["tables"]?["groups"]?["rows"]?.arrayValue
    #expect(
      rows?.first == ["province": "Kampot", "n": 12, "gain": 1.25, "interval": [-0.5, 3.0]])
    #expect(
      rows?.last == [
        "province": "Siem Reap", "n": 1, "gain": .null, "interval": .null,
        "reasons": ["gain": "fewer than two pairs", "interval": "fewer than two pairs"],
      ])
    #expect(value["tables"]?["groups"]?["columns"]?.arrayValue?.count == 4)
    #expect(value["facts"]?["matching"]?["share"] == 0.8125)
    #expect(value["facts"]?["matching"]?["reasons"] == ["g": "fewer than two pairs"])
    #expect(value["notes"]?.arrayValue?.last?["kind"] == "warning")
    #expect(value["plots"]?["gains"]?["points"]?.arrayValue?.last?["low"] == .null)
    #expect(value["plots"]?["means"]?["kind"] == "slopes")
    #expect(value["plots"]?["counts"]?["points"]?.arrayValue?.last?["value"] == .null)
  }

  @Test("a short row has nulls in JSON")
  func shortRow() {
    var table = Samples.table
    table.rows = [[.text("x")]]
    let value = DocumentJSON(language: .khmer).value(
      Document(title: Samples.same("T"), blocks: [.table(table)]))
    #expect(
      value["tables"]?["groups"]?["rows"]
        == [["province": "x", "n": .null, "gain": .null, "interval": .null]])
  }

  @Test("the same document gives the same bytes in every form", arguments: DocumentFormat.allCases)
  func deterministic(_ format: DocumentFormat) {
    for language in Language.allCases {
      let first = DocumentRendering.render(Samples.synthetic, as: format, language: language)
      let second = DocumentRendering.render(Samples.synthetic, as: format, language: language)
      #expect(first == second)
      #expect(first.utf8.last == 0x0A)
    }
  }

  @Test("a page has a language, landmarks, captions and header cells")
  func page() {
    let page = DocumentRendering.render(Samples.full, as: .html, language: .khmer)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"km\">\n"))
    #expect(page.contains("<title>ការប្រែប្រួល</title>"))
    #expect(page.contains("<main>\n<h1>ការប្រែប្រួល</h1>"))
    #expect(page.contains("<h2>តាមក្រុម</h2>\n<h3>ជ្រៅជាង</h3>"))
    #expect(page.contains("role=\"region\" tabindex=\"0\" aria-labelledby=\"caption-8-groups\""))
    #expect(page.contains("<caption id=\"caption-8-groups\"><span>ការប្រែប្រួលតាមខេត្ត</span></caption>"))
    #expect(page.contains("<th scope=\"col\" class=\"n\">ចំនួនគូ</th>"))
    #expect(page.contains("<tr><th scope=\"row\">កំពត</th><td class=\"n\">12</td>"))
    #expect(page.contains("<p class=\"foot\">(a) មានតិចជាងពីរគូ</p>"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("http"))
  }

  @Test("a page with many columns is broad on screen and lies on its side on paper")
  func broadPage() {
    let plain = DocumentRendering.render(Samples.full, as: .html, language: .english)
    #expect(plain.contains("<div class=\"scroll\" role") && plain.contains("@page{size:A4;"))
    let document = Document(title: Samples.same("T"), blocks: [.table(Samples.wide)])
    let page = DocumentRendering.render(document, as: .html, language: .english)
    #expect(page.contains("<main class=\"broad\">"))
    #expect(page.contains("<div class=\"scroll wide\" role"))
    #expect(page.contains("@page{size:A4 landscape;"))
  }

  @Test("people read a bound for a tiny probability, programs the number")
  func tinyProbability() throws {
    let document = Document(title: Samples.same("T"), blocks: [.table(Samples.wide)])
    for language in Language.allCases {
      let page = DocumentRendering.render(document, as: .html, language: language)
      #expect(page.contains("<td class=\"n\">&lt; 0.0001</td>"))
      let json = DocumentRendering.render(document, as: .json, language: language)
      let rows = JSONValue.parse(json)?["tables"]?["wide"]?["rows"]?.arrayValue
      #expect(rows?.first?["p"] == 0.000_02)
      let csv = DocumentRendering.render(document, as: .csv, language: language)
      #expect(csv.contains(",2e-05\r\n") && csv.hasSuffix(",0.25\r\n"))
    }
  }

  @Test("what a person wrote never becomes markup")
  func escaping() {
    let page = DocumentRendering.render(Samples.full, as: .html, language: .english)
    #expect(page.contains("Few pairs &amp; &lt;few&gt; items."))
    #expect(page.contains("All &lt;1&gt;"))
    #expect(HTMLText.escaped("\"'\u{1}\t") == "&quot;&#39;\u{FFFD}\t")
    #expect(HTMLText.id("a b", "ខ", "c_1") == "a-b---c_1")
  }

  @Test("each plot has a title, a description and its values in writing")
  func plots() {
    let page = DocumentRendering.render(Samples.full, as: .html, language: .english)
    #expect(page.contains("role=\"img\" aria-labelledby=\"plot-9-gains-title plot-9-gains-desc\""))
    #expect(page.contains("<title id=\"plot-9-gains-title\">Gain</title>"))
    #expect(page.contains("<desc id=\"plot-9-gains-desc\">Kampot gained 1.3.</desc>"))
    #expect(page.contains(">1.3 [−0.5, 3.0]</text>"))
    #expect(page.contains(">10 → 15</text>"))
    #expect(page.contains(">○ before</text>"))
    #expect(page.contains("<rect "))
    #expect(!page.contains("nan"))
  }

  @Test("a long name in a plot takes several lines, and its value one more where it must")
  func longNames() {
    let name = "The National School of Local Administration, first provincial training"
    let plot = Plot(
      id: "p", title: Samples.same("P"), summary: Samples.same("S"), axis: Samples.same("points"),
      content: .bars([
        Plot.Bar(label: Samples.same(name), value: -2),
        Plot.Bar(label: Samples.same("thirty-five letters in a single name"), value: -1),
      ]))
    let page = DocumentRendering.render(
      Document(title: Samples.same("T"), blocks: [.plot(plot)]), as: .html, language: .english)
    #expect(page.contains(">The National School of Local</text>"))
    #expect(!page.contains(">\(name)</text>"))
    #expect(page.contains("y=\"72.0\" text-anchor=\"start\">training</text>"))
    #expect(page.contains("y=\"72.0\" text-anchor=\"end\">−2.0</text>"))
    #expect(page.contains("y=\"122.0\" text-anchor=\"start\">thirty-five"))
    #expect(page.contains("y=\"146.0\" text-anchor=\"end\">−1.0</text>"))
  }

  @Test("a table without rows or columns is still a table")
  func emptyTable() {
    let table = Table(id: "t", caption: Samples.same("C"), columns: [])
    let page = DocumentRendering.render(
      Document(title: Samples.same("T"), blocks: [.table(table)]), as: .html, language: .english)
    #expect(page.contains("<tr><td colspan=\"1\">(no rows)</td></tr>"))
  }

  @Test("made-up data have a banner that paper repeats")
  func synthetic() {
    let page = DocumentRendering.render(Samples.synthetic, as: .html, language: .english)
    #expect(page.contains("<html lang=\"en\" class=\"synthetic\">"))
    #expect(page.contains("<header class=\"banner\"><p role=\"note\">SYNTHETIC DATA"))
    #expect(
      !DocumentRendering.render(Samples.full, as: .html, language: .english)
        .contains("SYNTHETIC"))
  }

  @Test("a missing half of a text is stood in for by the other")
  func missingHalf() {
    let document = Document(title: LocalizedText(en: "Only English", km: ""))
    #expect(
      DocumentRendering.render(document, as: .text, language: .khmer)
        == "Only English\n============\n")
  }

  @Test("the tables of a document are found in order")
  func tables() {
    #expect(Samples.full.tables.map(\.id) == ["groups"])
  }

  @Test("a number without a value is missing with its reason")
  func missingNumber() {
    #expect(
      Table.Cell.number(.infinity, digits: 1, orMissing: Samples.reason) == .missing(Samples.reason)
    )
    #expect(
      Table.Cell.number(2, digits: 1, orMissing: Samples.reason) == .number(2, digits: 1))
  }
}
