import Crypto
import FoundationEssentials

/// A parcel that only one site can open: HPKE (RFC 9180) in base mode, DHKEM(X25519, HKDF-SHA256),
/// HKDF-SHA256, ChaCha20-Poly1305.
///
/// A line of JSON says for whom; the ciphertext authenticates that line.
struct BundleBox {
  static let format = 1
  private static let kind = "sala-bundle"
  private static let info = Data("sala bundle 1".utf8)
  private static let headerLimit = 1024

  private struct Header: Codable {
    var encapsulated: String
    var format: Int
    var kind: String
    var recipient: String
    var size: Int
  }

  /// Why it cannot be opened.
  enum Failure: Error, Sendable, Hashable {
    case notABundle
    case newerFormat(Int)
    /// It has fewer or more bytes than it says.
    case wrongSize(has: Int, says: Int)
    /// It was changed, or the key is another.
    case changed
  }

  /// The fingerprint of the key that it is encrypted to.
  let recipient: String
  private let header: Header
  private let head: [UInt8]
  private let body: ArraySlice<UInt8>

  static func seal(_ secret: [UInt8], to key: BoxKey) throws -> [UInt8] {
    var sender = try HPKE.Sender(
      recipientKey: try Curve25519.KeyAgreement.PublicKey(rawRepresentation: key.bytes),
      ciphersuite: .Curve25519_SHA256_ChachaPoly, info: info)
    let header = Header(
      encapsulated: Hex.text(sender.encapsulatedKey), format: format, kind: kind,
      recipient: key.fingerprint, size: secret.count + 16)
    let head = try CanonicalJSON.bytes(header) + [0x0A]
    return head + Array(try sender.seal(secret, authenticating: head))
  }

  /// Reads for whom it is; nothing is decrypted yet.
  init(_ bytes: [UInt8]) throws(Failure) {
    struct Start: Decodable {
      var format: Int
      var kind: String
    }
    guard let end = bytes.prefix(Self.headerLimit).firstIndex(of: 0x0A),
      let start = try? CanonicalJSON.value(Start.self, from: bytes[..<end]),
      start.kind == Self.kind
    else { throw .notABundle }
    guard start.format <= Self.format else { throw .newerFormat(start.format) }
    guard let header = try? CanonicalJSON.value(Header.self, from: bytes[..<end]) else {
      throw .changed
    }
    self.header = header
    recipient = header.recipient
    head = Array(bytes[...end])
    body = bytes[(end + 1)...]
    guard body.count == header.size else {
      throw .wrongSize(has: body.count, says: header.size)
    }
  }

  /// Decrypts it with the private key of its recipient.
  func opened(with secret: [UInt8]) throws(Failure) -> [UInt8] {
    guard let encapsulated = Hex.bytes(header.encapsulated), encapsulated.count == 32 else {
      throw .changed
    }
    do {
      var recipient = try HPKE.Recipient(
        privateKey: try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret),
        ciphersuite: .Curve25519_SHA256_ChachaPoly, info: Self.info,
        encapsulatedKey: Data(encapsulated))
      return Array(try recipient.open(Array(body), authenticating: head))
    } catch {
      throw .changed
    }
  }
}

/// A public key to which bundles are encrypted: X25519 (RFC 7748).
struct BoxKey: Sendable, Hashable {
  /// The key, as 64 lower-case hexadecimal digits.
  let text: String
  let bytes: [UInt8]

  init?(_ text: String) {
    guard let bytes = Hex.bytes(text), bytes.count == 32 else { return nil }
    self.text = text
    self.bytes = bytes
  }

  /// The public key of a secret; `nil` where that is no key.
  init?(secret: [UInt8]) {
    guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret) else {
      return nil
    }
    self.init(Hex.text(key.publicKey.rawRepresentation))
  }

  /// The first 80 bits of its SHA-256, as five groups of four digits.
  var fingerprint: String {
    let digits = Array(JournalLine.hash(of: "sala box key " + text).utf8.prefix(20))
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(decoding: digits[$0..<$0 + 4], as: UTF8.self) }
      .joined(separator: "-")
  }
}
