import Source
import Text

/// A table of another system: its header, its rows, and who is who in it.
struct ForeignTable {
  let file: SourceFile
  let header: [String]
  let rows: [CSVTable.Row]

  /// Reads a table between tabs, commas or semicolons, whichever the header has most of.
  init?(_ file: SourceFile, collector: DiagnosticCollector) {
    self.file = file
    let first = file.lines.first { !$0.isEmpty } ?? ""
    let separator =
      [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")].max { left, right in
        first.utf8.count { $0 == left } < first.utf8.count { $0 == right }
      } ?? UInt8(ascii: ",")
    var reader = CSVRows(Array(file.text.utf8), separator: separator)
    guard reader.next() else {
      collector.add(ImportMessages.noRows(file))
      return nil
    }
    header = reader.cells.map(Self.plain)
    var rows: [CSVTable.Row] = []
    while reader.next() {
      rows.append(CSVTable.Row(line: reader.line, cells: reader.cells.map(Self.plain)))
    }
    if let line = reader.openQuote {
      collector.add(CSVRows.openQuoteFinding(file.location(line)))
      return nil
    }
    self.rows = rows
    if rows.isEmpty { collector.add(ImportMessages.noRows(file)) }
  }

  /// The columns whose names are among these, whatever their case.
  func columns(_ names: [String]) -> [Int] {
    header.indices.filter { names.contains(header[$0].lowercased()) }
  }

  /// The number after a word in the name of a column, such as 3 in `Question 3`.
  static func number(_ name: String, after word: String) -> Int? {
    let lowered = name.lowercased()
    guard lowered.hasPrefix(word + " ") else { return nil }
    return Int(lowered.dropFirst(word.utf8.count + 1))
  }

  /// The columns by which a person may be known: never those of names.
  static let identityColumns = [
    "code", "learner code", "id number", "username", "email address", "email", "user id",
  ]

  /// What a cell says, without the character references that Moodle puts in.
  static func plain(_ cell: String) -> String {
    guard cell.utf8.contains(UInt8(ascii: "&")) else { return cell }
    var rest = Substring(cell)
    var text = ""
    let known: [(name: String, sign: String)] = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#039;", "'"), ("&#39;", "'"),
      ("&nbsp;", " "), ("&amp;", "&"),
    ]
    while let place = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      text += rest[..<place]
      rest = rest[place...]
      if let found = known.first(where: { rest.hasPrefix($0.name) }) {
        text += found.sign
        rest = rest.dropFirst(found.name.utf8.count)
      } else {
        text += "&"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }
}
