/// Turns the bytes that a terminal sends into keys.
///
/// It takes bytes in any portions, so a sequence cut in two by a slow line is one key. A lone Escape
/// can only be told from the beginning of a sequence by time: whoever reads the bytes calls `flush`
/// when nothing followed. Whatever comes in, the decoder holds a bounded number of bytes.
package struct KeyDecoder: Sendable {
  /// The most bytes of a paste that are kept; the rest of it is read and dropped.
  package static let mostPasted = 64 * 1024
  /// The most bytes of a control sequence; a longer one is none.
  static let mostSequence = 64

  private enum State: Hashable {
    case plain
    case escape
    case single
    case parameters
    case string(sawEscape: Bool)
    case paste
  }

  private var state = State.plain
  private var buffer: [UInt8] = []
  private var dropped = 0
  private var utf8: [UInt8] = []

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Creates a decoder at the beginning of input.
  package init() {}

  /// Whether bytes are held back that time alone can explain.
  package var isPending: Bool { state != .plain || !utf8.isEmpty }

  /// Whether a paste has begun and not ended.
  package var isInPaste: Bool { state == .paste }

  /// Returns the keys that became complete with these bytes.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { take(byte, &keys) }
    return keys
  }

  /// Returns the keys that the held bytes are when nothing follows.
  ///
  /// A lone Escape is that key, half a sequence is none, and a paste goes on.
  package mutating func flush() -> [Key] {
    guard state != .paste else { return [] }
    var keys: [Key] = []
    if !utf8.isEmpty { keys.append(.unknown) }
    if state == .escape { keys.append(.escape) }
    reset()
    return keys
  }

  /// Returns the paste whose end never came, so that no terminal can lock the keyboard.
  package mutating func endPaste() -> [Key] {
    guard state == .paste else { return [] }
    let key = Key.paste(Self.text(buffer))
    reset()
    return [key]
  }

  private mutating func reset() {
    state = .plain
    buffer = []
    dropped = 0
    utf8 = []
  }

  private mutating func take(_ byte: UInt8, _ keys: inout [Key]) {
    switch state {
    case .plain: takePlain(byte, &keys)
    case .escape: takeEscape(byte, &keys)
    case .single:
      keys.append(Self.single(byte))
      reset()
    case .parameters: takeParameter(byte, &keys)
    case .string(let sawEscape):
      // Ends with BEL or ESC \; what a terminal says of itself is no key.
      dropped += 1
      let isEnd = byte == 0x07 || byte == 0x9C || (sawEscape && byte == 0x5C)
      if isEnd || dropped > Self.mostPasted {
        reset()
      } else {
        state = .string(sawEscape: byte == 0x1B)
      }
    case .paste: takePasted(byte, &keys)
    }
  }

  private mutating func takePlain(_ byte: UInt8, _ keys: inout [Key]) {
    if !utf8.isEmpty {
      guard byte & 0xC0 == 0x80 else {
        utf8 = []
        keys.append(.unknown)
        return takePlain(byte, &keys)
      }
      utf8.append(byte)
      return completeScalar(&keys)
    }
    switch byte {
    case 0x1B: state = .escape
    case 0x0D, 0x0A: keys.append(.enter)
    case 0x09: keys.append(.tab)
    case 0x7F, 0x08: keys.append(.backspace)
    case 0x01...0x1A: keys.append(.control(Unicode.Scalar(byte + 0x60)))
    case 0x1C: keys.append(.control("\\"))
    case 0x00, 0x1D...0x1F: keys.append(.unknown)
    case 0x20...0x7E: keys.append(.scalar(Unicode.Scalar(byte)))
    case 0xC2...0xF4: utf8 = [byte]
    default: keys.append(.unknown)
    }
  }

  private mutating func completeScalar(_ keys: inout [Key]) {
    let wanted = utf8[0] < 0xE0 ? 2 : utf8[0] < 0xF0 ? 3 : 4
    guard utf8.count == wanted else { return }
    let text = String(decoding: utf8, as: UTF8.self)
    utf8 = []
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      scalar != "\u{FFFD}", scalar.properties.generalCategory != .control
    else { return keys.append(.unknown) }
    keys.append(.scalar(scalar))
  }

  private mutating func takeEscape(_ byte: UInt8, _ keys: inout [Key]) {
    switch byte {
    case 0x5B:
      state = .parameters
      buffer = []
    case 0x4F: state = .single
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: state = .string(sawEscape: false)
    case 0x1B: keys.append(.escape)
    default:
      // Alt and a key: no meaning here, and never the key alone.
      reset()
      keys.append(.unknown)
    }
  }

  private mutating func takeParameter(_ byte: UInt8, _ keys: inout [Key]) {
    switch byte {
    case 0x1B:
      reset()
      state = .escape
      keys.append(.unknown)
    case 0x20...0x3F:
      buffer.append(byte)
      if buffer.count > Self.mostSequence { buffer.removeFirst() }
    case 0x5B where buffer.isEmpty:
      // The Linux console sends F1 as ESC [ [ A.
      buffer.append(byte)
    case 0x40...0x7E:
      let parameters = buffer
      reset()
      if parameters == Array("200".utf8), byte == 0x7E {
        state = .paste
      } else {
        keys.append(Self.sequence(parameters, byte))
      }
    default:
      reset()
      keys.append(.unknown)
    }
  }

  private mutating func takePasted(_ byte: UInt8, _ keys: inout [Key]) {
    buffer.append(byte)
    if buffer.suffix(Self.pasteEnd.count) == Self.pasteEnd[...] {
      buffer.removeLast(Self.pasteEnd.count)
      keys.append(.paste(Self.text(buffer)))
      reset()
    } else if buffer.count > Self.mostPasted + Self.pasteEnd.count {
      // Its end has still to be seen: the last bytes stay, those before them go.
      buffer.remove(at: Self.mostPasted)
    }
  }

  private static func sequence(_ parameters: [UInt8], _ last: UInt8) -> Key {
    let numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    let first = numbers.first ?? 0
    switch last {
    case 0x41 where parameters == [0x5B]: return .function(1)
    case 0x42 where parameters == [0x5B]: return .function(2)
    case 0x43 where parameters == [0x5B]: return .function(3)
    case 0x44 where parameters == [0x5B]: return .function(4)
    case 0x52 where numbers.count == 2:
      return .cursorReport(row: numbers[0], column: numbers[1])
    case 0x5A: return .backTab
    case 0x7E:
      switch first {
      case 1, 7: return .home
      case 3: return .delete
      case 4, 8: return .end
      case 5: return .pageUp
      case 6: return .pageDown
      case 11...15: return .function(first - 10)
      case 17...21: return .function(first - 11)
      case 23, 24: return .function(first - 12)
      default: return .unknown
      }
    default: return single(last)
    }
  }

  private static func single(_ byte: UInt8) -> Key {
    switch byte {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x4D: .enter
    case 0x50...0x53: .function(Int(byte) - 0x4F)
    default: .unknown
    }
  }

  /// What was pasted as text: line ends as LF, tabs as spaces, no other control characters.
  private static func text(_ bytes: [UInt8]) -> String {
    var result = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in String(decoding: bytes.prefix(mostPasted), as: UTF8.self).unicodeScalars {
      defer { wasReturn = scalar == "\r" }
      switch scalar {
      case "\n" where wasReturn: break
      case "\n", "\r": result.append("\n")
      case "\t": result.append(" ")
      default:
        if scalar.properties.generalCategory != .control, scalar != "\u{FEFF}" {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }
}
