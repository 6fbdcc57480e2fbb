import Assessment
import Inspection
import Text
import XML

/// Turns an item into one of QTI 1.2 as the Common Cartridge profile has it.
///
/// What the profile allows is narrow: six kinds, `Set` alone, no number ranges, all points or none.
/// An item goes in only where every answer to it scores as the engine scores it; otherwise there is
/// a reason. The order of the conditions is that in which Moodle and Canvas read them: the general
/// feedback first, and what scores an answer together with what is said about it.
struct CartridgeQuestion {
  /// Namespace and names of the profile's elements.
  static let scope = XMLNamespace(
    prefix: "", uri: "http://www.imsglobal.org/xsd/ims_qtiasiv1p2")

  private let item: Item
  private let text: CartridgeText
  private let language: Language
  private let showsFeedback: Bool
  private var rules: [XMLElement] = []
  private var feedback: [XMLElement] = []

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - languages: The languages of the package.
  ///   - showsFeedback: Whether feedback goes with it; a test shows none.
  init(_ item: Item, languages: [Language], showsFeedback: Bool) {
    self.item = item
    text = CartridgeText(languages: languages)
    language = languages.first ?? .khmer
    self.showsFeedback = showsFeedback
  }

  /// What became of an item.
  enum Result {
    /// The element.
    case element(XMLElement)
    /// Why there is none.
    case refusal(LocalizedText)
  }

  /// Returns the element, or why there is none.
  ///
  /// - Parameter weight: What the question weighs in its quiz, 1 to 99; `nil` where its points do
  ///   not fit.
  /// - Returns: The element or the reason.
  mutating func result(weight: Int?) -> Result {
    if showsFeedback { say("general_fb", item.feedback, when: other, continues: true) }
    switch presentation() {
    case .refusal(let reason): return .refusal(reason)
    case .profile(let profile, let response, let isHuman):
      guard let weight else { return .refusal(CartridgeMessages.points) }
      return .element(element(profile, response, isHuman: isHuman, weight: weight))
    }
  }

  // MARK: Item

  private enum Presentation {
    case profile(String, XMLElement, isHuman: Bool)
    case refusal(LocalizedText)
  }

  private func element(
    _ profile: String, _ response: XMLElement, isHuman: Bool, weight: Int
  ) -> XMLElement {
    let fields = [
      ("cc_profile", profile), ("cc_weighting", "\(weight)"), ("qmd_scoringpermitted", "Yes"),
      ("qmd_computerscored", isHuman ? "No" : "Yes"),
    ]
    var children = [
      make("itemmetadata", [CartridgeQuiz.metadata(fields)]),
      make("presentation", [material(stem), response]),
    ]
    if !rules.isEmpty {
      let variable = XMLElement(
        Self.scope("decvar"),
        ["maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"])
      children.append(make("resprocessing", [make("outcomes", [variable])] + rules))
    }
    let title = item.title.isEmpty ? item.id : ManifestValue.line(item.title.text(in: language))
    return XMLElement(
      Self.scope("item"), ["ident": item.id, "title": title], children: children + feedback)
  }

  /// The question; the one blank that there may be stands in it as a line.
  private var stem: String {
    guard case .blanks(let blanks) = item.interaction, let blank = blanks.blanks.first else {
      return text.blocks(item.stem)
    }
    var stem = item.stem
    for language in Language.allCases {
      stem[language] = stem[language].replacing(
        "[[\(blank.id)]]", with: CartridgeMessages.formBlank)
    }
    return text.blocks(stem)
  }

  // MARK: Kinds

  private mutating func presentation() -> Presentation {
    switch item.interaction {
    case .choice(let choice): return self.choice(choice)
    case .text(let text): return texts(text)
    case .numeric(let numeric): return numbers(numeric)
    case .blanks(let blanks): return blank(blanks)
    case .essay(let essay):
      return .profile("cc.essay.v0p1", field(type: "String", rows: essay.lines), isHuman: true)
    case .match, .order, .rating, .performance:
      return .refusal(CartridgeMessages.kind(item.interaction.kind))
    }
  }

