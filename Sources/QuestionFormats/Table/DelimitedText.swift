/// Separated values (RFC 4180) as rows, whatever separates them, and back.
enum DelimitedText {
  /// Returns the rows of a text with `\n` line ends, and the line of a quotation mark that is never
  /// closed.
  ///
  /// What separates the cells — comma, semicolon or tab — is what the first row has most of. A cell
  /// between quotation marks is kept as it is; any other loses the spaces at its ends.
  static func rows(_ text: String) -> (rows: [QuestionTable.Row], openQuote: Int?) {
    let bytes = Array(text.utf8)
    var scanner = DelimitedScanner(separator: separator(bytes))
    scanner.scan(bytes)
    return (scanner.rows, scanner.quoteLine)
  }

  /// Returns rows as RFC 4180 has them: commas, CRLF, quotation marks where they are needed.
  static func text(_ rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(cell, to: &bytes)
      }
      bytes += [0x0D, 0x0A]
    }
    return bytes
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    let start = bytes.count
    var needsQuotes = cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    for byte in cell.utf8 {
      switch byte {
      case 0x22:
        bytes.append(byte)
        needsQuotes = true
      case 0x2C, 0x3B, 0x09, 0x0A, 0x0D: needsQuotes = true
      default: break
      }
      bytes.append(byte)
    }
    if needsQuotes {
      bytes.insert(0x22, at: start)
      bytes.append(0x22)
    }
  }

  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    var counts: [Int] = [0, 0, 0]
    let marks: [UInt8] = [0x2C, 0x3B, 0x09]
    var isQuoted = false
    var hasBegun = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted, hasBegun { break }
      if byte > 0x20 { hasBegun = true }
      if !isQuoted, let index = marks.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return marks[counts.firstIndex(of: most) ?? 0]
  }
}

/// Scans separated values.
private struct DelimitedScanner {
  let separator: UInt8
  var rows: [QuestionTable.Row] = []
  var quoteLine: Int?
  private var cells: [String] = []
  private var cell: [UInt8] = []
  private var isQuoted = false
  private var line = 1
  private var startLine = 1

  init(separator: UInt8) { self.separator = separator }

  mutating func scan(_ bytes: [UInt8]) {
    var at = 0
    // Whether all bytes of the cell so far are spaces, so that a quotation mark opens it.
    var isOnlySpace = true
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if quoteLine != nil {
        if byte != 0x22 {
          if byte == 0x0A { line += 1 }
          cell.append(byte)
        } else if at < bytes.count, bytes[at] == 0x22 {
          cell.append(byte)
          at += 1
        } else {
          quoteLine = nil
        }
      } else if byte == 0x22, isOnlySpace, !isQuoted {
        cell.removeAll(keepingCapacity: true)
        isQuoted = true
        quoteLine = line
      } else if byte == separator {
        endCell()
        isOnlySpace = true
      } else if byte == 0x0A {
        endRow()
        isOnlySpace = true
      } else if isQuoted, byte == 0x20 {
        // Spaces behind the closing mark are no part of the cell.
        continue
      } else {
        if byte != 0x20 { isOnlySpace = false }
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !cells.isEmpty || isQuoted { endRow() }
  }

  private mutating func endCell() {
    let value = String(decoding: cell, as: UTF8.self)
    cells.append(isQuoted ? value : value.trimmed)
    cell.removeAll(keepingCapacity: true)
    isQuoted = false
  }

  private mutating func endRow() {
    endCell()
    rows.append(QuestionTable.Row(number: rows.count + 1, line: startLine, cells: cells))
    cells = []
    line += 1
    startLine = line
  }
}
