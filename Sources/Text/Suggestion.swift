/// Finds what a person probably meant to type.
package enum Suggestion {
  /// Returns the candidate nearest to `word`, or `nil` where none is near.
  ///
  /// Near means at most a third of the longer word's letters differ (Levenshtein distance, with a
  /// swap of neighbours counted once).
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(word.unicodeScalars)
    let ranked = candidates.compactMap { candidate -> (String, Int)? in
      let others = Array(candidate.unicodeScalars)
      let limit = max(1, max(letters.count, others.count) / 3)
      // The distance is at least the difference in length: a huge key costs nothing.
      guard abs(letters.count - others.count) <= limit else { return nil }
      let distance = distance(letters, others)
      return distance <= limit ? (candidate, distance) : nil
    }
    return ranked.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var current = [row + 1] + Array(repeating: 0, count: right.count)
      for (column, other) in right.enumerated() {
        let substituted = last[column] + (character == other ? 0 : 1)
        current[column + 1] = min(substituted, last[column + 1] + 1, current[column] + 1)
        let isSwap =
          row > 0 && column > 0 && character == right[column - 1] && left[row - 1] == other
        if isSwap { current[column + 1] = min(current[column + 1], beforeLast[column - 1] + 1) }
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
