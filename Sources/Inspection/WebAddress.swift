/// Addresses, identifiers and tags of the web, as they stand in packages.
enum WebAddress {
  /// Returns the scheme of an address without its colon, or `nil` where there is none (RFC 3986,
  /// 3.1).
  static func scheme(_ text: String) -> String? {
    let bytes = text.utf8
    guard let end = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first,
      isLetter(first)
    else { return nil }
    let name = bytes[..<end]
    let allowed = name.allSatisfy { byte in
      isLetter(byte) || isDigit(byte) || [0x2B, 0x2D, 0x2E].contains(byte)
    }
    return allowed ? String(text[..<end]) : nil
  }

  /// Tells whether a text is an address with a scheme and something behind it (RFC 3987, 2.2).
  static func isAbsolute(_ text: String) -> Bool {
    guard let scheme = scheme(text), text.utf8.count > scheme.utf8.count + 1 else { return false }
    return hasAllowedSigns(text)
  }

  /// Tells whether a text is an address of a page: `http` or `https`, and a host.
  static func isPage(_ text: String) -> Bool {
    guard isAbsolute(text), let scheme = scheme(text)?.lowercased(),
      ["http", "https"].contains(scheme)
    else { return false }
    let rest = Array(text.utf8.dropFirst(scheme.utf8.count + 1).prefix(3))
    return rest.count == 3 && rest[0] == 0x2F && rest[1] == 0x2F
      && ![0x2F, 0x3F, 0x23].contains(rest[2])
  }

  /// Tells whether a text has none of the signs that no address has: white space, control
  /// characters, `<`, `>`, `"`, `{`, `}`, `|`, `\`, `^` and the grave accent.
  static func hasAllowedSigns(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "<", ">", "\"", "{", "}", "|", "\\", "^", "`", "\u{7F}": false
      default: scalar.value > 0x20 && !scalar.properties.isWhitespace
      }
    }
  }

  /// Returns the names of the parameters in the query of an address, in their order.
  static func parameterNames(_ address: String) -> [String] {
    let bytes = address.utf8.prefix { $0 != UInt8(ascii: "#") }
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return [] }
    return bytes[bytes.index(after: mark)...].split(separator: UInt8(ascii: "&")).map { pair in
      let name = String(decoding: pair.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
      return ManifestPath.names(name).last ?? name
    }
  }

  /// Tells whether a text has the form of a language tag: parts of one to eight letters or digits
  /// with hyphens between them, the first of letters alone (BCP 47, as `xs:language` has it).
  static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { index, part in
      (1...8).contains(part.count)
        && part.allSatisfy { isLetter($0) || (index > 0 && isDigit($0)) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }
}
