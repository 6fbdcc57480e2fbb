/// Hashes that are the same on every machine and in every run; not for security.
package enum StableHash {
  /// Returns the 32-bit FNV-1a hash of the UTF-8 bytes of `text`; the page runtime computes the same.
  ///
  /// Source: Fowler, Noll, Vo; offset basis 2166136261, prime 16777619.
  package static func fnv32(_ text: String) -> UInt32 {
    text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  /// Returns the 64-bit FNV-1a hash of the UTF-8 bytes of `text`.
  ///
  /// Source: Fowler, Noll, Vo; offset basis 14695981039346656037, prime 1099511628211.
  package static func fnv64(_ text: String) -> UInt64 {
    text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  /// Returns the 64-bit hash as 16 lower-case hexadecimal digits.
  package static func hex64(_ text: String) -> String {
    let digits = String(fnv64(text), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
