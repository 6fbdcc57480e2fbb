import Text

/// Draws a plot as SVG inside a page.
///
/// Each group has its words on lines of their own, above its mark, so that the drawing fits a phone
/// without shrinking its letters. It is made of lines, circles and words and stays sharp on paper.
/// It has a title and a description for screen readers, and each value is written out.
struct SVGPlot {
  let language: Language

  /// The drawing is laid out on so many units, about the pixels of a small phone.
  private static let width = 340.0
  private static let left = 10.0
  private static let right = 330.0
  private static let lineHeight = 24.0
  private static let markHeight = 26.0
  /// So many columns of letters fit the width, Khmer ones too.
  private static let columns = 36

  /// Returns the lines of an `svg` element.
  func picture(_ plot: Plot, _ place: Int) -> [String] {
    let (drawing, width, height) = drawing(plot, place)
    let titleID = HTMLText.id("plot", String(place), plot.id, "title")
    let summaryID = HTMLText.id("plot", String(place), plot.id, "desc")
    let size = "\(short(width)) \(short(height))"
    // A picture wider than a phone keeps the size of its letters and scrolls.
    let style = width > 400 ? " style=\"width:\(short(width))px;max-width:none\"" : ""
    return [
      "<svg viewBox=\"0 0 \(size)\" role=\"img\""
        + " aria-labelledby=\"\(titleID) \(summaryID)\" font-size=\"13\" fill=\"#1b1f24\"\(style)>",
      "<title id=\"\(titleID)\">\(text(plot.title))</title>",
      "<desc id=\"\(summaryID)\">\(text(plot.summary))</desc>",
    ] + drawing + ["</svg>"]
  }

  private func drawing(_ plot: Plot, _ place: Int) -> ([String], width: Double, height: Double) {
    if let picture = plot.picture {
      var canvas = Canvas(
        language: language, prefix: HTMLText.id("plot", String(place), plot.id),
        width: picture.width)
      picture.draw(on: &canvas, plot)
      return (canvas.elements, picture.width, canvas.y + 8)
    }
    let scale = PlotScale(plot.axisValues)
    var y = 6.0
    var drawing: [String] = []
    for line in legend(plot) { drawing += words(line, &y) }
    for row in rows(plot, scale) {
      drawing += heading(row, &y)
      let zero = x(0, scale)
      drawing.append(
        line(zero, y, zero, y + Self.markHeight, "stroke=\"#59636e\" stroke-dasharray=\"4 3\""))
      drawing += row.marks(y + Self.markHeight / 2)
      y += Self.markHeight
    }
    drawing += axis(plot, scale, &y)
    return (drawing, Self.width, y + 8)
  }

  /// Returns the words of a group: its name, and its value at the end of the last line or below it.
  private func heading(_ row: Row, _ y: inout Double) -> [String] {
    var lines: [String] = []
    let names = LineWrapping.lines(row.label, width: Self.columns)
    for name in names { lines += words(name, &y) }
    let taken = DisplayWidth.columns(of: names.last ?? "") + DisplayWidth.columns(of: row.value)
    if taken + 2 > Self.columns { y += Self.lineHeight }
    lines.append(label(row.value, x: Self.right, y: y - 6, anchor: "end"))
    return lines
  }

  /// Returns one line of words and moves on below it.
  private func words(_ words: String, _ y: inout Double) -> [String] {
    y += Self.lineHeight
    return [label(words, x: Self.left, y: y - 6)]
  }

  private struct Row {
    var label: String
    var value: String
    var marks: (Double) -> [String]
  }

  private func rows(_ plot: Plot, _ scale: PlotScale) -> [Row] {
    let number = { self.number($0, plot) }
    switch plot.content {
    case .intervals(let points):
      return points.map { point in
        var value = number(point.value)
        if let low = point.low, let high = point.high {
          value += " [\(number(low)), \(number(high))]"
        }
        return Row(label: name(point.label), value: value) { y in
          marks(point, scale, y)
        }
      }
    case .slopes(let slopes, _, _):
      return slopes.map { slope in
        let value = number(slope.first) + " → " + number(slope.second)
        return Row(label: name(slope.label), value: value) { y in
          [
            line(x(slope.first, scale), y, x(slope.second, scale), y, Self.stroke),
            circle(x(slope.first, scale), y, isFilled: false),
            circle(x(slope.second, scale), y, isFilled: true),
          ]
        }
      }
    case .bars(let bars):
      return bars.map { bar in
        Row(label: name(bar.label), value: number(bar.value)) { y in
          let from = min(x(0, scale), x(bar.value, scale))
          let width = max(1, abs(x(bar.value, scale) - x(0, scale)))
          return [
            "<rect x=\"\(short(from))\" y=\"\(short(y - 9))\" width=\"\(short(width))\""
              + " height=\"18\" fill=\"#1f5fa8\"/>"
          ]
        }
      }
    default: return []
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

  private func legend(_ plot: Plot) -> [String] {
    guard case .slopes(_, let first, let second) = plot.content else { return [] }
    return ["○ " + first.text(in: language), "● " + second.text(in: language)].flatMap {
      LineWrapping.lines($0, width: Self.columns)
    }
  }

  private func axis(_ plot: Plot, _ scale: PlotScale, _ y: inout Double) -> [String] {
    var lines = [line(Self.left, y, Self.right, y, "stroke=\"#59636e\"")]
    y += Self.lineHeight
    let base = y - 6
    let tick = { (value: Double, anchor: String) in
      label(number(value, plot), x: x(value, scale), y: base, anchor: anchor)
    }
    lines += [tick(scale.low, "start"), tick(scale.high, "end")]
    // Zero has its own number where that does not run into those of the ends.
    if (0.25...0.75).contains(scale.share(0)) { lines.append(tick(0, "middle")) }
    for words in LineWrapping.lines(plot.axis.text(in: language), width: Self.columns) {
      y += Self.lineHeight
      lines.append(label(words, x: Self.width / 2, y: y - 6, anchor: "middle"))
    }
    return lines
  }

  // MARK: Elements

  private func number(_ value: Double, _ plot: Plot) -> String {
    PictureText(language: language, digits: plot.digits).number(value)
  }

  private static let stroke = "stroke=\"#1f5fa8\" stroke-width=\"3\""

  private func x(_ value: Double, _ scale: PlotScale) -> Double {
    Self.left + scale.share(value) * (Self.right - Self.left)
  }

  /// Returns a coordinate with one decimal, which is finer than anyone sees.
  private func short(_ value: Double) -> String {
    NumberText.fixed(value, digits: 1, fallback: "0")
  }

  private func text(_ text: LocalizedText) -> String {
    HTMLText.escaped(text.text(in: language))
  }

  /// Returns the name of a group as plain text on one line, not yet escaped.
  private func name(_ text: LocalizedText) -> String {
    CellText.onOneLine(text.text(in: language))
  }

  private func label(
    _ words: String, x: Double, y: Double, anchor: String = "start"
  ) -> String {
    "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\">"
      + "\(HTMLText.escaped(words))</text>"
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
