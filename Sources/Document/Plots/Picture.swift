import Text

/// What each kind of plot can do: be drawn, be written with letters, and be given as numbers.
protocol Picture {
  /// The name of the kind for programs.
  var kind: String { get }
  /// How wide the drawing is, in units of which a small phone shows about 340.
  var width: Double { get }
  /// Draws it.
  func draw(on canvas: inout Canvas, _ plot: Plot)
  /// Writes it with letters, without the title.
  func lines(_ text: PictureText, _ plot: Plot) -> [String]
  /// The columns of its numbers.
  var columns: [Table.Column] { get }
  /// Its numbers, row by row.
  func rows(_ plot: Plot) -> [[Table.Cell]]
}

extension Picture {
  var width: Double { 340 }
}

/// Numbers and rows of pictures in one language.
struct PictureText {
  let language: Language
  var digits: Int
  var width = 80

  /// Returns a number; in Khmer with Khmer digits.
  func number(_ value: Double) -> String {
    figures(CellText.number(value, digits))
  }

  /// Returns a whole number; in Khmer with Khmer digits.
  func count(_ value: Int) -> String { figures(String(value)) }

  /// Returns `text` with the digits of the language.
  func figures(_ text: String) -> String {
    language == .khmer ? Khmer.withKhmerDigits(text) : text
  }

  /// Returns a text of the language, on one line.
  func words(_ text: LocalizedText) -> String {
    CellText.onOneLine(text.text(in: language))
  }

  /// Returns rows with their names, drawings and values lined up.
  ///
  /// - Parameter rows: For each row the name, what draws it in so many columns, and the value.
  /// - Returns: The lines.
  func aligned(
    _ rows: [(label: String, drawing: (Int) -> String, value: String)]
  ) -> [String] {
    let (labelWidth, room) = self.room(rows.map { ($0.label, $0.value) })
    return rows.flatMap { row in
      let drawing = DisplayWidth.padded(row.drawing(room), to: room)
      return LineWrapping.lines(row.label, width: max(8, labelWidth)).enumerated().map {
        place, label in
        place == 0
          ? DisplayWidth.padded(label, to: labelWidth) + "  " + drawing + "  " + row.value : label
      }
    }
  }

  /// Returns the columns for names, and those that stay for a drawing beside names and values.
  func room(_ rows: [(label: String, value: String)]) -> (label: Int, drawing: Int) {
    let label = min(width / 3, rows.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0)
    let value = rows.map { DisplayWidth.columns(of: $0.value) }.max() ?? 0
    return (label, min(60, max(10, width - label - value - 4)))
  }

  /// Returns wrapped lines.
  func wrapped(_ text: String, indent: String = "") -> [String] {
    LineWrapping.lines(text, width: width, indent: indent)
  }

  /// Returns one block a value, from a low bar to a high one; a missing value is a blank.
  static func sparkline(_ values: [Double?], _ range: AxisRange) -> String {
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(
      values.map { value in
        guard let value, value.isFinite else { return " " }
        return blocks[min(7, Int(range.share(value) * 8))]
      })
  }

  /// Returns the line with a mark for each value at its place.
  static func marks(
    _ room: Int, _ range: AxisRange, span: (Double, Double)? = nil, fill: Character = "─",
    _ marks: [(Double, Character)]
  ) -> String {
    var line = [Character](repeating: " ", count: max(1, room))
    let place = { (value: Double) in
      min(line.count - 1, max(0, Int((range.share(value) * Double(line.count - 1)).rounded())))
    }
    if let span {
      let ends = (place(span.0), place(span.1))
      for index in min(ends.0, ends.1)...max(ends.0, ends.1) { line[index] = fill }
    }
    for (value, mark) in marks { line[place(value)] = mark }
    return String(line)
  }
}
