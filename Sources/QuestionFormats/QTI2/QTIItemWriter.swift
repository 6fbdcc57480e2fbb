import Assessment
import Text
import XML

/// Writes one item as an assessmentItem.
struct QTIItemWriter {
  let version: QTIVersion
  let language: Language

  /// What QTI carries of an item; the tags stand in the manifest.
  static let carried: Set<ItemFeature> = [
    .title, .outcome, .cognitive, .points, .practicePool, .status, .itemFeedback, .optionFeedback,
    .optionWeights, .answerWeights, .partScoring, .floor, .scoreTable, .fixedOrder, .extraTargets,
    .tolerance, .severalAnswers, .caseSensitivity, .essayLength, .rubric, .survey,
  ]

  private var space: XMLNamespace { version.space }

  /// Returns the element; `nil` for an item that QTI has no interaction for.
  func element(_ item: Item) -> XMLElement? {
    guard var made = ItemProgram.program(for: item), let body = body(item, made) else { return nil }
    addFeedback(item, &made.program)
    let writer = QTIProgramWriter(version: version)
    let title = item.title.text(in: language)
    var attributes = [
      XMLAttribute(
        XMLName("schemaLocation", in: QTIVersion.instance), "\(space.uri) \(version.schema)"),
      XMLAttribute("identifier", item.id),
      XMLAttribute("title", title.isEmpty ? item.id : title),
    ]
    attributes.append(XMLAttribute(XMLName("lang", in: .xml), language.rawValue))
    attributes += [
      XMLAttribute("adaptive", "false"), XMLAttribute("timeDependent", "false"),
      XMLAttribute("toolName", "Sala"),
    ]
    var children = writer.declarations(made.program) + [body]
    if let processing = writer.processing(made.program.rules) { children.append(processing) }
    let feedback = item.feedback.text(in: language)
    if !feedback.isEmpty {
      children.append(
        XMLElement(
          space("modalFeedback"),
          attributes: [
            XMLAttribute("outcomeIdentifier", "ANSWERED"), XMLAttribute("showHide", "show"),
            XMLAttribute("identifier", "answered"),
          ], children: QTIBlockText.flow(QTIBlockText.parse(feedback), space)))
    }
    return XMLElement(
      space("assessmentItem"), attributes: attributes, children: children.map(XMLNode.element))
  }

  /// Option feedback is shown by the identifiers that were chosen, the item's after any answer.
  private func addFeedback(_ item: Item, _ program: inout ResponseProgram) {
    if hasOptionFeedback(item), let response = program.responses.first {
      program.outcomes.append(
        OutcomeDeclaration("FEEDBACK", response.cardinality, .identifier))
      program.rules.append(.setOutcome("FEEDBACK", .variable(response.identifier)))
    }
    if !item.feedback.text(in: language).isEmpty {
      program.outcomes.append(OutcomeDeclaration("ANSWERED", .single, .identifier))
      program.rules.append(
        .setOutcome("ANSWERED", .value(.single(.identifier("answered")))))
    }
  }

  private func hasOptionFeedback(_ item: Item) -> Bool {
    switch item.interaction {
    case .choice, .rating:
      item.interaction.options.contains { !$0.feedback.text(in: language).isEmpty }
    default: false
    }
  }

  // MARK: Body

  private func body(_ item: Item, _ made: ItemProgram) -> XMLElement? {
    let stem = item.stem.text(in: language)
    var blocks: [XMLElement] = []
    var kind: String?
    if case .blanks(let blanks) = item.interaction {
      blocks = self.blanks(stem, blanks, made.binding)
      kind = "sala-blanks"
    } else {
      blocks = QTIBlockText.elements(QTIBlockText.parse(stem), space) { _ in nil }
    }
    switch item.interaction {
    case .choice(let choice):
      blocks.append(
        choiceElement(
          choice.options, made.binding, most: choice.isMultiple ? 0 : 1,
          isShuffled: !choice.keepsOrder && !choice.isTrueFalse))
    case .rating(let rating):
      kind = rating.isSelfRating ? "likert self-rating" : "likert"
      blocks.append(choiceElement(rating.options, made.binding, most: 1, isShuffled: false))
    case .match(let match): blocks.append(matchElement(match, made.binding))
    case .order(let order): blocks.append(orderElement(order, made.binding, item.id))
    case .text, .numeric:
      blocks.append(node("p", [], [.element(entry("RESPONSE"))]))
    case .essay(let essay):
      blocks.append(
        node(
          "extendedTextInteraction",
          [("responseIdentifier", "RESPONSE"), ("expectedLines", "\(essay.lines)")], []))
    case .blanks: break
    case .performance: return nil
    }
    return node(
      "itemBody", kind.map { [("class", $0)] } ?? [], blocks.map(XMLNode.element))
  }

