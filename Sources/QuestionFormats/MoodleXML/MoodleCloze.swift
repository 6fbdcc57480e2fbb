import Assessment
import Text

/// Moodle's embedded answers, such as `{1:SHORTANSWER:=Kampot~%50%Takeo#near}`.
enum MoodleCloze {
  /// A text with its blanks.
  struct Reading {
    /// The text, where each blank stands as `[[id]]`.
    var text: String
    var blanks: [BlanksInteraction.Blank] = []
    /// The weights of the blanks.
    var weights: [Int] = []
    /// What no blank carries.
    var lost: [LocalizedText] = []
    /// Why the question cannot be read.
    var problem: LocalizedText?
  }

  /// Reads a text; feedback and answers are in `language`.
  static func read(_ raw: String, language: Language) -> Reading {
    var reading = Reading(text: "")
    var out: [UInt8] = []
    var rest = Substring(raw).utf8
    // Beyond the last brace nothing can be a blank, however many seem to begin.
    let last = rest.lastIndex(of: 0x7D) ?? rest.startIndex
    while let byte = rest.first {
      var after = rest
      if byte == 0x7B, rest.startIndex < last, let mark = Mark(&after) {
        let id = ChoiceOption.id(at: reading.blanks.count)
        if let entry = entry(mark, language, &reading) {
          reading.blanks.append(BlanksInteraction.Blank(id: id, entry: entry))
          reading.weights.append(mark.weight)
          out.append(contentsOf: "[[\(id)]]".utf8)
        }
        rest = after
      } else {
        out.append(byte)
        rest = rest.dropFirst()
      }
    }
    reading.text = String(decoding: out, as: UTF8.self)
    return reading
  }

  /// One blank as it stands.
  private struct Mark {
    var weight = 1
    var kind = ""
    var answers: [(text: String, weight: Double, feedback: String)] = []

    init?(_ rest: inout Substring.UTF8View) {
      var at = rest.dropFirst()
      let digits = at.prefix { (0x30...0x39).contains($0) }.prefix(6)
      at = at.dropFirst(digits.count)
      if !digits.isEmpty { weight = max(1, Int(String(decoding: digits, as: UTF8.self)) ?? 1) }
      guard at.first == 0x3A else { return nil }
      at = at.dropFirst()
      let name = at.prefix { (0x41...0x5A).contains($0) || $0 == 0x5F }.prefix(24)
      at = at.dropFirst(name.count)
      kind = String(decoding: name, as: UTF8.self)
      guard MoodleCloze.kinds.contains(kind), at.first == 0x3A else { return nil }
      at = at.dropFirst()
      var parts: [[UInt8]] = [[]]
      var isEscaped = false
      var steps = 0
      while let byte = at.first, byte != 0x7D || isEscaped {
        steps += 1
        guard steps < MoodleCloze.longest else { return nil }
        if isEscaped {
          parts[parts.count - 1].append(contentsOf: [0x5C, byte])
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x7E {
          parts.append([])
        } else {
          parts[parts.count - 1].append(byte)
        }
        at = at.dropFirst()
      }
      guard at.first == 0x7D else { return nil }
      rest = at.dropFirst()
      for (index, part) in parts.enumerated() where index > 0 || !part.isEmpty { add(part) }
    }

    private mutating func add(_ part: [UInt8]) {
      var bytes = part[...]
      var weight = 0.0
      if bytes.first == 0x3D {
        weight = 100
        bytes = bytes.dropFirst()
      } else if bytes.first == 0x25, let end = bytes.dropFirst().firstIndex(of: 0x25),
        let value = Double(
          String(
            decoding: bytes[(bytes.startIndex + 1)..<end].map { $0 == 0x2C ? 0x2E : $0 },
            as: UTF8.self)),
        value.isFinite
      {
        weight = MoodleFractions.snapped(value) ?? min(100, max(-100, value))
        bytes = bytes[(end + 1)...]
      }
      let hash = mark(in: bytes) ?? bytes.endIndex
      let feedback = bytes[hash...].dropFirst()
      answers.append((Self.plain(bytes[..<hash]), weight, Self.plain(feedback)))
    }

    /// The first `#` that is neither escaped nor part of a character reference.
    private func mark(in bytes: ArraySlice<UInt8>) -> Int? {
      var at = bytes.startIndex
      while at < bytes.endIndex {
        if bytes[at] == 0x5C {
          at += 1
        } else if bytes[at] == 0x23, at == bytes.startIndex || bytes[at - 1] != 0x26 {
          return at
        }
        at += 1
      }
      return nil
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
      var out: [UInt8] = []
      var isEscaped = false
      for byte in bytes {
        // A star keeps its escape, which tells it from a wildcard.
        if isEscaped, byte == 0x2A { out.append(0x5C) }
        if !isEscaped, byte == 0x5C {
          isEscaped = true
        } else {
          out.append(byte)
          isEscaped = false
        }
      }
      return HTMLEntities.decoded(String(decoding: out, as: UTF8.self)).trimmed
    }
  }

  /// The most bytes of one blank.
  private static let longest = 16_384

  private static let texts: Set<String> = [
    "SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC",
  ]
  private static let numbers: Set<String> = ["NUMERICAL", "NM"]
  private static let choices: Set<String> = [
    "MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH", "MULTICHOICE_S", "MCS",
    "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS",
  ]
  private static let several: Set<String> = [
    "MULTIRESPONSE", "MR", "MULTIRESPONSE_H", "MRH", "MULTIRESPONSE_S", "MRS", "MULTIRESPONSE_HS",
    "MRHS",
  ]
  private static let kinds = texts.union(numbers).union(choices).union(several)

