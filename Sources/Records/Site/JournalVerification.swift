/// Verifies one journal from its first byte to its last: the chain, then the signatures.
///
/// What the chain shows: every changed, added or removed byte, unless whoever changed it made all
/// hashes after it again. What signatures show: that as well, unless he has the key. What nothing in
/// the file shows: that records after the last signature were cut off.
struct JournalVerification {
  private(set) var verified: VerifiedFile
  /// What is known of keys afterwards.
  private(set) var trust: SiteTrust
  /// The site whose keys were seen for the first time.
  private(set) var firstSeen: SiteRecord?
  /// What was read.
  let reading: JournalReading
  private let bytes: [UInt8]

  /// Verifies `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: All of the journal.
  ///   - path: Its file.
  ///   - device: The device that the file's name says.
  ///   - trust: The keys that are known.
  ///   - erasures: Which records may stand without their text.
  ///   - seesAll: Whether what was seen signed before must be in it; a copy may be older.
  /// - Throws: `newer-journal` where this Sala cannot read it.
  init(
    _ bytes: [UInt8], path: String, device: String, trust: SiteTrust,
    erasures: Erasures? = nil, seesAll: Bool = true
  ) throws(RecordsError) {
    self.bytes = bytes
    self.trust = trust
    reading = JournalReading(bytes, device: device)
    verified = VerifiedFile(path: path, device: device, records: reading.records.count)
    verified.fault = try chainFault()
    var named = erasures ?? Erasures()
    if erasures == nil { named.add(reading) }
    if let record = named.unnamed(in: reading),
      verified.fault?.record.map({ $0 > record.seq }) ?? true
    {
      verified.fault = fault(.changed, record: record.seq)
    }
    verified.erased = reading.records.count(where: \.isErased)
    var later = trust
    do throws(VerificationFault) {
      try checkSignatures(&later)
      if seesAll { try checkPin(later) }
    } catch {
      // Signatures are checked in the part before any break of the chain, so this comes first.
      verified.fault = error
    }
    if verified.fault == nil {
      if let last = lastSignature, last.seq >= later.devices[device]?.seq ?? 0 {
        later.devices[device] = last
      }
      self.trust = later
    }
  }

  // MARK: The chain

  private func chainFault() throws(RecordsError) -> VerificationFault? {
    switch reading.problem {
    case .newerFormat(let format):
      throw RecordsMessages.newerJournal(verified.path, what: "format \(format)")
    case .unknownKind(let kind, _):
      throw RecordsMessages.newerJournal(verified.path, what: "'\(kind)'")
    case .otherDevice: return VerificationFault(.renamed, record: 0, line: 1, offset: 0)
    case .damaged(let line): return fault(.changed, record: line - 1)
    case nil:
      guard reading.tornBytes > 0, let head = reading.head else { return nil }
      return fault(.trailing, record: head.seq + 1)
    }
  }

  /// The fault of an erased record that no signed tombstone names.
  func erasedUnsigned(_ record: RecordedFact) -> VerificationFault {
    fault(.erasedUnsigned, record: record.seq)
  }

  private func fault(
    _ kind: VerificationFault.Kind, record: Int, through last: Int? = nil
  ) -> VerificationFault {
    let offset = offset(of: record)
    return VerificationFault(
      kind, record: record, lastRecord: last.flatMap { $0 > record ? $0 : nil },
      line: record + 1, offset: offset, subject: subject(at: offset))
  }

  /// Where the line of a record begins; all lines before it are as they were written.
  private func offset(of record: Int) -> Int {
    var offset = 0
    for _ in 0..<record {
      guard let end = bytes[offset...].firstIndex(of: 0x0A) else { break }
      offset = end + 1
    }
    return offset
  }

