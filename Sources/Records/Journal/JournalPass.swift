/// What takes in the records of a journal while it is read.
///
/// Records that were written together come between `begin` and `end`; a group that turns out to be
/// cut short or damaged is taken back with `drop`. A record of its own comes without either.
protocol JournalVisitor {
  mutating func begin() throws(RecordsError)
  mutating func take(_ record: RecordedFact) throws(RecordsError)
  mutating func end() throws(RecordsError)
  mutating func drop() throws(RecordsError)
}

/// How far a journal is whole, and what is wrong with the rest.
struct JournalExtent: Sendable {
  /// The header; `nil` where it was not read because the pass began later, or cannot be read.
  var header: JournalHeader?
  /// How many whole records there are.
  var records = 0
  /// The end of the whole part; `nil` where not even the header is whole.
  var head: JournalHead?
  /// How many bytes at the end belong to a write that was never finished.
  var tornBytes = 0
  /// Why reading stopped; `nil` at the end of the file.
  var problem: JournalProblem?
}

/// One pass over a journal that verifies it line by line and holds one line in memory at a time.
struct JournalPass<Visitor: JournalVisitor> {
  /// How much is read at once, in bytes.
  static var chunk: Int { 1 << 20 }

  private(set) var extent: JournalExtent
  var visitor: Visitor
  private let device: String
  private var current: JournalHead?
  private var previous: [UInt8]
  /// How many records of a group are read and not yet whole; 0 outside any.
  private var pending = 0
  private var base: Int
  /// The last time that was read, as text and in its normal form: most lines repeat it.
  private var lastTime = (text: "", normal: "")

  init(device: String, after head: JournalHead?, visitor: Visitor) {
    self.device = device
    self.visitor = visitor
    extent = JournalExtent(head: head)
    current = head
    previous = Array((head?.hash ?? JournalLine.noHash).utf8)
    base = head?.end ?? 0
  }

  /// Reads to the end.
  ///
  /// - Parameter read: Returns the bytes at an offset of the journal, at most so many; none at its
  ///   end.
  /// - Throws: What `read` or the visitor throws.
  mutating func run(
    _ read: (_ offset: Int, _ limit: Int) throws(RecordsError) -> [UInt8]
  ) throws(RecordsError) {
    var rest: [UInt8] = []
    while extent.problem == nil {
      // A line longer than a chunk doubles what is read, so that it is not copied over and over.
      let more = try read(base + rest.count, max(Self.chunk, rest.count))
      if more.isEmpty { break }
      let buffer = rest.isEmpty ? more : rest + more
      let used = try buffer.withUnsafeBufferPointer { bytes throws(RecordsError) -> Int in
        try lines(bytes)
      }
      base += used
      rest = Array(buffer[used...])
    }
    if pending > 0 { try visitor.drop() }
    if extent.problem == nil { finish(rest) }
  }

