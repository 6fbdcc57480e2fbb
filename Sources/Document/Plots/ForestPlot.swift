package import Text

/// A square with its interval for each group, larger for more people, and a diamond for the whole.
package struct ForestPlot: Sendable, Hashable {
  /// The groups.
  package var groups: [Group]
  /// Everybody, drawn as a diamond; `nil` for none.
  package var summary: Group?
  /// The value of the upright line, such as no change.
  package var reference: Double

  /// One group.
  package struct Group: Sendable, Hashable {
    /// The name.
    package var label: LocalizedText
    /// How many people it has.
    package var count: Int
    /// The value, or `nil` where it is not shown.
    package var value: Double?
    /// The lower end of the interval.
    package var low: Double?
    /// The upper end of the interval.
    package var high: Double?
    /// Why there is no value; empty where there is one.
    package var reason: LocalizedText

    /// Creates a group.
    package init(
      label: LocalizedText, count: Int, value: Double?, low: Double? = nil, high: Double? = nil,
      reason: LocalizedText = LocalizedText(same: "")
    ) {
      self.label = label
      self.count = count
      self.value = value
      self.low = low
      self.high = high
      self.reason = reason
    }
  }

  /// Creates a plot.
  package init(groups: [Group], summary: Group? = nil, reference: Double = 0) {
    self.groups = groups
    self.summary = summary
    self.reference = reference
  }
}

extension ForestPlot: Picture {
  var kind: String { "forest" }

  private var everything: [Group] { groups + [summary].compactMap(\.self) }

  private var range: AxisRange {
    AxisRange(
      everything.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) },
      including: [reference])
  }

  private func value(_ group: Group, _ text: PictureText) -> String {
    guard let value = group.value else { return text.words(group.reason) }
    guard let low = group.low, let high = group.high else { return text.number(value) }
    return "\(text.number(value)) [\(text.number(low)), \(text.number(high))]"
  }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    let range = range
    let largest = Double(max(1, groups.map(\.count).max() ?? 1))
    for group in groups + [summary].compactMap(\.self) {
      canvas.heading(
        text.words(group.label) + " (n = \(text.count(group.count)))", value: value(group, text))
      let y = canvas.y + 12
      let zero = canvas.across(reference, range)
      canvas.line(zero, canvas.y, zero, canvas.y + 24, dash: "4 3")
      canvas.y += 24
      guard let value = group.value else { continue }
      let x = canvas.across(value, range)
      let ends = zip([group.low], [group.high]).compactMap { low, high in
        low.flatMap { low in
          high.map { (canvas.across(low, range), canvas.across($0, range)) }
        }
      }.first
      if group == summary {
        let half = ends ?? (x - 6, x + 6)
        canvas.polygon(
          [(half.0, y), (x, y - 8), (half.1, y), (x, y + 8)], fill: .plain(Ink.text))
        continue
      }
      if let ends {
        canvas.line(ends.0, y, ends.1, y, Ink.main, width: 2.5)
        for end in [ends.0, ends.1] { canvas.line(end, y - 5, end, y + 5, Ink.main, width: 2.5) }
      }
      let size = 3 + 5 * (Double(max(0, group.count)) / largest).squareRoot()
      canvas.rect(x - size, y - size, 2 * size, 2 * size, fill: .plain(Ink.main))
    }
    canvas.rowAxis(range, digits: plot.digits, title: text.words(plot.axis))
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let range = range
    return text.aligned(
      everything.map { group in
        (
          label: text.words(group.label) + " (\(text.count(group.count)))",
          drawing: { room in
            guard let value = group.value else { return "" }
            let ends = group.low.flatMap { low in group.high.map { (low, $0) } }
            return PictureText.marks(
              room, range, span: ends,
              [(reference, "│"), (value, group == summary ? "◆" : "■")])
          }, value: value(group, text)
        )
      })
  }

  var columns: [Table.Column] {
    [
      Table.Column("label", DocumentMessages.what),
      Table.Column("people", DocumentMessages.people, .number),
      Table.Column("value", DocumentMessages.value, .number),
      Table.Column("interval", DocumentMessages.interval, .interval),
    ]
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    everything.map { group in
      let reason = group.reason.isEmpty ? DocumentMessages.noValue : group.reason
      let interval: Table.Cell =
        if let low = group.low, let high = group.high {
          .interval(low: low, high: high, digits: plot.digits)
        } else {
          .empty
        }
      return [
        .localized(group.label), .integer(group.count),
        .number(group.value, digits: plot.digits, orMissing: reason), interval,
      ]
    }
  }
}
