/// Where a line may break: ICU's rules between scripts and marks, our words inside Khmer.
enum LineBreaks {
  /// Returns the parts of `text` between which a line may break, without zero-width spaces.
  static func pieces(_ text: String, segmenter: KhmerSegmenter) -> [String] {
    if text.isEmpty { return [] }
    let scalars = Array(text.unicodeScalars)
    var pieces: [String] = []
    var start = 0
    for end in offsets(scalars, segmenter: segmenter) {
      let part = scalars[start..<end].filter { $0.value != 0x200B }
      if !part.isEmpty || pieces.isEmpty { pieces.append(String(scalars: part)) }
      start = end
    }
    return pieces
  }

  /// Returns the offsets behind which a line may break; the last is the count.
  static func offsets(_ scalars: [Unicode.Scalar], segmenter: KhmerSegmenter) -> [Int] {
    let count = scalars.count
    var mayBreak = [Bool](repeating: false, count: count + 1)
    let hasKhmer = scalars.contains(where: Khmer.isKhmer)
    for offset in icuOffsets(scalars) where offset > 0 && offset < count {
      let isInKhmer =
        hasKhmer && belongsToKhmer(scalars[offset - 1]) && belongsToKhmer(scalars[offset])
      mayBreak[offset] = !isInKhmer && !clings(scalars[offset])
    }
    if hasKhmer {
      for offset in segmenter.boundaries(scalars) where offset > 0 && offset < count {
        // Numbers stay with the word beside them, as ICU has it: only letters part here.
        let isKhmer = scalars[offset].isKhmerLetter
        if isWordEnd(scalars[offset - 1]) {
          mayBreak[offset] = mayBreak[offset] || isKhmer || WordScanner.isLatin(scalars[offset])
        } else if isKhmer, WordScanner.isLatin(scalars[offset - 1]) {
          mayBreak[offset] = true
        }
      }
    }
    mayBreak[count] = true
    return mayBreak.indices.filter { mayBreak[$0] }
  }

  private static func isWordEnd(_ scalar: Unicode.Scalar) -> Bool {
    belongsToKhmer(scalar) || scalar.value == 0x17D7 || scalar.value == 0x200B
  }

  private static func belongsToKhmer(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKhmerLetter || scalar.isKhmerDependent || scalar.value == 0x17D7
      || scalar.value == 0x200C || scalar.value == 0x200D
  }

  /// Marks that no line begins with, even where a space stands before them.
  private static func clings(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x17D4...0x17D8, 0x17DA, 0x21, 0x29, 0x2C, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0xBB, 0x2019,
      0x201D, 0x203A, 0x25, 0x17DB:
      true
    default: scalar.isKhmerDependent || scalar == " "
    }
  }

  private static func icuOffsets(_ scalars: [Unicode.Scalar]) -> [Int] {
    var units: [UInt16] = []
    units.reserveCapacity(scalars.count)
    var isWide = false
    for scalar in scalars {
      units += UTF16.encode(scalar).map(Array.init) ?? []
      isWide = isWide || scalar.value > 0xFFFF
    }
    let breaks = ICUBreaks.lines(units)
    guard isWide else { return breaks }
    var offsets: [Int] = []
    var unit = 0
    var next = breaks.makeIterator()
    var wanted = next.next()
    for (offset, scalar) in scalars.enumerated() {
      if wanted == unit {
        offsets.append(offset)
        wanted = next.next()
      }
      unit += scalar.value > 0xFFFF ? 2 : 1
    }
    return offsets
  }
}
