import Assessment
import Glibc
import Testing
import Text

@testable import Records

@Suite("A site's key")
struct SiteTests {
  private let sample = SiteSample()

  @Test("signs as RFC 8032, 7.1, test 2 says")
  func knownSignature() throws {
    let secret = try #require(
      Hex.bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    let key = try #require(SigningKey(secret: secret))
    #expect(
      key.publicKey == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    let known =
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
      + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    #expect(try key.signature(of: "r") == known)
    #expect(SigningKey.isSignature(known, of: "r", by: key.publicKey))
    #expect(!SigningKey.isSignature(known, of: "s", by: key.publicKey))
    #expect(!SigningKey.isSignature(known.uppercased(), of: "r", by: key.publicKey))
    #expect(!SigningKey.isSignature(String(known.dropLast(2)), of: "r", by: key.publicKey))
    #expect(!SigningKey.isSignature(known, of: "r", by: ""))
    #expect(SigningKey(secret: Array(secret.dropLast())) == nil)
  }

  @Test("hexadecimal digits have one form")
  func hex() {
    #expect(Hex.bytes("00ff10") == [0, 255, 16])
    #expect(Hex.text([0, 255, 16]) == "00ff10")
    for text in ["0", "0G", "FF", " 00", "+1", "០០"] { #expect(Hex.bytes(text) == nil, "\(text)") }
  }

  @Test("is made once, for its owner alone, and never written over")
  func made() throws {
    let store = try sample.open()
    #expect(try store.site() == nil && !store.canSign())
    let site = try sample.makeSite(store)
    #expect(try store.site() == site && store.canSign())
    #expect(site.isSigned && site.keys.count == 1 && site.name == "Kampot")
    let fingerprint = try #require(site.current?.fingerprint)
    #expect(fingerprint.wholeMatch(of: /[0-9a-f]{4}(-[0-9a-f]{4}){4}/) != nil)
    let file = "\(sample.path)/keys/\(fingerprint).key"
    #expect(!PosixFile.isOpenToOthers(file))
    let before = sample.folder.bytes("store/keys/\(fingerprint).key")
    let error = #expect(throws: RecordsError.self) { try sample.makeSite(store, seed: 2) }
    #expect(error?.code == "site-exists")
    #expect(sample.folder.bytes("store/keys/\(fingerprint).key") == before)
    #expect(throws: RecordsError.self) { try store.makeSite(name: "", id: "1", secret: [1]) }
    let secret = Hex.text(SiteSample.secret(1))
    for name in ["site.json", "trusted-keys.json", "journals/alpha.journal"] {
      let text = String(decoding: sample.folder.bytes("store/\(name)"), as: UTF8.self)
      #expect(!text.contains(secret))
    }
  }

  @Test("a new key is endorsed by the old one, whose secret goes; old signatures stay good")
  func rotated() throws {
    let store = try sample.open()
    let first = try sample.makeSite(store)
    try sample.take(store, code: "c1")
    let rotated = try store.rotateSite(secret: SiteSample.secret(9))
    #expect(rotated.isEndorsed && rotated.site.keys.count == 2 && rotated.site.isEndorsed(at: 1))
    #expect(rotated.site.keys[0] == first.keys[0] && rotated.site.site == first.site)
    let old = try #require(first.current?.fingerprint)
    #expect(sample.folder.bytes("store/keys/\(old).key").isEmpty)
    // A process that began before the change signs with the new key as well.
    try sample.take(store, code: "c2")
    let file = try sample.verified()
    #expect(file.state == .signed, "\(file)")
    #expect(file.signers.map(\.key) == rotated.site.keys.map(\.fingerprint))
    #expect(try store.check().isEmpty)
  }

  @Test("a lost key is replaced, and the change is not endorsed")
  func lost() throws {
    let store = try sample.open()
    let site = try sample.makeSite(store)
    sample.folder.remove("store/keys/\(site.current?.fingerprint ?? "").key")
    #expect(try !store.canSign())
    try sample.take(store, code: "c1")
    #expect(store.findings.map(\.code) == ["site-key-missing"])
    #expect(try sample.verified().state == .notSigned)
    #expect(throws: RecordsError.self) { try store.sign() }
    let rotated = try store.rotateSite(secret: SiteSample.secret(5))
    #expect(!rotated.isEndorsed && !rotated.site.isEndorsed(at: 1))
    #expect(try store.sign())
    #expect(try sample.verified().state == .signed)
  }

  @Test("a key that others may read is named; it signs all the same")
  func open() throws {
    let store = try sample.open()
    let site = try sample.makeSite(store)
    #expect(chmod("\(sample.path)/keys/\(site.current?.fingerprint ?? "").key", 0o644) == 0)
    try sample.take(store, code: "c1")
    #expect(store.findings.map(\.code) == ["site-key-open"])
    #expect(try sample.verified().state == .signed)
  }

  @Test("results are recorded even where the key cannot be used")
  func unusable() throws {
    let store = try sample.open()
    try sample.makeSite(store)
    try sample.folder.write(Array("{\"format\":1}".utf8), to: "store/site.json")
    try sample.take(store, code: "c1")
    #expect(store.findings.map(\.code) == ["bad-site"])
    #expect(try store.attempts().count(where: \.isHandedIn) == 1)
  }

  @Test("signs each result in its own write, and on demand; the ids of facts stay what they are")
  func signing() throws {
    let store = try sample.open()
    try sample.take(store, code: "c0")
    try sample.makeSite(store)
    let id = try sample.take(store, code: "c1")
    let texts = SiteSample.texts(sample.bytes)
    #expect(texts.count(where: { $0.contains("\"site-described\"") }) == 1)
    #expect(texts.count(where: { $0.contains("\"journal-signed\"") }) == 1)
    #expect(texts.last?.contains("\"journal-signed\"") == true)
    #expect(try store.attempt(id)?.code == "c1")
    #expect(try sample.verified().state == .signed)
    #expect(try !store.sign())
    try store.append(.attemptStarted(Sample.attempt("c2")))
    let open = try sample.verified()
    #expect(open.state == .signedInPart && open.unsigned == 1)
    #expect(try store.sign())
    #expect(try !store.sign())
    #expect(try sample.verified().state == .signed)
    try store.append(.occasionClosed(OccasionRecord(event: "kampot-1", occasion: .pre)))
    #expect(try sample.verified().state == .signed)
    // Another process knows that the site is described already.
    try sample.take(try sample.open(), code: "c3")
    #expect(SiteSample.texts(sample.bytes).count(where: { $0.contains("site-described") }) == 1)
  }

  @Test("a store without a key is chained and not signed")
  func without() throws {
    let store = try sample.open()
    try sample.take(store, code: "c1")
    let report = try sample.verify()
    #expect(report.isSound && report.files.map(\.state) == [.notSigned])
    #expect(!SiteSample.texts(sample.bytes).joined().contains("sign"))
    #expect(throws: RecordsError.self) { try store.sign() }
    #expect(throws: RecordsError.self) { try store.rotateSite(secret: SiteSample.secret(1)) }
  }
}
