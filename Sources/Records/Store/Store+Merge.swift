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
  /// Whoever is to be forgotten, here or there, is forgotten in what comes in as well.
  ///
  /// - Parameter other: The folder of the other store; it is only read.
  /// - Returns: What was done and found.
  /// - Throws: `synthetic-mismatch` before anything is written, where one of the two stores holds
  ///   made-up facts and the other real ones; what the disk said.
  package func merge(from other: String) throws(RecordsError) -> MergeReport {
    let theirs = StoreFiles(folder: other)
    guard FileReading.isFolder(theirs.journals) else { throw RecordsMessages.noStore(other) }
    var incoming: [IncomingJournal] = []
    for journal in Journal.all(in: theirs.journals) {
      incoming.append(
        IncomingJournal(
          device: journal.device, path: journal.path,
          bytes: try PosixFile(journal.path, .read).read(from: 0)))
    }
    return try merge(incoming)
  }

  /// Takes in journals, however they came here.
  func merge(_ incoming: [IncomingJournal]) throws(RecordsError) -> MergeReport {
    try catchUp()
    var report = MergeReport()
    var trust = try files.trust()
    let accepted = try accept(incoming, &trust, &report)
    let erasures = try erasures(with: accepted)
    try files.locked { () throws(RecordsError) -> Void in
      // How far a journal is signed is kept when the store is verified, as this one may diverge.
      var known = try files.trust()
      if known.sites != trust.sites {
        known.sites = trust.sites
        try files.save(known)
      }
      for journal in accepted {
        let bytes = erasures.applied(to: journal.bytes, device: journal.device)
        try take(journal, bytes, into: &report)
      }
    }
    try catchUp()
    if report.facts > 0 {
      if try eraseNamed() > 0 { try index.settle() }
      report.findings += remaining(
        accepted.lazy.flatMap(\.reading.records).filter { record in
          erasures.code(
            of: ErasedRecord(device: record.device, seq: record.seq, hash: record.hash)) == nil
        }, erasures.codes)
    }
    return report
  }

  /// Returns the journals that may come in; what is wrong with the others is a finding.
  private func accept(
    _ incoming: [IncomingJournal], _ trust: inout SiteTrust, _ report: inout MergeReport
  ) throws(RecordsError) -> [AcceptedJournal] {
    var readings: [(IncomingJournal, JournalReading)] = []
    var named = Erasures(try index.tombstones())
    for journal in incoming {
      let reading = JournalReading(journal.bytes, device: journal.device)
      let file = Journal(path: journal.path, device: journal.device)
      try IndexPass.refuse(reading, of: file, isSynthetic: isSynthetic)
      report.findings += IndexPass.findings(reading, of: file)
      guard reading.problem == nil, StoreFiles.isDeviceID(journal.device) else { continue }
      named.add(reading)
      readings.append((journal, reading))
    }
    var accepted: [AcceptedJournal] = []
    for (journal, reading) in readings {
      guard let head = reading.head else { continue }
      let bytes = Array(journal.bytes.prefix(head.end))
      let verification = try JournalVerification(
        bytes, path: journal.path, device: journal.device, trust: trust, erasures: named,
        seesAll: false)
      if let fault = verification.verified.fault {
        report.findings.append(SiteMessages.refused(verification.verified, fault))
        continue
      }
      if let site = verification.firstSeen {
        report.findings.append(SiteMessages.firstSeen(site, at: journal.path))
      }
      trust = verification.trust
      accepted.append(
        AcceptedJournal(
          device: journal.device, path: journal.path, bytes: bytes, verification: verification))
    }
    return try withoutUnnamed(accepted, &report)
  }

  /// Leaves out journals with erased records that only refused journals, or unsigned words, name.
  private func withoutUnnamed(
    _ accepted: [AcceptedJournal], _ report: inout MergeReport
  ) throws(RecordsError) -> [AcceptedJournal] {
    guard accepted.contains(where: { $0.verification.verified.erased > 0 }) else {
      return accepted
    }
    var signed = try index.lastSignatures()
    for journal in accepted {
      signed[journal.device] = max(
        signed[journal.device] ?? 0, journal.verification.verified.signedThrough)
    }
    var kept = accepted
    while true {
      let erasures = try erasures(with: kept)
      let faulty = kept.compactMap { journal -> (String, VerificationFault)? in
        let verified = journal.verification.verified
        let record =
          erasures.unnamed(in: journal.reading)
          ?? erasures.unsigned(
            in: journal.reading, through: verified.signedThrough, signed: signed)
        return record.map { (journal.device, journal.verification.erasedUnsigned($0)) }
      }
      if faulty.isEmpty { return kept }
      for (device, fault) in faulty {
        guard let journal = kept.first(where: { $0.device == device }) else { continue }
        report.findings.append(SiteMessages.refused(journal.verification.verified, fault))
        kept.removeAll { $0.device == device }
      }
    }
  }

  private func erasures(with accepted: [AcceptedJournal]) throws(RecordsError) -> Erasures {
    var erasures = Erasures(try index.tombstones())
    for journal in accepted { erasures.add(journal.reading) }
    return erasures
  }

  private func take(
    _ journal: AcceptedJournal, _ theirs: [UInt8], into report: inout MergeReport
  ) throws(RecordsError) {
    let ours = Journal(folder: files.journals, device: journal.device)
    guard FileReading.exists(ours.path) else {
      try PosixFile.replace(ours.path, with: theirs)
      report.added += 1
      report.facts += journal.reading.records.count
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
    let whole = bytes[..<head.end]
    guard Self.agree(whole, theirs) else {
      try PosixFile.makeFolder(files.diverged)
      let hash = (journal.reading.head?.hash ?? "").prefix(12)
      let kept = "\(files.diverged)/\(ours.device)-\(hash)\(Journal.suffix)"
      try PosixFile.replace(kept, with: theirs)
      report.findings.append(RecordsMessages.diverged(ours.path, kept: kept))
      return
    }
    if whole.count >= theirs.count {
      report.unchanged += 1
      return
    }
    if known.tornBytes > 0 { try ours.moveAside(file, from: head.end) }
    do throws(RecordsError) {
      try file.write(Array(theirs.dropFirst(head.end)), at: head.end)
      try file.sync()
    } catch {
      try? file.truncate(to: head.end)
      throw error
    }
    report.extended += 1
    report.facts += journal.reading.records.count - known.records.count
  }

  /// Tells whether one of two journals of a device goes on from the other; a record that lost its
  /// text is the same record.
  private static func agree(_ ours: ArraySlice<UInt8>, _ theirs: [UInt8]) -> Bool {
    let count = min(ours.count, theirs.count)
    let first = ours.prefix(count)
    let second = theirs[..<count]
    if first.elementsEqual(second) { return true }
    // An erased line is as long as it was, so that the lines of both begin at the same places.
    var start = 0
    var seq = 0
    while start < count {
      guard let end = first[start...].firstIndex(of: 0x0A),
        second[start...].firstIndex(of: 0x0A) == end,
        Erasures.isSame(first[start..<end], second[start..<end], seq: seq)
      else { return false }
      start = end + 1
      seq += 1
    }
    return true
  }
}

/// A journal of another store.
struct IncomingJournal {
  var device: String
  /// Where it is, for messages.
  var path: String
  var bytes: [UInt8]
}

/// A journal of another store that may come in: its whole records, verified.
private struct AcceptedJournal {
  var device: String
  var path: String
  var bytes: [UInt8]
  var verification: JournalVerification

  var reading: JournalReading { verification.reading }
}
