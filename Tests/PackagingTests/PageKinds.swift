import Assessment
import Source
import Text

@testable import Packaging

/// A question of every kind, in both languages, and what the engine makes of random ones.
enum PageKinds {
  /// One question of every kind; synthetic.
  static func items(pool: ItemPool) -> [Item] {
    let prefix = pool == .practice ? "p" : "k"
    return specimens.map { specimen in
      var item = specimen
      item.id = "\(prefix)-\(specimen.id)"
      item.pool = pool
      return item
    }
  }

  private static func item(
    _ id: String, _ en: String, _ km: String, points: Double = 1, scoring: Scoring = .exact,
    feedback: LocalizedText = LocalizedText(same: ""), _ interaction: Interaction
  ) -> Item {
    Item(
      id: id, outcome: Located("AAA-1", at: SourceLocation(file: "kinds")), cognitive: .understand,
      points: points, stem: LocalizedText(en: en, km: km), interaction: interaction,
      scoring: scoring, feedback: feedback)
  }

  private static func options(_ texts: [(String, String)], right: Set<Int> = []) -> [ChoiceOption] {
    texts.enumerated().map { index, text in
      ChoiceOption(
        id: ChoiceOption.id(at: index), text: LocalizedText(en: text.0, km: text.1),
        isCorrect: right.contains(index))
    }
  }

  private static let steps = [
    ("Announce the meeting in every village", "ប្រកាសអំពីកិច្ចប្រជុំនៅគ្រប់ភូមិ"),
    ("Listen to what people ask for", "ស្តាប់សំណូមពររបស់ប្រជាពលរដ្ឋ"),
    ("Decide in the council, with reasons", "សម្រេចក្នុងក្រុមប្រឹក្សា ដោយមានហេតុផល"),
    ("Report back to those who asked", "រាយការណ៍ត្រឡប់ទៅអ្នកដែលបានស្នើ"),
  ]

  private static let scale = [
    ("Strongly disagree", "មិនយល់ស្របទាល់តែសោះ"), ("Disagree", "មិនយល់ស្រប"),
    ("Neither", "មិនប្រាកដ"), ("Agree", "យល់ស្រប"), ("Strongly agree", "យល់ស្របទាំងស្រុង"),
  ]

  private static let kilometres = NumericInteraction(
    answers: [
      .init(
        value: 12, tolerance: 0.5,
        feedback: LocalizedText(en: "Six there, six back.", km: "ទៅប្រាំមួយ មកវិញប្រាំមួយ។")),
      .init(
        value: 6, tolerance: 0, weight: 50,
        feedback: LocalizedText(en: "That is one way only.", km: "នេះគ្រាន់តែជើងទៅប៉ុណ្ណោះ។")),
    ], units: [.init(symbol: "km", factor: 1), .init(symbol: "m", factor: 0.001)])

