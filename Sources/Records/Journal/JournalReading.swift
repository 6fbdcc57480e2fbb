/// The end of the part of a journal that is whole: where to go on reading or writing.
package struct JournalHead: Sendable, Hashable {
  /// The device.
  package var device: String
  /// The number of the last record; 0 is the header.
  package var seq: Int
  /// The byte where its line begins.
  package var lineStart: Int
  /// The byte after its line.
  package var end: Int
  /// The hash of its line.
  package var hash: String
  /// The latest time of any record so far: what the order of facts goes by.
  package var time: String
}

/// A fact with where and when it was written.
package struct RecordedFact: Sendable, Hashable {
  /// The device.
  package var device: String
  /// Its number in the journal of the device, from 1 on.
  package var seq: Int
  /// When it was written, by the device's clock.
  package var time: String
  /// The latest time in the journal up to here: a clock that was set back changes no order.
  package var orderTime: String
  /// What happened.
  package var fact: Fact
  /// The hash of its line.
  var hash: String
  /// Whether what it said of a person was erased; only the code is left.
  var isErased = false

  /// The identity of the fact: `<device>-<seq>`.
  package var id: String { "\(device)-\(seq)" }

  /// A text by which all facts of all devices have one order, the same wherever they are merged.
  var order: String {
    let digits = String(seq)
    return orderTime + "|" + device + "|"
      + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }
}

/// Why a journal cannot be read on.
enum JournalProblem: Sendable, Hashable {
  /// A line does not agree with its hash, or is no record.
  case damaged(line: Int)
  /// Its format is newer than this Sala.
  case newerFormat(Int)
  /// It holds a kind of fact that this Sala does not know.
  case unknownKind(String, line: Int)
  /// Its header names another device than its file name.
  case otherDevice(String)
}

/// What a pass over a journal found.
struct JournalReading: Sendable {
  /// The header; `nil` where it was not read because the pass began later, or cannot be read.
  var header: JournalHeader?
  /// The whole records, in order.
  var records: [RecordedFact] = []
  /// The end of the whole part; `nil` where not even the header is whole.
  var head: JournalHead?
  /// How many bytes at the end belong to a write that was never finished.
  var tornBytes = 0
  /// Why reading stopped; `nil` at the end of the file.
  var problem: JournalProblem?

  /// Reads and verifies `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: The journal from the end of `head` on, or all of it.
  ///   - device: The device that the file name says.
  ///   - head: What was read before; `nil` begins with the header.
  init(_ bytes: [UInt8], device: String, after head: JournalHead? = nil) {
    self.head = head
    let base = head?.end ?? 0
    var current = head
    var batch: [RecordedFact] = []
    var start = 0
    while start < bytes.count, let end = bytes[start...].firstIndex(of: 0x0A) {
      let line = (current?.seq ?? -1) + 2
      guard
        let (json, hash) = JournalLine.opened(
          bytes[start..<end], after: current?.hash ?? JournalLine.noHash)
      else {
        if let previous = current, let erased = ErasedLine(bytes[start..<end], seq: line - 1) {
          let next = JournalHead(
            device: device, seq: line - 1, lineStart: base + start, end: base + end + 1,
            hash: erased.hash, time: max(previous.time, Timestamp.normal(erased.time)))
          start = end + 1
          current = next
          batch.append(erased.recorded(next))
          if erased.more <= 0 {
            records += batch
            batch = []
            self.head = next
          }
          continue
        }
        problem = .damaged(line: line)
        return
      }
      var next = JournalHead(
        device: device, seq: line - 1, lineStart: base + start, end: base + end + 1, hash: hash,
        time: "")
      start = end + 1
      guard let previous = current else {
        guard let header = readHeader(json, device: device) else { return }
        next.time = Timestamp.normal(header.created)
        self.header = header
        self.head = next
        current = next
        continue
      }
      guard let envelope = readEnvelope(json, line: line) else { return }
      guard envelope.seq == next.seq, Timestamp.isValid(envelope.time) else {
        problem = .damaged(line: line)
        return
      }
      next.time = max(previous.time, Timestamp.normal(envelope.time))
      current = next
      batch.append(
        RecordedFact(
          device: device, seq: next.seq, time: envelope.time, orderTime: next.time,
          fact: envelope.fact, hash: hash))
      if (envelope.more ?? 0) <= 0 {
        records += batch
        batch = []
        self.head = next
      }
    }
    finish(bytes, rest: start, current: current, base: base)
  }

  /// Decides what the bytes after the last line end are: a write cut short, or damage.
  ///
  /// A write cut short leaves the beginning of a line. A last line that would be right without
  /// its last byte lost its line end to damage.
  private mutating func finish(
    _ bytes: [UInt8], rest: Int, current: JournalHead?, base: Int
  ) {
    let tail = bytes[rest...]
    let previous = current?.hash ?? JournalLine.noHash
    if tail.count > 1, JournalLine.opened(tail.dropLast(), after: previous) != nil {
      problem = .damaged(line: (current?.seq ?? -1) + 2)
      return
    }
    tornBytes = base + bytes.count - (head?.end ?? 0)
    if head == nil { problem = .damaged(line: 1) }
  }

  private mutating func readHeader(
    _ json: ArraySlice<UInt8>, device: String
  ) -> JournalHeader? {
    struct Format: Decodable { var format: Int }
    if let format = try? CanonicalJSON.value(Format.self, from: json).format,
      format > JournalHeader.format
    {
      problem = .newerFormat(format)
      return nil
    }
    guard let header = try? CanonicalJSON.value(JournalHeader.self, from: json),
      header.kind == JournalHeader.kind, Timestamp.isValid(header.created)
    else {
      problem = .damaged(line: 1)
      return nil
    }
    guard header.device == device else {
      problem = .otherDevice(header.device)
      return nil
    }
    return header
  }

  private mutating func readEnvelope(
    _ json: ArraySlice<UInt8>, line: Int
  ) -> JournalEnvelope? {
    do {
      return try CanonicalJSON.value(JournalEnvelope.self, from: json)
    } catch let unknown as UnknownFactKind {
      problem = .unknownKind(unknown.kind, line: line)
    } catch {
      problem = .damaged(line: line)
    }
    return nil
  }
}
