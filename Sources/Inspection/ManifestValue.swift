/// The forms of values in a manifest.
package enum ManifestValue {
  /// The most characters of a title, as every reader keeps them.
  package static let titleLimit = 200

  /// Returns a text on one line, without spaces at its ends.
  package static func line(_ text: String) -> String {
    text.split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ")
  }

  /// Returns a value as a finding shows it: at most 200 scalars, and none that steers a terminal.
  static func shown(_ text: String) -> String {
    let most = 200
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(most) {
      let steers = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      result.append(steers ? (scalar.value < 0x20 ? " " : "\u{FFFD}") : scalar)
    }
    if text.unicodeScalars.dropFirst(most).first != nil { result.append("…") }
    return String(result)
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

  /// Returns the names in a script of AICC, such as `a` and `b-1` of `a&(b-1="passed"|2*{a,b-1})`.
  static func names(inScript text: String) -> [String] {
    // What stands in quotes is a word for a status.
    let unquoted = text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined(separator: " ")
    let signs = Set("&|~=<>(){},*")
    return unquoted.split { signs.contains($0) || $0.isWhitespace }.map(String.init)
      .filter { !$0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
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
  /// The name of the course structure of cmi5, which stands at the root of a package (cmi5, 14.1).
  package static let courseStructure = "cmi5.xml"

  /// Tells whether a reference names a scheme, such as `https:`.
  static func isAddress(_ reference: String) -> Bool {
    let signs = Set(":/?#".utf8)
    return reference.utf8.first(where: signs.contains) == UInt8(ascii: ":")
  }

  /// Tells whether a reference is to a page elsewhere on the network.
  static func isWebAddress(_ reference: String) -> Bool {
    ["http:", "https:", "ftp:", "ftps:"].contains { reference.lowercased().hasPrefix($0) }
  }

  /// Returns a reference without its query and fragment.
  static func withoutQuery(_ reference: String) -> String {
    let signs = Set("?#".utf8)
    return String(decoding: reference.utf8.prefix { !signs.contains($0) }, as: UTF8.self)
  }

  /// Tells whether a path leads from the root of the package downwards: no scheme, no `/` at its
  /// start, no `\`, no `..`, also where they are written as `%2e` or `%5c`.
  ///
  /// Bytes are looked at, for a sign with a mark that combines with it is another character.
  package static func isSafe(_ path: String) -> Bool {
    let plain = withoutQuery(path)
    guard let decoded = decoded(plain) else { return false }
    return [plain, decoded].allSatisfy { path in
      !path.isEmpty && !isAddress(path)
        && !path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
        && path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
          .allSatisfy { part in
            !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
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
