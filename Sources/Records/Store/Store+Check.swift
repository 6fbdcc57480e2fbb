import Source
package import Text

extension Store {
  /// Verifies everything.
  ///
  /// That is each journal from its first byte to its last, its signatures, the registers as far as
  /// that shows without a passphrase, the index against the journals, and the facts against each
  /// other. An index that differs is made again, what a tombstone names is erased, and what others
  /// may read is left to its owner alone; each of them is a finding.
  ///
  /// Found are a changed byte anywhere in a journal, records that the index remembers and a
  /// journal lost, journals that contradict each other, answers to attempts that nobody began,
  /// attempts and enrolments in events that nobody created. A write that a crash cut short is a
  /// warning: it was never acknowledged. That the last records of a journal are missing is known
  /// only as long as the index that saw them is there, or another store holds a copy.
  /// Whoever holds the whole folder can forge it whole; the chain shows accidents and edits, not
  /// a forger who makes everything again.
  ///
  /// - Returns: The findings, in the order of the journals.
  /// - Throws: What the disk said.
  package func check() throws(RecordsError) -> [Diagnostic] {
    do {
      try catchUp()
    } catch  where error.code == "newer-journal" || error.code == "synthetic-mismatch" {
      return [error.diagnostic(at: folder)]
    }
    var found: [Diagnostic] = []
    var facts: [RecordedFact] = []
    for journal in Journal.all(in: files.journals) {
      let reading = try journal.read()
      found += IndexPass.findings(reading, of: journal)
      facts += reading.records
    }
    let forgotten = Erasures(try index.tombstones())
    if try eraseNamed() > 0 { try index.settle() }
    found += remaining(facts, forgotten.codes)
    try index.update { memory throws(RecordsError) in
      found += memory.lost.map {
        RecordsMessages.shortened($0.device + Journal.suffix, records: $0.seq)
      }
      return nil
    }
    for name in FileReading.names(in: files.diverged) where name.hasSuffix(Journal.suffix) {
      found.append(
        RecordsMessages.diverged(files.journals, kept: "\(files.diverged)/\(name)"))
    }
    if !found.hasErrors { found += try compareIndex(with: facts) }
    found += try signatureFaults()
    for event in registers {
      do throws(RecordsError) {
        try Register.check(files.register(event))
      } catch {
        found.append(error.diagnostic(at: files.register(event)))
      }
    }
    found += try files.madePrivate()
    found += try orphans()
    return found
  }

  /// What signatures show and the chain does not.
  private func signatureFaults() throws(RecordsError) -> [Diagnostic] {
    try StoreVerification.store(folder, keepsTrust: false).files.compactMap { file in
      guard let fault = file.fault,
        [.badSignature, .keyChanged, .badSite, .erasedUnsigned].contains(fault.kind)
          || (fault.kind == .changed && file.erased > 0)
      else { return nil }
      return SiteMessages.faulty(file, fault)
    }
  }

  /// Makes a second index in memory and compares the two.
  private func compareIndex(with facts: [RecordedFact]) throws(RecordsError) -> [Diagnostic] {
    guard let fresh = try SQLiteIndex(path: nil) else { return [] }
    try fresh.update { _ in IndexUpdate(facts: facts) }
    let wanted = try fresh.digest()
    if try index.digest() == wanted { return [] }
    try rebuildIndex()
    let isMended = try index.digest() == wanted
    return [
      isMended
        ? RecordsMessages.indexRebuilt(files.index) : RecordsMessages.indexDiffers(files.index)
    ]
  }

  private func orphans() throws(RecordsError) -> [Diagnostic] {
    let events = Set(try index.events().map(\.record.id))
    var found: [Diagnostic] = []
    for attempt in try index.orphans() {
      found.append(RecordsMessages.orphanAnswers(attempt, folder: folder))
    }
    for attempt in try index.attempts(AttemptFilter()) {
      if let event = attempt.record.event, !events.contains(event) {
        found.append(RecordsMessages.orphanEvent(attempt.id, event: event, folder: folder))
      }
    }
    for enrollment in try index.enrollments(event: nil) where !events.contains(enrollment.event) {
      found.append(
        RecordsMessages.orphanEvent(enrollment.code, event: enrollment.event, folder: folder))
    }
    for record in try index.accommodations() {
      if let event = record.event, !events.contains(event) {
        found.append(RecordsMessages.orphanEvent(record.code, event: event, folder: folder))
      }
    }
    let ids = try index.events().map(\.record)
    for (position, record) in ids.enumerated()
    where ids[..<position].contains(where: { $0.id == record.id && $0 != record }) {
      found.append(RecordsMessages.eventTwice(record.id, folder: folder))
    }
    return found
  }
}
