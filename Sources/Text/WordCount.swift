extension Khmer {
  /// Returns how many words `text` holds, by ICU's dictionary.
  ///
  /// Khmer puts no spaces between words, so the words are the pieces between which a line may
  /// break. Pieces without a letter or a digit, such as a lone punctuation mark, are not words.
  /// Latin text inside the Khmer counts by the same rule.
  package static func wordCount(_ text: String) -> Int {
    LineWrapping.pieces(text).count(where: holdsWord)
  }

  /// Tells whether `text` holds a letter or a digit of any script.
  package static func holdsWord(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        true
      default: false
      }
    }
  }
}
