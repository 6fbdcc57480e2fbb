import Assessment
import Text
import XML

/// Reads feedback: that which belongs to an option, and that which is said after any answer.
struct QTIFeedbackReader {
  private(set) var item: Item
  private(set) var lost: [LocalizedText] = []
  private let reader: QTIItemReader
  private let scoring: QTIScoringReader

  init(item: Item, reader: QTIItemReader, scoring: QTIScoringReader) {
    self.item = item
    self.reader = reader
    self.scoring = scoring
  }

  mutating func read(_ interaction: XMLElement, _ binding: ResponseBinding) {
    if interaction.name.local == "choiceInteraction" || interaction.name.local == "orderInteraction"
    {
      for choice in interaction.elements("simpleChoice") {
        let identifier = choice.attribute("identifier") ?? ""
        let id = binding.identifiers.first { $0.value == identifier }?.key
        for feedback in choice.elements
        where feedback.name.local == "feedbackInline" || feedback.name.local == "feedbackBlock" {
          inline(feedback, id: id)
        }
      }
    } else if Self.holdsFeedback(interaction) {
      lose(QTI2Messages.feedback)
    }
    for feedback in reader.element.elements("modalFeedback") { modal(feedback) }
  }

  /// Tells whether an item has feedback at all.
  static func isNeeded(_ item: XMLElement, _ interaction: XMLElement) -> Bool {
    item.first("modalFeedback") != nil || holdsFeedback(interaction)
  }

  private static func holdsFeedback(_ element: XMLElement) -> Bool {
    element.elements.contains {
      $0.name.local == "feedbackInline" || $0.name.local == "feedbackBlock" || holdsFeedback($0)
    }
  }

  private mutating func lose(_ what: LocalizedText) {
    if !lost.contains(what) { lost.append(what) }
  }

  private mutating func text(_ feedback: XMLElement) -> String {
    var body = QTIBodyReader()
    let text = QTIBlockText.markdown(body.blocks(feedback.children))
    for what in body.lost { lose(what) }
    return text
  }

  /// Feedback within an option has to be shown exactly when the option is chosen.
  private mutating func inline(_ feedback: XMLElement, id: String?) {
    let shown = shown(feedback)
    guard let id, !shown.isEmpty,
      zip(scoring.responses, shown).allSatisfy({ Self.holds($0, id) == $1 })
    else { return lose(QTI2Messages.feedback) }
    add(text(feedback), to: [id])
  }

  private static func holds(_ response: Response, _ id: String) -> Bool {
    if case .choice(let ids) = response { ids.contains(id) } else { false }
  }

  private mutating func modal(_ feedback: XMLElement) {
    let shown = shown(feedback)
    guard !shown.isEmpty, shown.contains(true) else { return lose(QTI2Messages.feedback) }
    if !shown.contains(false) {
      let text = text(feedback)
      let before = item.feedback[reader.language]
      item.feedback[reader.language] = before.isEmpty ? text : before + "\n\n" + text
      return
    }
    let ids = item.interaction.options.map(\.id).filter { id in
      scoring.responses.firstIndex(of: .choice([id])).map { shown[$0] } ?? false
    }
    let belongs = zip(scoring.responses, shown).allSatisfy { response, isShown in
      isShown == ids.contains { Self.holds(response, $0) }
    }
    guard !ids.isEmpty, belongs, isOne || ids.count == 1 else { return lose(QTI2Messages.feedback) }
    add(text(feedback), to: ids)
  }

  /// Whether one option is chosen; then what is said after several options can be said after each.
  private var isOne: Bool {
    switch item.interaction {
    case .choice(let choice): !choice.isMultiple
    case .rating: true
    default: false
    }
  }

  /// For every response that was tried, whether the feedback is shown.
  private func shown(_ feedback: XMLElement) -> [Bool] {
    let outcome = feedback.attribute("outcomeIdentifier") ?? ""
    let identifier = QTIScalar.identifier(feedback.attribute("identifier") ?? "")
    let isHidden = feedback.attribute("showHide") == "hide"
    return scoring.runs.map { run in
      (run.outcomes[outcome]?.scalars.contains(identifier) ?? false) != isHidden
    }
  }

  private mutating func add(_ text: String, to ids: [String]) {
    let language = reader.language
    func added(_ options: [ChoiceOption]) -> [ChoiceOption] {
      options.map { option in
        guard ids.contains(option.id) else { return option }
        var option = option
        let before = option.feedback[language]
        option.feedback[language] = before.isEmpty ? text : before + " " + text
        return option
      }
    }
    switch item.interaction {
    case .choice(var choice):
      choice.options = added(choice.options)
      item.interaction = .choice(choice)
    case .rating(var rating):
      rating.options = added(rating.options)
      item.interaction = .rating(rating)
    default: lose(QTI2Messages.feedback)
    }
  }
}
