/// Different texts numbered from 0 in the order in which they were first met.
///
/// The texts stay bytes in one list: a table has millions of cells and few different ones.
struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Open addressing: a text's number and one, or 0 for a free place; the size is a power of two.
  private var places: [UInt32] = [UInt32](repeating: 0, count: 16)

  /// How many different texts there are.
  var count: Int { ends.count }

  /// Returns the bytes of a text.
  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  /// Returns the number of the text in a part of `span`, a new one where it was not met before.
  mutating func number(of span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in start..<end { hash = (hash ^ UInt64(span[at])) &* 0x100_0000_01B3 }
    // The last bytes alone decide the low bits of such a hash; the high ones hold all of them.
    hash ^= hash >> 29
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0 {
      let found = Int(places[place]) - 1
      if hashes[found] == hash, isText(found, span, start, end) { return found }
      place = (place + 1) & mask
    }
    places[place] = UInt32(ends.count + 1)
    for at in start..<end { bytes.append(span[at]) }
    ends.append(bytes.count)
    hashes.append(hash)
    if ends.count * 2 > places.count { grow() }
    return ends.count - 1
  }

  /// Returns the number of a text of another pool.
  mutating func number(of text: ArraySlice<UInt8>) -> Int {
    let span = text.span
    return number(of: span, 0, span.count)
  }

  private func isText(_ number: Int, _ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - first == end - start else { return false }
    for offset in 0..<(end - start) where bytes[first + offset] != span[start + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 4)
    let mask = places.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = UInt32(number + 1)
    }
  }
}
