import Text

/// Draws a plot as SVG inside a page.
///
/// The drawing is small and made of lines, circles and words, so it stays sharp on paper. It has a
/// title and a description for screen readers, and each value is written beside its mark.
struct SVGPlot {
  let language: Language

  /// The drawing is laid out on so many units and scaled to the page.
  private static let width = 640.0
  private static let rowHeight = 34.0
  private static let left = 190.0
  private static let right = 170.0

  /// Returns the lines of a `figure` element.
  func figure(_ plot: Plot, _ place: Int) -> [String] {
    let titleID = HTMLText.id("plot", String(place), plot.id, "title")
    let summaryID = HTMLText.id("plot", String(place), plot.id, "desc")
    let scale = PlotScale(plot.axisValues)
    let rows = self.rows(plot, scale)
    let top = legend(plot) == nil ? 10.0 : 36.0
    let bottom = top + Double(rows.count) * Self.rowHeight
    let height = bottom + 46
    var lines = [
      "<figure>", "<figcaption>\(text(plot.title))</figcaption>",
      "<svg viewBox=\"0 0 \(short(Self.width)) \(short(height))\" role=\"img\""
        + " aria-labelledby=\"\(titleID) \(summaryID)\" font-size=\"14\" fill=\"#1b1f24\">",
      "<title id=\"\(titleID)\">\(text(plot.title))</title>",
      "<desc id=\"\(summaryID)\">\(text(plot.summary))</desc>",
    ]
    if let legend = legend(plot) { lines.append(label(legend, x: Self.left, y: 20)) }
    let zero = x(0, scale)
    lines.append(line(zero, top, zero, bottom, "stroke=\"#59636e\" stroke-dasharray=\"4 3\""))
    for (index, row) in rows.enumerated() {
      let y = top + (Double(index) + 0.5) * Self.rowHeight
      lines.append(label(row.label, x: Self.left - 12, y: y + 5, anchor: "end"))
      lines += row.marks(y)
      lines.append(label(row.value, x: Self.width - Self.right + 14, y: y + 5))
    }
    lines += axis(plot, scale, at: bottom)
    return lines + ["</svg>", "</figure>"]
  }

  private struct Row {
    var label: String
    var value: String
    var marks: (Double) -> [String]
  }

  private func rows(_ plot: Plot, _ scale: PlotScale) -> [Row] {
    let number = { CellText.number($0, plot.digits) }
    switch plot.content {
    case .intervals(let points):
      return points.map { point in
        var value = number(point.value)
        if let low = point.low, let high = point.high {
          value += " [\(number(low)), \(number(high))]"
        }
        return Row(label: text(point.label), value: value) { y in
          marks(point, scale, y)
        }
      }
    case .slopes(let slopes, _, _):
      return slopes.map { slope in
        let value = number(slope.first) + " → " + number(slope.second)
        return Row(label: text(slope.label), value: value) { y in
          [
            line(x(slope.first, scale), y, x(slope.second, scale), y, Self.stroke),
            circle(x(slope.first, scale), y, isFilled: false),
            circle(x(slope.second, scale), y, isFilled: true),
          ]
        }
      }
    case .bars(let bars):
      return bars.map { bar in
        Row(label: text(bar.label), value: number(bar.value)) { y in
          let from = min(x(0, scale), x(bar.value, scale))
          let width = max(1, abs(x(bar.value, scale) - x(0, scale)))
          return [
            "<rect x=\"\(short(from))\" y=\"\(short(y - 9))\" width=\"\(short(width))\""
              + " height=\"18\" fill=\"#1f5fa8\"/>"
          ]
        }
      }
    }
  }

  private func marks(_ point: Plot.Interval, _ scale: PlotScale, _ y: Double) -> [String] {
    var lines: [String] = []
    if let low = point.low, let high = point.high, low.isFinite, high.isFinite {
      lines.append(line(x(low, scale), y, x(high, scale), y, Self.stroke))
      for end in [low, high] {
        lines.append(line(x(end, scale), y - 6, x(end, scale), y + 6, Self.stroke))
      }
    }
    return lines + [circle(x(point.value, scale), y, isFilled: true)]
  }

  private func legend(_ plot: Plot) -> String? {
    guard case .slopes(_, let first, let second) = plot.content else { return nil }
    return "○ " + text(first) + "   ● " + text(second)
  }

  private func axis(_ plot: Plot, _ scale: PlotScale, at y: Double) -> [String] {
    let ends = [scale.low, scale.high]
    let zero: [Double] = ends.contains(0) ? [] : [0]
    let ticks = ends + zero
    let end = Self.width - Self.right
    let middle = (Self.left + end) / 2
    return [line(Self.left, y, end, y, "stroke=\"#59636e\"")]
      + ticks.map {
        label(CellText.number($0, plot.digits), x: x($0, scale), y: y + 18, anchor: "middle")
      } + [label(text(plot.axis), x: middle, y: y + 38, anchor: "middle")]
  }

  // MARK: Elements

  private static let stroke = "stroke=\"#1f5fa8\" stroke-width=\"3\""

  private func x(_ value: Double, _ scale: PlotScale) -> Double {
    Self.left + scale.share(value) * (Self.width - Self.right - Self.left)
  }

  /// Returns a coordinate with one decimal, which is finer than anyone sees.
  private func short(_ value: Double) -> String {
    NumberText.fixed(value, digits: 1, fallback: "0")
  }

  private func text(_ text: LocalizedText) -> String {
    HTMLText.escaped(text.text(in: language))
  }

  /// Returns a text element; `words` are escaped already.
  private func label(
    _ words: String, x: Double, y: Double, anchor: String = "start"
  ) -> String {
    "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\">\(words)</text>"
  }

  private func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) -> String {
    "<line x1=\"\(short(x1))\" y1=\"\(short(y1))\" x2=\"\(short(x2))\" y2=\"\(short(y2))\" \(style)/>"
  }

  private func circle(_ x: Double, _ y: Double, isFilled: Bool) -> String {
    let fill = isFilled ? "#1f5fa8" : "#fff"
    return "<circle cx=\"\(short(x))\" cy=\"\(short(y))\" r=\"6\" fill=\"\(fill)\""
      + " stroke=\"#1f5fa8\" stroke-width=\"2\"/>"
  }
}
