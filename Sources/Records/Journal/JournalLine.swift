import Crypto

/// The first record of a journal.
package struct JournalHeader: Codable, Sendable, Hashable {
  /// The newest format that this Sala reads and the one it writes.
  static let format = 1
  static let kind = "journal"

  /// The format of the journal.
  package var format: Int
  /// Always `journal`.
  package var kind: String
  /// The device whose facts it holds.
  package var device: String
  /// Whether its facts are made up, for demonstrations and tests.
  package var synthetic: Bool
  /// The seed that made them up; only in a synthetic journal.
  package var seed: Int?
  /// When it was begun.
  package var created: String

  init(device: String, synthetic: Bool, seed: Int?, created: String) {
    format = Self.format
    kind = Self.kind
    self.device = device
    self.synthetic = synthetic
    self.seed = seed
    self.created = created
  }
}

/// A record as a line keeps it.
struct JournalEnvelope: Codable {
  /// The number of the record in its journal, from 1 on.
  var seq: Int
  /// When it was written, by the device's clock.
  var time: String
  /// How many records after this one were written together with it; absent for none.
  ///
  /// A reader takes all of them or none, so that an import is never half there.
  var more: Int?
  /// Random digits in a record about a person: without them nobody who holds the hash alone can
  /// try out what was erased.
  var salt: String?
  /// What happened.
  var fact: Fact
}

/// One line of a journal: `<SHA-256, 64 hex digits> <JSON>\n`.
///
/// The hash covers the hash of the line before, a space, and the bytes of the JSON, so that a
/// changed byte anywhere breaks the chain from there on. FIPS 180-4 defines SHA-256.
enum JournalLine {
  /// What stands for the hash before the first line.
  static let noHash = String(repeating: "0", count: 64)
  static let hashLength = 64

  static func hash(_ json: some Collection<UInt8>, after previous: String) -> String {
    var digest = SHA256()
    digest.update(data: Array(previous.utf8))
    digest.update(data: [0x20])
    digest.update(data: Array(json))
    return Hex.text(digest.finalize())
  }

  /// Returns the digits of the hash of a record in memory that nobody copies.
  static func digits(_ json: UnsafeBufferPointer<UInt8>, after previous: [UInt8]) -> [UInt8] {
    var digest = SHA256()
    previous.withUnsafeBytes { digest.update(bufferPointer: $0) }
    withUnsafeBytes(of: UInt8(0x20)) { digest.update(bufferPointer: $0) }
    digest.update(bufferPointer: UnsafeRawBufferPointer(json))
    return Hex.digits(digest.finalize())
  }

  static func hash(of bytes: some Collection<UInt8>) -> String {
    Hex.text(SHA256.hash(data: Array(bytes)))
  }

  static func hash(of text: String) -> String { Hex.text(SHA256.hash(data: Array(text.utf8))) }

  /// Returns the line for a record, its line end included, and its hash.
  static func sealed(_ json: [UInt8], after previous: String) -> (bytes: [UInt8], hash: String) {
    let hash = hash(json, after: previous)
    return (Array(hash.utf8) + [0x20] + json + [0x0A], hash)
  }

  /// Returns the JSON and the hash of a line without its end, or `nil` where the two do not agree.
  static func opened(
    _ line: ArraySlice<UInt8>, after previous: String
  ) -> (json: ArraySlice<UInt8>, hash: String)? {
    guard line.count > hashLength + 1, line[line.startIndex + hashLength] == 0x20 else {
      return nil
    }
    let json = line.dropFirst(hashLength + 1)
    let hash = hash(json, after: previous)
    return line.prefix(hashLength).elementsEqual(hash.utf8) ? (json, hash) : nil
  }
}
