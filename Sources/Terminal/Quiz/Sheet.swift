import Text

/// A line of a sheet: as many rows as its drawing needs, never shown in part where it fits whole.
struct SheetLine: Hashable {
  var rows: [Row]
}

/// Lines that belong together: an option, a field, a paragraph.
struct SheetBlock: Hashable {
  var lines: [SheetLine]
  /// Its number among what can be focused, or `nil` where it cannot be.
  var focus: Int?
  /// Where the cursor stands when it is focused: the line, the row of it, the scalars before.
  var cursor = Place(line: 0, row: 0, offset: 0)

  struct Place: Hashable {
    var line: Int
    var row: Int
    var offset: Int
  }
}

/// What one view shows, before it is known how much of it fits.
struct Sheet {
  /// The row at the top.
  var title: Row
  /// What stays in sight while the blocks scroll, where there is room for it: the question.
  var stem: [SheetLine] = []
  var blocks: [SheetBlock] = []
  /// What the keys do, the most needed first.
  var keys: [String]
}

/// Which lines of a list fit into an area, with the first one to show.
struct Pager: Hashable {
  let heights: [Int]
  let area: Int

  /// The lines that fit from `start` on; at least one.
  func window(from start: Int) -> Range<Int> {
    var end = start
    var used = 0
    while end < heights.count, end == start || used + heights[end] <= area {
      used += heights[end]
      end += 1
    }
    return start..<end
  }

  /// The first line of the page before the one that begins at `start`.
  func pageBefore(_ start: Int) -> Int {
    var begin = start
    var used = 0
    while begin > 0, begin == start || used + heights[begin - 1] <= area {
      used += heights[begin - 1]
      begin -= 1
    }
    return begin
  }

  /// The first line nearest to `start` that brings `lines` into sight; where they do not all fit,
  /// `needed` among them is what counts.
  func start(near start: Int, showing lines: Range<Int>, needed: Int) -> Int {
    guard !lines.isEmpty else { return clamped(start) }
    var begin = min(clamped(start), lines.lowerBound)
    while !window(from: begin).contains(lines.upperBound - 1), begin < lines.lowerBound {
      begin += 1
    }
    if begin == lines.lowerBound, start > begin, start <= needed,
      !window(from: begin).contains(lines.upperBound - 1)
    {
      begin = start
    }
    while !window(from: begin).contains(needed), begin < needed { begin += 1 }
    return begin
  }

  /// The start nearest to `start` from which no room is left unused at the end.
  func clamped(_ start: Int) -> Int {
    min(max(0, start), heights.isEmpty ? 0 : pageBefore(heights.count))
  }
}
