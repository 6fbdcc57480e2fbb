import Text

/// Tells languages by their script, where a file does not name them.
enum ScriptLanguage {
  /// Returns Khmer where a text has more Khmer signs than other letters, and English otherwise.
  static func of(_ text: String) -> Language {
    guard text.utf8.contains(0xE1) else { return .english }
    var khmer = 0
    var other = 0
    for scalar in text.unicodeScalars {
      if Khmer.isKhmer(scalar) {
        khmer += 1
      } else if scalar.properties.isAlphabetic {
        other += 1
      }
    }
    return khmer > other ? .khmer : .english
  }
}

extension LocalizedText {
  /// Creates a text of one language.
  init(_ text: String, in language: Language) {
    self.init(en: language == .english ? text : "", km: language == .khmer ? text : "")
  }
}

extension String {
  /// The text without white space of ASCII at its ends; on bytes, as Khmer needs it.
  var trimmed: String {
    let bytes = utf8
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes.first, let last = bytes.last, isSpace(first) || isSpace(last) else {
      return self
    }
    guard let start = bytes.firstIndex(where: { !isSpace($0) }),
      let end = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[start...end])
  }
}