  private static let specimens: [Item] = [
    item(
      "true-false", "The council meeting is open to everybody.",
      "កិច្ចប្រជុំក្រុមប្រឹក្សាបើកឱ្យប្រជាពលរដ្ឋទាំងអស់ចូលរួម។", .choice(ChoiceInteraction(isTrue: true))),
    item(
      "weighted", "Who should be asked about a new road?", "តើគួរសួរអ្នកណាអំពីផ្លូវថ្មី?", points: 2,
      scoring: Scoring(.parts),
      .choice(
        ChoiceInteraction(
          isMultiple: true,
          options: options(
            [
              ("Those who live along it", "អ្នកដែលរស់នៅតាមដងផ្លូវ"),
              ("Those who walk it to school", "អ្នកដែលដើរទៅសាលារៀន"),
              ("Only those who can pay", "តែអ្នកដែលអាចបង់ប្រាក់"),
            ], right: [0, 1])))),
    item(
      "distance", "The village is 6 km away. How far is it there and back?",
      "ភូមិមានចម្ងាយ ៦ គ.ម.។ តើទៅមកឆ្ងាយប៉ុន្មាន?", .numeric(kilometres)),
    item(
      "name", "Which province does this example use?", "តើឧទាហរណ៍នេះប្រើខេត្តណា?",
      .text(
        TextInteraction(answers: [
          .init("Kampot"), .init("កំពត"),
          .init(
            "Kampong", weight: 50,
            feedback: LocalizedText(en: "Only half of a name.", km: "នេះជាឈ្មោះតែពាក់កណ្តាល។")),
        ]))),
    item(
      "pairs", "What belongs to what?", "តើអ្វីត្រូវនឹងអ្វី?", points: 3, scoring: Scoring(.parts),
      feedback: LocalizedText(en: "Each office has its own duty.", km: "អង្គភាពនីមួយៗមានភារកិច្ចរបស់ខ្លួន។"),
      .match(
        MatchInteraction(
          sources: [
            .init(id: "a", text: LocalizedText(en: "Commune council", km: "ក្រុមប្រឹក្សាឃុំ"), target: "1"),
            .init(id: "b", text: LocalizedText(en: "Commune clerk", km: "ស្មៀនឃុំ"), target: "2"),
            .init(id: "c", text: LocalizedText(en: "Citizens", km: "ប្រជាពលរដ្ឋ"), target: "3"),
          ],
          targets: [
            .init(id: "1", text: LocalizedText(en: "decides, and says why", km: "សម្រេច ហើយពន្យល់ហេតុផល")),
            .init(id: "2", text: LocalizedText(en: "writes the minutes", km: "កត់ត្រាកំណត់ហេតុ")),
            .init(
              id: "3",
              text: LocalizedText(
                en: "say what they need and watch what is done with it",
                km: "លើកឡើងអំពីតម្រូវការ និងតាមដានការអនុវត្ត")),
            .init(id: "4", text: LocalizedText(en: "collects *all* taxes", km: "ប្រមូលពន្ធ*ទាំងអស់*")),
          ]))),
    item(
      "steps", "Put the steps of a consultation into order.", "សូមរៀបជំហាននៃការពិគ្រោះយោបល់តាមលំដាប់។",
      points: 2, scoring: Scoring(.parts), .order(OrderInteraction(options: options(steps)))),
    item(
      "blanks", "Of 120 households [[a]] came, which is [[b]] in a hundred; the room was [[c]].",
      "ក្នុងចំណោម ១២០ គ្រួសារ មាន [[a]] បានមក ស្មើនឹង [[b]] ភាគរយ ហើយបន្ទប់[[c]]។", points: 3,
      scoring: Scoring(.parts),
      .blanks(
        BlanksInteraction(blanks: [
          .init(id: "a", entry: .text(TextInteraction(accepted: ["18", "eighteen", "ដប់ប្រាំបី"]))),
          .init(id: "b", entry: .numeric(NumericInteraction(value: 15, tolerance: 0.5))),
          .init(
            id: "c",
            entry: .choice(
              ChoiceInteraction(
                isMultiple: false,
                options: options(
                  [("half empty", "ទំនេរពាក់កណ្តាល"), ("full", "ពេញ")], right: [0])))),
        ]))),
    item(
      "agree", "I was heard today.", "ថ្ងៃនេះ មតិរបស់ខ្ញុំត្រូវបានស្តាប់។",
      .rating(RatingInteraction(isSelfRating: false, options: options(scale)))),
    item(
      "self", "I can lead a consultation.", "ខ្ញុំអាចដឹកនាំការពិគ្រោះយោបល់បាន។",
      .rating(RatingInteraction(isSelfRating: true, options: options(Array(scale.prefix(4)))))),
    item(
      "essay", "Tell of a meeting that changed a decision.", "សូមរៀបរាប់អំពីកិច្ចប្រជុំដែលបានកែប្រែសេចក្តីសម្រេច។",
      points: 5, .essay(EssayInteraction(lines: 5, mostWords: 60))),
    item(
      "role-play", "Lead a consultation of ten minutes.", "សូមដឹកនាំការពិគ្រោះយោបល់រយៈពេល ១០ នាទី។",
      points: 5, .performance),
  ]

  // MARK: Vectors

