import Text

/// Lays a table out in columns; where the width does not suffice, in several parts under each other
/// that repeat the columns naming the row; where even that does not fit, row by row.
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
    let columns = table.columns.indices.map { column(table.columns[$0], $0, titles, rows) }
    var lines = wrapped(table.caption.text(in: language))
    lines += grid(columns) ?? parts(columns) ?? stack(titles, rows)
    if rows.isEmpty { lines.append(DocumentMessages.noRows.text(in: language)) }
    lines += cells.explanations.flatMap { wrapped($0, indent: "    ") }
    lines += table.footnotes.flatMap { wrapped($0.text(in: language)) }
    return lines
  }

  private func wrapped(_ text: String, indent: String = "") -> [String] {
    LineWrapping.lines(text, width: width, indent: indent)
  }

  // MARK: Columns

  /// One column with its title first, and the widths that it may take.
  private struct Column {
    var isEndAligned: Bool
    var texts: [String]
    var wanted: Int
    var least: Int
  }

  private func column(
    _ column: Table.Column, _ place: Int, _ titles: [String], _ rows: [[String]]
  ) -> Column {
    let texts = ([titles] + rows).map { $0[place] }
    let wanted = min(width, Self.widest(texts))
    // Figures are not broken, words wrap but are not broken either.
    let body = column.isEndAligned ? max(8, Self.widest(texts.dropFirst())) : 14
    let word = Self.widest(texts.flatMap { LineWrapping.lines($0, width: 8) })
    return Column(
      isEndAligned: column.isEndAligned, texts: texts, wanted: wanted,
      least: min(wanted, max(body, word)))
  }

  private static func widest(_ texts: some Sequence<String>) -> Int {
    texts.map { DisplayWidth.columns(of: $0) }.max() ?? 0
  }

  /// Returns the table in columns, or `nil` where they do not fit.
  private func grid(_ columns: [Column]) -> [String]? {
    guard let widths = fitted(columns, in: width) else { return nil }
    let cells = zip(columns, widths).map { column, room in
      column.texts.map {
        DisplayWidth.columns(of: $0) <= room ? [$0] : LineWrapping.lines($0, width: room)
      }
    }
    // A word longer than the line was left whole: the grid is given up.
    let grown = cells.map { Self.widest($0.flatMap(\.self)) }
    guard total(grown) <= width else { return nil }
    let rule = grown.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    let rows = (columns.first?.texts.indices ?? 0..<0).map { row in
      gridRow(cells.map { $0[row] }, columns, grown)
    }
    return rows.prefix(1).flatMap(\.self) + [rule] + rows.dropFirst().flatMap(\.self)
  }

  private func gridRow(
    _ cells: [[String]], _ columns: [Column], _ widths: [Int]
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

  /// Returns widths between the least and the wanted ones that fit `room`, taking from the widest
  /// first, or `nil` where there are none.
  private func fitted(_ columns: [Column], in room: Int) -> [Int]? {
    guard total(columns.map(\.least)) <= room else { return nil }
    var widths = columns.map(\.wanted)
    while total(widths) > room {
      let shrinkable = widths.indices.filter { widths[$0] > columns[$0].least }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  // MARK: Parts under each other

  /// Returns the table cut between columns into grids, each with the columns that name the rows,
  /// or `nil` where one column does not fit beside those.
  ///
  /// The words at the start name the row; the first column alone does where that is not enough room
  /// and no two rows have the same words there.
  private func parts(_ columns: [Column]) -> [String]? {
    let names = columns.prefix { !$0.isEndAligned }.count
    let first = columns.first?.texts ?? []
    let candidates =
      (names < columns.count ? [names] : []) + (Set(first).count == first.count ? [1] : [])
    for count in candidates where count > 0 {
      if let lines = parts(Array(columns.prefix(count)), columns.dropFirst(count)) { return lines }
    }
    return nil
  }

  private func parts(_ names: [Column], _ others: ArraySlice<Column>) -> [String]? {
    let widest = others.map(\.least).max() ?? 0
    let half = max(width / 2, total(names.map(\.least)))
    guard let widths = fitted(names, in: min(half, width - Self.gap.count - widest))
    else { return nil }
    // The names are as wide in each part, so that the parts read as one table.
    let fixed = zip(names, widths).map { name, width in
      var name = name
      name.wanted = width
      name.least = width
      return name
    }
    var parts: [[Column]] = []
    for column in others {
      if let part = parts.last, total((part + [column]).map(\.least)) <= width {
        parts[parts.count - 1].append(column)
      } else {
        parts.append(fixed + [column])
      }
    }
    var lines: [String] = []
    for part in parts {
      guard let grid = grid(part) else { return nil }
      lines += (lines.isEmpty ? [] : [""]) + grid
    }
    return lines
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
