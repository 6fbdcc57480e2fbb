/// A file in an archive.
package struct ArchiveEntry: Sendable, Hashable {
  /// The path from the archive's root, with `/` between folders.
  package let path: String
  /// What the file holds.
  package let bytes: [UInt8]

  /// Creates a file.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Which paths an archive may hold.
enum ArchivePath {
  /// Tells whether a path stays below the folder it is unpacked in, on every system.
  ///
  /// Refused are: nothing; a root or a drive at the start; backslashes, which Windows reads as
  /// slashes; `.`, `..` and empty parts; control characters; more than 1024 bytes.
  static func isSafe(_ path: String) -> Bool {
    // Bytes are looked at, for a sign with a mark that combines with it is another character.
    let bytes = Array(path.utf8)
    guard !bytes.isEmpty, bytes.count <= 1024, !bytes.contains(UInt8(ascii: "\\")),
      !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }),
      bytes.count < 2 || bytes[1] != UInt8(ascii: ":")
    else { return false }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
  }
}

/// Finds paths that would meet on a disk.
///
/// Some systems do not tell capitals from small letters, or composed letters from decomposed ones
/// (which Swift's strings do not tell apart either); and no path can be a file and a folder.
struct ArchivePaths {
  private var files: Set<String> = []
  private var folders: Set<String> = []

  /// Adds the path of a file, or of a folder, and tells whether it meets no other.
  mutating func insert(_ path: String, isFolder: Bool = false) -> Bool {
    let parts = path.lowercased().utf8.split(separator: UInt8(ascii: "/")).map {
      String(decoding: $0, as: UTF8.self)
    }
    var folder = ""
    for part in isFolder ? parts[...] : parts.dropLast() {
      folder += "/\(part)"
      if files.contains(folder) { return false }
      folders.insert(folder)
    }
    if isFolder { return true }
    let file = "\(folder)/\(parts.last ?? "")"
    return !folders.contains(file) && files.insert(file).inserted
  }
}
