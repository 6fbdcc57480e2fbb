import Source
package import Text

/// For whom a bundle is.
package enum BundleRecipient: Sendable, Hashable {
  /// A site that is known here: by its name, its id or the fingerprint of a key.
  case site(String)
  /// The file of a site's public keys.
  case keyFile(String)
}

/// What a bundle holds, as one looks at it before it is taken in.
package struct BundleContents: Sendable, Hashable {
  /// Who made it.
  package var sender: SiteRecord
  /// Whether the sender's keys were known here before.
  package var isSenderKnown: Bool
  /// When it was made, by the sender's clock.
  package var created: String
  /// Whether its facts are made up.
  package var isSynthetic: Bool
  /// What is in it, in the order of names.
  package var files: [File]
  /// What is to be said about it.
  package var findings: [Diagnostic]

  /// A file of a bundle.
  package struct File: Sendable, Hashable {
    /// Its name below the folder of a store.
    package var name: String
    /// Its size, in bytes.
    package var size: Int
    /// How many records a journal has, or `nil` for a register.
    package var records: Int?
    /// How many of them are not here yet; `nil` for a register.
    package var new: Int?
    /// When the last record was written.
    package var last: String?
  }
}

extension Store {
  /// Returns a bundle: the journals of this store, signed by its site and encrypted to another.
  ///
  /// Keys are never in it; registers only where asked for, under their passphrases. Unfinished
  /// writes stay out, and whatever is written meanwhile is in the next bundle.
  ///
  /// - Parameters:
  ///   - recipient: For whom.
  ///   - registers: The events whose registers go along.
  /// - Returns: The bytes of the file, and the fingerprint of the key that it is encrypted to.
  /// - Throws: `no-site` where this store has no key to sign with, `unknown-recipient`; what the
  ///   disk said.
  package func bundle(
    to recipient: BundleRecipient, registers: [String] = []
  ) throws(RecordsError) -> (bytes: [UInt8], recipient: String) {
    guard try canSign() else { throw SiteMessages.noSite(folder) }
    let key = try boxKey(of: recipient)
    _ = try signNow()
    guard let site = try files.site(), let secret = try files.privateKey(of: site) else {
      throw SiteMessages.noSite(folder)
    }
    var contents = try wholeJournals(in: files.journals, as: "journals")
    for event in registers {
      try Register.check(files.register(event))
      contents.append(
        Parcel.File(
          name: "registers/\(event)\(StoreFiles.registerSuffix)",
          bytes: try PosixFile(files.register(event), .read).read(from: 0)))
    }
    var list = Parcel.List(
      created: options.clock(), files: contents.map(Parcel.Entry.init), kind: .bundle,
      recipient: key.text, seed: seed, site: site, synthetic: isSynthetic)
    list.signature = try secret.signature(of: list.message)
    let parcel = try Parcel(list: list, files: contents).bytes()
    guard parcel.count <= Parcel.limit else { throw BundleMessages.tooLarge() }
    do {
      return (try BundleBox.seal(parcel, to: key), key.fingerprint)
    } catch {
      throw BundleMessages.notSealed("\(error)")
    }
  }

  /// Returns what is in a bundle, without taking anything in.
  ///
  /// - Parameter path: The file.
  /// - Returns: The contents.
  /// - Throws: `not-a-bundle`, `newer-bundle`, `bundle-cut`, `bundle-changed`, `other-recipient`,
  ///   `key-changed`; what the disk said.
  package func contents(ofBundle path: String) throws(RecordsError) -> BundleContents {
    try catchUp()
    return try contents(of: try openBundle(path), at: path)
  }

  /// Takes in a bundle: the journals in it as `merge(from:)` does, registers where there is none of
  /// their event yet.
  ///
  /// - Parameter path: The file.
  /// - Returns: What was done and found; a bundle that was taken in before adds nothing and says so.
  /// - Throws: As `contents(ofBundle:)`, and as `merge(from:)`.
  package func merge(bundle path: String) throws(RecordsError) -> MergeReport {
    let parcel = try openBundle(path)
    try catchUp()
    let contents = try contents(of: parcel, at: path)
    if parcel.list.synthetic != isSynthetic {
      throw RecordsMessages.syntheticMismatch(path, isSynthetic: parcel.list.synthetic)
    }
    let incoming = parcel.files.compactMap { file -> IncomingJournal? in
      guard let name = Self.part(file.name, of: "journals", Journal.suffix) else { return nil }
      return IncomingJournal(device: name, path: "\(path):\(name)", bytes: file.bytes)
    }
    try files.locked { () throws(RecordsError) -> Void in
      var trust = try files.trust()
      if trust.accept(contents.sender) != .keyChanged { try files.save(trust) }
    }
    var report = try merge(incoming)
    report.findings = contents.findings + report.findings
    for file in parcel.files {
      guard let event = Self.part(file.name, of: "registers", StoreFiles.registerSuffix),
        EventPlanning.isID(event)
      else { continue }
      try take(register: event, file.bytes, &report)
    }
    if report.facts == 0, report.added == 0, !report.findings.hasErrors {
      report.findings.append(BundleMessages.repeated(path))
    }
    return report
  }

  private func take(
    register event: String, _ bytes: [UInt8], _ report: inout MergeReport
  ) throws(RecordsError) {
    try files.locked { () throws(RecordsError) -> Void in
      let path = files.register(event)
      guard FileReading.exists(path) else {
        try PosixFile.makeFolder(files.registers)
        try PosixFile.replace(path, with: bytes)
        report.registers += 1
        return
      }
      if try PosixFile(path, .read).read(from: 0) != bytes {
        report.findings.append(BundleMessages.otherRegister(event, folder: folder))
      }
    }
  }

