import Assessment
import Source
import Text

/// Reads what stands between the braces of a question.
struct GIFTAnswers {
  let parser: GIFTParser
  let start: Int
  let end: Int
  private(set) var lost: [QuestionLoss] = []

  /// What the braces hold.
  struct Reading {
    var interaction: Interaction
    var scoring: Scoring
  }

  /// One answer behind `=` or `~`.
  private struct Answer {
    var isRight: Bool
    var weight: Double?
    var text: String
    var feedback: String
    var offset: Int
  }

  init(parser: GIFTParser, start: Int, end: Int) {
    self.parser = parser
    self.start = start
    self.end = end
  }

  /// Returns the interaction, or `nil` after a finding.
  mutating func read() -> Reading? {
    let content = parser.block.bytes[start..<end].drop(while: GIFTBlocks.isSpace)
    guard let first = content.first else {
      return Reading(interaction: .essay(EssayInteraction()), scoring: .exact)
    }
    if first == UInt8(ascii: "#") { return numeric(from: content.startIndex + 1) }
    if first != UInt8(ascii: "="), first != UInt8(ascii: "~") { return trueFalse(content) }
    guard let answers = answers(from: content.startIndex) else { return nil }
    if answers.contains(where: {
      parser.find("->", from: $0.offset, before: bound($0, answers)) != nil
    }),
      answers.allSatisfy(\.isRight)
    {
      return matching(answers)
    }
    if answers.allSatisfy(\.isRight) { return shortText(answers) }
    return choice(answers)
  }

  private func bound(_ answer: Answer, _ answers: [Answer]) -> Int {
    answers.first { $0.offset > answer.offset }?.offset ?? end
  }

  // MARK: Kinds

  private func trueFalse(_ content: ArraySlice<UInt8>) -> Reading? {
    let parts = parts(content, at: "#")
    let word = parser.text(parts[0]).lowercased()
    let isTrue = ["t", "true"].contains(word)
    guard isTrue || ["f", "false"].contains(word), parts.count <= 3 else {
      parser.complain("bad-answer", content.startIndex, GIFTMessages.badAnswer)
      return nil
    }
    // The first feedback is for a wrong answer, the second for a right one.
    let wrong = parts.count > 1 ? parser.text(parts[1]) : ""
    let right = parts.count > 2 ? parser.text(parts[2]) : ""
    return Reading(
      interaction: .choice(
        ChoiceInteraction(
          isTrue: isTrue, trueFeedback: localized(isTrue ? right : wrong),
          falseFeedback: localized(isTrue ? wrong : right))), scoring: .exact)
  }

  private mutating func choice(_ answers: [Answer]) -> Reading? {
    let rights = answers.filter(\.isRight)
    let isMultiple = rights.isEmpty
    guard !isMultiple || answers.contains(where: { ($0.weight ?? 0) > 0 }) else {
      parser.complain("bad-key", start, GIFTMessages.noRightAnswer)
      return nil
    }
    guard answers.count >= 2 else {
      parser.complain("few-options", start, GIFTMessages.fewOptions)
      return nil
    }
    let hasWeights = isMultiple || answers.contains { $0.weight != nil } || rights.count > 1
    let options = answers.enumerated().map { index, answer in
      let weight = answer.isRight ? answer.weight ?? 100 : answer.weight ?? 0
      return ChoiceOption(
        id: ChoiceOption.id(at: index), text: localized(answer.text),
        isCorrect: isMultiple ? weight > 0 : answer.isRight,
        weight: hasWeights ? weight : nil, feedback: localized(answer.feedback),
        location: parser.location(answer.offset))
    }
    // Moodle holds a question of several answers at zero; one of one answer may go below.
    let lowest = options.compactMap(\.weight).min() ?? 0
    let floor = isMultiple ? 0 : min(0, lowest)
    return Reading(
      interaction: .choice(ChoiceInteraction(isMultiple: isMultiple, options: options)),
      scoring: hasWeights ? Scoring(.parts, floor: max(-100, floor)) : .exact)
  }

