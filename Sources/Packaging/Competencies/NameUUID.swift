/// UUIDs made from names, so that the same thing has the same UUID on every machine and for ever.
enum NameUUID {
  /// The namespace of Sala's names, drawn once.
  static let namespace: [UInt8] = [
    0x5A, 0x61, 0x6C, 0x61, 0x3B, 0xF4, 0x4D, 0x0E, 0x9C, 0x27, 0x61, 0xD8, 0x04, 0x95, 0xB3, 0x7E,
  ]

  /// Returns the UUID of a name as 32 small hexadecimal digits in the form 8-4-4-4-12.
  ///
  /// It is of version 5 (RFC 9562, 5.5), because CASE 1.1 knows the versions 1 to 5 alone.
  static func text(_ name: String, namespace: [UInt8] = Self.namespace) -> String {
    var bytes = Array(SHA1.digest(namespace + Array(name.utf8)).prefix(16))
    bytes[6] = 0x50 | bytes[6] & 0x0F
    bytes[8] = 0x80 | bytes[8] & 0x3F
    let digits = bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count < 2 ? "0\(text)" : text
    }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
      .joined(separator: "-")
  }

  /// Returns the UUID of a name as a URN (RFC 9562, 4).
  static func urn(_ name: String) -> String { "urn:uuid:\(text(name))" }
}

/// The hash that UUIDs of version 5 are made with; not for security.
enum SHA1 {
  /// Returns the 20 bytes of the hash (FIPS 180-4, 6.1).
  static func digest(_ message: [UInt8]) -> [UInt8] {
    var hash: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var bytes = message + [0x80]
    bytes += Array(repeating: 0, count: (120 - bytes.count % 64) % 64)
    let bits = UInt64(message.count) * 8
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    for start in stride(from: 0, to: bytes.count, by: 64) {
      add(bytes[start..<start + 64], to: &hash)
    }
    return hash.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }

  private static func add(_ block: ArraySlice<UInt8>, to hash: inout [UInt32]) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
      block[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for place in 16..<80 {
      words.append(
        rotated(words[place - 3] ^ words[place - 8] ^ words[place - 14] ^ words[place - 16], by: 1))
    }
    var (a, b, c, d, e) = (hash[0], hash[1], hash[2], hash[3], hash[4])
    for (place, word) in words.enumerated() {
      let (mixed, constant): (UInt32, UInt32) =
        switch place {
        case 0..<20: ((b & c) | (~b & d), 0x5A82_7999)
        case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case 40..<60: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let next = rotated(a, by: 5) &+ mixed &+ e &+ constant &+ word
      (a, b, c, d, e) = (next, a, rotated(b, by: 30), c, d)
    }
    for (place, word) in [a, b, c, d, e].enumerated() { hash[place] &+= word }
  }

  private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}

/// The names of a competency framework's parts, from which their UUIDs are made.
enum FrameworkName {
  /// The framework as a whole.
  static func document(_ curriculum: String) -> String { "\(curriculum)/framework" }

  /// A competency.
  static func competency(_ id: String, in curriculum: String) -> String {
    "\(curriculum)/competency/\(id)"
  }

  /// A learning outcome.
  static func outcome(_ id: String, in curriculum: String) -> String {
    "\(curriculum)/outcome/\(id)"
  }

  /// What joins a part to the whole that it belongs to.
  static func parent(of part: String) -> String { "\(part)/parent" }

  /// A kind of statements, such as `competency`.
  static func type(_ name: String, in curriculum: String) -> String {
    "\(curriculum)/type/\(name)"
  }
}
