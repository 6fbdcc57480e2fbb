import Testing
import Text

@testable import Records

@Suite("Which keys are known")
struct TrustTests {
  private func signer(_ seed: UInt8, id: String = "s1") throws -> SiteSigner {
    try SiteSigner.new(
      id: id, name: "n", key: key(seed), time: StoreOptions.noon)
  }

  private func key(_ seed: UInt8) throws -> SigningKey {
    try #require(SigningKey(secret: SiteSample.secret(seed)))
  }

  @Test("the first keys of a site are kept, and lead to later ones, and to nobody else's")
  func chain() throws {
    let first = try signer(1)
    let second = try SiteSigner.rotated(
      first.site, from: first.key, to: key(2), time: StoreOptions.noon)
    let third = try SiteSigner.rotated(
      second.site, from: second.key, to: key(3), time: StoreOptions.noon)
    var trust = SiteTrust()
    let verdicts = [first, first, third, second].map { trust.accept($0.site) }
    #expect(verdicts == [.firstSeen, .known, .known, .known])
    #expect(trust.sites["s1"]?.keys.count == 3)
    // Whoever saw the newest list first knows the older keys by it.
    var later = SiteTrust()
    let other = [third, first].map { later.accept($0.site) }
    #expect(other == [.firstSeen, .known])
    // Another key under the same site, a change without the old key, and a stranger's prefix.
    #expect(trust.verdict(on: try signer(7).site) == .keyChanged)
    let lost = try SiteSigner.rotated(third.site, from: nil, to: key(8), time: StoreOptions.noon)
    #expect(trust.verdict(on: lost.site) == .keyChanged)
    let stranger = try signer(9)
    var forged = stranger.site
    forged.keys.append(first.site.keys[0])
    #expect(trust.verdict(on: forged) == .invalid)
    var signedByStranger = forged
    signedByStranger.keys.reverse()
    signedByStranger.signature = try stranger.key.signature(of: signedByStranger.message)
    #expect(trust.verdict(on: signedByStranger) == .keyChanged)
    #expect(trust.verdict(on: try signer(1, id: "s2").site) == .firstSeen)
  }

  @Test("any change of a list of keys is seen")
  func changedList() throws {
    let first = try signer(1)
    let site = try SiteSigner.rotated(
      first.site, from: first.key, to: key(2), time: StoreOptions.noon
    ).site
    var changed = [site, site, site, site, site]
    changed[0].name = "m"
    changed[1].site = "s9"
    changed[2].keys[0].created = "2026-01-05T12:00:01.000Z"
    changed[3].keys[1].endorsement = nil
    changed[4].keys.removeFirst()
    #expect(site.isSigned && changed.allSatisfy { !$0.isSigned })
  }

  @Test("it is kept in one form, and read back")
  func coding() throws {
    var trust = SiteTrust()
    _ = trust.accept(try signer(1).site)
    trust.devices["alpha"] = SiteTrust.Pin(site: "s1", seq: 4, hash: "ab")
    let bytes = try CanonicalJSON.bytes(trust)
    #expect(try CanonicalJSON.value(SiteTrust.self, from: bytes) == trust)
    #expect(try CanonicalJSON.bytes(trust) == bytes)
  }

  @Test("merging keeps signatures, learns new sites, and refuses a changed key until it is trusted")
  func merging() throws {
    let alpha = SiteSample("a", device: "alpha")
    let store = try alpha.open()
    try alpha.makeSite(store)
    try alpha.take(store, code: "c1")
    let centre = SiteSample("c", device: "centre")
    let target = try centre.open()
    let first = try target.merge(from: alpha.path)
    #expect(first.added == 1 && first.findings.map(\.code) == ["site-first-seen"])
    #expect(try target.merge(from: alpha.path).findings.isEmpty)
    #expect(centre.folder.bytes("c/journals/alpha.journal") == alpha.bytes)
    let file = try #require(try centre.verify().files.first)
    #expect(file.state == .signed && file.signers.map(\.isKnown) == [true])
    #expect(centre.folder.bytes("c/site.json").isEmpty)
    #expect(centre.folder.bytes("c/keys").isEmpty)
    // The laptop is set up anew under the same id: another key for the same site.
    let again = SiteSample("b", device: "beta")
    let other = try again.open()
    _ = try other.makeSite(
      name: "Kampot", id: "00112233aabbcc01", secret: SiteSample.secret(4))
    try again.take(other, code: "c2")
    let refused = try target.merge(from: again.path)
    #expect(refused.added == 0 && refused.findings.map(\.code) == ["site-key-changed"])
    #expect(refused.findings.hasErrors)
    let fingerprint = try #require(try other.site()?.current?.fingerprint)
    #expect(try target.trust("0000-0000-0000-0000-0000", also: [again.path]) == nil)
    #expect(try target.trust(fingerprint, also: [again.path]) != nil)
    #expect(try target.merge(from: again.path).added == 1)
    #expect(try centre.verify().isSound)
  }

  @Test("a journal whose signature is wrong is not merged")
  func forged() throws {
    let alpha = SiteSample("a", device: "alpha")
    let store = try alpha.open()
    try alpha.makeSite(store)
    try alpha.take(store, code: "c1")
    let texts = SiteSample.texts(alpha.bytes).map {
      $0.replacing(
        "\"q-number\",\"kind\":\"answer-given\"", with: "\"q-text\",\"kind\":\"answer-given\"")
    }
    try alpha.write(SiteSample.chained(texts))
    let centre = SiteSample("c", device: "centre")
    let report = try centre.open().merge(from: alpha.path)
    #expect(report.added == 0 && report.findings.map(\.code) == ["signature-wrong"])
  }
}