  private mutating func shortText(_ answers: [Answer]) -> Reading? {
    var accepted: [TextInteraction.Answer] = []
    for answer in answers {
      let weight = answer.weight ?? 100
      if answer.text == "*" {
        // Feedback to whatever else was typed; no answer of Sala's is a pattern.
        lost.append(
          QuestionLoss(
            item: "", what: weight == 0 ? GIFTMessages.elseFeedback : GIFTMessages.pattern,
            location: parser.location(answer.offset)))
        continue
      }
      if answer.text.utf8.contains(UInt8(ascii: "*")), !answer.text.contains("\\*") {
        lost.append(
          QuestionLoss(
            item: "", what: GIFTMessages.pattern, location: parser.location(answer.offset)))
      }
      accepted.append(
        .init(
          answer.text.replacing("\\*", with: "*"), weight: weight,
          feedback: localized(answer.feedback)))
    }
    guard !accepted.isEmpty else {
      parser.complain("no-answer", start, GIFTMessages.noAnswer)
      return nil
    }
    return Reading(interaction: .text(TextInteraction(answers: accepted)), scoring: .exact)
  }

  private mutating func matching(_ answers: [Answer]) -> Reading? {
    var sources: [MatchInteraction.Source] = []
    var targets: [MatchInteraction.Target] = []
    var extras: [String] = []
    var ids: [String: String] = [:]
    for answer in answers {
      let limit = bound(answer, answers)
      guard let arrow = parser.find("->", from: answer.offset, before: limit) else {
        parser.complain("no-arrow", answer.offset, GIFTMessages.noArrow)
        return nil
      }
      var format = GIFTParser.TextFormat.plain
      let bytes = parser.block.bytes
      let left = parser.text(parser.stripped(bytes[(answer.offset + 1)..<arrow], format: &format))
      let right = parser.text(bytes[(arrow + 2)..<limit])
      guard !right.isEmpty else {
        parser.complain("no-arrow", answer.offset, GIFTMessages.noArrow)
        return nil
      }
      if left.isEmpty {
        extras.append(right)
        continue
      }
      let id = ids[right] ?? "\(targets.count + 1)"
      if ids[right] == nil {
        ids[right] = id
        targets.append(.init(id: id, text: localized(right)))
      }
      sources.append(
        .init(
          id: ChoiceOption.id(at: sources.count), text: localized(left), target: id,
          location: parser.location(answer.offset)))
    }
    guard sources.count >= 2 else {
      parser.complain("few-options", start, GIFTMessages.fewPairs)
      return nil
    }
    for extra in extras where ids[extra] == nil {
      targets.append(.init(id: "\(targets.count + 1)", text: localized(extra)))
    }
    return Reading(
      interaction: .match(MatchInteraction(sources: sources, targets: targets)),
      scoring: Scoring(.parts))
  }

  private mutating func numeric(from start: Int) -> Reading? {
    let content = parser.block.bytes[start..<end].drop(while: GIFTBlocks.isSpace)
    var numbers: [NumericInteraction.Answer] = []
    var answers: [Answer] = []
    if content.first == UInt8(ascii: "=") || content.first == UInt8(ascii: "~") {
      guard let read = self.answers(from: content.startIndex, keepsColons: true) else { return nil }
      answers = read
    } else {
      let parts = parts(content, at: "#")
      answers = [
        Answer(
          isRight: true, weight: nil, text: parser.text(parts[0]),
          feedback: parts.count > 1 ? parser.text(parts[1]) : "", offset: content.startIndex)
      ]
    }
    for answer in answers {
      if answer.text.isEmpty || answer.text == "*" || answer.text == "~" {
        lost.append(
          QuestionLoss(
            item: "", what: GIFTMessages.elseFeedback, location: parser.location(answer.offset)))
        continue
      }
      var text = answer.text
      var other = answer.feedback
      // `3:2~#wrong`: feedback to everything else.
      if text.utf8.last == UInt8(ascii: "~") {
        text = String(Substring(text.utf8.dropLast())).trimmingSpaces()
        lost.append(
          QuestionLoss(
            item: "", what: GIFTMessages.elseFeedback, location: parser.location(answer.offset)))
        other = ""
      }
      guard let (value, tolerance) = Self.number(text) else {
        parser.complain("bad-number", answer.offset, GIFTMessages.badNumber)
        return nil
      }
      numbers.append(
        .init(
          value: value, tolerance: tolerance, weight: answer.weight ?? 100,
          feedback: localized(other)))
    }
    guard !numbers.isEmpty else {
      parser.complain("no-answer", start, GIFTMessages.noAnswer)
      return nil
    }
    return Reading(interaction: .numeric(NumericInteraction(answers: numbers)), scoring: .exact)
  }

