import Text

/// The lines of a Markdown text and where they stand in their file.
struct MarkdownSource {
  /// The most bytes that are read; cmark needs quadratic time for some texts, so they are bounded.
  static let largestText = 256 << 10
  /// The most levels of blocks and marks inside each other.
  static let deepestLevel = 100

  private let lines: [String]
  private let start: SourceLocation
  private let byteCount: Int

  init(_ text: String, start: SourceLocation) {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && previous != "\r") {
        lines.append(String(line))
        line = String.UnicodeScalarView()
      } else if scalar != "\n" {
        line.append(scalar)
      }
      previous = scalar
    }
    lines.append(String(line))
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

  /// The place of `text` in or after a line, or of the line where `text` is not found as written.
  func location(of text: String, line: Int, within count: Int = 1) -> SourceLocation {
    for candidate in line..<(line + max(1, count)) {
      if let offset = offset(of: text, line: candidate) {
        return location(line: candidate, column: offset + 1)
      }
    }
    return location(line: line)
  }

  /// A finding about `text`, with the line of the file for its caret.
  func diagnostic(
    _ code: String, _ severity: Severity = .error, of text: String, line: Int,
    within count: Int = 1, _ message: LocalizedText, remedy: LocalizedText
  ) -> Diagnostic {
    let place = location(of: text, line: line, within: count)
    let index = place.line - max(1, start.line)
    var excerpt = lines.indices.contains(index) ? lines[index] : ""
    if index == 0, start.column > 1 {
      excerpt = String(repeating: " ", count: start.column - 1) + excerpt
    }
    return Diagnostic(
      code, severity, at: place, message, remedy: remedy, excerpt: excerpt,
      length: place.column == 0 ? 1 : Self.firstLine(of: text).unicodeScalars.count)
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
      let rest = line.dropFirst(indent)
      guard indent < 4, let (id, length) = Citation.first(in: rest),
        rest.unicodeScalars.dropFirst(length).first == ":"
      else { return nil }
      return (index + 1, "[^\(id)]:")
    }
  }

  /// How many cells the row of a table has in a line, or 0 where there is no such line.
  func cellCount(line: Int) -> Int {
    guard lines.indices.contains(line - 1) else { return 0 }
    var row = Substring(lines[line - 1]).unicodeScalars
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

  private func offset(of text: String, line: Int) -> Int? {
    guard lines.indices.contains(line - 1) else { return nil }
    let wanted = Array(Self.firstLine(of: text).unicodeScalars)
    let scalars = Array(lines[line - 1].unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= scalars.count else { return nil }
    return (0...(scalars.count - wanted.count)).first { offset in
      scalars[offset..<(offset + wanted.count)].elementsEqual(wanted)
    }
  }

  private static func firstLine(of text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" { break }
      result.append(scalar)
    }
    return String(result)
  }

  /// How many quotations and list items a line opens before its first letter.
  private static func containerCount(_ line: String) -> Int {
    var count = 0
    var pending: UInt8 = 0
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: ">"): count += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        if "-*+.)".utf8.contains(pending) { count += 1 }
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "*"),
        UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
        break
      default: return count
      }
      pending = byte
    }
    return count
  }
}
