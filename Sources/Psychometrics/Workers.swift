import Dispatch
import Synchronization

/// How many threads share a reckoning; the result has the same bits for any number of them.
///
/// Work is cut into parts by the data alone, and what the parts give is put together in their order.
package struct Workers: Sendable, Hashable {
  /// How many threads work at the same time, at least 1.
  package let count: Int

  /// Creates so many threads; fewer than one counts as one.
  package init(_ count: Int) {
    self.count = max(1, count)
  }

  /// Returns what each part gives, in the order of the parts.
  func map<Part: Sendable>(_ parts: Int, _ body: @Sendable (Int) -> Part) -> [Part] {
    guard count > 1, parts > 1 else { return (0..<parts).map(body) }
    let slots = Mutex([Part?](repeating: nil, count: parts))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(count, parts)) { _ in
      while true {
        let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard part < parts else { return }
        let result = body(part)
        slots.withLock { $0[part] = result }
      }
    }
    return slots.withLock { $0.compactMap { $0 } }
  }

  /// Cuts so many rows into parts that depend on their number alone.
  static func parts(of rows: Int, atLeast smallest: Int, most: Int) -> [Range<Int>] {
    let count = max(1, min(most, rows / max(1, smallest)))
    return (0..<count).map { (rows * $0 / count)..<(rows * ($0 + 1) / count) }
  }
}
