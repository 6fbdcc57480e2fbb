import Source

/// What the person behind a code is called.
package struct PersonName: Sendable, Hashable, Codable {
  /// The name in Khmer; may be empty.
  package var khmer: String
  /// The name in Latin letters; may be empty.
  package var latin: String
  /// The telephone number.
  package var phone: String?

  /// Creates a name.
  package init(khmer: String, latin: String, phone: String? = nil) {
    self.khmer = khmer
    self.latin = latin
    self.phone = phone
  }

  /// Whether neither name is known.
  package var isEmpty: Bool { khmer.isEmpty && latin.isEmpty }
}

/// The names of the people of one event: the only place where Sala keeps names, and only under a
/// passphrase.
package struct Register: Sendable, Hashable, Codable {
  /// The kind of its file.
  static let kind = "sala-register"
  /// No register is larger, in bytes.
  static let limit = 16 << 20
  /// The fewest characters of a new passphrase.
  package static let shortestPassphrase = 8

  /// The event.
  package var event: String
  /// The names by learner code.
  package var names: [String: PersonName]

  /// Creates a register.
  package init(event: String, names: [String: PersonName] = [:]) {
    self.event = event
    self.names = names
  }

  /// Opens the register in a file.
  ///
  /// - Parameters:
  ///   - path: The file: `<store>/registers/<event>.register`.
  ///   - passphrase: The passphrase, as it was typed when the register was made.
  /// - Returns: The names by code.
  /// - Throws: `no-register` where there is none, `wrong-passphrase`, `register-damaged` where a
  ///   byte was changed, `newer-register`; what the disk said.
  package static func open(
    _ path: String, passphrase: String
  ) throws(RecordsError) -> Register {
    let bytes = try contents(path)
    let secret: [UInt8]
    do throws(PassphraseBox.Failure) {
      secret = try PassphraseBox.open(bytes, kind: kind, passphrase: passphrase)
    } catch {
      throw RegisterMessages.failure(error, at: path)
    }
    guard let register = try? CanonicalJSON.value(Register.self, from: secret) else {
      throw RegisterMessages.failure(.damaged, at: path)
    }
    return register
  }

  /// Tells whether the file of a register is as it was written; needs no passphrase.
  ///
  /// - Throws: As `open`, but for the passphrase.
  static func check(_ path: String) throws(RecordsError) {
    let bytes = try contents(path)
    do throws(PassphraseBox.Failure) {
      try PassphraseBox.check(bytes, kind: kind)
    } catch {
      throw RegisterMessages.failure(error, at: path)
    }
  }

  private static func contents(_ path: String) throws(RecordsError) -> [UInt8] {
    guard FileReading.exists(path) else { throw RegisterMessages.missing(path) }
    let file = try PosixFile(path, .read)
    guard try file.size() <= limit else { throw RegisterMessages.failure(.damaged, at: path) }
    return try file.read(from: 0)
  }

  /// Writes it to a new file that takes the place of the old one at once.
  func save(
    to path: String, passphrase: String, cost: ScryptCost, random: (Int) -> [UInt8]
  ) throws(RecordsError) {
    guard passphrase.unicodeScalars.count >= Self.shortestPassphrase else {
      throw RegisterMessages.shortPassphrase()
    }
    let secret = try CanonicalJSON.bytes(self)
    guard secret.count < Self.limit - 4096 else { throw RegisterMessages.tooLarge(path) }
    let bytes: [UInt8]
    do {
      bytes = try PassphraseBox.seal(
        secret, kind: Self.kind, passphrase: passphrase, cost: cost, random: random)
    } catch {
      throw RegisterMessages.notSealed(path, reason: "\(error)")
    }
    try PosixFile.replace(path, with: bytes)
  }
}
