import CICU

/// What Khmer text needs that Swift's `Character` gets wrong: digits, letters, breaks, normal form.
package enum Khmer {
  /// The consonants that number options, in their alphabetical order.
  package static let optionLetters = ["ក", "ខ", "គ", "ឃ", "ង", "ច", "ឆ", "ជ", "ឈ", "ញ"]

  /// Returns `text` with Khmer digits (U+17E0–U+17E9) replaced by 0–9.
  package static func withLatinDigits(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(latinDigit(scalar) ?? scalar)
    }
    return String(result)
  }

  /// Returns `text` with 0–9 replaced by Khmer digits.
  package static func withKhmerDigits(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if (0x30...0x39).contains(scalar.value), let digit = Unicode.Scalar(scalar.value + 0x17B0) {
        result.append(digit)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Tells whether `scalar` belongs to the Khmer block (U+1780–U+17FF).
  package static func isKhmer(_ scalar: Unicode.Scalar) -> Bool {
    (0x1780...0x17FF).contains(scalar.value)
  }

  /// Returns the canonical composed form (NFC) of `text`, or `text` where ICU refuses it.
  package static func nfc(_ text: String) -> String {
    // ASCII is composed already, and most texts in English are no more than that.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    let source = Array(text.utf16)
    var result = [UInt16](repeating: 0, count: source.count + 16)
    var length = sala_icu_nfc(source, Int32(source.count), &result, Int32(result.count))
    if length > result.count {
      result = [UInt16](repeating: 0, count: Int(length))
      length = sala_icu_nfc(source, Int32(source.count), &result, Int32(result.count))
    }
    guard length >= 0 else { return text }
    return String(decoding: result.prefix(Int(length)), as: UTF16.self)
  }

  /// Returns the offset, in scalars, of the first place where `text` is not normal, or `nil`.
  ///
  /// It is the first place of `faults(in:)`: a form other than NFC, or a syllable that is not
  /// written as the Khmer Encoding Structure, version 2, has it.
  package static func firstAbnormality(in text: String) -> Int? {
    faults(in: text).first?.offset
  }

  private static func latinDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x17E0...0x17E9).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x17B0)
  }
}
