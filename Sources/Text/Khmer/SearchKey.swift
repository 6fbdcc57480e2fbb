extension Khmer {
  /// Returns the form in which texts are looked for: two texts that a reader takes for the same
  /// have the same.
  ///
  /// It is `normalised(_:)` without zero-width characters (U+200B–U+200D, U+2060, U+FEFF, U+00AD)
  /// and inherent vowels (U+17B4, U+17B5), with the deprecated letters U+17A3 and U+17A4 written
  /// អ and អា, and ឲ written ឱ; digits are Latin, Latin letters small, white space single and none
  /// at the ends nor before ៗ.
  package static func searchKey(_ text: String) -> String {
    var kept: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200B...0x200D, 0x2060, 0xFEFF, 0xAD, 0x17B4, 0x17B5: continue
      case 0x17A3: kept.append("\u{17A2}")
      case 0x17A4: kept += ["\u{17A2}", "\u{17B6}"]
      case 0x17B2: kept.append("\u{17B1}")
      default: kept.append(scalar)
      }
    }
    let shown = withLatinDigits(normalised(String(scalars: kept))).lowercased()
    var result: [Unicode.Scalar] = []
    for scalar in shown.unicodeScalars {
      if scalar.properties.isWhitespace {
        if !result.isEmpty, result.last != " " { result.append(" ") }
      } else {
        if scalar.value == 0x17D7, result.last == " " { result.removeLast() }
        result.append(scalar)
      }
    }
    if result.last == " " { result.removeLast() }
    return nfc(String(scalars: result))
  }

  /// Tells whether `text` holds `wanted`, both as they are looked for.
  package static func contains(_ text: String, _ wanted: String) -> Bool {
    let text = Array(searchKey(text).utf8)
    let wanted = Array(searchKey(wanted).utf8)
    guard !wanted.isEmpty else { return true }
    return text.firstRange(of: wanted) != nil
  }
}