  /// What the engine makes of random answers to random questions of every kind: at least `count` of
  /// each, with the points that they win.
  static func vectors(count: Int) -> PageJSON {
    var random = PageRandom(seed: 20_261_125)
    var items: [Item] = []
    var answers: [PageJSON] = []
    var typed: [PageJSON] = []
    for kind in InteractionKind.allCases where kind != .performance {
      for _ in 0..<max(1, count / 20) {
        let item = random.item(kind, number: items.count)
        for _ in 0..<20 {
          let response = random.response(to: item)
          let outcome = ResponseProcessing.score(item, response)
          answers.append(
            .array([
              .integer(items.count), .string(response?.encoded ?? ""), .number(outcome.score),
              .bool(outcome.isCorrect),
            ]))
        }
        if case .numeric(let numeric) = item.interaction {
          let text = random.typed(numeric)
          typed.append(
            .array([.integer(items.count), .string(text), .string(number(text, item))]))
        }
        items.append(item)
      }
    }
    return .object([
      ("id", .string("vectors")), ("items", PageItems.json(items)),
      ("key", .string(PageKey.encoded(items, pageID: "vectors"))), ("answers", .array(answers)),
      ("typed", .array(typed)),
    ])
  }

  private static func number(_ typed: String, _ item: Item) -> String {
    guard case .response(let response) = AnswerInput.read(typed, item: item, seed: "") else {
      return "none"
    }
    return response.encoded
  }
}

