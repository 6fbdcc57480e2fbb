import Glibc

/// Facts that are to be written together and are too many to be held in memory.
///
/// They wait in a file without a name, which vanishes with the process; the journal is touched only
/// when all of them are known.
final class JournalSpool {
  private let file: PosixFile
  private var buffer: [UInt8] = []
  private var size = 0
  private static let aboutPerson = UInt8(ascii: "p")
  private static let other = UInt8(ascii: " ")
  /// How many facts wait.
  private(set) var count = 0
  /// Whether one of them asks for a signature.
  private(set) var asksForSignature = false

  /// Makes an empty spool in a folder.
  init(folder: String) throws(RecordsError) {
    let path = "\(folder)/spool-\(getpid())"
    file = try PosixFile(path, .create)
    try PosixFile.remove(path)
    try file.truncate(to: 0)
  }

  /// Adds a fact.
  func add(_ fact: Fact) throws(RecordsError) {
    // A record about a person gets a salt when it is written.
    buffer.append(fact.kind == .personDescribed ? Self.aboutPerson : Self.other)
    var isWritten = false
    if case .rowImported(let row) = fact { isWritten = FastFactWriting.append(row, to: &buffer) }
    if !isWritten { buffer += try CanonicalJSON.bytes(fact) }
    buffer.append(0x0A)
    count += 1
    asksForSignature = asksForSignature || fact.asksForSignature
    if buffer.count >= 1 << 20 { try flush() }
  }

  private func flush() throws(RecordsError) {
    try file.write(buffer, at: size)
    size += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with the JSON of each fact, in order, and whether it is about a person.
  func forEach(
    _ body: (UnsafeBufferPointer<UInt8>, Bool) throws(RecordsError) -> Void
  ) throws(RecordsError) {
    try flush()
    var place = 0
    var rest: [UInt8] = []
    while place < size {
      let more = try file.read(from: place, limit: max(1 << 20, rest.count))
      place += more.count
      if more.isEmpty { break }
      let bytes = rest.isEmpty ? more : rest + more
      let used = try bytes.withUnsafeBufferPointer { bytes throws(RecordsError) -> Int in
        var start = 0
        while let end = ByteSearch.first(0x0A, in: bytes, from: start) {
          try body(
            UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end]),
            bytes[start] == Self.aboutPerson)
          start = end + 1
        }
        return start
      }
      rest = Array(bytes[used...])
    }
  }
}

extension Journal {
  /// Adds the facts of a spool as `append(_:time:after:seal:)` adds facts in memory; the result
  /// names no records.
  func append(
    _ spool: JournalSpool, time: String, after known: JournalHead?,
    salt: (() -> String)? = nil, seal: ((JournalHead) throws(RecordsError) -> Fact)? = nil
  ) throws(RecordsError) -> Appended? {
    let file = try PosixFile(path, .update)
    try file.lock()
    defer { file.unlock() }
    guard let end = try self.end(of: file, after: known) else { return nil }
    if end.tornBytes > 0 { try moveAside(file, from: end.head.end) }
    var appended = Appended(records: [], head: end.head, repairedBytes: end.tornBytes, salt: nil)
    do throws(RecordsError) {
      var buffer: [UInt8] = []
      var place = end.head.end
      var left = spool.count
      try spool.forEach { json, isAboutPerson throws(RecordsError) in
        left -= 1
        appended.head = Self.add(
          json, to: &buffer, after: appended.head, time: time, more: left,
          salt: isAboutPerson ? salt?() : nil)
        if buffer.count >= 1 << 20 {
          try file.write(buffer, at: place)
          place += buffer.count
          buffer.removeAll(keepingCapacity: true)
        }
      }
      if let seal { buffer += try appended.add(try seal(appended.head), time: time, more: 0) }
      appended.records = []
      try file.write(buffer, at: place)
      try file.sync()
    } catch {
      try? file.truncate(to: end.head.end)
      throw error
    }
    return appended
  }

  /// The head after the line of one fact, which is added to `bytes`.
  private static func add(
    _ json: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], after head: JournalHead,
    time: String, more: Int, salt: String?
  ) -> JournalHead {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0x20, count: JournalLine.hashLength + 1))
    let record = bytes.count
    FastFactWriting.add(#"{"fact":"#, to: &bytes)
    bytes.append(contentsOf: json)
    FastFactWriting.finish(
      seq: head.seq + 1, time: time, more: more, salt: salt, to: &bytes)
    let hash = bytes.withUnsafeBufferPointer { all in
      JournalLine.digits(
        UnsafeBufferPointer(rebasing: all[record...]), after: Array(head.hash.utf8))
    }
    bytes.replaceSubrange(start..<start + hash.count, with: hash)
    bytes.append(0x0A)
    return JournalHead(
      device: head.device, seq: head.seq + 1, lineStart: head.end,
      end: head.end + bytes.count - start, hash: String(decoding: hash, as: UTF8.self),
      time: max(head.time, Timestamp.normal(time)))
  }

  /// The end of the whole part of a journal and what is torn after it; `nil` where it is damaged.
  private func end(
    of file: PosixFile, after known: JournalHead?
  ) throws(RecordsError) -> (head: JournalHead, tornBytes: Int)? {
    if let known, try !holds(known) { return nil }
    var pass = JournalPass(device: device, after: known, visitor: NoVisitor())
    try pass.run { offset, limit throws(RecordsError) in
      try file.read(from: offset, limit: limit)
    }
    guard pass.extent.problem == nil, let head = pass.extent.head else { return nil }
    return (head, pass.extent.tornBytes)
  }
}

/// Looks at nothing.
struct NoVisitor: JournalVisitor {
  func begin() {}
  func take(_ record: RecordedFact) {}
  func end() {}
  func drop() {}
}
