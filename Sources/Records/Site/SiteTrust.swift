/// The keys that a store knows, and how far it saw each journal signed.
///
/// The keys that are seen first for a site are kept; from then on that site's other keys count only
/// where a known one leads to them. This is trust on first use: whoever wants more compares
/// fingerprints with the site itself.
package struct SiteTrust: Sendable, Hashable, Codable {
  static let format = 1

  var format = Self.format
  /// What is known of each site, by its id.
  var sites: [String: Known] = [:]
  /// The last signed record that was verified, by device.
  var devices: [String: Pin] = [:]

  /// What is known of a site.
  struct Known: Sendable, Hashable, Codable {
    /// What it calls itself.
    var name: String
    /// Its public keys in their order.
    ///
    /// There is one such chain, but for a site that was set up anew and trusted again.
    var chains: [[String]]
    /// The key to which bundles for it are encrypted; `nil` where nobody told.
    var box: String?

    /// Knows one more chain of keys; one that it goes on from is replaced.
    mutating func add(_ keys: [String]) {
      if chains.contains(where: { $0.starts(with: keys) }) { return }
      chains.removeAll { keys.starts(with: $0) }
      chains.append(keys)
    }
  }

  /// A signed record that was seen.
  struct Pin: Sendable, Hashable, Codable {
    /// The site whose key signed.
    var site: String
    /// The number of the record that holds the signature.
    var seq: Int
    /// The hash of its line.
    var hash: String
  }

  /// Knows nobody.
  package init() {}

  /// What a site's list of keys is to this store.
  package enum Verdict: String, Sendable, Hashable {
    /// Nobody had heard of the site; its keys are known from now on.
    case firstSeen = "first-seen"
    /// All its keys are known, or a known one led to the new ones.
    case known
    /// The site has a key to which no known one leads.
    case keyChanged = "key-changed"
    /// The list is not signed by its own newest key.
    case invalid
  }

  /// Judges a list of keys, and keeps what it may.
  mutating func accept(_ site: SiteRecord) -> Verdict {
    guard site.isSigned else { return .invalid }
    let keys = site.keys.map(\.key)
    guard let known = sites[site.site] else {
      sites[site.site] = Known(name: site.name, chains: [keys])
      return .firstSeen
    }
    if known.chains.contains(where: { $0.starts(with: keys) }) { return .known }
    // A list that goes on from another key than the newest known one is a rival's, who holds an
    // older key.
    let leads = known.chains.contains { chain in
      keys.starts(with: chain) && (chain.count..<keys.count).allSatisfy(site.isEndorsed)
    }
    guard leads else { return .keyChanged }
    sites[site.site]?.add(keys)
    sites[site.site]?.name = site.name
    return .known
  }

  /// Judges a list of keys without keeping anything.
  func verdict(on site: SiteRecord) -> Verdict {
    var copy = self
    return copy.accept(site)
  }
}
