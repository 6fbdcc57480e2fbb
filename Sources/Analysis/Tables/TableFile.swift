import Psychometrics
import Source
package import Text

/// A CSV file (RFC 4180) whose header is known and whose rows are still bytes.
///
/// Cells are separated by commas, or by semicolons where the header holds semicolons and no comma.
/// A byte-order mark, CR LF and cells in quotes are taken; blank lines are passed over.
package struct TableFile: Sendable {
  /// The path, as findings show it.
  package let path: String
  /// The names of the columns, without spaces at their ends.
  package let header: [String]
  let bytes: [UInt8]
  let separator: UInt8
  /// Where the first row begins.
  let body: Int

  /// The largest file that is read, in bytes.
  package static let maximumBytes = 512 << 20

  /// The most columns that are read.
  package static let maximumColumns = 5000

  /// Reads a file and its header; gives `nil` with findings where that cannot be.
  package static func open(_ path: String, collector: DiagnosticCollector) -> TableFile? {
    guard
      let bytes = FileReading.bytes(path, limit: maximumBytes, collector: collector)
    else { return nil }
    return TableFile(path: path, bytes: bytes, collector: collector)
  }

  /// Takes bytes for the file at `path`.
  package init?(path: String, bytes: [UInt8], collector: DiagnosticCollector) {
    var bytes = bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      guard
        let file = SourceFile.decoding(
          path: path, bytes: bytes, limit: Self.maximumBytes, collector: collector)
      else { return nil }
      bytes = Array(file.text.utf8)
    }
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
    let end = Self.endOfRecord(bytes, from: start)
    let head = Array(bytes[start..<end])
    guard let text = String(validating: head, as: UTF8.self) else {
      collector.add(TableMessages.notText(path))
      return nil
    }
    let isSemicolons = head.contains(0x3B) && !head.contains(0x2C)
    self.path = path
    separator = isSemicolons ? 0x3B : 0x2C
    body = end
    self.bytes = bytes
    let line = SourceFile(path: path, text: text)
    guard let table = CSVTable(line, collector: collector) else { return nil }
    header = table.header
    guard header.count <= Self.maximumColumns else {
      collector.add(TableMessages.tooManyColumns(header.count, limit: Self.maximumColumns, path))
      return nil
    }
    guard checkHeader(collector) else { return nil }
  }

  /// Returns the place of a column by its name, or `nil`.
  ///
  /// The name stands exactly so, or differs in the case of its letters alone.
  package func column(_ name: String) -> Int? {
    header.firstIndex(of: name)
      ?? header.firstIndex { $0.lowercased() == name.lowercased() }
  }

  /// Returns the places of columns named by an option; a name that is not there is a finding.
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - option: The option that named them, such as `--by`.
  ///   - collector: Receives the findings.
  /// - Returns: The places in the order of the names.
  package func columns(
    _ names: [String], option: String, collector: DiagnosticCollector
  ) -> [Int] {
    names.compactMap { name in
      if let place = column(name) { return place }
      collector.add(
        TableMessages.noColumn(
          name, option: option, path: path,
          suggestion: Suggestion.nearest(to: name, in: header), header: header))
      return nil
    }
  }

  private func checkHeader(_ collector: DiagnosticCollector) -> Bool {
    var seen: Set<String> = []
    var isGood = true
    for (place, name) in header.enumerated() {
      // What R and pandas write before the rows is a column without a name.
      if name.isEmpty {
        guard place > 0 else { continue }
        collector.add(TableMessages.namelessColumn(place + 1, path))
        isGood = false
      } else if !seen.insert(name).inserted {
        collector.add(TableMessages.columnTwice(name, path))
        isGood = false
      }
    }
    return isGood
  }

  /// Returns where the record that begins at `start` ends, past its line end.
  private static func endOfRecord(_ bytes: [UInt8], from start: Int) -> Int {
    var isQuoted = false
    for at in start..<bytes.count {
      if bytes[at] == 0x22 { isQuoted.toggle() }
      if bytes[at] == 0x0A, !isQuoted { return at + 1 }
    }
    return bytes.count
  }

  // MARK: Pieces

  /// A piece of the rows, and the most rows that it can hold.
  struct Piece: Sendable {
    var start: Int
    var end: Int
    var capacity: Int
  }

  /// Pieces are about so many bytes, whatever the number of cores.
  private static let pieceBytes = 1 << 20

  /// Cuts the rows into pieces that begin and end with a row.
  ///
  /// A line end closes a row where the quotation marks before it are an even number.
  func pieces() -> [Piece] {
    let count = max(1, (bytes.count - body + Self.pieceBytes - 1) / Self.pieceBytes)
    @Sendable func start(_ place: Int) -> Int {
      place >= count ? bytes.count : body + place * Self.pieceBytes
    }
    let counts = Parallel.map(count) { place -> (quotes: Int, lines: Int) in
      let span = bytes.span
      var quotes = 0
      var lines = 0
      for at in start(place)..<start(place + 1) {
        let byte = span[at]
        if byte == 0x22 { quotes &+= 1 }
        if byte == 0x0A { lines &+= 1 }
      }
      return (quotes, lines)
    }
    var pieces: [Piece] = []
    var from = body
    var quotes = 0
    var lines = 0
    for place in 0..<count {
      quotes += counts[place].quotes
      lines += counts[place].lines
      var end = start(place + 1)
      var isQuoted = !quotes.isMultiple(of: 2)
      // The rest of the row belongs to this piece.
      while end < bytes.count, isQuoted || bytes[end - 1] != 0x0A {
        if bytes[end] == 0x22 { isQuoted.toggle() }
        end += 1
      }
      guard end > from else { continue }
      // A row that fits has a byte after each of its cells, so blank lines ask for no space.
      let most = (end - from) / max(1, header.count)
      pieces.append(Piece(start: from, end: end, capacity: min(lines, most) + 2))
      from = end
      lines = 0
    }
    return pieces
  }

  /// Returns the finding of a fault.
  func finding(_ fault: CellFault) -> Diagnostic {
    let line = bytes[..<fault.row].count { $0 == 0x0A } + 1
    let inside = bytes[fault.row..<fault.at]
    let end = bytes[fault.at...].firstIndex(of: 0x0A) ?? bytes.count
    // A row with cells over several lines is shown by the line of the cell.
    let first = inside.lastIndex(of: 0x0A).map { $0 + 1 } ?? fault.row
    let column = String(decoding: bytes[first..<fault.at], as: UTF8.self).unicodeScalars.count + 1
    var last = end
    if last > first, bytes[last - 1] == 0x0D { last -= 1 }
    let shown = bytes[first..<min(last, first + 400)]
    let text = String(decoding: bytes[fault.at..<max(fault.at, fault.end)], as: UTF8.self)
    return TableMessages.fault(
      fault.kind, text: text, header: header,
      at: SourceLocation(
        file: path, line: line + inside.count { $0 == 0x0A },
        column: column),
      excerpt: String(decoding: shown, as: UTF8.self))
  }
}
