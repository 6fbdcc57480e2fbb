import Assessment
import Text

/// Writes the keys of questions so that a page can score, and nobody reads them by accident.
///
/// This is an encoding, not protection: whoever can open the page can decode it.
enum PageKey {
  /// Returns the keys of `items` for the page with this id, as base64url.
  static func encoded(_ items: [Item], pageID: String) -> String {
    let keys = items.map { ($0.id, key($0.interaction)) }
    var stream = Stream(seed: StableHash.fnv32(pageID))
    return base64url(PageJSON.object(keys).text.utf8.map { $0 ^ stream.nextByte() })
  }

  /// Returns the bytes as base64url without padding (RFC 4648, section 5).
  static func base64url(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - group.count)
      for place in 0...group.count { result.append(alphabet[(bits >> (18 - 6 * place)) & 63]) }
    }
    return result
  }

  private static func key(_ interaction: Interaction) -> PageJSON {
    switch interaction {
    case .choice(let choice): .array(choice.correctIDs.map(PageJSON.string))
    case .numeric(let numeric):
      .array(
        numeric.answers.flatMap { [PageJSON.number($0.value), PageJSON.number($0.tolerance)] })
    case .text(let text):
      .array(text.accepted.map { .string(TextInteraction.normalised($0)) })
    case .match, .order, .blanks, .rating, .essay, .performance: .array([])
    }
  }

  /// Random bytes for a seed (mulberry32), as the page runtime makes them.
  struct Stream {
    private var state: UInt32

    init(seed: UInt32) {
      state = seed
    }

    mutating func next() -> UInt32 {
      state &+= 0x6D2B_79F5
      var mixed = (state ^ (state >> 15)) &* (state | 1)
      mixed ^= mixed &+ ((mixed ^ (mixed >> 7)) &* (mixed | 61))
      return mixed ^ (mixed >> 14)
    }

    mutating func nextByte() -> UInt8 { UInt8(truncatingIfNeeded: next()) }
  }
}
