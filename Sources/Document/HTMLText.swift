/// Writes text so that a browser shows it and never runs it.
enum HTMLText {
  /// Returns `text` with `&`, `<`, `>`, `"` and `'` as character references.
  ///
  /// Characters that HTML does not allow in a document (control characters but tab and line ends)
  /// become U+FFFD. Source: WHATWG HTML, 13.1.4 and 13.3 "escaping a string".
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      default:
        let isControl = scalar.properties.generalCategory == .control
        result.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }

  /// Returns an id made of `parts` that is safe in HTML; anything but ASCII letters, digits, `-`
  /// and `_` becomes `-`.
  static func id(_ parts: String...) -> String {
    String(
      parts.joined(separator: "-").map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber || letter == "_") ? letter : "-"
      })
  }
}
