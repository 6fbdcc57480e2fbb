import Assessment
import Source
import Text

/// Synthetic items and responses for properties: any kind, both scripts, awkward signs.
struct RandomItems {
  var generator: SeededGenerator
  /// Whether texts are in both languages, or in English alone.
  var isBilingual = false
  private var made = 0

  init(seed: UInt64, isBilingual: Bool = false) {
    generator = SeededGenerator(seed: seed, purpose: "items")
    self.isBilingual = isBilingual
  }

  /// Pieces that formats are known to stumble over, and Khmer with subscripts and zero-width spaces.
  static let pieces = [
    "commune", "5 < 6 & 7 > 2", "\"quoted\"", "{braces}", "a = b", "~tilde", "#hash", "100%", "a:b",
    "back\\slash", "*star*", "it's", "dash - dash", "ឃុំ", "ស្ត្រី", "ការចូលរួម\u{200B}របស់\u{200B}ប្រជាពលរដ្ឋ",
    "ខេត្តកំពត", "១២៣", "é", "2 -> 3", "x;y,z", "(x)", "[x]", "$x^2$", "A.", "1.",
  ]

  /// Returns a text of one to four pieces; never empty, no spaces at its ends.
  mutating func text() -> String {
    let count = 1 + generator.index(below: 4)
    return (0..<count).map { _ in Self.pieces[generator.index(below: Self.pieces.count)] }
      .joined(separator: " ")
  }

  mutating func localized() -> LocalizedText {
    isBilingual ? LocalizedText(en: text(), km: "ខ្មែរ " + text()) : LocalizedText(en: text(), km: "")
  }

  mutating func maybe() -> LocalizedText {
    generator.index(below: 3) == 0 ? localized() : LocalizedText(en: "", km: "")
  }

  /// Returns an item of a kind; its texts differ from each other.
  mutating func item(_ kind: InteractionKind) -> Item {
    made += 1
    var item = Item(
      id: "item-\(made)",
      outcome: Located("AAA-\(1 + generator.index(below: 3))", at: SourceLocation(file: "bank")),
      cognitive: CognitiveLevel.allCases[generator.index(below: CognitiveLevel.allCases.count)],
      points: [1, 2, 0.5, 3][generator.index(below: 4)], stem: localized(),
      interaction: .performance, feedback: maybe())
    if !kind.isScored { item.pool = .survey }
    switch kind {
    case .singleChoice, .multipleChoice: choice(kind, &item)
    case .trueFalse:
      item.interaction = .choice(
        ChoiceInteraction(
          isTrue: generator.index(below: 2) == 0, trueFeedback: maybe(), falseFeedback: maybe()))
    case .numeric:
      item.interaction = .numeric(NumericInteraction(answers: numbers()))
    case .shortText:
      item.interaction = .text(
        TextInteraction(answers: texts(), isCaseSensitive: generator.index(below: 3) == 0))
    case .matching: matching(&item)
    case .ordering:
      item.interaction = .order(OrderInteraction(options: options(3 + generator.index(below: 3))))
      item.scoring = generator.index(below: 2) == 0 ? .exact : Scoring(.parts)
    case .blanks: blanks(&item)
    case .likert, .selfRating:
      item.interaction = .rating(
        RatingInteraction(isSelfRating: kind == .selfRating, options: options(5)))
    case .essay:
      item.interaction = .essay(
        EssayInteraction(lines: 3 + generator.index(below: 10), mostWords: nil))
    case .performance: break
    }
    return item
  }

  private mutating func options(_ count: Int) -> [ChoiceOption] {
    (0..<count).map { index in
      var text = localized()
      text.en = "\(text.en) no\(index)"
      if isBilingual { text.km = "\(text.km) ទី\(index)" }
      return ChoiceOption(
        id: ChoiceOption.id(at: index), text: text, isCorrect: false,
        feedback: LocalizedText(en: "", km: ""))
    }
  }

  private mutating func choice(_ kind: InteractionKind, _ item: inout Item) {
    var options = options(2 + generator.index(below: 4))
    let isMultiple = kind == .multipleChoice
    let right = isMultiple ? 1 + generator.index(below: options.count - 1) : 1
    for index in generator.shuffled(Array(options.indices)).prefix(right) {
      options[index].isCorrect = true
    }
    for index in options.indices { options[index].feedback = maybe() }
    if generator.index(below: 3) == 0 {
      item.scoring = Scoring(.parts)
      if generator.index(below: 2) == 0 {
        for index in options.indices {
          options[index].weight =
            options[index].isCorrect
            ? (isMultiple ? 100 / Double(right) : 100) : [0, -25, -50][generator.index(below: 3)]
        }
      }
    }
    item.interaction = .choice(
      ChoiceInteraction(
        isMultiple: isMultiple, keepsOrder: generator.index(below: 3) == 0, options: options))
  }

