import CICU

/// The order of words in a language, and the form in which they are looked for.
package enum Collation {
  /// Returns the bytes whose order is that of the texts they stand for.
  ///
  /// Khmer is ordered as in Cambodian dictionaries (CLDR's `km`: ឫ stands with រឹ, a subscript
  /// behind the letters with vowels), English by the root order. Texts of one look have one key.
  ///
  /// - Returns: The key; the UTF-8 bytes of the text where ICU refuses.
  package static func key(_ text: String, in language: Language) -> [UInt8] {
    let units = Array(Khmer.normalised(text).utf16)
    guard units.count < Int(Int32.max) / 4 else { return Array(text.utf8) }
    var key = [UInt8](repeating: 0, count: units.count * 4 + 16)
    var length = ask(units, language, &key)
    if length > key.count {
      key = [UInt8](repeating: 0, count: length)
      length = ask(units, language, &key)
    }
    // The last byte is always zero.
    return length > 0 ? Array(key.prefix(length - 1)) : Array(text.utf8)
  }

  /// Returns `items` in the order of the texts that `text` gives; equal ones keep their order.
  package static func sorted<Item>(
    _ items: some Sequence<Item>, in language: Language, by text: (Item) -> String
  ) -> [Item] {
    items.map { (key: key(text($0), in: language), item: $0) }
      .enumerated()
      .sorted { left, right in
        if left.element.key != right.element.key {
          return left.element.key.lexicographicallyPrecedes(right.element.key)
        }
        return left.offset < right.offset
      }
      .map(\.element.item)
  }

  /// Returns texts in the order of a language.
  package static func sorted(_ texts: some Sequence<String>, in language: Language) -> [String] {
    sorted(texts, in: language) { $0 }
  }

  private static func ask(_ units: [UInt16], _ language: Language, _ key: inout [UInt8]) -> Int {
    let count = Int32(units.count)
    return units.withUnsafeBufferPointer { text in
      key.withUnsafeMutableBufferPointer { result in
        Int(
          sala_icu_sort_key(
            text.baseAddress, count, language.rawValue, result.baseAddress,
            Int32(result.count)))
      }
    }
  }
}
