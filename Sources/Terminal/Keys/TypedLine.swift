extension Console {
  /// Returns a typed line without control characters, such as arrow keys leave, and outer spaces.
  package static func withoutControls(_ line: String) -> String {
    var scalars = String.UnicodeScalarView()
    var sequence = ControlSequence.none
    for scalar in line.unicodeScalars where sequence.passes(scalar) {
      if scalar.properties.generalCategory != .control, scalar != "\u{FEFF}" {
        scalars.append(scalar)
      }
    }
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}

/// Where in a control sequence a line is, by ECMA-48: what keys and pasting send besides letters.
private enum ControlSequence {
  /// Outside of any.
  case none
  /// After ESC: what comes next tells the kind.
  case escape
  /// After ESC O, as F1 and arrows send: one letter follows.
  case single
  /// After CSI: parameters up to a letter.
  case parameters
  /// After OSC: a text up to BEL or ST.
  case text

  /// Tells whether a scalar stands outside of any sequence.
  mutating func passes(_ scalar: Unicode.Scalar) -> Bool {
    switch (self, scalar) {
    case (_, "\u{1B}"): self = .escape
    case (.none, "\u{9B}"): self = .parameters
    case (.none, _): return true
    case (.escape, "["): self = .parameters
    case (.escape, "O"): self = .single
    case (.escape, "]"): self = .text
    case (.parameters, "\u{20}"..."\u{3F}"): break
    case (.text, let scalar) where scalar != "\u{7}": break
    default: self = .none
    }
    return false
  }
}
