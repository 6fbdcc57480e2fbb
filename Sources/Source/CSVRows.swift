package import Text

/// Reads CSV (RFC 4180) row by row, holding one row in memory.
///
/// Cells are without spaces at their ends where they are not quoted; blank lines are passed over.
package struct CSVRows {
  /// The line at which the row begins, counted from 1.
  package private(set) var line = 0
  /// The line of a quotation mark that is never closed; known once there are no more rows.
  package private(set) var openQuote: Int?

  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var nextLine = 1
  /// The cells of the row, one after another.
  private var text: [UInt8] = []
  private var ends: [Int] = []

  /// Creates a reader of a table.
  ///
  /// - Parameters:
  ///   - bytes: The table in UTF-8 with `\n` line ends.
  ///   - separator: What stands between cells; see `separator(of:)`.
  package init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// Returns the separator of a table by its first line: a comma, or a semicolon where there are
  /// semicolons and no comma (what spreadsheets write under some locales).
  package static func separator(of bytes: some Sequence<UInt8>) -> UInt8 {
    var hasSemicolon = false
    var isBlank = true
    for byte in bytes {
      if byte == 0x0A, !isBlank { break }
      if byte == 0x0A { continue }
      isBlank = false
      if byte == UInt8(ascii: ",") { return byte }
      if byte == UInt8(ascii: ";") { hasSemicolon = true }
    }
    return UInt8(ascii: hasSemicolon ? ";" : ",")
  }

  /// How many cells the row has.
  package var count: Int { ends.count }

  /// Returns the bytes of a cell.
  package subscript(column: Int) -> ArraySlice<UInt8> {
    text[(column == 0 ? 0 : ends[column - 1])..<ends[column]]
  }

  /// Returns a cell as text.
  package func cell(_ column: Int) -> String { String(decoding: self[column], as: UTF8.self) }

  /// Returns all cells.
  package var cells: [String] { (0..<count).map(cell) }

  /// Goes to the next row that is not blank; `false` where there is none.
  package mutating func next() -> Bool {
    while place < bytes.count {
      read()
      if count > 1 || ends.first != 0 { return true }
    }
    return false
  }

  private mutating func read() {
    text.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    line = nextLine
    var isQuoted = false
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == separator {
        endCell(isQuoted)
        isQuoted = false
      } else if byte == 0x0A {
        nextLine += 1
        endCell(isQuoted)
        return
      } else if byte == UInt8(ascii: "\""), isBlank {
        text.removeSubrange((ends.last ?? 0)...)
        isQuoted = true
        quoted()
      } else {
        text.append(byte)
      }
    }
    endCell(isQuoted)
  }

  /// Whether nothing but spaces stands in the cell so far.
  private var isBlank: Bool { text[(ends.last ?? 0)...].allSatisfy { $0 == 0x20 } }

  /// Reads on to the mark that closes a quotation.
  private mutating func quoted() {
    let start = nextLine
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte != UInt8(ascii: "\"") {
        if byte == 0x0A { nextLine += 1 }
        text.append(byte)
      } else if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        text.append(byte)
        place += 1
      } else {
        return
      }
    }
    openQuote = start
  }

  private mutating func endCell(_ isQuoted: Bool) {
    let start = ends.last ?? 0
    if !isQuoted {
      while text.count > start, let last = text.last, Self.isSpace(last) { text.removeLast() }
      let leading = text[start...].prefix(while: Self.isSpace).count
      if leading > 0 { text.removeSubrange(start..<start + leading) }
    }
    ends.append(text.count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension CSVRows {
  /// Returns the finding about a row that has not as many cells as the header.
  ///
  /// - Parameters:
  ///   - file: The row as a file of one line.
  ///   - found: How many cells it has.
  ///   - expected: How many the header has.
  /// - Returns: The finding, at line 1.
  package static func cellCountFinding(
    _ file: SourceFile, found: Int, expected: Int
  ) -> Diagnostic {
    file.diagnostic(
      "cell-count", line: 1, SourceMessages.cellCount(found, expected: expected),
      remedy: SourceMessages.cellCountRemedy)
  }

  /// Returns the finding about a quotation mark that is never closed.
  package static func openQuoteFinding(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "open-quote", at: place, SourceMessages.openQuote, remedy: SourceMessages.openQuoteRemedy)
  }
}
