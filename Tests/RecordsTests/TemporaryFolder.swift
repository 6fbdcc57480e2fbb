import FoundationEssentials

@testable import Records

/// A folder that is removed when nobody holds it any more.
final class TemporaryFolder {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "sala-records-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func bytes(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))).map(Array.init) ?? []
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
  }

  func remove(_ name: String) {
    try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  /// Removes the index of a store in `store`.
  func removeIndex(_ store: String) {
    for suffix in ["", "-wal", "-shm"] { remove("\(store)/index.sqlite\(suffix)") }
  }
}

extension StoreOptions {
  static let noon = "2026-01-05T12:00:00.000Z"

  /// Options for tests: the time stands still, and the device has a name.
  static func test(
    device: String = "alpha", kind: Kind = .any, time: String = noon, machine: String = "",
    creates: Bool = true
  ) -> StoreOptions {
    StoreOptions(
      clock: { time }, makeDeviceID: { device }, machine: machine, kind: kind,
      createsIfMissing: creates)
  }
}

/// The names of files in folders, hidden ones among them.
enum FileNames {
  static func all(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
