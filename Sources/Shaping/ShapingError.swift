package import Text

/// Why text cannot be shaped on this machine.
package enum ShapingError: Error, Sendable, Hashable {
  /// A library is not installed.
  case noLibrary(String)
  /// A library lacks a function: it is too old.
  case noFunction(String)
  /// No font has the Khmer letters.
  case noFont
  /// The machine has no memory left.
  case noMemory

  /// What is missing.
  package var message: LocalizedText {
    switch self {
    case .noLibrary(let name): ShapingMessages.noLibrary(name)
    case .noFunction(let name): ShapingMessages.noFunction(name)
    case .noFont: ShapingMessages.noFont
    case .noMemory: ShapingMessages.noMemory
    }
  }

  /// What can be done about it.
  package var remedy: LocalizedText {
    switch self {
    case .noLibrary, .noFunction: ShapingMessages.libraryRemedy
    case .noFont: ShapingMessages.fontRemedy
    case .noMemory: ShapingMessages.memoryRemedy
    }
  }
}
