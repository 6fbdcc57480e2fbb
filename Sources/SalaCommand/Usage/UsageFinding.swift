/// What is wrong with one word of a command line, or missing from it.
struct UsageFinding: Equatable {
  enum Kind: Equatable {
    case unknownCommand(String, known: [String], suggestion: String?)
    case optionBeforeCommand(String)
    case unknownOption(String, suggestion: String?)
    case missingValue(option: String, value: String, looksLikeOption: String?)
    case unexpectedValue(flag: String, value: String)
    case wrongValue(String, of: String, allowed: [String], suggestion: String?)
    /// A value that is no number, of an option that takes one.
    case noNumber(String, of: String)
    /// A number outside of what an option may have.
    case outOfRange(String, of: String, ClosedRange<Int>)
    case missingOption(String, value: String, allowed: [String])
    case missingArgument(String)
    case unexpectedArgument(String, atMost: Int)
    case optionTwice(String, first: String, second: String)
    /// What only ArgumentParser can tell.
    case notUnderstood
  }

  var kind: Kind
  /// The number of the word, from 0 after the program's name; `nil` for the end of the line.
  var word: Int?

  /// A stable name, for looking things up.
  var code: String {
    switch kind {
    case .unknownCommand: "unknown-command"
    case .optionBeforeCommand: "option-before-command"
    case .unknownOption: "unknown-option"
    case .missingValue: "missing-value"
    case .unexpectedValue: "unexpected-value"
    case .wrongValue: "wrong-value"
    case .noNumber: "no-number"
    case .outOfRange: "out-of-range"
    case .missingOption: "missing-option"
    case .missingArgument: "missing-argument"
    case .unexpectedArgument: "unexpected-argument"
    case .optionTwice: "option-twice"
    case .notUnderstood: "not-understood"
    }
  }
}
