import CICU

/// Breaks running text into lines for a terminal, at spaces and, in Khmer, between words.
package enum LineWrapping {
  /// Returns `text` as lines of at most `width` columns, each after the first begun by `indent`.
  ///
  /// Khmer has no spaces between words; ICU's dictionary says where a line may break. A zero-width
  /// space that the author typed is a break too, and is not printed: some terminals count it as a
  /// column. A word wider than the line is left whole.
  package static func lines(_ text: String, width: Int, indent: String = "") -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { paragraph(String($0), width: max(8, width), indent: indent) }
  }

  private static func paragraph(_ text: String, width: Int, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(text) {
      let wanted = DisplayWidth.columns(of: line) + DisplayWidth.columns(of: trimmedEnd(piece))
      if wanted > width, !trimmedEnd(line).isEmpty, line != indent {
        lines.append(trimmedEnd(line))
        line = indent
      }
      line += piece
    }
    lines.append(trimmedEnd(line))
    return lines
  }

  /// Returns the parts of `text` between which a line may break; joined they are the text.
  package static func pieces(_ text: String) -> [String] {
    let units = Array(text.utf16)
    var breaks = [Int32](repeating: 0, count: units.count + 1)
    let count = sala_icu_line_breaks(
      units, Int32(units.count), "km", &breaks, Int32(breaks.count))
    guard count > 1 else { return text.isEmpty ? [] : [withoutZeroWidthSpace(text)] }
    let offsets = breaks.prefix(Int(count)).map(Int.init)
    return zip(offsets, offsets.dropFirst()).map { start, end in
      withoutZeroWidthSpace(String(decoding: units[start..<end], as: UTF16.self))
    }
  }

  private static func withoutZeroWidthSpace(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.filter { $0.value != 0x200B })
    return String(result)
  }

  private static func trimmedEnd(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
