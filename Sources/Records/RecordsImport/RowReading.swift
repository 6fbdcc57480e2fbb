import Source
import Text

/// Reads a table row by row and puts each finding at the cell that it is about.
///
/// Findings name the option that they are about, as on the command line; here `--trainer` becomes
/// the column `trainer`.
struct RowReading {
  private(set) var findings: [Diagnostic] = []
  /// How many of them are errors.
  private(set) var errors = 0
  /// Whether the header can be read.
  private(set) var isReadable = true
  private let table: CSVTable
  private var places: [String: Int] = [:]

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - columns: The columns that are known.
  ///   - required: Those that must be there.
  ///   - others: Further names that a column may have, such as those of questions.
  init(_ table: CSVTable, columns: [String], required: [String], others: Set<String> = []) {
    self.table = table
    for (place, header) in table.header.enumerated() {
      let name = header.lowercased()
      if Roster.namesPeople(name) {
        findings.append(EventMessages.namesNotStored(table.file, column: header))
      } else if !columns.contains(name), !others.contains(name) {
        findings.append(
          EventMessages.unknownColumn(table.file, header, known: columns + others.sorted()))
      } else if places[name] != nil {
        findings.append(EventMessages.columnTwice(table.file, header))
      }
      places[name] = place
    }
    for name in required where places[name] == nil {
      findings.append(ImportMessages.missingColumn(table.file, name))
    }
    if table.rows.isEmpty { findings.append(EventMessages.noRows(table.file)) }
    isReadable = !findings.hasErrors
  }

  /// Returns a cell; `nil` where it is empty or there is no such column.
  func cell(_ name: String, _ row: CSVTable.Row) -> String? {
    guard let place = places[name] else { return nil }
    let text = row.cells[place].trimmed
    return text.isEmpty ? nil : text
  }

  /// Returns the columns whose cells are filled.
  func filled(_ row: CSVTable.Row) -> [String] {
    places.filter { !row.cells[$0.value].trimmed.isEmpty }.keys.sorted()
  }

  /// Adds a finding, at the cell that it is about.
  mutating func add(_ finding: Diagnostic, _ row: CSVTable.Row) {
    if finding.severity == .error { errors += 1 }
    var placed = finding
    let option = finding.location.file
    placed.location = SourceLocation(file: table.file.path, line: row.line)
    placed.excerpt = table.file.line(row.line)
    let alias = ["--learner": "code", "--code": "code", "--level": "levels", "--at": "began"]
    let name = alias[option] ?? (option.hasPrefix("--") ? String(option.dropFirst(2)) : option)
    guard let column = places[name] ?? places["code"] ?? places["event"] else {
      findings.append(placed)
      return
    }
    findings.append(CellPlace.placed(placed, row, column, in: table.file))
  }

  /// Adds a finding about a cell whose value is none of those known.
  mutating func unknown(
    _ column: String, _ typed: String, known: [String], _ row: CSVTable.Row
  ) {
    let finding = ImportMessages.unknownValue(
      table.file, line: row.line, typed, column: column, known: known)
    var placed = finding
    placed.location = SourceLocation(file: "--" + column)
    add(placed, row)
  }

  /// Adds a finding about a cell that must be filled.
  mutating func missing(_ column: String, _ row: CSVTable.Row) {
    add(RecordsImportMessages.emptyCell(column), row)
  }

  // MARK: Values

  /// Returns the learner code in a cell; a finding where it is missing or none.
  mutating func learner(_ column: String, _ row: CSVTable.Row) -> String? {
    code(column, row, LearnerCode.parse)
  }

  /// Returns the code of a trainer or an observer in a cell; a finding where it is missing or none.
  mutating func person(_ column: String, _ row: CSVTable.Row) -> String? {
    code(column, row, PersonCode.parse)
  }

  private mutating func code(
    _ column: String, _ row: CSVTable.Row, _ parse: (String) -> LearnerCode.Reading
  ) -> String? {
    guard let typed = cell(column, row) else {
      missing(column, row)
      return nil
    }
    switch parse(typed) {
    case .code(let code): return code
    case .wrong(let reason):
      add(
        DeliveryMessages.badCode(SourceLocation(file: "--" + column), typed, reason), row)
      return nil
    }
  }

  /// Returns the whole number in a cell; a finding where it is none.
  mutating func number(
    _ column: String, in range: ClosedRange<Int>, _ row: CSVTable.Row
  ) -> Int? {
    guard let typed = cell(column, row) else { return nil }
    if let number = Int(Khmer.withLatinDigits(typed)), range.contains(number) { return number }
    add(DeliveryMessages.badNumber(SourceLocation(file: "--" + column), range), row)
    return nil
  }

  /// Returns the day in a cell; a finding where it is none.
  mutating func day(_ column: String, _ row: CSVTable.Row) -> String? {
    guard let typed = cell(column, row) else { return nil }
    if let day = CalendarDay.parse(typed) { return day }
    add(DeliveryMessages.badDay(SourceLocation(file: "--" + column), typed), row)
    return nil
  }

  /// Returns whether a cell says yes; a finding where it says neither yes nor no.
  mutating func flag(_ column: String, _ row: CSVTable.Row) -> Bool {
    guard let typed = cell(column, row) else { return false }
    switch PersonReading.value(typed, of: "disability") {
    case "yes": return true
    case "no": return false
    default:
      unknown(column, typed, known: ["yes", "no"], row)
      return false
    }
  }
}
