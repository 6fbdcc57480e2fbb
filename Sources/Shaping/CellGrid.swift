/// A picture cut into the cells of a terminal.
enum CellGrid {
  /// Returns the rows of cells; `character` names the pattern of a cell, bit 0 its upper left pixel.
  static func rows(
    _ bitmap: Bitmap, width: Int, height: Int, character: (UInt8) -> Unicode.Scalar
  ) -> [String] {
    stride(from: 0, to: bitmap.height, by: height).map { top in
      var line = String.UnicodeScalarView()
      for left in stride(from: 0, to: bitmap.width, by: width) {
        var pattern: UInt8 = 0
        for bit in 0..<width * height where bitmap[top + bit / width, left + bit % width] {
          pattern |= 1 << UInt8(bit)
        }
        line.append(character(pattern))
      }
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// Returns the picture that rows of cells show; a character without a pattern is paper.
  static func bitmap(
    _ rows: [String], width: Int, height: Int, pattern: (Unicode.Scalar) -> UInt8?
  ) -> Bitmap {
    let columns = rows.map(\.unicodeScalars.count).max() ?? 0
    var bitmap = Bitmap(width: columns * width, height: rows.count * height)
    for (row, line) in rows.enumerated() {
      for (column, character) in line.unicodeScalars.enumerated() {
        let bits = pattern(character) ?? 0
        for bit in 0..<width * height where bits >> UInt8(bit) & 1 == 1 {
          bitmap[row * height + bit / width, column * width + bit % width] = true
        }
      }
    }
    return bitmap
  }
}
