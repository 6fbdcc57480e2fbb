/// How a terminal counts the columns of Khmer.
package enum ClusterWidth: String, Sendable, Hashable {
  /// As glibc does: a spacing vowel sign takes a column (xterm, VTE, Konsole, tmux).
  case perSign
  /// A letter with all its signs takes one column (kitty, mlterm, newer Windows Terminal).
  case perCluster
  /// The terminal did not say, or said something else.
  case unknown
}

/// What a terminal says about itself, asked with one write and read from its reply.
///
/// This is the pure part: the bytes to send and what the reply means. Who sends them reads until
/// `isComplete`, or gives up after a moment, since a terminal may not answer at all.
package struct TerminalProbe: Sendable, Hashable {
  /// How the terminal counts.
  package var width: ClusterWidth
  /// What the terminal calls itself, such as "XTerm(379)" or "VTE(7000)"; empty where unsaid.
  package var name: String
  /// Whether the terminal has answered all that it will.
  package var isComplete: Bool

  /// The sample: a letter and a vowel sign that stands beside it.
  package static let sample = "កា"

  /// The bytes to send, at any place on the screen; the line that the cursor is on is cleared.
  ///
  /// First the name (XTVERSION, CSI > q) and the kind (secondary device attributes, CSI > c), which
  /// terminals leave out in silence where they do not know them; then the sample at column 1 and
  /// where the cursor stands after it (CSI 6n), answered by all.
  package static let request =
    "\r\u{1B}[>q\u{1B}[>c" + sample + "\u{1B}[6n" + "\r\u{1B}[K"

  /// Creates a probe from what was read.
  package init(width: ClusterWidth = .unknown, name: String = "", isComplete: Bool = false) {
    self.width = width
    self.name = name
    self.isComplete = isComplete
  }

  /// Reads a reply; keys that were typed meanwhile are passed over.
  package init(reply: [UInt8]) {
    self.init()
    var index = 0
    while index < reply.count {
      guard reply[index] == 0x1B, index + 1 < reply.count else {
        index += 1
        continue
      }
      switch reply[index + 1] {
      case UInt8(ascii: "["): readNumbers(reply, &index)
      case UInt8(ascii: "P"): readName(reply, &index)
      default: index += 1
      }
    }
  }

  /// Returns the style that this terminal is known to show well; a person may choose another.
  ///
  /// Terminals that draw block characters themselves join them without gaps; the others take them
  /// from a font, which has quadrants more often than sextants.
  ///
  /// - Parameter environment: The environment, which names the terminal where it did not say
  ///   what it is, or where tmux or screen answered in its place.
  /// - Returns: Sextants or quadrants.
  package func style(environment: [String: String] = [:]) -> ShapedStyle {
    let name = self.name.lowercased()
    if Self.drawBlocks.contains(where: { name.hasPrefix($0) }) { return .sextants }
    let isHidden = name.isEmpty || name.hasPrefix("tmux") || name.hasPrefix("screen")
    return isHidden && Self.variables.contains { environment[$0]?.isEmpty == false }
      ? .sextants : .quadrants
  }

  /// What terminals call themselves that draw block characters without a font.
  private static let drawBlocks = ["vte", "kitty", "konsole", "wezterm", "foot", "ghostty"]

  /// The variables that such terminals set for the programs that run in them.
  private static let variables = [
    "VTE_VERSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WEZTERM_PANE", "GHOSTTY_RESOURCES_DIR",
  ]

  /// Reads `ESC [ row ; column R` and `ESC [ > kind ; version ; … c`.
  private mutating func readNumbers(_ reply: [UInt8], _ index: inout Int) {
    var place = index + 2
    let isKind = place < reply.count && reply[place] == UInt8(ascii: ">")
    if isKind { place += 1 }
    var numbers = [0]
    while place < reply.count {
      let byte = reply[place]
      if (0x30...0x39).contains(byte) {
        numbers[numbers.count - 1] = min(9_999, numbers[numbers.count - 1] * 10 + Int(byte - 0x30))
      } else if byte == UInt8(ascii: ";") {
        numbers.append(0)
      } else {
        break
      }
      place += 1
    }
    // An escape in the middle of a reply begins the next one.
    index = place < reply.count && reply[place] == 0x1B ? place : place + 1
    guard place < reply.count else { return }
    if isKind {
      // VTE before 0.72 has no name, but a kind of its own: 65 (61 later) and its version.
      let isVTE = numbers.count == 3 && (numbers[0] == 65 || numbers[0] == 61)
      if reply[place] == UInt8(ascii: "c"), isVTE, name.isEmpty { name = "VTE(\(numbers[1]))" }
    } else if reply[place] == UInt8(ascii: "R"), numbers.count == 2 {
      isComplete = true
      width =
        switch numbers[1] {
        case 2: .perCluster
        case 3: .perSign
        default: .unknown
        }
    }
  }

  /// Reads `ESC P > | name ESC \`.
  private mutating func readName(_ reply: [UInt8], _ index: inout Int) {
    let start = index + 2
    var end = start
    while end < reply.count, reply[end] != 0x1B, reply[end] != 0x07 { end += 1 }
    index = end + (end + 1 < reply.count && reply[end + 1] == UInt8(ascii: "\\") ? 2 : 1)
    let body = reply[start..<end]
    guard end < reply.count, body.starts(with: [UInt8(ascii: ">"), UInt8(ascii: "|")]) else {
      return
    }
    let printable = body.dropFirst(2).filter { (0x20...0x7E).contains($0) }
    name = String(decoding: printable.prefix(64), as: UTF8.self)
  }
}