  private func node(
    _ name: String, _ attributes: [(String, String)], _ children: [XMLNode]
  ) -> XMLElement {
    XMLElement(
      space(name), attributes: attributes.map { XMLAttribute(XMLName($0.0), $0.1) },
      children: children)
  }

  private func flow(_ text: LocalizedText) -> [XMLNode] {
    QTIBlockText.flow(QTIBlockText.parse(text.text(in: language)), space)
  }

  private func entry(_ variable: String) -> XMLElement {
    node("textEntryInteraction", [("responseIdentifier", variable)], [])
  }

  // MARK: Interactions

  private func choiceElement(
    _ options: [ChoiceOption], _ binding: ResponseBinding, most: Int, isShuffled: Bool
  ) -> XMLElement {
    let choices = options.map { option -> XMLNode in
      let identifier = binding.identifiers[option.id] ?? option.id
      var children = flow(option.text)
      let feedback = option.feedback.text(in: language)
      if !feedback.isEmpty {
        let blocks = QTIBlockText.parse(feedback)
        let isLine =
          blocks.count == 1 && { if case .paragraph = blocks[0] { true } else { false } }()
        children.append(
          .element(
            node(
              isLine ? "feedbackInline" : "feedbackBlock",
              [
                ("outcomeIdentifier", "FEEDBACK"), ("identifier", identifier),
                ("showHide", "show"),
              ],
              isLine
                ? QTIBlockText.flow(blocks, space)
                : QTIBlockText.elements(blocks, space) { _ in nil }.map(XMLNode.element))))
      }
      return .element(node("simpleChoice", [("identifier", identifier)], children))
    }
    return node(
      "choiceInteraction",
      [
        ("responseIdentifier", "RESPONSE"), ("shuffle", isShuffled ? "true" : "false"),
        ("maxChoices", "\(most)"),
      ], choices)
  }

  /// The places of the file are mixed, because the right order must not be read out of it.
  private func orderElement(
    _ order: OrderInteraction, _ binding: ResponseBinding, _ id: String
  ) -> XMLElement {
    var generator = SeededGenerator(seed: 0, purpose: "qti-order-\(id)")
    let choices = generator.shuffled(order.options).map { option in
      XMLNode.element(
        node(
          "simpleChoice", [("identifier", binding.identifiers[option.id] ?? option.id)],
          flow(option.text)))
    }
    return node(
      "orderInteraction", [("responseIdentifier", "RESPONSE"), ("shuffle", "true")], choices)
  }

  private func matchElement(_ match: MatchInteraction, _ binding: ResponseBinding) -> XMLElement {
    let sources = match.sources.map { source in
      XMLNode.element(
        node(
          "simpleAssociableChoice",
          [("identifier", binding.identifiers[source.id] ?? source.id), ("matchMax", "1")],
          flow(source.text)))
    }
    let targets = match.targets.map { target in
      XMLNode.element(
        node(
          "simpleAssociableChoice",
          [
            ("identifier", binding.targets[target.id] ?? target.id),
            ("matchMax", "\(match.sources.count)"),
          ], flow(target.text)))
    }
    return node(
      "matchInteraction",
      [
        ("responseIdentifier", "RESPONSE"), ("shuffle", "true"),
        ("maxAssociations", "\(match.sources.count)"),
      ],
      [
        .element(node("simpleMatchSet", [], sources)),
        .element(node("simpleMatchSet", [], targets)),
      ])
  }

  // MARK: Blanks

  private func blanks(
    _ stem: String, _ blanks: BlanksInteraction, _ binding: ResponseBinding
  ) -> [XMLElement] {
    var waiting = Dictionary(
      zip(blanks.blanks, binding.blanks).map { ($0.id, ($0, $1.binding)) },
      uniquingKeysWith: { first, _ in first })
    func field(_ id: String) -> XMLElement? {
      guard let (blank, bound) = waiting.removeValue(forKey: id) else { return nil }
      guard case .choice(let choice) = blank.entry else { return entry(bound.variable) }
      return inlineChoice(choice, bound)
    }
    var elements = QTIBlockText.elements(
      QTIBlockText.parse(stem, gaps: Set(waiting.keys)), space, gap: field)
    for blank in blanks.blanks {
      if let field = field(blank.id) { elements.append(node("p", [], [.element(field)])) }
    }
    return elements
  }

  private func inlineChoice(
    _ choice: ChoiceInteraction, _ binding: ResponseBinding
  ) -> XMLElement {
    let choices = choice.options.map { option in
      XMLNode.element(
        node(
          "inlineChoice", [("identifier", binding.identifiers[option.id] ?? option.id)],
          [
            .text(
              QTIInlineText.plain(QTIInlineText.parse(option.text.text(in: language))))
          ]))
    }
    return node(
      "inlineChoiceInteraction",
      [
        ("responseIdentifier", binding.variable),
        ("shuffle", choice.keepsOrder ? "false" : "true"),
      ], choices)
  }
}
