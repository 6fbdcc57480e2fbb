package import Text

/// What may come, as bands around the middle forecast, beside what has been seen and the target.
package struct FanPlot: Sendable, Hashable {
  /// The times in order.
  package var points: [Point]
  /// The value that is wanted; `nil` for none.
  package var target: Double?
  /// What the times are.
  package var timeTitle: LocalizedText

  /// The forecast for one time.
  package struct Point: Sendable, Hashable {
    /// The name of the time.
    package var label: LocalizedText
    /// The quantiles of 5, 25, 50, 75 and 95 %, in this order; empty where nothing is forecast.
    package var quantiles: [Double]
    /// What was seen; `nil` for what has not come yet.
    package var observed: Double?

    /// Creates a point.
    package init(label: LocalizedText, quantiles: [Double], observed: Double? = nil) {
      self.label = label
      self.quantiles = quantiles.count == 5 ? quantiles : []
      self.observed = observed
    }
  }

  /// Creates a fan.
  package init(points: [Point], target: Double? = nil, timeTitle: LocalizedText) {
    self.points = points
    self.target = target
    self.timeTitle = timeTitle
  }
}

extension FanPlot: Picture {
  var kind: String { "fan" }

  private var range: AxisRange {
    AxisRange(
      points.flatMap { $0.quantiles + [$0.observed].compactMap(\.self) },
      including: [0] + [target].compactMap(\.self))
  }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    let bands = [
      (Ink.steps[1], DocumentMessages.ninetyPercent), (Ink.steps[3], DocumentMessages.halfOfRuns),
    ]
    for (colour, name) in bands {
      canvas.y += Canvas.lineHeight
      canvas.rect(canvas.left, canvas.y - 18, 30, 14, fill: .plain(colour), edge: Ink.axis)
      canvas.text(text.words(name), canvas.left + 40, canvas.y - 6)
    }
    canvas.y += Canvas.lineHeight
    canvas.line(canvas.left, canvas.y - 11, canvas.left + 30, canvas.y - 11, Ink.main, width: 3)
    canvas.text(text.words(DocumentMessages.median), canvas.left + 40, canvas.y - 6)
    if points.contains(where: { $0.observed != nil }) {
      canvas.y += Canvas.lineHeight
      canvas.mark(.diamond, canvas.left + 15, canvas.y - 11, Ink.text)
      canvas.text(text.words(DocumentMessages.observed), canvas.left + 40, canvas.y - 6)
    }
    let frame = canvas.frame(
      AxisRange([0, Double(max(1, points.count - 1))]), range,
      ticks: points.enumerated().map {
        (Double($0.offset), text.figures(text.words($0.element.label)))
      }, titles: (text.words(timeTitle), text.words(plot.axis)), room: 14, inset: 10)
    let known = points.enumerated().filter { !$0.element.quantiles.isEmpty }
    for (low, high, colour) in [(0, 4, Ink.steps[1]), (1, 3, Ink.steps[3])] {
      let upper = known.map { frame.point(Double($0.offset), $0.element.quantiles[high]) }
      let lower = known.map { frame.point(Double($0.offset), $0.element.quantiles[low]) }
      if known.count > 1 {
        canvas.polygon(upper + lower.reversed(), fill: .plain(colour), edge: Ink.axis)
      }
    }
    canvas.polyline(
      known.map { frame.point(Double($0.offset), $0.element.quantiles[2]) }, Ink.main, width: 3)
    if let target {
      let y = frame.y(target)
      canvas.line(frame.left - 10, y, frame.right, y, Ink.warning, width: 2, dash: "7 4")
      canvas.text(
        text.words(DocumentMessages.target) + " " + text.number(target), frame.left - 4, y - 6,
        isBold: true, hasHalo: true)
    }
    for (place, point) in points.enumerated() {
      guard let observed = point.observed else { continue }
      let spot = frame.point(Double(place), observed)
      canvas.mark(.diamond, spot.x, spot.y, Ink.text)
    }
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let range = range
    var rows = points.map { point in
      let quantiles = point.quantiles
      let value =
        quantiles.isEmpty
        ? point.observed.map(text.number) ?? "–"
        : "\(text.number(quantiles[2])) [\(text.number(quantiles[0])), "
          + "\(text.number(quantiles[4]))]"
      return (
        label: text.figures(text.words(point.label)),
        drawing: { (room: Int) -> String in
          var marks: [(Double, Character)] = []
          if let target { marks.append((target, "│")) }
          if quantiles.count == 5 { marks.append((quantiles[2], "●")) }
          if let observed = point.observed { marks.append((observed, "◆")) }
          return PictureText.marks(
            room, range, span: quantiles.count == 5 ? (quantiles[0], quantiles[4]) : nil, marks)
        }, value: value
      )
    }
    if let target {
      rows.append(
        (
          text.words(DocumentMessages.target),
          { PictureText.marks($0, range, [(target, "│")]) }, text.number(target)
        ))
    }
    return text.aligned(rows) + text.wrapped("  " + text.words(plot.axis), indent: "  ")
  }

  var columns: [Table.Column] {
    [Table.Column("time", timeTitle)]
      + [5, 25, 50, 75, 95].map {
        Table.Column("q\($0)", LocalizedText(same: "\($0) %"), .number)
      } + [
        Table.Column("observed", DocumentMessages.observed, .number),
        Table.Column("target", DocumentMessages.target, .number),
      ]
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    points.map { point in
      let cells: [Table.Cell] = (0..<5).map {
        point.quantiles.isEmpty ? .empty : .number(point.quantiles[$0], digits: plot.digits)
      }
      return [.localized(point.label)] + cells
        + [point.observed, target].map { value in
          value.map { .number($0, digits: plot.digits) } ?? .empty
        }
    }
  }
}
