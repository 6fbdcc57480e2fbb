package import Text

/// A table read from CSV (RFC 4180), every row with the line it begins at.
package struct CSVTable: Sendable {
  /// The file it was read from.
  package let file: SourceFile
  /// The names of the columns, without spaces at their ends.
  package let header: [String]
  /// The rows below the header, each with as many cells as the header.
  package let rows: [Row]

  /// One row.
  package struct Row: Sendable {
    /// The line it begins at, counted from 1.
    package let line: Int
    /// The cells, without spaces at their ends.
    package let cells: [String]

    /// Creates a row.
    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// Reads a table; rows with the wrong number of cells are findings and left out, blank lines
  /// are passed over.
  ///
  /// Separators are commas, or semicolons where the header holds semicolons and no comma (what
  /// spreadsheets write under some locales).
  package init?(_ file: SourceFile, collector: DiagnosticCollector) {
    self.file = file
    let (records, openQuote) = Self.records(
      file.text, separator: CSVRows.separator(of: file.text.utf8))
    if let openQuote {
      collector.add(
        file.diagnostic(
          "open-quote", line: openQuote, SourceMessages.openQuote,
          remedy: SourceMessages.openQuoteRemedy))
      return nil
    }
    guard let first = records.first, first.cells.contains(where: { !$0.isEmpty }) else {
      collector.add(
        file.diagnostic(
          "empty-table", line: 1, SourceMessages.emptyTable,
          remedy: SourceMessages.emptyTableRemedy))
      return nil
    }
    header = first.cells
    var kept: [Row] = []
    for record in records.dropFirst() {
      guard record.cells.count == first.cells.count else {
        collector.add(
          file.diagnostic(
            "cell-count", line: record.line,
            SourceMessages.cellCount(record.cells.count, expected: first.cells.count),
            remedy: SourceMessages.cellCountRemedy))
        continue
      }
      kept.append(record)
    }
    rows = kept
  }

  private init(file: SourceFile, header: [String], rows: [Row]) {
    self.file = file
    self.header = header
    self.rows = rows
  }

  /// Returns the table without the columns at these indices; the lines stay what they are.
  package func without(columns: Set<Int>) -> CSVTable {
    func kept(_ cells: [String]) -> [String] {
      cells.indices.filter { !columns.contains($0) }.map { cells[$0] }
    }
    return CSVTable(
      file: file, header: kept(header),
      rows: rows.map { Row(line: $0.line, cells: kept($0.cells)) })
  }

  /// Returns the index of a column, ignoring the case of its name.
  package func column(_ name: String) -> Int? {
    header.firstIndex { $0.lowercased() == name.lowercased() }
  }

  private static func records(_ text: String, separator: UInt8) -> ([Row], openQuote: Int?) {
    var reader = CSVRows(Array(text.utf8), separator: separator)
    var records: [Row] = []
    while reader.next() { records.append(Row(line: reader.line, cells: reader.cells)) }
    return (records, reader.openQuote)
  }
}
