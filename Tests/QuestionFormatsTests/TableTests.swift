import Archive
import Assessment
import Source
import Testing
import Text

@testable import QuestionFormats

@Suite("Tables of questions")
struct TableTests {
  private func read(_ text: String) -> QuestionBank {
    QuestionFormats.read(
      QuestionInput(
        name: "bank.csv", files: [ArchiveEntry(path: "bank.csv", bytes: Array(text.utf8))]),
      format: .csv)
  }

  @Test(
    "Every kind comes back from a table in both languages, and in one",
    arguments: InteractionKind.allCases, [true, false])
  func roundTrip(_ kind: InteractionKind, isBilingual: Bool) {
    #expect(RoundTrip.check(.csv, kind, isBilingual: isBilingual) == 60)
    #expect(RoundTrip.check(.xlsx, kind, isBilingual: isBilingual) == 60)
  }

  @Test("A broken table is read without a trap, and every question is counted")
  func mutations() {
    RoundTrip.mutate(.csv, count: 300)
    RoundTrip.mutate(.xlsx, count: 100)
  }

  @Test("What stands in a column that is not read is named as lost, question by question")
  func unreadColumns() {
    let bank = read("question,A,B,answer,remark\nOne?,x,y,a,check this\nTwo?,x,y,b,\n")
    #expect(bank.items.count == 2 && bank.count == 2)
    #expect(bank.lost.map(\.what.en) == ["the column 'remark'"])
    #expect(bank.lost.map(\.item) == [bank.items[0].id])
  }

  @Test("A workbook offers the values of columns that have few")
  func choices() throws {
    let item = try #require(read("question,A,B,answer\nOne?,x,y,a\n").items.first)
    let written = QuestionFormats.write(
      [item], format: .xlsx, options: QuestionWritingOptions())
    let (entries, _) = ZipReading.entries(try #require(written.files.first).bytes, file: "q.xlsx")
    let sheet = try #require(entries.first { $0.path == "xl/worksheets/sheet1.xml" })
    let text = String(decoding: sheet.bytes, as: UTF8.self)
    #expect(text.contains("<formula1>\"draft,piloted,operational,retired\"</formula1>"))
    #expect(text.contains("sqref=\"B2:B1048576\""))
  }

  @Test("A question, its options and a letter are enough")
  func minimal() throws {
    let bank = read(
      "question,A,B,C,D,answer\r\nTwo and two?,3,4,5,6,B\r\n\"Even, of these?\",1,2,3,4,\"b,d\"\r\n"
    )
    #expect(bank.findings.isEmpty)
    #expect(bank.items.map(\.interaction.kind) == [.singleChoice, .multipleChoice])
    #expect(bank.items.map(\.id) == ["q-1", "q-2"])
    #expect(bank.items[0].interaction.options.map(\.text.en) == ["3", "4", "5", "6"])
    guard case .choice(let choice) = bank.items[1].interaction else { throw Unexpected() }
    #expect(choice.correctIDs == ["b", "d"] && bank.items[1].stem.en == "Even, of these?")
  }

  @Test("A Khmer header, semicolons, Khmer letters and digits are read")
  func khmer() throws {
    let bank = read(
      "សំណួរ;ជម្រើស ១;ជម្រើស ២;ជម្រើស ៣;ចម្លើយ;ពិន្ទុ;យោបល់ត្រឡប់\nពីរបូកពីរ?;បី;បួន;ប្រាំ;ខ;២;ល្អ\nមួយណា?;ក១;ក២;ក៣;ក,គ;;\n")
    #expect(bank.findings.isEmpty && bank.items.count == 2)
    let item = bank.items[0]
    #expect(item.stem == LocalizedText(en: "", km: "ពីរបូកពីរ?") && item.points == 2)
    #expect(item.feedback.km == "ល្អ")
    guard case .choice(let first) = item.interaction,
      case .choice(let second) = bank.items[1].interaction
    else { throw Unexpected() }
    #expect(first.correctIDs == ["b"] && second.correctIDs == ["a", "c"] && second.isMultiple)
  }

  @Test("A missing kind is told by the answer")
  func kinds() {
    let bank = read(
      "question\tanswer\nA?\t12 +- 0.5\nB?\ttrue\nគ?\tខុស\nD?\tPhnom Penh; ភ្នំពេញ\nE?\t\n")
    #expect(bank.items.map(\.interaction.kind) == [.numeric, .trueFalse, .trueFalse, .shortText])
    #expect(bank.count == 5 && bank.lost.count == 1)
    #expect(bank.findings.map(\.code) == ["no-answer"])
    #expect(bank.findings.first?.location.line == 6)
    #expect(bank.findings.first?.message.en.hasPrefix("Cell B6:") == true)
  }

  @Test("Mistakes name the row and the column, all in one pass")
  func mistakes() {
    let bank = read(
      """
      id,kind,question,option 1,option 2,answer,cognitve,points,weights
      a,single-choice,One?,x,y,c,,,
      b,single-choise,Two?,x,y,a,,,
      c,,Three?,x,y,a,,-1,
      d,,"Four
      lines?",x,y,a,,,200
      e,,,x,y,a,,,
      f,,Six?,x,y,a,,,,extra
      a,,Seven?,x,y,a
      g,matching,Eight?,x,y,,,,
      h,blanks,Nine [[a]]?,[[a]] ~ x,[[b]] ~ y,,,,
      """)
    #expect(bank.items.isEmpty && bank.count == 9)
    #expect(
      bank.findings.map { "\($0.location.line) \($0.code)" } == [
        "1 unknown-column", "2 bad-answer", "3 unknown-value", "4 bad-value", "5 bad-weight",
        "7 no-text", "8 cell-count", "9 duplicate-id", "10 bad-pair", "11 blanks-differ",
      ])
    #expect(bank.findings[0].message.en.contains("'cognitive'"))
    #expect(bank.findings[2].message.en.contains("Cell B3") && bank.findings[2].severity == .error)
  }

