import Text

/// Changes bytes at random but in the same way for the same seed: flips, cuts, copies, and signs
/// that mean something to one of the readers.
struct Mutator {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private static let signs: [[UInt8]] = [
    "---\n", "\n", "\r\n", "\r", "\t", ":", ": ", "- ", "{", "}", "[", "]", "\"", "'", "#", "## ",
    "{#", "{#a}", "&a ", "*a", "|\n", ">\n", "!", "!!map ", "%", "@", "`", "```\n", ",", ";", "= ",
    "~ ", "- (x) ", "- [ ] ", "  > ", "+-", "=", "<<: ", "? ", "...\n", "\u{0}", "\u{1}",
    "\u{FEFF}",
    "\u{2028}", "\u{85}", "\u{7F}", "[^", "](", "![", "<b>", "<!--", "|a|b|\n|-|-|\n", "    ",
    "null",
    "1e999", "-0", "99999999999999999999", "format: 2\n", "points=", "é", "e\u{301}", "😀",
    // Khmer: letters, a coeng that dangles, vowels doubled, digits, marks, a hidden space.
    "ក", "\u{17D2}", "\u{17C1}\u{17B8}", "ស្ត្រី", "១២", "។", "\u{200B}", "ុំ", "៛", "ភូមិ៖ ",
  ].map { Array($0.utf8) }

  private static let nests = [
    "[", "{a: ", "- ", "> ", "* ", "? ", "(", "![", "**", "1. ", "{", "\"",
  ]

  /// Returns the bytes after one to four changes.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<(1 + generator.index(below: 4)) { change(&result) }
    return result
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let at = generator.index(below: bytes.count + 1)
    let end = min(bytes.count, at + 1 + generator.index(below: 30))
    switch generator.index(below: 20) {
    case 0 where at < bytes.count: bytes[at] ^= UInt8(1 << generator.index(below: 8))
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
    case 3: bytes.insert(contentsOf: bytes[at..<end], at: generator.index(below: bytes.count + 1))
    case 4: bytes.removeSubrange(at...)
    case 5:
      let random = (0..<(1 + generator.index(below: 4))).map { _ in
        UInt8(generator.index(below: 256))
      }
      bytes.insert(contentsOf: random, at: at)
    case 6 where generator.index(below: 4) == 0:
      let part = Self.nests[generator.index(below: Self.nests.count)]
      let nested = String(repeating: part, count: 30 + generator.index(below: 300))
      bytes.insert(contentsOf: nested.utf8, at: at)
    case 7: removeLine(at, &bytes)
    default:
      bytes.insert(contentsOf: Self.signs[generator.index(below: Self.signs.count)], at: at)
    }
  }

  private func removeLine(_ at: Int, _ bytes: inout [UInt8]) {
    let start = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[at...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    bytes.removeSubrange(start..<end)
  }
}
