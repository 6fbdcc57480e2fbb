/// A picture of ink and paper: one bit a pixel, rows from the top.
package struct Bitmap: Sendable, Hashable {
  /// The pixels of a row.
  package let width: Int
  /// The rows.
  package let height: Int
  private var ink: [Bool]

  /// Creates a picture without ink.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    ink = Array(repeating: false, count: self.width * self.height)
  }

  /// Creates a picture of what is at least `threshold` dark, of `pixels` from 0 to 255.
  ///
  /// - Parameters:
  ///   - pixels: The darkness of each pixel, row by row; what is missing is paper.
  ///   - width: The pixels of a row.
  ///   - threshold: The least darkness that becomes ink.
  package init(pixels: [UInt8], width: Int, threshold: UInt8) {
    let rows = width > 0 ? (pixels.count + width - 1) / width : 0
    self.init(width: width, height: rows)
    for index in pixels.indices where width > 0 { ink[index] = pixels[index] >= threshold }
  }

  /// Creates a picture from rows of text: a space or a dot is paper, all else ink.
  package init(rows: [String]) {
    let lines = rows.map { Array($0.unicodeScalars) }
    self.init(width: lines.map(\.count).max() ?? 0, height: lines.count)
    for (row, line) in lines.enumerated() {
      for (column, scalar) in line.enumerated() where scalar != " " && scalar != "." {
        self[row, column] = true
      }
    }
  }

  /// The pixel at a place; outside the picture there is paper, and setting does nothing.
  package subscript(row: Int, column: Int) -> Bool {
    get { contains(row, column) && ink[row * width + column] }
    set { if contains(row, column) { ink[row * width + column] = newValue } }
  }

  /// The pixels of a row, none outside the picture.
  package func row(_ row: Int) -> ArraySlice<Bool> {
    guard (0..<height).contains(row) else { return [] }
    return ink[row * width..<(row + 1) * width]
  }

  /// The rows from the first to the last with ink, `nil` where there is none.
  package var inkRows: Range<Int>? {
    let inked = (0..<height).filter { self.row($0).contains(true) }
    guard let first = inked.first, let last = inked.last else { return nil }
    return first..<last + 1
  }

  /// Returns rows of the picture as a picture; rows outside it are paper.
  package func rows(_ range: Range<Int>) -> Bitmap {
    joined(range.map { row($0) })
  }

  /// Returns the picture without one row.
  package func removing(row removed: Int) -> Bitmap {
    joined((0..<height).filter { $0 != removed }.map { row($0) })
  }

  private func joined(_ rows: [ArraySlice<Bool>]) -> Bitmap {
    var result = Bitmap(width: width, height: rows.count)
    for (index, pixels) in rows.enumerated() where !pixels.isEmpty {
      result.ink.replaceSubrange(index * width..<(index + 1) * width, with: pixels)
    }
    return result
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    (0..<height).contains(row) && (0..<width).contains(column)
  }
}