  // MARK: Opening

  private func openBundle(_ path: String) throws(RecordsError) -> Parcel {
    guard FileReading.exists(path) else { throw BundleMessages.missing(path) }
    let file = try PosixFile(path, .read)
    guard try file.size() <= Parcel.limit + 4096 else { throw BundleMessages.tooLarge() }
    let bytes = try file.read(from: 0)
    do {
      let box = try BundleBox(bytes)
      guard let secret = try files.boxSecrets()[box.recipient]?.secret else {
        throw BundleMessages.otherRecipient(path, box.recipient)
      }
      let parcel = try Parcel(try box.opened(with: secret), kind: .bundle)
      let list = parcel.list
      guard let site = list.site, site.isSigned, let signature = list.signature,
        site.current?.verifies(list.message, signature) == true,
        list.recipient == BoxKey(secret: secret)?.text
      else { throw BundleMessages.changed(path) }
      return parcel
    } catch let error as RecordsError {
      throw error
    } catch BundleBox.Failure.notABundle {
      throw BundleMessages.notABundle(path)
    } catch BundleBox.Failure.newerFormat(let format) {
      throw BundleMessages.newer(path, format)
    } catch BundleBox.Failure.wrongSize(let has, let says) {
      throw BundleMessages.cut(path, has: has, says: says)
    } catch Parcel.Failure.newerFormat(let format) {
      throw BundleMessages.newer(path, format)
    } catch {
      throw BundleMessages.changed(path)
    }
  }

  private func contents(
    of parcel: Parcel, at path: String
  ) throws(RecordsError) -> BundleContents {
    guard let sender = parcel.list.site else { throw BundleMessages.changed(path) }
    var findings: [Diagnostic] = []
    let verdict = try files.trust().verdict(on: sender)
    switch verdict {
    case .known: break
    case .firstSeen: findings.append(SiteMessages.firstSeen(sender, at: path))
    case .keyChanged: throw BundleMessages.keyChanged(sender)
    case .invalid: throw BundleMessages.changed(path)
    }
    let now = options.clock()
    if let made = Timestamp.seconds(parcel.list.created), let here = Timestamp.seconds(now),
      made > here + 300
    {
      findings.append(BundleMessages.future(path, made: parcel.list.created, here: now))
    }
    var known: [String: Int] = [:]
    try index.update { memory, _ throws(RecordsError) in
      known = memory.heads.mapValues(\.seq)
      return nil
    }
    let listed = parcel.files.map { file in
      var entry = BundleContents.File(name: file.name, size: file.bytes.count)
      if let device = Self.part(file.name, of: "journals", Journal.suffix) {
        let reading = JournalReading(file.bytes, device: device)
        entry.records = reading.records.count
        entry.new = max(0, reading.records.count - (known[device] ?? 0))
        entry.last = reading.records.last?.time
      }
      return entry
    }
    return BundleContents(
      sender: sender, isSenderKnown: verdict == .known, created: parcel.list.created,
      isSynthetic: parcel.list.synthetic, files: listed.sorted { $0.name < $1.name },
      findings: findings)
  }

  // MARK: Parts

  /// The name of a file in a folder, without its end.
  private static func part(_ name: String, of folder: String, _ suffix: String) -> String? {
    guard name.hasPrefix(folder + "/"), name.hasSuffix(suffix) else { return nil }
    return String(name.dropFirst(folder.count + 1).dropLast(suffix.count))
  }

  /// The journals of a folder up to their last whole record.
  func wholeJournals(
    in folder: String, as name: String
  ) throws(RecordsError) -> [Parcel.File] {
    var found: [Parcel.File] = []
    for file in FileReading.names(in: folder) where file.hasSuffix(Journal.suffix) {
      let path = "\(folder)/\(file)"
      let device = file.prefix { $0 != "-" && $0 != "." }
      let bytes = try PosixFile(path, .read).read(from: 0)
      let reading = JournalReading(bytes, device: String(device))
      // A damaged one goes as it is: whoever reads it says where the damage is.
      let end = reading.problem == nil ? reading.head?.end ?? bytes.count : bytes.count
      found.append(Parcel.File(name: "\(name)/\(file)", bytes: Array(bytes.prefix(end))))
    }
    return found
  }

  private func boxKey(of recipient: BundleRecipient) throws(RecordsError) -> BoxKey {
    switch recipient {
    case .keyFile(let path):
      guard FileReading.exists(path) else { throw BundleMessages.missing(path) }
      let bytes = try PosixFile(path, .read).read(from: 0, limit: 1 << 20)
      guard let file = SitePublicKey(bytes), let key = BoxKey(file.box) else {
        throw BundleMessages.badKeyFile(path)
      }
      if try files.trust().verdict(on: file.site) == .keyChanged {
        throw BundleMessages.keyChanged(file.site)
      }
      return key
    case .site(let name):
      let sites = try files.trust().sites
      let found = sites.filter { id, known in
        id == name || known.name == name
          || known.chains.contains { $0.contains { SiteKey.fingerprint($0) == name } }
      }
      guard found.count == 1, let site = found.first?.value else {
        throw BundleMessages.unknownRecipient(
          name, count: found.count, known: sites.values.map(\.name).sorted())
      }
      guard let text = site.box, let key = BoxKey(text) else {
        throw BundleMessages.noBox(name)
      }
      return key
    }
  }
}
