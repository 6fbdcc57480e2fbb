import Testing
import Text

@testable import Document

@Suite("Documents as CSV")
struct CSVTests {
  private func render(
    _ tables: [Table], language: Language = .english,
    options: RenderingOptions = RenderingOptions(), isSynthetic: Bool = false
  ) -> String {
    DocumentRendering.render(
      Document(
        title: Samples.same("T"), blocks: tables.map { .table($0) }, isSynthetic: isSynthetic),
      as: .csv, language: language, options: options)
  }

  @Test("one table stands as it is, numbers in full and reasons in a column")
  func oneTable() {
    #expect(
      render([Samples.table])
        == "province,n,gain,interval_low,interval_high,reasons\r\n"
        + "Kampot,12,1.25,-0.5,3.0,\r\n"
        + "Siem Reap,1,,,,gain: fewer than two pairs; interval: fewer than two pairs\r\n")
  }

  @Test("several tables share one rectangle, and one of them can be asked for")
  func severalTables() {
    let second = Table(
      id: "items", caption: Samples.same("I"),
      columns: [
        Table.Column("item", Samples.same("Item")), Table.Column("n", Samples.same("n"), .number),
      ],
      rows: [[.text("q1"), .integer(3)]])
    var first = Samples.table
    first.rows.removeLast()
    #expect(
      render([first, second])
        == "table,province,n,gain,interval_low,interval_high,item\r\n"
        + "groups,Kampot,12,1.25,-0.5,3.0,\r\nitems,,3,,,,q1\r\n")
    #expect(
      render([first, second], options: RenderingOptions(table: "items"))
        == "item,n\r\nq1,3\r\n")
    #expect(render([first], options: RenderingOptions(table: "none")) == "")
  }

  @Test("made-up data are marked in every row")
  func synthetic() {
    var table = Samples.table
    table.rows.removeLast()
    #expect(render([table], isSynthetic: true).hasSuffix("3.0,true\r\n"))
    #expect(render([table], isSynthetic: true).contains("interval_high,synthetic\r\n"))
  }

  @Test("Excel gets its byte order mark, nobody else")
  func byteOrderMark() {
    let marked = render([Samples.table], options: RenderingOptions(hasByteOrderMark: true))
    #expect(Array(marked.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(Array(render([Samples.table]).utf8.prefix(1)) == Array("p".utf8))
  }

  @Test(
    "fields are quoted where they must be",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("cr\r\nlf", "\"cr\r\nlf\""), (" edge", "\" edge\""),
      ("ខ្មែរ", "ខ្មែរ"),
    ])
  func quoting(_ field: String, _ expected: String) {
    #expect(CSVRendering.quoted(field) == expected)
  }

  @Test(
    "no text becomes a formula",
    arguments: [
      ("=1+1", "'=1+1"), ("+855", "'+855"), ("-x", "'-x"), ("@sum", "'@sum"), ("\tx", "'\tx"),
      ("-", "-"), ("a=b", "a=b"), ("", ""),
    ])
  func formulas(_ text: String, _ expected: String) {
    #expect(CSVRendering.guarded(text) == expected)
  }

  @Test("a negative number stays a number, and what is none is empty")
  func numbers() {
    let table = Table(
      id: "t", caption: Samples.same("C"),
      columns: [
        Table.Column("a", Samples.same("A"), .number),
        Table.Column("b", Samples.same("B"), .number), Table.Column("c", Samples.same("C")),
      ],
      rows: [[.number(-1.5, digits: 0), .number(.nan, digits: 1), .empty]])
    #expect(render([table]) == "a,b,c\r\n-1.5,,\r\n")
  }

  @Test("texts follow the language, keys do not")
  func language() {
    let text = render([Samples.table], language: .khmer)
    #expect(text.hasPrefix("province,n,gain"))
    #expect(text.contains("សៀមរាប,1,,,,gain: មានតិចជាងពីរគូ"))
  }
}
