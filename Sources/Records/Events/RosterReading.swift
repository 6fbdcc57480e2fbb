import Source
import Text

/// Reads the rows of a roster.
struct RosterReading {
  let table: CSVTable
  let collector: DiagnosticCollector

  func persons() -> [Roster.Person] {
    guard columnsAreKnown() else { return [] }
    if table.rows.isEmpty { collector.add(EventMessages.noRows(table.file)) }
    let code = table.column("code")
    let reading = PersonReading(table: table, collector: collector)
    return table.rows.map { row in
      var person = Roster.Person(line: row.line)
      if let code, !row.cells[code].isEmpty {
        switch LearnerCode.parse(row.cells[code]) {
        case .code(let code): person.code = code
        case .wrong(let reason):
          collector.add(
            EventMessages.badCode(table.file, line: row.line, row.cells[code], reason))
        }
      }
      person.attributes = reading.attributes(row)
      return person
    }
  }

  private func columnsAreKnown() -> Bool {
    var areKnown = true
    for (place, name) in table.header.enumerated() {
      if Roster.namesPeople(name) {
        collector.add(EventMessages.namesNotStored(table.file, column: name))
        areKnown = false
      } else if !Roster.columns.contains(name.lowercased()) {
        collector.add(
          EventMessages.unknownColumn(
            table.file, name, known: Roster.columns + RegisterReading.columns))
        areKnown = false
      } else if table.header[..<place].contains(where: { $0.lowercased() == name.lowercased() }) {
        collector.add(EventMessages.columnTwice(table.file, name))
        areKnown = false
      }
    }
    return areKnown
  }
}
