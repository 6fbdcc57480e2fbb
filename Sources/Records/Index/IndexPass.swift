import Text

/// One pass over the journals of a store that gives an index what is new.
struct IndexPass {
  let isSynthetic: Bool
  let memory: IndexMemory
  /// What the index is to remember afterwards.
  private(set) var remembered: IndexMemory
  private(set) var findings: [Diagnostic] = []
  private let sink: any IndexSink
  private var isRebuild: Bool
  private var hasTaken = false

  init(isSynthetic: Bool, memory: IndexMemory, sink: any IndexSink, isRebuild: Bool) {
    self.isSynthetic = isSynthetic
    self.memory = memory
    self.sink = sink
    self.isRebuild = isRebuild
    remembered = isRebuild ? IndexMemory(lost: memory.lost) : memory
  }

  /// Whether the index has to change.
  var hasNews: Bool {
    isRebuild || hasTaken || remembered.heads != memory.heads || remembered.lost != memory.lost
  }

  /// Reads what is new; where a journal lost what the index remembers, reads everything again.
  mutating func run(_ journals: [Journal]) throws(RecordsError) {
    if !isRebuild {
      let gone = try lostHeads(journals)
      if !gone.isEmpty {
        isRebuild = true
        remembered = IndexMemory(lost: memory.lost + gone.filter { !memory.lost.contains($0) })
      }
    }
    if isRebuild { try sink.clear() }
    for journal in journals { try take(journal) }
    for head in remembered.lost {
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
    let known = remembered.heads[journal.device]
    let lost = Set(remembered.lost.filter { $0.device == journal.device }.map(\.hash))
    let (extent, visitor) = try journal.pass(
      after: known, visitor: SinkVisitor(sink: sink, lost: lost))
    try Self.refuse(extent, of: journal, isSynthetic: isSynthetic)
    findings += Self.findings(extent, of: journal)
    hasTaken = hasTaken || extent.records > 0
    if let head = extent.head { remembered.heads[journal.device] = head }
    remembered.lost.removeAll { visitor.found.contains($0.hash) && $0.device == journal.device }
  }

  /// Throws what makes a journal that was read unfit for this store or this Sala.
  static func refuse(
    _ reading: JournalReading, of journal: Journal, isSynthetic: Bool
  ) throws(RecordsError) {
    try refuse(reading.extent, of: journal, isSynthetic: isSynthetic)
  }

  /// Returns what is wrong with a journal that was read in part.
  static func findings(_ reading: JournalReading, of journal: Journal) -> [Diagnostic] {
    findings(reading.extent, of: journal)
  }

  /// Throws what makes a journal unfit for this store or this Sala as a whole.
  static func refuse(
    _ reading: JournalExtent, of journal: Journal, isSynthetic: Bool
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
  static func findings(_ reading: JournalExtent, of journal: Journal) -> [Diagnostic] {
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
    try index.update { memory, _ throws(RecordsError) in
      remembered = memory
      return nil
    }
    return (
      remembered.heads[journal.device],
      remembered.lost.contains { $0.device == journal.device }
    )
  }
}

/// Hands the records of a journal on to an index.
private struct SinkVisitor: JournalVisitor {
  let sink: any IndexSink
  /// The hashes of records that got lost.
  let lost: Set<String>
  /// Those of them that are there again.
  private(set) var found: Set<String> = []
  private var pending: Set<String> = []
  private var isGroup = false

  init(sink: any IndexSink, lost: Set<String>) {
    self.sink = sink
    self.lost = lost
  }

  mutating func begin() throws(RecordsError) {
    isGroup = true
    try sink.mark()
  }

  mutating func take(_ record: RecordedFact) throws(RecordsError) {
    try sink.take(record)
    guard !lost.isEmpty, lost.contains(record.hash) else { return }
    if isGroup { pending.insert(record.hash) } else { found.insert(record.hash) }
  }

  mutating func end() throws(RecordsError) {
    try sink.keep()
    found.formUnion(pending)
    (pending, isGroup) = ([], false)
  }

  mutating func drop() throws(RecordsError) {
    // A record of its own is whole when it comes.
    if isGroup { try sink.undo() }
    (pending, isGroup) = ([], false)
  }
}