  private mutating func numbers() -> [NumericInteraction.Answer] {
    let value = [12, 0.5, -3, 1200, 3.1415][generator.index(below: 5)]
    var answers = [
      NumericInteraction.Answer(
        value: value, tolerance: [0, 0.5, 0.001][generator.index(below: 3)], feedback: maybe())
    ]
    if generator.index(below: 3) == 0 {
      answers.append(.init(value: value, tolerance: 5, weight: 50, feedback: maybe()))
    }
    return answers
  }

  private mutating func texts() -> [TextInteraction.Answer] {
    let count = 1 + generator.index(below: 3)
    return (0..<count).map { index in
      .init(
        "\(text()) t\(index)", weight: index == 0 ? 100 : [100, 75, 50][generator.index(below: 3)],
        feedback: maybe())
    }
  }

  private mutating func matching(_ item: inout Item) {
    let count = 3 + generator.index(below: 3)
    let sources = options(count)
    let targets = options(count + generator.index(below: 2))
    item.interaction = .match(
      MatchInteraction(
        sources: sources.enumerated().map { index, option in
          .init(id: option.id, text: option.text, target: "\(index + 1)")
        },
        targets: targets.enumerated().map { index, option in
          .init(id: "\(index + 1)", text: option.text)
        }))
    item.scoring = generator.index(below: 2) == 0 ? .exact : Scoring(.parts)
  }

  private mutating func blanks(_ item: inout Item) {
    var pick = options(3)
    pick[generator.index(below: 3)].isCorrect = true
    let entries: [BlanksInteraction.Entry] = [
      .text(TextInteraction(answers: texts())), .numeric(NumericInteraction(answers: numbers())),
      .choice(ChoiceInteraction(isMultiple: false, options: pick)),
    ]
    let count = 1 + generator.index(below: 3)
    let blanks = (0..<count).map { index in
      BlanksInteraction.Blank(id: ChoiceOption.id(at: index), entry: entries[index])
    }
    let places = blanks.map { " [[\($0.id)]]" }.joined()
    item.stem.en += places
    if isBilingual { item.stem.km += places }
    item.interaction = .blanks(BlanksInteraction(blanks: blanks))
    item.scoring = generator.index(below: 2) == 0 ? .exact : Scoring(.parts)
  }

  /// Returns a response to an item: right, partly right, wrong, or none.
  mutating func response(to item: Item) -> Response? {
    if generator.index(below: 8) == 0 { return nil }
    switch item.interaction {
    case .choice(let choice):
      let ids = choice.options.map(\.id)
      if !choice.isMultiple { return .chosen([ids[generator.index(below: ids.count)]]) }
      return .chosen(ids.filter { _ in generator.index(below: 2) == 0 })
    case .rating(let rating):
      return .chosen([rating.options[generator.index(below: rating.options.count)].id])
    case .order(let order):
      let ids = order.options.map(\.id)
      return .order(generator.index(below: 3) == 0 ? ids : generator.shuffled(ids))
    case .match(let match):
      return .pairs(
        Dictionary(
          match.sources.map { source in
            let other = match.targets[generator.index(below: match.targets.count)].id
            return (source.id, generator.index(below: 2) == 0 ? source.target : other)
          }, uniquingKeysWith: { first, _ in first }))
    case .numeric(let numeric): return .number(number(numeric))
    case .text(let text): return .text(typed(text))
    case .blanks(let blanks):
      var entries: [String: String] = [:]
      for blank in blanks.blanks where generator.index(below: 5) > 0 {
        switch blank.entry {
        case .text(let text): entries[blank.id] = typed(text)
        case .numeric(let numeric): entries[blank.id] = Response.number(number(numeric)).encoded
        case .choice(let choice):
          entries[blank.id] = choice.options[generator.index(below: choice.options.count)].id
        }
      }
      return .blanks(entries)
    case .essay: return .text(text())
    case .performance: return nil
    }
  }

  private mutating func number(_ numeric: NumericInteraction) -> Double {
    let answer = numeric.answers[generator.index(below: numeric.answers.count)]
    let steps = [0, 0.5, -0.5, 0.99, 1.5, -3]
    return answer.value + steps[generator.index(below: steps.count)] * max(answer.tolerance, 0.25)
  }

  private mutating func typed(_ text: TextInteraction) -> String {
    let answer = text.answers[generator.index(below: text.answers.count)].text
    switch generator.index(below: 4) {
    case 0: return "something else"
    case 1: return answer.uppercased()
    default: return answer
    }
  }
}
