import Source

/// What `site.json` says of who signs here.
private struct SiteManifest: Codable {
  var format: Int
  var site: SiteRecord
}

/// What the file of a private key holds; it never leaves the folder `keys`.
private struct KeyManifest: Codable {
  var format: Int
  var kind: String
  var key: String
  var secret: String
  var site: String
}

extension StoreFiles {
  static let siteFormat = 1
  private static let keyKind = "site-private-key"

  var siteFile: String { "\(folder)/site.json" }
  var keys: String { "\(folder)/keys" }
  var trustFile: String { "\(folder)/trusted-keys.json" }

  func key(_ fingerprint: String) -> String { "\(keys)/\(fingerprint).key" }

  /// Returns the site whose key signs here; `nil` where there is none.
  func site() throws(RecordsError) -> SiteRecord? {
    guard FileReading.exists(siteFile) else { return nil }
    let bytes = try PosixFile(siteFile, .read).read(from: 0)
    guard let manifest = try? CanonicalJSON.value(SiteManifest.self, from: bytes),
      manifest.format <= Self.siteFormat, manifest.site.isSigned
    else { throw SiteMessages.badFile(siteFile) }
    return manifest.site
  }

  /// Returns the private key of a site's newest public key; `nil` where it is not here.
  func privateKey(of site: SiteRecord) throws(RecordsError) -> SigningKey? {
    guard let current = site.current, FileReading.exists(key(current.fingerprint)) else {
      return nil
    }
    let path = key(current.fingerprint)
    let bytes = try PosixFile(path, .read).read(from: 0)
    guard let manifest = try? CanonicalJSON.value(KeyManifest.self, from: bytes),
      manifest.format <= Self.siteFormat, manifest.kind == Self.keyKind,
      let secret = Hex.bytes(manifest.secret), let found = SigningKey(secret: secret),
      found.publicKey == current.key
    else { throw SiteMessages.badFile(path) }
    return found
  }

  /// Keeps a site and its private key; the key is on the disk before the site names it.
  func keep(_ signer: SiteSigner, secret: [UInt8]) throws(RecordsError) {
    let manifest = KeyManifest(
      format: Self.siteFormat, kind: Self.keyKind, key: signer.key.publicKey,
      secret: Hex.text(secret), site: signer.site.site)
    try PosixFile.makeFolder(keys)
    try PosixFile.replace(
      key(SiteKey.fingerprint(signer.key.publicKey)),
      with: try CanonicalJSON.bytes(manifest) + [0x0A])
    let site = SiteManifest(format: Self.siteFormat, site: signer.site)
    try PosixFile.replace(siteFile, with: try CanonicalJSON.bytes(site) + [0x0A])
  }

  /// Whether others may read the private key of a site.
  func isKeyOpen(_ site: SiteRecord) -> Bool {
    guard let current = site.current else { return false }
    return PosixFile.isOpenToOthers(key(current.fingerprint))
  }

  // MARK: Trust

  /// Returns the keys that the store knows.
  func trust() throws(RecordsError) -> SiteTrust {
    guard FileReading.exists(trustFile) else { return SiteTrust() }
    let bytes = try PosixFile(trustFile, .read).read(from: 0)
    guard let trust = try? CanonicalJSON.value(SiteTrust.self, from: bytes),
      trust.format <= SiteTrust.format
    else { throw SiteMessages.badFile(trustFile) }
    return trust
  }

  func save(_ trust: SiteTrust) throws(RecordsError) {
    try PosixFile.replace(trustFile, with: try CanonicalJSON.bytes(trust) + [0x0A])
  }

  /// Knows the keys of a site from now on, whatever was known of it before.
  func pin(_ site: SiteRecord) throws(RecordsError) {
    var trust = try trust()
    let before = trust.sites[site.site]?.keys ?? []
    trust.sites[site.site] = SiteTrust.Known(
      name: site.name, keys: before.union(site.keys.map(\.key)))
    try save(trust)
  }
}
