/// A random number generator that gives the same numbers for the same seed on every machine.
///
/// SplitMix64. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014, doi:10.1145/2660193.2660195.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  package init(seed: UInt64) {
    state = seed
  }

  /// Creates a generator whose seed also depends on `purpose`, so that two uses do not share numbers.
  package init(seed: UInt64, purpose: String) {
    state = seed ^ StableHash.fnv64(purpose)
  }

  /// Returns the next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a number from 0 up to but not including `bound`, each equally likely.
  package mutating func index(below bound: Int) -> Int {
    Int(next(upperBound: UInt64(max(1, bound))))
  }

  /// Returns a number from 0 up to but not including 1.
  package mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Returns the elements in a random order (Fisher and Yates), written out here so that a change
  /// of the standard library's algorithm cannot change a form that was already drawn.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, index(below: last + 1))
    }
    return result
  }
}
