import CICU

/// The words of ICU's Khmer dictionary, asked where they lie.
enum KhmerLexicon {
  /// The longest word that is looked for, in scalars; the dictionary's longest has fewer.
  static let longest = 64

  /// Whether the dictionary can be read.
  static let isReadable: Bool = {
    let unit: [UInt16] = [0x1780]
    var length: Int32 = 0
    return sala_icu_khmer_words(unit, 1, &length, 1) >= 0
  }()

  /// Adds the ends of the words that begin at `start` and end at or before `limit` to `ends`.
  static func words(
    _ units: [UInt16], from start: Int, limit: Int, into ends: inout [Int]
  ) {
    let count = min(limit - start, longest)
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: longest) { lengths in
      units.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        let found = sala_icu_khmer_words(
          base + start, Int32(count), lengths.baseAddress, Int32(longest))
        for index in 0..<max(0, Int(found)) { ends.append(start + Int(lengths[index])) }
      }
    }
  }
}

/// ICU's own boundaries.
enum ICUBreaks {
  /// Returns the offsets, in UTF-16 units, of the boundaries of words; empty where ICU refuses.
  static func words(_ units: [UInt16]) -> [Int] {
    offsets(units) { sala_icu_word_breaks($0, $1, "km", $2, $3) }
  }

  /// Returns the offsets, in UTF-16 units, where a line may break; empty where ICU refuses.
  static func lines(_ units: [UInt16]) -> [Int] {
    offsets(units) { sala_icu_line_breaks($0, $1, "km", $2, $3) }
  }

  private static func offsets(
    _ units: [UInt16],
    _ ask: (UnsafePointer<UInt16>?, Int32, UnsafeMutablePointer<Int32>?, Int32) -> Int32
  ) -> [Int] {
    guard units.count < Int(Int32.max) else { return [] }
    var breaks = [Int32](repeating: 0, count: units.count + 1)
    let count = units.withUnsafeBufferPointer { text in
      breaks.withUnsafeMutableBufferPointer {
        ask(text.baseAddress, Int32(text.count), $0.baseAddress, Int32($0.count))
      }
    }
    return breaks.prefix(Int(max(0, count))).map(Int.init)
  }
}
