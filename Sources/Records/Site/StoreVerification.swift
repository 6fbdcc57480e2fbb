import Source
import Text

/// Verifies stores and files without changing them; only what is known of keys is kept.
package enum StoreVerification {
  /// Verifies every journal of a store.
  ///
  /// The folder is only read, but for `trusted-keys.json`: keys that are seen for the first time,
  /// and how far each journal was signed, are kept there where nothing is wrong.
  ///
  /// - Parameters:
  ///   - folder: The store.
  ///   - keepsTrust: Whether anything is kept at all.
  /// - Returns: What was found out.
  /// - Throws: `no-store` where there is none, `newer-journal` where this Sala cannot read one; what
  ///   the disk said.
  package static func store(
    _ folder: String, keepsTrust: Bool = true
  ) throws(RecordsError) -> VerificationReport {
    let files = StoreFiles(folder: folder)
    guard FileReading.isFolder(files.journals) else { throw RecordsMessages.noStore(folder) }
    let known = try files.trust()
    var trust = known
    var report = VerificationReport()
    let journals = Journal.all(in: files.journals)
    let erasures = try erasures(in: files.journals)
    var verifications: [JournalVerification] = []
    for journal in journals {
      let verification = try journal.verified(trust, erasures: erasures)
      verifications.append(verification)
      report.files.append(verification.verified)
      trust = verification.trust
      if let site = verification.firstSeen, verification.verified.fault == nil {
        report.findings.append(SiteMessages.firstSeen(site, at: journal.path))
      }
    }
    addUnsigned(&report, verifications, erasures)
    try addLost(&report, files: files, journals: journals, trust: known)
    for name in FileReading.names(in: files.diverged) where name.hasSuffix(Journal.suffix) {
      report.findings.append(
        RecordsMessages.diverged(files.journals, kept: "\(files.diverged)/\(name)"))
    }
    if keepsTrust, report.isSound, trust != known {
      do {
        try files.locked { () throws(RecordsError) -> Void in try files.save(trust) }
      } catch {
        // A store on a disk that cannot be written to is verified all the same.
        report.findings.append(SiteMessages.notKept(files.trustFile))
      }
    }
    return report
  }

  /// Verifies one journal, or results that were exported with a seal.
  ///
  /// - Parameters:
  ///   - path: The file; what does not end in `.journal` has its seal beside it, in `….sig`.
  ///   - store: The store whose known keys count; `nil` for none.
  /// - Returns: What was found out.
  /// - Throws: What the disk said; `no-seal` where there is none.
  package static func file(
    _ path: String, knownBy store: String?
  ) throws(RecordsError) -> VerificationReport {
    var trust = SiteTrust()
    if let store { trust = try StoreFiles(folder: store).trust() }
    var report = VerificationReport()
    if path.hasSuffix(Journal.suffix) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let device = String((parts.last ?? "").dropLast(Journal.suffix.count))
      let folder = parts.dropLast().joined(separator: "/")
      let place = parts.count == 1 ? "." : (folder.isEmpty ? "/" : folder)
      var erasures = try erasures(in: place)
      if let store {
        erasures.add(try Self.erasures(in: StoreFiles(folder: store).journals))
      }
      let verification = try Journal(folder: place, device: device)
        .verified(trust, erasures: erasures)
      report.files.append(verification.verified)
    } else {
      let bytes = try PosixFile(path, .read).read(from: 0)
      let seal = ResultsSeal.path(path)
      guard FileReading.exists(seal) else { throw SiteMessages.noSeal(path, seal: seal) }
      report.files.append(
        try ResultsSeal.verified(
          bytes, path: path, seal: try PosixFile(seal, .read).read(from: 0), trust: trust))
    }
    for file in report.files where file.fault == nil {
      for signer in file.signers where !signer.isKnown {
        report.findings.append(SiteMessages.unknownSigner(signer, at: file.path))
      }
    }
    return report
  }

  /// Returns which records the tombstones of all journals in a folder name.
  private static func erasures(in folder: String) throws(RecordsError) -> Erasures {
    var erasures = Erasures()
    for journal in Journal.all(in: folder) {
      // Most journals forget nobody, and need not be read twice.
      let bytes = try PosixFile(journal.path, .read).read(from: 0)
      guard PosixFile.contains("\"person-forgotten\"", in: bytes) else { continue }
      erasures.add(try journal.read())
    }
    return erasures
  }

  /// A signed record may lose its text only by a signed word.
  private static func addUnsigned(
    _ report: inout VerificationReport, _ verifications: [JournalVerification],
    _ erasures: Erasures
  ) {
    let signed = Dictionary(
      report.files.compactMap { file in
        file.fault == nil ? file.device.map { ($0, file.signedThrough) } : nil
      }, uniquingKeysWith: min)
    for (place, verification) in verifications.enumerated() {
      let file = report.files[place]
      if file.fault == nil,
        let record = erasures.unsigned(
          in: verification.reading, through: file.signedThrough, signed: signed)
      {
        report.files[place].fault = verification.erasedUnsigned(record)
      }
      if file.erased > 0 {
        report.findings.append(ForgetMessages.erased(file.path, records: file.erased))
      }
    }
  }

  /// Adds what the index and earlier verifications saw and no journal holds any more.
  private static func addLost(
    _ report: inout VerificationReport, files: StoreFiles, journals: [Journal], trust: SiteTrust
  ) throws(RecordsError) {
    let found = Set(journals.map(\.device))
    for (device, pin) in trust.devices.sorted(by: { $0.key < $1.key })
    where !found.contains(device) {
      report.findings.append(
        RecordsMessages.shortened(device + Journal.suffix, records: pin.seq))
    }
    guard FileReading.exists(files.index), let index = try? SQLiteIndex(path: files.index) else {
      return
    }
    var heads: [JournalHead] = []
    try index.update { memory throws(RecordsError) in
      heads = Array(memory.heads.values) + memory.lost
      return nil
    }
    for head in heads.sorted(by: { ($0.device, $0.seq) < ($1.device, $1.seq) }) {
      guard let place = report.files.firstIndex(where: { $0.device == head.device }) else {
        if trust.devices[head.device] == nil {
          report.findings.append(
            RecordsMessages.shortened(head.device + Journal.suffix, records: head.seq))
        }
        continue
      }
      let journal = Journal(folder: files.journals, device: head.device)
      guard report.files[place].fault == nil, try !journal.holds(head) else { continue }
      let records = report.files[place].records
      report.files[place].fault =
        records < head.seq
        ? VerificationFault(.removed, record: records + 1, lastRecord: head.seq, line: records + 2)
        : VerificationFault(.changed, record: 1, lastRecord: head.seq, line: 2)
    }
  }
}

extension Journal {
  /// Verifies it; read again under the lock where its end looks unfinished.
  func verified(
    _ trust: SiteTrust, erasures: Erasures
  ) throws(RecordsError) -> JournalVerification {
    let file = try PosixFile(path, .read)
    func once() throws(RecordsError) -> JournalVerification {
      try JournalVerification(
        try file.read(from: 0), path: path, device: device, trust: trust, erasures: erasures)
    }
    let verification = try once()
    guard verification.verified.fault != nil else { return verification }
    try file.lock()
    defer { file.unlock() }
    return try once()
  }
}
