/// What a scalar is in a Khmer syllable, after the Khmer Encoding Structure, version 2.
enum KhmerClass {
  /// A consonant, an independent vowel, or the dotted circle that stands for one.
  case base
  /// Robat (U+17CC).
  case robat
  /// The sign that makes the next letter a subscript (U+17D2).
  case coeng
  /// Muusikatoan and triisap (U+17C9, U+17CA).
  case shifter
  /// ZWNJ and ZWJ (U+200C, U+200D).
  case joiner
  /// A dependent vowel (U+17B6–U+17C5).
  case vowel
  /// A sign above (U+17C6, U+17CB, U+17CD–U+17D1, U+17DD).
  case modifier
  /// Reahmuk and yuukaleapintu (U+17C7, U+17C8).
  case final
  /// Anything else: punctuation, digits, inherent vowels, other scripts.
  case other

  /// Returns the class of a scalar.
  static func of(_ scalar: Unicode.Scalar) -> KhmerClass {
    switch scalar.value {
    case 0x1780...0x17B3, 0x25CC: .base
    case 0x17B6...0x17C5: .vowel
    case 0x17C6, 0x17CB, 0x17CD...0x17D1, 0x17DD: .modifier
    case 0x17C7, 0x17C8: .final
    case 0x17C9, 0x17CA: .shifter
    case 0x17CC: .robat
    case 0x17D2: .coeng
    case 0x200C, 0x200D: .joiner
    default: .other
    }
  }
}

extension Unicode.Scalar {
  /// A Khmer consonant (U+1780–U+17A2).
  var isKhmerConsonant: Bool { (0x1780...0x17A2).contains(value) }

  /// A Khmer letter: what may be a subscript, and what a syllable begins with.
  var isKhmerLetter: Bool { (0x1780...0x17B3).contains(value) }

  /// A Khmer sign that cannot stand alone, the inherent vowels included.
  var isKhmerDependent: Bool {
    (0x17B4...0x17D3).contains(value) || value == 0x17DD || value == 0x17DC
  }

  /// A Khmer digit, or 0–9.
  var isDigit: Bool { (0x17E0...0x17E9).contains(value) || (0x30...0x39).contains(value) }

  /// A scalar that extends the grapheme before it: a mark of any script, or a joiner.
  var extendsGrapheme: Bool {
    if value < 0x300 { return false }
    if value == 0x200C || value == 0x200D { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }
}

extension String {
  /// Creates a text from scalars.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
