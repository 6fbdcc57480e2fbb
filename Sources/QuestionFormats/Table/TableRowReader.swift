import Assessment
import Source
import Text

/// Reads one row; findings name its cells.
struct TableRowReader {
  let row: QuestionTable.Row
  let table: QuestionTable
  let columns: TableColumns
  var findings: [Diagnostic] = []
  /// The language of columns whose header names none.
  var language = Language.english

  init(row: QuestionTable.Row, table: QuestionTable, columns: TableColumns) {
    self.row = row
    self.table = table
    self.columns = columns
    language = ScriptLanguage.of(cell(columns.question.neutral))
  }

  /// Returns the item without its id, or `nil` after findings.
  mutating func item() -> Item? {
    if let long = row.cells.indices.dropFirst(table.header.cells.count)
      .first(where: { !row.cells[$0].isEmpty })
    {
      complain("cell-count", long, TableMessages.longRow)
      return nil
    }
    let stem = text(columns.question)
    if stem.isEmpty { complain("no-text", columns.question.first, TableMessages.noText) }
    let outcome = field(.outcome)
    let rubric = field(.rubric)
    let location = table.location(row)
    var item = Item(
      id: "", title: text(columns.title), outcome: Located(outcome, at: location),
      cognitive: value(.cognitive), points: number(.points, 0...1000, default: 1), stem: stem,
      interaction: .performance, feedback: text(columns.feedback))
    if item.points <= 0 { complain("bad-value", .points, TableMessages.number("0 < x ≤ 1000")) }
    item.rubric = rubric.isEmpty ? nil : Located(rubric, at: location)
    for language in Language.allCases where !stem[language].isEmpty {
      item.locations[language] = location
    }
    let status: ItemStatus? = value(.status)
    item.status = status ?? .draft
    let stated: InteractionKind? = value(.kind)
    let pool: ItemPool? = value(.pool)
    let interaction = findings.hasErrors ? nil : interaction(kind: stated, stem: stem)
    if let interaction {
      item.interaction = interaction
      item.pool = pool ?? (interaction.kind.isScored ? .test : .survey)
      scoring(&item)
    }
    return findings.hasErrors || interaction == nil ? nil : item
  }

  // MARK: Cells

  func cell(_ column: Int?) -> String {
    guard let column, column < row.cells.count else { return "" }
    return row.cells[column]
  }

  func field(_ field: TableField) -> String { cell(columns.fields[field]).trimmed }

  func text(_ columns: TableTextColumns) -> LocalizedText {
    var text = LocalizedText(en: cell(columns.english), km: cell(columns.khmer))
    let neutral = cell(columns.neutral)
    if !neutral.isEmpty, text[language].isEmpty { text[language] = neutral }
    return text
  }

  mutating func complain(_ code: String, _ field: TableField, _ message: LocalizedText) {
    complain(code, columns.fields[field], message)
  }

  /// Adds an error at a column; without one, at the row's first cell.
  mutating func complain(_ code: String, _ column: Int?, _ message: LocalizedText) {
    let name = "\(CellName.letters(column ?? 0))\(row.number)"
    findings.append(
      Diagnostic(
        code, at: table.location(row), TableMessages.at(name, message),
        remedy: TableMessages.remedy, excerpt: ""))
  }

  // MARK: Values

  /// Returns one of the values of a kind, or `nil` where the cell is empty or after a finding.
  mutating func value<Choice: RawRepresentable & CaseIterable>(_ field: TableField) -> Choice?
  where Choice.RawValue == String {
    let written = self.field(field).lowercased()
    if written.isEmpty { return nil }
    if let choice = Choice(rawValue: written) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let nearest = written.utf8.count > 60 ? nil : Suggestion.nearest(to: written, in: known)
    complain("unknown-value", field, TableMessages.oneOf(self.field(field), known, nearest))
    return nil
  }

  /// Returns a number, or `usual` where the cell is empty or after a finding.
  mutating func number(
    _ field: TableField, _ range: ClosedRange<Double>, default usual: Double
  ) -> Double {
    let written = self.field(field)
    if written.isEmpty { return usual }
    if let number = Response.number(written), range.contains(number) { return number }
    let low = TableMarks.number(range.lowerBound)
    let high = TableMarks.number(range.upperBound)
    complain("bad-value", field, TableMessages.number("\(low)–\(high)"))
    return usual
  }

  mutating func count(_ field: TableField, _ range: ClosedRange<Int>) -> Int? {
    let written = self.field(field)
    if written.isEmpty { return nil }
    if let number = Int(Khmer.withLatinDigits(written)), range.contains(number) { return number }
    complain(
      "bad-value", field, TableMessages.number("\(range.lowerBound)–\(range.upperBound)"))
    return nil
  }

  /// Tells whether a cell says a word; anything else but nothing is a finding.
  mutating func isSet(_ field: TableField, to wanted: String, or usual: String) -> Bool {
    let written = self.field(field).lowercased()
    if written.isEmpty || written == usual { return false }
    if written == wanted { return true }
    complain("unknown-value", field, TableMessages.oneOf(written, [wanted, usual], nil))
    return false
  }

  /// Reads how the answers are scored.
  mutating func scoring(_ item: inout Item) {
    var table: [String: Double] = [:]
    for part in TableMarks.parts(field(.table)) where !part.isEmpty {
      guard let (name, value) = TableMarks.assignment(part), let points = Response.number(value),
        let response = Response(encoded: name, to: item)
      else {
        complain("bad-table", .table, TableMessages.badTable)
        return
      }
      table[response.encoded] = points
    }
    var hasWeights = false
    if case .choice(let choice) = item.interaction {
      hasWeights = choice.options.contains { $0.weight != nil }
    }
    let stated: ScoringRule? = value(.scoring)
    let rule = stated ?? (!table.isEmpty ? .table : hasWeights ? .parts : .exact)
    if (rule == .table) != !table.isEmpty {
      complain(
        "bad-table", columns.fields[.table] ?? columns.fields[.scoring], TableMessages.badTable)
    }
    item.scoring = Scoring(rule, floor: number(.floor, -100...0, default: 0), table: table)
  }
}
