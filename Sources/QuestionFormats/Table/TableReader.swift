import Assessment
import Source
import Text

/// Makes items out of the rows of a table.
enum TableReader {
  /// Adds the questions of a table to a bank, which counts each of them as an item or as lost.
  static func read(_ table: QuestionTable, into bank: inout QuestionBank) {
    let columns = TableColumns(header: table.header.cells)
    guard columns.isRecognised else {
      bank.findings.append(noTable(table.location(table.header)))
      return
    }
    head(table, columns, &bank)
    var ids = TableIDs(bank.items)
    let names = ids.reserve(
      table.rows.map { row in
        columns.fields[.id].flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
      })
    for (index, row) in table.rows.enumerated() {
      var reader = TableRowReader(row: row, table: table, columns: columns)
      let item = reader.item()
      bank.findings += reader.findings
      let location = table.location(row)
      guard var item else {
        bank.lost.append(
          QuestionLoss(
            item: names[index]?.id ?? "\(row.number)", what: FormatMessages.unreadable,
            isWhole: true, location: location))
        continue
      }
      item.id = names[index]?.id ?? ids.next(item.title.en, number: row.number)
      if names[index]?.isTwin == true {
        bank.findings.append(FormatMessages.duplicate(item))
        bank.lost.append(
          QuestionLoss(
            item: item.id, what: FormatMessages.twin, isWhole: true, location: location))
        continue
      }
      bank.items.append(item)
      bank.lost += unread(row, columns, table, item)
    }
  }

  /// What a question says in columns that are not read.
  private static func unread(
    _ row: QuestionTable.Row, _ columns: TableColumns, _ table: QuestionTable, _ item: Item
  ) -> [QuestionLoss] {
    (columns.unknown + columns.twice)
      .filter { $0 < row.cells.count && !row.cells[$0].isEmpty }
      .map { index in
        QuestionLoss(
          item: item.id, what: TableMessages.column(table.header.cells[index]),
          location: table.location(row))
      }
  }

  static func noTable(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "no-table", at: location, TableMessages.noTable, remedy: TableMessages.noTableRemedy)
  }

  /// What is wrong with the header.
  private static func head(
    _ table: QuestionTable, _ columns: TableColumns, _ bank: inout QuestionBank
  ) {
    let location = table.location(table.header)
    for index in columns.unknown + columns.twice {
      let name = table.header.cells[index]
      let cell = "\(CellName.letters(index))\(table.header.number)"
      let isTwice = columns.twice.contains(index)
      // A name is short; a page of text in a header is not worth a comparison.
      let nearest =
        name.utf8.count > 60
        ? nil : Suggestion.nearest(to: name.lowercased(), in: TableColumns.names)
      bank.findings.append(
        Diagnostic(
          isTwice ? "column-twice" : "unknown-column", .warning, at: location,
          TableMessages.at(
            cell,
            isTwice ? TableMessages.twice(name) : TableMessages.unknownColumn(name, nearest)),
          remedy: TableMessages.remedy))
    }
  }
}

/// The ids of the rows: those that the table states, and new ones for the others.
private struct TableIDs {
  struct Name {
    var id: String
    var isTwin: Bool
  }

  private var naming = ItemNaming()
  private var seen: Set<String>

  init(_ items: [Item]) {
    seen = []
    for item in items {
      seen.insert(item.id)
      _ = naming.id(for: item.id, number: 0)
    }
  }

  /// Takes the stated ids first, so that no new one meets them.
  mutating func reserve(_ stated: [String]) -> [Name?] {
    stated.enumerated().map { index, name in
      guard !name.isEmpty else { return nil }
      if !seen.insert(name).inserted { return Name(id: name, isTwin: true) }
      return Name(id: naming.id(for: name, number: index + 1), isTwin: false)
    }
  }

  mutating func next(_ title: String, number: Int) -> String {
    naming.id(for: title, number: max(1, number - 1))
  }
}
