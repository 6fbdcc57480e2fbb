extension Store {
  /// The site whose key signs in this store; `nil` where there is none.
  ///
  /// - Throws: `bad-site` where its file cannot be read.
  package func site() throws(RecordsError) -> SiteRecord? {
    try files.site()
  }

  /// Whether the private key of the site is here.
  package func canSign() throws(RecordsError) -> Bool {
    guard let site = try files.site() else { return false }
    return try files.privateKey(of: site) != nil
  }

  /// Makes the site's key: from now on journals are signed with it.
  ///
  /// - Parameters:
  ///   - name: What people call the site.
  ///   - id: What tells it from others: 16 hexadecimal digits.
  ///   - secret: 32 bytes that nobody can guess.
  /// - Returns: The site.
  /// - Throws: `site-exists` where there is a key already; what the disk said.
  package func makeSite(
    name: String, id: String, secret: [UInt8]
  ) throws(RecordsError) -> SiteRecord {
    guard let key = SigningKey(secret: secret) else { throw SiteMessages.badSecret() }
    return try files.locked { () throws(RecordsError) -> SiteRecord in
      if let site = try files.site() { throw SiteMessages.siteExists(site) }
      let signer = try SiteSigner.new(id: id, name: name, key: key, time: options.clock())
      try files.keep(signer, secret: secret)
      try files.pin(signer.site)
      return signer.site
    }
  }

  /// Gives the site a new key; the old public keys stay for what they signed, the old private key
  /// is removed.
  ///
  /// - Parameter secret: 32 bytes that nobody can guess.
  /// - Returns: The site, and whether the old key endorsed the new one: where it was lost, stores
  ///   that know the old key refuse the new one until somebody there trusts it.
  /// - Throws: `no-site` where there is no key yet; what the disk said.
  package func rotateSite(
    secret: [UInt8]
  ) throws(RecordsError) -> (site: SiteRecord, isEndorsed: Bool) {
    guard let key = SigningKey(secret: secret) else { throw SiteMessages.badSecret() }
    return try files.locked {
      () throws(RecordsError) -> (site: SiteRecord, isEndorsed: Bool) in
      guard let site = try files.site() else { throw SiteMessages.noSite(folder) }
      let old = try files.privateKey(of: site)
      let signer = try SiteSigner.rotated(site, from: old, to: key, time: options.clock())
      try files.keep(signer, secret: secret)
      try files.pin(signer.site)
      if let last = site.current { try PosixFile.remove(files.key(last.fingerprint)) }
      return (signer.site, old != nil)
    }
  }

  /// Signs the journal of this machine as it is.
  ///
  /// - Returns: Whether there was anything to sign: a journal that ends with a signature is signed.
  /// - Throws: `no-site` where there is no key here; what the disk said.
  package func sign() throws(RecordsError) -> Bool {
    guard try canSign() else { throw SiteMessages.noSite(folder) }
    return try signNow()
  }

  /// Trusts a key that a journal carries, whatever was known of its site before.
  ///
  /// - Parameters:
  ///   - fingerprint: The fingerprint of a site's newest key, as the site itself says it.
  ///   - others: Folders of other stores whose journals are looked through as well.
  /// - Returns: The site; `nil` where no journal carries such a key.
  /// - Throws: What the disk said.
  package func trust(
    _ fingerprint: String, also others: [String] = []
  ) throws(RecordsError) -> SiteRecord? {
    let folders = [files.journals] + others.map { StoreFiles(folder: $0).journals }
    for journal in folders.flatMap(Journal.all) {
      for record in try journal.read().records {
        guard case .siteDescribed(let site) = record.fact, site.isSigned,
          site.current?.fingerprint == fingerprint
        else { continue }
        try files.locked { () throws(RecordsError) -> Void in try files.pin(site) }
        return site
      }
    }
    return nil
  }
}