  /// Takes in the whole lines of some bytes; returns how many bytes they are.
  private mutating func lines(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(RecordsError) -> Int {
    var start = 0
    while let end = ByteSearch.first(0x0A, in: bytes, from: start) {
      try line(UnsafeBufferPointer(rebasing: bytes[start..<end]), at: base + start)
      if extent.problem != nil { return start }
      start = end + 1
    }
    return start
  }

  private mutating func line(
    _ line: UnsafeBufferPointer<UInt8>, at offset: Int
  ) throws(RecordsError) {
    let number = (current?.seq ?? -1) + 2
    let length = JournalLine.hashLength
    guard line.count > length + 1, line[length] == 0x20 else {
      extent.problem = .damaged(line: number)
      return
    }
    let json = UnsafeBufferPointer(rebasing: line[(length + 1)...])
    let hash = JournalLine.digits(json, after: previous)
    guard line[..<length].elementsEqual(hash) else {
      try erased(line, at: offset)
      return
    }
    var next = JournalHead(
      device: device, seq: number - 1, lineStart: offset, end: offset + line.count + 1,
      hash: String(decoding: hash, as: UTF8.self), time: "")
    guard let before = current else {
      guard let header = readHeader(json) else { return }
      next.time = Timestamp.normal(header.created)
      extent.header = header
      extent.head = next
      current = next
      previous = hash
      return
    }
    guard let envelope = readEnvelope(json, line: number) else { return }
    guard envelope.seq == next.seq, let time = normal(envelope.time) else {
      extent.problem = .damaged(line: number)
      return
    }
    next.time = before.time > time ? before.time : time
    previous = hash
    try take(
      RecordedFact(
        device: device, seq: next.seq, time: lastTime.text, orderTime: next.time,
        fact: envelope.fact, hash: next.hash), next, isLast: (envelope.more ?? 0) <= 0)
  }

  /// Takes in a line whose text was erased; any other that its hash does not fit is damage.
  private mutating func erased(
    _ line: UnsafeBufferPointer<UInt8>, at offset: Int
  ) throws(RecordsError) {
    let number = (current?.seq ?? -1) + 2
    guard let before = current, let erased = ErasedLine(Array(line)[...], seq: number - 1) else {
      extent.problem = .damaged(line: number)
      return
    }
    let next = JournalHead(
      device: device, seq: number - 1, lineStart: offset, end: offset + line.count + 1,
      hash: erased.hash, time: max(before.time, Timestamp.normal(erased.time)))
    previous = Array(erased.hash.utf8)
    try take(erased.recorded(next), next, isLast: erased.more <= 0)
  }

  private mutating func take(
    _ record: RecordedFact, _ next: JournalHead, isLast: Bool
  ) throws(RecordsError) {
    current = next
    if !isLast, pending == 0 { try visitor.begin() }
    try visitor.take(record)
    pending += 1
    if isLast {
      if pending > 1 { try visitor.end() }
      extent.records += pending
      pending = 0
      extent.head = next
    }
  }

  private mutating func normal(_ time: String) -> String? {
    if time == lastTime.text { return lastTime.normal }
    guard Timestamp.isValid(time) else { return nil }
    lastTime = (time, Timestamp.normal(time))
    return lastTime.normal
  }

  /// Decides what the bytes after the last line end are: a write cut short, or damage.
  ///
  /// A write cut short leaves the beginning of a line. A last line that would be right without
  /// its last byte lost its line end to damage.
  private mutating func finish(_ tail: [UInt8]) {
    if tail.count > 1,
      JournalLine.opened(tail.dropLast(), after: String(decoding: previous, as: UTF8.self)) != nil
    {
      extent.problem = .damaged(line: (current?.seq ?? -1) + 2)
      return
    }
    extent.tornBytes = base + tail.count - (extent.head?.end ?? 0)
    if extent.head == nil { extent.problem = .damaged(line: 1) }
  }

  private mutating func readHeader(_ json: UnsafeBufferPointer<UInt8>) -> JournalHeader? {
    if let format = try? CanonicalJSON.value(JournalFormat.self, from: json).format,
      format > JournalHeader.format
    {
      extent.problem = .newerFormat(format)
      return nil
    }
    guard let header = try? CanonicalJSON.value(JournalHeader.self, from: json),
      header.kind == JournalHeader.kind, Timestamp.isValid(header.created)
    else {
      extent.problem = .damaged(line: 1)
      return nil
    }
    guard header.device == device else {
      extent.problem = .otherDevice(header.device)
      return nil
    }
    return header
  }

  private mutating func readEnvelope(
    _ json: UnsafeBufferPointer<UInt8>, line: Int
  ) -> JournalEnvelope? {
    if let envelope = FastFactReading.envelope(json) { return envelope }
    do {
      return try CanonicalJSON.value(JournalEnvelope.self, from: json)
    } catch let unknown as UnknownFactKind {
      extent.problem = .unknownKind(unknown.kind, line: line)
    } catch {
      extent.problem = .damaged(line: line)
    }
    return nil
  }
}

/// What even a header of a newer format says.
private struct JournalFormat: Decodable {
  var format: Int
}

/// Keeps the records that it is given.
struct RecordCollector: JournalVisitor {
  private(set) var records: [RecordedFact] = []
  private var group: Int?

  mutating func begin() { group = records.count }
  mutating func take(_ record: RecordedFact) { records.append(record) }
  mutating func end() { group = nil }

  mutating func drop() {
    if let group { records.removeSubrange(group...) }
    group = nil
  }
}
