/// One line of text as it stands on a screen.
package struct DrawnLine: Sendable, Hashable {
  /// The text that it shows, for those who cannot see it.
  package var text: String
  /// Its rows of cells, from the top; plain text has one.
  package var rows: [String]
  /// The columns that its widest row takes.
  package var columns: Int

  /// Creates a line.
  package init(text: String, rows: [String], columns: Int) {
    self.text = text
    self.rows = rows
    self.columns = columns
  }
}

/// A way to put text on a screen: as its letters, or shaped and drawn.
package protocol TextDrawing {
  /// The rows that each line takes, at least 1.
  var rowsPerLine: Int { get }

  /// Returns `text` broken between words into lines of at most `columns` columns.
  func lines(_ text: String, columns: Int) -> [DrawnLine]
}

/// Text as its letters, which the terminal draws as well as it can.
package struct PlainDrawing: TextDrawing {
  /// One row a line.
  package let rowsPerLine = 1

  /// Creates it.
  package init() {}

  /// Returns `text` broken between words.
  package func lines(_ text: String, columns: Int) -> [DrawnLine] {
    LineWrapping.lines(text, width: columns).map {
      DrawnLine(text: $0, rows: [$0], columns: DisplayWidth.columns(of: $0))
    }
  }
}