  @Test("A table without questions, and a quotation mark left open, are findings")
  func noTable() {
    #expect(read("").findings.map(\.code) == ["no-table"])
    #expect(read("name,age\nx,3\n").findings.map(\.code) == ["no-table"])
    #expect(read("question,answer\n\"open,true\n").findings.map(\.code).contains("open-quote"))
  }

  @Test("Units, tables of scores and the marks of pairs keep their signs")
  func marks() throws {
    var item = Item(
      id: "n", outcome: Located("", at: SourceLocation(file: "")), cognitive: nil,
      stem: LocalizedText(en: "How long?", km: "វែងប៉ុន្មាន?"),
      interaction: .numeric(
        NumericInteraction(
          answers: [.init(value: 1.5, tolerance: 0)],
          units: [.init(symbol: "m", factor: 1), .init(symbol: "c;m", factor: 0.01)])))
    item.rubric = Located("r-1", at: SourceLocation(file: ""))
    var order = item
    order.id = "o"
    order.interaction = .text(TextInteraction(accepted: ["x;y", "z"]))
    order.scoring = Scoring(.table, table: ["x;y": 1, "z\\": 0.5])
    let written = CSVCodec.write([item, order], QuestionWritingOptions())
    let bank = QuestionFormats.read(
      QuestionInput(name: "b", files: written.files), format: .csv)
    try #require(bank.items.count == 2, "\(bank.findings)")
    #expect(bank.items[0].interaction == item.interaction && bank.items[0].rubric?.value == "r-1")
    #expect(bank.items[1].scoring == order.scoring)
    #expect(TableMarks.pair(#"a \=> b\\ => c => d"#)?.left == #"a => b\"#)
    #expect(TableMarks.pair(#"a \=> b\\ => c => d"#)?.right == "c => d")
    #expect(written.files[0].bytes.prefix(8) == Array("id,kind,".utf8)[...])
  }

  struct Unexpected: Error {}
}
