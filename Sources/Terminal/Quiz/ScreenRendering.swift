import Text

/// From a view to the rows of the terminal.
extension ScreenQuiz {
  /// How a sheet fits into the rows between its title and its keys.
  struct Layout {
    var sheet: Sheet
    var keys: [Row]
    /// What was just said; empty where nothing was.
    var remarks: [Row]
    var area: Int
    /// Rows between title and body.
    var gap: Int
    /// The lines of all blocks, each with its block.
    var lines: [(block: Int, line: SheetLine)]
    /// Whether the stem stays in sight.
    var isPinned: Bool
    /// Whether stem and blocks have pages of their own.
    var isPaged: Bool
    var stemPager: Pager
    var pager: Pager

    /// The lines of a block among all lines.
    func range(of block: Int) -> Range<Int> {
      let start = lines.firstIndex { $0.block == block } ?? 0
      return start..<(start + sheet.blocks[block].lines.count)
    }

    func block(focus: Int) -> Int? { sheet.blocks.firstIndex { $0.focus == focus } }
  }

  /// Whether the stem that shows has pages of its own.
  var isPaged: Bool { layout().isPaged }

  func layout() -> Layout {
    let sheet = self.sheet()
    let narrow = layout(sheet, keyRows(sheet.keys))
    guard narrow.isPaged, stemScroll == nil else { return narrow }
    // The question is out of sight: which key shows it is worth a place among the first.
    return layout(sheet, keyRows([text(ScreenMessages.homeKey)] + sheet.keys))
  }

  private func layout(_ sheet: Sheet, _ keys: [Row]) -> Layout {
    let gap = size.rows >= 16 ? 1 : 0
    let remarks = remarkRows
    let area = max(1, size.rows - 1 - gap - max(1, remarks.count) - keys.count)
    let lines = sheet.blocks.enumerated().flatMap { index, block in
      block.lines.map { (block: index, line: $0) }
    }
    let stem = sheet.stem.map(\.rows.count)
    let heights = lines.map(\.line.rows.count)
    let stemHeight = stem.reduce(0, +)
    let isWhole = stemHeight + heights.reduce(0, +) <= area
    let tallest =
      sheet.blocks.filter { $0.focus != nil }
      .map { $0.lines.reduce(0) { $0 + $1.rows.count } }.max() ?? 0
    let isPinned =
      isWhole || stemHeight + min(tallest, area / 2) <= area && stemHeight * 3 <= area * 2
    let isPaged = !isPinned && !stem.isEmpty
    return Layout(
      sheet: sheet, keys: keys, remarks: remarks, area: area, gap: gap, lines: lines,
      isPinned: isPinned,
      isPaged: isPaged, stemPager: Pager(heights: stem, area: area),
      pager: Pager(heights: heights, area: isPaged ? area : max(1, area - stemHeight)))
  }

  /// Brings what is focused into sight after a change, and keeps every number within what there is.
  mutating func settle(followsFocus: Bool) {
    guard size.isEnough else { return }
    let layout = self.layout()
    if !layout.isPaged {
      stemScroll = nil
    } else if let start = stemScroll {
      stemScroll = layout.stemPager.clamped(start)
    }
    scroll = layout.pager.clamped(scroll)
    guard followsFocus, let block = layout.block(focus: focus) else { return }
    let range = layout.range(of: block)
    let needed = range.lowerBound + layout.sheet.blocks[block].cursor.line
    scroll = layout.pager.start(near: scroll, showing: range, needed: needed)
  }

  /// Page Up and Page Down.
  mutating func page(_ key: Key) {
    let layout = self.layout()
    if let start = stemScroll {
      if key == .pageUp {
        stemScroll = layout.stemPager.pageBefore(start)
      } else {
        let window = layout.stemPager.window(from: start)
        stemScroll = window.upperBound < layout.stemPager.heights.count ? window.upperBound : nil
        if stemScroll == nil { scroll = 0 }
      }
      return
    }
    if key == .pageUp {
      if scroll == 0, layout.isPaged {
        // Back to the last page of the question.
        stemScroll = layout.stemPager.clamped(layout.stemPager.heights.count)
      } else {
        scroll = layout.pager.pageBefore(scroll)
      }
    } else {
      let window = layout.pager.window(from: scroll)
      if window.upperBound < layout.pager.heights.count { scroll = window.upperBound }
    }
    focusWithin(layout)
  }

