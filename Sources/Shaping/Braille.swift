/// Cells of two by four dots: U+2800–U+28FF.
///
/// Only for who asks for them: the dots are thin, and a braille display reads them as letters.
package enum Braille {
  /// Returns the picture as rows of cells, without spaces at their ends.
  package static func rows(_ bitmap: Bitmap) -> [String] {
    CellGrid.rows(bitmap, width: 2, height: 4) { pattern in
      pattern == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(dots(pattern))) ?? " "
    }
  }

  /// Returns the picture that rows of cells show; any other character is paper.
  package static func bitmap(_ rows: [String]) -> Bitmap {
    CellGrid.bitmap(rows, width: 2, height: 4) { character in
      guard (0x2800...0x28FF).contains(character.value) else { return nil }
      return pattern(UInt8(character.value - 0x2800))
    }
  }

  /// For each pixel, row by row, the bit of its dot: Unicode numbers the upper six down the columns.
  private static let dotBits: [UInt8] = [0, 3, 1, 4, 2, 5, 6, 7]

  private static func dots(_ pattern: UInt8) -> UInt8 {
    dotBits.enumerated().reduce(0) { $0 | (pattern >> $1.offset & 1) << $1.element }
  }

  private static func pattern(_ dots: UInt8) -> UInt8 {
    dotBits.enumerated().reduce(0) { $0 | (dots >> $1.element & 1) << $1.offset }
  }
}
