import FoundationEssentials
import Source
import Text

/// What `store.json` says of a store.
struct StoreManifest: Codable, Equatable {
  static let format = 1

  var format: Int
  var synthetic: Bool
  var seed: Int?
  var created: String
}

/// What `device.json` says of who writes here.
struct DeviceManifest: Codable {
  var format: Int
  var device: String
  var machine: String
}

/// The files of a store and where they are.
struct StoreFiles {
  let folder: String

  var journals: String { "\(folder)/journals" }
  var diverged: String { "\(folder)/diverged" }
  var index: String { "\(folder)/index.sqlite" }
  var manifest: String { "\(folder)/store.json" }
  var device: String { "\(folder)/device.json" }
  private var lockFile: String { "\(folder)/lock" }

  /// Runs `body` while no other process opens, merges or changes the device of the store.
  func locked<Result>(
    _ body: () throws(RecordsError) -> Result
  ) throws(RecordsError) -> Result {
    let file = try PosixFile(lockFile, .create)
    try file.lock()
    defer { file.unlock() }
    return try body()
  }

  /// Returns what kind of store this is, making it where there is none and that is allowed.
  func openManifest(_ options: StoreOptions) throws(RecordsError) -> StoreManifest {
    if !FileReading.exists(manifest) {
      guard options.createsIfMissing else { throw RecordsMessages.noStore(folder) }
      try refuseForeignFolder()
      try PosixFile.makeFolder(folder)
    }
    return try locked { () throws(RecordsError) -> StoreManifest in
      let isNew = !FileReading.exists(manifest)
      if isNew { try create(options) }
      guard let bytes = try? PosixFile(manifest, .read).read(from: 0) else {
        throw RecordsMessages.badManifest(manifest)
      }
      struct Format: Decodable { var format: Int }
      if let format = try? CanonicalJSON.value(Format.self, from: bytes).format,
        format > StoreManifest.format
      {
        throw RecordsMessages.newerStore(format, known: StoreManifest.format)
      }
      guard let found = try? CanonicalJSON.value(StoreManifest.self, from: bytes) else {
        throw RecordsMessages.badManifest(manifest)
      }
      switch options.kind {
      case .any: break
      case .real:
        if found.synthetic { throw RecordsMessages.syntheticMismatch(folder, isSynthetic: true) }
      case .synthetic:
        if !found.synthetic { throw RecordsMessages.syntheticMismatch(folder, isSynthetic: false) }
      }
      return found
    }
  }

  private func create(_ options: StoreOptions) throws(RecordsError) {
    try PosixFile.makeFolder(journals)
    var created = StoreManifest(
      format: StoreManifest.format, synthetic: false, seed: nil, created: options.clock())
    if case .synthetic(let seed) = options.kind {
      created.synthetic = true
      created.seed = seed
    }
    try PosixFile.replace(manifest, with: try CanonicalJSON.bytes(created) + [0x0A])
  }

  /// A folder that holds other things is somebody's; nothing is put into it.
  private func refuseForeignFolder() throws(RecordsError) {
    let own: Set = ["journals", "lock", "store.json.new", "README.md"]
    let names = FileReading.names(in: folder)
    let isForeign =
      names.contains { !own.contains($0) } || !FileReading.names(in: journals).isEmpty
    if isForeign { throw RecordsMessages.notAStore(folder) }
  }

  /// Returns the journal of the device that writes here on this machine.
  ///
  /// A new device is made where there is none, where the store was copied from another machine,
  /// and where the journal is gone: one begun again under the same name would contradict copies.
  ///
  /// - Parameters:
  ///   - options: Who this machine is, and how new ids are made.
  ///   - isNew: Whether a new device is wanted in any case.
  ///   - header: Makes the header of a new journal.
  /// - Returns: The journal of the device.
  /// - Throws: What the disk said; `bad-device` where the new id is no id or is taken.
  func openDevice(
    _ options: StoreOptions, isNew: Bool = false, header: (String) -> JournalHeader
  ) throws(RecordsError) -> Journal {
    try locked { () throws(RecordsError) -> Journal in
      let machine =
        options.machine.isEmpty
        ? ""
        : String(
          JournalLine.hash(of: "sala machine " + options.machine).prefix(16))
      let bytes = (try? PosixFile(device, .read).read(from: 0)) ?? []
      let found = try? CanonicalJSON.value(DeviceManifest.self, from: bytes)
      if let found, !isNew, found.machine == machine, Self.isDeviceID(found.device) {
        let journal = Journal(folder: journals, device: found.device)
        if FileReading.exists(journal.path) { return journal }
      }
      let id = options.makeDeviceID()
      let journal = Journal(folder: journals, device: id)
      guard Self.isDeviceID(id), !FileReading.exists(journal.path) else {
        throw RecordsMessages.badDeviceID(id)
      }
      try journal.create(header(id))
      let manifest = DeviceManifest(format: 1, device: id, machine: machine)
      try PosixFile.replace(device, with: try CanonicalJSON.bytes(manifest) + [0x0A])
      return journal
    }
  }

  static func isDeviceID(_ text: String) -> Bool {
    (4...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// Leaves everything in the store to its owner alone; where it was not, a finding says so.
  ///
  /// - Throws: What the disk said.
  func madePrivate() throws(RecordsError) -> [Diagnostic] {
    var changed = 0
    func make(_ path: String, isFolder: Bool) throws(RecordsError) {
      guard PosixFile.isOpenToOthers(path) else { return }
      try PosixFile.makePrivate(path, isFolder: isFolder)
      // A file system without permissions says yes and changes nothing.
      if !PosixFile.isOpenToOthers(path) { changed += 1 }
    }
    try make(folder, isFolder: true)
    for name in FileReading.names(in: folder) {
      let path = "\(folder)/\(name)"
      let isFolder = FileReading.isFolder(path)
      try make(path, isFolder: isFolder)
      guard isFolder else { continue }
      for inner in FileReading.names(in: path) where !FileReading.isFolder("\(path)/\(inner)") {
        try make("\(path)/\(inner)", isFolder: false)
      }
    }
    return changed == 0 ? [] : [RecordsMessages.madePrivate(folder, files: changed)]
  }

  /// Removes the index; it is made again from the journals.
  func removeIndex() throws(RecordsError) {
    for suffix in ["", "-wal", "-shm"] { try PosixFile.remove(index + suffix) }
  }
}
