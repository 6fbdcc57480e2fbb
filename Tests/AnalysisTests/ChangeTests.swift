import Document
import Testing
import Text

@testable import Analysis

@Suite("Analysis of change from a table")
struct ChangeTests {
  @Test("the keys of the contract, in their order, with groups crossed")
  func keys() throws {
    let text = """
      id,sex,province,pre,post
      1,F,Kep,3,5
      2,F,Kep,4,7
      3,F,Kep,2,4
      4,M,Kep,5,5
      5,M,Takeo,6,9
      6,F,Takeo,,4
      7,F,Kep,4,
      8,F,Kep,,
      """
    let result = try #require(
      try AnalysisBench.change(text) { request in
        request.by = ["province", "sex"]
      }.result)
    let json = result.json(in: .english)
    #expect(json["matched"]?.intValue == 5)
    #expect(json["unmatched"]?["preOnly"]?.intValue == 1)
    #expect(json["unmatched"]?["postOnly"]?.intValue == 1)
    #expect(json["unmatched"]?["neither"]?.intValue == 1)
    let groups = try #require(json["groups"]?.arrayValue)
    #expect(groups.count == 4)
    let first = groups[0]
    #expect(first["by"]?["province"]?.stringValue == "Kep")
    #expect(first["by"]?["sex"]?.stringValue == "F")
    #expect(
      Array(first.objectValue?.keys.prefix(15) ?? []) == [
        "by", "n", "meanPre", "meanPost", "gain", "interval", "t", "df", "p", "pAdjusted",
        "wilcoxonP", "hedgesG", "classGain", "classGainInterval", "bootstrapInterval",
      ])
    #expect(first["n"]?.intValue == 3)
    #expect(first["gain"]?.doubleValue == 7.0 / 3)
    // Three people, all up: 2/2³.
    #expect(first["wilcoxonP"]?.doubleValue == 0.25)
    #expect(first["interval"]?.arrayValue?.count == 2)
    #expect(groups[1]["t"]?.isNull == true)
    #expect(groups[1]["reasons"]?["t"]?.stringValue?.isEmpty == false)
    // Nobody of the third group is matched.
    #expect(groups[2]["n"]?.intValue == 0)
    #expect(json["overall"]?["n"]?.intValue == 5)
    #expect(json["maximum"]?.doubleValue == 9)
    #expect(!AnalysisBench.hasNaN(json))
  }

  @Test("the order of people and the names of groups change nothing", arguments: [3, 4])
  func order(_ seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    var rows: [(group: String, text: String)] = []
    for row in 0..<80 {
      let pre = chance.index(below: 20)
      let post = row.isMultiple(of: 7) ? "" : "\(pre + chance.index(below: 6))"
      rows.append((row.isMultiple(of: 3) ? "a" : "b", "\(pre),\(post)"))
    }
    func json(_ rows: [(group: String, text: String)], _ names: [String: String]) throws
      -> JSONValue
    {
      let text =
        "g,pre,post\n" + rows.map { "\(names[$0.group] ?? $0.group),\($0.text)\n" }.joined()
      let result = try AnalysisBench.change(text) { request in
        request.by = ["g"]
        request.draws = 300
      }.result
      return try #require(result).json(in: .english)
    }
    let plain = try json(rows, [:])
    let shuffled = try json(chance.shuffled(rows), [:])
    #expect(plain == shuffled)
    let renamed = try json(rows, ["a": "z"])
    let (first, second) = (plain["groups"]?.arrayValue?[0], renamed["groups"]?.arrayValue?[1])
    for key in ["gain", "t", "pAdjusted", "wilcoxonP", "hedgesG"] {
      #expect(second?[key] == first?[key] && first?[key]?.doubleValue != nil)
    }
    #expect(renamed["overall"] == plain["overall"])
  }

  @Test("clusters, forms, languages, cut score and reliability each have their part")
  func parts() throws {
    var text = "id,trainer,form,before,after,pre,post\n"
    for row in 0..<24 {
      let gain = row % 5 + (row.isMultiple(of: 2) ? 1 : 0)
      text +=
        "p\(row),t\(row % 4),\(row.isMultiple(of: 2) ? "AB" : "BA"),km,"
        + "\(row % 6 == 0 ? "en" : "km"),\(row % 9),\(row % 9 + gain)\n"
    }
    let result = try #require(
      try AnalysisBench.change(text) { request in
        request.cluster = "trainer"
        request.form = "form"
        request.languages = ("before", "after")
        request.cut = 6
        request.reliability = 0.8
        request.maximum = 20
      }.result)
    let json = result.json(in: .english)
    let group = try #require(json["groups"]?.arrayValue?.first)
    #expect(group["by"]?.objectValue?.keys == [])
    #expect(group["clustered"]?["clusters"]?.intValue == 4)
    #expect(group["cut"]?["before"]?.doubleValue == 6.0 / 24)
    #expect(group["reliableChange"]?["smallestChange"]?.doubleValue != nil)
    #expect(json["forms"]?.arrayValue?.count == 2)
    #expect(json["crossover"]?["formEffect"]?["estimate"]?.doubleValue != nil)
    #expect(json["languages"]?["switched"]?["n"]?.intValue == 4)
    #expect(json["languages"]?["same"]?["n"]?.intValue == 20)
    #expect(result.notes.contains { $0.text.en.contains("only 4 clusters") })
    #expect(json["maximumFrom"]?.stringValue == "given")
    for language in [Language.english, .khmer] {
      for format in DocumentFormat.allCases {
        let shown = DocumentRendering.render(result.document, as: format, language: language)
        #expect(!shown.lowercased().contains("nan"))
      }
    }
  }

  @Test("scores of 0 and 1 are an item: McNemar's test comes with them")
  func item() throws {
    let text = "pre,post\n" + (0..<8).map { _ in "0,1\n" }.joined() + "1,0\n1,1\n0,0\n"
    let result = try #require(try AnalysisBench.change(text).result)
    let group = result.json(in: .english)["groups"]?.arrayValue?.first
    #expect(((group?["mcnemar"]?["p"]?.doubleValue ?? 0) - 20.0 / 512).magnitude < 1e-12)
  }

  @Test("weaker people who left, and a ceiling, are warnings")
  func warnings() throws {
    var text = "pre,post\n"
    for row in 0..<30 { text += row < 10 ? "\(row % 3)," : "\(5 + row % 4),10"; text += "\n" }
    let result = try #require(try AnalysisBench.change(text).result)
    #expect(result.notes.contains { $0.text.en.contains("had done worse before") })
    #expect(result.notes.contains { $0.text.en.contains("highest score after") })
    #expect(result.notes.contains { $0.text.en.contains("only the score before") })
  }

  @Test("people who stand twice, columns that lack, and one column for two things are refused")
  func refused() throws {
    #expect(try AnalysisBench.change("id,pre,post\na,1,2\na,2,3\n").codes == ["id-twice"])
    #expect(try AnalysisBench.change("pre,after\n1,2\n").codes == ["no-column"])
    #expect(
      try AnalysisBench.change("pre,post\n1,2\n") { $0.post = "pre" }.codes == ["same-column"])
    #expect(
      try AnalysisBench.change("pre,post\n1,2\n") { $0.by = ["post"] }.codes == ["two-roles"])
    #expect(try AnalysisBench.change("pre,post\nx,2\n").codes == ["bad-number"])
    #expect(
      try AnalysisBench.change("pre,post\n1,12\n") { $0.maximum = 10 }.codes == ["score-beyond"])
  }

  @Test(
    "degenerate tables give reasons and no NaN",
    arguments: [
      "pre,post\n1,2\n", "pre,post\n,\n", "pre,post\n5,5\n5,5\n", "pre,post\n1,2\n2,3\n3,4\n",
      "pre,post\n10,10\n10,10\n10,10\n", "pre,post\nNaN,1\n2,3\n", "pre,post\n0,0\n0,0\n1,1\n",
      "pre,post\n-1,-2\n-3,-1\n-5,-5\n",
    ])
  func degenerate(_ text: String) throws {
    let result = try #require(
      try AnalysisBench.change(text) { request in
        request.cut = 3
        request.reliability = 0.5
      }.result)
    #expect(!AnalysisBench.hasNaN(result.json(in: .english)))
    for format in DocumentFormat.allCases {
      let shown = DocumentRendering.render(result.document, as: format, language: .khmer)
      #expect(!shown.lowercased().contains("nan"))
    }
  }
}
