import FoundationEssentials
import Source

extension Store {
  private static let backupKind = "sala-backup"

  /// Returns a backup of everything that cannot be made again, under a passphrase.
  ///
  /// Journals are in it up to their last whole record, so that it may be made while tests are
  /// taken: everything that was acknowledged before it began is in it.
  ///
  /// - Parameters:
  ///   - passphrase: At least eight characters.
  ///   - cost: What a try of the passphrase costs.
  /// - Returns: The bytes of the file, and how many files are in it.
  /// - Throws: `short-passphrase`; what the disk said.
  package func backup(
    passphrase: String, cost: ScryptCost = .standard
  ) throws(RecordsError) -> (bytes: [UInt8], files: Int) {
    guard passphrase.unicodeScalars.count >= Register.shortestPassphrase else {
      throw RegisterMessages.shortPassphrase()
    }
    let contents = try files.locked { () throws(RecordsError) -> [Parcel.File] in
      var found = try wholeJournals(in: files.journals, as: "journals")
      found += try wholeJournals(in: files.diverged, as: "diverged")
      for folder in ["registers", "keys"] {
        for name in FileReading.names(in: "\(files.folder)/\(folder)")
        where Parcel.isName("\(folder)/\(name)") && !name.hasSuffix(".new") {
          found.append(try file("\(folder)/\(name)"))
        }
      }
      for name in ["store.json", "site.json", "trusted-keys.json"]
      where FileReading.exists("\(files.folder)/\(name)") {
        found.append(try file(name))
      }
      return found
    }
    let list = Parcel.List(
      created: options.clock(), files: contents.map(Parcel.Entry.init), kind: .backup, seed: seed,
      synthetic: isSynthetic)
    let parcel = try Parcel(list: list, files: contents).bytes()
    guard parcel.count <= Parcel.limit else { throw BundleMessages.tooLarge() }
    do {
      let bytes = try PassphraseBox.seal(
        parcel, kind: Self.backupKind, passphrase: passphrase, cost: cost, random: options.random)
      return (bytes, contents.count)
    } catch {
      throw BundleMessages.notSealed("\(error)")
    }
  }

  private func file(_ name: String) throws(RecordsError) -> Parcel.File {
    Parcel.File(
      name: name, bytes: try PosixFile("\(files.folder)/\(name)", .read).read(from: 0))
  }

  /// Makes a store again from a backup, in a folder that is new or empty.
  ///
  /// Who writes there is a new device: the store that was backed up may still be in use. The folder
  /// appears whole or not at all.
  ///
  /// - Parameters:
  ///   - path: The backup.
  ///   - folder: The folder.
  ///   - passphrase: The passphrase of the backup.
  /// - Returns: How many files it had.
  /// - Throws: `wrong-passphrase`, `backup-damaged`, `newer-bundle`, `not-empty`; what the disk said.
  package static func restore(
    _ path: String, to folder: String, passphrase: String
  ) throws(RecordsError) -> Int {
    guard FileReading.exists(path) else { throw BundleMessages.missing(path) }
    let file = try PosixFile(path, .read)
    guard try file.size() <= Parcel.limit + 4096 else { throw BundleMessages.tooLarge() }
    let bytes = try file.read(from: 0)
    let parcel: Parcel
    do {
      parcel = try Parcel(
        try PassphraseBox.open(bytes, kind: backupKind, passphrase: passphrase), kind: .backup)
    } catch let failure as PassphraseBox.Failure {
      throw BundleMessages.backup(failure, at: path)
    } catch Parcel.Failure.newerFormat(let format) {
      throw BundleMessages.newer(path, format)
    } catch {
      throw BundleMessages.backup(.damaged, at: path)
    }
    guard FileReading.names(in: folder).isEmpty,
      !FileReading.exists(folder) || FileReading.isFolder(folder)
    else { throw BundleMessages.notEmpty(folder) }
    let trimmed = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let unfinished = trimmed + ".restoring"
    try? FileManager.default.removeItem(atPath: unfinished)
    try PosixFile.makeFolder("\(unfinished)/journals")
    for file in parcel.files {
      if let slash = file.name.firstIndex(of: "/") {
        try PosixFile.makeFolder("\(unfinished)/\(file.name[..<slash])")
      }
      try PosixFile.replace("\(unfinished)/\(file.name)", with: file.bytes)
    }
    try PosixFile.move(unfinished, to: trimmed)
    return parcel.files.count
  }

  /// Writes a bundle or a backup to a new file that takes the place of an old one at once, 0600.
  package static func write(_ bytes: [UInt8], to path: String) throws(RecordsError) {
    try PosixFile.replace(path, with: bytes)
  }
}
