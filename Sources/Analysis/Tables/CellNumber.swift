/// Reads the numbers of cells.
enum CellNumber {
  /// What a cell says.
  enum Reading: Equatable {
    /// A finite number.
    case number(Double)
    /// Nothing: the cell is empty or says so.
    case missing
    /// Something that is no finite number.
    case bad
  }

  /// Returns what a cell's bytes say.
  ///
  /// Digits may be Khmer ones (U+17E0–U+17E9). `NA` and `NaN`, in any case, are missing numbers, as
  /// statistics programs write them. A comma before decimals is taken where cells are separated by
  /// semicolons. Thousands separators, percent signs and infinities are refused.
  static func read(_ bytes: ArraySlice<UInt8>, hasDecimalComma: Bool) -> Reading {
    if bytes.isEmpty { return .missing }
    if bytes.count == 1, let first = bytes.first, (0x30...0x39).contains(first) {
      return .number(Double(first - 0x30))
    }
    guard let plain = plain(bytes, hasDecimalComma) else { return .bad }
    let text = String(decoding: plain, as: UTF8.self)
    if ["na", "nan"].contains(text.lowercased()) { return .missing }
    // Only what a person writes as a number: Double would also take "infinity" and "0x1p3".
    guard
      plain.allSatisfy({
        (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
      }),
      let value = Double(text), value.isFinite
    else { return .bad }
    return .number(value)
  }

  /// Returns the bytes with Khmer digits as 0–9, a decimal comma as a point and U+2212 as a hyphen.
  private static func plain(_ bytes: ArraySlice<UInt8>, _ hasDecimalComma: Bool) -> [UInt8]? {
    var plain: [UInt8] = []
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte < 0x80 {
        plain.append(byte == 0x2C && hasDecimalComma ? 0x2E : byte)
        at += 1
        continue
      }
      guard at + 2 < bytes.endIndex else { return nil }
      switch (byte, bytes[at + 1], bytes[at + 2]) {
      case (0xE1, 0x9F, let last) where (0xA0...0xA9).contains(last):
        plain.append(0x30 + last - 0xA0)
      case (0xE2, 0x88, 0x92): plain.append(0x2D)
      default: return nil
      }
      at += 3
    }
    return plain
  }
}
