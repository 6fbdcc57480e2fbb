import Text

/// Writes the tables of a document as comma-separated values after RFC 4180.
///
/// - Lines end in CR LF; the first one holds the columns' keys, the same in both languages.
/// - One table (or the one asked for) stands as it is. Several are put under each other with a
///   first column `table` and the union of their columns, so that the file stays one rectangle.
/// - The numbers of a plot are written where it is asked for by its id.
/// - Numbers are written in full, not rounded; an interval takes two columns, `<key>_low` and
///   `<key>_high`. A missing value is an empty field, and its reason stands in the column `reasons`
///   (`key: reason; …`), which is there when any value is missing.
/// - A last column `synthetic`, always `true`, is there when the data were made up.
/// - A text that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`,
///   a tab or a carriage return and goes on, gets an apostrophe before it. Numbers stay numbers.
/// - With the Excel option the file begins with a byte order mark.
struct CSVRendering {
  let language: Language
  let options: RenderingOptions

  func render(_ document: Document) -> String {
    let tables = self.tables(document)
    let isNamed = tables.count > 1
    var keys = isNamed ? ["table"] : []
    for table in tables {
      keys += table.columns.flatMap(Self.keys).filter { !keys.contains($0) }
    }
    let hasReasons = tables.contains { $0.rows.contains { $0.contains(where: Self.isMissing) } }
    if hasReasons { keys.append("reasons") }
    if document.isSynthetic { keys.append("synthetic") }
    var records = tables.isEmpty ? [] : [keys.map(Self.quoted).joined(separator: ",")]
    for table in tables {
      for row in table.rows {
        var fields = self.fields(row, table)
        if isNamed { fields["table"] = Self.guarded(table.id) }
        if document.isSynthetic { fields["synthetic"] = "true" }
        records.append(keys.map { Self.quoted(fields[$0] ?? "") }.joined(separator: ","))
      }
    }
    let mark = options.hasByteOrderMark ? "\u{FEFF}" : ""
    return mark + records.map { $0 + "\r\n" }.joined()
  }

  /// Returns the tables asked for; a plot brings its numbers where it is asked for by its id.
  private func tables(_ document: Document) -> [Table] {
    guard let id = options.table else { return document.tables }
    let named = document.tables.filter { $0.id == id }
    return named.isEmpty ? document.plots.filter { $0.id == id }.map(\.data) : named
  }

  private static func isMissing(_ cell: Table.Cell) -> Bool {
    if case .missing = cell { true } else { false }
  }

  private static func keys(_ column: Table.Column) -> [String] {
    column.kind == .interval ? [column.key + "_low", column.key + "_high"] : [column.key]
  }

  private func fields(_ row: [Table.Cell], _ table: Table) -> [String: String] {
    var fields: [String: String] = [:]
    var reasons: [String] = []
    for (column, cell) in zip(table.columns, row) {
      switch cell {
      case .empty: break
      case .text(let text): fields[column.key] = Self.guarded(text)
      case .localized(let text): fields[column.key] = Self.guarded(text.text(in: language))
      case .integer(let value): fields[column.key] = String(value)
      case .number(let value, _), .probability(let value):
        fields[column.key] = Self.number(value)
      case .interval(let low, let high, _):
        fields[column.key + "_low"] = Self.number(low)
        fields[column.key + "_high"] = Self.number(high)
      case .missing(let reason):
        reasons.append(column.key + ": " + reason.text(in: language))
      }
    }
    if !reasons.isEmpty { fields["reasons"] = Self.guarded(reasons.joined(separator: "; ")) }
    return fields
  }

  private static func number(_ value: Double) -> String {
    value.isFinite ? value.description : ""
  }

  /// Returns `text` so that no spreadsheet runs it as a formula.
  ///
  /// Source: OWASP, "CSV Injection". A lone sign, often used for "nothing", is left alone.
  static func guarded(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.count > 1, "=+-@\t\r".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  /// Returns `field` in quotes where RFC 4180, rule 6, asks for them.
  static func quoted(_ field: String) -> String {
    let mustQuote = field.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    guard mustQuote || field.hasPrefix(" ") || field.hasSuffix(" ") else { return field }
    var quoted = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return "\"" + String(quoted) + "\""
  }
}
