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
      let lowered = name.lowercased().split { " _-".contains($0) }.joined(separator: " ")
      if Roster.namingColumns.contains(lowered) {
        collector.add(EventMessages.namesNotStored(table.file, column: name))
        areKnown = false
      } else if !Roster.columns.contains(name.lowercased()) {
        collector.add(
          EventMessages.unknownColumn(table.file, name, known: Roster.columns))
        areKnown = false
      } else if table.header[..<place].contains(where: { $0.lowercased() == name.lowercased() }) {
        collector.add(EventMessages.columnTwice(table.file, name))
        areKnown = false
      }
    }
    return areKnown
  }
}

/// Reads what a row says about a person, and compares it with what is known.
struct PersonReading {
  private let file: SourceFile
  private let collector: DiagnosticCollector
  private let columns: [(name: String, column: Int)]

  init(table: CSVTable, collector: DiagnosticCollector) {
    file = table.file
    self.collector = collector
    columns = PersonAttributes.names.compactMap { name in
      table.column(name).map { (name, $0) }
    }
  }

  /// Returns the attributes of a row, with an empty code; an unknown sex is a finding.
  func attributes(_ row: CSVTable.Row) -> PersonAttributes {
    attributes(line: row.line) { row.cells[$0] }
  }

  /// Returns the attributes of a row whose cells are asked for one by one.
  func attributes(line: Int, _ text: (Int) -> String) -> PersonAttributes {
    var attributes = PersonAttributes(code: "")
    for (name, column) in columns {
      let typed = text(column)
      if typed.isEmpty { continue }
      let cell = Khmer.normalised(typed)
      switch name {
      case "sex":
        attributes.sex = Self.sex(cell)
        if attributes.sex == nil {
          collector.add(EventMessages.unknownSex(file, line: line, cell))
        }
      case "province": attributes.province = Self.province(cell)
      default: attributes[name] = cell
      }
    }
    return attributes
  }

  /// Returns a finding for each attribute that contradicts what is known; what is known stays.
  static func contradictions(
    _ attributes: PersonAttributes, with known: PersonAttributes?, file: SourceFile, line: Int
  ) -> [Diagnostic] {
    PersonAttributes.names.compactMap { name in
      guard let said = attributes[name], let before = known?[name], said != before else {
        return nil
      }
      return EventMessages.contradiction(
        file, line: line, code: attributes.code, name: name, said: said, before: before)
    }
  }

  /// Returns the attributes that were not known before, or `nil` where there are none.
  static func news(
    _ attributes: PersonAttributes, beyond known: PersonAttributes?
  ) -> PersonAttributes? {
    var news = attributes
    for name in PersonAttributes.names where known?[name] != nil { news[name] = nil }
    return news.isEmpty ? nil : news
  }

  private static func sex(_ text: String) -> String? {
    switch text.lowercased() {
    case "f", "female", "woman", "ស", "ស្រី": "female"
    case "m", "male", "man", "ប", "ប្រុស": "male"
    case "o", "x", "other", "ផ្សេង", "ផ្សេងៗ": "other"
    default: nil
    }
  }

  /// A Latin name becomes an id: `Siem Reap` is `siem-reap`.
  private static func province(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.lowercased().split { " _-".contains($0) }.joined(separator: "-")
  }
}