  private mutating func blank(_ blanks: BlanksInteraction) -> Presentation {
    guard blanks.blanks.count == 1, let blank = blanks.blanks.first else {
      return .refusal(CartridgeMessages.severalBlanks)
    }
    guard item.scoring.rule != .table else { return .refusal(CartridgeMessages.parts) }
    switch blank.entry {
    case .text(let text): return texts(text)
    case .numeric(let numeric): return numbers(numeric)
    case .choice(let choice):
      // In a blank one option is right, and its weight says nothing.
      guard choice.correctIDs.count == 1 else { return .refusal(CartridgeMessages.parts) }
      return single(choice, winners: Set(choice.correctIDs))
    }
  }

  private mutating func choice(_ choice: ChoiceInteraction) -> Presentation {
    guard choice.isMultiple else {
      guard let winners = CartridgeScoring.options(item, choice) else {
        return .refusal(CartridgeMessages.parts)
      }
      return single(choice, winners: winners)
    }
    guard let winners = CartridgeScoring.combinations(item, choice) else {
      return .refusal(CartridgeMessages.parts)
    }
    guard choice.options.count > 1 else { return .refusal(CartridgeMessages.fewOptions) }
    for winner in winners { rule(exactly(winner, of: choice), score: true, continues: true) }
    // One rule may end the others here: Moodle takes the feedback of rules that go on for feedback
    // to everybody.
    for option in choice.options where showsFeedback {
      say("\(option.id)_fb", option.feedback, when: equal(option.id), continues: false)
    }
    return .profile("cc.multiple_response.v0p1", options(choice, ids: nil), isHuman: false)
  }

  private mutating func single(
    _ choice: ChoiceInteraction, winners: Set<String>
  ) -> Presentation {
    guard choice.isTrueFalse || choice.options.count > 2 else {
      return .refusal(CartridgeMessages.fewOptions)
    }
    // Moodle knows the two options of a statement by these names alone.
    let ids = choice.isTrueFalse ? ["true", "false"] : choice.options.map(\.id)
    for (option, id) in zip(choice.options, ids) {
      let says = showsFeedback && !option.feedback.isEmpty
      let wins = winners.contains(option.id)
      guard says || wins else { continue }
      if says { add("\(id)_fb", option.feedback) }
      rule(equal(id), score: wins, feedback: says ? "\(id)_fb" : nil)
    }
    return .profile(
      choice.isTrueFalse ? "cc.true_false.v0p1" : "cc.multiple_choice.v0p1",
      options(choice, ids: ids), isHuman: false)
  }

  private mutating func texts(_ text: TextInteraction) -> Presentation {
    guard item.scoring.rule != .table, let winners = CartridgeScoring.texts(text) else {
      return .refusal(CartridgeMessages.parts)
    }
    let right = text.answers.filter { text.answer(to: $0.text)?.weight == 100 }
    typed(
      winners, isCaseSensitive: text.isCaseSensitive,
      feedback: right.map { ($0.text, $0.feedback) })
    if showsFeedback {
      for (index, answer) in text.answers.enumerated()
      where text.answer(to: answer.text)?.weight == 0 {
        say(
          "wrong\(index + 1)_fb", answer.feedback,
          when: equal(answer.text, isCaseSensitive: text.isCaseSensitive), continues: false)
      }
    }
    return .profile("cc.fib.v0p1", field(type: "String"), isHuman: false)
  }

  private mutating func numbers(_ numeric: NumericInteraction) -> Presentation {
    guard item.scoring.rule != .table, let winners = CartridgeScoring.numbers(numeric) else {
      return .refusal(CartridgeMessages.number)
    }
    typed(
      winners, isCaseSensitive: false,
      feedback: numeric.answers.map { ("\(Int(exactly: $0.value) ?? 0)", $0.feedback) })
    return .profile("cc.fib.v0p1", field(type: "Integer"), isHuman: false)
  }

