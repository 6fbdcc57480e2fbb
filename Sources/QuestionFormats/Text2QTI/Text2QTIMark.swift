import Source
import Text

/// What the beginning of a line says it is.
enum Text2QTIMark: Hashable {
  case question
  case choice(isCorrect: Bool), answer(isCorrect: Bool), shortAnswer
  case numeric, essay, upload
  case feedback, correctFeedback, incorrectFeedback, solution
  case title, points, textTitle, text, quizTitle, quizDescription
  case group, endGroup, pick, solutionsPick, groupPoints
  case shuffle, cannotGoBack, otherSetting
  case comment, commentBlock, endCommentBlock, code

  /// Whether indented lines go on with the text.
  var isMultiLine: Bool {
    switch self {
    case .question, .choice, .answer, .feedback, .correctFeedback, .incorrectFeedback, .solution,
      .title, .textTitle, .text, .quizTitle, .quizDescription:
      true
    default: false
    }
  }

  /// Whether the mark is a word with a colon.
  var isLabel: Bool {
    [.title, .textTitle, .text, .quizTitle, .quizDescription].contains(self)
  }

  /// Whether the text may hold blank lines.
  var hasParagraphs: Bool { isMultiLine && ![.title, .textTitle, .quizTitle].contains(self) }

  /// Whether something has to stand after the mark.
  var needsContent: Bool {
    ![.essay, .upload, .group, .endGroup, .comment, .commentBlock, .endCommentBlock, .code]
      .contains(self)
  }

  /// The labels that end with a colon, in lower case.
  private static let labels: [String: Text2QTIMark] = [
    "title": .title, "points": .points, "text title": .textTitle, "text": .text,
    "quiz title": .quizTitle, "quiz description": .quizDescription, "pick": .pick,
    "solutions pick": .solutionsPick, "points per question": .groupPoints,
    "shuffle answers": .shuffle, "show correct answers": .otherSetting,
    "one question at a time": .otherSetting, "can't go back": .cannotGoBack,
    "feedback is solution": .otherSetting, "solutions sample groups": .otherSetting,
    "solutions randomize groups": .otherSetting,
  ]

  /// Returns the mark of a line and how many bytes it has; `nil` where the line begins with none.
  static func of(_ line: String) -> (mark: Text2QTIMark, length: Int)? {
    let bytes = line.utf8
    guard let first = bytes.first else { return nil }
    func starts(_ mark: String) -> Bool {
      bytes.starts(with: mark.utf8)
    }
    switch first {
    case UInt8(ascii: "%"): return (.comment, 1)
    case UInt8(ascii: "+"): return (.correctFeedback, 1)
    case UInt8(ascii: "-"): return (.incorrectFeedback, 1)
    case UInt8(ascii: "!"): return (.solution, 1)
    case UInt8(ascii: "="): return (.numeric, 1)
    case UInt8(ascii: "."): return starts("...") ? (.feedback, 3) : nil
    case UInt8(ascii: "["):
      if starts("[*]") { return (.answer(isCorrect: true), 3) }
      if starts("[ ]") { return (.answer(isCorrect: false), 3) }
      return starts("[]") ? (.answer(isCorrect: false), 2) : nil
    case UInt8(ascii: "*"):
      let letter = Self.letter(bytes.dropFirst())
      return letter > 0 ? (.choice(isCorrect: true), 1 + letter) : (.shortAnswer, 1)
    case UInt8(ascii: "_"): return Self.run(bytes, of: first).map { (.essay, $0) }
    case UInt8(ascii: "^"): return Self.run(bytes, of: first).map { (.upload, $0) }
    case UInt8(ascii: "`"): return starts("```") ? (.code, 3) : nil
    default: break
    }
    let number = Self.number(bytes)
    if number > 0 { return (.question, number) }
    let letter = Self.letter(bytes[...])
    if letter > 0 { return (.choice(isCorrect: false), letter) }
    return word(line, bytes)
  }

  /// Reads words of capitals, and labels with a colon.
  private static func word(_ line: String, _ bytes: String.UTF8View) -> (Text2QTIMark, Int)? {
    guard let first = bytes.first, first < 0x80 else { return nil }
    let alone: [(String, Text2QTIMark)] = [
      ("GROUP", .group), ("END_GROUP", .endGroup), ("COMMENT", .commentBlock),
      ("END_COMMENT", .endCommentBlock),
    ]
    for (word, mark) in alone where bytes.starts(with: word.utf8) {
      let isAlone = bytes.dropFirst(word.utf8.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if isAlone { return (mark, word.utf8.count) }
    }
    let label = bytes.prefix(30).prefix { $0 != UInt8(ascii: ":") }
    guard label.endIndex < bytes.endIndex, bytes[label.endIndex] == UInt8(ascii: ":") else {
      return nil
    }
    return labels[String(Substring(label)).lowercased()].map { ($0, label.count + 1) }
  }

  /// The length of `1.`, in Latin or Khmer digits; 0 where none stands there.
  private static func number(_ bytes: String.UTF8View) -> Int {
    var length = 0
    var rest = bytes[...]
    while let first = rest.first {
      if (0x30...0x39).contains(first) {
        length += 1
        rest = rest.dropFirst()
      } else if first == 0xE1, rest.dropFirst().first == 0x9F,
        let last = rest.dropFirst(2).first, (0xA0...0xA9).contains(last)
      {
        length += 3
        rest = rest.dropFirst(3)
      } else {
        break
      }
    }
    return length > 0 && rest.first == UInt8(ascii: ".") ? length + 1 : 0
  }

  /// The length of `a)` or `ក)`; 0 where none stands there.
  private static func letter(_ bytes: Substring.UTF8View) -> Int {
    guard let first = bytes.first else { return 0 }
    let isLatin = (0x61...0x7A).contains(first | 0x20)
    let length = isLatin ? 1 : 3
    guard bytes.dropFirst(length).first == UInt8(ascii: ")") else { return 0 }
    if isLatin { return 2 }
    // The consonants ក to អ are the bytes E1 9E 80 to E1 9E A2.
    guard first == 0xE1, bytes.dropFirst().first == 0x9E,
      let last = bytes.dropFirst(2).first, (0x80...0xA2).contains(last)
    else { return 0 }
    return 4
  }

  /// The length of a line of three or more of one sign and nothing else.
  private static func run(_ bytes: String.UTF8View, of sign: UInt8) -> Int? {
    let signs = bytes.prefix { $0 == sign }
    guard signs.count >= 3, bytes[signs.endIndex...].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
      return nil
    }
    return signs.count
  }
}

/// A mark with its text, as it stands in a file.
struct Text2QTIBlock {
  var mark: Text2QTIMark
  /// The text, its lines joined by line breaks, without indentation and spaces at line ends.
  var text: String
  /// The number of the first line.
  var line: Int
  /// The column where the text begins, in scalars, from 1.
  var column: Int
  /// Whether white space stands between the mark and its text.
  var isSpaced: Bool
}
