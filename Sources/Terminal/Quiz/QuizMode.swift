/// The two ways in which a terminal shows a quiz.
package enum QuizMode: Sendable, Hashable {
  /// All of the screen, key by key.
  case screen
  /// Numbered prompts, line by line: works everywhere, reads aloud, goes through pipes.
  case linear

  /// Returns the way for a terminal: what was asked for, then what the terminal and the environment
  /// allow.
  ///
  /// The screen needs a terminal at both ends that is named and not dumb. `ACCESSIBLE` with any
  /// value but `0` asks for lines, as does `TERM=dumb`; that they were asked for is never overruled
  /// but by `asked`.
  ///
  /// - Parameters:
  ///   - asked: The mode that the person named, or `nil`.
  ///   - console: What there is of a terminal.
  /// - Returns: The mode; never the screen where there is none.
  package static func choose(asked: QuizMode?, console: Console) -> QuizMode {
    guard console.isInteractive, asked != .linear else { return .linear }
    let kind = console.environment["TERM"] ?? ""
    if kind.isEmpty || kind == "dumb" { return .linear }
    if asked == .screen { return .screen }
    let accessible = console.environment["ACCESSIBLE"] ?? ""
    return accessible.isEmpty || accessible == "0" ? .screen : .linear
  }
}
