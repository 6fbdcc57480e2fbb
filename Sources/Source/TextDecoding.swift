package import Text

extension SourceFile {
  /// Creates a file from bytes in whatever encoding they surely are, or adds a finding and gives
  /// `nil`.
  ///
  /// Taken are UTF-8, UTF-16 with a byte-order mark or with the zero bytes that Latin text has in
  /// it, and Windows-1252 where the bytes are not UTF-8 and none of them is one that Windows-1252
  /// leaves undefined; a note says which, unless it is UTF-8. Everything else is refused
  /// (`not-utf8`, `nul-byte`), so that no letter is ever guessed wrong.
  ///
  /// - Parameters:
  ///   - path: The path, as findings show it.
  ///   - bytes: The bytes.
  ///   - limit: The most bytes that are read.
  ///   - collector: Receives the findings.
  /// - Returns: The file.
  package static func decoding(
    path: String, bytes: [UInt8], limit: Int = SourceFile.maximumBytes,
    collector: DiagnosticCollector
  ) -> SourceFile? {
    guard bytes.count <= limit else {
      collector.add(SourceMessages.tooLarge(SourceLocation(file: path), limit: limit))
      return nil
    }
    let isUTF16Marked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if !isUTF16Marked, !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil {
      return SourceFile(path: path, bytes: bytes, limit: limit, collector: collector)
    }
    if isUTF16Marked || bytes.contains(0) {
      guard let text = TextDecoding.utf16(bytes) else {
        return SourceFile(path: path, bytes: bytes, limit: limit, collector: collector)
      }
      collector.add(SourceMessages.encoding(path, "UTF-16"))
      return SourceFile(path: path, text: text)
    }
    guard let text = TextDecoding.windows1252(bytes) else {
      // Reading it as UTF-8 names the line.
      return SourceFile(path: path, bytes: bytes, limit: limit, collector: collector)
    }
    collector.add(SourceMessages.encoding(path, "Windows-1252"))
    return SourceFile(path: path, text: text)
  }
}

/// Encodings that other systems write.
enum TextDecoding {
  /// Returns UTF-16 as text; `nil` where it is not well formed, or where nothing tells the order of
  /// its bytes.
  static func utf16(_ bytes: [UInt8]) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    // UTF-32 begins with the mark of UTF-16 and two zeros.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return nil }
    let isLittle: Bool
    var body = bytes[...]
    if bytes.starts(with: [0xFF, 0xFE]) {
      isLittle = true
      body = body.dropFirst(2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      isLittle = false
      body = body.dropFirst(2)
    } else {
      // Latin letters, digits and line ends have their zero in the higher byte.
      let sample = bytes.prefix(4096)
      let even = sample.indices.count { $0.isMultiple(of: 2) && sample[$0] == 0 }
      let odd = sample.indices.count { !$0.isMultiple(of: 2) && sample[$0] == 0 }
      guard even == 0 || odd == 0, max(even, odd) * 8 >= sample.count else { return nil }
      isLittle = odd > 0
    }
    var units: [UInt16] = []
    units.reserveCapacity(body.count / 2)
    for at in stride(from: body.startIndex, to: body.endIndex, by: 2) {
      let low = UInt16(body[isLittle ? at : at + 1])
      let high = UInt16(body[isLittle ? at + 1 : at])
      units.append(high << 8 | low)
    }
    guard !units.contains(0) else { return nil }
    return String(validating: units, as: UTF16.self)
  }

  /// Returns Windows-1252 as text; `nil` where a byte is undefined in it, or a control character
  /// that no text holds.
  static func windows1252(_ bytes: [UInt8]) -> String? {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      guard let scalar = scalar(byte) else { return nil }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80...0x9F:
      let value = high[Int(byte) - 0x80]
      return value == 0 ? nil : Unicode.Scalar(value)
    case 0x00...0x08, 0x0E...0x1F, 0x7F: return nil
    default: return Unicode.Scalar(byte)
    }
  }

  /// What the bytes 80 to 9F mean; 0 is undefined.
  ///
  /// Source: the best fit of Windows code page 1252.
  private static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
