import Text

/// The words that stand about the fields of questions.
extension PageMessages {
  /// Returns how many words there are, as elements whose number the script counts.
  static func words(mostWords: Int?, in language: Language) -> String {
    let zero = language == .khmer ? "០" : "0"
    let number = "<span data-count=\"\">\(zero)</span>"
    switch (language, mostWords) {
    case (.english, nil): return "Words: \(number)"
    case (.english, let most?): return "Words: \(number) of at most \(most)"
    case (.khmer, nil): return "ចំនួនពាក្យ៖ \(number)"
    case (.khmer, let most?):
      return "ចំនួនពាក្យ៖ \(number) យ៉ាងច្រើន \(Khmer.withKhmerDigits("\(most)"))"
    }
  }
}
