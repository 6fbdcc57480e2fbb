/// Something in Khmer text that the Khmer Encoding Structure, version 2, does not allow.
package struct KhmerFault: Sendable, Hashable {
  /// What is wrong.
  package var kind: Kind
  /// Where it begins, in scalars from the beginning of the text.
  package var offset: Int
  /// How many scalars it takes, at least 1.
  package var length: Int

  /// Creates a fault.
  package init(_ kind: Kind, at offset: Int, length: Int = 1) {
    self.kind = kind
    self.offset = offset
    self.length = length
  }

  /// What may be wrong.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The text is not in the composed form NFC.
    case notComposed = "not-composed"
    /// A coeng that no letter follows.
    case loneCoeng = "coeng-without-letter"
    /// A vowel or sign that belongs to no letter.
    case strayMark = "mark-without-letter"
    /// The signs of a syllable are not in the order of the structure.
    case order = "sign-order"
    /// A vowel of two parts typed as its parts.
    case splitVowel = "vowel-in-parts"
    /// ុ typed where a shifter stands that is drawn like it.
    case shifterAsVowel = "shifter-as-vowel"
    /// The subscript of រ before another subscript.
    case coengRo = "coeng-ro-first"
    /// The subscript of ដ, which looks like that of ត.
    case coengDa = "coeng-da"
    /// An invisible sign that changes nothing.
    case idleJoiner = "joiner-without-effect"
    /// More than two subscripts, or that of រ twice.
    case coengs = "too-many-subscripts"
    /// More than one vowel.
    case vowels = "too-many-vowels"
    /// More signs of a kind than a syllable has.
    case signs = "too-many-signs"
    /// ុ with a sign that would push a shifter down.
    case signAfterU = "sign-after-u"
    /// A final subscript, which only Middle Khmer has.
    case finalCoeng = "final-coeng"
    /// A character that Unicode advises against.
    case deprecated = "deprecated-character"

    /// Whether `Khmer.normalised` mends it.
    package var isMended: Bool {
      switch self {
      case .notComposed, .order, .splitVowel, .shifterAsVowel, .coengRo, .coengDa, .idleJoiner:
        true
      case .loneCoeng, .strayMark, .coengs, .vowels, .signs, .signAfterU, .finalCoeng,
        .deprecated:
        false
      }
    }
  }
}
