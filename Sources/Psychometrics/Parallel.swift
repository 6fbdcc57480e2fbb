import Dispatch
import Synchronization

/// Work on all the cores of the machine whose result does not depend on how many there are.
package enum Parallel {
  /// Returns what `work` gives for each of 0 ..< count, in that order.
  ///
  /// The caller cuts the work into pieces by the data alone, never by the number of cores, and puts
  /// the results together in their order; so sums are rounded the same way on every machine.
  ///
  /// - Parameters:
  ///   - count: How many pieces there are.
  ///   - work: Does one piece; several run at a time, in any order.
  /// - Returns: The results in the order of the pieces.
  package static func map<Result: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1 else { return (0..<max(0, count)).map(work) }
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let result = work(place)
      results.withLock { $0[place] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
