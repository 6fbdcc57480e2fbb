extension Khmer {
  /// Returns how many words `text` holds, as `KhmerSegmenter` divides it.
  ///
  /// Parts without a letter or a digit, such as a lone punctuation mark, are not words. Latin text
  /// inside the Khmer counts by the same rule.
  package static func wordCount(
    _ text: String, segmenter: KhmerSegmenter = .standard
  ) -> Int {
    segmenter.parts(text).count { holdsWord($0) }
  }

  /// Tells whether `text` holds a letter or a digit of any script.
  package static func holdsWord(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { scalar in
      if scalar.isKhmerLetter || scalar.isDigit { return true }
      return switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        true
      default: false
      }
    }
  }
}
