package import Text

/// A value for each province, on a grid of equal tiles: no borders, and no large province that
/// looks more important than a small one.
package struct TileMap: Sendable, Hashable {
  /// The values, by the ids of `ProvinceGrid`; provinces without a value are crossed out.
  package var values: [Value]

  /// The value of one province.
  package struct Value: Sendable, Hashable {
    /// The id of the province.
    package var province: String
    /// The value, or `nil` where it is not shown.
    package var value: Double?
    /// What is written in the tile in place of the number; may be empty.
    package var text: LocalizedText
    /// Whether the tile has a thick edge, such as for a province whose target was missed.
    package var isMarked: Bool

    /// Creates a value.
    package init(
      province: String, value: Double?, text: LocalizedText = LocalizedText(same: ""),
      isMarked: Bool = false
    ) {
      self.province = province
      self.value = value
      self.text = text
      self.isMarked = isMarked
    }
  }

  /// Creates a map; of two values for one province the first counts.
  package init(values: [Value]) {
    self.values = values
  }
}

extension TileMap: Picture {
  var kind: String { "tileMap" }
  var width: Double { 392 }

  private var byProvince: [String: Value] {
    Dictionary(values.map { ($0.province, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private var range: AxisRange { AxisRange(values.compactMap(\.value)) }

  private func written(_ value: Value?, _ text: PictureText) -> String {
    guard let value else { return "" }
    let own = text.words(value.text)
    return own.isEmpty ? value.value.map(text.number) ?? "–" : text.figures(own)
  }

  func draw(on canvas: inout Canvas, _ plot: Plot) {
    let text = PictureText(language: canvas.language, digits: plot.digits)
    let values = byProvince
    let range = range
    canvas.paragraph(text.words(plot.axis))
    let size = (width: 62.0, height: 70.0)
    let top = canvas.y + 6
    for tile in ProvinceGrid.tiles {
      let value = values[tile.id]
      let x = canvas.left + Double(tile.column) * size.width
      let y = top + Double(tile.row) * size.height
      let fill: Canvas.Fill =
        if let number = value?.value {
          .plain(Ink.steps[min(4, Int(range.share(number) * 5))])
        } else {
          .plain(Ink.paper)
        }
      canvas.rect(x + 1, y + 1, size.width - 2, size.height - 2, fill: fill, edge: Ink.axis)
      if value?.value == nil {
        canvas.line(
          x + 1, y + size.height - 1, x + size.width - 1, y + 1, Ink.axis, dash: "2 3")
      }
      if value?.isMarked == true {
        canvas.rect(x + 2.5, y + 2.5, size.width - 5, size.height - 5, fill: .none, edge: Ink.text)
        canvas.rect(x + 4, y + 4, size.width - 8, size.height - 8, fill: .none, edge: Ink.text)
      }
      let lines = LineWrapping.lines(text.words(tile.title), width: 10)
      let isHatched = value?.value == nil
      for (place, line) in lines.prefix(2).enumerated() {
        canvas.text(
          line, x + size.width / 2, y + 20 + 16 * Double(place), anchor: "middle", size: 11,
          room: size.width - 8, hasHalo: isHatched)
      }
      let words = written(value, text)
      if !words.isEmpty {
        canvas.text(
          words, x + size.width / 2, y + 59, anchor: "middle", room: size.width - 8,
          isBold: true, hasHalo: isHatched)
      }
    }
    canvas.y = top + Double(ProvinceGrid.rows) * size.height
    canvas.y += Canvas.lineHeight
    for (place, colour) in Ink.steps.enumerated() {
      canvas.rect(
        canvas.left + 24 * Double(place), canvas.y - 18, 24, 14, fill: .plain(colour),
        edge: Ink.axis)
    }
    let ends = values.isEmpty ? "" : "\(text.number(range.low)) … \(text.number(range.high))"
    canvas.text(ends, canvas.left + 130, canvas.y - 6)
    canvas.y += Canvas.lineHeight
    canvas.rect(canvas.left, canvas.y - 18, 24, 14, fill: .plain(Ink.paper), edge: Ink.axis)
    canvas.line(
      canvas.left, canvas.y - 4, canvas.left + 24, canvas.y - 18, Ink.axis, dash: "2 3")
    canvas.text(text.words(DocumentMessages.noValue), canvas.left + 34, canvas.y - 6)
  }

  func lines(_ text: PictureText, _ plot: Plot) -> [String] {
    let values = byProvince
    let cell = text.width / ProvinceGrid.columns
    guard cell >= 11 else { return bars(text) }
    let foot = text.wrapped("  " + text.words(plot.axis), indent: "  ")
    return (0..<ProvinceGrid.rows).flatMap { row -> [String] in
      let cells = (0..<ProvinceGrid.columns).map { column -> [String] in
        guard
          let tile = ProvinceGrid.tiles.first(where: { $0.row == row && $0.column == column })
        else { return [] }
        let mark = values[tile.id]?.isMarked == true ? " !" : ""
        return LineWrapping.lines(text.words(tile.title), width: cell - 1)
          + [(values[tile.id] == nil ? "·" : written(values[tile.id], text)) + mark]
      }
      let height = cells.map(\.count).max() ?? 0
      return (0..<height).map { line in
        cells.map {
          DisplayWidth.padded(
            // The value is the last line of each tile.
            line == height - 1 ? $0.last ?? "" : (line < $0.count - 1 ? $0[line] : ""), to: cell)
        }.joined().trimmedEnd
      } + [""]
    }.dropLast() + foot
  }

  private func bars(_ text: PictureText) -> [String] {
    let range = AxisRange(values.compactMap(\.value), including: [0])
    return text.aligned(
      ProvinceGrid.tiles.compactMap { tile in
        byProvince[tile.id].map { value in
          (
            label: text.words(tile.title),
            drawing: { room in
              value.value.map {
                PictureText.marks(room, range, span: (0, $0), fill: "█", [])
              } ?? ""
            }, value: written(value, text)
          )
        }
      })
  }

  var columns: [Table.Column] {
    [
      Table.Column("province", DocumentMessages.province),
      Table.Column("name", DocumentMessages.name),
      Table.Column("value", DocumentMessages.value, .number),
      Table.Column("text", DocumentMessages.remark),
    ]
  }

  func rows(_ plot: Plot) -> [[Table.Cell]] {
    let values = byProvince
    return ProvinceGrid.tiles.compactMap { tile in
      values[tile.id].map { value in
        [
          .text(tile.id), .localized(tile.title),
          .number(value.value, digits: plot.digits, orMissing: DocumentMessages.noValue),
          .localized(value.text),
        ]
      }
    }
  }
}

extension String {
  /// The same without spaces at the end.
  var trimmedEnd: String {
    var scalars = Substring(self).unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
