import Glibc

/// An open file, for what Foundation does not give: locks, durable writes, writes at a place.
///
/// Every call that can be interrupted by a signal is repeated.
final class PosixFile {
  fileprivate let descriptor: Int32
  private let path: String

  /// How a file is opened.
  enum Mode {
    /// To read; it must exist.
    case read
    /// To read and write; it must exist.
    case update
    /// To read and write; created with permissions 0600 where it is missing.
    case create
  }

  init(_ path: String, _ mode: Mode) throws(RecordsError) {
    let flags =
      switch mode {
      case .read: O_RDONLY
      case .update: O_RDWR
      case .create: O_RDWR | O_CREAT
      }
    self.path = path
    descriptor = Self.repeated { Glibc.open(path, flags | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit {
    _ = Glibc.close(descriptor)
  }

  /// Waits for the only lock on the file; it is given back when the file is closed, even by a kill.
  func lock() throws(RecordsError) {
    guard Self.repeated({ flock(descriptor, LOCK_EX) }) == 0 else { throw Self.failure(path) }
  }

  /// Gives the lock back.
  func unlock() {
    _ = flock(descriptor, LOCK_UN)
  }

  func size() throws(RecordsError) -> Int {
    let end = lseek(descriptor, 0, SEEK_END)
    guard end >= 0 else { throw Self.failure(path) }
    return Int(end)
  }

  /// Returns the bytes from `offset` on, at most `limit` of them.
  func read(from offset: Int, limit: Int = .max) throws(RecordsError) -> [UInt8] {
    let count = min(limit, max(0, (try size()) - offset))
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        Self.repeated {
          pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, offset + done)
        }
      }
      guard got >= 0 else { throw Self.failure(path) }
      if got == 0 { break }
      done += got
    }
    return Array(bytes.prefix(done))
  }

  /// Writes all bytes at `offset`.
  func write(_ bytes: [UInt8], at offset: Int) throws(RecordsError) {
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        Self.repeated {
          pwrite(
            descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done, offset + done)
        }
      }
      guard put > 0 else { throw Self.failure(path) }
      done += put
    }
  }

  func truncate(to size: Int) throws(RecordsError) {
    guard Self.repeated({ ftruncate(descriptor, size) }) == 0 else { throw Self.failure(path) }
  }

  /// Waits until the bytes are on the disk.
  func sync() throws(RecordsError) {
    guard Self.repeated({ fdatasync(descriptor) }) == 0 else { throw Self.failure(path) }
  }

  /// Waits until the names in a folder are on the disk.
  static func syncFolder(_ path: String) throws(RecordsError) {
    let folder = repeated { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard folder >= 0 else { throw failure(path) }
    defer { _ = Glibc.close(folder) }
    guard repeated({ fsync(folder) }) == 0 else { throw failure(path) }
  }

  /// Makes a folder, and those above it, with permissions 0700, where they are missing.
  static func makeFolder(_ path: String) throws(RecordsError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw failure(path)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
  }

  /// Puts a whole file in place at once, with permissions 0600: whoever looks sees the old one or
  /// the new one.
  static func replace(_ path: String, with bytes: [UInt8]) throws(RecordsError) {
    let temporary = path + ".new"
    do {
      let file = try PosixFile(temporary, .create)
      // One that a crash left behind may have been anybody's.
      guard repeated({ fchmod(file.descriptor, 0o600) }) == 0 else { throw failure(temporary) }
      try file.truncate(to: 0)
      try file.write(bytes, at: 0)
      try file.sync()
    }
    guard rename(temporary, path) == 0 else { throw failure(path) }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try syncFolder(folder.isEmpty ? "/" : folder)
  }

  /// Tells whether anybody but its owner may read or write a file.
  static func isOpenToOthers(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
  }

  /// Leaves a file or folder to its owner alone: 0600, of a folder 0700.
  static func makePrivate(_ path: String, isFolder: Bool) throws(RecordsError) {
    guard repeated({ chmod(path, isFolder ? 0o700 : 0o600) }) == 0 else { throw failure(path) }
  }

  /// Gives a file or folder another name; a folder that stands there must be empty.
  static func move(_ path: String, to other: String) throws(RecordsError) {
    guard rename(path, other) == 0 else { throw failure(other) }
    let folder = other.lastIndex(of: "/").map { String(other[..<$0]) } ?? "."
    try syncFolder(folder.isEmpty ? "/" : folder)
  }

  /// Tells whether bytes hold a text; the search is Horspool's (Software: Practice and Experience
  /// 10, 1980).
  static func contains(_ text: String, in bytes: [UInt8]) -> Bool {
    let wanted = Array(text.utf8)
    guard let last = wanted.last, wanted.count <= bytes.count else { return wanted.isEmpty }
    var steps = [Int](repeating: wanted.count, count: 256)
    for (place, byte) in wanted.dropLast().enumerated() {
      steps[Int(byte)] = wanted.count - 1 - place
    }
    return bytes.withUnsafeBytes { all in
      var end = wanted.count - 1
      while end < all.count {
        let byte = all[end]
        if byte == last, all[(end - wanted.count + 1)...end].elementsEqual(wanted) { return true }
        end += steps[Int(byte)]
      }
      return false
    }
  }

  /// Removes a file where it exists.
  static func remove(_ path: String) throws(RecordsError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
  }

  /// The milliseconds since 1970-01-01T00:00:00Z by the system's clock.
  static func unixMilliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  private static func repeated<Result: SignedInteger>(_ call: () -> Result) -> Result {
    var result = call()
    while result < 0, errno == EINTR { result = call() }
    return result
  }

  private static func failure(_ path: String) -> RecordsError {
    let code = errno
    if code == ENOSPC || code == EDQUOT { return RecordsMessages.diskFull(path) }
    return RecordsMessages.ioFailed(path, reason: String(cString: strerror(code)))
  }
}
