import Text

/// Lays a table out in columns; where the width does not suffice, one row under the other.
struct TextTable {
  let language: Language
  let width: Int

  private static let gap = "  "

  func lines(_ table: Table) -> [String] {
    var cells = CellText(language: language)
    let titles = table.columns.map { CellText.onOneLine($0.title.text(in: language)) }
    let rows = table.rows.map { row in
      table.columns.indices.map { $0 < row.count ? cells.text(row[$0]) : "" }
    }
    var lines = wrapped(table.caption.text(in: language))
    lines += grid(table.columns, titles, rows) ?? stack(titles, rows)
    if rows.isEmpty { lines.append(DocumentMessages.noRows.text(in: language)) }
    lines += cells.explanations.flatMap { wrapped($0, indent: "    ") }
    lines += table.footnotes.flatMap { wrapped($0.text(in: language)) }
    return lines
  }

  private func wrapped(_ text: String, indent: String = "") -> [String] {
    LineWrapping.lines(text, width: width, indent: indent)
  }

  // MARK: Columns

  /// Returns the table in columns, or `nil` where they do not fit.
  private func grid(
    _ columns: [Table.Column], _ titles: [String], _ rows: [[String]]
  ) -> [String]? {
    let wanted = columns.indices.map { place in
      min(width, ([titles] + rows).map { DisplayWidth.columns(of: $0[place]) }.max() ?? 0)
    }
    let least = columns.indices.map { place in
      let body = rows.map { DisplayWidth.columns(of: $0[place]) }.max() ?? 0
      return min(wanted[place], columns[place].isEndAligned ? max(body, 8) : 14)
    }
    guard let widths = fitted(wanted, least) else { return nil }
    let wrappedRows = ([titles] + rows).map { row in
      columns.indices.map { place in
        DisplayWidth.columns(of: row[place]) <= widths[place]
          ? [row[place]] : LineWrapping.lines(row[place], width: widths[place])
      }
    }
    // A word longer than its column was left whole: the column grows, or the grid is given up.
    let grown = columns.indices.map { place in
      wrappedRows.flatMap { $0[place] }.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    }
    guard total(grown) <= width else { return nil }
    let rule = grown.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    let body = wrappedRows.map { gridRow($0, columns, grown) }
    return body.prefix(1).flatMap { $0 } + [rule] + body.dropFirst().flatMap { $0 }
  }

  private func gridRow(
    _ cells: [[String]], _ columns: [Table.Column], _ widths: [Int]
  ) -> [String] {
    (0..<(cells.map(\.count).max() ?? 0)).map { line in
      let parts = columns.indices.map { place in
        let text = line < cells[place].count ? cells[place][line] : ""
        return columns[place].isEndAligned
          ? DisplayWidth.paddedLeft(text, to: widths[place])
          : DisplayWidth.padded(text, to: widths[place])
      }
      return trimmedEnd(parts.joined(separator: Self.gap))
    }
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1)
  }

  /// Returns widths between `least` and `wanted` that fit the line, taking from the widest first.
  private func fitted(_ wanted: [Int], _ least: [Int]) -> [Int]? {
    guard total(least) <= width else { return nil }
    var widths = wanted
    while total(widths) > width {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  // MARK: Rows under each other

  private func stack(_ titles: [String], _ rows: [[String]]) -> [String] {
    rows.enumerated().flatMap { index, row in
      let pairs = zip(titles, row).filter { !$0.1.isEmpty }
      let lines = pairs.enumerated().flatMap { place, pair in
        wrapped(
          (place == 0 ? "" : "  ") + pair.0 + ": " + pair.1, indent: place == 0 ? "  " : "    ")
      }
      return index == 0 ? lines : [""] + lines
    }
  }

  private func trimmedEnd(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
