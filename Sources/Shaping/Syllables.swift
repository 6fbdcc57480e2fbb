/// Where a word that is wider than a line may be broken, when it must.
enum Syllables {
  /// Returns the parts of a word, none of which begins with a sign or a subscript.
  ///
  /// A letter begins a part unless a coeng (U+17D2) binds it to the one before, or unless what
  /// stands before it is an opening mark. Other scripts are broken between their letters.
  static func parts(_ word: String) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in word.unicodeScalars {
      if begins(scalar, after: last), !part.isEmpty {
        parts.append(String(part))
        part = String.UnicodeScalarView()
      }
      part.append(scalar)
      last = scalar
    }
    if !part.isEmpty { parts.append(String(part)) }
    return parts
  }

  private static func begins(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
    guard let last else { return true }
    if [0x17D2, 0x200D, 0x2060].contains(last.value) { return false }
    switch last.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format, .modifierLetter, .spaceSeparator,
      .closePunctuation, .finalPunctuation, .otherPunctuation:
      return false
    default: return true
    }
  }
}
