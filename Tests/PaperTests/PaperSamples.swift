import Assessment
import Source
import Text

@testable import Paper

/// A form made up for tests, with every kind of question.
enum PaperSamples {
  static func both(_ en: String, _ km: String) -> LocalizedText { LocalizedText(en: en, km: km) }

  static func item(
    _ id: String, _ interaction: Interaction, stem: LocalizedText? = nil,
    pool: ItemPool = .test, scoring: Scoring = .exact
  ) -> Item {
    Item(
      id: id, outcome: Located("A-1", at: SourceLocation(file: "")), cognitive: .apply, pool: pool,
      stem: stem ?? both("What about **\(id)**?", "ចុះ **\(id)** វិញ?"), interaction: interaction,
      scoring: scoring, feedback: both("WHOLE-\(id)", "ទាំងមូល-\(id)"))
  }

  static func options(_ count: Int, right: Set<Int>) -> [ChoiceOption] {
    (0..<count).map { index in
      let id = ChoiceOption.id(at: index)
      return ChoiceOption(
        id: id, text: both("Option \(id) <b>&", "ជម្រើស \(id)"), isCorrect: right.contains(index),
        feedback: both("REASON-\(id)", "មូលហេតុ-\(id)"))
    }
  }

  static let single = item(
    "single", .choice(ChoiceInteraction(isMultiple: false, options: options(4, right: [2]))))
  static let several = item(
    "several", .choice(ChoiceInteraction(isMultiple: true, options: options(4, right: [0, 3]))))
  static let many = item(
    "many", .choice(ChoiceInteraction(isMultiple: false, options: options(13, right: [11]))))
  static let truth = item("truth", .choice(ChoiceInteraction(isTrue: true)))
  static let number = item(
    "number",
    .numeric(
      NumericInteraction(
        answers: [.init(value: 4711.5, tolerance: 0.5)],
        units: [.init(symbol: "m", factor: 1), .init(symbol: "km", factor: 1000)])))
  static let word = item("word", .text(TextInteraction(accepted: ["keyword"])))
  static let pairs = item(
    "pairs",
    .match(
      MatchInteraction(
        sources: ["a", "b", "c"].enumerated().map { index, id in
          .init(id: id, text: both("Source \(id)", "ប្រភព \(id)"), target: "\(index + 1)")
        },
        targets: ["1", "2", "3", "4"].map {
          .init(id: $0, text: both("Target \($0)", "គូ \($0)"))
        })))
  static let order = item("order", .order(OrderInteraction(options: options(4, right: []))))
  static let blanks = item(
    "blanks",
    .blanks(
      BlanksInteraction(blanks: [
        .init(id: "a", entry: .text(TextInteraction(accepted: ["blank;word"]))),
        .init(id: "b", entry: .numeric(NumericInteraction(value: 4712, tolerance: 0))),
        .init(
          id: "c",
          entry: .choice(ChoiceInteraction(isMultiple: false, options: options(3, right: [1])))),
      ])),
    stem: both("The [[a]] has [[b]] of [[c]].", "[[a]] មាន [[b]] នៃ [[c]]។"))
  static let scale = item(
    "scale", .rating(RatingInteraction(isSelfRating: false, options: options(5, right: []))),
    pool: .survey)
  static let essay = item("essay", .essay(EssayInteraction(lines: 6, mostWords: 50)))
  static let deed = item("deed", .performance)

  static let items = [
    single, several, many, truth, number, word, pairs, order, blanks, scale, essay, deed,
  ]

  static func test(_ items: [Item] = items) -> PaperTest {
    PaperTest(
      form: TestForm(
        id: "f-a", title: both("Trial & error", "ការសាកល្បងនៅតាមមូលដ្ឋាន"), items: items,
        anchors: [], minutes: 45, masteryPercent: 70),
      event: both("Kampot 1", "កំពត ១"), occasion: .pre)
  }
}
