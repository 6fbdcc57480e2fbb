import Assessment
import Text

/// Writes the keys of questions so that a page can score, and nobody reads them by accident.
///
/// This is an encoding, not protection: whoever can open the page can decode it.
enum PageKey {
  /// Returns the keys of `items` for the page with this id, as base64url.
  static func encoded(_ items: [Item], pageID: String) -> String {
    let keys = items.map { ($0.id, key($0)) }
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

  /// What `SalaAnswers.points` of the page needs: what is right, then how it is scored, of which
  /// only what differs from all or nothing is written.
  private static func key(_ item: Item) -> PageJSON {
    .object(right(item) + scoring(item.scoring))
  }

  private static func right(_ item: Item) -> [(String, PageJSON)] {
    switch item.interaction {
    case .choice(let choice):
      let weights =
        item.scoring.rule == .parts
        ? [("weights", PageJSON.array(choice.weights().map(PageJSON.number)))] : []
      return right(choice) + weights
    case .numeric(let numeric): return right(numeric)
    case .text(let text): return right(text)
    case .match(let match):
      return [("targets", .array(match.sources.map { .string($0.target) }))]
    case .order(let order): return [("order", .array(order.options.map { .string($0.id) }))]
    case .blanks(let blanks):
      let keys = blanks.blanks.map { blank in
        switch blank.entry {
        case .text(let text): PageJSON.object(right(text))
        case .numeric(let numeric): PageJSON.object(right(numeric))
        case .choice(let choice): PageJSON.object(right(choice))
        }
      }
      return [("blanks", .array(keys))]
    case .rating, .essay, .performance: return []
    }
  }

  private static func right(_ choice: ChoiceInteraction) -> [(String, PageJSON)] {
    [("right", .array(choice.correctIDs.map(PageJSON.string)))]
  }

  private static func right(_ numeric: NumericInteraction) -> [(String, PageJSON)] {
    let numbers = numeric.answers.map { answer in
      PageJSON.object([
        ("value", .number(answer.value)), ("tolerance", .number(answer.tolerance)),
        ("weight", .number(answer.weight)),
      ])
    }
    return [("numbers", .array(numbers))]
  }

  private static func right(_ text: TextInteraction) -> [(String, PageJSON)] {
    let texts = text.answers.map { answer in
      PageJSON.object([
        ("text", .string(text.normalised(answer.text))), ("weight", .number(answer.weight)),
      ])
    }
    return [("texts", .array(texts))] + (text.isCaseSensitive ? [("case", .bool(true))] : [])
  }

  private static func scoring(_ scoring: Scoring) -> [(String, PageJSON)] {
    var members: [(String, PageJSON)] = []
    if scoring.rule != .exact { members.append(("rule", .string(scoring.rule.rawValue))) }
    if scoring.floor != 0 { members.append(("floor", .number(scoring.floor))) }
    if scoring.rule == .table {
      let table = scoring.table.sorted { $0.key < $1.key }
      members.append(("table", .object(table.map { ($0.key, .number($0.value)) })))
    }
    return members
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
