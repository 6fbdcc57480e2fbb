/// Breaks running text into lines for a terminal, at spaces and, in Khmer, between words.
package enum LineWrapping {
  /// The narrowest line, in columns.
  ///
  /// Words stay whole in it, however wide they are: a line that narrow is asked for to learn how
  /// wide the words are.
  package static let narrowest = 8

  /// Returns `text` as lines of at most `width` columns, each after the first begun by `indent`.
  ///
  /// Khmer has no spaces between words; `KhmerSegmenter` says where they end. A zero-width space
  /// that the author typed is a break too, and is not printed: some terminals count it as a
  /// column. A Khmer word wider than the line is broken between syllables, never inside one; a
  /// word of another script is left whole. No line begins with a space, `។` or another mark that
  /// belongs to what stands before it.
  ///
  /// - Parameters:
  ///   - text: The text; its own line ends stay.
  ///   - width: The columns of a line, at least `narrowest`.
  ///   - indent: What each line after the first begins with.
  ///   - family: How the terminal counts columns.
  ///   - segmenter: What divides Khmer into words.
  /// - Returns: The lines.
  package static func lines(
    _ text: String, width: Int, indent: String = "", family: DisplayWidth.Family = .glibc,
    segmenter: KhmerSegmenter = .standard
  ) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).flatMap {
      paragraph(
        String(Substring($0)), width: max(narrowest, width), indent: indent, family: family,
        segmenter: segmenter)
    }
  }

  private static func paragraph(
    _ text: String, width: Int, indent: String, family: DisplayWidth.Family,
    segmenter: KhmerSegmenter
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    var isBegun = false
    let indentColumns = DisplayWidth.columns(of: indent, family)
    func add(_ piece: String) {
      let shown = DisplayWidth.columns(of: trimmedEnd(piece), family)
      if columns + shown > width, isBegun {
        lines.append(trimmedEnd(line))
        line = indent
        columns = indentColumns
        isBegun = false
      }
      line += piece
      columns += DisplayWidth.columns(of: piece, family)
      isBegun = isBegun || shown > 0
    }
    for piece in pieces(text, segmenter: segmenter) {
      let shown = DisplayWidth.columns(of: trimmedEnd(piece), family)
      let room = width - (lines.isEmpty && !isBegun ? columns : indentColumns)
      let isTooWide =
        shown > room && width > narrowest && piece.unicodeScalars.contains(where: \.isKhmerLetter)
      for part in isTooWide ? unbreakable(piece) : [piece] { add(part) }
    }
    lines.append(trimmedEnd(line))
    return lines
  }

  /// Returns the parts of `text` between which a line may break; joined they are the text without
  /// its zero-width spaces.
  package static func pieces(
    _ text: String, segmenter: KhmerSegmenter = .standard
  ) -> [String] {
    LineBreaks.pieces(text, segmenter: segmenter)
  }

  /// The syllables of a word, each with the marks and digits that cling to it.
  private static func unbreakable(_ piece: String) -> [String] {
    var result: [String] = []
    for syllable in Khmer.syllables(piece) {
      let first = syllable.unicodeScalars.first
      if let first, first.isKhmerLetter || result.isEmpty {
        result.append(syllable)
      } else {
        result[max(0, result.count - 1)] += syllable
      }
    }
    return result
  }

  private static func trimmedEnd(_ text: String) -> String {
    guard text.utf8.last == 0x20 else { return text }
    var scalars = Substring(text).unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
