package import Text

/// The labels under which things are printed, which are those that `AnswerInput` reads.
package enum PaperLabels {
  /// Returns the letter of an option by its place, from 0: `A`, `B`, …, in Khmer ក, ខ, ….
  ///
  /// Where the letters of a language end, Latin ones go on, then numbers.
  package static func letter(_ place: Int, in language: Language) -> String {
    if language == .khmer, Khmer.optionLetters.indices.contains(place) {
      return Khmer.optionLetters[place]
    }
    guard (0..<26).contains(place), let scalar = Unicode.Scalar(UInt32(0x41 + place)) else {
      return number(place + 1, in: language)
    }
    return String(Character(scalar))
  }

  /// Returns a number in the digits of a language.
  package static func number(_ value: Int, in language: Language) -> String {
    language == .khmer ? Khmer.withKhmerDigits("\(value)") : "\(value)"
  }
}
