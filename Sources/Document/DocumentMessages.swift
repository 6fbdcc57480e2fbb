package import Text

/// The words that this module adds to a document.
package enum DocumentMessages {
  /// What every page of a document with made-up data says.
  package static let syntheticData = LocalizedText(
    en: "SYNTHETIC DATA: made by a program, not the answers of real people.",
    km: "ទិន្នន័យសំយោគ៖ បង្កើតដោយកម្មវិធី មិនមែនជាចម្លើយរបស់មនុស្សពិតទេ។")

  /// Returns the word before a note.
  package static func noteLabel(_ kind: Document.NoteKind) -> LocalizedText {
    switch kind {
    case .info: LocalizedText(en: "Note", km: "កំណត់សម្គាល់")
    case .warning: LocalizedText(en: "Warning", km: "ការព្រមាន")
    }
  }

  /// What stands in a table without rows.
  static let noRows = LocalizedText(en: "(no rows)", km: "(គ្មានទិន្នន័យ)")
}
