import Assessment
import Source
import Text

/// Where an import's table has what: long or wide, and which column is which.
struct ImportLayout {
  /// The columns that say which attempt a row belongs to; `event` may be empty for practice.
  static let keyColumns = ["code", "event", "occasion", "form"]
  /// The columns of a long table.
  static let answerColumns = ["item", "answer"]
  /// The columns that say more of an attempt.
  static let attemptColumns = [
    "attempt", "language", "mode", "started", "submitted", "accommodation", "seconds",
  ]
  /// The columns of a long table that say what an answer won; never read, as answers are scored
  /// anew.
  static let outcomeColumns = ["paper", "score", "maximum", "state", "key"]

  let table: CSVTable
  /// The columns of items in a wide table; empty for a long one.
  private(set) var items: [(column: Int, item: String)] = []
  let isLong: Bool
  private let columns: [String: Int]

  /// Reads the header; `nil` after findings.
  init?(_ table: CSVTable, forms: [TestForm], collector: DiagnosticCollector) {
    self.table = table
    columns = Dictionary(
      table.header.enumerated().map { ($0.element.lowercased(), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    isLong = Self.answerColumns.contains { table.column($0) != nil }
    let known =
      Self.keyColumns + (isLong ? Self.answerColumns + Self.outcomeColumns : [])
      + Self.attemptColumns
      + PersonAttributes.names
    let itemIDs = Set(forms.flatMap { $0.items.map(\.id) })
    var findings: [Diagnostic] = []
    for name in Self.keyColumns + (isLong ? Self.answerColumns : [])
    where table.column(name) == nil {
      findings.append(ImportMessages.missingColumn(table.file, name))
    }
    for (column, name) in table.header.enumerated() {
      let lowered = name.lowercased()
      if table.header[..<column].contains(where: { $0.lowercased() == lowered }) {
        findings.append(EventMessages.columnTwice(table.file, name))
      } else if known.contains(lowered) {
        continue
      } else if !isLong, itemIDs.contains(lowered) {
        items.append((column, lowered))
      } else {
        let choices = isLong ? known : known + itemIDs.sorted()
        findings.append(ImportMessages.unknownColumn(table.file, name, known: choices))
      }
    }
    if !isLong, items.isEmpty, findings.isEmpty {
      findings.append(ImportMessages.noItems(table.file))
    }
    collector.add(contentsOf: findings)
    if findings.hasErrors { return nil }
  }

  /// Returns the cell of a row in a named column, or an empty text where there is no such column.
  func cell(_ name: String, _ row: CSVTable.Row) -> String {
    columns[name].map { row.cells[$0] } ?? ""
  }

  /// Returns the items of a row with what was answered.
  func answers(_ row: CSVTable.Row) -> [(item: String, answer: String)] {
    isLong
      ? [(cell("item", row), cell("answer", row))]
      : items.map { ($0.item, row.cells[$0.column]) }
  }
}
