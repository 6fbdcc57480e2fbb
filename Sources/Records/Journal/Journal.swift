import Source

/// The journal of one device: facts are added at its end and nothing else ever happens to it.
struct Journal {
  /// Where it is.
  let path: String
  /// Whose it is.
  let device: String

  static let suffix = ".journal"

  init(path: String, device: String) {
    self.path = path
    self.device = device
  }

  init(folder: String, device: String) {
    path = "\(folder)/\(device)\(Self.suffix)"
    self.device = device
  }

  /// Returns the journals in a folder, in the order of their devices.
  static func all(in folder: String) -> [Journal] {
    FileReading.names(in: folder).filter { $0.hasSuffix(suffix) }
      .map { Journal(folder: folder, device: String($0.dropLast(suffix.count))) }
  }

  /// Begins the journal with its header.
  func create(_ header: JournalHeader) throws(RecordsError) {
    let line = JournalLine.sealed(try CanonicalJSON.bytes(header), after: JournalLine.noHash)
    try PosixFile.replace(path, with: line.bytes)
  }

  /// Reads and verifies all of it.
  func read() throws(RecordsError) -> JournalReading {
    let (extent, visitor) = try pass(after: nil, visitor: RecordCollector())
    return JournalReading(extent, records: visitor.records)
  }

  /// Reads and verifies what came after `head`, or all of it where the journal does not hold that
  /// head any more.
  ///
  /// Where the end looks unfinished it reads again under the lock, as somebody may be writing it;
  /// the visitor then goes on from the end of what was whole.
  func pass<Visitor: JournalVisitor>(
    after head: JournalHead?, visitor: Visitor
  ) throws(RecordsError) -> (extent: JournalExtent, visitor: Visitor) {
    let file = try PosixFile(path, .read)
    var known = head
    if let head, try !Self.holds(head, in: file) { known = nil }
    func once(
      _ head: JournalHead?, _ visitor: Visitor
    ) throws(RecordsError) -> JournalPass<Visitor> {
      var pass = JournalPass(device: device, after: head, visitor: visitor)
      try pass.run { offset, limit throws(RecordsError) in
        try file.read(from: offset, limit: limit)
      }
      return pass
    }
    let first = try once(known, visitor)
    guard first.extent.tornBytes > 0 || first.extent.problem != nil else {
      return (first.extent, first.visitor)
    }
    try file.lock()
    defer { file.unlock() }
    let rest = try once(first.extent.head, first.visitor)
    var extent = rest.extent
    extent.header = first.extent.header ?? rest.extent.header
    extent.records += first.extent.records
    return (extent, rest.visitor)
  }

  /// Tells whether the journal still holds the record of `head`.
  func holds(_ head: JournalHead) throws(RecordsError) -> Bool {
    try Self.holds(head, in: PosixFile(path, .read))
  }

  private static func holds(_ head: JournalHead, in file: PosixFile) throws(RecordsError) -> Bool {
    guard try file.size() >= head.end else { return false }
    return try file.read(from: head.lineStart, limit: JournalLine.hashLength)
      .elementsEqual(head.hash.utf8)
  }

  /// What an append gave.
  struct Appended {
    /// The facts as they stand in the journal.
    var records: [RecordedFact]
    /// The new end.
    var head: JournalHead
    /// The bytes of an unfinished write that were moved aside.
    var repairedBytes: Int
    /// Makes the salt of a record about a person; `nil` for none.
    var salt: (() -> String)?

    /// Takes one more fact in and returns its line.
    mutating func add(_ fact: Fact, time: String, more: Int) throws(RecordsError) -> [UInt8] {
      let envelope = JournalEnvelope(
        seq: head.seq + 1, time: time, more: more > 0 ? more : nil,
        salt: fact.kind == .personDescribed ? salt?() : nil, fact: fact)
      let line = JournalLine.sealed(try CanonicalJSON.bytes(envelope), after: head.hash)
      head = JournalHead(
        device: head.device, seq: envelope.seq, lineStart: head.end,
        end: head.end + line.bytes.count, hash: line.hash,
        time: max(head.time, Timestamp.normal(time)))
      records.append(
        RecordedFact(
          device: head.device, seq: envelope.seq, time: time, orderTime: head.time, fact: fact,
          hash: line.hash))
      return line.bytes
    }
  }

  /// Adds facts and returns only when they are on the disk; all of them count, or none.
  ///
  /// Other processes may write to the same journal; the lock orders them. A write that was cut
  /// short, and so never acknowledged, is moved to the file `….torn` beside the journal first.
  ///
  /// - Parameters:
  ///   - facts: What happened, at least one.
  ///   - time: When, as a valid timestamp.
  ///   - known: A head that was read before, to read less; `nil` reads all.
  ///   - salt: Makes the salt of a record about a person; `nil` for none.
  ///   - seal: Makes a fact about the head that the facts make, such as its signature; it is
  ///     written with them, and stays out where a crash cut it short.
  /// - Returns: The facts as recorded, the seal last, or `nil` where the journal is damaged and must
  ///   not grow.
  /// - Throws: What the disk said; then nothing was added.
  func append(
    _ facts: [Fact], time: String, after known: JournalHead?, salt: (() -> String)? = nil,
    seal: ((JournalHead) throws(RecordsError) -> Fact)? = nil
  ) throws(RecordsError) -> Appended? {
    let file = try PosixFile(path, .update)
    try file.lock()
    defer { file.unlock() }
    let reading: JournalReading
    if let known {
      guard try Self.holds(known, in: file) else { return nil }
      reading = JournalReading(try file.read(from: known.end), device: device, after: known)
    } else {
      reading = JournalReading(try file.read(from: 0), device: device)
    }
    guard reading.problem == nil, let head = reading.head else { return nil }
    if reading.tornBytes > 0 { try moveAside(file, from: head.end) }
    var appended = Appended(
      records: [], head: head, repairedBytes: reading.tornBytes, salt: salt)
    var bytes: [UInt8] = []
    for (index, fact) in facts.enumerated() {
      bytes += try appended.add(fact, time: time, more: facts.count - 1 - index)
    }
    if let seal { bytes += try appended.add(try seal(appended.head), time: time, more: 0) }
    do throws(RecordsError) {
      try file.write(bytes, at: head.end)
      try file.sync()
    } catch {
      try? file.truncate(to: head.end)
      throw error
    }
    return appended
  }

  func moveAside(_ file: PosixFile, from end: Int) throws(RecordsError) {
    let torn = try PosixFile(path + ".torn", .create)
    try torn.write(try file.read(from: end) + [0x0A], at: try torn.size())
    try torn.sync()
    try file.truncate(to: end)
    try file.sync()
  }
}
