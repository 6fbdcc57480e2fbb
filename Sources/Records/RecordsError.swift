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

  /// Whether something was looked at and refused, rather than could not be done at all.
  package var isRefusal: Bool { Self.refusals.contains(code) }

  private static let refusals: Set<String> = [
    "backup-damaged", "bad-key-file", "bundle-changed", "bundle-cut", "bundle-too-large",
    "key-changed", "newer-bundle", "newer-register", "no-box-key", "not-a-bundle",
    "other-fingerprint", "other-recipient", "register-damaged", "short-passphrase",
    "unknown-code", "unknown-recipient", "wrong-passphrase",
  ]

  /// The error as a finding about a file or folder, for reports that list findings.
  package func diagnostic(at path: String) -> Diagnostic {
    Diagnostic(code, at: SourceLocation(file: path), message, remedy: remedy)
  }
}
