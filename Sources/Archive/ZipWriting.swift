import CLibZip

/// The reason why an archive is not written.
package enum ArchiveError: Error, Sendable, Hashable {
  /// Two entries would meet on some disk: the same path, whatever its capitals, or a file where
  /// another entry needs a folder.
  case duplicatePath(String)
  /// A path leads out of the archive, or no system could hold it.
  case unsafePath(String)
  /// libzip gave up, with what it said.
  case library(String)
}

/// Writes ZIP archives.
package enum ZipWriting {
  /// Returns an archive whose bytes depend on the entries and their order alone.
  ///
  /// Every entry has the first moment that ZIP knows (1980-01-01 00:00, APPNOTE 4.4.6), whatever
  /// the clock and the time zone, the rights `rw-r--r--`, and deflate at level 9. Names are UTF-8
  /// (APPNOTE 4.4.4, bit 11).
  ///
  /// - Parameter entries: The files, in the order in which they shall stand in the archive.
  /// - Returns: The archive.
  /// - Throws: `ArchiveError`; then there is no archive.
  package static func archive(_ entries: [ArchiveEntry]) throws(ArchiveError) -> [UInt8] {
    var paths = ArchivePaths()
    for entry in entries {
      guard ArchivePath.isSafe(entry.path) else { throw .unsafePath(entry.path) }
      guard paths.insert(entry.path) else { throw .duplicatePath(entry.path) }
    }
    // libzip writes no file for an archive without entries; this is the end record alone.
    if entries.isEmpty { return [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18) }

    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw .library(words(&error))
    }
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      throw .library(words(&error))
    }
    zip_source_keep(target)
    guard entries.allSatisfy({ add($0, to: archive) }), zip_close(archive) == 0 else {
      let reason = String(cString: zip_strerror(archive))
      zip_discard(archive)
      throw .library(reason)
    }
    return try contents(of: target)
  }

  private static func add(_ entry: ArchiveEntry, to archive: OpaquePointer) -> Bool {
    // libzip reads the bytes when the archive is closed, so it gets a copy of its own to free; of
    // an empty buffer it frees nothing.
    let copy = entry.bytes.isEmpty ? nil : malloc(entry.bytes.count)
    if let copy {
      UnsafeMutableRawBufferPointer(start: copy, count: entry.bytes.count)
        .copyBytes(from: entry.bytes)
    } else if !entry.bytes.isEmpty {
      return false
    }
    guard let source = zip_source_buffer(archive, copy, UInt64(entry.bytes.count), 1) else {
      free(copy)
      return false
    }
    let index = zip_file_add(archive, entry.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    let at = UInt64(index)
    return zip_set_file_compression(archive, at, Int32(ZIP_CM_DEFLATE), 9) == 0
      && zip_file_set_dostime(archive, at, 0, 0x21, 0) == 0
      && zip_file_set_external_attributes(
        archive, at, 0, UInt8(ZIP_OPSYS_UNIX), 0o100644 << 16) == 0
  }

  private static func contents(of source: OpaquePointer) throws(ArchiveError) -> [UInt8] {
    var state = zip_stat_t()
    zip_stat_init(&state)
    guard zip_source_stat(source, &state) == 0, zip_source_open(source) == 0 else {
      throw .library(String(cString: zip_error_strerror(zip_source_error(source))))
    }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(clamping: state.size))
    let count = bytes.withUnsafeMutableBytes { buffer -> Int64 in
      guard let start = buffer.baseAddress else { return 0 }
      return zip_source_read(source, start, UInt64(buffer.count))
    }
    guard count == bytes.count else {
      throw .library(String(cString: zip_error_strerror(zip_source_error(source))))
    }
    return bytes
  }

  private static func words(_ error: inout zip_error_t) -> String {
    String(cString: zip_error_strerror(&error))
  }
}
