import Assessment
import Source
import Text

/// Gives ids to imported items: lower-case letters, digits and hyphens, each id once.
struct ItemNaming {
  private var taken: Set<String> = []
  /// Where the search for a free number goes on, so that many equal names take no longer each.
  private var next: [String: Int] = [:]

  /// Returns an id made from a name, or from the question's number where the name has no Latin
  /// letter or digit; a number at its end keeps it apart from those given before.
  mutating func id(for name: String, number: Int) -> String {
    var bytes: [UInt8] = []
    for byte in name.lowercased().utf8 {
      let isKept =
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if isKept {
        bytes.append(byte)
      } else if bytes.last != 0x2D, !bytes.isEmpty {
        bytes.append(0x2D)
      }
    }
    while bytes.last == 0x2D { bytes.removeLast() }
    let slug = String(decoding: bytes.prefix(60), as: UTF8.self)
    let wanted = slug.isEmpty ? "q-\(number)" : slug
    if taken.insert(wanted).inserted { return wanted }
    var copy = next[wanted] ?? 2
    while !taken.insert("\(wanted)-\(copy)").inserted { copy += 1 }
    next[wanted] = copy + 1
    return "\(wanted)-\(copy)"
  }
}

/// What Sala knows of an item and other formats keep as tags, such as `outcome:CSE-2`.
enum ItemTags {
  /// Returns the tags of an item, in a fixed order; what is usual is not written.
  static func tags(of item: Item) -> [String] {
    var tags: [String] = []
    if !item.outcome.value.isEmpty { tags.append("outcome:\(item.outcome.value)") }
    if let cognitive = item.cognitive { tags.append("cognitive:\(cognitive.rawValue)") }
    if item.pool != .test { tags.append("pool:\(item.pool.rawValue)") }
    if item.status != .draft { tags.append("status:\(item.status.rawValue)") }
    if let rubric = item.rubric { tags.append("rubric:\(rubric.value)") }
    return tags
  }

  /// Takes what a tag says over into an item; tells whether the tag was one of Sala's.
  static func apply(_ tag: String, to item: inout Item) -> Bool {
    let parts = tag.split(separator: ":", maxSplits: 1).map { $0.trimmingSpaces() }
    guard parts.count == 2 else { return false }
    switch parts[0].lowercased() {
    case "outcome": item.outcome = Located(parts[1], at: item.location)
    case "rubric": item.rubric = Located(parts[1], at: item.location)
    case "cognitive":
      guard let level = CognitiveLevel(rawValue: parts[1]) else { return false }
      item.cognitive = level
    case "pool":
      guard let pool = ItemPool(rawValue: parts[1]) else { return false }
      item.pool = pool
    case "status":
      guard let status = ItemStatus(rawValue: parts[1]) else { return false }
      item.status = status
    default: return false
    }
    return true
  }
}
