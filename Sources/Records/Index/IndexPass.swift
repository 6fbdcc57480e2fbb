import Text

/// One pass over the journals of a store that finds what is new for the index.
struct IndexPass {
  let isSynthetic: Bool
  let memory: IndexMemory
  private(set) var update: IndexUpdate
  private(set) var findings: [Diagnostic] = []

  init(isSynthetic: Bool, memory: IndexMemory, isRebuild: Bool) {
    self.isSynthetic = isSynthetic
    self.memory = memory
    update = IndexUpdate(isRebuild: isRebuild)
    update.memory = isRebuild ? IndexMemory(lost: memory.lost) : memory
  }

  /// Whether the index has to change.
  var hasNews: Bool {
    update.isRebuild || !update.facts.isEmpty || update.memory.heads != memory.heads
      || update.memory.lost != memory.lost
  }

  /// Reads what is new; where a journal lost what the index remembers, reads everything again.
  mutating func run(_ journals: [Journal]) throws(RecordsError) {
    if !update.isRebuild {
      let gone = try lostHeads(journals)
      if !gone.isEmpty {
        update = IndexUpdate(isRebuild: true)
        update.memory = IndexMemory(lost: memory.lost + gone.filter { !memory.lost.contains($0) })
      }
    }
    for journal in journals { try take(journal) }
    for head in update.memory.lost {
      findings.append(RecordsMessages.shortened(head.device + Journal.suffix, records: head.seq))
    }
  }

  private func lostHeads(_ journals: [Journal]) throws(RecordsError) -> [JournalHead] {
    var unseen = memory.heads
    var gone: [JournalHead] = []
    for journal in journals {
      guard let head = unseen.removeValue(forKey: journal.device) else { continue }
      if try !journal.holds(head) { gone.append(head) }
    }
    return (gone + unseen.values).sorted { $0.device < $1.device }
  }

  private mutating func take(_ journal: Journal) throws(RecordsError) {
    let known = update.memory.heads[journal.device]
    let reading: JournalReading
    if let known, let rest = try journal.read(after: known) {
      reading = rest
    } else {
      reading = try journal.read()
    }
    try Self.refuse(reading, of: journal, isSynthetic: isSynthetic)
    findings += Self.findings(reading, of: journal)
    update.facts += reading.records
    if let head = reading.head { update.memory.heads[journal.device] = head }
    update.memory.lost.removeAll { head in
      head.device == journal.device && reading.records.contains { $0.hash == head.hash }
    }
  }

  /// Throws what makes a journal unfit for this store or this Sala as a whole.
  static func refuse(
    _ reading: JournalReading, of journal: Journal, isSynthetic: Bool
  ) throws(RecordsError) {
    switch reading.problem {
    case .newerFormat(let format):
      throw RecordsMessages.newerJournal(journal.path, what: "format \(format)")
    case .unknownKind(let kind, _):
      throw RecordsMessages.newerJournal(journal.path, what: "'\(kind)'")
    default: break
    }
    if let header = reading.header, header.synthetic != isSynthetic {
      throw RecordsMessages.syntheticMismatch(journal.path, isSynthetic: header.synthetic)
    }
  }

  /// Returns what is wrong with a journal that can be read in part.
  static func findings(_ reading: JournalReading, of journal: Journal) -> [Diagnostic] {
    switch reading.problem {
    case .damaged(let line): [RecordsMessages.damaged(journal.path, line: line)]
    case .otherDevice(let device): [RecordsMessages.otherDevice(journal.path, device: device)]
    case .newerFormat(let format):
      [
        RecordsMessages.newerJournal(journal.path, what: "format \(format)").diagnostic(
          at: journal.path)
      ]
    case .unknownKind(let kind, _):
      [RecordsMessages.newerJournal(journal.path, what: "'\(kind)'").diagnostic(at: journal.path)]
    case nil:
      reading.tornBytes > 0 ? [RecordsMessages.torn(journal.path, bytes: reading.tornBytes)] : []
    }
  }

  /// Returns what the index remembers of a journal, and whether records of it got lost.
  static func state(
    of journal: Journal, in index: any RecordsIndex
  ) throws(RecordsError) -> (head: JournalHead?, isLost: Bool) {
    var remembered = IndexMemory()
    try index.update { memory throws(RecordsError) in
      remembered = memory
      return nil
    }
    return (
      remembered.heads[journal.device],
      remembered.lost.contains { $0.device == journal.device }
    )
  }
}
