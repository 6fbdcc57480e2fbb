import Text

/// How a piece of text stands out; every piece can be understood without.
package struct TextStyle: OptionSet, Sendable, Hashable {
  /// The bits.
  package let rawValue: UInt8

  /// Creates a style from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Thick letters.
  package static let bold = TextStyle(rawValue: 1)
  /// Foreground and background changed over.
  package static let reverse = TextStyle(rawValue: 2)
  /// A line below.
  package static let underline = TextStyle(rawValue: 4)
  /// Pale letters.
  package static let dim = TextStyle(rawValue: 8)
}

/// A piece of a row in one style.
package struct Span: Sendable, Hashable {
  /// The text, without control characters.
  package var text: String
  /// The style.
  package var style: TextStyle

  /// Creates a piece.
  package init(_ text: String, _ style: TextStyle = []) {
    self.text = text
    self.style = style
  }
}

/// A row of a screen.
package struct Row: Sendable, Hashable {
  /// Its pieces, from the left.
  package var spans: [Span]

  /// Creates a row.
  package init(_ spans: [Span] = []) {
    self.spans = spans
  }

  /// Creates a row of one piece.
  package init(_ text: String, _ style: TextStyle = []) {
    spans = text.isEmpty ? [] : [Span(text, style)]
  }

  /// Its text without styles.
  package var text: String { spans.map(\.text).joined() }

  /// The columns that it takes, as most terminals count.
  package var columns: Int { spans.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }

  /// Returns the row cut where it would be wider than `width`, never inside a syllable.
  package func clipped(to width: Int) -> Row {
    guard columns > width else { return self }
    var result = Row()
    var left = width
    for span in spans {
      var kept = String.UnicodeScalarView()
      for cluster in Clusters.of(span.text) {
        let wide = DisplayWidth.columns(of: cluster)
        guard wide <= left else {
          result.spans.append(Span(String(kept), span.style))
          return result
        }
        kept.append(contentsOf: cluster.unicodeScalars)
        left -= wide
      }
      result.spans.append(Span(String(kept), span.style))
    }
    return result
  }
}

/// What a terminal shows: rows of text and the place of the cursor.
package struct Screen: Sendable, Hashable {
  /// The rows, from the top; as many as the terminal has.
  package var rows: [Row]
  /// Where the cursor stands.
  package var cursor: Cursor

  /// A place between two scalars of a row: terminals differ about columns, never about order.
  package struct Cursor: Sendable, Hashable {
    /// The row, from 0.
    package var row: Int
    /// The scalars of the row that stand before the cursor.
    package var offset: Int

    /// Creates a place.
    package init(row: Int, offset: Int) {
      self.row = row
      self.offset = offset
    }
  }

  /// Creates a screen of `height` rows, the last ones empty; rows that do not fit are left out, and
  /// what is wider than `width` is cut.
  package init(_ rows: [Row], width: Int, height: Int, cursor: Cursor) {
    var shown = rows.prefix(height).map { $0.clipped(to: width) }
    while shown.count < height { shown.append(Row()) }
    self.rows = shown
    let row = min(max(0, cursor.row), max(0, height - 1))
    let text = shown.isEmpty ? "" : shown[row].text
    // Between syllables: what stands before the cursor may have to be written once more.
    var offset = 0
    for part in Clusters.of(text) {
      guard offset + part.unicodeScalars.count <= cursor.offset else { break }
      offset += part.unicodeScalars.count
    }
    self.cursor = Cursor(row: row, offset: offset)
  }

  /// The text without styles, a line a row.
  package var text: String { rows.map { $0.text + "\n" }.joined() }
}

/// The columns and rows of a terminal.
package struct ScreenSize: Sendable, Hashable {
  /// The columns.
  package var columns: Int
  /// The rows.
  package var rows: Int

  /// Creates a size.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The smallest size in which a quiz can be shown.
  package static let smallest = ScreenSize(columns: 20, rows: 10)

  /// Whether a quiz can be shown.
  var isEnough: Bool {
    columns >= Self.smallest.columns && rows >= Self.smallest.rows
  }
}
