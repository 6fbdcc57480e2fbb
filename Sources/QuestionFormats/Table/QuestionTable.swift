import Text

/// A table of questions as any spreadsheet has it: a header, and rows of text cells.
struct QuestionTable {
  /// The file, as findings show it.
  var file: String
  /// Whether the file is a workbook, which has rows but no lines.
  var isWorkbook: Bool
  /// The header.
  var header: Row
  /// What stands below it, blank rows left out; a row may be shorter or longer than the header.
  var rows: [Row]

  /// One row.
  struct Row {
    /// The row as a spreadsheet numbers it, from 1.
    var number: Int
    /// The line of the text it begins at, from 1; 0 in a workbook.
    var line = 0
    /// The cells.
    var cells: [String]

    /// Whether no cell has a word.
    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
  }

  /// Where a row stands.
  func location(_ row: Row) -> SourceLocation {
    SourceLocation(file: file, line: isWorkbook ? 0 : row.line)
  }

  /// Returns a table of what is left of `rows` below the first that is not blank.
  init?(file: String, isWorkbook: Bool, rows: [Row]) {
    guard let first = rows.firstIndex(where: { !$0.isBlank }) else { return nil }
    self.file = file
    self.isWorkbook = isWorkbook
    header = rows[first]
    self.rows = rows[(first + 1)...].filter { !$0.isBlank }
  }
}

/// Names of cells, such as `B7`.
enum CellName {
  /// The most columns and rows that a sheet may have (ECMA-376, part 1, 18.3.1.73).
  static let mostColumns = 16_384
  static let mostRows = 1_048_576

  /// Returns the letters of a column, counted from 0: `A` … `Z`, `AA` and so on.
  static func letters(_ column: Int) -> String {
    var bytes: [UInt8] = []
    var rest = max(0, column) + 1
    while rest > 0 {
      rest -= 1
      bytes.append(0x41 + UInt8(truncatingIfNeeded: rest % 26))
      rest /= 26
    }
    return String(decoding: bytes.reversed(), as: UTF8.self)
  }

  /// Reads `B7` as column 1 (from 0) and row 7 (from 1); `nil` where it is no cell of a sheet.
  static func parse(_ name: String) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in name.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard column <= mostColumns, row <= mostRows else { return nil }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }
}
