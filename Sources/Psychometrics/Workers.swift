/// How many threads share a reckoning; the result has the same bits for any number of them.
///
/// Work is cut into parts by the data alone, and what the parts give is put together in their order.
package struct Workers: Sendable, Hashable {
  /// How many threads work at the same time; `nil` for as many as the machine has cores.
  package let count: Int?

  /// Creates so many threads; fewer than one counts as one.
  package init(_ count: Int?) {
    self.count = count.map { max(1, $0) }
  }

  /// Returns what each part gives, in the order of the parts.
  func map<Part: Sendable>(_ parts: Int, _ body: @Sendable (Int) -> Part) -> [Part] {
    guard let count else { return Parallel.map(parts, body) }
    guard count > 1, parts > 1 else { return (0..<parts).map(body) }
    // Each thread takes every so many-th part.
    let shares = Parallel.map(min(count, parts)) { thread in
      stride(from: thread, to: parts, by: count).map(body)
    }
    return (0..<parts).map { shares[$0 % count][$0 / count] }
  }

  /// Cuts so many rows into parts that depend on their number alone.
  static func parts(of rows: Int, atLeast smallest: Int, most: Int) -> [Range<Int>] {
    let count = max(1, min(most, rows / max(1, smallest)))
    return (0..<count).map { (rows * $0 / count)..<(rows * ($0 + 1) / count) }
  }
}
