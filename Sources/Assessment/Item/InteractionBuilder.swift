import Source
import Text

/// Makes the interaction of an item out of the answers that were read.
struct InteractionBuilder {
  let parser: ItemParser
  let answers: [AnswerReader.Answer]
  let settings: ItemSettings
  /// The kind that the heading names, or `nil`.
  let kind: InteractionKind?
  let stem: String

  private enum Shape {
    case option, number, text, pair, step, blank
  }

  /// Returns the interaction, or `nil` after findings.
  func interaction() -> Interaction? {
    switch kind {
    case .essay, .performance:
      guard let first = answers.first else { return judged() }
      complain(
        "mixed-answers", at: first, ItemMessages.answersOfJudged, ItemMessages.answersOfJudgedRemedy
      )
      return nil
    default: break
    }
    guard let shape = answers.first.map(shape) else {
      parser.complain("no-answer", ItemMessages.noAnswer, ItemMessages.noAnswerRemedy)
      return nil
    }
    if answers.contains(where: { self.shape($0) != shape }) || (shape == .option && isMixed) {
      parser.complain("mixed-answers", ItemMessages.mixedAnswers, ItemMessages.mixedAnswersRemedy)
      return nil
    }
    let made = make(shape)
    if let made, let kind, made.kind != kind {
      parser.complain(
        "wrong-kind", ItemMessages.wrongKind(kind, made.kind), ItemMessages.wrongKindRemedy)
      return nil
    }
    return made
  }

  /// Tells whether any option, number or text states a weight.
  var statesWeights: Bool {
    answers.contains { answer in
      if case .option(_, _, let weight, _) = answer.line { weight != nil } else { false }
    }
  }

  private func shape(_ answer: AnswerReader.Answer) -> Shape {
    if answer.blank != nil { return .blank }
    return switch answer.line {
    case .option: .option
    case .number: .number
    case .text: .text
    case .pair: .pair
    case .step: .step
    case .blank: .blank
    }
  }

  private var isMixed: Bool {
    let squares = answers.map { answer in
      if case .option(let isSquare, _, _, _) = answer.line { isSquare } else { false }
    }
    return Set(squares).count > 1
  }

  private func make(_ shape: Shape) -> Interaction? {
    switch shape {
    case .option:
      let options = options(answers)
      switch kind {
      case .likert, .selfRating:
        if let marked = answers.first(where: isMarked) {
          complain(
            "bad-key", at: marked, ItemMessages.keyOfOpinion, ItemMessages.keyOfOpinionRemedy)
          return nil
        }
        return .rating(RatingInteraction(isSelfRating: kind == .selfRating, options: options))
      case .trueFalse: return trueFalse(options)
      default:
        let isMultiple =
          if case .option(true, _, _, _)? = answers.first?.line { true } else { false }
        return .choice(
          ChoiceInteraction(
            isMultiple: isMultiple, keepsOrder: settings.keepsOrder, options: options))
      }
    case .number: return numeric(answers).map(Interaction.numeric)
    case .text: return .text(text(answers))
    case .pair: return match()
    case .step:
      return .order(
        OrderInteraction(
          options: answers.enumerated().map { index, answer in
            ChoiceOption(
              id: ChoiceOption.id(at: index), text: parser.localized(answer.text), isCorrect: false,
              feedback: parser.localized(answer.feedback), location: location(answer, 4))
          }))
    case .blank: return blanks()
    }
  }

  private func judged() -> Interaction {
    kind == .performance
      ? .performance
      : .essay(EssayInteraction(lines: settings.lines ?? 8, mostWords: settings.words))
  }

  // MARK: Kinds

  private func options(_ answers: [AnswerReader.Answer]) -> [ChoiceOption] {
    answers.enumerated().map { index, answer in
      var isCorrect = false
      var weight: Double?
      if case .option(_, let marked, let stated, _) = answer.line {
        isCorrect = marked
        weight = stated
      }
      return ChoiceOption(
        id: ChoiceOption.id(at: index), text: parser.localized(answer.text), isCorrect: isCorrect,
        weight: weight, feedback: parser.localized(answer.feedback), location: location(answer, 7))
    }
  }

  private func isMarked(_ answer: AnswerReader.Answer) -> Bool {
    if case .option(_, let isCorrect, let weight, _) = answer.line {
      isCorrect || weight != nil
    } else {
      false
    }
  }

  private func trueFalse(_ options: [ChoiceOption]) -> Interaction? {
    guard options.count == 2, options.count(where: \.isCorrect) == 1 else {
      parser.complain("bad-key", ItemMessages.trueFalse, ItemMessages.trueFalseRemedy)
      return nil
    }
    var choice = ChoiceInteraction(isTrue: options[0].isCorrect)
    for index in choice.options.indices {
      choice.options[index].feedback = options[index].feedback
      choice.options[index].weight = options[index].weight
      choice.options[index].location = options[index].location
    }
    return .choice(choice)
  }

