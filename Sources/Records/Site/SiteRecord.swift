/// A site and every public key that it ever had, as journals, sealed results and the store keep it.
///
/// The list is signed by its newest key, and each key by the one before it, so that whoever knows
/// one key of a site can follow it to the next ones and not to anybody else's. The signatures are
/// those of RFC 8032 (Ed25519).
package struct SiteRecord: Sendable, Hashable, Codable {
  /// What tells the site from others: 16 hexadecimal digits, drawn by chance.
  package var site: String
  /// What people call it; may be empty.
  package var name: String
  /// Its public keys, the newest last.
  package var keys: [SiteKey]
  /// The newest key's signature of all of the above.
  package var signature: String

  /// The key that signs.
  package var current: SiteKey? { keys.last }

  /// What the newest key signs.
  var message: String {
    let lines = keys.map { "\($0.key) \($0.created) \($0.endorsement ?? "-")" }
    return (["sala site 1", site, name] + lines).joined(separator: "\n") + "\n"
  }

  /// Whether the list is signed by its newest key.
  var isSigned: Bool { current?.verifies(message, signature) ?? false }

  /// Whether the key at an index was endorsed by the one before it.
  func isEndorsed(at index: Int) -> Bool {
    guard keys.indices.contains(index), index > 0, let endorsement = keys[index].endorsement else {
      return false
    }
    return keys[index - 1].verifies(keys[index].endorsementMessage(site: site), endorsement)
  }
}

/// A public key of a site.
package struct SiteKey: Sendable, Hashable, Codable {
  /// The Ed25519 public key: 64 lower-case hexadecimal digits.
  package var key: String
  /// When it was made.
  package var created: String
  /// The signature of the key before it; absent for the first, and where that one was lost.
  package var endorsement: String?

  /// A short text by which people compare keys: the first 80 bits of the key's SHA-256, as five
  /// groups of four hexadecimal digits.
  package var fingerprint: String { Self.fingerprint(key) }

  static func fingerprint(_ key: String) -> String {
    let digits = Array(JournalLine.hash(of: "sala site key " + key).utf8.prefix(20))
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(decoding: digits[$0..<$0 + 4], as: UTF8.self) }
      .joined(separator: "-")
  }

  func endorsementMessage(site: String) -> String { "sala site key 1\n\(site)\n\(key)\n" }

  /// Tells whether `signature` is this key's signature of a text.
  func verifies(_ message: String, _ signature: String) -> Bool {
    SigningKey.isSignature(signature, of: message, by: key)
  }
}

/// A signature of everything in a journal before the record that holds it.
package struct SignatureRecord: Sendable, Hashable, Codable {
  /// The number of the last record that is signed: that of the record before this one.
  package var through: Int
  /// The hash of that record's line, which covers all lines before it.
  package var hash: String
  /// The fingerprint of the key: the newest of the site that the journal described last.
  package var key: String
  /// The signature.
  package var signature: String

  /// What is signed.
  static func message(device: String, through: Int, hash: String) -> String {
    "sala journal 1\n\(device)\n\(through)\n\(hash)\n"
  }
}
