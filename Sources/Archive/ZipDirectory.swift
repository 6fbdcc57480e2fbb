/// The records at the end of an archive that say what is in it (APPNOTE 4.3.12 and 4.3.16).
///
/// libzip reads them too, but shows names only up to their first NUL and makes room for as many
/// entries as an archive claims to have. So they are read here first, and strictly: what two
/// readers could read in two ways is refused.
struct ZipDirectory {
  /// One entry, as the directory describes it.
  struct Record {
    var flags: Int
    var method: Int
    var compressedSize: Int
    var size: Int
    var name: [UInt8]
    var attributes: Int
    /// Where its local header begins.
    var offset: Int

    var isEncrypted: Bool { flags & 0x2041 != 0 }
    var isFolder: Bool { name.last == UInt8(ascii: "/") }
    /// The kind of file by its Unix mode: 0 where the archive says none.
    var kind: Int { (attributes >> 16) & 0o170000 }
  }

  /// Why an archive is refused before its entries are looked at.
  enum Failure: Error {
    case broken
    case tooMany(Int)
    case tooLarge
  }

  let records: [Record]

  init(_ bytes: [UInt8], limits: ZipLimits) throws(Failure) {
    let reader = ByteReader(bytes: bytes)
    guard let end = Self.endRecord(reader) else { throw .broken }
    // With a locator of ZIP64 the sizes and counts are elsewhere; such archives exceed any limit.
    if end >= 20, reader.number(end - 20, 4) == 0x0706_4B50 {
      let record = reader.number(end - 12, 8) ?? -1
      if let count = reader.number(record, 4) == 0x0606_4B50 ? reader.number(record + 32, 8) : nil,
        count > limits.entries
      {
        throw .tooMany(count)
      }
      throw .tooLarge
    }
    guard let disk = reader.number(end + 4, 4), disk == 0,
      let onDisk = reader.number(end + 8, 2), let count = reader.number(end + 10, 2),
      let size = reader.number(end + 12, 4), let start = reader.number(end + 16, 4),
      onDisk == count, start + size == end
    else { throw .broken }
    guard count <= limits.entries else { throw .tooMany(count) }
    var records: [Record] = []
    var at = start
    for _ in 0..<count {
      guard let (record, next) = Self.record(reader, at), next <= end else { throw .broken }
      records.append(record)
      at = next
    }
    guard at == end, Self.areApart(records, reader, before: start) else { throw .broken }
    self.records = records
  }

  /// Where the end record begins; its comment has to end where the file ends.
  private static func endRecord(_ reader: ByteReader) -> Int? {
    let last = reader.bytes.count - 22
    guard last >= 0 else { return nil }
    return stride(from: last, through: max(0, last - 0xFFFF), by: -1).first { at in
      reader.number(at, 4) == 0x0605_4B50 && reader.number(at + 20, 2) == last - at
    }
  }

  private static func record(_ reader: ByteReader, _ at: Int) -> (Record, next: Int)? {
    guard reader.number(at, 4) == 0x0201_4B50, let flags = reader.number(at + 8, 2),
      let method = reader.number(at + 10, 2), let compressed = reader.number(at + 20, 4),
      let size = reader.number(at + 24, 4), let name = reader.number(at + 28, 2),
      let extra = reader.number(at + 30, 2), let comment = reader.number(at + 32, 2),
      let attributes = reader.number(at + 38, 4), let offset = reader.number(at + 42, 4),
      let letters = reader.slice(at + 46, name)
    else { return nil }
    let record = Record(
      flags: flags, method: method, compressedSize: compressed, size: size, name: letters,
      attributes: attributes, offset: offset)
    return (record, at + 46 + name + extra + comment)
  }

  /// Tells whether each entry has a local header of the same name, and bytes of its own.
  private static func areApart(_ records: [Record], _ reader: ByteReader, before end: Int) -> Bool {
    var free = 0
    for record in records.sorted(by: { $0.offset < $1.offset }) {
      let at = record.offset
      guard at >= free, reader.number(at, 4) == 0x0403_4B50,
        let name = reader.number(at + 26, 2), let extra = reader.number(at + 28, 2),
        reader.slice(at + 30, name) == record.name
      else { return false }
      free = at + 30 + name + extra + record.compressedSize
      guard free <= end else { return false }
    }
    return true
  }
}

/// Reads numbers out of bytes, lowest byte first, and nothing beyond their end.
struct ByteReader {
  let bytes: [UInt8]

  func number(_ at: Int, _ count: Int) -> Int? {
    slice(at, count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func slice(_ at: Int, _ count: Int) -> [UInt8]? {
    guard at >= 0, count >= 0, at <= bytes.count, count <= bytes.count - at else { return nil }
    return Array(bytes[at..<(at + count)])
  }
}
