import Text

/// Cuts text where a cursor may stand: never inside a Khmer syllable, never before a mark.
///
/// As `Khmer.syllables`, but for signs that have lost their letter: a terminal shows them in the
/// cell of whatever stands before, so they are not parted from it.
enum Clusters {
  /// Returns the parts; joined they are the text.
  static func of(_ text: String) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var afterCoeng = false
    for scalar in text.unicodeScalars {
      let joins = !part.isEmpty && (afterCoeng && isKhmerBase(scalar) || isMark(scalar))
      if !joins, !part.isEmpty {
        parts.append(String(part))
        part = String.UnicodeScalarView()
      }
      part.append(scalar)
      afterCoeng = scalar.value == 0x17D2
    }
    if !part.isEmpty { parts.append(String(part)) }
    return parts
  }

  private static func isKhmerBase(_ scalar: Unicode.Scalar) -> Bool {
    (0x1780...0x17B3).contains(scalar.value)
  }

  /// Vowel signs, shifters, coeng, combining marks and invisible characters stay with what is
  /// before them; a new line never does.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}
