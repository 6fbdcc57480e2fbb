@testable import Inspection

/// A ZIP archive made by hand, each field of which may lie.
struct ForgedZip {
  /// One entry: what its two headers say, and what its bytes are.
  struct Entry {
    var name: [UInt8]
    var bytes: [UInt8]
    var method = 0
    var flags = 0x0800
    /// The size that the directory gives, where it is not that of the bytes.
    var claimedSize: Int?
    var claimedPacked: Int?
    var checksum: Int?
    /// The Unix mode, such as 0o120777 for a link.
    var mode = 0o100644

    init(_ name: String, _ text: String = "", mode: Int = 0o100644) {
      self.name = Array(name.utf8)
      bytes = Array(text.utf8)
      self.mode = mode
    }

    init(name: [UInt8], bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  var entries: [Entry]
  /// The number of entries that the end record gives, where it is not the true one.
  var claimedCount: Int?
  /// Whether there is a record of ZIP64 with the count.
  var isZip64 = false

  init(_ entries: [Entry]) { self.entries = entries }

  var bytes: [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    func put(_ value: Int, _ count: Int, _ bytes: inout [UInt8]) {
      for index in 0..<count { bytes.append(UInt8((value >> (8 * index)) & 0xFF)) }
    }
    for entry in entries {
      let offset = result.count
      let checksum = entry.checksum ?? Self.checksum(entry.bytes)
      let size = entry.claimedSize ?? entry.bytes.count
      let packed = entry.claimedPacked ?? entry.bytes.count
      func common(_ bytes: inout [UInt8]) {
        put(20, 2, &bytes)
        put(entry.flags, 2, &bytes)
        put(entry.method, 2, &bytes)
        put(0x5A21_0000, 4, &bytes)
        put(checksum, 4, &bytes)
        put(packed, 4, &bytes)
        put(size, 4, &bytes)
        put(entry.name.count, 2, &bytes)
        put(0, 2, &bytes)
      }
      put(0x0403_4B50, 4, &result)
      common(&result)
      result += entry.name + entry.bytes
      put(0x0201_4B50, 4, &directory)
      put(0x0314, 2, &directory)
      common(&directory)
      put(0, 2, &directory)
      put(0, 2, &directory)
      put(0, 2, &directory)
      put(entry.mode << 16, 4, &directory)
      put(offset, 4, &directory)
      directory += entry.name
    }
    let start = result.count
    let size = directory.count
    result += directory
    let count = claimedCount ?? entries.count
    if isZip64 {
      let record = result.count
      put(0x0606_4B50, 4, &result)
      put(44, 8, &result)
      put(45, 2, &result)
      put(45, 2, &result)
      put(0, 8, &result)
      put(count, 8, &result)
      put(count, 8, &result)
      put(size, 8, &result)
      put(start, 8, &result)
      put(0x0706_4B50, 4, &result)
      put(0, 4, &result)
      put(record, 8, &result)
      put(1, 4, &result)
    }
    put(0x0605_4B50, 4, &result)
    put(0, 4, &result)
    put(isZip64 ? 0xFFFF : count, 2, &result)
    put(isZip64 ? 0xFFFF : count, 2, &result)
    put(size, 4, &result)
    put(start, 4, &result)
    put(0, 2, &result)
    return result
  }

  /// The report about the archive.
  var report: InspectionReport { Inspection.inspect(.archive(bytes, name: "forged.zip")) }

  /// CRC-32 as ZIP has it.
  static func checksum(_ bytes: [UInt8]) -> Int {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return Int(value ^ 0xFFFF_FFFF)
  }
}
