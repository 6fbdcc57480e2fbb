import Source
import Text

/// Reads the answer lines of an item: options, numbers, texts, and the feedback below them.
struct AnswerReader {
  let parser: ItemParser
  /// The feedback that belongs to the whole item.
  private(set) var feedback = ""

  private var options: [ChoiceOption] = []
  private var isMultiple: [Bool] = []
  private var numeric: NumericInteraction?
  private var accepted: [String] = []
  private var last: Last = .nothing
  private var isBroken = false

  /// What a following line continues.
  private enum Last {
    case nothing
    case option
    case optionFeedback
    case itemFeedback
    case other
  }

  init(parser: ItemParser) {
    self.parser = parser
  }

  /// Tells whether a line begins the answers.
  static func isAnswer(_ line: String) -> Bool {
    mark(line) != nil || line.hasPrefix("= ") || line.hasPrefix("~ ")
  }

  /// Returns the interaction, or `nil` after findings.
  mutating func interaction() -> Interaction? {
    for (number, line) in parser.answerLines { read(line, number: number) }
    let kinds = [!options.isEmpty, numeric != nil, !accepted.isEmpty].count { $0 }
    if kinds == 0 {
      if !isBroken { complain("no-answer", ItemMessages.noAnswer, ItemMessages.noAnswerRemedy) }
      return nil
    }
    if kinds > 1 || Set(isMultiple).count > 1 {
      complain("mixed-answers", ItemMessages.mixedAnswers, ItemMessages.mixedAnswersRemedy)
      return nil
    }
    guard !isBroken else { return nil }
    if let numeric { return .numeric(numeric) }
    if !accepted.isEmpty {
      let answers = accepted.map { TextInteraction.Answer($0, language: parser.language) }
      return .text(TextInteraction(answers: answers))
    }
    return .choice(ChoiceInteraction(isMultiple: isMultiple.first ?? false, options: options))
  }

  // MARK: Lines

  private mutating func read(_ line: String, number: Int) {
    let trimmed = line.trimmingSpaces()
    if trimmed.isEmpty { return }
    if let mark = Self.mark(line) {
      addOption(mark, line: line, number: number)
    } else if line.hasPrefix("= ") {
      readNumber(String(line.dropFirst(2)), line: line, number: number)
    } else if line.hasPrefix("~ ") {
      accepted.append(String(line.dropFirst(2)).trimmingSpaces())
      last = .other
    } else if trimmed.hasPrefix(">") {
      addFeedback(String(trimmed.dropFirst()).trimmingSpaces(), isIndented: line.first == " ")
    } else if line.first == " ", last != .nothing {
      continueLast(with: trimmed)
    } else {
      isBroken = true
      complain(
        "bad-answer", at: number, line: line, ItemMessages.badAnswer(trimmed),
        ItemMessages.noAnswerRemedy)
    }
  }

  /// Returns what the brackets of an option line say, or `nil` for another line.
  private static func mark(_ line: String) -> (isMultiple: Bool, isCorrect: Bool)? {
    let scalars = Array(line.unicodeScalars.prefix(6))
    guard scalars.count >= 5, scalars[0] == "-", scalars[1] == " " else { return nil }
    let isRound = scalars[2] == "(" && scalars[4] == ")"
    let isSquare = scalars[2] == "[" && scalars[4] == "]"
    guard isRound || isSquare, scalars.count == 5 || scalars[5] == " " else { return nil }
    switch scalars[3] {
    case " ": return (isSquare, false)
    case "x", "X": return (isSquare, true)
    default: return nil
    }
  }

  private mutating func addOption(
    _ mark: (isMultiple: Bool, isCorrect: Bool), line: String, number: Int
  ) {
    isMultiple.append(mark.isMultiple)
    let text = String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(5))).trimmingSpaces()
    options.append(
      ChoiceOption(
        id: ChoiceOption.id(at: options.count), text: parser.localized(text),
        isCorrect: mark.isCorrect, location: parser.file.location(number, 7)))
    last = .option
  }

  private mutating func readNumber(_ text: String, line: String, number: Int) {
    last = .other
    let parts = Self.splitTolerance(text)
    guard numeric == nil, let value = Response.number(parts.value),
      let tolerance = parts.tolerance.map(Response.number) ?? .some(0), tolerance >= 0
    else {
      isBroken = true
      complain(
        "bad-number", at: number, line: line, ItemMessages.badNumber, ItemMessages.badNumberRemedy)
      return
    }
    numeric = NumericInteraction(value: value, tolerance: tolerance)
  }

  private static func splitTolerance(_ text: String) -> (value: String, tolerance: String?) {
    for mark in ["+-", "±"] {
      let scalars = Array(text.unicodeScalars)
      let sought = Array(mark.unicodeScalars)
      guard scalars.count >= sought.count else { continue }
      for start in 0...(scalars.count - sought.count)
      where Array(scalars[start..<(start + sought.count)]) == sought {
        let value = String(String.UnicodeScalarView(scalars[..<start]))
        let tolerance = String(String.UnicodeScalarView(scalars[(start + sought.count)...]))
        return (value, tolerance)
      }
    }
    return (text, nil)
  }

  private mutating func addFeedback(_ text: String, isIndented: Bool) {
    if isIndented, !options.isEmpty {
      append(text, toOptionFeedback: options.count - 1)
      last = .optionFeedback
    } else {
      feedback += (feedback.isEmpty ? "" : "\n") + text
      last = .itemFeedback
    }
  }

  private mutating func continueLast(with text: String) {
    switch last {
    case .option:
      let language = parser.language
      options[options.count - 1].text[language] += " " + text
    case .optionFeedback: append(text, toOptionFeedback: options.count - 1)
    case .itemFeedback: feedback += " " + text
    case .other: accepted.isEmpty ? () : (accepted[accepted.count - 1] += " " + text)
    case .nothing: break
    }
  }

  private mutating func append(_ text: String, toOptionFeedback index: Int) {
    let language = parser.language
    let before = options[index].feedback[language]
    options[index].feedback[language] = before.isEmpty ? text : before + " " + text
  }

  // MARK: Findings

  private func complain(_ code: String, _ message: LocalizedText, _ remedy: LocalizedText) {
    parser.add(
      code, parser.section.location, length: parser.section.title.unicodeScalars.count, message,
      remedy)
  }

  private func complain(
    _ code: String, at number: Int, line: String, _ message: LocalizedText,
    _ remedy: LocalizedText
  ) {
    parser.add(
      code, parser.file.location(number, 1), length: line.unicodeScalars.count, message, remedy)
  }
}
