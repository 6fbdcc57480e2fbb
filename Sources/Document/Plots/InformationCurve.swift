package import Text

/// How precisely a test measures at each level, above the levels at which its people stand.
package struct InformationCurve: Sendable, Hashable {
  /// The curve, from the lowest level.
  package var points: [Point]
  /// The people by level; the widths of all bins are the same.
  package var bins: [Bin]
  /// What the vertical axis holds.
  package var information: LocalizedText

  /// One point of the curve.
  package struct Point: Sendable, Hashable {
    /// The level.
    package var level: Double
    /// The information there.
    package var value: Double

    /// Creates a point.
    package init(level: Double, value: Double) {
      self.level = level
      self.value = value
    }
  }

  /// The people between two levels.
  package struct Bin: Sendable, Hashable {
    /// The lower level.
    package var low: Double
    /// The upper level.
    package var high: Double
    /// How many people stand there.
    package var count: Int

    /// Creates a bin.
    package init(low: Double, high: Double, count: Int) {
      self.low = low
      self.high = high
      self.count = count
    }
  }

  /// Creates a curve.
  package init(points: [Point], bins: [Bin], information: LocalizedText) {
    self.points = points
    self.bins = bins
    self.information = information
  }
}

extension InformationCurve: Picture {
  var kind: String { "information" }

  private var range: AxisRange {
    AxisRange(points.map(\.level) + bins.flatMap { [$0.low, $0.high] })
  }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    canvas.legend([text.words(information)])
    canvas.y += Canvas.lineHeight
    canvas.rect(
      canvas.left, canvas.y - 18, 30, 14, fill: .plain(Ink.steps[2]), edge: Ink.axis)
    let most = bins.map(\.count).max() ?? 0
    canvas.text(
      text.words(DocumentMessages.peopleUpTo(most)), canvas.left + 40, canvas.y - 6)
    let frame = canvas.frame(
      range, AxisRange(points.map(\.value), including: [0]),
      titles: (text.words(plot.axis), text.words(information)))
    let height = frame.bottom - frame.top
    for bin in bins where bin.count > 0 {
      let tall = 0.6 * height * Double(bin.count) / Double(max(1, most))
      canvas.rect(
        frame.x(bin.low), frame.bottom - tall, frame.x(bin.high) - frame.x(bin.low), tall,
        fill: .plain(Ink.steps[2]), edge: Ink.axis)
    }
    canvas.polyline(
      points.map { frame.point($0.level, $0.value) }, Ink.main, width: 3)
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let range = range
    let curve = AxisRange(points.map(\.value), including: [0])
    let people = AxisRange(bins.map { Double($0.count) }, including: [0])
    let room = min(60, max(20, text.width - 24))
    let levels = (0..<room).map { place in
      range.low + (range.high - range.low) * (Double(place) + 0.5) / Double(room)
    }
    let information = levels.map { level in
      points.min { abs($0.level - level) < abs($1.level - level) }?.value
    }
    let counts = levels.map { level -> Double? in
      bins.first { $0.low <= level && level < $0.high }.flatMap {
        $0.count > 0 ? Double($0.count) : nil
      }
    }
    let ends = text.number(range.low)
    return text.wrapped(text.words(self.information)) + [
      "  " + PictureText.sparkline(information, curve),
      "  " + PictureText.sparkline(counts, people) + " "
        + text.words(DocumentMessages.peopleUpTo(bins.map(\.count).max() ?? 0)),
      "  " + DisplayWidth.padded(ends, to: room - 4) + text.number(range.high),
    ] + text.wrapped("  " + text.words(plot.axis), indent: "  ")
  }

  var columns: [Table.Column] {
    [
      Table.Column("level", LocalizedText(en: "Level", km: "កម្រិត"), .number),
      Table.Column("information", information, .number),
      Table.Column("people", DocumentMessages.people, .number),
    ]
  }

  /// One row a bin, with the information in its middle.
  func rows(_ plot: Plot) -> [[Table.Cell]] {
    bins.map { bin in
      let middle = bin.low / 2 + bin.high / 2
      let value = points.min { abs($0.level - middle) < abs($1.level - middle) }?.value
      return [
        .number(middle, digits: 2),
        .number(value, digits: 2, orMissing: DocumentMessages.noValue), .integer(bin.count),
      ]
    }
  }
}
