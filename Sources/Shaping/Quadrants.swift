/// Cells of two by two pixels: U+2580–U+259F, which nearly every terminal font has.
///
/// A pixel is twice as high as wide, so what is drawn must be stretched to be legible.
package enum Quadrants {
  /// Returns the picture as rows of cells, without spaces at their ends.
  package static func rows(_ bitmap: Bitmap) -> [String] {
    CellGrid.rows(bitmap, width: 2, height: 2) { characters[Int($0 & 0xF)] }
  }

  /// Returns the picture that rows of cells show; any other character is paper.
  package static func bitmap(_ rows: [String]) -> Bitmap {
    CellGrid.bitmap(rows, width: 2, height: 2) { character in
      characters.firstIndex(of: character).map { UInt8($0) }
    }
  }

  /// By pattern: bit 0 upper left, 1 upper right, 2 lower left, 3 lower right.
  private static let characters: [Unicode.Scalar] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]
}
