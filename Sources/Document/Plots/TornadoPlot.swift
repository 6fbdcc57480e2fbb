package import Text

/// How far the outcome moves when one assumption goes to its low and to its high end.
package struct TornadoPlot: Sendable, Hashable {
  /// The outcome with every assumption in the middle.
  package var base: Double
  /// The assumptions, drawn widest first.
  package var factors: [Factor]

  /// One assumption.
  package struct Factor: Sendable, Hashable {
    /// The name.
    package var label: LocalizedText
    /// The low and the high end of the assumption, in words.
    package var range: LocalizedText
    /// The outcome at its low end.
    package var low: Double
    /// The outcome at its high end.
    package var high: Double

    /// Creates an assumption.
    package init(label: LocalizedText, range: LocalizedText, low: Double, high: Double) {
      self.label = label
      self.range = range
      self.low = low
      self.high = high
    }
  }

  /// Creates a plot.
  package init(base: Double, factors: [Factor]) {
    self.base = base
    self.factors = factors
  }
}

extension TornadoPlot: Picture {
  var kind: String { "tornado" }

  private var range: AxisRange { AxisRange(factors.flatMap { [$0.low, $0.high] } + [base]) }

  /// The widest first; of two as wide the one that stood first.
  private var ordered: [Factor] {
    factors.enumerated().sorted { left, right in
      let widths = (
        abs(left.element.high - left.element.low),
        abs(right.element.high - right.element.low)
      )
      return widths.0 == widths.1 ? left.offset < right.offset : widths.0 > widths.1
    }.map(\.element)
  }

  private func name(_ factor: Factor, _ text: PictureText) -> String {
    let range = text.figures(text.words(factor.range))
    return text.words(factor.label) + (range.isEmpty ? "" : " (\(range))")
  }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    let range = range
    canvas.legend(DocumentMessages.ends.map(text.words), isHatched: true)
    for factor in ordered {
      canvas.heading(
        name(factor, text), value: text.number(factor.low) + " … " + text.number(factor.high))
      let middle = canvas.across(base, range)
      for (place, value) in [factor.low, factor.high].enumerated() {
        let x = canvas.across(value, range)
        canvas.rect(
          min(x, middle), canvas.y + 2, abs(x - middle), 18, fill: .hatch(place),
          edge: Ink.text)
      }
      canvas.line(middle, canvas.y, middle, canvas.y + 24, Ink.text, width: 2)
      canvas.y += 24
    }
    canvas.rowAxis(range, digits: plot.digits, title: text.words(plot.axis))
    canvas.paragraph(text.words(DocumentMessages.base) + ": " + text.number(base))
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let range = range
    return text.aligned(
      ordered.map { factor in
        (
          label: name(factor, text),
          drawing: { room in
            PictureText.marks(
              room, range, span: (factor.low, factor.high), fill: "━",
              [(base, "│"), (factor.low, "○"), (factor.high, "●")])
          }, value: text.number(factor.low) + " … " + text.number(factor.high)
        )
      })
      + text.wrapped(
        "  ○ " + text.words(DocumentMessages.ends[0]) + ", ● "
          + text.words(DocumentMessages.ends[1]) + ", │ " + text.words(DocumentMessages.base)
          + " " + text.number(base) + "; " + text.words(plot.axis), indent: "  ")
  }

  var columns: [Table.Column] {
    [
      Table.Column("factor", DocumentMessages.factor),
      Table.Column("range", DocumentMessages.range),
      Table.Column("low", DocumentMessages.ends[0], .number),
      Table.Column("high", DocumentMessages.ends[1], .number),
      Table.Column("base", DocumentMessages.base, .number),
    ]
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    ordered.map {
      [
        .localized($0.label), .localized($0.range), .number($0.low, digits: plot.digits),
        .number($0.high, digits: plot.digits), .number(base, digits: plot.digits),
      ]
    }
  }
}
