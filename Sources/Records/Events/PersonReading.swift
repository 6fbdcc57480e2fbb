import Source
import Text

/// Reads what a row says about a person, and compares it with what is known.
struct PersonReading {
  /// The columns that are read: the attributes, and the six answers that become one of them.
  static let columns = PersonAttributes.names + WashingtonGroup.columns

  private let file: SourceFile
  private let collector: DiagnosticCollector
  private let columns: [(name: String, column: Int)]
  private let answers: [(name: String, column: Int)]

  init(table: CSVTable, collector: DiagnosticCollector) {
    file = table.file
    self.collector = collector
    columns = PersonAttributes.names.compactMap { name in
      table.column(name).map { (name, $0) }
    }
    answers = WashingtonGroup.columns.compactMap { name in
      table.column(name).map { (name, $0) }
    }
  }

  /// Returns the attributes of a row, with an empty code; a value that is not understood is a
  /// finding.
  func attributes(_ row: CSVTable.Row) -> PersonAttributes {
    var attributes = PersonAttributes(code: "")
    for (name, column) in columns where !row.cells[column].isEmpty {
      let cell = Khmer.normalised(row.cells[column])
      guard let value = Self.value(cell, of: name) else {
        let finding = EventMessages.unknownAttribute(file, line: row.line, name: name, cell)
        collector.add(at(row, column, finding))
        continue
      }
      attributes[name] = value
    }
    if attributes.disability == nil { attributes.disability = disability(row) }
    return attributes
  }

  /// Returns the attributes of a row whose cells are asked for one by one, as large tables are
  /// read; findings name the line.
  func attributes(line: Int, _ text: (Int) -> String) -> PersonAttributes {
    var attributes = PersonAttributes(code: "")
    for (name, column) in columns {
      let typed = text(column)
      if typed.isEmpty { continue }
      let cell = Khmer.normalised(typed)
      guard let value = Self.value(cell, of: name) else {
        collector.add(EventMessages.unknownAttribute(file, line: line, name: name, cell))
        continue
      }
      attributes[name] = value
    }
    return attributes
  }

  /// The one word about disability that the six answers of a row make.
  private func disability(_ row: CSVTable.Row) -> String? {
    let given = answers.filter { !row.cells[$0.column].isEmpty }
    guard !given.isEmpty else { return nil }
    var places: [Int] = []
    for (name, column) in given {
      guard let place = WashingtonGroup.answer(row.cells[column]) else {
        let finding = EventMessages.unknownAttribute(
          file, line: row.line, name: name, row.cells[column])
        collector.add(at(row, column, finding))
        return nil
      }
      places.append(place)
    }
    let identifier = WashingtonGroup.identifier(places)
    if identifier == nil {
      collector.add(EventMessages.fewAnswers(file, line: row.line, places.count))
    }
    return identifier
  }

  private func at(_ row: CSVTable.Row, _ column: Int, _ finding: Diagnostic) -> Diagnostic {
    CellPlace.placed(finding, row, column, in: file)
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

  // MARK: Values

  /// Returns an attribute in its one form, or `nil` for what is no value of it.
  static func value(_ text: String, of name: String) -> String? {
    switch name {
    case "sex": sex(text)
    case "province": ProvinceNames.id(text)
    case "born": born(text)
    case "sector": sector(text)
    case "disability": yesOrNo(text)
    default: text
    }
  }

  private static func sex(_ text: String) -> String? {
    switch text.lowercased() {
    case "f", "female", "woman", "ស", "ស្រី": "female"
    case "m", "male", "man", "ប", "ប្រុស": "male"
    case "o", "x", "other", "ផ្សេង", "ផ្សេងៗ": "other"
    default: nil
    }
  }

  private static func sector(_ text: String) -> String? {
    switch text.lowercased() {
    case "official", "government", "មន្ត្រី", "រដ្ឋ": "official"
    case "cso", "ngo", "civil society", "អង្គការ", "សង្គមស៊ីវិល": "cso"
    case "other", "ផ្សេង", "ផ្សេងៗ": "other"
    default: nil
    }
  }

  private static func yesOrNo(_ text: String) -> String? {
    switch text.lowercased() {
    case "yes", "y", "មាន", "បាទ", "ចាស": "yes"
    case "no", "n", "គ្មាន", "ទេ": "no"
    default: nil
    }
  }

  /// A year becomes its ten years: `1985` is `1980-1989`; ten years are taken as they are.
  private static func born(_ text: String) -> String? {
    let parts = Khmer.withLatinDigits(text).split { "-–—".contains($0) }
      .map { Int($0.trimmingSpaces()) }
    guard let first = parts.first.flatMap(\.self), (1900...2029).contains(first) else { return nil }
    let decade = first / 10 * 10
    if parts.count == 1 { return "\(decade)-\(decade + 9)" }
    guard parts.count == 2, first == decade, parts[1] == decade + 9 else { return nil }
    return "\(decade)-\(decade + 9)"
  }
}

/// Finds where in its line a cell stands, so that a caret shows it.
enum CellPlace {
  /// Returns a finding about a row with the place of one of its cells.
  ///
  /// - Parameters:
  ///   - finding: The finding, at the row's line.
  ///   - row: The row.
  ///   - column: The index of the cell.
  ///   - file: The file of the table.
  /// - Returns: The finding; unchanged where the row goes over several lines.
  static func placed(
    _ finding: Diagnostic, _ row: CSVTable.Row, _ column: Int, in file: SourceFile
  ) -> Diagnostic {
    let line = file.line(row.line)
    guard let start = start(of: column, in: line) else { return finding }
    var placed = finding
    placed.location.column = start + 1
    placed.length = max(1, row.cells[column].unicodeScalars.count)
    placed.excerpt = line
    return placed
  }

  /// The index of the first scalar of a cell within its line; `nil` where the line has no such
  /// cell.
  private static func start(of column: Int, in line: String) -> Int? {
    let scalars = Array(line.unicodeScalars)
    let separator: Unicode.Scalar = scalars.contains(",") || !scalars.contains(";") ? "," : ";"
    var cell = 0
    var isQuoted = false
    var start = 0
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\"" { isQuoted.toggle() }
      guard !isQuoted, scalar == separator else { continue }
      if cell == column { break }
      cell += 1
      start = place + 1
    }
    guard cell == column else { return nil }
    while start < scalars.count, scalars[start] == " " || scalars[start] == "\"" { start += 1 }
    return start
  }
}
