import Source
import Text

/// The text of an answer or a feedback, which may go on over several lines.
///
/// A line that ends in `\` is followed by a line break; other lines that go on are joined by a space.
/// Backslashes at the end of a line are written twice. After a break, a line that begins with a
/// space, a tab, `>` or `\`, or is empty, is written behind a `\`.
enum AnswerText {
  /// Returns a line without the mark of a break at its end, and whether there was one.
  static func opened(_ line: String) -> (text: String, breaks: Bool) {
    guard line.utf8.last == UInt8(ascii: "\\") else { return (line, false) }
    let run = line.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    let kept = line.utf8.dropLast(run - run / 2)
    return (String(Substring(kept)), run % 2 == 1)
  }

  /// Returns a line that follows a break, without what guards its beginning.
  static func unguarded(_ line: String) -> String {
    line.utf8.first == UInt8(ascii: "\\") ? String(Substring(line).dropFirstBytes(1)) : line
  }

  /// Returns the lines of a text, the first to stand behind a mark, the others to be indented.
  static func lines(_ text: String) -> [String] {
    guard text.utf8.contains(0x0A) || text.utf8.last == UInt8(ascii: "\\") else { return [text] }
    let parts = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    return parts.enumerated().map { index, part in
      let run = part.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      var line = part + String(repeating: "\\", count: run)
      if index > 0, needsGuard(part) { line = "\\" + line }
      return index + 1 < parts.count ? line + "\\" : line
    }
  }

  private static func needsGuard(_ part: String) -> Bool {
    guard let first = part.utf8.first else { return true }
    return [0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "\\")].contains(first)
  }
}

/// Lines of a stem that would be read as something else, each behind one `\`.
enum StemText {
  /// Returns a stem's line without the `\` that keeps it from being read as something else.
  static func unescaped(_ line: String, isJudged: Bool) -> String {
    guard line.utf8.first == UInt8(ascii: "\\") else { return line }
    let rest = line.utf8.drop { $0 == UInt8(ascii: "\\") }
    return isSpecial(String(Substring(rest)), isJudged: isJudged)
      ? String(Substring(line).dropFirstBytes(1)) : line
  }

  /// Returns a stem's line so that reading gives it back.
  static func escaped(_ line: String, isJudged: Bool) -> String {
    let rest = line.utf8.drop { $0 == UInt8(ascii: "\\") }
    return isSpecial(String(Substring(rest)), isJudged: isJudged) ? "\\" + line : line
  }

  /// Tells whether a line would not be read as part of a stem; where a human judges, `>` begins the
  /// feedback.
  private static func isSpecial(_ line: String, isJudged: Bool) -> Bool {
    guard let first = line.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "#"): return line.utf8.starts(with: "## ".utf8)
    case UInt8(ascii: "@"): return true
    case UInt8(ascii: "`"): return line.utf8.starts(with: "```".utf8)
    case UInt8(ascii: "<"): return line.utf8.starts(with: "<!--".utf8)
    case UInt8(ascii: ">"): return isJudged
    case UInt8(ascii: "-"): return line == "---" || AnswerLine.read(line) != nil
    default: return AnswerLine.read(line) != nil
    }
  }
}
