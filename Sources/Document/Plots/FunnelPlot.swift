package import Text

/// How many are left after each stage, as bars around one middle line.
package struct FunnelPlot: Sendable, Hashable {
  /// The stages, the widest first.
  package var stages: [Stage]

  /// One stage.
  package struct Stage: Sendable, Hashable {
    /// The name.
    package var label: LocalizedText
    /// How many there are.
    package var value: Double
    /// How many there should be, drawn as an outline; `nil` for none.
    package var planned: Double?

    /// Creates a stage.
    package init(label: LocalizedText, value: Double, planned: Double? = nil) {
      self.label = label
      self.value = value
      self.planned = planned
    }
  }

  /// Creates a funnel.
  package init(stages: [Stage]) {
    self.stages = stages
  }
}

extension FunnelPlot: Picture {
  var kind: String { "funnel" }

  private var range: AxisRange {
    AxisRange(stages.flatMap { [$0.value, $0.planned].compactMap(\.self) }, including: [0])
  }

  /// Returns the value with its share of the plan, or of the stage before.
  private func value(_ place: Int, _ text: PictureText) -> String {
    let stage = stages[place]
    let percent = PictureText(language: text.language, digits: 0)
    var words = text.number(stage.value)
    if let planned = stage.planned {
      words += " / " + text.number(planned)
      if planned > 0 { words += " (\(percent.number(100 * stage.value / planned)) %)" }
    } else if place > 0, stages[place - 1].value > 0 {
      words += " (\(percent.number(100 * stage.value / stages[place - 1].value)) %)"
    }
    return words
  }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    let range = range
    let middle = canvas.width / 2
    let full = canvas.right - canvas.left
    for (place, stage) in stages.enumerated() {
      canvas.heading(text.words(stage.label), value: value(place, text))
      let wide = full * range.share(stage.value)
      canvas.rect(
        middle - wide / 2, canvas.y, wide, 24, fill: .plain(Ink.main))
      if let planned = stage.planned {
        let outline = full * range.share(planned)
        canvas.rect(middle - outline / 2, canvas.y - 1, outline, 26, fill: .none, edge: Ink.text)
      }
      canvas.y += 28
    }
    canvas.paragraph(text.words(plot.axis))
    if stages.contains(where: { $0.planned != nil }) {
      canvas.paragraph(text.words(DocumentMessages.outlineIsPlan))
    }
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let range = range
    return text.aligned(
      stages.indices.map { place in
        (
          label: text.words(stages[place].label),
          drawing: { room in
            let wide = Int((range.share(stages[place].value) * Double(room)).rounded())
            return String(repeating: " ", count: (room - wide) / 2)
              + String(repeating: "█", count: max(wide, stages[place].value > 0 ? 1 : 0))
          }, value: value(place, text)
        )
      }) + text.wrapped("  " + text.words(plot.axis), indent: "  ")
  }

  var columns: [Table.Column] {
    [
      Table.Column("stage", DocumentMessages.stage),
      Table.Column("value", DocumentMessages.value, .number),
      Table.Column("planned", DocumentMessages.planned, .number),
    ]
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    stages.map { stage in
      [
        .localized(stage.label),
        .number(stage.value, digits: plot.digits, orMissing: DocumentMessages.noValue),
        stage.planned.map { .number($0, digits: plot.digits) } ?? .empty,
      ]
    }
  }
}
