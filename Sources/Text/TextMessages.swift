/// The messages of this module.
package enum TextMessages {
  /// Returns the word for a severity.
  package static func severity(_ severity: Severity) -> LocalizedText {
    switch severity {
    case .error: LocalizedText(en: "error", km: "កំហុស")
    case .warning: LocalizedText(en: "warning", km: "ព្រមាន")
    case .note: LocalizedText(en: "note", km: "កំណត់សម្គាល់")
    }
  }
}
