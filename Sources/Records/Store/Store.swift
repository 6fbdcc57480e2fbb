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
  private let options: StoreOptions
  private var journal: Journal?
  private var head: JournalHead?
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
    let (index, wasUnusable) = try files.locked {
      () throws(RecordsError) -> (SQLiteIndex, Bool) in
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
  /// crash either all of them are there or none.
  ///
  /// - Parameter facts: What happened, in order.
  /// - Returns: The identity of each fact; that of `attemptStarted` and `attemptImported` is the
  ///   id of the attempt.
  /// - Throws: What the disk said.
  @discardableResult
  package func append(_ facts: [Fact]) throws(RecordsError) -> [String] {
    guard !facts.isEmpty else { return [] }
    let time = options.clock()
    guard Timestamp.isValid(time) else { throw RecordsMessages.badClock(time) }
    var journal = try ownJournal()
    var appended = try journal.append(facts, time: time, after: head)
    if appended == nil {
      journal = try files.openDevice(options, isNew: true, header: header)
      report([RecordsMessages.newJournal(journal.path)])
      self.journal = journal
      appended = try journal.append(facts, time: time, after: nil)
    }
    guard let appended else { throw RecordsMessages.indexFailed(journal.path) }
    head = appended.head
    if appended.repairedBytes > 0 {
      report([RecordsMessages.repaired(journal.path, bytes: appended.repairedBytes)])
    }
    return appended.records.map(\.id)
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
    try index.update { memory throws(RecordsError) in
      var pass = IndexPass(isSynthetic: isSynthetic, memory: memory, isRebuild: isRebuild)
      try pass.run(journals)
      found = pass.findings
      heads = pass.update.memory.heads
      return pass.hasNews ? pass.update : nil
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
