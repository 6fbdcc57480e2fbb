import Assessment
import Source
import Text

/// A question while its lines are read.
struct Text2QTIQuestion {
  /// The kinds of answers; a question has those of one kind.
  enum Kind {
    case choice, answers, shortText, numeric, essay, upload
  }

  /// An option as its line gives it.
  struct Option {
    var text: String
    var isCorrect: Bool
    var feedback: String?
    var line: Int
    var column: Int
  }

  var text: String
  var line: Int
  var title = ""
  var points: Double?
  var id: String?
  var tags: [String] = []
  var feedback: String?
  var kind: Kind?
  var options: [Option] = []
  var numeric: NumericInteraction?
  var lost: [LocalizedText] = []
  /// Whether a mistake was found, so that the question is lost whole.
  var isSpoiled = false

  init(text: String, line: Int) {
    self.text = text
    self.line = line
  }

  /// What the question is called in the account of losses.
  var name: String {
    if !title.isEmpty { return title }
    return text.utf8.split(separator: 0x0A).first.map { String(Substring($0)) } ?? ""
  }

  /// What keeps the answers from being complete: a finding's code, line, column and message.
  func flaws() -> [(code: String, line: Int, column: Int, message: LocalizedText)] {
    switch kind {
    case nil: return [("no-answer", line, 1, Text2QTIMessages.noAnswer)]
    case .shortText, .numeric, .essay, .upload: return []
    case .choice, .answers:
      var flaws: [(String, Int, Int, LocalizedText)] = []
      var seen: Set<String> = []
      for option in options where !seen.insert(option.text).inserted {
        flaws.append(("twin-option", option.line, option.column, Text2QTIMessages.twinOption))
      }
      let right = options.filter(\.isCorrect)
      if options.count < 2 { flaws.append(("few-options", line, 1, Text2QTIMessages.fewOptions)) }
      if right.isEmpty { flaws.append(("bad-key", line, 1, Text2QTIMessages.noRightOption)) }
      if kind == .choice, right.count > 1 {
        flaws.append(("bad-key", right[1].line, 1, Text2QTIMessages.severalRight))
      }
      return flaws
    }
  }

  /// Returns how the question is answered; `nil` where that is by a file.
  func interaction(in language: Language, keepsOrder: Bool, file: SourceFile) -> Interaction? {
    func localized(_ text: String?) -> LocalizedText { LocalizedText(text ?? "", in: language) }
    switch kind {
    case nil, .upload: return nil
    case .essay: return .essay(EssayInteraction())
    case .numeric: return numeric.map { .numeric($0) }
    case .shortText:
      return .text(TextInteraction(answers: options.map { .init($0.text) }))
    case .choice, .answers:
      if kind == .choice, let place = truePlace {
        let (isTrue, isFalse) = (options[place], options[1 - place])
        return .choice(
          ChoiceInteraction(
            isTrue: isTrue.isCorrect, trueFeedback: localized(isTrue.feedback),
            falseFeedback: localized(isFalse.feedback)))
      }
      return .choice(
        ChoiceInteraction(
          isMultiple: kind == .answers, keepsOrder: keepsOrder,
          options: options.enumerated().map { index, option in
            ChoiceOption(
              id: ChoiceOption.id(at: index), text: localized(option.text),
              isCorrect: option.isCorrect, feedback: localized(option.feedback),
              location: file.location(option.line, option.column))
          }))
    }
  }

  /// The place of 'True' among two options that are True and False.
  private var truePlace: Int? {
    guard options.count == 2 else { return nil }
    let texts = options.map { $0.text.lowercased() }
    let pairs = [
      ("true", "false"), (ChoiceInteraction.trueText.km, ChoiceInteraction.falseText.km),
    ]
    for (yes, no) in pairs {
      if texts == [yes, no] { return 0 }
      if texts == [no, yes] { return 1 }
    }
    return nil
  }

  // MARK: Numbers

  /// Reads `3`, `3 +- 0.1`, `3 +- 5%`, `[1, 2]`.
  static func number(_ text: String) -> NumericInteraction? {
    let text = Khmer.withLatinDigits(text)
    let bytes = text.utf8
    if bytes.first == UInt8(ascii: "[") {
      guard bytes.last == UInt8(ascii: "]") else { return nil }
      let parts = bytes.dropFirst().dropLast()
        .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { double(String(Substring($0))) }
      guard parts.count == 2, let low = parts[0], let high = parts[1], low <= high else {
        return nil
      }
      return made(low + (high - low) / 2, (high - low) / 2)
    }
    if let sign = plusMinus(bytes) {
      var margin = String(Substring(bytes[bytes.index(sign, offsetBy: 2)...])).trimmed
      let isPercent = margin.utf8.last == UInt8(ascii: "%")
      if isPercent { margin = String(Substring(margin.utf8.dropLast())) }
      guard let value = double(String(Substring(bytes[..<sign]))), let width = double(margin),
        width >= 0
      else { return nil }
      return made(value, isPercent ? value.magnitude * width / 100 : width)
    }
    return double(text).flatMap { made($0, 0) }
  }

  private static func made(_ value: Double, _ tolerance: Double) -> NumericInteraction? {
    value.isFinite && tolerance.isFinite
      ? NumericInteraction(value: value, tolerance: tolerance) : nil
  }

  private static func plusMinus(_ bytes: String.UTF8View) -> String.Index? {
    var at = bytes.startIndex
    while let plus = bytes[at...].firstIndex(of: UInt8(ascii: "+")) {
      at = bytes.index(after: plus)
      if at < bytes.endIndex, bytes[at] == UInt8(ascii: "-") { return plus }
    }
    return nil
  }

  /// Reads a decimal number; words and hexadecimal ones are none.
  static func double(_ text: String) -> Double? {
    let text = text.trimmed
    let isDecimal = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isDecimal, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
