package import Source
package import Text

/// Reads names from tables: the columns `khmer-name`, `latin-name` and `phone`.
package enum RegisterReading {
  /// The columns that go into the register and never into a journal.
  package static let columns = ["khmer-name", "latin-name", "phone"]

  /// Returns the name of each row that has any, by its line, and the table without those columns.
  ///
  /// - Parameter table: A roster, or a table of codes and names.
  /// - Returns: `nil` for a table without such a column.
  package static func split(
    _ table: CSVTable
  ) -> (names: [Int: PersonName], rest: CSVTable)? {
    let places = columns.map { name in table.header.firstIndex { key($0) == name } }
    guard places.contains(where: { $0 != nil }) else { return nil }
    var names: [Int: PersonName] = [:]
    for row in table.rows {
      let cells = places.map { $0.map { Khmer.normalised(row.cells[$0]) } ?? "" }
      let name = PersonName(
        khmer: cells[0], latin: cells[1], phone: cells[2].isEmpty ? nil : cells[2])
      if !name.isEmpty || name.phone != nil { names[row.line] = name }
    }
    return (names, table.without(columns: Set(places.compactMap(\.self))))
  }

  /// Reads a table of codes and names.
  ///
  /// - Parameters:
  ///   - table: The table, with the column `code` and at least one of names.
  ///   - enrolled: The codes of the event; a code that is not among them is a finding.
  ///   - collector: Receives the findings, all of them.
  /// - Returns: The names by code; not to be used where there is an error.
  package static func names(
    _ table: CSVTable, enrolled: Set<String>, collector: DiagnosticCollector
  ) -> [String: PersonName] {
    guard let (names, _) = split(table), let code = table.column("code") else {
      collector.add(RegisterMessages.missingColumns(table.file))
      return [:]
    }
    var result: [String: PersonName] = [:]
    for name in table.header where key(name) != "code" && !columns.contains(key(name)) {
      collector.add(EventMessages.unknownColumn(table.file, name, known: ["code"] + columns))
    }
    for row in table.rows {
      switch LearnerCode.parse(row.cells[code]) {
      case .wrong(let reason):
        collector.add(
          EventMessages.badCode(table.file, line: row.line, row.cells[code], reason))
      case .code(let code):
        if !enrolled.contains(code) {
          collector.add(RegisterMessages.notEnrolled(table.file, line: row.line, code))
        } else if result[code] != nil {
          collector.add(EventMessages.enrolledTwice(table.file, line: row.line, code))
        } else if let name = names[row.line], !name.isEmpty {
          result[code] = name
        } else {
          collector.add(RegisterMessages.noName(table.file, line: row.line, code))
        }
      }
    }
    return result
  }

  /// A heading as columns are compared: `Khmer Name` and `khmer_name` are `khmer-name`.
  private static func key(_ heading: String) -> String {
    heading.lowercased().split { " _-".contains($0) }.joined(separator: "-")
  }
}
