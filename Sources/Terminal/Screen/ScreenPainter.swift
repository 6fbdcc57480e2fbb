import Text

/// Writes what has to change on a terminal that shows one screen so that it shows another, in few
/// bytes: over a slow line each one counts.
///
/// How many columns Khmer takes differs between terminals. So nothing is placed to the right of
/// Khmer by counting: a row that holds any is written from its beginning, the rest of the line is
/// cleared, and the cursor goes to its place by writing what stands before it once more.
package struct ScreenPainter: Sendable {
  /// Whether styles are written; without them the screen says the same.
  package var usesStyles: Bool

  /// Creates a painter.
  package init(usesStyles: Bool) {
    self.usesStyles = usesStyles
  }

  /// Returns the control sequences that turn `old` into `new`; without `old`, those that paint `new`
  /// on a terminal of unknown content.
  package func paint(_ new: Screen, over old: Screen?) -> String {
    var out = ""
    var base = old
    if old.map({ $0.rows.count != new.rows.count }) ?? true {
      out += "\u{1B}[H\u{1B}[2J"
      base = nil
    }
    for (index, row) in new.rows.enumerated() {
      let before = base.map { Cell.of($0.rows[index], usesStyles) } ?? []
      let after = Cell.of(row, usesStyles)
      if before != after { change(before, after, row: index, &out) }
    }
    if !out.isEmpty || new.cursor != old?.cursor { place(new, &out) }
    return out
  }

  /// One scalar with its style.
  private struct Cell: Hashable {
    var scalar: Unicode.Scalar
    var style: TextStyle

    static func of(_ row: Row, _ usesStyles: Bool) -> [Cell] {
      row.spans.flatMap { span in
        span.text.unicodeScalars.map { Cell(scalar: $0, style: usesStyles ? span.style : []) }
      }
    }

    /// Whether every terminal gives it one column.
    var isCertain: Bool {
      (0x20...0x7E).contains(scalar.value) || (0x2580...0x259F).contains(scalar.value)
        || (0x2800...0x28FF).contains(scalar.value) || (0x1FB00...0x1FB3B).contains(scalar.value)
    }
  }

  private func change(_ old: [Cell], _ new: [Cell], row: Int, _ out: inout String) {
    let areCertain = old.allSatisfy(\.isCertain) && new.allSatisfy(\.isCertain)
    var start = 0
    var end = new.count
    if areCertain {
      while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
      if old.count == new.count {
        while end > start, old[end - 1] == new[end - 1] { end -= 1 }
      }
    } else {
      // What all terminals agree about may stand at the beginning of the row.
      while start < min(old.count, new.count), old[start] == new[start], old[start].isCertain,
        start + 1 >= old.count || old[start + 1].isCertain,
        start + 1 >= new.count || new[start + 1].isCertain
      {
        start += 1
      }
    }
    out += position(row: row, column: start)
    write(new[start..<end], &out)
    if !areCertain || new.count < old.count { out += "\u{1B}[K" }
  }

  /// Puts the cursor where it belongs.
  private func place(_ screen: Screen, _ out: inout String) {
    guard !screen.rows.isEmpty else { return }
    let cells = Cell.of(screen.rows[screen.cursor.row], usesStyles).prefix(screen.cursor.offset)
    if cells.allSatisfy(\.isCertain) {
      out += position(row: screen.cursor.row, column: cells.count)
    } else {
      out += position(row: screen.cursor.row, column: 0)
      write(cells, &out)
    }
  }

  private func position(row: Int, column: Int) -> String {
    column == 0 ? "\u{1B}[\(row + 1)H" : "\u{1B}[\(row + 1);\(column + 1)H"
  }

  private func write(_ cells: ArraySlice<Cell>, _ out: inout String) {
    var style: TextStyle = []
    for cell in cells {
      if cell.style != style {
        style = cell.style
        out += Self.sequence(style)
      }
      out.unicodeScalars.append(cell.scalar)
    }
    if style != [] { out += Self.sequence([]) }
  }

  private static func sequence(_ style: TextStyle) -> String {
    var codes = "\u{1B}["
    if style.isEmpty { return codes + "m" }
    codes += "0"
    if style.contains(.bold) { codes += ";1" }
    if style.contains(.dim) { codes += ";2" }
    if style.contains(.underline) { codes += ";4" }
    if style.contains(.reverse) { codes += ";7" }
    return codes + "m"
  }
}
