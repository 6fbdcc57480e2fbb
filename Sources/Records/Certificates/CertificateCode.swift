import Text

/// What a certificate attests.
package enum CertificateKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// That a person was there.
  case attendance
  /// That a person was there and took the tests.
  case completion
}

/// The code by which a certificate is looked up: `XXXX-XXXX-XXXX`, eleven characters and a check.
///
/// It follows from event, learner and kind alone, so that it needs no record of its own and is the
/// same on every machine; the records say what it attests. The characters are those of
/// `LearnerCode`, taken from SHA-256 (FIPS 180-4); the check catches any single wrong character and
/// any swap of two. Whoever knows event, learner and kind can compute it: it proves nothing by
/// itself, only what the records say about it does.
package enum CertificateCode {
  static let length = 12

  /// Returns the code of a certificate.
  package static func make(event: String, learner: String, kind: CertificateKind) -> String {
    let hash = Array(
      JournalLine.hash(of: "sala certificate\u{1}\(kind.rawValue)\u{1}\(event)\u{1}\(learner)").utf8
    )
    // Four hexadecimal digits a character: the remainder of 65,536 by 31 favours none by more than
    // one in two thousand.
    var values = (0..<length - 1).map { place -> Int in
      let digits = hash[place * 4..<place * 4 + 4]
      let number = digits.reduce(0) { $0 * 16 + Int($1 < 0x60 ? $1 - 0x30 : $1 - 0x57) }
      return number % LearnerCode.alphabet.count
    }
    let rest = sum(values + [0]) % LearnerCode.alphabet.count
    values.append((LearnerCode.alphabet.count - rest) % LearnerCode.alphabet.count)
    return text(values)
  }

  /// Returns the code that a person typed in its one form; `nil` where it cannot be one.
  package static func parse(_ typed: String) -> String? {
    let scalars = Khmer.withLatinDigits(typed).uppercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "-" && !(0x2010...0x2015).contains($0.value)
        && !(0x200B...0x200D).contains($0.value)
    }
    let values = scalars.compactMap { LearnerCode.alphabet.firstIndex(of: $0) }
    guard values.count == scalars.count, values.count == length,
      sum(values) % LearnerCode.alphabet.count == 0
    else { return nil }
    return text(values)
  }

  private static func sum(_ values: [Int]) -> Int {
    values.enumerated().reduce(0) { $0 + (length - $1.offset) * $1.element }
  }

  private static func text(_ values: [Int]) -> String {
    var scalars = String.UnicodeScalarView()
    for (place, value) in values.enumerated() {
      if place > 0, place.isMultiple(of: 4) { scalars.append("-") }
      scalars.append(LearnerCode.alphabet[value])
    }
    return String(scalars)
  }
}
