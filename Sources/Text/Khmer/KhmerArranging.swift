extension KhmerCluster {
  /// Puts the syllable into the form of the Khmer Encoding Structure, version 2 (Modern Khmer).
  ///
  /// Signs are sorted into their places; vowels typed in parts become one; ុ under a sign above
  /// becomes the shifter that is drawn like it; the subscript of រ comes second and that of ដ
  /// becomes that of ត, because neither can be told apart by the eye; joiners that change nothing
  /// go. What is wrong otherwise stays as it is.
  ///
  /// - Parameter report: Is told what had to be changed.
  mutating func arrange(_ report: (KhmerFault) -> Void = { _ in }) {
    guard !signs.isEmpty else { return }
    reportOrder(report)
    let hadJoiner = takeJoiners()
    sort()
    arrangeCoengs(report)
    composeVowels(report)
    let isMoved = moveShifter(report)
    holdShifter(hadJoiner, isMoved: isMoved, report)
  }

  private func reportOrder(_ report: (KhmerFault) -> Void) {
    var last = -1
    for sign in signs where sign.slot != .joiner {
      if sign.slot.rank < last {
        report(KhmerFault(.order, at: sign.place, length: sign.length))
        return
      }
      last = sign.slot.rank
    }
  }

  /// Takes the joiners out, and returns them.
  private mutating func takeJoiners() -> [Sign] {
    guard signs.contains(where: { $0.slot == .joiner }) else { return [] }
    let joiners = signs.filter { $0.slot == .joiner }
    signs.removeAll { $0.slot == .joiner }
    return joiners
  }

  private mutating func sort() {
    let isSorted = zip(signs, signs.dropFirst()).allSatisfy { $0.slot <= $1.slot }
    if !isSorted { signs.sort { ($0.slot, $0.place) < ($1.slot, $1.place) } }
  }

  // MARK: Subscripts

  private mutating func arrangeCoengs(_ report: (KhmerFault) -> Void) {
    guard let first = signs.firstIndex(where: { $0.slot == .coeng }) else { return }
    let end = signs[first...].firstIndex { $0.slot != .coeng } ?? signs.endIndex
    for index in signs.indices where signs[index].slot == .coeng || signs[index].slot == .finalCoeng
    {
      let sign = signs[index]
      if sign.isUntidy {
        report(KhmerFault(.idleJoiner, at: sign.place, length: sign.length))
      }
      if sign.scalar.value == 0x178A, sign.slot == .coeng {
        signs[index].scalar = "\u{178F}"
        report(KhmerFault(.coengDa, at: sign.place, length: sign.length))
      }
    }
    guard end - first > 1 else { return }
    let coengs = signs[first..<end]
    let others = coengs.filter { $0.scalar.value != 0x179A }
    let ros = coengs.filter { $0.scalar.value == 0x179A }
    guard let ro = ros.first, let last = others.last, ro.place < last.place else { return }
    signs.replaceSubrange(first..<end, with: others + ros)
    report(KhmerFault(.coengRo, at: ro.place, length: ro.length))
  }

  // MARK: Vowels

  /// េ + ី is ើ, េ + ា is ោ, and ើ + ា is ោ + ី, which looks the same.
  private mutating func composeVowels(_ report: (KhmerFault) -> Void) {
    guard signs.count(where: { $0.slot.isVowel }) > 1 else { return }
    var gone: Set<Int> = []
    func indexes(_ value: UInt32) -> [Int] {
      signs.indices.filter { signs[$0].scalar.value == value && !gone.contains($0) }
    }
    let ies = indexes(0x17B8)
    for (e, part) in zip(indexes(0x17C1), ies + indexes(0x17B6)) {
      reportPair(.splitVowel, signs[e], signs[part], report)
      signs[e].scalar = signs[part].scalar.value == 0x17B8 ? "\u{17BE}" : "\u{17C4}"
      gone.insert(part)
    }
    for (oe, aa) in zip(indexes(0x17BE), indexes(0x17B6)) {
      reportPair(.splitVowel, signs[oe], signs[aa], report)
      signs[oe].scalar = "\u{17C4}"
      signs[aa].scalar = "\u{17B8}"
      signs[aa].slot = .above
    }
    if !gone.isEmpty {
      signs = signs.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
    }
    sort()
  }

  private func reportPair(
    _ kind: KhmerFault.Kind, _ one: Sign, _ other: Sign, _ report: (KhmerFault) -> Void
  ) {
    let start = min(one.place, other.place)
    report(KhmerFault(kind, at: start, length: max(one.place, other.place) - start + 1))
  }

  // MARK: Shifters

  /// Whether the letters are of the kind under which triisap is pushed down: one of them strong,
  /// and none ប.
  ///
  /// Source: Khmer Encoding Structure, version 2, "Consonant Shifters": the strong letters.
  private var isStrong: Bool {
    var isStrong = Self.isStrong(base)
    if base.value == 0x1794 { return false }
    for sign in signs where sign.slot == .coeng {
      if sign.scalar.value == 0x1794 { return false }
      isStrong = isStrong || Self.isStrong(sign.scalar)
    }
    return isStrong
  }

  private static func isStrong(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 0x1780...0x1783, 0x1785...0x1788, 0x178A...0x178D, 0x178F...0x1792, 0x1795...0x1797,
      0x179E...0x17A0, 0x17A2:
      true
    default: false
    }
  }

  /// What may stand above a shifter and push it down.
  private enum Above {
    case nothing, vowel, samyok
  }

  private var above: Above {
    let modifier = signs.first { $0.slot == .modifier }?.scalar.value
    var isOtherVowel = false
    for sign in signs where sign.slot.isVowel {
      switch sign.scalar.value {
      case 0x17B7...0x17BA, 0x17BE, 0x17BF: return .vowel
      case 0x17B6 where modifier == 0x17C6: return .vowel
      case 0x17BB, 0x17C1...0x17C3: continue
      default: isOtherVowel = true
      }
    }
    if isOtherVowel { return .nothing }
    return modifier == 0x17D0 ? .samyok : modifier == 0x17DD ? .vowel : .nothing
  }

  /// Replaces ុ by the shifter that is drawn like it; tells whether it did.
  ///
  /// Samyok sannya (U+17D0) pushes only muusikatoan down, so ុ stays with it on strong letters.
  private mutating func moveShifter(_ report: (KhmerFault) -> Void) -> Bool {
    let us = signs.indices.filter { signs[$0].scalar.value == 0x17BB && signs[$0].slot == .below }
    guard us.count == 1, let u = us.first, !signs.contains(where: { $0.slot == .shifter })
    else { return false }
    let above = above
    guard above == .vowel || (above == .samyok && !isStrong) else { return false }
    var shifter = signs.remove(at: u)
    report(KhmerFault(.shifterAsVowel, at: shifter.place))
    shifter.scalar = isStrong ? "\u{17CA}" : "\u{17C9}"
    shifter.slot = .shifter
    let place = signs.firstIndex { $0.slot > .shifter } ?? signs.endIndex
    signs.insert(shifter, at: place)
    return true
  }

  /// Puts one ZWNJ behind a shifter that it keeps from being pushed down, and drops all others.
  private mutating func holdShifter(
    _ joiners: [Sign], isMoved: Bool, _ report: (KhmerFault) -> Void
  ) {
    guard let first = joiners.first else { return }
    let shifters = signs.indices.filter { signs[$0].slot == .shifter }
    let holder = joiners.first { $0.scalar.value == 0x200C }
    guard !isMoved, shifters.count == 1, let index = shifters.first, let holder,
      isPushedDown(signs[index].scalar)
    else {
      report(KhmerFault(.idleJoiner, at: first.place, length: joiners.count))
      return
    }
    if let idle = joiners.first(where: { $0.place != holder.place }) {
      report(KhmerFault(.idleJoiner, at: idle.place))
    }
    if holder.place != signs[index].place + 1 {
      report(KhmerFault(.order, at: holder.place))
    }
    signs.insert(holder, at: index + 1)
  }

  private func isPushedDown(_ shifter: Unicode.Scalar) -> Bool {
    let above = above
    if isStrong { return shifter.value == 0x17CA && above == .vowel }
    return shifter.value == 0x17C9 && above != .nothing
  }
}
