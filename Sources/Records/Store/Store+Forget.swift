import Source
import Text

/// What forgetting a person did.
package struct ForgetReport: Sendable, Hashable {
  /// The code.
  package var code: String
  /// How many records lost their text.
  package var erased: Int
  /// Whether the person had been forgotten before.
  package var isRepeated: Bool
}

extension Store {
  /// Forgets the person behind a code: what was said of the person is erased from every journal
  /// here, and a fact tells every store that it reaches to do the same.
  ///
  /// Results stay, under the code. The name is in the register, which takes a passphrase.
  /// Copies elsewhere keep what they have until the fact reaches them; backups keep it.
  ///
  /// - Parameters:
  ///   - code: The learner's code.
  ///   - reason: Why, in words that name nobody.
  ///   - by: The code or the initials of whoever says so.
  /// - Returns: What was done.
  /// - Throws: `unknown-code` where no record mentions the code; what the disk said.
  package func forget(
    _ code: String, reason: String, by: String? = nil
  ) throws(RecordsError) -> ForgetReport {
    try catchUp()
    let wasForgotten = try index.tombstones().contains { $0.record.code == code }
    if !wasForgotten {
      let known = try knownCodes()
      guard known.contains(code) else { throw ForgetMessages.unknownCode(code) }
    }
    var lines: Set<ErasedRecord> = []
    for journal in allJournals {
      for record in try journal.read().records {
        guard case .personDescribed(let person) = record.fact, person.code == code,
          !record.isErased
        else { continue }
        lines.insert(
          ErasedRecord(device: record.device, seq: record.seq, hash: record.hash))
      }
    }
    let named = lines.sorted { ($0.device, $0.seq, $0.hash) < ($1.device, $1.seq, $1.hash) }
    if !wasForgotten || !named.isEmpty {
      try append(
        .personForgotten(
          TombstoneRecord(
            code: code, reason: reason, by: by, erased: named.isEmpty ? nil : named)))
    }
    try catchUp()
    let erased = try eraseNamed()
    try removeTorn(mentioning: code)
    try index.settle()
    return ForgetReport(code: code, erased: erased, isRepeated: wasForgotten)
  }

  /// Erases every line here that a tombstone names and that still has its text.
  ///
  /// - Returns: How many there were.
  @discardableResult
  func eraseNamed() throws(RecordsError) -> Int {
    let erasures = Erasures(try index.tombstones())
    let named = erasures.named
    guard !named.isEmpty else { return 0 }
    return try files.locked { () throws(RecordsError) -> Int in
      var lines: [(file: String, offset: Int, line: [UInt8])] = []
      for journal in allJournals where named[journal.device] != nil {
        let bytes = try PosixFile(journal.path, .read).read(from: 0)
        let name = String(journal.path.dropFirst(folder.count + 1))
        lines += erasures.pending(in: bytes, device: journal.device).map {
          (name, $0.offset, $0.line)
        }
      }
      try files.erase(lines)
      return lines.count
    }
  }

  /// The journals and those that contradict them.
  var allJournals: [Journal] {
    Journal.all(in: files.journals)
      + FileReading.names(in: files.diverged).filter { $0.hasSuffix(Journal.suffix) }
      .map { Journal(path: "\(files.diverged)/\($0)", device: Self.device(ofDiverged: $0)) }
  }

  /// The device of `diverged/<device>-<hash>.journal`.
  private static func device(ofDiverged name: String) -> String {
    String(name.prefix { $0 != "-" && $0 != "." })
  }

  /// Removes what was moved aside of writes that were never finished, where it mentions a code.
  private func removeTorn(mentioning code: String) throws(RecordsError) {
    for name in FileReading.names(in: files.journals) where name.hasSuffix(".torn") {
      let path = "\(files.journals)/\(name)"
      let bytes = try PosixFile(path, .read).read(from: 0)
      if PosixFile.contains(code, in: bytes) { try PosixFile.remove(path) }
    }
  }

  /// Returns a finding for each forgotten code of which a record still says something.
  func remaining(
    _ facts: some Sequence<RecordedFact>, _ forgotten: Set<String>
  ) -> [Diagnostic] {
    guard !forgotten.isEmpty else { return [] }
    var found: [String: String] = [:]
    for record in facts where !record.isErased {
      guard case .personDescribed(let person) = record.fact, forgotten.contains(person.code) else {
        continue
      }
      found[person.code] = record.id
    }
    return found.sorted { $0.key < $1.key }
      .map { ForgetMessages.remains($0.key, record: $0.value, folder: folder) }
  }
}

/// The messages about forgetting.
enum ForgetMessages {
  static func unknownCode(_ code: String) -> RecordsError {
    RecordsError(
      "unknown-code",
      LocalizedText(
        en: "No record mentions the code \(code).", km: "គ្មានកំណត់ត្រាណានិយាយពីកូដ \(code) ទេ។"),
      remedy: LocalizedText(
        en: "Look the code up with 'sala event status EVENT'.",
        km: "សូមរកមើលកូដដោយ 'sala event status EVENT'។"))
  }

  static func remains(_ code: String, record: String, folder: String) -> Diagnostic {
    Diagnostic(
      "attributes-remain", .warning, at: SourceLocation(file: folder),
      LocalizedText(
        en:
          "The person behind \(code) is to be forgotten, but the record \(record) still describes "
          + "the person; nothing shows it.",
        km: "ម្ចាស់កូដ \(code) ត្រូវបានស្នើឱ្យលុបព័ត៌មាន តែកំណត់ត្រា \(record) នៅមានព័ត៌មាន។ "
          + "ព័ត៌មាននេះមិនត្រូវបានបង្ហាញទេ។"),
      remedy: LocalizedText(
        en: "Erase it with 'sala records forget \(code) --reason …'.",
        km: "សូមលុបដោយ 'sala records forget \(code) --reason …'។"))
  }

  static func erased(_ path: String, records: Int) -> Diagnostic {
    Diagnostic(
      "records-erased", .note, at: SourceLocation(file: path),
      LocalizedText(
        en: "\(records) records about people who are to be forgotten have no text any more.",
        km: Khmer.withKhmerDigits("កំណត់ត្រា \(records) អំពីអ្នកដែលត្រូវលុបព័ត៌មាន លែងមានខ្លឹមសារហើយ។")),
      remedy: LocalizedText(en: "Nothing needs to be done.", km: "មិនចាំបាច់ធ្វើអ្វីទេ។"))
  }
}
