/// One Khmer syllable as it is written: a base and the signs that belong to it.
struct KhmerCluster {
  /// The places of a syllable, in the order in which they are stored.
  enum Slot: Int, Comparable {
    case robat, coeng, shifter, joiner, before, below, above, after, modifier, final, finalCoeng

    static func < (left: Slot, right: Slot) -> Bool { left.rawValue < right.rawValue }

    /// Vowels are told apart only among themselves.
    var rank: Int { isVowel ? Slot.before.rawValue : rawValue }

    var isVowel: Bool { self >= .before && self <= .after }
  }

  /// One sign; a subscript is one, with its letter.
  struct Sign {
    var slot: Slot
    var scalar: Unicode.Scalar
    /// Where it was typed, in scalars from the beginning of the text.
    var place: Int
    /// How many scalars were typed for it.
    var length = 1
    /// Whether a subscript was typed with signs between coeng and letter.
    var isUntidy = false
  }

  /// The base.
  var base: Unicode.Scalar
  /// The place of the base.
  var place: Int
  /// The signs, in the order typed.
  var signs: [Sign] = []

  /// Reads the syllable whose base stands at `start`, into a value that is used again and again.
  ///
  /// A coeng without a letter ends the syllable, and so do joiners that nothing follows.
  ///
  /// - Returns: The offset behind it.
  mutating func read(_ scalars: [Unicode.Scalar], at start: Int) -> Int {
    base = scalars[start]
    place = start
    signs.removeAll(keepingCapacity: true)
    var index = start + 1
    while index < scalars.count, let next = sign(scalars, at: index) { index = next }
    return index
  }

  /// Adds what stands at `index`, and returns the offset behind it, or `nil` where the syllable
  /// ends.
  private mutating func sign(_ scalars: [Unicode.Scalar], at index: Int) -> Int? {
    let scalar = scalars[index]
    switch KhmerClass.of(scalar) {
    case .robat: return add(.robat, scalar, index)
    case .shifter: return add(.shifter, scalar, index)
    case .vowel: return add(Self.slot(ofVowel: scalar), scalar, index)
    case .modifier: return add(.modifier, scalar, index)
    case .final: return add(.final, scalar, index)
    case .coeng: return coeng(scalars, at: index)
    case .joiner: return joiners(scalars, at: index)
    case .base, .other: return nil
    }
  }

  private mutating func add(_ slot: Slot, _ scalar: Unicode.Scalar, _ index: Int) -> Int {
    signs.append(Sign(slot: slot, scalar: scalar, place: index))
    return index + 1
  }

  /// Between coeng and letter may stand what is not seen: more coengs, joiners, and the atthacan
  /// that NFC moves there (its combining class is 230, that of coeng 9).
  private mutating func coeng(_ scalars: [Unicode.Scalar], at index: Int) -> Int? {
    var end = index + 1
    while end < scalars.count, Self.isHiddenBehindCoeng(scalars[end]) { end += 1 }
    guard end < scalars.count, scalars[end].isKhmerLetter else { return nil }
    signs.append(
      Sign(
        slot: .coeng, scalar: scalars[end], place: index, length: end - index + 1,
        isUntidy: end > index + 1))
    for hidden in index + 1..<end where scalars[hidden].value == 0x17DD {
      signs.append(Sign(slot: .modifier, scalar: scalars[hidden], place: hidden))
    }
    return end + 1
  }

  private mutating func joiners(_ scalars: [Unicode.Scalar], at index: Int) -> Int? {
    var end = index
    while end < scalars.count, KhmerClass.of(scalars[end]) == .joiner { end += 1 }
    guard end < scalars.count else { return nil }
    switch KhmerClass.of(scalars[end]) {
    case .base, .other, .joiner: return nil
    case .coeng:
      // U+200D U+17D2 and a letter: the final coeng of Middle Khmer.
      let isFinal = scalars[end - 1].value == 0x200D
      let before = signs.count
      guard let next = coeng(scalars, at: end) else { return nil }
      if isFinal {
        signs[before].slot = .finalCoeng
        signs[before].place -= 1
        signs[before].length += 1
      }
      for place in index..<(isFinal ? end - 1 : end) {
        signs.append(Sign(slot: .joiner, scalar: scalars[place], place: place))
      }
      return next
    default:
      for place in index..<end {
        signs.append(Sign(slot: .joiner, scalar: scalars[place], place: place))
      }
      return end
    }
  }

  /// Tells whether a scalar between coeng and letter is not seen.
  static func isHiddenBehindCoeng(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x17D2, 0x17DD, 0x200C, 0x200D: true
    default: false
    }
  }

  static func slot(ofVowel scalar: Unicode.Scalar) -> Slot {
    switch scalar.value {
    case 0x17B6: .after
    case 0x17B7...0x17BA: .above
    case 0x17BB...0x17BD: .below
    default: .before
    }
  }

  /// Adds the syllable to a text.
  func write(to text: inout [Unicode.Scalar]) {
    text.append(base)
    for sign in signs {
      switch sign.slot {
      case .coeng:
        text.append("\u{17D2}")
        text.append(sign.scalar)
      case .finalCoeng:
        text.append("\u{200D}")
        text.append("\u{17D2}")
        text.append(sign.scalar)
      default: text.append(sign.scalar)
      }
    }
  }
}
