import Crypto
import CryptoExtras
import FoundationEssentials

/// What it costs to try one passphrase: scrypt (RFC 7914) with these parameters.
package struct ScryptCost: Sendable, Hashable {
  /// The number of rounds: a power of two.
  package var rounds: Int
  /// The size of a block.
  package var blockSize: Int
  /// How many times the whole is done.
  package var parallelism: Int

  /// Creates a cost.
  package init(rounds: Int, blockSize: Int = 8, parallelism: Int = 1) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// 128 MiB and about half a second a try: N = 2^17, r = 8, p = 1, as the OWASP Password Storage
  /// Cheat Sheet advises.
  package static let standard = ScryptCost(rounds: 1 << 17)

  /// Whether a file may ask for it: at most 256 MiB, and at most four times that work.
  var isBearable: Bool {
    (10...20).contains(rounds.trailingZeroBitCount) && rounds.nonzeroBitCount == 1
      && (1...16).contains(blockSize) && (1...4).contains(parallelism)
      && 128 * rounds * blockSize <= 256 << 20
  }
}

/// Bytes sealed under a passphrase, as a file holds them.
///
/// A line of JSON with the format, the kind and the parameters; the ciphertext of ChaCha20-Poly1305
/// (RFC 8439) with its tag, which authenticates that line too; and the SHA-256 of all before it, so
/// that damage is told from a wrong passphrase, and is found without any. Every sealing draws a new
/// salt, so that no key is used twice.
enum PassphraseBox {
  static let format = 1

  private struct Header: Codable {
    var format: Int
    var kind: String
    var n: Int
    var nonce: String
    var p: Int
    var r: Int
    var salt: String
  }

  private static let saltLength = 16
  private static let tagLength = 16
  private static let digestLength = 32
  /// A header never has more bytes.
  private static let headerLimit = 1024

  /// Why a file cannot be opened.
  enum Failure: Error, Sendable, Hashable {
    /// It is not of the kind, or was changed.
    case damaged
    /// A newer Sala wrote it.
    case newerFormat(Int)
    /// The passphrase is another.
    case wrongPassphrase
  }

  static func seal(
    _ secret: [UInt8], kind: String, passphrase: String, cost: ScryptCost,
    random: (Int) -> [UInt8]
  ) throws -> [UInt8] {
    let salt = random(saltLength)
    let nonce = random(12)
    let header = Header(
      format: format, kind: kind, n: cost.rounds, nonce: Hex.text(nonce), p: cost.parallelism,
      r: cost.blockSize, salt: Hex.text(salt))
    let head = try CanonicalJSON.bytes(header) + [0x0A]
    let box = try ChaChaPoly.seal(
      secret, using: try key(passphrase, salt: salt, cost: cost),
      nonce: try ChaChaPoly.Nonce(data: nonce), authenticating: head)
    let bytes = head + Array(box.ciphertext) + Array(box.tag)
    return bytes + Array(SHA256.hash(data: bytes))
  }

  static func open(
    _ bytes: [UInt8], kind: String, passphrase: String
  ) throws(Failure) -> [UInt8] {
    let (header, end) = try header(bytes, kind: kind)
    let cost = ScryptCost(rounds: header.n, blockSize: header.r, parallelism: header.p)
    let body = bytes[end..<bytes.count - digestLength]
    do {
      guard let salt = Hex.bytes(header.salt), let nonce = Hex.bytes(header.nonce) else {
        throw Failure.damaged
      }
      let box = try ChaChaPoly.SealedBox(
        nonce: try ChaChaPoly.Nonce(data: nonce), ciphertext: Array(body.dropLast(tagLength)),
        tag: Array(body.suffix(tagLength)))
      let key = try key(passphrase, salt: salt, cost: cost)
      return Array(try ChaChaPoly.open(box, using: key, authenticating: Array(bytes[..<end])))
    } catch {
      throw .wrongPassphrase
    }
  }

  /// Tells whether a file is as it was written, as far as that shows without the passphrase.
  static func check(_ bytes: [UInt8], kind: String) throws(Failure) {
    _ = try header(bytes, kind: kind)
  }

  /// Reads the line at the beginning; parameters that nobody's memory can bear are refused.
  private static func header(
    _ bytes: [UInt8], kind: String
  ) throws(Failure) -> (header: Header, end: Int) {
    struct Format: Decodable { var format: Int }
    guard let end = bytes.prefix(headerLimit).firstIndex(of: 0x0A).map({ $0 + 1 }) else {
      throw .damaged
    }
    let json = bytes[..<(end - 1)]
    guard let found = try? CanonicalJSON.value(Format.self, from: json).format else {
      throw .damaged
    }
    guard found <= format else { throw .newerFormat(found) }
    guard let header = try? CanonicalJSON.value(Header.self, from: json), header.kind == kind,
      header.format >= 1, header.salt.utf8.count == 2 * saltLength, header.nonce.utf8.count == 24,
      ScryptCost(rounds: header.n, blockSize: header.r, parallelism: header.p).isBearable,
      bytes.count >= end + tagLength + digestLength,
      SHA256.hash(data: bytes.dropLast(digestLength)).elementsEqual(bytes.suffix(digestLength))
    else { throw .damaged }
    return (header, end)
  }

  private static func key(
    _ passphrase: String, salt: [UInt8], cost: ScryptCost
  ) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: Array(passphrase.utf8), salt: salt, outputByteCount: 32, rounds: cost.rounds,
      blockSize: cost.blockSize, parallelism: cost.parallelism)
  }
}
