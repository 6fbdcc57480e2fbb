import Testing
import Text

@testable import Source

@Suite("Tables from CSV")
struct CSVTableTests {
  static func read(_ text: String) -> (table: CSVTable?, findings: [Diagnostic]) {
    let collector = DiagnosticCollector()
    let bytes = Array(text.utf8)
    let table = SourceFile(path: "t.csv", bytes: bytes, collector: collector)
      .flatMap { CSVTable($0, collector: collector) }
    return (table, collector.diagnostics)
  }

  @Test("Cells, quotes, doubled quotes and line breaks within a cell")
  func quotes() {
    let (table, findings) = Self.read(
      "code,answer,note\nឃ១,\"a,b\",\"say \"\"yes\"\"\"\n2,\"two\nlines\", plain \n3,,\"\"\n")
    #expect(findings.isEmpty)
    #expect(table?.header == ["code", "answer", "note"])
    #expect(
      table?.rows.map(\.cells) == [
        ["ឃ១", "a,b", "say \"yes\""], ["2", "two\nlines", "plain"], ["3", "", ""],
      ])
    #expect(table?.rows.map(\.line) == [2, 3, 5])
  }

  @Test(
    "Line ends, byte-order mark and blank lines do not matter",
    arguments: [
      "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "\u{FEFF}a,b\n1,2\n\n3,4",
      "\n\na,b\n1,2\n\n\n3,4\n\n", " a , b \n 1,2 \n3\t,4", "a;b\n1;2\n3;4\n",
      "\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"",
    ])
  func same(_ text: String) {
    let (table, findings) = Self.read(text)
    #expect(findings.isEmpty)
    #expect(table?.header == ["a", "b"])
    #expect(table?.rows.map(\.cells) == [["1", "2"], ["3", "4"]])
  }

  @Test("Semicolons separate only where the header has no comma")
  func semicolons() {
    #expect(Self.read("a;b\n\"1;2\";3,5\n").table?.rows.first?.cells == ["1;2", "3,5"])
    #expect(Self.read("a,b;c\n1,2;3\n").table?.rows.first?.cells == ["1", "2;3"])
    #expect(Self.read("a\n1;2\n").table?.rows.first?.cells == ["1;2"])
  }

  @Test("Columns are found whatever the case of their name")
  func columns() {
    let table = Self.read("Code,លេខកូដ\n1,2\n").table
    #expect(table?.column("CODE") == 0 && table?.column("លេខកូដ") == 1)
    #expect(table?.column("other") == nil)
    #expect(table?.file.path == "t.csv")
  }

  @Test("A row with too few or too many cells is named and left out")
  func cellCount() {
    let (table, findings) = Self.read("a,b\n1\n1,2,3\n\"x\ny\",2\n4,5,\n6,7\n")
    #expect(table?.rows.map(\.cells) == [["x\ny", "2"], ["6", "7"]])
    #expect(findings.map(brief) == ["cell-count 2:0", "cell-count 3:0", "cell-count 6:0"])
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test(
    "What is no table is one finding",
    arguments: [
      ("", "empty-table 1:0"), ("\n\n", "empty-table 1:0"), (",,\n", "empty-table 1:0"),
      ("a,b\n1,\"open\n2,3\n", "open-quote 2:0"), ("\"", "open-quote 1:0"),
      ("a\n\"x\"\"\n\n", "open-quote 2:0"),
    ])
  func none(_ text: String, _ finding: String) {
    let (table, findings) = Self.read(text)
    #expect(table == nil)
    #expect(findings.map(brief) == [finding])
    #expect(findings.allSatisfy { $0.message.isComplete && $0.remedy.isComplete })
  }

  @Test("A quotation mark within a cell belongs to it; text after a closing one is kept")
  func inner() {
    #expect(Self.read("a,b\n5\" pipe,x\n").table?.rows.first?.cells == ["5\" pipe", "x"])
    #expect(Self.read("a,b\n\"one\"two,x\n").table?.rows.first?.cells == ["onetwo", "x"])
    #expect(Self.read("a,b\n  \"kept \",x\n").table?.rows.first?.cells == ["kept ", "x"])
  }
}
