/// A small, quick random number generator with the same numbers for the same seed everywhere.
///
/// SplitMix64. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014, doi:10.1145/2660193.2660195.
struct SearchRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including `bound`; the bias of 2⁻³² does not matter here.
  @inline(__always)
  mutating func index(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  @inline(__always)
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func shuffle(_ list: inout [Int]) {
    for last in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(last, index(last + 1)) }
  }
}
