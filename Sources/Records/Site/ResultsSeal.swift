/// What proves that exported results are as they were written: a digest of each line and a
/// signature of all of them, in a file beside the table.
package struct ResultsSeal: Sendable, Hashable, Codable {
  static let format = 1
  static let kind = "results-seal"

  var format = Self.format
  var kind = Self.kind
  /// When the table was written.
  var time: String
  /// How many bytes the table has.
  var size: Int
  /// The SHA-256 of each line, its line end included.
  var lines: [String]
  /// The SHA-256 of all of the above.
  var digest: String
  /// Who signed; absent where there is no site's key.
  var site: SiteRecord?
  /// The signature of all of the above by the site's newest key.
  var signature: String?

  /// The file of the seal of a table.
  package static func path(_ table: String) -> String { table + ".sig" }

  /// The bytes of the seal's file.
  package func bytes() throws(RecordsError) -> [UInt8] { try CanonicalJSON.bytes(self) + [0x0A] }

  /// The fingerprint of the key that signed; `nil` where nobody did.
  package var fingerprint: String? { signature == nil ? nil : site?.current?.fingerprint }

  /// Seals the bytes of a table.
  static func make(
    _ table: [UInt8], time: String, signer: SiteSigner?
  ) throws(RecordsError) -> ResultsSeal {
    let lines = Self.lines(table).map { JournalLine.hash(of: table[$0]) }
    var seal = ResultsSeal(
      time: time, size: table.count, lines: lines, digest: "", site: signer?.site)
    seal.digest = JournalLine.hash(of: seal.message)
    if let signer { seal.signature = try signer.key.signature(of: seal.message) }
    return seal
  }

  private var message: String {
    let head = ["sala results 1", time, "\(size)", site?.site ?? "-", site?.current?.key ?? "-"]
    return (head + lines).joined(separator: "\n") + "\n"
  }

  /// The lines of a table, each with its end.
  static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(start..<place + 1)
      start = place + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  // MARK: Verification

  /// Verifies a table by the bytes of its seal.
  ///
  /// - Throws: `newer-seal` where a newer Sala made the seal.
  static func verified(
    _ table: [UInt8], path: String, seal bytes: [UInt8], trust: SiteTrust
  ) throws(RecordsError) -> VerifiedFile {
    let lines = lines(table)
    var verified = VerifiedFile(path: path, device: nil, records: lines.count)
    let seal: ResultsSeal
    do throws(VerificationFault) {
      seal = try read(bytes)
      if let site = seal.site {
        let verdict = trust.verdict(on: site)
        if verdict == .keyChanged { throw VerificationFault(.keyChanged) }
        verified.signers = [
          VerifiedFile.Signer(
            site: site.site, name: site.name, key: site.current?.fingerprint ?? "",
            isKnown: verdict == .known)
        ]
      }
      try seal.check(table, lines)
      if seal.signature != nil { verified.signedThrough = lines.count }
    } catch {
      verified.fault = error
      verified.signers = []
      return verified
    }
    return verified
  }

  /// Reads a seal and verifies it by itself.
  private static func read(_ bytes: [UInt8]) throws(VerificationFault) -> ResultsSeal {
    // One form only: a changed byte between the values is a changed seal.
    guard let seal = try? CanonicalJSON.value(ResultsSeal.self, from: bytes),
      seal.format == format, seal.kind == kind, (try? seal.bytes()) == bytes,
      seal.digest == JournalLine.hash(of: seal.message),
      (seal.site == nil) == (seal.signature == nil), seal.site?.isSigned ?? true
    else { throw VerificationFault(.badSeal) }
    if let signature = seal.signature, let key = seal.site?.current,
      !key.verifies(seal.message, signature)
    {
      throw VerificationFault(.badSignature)
    }
    return seal
  }

  /// Compares the lines of a table with those that were sealed, and names the first that differs.
  private func check(_ table: [UInt8], _ found: [Range<Int>]) throws(VerificationFault) {
    let digests = found.map { JournalLine.hash(of: table[$0]) }
    guard
      let first = (0..<max(digests.count, lines.count)).first(where: { row in
        row >= digests.count || row >= lines.count || digests[row] != lines[row]
      })
    else {
      // All lines agree, and so does their number; the size cannot differ.
      if table.count != size { throw VerificationFault(.badSeal) }
      return
    }
    let offset = first < found.count ? found[first].lowerBound : table.count
    var kind = VerificationFault.Kind.changed
    if first >= digests.count {
      kind = .removed
    } else if first >= lines.count {
      kind = .added
    } else if first + 1 < digests.count, digests[first + 1] == lines[first],
      digests.count > lines.count
    {
      kind = .added
    } else if first + 1 < lines.count, digests[first] == lines[first + 1],
      digests.count < lines.count
    {
      kind = .removed
    }
    let subject =
      kind == .removed || first >= found.count
      ? VerificationSubject()
      : RowText.subject(table[found[first]], header: found.first.map { table[$0] } ?? [])
    throw VerificationFault(
      kind, record: first + 1, line: first + 1, offset: offset, subject: subject)
  }
}

/// Reads what a row of exported results is about, though it may be damaged.
enum RowText {
  static func subject(
    _ row: ArraySlice<UInt8>, header: ArraySlice<UInt8>
  ) -> VerificationSubject {
    let names = cells(header)
    let cells = cells(row)
    func cell(_ name: String) -> String? {
      let columns = names.contains("item") ? names : ResultsExport.columns
      guard let place = columns.firstIndex(of: name), place < cells.count, !cells[place].isEmpty,
        cells[place].utf8.count <= 80,
        cells[place].utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
      else { return nil }
      return cells[place]
    }
    var subject = VerificationSubject()
    guard cells != names else { return subject }
    subject.code = cell("code")
    subject.event = cell("event")
    subject.form = cell("form")
    subject.item = cell("item")
    subject.attempt = cell("attempt")
    return subject
  }

  private static func cells(_ row: ArraySlice<UInt8>) -> [String] {
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in row where byte != 0x0D && byte != 0x0A {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
    }
    let text = cells.map { String(decoding: $0, as: UTF8.self) }
    guard let first = text.first, first.unicodeScalars.first == "\u{FEFF}" else { return text }
    return [String(first.unicodeScalars.dropFirst())] + text.dropFirst()
  }
}

extension Store {
  /// Seals the bytes of exported results with the key of the site; without one, only by digests.
  package func seal(_ table: [UInt8]) throws(RecordsError) -> ResultsSeal {
    var signer: SiteSigner?
    if let site = try files.site(), let key = try files.privateKey(of: site) {
      signer = SiteSigner(site: site, key: key)
    }
    return try ResultsSeal.make(table, time: options.clock(), signer: signer)
  }
}