/// Random questions of every kind with every way of scoring, and random answers to them.
struct PageRandom {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed, purpose: "page items")
  }

  private static let words = [
    "commune", "ឃុំ", "ស្ត្រី", "a;b", "back\\slash", "x=y", "É", "1", "១២", "two words",
    "ខេត្ត\u{200B}កំពត",
  ]

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[generator.index(below: values.count)]
  }

  private mutating func happens(_ share: Double) -> Bool { generator.unit() < share }

  mutating func item(_ kind: InteractionKind, number: Int) -> Item {
    var item = Item(
      id: "v-\(number)", outcome: Located("AAA-1", at: SourceLocation(file: "")),
      cognitive: .apply, points: pick([1, 2, 0.5, 3, 7]), stem: LocalizedText(same: "?"),
      interaction: .performance)
    item.scoring = happens(0.4) ? .exact : Scoring(.parts, floor: pick([0, 0, -50, -100, -33.3]))
    switch kind {
    case .singleChoice, .multipleChoice:
      item.interaction = .choice(choice(isMultiple: kind == .multipleChoice))
    case .trueFalse: item.interaction = .choice(ChoiceInteraction(isTrue: happens(0.5)))
    case .numeric: item.interaction = .numeric(numeric())
    case .shortText: item.interaction = .text(text())
    case .matching:
      let count = 1 + generator.index(below: 6)
      let targets = (1...count + generator.index(below: 3)).map {
        MatchInteraction.Target(id: "\($0)", text: LocalizedText(same: "t"))
      }
      item.interaction = .match(
        MatchInteraction(
          sources: (0..<count).map {
            .init(
              id: ChoiceOption.id(at: $0), text: LocalizedText(same: "s"), target: pick(targets).id)
          }, targets: targets))
    case .ordering:
      item.interaction = .order(OrderInteraction(options: options(2 + generator.index(below: 6))))
    case .blanks:
      item.interaction = .blanks(
        BlanksInteraction(
          blanks: (0..<1 + generator.index(below: 4)).map { index in
            .init(id: ChoiceOption.id(at: index), entry: entry())
          }))
    case .likert, .selfRating:
      item.interaction = .rating(
        RatingInteraction(isSelfRating: kind == .selfRating, options: options(5)))
    case .essay: item.interaction = .essay(EssayInteraction())
    case .performance: break
    }
    if happens(0.2), kind.isScored {
      let keys = (0..<3).compactMap { _ in response(to: item)?.encoded }
      let table = keys.map { ($0, pick([item.points, item.points / 3, -1, 0.125])) }
      item.scoring = Scoring(
        .table, floor: pick([0, -100]),
        table: Dictionary(table, uniquingKeysWith: { first, _ in first }))
    }
    return item
  }

  private func options(_ count: Int) -> [ChoiceOption] {
    (0..<count).map {
      ChoiceOption(id: ChoiceOption.id(at: $0), text: LocalizedText(same: "o"), isCorrect: false)
    }
  }

  private mutating func choice(isMultiple: Bool) -> ChoiceInteraction {
    var options = options(2 + generator.index(below: 5))
    let right = isMultiple ? 1 + generator.index(below: options.count) : 1
    for index in generator.shuffled(Array(options.indices)).prefix(right) {
      options[index].isCorrect = true
    }
    if happens(0.5) {
      for index in options.indices where happens(0.7) {
        options[index].weight = pick([100, 50, 33.33333, 0, -25, -33.33333, -100, 12.5])
      }
    }
    return ChoiceInteraction(
      isMultiple: isMultiple, keepsOrder: happens(0.3), options: options)
  }

  private mutating func numeric() -> NumericInteraction {
    let value = pick([12, 0.5, -3, 1200, 3.1415, 0.1, 1e-7])
    var answers = [
      NumericInteraction.Answer(value: value, tolerance: pick([0, 0.5, 0.001, 1e-9]))
    ]
    if happens(0.5) {
      answers.append(.init(value: value, tolerance: 5, weight: pick([50, 33.33333])))
    }
    let units: [NumericInteraction.Unit] = [
      .init(symbol: "km", factor: 1), .init(symbol: "m", factor: 0.001),
      .init(symbol: "គ.ម.", factor: 1), .init(symbol: "dm", factor: 0.0001),
    ]
    return NumericInteraction(answers: answers, units: happens(0.6) ? units : [])
  }

  private mutating func text() -> TextInteraction {
    TextInteraction(
      answers: (0...generator.index(below: 3)).map { _ in
        .init(pick(Self.words), weight: pick([100, 100, 75, 50, 33.33333]))
      }, isCaseSensitive: happens(0.3))
  }

  private mutating func entry() -> BlanksInteraction.Entry {
    switch generator.index(below: 3) {
    case 0: .text(text())
    case 1: .numeric(numeric())
    default: .choice(choice(isMultiple: false))
    }
  }

  mutating func response(to item: Item) -> Response? {
    if happens(0.05) { return nil }
    switch item.interaction {
    case .choice(let choice):
      if !choice.isMultiple { return .chosen([pick(choice.options).id]) }
      if happens(0.3) { return .chosen(choice.correctIDs) }
      return .chosen(choice.options.filter { _ in generator.unit() < 0.5 }.map(\.id))
    case .rating(let rating): return .chosen([pick(rating.options).id])
    case .order(let order):
      let ids = order.options.map(\.id)
      return .order(happens(0.3) ? ids : generator.shuffled(ids))
    case .match(let match):
      var pairs: [String: String] = [:]
      let isRight = happens(0.3)
      for source in match.sources where isRight || happens(0.8) {
        pairs[source.id] = isRight || happens(0.5) ? source.target : pick(match.targets).id
      }
      return .pairs(pairs)
    case .numeric(let numeric): return .number(number(numeric))
    case .text(let text): return .text(typed(text))
    case .blanks(let blanks):
      var entries: [String: String] = [:]
      for blank in blanks.blanks where happens(0.9) {
        switch blank.entry {
        case .text(let text): entries[blank.id] = typed(text)
        case .numeric(let numeric):
          entries[blank.id] =
            happens(0.5) ? typed(numeric) : Response.number(number(numeric)).encoded
        case .choice(let choice):
          let right = choice.correctIDs.first ?? ""
          entries[blank.id] = happens(0.5) ? right : pick(choice.options).id
        }
      }
      return .blanks(entries)
    case .essay: return .text(pick(Self.words) + "\n" + pick(Self.words))
    case .performance: return nil
    }
  }

  private mutating func number(_ numeric: NumericInteraction) -> Double {
    let answer = pick(numeric.answers)
    return answer.value + pick([0, 0, 0.5, -0.5, 1, -1, 1.5, -3]) * max(answer.tolerance, 0.25)
  }

  private mutating func typed(_ text: TextInteraction) -> String {
    if happens(0.3) { return pick(Self.words) }
    let answer = pick(text.answers).text
    return happens(0.3) ? "  " + answer.uppercased() : answer
  }

  /// A number as people type it: with a unit, Khmer digits, or nonsense.
  mutating func typed(_ numeric: NumericInteraction) -> String {
    let text = Response.number(number(numeric)).encoded
    let digits = happens(0.4) ? Khmer.withKhmerDigits(text) : text
    return digits
      + pick(["", "", " ", "km", " km", " m", "គ.ម.", " dm", " KM", " miles", "\u{A0}m"])
  }
}
