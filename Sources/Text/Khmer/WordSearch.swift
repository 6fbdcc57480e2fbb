/// The search for the words that a stretch of Khmer letters is made of.
///
/// A shortest path over the syllables of the stretch, where every word that might stand there is a
/// step with a cost. Looking at the whole stretch avoids what a greedy reading does: taking a long
/// word and leaving a lone letter behind it.
struct WordSearch {
  let scalars: [Unicode.Scalar]
  let terms: [TermTrie]

  /// The text with one unit a scalar, for the dictionary; what lies outside the BMP is a space.
  private let units: [UInt16]
  // Used again for each stretch.
  private var starts: [Int] = []
  private var costs: [Double] = []
  private var froms: [Int32] = []
  private var kinds: [Step] = []
  private var ends: [Int] = []

  /// What a step is.
  enum Step {
    case term, common, derived, word, unknown
  }

  /// A word found.
  struct Piece {
    var range: Range<Int>
    var step: Step
    /// How many syllables it has.
    var syllables: Int
  }

  init(scalars: [Unicode.Scalar], terms: [TermTrie]) {
    self.scalars = scalars
    self.terms = terms.filter { !$0.isEmpty }
    units = scalars.map { UInt16(exactly: $0.value) ?? 0x20 }
  }

  /// Adds the ends of the words of a stretch of letters.
  ///
  /// - Parameters:
  ///   - range: The stretch, without zero-width spaces.
  ///   - isWhole: Whether the author divided the text, so that the stretch is a word as it is.
  ///   - isBehindTitle: Whether a title or a part of a name stands before the stretch and a space.
  ///   - bounds: Receives the ends.
  /// - Returns: Whether the stretch ends with a title, or is a part of a name.
  mutating func divide(
    _ range: Range<Int>, isWhole: Bool, isBehindTitle: Bool, into bounds: inout [Int]
  ) -> Bool {
    findSyllables(range)
    let count = starts.count - 1
    if isWhole, count <= KhmerSegmenter.longestAuthored {
      bounds.append(range.upperBound)
      return false
    }
    let found = path(range)
    let pieces = WordRules.mended(
      found, in: scalars, starts: starts, isBehindTitle: isBehindTitle)
    bounds += pieces.pieces.map(\.range.upperBound)
    return pieces.isBehindTitle
  }

  private mutating func findSyllables(_ range: Range<Int>) {
    starts.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    while index < range.upperBound {
      starts.append(index)
      index = KhmerSyllable.end(scalars, from: index, limit: range.upperBound)
      // A word joiner glues what stands beside it.
      while index < range.upperBound, scalars[index].value == 0x2060 {
        index += 1
        guard index < range.upperBound else { break }
        index = KhmerSyllable.end(scalars, from: index, limit: range.upperBound)
      }
    }
    starts.append(range.upperBound)
  }

  // MARK: The shortest path

  private mutating func path(_ range: Range<Int>) -> [Piece] {
    let count = starts.count - 1
    costs = [Double](repeating: .infinity, count: count + 1)
    froms = [Int32](repeating: 0, count: count + 1)
    kinds = [Step](repeating: .unknown, count: count + 1)
    costs[0] = 0
    let fallback = KhmerLexicon.isReadable ? [:] : Self.icuWords(units, range)
    for syllable in 0..<count {
      addUnknown(from: syllable)
      addWords(from: syllable, limit: range.upperBound)
      for trie in terms {
        trie.ends(scalars, from: starts[syllable], limit: range.upperBound) { end in
          relax(syllable, end: end, .term)
        }
      }
      if let end = fallback[starts[syllable]] { relax(syllable, end: end, .word) }
    }
    var pieces: [Piece] = []
    var at = count
    while at > 0 {
      let from = Int(froms[at])
      pieces.append(
        Piece(range: starts[from]..<starts[at], step: kinds[at], syllables: at - from))
      at = from
    }
    return pieces.reversed()
  }

  private mutating func addUnknown(from syllable: Int) {
    let most = min(starts.count - 1, syllable + WordCost.longestUnknown)
    guard syllable < most else { return }
    for end in syllable + 1...most {
      take(syllable, end, .unknown, WordCost.unknown(syllables: end - syllable))
    }
  }

  private mutating func addWords(from syllable: Int, limit: Int) {
    ends.removeAll(keepingCapacity: true)
    KhmerLexicon.words(units, from: starts[syllable], limit: limit, into: &ends)
    let prefix = ends.isEmpty ? nil : Prefixes.end(scalars, from: starts[syllable], limit: limit)
    for end in ends {
      relax(syllable, end: end, prefix.map { end > $0 } == true ? .derived : .word)
    }
    CommonWords.trie.ends(scalars, from: starts[syllable], limit: limit) { end in
      relax(syllable, end: end, .common)
    }
  }

  /// Where the dictionary cannot be read, ICU's own words are the words: their ends by their
  /// beginnings.
  private static func icuWords(_ units: [UInt16], _ range: Range<Int>) -> [Int: Int] {
    let breaks = ICUBreaks.words(Array(units[range])).map { $0 + range.lowerBound }
    return Dictionary(zip(breaks, breaks.dropFirst())) { first, _ in first }
  }

  /// Takes a step to the syllable that begins at `end`, where one does.
  private mutating func relax(_ syllable: Int, end: Int, _ step: Step) {
    guard let to = syllableIndex(of: end, after: syllable) else { return }
    let length = to - syllable
    let isBare = length == 1 && end - starts[syllable] == 1 && scalars[end - 1].isKhmerConsonant
    take(syllable, to, step, WordCost.cost(step, syllables: length, isBareLetter: isBare))
  }

  private func syllableIndex(of end: Int, after syllable: Int) -> Int? {
    // A word has few syllables: looking from where it begins is quicker than searching.
    var index = syllable + 1
    while index < starts.count, starts[index] < end { index += 1 }
    return index < starts.count && starts[index] == end ? index : nil
  }

  private mutating func take(_ from: Int, _ to: Int, _ step: Step, _ cost: Double) {
    let total = costs[from] + cost
    guard total < costs[to] else { return }
    costs[to] = total
    froms[to] = Int32(from)
    kinds[to] = step
  }
}

/// What each step of the search costs.
///
/// A word of the dictionary costs more than two common words: it is taken where it explains more
/// letters than they do; a rare word of one syllable costs most, because names are made of such
/// syllables. The numbers were set on every other sentence of the gold set, and the last one on
/// news text of another hand (see `docs/khmer.md`).
enum WordCost {
  /// The most syllables of one unknown word; longer ones are pieces that the rules join.
  static let longestUnknown = 6

  static func cost(_ step: WordSearch.Step, syllables: Int, isBareLetter: Bool) -> Double {
    if isBareLetter { return 2.4 }
    let spread = 0.01 * Double(syllables * syllables)
    switch step {
    case .term: return 0.4
    case .common: return 0.45 + spread / 4
    case .derived: return 0.55 + spread
    case .word: return (syllables == 1 ? 1.8 : 1.3) + spread
    case .unknown: return unknown(syllables: syllables)
    }
  }

  static func unknown(syllables: Int) -> Double {
    1.3 + 0.9 * Double(syllables)
  }
}
