/// Corrections of p for having asked many questions at once.
///
/// A missing p stays missing and does not count as a question. A p outside 0…1 counts as missing.
package enum MultipleTests {
  /// Returns the adjusted p by Holm's step-down method: the chance of any false finding.
  ///
  /// Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
  package static func holm(_ p: [Double?]) -> [Double?] {
    adjusted(p) { sorted in
      var highest = 0.0
      return sorted.enumerated().map { rank, p in
        highest = max(highest, min(1, p * Double(sorted.count - rank)))
        return highest
      }
    }
  }

  /// Returns the adjusted p by Benjamini and Hochberg: the expected share of false findings.
  ///
  /// Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.
  package static func benjaminiHochberg(_ p: [Double?]) -> [Double?] {
    adjusted(p) { sorted in
      var lowest = 1.0
      let reversed = sorted.enumerated().reversed().map { rank, p in
        lowest = min(lowest, p * Double(sorted.count) / Double(rank + 1))
        return lowest
      }
      return reversed.reversed()
    }
  }

  /// Puts the present p in ascending order, adjusts them and puts them back in their places.
  private static func adjusted(
    _ p: [Double?], by method: ([Double]) -> [Double]
  ) -> [Double?] {
    let present = p.enumerated().compactMap { place, value -> (place: Int, p: Double)? in
      guard let value, (0...1).contains(value) else { return nil }
      return (place, value)
    }
    let sorted = present.sorted { ($0.p, $0.place) < ($1.p, $1.place) }
    var result = [Double?](repeating: nil, count: p.count)
    for (entry, value) in zip(sorted, method(sorted.map(\.p))) { result[entry.place] = value }
    return result
  }
}
