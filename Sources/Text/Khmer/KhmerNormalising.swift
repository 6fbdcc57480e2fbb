extension Khmer {
  /// Returns `text` in the one way of writing it: NFC, and Khmer syllables in the form of the
  /// Khmer Encoding Structure, version 2.
  ///
  /// Two texts that look the same become the same; the result looks like `text`. It is the same
  /// when normalised again. Wrong spelling stays: what no rule mends is named by `faults(in:)`.
  /// Text of other scripts is left alone but for NFC.
  package static func normalised(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    let composed = nfc(text)
    let scalars = Array(composed.unicodeScalars)
    guard scalars.contains(where: isKhmer) else { return composed }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var cluster = KhmerCluster(base: " ", place: 0)
    var index = 0
    while index < scalars.count {
      guard KhmerClass.of(scalars[index]) == .base else {
        result.append(scalars[index])
        index += 1
        continue
      }
      index = cluster.read(scalars, at: index)
      cluster.arrange()
      cluster.write(to: &result)
    }
    // Atthacan may have come to stand before a mark of another script.
    return result == scalars ? composed : nfc(String(scalars: result))
  }

  /// Returns everything in `text` that is not in its normal form, by place.
  ///
  /// A text has no faults exactly when `firstAbnormality(in:)` finds nothing in it; `normalised`
  /// mends the faults whose kind says so.
  package static func faults(in text: String) -> [KhmerFault] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return [] }
    let scalars = Array(text.unicodeScalars)
    var faults = KhmerValidation.syllableFaults(scalars)
    if Array(nfc(text).unicodeScalars) != scalars {
      faults += KhmerValidation.composition(scalars, besides: faults)
    }
    return faults.sorted { ($0.offset, $0.kind.rawValue) < ($1.offset, $1.kind.rawValue) }
  }
}

/// What `Khmer.faults(in:)` is made of.
enum KhmerValidation {
  static func syllableFaults(_ scalars: [Unicode.Scalar]) -> [KhmerFault] {
    var faults: [KhmerFault] = []
    var cluster = KhmerCluster(base: " ", place: 0)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isDeprecated(scalar) { faults.append(KhmerFault(.deprecated, at: index)) }
      switch KhmerClass.of(scalar) {
      case .base:
        index = cluster.read(scalars, at: index)
        cluster.arrange { faults.append($0) }
        remaining(cluster, into: &faults)
      case .other, .joiner: index += 1
      case .coeng, .robat, .shifter, .vowel, .modifier, .final:
        let end = endOfStray(scalars, from: index)
        faults.append(
          KhmerFault(
            scalar.value == 0x17D2 ? .loneCoeng : .strayMark, at: index, length: end - index))
        index = end
      }
    }
    return faults
  }

  /// The marks without a letter that begin at `start` are one fault; so is a subscript's letter.
  private static func endOfStray(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var index = start
    while index < scalars.count {
      switch KhmerClass.of(scalars[index]) {
      case .base:
        guard index > start, scalars[index - 1].value == 0x17D2 else { return index }
      case .other, .joiner: return index
      default: break
      }
      index += 1
    }
    return index
  }

  private static func isDeprecated(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x17A3, 0x17A4, 0x17B4, 0x17B5, 0x17D3, 0x17D8: true
    default: false
    }
  }

  /// What is wrong with a syllable that is arranged.
  private static func remaining(_ cluster: KhmerCluster, into faults: inout [KhmerFault]) {
    guard cluster.signs.count > 1 || cluster.signs.first?.slot == .finalCoeng else { return }
    func many(_ kind: KhmerFault.Kind, _ most: Int, from: Int, _ holds: (KhmerCluster.Sign) -> Bool)
    {
      let found = cluster.signs.filter(holds)
      guard found.count > most else { return }
      let places = found.map(\.place)
      let start = from < found.count ? found[from].place : found[0].place
      faults.append(
        KhmerFault(kind, at: start, length: max(1, (places.max() ?? start) - start + 1)))
    }
    many(.coengs, 2, from: 2) { $0.slot == .coeng }
    many(.coengs, 1, from: 1) { $0.slot == .coeng && $0.scalar.value == 0x179A }
    many(.vowels, 1, from: 0) { $0.slot.isVowel }
    many(.signs, 1, from: 1) { $0.slot == .robat }
    many(.signs, 1, from: 1) { $0.slot == .shifter && $0.scalar.value != 0x200C }
    many(.signs, 2, from: 2) { $0.slot == .modifier }
    many(.signs, 1, from: 1) { $0.slot == .final }
    many(.finalCoeng, 0, from: 0) { $0.slot == .finalCoeng }
    let modifier = cluster.signs.first { $0.slot == .modifier }
    if let modifier, modifier.scalar.value == 0x17D0 || modifier.scalar.value == 0x17DD,
      cluster.signs.contains(where: { $0.scalar.value == 0x17BB && $0.slot == .below })
    {
      faults.append(KhmerFault(.signAfterU, at: modifier.place))
    }
  }

  /// The places where a text is not NFC, grapheme by grapheme.
  static func composition(
    _ scalars: [Unicode.Scalar], besides faults: [KhmerFault]
  ) -> [KhmerFault] {
    var found: [KhmerFault] = []
    var start = 0
    while start < scalars.count {
      var end = start + 1
      while end < scalars.count, scalars[end].value >= 0x300, scalars[end].extendsGrapheme {
        end += 1
      }
      if end > start + 1 || scalars[start].value >= 0xC0 {
        let part = Array(scalars[start..<end])
        let normal = Array(Khmer.nfc(String(scalars: part)).unicodeScalars)
        if normal != part {
          let offset = zip(normal, part).enumerated().first { $0.element.0 != $0.element.1 }?.offset
          found.append(
            KhmerFault(.notComposed, at: start + min(offset ?? 0, part.count - 1)))
        }
      }
      start = end
    }
    if !found.isEmpty { return found }
    // Letters that only compose with the next, such as Hangul: the first place that differs.
    let normal = Array(Khmer.nfc(String(scalars: scalars)).unicodeScalars)
    let offset = zip(normal, scalars).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    return [KhmerFault(.notComposed, at: offset ?? min(normal.count, scalars.count - 1))]
  }
}
