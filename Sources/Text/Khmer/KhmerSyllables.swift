extension Khmer {
  /// Returns the syllables of `text`; joined they are the text.
  ///
  /// A Khmer syllable is a letter with its subscripts, vowels and signs: ស្ត្រី is one, where
  /// Swift's `Character` makes three of it. What stands between Khmer letters is cut into extended
  /// grapheme clusters (Unicode Standard Annex 29). Signs without a letter stay together.
  package static func syllables(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var result: [String] = []
    var index = 0
    while index < scalars.count {
      if KhmerSyllable.begins(scalars[index]) {
        let end = KhmerSyllable.end(scalars, from: index)
        result.append(String(scalars: scalars[index..<end]))
        index = end
      } else {
        let start = index
        while index < scalars.count, !KhmerSyllable.begins(scalars[index]) { index += 1 }
        result += String(scalars: scalars[start..<index]).map(String.init)
      }
    }
    return result
  }
}

/// Where a syllable begins and ends.
enum KhmerSyllable {
  /// Tells whether a syllable begins with the scalar: a letter, or a sign that has lost its own.
  static func begins(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKhmerLetter || scalar.isKhmerDependent
  }

  /// Returns the offset behind the syllable that begins at `start`, at most `limit`.
  static func end(
    _ scalars: [Unicode.Scalar], from start: Int, limit: Int = .max
  ) -> Int {
    let count = min(scalars.count, limit)
    var index = start
    var isBehindCoeng = false
    while index < count {
      let scalar = scalars[index]
      if index > start, scalar.isKhmerLetter {
        guard isBehindCoeng else { return index }
        isBehindCoeng = false
      } else if scalar.value == 0x17D2 {
        isBehindCoeng = true
      } else if index > start, isBehindCoeng, KhmerCluster.isHiddenBehindCoeng(scalar) {
        // Joiners between a coeng and its letter are not seen.
      } else if index == start || scalar.isKhmerDependent || scalar.extendsGrapheme {
        isBehindCoeng = false
      } else {
        return index
      }
      index += 1
    }
    return index
  }
}
