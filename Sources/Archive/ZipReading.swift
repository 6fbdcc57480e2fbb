import CLibZip
package import Text

/// How much an archive may make a reader do.
package struct ZipLimits: Sendable, Hashable {
  /// The most entries, folders counted.
  package var entries: Int
  /// The most bytes of one file.
  package var entryBytes: Int
  /// The most bytes of all files together.
  package var totalBytes: Int
  /// How many times larger than in the archive a file of more than 1 MiB may be.
  package var ratio: Int

  /// Creates limits.
  package init(
    entries: Int = 10_000, entryBytes: Int = 256 << 20, totalBytes: Int = 512 << 20,
    ratio: Int = 200
  ) {
    self.entries = entries
    self.entryBytes = entryBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
  }
}

/// Reads ZIP archives that anybody may have made.
package enum ZipReading {
  /// Returns the files of an archive in their order; with any error there are none.
  ///
  /// Everything is checked by the archive's directory before anything is unpacked, and unpacking
  /// stops where a file is larger than the directory says. Refused, as errors: `zip-broken` (no
  /// sound ZIP, entries that overlap, a wrong checksum), `zip-too-many`, `zip-too-large`,
  /// `zip-ratio`, `zip-path` (leads out of the archive), `zip-duplicate` (the same path but for
  /// capitals, or a file where a folder is), `zip-special` (a link or device), `zip-encrypted`,
  /// `zip-compression` (neither stored nor deflated), `zip-size` (not the size that the directory
  /// says). A warning: `zip-name` (a name that is not UTF-8). Folders are not returned.
  ///
  /// - Parameters:
  ///   - bytes: The archive.
  ///   - file: Its name, for the places of findings.
  ///   - limits: How much it may hold.
  /// - Returns: The files, and the findings.
  package static func entries(
    _ bytes: [UInt8], file: String, limits: ZipLimits = ZipLimits()
  ) -> ([ArchiveEntry], [Diagnostic]) {
    let place = SourceLocation(file: file)
    let directory: ZipDirectory
    do {
      directory = try ZipDirectory(bytes, limits: limits)
    } catch {
      return ([], [ArchiveMessages.failure(error, place, limits: limits)])
    }
    var reading = ZipUnpacking(place: place, limits: limits)
    bytes.withUnsafeBytes { reading.read($0, directory.records) }
    return reading.findings.hasErrors
      ? ([], reading.findings) : (reading.entries, reading.findings)
  }
}

/// One reading of an archive.
private struct ZipUnpacking {
  /// How many findings are listed.
  static let mostFindings = 100

  let place: SourceLocation
  let limits: ZipLimits
  var entries: [ArchiveEntry] = []
  var findings: [Diagnostic] = []

  mutating func read(_ bytes: UnsafeRawBufferPointer, _ records: [ZipDirectory.Record]) {
    guard
      let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil)
    else { return add(ArchiveMessages.broken(place)) }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      return add(ArchiveMessages.broken(place))
    }
    defer { zip_discard(archive) }
    guard zip_get_num_entries(archive, 0) == records.count else {
      return add(ArchiveMessages.broken(place))
    }
    let names = records.indices.map { name(of: records[$0], archive, $0) }
    check(records, names)
    if findings.hasErrors { return }
    for (index, record) in records.enumerated() where !record.isFolder {
      guard let bytes = unpack(archive, index, record, names[index]) else { return }
      entries.append(ArchiveEntry(path: names[index], bytes: bytes))
    }
  }

  /// The name as UTF-8, which it is, or libzip's guess from the code page of DOS (437).
  private mutating func name(
    of record: ZipDirectory.Record, _ archive: OpaquePointer, _ index: Int
  ) -> String {
    if let name = String(validating: record.name, as: UTF8.self) { return name }
    let guess = zip_get_name(archive, UInt64(index), 0).map { String(cString: $0) } ?? ""
    add(ArchiveMessages.nameEncoding(place, guess))
    // A NUL ends libzip's string, so what stands behind it would not be checked.
    return record.name.contains(0) ? "\0" : guess
  }

  private mutating func check(_ records: [ZipDirectory.Record], _ names: [String]) {
    var paths = ArchivePaths()
    var total = 0
    for (record, name) in zip(records, names) {
      let path = record.isFolder ? String(name.dropLast()) : name
      if !ArchivePath.isSafe(path) {
        add(ArchiveMessages.unsafePath(place, name))
      } else if !paths.insert(path, isFolder: record.isFolder) {
        add(ArchiveMessages.duplicate(place, name))
      }
      if ![0, 0o100000, 0o040000].contains(record.kind) {
        add(ArchiveMessages.special(place, name))
      }
      if record.isEncrypted { add(ArchiveMessages.encrypted(place, name)) }
      if ![0, 8].contains(record.method) { add(ArchiveMessages.compression(place, name)) }
      if record.size > limits.entryBytes || (record.isFolder && record.size > 0) {
        add(ArchiveMessages.tooLarge(place, name, limit: limits.entryBytes))
      } else if record.size > 1 << 20, record.size / max(1, record.compressedSize) > limits.ratio {
        add(ArchiveMessages.ratio(place, name, limit: limits.ratio))
      }
      total += record.size
    }
    if total > limits.totalBytes {
      add(ArchiveMessages.tooLarge(place, place.file, limit: limits.totalBytes))
    }
  }

  private mutating func unpack(
    _ archive: OpaquePointer, _ index: Int, _ record: ZipDirectory.Record, _ name: String
  ) -> [UInt8]? {
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else {
      add(ArchiveMessages.broken(place, name))
      return nil
    }
    defer { zip_fclose(file) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = chunk.withUnsafeMutableBytes { buffer -> Int64 in
        guard let start = buffer.baseAddress else { return -1 }
        return zip_fread(file, start, UInt64(buffer.count))
      }
      guard count >= 0 else {
        add(ArchiveMessages.broken(place, name))
        return nil
      }
      result += chunk.prefix(Int(count))
      if count == 0 || result.count > record.size { break }
    }
    guard result.count == record.size else {
      add(ArchiveMessages.size(place, name))
      return nil
    }
    return result
  }

  private mutating func add(_ finding: Diagnostic) {
    if findings.count < Self.mostFindings { findings.append(finding) }
  }
}
