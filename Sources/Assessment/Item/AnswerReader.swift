import Source
import Text

/// Gathers the answers of one item out of its lines, with the feedback below them.
struct AnswerReader {
  /// An answer with the texts that go on below it.
  struct Answer {
    /// What its line says; the text of it is in `text`.
    var line: AnswerLine
    /// The text, over all its lines.
    var text: String
    /// The feedback.
    var feedback = ""
    /// The number of its line.
    var number: Int
    /// The blank that it belongs to, or `nil`.
    var blank: String?
  }

  let parser: ItemParser
  /// The answers, in order.
  private(set) var answers: [Answer] = []
  /// The feedback that belongs to the whole item.
  private(set) var feedback = ""
  /// Whether a line was found that is neither.
  private(set) var isBroken = false

  private var last = Last.nothing
  private var breaks = false

  /// What a following line continues.
  private enum Last {
    case nothing
    case answer
    case answerFeedback
    case itemFeedback
  }

  init(parser: ItemParser) {
    self.parser = parser
  }

  /// Reads the lines from the first answer on.
  mutating func read(_ lines: ArraySlice<String>, firstNumber: Int) {
    for (offset, line) in lines.enumerated() { read(line, number: firstNumber + offset) }
  }

  private mutating func read(_ line: String, number: Int) {
    if breaks {
      continueAfterBreak(line)
      return
    }
    guard let first = line.utf8.first else { return }
    if let answer = AnswerLine.read(line) {
      add(answer, number: number)
    } else if first == UInt8(ascii: ">") {
      addItemFeedback(line)
    } else if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
      let trimmed = line.trimmingSpaces()
      if trimmed.isEmpty { return }
      if trimmed.utf8.first == UInt8(ascii: ">") {
        addAnswerFeedback(trimmed)
      } else if last != .nothing {
        continueLast(with: trimmed)
      } else {
        complain(line, number: number)
      }
    } else if line.trimmingSpaces().isEmpty {
      return
    } else {
      complain(line, number: number)
    }
  }

  private mutating func add(_ line: AnswerLine, number: Int) {
    var blank: String?
    var inner = line
    if case .blank(let id, let answer) = line {
      blank = id
      inner = answer
    }
    let text =
      switch inner {
      case .option(_, _, _, let text), .number(_, let text), .text(_, let text), .step(let text):
        text
      case .pair(_, let right): right
      case .blank: ""
      }
    let opened = AnswerText.opened(text)
    breaks = opened.breaks
    answers.append(Answer(line: inner, text: opened.text, number: number, blank: blank))
    last = .answer
  }

  private mutating func addItemFeedback(_ line: String) {
    let text = Substring(line).dropFirstBytes(1).trimmingSpaces()
    feedback += (last == .itemFeedback ? "\n" : feedback.isEmpty ? "" : "\n") + text
    last = .itemFeedback
  }

  private mutating func addAnswerFeedback(_ trimmed: String) {
    let text = Substring(trimmed).dropFirstBytes(1).trimmingSpaces()
    guard !answers.isEmpty else {
      feedback += (feedback.isEmpty ? "" : "\n") + text
      last = .itemFeedback
      return
    }
    let opened = AnswerText.opened(text)
    breaks = opened.breaks
    let before = answers[answers.count - 1].feedback
    answers[answers.count - 1].feedback = before.isEmpty ? opened.text : before + " " + opened.text
    last = .answerFeedback
  }

  private mutating func continueLast(with text: String) {
    switch last {
    case .answer:
      let opened = AnswerText.opened(text)
      breaks = opened.breaks
      answers[answers.count - 1].text += " " + opened.text
    case .answerFeedback:
      let opened = AnswerText.opened(text)
      breaks = opened.breaks
      answers[answers.count - 1].feedback += " " + opened.text
    case .itemFeedback: feedback += " " + text
    case .nothing: break
    }
  }

  private mutating func continueAfterBreak(_ line: String) {
    var indented = Substring(line)
    while indented.utf8.first == UInt8(ascii: " ") { indented = indented.dropFirstBytes(1) }
    let opened = AnswerText.opened(AnswerText.unguarded(String(indented)))
    breaks = opened.breaks
    if last == .answerFeedback {
      answers[answers.count - 1].feedback += "\n" + opened.text
    } else {
      answers[answers.count - 1].text += "\n" + opened.text
    }
  }

  private mutating func complain(_ line: String, number: Int) {
    isBroken = true
    parser.add(
      "bad-answer", parser.file.location(number, 1), length: line.unicodeScalars.count,
      ItemMessages.badAnswer(line.trimmingSpaces()), ItemMessages.noAnswerRemedy)
  }
}
