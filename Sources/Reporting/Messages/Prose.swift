import Text

/// Numbers inside sentences: Latin digits in English, Khmer digits in Khmer.
enum Prose {
  /// Returns a whole number.
  static func count(_ number: Int) -> LocalizedText {
    LocalizedText(en: "\(number)", km: Khmer.withKhmerDigits("\(number)"))
  }

  /// Returns a number with one decimal and a real minus sign.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - isSigned: Whether a number above zero has a plus sign.
  /// - Returns: The text.
  static func number(_ number: Double, isSigned: Bool = false) -> LocalizedText {
    let text = NumberText.fixed(number.magnitude, digits: 1)
    let isZero = text == "0.0"
    let sign = number < 0 && !isZero ? "−" : (isSigned && !isZero ? "+" : "")
    return LocalizedText(en: sign + text, km: Khmer.withKhmerDigits(sign + text))
  }

  /// Returns names after each other.
  static func list(_ names: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      en: names.map(\.en).joined(separator: ", "),
      km: names.map { $0.text(in: .khmer) }.joined(separator: ", "))
  }

  /// Returns names as a series, with a word for "and" before the last one.
  static func series(_ names: [LocalizedText]) -> LocalizedText {
    guard let last = names.last, names.count > 1 else { return list(names) }
    let rest = list(Array(names.dropLast()))
    return LocalizedText(
      en: "\(rest.en) and \(last.en)", km: "\(rest.km) និង\(last.text(in: .khmer))")
  }
}
