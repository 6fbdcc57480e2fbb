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

/// What a pass over a journal found, with all its records.
struct JournalReading: Sendable {
  /// How far it is whole.
  let extent: JournalExtent
  /// The whole records, in order.
  let records: [RecordedFact]

  /// The header; `nil` where it was not read because the pass began later, or cannot be read.
  var header: JournalHeader? { extent.header }
  /// The end of the whole part; `nil` where not even the header is whole.
  var head: JournalHead? { extent.head }
  /// How many bytes at the end belong to a write that was never finished.
  var tornBytes: Int { extent.tornBytes }
  /// Why reading stopped; `nil` at the end of the file.
  var problem: JournalProblem? { extent.problem }

  init(_ extent: JournalExtent, records: [RecordedFact]) {
    self.extent = extent
    self.records = records
  }

  /// Reads and verifies `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: The journal from the end of `head` on, or all of it.
  ///   - device: The device that the file name says.
  ///   - head: What was read before; `nil` begins with the header.
  init(_ bytes: [UInt8], device: String, after head: JournalHead? = nil) {
    var pass = JournalPass(device: device, after: head, visitor: RecordCollector())
    let base = head?.end ?? 0
    // Neither bytes in memory nor the collector can fail.
    try? pass.run { offset, _ in offset == base ? bytes : [] }
    extent = pass.extent
    records = pass.visitor.records
  }
}
