package import Text

/// How often each option of a question was chosen, from the weakest to the strongest people.
package struct OptionCurves: Sendable, Hashable {
  /// The groups of people by their score, weakest first.
  package var groups: [LocalizedText]
  /// How many people each group has.
  package var counts: [Int]
  /// The options.
  package var options: [Option]
  /// What the horizontal axis holds.
  package var groupAxis: LocalizedText

  /// One option.
  package struct Option: Sendable, Hashable {
    /// The name.
    package var label: LocalizedText
    /// Whether it is right.
    package var isKey: Bool
    /// The share of each group that chose it, 0 to 1; `nil` where a group has nobody.
    package var shares: [Double?]

    /// Creates an option.
    package init(label: LocalizedText, isKey: Bool, shares: [Double?]) {
      self.label = label
      self.isKey = isKey
      self.shares = shares
    }
  }

  /// Creates curves.
  package init(
    groups: [LocalizedText], counts: [Int], options: [Option], groupAxis: LocalizedText
  ) {
    self.groups = groups
    self.counts = counts
    self.options = options
    self.groupAxis = groupAxis
  }
}

extension OptionCurves: Picture {
  var kind: String { "optionCurves" }

  /// The name of an option, with a tick where it is right.
  private func name(_ option: Option, _ text: PictureText) -> String {
    text.words(option.label) + (option.isKey ? " ✓" : "")
  }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    canvas.legend(options.map { name($0, text) })
    let last = Double(max(1, groups.count - 1))
    let frame = canvas.frame(
      AxisRange([0, last]), AxisRange([0, 100]),
      ticks: groups.enumerated().map {
        (Double($0.offset), text.figures(text.words($0.element)))
      },
      titles: (text.words(groupAxis), text.words(plot.axis)), height: 200, room: 46, inset: 12)
    var ends: [(y: Double, words: String)] = []
    for (place, option) in options.enumerated() {
      let look = Ink.series(place)
      let points = option.shares.enumerated().compactMap { group, share in
        share.map { frame.point(Double(group), 100 * $0) }
      }
      canvas.polyline(points, look.colour, width: option.isKey ? 4 : 2, dash: look.dash)
      for point in points {
        canvas.mark(look.mark, point.x, point.y, look.colour, size: option.isKey ? 5 : 3.5)
      }
      if let end = points.last { ends.append((end.y, name(option, text))) }
    }
    let places = SlopeGraph.spread(
      ends.map(\.y), apart: 16, top: frame.top, height: frame.bottom - frame.top)
    for (end, place) in zip(ends, places) {
      canvas.text(end.words, frame.right + 9, place + 5, room: 44, hasHalo: true)
    }
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let range = AxisRange([0, 1])
    let percent = PictureText(language: text.language, digits: 0)
    return text.aligned(
      options.map { option in
        let shares = option.shares.map { $0.map { percent.number(100 * $0) } ?? "–" }
        return (
          label: name(option, text),
          drawing: { room in
            let width = max(1, room / max(1, option.shares.count))
            return option.shares.map {
              String(
                repeating: PictureText.sparkline([$0], range), count: min(3, width))
            }.joined()
          }, value: shares.joined(separator: " ") + " %"
        )
      }) + text.wrapped("  " + text.words(groupAxis), indent: "  ")
  }

  var columns: [Table.Column] {
    [
      Table.Column("option", DocumentMessages.option),
      Table.Column("key", DocumentMessages.right),
    ]
      + groups.enumerated().map { Table.Column("group\($0.offset + 1)", $0.element, .number) }
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    options.map { option in
      [.localized(option.label), option.isKey ? .localized(DocumentMessages.yes) : .empty]
        + option.shares.map {
          .number($0.map { 100 * $0 }, digits: plot.digits, orMissing: DocumentMessages.noValue)
        }
    } + [
      [.localized(DocumentMessages.people), .empty] + counts.map { .integer($0) }
    ]
  }
}
