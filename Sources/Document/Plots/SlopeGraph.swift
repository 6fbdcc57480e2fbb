package import Text

/// A line from a first to a second value for each group or person, between two upright axes.
package struct SlopeGraph: Sendable, Hashable {
  /// What stands at the left and at the right.
  package var first: LocalizedText
  /// What stands at the right.
  package var second: LocalizedText
  /// The lines.
  package var slopes: [Line]
  /// The line that sums them up, drawn thick; `nil` for none.
  package var mean: Line?
  /// The lowest and the highest value that there can be, or `nil` for those that there are.
  package var ends: [Double]?

  /// One line.
  package struct Line: Sendable, Hashable {
    /// The name; an empty one is not written beside the line.
    package var label: LocalizedText
    /// The first value.
    package var first: Double
    /// The second value.
    package var second: Double
    /// How many people it stands for.
    package var count: Int

    /// Creates a line.
    package init(label: LocalizedText, first: Double, second: Double, count: Int = 1) {
      self.label = label
      self.first = first
      self.second = second
      self.count = count
    }
  }

  /// Creates a graph.
  package init(
    first: LocalizedText, second: LocalizedText, slopes: [Line], mean: Line? = nil,
    ends: [Double]? = nil
  ) {
    self.first = first
    self.second = second
    self.slopes = slopes
    self.mean = mean
    self.ends = ends
  }
}

extension SlopeGraph: Picture {
  var kind: String { "slopeGraph" }

  private var range: AxisRange {
    let values = (slopes + [mean].compactMap(\.self)).flatMap { [$0.first, $0.second] }
    return AxisRange(values, including: ends ?? [])
  }

  private var isNamed: Bool { slopes.contains { !$0.label.isEmpty } }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    canvas.legend(DocumentMessages.directions.map(text.words))
    canvas.paragraph(text.words(plot.axis))
    let range = range
    let height = isNamed ? max(220, Double(slopes.count) * 19) : 240
    let left = 60.0
    let right = isNamed ? canvas.width - 150 : canvas.width - 60
    let top = canvas.y + 36
    let y = { (value: Double) in top + (1 - range.share(value)) * height }
    for (x, words) in [(left, first), (right, second)] {
      canvas.line(x, top - 6, x, top + height + 6)
      canvas.text(
        text.words(words), x, top - 12, anchor: "middle", room: min(2 * left - 10, 110),
        isBold: true)
    }
    let ticks = PictureText(language: canvas.language, digits: range.digits)
    for tick in range.ticks() {
      canvas.line(left, y(tick), right, y(tick), Ink.grid)
      canvas.text(ticks.number(tick), left - 8, y(tick) + 5, anchor: "end", size: 12)
    }
    for slope in slopes.sorted(by: Self.isDrawnFirst) {
      let look = Ink.series(Self.direction(slope))
      canvas.line(
        left, y(slope.first), right, y(slope.second), look.colour,
        width: min(5, 1.2 + 0.5 * Double(slope.count - 1)), dash: look.dash)
      canvas.mark(look.mark, left, y(slope.first), look.colour, size: 3)
      canvas.mark(look.mark, right, y(slope.second), look.colour, size: 3)
    }
    if isNamed {
      let places = Self.spread(slopes.map { y($0.second) }, apart: 19, top: top, height: height)
      for (slope, place) in zip(slopes, places) {
        canvas.line(right + 4, y(slope.second), right + 14, place, Ink.axis, width: 0.8)
        canvas.text(
          text.words(slope.label) + " " + text.number(slope.second), right + 17, place + 5,
          size: 12, room: canvas.right - right - 17)
      }
    }
    if let mean {
      canvas.line(left, y(mean.first), right, y(mean.second), Ink.text, width: 5)
    }
    canvas.y = top + height + 10
    if let mean, !mean.label.isEmpty {
      canvas.y += Canvas.lineHeight
      canvas.line(canvas.left, canvas.y - 11, canvas.left + 30, canvas.y - 11, Ink.text, width: 5)
      canvas.text(
        text.words(mean.label) + ": " + text.number(mean.first) + " → "
          + text.number(mean.second), canvas.left + 40, canvas.y - 6, isBold: true)
    }
  }

  /// 0 up, 1 down, 2 level: the place among the series.
  private static func direction(_ line: Line) -> Int {
    line.second > line.first ? 0 : (line.second < line.first ? 1 : 2)
  }

  /// Falling lines come last, so that many rising ones do not hide them.
  private static func isDrawnFirst(_ left: Line, _ right: Line) -> Bool {
    (order(left), left.first, left.second) < (order(right), right.first, right.second)
  }

  private static func order(_ line: Line) -> Int { [0, 2, 1][direction(line)] }

  /// Returns places near the wanted ones, no two closer than `apart`, in the same order.
  static func spread(
    _ wanted: [Double], apart: Double, top: Double, height: Double
  ) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var places = wanted
    var last = -Double.infinity
    for index in order {
      places[index] = max(wanted[index], last + apart)
      last = places[index]
    }
    let over = last - (top + height)
    guard over > 0 else { return places }
    var next = Double.infinity
    for index in order.reversed() {
      places[index] = min(places[index], min(next - apart, top + height))
      next = places[index]
    }
    return places
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let range = range
    var shown = isNamed ? slopes : []
    if let mean { shown.append(mean) }
    let rows = shown.map { slope in
      (
        label: text.words(slope.label),
        drawing: { (room: Int) in
          PictureText.marks(
            room, range, span: (slope.first, slope.second),
            [(slope.first, "○"), (slope.second, "●")])
        }, value: text.number(slope.first) + " → " + text.number(slope.second)
      )
    }
    guard !isNamed, !slopes.isEmpty else { return text.aligned(rows) }
    let counts = (0..<3).map { way in
      slopes.filter { Self.direction($0) == way }.reduce(0) { $0 + $1.count }
    }
    let people = AxisRange(counts.map(Double.init), including: [0])
    return text.aligned(
      rows
        + zip(DocumentMessages.directions, counts).map { name, count in
          (
            label: text.words(name),
            drawing: { room in
              count == 0
                ? "│" : PictureText.marks(room, people, span: (0, Double(count)), fill: "█", [])
            }, value: text.count(count)
          )
        })
  }

  var columns: [Table.Column] {
    [
      Table.Column("label", DocumentMessages.what),
      Table.Column("first", first, .number), Table.Column("second", second, .number),
      Table.Column("people", DocumentMessages.people, .number),
    ]
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    (slopes + [mean].compactMap(\.self)).map {
      [
        .localized($0.label), .number($0.first, digits: plot.digits),
        .number($0.second, digits: plot.digits), .integer($0.count),
      ]
    }
  }
}
