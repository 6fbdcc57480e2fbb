/// A fact that says that somebody is to be forgotten, and where it stands.
struct Tombstone: Sendable, Hashable {
  var device: String
  var seq: Int
  var record: TombstoneRecord
}

/// Which lines of journals may stand without their text, and by whose word.
struct Erasures {
  /// The codes of people who are to be forgotten.
  private(set) var codes: Set<String> = []
  private var words: [ErasedRecord: [Tombstone]] = [:]

  init(_ tombstones: [Tombstone] = []) {
    for tombstone in tombstones { add(tombstone) }
  }

  mutating func add(_ tombstone: Tombstone) {
    codes.insert(tombstone.record.code)
    for erased in tombstone.record.erased ?? [] { words[erased, default: []].append(tombstone) }
  }

  mutating func add(_ other: Erasures) {
    codes.formUnion(other.codes)
    words.merge(other.words) { $0 + $1 }
  }

  mutating func add(_ reading: JournalReading) {
    for record in reading.records {
      guard case .personForgotten(let tombstone) = record.fact else { continue }
      add(Tombstone(device: record.device, seq: record.seq, record: tombstone))
    }
  }

  /// The lines that are named, by device.
  var named: [String: Set<Int>] {
    var named: [String: Set<Int>] = [:]
    for line in words.keys { named[line.device, default: []].insert(line.seq) }
    return named
  }

  /// The code for whose sake a line is named; `nil` where it is not.
  func code(of line: ErasedRecord) -> String? { words[line]?.first?.record.code }

  /// Returns the first erased record of a journal that no tombstone of its code names.
  func unnamed(in reading: JournalReading) -> RecordedFact? {
    reading.records.first { $0.isErased && tombstones(for: $0).isEmpty }
  }

  /// Returns the first erased record of the signed part of a journal that only unsigned tombstones
  /// name: whoever has no key must not take out what a key signed.
  ///
  /// - Parameters:
  ///   - reading: The journal.
  ///   - last: How far it is signed.
  ///   - signed: How far each journal with a tombstone is signed.
  /// - Returns: The record.
  func unsigned(
    in reading: JournalReading, through last: Int, signed: [String: Int]
  ) -> RecordedFact? {
    reading.records.first { record in
      record.isErased && record.seq <= last
        && !tombstones(for: record).contains { $0.seq <= signed[$0.device] ?? 0 }
    }
  }

  private func tombstones(for record: RecordedFact) -> [Tombstone] {
    guard case .personDescribed(let person) = record.fact else { return [] }
    let line = ErasedRecord(device: record.device, seq: record.seq, hash: record.hash)
    return (words[line] ?? []).filter { $0.record.code == person.code }
  }

  /// Returns the lines of a journal that are named and still have their text, with what takes
  /// their place.
  func pending(in bytes: [UInt8], device: String) -> [(offset: Int, line: [UInt8])] {
    guard let wanted = named[device] else { return [] }
    var found: [(Int, [UInt8])] = []
    var start = 0
    var seq = 0
    while start < bytes.count, let end = bytes[start...].firstIndex(of: 0x0A) {
      if wanted.contains(seq), end - start > JournalLine.hashLength {
        let hash = String(decoding: bytes[start..<start + JournalLine.hashLength], as: UTF8.self)
        let name = ErasedRecord(device: device, seq: seq, hash: hash)
        if let code = code(of: name), let line = ErasedLine.erasing(bytes[start..<end], code: code)
        {
          found.append((start, line))
        }
      }
      seq += 1
      start = end + 1
    }
    return found
  }

  /// Returns a journal without the text of the lines that are named.
  func applied(to bytes: [UInt8], device: String) -> [UInt8] {
    var bytes = bytes
    for (offset, line) in pending(in: bytes, device: device) {
      bytes.replaceSubrange(offset..<offset + line.count, with: line)
    }
    return bytes
  }

  /// Tells whether two lines are the same record, one of them perhaps without its text.
  static func isSame(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, seq: Int) -> Bool {
    if first.elementsEqual(second) { return true }
    let length = JournalLine.hashLength
    return first.count == second.count && first.prefix(length).elementsEqual(second.prefix(length))
      && (ErasedLine(first, seq: seq) != nil || ErasedLine(second, seq: seq) != nil)
  }
}
