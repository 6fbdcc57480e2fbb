package import Text

/// Why the records could not be read or written: the disk, a lock, a store of another kind.
///
/// What a person wrote wrong is a `Diagnostic`, never this.
package struct RecordsError: Error, Sendable, Hashable {
  /// A stable name such as `synthetic-mismatch`, for machines and for looking things up.
  package let code: String
  /// What happened, one sentence.
  package let message: LocalizedText
  /// What to do about it, one sentence.
  package let remedy: LocalizedText

  /// Creates an error.
  package init(_ code: String, _ message: LocalizedText, remedy: LocalizedText) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  /// The error as a finding about a file or folder, for reports that list findings.
  package func diagnostic(at path: String) -> Diagnostic {
    Diagnostic(code, at: SourceLocation(file: path), message, remedy: remedy)
  }
}
