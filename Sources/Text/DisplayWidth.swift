/// How many terminal columns text takes.
///
/// Combining marks (Mn, Me) take none, wide East Asian letters two. Spacing marks (Mc), such as
/// most Khmer vowels, are counted differently by two families of terminals.
package enum DisplayWidth {
  /// How a terminal counts spacing marks.
  package enum Family: Sendable, Hashable, CaseIterable {
    /// One column each, and one for a subscript consonant: glibc, xterm, VTE, Konsole, tmux.
    case glibc
    /// None: kitty, mlterm, utf8proc.
    case clusters
  }

  /// A text whose columns tell the family: a terminal that the cursor stands in column 2 of after
  /// it, counted from 0, is of `glibc`, and one where it stands in 1 is of `clusters`.
  package static let probe = "\u{1780}\u{17B6}"

  /// Returns the family of a terminal whose cursor moved by `columns` over `probe`.
  package static func family(ofProbe columns: Int) -> Family? {
    switch columns {
    case 2: .glibc
    case 1: .clusters
    default: nil
    }
  }

  /// Returns the columns that `text` takes on one line.
  package static func columns(of text: some StringProtocol, _ family: Family = .glibc) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1, family) }
  }

  /// Returns the columns that one scalar takes: 0, 1 or 2.
  package static func columns(of scalar: Unicode.Scalar, _ family: Family = .glibc) -> Int {
    if scalar.value < 0x20 || scalar.value == 0x7F { return 0 }
    if scalar.value < 0x300 { return 1 }
    if scalar.isKhmerLetter { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    case .spacingMark: return family == .glibc ? 1 : 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  /// Returns `text` with spaces added at its end until it takes `width` columns.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text)))
  }

  /// Returns `text` with spaces added at its start until it takes `width` columns.
  package static func paddedLeft(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns(of: text))) + text
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
