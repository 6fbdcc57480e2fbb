import Text

/// The response processing of one of Sala's own items, in QTI's terms.
package struct ItemProgram: Sendable, Hashable {
  /// The declarations and the rules; the score is the outcome SCORE, whose normal maximum is the
  /// item's points.
  package var program: ResponseProgram
  /// How a response fills the variables.
  package var binding: ResponseBinding

  /// Creates an item's program.
  package init(program: ResponseProgram, binding: ResponseBinding) {
    self.program = program
    self.binding = binding
  }

  /// Returns the program of an item; `nil` where QTI has none for it: something done and watched,
  /// and a table of scores over blanks with numbers.
  ///
  /// `ResponseInterpreter` makes of it the same score for every response as `ResponseProcessing`,
  /// rounded to nine decimals as there. Essays and scales have a program without rules: a human
  /// judges the one, and nobody scores the other.
  package static func program(for item: Item) -> ItemProgram? {
    let builder = ProgramBuilder(item: item)
    switch item.interaction {
    case .performance: return nil
    case .essay:
      return ItemProgram(
        program: ResponseProgram(
          responses: [ResponseDeclaration("RESPONSE", .single, .string)],
          outcomes: [builder.scoreOutcome(externalScored: "human")], rules: []),
        binding: ResponseBinding("RESPONSE", .text(isRaw: true)))
    case .rating(let rating):
      return ItemProgram(
        program: ResponseProgram(
          responses: [ResponseDeclaration("RESPONSE", .single, .identifier)], outcomes: [],
          rules: []),
        binding: ResponseBinding(
          "RESPONSE", .choice(isContainer: false),
          identifiers: ItemIdentifiers.table(rating.options.map(\.id))))
    default:
      return item.scoring.rule == .table ? builder.table() : builder.rules()
    }
  }

  /// Returns the values of the response variables for a response to the item.
  package func values(_ response: Response?, to item: Item) -> [String: QTIValue] {
    binding.values(response, to: item)
  }

  /// Returns the points of a response by this program; without a response they are 0.
  package func points(_ response: Response?, to item: Item) -> Double {
    ResponseInterpreter.run(program, values(response, to: item)).points()
  }
}

