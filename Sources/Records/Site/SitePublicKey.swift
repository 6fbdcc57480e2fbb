import Source

/// The public keys of a site as it gives them to others: those with which it signs, and the one to
/// which bundles for it are encrypted.
package struct SitePublicKey: Sendable, Hashable, Codable {
  static let format = 1
  static let kind = "site-public-key"

  var format = Self.format
  var kind = Self.kind
  /// The site with its signing keys.
  package var site: SiteRecord
  /// The X25519 public key, as hexadecimal digits.
  package var box: String
  /// When this was written.
  package var created: String
  /// The signature of the site's newest key.
  var signature: String

  /// The bytes of its file.
  package func bytes() throws(RecordsError) -> [UInt8] { try CanonicalJSON.bytes(self) + [0x0A] }

  /// Whether the site itself says so.
  var isSigned: Bool {
    site.isSigned && BoxKey(box) != nil && (site.current?.verifies(message, signature) ?? false)
  }

  private var message: String {
    "sala site box 1\n\(site.site)\n\(site.current?.key ?? "-")\n\(box)\n\(created)\n"
  }

  /// Reads the file of a key; `nil` where it is none, or was changed.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= 1 << 20,
      let key = try? CanonicalJSON.value(SitePublicKey.self, from: bytes),
      key.format <= Self.format, key.kind == Self.kind, key.isSigned
    else { return nil }
    self = key
  }

  init(_ signer: SiteSigner, box: BoxKey, created: String) throws(RecordsError) {
    site = signer.site
    self.box = box.text
    self.created = created
    signature = ""
    signature = try signer.key.signature(of: message)
  }
}

/// What the file of a private key for bundles holds.
private struct BoxManifest: Codable {
  static let kind = "site-box-key"

  var created: String
  var format: Int
  var key: String
  var kind: String
  var secret: String
}

extension StoreFiles {
  private static let boxSuffix = ".box"

  /// Returns the secrets of the keys to which bundles for this store are encrypted, by fingerprint,
  /// with when each was made.
  func boxSecrets() throws(RecordsError) -> [String: (secret: [UInt8], created: String)] {
    var found: [String: (secret: [UInt8], created: String)] = [:]
    for name in FileReading.names(in: keys) where name.hasSuffix(Self.boxSuffix) {
      let bytes = try PosixFile("\(keys)/\(name)", .read).read(from: 0, limit: 4096)
      guard let manifest = try? CanonicalJSON.value(BoxManifest.self, from: bytes),
        manifest.format <= Self.siteFormat, manifest.kind == BoxManifest.kind,
        let secret = Hex.bytes(manifest.secret), let key = BoxKey(secret: secret),
        key.text == manifest.key
      else { throw SiteMessages.badFile("\(keys)/\(name)") }
      found[key.fingerprint] = (secret, manifest.created)
    }
    return found
  }

  /// Returns the newest of them, making one where there is none; under the lock of the store.
  func boxKey(_ options: StoreOptions) throws(RecordsError) -> BoxKey {
    let newest = try boxSecrets().max { first, second in
      (first.value.created, first.key) < (second.value.created, second.key)
    }
    if let newest, let key = BoxKey(secret: newest.value.secret) { return key }
    let secret = options.random(32)
    guard let key = BoxKey(secret: secret) else { throw SiteMessages.badSecret() }
    let manifest = BoxManifest(
      created: options.clock(), format: Self.siteFormat, key: key.text, kind: BoxManifest.kind,
      secret: Hex.text(secret))
    try PosixFile.makeFolder(keys)
    try PosixFile.replace(
      "\(keys)/\(key.fingerprint)\(Self.boxSuffix)",
      with: try CanonicalJSON.bytes(manifest) + [0x0A])
    return key
  }
}

extension Store {
  /// Returns the public keys of this site, to be given to others; the key to which bundles are
  /// encrypted is made where there is none.
  ///
  /// - Throws: `no-site` where there is no key; what the disk said.
  package func publicKey() throws(RecordsError) -> SitePublicKey {
    try files.locked { () throws(RecordsError) -> SitePublicKey in
      guard let site = try files.site(), let key = try files.privateKey(of: site) else {
        throw SiteMessages.noSite(folder)
      }
      return try SitePublicKey(
        SiteSigner(site: site, key: key), box: try files.boxKey(options),
        created: options.clock())
    }
  }

  /// Knows the keys of a site from its file from now on.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: Where it is, for messages.
  ///   - fingerprint: That of the newest signing key, as the site itself says it; `nil` where nobody
  ///     compared, which only a site that nobody here had heard of allows.
  /// - Returns: The keys, and whether the site was known before.
  /// - Throws: `bad-key-file` where it is none or was changed, `key-changed` where the site is known
  ///   by other keys, `other-fingerprint`; what the disk said.
  package func trust(
    keyFile bytes: [UInt8], at path: String, fingerprint: String?
  ) throws(RecordsError) -> (key: SitePublicKey, wasKnown: Bool) {
    guard let key = SitePublicKey(bytes) else { throw BundleMessages.badKeyFile(path) }
    return try files.locked { () throws(RecordsError) -> (SitePublicKey, Bool) in
      var trust = try files.trust()
      let wasKnown = trust.sites[key.site.site] != nil
      if let fingerprint {
        guard fingerprint == key.site.current?.fingerprint else {
          throw BundleMessages.otherFingerprint(path, key.site.current?.fingerprint ?? "")
        }
        try files.pin(key.site)
        trust = try files.trust()
      } else if trust.accept(key.site) == .keyChanged {
        throw BundleMessages.keyChanged(key.site)
      }
      trust.sites[key.site.site]?.box = key.box
      try files.save(trust)
      return (key, wasKnown)
    }
  }
}
