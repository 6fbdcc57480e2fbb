import Assessment
import Source
import Text

/// Reads one column of the table that Moodle's gradebook exports: totals without answers.
struct MoodleGrades {
  let file: SourceFile
  let hints: ResultsHints
  let collector: DiagnosticCollector

  /// A total of a person.
  struct Total {
    var line: Int
    var persons: [String]
    var score: Double
    var maximum: Double
  }

  private static let exported = "last downloaded from this course"
  private static let describing = [
    "first name", "last name", "surname", "name", "full name", "institution", "department",
    exported,
  ]

  /// Whether a header is one of this table.
  static func recognises(_ header: [String]) -> Bool {
    let names = header.map { $0.lowercased() }
    return names.contains(exported)
      || (names.contains { isGrade($0) && $0.hasSuffix(")") }
        && names.contains { ForeignTable.identityColumns.contains($0) })
  }

  private static func isGrade(_ name: String) -> Bool {
    name.hasSuffix("(real)") || name.hasSuffix("(percentage)")
  }

  /// Returns the totals; findings where the column or its scale is not clear.
  func read() -> (rows: Int, totals: [Total], passedOver: PassedOverCount) {
    var passedOver = PassedOverCount()
    guard let table = ForeignTable(file, collector: collector) else { return (0, [], passedOver) }
    guard let column = column(table) else { return (table.rows.count, [], passedOver) }
    let isPercentage = table.header[column].lowercased().hasSuffix("(percentage)")
    guard let maximum = isPercentage ? 100 : hints.maximum else {
      collector.add(SystemMessages.noMaximum(file, column: table.header[column]))
      return (table.rows.count, [], passedOver)
    }
    let persons = table.columns(ForeignTable.identityColumns)
    var totals: [Total] = []
    for row in table.rows {
      guard row.cells.count == table.header.count else {
        collector.add(
          CSVRows.cellCountFinding(
            file, found: row.cells.count, expected: table.header.count
          ).moved(to: row.line, excerpt: file.line(row.line)))
        continue
      }
      let cell = row.cells[column]
      if cell.isEmpty || cell == "-" {
        passedOver.add(SystemMessages.noGrade)
        continue
      }
      let text = isPercentage && cell.hasSuffix("%") ? String(cell.dropLast()) : cell
      guard let score = Response.number(text), score >= 0, score <= maximum else {
        collector.add(
          SystemMessages.badGrade(file, line: row.line, cell, maximum: maximum))
        continue
      }
      totals.append(
        Total(
          line: row.line, persons: persons.map { row.cells[$0] }, score: score, maximum: maximum))
    }
    return (table.rows.count, totals, passedOver)
  }

  /// The column that is meant.
  private func column(_ table: ForeignTable) -> Int? {
    let grades = table.header.indices.filter { column in
      let name = table.header[column].lowercased()
      return !Self.describing.contains(name) && !ForeignTable.identityColumns.contains(name)
        && !name.hasSuffix("(feedback)") && !name.hasSuffix("(letter)")
        && !name.hasPrefix("course total") && !name.hasPrefix("feedback:")
    }
    if let wanted = hints.column {
      if let found = table.header.firstIndex(where: { $0.lowercased() == wanted.lowercased() }) {
        return found
      }
      collector.add(
        SystemMessages.noColumn(file, wanted, known: grades.map { table.header[$0] }))
      return nil
    }
    guard grades.count == 1 else {
      collector.add(SystemMessages.whichColumn(file, grades.map { table.header[$0] }))
      return nil
    }
    return grades.first
  }
}

extension Diagnostic {
  /// The finding at another line.
  func moved(to line: Int, excerpt: String) -> Diagnostic {
    var finding = self
    finding.location.line = line
    finding.excerpt = excerpt
    return finding
  }
}
