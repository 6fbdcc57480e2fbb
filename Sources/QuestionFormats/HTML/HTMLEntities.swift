/// Decodes the character references of HTML.
enum HTMLEntities {
  /// Returns the scalar of a reference's name, such as `amp`, `#233` or `#xE9`; `nil` where it is
  /// none that is known.
  static func scalar(_ name: Substring.UTF8View) -> Unicode.Scalar? {
    guard name.first == 0x23 else { return named[String(decoding: name, as: UTF8.self)] }
    let digits = name.dropFirst()
    let isHex = digits.first == 0x78 || digits.first == 0x58
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    return UInt32(text, radix: isHex ? 16 : 10).flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  /// Returns a text with its references decoded; what is no reference stays.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var result: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.first {
      if byte == 0x26, let (scalar, after) = reference(rest) {
        result.append(contentsOf: String(Character(scalar)).utf8)
        rest = after
      } else {
        result.append(byte)
        rest.removeFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads the reference that begins with the first byte.
  static func reference(
    _ rest: Substring.UTF8View
  ) -> (Unicode.Scalar, after: Substring.UTF8View)? {
    let inner = rest.dropFirst()
    guard let end = inner.prefix(12).firstIndex(of: 0x3B), let scalar = scalar(inner[..<end])
    else { return nil }
    return (scalar, inner[inner.index(after: end)...])
  }

  /// The names that editors write; others stay as they are.
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}",
    "zwj": "\u{200D}", "shy": "\u{AD}", "iexcl": "¡", "cent": "¢", "pound": "£", "yen": "¥",
    "sect": "§", "copy": "©", "laquo": "«", "raquo": "»", "reg": "®", "deg": "°", "plusmn": "±",
    "sup1": "¹", "sup2": "²", "sup3": "³", "micro": "µ", "para": "¶", "middot": "·",
    "frac14": "¼", "frac12": "½", "frac34": "¾", "iquest": "¿", "times": "×", "divide": "÷",
    "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Auml": "Ä", "Aring": "Å",
    "AElig": "Æ", "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Euml": "Ë",
    "Ntilde": "Ñ", "Ouml": "Ö", "Oslash": "Ø", "Uuml": "Ü", "szlig": "ß", "agrave": "à",
    "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å", "aelig": "æ",
    "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "iacute": "í",
    "icirc": "î", "iuml": "ï", "ntilde": "ñ", "oacute": "ó", "ocirc": "ô", "ouml": "ö",
    "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü", "ndash": "–",
    "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
    "bdquo": "„", "bull": "•", "hellip": "…", "prime": "′", "euro": "€", "trade": "™",
    "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "rArr": "⇒", "minus": "−", "radic": "√",
    "infin": "∞", "asymp": "≈", "ne": "≠", "equiv": "≡", "le": "≤", "ge": "≥", "alpha": "α",
    "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "lambda": "λ", "mu": "μ", "pi": "π",
    "sigma": "σ", "Sigma": "Σ", "omega": "ω", "Omega": "Ω", "theta": "θ",
  ]
}
