package import Text

/// How many of each group at the left went which way to the right, as bands.
package struct FlowPlot: Sendable, Hashable {
  /// The groups at the left.
  package var sources: [LocalizedText]
  /// Where they went.
  package var targets: [LocalizedText]
  /// How many of each source, row by row, went to each target.
  package var flows: [[Int]]
  /// What the sources are.
  package var sourceTitle: LocalizedText

  /// Creates a plot; rows that are too short are filled up with nobody.
  package init(
    sources: [LocalizedText], targets: [LocalizedText], flows: [[Int]],
    sourceTitle: LocalizedText
  ) {
    self.sources = sources
    self.targets = targets
    self.flows = sources.indices.map { row in
      targets.indices.map {
        row < flows.count && $0 < flows[row].count ? max(0, flows[row][$0]) : 0
      }
    }
    self.sourceTitle = sourceTitle
  }
}

extension FlowPlot: Picture {
  var kind: String { "flow" }

  private var left: [Int] { flows.map { $0.reduce(0, +) } }
  private var right: [Int] { targets.indices.map { place in flows.reduce(0) { $0 + $1[place] } } }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    let total = Double(max(1, left.reduce(0, +)))
    let height = 230.0
    canvas.paragraph(text.words(sourceTitle))
    let top = canvas.y + 12
    let starts = Self.stack(left, top: top, height: height, total: total)
    let ends = Self.stack(right, top: top, height: height, total: total)
    var outgoing = starts
    var incoming = ends
    let (from, to) = (canvas.left + 10, canvas.right - 10)
    for (row, line) in flows.enumerated() {
      for (column, count) in line.enumerated() where count > 0 {
        let thick = height * Double(count) / total
        canvas.band(
          from: from, outgoing[row], outgoing[row] + thick, to: to, incoming[column],
          incoming[column] + thick, fill: .hatch(column))
        outgoing[row] += thick
        incoming[column] += thick
      }
    }
    for (nodes, counts, names, x) in [
      (starts, left, sources, from), (ends, right, targets, to),
    ] {
      let isLeft = x == from
      for ((start, count), name) in zip(zip(nodes, counts), names) {
        let tall = max(2, height * Double(count) / total)
        canvas.rect(isLeft ? x - 10 : x, start, 10, tall, fill: .plain(Ink.text))
        canvas.text(
          text.words(name) + ": " + text.count(count), isLeft ? x + 6 : x - 6,
          start + tall / 2 + 5, anchor: isLeft ? "start" : "end", room: 155, hasHalo: true)
      }
    }
    let bottoms = zip(starts + ends, left + right).map { $0 + height * Double($1) / total }
    canvas.y = (bottoms.max() ?? top) + 14
  }

  /// Returns where the nodes of one side begin, far enough apart for their words.
  private static func stack(
    _ counts: [Int], top: Double, height: Double, total: Double
  ) -> [Double] {
    var y = top
    return counts.map { count in
      let start = y
      y += max(20, height * Double(count) / total + 12)
      return start
    }
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let most = AxisRange(left.map(Double.init), including: [0])
    let letters: [Character] = ["█", "▒", "░", "▚", "▞", "▖"]
    let legend = targets.enumerated().map {
      String(letters[$0.offset % letters.count]) + " " + text.words($0.element)
    }
    return text.wrapped("  " + legend.joined(separator: "   "), indent: "  ")
      + text.aligned(
        sources.indices.map { row in
          (
            label: text.words(sources[row]),
            drawing: { room in
              let all = Int((most.share(Double(left[row])) * Double(room)).rounded())
              return flows[row].enumerated().map { column, count in
                let width = left[row] == 0 ? 0 : count * all / left[row]
                return String(
                  repeating: letters[column % letters.count],
                  count: count > 0 ? max(1, width) : 0)
              }.joined()
            }, value: flows[row].map { text.count($0) }.joined(separator: " + ")
          )
        })
  }

  var columns: [Table.Column] {
    [Table.Column("source", sourceTitle)]
      + targets.enumerated().map { Table.Column("to\($0.offset + 1)", $0.element, .number) }
      + [Table.Column("people", DocumentMessages.people, .number)]
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    sources.indices.map { row in
      [.localized(sources[row])] + flows[row].map { .integer($0) } + [.integer(left[row])]
    }
  }
}
