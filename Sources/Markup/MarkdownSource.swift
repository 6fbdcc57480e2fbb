import Text

/// The lines of a Markdown text and where they stand in their file.
struct MarkdownSource {
  /// The most bytes that are read; cmark needs quadratic time for some texts, so they are bounded.
  static let largestText = 128 << 10
  /// The longest line, in scalars, that a finding shows.
  private static let longestExcerpt = 1000
  /// The most levels of blocks and marks inside each other.
  static let deepestLevel = 100

  private let lines: [[Unicode.Scalar]]
  private let start: SourceLocation
  private let byteCount: Int
  /// Where the last text was found: texts are looked for in the order of reading, so the next one
  /// stands behind it.
  private var cursor = (line: 0, offset: 0)
  /// How many scalars may still be looked at, so that no text makes the search take long.
  private var searchBudget = 10_000_000

  init(_ text: String, start: SourceLocation) {
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && previous != "\r") {
        lines.append(line)
        line = []
      } else if scalar != "\n" {
        line.append(scalar)
      }
      previous = scalar
    }
    lines.append(line)
    self.lines = lines
    self.start = start
    byteCount = text.utf8.count
  }

  /// The place of a line of the text, counted from 1.
  func location(line: Int, column: Int = 0) -> SourceLocation {
    let first = max(1, start.line)
    let shift = line <= 1 && column > 0 ? max(0, start.column - 1) : 0
    return SourceLocation(
      file: start.file, line: first + max(0, line - 1), column: column + shift)
  }

  /// The place of `text` in a line, or the line as a whole where it is not found as written.
  ///
  /// A text that stands twice in a line is found behind the place that was found before.
  mutating func location(of text: String, line: Int) -> SourceLocation {
    guard let offset = offset(of: text, line: line) else { return location(line: line) }
    cursor = (line, offset + 1)
    return location(line: line, column: offset + 1)
  }

  /// A finding about `text`, with the line of the file for its caret.
  mutating func diagnostic(
    _ code: String, _ severity: Severity = .error, of text: String, line: Int,
    _ message: LocalizedText, remedy: LocalizedText
  ) -> Diagnostic {
    let place = location(of: text, line: line)
    var excerpt = ""
    if lines.indices.contains(line - 1), lines[line - 1].count <= Self.longestExcerpt {
      excerpt = Self.string(lines[line - 1])
    }
    if line == 1, start.column > 1, !excerpt.isEmpty {
      excerpt = String(repeating: " ", count: start.column - 1) + excerpt
    }
    return Diagnostic(
      code, severity, at: place, message, remedy: remedy, excerpt: excerpt,
      length: place.column == 0 ? 1 : text.unicodeScalars.count)
  }

  /// What forbids to read the text at all: its length, or a line that opens too many blocks.
  var limitFinding: Diagnostic? {
    if byteCount > Self.largestText {
      return Diagnostic(
        "text-too-long", at: location(line: 1),
        MarkupMessages.tooLong(limit: Self.largestText), remedy: MarkupMessages.tooLongRemedy)
    }
    for (index, line) in lines.enumerated()
    where Self.containerCount(line) > Self.deepestLevel {
      return tooDeep(line: index + 1)
    }
    return nil
  }

  /// The finding about blocks or marks too deep inside each other.
  func tooDeep(line: Int) -> Diagnostic {
    Diagnostic(
      "too-deep", at: location(line: line), MarkupMessages.tooDeep(limit: Self.deepestLevel),
      remedy: MarkupMessages.tooDeepRemedy)
  }

  /// The lines, counted from 1, that begin as the definition of a footnote would.
  var footnoteDefinitions: [(line: Int, text: String)] {
    lines.enumerated().compactMap { index, line in
      let indent = line.prefix { $0 == " " }.count
      let rest = Substring(Self.string(line.dropFirst(indent)))
      guard indent < 4, let (id, length) = Citation.first(in: rest),
        rest.unicodeScalars.dropFirst(length).first == ":"
      else { return nil }
      return (index + 1, "[^\(id)]:")
    }
  }

  /// How many cells the row of a table has in a line, or 0 where there is no such line.
  func cellCount(line: Int) -> Int {
    guard lines.indices.contains(line - 1) else { return 0 }
    var row = lines[line - 1][...]
    while let first = row.first, " \t>".unicodeScalars.contains(first) { row.removeFirst() }
    while let last = row.last, last == " " || last == "\t" { row.removeLast() }
    if row.first == "|" { row.removeFirst() }
    var count = 1
    var isEscaped = false
    var endsWithPipe = false
    for scalar in row {
      endsWithPipe = scalar == "|" && !isEscaped
      if endsWithPipe { count += 1 }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return endsWithPipe ? count - 1 : count
  }

  private mutating func offset(of text: String, line: Int) -> Int? {
    guard lines.indices.contains(line - 1) else { return nil }
    let from = cursor.line == line ? cursor.offset : 0
    return offset(of: text, line: line, from: from)
      ?? (from > 0 ? offset(of: text, line: line, from: 0) : nil)
  }

  private mutating func offset(of text: String, line: Int, from: Int) -> Int? {
    let wanted = Array(text.unicodeScalars)
    let scalars = lines[line - 1]
    var at = from
    while !wanted.isEmpty, at + wanted.count <= scalars.count, searchBudget > 0 {
      searchBudget -= 1
      if scalars[at] == wanted[0], scalars[at..<(at + wanted.count)].elementsEqual(wanted) {
        return at
      }
      at += 1
    }
    return nil
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// How many quotations and list items a line opens before its first letter.
  private static func containerCount(_ line: [Unicode.Scalar]) -> Int {
    var count = 0
    var pending: Unicode.Scalar = " "
    for scalar in line {
      switch scalar {
      case ">": count += 1
      case " ", "\t": if "-*+.)".unicodeScalars.contains(pending) { count += 1 }
      case "0"..."9", "-", "*", "+", ".", ")": break
      default: return count
      }
      pending = scalar
    }
    return count
  }
}
