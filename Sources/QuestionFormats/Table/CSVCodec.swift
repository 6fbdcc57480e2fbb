import Archive
import Assessment
import Source
import Text

/// A table of questions as comma-separated values (RFC 4180).
///
/// The columns are those of `docs/format-tables.md`. Written are UTF-8 without a byte-order mark,
/// commas and CRLF; read are semicolons and tabs as well.
enum CSVCodec: QuestionCodec {
  static func read(_ input: QuestionInput) -> QuestionBank {
    let collector = DiagnosticCollector()
    var bank = QuestionBank()
    for file in input.files {
      guard
        let source = SourceFile.exchanged(
          path: file.path, bytes: file.bytes, collector: collector)
      else { continue }
      let (rows, openQuote) = DelimitedText.rows(source.text)
      if let openQuote {
        bank.findings.append(
          Diagnostic(
            "open-quote", at: source.location(openQuote), TableMessages.openQuote,
            remedy: TableMessages.openQuoteRemedy))
      }
      guard let table = QuestionTable(file: file.path, isWorkbook: false, rows: rows) else {
        bank.findings.append(TableReader.noTable(source.location(1)))
        continue
      }
      TableReader.read(table, into: &bank)
    }
    bank.count = bank.items.count + bank.lost.count(where: \.isWhole)
    bank.findings = (collector.diagnostics + bank.findings).inReadingOrder
    return bank
  }

  static func write(_ items: [Item], _ options: QuestionWritingOptions) -> WrittenQuestions {
    let (rows, lost) = TableWriter.rows(items)
    return WrittenQuestions(
      files: [ArchiveEntry(path: "\(options.name).csv", bytes: DelimitedText.text(rows))],
      written: items.count - lost.count, lost: lost)
  }
}