  /// Reads `1822`, `1822:5` and `3.141..3.142`.
  private static func number(_ text: String) -> (Double, Double)? {
    let bytes = Array(text.utf8)
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      guard let value = Response.number(String(decoding: bytes[..<colon], as: UTF8.self)),
        let tolerance = Response.number(String(decoding: bytes[(colon + 1)...], as: UTF8.self)),
        tolerance >= 0
      else { return nil }
      return (value, tolerance)
    }
    let dots = Array("..".utf8)
    if bytes.count > 3 {
      for at in 1..<(bytes.count - 2) where bytes[at..<(at + 2)].elementsEqual(dots) {
        guard let low = Response.number(String(decoding: bytes[..<at], as: UTF8.self)),
          let high = Response.number(String(decoding: bytes[(at + 2)...], as: UTF8.self)),
          low <= high
        else { return nil }
        return ((low + high) / 2, (high - low) / 2)
      }
    }
    return Response.number(text).map { ($0, 0) }
  }

  // MARK: Answers

  /// Reads the answers behind `=` and `~`.
  private func answers(from first: Int, keepsColons: Bool = false) -> [Answer]? {
    var starts: [Int] = []
    var at = first
    let bytes = parser.block.bytes
    while at < end {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 2
        continue
      }
      // In numbers a `~` right before `#` belongs to the answer before it.
      let isMark = bytes[at] == UInt8(ascii: "=") || bytes[at] == UInt8(ascii: "~")
      if isMark { starts.append(at) }
      at += 1
    }
    var answers: [Answer] = []
    for (index, start) in starts.enumerated() {
      let limit = index + 1 < starts.count ? starts[index + 1] : end
      var content = bytes[(start + 1)..<limit].drop(while: GIFTBlocks.isSpace)
      var weight: Double?
      if content.first == UInt8(ascii: "%"),
        let close = content.dropFirst().firstIndex(of: UInt8(ascii: "%"))
      {
        let number = String(decoding: content[(content.startIndex + 1)..<close], as: UTF8.self)
        guard let percent = Response.number(number), percent.magnitude <= 100 else {
          parser.complain("bad-weight", content.startIndex, GIFTMessages.badWeight)
          return nil
        }
        weight = percent
        content = content[(close + 1)...]
      }
      let parts = parts(content, at: "#")
      var format = GIFTParser.TextFormat.plain
      let isRight = bytes[start] == UInt8(ascii: "=")
      let feedback = parts.count > 1 ? parser.text(parser.stripped(parts[1], format: &format)) : ""
      answers.append(
        Answer(
          isRight: isRight, weight: weight,
          text: parser.text(parser.stripped(parts[0], format: &format)), feedback: feedback,
          offset: start))
    }
    guard
      let broken = answers.first(where: { $0.text.isEmpty && !keepsColons && $0.feedback.isEmpty })
    else { return answers }
    parser.complain("bad-answer", broken.offset, GIFTMessages.emptyAnswer)
    return nil
  }

  /// Parts bytes at a sign outside of escapes.
  private func parts(_ bytes: ArraySlice<UInt8>, at mark: Unicode.Scalar) -> [ArraySlice<UInt8>] {
    let sign = UInt8(ascii: mark)
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 2
        continue
      }
      if bytes[at] == sign {
        parts.append(bytes[start..<at])
        start = at + 1
      }
      at += 1
    }
    parts.append(bytes[min(start, bytes.endIndex)..<bytes.endIndex])
    return parts
  }

  private func localized(_ text: String) -> LocalizedText {
    LocalizedText(text, in: parser.language)
  }
}