/// The identifiers that QTI uses for Sala's ids.
package enum ItemIdentifiers {
  /// Returns the identifier of an id: the id itself where it is a name of XML, otherwise with `_`
  /// before it, and `_` for every sign that names do not have.
  package static func identifier(_ id: String) -> String {
    var bytes: [UInt8] = id.utf8.map { byte in
      let isName =
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
      return isName ? byte : 0x5F
    }
    let first = bytes.first ?? 0x30
    let begins =
      (0x61...0x7A).contains(first) || (0x41...0x5A).contains(first) || first == 0x5F
    if !begins { bytes.insert(0x5F, at: 0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func table(_ ids: [String]) -> [String: String] {
    Dictionary(ids.map { ($0, identifier($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The identifiers of the options of a choice; a statement's are `true` and `false`.
  package static func table(_ choice: ChoiceInteraction) -> [String: String] {
    guard choice.isTrueFalse, choice.options.count == 2 else {
      return table(choice.options.map(\.id))
    }
    return [choice.options[0].id: "true", choice.options[1].id: "false"]
  }
}

/// Makes the programs of scored items.
struct ProgramBuilder {
  let item: Item

  func scoreOutcome(externalScored: String? = nil) -> OutcomeDeclaration {
    OutcomeDeclaration(
      "SCORE", .single, .float, defaultValue: .float(0), normalMaximum: item.points,
      externalScored: externalScored)
  }

  private var floor: Double { item.scoring.floor * item.points / 100 }

  /// The points of a percentage, held between the floor and all points.
  private func points(_ percent: Double) -> Double {
    min(item.points, max(floor, percent * item.points / 100)) + 0
  }

  private func made(
    _ declarations: [ResponseDeclaration], _ rules: [ResponseRule], _ binding: ResponseBinding,
    outcomes: [OutcomeDeclaration] = []
  ) -> ItemProgram {
    ItemProgram(
      program: ResponseProgram(
        responses: declarations, outcomes: [scoreOutcome()] + outcomes, rules: rules),
      binding: binding)
  }

  /// The rules of `ScoringRule.exact` and `ScoringRule.parts`.
  func rules() -> ItemProgram? {
    switch item.interaction {
    case .choice(let choice): return self.choice(choice)
    case .match(let match): return self.match(match)
    case .order(let order): return self.order(order)
    case .text(let text):
      let mapping = mapping(text) { points($0) }
      return made(
        [
          ResponseDeclaration(
            "RESPONSE", .single, .string, correct: correct(text), mapping: mapping)
        ], ResponseTemplate.mapResponse.rules, ResponseBinding("RESPONSE", .text(isRaw: false)))
    case .numeric(let numeric):
      return made(
        [ResponseDeclaration("RESPONSE", .single, .float, correct: correct(numeric))],
        chain(numeric, "RESPONSE") { .score(points($0)) },
        ResponseBinding("RESPONSE", .number(.float)))
    case .blanks(let blanks): return self.blanks(blanks)
    case .rating, .essay, .performance: return nil
    }
  }

  /// `match_correct`, with the item's points in the place of 1.
  private func matchCorrect() -> [ResponseRule] {
    [
      .condition(
        [
          .init(
            .operation(.match, [.variable("RESPONSE"), .correct("RESPONSE")]),
            [.score(item.points)])
        ], otherwise: [.score(0)])
    ]
  }

  // MARK: Choices and pairs

  private func choice(_ choice: ChoiceInteraction) -> ItemProgram {
    let identifiers = ItemIdentifiers.table(choice)
    func scalar(_ id: String) -> QTIScalar { .identifier(identifiers[id] ?? id) }
    let right = choice.correctIDs.map(scalar)
    var declaration = ResponseDeclaration(
      "RESPONSE", choice.isMultiple ? .multiple : .single, .identifier)
    if choice.isMultiple {
      declaration.correct = .container(right)
    } else if right.count == 1 {
      declaration.correct = .single(right[0])
    }
    let binding = ResponseBinding(
      "RESPONSE", .choice(isContainer: choice.isMultiple), identifiers: identifiers)
    guard item.scoring.rule == .parts else { return made([declaration], matchCorrect(), binding) }
    let weights = choice.weights()
    let entries = zip(choice.options, weights).map { option, weight in
      ResponseMapping.Entry(scalar(option.id), weight * item.points / 100 + 0)
    }
    declaration.mapping = ResponseMapping(
      lowerBound: floor + 0, upperBound: item.points, entries: entries)
    var rules = ResponseTemplate.mapResponse.rules
    // The bounds of a mapping hold for containers only (6.1).
    let isBounded = weights.allSatisfy { $0 <= 100 && $0 >= item.scoring.floor }
    if !choice.isMultiple, !isBounded { rules.append(bounds()) }
    return made([declaration], rules, binding)
  }

  /// Holds the score between the floor and all points.
  private func bounds() -> ResponseRule {
    .condition(
      [
        .init(
          .operation(.lt, [.variable("SCORE"), .float(floor + 0)]), [.score(floor + 0)]),
        .init(
          .operation(.gt, [.variable("SCORE"), .float(item.points)]), [.score(item.points)]),
      ], otherwise: [])
  }

  private func match(_ match: MatchInteraction) -> ItemProgram {
    let sources = ItemIdentifiers.table(match.sources.map(\.id))
    let targets = ItemIdentifiers.table(match.targets.map(\.id))
    let pairs = match.sources.map { source in
      QTIScalar.directedPair(
        sources[source.id] ?? source.id, targets[source.target] ?? source.target)
    }
    var declaration = ResponseDeclaration(
      "RESPONSE", .multiple, .directedPair, correct: .container(pairs))
    let binding = ResponseBinding(
      "RESPONSE", .pairs(isTurned: false), identifiers: sources, targets: targets)
    guard item.scoring.rule == .parts else { return made([declaration], matchCorrect(), binding) }
    declaration.mapping = ResponseMapping(
      lowerBound: floor + 0, upperBound: item.points,
      entries: pairs.map { .init($0, item.points / Double(pairs.count)) })
    return made([declaration], ResponseTemplate.mapResponse.rules, binding)
  }

  private func order(_ order: OrderInteraction) -> ItemProgram {
    let identifiers = ItemIdentifiers.table(order.options.map(\.id))
    let right = order.options.map { QTIScalar.identifier(identifiers[$0.id] ?? $0.id) }
    let declaration = ResponseDeclaration(
      "RESPONSE", .ordered, .identifier, correct: .container(right, isOrdered: true))
    let binding = ResponseBinding("RESPONSE", .order, identifiers: identifiers)
    guard item.scoring.rule == .parts else { return made([declaration], matchCorrect(), binding) }
    let places = right.enumerated().map { index, identifier -> ResponseRule in
      let isRight = QTIExpression.operation(
        .match,
        [
          .operation(.index(.number(Double(index + 1))), [.variable("RESPONSE")]),
          .value(.single(identifier)),
        ])
      return .condition(
        [
          .init(
            isRight,
            [
              .setOutcome(
                "SCORE",
                .operation(
                  .sum, [.variable("SCORE"), .float(item.points / Double(right.count))]))
            ])
        ], otherwise: [])
    }
    let isWhole = QTIExpression.operation(
      .match,
      [
        .operation(.containerSize, [.variable("RESPONSE")]),
        .value(.single(.integer(right.count))),
      ])
    return made([declaration], [.condition([.init(isWhole, places)], otherwise: [])], binding)
  }

  // MARK: Numbers and texts

  private func correct(_ numeric: NumericInteraction) -> QTIValue {
    let best = numeric.answers.max { $0.weight < $1.weight }
    return best.map { .float($0.value) } ?? .null
  }

  /// One condition after the other, from the answer that wins most on: the first that accepts a
  /// number is then the one that gives most.
  private func chain(
    _ numeric: NumericInteraction, _ variable: String, _ rule: (Double) -> ResponseRule
  ) -> [ResponseRule] {
    let answers = numeric.answers.enumerated()
      .sorted { ($0.element.weight, $1.offset) > ($1.element.weight, $0.offset) }.map(\.element)
    guard !answers.isEmpty else { return [] }
    let branches = answers.map { answer in
      ResponseRule.Branch(
        .operation(
          .equal(.absolute(answer.tolerance)), [.float(answer.value), .variable(variable)]),
        [rule(answer.weight)])
    }
    return [.condition(branches, otherwise: [rule(0)])]
  }

  private func correct(_ text: TextInteraction) -> QTIValue {
    let best = text.answers.max { $0.weight < $1.weight }?.text ?? ""
    return best.isEmpty ? .null : .single(.string(best))
  }

  /// The accepted texts, each in several ways of writing, because QTI compares letter by letter.
  ///
  /// These are: as it is written, in the form in which Sala compares texts, with Latin digits, and
  /// with Khmer digits. Other ways of writing the same text
  /// (zero-width spaces, several spaces, other compositions) have no entry.
  private func mapping(
    _ text: TextInteraction, _ points: (Double) -> Double
  ) -> ResponseMapping? {
    var best: [String: Double] = [:]
    for answer in text.answers {
      let form = text.normalised(answer.text)
      best[form] = max(best[form] ?? answer.weight, answer.weight)
    }
    var written: Set<String> = []
    var entries: [ResponseMapping.Entry] = []
    for answer in text.answers {
      let form = text.normalised(answer.text)
      guard !form.isEmpty else { continue }
      for key in [
        answer.text, form, Khmer.withLatinDigits(answer.text), Khmer.withKhmerDigits(form),
      ] {
        let seen = text.isCaseSensitive ? key : key.lowercased()
        guard written.insert(seen).inserted else { continue }
        entries.append(
          .init(
            .string(key), points(best[form] ?? answer.weight),
            isCaseSensitive: text.isCaseSensitive))
      }
    }
    return entries.isEmpty ? nil : ResponseMapping(entries: entries)
  }

  // MARK: Blanks

  /// Each blank sets an outcome to what it wins, 1 for all; the score is made of these.
  private func blanks(_ blanks: BlanksInteraction) -> ItemProgram {
    var declarations: [ResponseDeclaration] = []
    var parts: [OutcomeDeclaration] = []
    var rules: [ResponseRule] = []
    var bindings: [ResponseBinding.Blank] = []
    for blank in blanks.blanks {
      let name = ItemIdentifiers.identifier(blank.id)
      let (variable, part) = ("RESPONSE_\(name)", "PART_\(name)")
      let (declaration, binding) = declared(blank.entry, variable)
      declarations.append(declaration)
      bindings.append(.init(id: blank.id, binding: binding))
      parts.append(OutcomeDeclaration(part, .single, .float, defaultValue: .float(0)))
      if case .numeric(let numeric) = blank.entry {
        rules += chain(numeric, variable) { .setOutcome(part, .float($0 / 100)) }
      } else {
        let isAnswered = QTIExpression.operation(
          .not, [.operation(.isNull, [.variable(variable)])])
        if declaration.mapping != nil {
          rules.append(
            .condition(
              [.init(isAnswered, [.setOutcome(part, .mapResponse(variable))])], otherwise: []))
        }
      }
    }
    rules += total(parts.map(\.identifier))
    return made(
      declarations, rules, ResponseBinding("", .blanks, blanks: bindings), outcomes: parts)
  }

  private func declared(
    _ entry: BlanksInteraction.Entry, _ variable: String
  ) -> (ResponseDeclaration, ResponseBinding) {
    switch entry {
    case .text(let text):
      return (
        ResponseDeclaration(
          variable, .single, .string, correct: correct(text),
          mapping: mapping(text) { $0 / 100 }), ResponseBinding(variable, .text(isRaw: false))
      )
    case .numeric(let numeric):
      return (
        ResponseDeclaration(variable, .single, .float, correct: correct(numeric)),
        ResponseBinding(variable, .number(.float))
      )
    case .choice(let choice):
      let identifiers = ItemIdentifiers.table(choice)
      var declaration = ResponseDeclaration(variable, .single, .identifier)
      if let only = choice.correctIDs.first, choice.correctIDs.count == 1 {
        let right = QTIScalar.identifier(identifiers[only] ?? only)
        declaration.correct = .single(right)
        declaration.mapping = ResponseMapping(entries: [.init(right, 1)])
      }
      return (
        declaration,
        ResponseBinding(variable, .choice(isContainer: false), identifiers: identifiers)
      )
    }
  }

  private func total(_ parts: [String]) -> [ResponseRule] {
    guard let first = parts.first else { return [] }
    guard item.scoring.rule == .parts else {
      let isRight = parts.map {
        QTIExpression.operation(.gte, [.variable($0), .float(1)])
      }
      return [
        .condition([.init(.operation(.and, isRight), [.score(item.points)])], otherwise: [])
      ]
    }
    let sum =
      parts.count == 1
      ? QTIExpression.variable(first)
      : .operation(.sum, parts.map(QTIExpression.variable))
    let share = QTIExpression.operation(.divide, [sum, .float(Double(parts.count))])
    return [
      .setOutcome("SCORE", .operation(.product, [share, .float(item.points)])),
      bounds(),
    ]
  }
}
