import Source
package import Text

/// A store of records: a folder with one journal per device, and an index made from them.
///
/// The journals are the truth. A fact that `append` returned from is on the disk. Several
/// processes may use one store at once.
package final class Store {
  /// The folder.
  package let folder: String
  /// Whether its facts are made up.
  package let isSynthetic: Bool
  /// The seed that made them up; only of a synthetic store.
  package let seed: Int?
  /// What was found wrong with journals or index while the store was used.
  ///
  /// Lost or damaged records and repairs, each named once; `check` finds all of them again.
  package private(set) var findings: [Diagnostic] = []

  let files: StoreFiles
  let index: any RecordsIndex
  let options: StoreOptions
  private var journal: Journal?
  private var head: JournalHead?
  /// The site that the journal of this machine is known to describe.
  private var described: SiteRecord?
  private var reported: Set<Diagnostic> = []

  /// Opens the store in a folder, making it where there is none and `options` allow it.
  ///
  /// The index is brought up to date; what is wrong with the journals is in `findings`. A journal
  /// that a newer Sala wrote, and a store of the other kind (made-up or real), are refused.
  package static func open(
    _ folder: String, options: StoreOptions
  ) throws(RecordsError) -> Store {
    let files = StoreFiles(folder: folder)
    let manifest = try files.openManifest(options)
    try files.finishErasing()
    let (index, wasUnusable) = try files.locked {
      () throws(RecordsError) -> (SQLiteIndex, Bool) in
      // SQLite gives its files the permissions of the database, and that its own.
      if !FileReading.exists(files.index) { _ = try PosixFile(files.index, .create) }
      if let index = try SQLiteIndex(path: files.index) { return (index, false) }
      try files.removeIndex()
      guard let index = try SQLiteIndex(path: files.index) else {
        throw RecordsMessages.indexFailed(files.index)
      }
      return (index, true)
    }
    let store = Store(files: files, manifest: manifest, index: index, options: options)
    if wasUnusable { store.report([RecordsMessages.indexRemade(files.index)]) }
    try store.catchUp()
    return store
  }

  init(
    files: StoreFiles, manifest: StoreManifest, index: any RecordsIndex, options: StoreOptions
  ) {
    self.files = files
    self.index = index
    self.options = options
    folder = files.folder
    isSynthetic = manifest.synthetic
    seed = manifest.seed
  }

  /// Adds facts; returns only when they are on the disk, or throws and none of them counts.
  ///
  /// Facts that belong together, such as the rows of an import, are given in one call: after a
  /// crash either all of them are there or none. Where the store has a site's key, results are
  /// signed in the same write.
  ///
  /// - Parameter facts: What happened, in order.
  /// - Returns: The identity of each fact; that of `attemptStarted` and `attemptImported` is the
  ///   id of the attempt.
  /// - Throws: What the disk said.
  @discardableResult
  package func append(_ facts: [Fact]) throws(RecordsError) -> [String] {
    guard !facts.isEmpty else { return [] }
    let appended = try append(isSigned: facts.contains(where: \.asksForSignature)) {
      journal, time, head, seal throws(RecordsError) in
      try journal.append(facts, time: time, after: head, salt: salt, seal: seal)
    }
    return appended.records.prefix(facts.count).map(\.id)
  }

  /// Adds the facts of a spool, all of them or none.
  func append(_ spool: JournalSpool) throws(RecordsError) {
    guard spool.count > 0 else { return }
    _ = try append(isSigned: spool.asksForSignature) {
      journal, time, head, seal throws(RecordsError) in
      try journal.append(spool, time: time, after: head, salt: salt, seal: seal)
    }
  }

  /// Writes facts to a journal after a head, and what the seal makes of the new head after them.
  private typealias Writing =
    (
      _ journal: Journal, _ time: String, _ head: JournalHead?,
      _ seal: ((JournalHead) throws(RecordsError) -> Fact)?
    ) throws(RecordsError) -> Journal.Appended?

  private func append(
    isSigned: Bool, _ writing: Writing
  ) throws(RecordsError) -> Journal.Appended {
    let time = options.clock()
    guard Timestamp.isValid(time) else { throw RecordsMessages.badClock(time) }
    var journal = try ownJournal()
    var appended = try write(to: journal, time: time, isSigned: isSigned, writing)
    if appended == nil {
      journal = try files.openDevice(options, isNew: true, header: header)
      report([RecordsMessages.newJournal(journal.path)])
      self.journal = journal
      head = nil
      described = nil
      appended = try write(to: journal, time: time, isSigned: isSigned, writing)
    }
    guard let appended else { throw RecordsMessages.indexFailed(journal.path) }
    return appended
  }

  /// Made-up people need no salt, and the same seed makes the same bytes.
  private var salt: (() -> String)? {
    isSynthetic ? nil : { [options] in Hex.text(options.random(16)) }
  }

  /// Writes facts and, where they ask for it and there is a key, a signature of all so far.
  private func write(
    to journal: Journal, time: String, isSigned: Bool, _ writing: Writing
  ) throws(RecordsError) -> Journal.Appended? {
    guard isSigned, let signer = signer() else {
      return try noted(journal, try writing(journal, time, head, nil))
    }
    if try !describes(journal, signer.site) {
      let told = try journal.append([.siteDescribed(signer.site)], time: time, after: head)
      guard try noted(journal, told) != nil else { return nil }
      described = signer.site
    }
    let appended = try writing(journal, time, head) { (head) throws(RecordsError) -> Fact in
      .journalSigned(try signer.signature(of: head))
    }
    return try noted(journal, appended)
  }

  private func noted(
    _ journal: Journal, _ appended: Journal.Appended?
  ) throws(RecordsError) -> Journal.Appended? {
    guard let appended else { return nil }
    head = appended.head
    if appended.repairedBytes > 0 {
      report([RecordsMessages.repaired(journal.path, bytes: appended.repairedBytes)])
    }
    return appended
  }

  /// Signs the journal of this machine; `false` where it ends with a signature already.
  func signNow() throws(RecordsError) -> Bool {
    let journal = try ownJournal()
    try catchUp()
    let last = try index.lastSignatures()[journal.device]
    let time = options.clock()
    guard let signer = signer() else { return false }
    let isDescribed = try describes(journal, signer.site)
    if isDescribed, let last, last == head?.seq { return false }
    let facts: [Fact] = isDescribed ? [] : [.siteDescribed(signer.site)]
    let appended = try journal.append(facts, time: time, after: head, salt: nil) {
      (head) throws(RecordsError) -> Fact in
      .journalSigned(try signer.signature(of: head))
    }
    guard try noted(journal, appended) != nil else {
      throw SiteMessages.notSigned(journal.path)
    }
    described = signer.site
    return true
  }

  /// Who signs here, looked up anew each time because another process may change the key.
  ///
  /// What was answered is never lost because of a key: where it cannot be used, facts go unsigned
  /// and a finding says so.
  private func signer() -> SiteSigner? {
    do {
      guard let site = try files.site() else { return nil }
      guard let key = try files.privateKey(of: site) else {
        report([SiteMessages.keyMissing(site, folder: files.keys)])
        return nil
      }
      if files.isKeyOpen(site) { report([SiteMessages.keyOpen(files.keys)]) }
      return SiteSigner(site: site, key: key)
    } catch {
      report([error.diagnostic(at: files.siteFile)])
      return nil
    }
  }

  private func describes(_ journal: Journal, _ site: SiteRecord) throws(RecordsError) -> Bool {
    if described == site { return true }
    return try index.site(device: journal.device) == site
  }

  /// Adds one fact and returns its identity.
  @discardableResult
  package func append(_ fact: Fact) throws(RecordsError) -> String {
    try append([fact]).first ?? ""
  }

  /// Forgets the index and makes it again from the journals.
  package func rebuildIndex() throws(RecordsError) {
    try catchUp(isRebuild: true)
  }

  /// Takes into the index what any process added to the journals.
  func catchUp(isRebuild: Bool = false) throws(RecordsError) {
    let journals = Journal.all(in: files.journals)
    var found: [Diagnostic] = []
    var heads: [String: JournalHead] = [:]
    try index.update { memory, sink throws(RecordsError) in
      var pass = IndexPass(
        isSynthetic: isSynthetic, memory: memory, sink: sink, isRebuild: isRebuild)
      try pass.run(journals)
      found = pass.findings
      heads = pass.remembered.heads
      return pass.hasNews ? pass.remembered : nil
    }
    report(found)
    if let journal, head == nil { head = heads[journal.device] }
  }

  /// The journal that this machine writes to.
  ///
  /// One that is damaged, or shorter than it once was, is left as it is, and a new one begun: what
  /// is written after damage could not be verified.
  private func ownJournal() throws(RecordsError) -> Journal {
    if let journal { return journal }
    var own = try files.openDevice(options, header: header)
    try catchUp()
    let state = try IndexPass.state(of: own, in: index)
    if state.isLost {
      own = try files.openDevice(options, isNew: true, header: header)
      report([RecordsMessages.newJournal(own.path)])
    }
    head = state.isLost ? nil : state.head
    journal = own
    return own
  }

  private func header(device: String) -> JournalHeader {
    JournalHeader(device: device, synthetic: isSynthetic, seed: seed, created: options.clock())
  }

  func report(_ more: [Diagnostic]) {
    for finding in more where reported.insert(finding).inserted { findings.append(finding) }
  }
}
