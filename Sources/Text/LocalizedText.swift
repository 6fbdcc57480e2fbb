/// A text in English and Khmer; an empty half means that nobody has written it yet.
///
/// Message catalogues build these with both halves as literals, so a message that lacks a
/// translation does not compile. Content read from files may lack a half, and says so.
package struct LocalizedText: Sendable, Hashable, Codable {
  /// The English text.
  package var en: String
  /// The Khmer text.
  package var km: String

  /// Creates a text from its two halves.
  package init(en: String, km: String) {
    self.en = en
    self.km = km
  }

  /// Creates a text that reads the same in both languages, such as an id or a number.
  package init(same text: String) {
    self.init(en: text, km: text)
  }

  /// Returns exactly the half written in `language`, which may be empty.
  package subscript(language: Language) -> String {
    get { language == .english ? en : km }
    set { if language == .english { en = newValue } else { km = newValue } }
  }

  /// Returns the half in `language`, or the other one where that is missing.
  package func text(in language: Language) -> String {
    let wanted = self[language]
    return wanted.isEmpty ? self[language.other] : wanted
  }

  /// Tells whether both halves are written.
  package var isComplete: Bool { !en.isEmpty && !km.isEmpty }

  /// Tells whether neither half is written.
  package var isEmpty: Bool { en.isEmpty && km.isEmpty }
}
