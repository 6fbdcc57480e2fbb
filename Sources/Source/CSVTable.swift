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
  }

  /// Reads a table; rows with the wrong number of cells are findings and left out, blank lines
  /// are passed over.
  ///
  /// Separators are commas, or semicolons where the header holds semicolons and no comma (what
  /// spreadsheets write under some locales).
  package init?(_ file: SourceFile, collector: DiagnosticCollector) {
    self.file = file
    let firstLine = file.lines.first { !$0.isEmpty } ?? ""
    let separator: UInt8 =
      firstLine.contains(";") && !firstLine.contains(",")
      ? UInt8(ascii: ";") : UInt8(ascii: ",")
    let (records, openQuote) = Self.records(file.text, separator: separator)
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
    var records: [Row] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var line = 1
    var startLine = 1
    var quoteLine: Int?
    var isQuoted = false
    var bytes = text.utf8.makeIterator()
    var pending = bytes.next()

    func endCell() {
      let value = String(decoding: cell, as: UTF8.self)
      cells.append(isQuoted ? value : value.trimmingSpaces())
      cell.removeAll(keepingCapacity: true)
      isQuoted = false
    }
    func endRecord() {
      endCell()
      if cells.count > 1 || !(cells.first?.isEmpty ?? true) {
        records.append(Row(line: startLine, cells: cells))
      }
      cells = []
    }

    while let byte = pending {
      pending = bytes.next()
      if quoteLine != nil {
        if byte == UInt8(ascii: "\"") {
          if pending == UInt8(ascii: "\"") {
            cell.append(byte)
            pending = bytes.next()
          } else {
            quoteLine = nil
          }
        } else {
          if byte == 0x0A { line += 1 }
          cell.append(byte)
        }
      } else if byte == UInt8(ascii: "\""), cell.allSatisfy({ $0 == 0x20 }) {
        cell.removeAll(keepingCapacity: true)
        isQuoted = true
        quoteLine = line
      } else if byte == separator {
        endCell()
      } else if byte == 0x0A {
        endRecord()
        line += 1
        startLine = line
      } else {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !cells.isEmpty || isQuoted { endRecord() }
    return (records, quoteLine)
  }
}
