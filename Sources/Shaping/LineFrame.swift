/// Fits the ink of a line into whole rows of cells.
///
/// Every line of a style has the same rows above its baseline, so that lines beside each other
/// stand level; below it a line takes the cells that its subscripts need.
struct LineFrame: Hashable {
  /// The pixel rows above the baseline.
  var above: Int
  /// The pixel rows of a cell.
  var cell: Int
  /// The most rows of cells.
  var most: Int

  /// The pixel rows that a line may lose rather than take another row of cells.
  static let spare = 2

  /// Returns the line in as few rows of cells as it needs, the lowest pixel row without ink.
  ///
  /// That row keeps subscripts apart from what stands above the letters of the next line. A line a
  /// little too high for a number of rows loses up to `spare` pixel rows rather than take another
  /// row, and one that is higher than the highest loses as many as it must: always the row that is
  /// most like the one above it, as in the middle of upright strokes, so that no mark disappears.
  func fitted(_ line: ShapedLine) -> Bitmap {
    guard let ink = line.bitmap.inkRows else {
      return Bitmap(width: line.bitmap.width, height: cell)
    }
    let top = min(ink.lowerBound, line.baseline - above)
    var picture = line.bitmap.rows(top..<max(ink.upperBound, line.baseline))
    let needed = (picture.height + 1 - Self.spare + cell - 1) / cell
    let height = max(1, min(most, needed)) * cell
    while picture.height > max(1, height - 1) { picture = Self.squeezed(picture) }
    return picture.rows(0..<height)
  }

  /// Returns the picture without the row that is missed least.
  static func squeezed(_ picture: Bitmap) -> Bitmap {
    guard picture.height > 1 else { return picture }
    func cost(_ row: Int) -> Int {
      zip(picture.row(row), picture.row(row - 1)).count { $0 != $1 }
    }
    var best = 1
    for row in 2..<max(2, picture.height) where cost(row) < cost(best) { best = row }
    return picture.removing(row: best)
  }
}
