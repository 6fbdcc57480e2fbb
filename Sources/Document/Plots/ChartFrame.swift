import Glibc

/// One axis: which values it holds.
struct AxisRange {
  let low: Double
  let high: Double

  /// Creates the range of values, widened where they are all the same; without any, 0 to 1.
  init(_ values: some Sequence<Double>, including: [Double] = []) {
    let finite = values.filter(\.isFinite) + including
    let low = finite.min() ?? 0
    let high = finite.max() ?? 1
    self.low = low
    self.high = high > low ? high : low + 1
  }

  /// Returns where `value` stands, 0 at the low end and 1 at the high end.
  func share(_ value: Double) -> Double {
    guard value.isFinite else { return 0 }
    let share = (value / 2 - low / 2) / (high / 2 - low / 2)
    return share.isFinite ? min(1, max(0, share)) : 0
  }

  /// Returns round values inside the range, about `count` of them: steps of 1, 2 or 5 by a power
  /// of ten.
  func ticks(_ count: Int = 5) -> [Double] {
    let rough = (high / Double(max(1, count)) - low / Double(max(1, count)))
    guard rough.isFinite, rough > 0 else { return [low] }
    let power = pow(10, floor(log10(rough)))
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    guard step > 0, first.isFinite, last.isFinite, last >= first, last - first < 50 else {
      return [low, high]
    }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Returns how many decimals its ticks need.
  var digits: Int {
    let ticks = self.ticks()
    return (0...3).first { digits in
      let power = pow(10, Double(digits))
      return ticks.allSatisfy { abs($0 * power - ($0 * power).rounded()) < 1e-6 }
    } ?? 3
  }
}

/// The rectangle of a chart with two axes, and where values stand in it.
struct ChartFrame {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let horizontal: AxisRange
  let vertical: AxisRange

  func x(_ value: Double) -> Double { left + horizontal.share(value) * (right - left) }
  func y(_ value: Double) -> Double { bottom - vertical.share(value) * (bottom - top) }
  func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (self.x(x), self.y(y)) }
}

extension Canvas {
  /// Draws the axes of a chart and moves on below it.
  ///
  /// - Parameters:
  ///   - horizontal: The values from left to right.
  ///   - vertical: The values from bottom to top.
  ///   - ticks: What is written under the chart, or `nil` for round numbers.
  ///   - titles: What the two axes hold; that of the vertical one stands above it.
  ///   - height: The height of the rectangle.
  ///   - room: What stays free at the right for words.
  ///   - inset: What stays free between the vertical axis and the first value.
  /// - Returns: The rectangle.
  mutating func frame(
    _ horizontal: AxisRange, _ vertical: AxisRange, ticks: [(Double, String)]? = nil,
    titles: (horizontal: String, vertical: String), height: Double = 220, room: Double = 0,
    inset: Double = 0
  ) -> ChartFrame {
    if !titles.vertical.isEmpty { paragraph(titles.vertical) }
    let text = PictureText(language: language, digits: vertical.digits)
    let labels = vertical.ticks().map { ($0, text.number($0)) }
    let margin = 6 + (labels.map { Canvas.width(of: $0.1, size: 13) }.max() ?? 0)
    let frame = ChartFrame(
      left: left + margin + inset, right: right - room, top: y + 10, bottom: y + 10 + height,
      horizontal: horizontal, vertical: vertical)
    for (value, label) in labels {
      line(frame.left - inset, frame.y(value), frame.right, frame.y(value), Ink.grid)
      self.text(label, frame.left - inset - 5, frame.y(value) + 5, anchor: "end")
    }
    line(frame.left - inset, frame.top, frame.left - inset, frame.bottom)
    line(frame.left - inset, frame.bottom, frame.right, frame.bottom)
    let across = PictureText(language: language, digits: horizontal.digits)
    y = frame.bottom
    let written = ticks ?? horizontal.ticks().map { ($0, across.number($0)) }
    var end = -Double.infinity
    for (value, label) in written {
      let place = frame.x(value)
      line(place, frame.bottom, place, frame.bottom + 5)
      let half = Canvas.width(of: label, size: 12) / 2
      guard place - half > end + 3 else { continue }
      self.text(label, place, frame.bottom + 19, anchor: "middle", size: 12)
      end = place + half
    }
    y += Self.lineHeight
    if !titles.horizontal.isEmpty {
      for line in wrapped(titles.horizontal) {
        y += Self.lineHeight
        self.text(line, (left + right) / 2, y - 6, anchor: "middle")
      }
    }
    return frame
  }

  /// Draws an axis under rows of marks and moves on below it.
  mutating func rowAxis(_ range: AxisRange, digits: Int, title: String) {
    line(left, y, right, y)
    let text = PictureText(language: language, digits: digits)
    y += Self.lineHeight
    self.text(text.number(range.low), left, y - 6)
    self.text(text.number(range.high), right, y - 6, anchor: "end")
    for line in wrapped(title) {
      y += Self.lineHeight
      self.text(line, width / 2, y - 6, anchor: "middle")
    }
  }

  /// Returns where a value stands between the margins.
  func across(_ value: Double, _ range: AxisRange) -> Double {
    left + range.share(value) * (right - left)
  }

  /// Writes what the marks of several series stand for, one a line.
  mutating func legend(_ names: [String], isHatched: Bool = false) {
    for (place, name) in names.enumerated() {
      let series = Ink.series(place)
      let lines = wrapped("      " + name)
      for (index, words) in lines.enumerated() {
        y += Self.lineHeight
        let shown = index == 0 ? String(words.drop { $0 == " " }) : words
        self.text(shown, left + 40, y - 6)
      }
      let middle = y - 11 - Double(lines.count - 1) * Self.lineHeight
      if isHatched {
        rect(left, middle - 7, 30, 14, fill: .hatch(place), edge: Ink.axis)
      } else {
        line(left, middle, left + 30, middle, series.colour, width: 2, dash: series.dash)
        mark(series.mark, left + 15, middle, series.colour, size: 4)
      }
    }
  }
}