  /// What is right in a field: all in one condition, of which one has to hold, because Moodle reads
  /// the first condition that wins and no other.
  private mutating func typed(
    _ winners: [String], isCaseSensitive: Bool, feedback: [(text: String, says: LocalizedText)]
  ) {
    let texts = Set(feedback.map(\.says))
    let shared = texts.count == 1 ? texts.first : nil
    if showsFeedback, shared == nil {
      for (index, answer) in feedback.enumerated() {
        say(
          "right\(index + 1)_fb", answer.says,
          when: equal(answer.text, isCaseSensitive: isCaseSensitive), continues: true)
      }
    }
    let says = showsFeedback && shared?.isEmpty == false
    if says, let shared { add("right_fb", shared) }
    rule(
      winners.map { equal($0, isCaseSensitive: isCaseSensitive) }, score: true,
      feedback: says ? "right_fb" : nil)
  }

  // MARK: Fields

  private func options(_ choice: ChoiceInteraction, ids: [String]?) -> XMLElement {
    let labels = zip(choice.options, ids ?? choice.options.map(\.id)).map { option, id in
      XMLElement(
        Self.scope("response_label"), ["ident": id], children: [material(text.line(option.text))])
    }
    return XMLElement(
      Self.scope("response_lid"),
      ["ident": Self.response, "rcardinality": choice.isMultiple ? "Multiple" : "Single"],
      children: [
        XMLElement(
          Self.scope("render_choice"),
          ["shuffle": choice.keepsOrder || choice.isTrueFalse ? "No" : "Yes"], children: labels)
      ])
  }

  private func field(type: String, rows: Int = 1) -> XMLElement {
    XMLElement(
      Self.scope("response_str"), ["ident": Self.response, "rcardinality": "Single"],
      children: [
        XMLElement(
          Self.scope("render_fib"),
          ["fibtype": type, "rows": "\(min(60, max(1, rows)))", "charset": "utf-8"],
          children: [XMLElement(Self.scope("response_label"), ["ident": "answer1"])])
      ])
  }

  // MARK: Pieces

  private static let response = "response1"

  private func make(_ name: String, _ children: [XMLElement] = []) -> XMLElement {
    XMLElement(Self.scope(name), children: children)
  }

  private func material(_ html: String) -> XMLElement { CartridgeQuiz.material(html) }

  private var other: XMLElement { make("other") }

  /// `case` is always said, because Moodle looks for the right options by it.
  private func equal(_ value: String, isCaseSensitive: Bool = true) -> XMLElement {
    XMLElement(
      Self.scope("varequal"),
      ["respident": Self.response, "case": isCaseSensitive ? "Yes" : "No"], text: value)
  }

  private func exactly(_ ids: Set<String>, of choice: ChoiceInteraction) -> XMLElement {
    make(
      "and",
      choice.options.map { option in
        ids.contains(option.id) ? equal(option.id) : make("not", [equal(option.id)])
      })
  }

  private mutating func rule(
    _ condition: XMLElement, score: Bool, feedback: String? = nil, continues: Bool = false
  ) {
    rule([condition], score: score, feedback: feedback, continues: continues)
  }

  private mutating func rule(
    _ conditions: [XMLElement], score: Bool, feedback: String? = nil, continues: Bool = false
  ) {
    var rule = XMLElement(
      Self.scope("respcondition"), ["continue": continues ? "Yes" : "No"],
      children: [make("conditionvar", conditions)])
    if score {
      rule.append(
        XMLElement(Self.scope("setvar"), ["action": "Set", "varname": "SCORE"], text: "100"))
    }
    if let feedback {
      rule.append(
        XMLElement(
          Self.scope("displayfeedback"), ["feedbacktype": "Response", "linkrefid": feedback]))
    }
    rules.append(rule)
  }

  private mutating func say(
    _ ident: String, _ words: LocalizedText, when condition: XMLElement, continues: Bool
  ) {
    guard !words.isEmpty else { return }
    add(ident, words)
    rule(condition, score: false, feedback: ident, continues: continues)
  }

  private mutating func add(_ ident: String, _ words: LocalizedText) {
    feedback.append(
      XMLElement(
        Self.scope("itemfeedback"), ["ident": ident],
        children: [make("flow_mat", [material(text.blocks(words))])]))
  }
}
