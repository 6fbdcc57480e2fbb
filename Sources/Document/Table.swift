package import Text

/// A table with typed columns.
package struct Table: Sendable, Hashable {
  /// The name for machines: ASCII, unique in the document.
  package var id: String
  /// What the table shows.
  package var caption: LocalizedText
  /// The columns in order; the first one names the row.
  package var columns: [Column]
  /// The rows; cells beyond the columns are left out, cells that lack are empty.
  package var rows: [[Cell]]
  /// What a reader must know to read the table rightly.
  package var footnotes: [LocalizedText]

  /// Creates a table.
  package init(
    id: String, caption: LocalizedText, columns: [Column], rows: [[Cell]] = [],
    footnotes: [LocalizedText] = []
  ) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.footnotes = footnotes
  }

  /// One column.
  package struct Column: Sendable, Hashable {
    /// The name for machines: ASCII, unique in the table; `table`, `reasons` and `synthetic` are
    /// taken by the renderings.
    package var key: String
    /// The name for people.
    package var title: LocalizedText
    /// What its cells hold.
    package var kind: Kind

    /// Creates a column.
    package init(_ key: String, _ title: LocalizedText, _ kind: Kind = .text) {
      self.key = key
      self.title = title
      self.kind = kind
    }

    /// Whether cells stand at the end of the column, as numbers do.
    package var isEndAligned: Bool { kind != .text }
  }

  /// What the cells of a column hold, which decides its side and its columns in CSV.
  package enum Kind: String, Sendable, Hashable {
    /// Words; they begin at the start of the column.
    case text
    /// Numbers; they stand at the end of the column.
    case number
    /// Intervals; CSV writes two columns, `<key>_low` and `<key>_high`.
    case interval
  }

  /// One cell.
  package enum Cell: Sendable, Hashable {
    /// Nothing to say.
    case empty
    /// A text that is the same in both languages, such as a code.
    case text(String)
    /// A text in both languages.
    case localized(LocalizedText)
    /// A whole number.
    case integer(Int)
    /// A number, shown with so many decimals; JSON and CSV carry all of it.
    case number(Double, digits: Int)
    /// A probability such as p, shown with four decimals and never as nothing; JSON and CSV carry
    /// all of it.
    case probability(Double)
    /// An interval, shown with so many decimals.
    case interval(low: Double, high: Double, digits: Int)
    /// A value that cannot be given, with the reason.
    case missing(LocalizedText)

    /// Creates a number, or a missing value with the reason where there is none.
    package static func number(
      _ value: Double?, digits: Int, orMissing reason: LocalizedText
    ) -> Cell {
      guard let value, value.isFinite else { return .missing(reason) }
      return .number(value, digits: digits)
    }

    /// Creates a probability, or a missing value with the reason where there is none.
    package static func probability(_ value: Double?, orMissing reason: LocalizedText) -> Cell {
      guard let value, value.isFinite else { return .missing(reason) }
      return .probability(value)
    }
  }
}
