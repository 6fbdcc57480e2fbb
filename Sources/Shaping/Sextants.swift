/// Cells of two by three pixels: U+1FB00–U+1FB3B and the four that older blocks already had.
package enum Sextants {
  /// Returns the picture as rows of cells, without spaces at their ends.
  package static func rows(_ bitmap: Bitmap) -> [String] {
    CellGrid.rows(bitmap, width: 2, height: 3) { character($0) }
  }

  /// Returns the picture that rows of cells show; any other character is paper.
  package static func bitmap(_ rows: [String]) -> Bitmap {
    CellGrid.bitmap(rows, width: 2, height: 3) { pattern($0) }
  }

  /// The character of a pattern of six bits, the lowest for the upper left pixel, row by row.
  ///
  /// The block leaves out the patterns that Unicode had before: none, left half, right half, all.
  static func character(_ pattern: UInt8) -> Unicode.Scalar {
    switch pattern & 0x3F {
    case 0: return " "
    case leftHalf: return "▌"
    case rightHalf: return "▐"
    case 0x3F: return "█"
    case let bits:
      let holes: UInt32 = 1 + (bits > leftHalf ? 1 : 0) + (bits > rightHalf ? 1 : 0)
      return Unicode.Scalar(0x1FB00 + UInt32(bits) - holes) ?? " "
    }
  }

  static func pattern(_ character: Unicode.Scalar) -> UInt8? {
    switch character {
    case " ": return 0
    case "▌": return leftHalf
    case "▐": return rightHalf
    case "█": return 0x3F
    default:
      guard (0x1FB00...0x1FB3B).contains(character.value) else { return nil }
      var bits = UInt8(character.value - 0x1FB00) + 1
      if bits >= leftHalf { bits += 1 }
      if bits >= rightHalf { bits += 1 }
      return bits
    }
  }

  private static let leftHalf: UInt8 = 0b010101
  private static let rightHalf: UInt8 = 0b101010
}
