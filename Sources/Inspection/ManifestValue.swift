/// The forms of values in a manifest.
package enum ManifestValue {
  /// The most characters of a title, as every reader keeps them.
  package static let titleLimit = 200

  /// Returns a text on one line, without spaces at its ends.
  package static func line(_ text: String) -> String {
    text.split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ")
  }

  /// What may happen when the time is over.
  static let timeLimitActions: Set<String> = [
    "exit,message", "exit,no message", "continue,message", "continue,no message",
  ]

  /// Tells whether a text is a decimal number from 0 to 100, without a sign.
  static func isMasteryScore(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy(isDigits), text.utf8.count <= 20,
      let value = Double(text)
    else { return false }
    return value <= 100
  }

  /// Tells whether a text is a time span: two to four digits of hours, minutes, seconds
  /// (`HHHH:MM:SS.SS`, CMITimespan).
  static func isTimeLimit(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, isDigits(parts[0]), (2...4).contains(parts[0].count) else {
      return false
    }
    let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(seconds.count), isBelowSixty(parts[1]), isBelowSixty(seconds[0]) else {
      return false
    }
    return seconds.count == 1 || (isDigits(seconds[1]) && seconds[1].count <= 2)
  }

  /// Tells whether a text can be an `xs:ID`: an ASCII name, or one with letters of other scripts.
  static func isIdentifier(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first == "_" || isLetter(first) else { return false }
    return scalars.dropFirst().allSatisfy { scalar in
      isLetter(scalar) || "-._".unicodeScalars.contains(scalar)
        || (0x30...0x39).contains(scalar.value) || scalar == "\u{B7}"
    }
  }

  /// Letters, and beyond ASCII everything that names of XML may hold but for a few signs.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x200B, 0x200E...0x203E, 0x2041...0x206F: false
    default: true
    }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isBelowSixty(_ text: Substring) -> Bool {
    text.utf8.count == 2 && isDigits(text) && text < "60"
  }
}

/// The paths in a manifest.
package enum ManifestPath {
  /// The name of the manifest, which stands at the root of a package (SCORM 1.2, Content
  /// Aggregation Model, 2.3.4).
  package static let manifest = "imsmanifest.xml"

  /// Tells whether a reference names a scheme, such as `https:`.
  static func isAddress(_ reference: String) -> Bool {
    reference.utf8.first { byte in [0x3A, 0x2F, 0x3F, 0x23].contains(byte) } == 0x3A
  }

  /// Returns a reference without its query and fragment.
  static func withoutQuery(_ reference: String) -> String {
    String(decoding: reference.utf8.prefix { $0 != 0x3F && $0 != 0x23 }, as: UTF8.self)
  }

  /// Tells whether a path leads from the root of the package downwards: no scheme, no `/` at its
  /// start, no `\`, no `..`, also where they are written as `%2e` or `%5c`.
  ///
  /// It looks at bytes: a mark that joins with a `/` must not hide it.
  package static func isSafe(_ path: String) -> Bool {
    guard let decoded = decoded(withoutQuery(path)) else { return false }
    return [withoutQuery(path), decoded].allSatisfy { path in
      !path.isEmpty && !isAddress(path)
        && !path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
        && path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
          .allSatisfy { part in !part.isEmpty && !(part.count < 3 && part.allSatisfy { $0 == 0x2E })
          }
    }
  }

  /// The names that an entry of the archive may have for a reference: as written, and decoded.
  static func names(_ reference: String) -> [String] {
    let path = withoutQuery(reference)
    return [path] + [decoded(path)].compactMap(\.self)
  }

  /// Returns a text with each `%41` as the byte that it means, or `nil` where that is not UTF-8.
  private static func decoded(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        bytes[(at + 1)...(at + 2)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(validating: result, as: UTF8.self)
  }
}
