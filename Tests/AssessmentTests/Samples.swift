import Source
import Text

@testable import Assessment

/// Items made up for tests.
enum Samples {
  static func item(
    _ id: String, outcome: String = "AAA-1", cognitive: CognitiveLevel = .understand,
    points: Double = 1, pool: ItemPool = .test, status: ItemStatus = .draft,
    _ interaction: Interaction
  ) -> Item {
    Item(
      id: id, outcome: Located(outcome, at: SourceLocation(file: "bank.md", line: 1)),
      cognitive: cognitive, points: points, pool: pool, status: status,
      stem: LocalizedText(en: "Which?", km: "មួយណា?"), interaction: interaction)
  }

  /// A choice of as many options as there are marks; `x` is right.
  static func choice(_ marks: String, isMultiple: Bool = false) -> Interaction {
    .choice(
      ChoiceInteraction(
        isMultiple: isMultiple,
        options: marks.enumerated().map { index, mark in
          let id = ChoiceOption.id(at: index)
          return ChoiceOption(
            id: id, text: LocalizedText(en: "Option \(id)", km: "ជម្រើស \(id)"),
            isCorrect: mark == "x",
            feedback: LocalizedText(en: "Because \(id)", km: "ព្រោះ \(id)"))
        }))
  }

  static func numeric(_ value: Double, _ tolerance: Double = 0) -> Interaction {
    .numeric(NumericInteraction(value: value, tolerance: tolerance))
  }

  static func text(_ accepted: String...) -> Interaction {
    .text(TextInteraction(accepted: accepted))
  }

  static func options(of item: Item) -> [ChoiceOption] { item.interaction.options }

  static func form(_ items: [Item]) -> TestForm {
    TestForm(
      id: "f", title: LocalizedText(same: "Form"), items: items, anchors: [], minutes: 10,
      masteryPercent: 70)
  }
}
