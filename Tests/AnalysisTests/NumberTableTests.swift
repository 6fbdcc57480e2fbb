import Source
import Testing
import Text

@testable import Analysis

@Suite("Tables of numbers")
struct NumberTableTests {
  private func read(
    _ text: String, _ kinds: [ColumnKind]
  ) -> (table: NumberTable?, findings: [Diagnostic]) {
    let collector = DiagnosticCollector()
    let file = TableFile(path: "t.csv", bytes: Array(text.utf8), collector: collector)
    return (file?.read(kinds, collector: collector), collector.diagnostics)
  }

  @Test("a mark, CR LF, quotes, spaces, empty cells and Khmer digits")
  func cells() throws {
    let (table, findings) = read(
      "\u{FEFF}id,place,q1,q2\r\n\"a\"\"1\",\"Koh, Kong\",១២,B\r\n\r\nb, Kep ,−1.5e1 ,\r\n"
        + "c,\"two\nlines\",NA,A\r\nd,Kep,,NA",
      [.id, .label, .number, .option])
    #expect(findings.isEmpty)
    let read = try #require(table)
    #expect(read.rowCount == 4)
    #expect(read.labels(0).texts == ["a\"1", "b", "c", "d"])
    #expect(read.labels(1).texts == ["Kep", "Koh, Kong", "two\nlines"])
    #expect(read.labels(1).codes == [1, 0, 2, 0])
    #expect(read.numbers(2).values == [-15, 12])
    #expect(read.numbers(2).codes == [2, 1, 0, 0])
    #expect(read.options(3).texts == ["A", "B"])
    #expect(read.options(3).codes == [2, 0, 1, 0])
    #expect(read.repeated(0) == nil)
  }

  @Test("semicolons come with decimal commas; 0.5 and 0,50 are one number")
  func semicolons() throws {
    let (table, _) = read("a;b\n0,5;1\n0,50;2\n", [.number, .skipped])
    #expect(try #require(table).numbers(0).values == [0.5])
  }

  @Test("every bad cell is a finding with its place, in one pass")
  func faults() {
    let (table, findings) = read("a,b\n1,x\n2\n3,4\"5\ninf,7\n", [.number, .number])
    #expect(table == nil)
    #expect(
      findings.map(\.code) == [
        "bad-number", "cell-count", "stray-quote", "bad-number", "bad-number",
      ])
    #expect(
      findings.map(\.location.line) == [2, 3, 4, 4, 5])
    #expect(findings[0].location.column == 3)
    #expect(findings[0].excerpt == "1,x")
    #expect(read("a\n", [.number]).findings.map(\.code) == ["no-rows"])
    #expect(read("", []).findings.map(\.code) == ["empty-table"])
    #expect(read("a,a\n1,2\n", [.number, .number]).findings.map(\.code) == ["column-twice"])
    #expect(read("a,b\n1,\"2\n", [.number, .number]).findings.contains { $0.code == "open-quote" })
  }

  @Test("a person's code that stands twice is found")
  func twice() throws {
    let (table, _) = read("id,a\nx,1\ny,2\nx,3\n", [.id, .number])
    let read = try #require(table)
    let found = try #require(read.repeated(0))
    #expect(found == (0, 2))
  }

  @Test("many different numbers are kept as numbers, whatever the pieces")
  func wide() throws {
    var text = "id,few,many,answer\n"
    for row in 0..<120_000 {
      text += "p\(row),\(row % 7),\(row % 1000).25,\"\(["A", "B", "C"][row % 3])\"\n"
    }
    let (table, findings) = read(text, [.id, .number, .number, .option])
    #expect(findings.isEmpty)
    let read = try #require(table)
    #expect(text.utf8.count > 2 << 20)
    #expect(read.rowCount == 120_000)
    #expect(read.numbers(1).isCompact)
    #expect(!read.numbers(2).isCompact)
    for row in stride(from: 0, to: 120_000, by: 997) {
      #expect(read.numbers(1)[row] == Double(row % 7))
      #expect(read.numbers(2)[row] == Double(row % 1000) + 0.25)
      #expect(read.options(3).codes[row] == UInt8(row % 3 + 1))
      #expect(read.labels(0).texts[Int(read.labels(0).codes[row])] == "p\(row)")
    }
  }

  @Test("two hundred and fifty-one answers are no options")
  func tooMany() {
    let text = "a\n" + (0...250).map { "t\($0)\n" }.joined()
    #expect(read(text, [.option]).findings.map(\.code) == ["too-many-answers"])
  }

  @Test("whatever the bytes, the reader ends with a table or with findings", arguments: 1...40)
  func anyBytes(_ seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let parts = [
      "1", "a", ",", ",", ";", "\"", "\n", "\n", "\r", " ", ".", "\u{17E1}", "-", "NA", "\u{0}",
    ]
    for _ in 0..<50 {
      var bytes: [UInt8] = chance.index(below: 3) == 0 ? [] : Array("x,y,z\n".utf8)
      for _ in 0..<chance.index(below: 60) {
        bytes +=
          chance.index(below: 40) == 0
          ? [UInt8(chance.index(below: 256))] : Array(parts[chance.index(below: parts.count)].utf8)
      }
      let collector = DiagnosticCollector()
      guard let file = TableFile(path: "t", bytes: bytes, collector: collector) else {
        #expect(collector.diagnostics.hasErrors)
        continue
      }
      let all: [ColumnKind] = [.number, .option, .label, .id, .skipped]
      let kinds = file.header.map { _ in all[chance.index(below: 5)] }
      let table = file.read(kinds, collector: collector)
      #expect((table == nil) == collector.diagnostics.hasErrors)
    }
  }

  @Test("blank lines and short rows take no memory, and too many columns are refused")
  func hostile() {
    let columns = (0..<3000).map { "c\($0)" }.joined(separator: ",")
    let blank = columns + "\n" + String(repeating: "\n", count: 2_000_000)
    #expect(
      read(blank, [ColumnKind](repeating: .number, count: 3000)).findings.map(\.code) == ["no-rows"]
    )
    let many = (0..<6000).map { "c\($0)" }.joined(separator: ",") + "\n1\n"
    #expect(read(many, []).findings.map(\.code) == ["too-many-columns"])
  }
}