  private func numeric(_ answers: [AnswerReader.Answer]) -> NumericInteraction? {
    var accepted: [NumericInteraction.Answer] = []
    for answer in answers {
      guard case .number(let weight, _) = answer.line,
        let (value, tolerance) = Self.valueAndTolerance(answer.text)
      else {
        complain(
          "bad-number", at: answer, ItemMessages.badNumber, ItemMessages.badNumberRemedy)
        return nil
      }
      accepted.append(
        NumericInteraction.Answer(
          value: value, tolerance: tolerance, weight: weight ?? 100,
          feedback: parser.localized(answer.feedback)))
    }
    return NumericInteraction(answers: accepted, units: settings.units)
  }

  private func text(_ answers: [AnswerReader.Answer]) -> TextInteraction {
    TextInteraction(
      answers: answers.map { answer in
        var stated: Double?
        if case .text(let weight, _) = answer.line { stated = weight }
        return TextInteraction.Answer(
          answer.text, weight: stated ?? 100, feedback: parser.localized(answer.feedback))
      }, isCaseSensitive: settings.isCaseSensitive)
  }

  private func match() -> Interaction? {
    var sources: [MatchInteraction.Source] = []
    var targets: [MatchInteraction.Target] = []
    var extras: [MatchInteraction.Target] = []
    var ids: [String: String] = [:]
    for answer in answers {
      guard case .pair(let left, _) = answer.line else { return nil }
      if left.isEmpty {
        extras.append(.init(id: "", text: parser.localized(answer.text)))
        continue
      }
      var target = ids[answer.text]
      if target == nil {
        target = "\(targets.count + 1)"
        ids[answer.text] = target
        targets.append(.init(id: "\(targets.count + 1)", text: parser.localized(answer.text)))
      }
      sources.append(
        .init(
          id: ChoiceOption.id(at: sources.count), text: parser.localized(left),
          target: target ?? "", location: location(answer, 3)))
    }
    for extra in extras { targets.append(.init(id: "\(targets.count + 1)", text: extra.text)) }
    return .match(MatchInteraction(sources: sources, targets: targets))
  }

  private func blanks() -> Interaction? {
    var order: [String] = []
    var lines: [String: [AnswerReader.Answer]] = [:]
    for answer in answers {
      let id = answer.blank ?? ""
      if lines[id] == nil { order.append(id) }
      lines[id, default: []].append(answer)
    }
    let inStem = BlankText.ids(in: stem)
    guard Set(inStem).count == inStem.count, Set(inStem) == Set(order) else {
      parser.complain(
        "blanks-differ", ItemMessages.blanksDiffer(stem: inStem, answers: order),
        ItemMessages.blanksDifferRemedy)
      return nil
    }
    var blanks: [BlanksInteraction.Blank] = []
    for id in order {
      guard let answers = lines[id], let first = answers.first, let entry = entry(answers) else {
        return nil
      }
      blanks.append(.init(id: id, entry: entry, location: location(first, 1)))
    }
    return .blanks(BlanksInteraction(blanks: blanks))
  }

  private func entry(_ answers: [AnswerReader.Answer]) -> BlanksInteraction.Entry? {
    let shapes = answers.map { answer -> Shape in
      switch answer.line {
      case .option: .option
      case .number: .number
      default: .text
      }
    }
    guard let shape = shapes.first, Set(shapes).count == 1 else {
      complain(
        "mixed-answers", at: answers[0], ItemMessages.mixedAnswers, ItemMessages.mixedAnswersRemedy)
      return nil
    }
    switch shape {
    case .option:
      return .choice(ChoiceInteraction(isMultiple: false, options: options(answers)))
    case .number: return numeric(answers).map(BlanksInteraction.Entry.numeric)
    default: return .text(text(answers))
    }
  }

  // MARK: Parts

  static func valueAndTolerance(_ text: String) -> (value: Double, tolerance: Double)? {
    let bytes = Array(text.utf8)
    for mark in [Array("+-".utf8), Array("±".utf8)] where bytes.count > mark.count {
      for start in 0...(bytes.count - mark.count)
      where bytes[start..<(start + mark.count)].elementsEqual(mark) {
        let value = Response.number(String(decoding: bytes[..<start], as: UTF8.self))
        let tolerance = Response.number(
          String(decoding: bytes[(start + mark.count)...], as: UTF8.self))
        guard let value, let tolerance, tolerance >= 0 else { return nil }
        return (value, tolerance)
      }
    }
    return Response.number(text).map { ($0, 0) }
  }

  private func location(_ answer: AnswerReader.Answer, _ column: Int) -> SourceLocation {
    parser.file.location(answer.number, column)
  }

  private func complain(
    _ code: String, at answer: AnswerReader.Answer, _ message: LocalizedText,
    _ remedy: LocalizedText
  ) {
    parser.add(
      code, location(answer, 1),
      length: parser.file.line(answer.number).unicodeScalars.count, message, remedy)
  }
}
