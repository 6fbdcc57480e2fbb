package import Text

/// Where questions stand by how easy they are and how well they tell people apart.
package struct ItemMap: Sendable, Hashable {
  /// The questions.
  package var items: [Item]
  /// Below so much the ability to tell people apart is called weak.
  package var weak: Double
  /// What the horizontal axis holds.
  package var difficulty: LocalizedText
  /// What the vertical axis holds.
  package var discrimination: LocalizedText

  /// One question.
  package struct Item: Sendable, Hashable {
    /// Its id.
    package var id: String
    /// The share of the points that people won, 0 to 1.
    package var difficulty: Double
    /// The correlation with the rest, −1 to 1.
    package var discrimination: Double
    /// Whether it should be looked at.
    package var isFlagged: Bool

    /// Creates a question.
    package init(id: String, difficulty: Double, discrimination: Double, isFlagged: Bool) {
      self.id = id
      self.difficulty = difficulty
      self.discrimination = discrimination
      self.isFlagged = isFlagged
    }
  }

  /// Creates a map.
  package init(
    items: [Item], weak: Double, difficulty: LocalizedText, discrimination: LocalizedText
  ) {
    self.items = items
    self.weak = weak
    self.difficulty = difficulty
    self.discrimination = discrimination
  }
}

extension ItemMap: Picture {
  var kind: String { "itemMap" }

  private var vertical: AxisRange {
    AxisRange(items.map(\.discrimination), including: [0, weak, 0.6])
  }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    canvas.legend([text.words(DocumentMessages.sound), text.words(DocumentMessages.lookAt)])
    let frame = canvas.frame(
      AxisRange([0, 1]), vertical,
      titles: (text.words(difficulty), text.words(discrimination)), height: 300)
    canvas.line(
      frame.left, frame.y(weak), frame.right, frame.y(weak), Ink.warning, width: 1.5,
      dash: "6 4")
    var taken: [(x: Double, y: Double)] = []
    for (place, item) in items.enumerated() {
      let point = frame.point(item.difficulty, item.discrimination)
      let look = Ink.series(item.isFlagged ? 1 : 0)
      canvas.mark(look.mark, point.x, point.y, look.colour, size: 4)
      // The number stands where the fewest other numbers are.
      let spots = [(7.0, 4.0), (-7, 4), (0, -8), (0, 16), (9, -7), (-9, -7)]
      let best = spots.max { crowd($0, point, taken) < crowd($1, point, taken) } ?? (7, 4)
      taken += [(point.x + best.0, point.y + best.1), point]
      canvas.text(
        text.count(place + 1), point.x + best.0, point.y + best.1,
        anchor: best.0 == 0 ? "middle" : (best.0 > 0 ? "start" : "end"), size: 11, hasHalo: true)
    }
  }

  /// Returns how far the nearest thing is, up to 20 units.
  private func crowd(
    _ spot: (Double, Double), _ point: (x: Double, y: Double), _ taken: [(x: Double, y: Double)]
  ) -> Double {
    taken.reduce(20) { nearest, other in
      let (dx, dy) = (point.x + spot.0 - other.x, point.y + spot.1 - other.y)
      return min(nearest, (dx * dx + dy * dy).squareRoot())
    }
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let width = min(60, max(20, text.width - 8))
    let height = 12
    let range = vertical
    var grid = [[Character]](
      repeating: [Character](repeating: " ", count: width), count: height)
    let row = { (value: Double) in
      min(height - 1, max(0, Int(((1 - range.share(value)) * Double(height - 1)).rounded())))
    }
    for column in 0..<width { grid[row(weak)][column] = "╌" }
    for item in items {
      let column = min(width - 1, max(0, Int((item.difficulty * Double(width - 1)).rounded())))
      let place = row(item.discrimination)
      let old = grid[place][column]
      grid[place][column] = old == " " || old == "╌" ? (item.isFlagged ? "■" : "●") : "#"
    }
    let number = PictureText(language: text.language, digits: 2)
    let body = grid.enumerated().map { place, line in
      let value = range.high - (range.high - range.low) * Double(place) / Double(height - 1)
      let label = place % 3 == 0 || place == height - 1 ? number.number(value) : ""
      return (DisplayWidth.paddedLeft(label, to: 5) + " │" + String(line)).trimmedEnd
    }
    let foot = [
      "      └" + String(repeating: "─", count: width),
      "       " + DisplayWidth.padded(number.figures("0"), to: width - 1) + number.figures("1"),
    ]
    return text.wrapped(text.words(discrimination)) + body + foot
      + text.wrapped(
        "       " + text.words(difficulty) + "; ● " + text.words(DocumentMessages.sound) + ", ■ "
          + text.words(DocumentMessages.lookAt) + ", # " + text.words(DocumentMessages.several),
        indent: "       ")
  }

  var columns: [Table.Column] {
    [
      Table.Column("number", DocumentMessages.number, .number),
      Table.Column("item", DocumentMessages.item),
      Table.Column("difficulty", difficulty, .number),
      Table.Column("discrimination", discrimination, .number),
      Table.Column("flag", DocumentMessages.lookAt),
    ]
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    items.enumerated().map { place, item in
      [
        .integer(place + 1), .text(item.id), .number(item.difficulty, digits: 2),
        .number(item.discrimination, digits: 2),
        item.isFlagged ? .localized(DocumentMessages.yes) : .empty,
      ]
    }
  }
}
