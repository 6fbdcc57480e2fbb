import Archive
import Assessment
import Text

/// A table of questions as an Office Open XML workbook.
enum XLSXCodec: QuestionCodec {
  static func read(_ input: QuestionInput) -> QuestionBank {
    var bank = QuestionBank()
    for file in input.files {
      let (sheets, findings) = WorkbookReader.sheets(file.bytes, file: file.path)
      bank.findings += findings
      if findings.hasErrors { continue }
      let tables = sheets.compactMap {
        QuestionTable(file: file.path, isWorkbook: true, rows: $0)
      }
      if let table = tables.first(where: { TableColumns(header: $0.header.cells).isRecognised }) {
        TableReader.read(table, into: &bank)
      } else {
        bank.findings.append(TableReader.noTable(SourceLocation(file: file.path)))
      }
    }
    bank.count = bank.items.count + bank.lost.count(where: \.isWhole)
    return bank
  }

  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions {
    let (rows, lost) = TableWriter.rows(items)
    guard let bytes = try? WorkbookWriter.workbook(rows) else {
      return WrittenQuestions(files: [], written: 0, lost: items.map { $0.wholeLoss() })
    }
    return WrittenQuestions(
      files: [ArchiveEntry(path: "\(options.name).xlsx", bytes: bytes)],
      written: items.count - lost.count, lost: lost)
  }
}
