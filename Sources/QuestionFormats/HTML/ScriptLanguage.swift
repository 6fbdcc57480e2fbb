import Text

/// Tells languages by their script, where a file does not name them.
enum ScriptLanguage {
  /// Returns Khmer where a text has more Khmer signs than Latin letters, and English otherwise.
  static func of(_ text: String) -> Language {
    // Khmer signs (U+1780–U+17FF) are the bytes E1 9E xx and E1 9F xx.
    var khmer = 0
    var other = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if previous == 0xE1, byte == 0x9E || byte == 0x9F { khmer += 1 }
      if (0x61...0x7A).contains(byte | 0x20) { other += 1 }
      previous = byte
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
