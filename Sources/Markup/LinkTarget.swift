/// Where links may lead.
enum LinkTarget {
  /// Tells whether a destination is `http`, `https` or `mailto`, a relative path or a fragment.
  ///
  /// Refused are: every other scheme; paths from the root and from the network (`/a`, `//a`), which
  /// lead out of a package; backslashes, which browsers read as slashes; spaces and control
  /// characters, which browsers pass over in a scheme (WHATWG URL Standard, 4.4); and nothing.
  static func isSafe(_ destination: String) -> Bool {
    let bytes = Array(destination.utf8)
    guard let first = bytes.first, first != UInt8(ascii: "/") else { return false }
    guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    else { return false }
    guard let end = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }),
      bytes[end] == UInt8(ascii: ":")
    else { return true }
    let scheme = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
    return ["http", "https", "mailto"].contains(scheme)
  }
}
