package import Text

/// Text shaped by Pango and drawn with block characters, which any terminal shows as they are.
///
/// Belongs to one thread at a time. What was drawn is kept: a form's lines are shaped once.
package final class ShapedDrawing: TextDrawing {
  /// How text is drawn.
  package let style: ShapedStyle
  /// The most rows that a line takes; one without deep subscripts takes fewer.
  package var rowsPerLine: Int { style.mostRows }

  private let shaper: LineShaper
  private let frame: LineFrame
  private var drawn = RecentValues<Request, [DrawnLine]>(capacity: 2_000)
  private var widths = RecentValues<String, Int>(capacity: 20_000)

  private struct Request: Hashable {
    var text: String
    var columns: Int
  }

  /// Creates a drawing.
  package init(shaper: LineShaper, style: ShapedStyle = .sextants) {
    self.shaper = shaper
    self.style = style
    frame = LineFrame(
      above: Self.rowsAbove(shaper, style), cell: style.cells.height, most: style.mostRows)
  }

  /// Returns `text` broken between words into drawn lines of at most `columns` columns.
  ///
  /// A word that is wider than a line is broken between syllables. A line that Pango will not
  /// draw, and a syllable that is wider than the screen, stand as their letters.
  package func lines(_ text: String, columns: Int) -> [DrawnLine] {
    let request = Request(text: text, columns: columns)
    if let known = drawn[request] { return known }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { paragraph(String($0), columns: max(1, columns)) }
    drawn[request] = lines
    return lines
  }

  /// The rows above the baseline that letters with a vowel sign above them take.
  private static func rowsAbove(_ shaper: LineShaper, _ style: ShapedStyle) -> Int {
    guard let line = shaper.draw("កឹឡើប៉ា", style: style), let ink = line.bitmap.inkRows else {
      return Int(style.size)
    }
    return line.baseline - ink.lowerBound
  }
}

// MARK: - Breaking

extension ShapedDrawing {
  private func paragraph(_ text: String, columns: Int) -> [DrawnLine] {
    var pieces = LineWrapping.pieces(text).flatMap { piece in
      fits(piece, columns) ? [piece] : Syllables.parts(piece)
    }[...]
    guard !pieces.isEmpty else { return [DrawnLine(text: "", rows: [""], columns: 0)] }
    var lines: [DrawnLine] = []
    while !pieces.isEmpty {
      var count = piecesThatFit(pieces, columns)
      // The widths of words add up to that of a line, but for a pixel now and then.
      while true {
        let line = draw(trimmed(pieces.prefix(count).joined()))
        if line.columns <= columns || count == 1 {
          lines.append(line.columns <= columns ? line : letters(line.text))
          break
        }
        count -= 1
      }
      pieces.removeFirst(count)
    }
    return lines
  }

  private func piecesThatFit(_ pieces: ArraySlice<String>, _ columns: Int) -> Int {
    let room = columns * style.cells.width
    var used = 0
    var count = 0
    for piece in pieces {
      guard used + width(trimmed(piece)) <= room else { break }
      used += width(piece)
      count += 1
    }
    return max(1, count)
  }

  private func fits(_ piece: String, _ columns: Int) -> Bool {
    width(trimmed(piece)) <= columns * style.cells.width
  }

  private func width(_ text: String) -> Int {
    if let known = widths[text] { return known }
    let width = shaper.width(of: text, style: style) ?? .max / 4
    widths[text] = width
    return width
  }

  private func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  private func draw(_ text: String) -> DrawnLine {
    guard let line = shaper.draw(text, style: style) else {
      return letters(text)
    }
    let rows = style.cells.rows(frame.fitted(line))
    let columns = rows.map(\.unicodeScalars.count).max() ?? 0
    return DrawnLine(text: text, rows: rows, columns: columns)
  }

  private func letters(_ text: String) -> DrawnLine {
    DrawnLine(text: text, rows: [text], columns: DisplayWidth.columns(of: text))
  }
}
