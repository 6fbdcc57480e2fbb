import Source
package import Text

/// What a merge did.
package struct MergeReport: Sendable, Hashable {
  /// Journals of devices that were not known here.
  package var added = 0
  /// Journals that were known and got longer.
  package var extended = 0
  /// Journals that were here already, as long or longer.
  package var unchanged = 0
  /// Facts that came in.
  package var facts = 0
  /// What could not be taken in, and why.
  package var findings: [Diagnostic] = []
}

extension Store {
  /// Takes in the journals of another store: the union of the two, however often and in whatever
  /// order it is done.
  ///
  /// The journal of a device is taken at its longest. Two journals of one device that contradict
  /// each other are an error finding: the one here stays, the other is kept in `diverged/`, and
  /// neither is overwritten. A damaged journal is not taken in, nor one whose signatures are wrong
  /// or of another key than the one that is known of its site. Signatures come along; the keys of
  /// sites that are new here are known from then on.
  ///
  /// - Parameter other: The folder of the other store; it is only read.
  /// - Returns: What was done and found.
  /// - Throws: `synthetic-mismatch` before anything is written, where one of the two stores holds
  ///   made-up facts and the other real ones; what the disk said.
  package func merge(from other: String) throws(RecordsError) -> MergeReport {
    let theirs = StoreFiles(folder: other)
    guard FileReading.isFolder(theirs.journals) else { throw RecordsMessages.noStore(other) }
    var report = MergeReport()
    var incoming: [(journal: Journal, reading: JournalReading, bytes: [UInt8])] = []
    var trust = try files.trust()
    for journal in Journal.all(in: theirs.journals) {
      let bytes = try PosixFile(journal.path, .read).read(from: 0)
      let reading = JournalReading(bytes, device: journal.device)
      try IndexPass.refuse(reading, of: journal, isSynthetic: isSynthetic)
      report.findings += IndexPass.findings(reading, of: journal)
      guard reading.problem == nil, let head = reading.head,
        StoreFiles.isDeviceID(journal.device)
      else { continue }
      let verification = try JournalVerification(
        Array(bytes.prefix(head.end)), path: journal.path, device: journal.device, trust: trust,
        seesAll: false)
      if let fault = verification.verified.fault {
        report.findings.append(SiteMessages.refused(verification.verified, fault))
        continue
      }
      if let site = verification.firstSeen {
        report.findings.append(SiteMessages.firstSeen(site, at: journal.path))
      }
      trust = verification.trust
      incoming.append((journal, reading, Array(bytes.prefix(head.end))))
    }
    try files.locked { () throws(RecordsError) -> Void in
      // How far a journal is signed is kept when the store is verified, as this one may diverge.
      var known = try files.trust()
      if known.sites != trust.sites {
        known.sites = trust.sites
        try files.save(known)
      }
      for (journal, reading, bytes) in incoming {
        try take(journal, reading, bytes, into: &report)
      }
    }
    try catchUp()
    return report
  }

  private func take(
    _ journal: Journal, _ reading: JournalReading, _ theirs: [UInt8],
    into report: inout MergeReport
  ) throws(RecordsError) {
    let ours = Journal(folder: files.journals, device: journal.device)
    guard FileReading.exists(ours.path) else {
      try PosixFile.replace(ours.path, with: theirs)
      report.added += 1
      report.facts += reading.records.count
      return
    }
    let file = try PosixFile(ours.path, .update)
    try file.lock()
    defer { file.unlock() }
    let bytes = try file.read(from: 0)
    let known = JournalReading(bytes, device: ours.device)
    guard known.problem == nil, let head = known.head else {
      report.findings += IndexPass.findings(known, of: ours)
      return
    }
    let whole = bytes.prefix(head.end)
    if whole.starts(with: theirs) {
      report.unchanged += 1
    } else if theirs.starts(with: whole) {
      if known.tornBytes > 0 { try ours.moveAside(file, from: head.end) }
      try file.write(Array(theirs.dropFirst(head.end)), at: head.end)
      try file.sync()
      report.extended += 1
      report.facts += reading.records.count - known.records.count
    } else {
      try PosixFile.makeFolder(files.diverged)
      let hash = (reading.head?.hash ?? "").prefix(12)
      let kept = "\(files.diverged)/\(ours.device)-\(hash)\(Journal.suffix)"
      try PosixFile.replace(kept, with: theirs)
      report.findings.append(RecordsMessages.diverged(ours.path, kept: kept))
    }
  }
}
