import Document
import Psychometrics
import Testing
import Text

@testable import Analysis

@Suite("Analysis of items from a table")
struct ItemsTests {
  private static let responses = """
    id,sex,q1,q2,q3
    a,F,A,B,C
    b,M,A,B,
    c,F,B,B,C
    d,M,A,C,D
    e,F,B,C,D
    f,M,A,B,C
    """
  private static let key = "item,key\nq1,A\nq2,B\nq3,C\n"

  @Test("with a key only its items count, and no answer scores zero")
  func keyed() throws {
    let result = try #require(try AnalysisBench.items(Self.responses, key: Self.key).result)
    let json = result.json(in: .english)
    #expect(json["n"]?.intValue == 6)
    #expect(json["missing"]?.stringValue == "zero")
    let items = try #require(json["items"]?.arrayValue)
    #expect(items.map { $0["id"]?.stringValue } == ["q1", "q2", "q3"])
    #expect(items[2]["difficulty"]?.doubleValue == 0.5)
    #expect(items[2]["omitted"]?["count"]?.intValue == 1)
    let options = try #require(items[1]["options"]?.arrayValue)
    #expect(options.map { $0["option"]?.stringValue } == ["B", "C"])
    #expect(options[0]["proportion"]?.doubleValue == 4.0 / 6)
    #expect(options[0]["key"]?.boolValue == true)
    #expect(options[0]["pointBiserial"]?.doubleValue == items[1]["discrimination"]?.doubleValue)
    #expect(
      Array(json.objectValue?.keys.prefix(5) ?? []) == ["n", "alpha", "sem", "missing", "items"])
  }

  @Test(
    "without a key cells are scores, people with a gap are left out, and columns can be ignored")
  func scores() throws {
    let text = "id,school,q1,q2\na,x,1,0\nb,y,0,0.5\nc,z,1,\nd,x,1,1\n"
    #expect(try AnalysisBench.items(text).codes.contains("bad-number"))
    let result = try #require(try AnalysisBench.items(text, ignored: ["school"]).result)
    let json = result.json(in: .english)
    #expect(json["missing"]?.stringValue == "listwise")
    #expect(json["n"]?.intValue == 3)
    #expect(json["leftOut"]?.intValue == 1)
    #expect(json["items"]?.arrayValue?[1]["difficulty"]?.doubleValue == 0.5)
    #expect(json["kr20"]?.isNull == true)
    #expect(json["reasons"]?["kr20"]?.stringValue?.isEmpty == false)
  }

  @Test("mistakes of the key and of the names are findings")
  func mistakes() throws {
    #expect(
      try AnalysisBench.items(Self.responses, key: "item,key\nq9,A\n").codes
        == ["key-without-column"])
    #expect(try AnalysisBench.items(Self.responses, key: "a,b\n1,2\n").codes == ["key-columns"])
    #expect(
      try AnalysisBench.items(Self.responses, key: "item,key\nq1,A\nq1,B\n").codes == ["key-twice"])
    #expect(
      try AnalysisBench.items(Self.responses, ignored: ["sexx"]).codes.contains("no-column"))
    #expect(try AnalysisBench.items("id,name\n1,2\n", ignored: ["name"]).codes == ["no-items"])
    let missing = DiagnosticCollector()
    #expect(ItemsRequest(path: "/no/such.csv").run(missing) == nil)
    #expect(missing.diagnostics.map(\.code) == ["unreadable"])
  }

  @Test("a keyed answer that nobody gave is said")
  func nobodyRight() throws {
    let result = try #require(
      try AnalysisBench.items(Self.responses, key: "item,key\nq1,a\nq2,B\n").result)
    #expect(result.notes.contains { $0.text.en.contains("Nobody gave the keyed answer of q1;") })
    #expect(result.statistics.items[0].difficulty.value == 0)
    #expect(result.statistics.items[0].options.map(\.text) == ["A", "B", "a"])
  }

  @Test("a wrong key is suspected")
  func suspect() throws {
    var text = "q1,q2,q3,q4\n"
    for row in 0..<60 {
      text += row < 30 ? "A,A,A,B\n" : row.isMultiple(of: 2) ? "B,B,B,A\n" : "B,B,A,A\n"
    }
    let key = "item,key\nq1,A\nq2,A\nq3,A\nq4,A\n"
    let result = try #require(try AnalysisBench.items(text, key: key).result)
    #expect(result.notes.contains { $0.text.en.contains("Check the key of q4") })
    #expect(result.document.tables.count == 2)
  }

  @Test(
    "degenerate tables give reasons and no NaN, in every form and language",
    arguments: [
      "q1,q2\n1,0\n", "q1\n1\n0\n", "q1,q2\n1,1\n1,1\n", "q1,q2\n0,0\n0,0\n", "q1,q2\n,\n,\n",
      "q1,q2\nNaN,1\n0,1\n", "q1,q2\n1,0\n0,1\n1,0\n", "q1,q2,q3\n1e99,0,1\n0,1,1\n1,1,0\n",
    ])
  func degenerate(_ text: String) throws {
    let result = try #require(try AnalysisBench.items(text).result)
    let json = result.json(in: .khmer)
    #expect(!AnalysisBench.hasNaN(json))
    for language in [Language.english, .khmer] {
      for format in DocumentFormat.allCases {
        let shown = DocumentRendering.render(result.document, as: format, language: language)
        #expect(!shown.lowercased().contains("nan"))
      }
    }
  }
}
