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
    /// Its public keys.
    var keys: Set<String>

    private enum CodingKeys: String, CodingKey {
      case name, keys
    }

    init(name: String, keys: Set<String>) {
      self.name = name
      self.keys = keys
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      keys = Set(try container.decode([String].self, forKey: .keys))
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(keys.sorted(), forKey: .keys)
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
      sites[site.site] = Known(name: site.name, keys: Set(keys))
      return .firstSeen
    }
    guard let start = keys.lastIndex(where: known.keys.contains),
      (start + 1..<keys.count).allSatisfy(site.isEndorsed)
    else { return .keyChanged }
    // The newest key is good, and it signed the whole list.
    sites[site.site] = Known(name: site.name, keys: known.keys.union(keys))
    return .known
  }

  /// Judges a list of keys without keeping anything.
  func verdict(on site: SiteRecord) -> Verdict {
    var copy = self
    return copy.accept(site)
  }
}