  /// What the line at a place is about: looked for in its text, as it may be no JSON any more.
  private func subject(at offset: Int) -> VerificationSubject {
    guard offset < bytes.count else { return VerificationSubject() }
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    let line = Array(bytes[offset..<end])
    var subject = VerificationSubject()
    subject.kind = LineText.value("kind", in: line)
    subject.code = LineText.value("code", in: line)
    subject.event = LineText.value("event", in: line)
    subject.form = LineText.value("form", in: line)
    subject.attempt = LineText.value("attempt", in: line)
    subject.item = LineText.value("item", in: line)
    if let id = subject.attempt, let begun = attempts[id] {
      subject.code = subject.code ?? begun.code
      subject.event = subject.event ?? begun.event
      subject.form = subject.form ?? begun.form
    }
    return subject
  }

  private var attempts: [String: AttemptRecord] {
    var attempts: [String: AttemptRecord] = [:]
    for record in reading.records {
      if case .attemptStarted(let attempt) = record.fact { attempts[record.id] = attempt }
    }
    return attempts
  }

  // MARK: Signatures

  private mutating func checkSignatures(_ trust: inout SiteTrust) throws(VerificationFault) {
    var site: SiteRecord?
    var isKnown = false
    for (index, record) in reading.records.enumerated() {
      switch record.fact {
      case .siteDescribed(let described):
        switch trust.accept(described) {
        case .firstSeen:
          firstSeen = described
          isKnown = false
        case .known: isKnown = firstSeen?.site != described.site
        case .keyChanged: throw fault(.keyChanged, record: record.seq)
        case .invalid: throw fault(.badSite, record: record.seq)
        }
        site = described
      case .journalSigned(let signature):
        let before = index > 0 ? reading.records[index - 1] : nil
        guard let site, let key = site.current, key.fingerprint == signature.key,
          let before, before.seq == signature.through, before.hash == signature.hash,
          key.verifies(
            SignatureRecord.message(
              device: record.device, through: signature.through, hash: signature.hash),
            signature.signature)
        else {
          // The record of the signature before signs nothing of itself; this one does.
          throw fault(.badSignature, record: verified.signedThrough, through: record.seq)
        }
        verified.signedThrough = record.seq
        let signer = VerifiedFile.Signer(
          site: site.site, name: site.name, key: signature.key, isKnown: isKnown)
        if !verified.signers.contains(signer) { verified.signers.append(signer) }
      default: break
      }
    }
  }

  private var lastSignature: SiteTrust.Pin? {
    guard verified.signedThrough > 0, let site = verified.signers.last?.site else { return nil }
    let record = reading.records[verified.signedThrough - 1]
    return SiteTrust.Pin(site: site, seq: record.seq, hash: record.hash)
  }

  /// A signed record that was seen before must still be there.
  private func checkPin(_ trust: SiteTrust) throws(VerificationFault) {
    guard let device = verified.device, let pin = trust.devices[device] else { return }
    let records = reading.records
    guard pin.seq <= records.count else {
      // Where the chain breaks before, that is the first thing that is wrong.
      if verified.fault?.kind == .changed { return }
      throw fault(.removed, record: records.count + 1, through: pin.seq)
    }
    guard records[pin.seq - 1].hash == pin.hash else {
      throw fault(.badSignature, record: 0, through: pin.seq)
    }
  }
}

/// Looks for values in a line of JSON that may be damaged.
enum LineText {
  /// Returns the first short text under a key, or `nil`.
  static func value(_ key: String, in line: [UInt8]) -> String? {
    let wanted = Array("\"\(key)\":\"".utf8)
    guard line.count > wanted.count else { return nil }
    for start in 0..<(line.count - wanted.count)
    where line[start] == 0x22 && line[start..<start + wanted.count].elementsEqual(wanted) {
      let rest = line[(start + wanted.count)...]
      guard let end = rest.firstIndex(of: 0x22), end - rest.startIndex <= 80 else { return nil }
      let text = rest[..<end]
      // What is no plain text any more names nothing.
      guard text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x5C }) else { return nil }
      return String(decoding: text, as: UTF8.self)
    }
    return nil
  }
}
