import Source
import Text

extension SourceFile {
  /// The language of a file that does not say it: that of most of its letters.
  var language: Language {
    // Khmer letters (U+1780–U+17FF) are the bytes E1 9E xx and E1 9F xx.
    var khmer = 0
    var latin = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if previous == 0xE1, byte == 0x9E || byte == 0x9F { khmer += 1 }
      if (0x61...0x7A).contains(byte | 0x20) { latin += 1 }
      previous = byte
    }
    return khmer > latin ? .khmer : .english
  }
}

extension LocalizedText {
  /// Creates a text that is written in one language.
  init(_ text: String, in language: Language) {
    self.init(en: "", km: "")
    self[language] = text
  }
}
