import Crypto

/// Several files of a store as one run of bytes: a line of JSON that lists them, then their bytes
/// one after the other.
struct Parcel: Sendable {
  /// The largest parcel, in bytes.
  static let limit = 1 << 30
  /// The longest list, in bytes, and the most files.
  private static let listLimit = 8 << 20
  private static let filesLimit = 20_000

  /// A file of a parcel.
  struct File: Sendable, Hashable {
    var name: String
    var bytes: [UInt8]
  }

  /// What a file is, as the list says.
  struct Entry: Sendable, Hashable, Codable {
    var name: String
    var sha256: String
    var size: Int

    init(_ file: File) {
      name = file.name
      size = file.bytes.count
      sha256 = Hex.text(SHA256.hash(data: file.bytes))
    }
  }

  /// The list of a parcel.
  struct List: Sendable, Hashable, Codable {
    static let format = 1

    var created: String
    var files: [Entry]
    var format = Self.format
    var kind: Kind
    /// The public key that it is encrypted to; only of a bundle.
    var recipient: String?
    var seed: Int?
    /// The signature of all else by the newest key of the site; only of a bundle.
    var signature: String?
    /// Who sends it; only of a bundle.
    var site: SiteRecord?
    var synthetic: Bool

    /// What the signature signs.
    var message: String {
      let head = [
        "sala \(kind.rawValue) \(format)", created, synthetic ? "synthetic" : "real",
        seed.map { "\($0)" } ?? "-", site?.site ?? "-", site?.current?.key ?? "-",
        recipient ?? "-",
      ]
      return (head + files.map { "\($0.name) \($0.size) \($0.sha256)" }).joined(separator: "\n")
        + "\n"
    }
  }

  /// What a parcel is for.
  enum Kind: String, Sendable, Hashable, Codable {
    case bundle
    case backup
  }

  /// Why a parcel cannot be read.
  enum Failure: Error, Sendable, Hashable {
    case damaged
    case newerFormat(Int)
  }

  var list: List
  var files: [File]

  /// Returns it as one run of bytes.
  func bytes() throws(RecordsError) -> [UInt8] {
    var bytes = try CanonicalJSON.bytes(list) + [0x0A]
    bytes.reserveCapacity(bytes.count + files.reduce(0) { $0 + $1.bytes.count })
    for file in files { bytes += file.bytes }
    return bytes
  }

  init(list: List, files: [File]) {
    self.list = list
    self.files = files
  }

  /// Reads a parcel: every byte must belong to a file of the list, and every file be as listed.
  init(_ bytes: [UInt8], kind: Kind) throws(Failure) {
    struct Format: Decodable { var format: Int }
    guard let end = bytes.prefix(Self.listLimit).firstIndex(of: 0x0A) else { throw .damaged }
    if let format = try? CanonicalJSON.value(Format.self, from: bytes[..<end]).format,
      format > List.format
    {
      throw .newerFormat(format)
    }
    guard let list = try? CanonicalJSON.value(List.self, from: bytes[..<end]), list.kind == kind,
      list.files.count <= Self.filesLimit, Timestamp.isValid(list.created),
      Set(list.files.map(\.name)).count == list.files.count
    else { throw .damaged }
    var files: [File] = []
    var start = end + 1
    for entry in list.files {
      guard entry.size >= 0, entry.size <= bytes.count - start, Self.isName(entry.name) else {
        throw .damaged
      }
      let file = File(name: entry.name, bytes: Array(bytes[start..<start + entry.size]))
      guard Entry(file) == entry else { throw .damaged }
      files.append(file)
      start += entry.size
    }
    guard start == bytes.count else { throw .damaged }
    self.list = list
    self.files = files
  }

  /// Whether a name leads to a place where a store has files, and nowhere else.
  static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, (1...120).contains(last.utf8.count), last.utf8.first != 0x2E,
      last.utf8.allSatisfy({ byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
          || byte == 0x2E
      })
    else { return false }
    if parts.count == 1 { return ["store.json", "site.json", "trusted-keys.json"].contains(name) }
    return parts.count == 2
      && ["journals", "diverged", "registers", "keys"].contains(String(parts[0]))
  }
}
