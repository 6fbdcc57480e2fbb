package import Text

/// What a verification found out about one file: a journal, or exported results.
package struct VerifiedFile: Sendable, Hashable {
  /// The file.
  package var path: String
  /// The device that wrote a journal; `nil` for exported results.
  package var device: String?
  /// How many records a journal holds, signatures among them, or how many rows a table has.
  package var records: Int
  /// The number of the last record that is signed, the signature's own included.
  ///
  /// It is 0 for none; of exported results all lines are signed, or none.
  package var signedThrough = 0
  /// How many records of a journal have no text any more, because a person is to be forgotten.
  package var erased = 0
  /// The sites whose keys signed, with the fingerprint of the key; in the order of the signatures.
  package var signers: [Signer] = []
  /// What is wrong, the first of it; `nil` where nothing is.
  package var fault: VerificationFault?

  /// Who signed.
  package struct Signer: Sendable, Hashable {
    /// The id of the site.
    package var site: String
    /// What the site calls itself.
    package var name: String
    /// The fingerprint of the key.
    package var key: String
    /// Whether this store knew the key before.
    package var isKnown: Bool
  }

  /// How good the file is.
  package enum State: String, Sendable, Hashable {
    /// Whole, and signed to its end.
    case signed
    /// Whole, and signed but for its last records.
    case signedInPart = "signed-in-part"
    /// Whole by its chain; nobody signed.
    case notSigned = "not-signed"
    /// Changed or damaged.
    case failed
  }

  /// How good the file is.
  package var state: State {
    if fault != nil { return .failed }
    if signedThrough == 0 { return .notSigned }
    return signedThrough == records ? .signed : .signedInPart
  }

  /// How many records come after the last signature: if somebody who holds the device cuts them
  /// off, nothing in the file shows it.
  package var unsigned: Int { records - signedThrough }
}

/// The first thing that is wrong with a file, and where.
package struct VerificationFault: Sendable, Hashable, Error {
  /// What is wrong.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A record or row is not what was written.
    case changed
    /// Bytes at the end belong to no record: a write that was cut short, or something added.
    case trailing
    /// A row was added.
    case added
    /// Records or rows are missing.
    case removed
    /// A signature does not fit what it claims to sign.
    case badSignature = "bad-signature"
    /// The site has another key than the one that is known here.
    case keyChanged = "key-changed"
    /// The list of a site's keys was changed.
    case badSite = "bad-site"
    /// A signed record has no text any more, and no signed record says that it may.
    case erasedUnsigned = "erased-unsigned"
    /// The journal's file has another name than its device.
    case renamed
    /// The seal of exported results was changed.
    case badSeal = "bad-seal"
  }

  /// What is wrong.
  package var kind: Kind
  /// The number of the record in its journal (0 is the header) or of the row (1 is the header);
  /// `nil` where it is no single one that can be named.
  package var record: Int?
  /// The last record that may have been changed, where a signature only tells that one of several
  /// was.
  package var lastRecord: Int?
  /// The line of the file, from 1 on.
  package var line: Int?
  /// The place in the file, in bytes from 0 on, where the record begins.
  package var offset: Int?
  /// What the record is about, as far as it can still be read.
  package var subject = VerificationSubject()

  init(
    _ kind: Kind, record: Int? = nil, lastRecord: Int? = nil, line: Int? = nil,
    offset: Int? = nil, subject: VerificationSubject = VerificationSubject()
  ) {
    self.kind = kind
    self.record = record
    self.lastRecord = lastRecord
    self.line = line
    self.offset = offset
    self.subject = subject
  }
}

/// What a record or row is about, as far as it can be read.
package struct VerificationSubject: Sendable, Hashable {
  /// The kind of fact.
  package var kind: String?
  /// The learner's code.
  package var code: String?
  /// The event.
  package var event: String?
  /// The form.
  package var form: String?
  /// The attempt.
  package var attempt: String?
  /// The question.
  package var item: String?

  /// Knows nothing.
  package init() {}

  /// What is known, by name, in the order of tables.
  package var parts: [(name: String, value: String)] {
    let all: [(String, String?)] = [
      ("kind", kind), ("code", code), ("event", event), ("form", form), ("attempt", attempt),
      ("item", item),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }
}

/// What a verification of a store or a file found out.
package struct VerificationReport: Sendable, Hashable {
  /// The files, in their order.
  package var files: [VerifiedFile] = []
  /// What to say beside: keys seen for the first time, journals that are gone.
  package var findings: [Diagnostic] = []

  /// How good the files are together.
  package var state: VerifiedFile.State {
    if !isSound { return .failed }
    if files.allSatisfy({ $0.state == .notSigned }) { return .notSigned }
    return files.allSatisfy { $0.state == .signed } ? .signed : .signedInPart
  }

  /// Whether nothing was changed, as far as that can be known.
  package var isSound: Bool { files.allSatisfy { $0.fault == nil } && !findings.hasErrors }
}
