extension NumberText {
  /// Returns `value` as people write it in a language, in groups of three digits: `១.២៣៤.៥៦៧,៨៩`
  /// in Khmer, `1,234,567.89` in English.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - digits: How many decimals, 0 to 9. Halves are rounded away from zero.
  ///   - language: The language.
  ///   - fallback: What stands for a value that is not a number.
  /// - Returns: The text.
  package static func grouped(
    _ value: Double, digits: Int = 0, in language: Language, fallback: String = "–"
  ) -> String {
    guard value.isFinite else { return fallback }
    return grouped(plain: fixed(value, digits: digits), in: language)
  }

  /// Returns a whole number as people write it in a language.
  package static func grouped(_ value: Int, in language: Language) -> String {
    grouped(plain: "\(value)", in: language)
  }

  /// Groups the digits of a text such as `-1234567.89`; one with an exponent stays as it is.
  private static func grouped(plain: String, in language: Language) -> String {
    let parts = plain.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, !plain.contains("e") else { return plain }
    let sign = whole.hasPrefix("-") ? "-" : ""
    let digits = Array(whole.utf8.drop { $0 == 0x2D })
    let (group, point) = language == .khmer ? (".", ",") : (",", ".")
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += group }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    if parts.count > 1 { text += point + parts[1] }
    return language == .khmer ? Khmer.withKhmerDigits(sign + text) : sign + text
  }
}
