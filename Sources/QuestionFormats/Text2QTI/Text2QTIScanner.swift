import Source
import Text

/// Parts a file into marks with their texts, and takes comments and code out.
struct Text2QTIScanner {
  let file: SourceFile
  /// The index of the next line.
  private var at = 0

  /// What comes next in a file; numbers are those of lines.
  enum Step {
    case block(Text2QTIBlock)
    case blank
    case stray(Int)
    case comment(String)
    case skippedCode(Int)
    case openCode(Int), openComment(Int), noComment(Int)
  }

  init(file: SourceFile) {
    self.file = file
  }

  /// Returns the next step, or `nil` at the end of the file.
  mutating func next() -> Step? {
    guard at < file.lines.count else { return nil }
    let line = file.lines[at]
    at += 1
    let number = at
    guard line.utf8.contains(where: { !Self.isSpace($0) }) else { return .blank }
    guard let (mark, length) = Text2QTIMark.of(line) else { return .stray(number) }
    switch mark {
    case .comment: return .comment(line)
    case .commentBlock: return skipComment(number)
    case .endCommentBlock: return .noComment(number)
    case .code: return skipCode(line, number)
    default: break
    }
    let bytes = line.utf8
    let rest = bytes.dropFirst(length)
    let spaces = rest.prefix(while: Self.isSpace).count
    let start = rest.dropFirst(spaces)
    // Columns count scalars: every byte but those that go on with one.
    let column =
      bytes.prefix(length + spaces).reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    var text = String(Substring(start)).trimmed
    if mark.isMultiLine {
      text = continued(text, mark, indent: mark.isLabel ? nil : length + spaces)
    }
    return .block(
      Text2QTIBlock(
        mark: mark, text: text, line: number, column: column,
        isSpaced: spaces > 0 || start.isEmpty))
  }

  /// Returns a text with the indented lines that go on with it; `indent` columns are taken off
  /// them, and `nil` lets the first one tell how many.
  private mutating func continued(_ first: String, _ mark: Text2QTIMark, indent: Int?) -> String {
    var indent = indent
    var text = first
    var blanks = 0
    while at < file.lines.count {
      let line = file.lines[at]
      guard let start = line.utf8.first(where: { !Self.isSpace($0) }) else {
        guard mark.hasParagraphs else { break }
        blanks += 1
        at += 1
        continue
      }
      guard let head = line.utf8.first, head != start, Self.isSpace(head) else { break }
      text += String(repeating: "\n", count: blanks + 1)
      blanks = 0
      if indent == nil { indent = Self.columns(line) }
      text += Self.withoutIndent(line, indent ?? 0)
      at += 1
    }
    return text
  }

  private static func columns(_ line: String) -> Int {
    var columns = 0
    for byte in line.utf8 {
      guard isSpace(byte) else { break }
      columns += byte == 0x09 ? 4 - columns % 4 : 1
    }
    return columns
  }

  /// Takes up to `indent` columns of white space off a line, and all of it off its end.
  private static func withoutIndent(_ line: String, _ indent: Int) -> String {
    var columns = 0
    var rest = Substring(line).utf8
    while columns < indent, let first = rest.first, isSpace(first) {
      columns += first == 0x09 ? 4 - columns % 4 : 1
      rest = rest.dropFirst()
    }
    guard let end = rest.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(Substring(rest[...end]))
  }

  private mutating func skipComment(_ number: Int) -> Step {
    while at < file.lines.count {
      let line = file.lines[at]
      at += 1
      if let (mark, _) = Text2QTIMark.of(line), mark == .endCommentBlock { return .blank }
    }
    return .openComment(number)
  }

  private mutating func skipCode(_ line: String, _ number: Int) -> Step {
    let fence = line.utf8.prefix { $0 == UInt8(ascii: "`") }.count
    while at < file.lines.count {
      let line = file.lines[at].trimmed.utf8
      at += 1
      if line.count >= fence, line.allSatisfy({ $0 == UInt8(ascii: "`") }) {
        return .skippedCode(number)
      }
    }
    return .openCode(number)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
