package import Text

/// Who is busy with what from when to when: bars on rows, over periods of equal length.
package struct Timetable: Sendable, Hashable {
  /// The names of the periods, such as weeks.
  package var periods: [LocalizedText]
  /// The rows.
  package var lanes: [Lane]
  /// What the looks of bars mean, such as modules.
  package var series: [LocalizedText]
  /// What the periods are.
  package var timeTitle: LocalizedText

  /// One row.
  package struct Lane: Sendable, Hashable {
    /// The name.
    package var label: LocalizedText
    /// The bars.
    package var bars: [Bar]

    /// Creates a row.
    package init(label: LocalizedText, bars: [Bar]) {
      self.label = label
      self.bars = bars
    }
  }

  /// One bar.
  package struct Bar: Sendable, Hashable {
    /// The first period, from 0.
    package var from: Int
    /// The last period.
    package var to: Int
    /// Which of the series it belongs to, from 0.
    package var series: Int
    /// A few letters written in it, and used in a terminal.
    package var text: LocalizedText

    /// Creates a bar.
    package init(from: Int, to: Int, series: Int, text: LocalizedText) {
      self.from = from
      self.to = to
      self.series = series
      self.text = text
    }
  }

  /// Creates a timetable.
  package init(
    periods: [LocalizedText], lanes: [Lane], series: [LocalizedText], timeTitle: LocalizedText
  ) {
    self.periods = periods
    self.lanes = lanes
    self.series = series
    self.timeTitle = timeTitle
  }
}

extension Timetable: Picture {
  var kind: String { "timetable" }
  var width: Double { min(900, max(340, 20 + 26 * Double(periods.count))) }

  private func clamped(_ bar: Bar) -> (Int, Int) {
    let last = max(0, periods.count - 1)
    let from = min(last, max(0, min(bar.from, bar.to)))
    return (from, min(last, max(from, max(bar.from, bar.to))))
  }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    canvas.legend(series.map(text.words), isHatched: true)
    canvas.paragraph(text.words(timeTitle))
    let unit = (canvas.right - canvas.left) / Double(max(1, periods.count))
    canvas.y += 18
    let top = canvas.y
    var end = -Double.infinity
    for (place, column) in periods.enumerated() {
      let words = text.figures(text.words(column))
      let middle = canvas.left + unit * (Double(place) + 0.5)
      let half = Canvas.width(of: words, size: 12) / 2
      guard middle - half > end + 2 else { continue }
      canvas.text(words, middle, top - 4, anchor: "middle", size: 12)
      end = middle + half
    }
    for row in lanes {
      canvas.paragraph(text.words(row.label))
      let y = canvas.y
      for place in 0...periods.count {
        let x = canvas.left + unit * Double(place)
        canvas.line(x, y, x, y + 24, Ink.grid)
      }
      canvas.line(canvas.left, y + 24, canvas.right, y + 24, Ink.grid)
      for bar in row.bars {
        let (from, to) = clamped(bar)
        let x = canvas.left + unit * Double(from)
        let wide = unit * Double(to - from + 1)
        canvas.rect(x + 1, y + 2, wide - 2, 20, fill: .hatch(bar.series), edge: Ink.text)
        let words = text.figures(text.words(bar.text))
        canvas.text(
          words, x + wide / 2, y + 17, anchor: "middle", size: 12, room: max(8, wide - 3),
          hasHalo: true)
      }
      canvas.y += 28
    }
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let label = min(
      text.width / 3,
      lanes.map { DisplayWidth.columns(of: text.words($0.label)) }
        .max() ?? 0)
    let cell = max(1, min(4, (text.width - label - 2) / max(1, periods.count)))
    let names = periods.map { text.figures(text.words($0)) }
    var head = ""
    for (place, name) in names.enumerated() {
      let start = place * cell
      guard DisplayWidth.columns(of: head) <= start else { continue }
      head = DisplayWidth.padded(head, to: start) + name + " "
    }
    return text.wrapped("  " + text.words(timeTitle), indent: "  ")
      + [String(repeating: " ", count: label + 2) + head.trimmedEnd]
      + lanes.flatMap { row -> [String] in
        var track = [String](
          repeating: "·" + String(repeating: " ", count: cell - 1),
          count: periods.count)
        for bar in row.bars {
          let (from, to) = clamped(bar)
          let words = text.figures(text.words(bar.text))
          let room = cell * (to - from + 1)
          let shown = DisplayWidth.columns(of: words) < room ? words : ""
          let mark = shown.isEmpty ? Ink.series(bar.series).mark.letter : "━"
          let padded =
            shown
            + String(
              repeating: mark,
              count: max(0, room - DisplayWidth.columns(of: shown) - (room > 1 ? 1 : 0)))
          for place in from...to { track[place] = "" }
          track[from] = DisplayWidth.padded(padded, to: room)
        }
        let lines = LineWrapping.lines(text.words(row.label), width: max(8, label))
        return lines.enumerated().map { place, line in
          place == 0
            ? (DisplayWidth.padded(line, to: label) + "  " + track.joined()).trimmedEnd : line
        }
      }
      + series.enumerated().map {
        "  " + Ink.series($0.offset).mark.letter + " " + text.words($0.element)
      }
  }

  var columns: [Table.Column] {
    [
      Table.Column("row", DocumentMessages.what), Table.Column("from", DocumentMessages.from),
      Table.Column("to", DocumentMessages.to), Table.Column("series", DocumentMessages.kind),
      Table.Column("text", DocumentMessages.remark),
    ]
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    lanes.flatMap { lane in
      lane.bars.map { bar in
        let (from, to) = clamped(bar)
        let name = { (place: Int) -> Table.Cell in
          place < periods.count ? .localized(periods[place]) : .empty
        }
        return [
          .localized(lane.label), name(from), name(to),
          series.indices.contains(bar.series) ? .localized(series[bar.series]) : .empty,
          .localized(bar.text),
        ]
      }
    }
  }
}
