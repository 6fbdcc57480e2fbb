/// Who signs here: a site with the private key of its newest public key.
struct SiteSigner {
  let site: SiteRecord
  let key: SigningKey

  /// Returns the signature of everything in a journal up to its head.
  func signature(of head: JournalHead) throws(RecordsError) -> SignatureRecord {
    SignatureRecord(
      through: head.seq, hash: head.hash, key: SiteKey.fingerprint(key.publicKey),
      signature: try key.signature(
        of: SignatureRecord.message(device: head.device, through: head.seq, hash: head.hash)))
  }

  /// Makes a site with its first key.
  static func new(
    id: String, name: String, key: SigningKey, time: String
  ) throws(RecordsError) -> SiteSigner {
    try listed(
      SiteRecord(
        site: id, name: name, keys: [SiteKey(key: key.publicKey, created: time)], signature: ""),
      by: key)
  }

  /// Returns the site with one key more.
  ///
  /// - Parameters:
  ///   - site: The site so far.
  ///   - old: Its newest private key, which endorses the new one; `nil` where it was lost.
  ///   - key: The new private key.
  ///   - time: When it was made.
  /// - Returns: Who signs from now on.
  /// - Throws: `not-signed` where the library refuses.
  static func rotated(
    _ site: SiteRecord, from old: SigningKey?, to key: SigningKey, time: String
  ) throws(RecordsError) -> SiteSigner {
    var next = SiteKey(key: key.publicKey, created: time)
    if let old {
      next.endorsement = try old.signature(of: next.endorsementMessage(site: site.site))
    }
    var rotated = site
    rotated.keys.append(next)
    return try listed(rotated, by: key)
  }

  private static func listed(
    _ site: SiteRecord, by key: SigningKey
  ) throws(RecordsError) -> SiteSigner {
    var listed = site
    listed.signature = try key.signature(of: site.message)
    return SiteSigner(site: listed, key: key)
  }
}
