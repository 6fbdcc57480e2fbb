import Crypto

/// A private key of a site: Ed25519 (RFC 8032).
struct SigningKey {
  private let key: Curve25519.Signing.PrivateKey

  /// The length of the secret, in bytes.
  static let length = 32

  /// Creates the key of a secret; `nil` where it does not have 32 bytes.
  init?(secret: [UInt8]) {
    guard secret.count == Self.length,
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret)
    else { return nil }
    self.key = key
  }

  /// The public key, as hexadecimal digits.
  var publicKey: String { Hex.text(key.publicKey.rawRepresentation) }

  /// Signs a text.
  func signature(of message: String) throws(RecordsError) -> String {
    do {
      return Hex.text(try key.signature(for: Array(message.utf8)))
    } catch {
      throw SiteMessages.notSigned("\(error)")
    }
  }

  static func isSignature(_ signature: String, of message: String, by key: String) -> Bool {
    guard let key = Hex.bytes(key), let signature = Hex.bytes(signature), signature.count == 64,
      let verifier = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
    else { return false }
    return verifier.isValidSignature(signature, for: Array(message.utf8))
  }
}

/// Bytes as lower-case hexadecimal digits, in one form only.
enum Hex {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: digits(bytes), as: UTF8.self)
  }

  /// Returns the digits as bytes.
  static func digits(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    func digit(_ half: UInt8) -> UInt8 { half < 10 ? 0x30 + half : 0x57 + half }
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return digits
  }

  /// Returns the bytes of a text; `nil` for anything but pairs of lower-case digits.
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}
