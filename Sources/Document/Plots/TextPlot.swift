import Text

/// Draws a plot with letters: one line a group, its value written at the end.
///
/// Where there is too little room, or nobody to see it, sentences stand in for the drawing.
struct TextPlot {
  let language: Language
  let width: Int
  var isDrawn = true

  /// In fewer columns a drawing says nothing.
  private static let narrowest = 40

  func lines(_ plot: Plot) -> [String] {
    guard isDrawn, width >= Self.narrowest else { return sentences(plot) }
    if let picture = plot.picture {
      let text = PictureText(language: language, digits: plot.digits, width: width)
      return text.wrapped(plot.title.text(in: language)) + picture.lines(text, plot)
    }
    return drawing(plot)
  }

  /// Returns what the picture shows in words: what it is about, then a line for each row.
  private func sentences(_ plot: Plot) -> [String] {
    var cells = CellText(language: language)
    let data = plot.data
    let titles = data.columns.map { CellText.onOneLine($0.title.text(in: language)) }
    let rows = data.rows.flatMap { row -> [String] in
      let texts = row.map { cells.text($0) }
      let parts = zip(titles, texts).dropFirst().filter { !$0.1.isEmpty }.map { "\($0) \($1)" }
      return LineWrapping.lines(
        "- " + (texts.first ?? "") + ": " + parts.joined(separator: ", "), width: width,
        indent: "  ")
    }
    return LineWrapping.lines(
      plot.title.text(in: language) + ". " + plot.summary.text(in: language), width: width) + rows
      + cells.explanations.flatMap { LineWrapping.lines($0, width: width, indent: "    ") }
  }

  private func drawing(_ plot: Plot) -> [String] {
    let scale = PlotScale(plot.axisValues)
    let rows = self.rows(plot)
    let labelWidth = min(width / 3, rows.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0)
    let valueWidth = rows.map { DisplayWidth.columns(of: $0.value) }.max() ?? 0
    let room = min(60, max(10, width - labelWidth - valueWidth - 4))
    var lines = LineWrapping.lines(plot.title.text(in: language), width: width)
    for row in rows {
      let drawing = String(draw(row.marks, scale, room))
      let labels = LineWrapping.lines(row.label, width: max(8, labelWidth))
      for (index, label) in labels.enumerated() {
        let head = DisplayWidth.padded(label, to: labelWidth)
        lines.append(index == 0 ? head + "  " + drawing + "  " + row.value : label)
      }
    }
    let foot =
      number(scale.low, plot) + " … " + number(scale.high, plot) + "  "
      + plot.axis.text(in: language)
    let indent = String(repeating: " ", count: labelWidth + 2)
    return lines + LineWrapping.lines(indent + foot, width: width, indent: indent)
  }

  private enum Marks {
    case interval(value: Double, low: Double?, high: Double?)
    case slope(first: Double, second: Double)
    case bar(Double)
  }

  private struct Row {
    var label: String
    var value: String
    var marks: Marks
  }

  private func rows(_ plot: Plot) -> [Row] {
    let number = { self.number($0, plot) }
    switch plot.content {
    case .intervals(let points):
      return points.map { point in
        var value = number(point.value)
        if let low = point.low, let high = point.high {
          value += " [\(number(low)), \(number(high))]"
        }
        return Row(
          label: CellText.onOneLine(point.label.text(in: language)), value: value,
          marks: .interval(value: point.value, low: point.low, high: point.high))
      }
    case .slopes(let slopes, _, _):
      return slopes.map {
        Row(
          label: CellText.onOneLine($0.label.text(in: language)),
          value: number($0.first) + " → " + number($0.second),
          marks: .slope(first: $0.first, second: $0.second))
      }
    case .bars(let bars):
      return bars.map {
        Row(
          label: CellText.onOneLine($0.label.text(in: language)), value: number($0.value),
          marks: .bar($0.value))
      }
    default: return []
    }
  }

  private func number(_ value: Double, _ plot: Plot) -> String {
    PictureText(language: language, digits: plot.digits).number(value)
  }

  private func draw(_ marks: Marks, _ scale: PlotScale, _ room: Int) -> [Character] {
    var line = [Character](repeating: " ", count: room)
    let place = { (value: Double) in
      min(room - 1, max(0, Int((scale.share(value) * Double(room - 1)).rounded())))
    }
    let fill = { (from: Int, to: Int, mark: Character, line: inout [Character]) in
      for index in min(from, to)...max(from, to) { line[index] = mark }
    }
    let zero = place(0)
    switch marks {
    case .interval(let value, let low, let high):
      if let low, let high { fill(place(low), place(high), "─", &line) }
      line[zero] = line[zero] == " " ? "│" : "┼"
      line[place(value)] = "●"
    case .slope(let first, let second):
      fill(place(first), place(second), "─", &line)
      line[zero] = line[zero] == " " ? "│" : "┼"
      line[place(first)] = "○"
      line[place(second)] = "●"
    case .bar(let value):
      fill(zero, place(value), "█", &line)
      if value == 0 || !value.isFinite { line[zero] = "│" }
    }
    return line
  }
}