  /// Focuses the first thing in sight where the focused one is not.
  private mutating func focusWithin(_ layout: Layout) {
    guard !isInField, let block = layout.block(focus: focus) else { return }
    let window = layout.pager.window(from: layout.pager.clamped(scroll))
    guard !window.overlaps(layout.range(of: block)) else { return }
    for index in window {
      if let inSight = layout.sheet.blocks[layout.lines[index].block].focus {
        focus = inSight
        return
      }
    }
  }

  // MARK: Rows

  /// Returns what the terminal has to show.
  package func screen() -> Screen {
    guard size.isEnough else { return tooSmall() }
    let layout = self.layout()
    var rows = [layout.sheet.title]
    rows += Array(repeating: Row(), count: layout.gap)
    let top = rows.count
    var cursor = Screen.Cursor(row: top, offset: 0)
    if let start = stemScroll, layout.isPaged {
      let window = layout.stemPager.window(from: start)
      for line in layout.sheet.stem[window] { rows += line.rows }
    } else {
      if layout.isPinned { for line in layout.sheet.stem { rows += line.rows } }
      for index in layout.pager.window(from: scroll) {
        let (block, line) = layout.lines[index]
        let content = layout.sheet.blocks[block]
        if content.focus == focus, layout.range(of: block).lowerBound + content.cursor.line == index
        {
          cursor = Screen.Cursor(
            row: rows.count + content.cursor.row, offset: content.cursor.offset)
        }
        rows += line.rows
      }
    }
    let remarks = layout.remarks.isEmpty ? [positionRow(layout)] : layout.remarks
    let body = size.rows - remarks.count - layout.keys.count
    rows = Array(rows.prefix(body))
    while rows.count < body { rows.append(Row()) }
    rows += remarks + layout.keys
    return Screen(rows, width: size.columns, height: size.rows, cursor: cursor)
  }

  /// What was just said: one row on a low screen, three at most.
  private var remarkRows: [Row] {
    guard let remark else { return [] }
    let lines = LineWrapping.lines(remark, width: size.columns)
    let most = size.rows < 16 ? 1 : 3
    return lines.prefix(most).enumerated().map { index, line in
      Row(index == most - 1 && lines.count > most ? line + " …" : line, .bold)
    }
  }

  /// How much there is above and below what shows; empty where that is nothing.
  private func positionRow(_ layout: Layout) -> Row {
    let position: (Int, Int)
    if let start = stemScroll, layout.isPaged {
      position = (start, layout.stemPager.heights.count + layout.pager.heights.count)
    } else {
      let window = layout.pager.window(from: scroll)
      let before = layout.isPaged ? layout.stemPager.heights.count : 0
      guard before + scroll > 0 || window.upperBound < layout.pager.heights.count else {
        return Row()
      }
      position = (before + scroll, before + layout.pager.heights.count)
    }
    let percent = position.1 == 0 ? 0 : position.0 * 100 / position.1
    return Row(text(ScreenMessages.more(percent)), .dim)
  }

  /// The keys in as many rows as they need: one on a low screen, four on a narrow one; where there
  /// is no room for all, what does not fit is left to the help page.
  private func keyRows(_ keys: [String]) -> [Row] {
    var rows = [""]
    let most = size.rows < 16 ? 1 : size.columns < 60 ? 4 : 2
    for key in keys {
      let last = rows[rows.count - 1]
      let longer = last.isEmpty ? key : last + "  " + key
      if DisplayWidth.columns(of: longer) <= size.columns {
        rows[rows.count - 1] = longer
      } else if rows.count < most, !last.isEmpty {
        rows.append(key)
      }
    }
    return rows.map { Row($0, .dim) }
  }

  private func tooSmall() -> Screen {
    let lines = LineWrapping.lines(text(ScreenMessages.tooSmall), width: max(8, size.columns))
    return Screen(
      lines.map { Row($0) }, width: max(1, size.columns), height: max(1, size.rows),
      cursor: Screen.Cursor(row: 0, offset: 0))
  }
}
