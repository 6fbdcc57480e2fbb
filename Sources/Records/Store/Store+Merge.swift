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
    var incoming: [(journal: Journal, extent: JournalExtent)] = []
    var trust = try files.trust()
    for journal in Journal.all(in: theirs.journals) {
      let verification = try JournalVerification(
        try PosixFile(journal.path, .read), path: journal.path, device: journal.device,
        trust: trust, seesAll: false)
      let extent = verification.extent
      try IndexPass.refuse(extent, of: journal, isSynthetic: isSynthetic)
      report.findings += IndexPass.findings(extent, of: journal)
      guard extent.problem == nil, extent.head != nil,
        StoreFiles.isDeviceID(journal.device)
      else { continue }
      if let fault = verification.verified.fault {
        report.findings.append(SiteMessages.refused(verification.verified, fault))
        continue
      }
      if let site = verification.firstSeen {
        report.findings.append(SiteMessages.firstSeen(site, at: journal.path))
      }
      trust = verification.trust
      incoming.append((journal, extent))
    }
    try files.locked { () throws(RecordsError) -> Void in
      // How far a journal is signed is kept when the store is verified, as this one may diverge.
      var known = try files.trust()
      if known.sites != trust.sites {
        known.sites = trust.sites
        try files.save(known)
      }
      for (journal, extent) in incoming {
        try take(journal, extent, into: &report)
      }
    }
    try catchUp()
    return report
  }

  private func take(
    _ journal: Journal, _ theirs: JournalExtent, into report: inout MergeReport
  ) throws(RecordsError) {
    guard let theirHead = theirs.head else { return }
    let source = try PosixFile(journal.path, .read)
    let ours = Journal(folder: files.journals, device: journal.device)
    guard FileReading.exists(ours.path) else {
      try PosixFile.replace(ours.path, with: source, upTo: theirHead.end)
      report.added += 1
      report.facts += theirs.records
      return
    }
    let file = try PosixFile(ours.path, .update)
    try file.lock()
    defer { file.unlock() }
    var pass = JournalPass(device: ours.device, after: nil, visitor: NoVisitor())
    try pass.run { offset, limit throws(RecordsError) in
      try file.read(from: offset, limit: limit)
    }
    let known = pass.extent
    guard known.problem == nil, let head = known.head else {
      report.findings += IndexPass.findings(known, of: ours)
      return
    }
    // Both are whole chains, so the one that holds the head of the other begins with all of it.
    if try ours.holds(theirHead) {
      report.unchanged += 1
    } else if try journal.holds(head) {
      if known.tornBytes > 0 { try ours.moveAside(file, from: head.end) }
      do throws(RecordsError) {
        try file.copy(source, from: head.end, upTo: theirHead.end)
        try file.sync()
      } catch {
        try? file.truncate(to: head.end)
        throw error
      }
      report.extended += 1
      report.facts += theirs.records - known.records
    } else {
      try PosixFile.makeFolder(files.diverged)
      let kept = "\(files.diverged)/\(ours.device)-\(theirHead.hash.prefix(12))\(Journal.suffix)"
      try PosixFile.replace(kept, with: source, upTo: theirHead.end)
      report.findings.append(RecordsMessages.diverged(ours.path, kept: kept))
    }
  }
}
