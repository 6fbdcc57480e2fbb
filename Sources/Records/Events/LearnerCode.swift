package import Text

/// The codes that stand for learners in all records: `K7M4-QX2P`, seven characters and a check.
///
/// The alphabet leaves out 0, O, 1, I and L, which are mistaken for each other on paper; it has
/// 31 characters. The values of the eight characters, weighted 8, 7, … 1, add up to a multiple of
/// 31: the scheme of ISBN-10 (ISO 2108:1992) over a larger alphabet. As 31 is prime and the
/// weights differ, every single wrong character and every swap of two unequal characters gives
/// another sum. Seven free characters make 27 thousand million codes.
package enum LearnerCode {
  static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ".unicodeScalars)
  static let length = 8

  /// What was typed as a code.
  package enum Reading: Sendable, Hashable {
    /// A code, in its one form.
    case code(String)
    /// No code, with what is wrong with it.
    case wrong(LocalizedText)
  }

  /// Returns the code that a person typed, or what is wrong with it.
  ///
  /// Small letters, Khmer digits, spaces and hyphens are understood; zero-width characters that
  /// Khmer keyboards leave behind are passed over.
  package static func parse(_ typed: String) -> Reading {
    if isCanonical(typed) { return .code(typed) }
    let scalars = Khmer.withLatinDigits(typed).uppercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "-" && !(0x200B...0x200D).contains($0.value)
        && !(0x2010...0x2015).contains($0.value)
    }
    guard !scalars.isEmpty else { return .wrong(EventMessages.codeMissing) }
    var values: [Int] = []
    for scalar in scalars {
      guard let value = alphabet.firstIndex(of: scalar) else {
        return .wrong(EventMessages.codeCharacter(String(Character(scalar))))
      }
      values.append(value)
    }
    guard values.count == length else { return .wrong(EventMessages.codeLength(values.count)) }
    guard sum(values) % alphabet.count == 0 else { return .wrong(EventMessages.codeCheck) }
    return .code(text(values))
  }

  /// Whether a text is a code in its one form, which a table of a hundred thousand is full of.
  private static func isCanonical(_ text: String) -> Bool {
    guard text.utf8.count == length + 1 else { return false }
    var sum = 0
    var weight = length
    for (place, byte) in text.utf8.enumerated() {
      if place == length / 2 {
        if byte != 0x2D { return false }
        continue
      }
      let value = values[Int(byte)]
      guard value >= 0 else { return false }
      sum += weight * value
      weight -= 1
    }
    return sum % alphabet.count == 0
  }

  /// The value of each byte that is a letter or digit of codes; -1 for others.
  private static let values: [Int] = {
    var values = [Int](repeating: -1, count: 256)
    for (value, scalar) in alphabet.enumerated() { values[Int(scalar.value)] = value }
    return values
  }()

  /// Returns whether `text` is a code in its one form.
  package static func isCode(_ text: String) -> Bool { parse(text) == .code(text) }

  /// Returns a new code that is not among those taken.
  ///
  /// - Parameters:
  ///   - generator: Where chance comes from: the system for real events, a seed for made-up ones.
  ///   - taken: Codes that are in use.
  /// - Returns: The code.
  package static func make(
    using generator: inout some RandomNumberGenerator, taken: Set<String>
  ) -> String {
    while true {
      var values = (1..<length).map { _ in
        Int(generator.next(upperBound: UInt64(alphabet.count)))
      }
      let rest = sum(values + [0]) % alphabet.count
      values.append((alphabet.count - rest) % alphabet.count)
      let code = text(values)
      if !taken.contains(code) { return code }
    }
  }

  private static func sum(_ values: [Int]) -> Int {
    values.enumerated().reduce(0) { $0 + (length - $1.offset) * $1.element }
  }

  private static func text(_ values: [Int]) -> String {
    var scalars = String.UnicodeScalarView()
    for (place, value) in values.enumerated() {
      if place == length / 2 { scalars.append("-") }
      scalars.append(alphabet[value])
    }
    return String(scalars)
  }
}
