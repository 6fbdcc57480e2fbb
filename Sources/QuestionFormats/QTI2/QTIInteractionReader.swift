import Assessment
import Source
import Text
import XML

/// Reads the interactions that Sala has; keys and weights come from response processing.
extension QTIItemReader {
  private static func variable(_ element: XMLElement) -> String {
    element.attribute("responseIdentifier") ?? ""
  }

  private static func declaration(
    _ element: XMLElement, _ program: ResponseProgram
  ) -> ResponseDeclaration? {
    program.responses.first { $0.identifier == variable(element) }
  }

  private func text(_ element: XMLElement, _ reader: inout QTIBodyReader) -> LocalizedText {
    let nodes = element.children.filter {
      $0.elementName != "feedbackInline" && $0.elementName != "feedbackBlock"
    }
    return localized(QTIBlockText.markdown(reader.blocks(nodes)))
  }

  private func options(
    _ elements: [XMLElement], _ reader: inout QTIBodyReader
  ) -> [ChoiceOption] {
    elements.enumerated().map { index, element in
      ChoiceOption(
        id: ChoiceOption.id(at: index), text: text(element, &reader), isCorrect: false,
        location: SourceLocation(file: file, line: element.line))
    }
  }

  private func identifiers(_ elements: [XMLElement]) -> [String: String] {
    Dictionary(
      elements.enumerated().map {
        (ChoiceOption.id(at: $0.offset), $0.element.attribute("identifier") ?? "")
      }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Choices

  func choice(
    _ element: XMLElement, _ reader: inout QTIBodyReader, _ program: ResponseProgram,
    _ classes: Set<String>
  ) -> QTIMadeInteraction? {
    let choices = element.elements("simpleChoice")
    guard !choices.isEmpty, let declaration = Self.declaration(element, program) else {
      return nil
    }
    let most = Int(element.attribute("maxChoices") ?? "1") ?? 1
    let least = Int(element.attribute("minChoices") ?? "0") ?? 0
    let isMultiple = declaration.cardinality != .single && most != 1
    if isMultiple, most > 0 && most < choices.count || least > 1 {
      reader.lose(QTI2Messages.choiceLimit)
    }
    let isShuffled = element.attribute("shuffle") == "true"
    if isShuffled, choices.contains(where: { $0.attribute("fixed") == "true" }) {
      let isEvery = choices.allSatisfy { $0.attribute("fixed") == "true" }
      if !isEvery { reader.lose(QTI2Messages.fixedOption) }
    }
    let options = options(choices, &reader)
    let binding = ResponseBinding(
      declaration.identifier, .choice(isContainer: declaration.cardinality != .single),
      identifiers: identifiers(choices))
    let isUnkeyed =
      declaration.correct == .null && declaration.mapping == nil && !program.setsScore
    if isUnkeyed {
      guard !isMultiple else { return nil }
      return QTIMadeInteraction(
        interaction: .rating(
          RatingInteraction(isSelfRating: classes.contains("self-rating"), options: options)),
        binding: binding)
    }
    var choice = ChoiceInteraction(
      isMultiple: isMultiple, keepsOrder: !isShuffled, options: options)
    if !isMultiple, isStatement(choices, options) {
      choice.isTrueFalse = true
      choice.keepsOrder = true
      choice.options[0].text = ChoiceInteraction.trueText
      choice.options[1].text = ChoiceInteraction.falseText
    }
    return QTIMadeInteraction(interaction: .choice(choice), binding: binding)
  }

  private func isStatement(_ choices: [XMLElement], _ options: [ChoiceOption]) -> Bool {
    choices.map { $0.attribute("identifier")?.lowercased() } == ["true", "false"]
      && options[0].text[language] == ChoiceInteraction.trueText[language]
      && options[1].text[language] == ChoiceInteraction.falseText[language]
  }

  // MARK: Orders and pairs

  func order(
    _ element: XMLElement, _ reader: inout QTIBodyReader, _ program: ResponseProgram
  ) -> QTIMadeInteraction? {
    let choices = element.elements("simpleChoice")
    guard let declaration = Self.declaration(element, program) else { return nil }
    let places = Dictionary(
      choices.map { ($0.attribute("identifier") ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    let right = declaration.correct.scalars.compactMap { places[$0.text] }
    guard !right.isEmpty, right.count == choices.count,
      Set(declaration.correct.scalars).count == choices.count
    else { return nil }
    return QTIMadeInteraction(
      interaction: .order(OrderInteraction(options: options(right, &reader))),
      binding: ResponseBinding(declaration.identifier, .order, identifiers: identifiers(right)))
  }

  func match(
    _ element: XMLElement, _ reader: inout QTIBodyReader, _ program: ResponseProgram
  ) -> QTIMadeInteraction? {
    let sets = element.elements("simpleMatchSet").map { $0.elements("simpleAssociableChoice") }
    guard sets.count == 2, let declaration = Self.declaration(element, program) else {
      return nil
    }
    var pairs = declaration.correct.scalars
    if pairs.isEmpty, let mapping = declaration.mapping {
      pairs = mapping.entries.filter { $0.value > 0 }.map(\.key)
    }
    for isTurned in [false, true] {
      let (left, right) = isTurned ? (sets[1], sets[0]) : (sets[0], sets[1])
      var keys: [String: String] = [:]
      for case .directedPair(let first, let second) in pairs {
        keys[isTurned ? second : first] = isTurned ? first : second
      }
      let names = left.map { $0.attribute("identifier") ?? "" }
      guard keys.count == pairs.count, !names.isEmpty, Set(names) == Set(keys.keys),
        names.count == keys.count
      else { continue }
      let numbers = Dictionary(
        right.enumerated().map { ($0.element.attribute("identifier") ?? "", "\($0.offset + 1)") },
        uniquingKeysWith: { first, _ in first })
      guard keys.values.allSatisfy({ numbers[$0] != nil }) else { continue }
      if left.contains(where: { ($0.attribute("matchMax") ?? "1") != "1" }) {
        reader.lose(QTI2Messages.matchLimit)
      }
      let sources = options(left, &reader)
      return QTIMadeInteraction(
        interaction: .match(
          MatchInteraction(
            sources: zip(sources, names).map { option, name in
              .init(
                id: option.id, text: option.text, target: numbers[keys[name] ?? ""] ?? "",
                location: option.location)
            },
            targets: options(right, &reader).enumerated().map {
              .init(id: "\($0.offset + 1)", text: $0.element.text)
            })),
        binding: ResponseBinding(
          declaration.identifier, .pairs(isTurned: isTurned), identifiers: identifiers(left),
          targets: Dictionary(
            numbers.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })))
    }
    return nil
  }

  // MARK: Texts and numbers

  func essay(_ element: XMLElement) -> QTIMadeInteraction? {
    var essay = EssayInteraction()
    if let lines = element.attribute("expectedLines").flatMap({ Int($0) }) {
      essay.lines = min(1000, max(1, lines))
    } else if let length = element.attribute("expectedLength").flatMap({ Int($0) }), length > 0 {
      // A written line holds about seventy letters.
      essay.lines = min(1000, max(1, (min(length, 70_000) + 69) / 70))
    }
    return QTIMadeInteraction(
      interaction: .essay(essay),
      binding: ResponseBinding(Self.variable(element), .text(isRaw: true)))
  }

  func entry(_ element: XMLElement, _ program: ResponseProgram) -> QTIMadeInteraction? {
    guard let declaration = Self.declaration(element, program),
      declaration.cardinality == .single
    else { return nil }
    let name = declaration.identifier
    switch declaration.baseType {
    case .string:
      return QTIMadeInteraction(
        interaction: .text(TextInteraction(answers: [])),
        binding: ResponseBinding(name, .text(isRaw: true)))
    case .integer, .float:
      return QTIMadeInteraction(
        interaction: .numeric(NumericInteraction(answers: [])),
        binding: ResponseBinding(name, .number(declaration.baseType ?? .float)))
    default: return nil
    }
  }

  func blanks(
    _ elements: [XMLElement], _ ids: [String: String], _ reader: inout QTIBodyReader,
    _ program: ResponseProgram
  ) -> QTIMadeInteraction? {
    var blanks: [BlanksInteraction.Blank] = []
    var bindings: [ResponseBinding.Blank] = []
    for element in elements {
      let id = ids[Self.variable(element)] ?? ""
      let location = SourceLocation(file: file, line: element.line)
      if element.name.local == "inlineChoiceInteraction" {
        let choices = element.elements("inlineChoice")
        guard let declaration = Self.declaration(element, program), !choices.isEmpty,
          declaration.cardinality == .single
        else { return nil }
        blanks.append(
          .init(
            id: id,
            entry: .choice(
              ChoiceInteraction(
                isMultiple: false, keepsOrder: element.attribute("shuffle") != "true",
                options: options(choices, &reader))), location: location))
        bindings.append(
          .init(
            id: id,
            binding: ResponseBinding(
              declaration.identifier, .choice(isContainer: false),
              identifiers: identifiers(choices))))
      } else {
        guard let made = entry(element, program) else { return nil }
        switch made.interaction {
        case .text(let text): blanks.append(.init(id: id, entry: .text(text), location: location))
        case .numeric(let numeric):
          blanks.append(.init(id: id, entry: .numeric(numeric), location: location))
        default: return nil
        }
        bindings.append(.init(id: id, binding: made.binding))
      }
    }
    guard Set(blanks.map(\.id)).count == blanks.count else { return nil }
    return QTIMadeInteraction(
      interaction: .blanks(BlanksInteraction(blanks: blanks)),
      binding: ResponseBinding("", .blanks, blanks: bindings))
  }
}
