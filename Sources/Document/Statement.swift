/// A sentence in both languages whose figures point at the rows that they come from.
package struct Statement: Sendable, Hashable {
  /// The English sentence.
  package var en: LinkedString
  /// The Khmer sentence.
  package var km: LinkedString

  /// Creates a statement.
  package init(en: LinkedString, km: LinkedString) {
    self.en = en
    self.km = km
  }
}

/// A row of a table of the same document.
package struct RowReference: Sendable, Hashable {
  /// The id of the table.
  package var table: String
  /// The number of the row, from 0.
  package var row: Int

  /// Creates a reference.
  package init(table: String, row: Int) {
    self.table = table
    self.row = row
  }
}

/// A text, some pieces of which name the row that they come from.
///
/// Written as an interpolated string: `"The mean was \(mean, from: row) %."`.
package struct LinkedString: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The pieces in order.
  package var pieces: [Piece]

  /// A piece of text.
  package struct Piece: Sendable, Hashable {
    /// The text.
    package var text: String
    /// Where it comes from; `nil` for words.
    package var source: RowReference?

    /// Creates a piece.
    package init(text: String, source: RowReference? = nil) {
      self.text = text
      self.source = source
    }
  }

  /// Creates a text of one piece.
  package init(stringLiteral value: String) {
    pieces = [Piece(text: value)]
  }

  /// Creates a text from what was interpolated.
  package init(stringInterpolation: Interpolation) {
    pieces = stringInterpolation.pieces
  }

  /// The text without its links.
  package var plain: String { pieces.map(\.text).joined() }

  /// Returns two texts after each other.
  package static func + (left: LinkedString, right: LinkedString) -> LinkedString {
    var result = left
    result.pieces += right.pieces
    return result
  }

  /// Collects the pieces of an interpolated text.
  package struct Interpolation: StringInterpolationProtocol, Sendable {
    var pieces: [Piece] = []

    /// Creates an empty collection.
    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Takes words.
    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(Piece(text: literal)) }
    }

    /// Takes words that are known only now.
    package mutating func appendInterpolation(_ text: String) {
      pieces.append(Piece(text: text))
    }

    /// Takes a figure and the row that it comes from.
    package mutating func appendInterpolation(_ text: String, from source: RowReference?) {
      pieces.append(Piece(text: text, source: source))
    }
  }
}