  private static func entry(
    _ mark: Mark, _ language: Language, _ reading: inout Reading
  ) -> BlanksInteraction.Entry? {
    func lose(_ what: LocalizedText) {
      if !reading.lost.contains(what) { reading.lost.append(what) }
    }
    if several.contains(mark.kind) {
      reading.problem = MoodleMessages.severalInBlank
      return nil
    }
    if choices.contains(mark.kind) {
      let options = mark.answers.enumerated().map { index, answer in
        ChoiceOption(
          id: ChoiceOption.id(at: index), text: LocalizedText(answer.text, in: language),
          isCorrect: answer.weight == 100, feedback: LocalizedText(answer.feedback, in: language))
      }
      if mark.answers.contains(where: { $0.weight != 0 && $0.weight != 100 }) {
        lose(ItemFeature.optionWeights.name)
      }
      return .choice(
        ChoiceInteraction(
          isMultiple: false, keepsOrder: !mark.kind.hasSuffix("S"), options: options))
    }
    var numeric: [NumericInteraction.Answer] = []
    var accepted: [TextInteraction.Answer] = []
    for answer in mark.answers {
      let feedback = LocalizedText(answer.feedback, in: language)
      if numbers.contains(mark.kind) {
        guard let number = number(answer.text) else {
          lose(answer.text == "*" ? MoodleMessages.otherFeedback : MoodleMessages.wildcards)
          continue
        }
        numeric.append(
          .init(
            value: number.value, tolerance: number.tolerance, weight: answer.weight,
            feedback: feedback))
      } else if let text = MoodleWildcards.plain(answer.text) {
        accepted.append(.init(text, weight: answer.weight, feedback: feedback))
      } else {
        lose(answer.text == "*" ? MoodleMessages.otherFeedback : MoodleMessages.wildcards)
      }
    }
    guard !numeric.isEmpty || !accepted.isEmpty else {
      reading.problem = MoodleMessages.noAnswers
      return nil
    }
    return numeric.isEmpty
      ? .text(
        TextInteraction(answers: accepted, isCaseSensitive: mark.kind.hasSuffix("C")))
      : .numeric(NumericInteraction(answers: numeric))
  }

  /// A number and its tolerance, which stands behind a colon.
  private static func number(_ text: String) -> (value: Double, tolerance: Double)? {
    let halves = text.split(separator: ":", maxSplits: 1)
    guard let first = halves.first, let value = Response.number(String(first)) else { return nil }
    let tolerance = halves.count > 1 ? Response.number(String(halves[1])) : 0
    return tolerance.map { (value, $0.magnitude) }
  }

  // MARK: Writing

  /// Returns a blank as it stands in a text.
  static func text(
    _ entry: BlanksInteraction.Entry, weight: Int, language: Language
  ) -> String {
    func mark(_ weight: Double) -> String {
      weight == 100 ? "=" : "%\(MoodleFractions.text(weight))%"
    }
    func feedback(_ text: LocalizedText) -> String {
      text.isEmpty ? "" : "#" + escaped(text.text(in: language))
    }
    switch entry {
    case .text(let text):
      let answers = text.answers.map {
        mark($0.weight) + escaped(MoodleWildcards.escaped($0.text), keepsStars: true)
          + feedback($0.feedback)
      }
      let kind = text.isCaseSensitive ? "SHORTANSWER_C" : "SHORTANSWER"
      return "{\(weight):\(kind):\(answers.joined(separator: "~"))}"
    case .numeric(let numeric):
      let answers = MoodleNumbers.sorted(numeric.answers).map {
        mark($0.weight) + "\(MoodleNumbers.text($0.value)):\(MoodleNumbers.text($0.tolerance))"
          + feedback($0.feedback)
      }
      return "{\(weight):NUMERICAL:\(answers.joined(separator: "~"))}"
    case .choice(let choice):
      let answers = choice.options.map {
        mark($0.isCorrect ? 100 : 0) + escaped($0.text.text(in: language))
          + feedback($0.feedback)
      }
      let kind = choice.keepsOrder ? "MULTICHOICE" : "MULTICHOICE_S"
      return "{\(weight):\(kind):\(answers.joined(separator: "~"))}"
    }
  }

  private static func escaped(_ text: String, keepsStars: Bool = false) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let isStarMark =
        keepsStars && byte == 0x5C && index + 1 < bytes.count && bytes[index + 1] == 0x2A
      switch byte {
      case 0x26: out.append(contentsOf: "&amp;".utf8)
      case 0x7D, 0x23, 0x7E, 0x2F, 0x22, 0x5C:
        if !isStarMark { out.append(0x5C) }
        out.append(byte)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// The stars in Moodle's accepted texts, which stand for any text unless a backslash is before them.
enum MoodleWildcards {
  /// Returns the text without escapes; `nil` where it has a wildcard.
  static func plain(_ text: String) -> String? {
    guard text.utf8.contains(0x2A) else { return text }
    var out: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x2A {
        guard out.last == 0x5C else { return nil }
        out.removeLast()
      }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Returns the text with its stars escaped.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(0x2A) else { return text }
    var out: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x2A { out.append(0x5C) }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Moodle's numbers.
enum MoodleNumbers {
  /// Returns a number as short as it can be read back.
  static func text(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// Returns answers with the highest grade first: Moodle takes the first one that fits.
  static func sorted(_ answers: [NumericInteraction.Answer]) -> [NumericInteraction.Answer] {
    answers.enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element)
  }

  /// Returns 1/x, which for whole numbers is whole again after the second time.
  static func inverse(_ value: Double) -> Double {
    let inverse = 1 / value
    let whole = inverse.rounded()
    return (inverse - whole).magnitude < 1e-9 * whole.magnitude ? whole : inverse
  }
}
