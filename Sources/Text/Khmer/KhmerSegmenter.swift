/// Divides Khmer text into words, which no spaces stand between.
///
/// What an author typed comes first: zero-width spaces (U+200B) divide, and nothing else does in
/// the stretch of letters where they stand. Then come protected terms, then the words of ICU's
/// dictionary, chosen so that the whole stretch of letters is made of as few and as common words
/// as it can be; then rules for names, prefixes, numbers and single letters. A syllable is never
/// divided.
package struct KhmerSegmenter: Sendable {
  /// The terms that are never divided in this text.
  let terms: TermTrie
  /// Those of every text, where they are not `ProtectedTerms`.
  private let otherGeneral: TermTrie?

  /// The longest stretch, in syllables, that an author who divides text leaves whole on purpose.
  static let longestAuthored = 20

  /// Creates a segmenter that divides none of `terms` nor of `ProtectedTerms`.
  ///
  /// - Parameter terms: Names of people or places, and so on; what stands between spaces in them
  ///   is a term of its own.
  package init(protecting terms: [String] = []) {
    self.init(protecting: terms, besides: nil)
  }

  /// Creates a segmenter with terms in place of `ProtectedTerms`, to learn what these are worth.
  init(protecting terms: [String], besides general: TermTrie?) {
    self.terms = TermTrie(terms)
    otherGeneral = general
  }

  /// Those of every text; `ProtectedTerms` are made ready when the first Khmer is divided, and a
  /// program that shows English alone never pays for them.
  var general: TermTrie { otherGeneral ?? Self.protected }

  /// The segmenter that protects no more than `ProtectedTerms`.
  package static let standard = KhmerSegmenter()

  static let protected = TermTrie(ProtectedTerms.all)

  /// Returns the parts of `text`: words, numbers, marks of punctuation, spaces.
  ///
  /// Joined they are the text without its zero-width spaces, which are themselves the separator.
  package func parts(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let bounds = boundaries(scalars)
    var parts: [String] = []
    parts.reserveCapacity(bounds.count)
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      let part = scalars[start..<end]
      if part.contains(where: { $0.value == 0x200B }) {
        let kept = part.filter { $0.value != 0x200B }
        if !kept.isEmpty { parts.append(String(scalars: kept)) }
      } else {
        parts.append(String(scalars: part))
      }
    }
    return parts
  }

  /// Returns the parts of `text` that hold a letter or a digit.
  package func words(_ text: String) -> [String] {
    parts(text).filter { Khmer.holdsWord($0) }
  }

  /// Returns the offsets between which the parts stand: 0, those between, and the count.
  func boundaries(_ scalars: [Unicode.Scalar]) -> [Int] {
    guard !scalars.isEmpty else { return [] }
    let scanner = WordScanner(scalars: scalars)
    var search = WordSearch(scalars: scalars, terms: [terms, general])
    var bounds = [0]
    var index = 0
    var isBehindTitle = false
    while index < scalars.count {
      let (kind, end) = scanner.stretch(from: index)
      switch kind {
      case .khmer:
        isBehindTitle = khmer(
          &search, index..<end, isBehindTitle: isBehindTitle, into: &bounds)
      case .other: other(scalars, index..<end, into: &bounds)
      case .space:
        bounds.append(end)
      case .word, .mark, .zeroWidth:
        isBehindTitle = false
        bounds.append(end)
      }
      index = end
    }
    return bounds
  }

  // MARK: Stretches

  /// Divides a stretch of Khmer letters; tells whether a name may follow it behind a space.
  private func khmer(
    _ search: inout WordSearch, _ range: Range<Int>, isBehindTitle: Bool, into bounds: inout [Int]
  ) -> Bool {
    let scalars = search.scalars
    let isDivided = scalars[range].contains { $0.value == 0x200B }
    var isBehindTitle = isBehindTitle
    var start = range.lowerBound
    while start < range.upperBound {
      guard scalars[start].value != 0x200B else {
        var behind = start
        while behind < range.upperBound, scalars[behind].value == 0x200B { behind += 1 }
        bounds.append(behind)
        start = behind
        continue
      }
      var end = start
      // A repetition sign ends a word.
      while end < range.upperBound, scalars[end].value != 0x200B, scalars[end].value != 0x17D7 {
        end += 1
      }
      var behind = end
      while behind < range.upperBound, scalars[behind].value == 0x17D7 { behind += 1 }
      if end > start {
        isBehindTitle = search.divide(
          start..<end, isWhole: isDivided, isBehindTitle: isBehindTitle, into: &bounds)
      }
      if behind > end {
        if end > start { bounds.removeLast() }
        bounds.append(behind)
      }
      start = behind
    }
    return isBehindTitle
  }

  /// Divides letters of other scripts as ICU does, but never inside a grapheme.
  private func other(_ scalars: [Unicode.Scalar], _ range: Range<Int>, into bounds: inout [Int]) {
    let part = String(scalars: scalars[range])
    let breaks = Set(ICUBreaks.words(Array(part.utf16)))
    var units = 0
    var offset = range.lowerBound
    for character in part {
      if offset > range.lowerBound, breaks.contains(units) { bounds.append(offset) }
      units += character.utf16.count
      offset += character.unicodeScalars.count
    }
    bounds.append(range.upperBound)
  }
}
