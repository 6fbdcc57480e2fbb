import Yams

/// A place as YAML counts it: line and column from 1, a column of 0 for the line as a whole.
struct YAMLMark {
  let line: Int
  let column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Takes over the parser's mark, or the beginning where a node has none.
  init(_ mark: Mark?) {
    self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}

/// Turns the lines of YAML into those of a file.
///
/// YAML also ends a line at U+0085, U+2028 and U+2029 (as YAML 1.1 did, 5.4), where no editor and
/// no `SourceFile` does; without this every place below one of them would be wrong.
struct YAMLLines {
  /// How many lines of the file come before the YAML.
  let offset: Int
  /// Where each YAML line begins, or empty where they are the lines of the file.
  private var starts: [(line: Int, column: Int)] = []
  /// The place behind the last letter.
  private let end: (line: Int, column: Int)

  init(_ text: String, offset: Int) {
    self.offset = offset
    let lines = text.linesByBytes
    end = (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
    guard text.unicodeScalars.contains(where: { $0 != "\n" && Self.isBreak($0) }) else { return }
    var (line, column) = (1, 0)
    starts = [(line, column)]
    for scalar in text.unicodeScalars {
      (line, column) = scalar == "\n" ? (line + 1, 0) : (line, column + 1)
      if Self.isBreak(scalar) { starts.append((line, column)) }
    }
  }

  /// Returns the place of a mark in the file.
  ///
  /// The parser puts what it misses at the end of a text on the line after it; here that is the
  /// end of the last line, which a person can go to.
  func place(_ mark: YAMLMark) -> (line: Int, column: Int) {
    var place = (line: mark.line, column: mark.column)
    if starts.indices.contains(mark.line - 1) {
      let start = starts[mark.line - 1]
      place = (start.line, mark.column > 0 ? start.column + mark.column : 0)
    } else if mark.line > (starts.isEmpty ? end.line : starts.count) {
      place = end
    }
    return (place.line + offset, place.column)
  }

  /// Tells whether YAML ends a line at a scalar of a text that has `\n` line ends.
  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    [0x0A, 0x85, 0x2028, 0x2029].contains(scalar.value)
  }
}

/// Finds aliases, which are not read: a few lines of them can stand for more than fits in memory,
/// and nobody who writes a curriculum by hand needs them.
enum YAMLAlias {
  /// Returns the first alias `*name` whose anchor `&name` comes before it.
  static func first(in text: String) -> (name: String, line: Int, column: Int)? {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return nil }
    var anchors: Set<String> = []
    for (number, line) in text.linesByBytes.enumerated() {
      let scalars = Array(line.unicodeScalars)
      for (index, scalar) in scalars.enumerated() where scalar == "&" || scalar == "*" {
        guard
          index == 0 || " \t[{,:\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalars[index - 1])
        else { continue }
        let name = String(
          String.UnicodeScalarView(scalars[(index + 1)...].prefix { isPartOfName($0) }))
        if scalar == "&" {
          anchors.insert(name)
        } else if !name.isEmpty, anchors.contains(name) {
          return (name, number + 1, index + 1)
        }
      }
    }
    return nil
  }

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }
}
