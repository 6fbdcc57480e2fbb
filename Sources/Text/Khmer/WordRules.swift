/// What is mended after the search for words.
enum WordRules {
  /// Returns the pieces mended, and whether a name may follow them behind a space.
  static func mended(
    _ found: [WordSearch.Piece], in scalars: [Unicode.Scalar], starts: [Int], isBehindTitle: Bool
  ) -> (pieces: [WordSearch.Piece], isBehindTitle: Bool) {
    var pieces = joinedUnknown(found)
    pieces = joinedBareLetters(pieces, in: scalars)
    if isBehindTitle, let name = wholeName(pieces, in: scalars) { return ([name], true) }
    pieces = joinedPrefixes(pieces, in: scalars)
    let isTitle = pieces.last.map { NameWords.isTitle(scalars[$0.range]) } ?? false
    return (names(pieces, in: scalars, starts: starts), isTitle)
  }

  // MARK: Names

  /// Letters between spaces behind a title that are no words of the dictionary are one name.
  private static func wholeName(
    _ pieces: [WordSearch.Piece], in scalars: [Unicode.Scalar]
  ) -> WordSearch.Piece? {
    let syllables = pieces.reduce(0) { $0 + $1.syllables }
    guard let first = pieces.first, let last = pieces.last, syllables <= 8,
      pieces.count == 1 || pieces.contains(where: { $0.step == .unknown }),
      !pieces.contains(where: { isNoPart($0, scalars) })
    else { return nil }
    return WordSearch.Piece(
      range: first.range.lowerBound..<last.range.upperBound, step: .unknown,
      syllables: syllables)
  }

  /// Behind a title and before the end of the stretch stand a family name and a given name.
  private static func names(
    _ pieces: [WordSearch.Piece], in scalars: [Unicode.Scalar], starts: [Int]
  ) -> [WordSearch.Piece] {
    guard let title = pieces.lastIndex(where: { NameWords.isTitle(scalars[$0.range]) }),
      title + 1 < pieces.count
    else { return pieces }
    let rest = pieces[(title + 1)...]
    let syllables = rest.reduce(0) { $0 + $1.syllables }
    guard syllables <= 8, rest.count > 1, !rest.contains(where: { isNoName($0, scalars) }) else {
      return pieces
    }
    let whole = rest[title + 1].range.lowerBound..<rest[rest.endIndex - 1].range.upperBound
    let known = NameWords.family(scalars, in: whole)
    guard known != nil || rest.contains(where: { $0.step == .unknown || $0.step == .term }) else {
      return pieces
    }
    let family = known ?? rest[title + 1].range.upperBound
    guard family < whole.upperBound else { return pieces }
    return Array(pieces[...title]) + [
      WordSearch.Piece(range: whole.lowerBound..<family, step: .unknown, syllables: 1),
      WordSearch.Piece(
        range: family..<whole.upperBound, step: .unknown, syllables: max(1, syllables - 1)),
    ]
  }

  /// Tells whether a piece is a word that names are not made of.
  private static func isNoName(_ piece: WordSearch.Piece, _ scalars: [Unicode.Scalar]) -> Bool {
    piece.step == .common || (piece.step == .term && !NameWords.isName(scalars[piece.range]))
  }

  /// Tells whether a piece cannot begin or end a name that the dictionary lacks: ស៊ី can, និង cannot.
  private static func isNoPart(_ piece: WordSearch.Piece, _ scalars: [Unicode.Scalar]) -> Bool {
    guard piece.step == .common else { return isNoName(piece, scalars) }
    return piece.syllables > 1 || Prefixes.isRefused(scalars[piece.range])
  }

  // MARK: Joining

  /// Unknown pieces side by side are one word that the dictionary lacks.
  private static func joinedUnknown(_ pieces: [WordSearch.Piece]) -> [WordSearch.Piece] {
    var result: [WordSearch.Piece] = []
    for piece in pieces {
      if piece.step == .unknown, let last = result.last, last.step == .unknown,
        last.syllables + piece.syllables <= 12
      {
        result[result.count - 1] = joined(last, piece, .unknown)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  /// A consonant alone is not a word among others: it ends the word before it, or begins the next.
  private static func joinedBareLetters(
    _ pieces: [WordSearch.Piece], in scalars: [Unicode.Scalar]
  ) -> [WordSearch.Piece] {
    guard pieces.count > 1 else { return pieces }
    var result: [WordSearch.Piece] = []
    for (index, piece) in pieces.enumerated() {
      let isLabel =
        index == pieces.count - 1 && index > 0
        && NameWords.isLabelled(scalars[pieces[index - 1].range])
      let isBare =
        piece.range.count == 1 && scalars[piece.range.lowerBound].isKhmerConsonant && !isLabel
      if let last = result.last, isBare || isBareStart(last, result.count, scalars) {
        result[result.count - 1] = joined(last, piece, .unknown)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  private static func isBareStart(
    _ piece: WordSearch.Piece, _ count: Int, _ scalars: [Unicode.Scalar]
  ) -> Bool {
    count == 1 && piece.range.count == 1 && scalars[piece.range.lowerBound].isKhmerConsonant
  }

  /// ការ, ភាព and their like make one word with the word after them.
  private static func joinedPrefixes(
    _ pieces: [WordSearch.Piece], in scalars: [Unicode.Scalar]
  ) -> [WordSearch.Piece] {
    var result: [WordSearch.Piece] = []
    var isBehindPrefix = false
    for piece in pieces {
      let range = scalars[piece.range]
      if isBehindPrefix, let last = result.last, !Prefixes.isRefused(range) {
        result[result.count - 1] = joined(last, piece, .word)
        isBehindPrefix = false
      } else {
        result.append(piece)
        isBehindPrefix = Prefixes.isPrefix(range)
      }
    }
    return result
  }

  private static func joined(
    _ one: WordSearch.Piece, _ other: WordSearch.Piece, _ step: WordSearch.Step
  ) -> WordSearch.Piece {
    WordSearch.Piece(
      range: one.range.lowerBound..<other.range.upperBound, step: step,
      syllables: one.syllables + other.syllables)
  }
}
