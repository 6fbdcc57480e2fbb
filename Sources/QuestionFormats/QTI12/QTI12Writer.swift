import Assessment
import Text
import XML

/// Turns an item into one of QTI 1.2.
///
/// Kinds that Common Cartridge has keep to its profile and name it, unless points for parts need
/// more than the profile's `Set`; other kinds are written in the general vocabulary, with the names
/// by which Canvas knows them.
struct QTI12Writer {
  private let item: Item
  private let language: Language
  /// What is lost of the item.
  private(set) var lost: Set<ItemFeature> = []
  private var fields: [(String, String)] = []
  private var rules: [XMLElement] = []
  private var feedback: [XMLElement] = []

  init(_ item: Item, _ options: QuestionWritingOptions) {
    self.item = item
    language = item.stem[options.language].isEmpty ? options.language.other : options.language
    if item.stem.isComplete { lost.insert(.otherLanguage) }
  }

  /// Returns the element; `nil` where the format does not have the kind.
  mutating func element() -> XMLElement? {
    if !item.feedback.isEmpty { say("general_fb", item.feedback, when: make("other")) }
    guard let (kind, profile, parts) = presentation() else { return nil }
    if !kind.isEmpty { fields.insert(("question_type", kind), at: 0) }
    fields.append(("points_possible", MoodleNumbers.text(item.points)))
    if let profile { fields.append(("cc_profile", profile)) }
    fields += ItemTags.tags(of: item).map { ("sala_tag", $0) }
    let title = item.title.isEmpty ? item.id : item.title.text(in: language)
    let least = min(0, item.scoring.floor)
    var processing = make("resprocessing")
    processing.append(
      make(
        "outcomes",
        [
          XMLElement(
            name("decvar"),
            [
              "maxvalue": "100", "minvalue": MoodleNumbers.text(least), "varname": "SCORE",
              "vartype": "Decimal",
            ])
        ]))
    if rules.isEmpty { rule(make("other"), nil) }
    for rule in rules { processing.append(rule) }
    var element = XMLElement(
      name("item"), ["ident": item.id, "title": title],
      children: [
        make("itemmetadata", [Self.metadata(fields)]), make("presentation", parts), processing,
      ] + feedback)
    if language == .khmer {
      element.attributes.append(XMLAttribute(XMLNamespace.xml("lang"), "km"))
    }
    return element
  }

  // MARK: Pieces

  private func name(_ local: String) -> XMLName { QTI12Codec.namespace(local) }

  private func make(_ local: String, _ children: [XMLElement] = []) -> XMLElement {
    XMLElement(name(local), children: children)
  }

  /// Returns metadata.
  static func metadata(_ fields: [(String, String)]) -> XMLElement {
    let name = QTI12Codec.namespace
    return XMLElement(
      name("qtimetadata"),
      children: fields.map { label, entry in
        XMLElement(
          name("qtimetadatafield"),
          children: [
            XMLElement(name("fieldlabel"), text: label),
            XMLElement(name("fieldentry"), text: entry),
          ])
      })
  }

  /// A text: as HTML where it has marks that platforms show, and otherwise as it is.
  private func material(_ text: String) -> XMLElement {
    let html = MarkdownHTML.html(text)
    return make(
      "material",
      [
        XMLElement(
          name("mattext"), ["texttype": html == nil ? "text/plain" : "text/html"],
          text: html ?? text)
      ])
  }

  private func material(_ text: LocalizedText) -> XMLElement {
    material(text.text(in: language))
  }

  private mutating func say(_ ident: String, _ text: LocalizedText, when condition: XMLElement) {
    guard !text.isEmpty else { return }
    feedback.append(
      XMLElement(
        name("itemfeedback"), ["ident": ident],
        children: [make("flow_mat", [material(text)])]))
    rule(condition, nil, feedback: ident, continues: true)
  }

  private mutating func rule(
    _ condition: XMLElement, _ score: Double?, action: String = "Set", feedback: String? = nil,
    continues: Bool = false
  ) {
    var rule = XMLElement(
      name("respcondition"), ["continue": continues ? "Yes" : "No"],
      children: [make("conditionvar", [condition])])
    if let score {
      rule.append(
        XMLElement(
          name("setvar"), ["action": action, "varname": "SCORE"],
          text: MoodleNumbers.text(score)))
    }
    if let feedback {
      rule.append(
        XMLElement(
          name("displayfeedback"), ["feedbacktype": "Response", "linkrefid": feedback]))
    }
    rules.append(rule)
  }

  private func equal(_ ident: String, _ value: String) -> XMLElement {
    XMLElement(name("varequal"), ["respident": ident], text: value)
  }

  private func choices(
    _ options: [(ident: String, text: LocalizedText)], keepsOrder: Bool
  ) -> XMLElement {
    XMLElement(
      name("render_choice"), ["shuffle": keepsOrder ? "No" : "Yes"],
      children: options.map { option in
        XMLElement(
          name("response_label"), ["ident": option.ident], children: [material(option.text)])
      })
  }

  private func field(_ ident: String, fibType: String?, rows: Int? = nil) -> XMLElement {
    var field = make("render_fib", [XMLElement(name("response_label"), ["ident": "answer1"])])
    if let fibType { field.attributes.append(XMLAttribute("fibtype", fibType)) }
    if let rows { field.attributes.append(XMLAttribute("rows", "\(rows)")) }
    return XMLElement(
      name("response_str"), ["ident": ident, "rcardinality": "Single"], children: [field])
  }

  // MARK: Kinds

  private mutating func presentation() -> (kind: String, profile: String?, [XMLElement])? {
    let stem = material(item.stem)
    switch item.interaction {
    case .choice(let choice):
      let (kind, profile) = self.choice(choice)
      return (
        kind, profile,
        [
          stem,
          XMLElement(
            name("response_lid"),
            ["ident": "response1", "rcardinality": choice.isMultiple ? "Multiple" : "Single"],
            children: [
              choices(choice.options.map { ($0.id, $0.text) }, keepsOrder: choice.keepsOrder)
            ]),
        ]
      )
    case .text(let text):
      texts(text)
      let profile = text.answers.allSatisfy { $0.weight >= 0 } ? "cc.fib.v0p1" : nil
      return ("short_answer_question", profile, [stem, field("response1", fibType: nil)])
    case .numeric(let numeric):
      numbers(numeric)
      return ("numerical_question", nil, [stem, field("response1", fibType: "Decimal")])
    case .essay(let essay):
      if essay.mostWords != nil { lost.insert(.essayLength) }
      return (
        "essay_question", "cc.essay.v0p1",
        [stem, field("response1", fibType: nil, rows: essay.lines)]
      )
    case .match(let match): return ("matching_question", nil, [stem] + pairs(match))
    case .order(let order): return ("", nil, [stem, self.order(order)])
    case .blanks(let blanks): return canvas(blanks) ?? inline(blanks)
    case .rating, .performance: return nil
    }
  }

  private func percent(_ ids: [String]) -> Double {
    item.points > 0
      ? ResponseProcessing.score(item, .chosen(ids)).score * 100 / item.points : 0
  }

  private mutating func choice(_ choice: ChoiceInteraction) -> (kind: String, profile: String?) {
    for option in choice.options {
      say("\(option.id)_fb", option.feedback, when: equal("response1", option.id))
    }
    guard choice.isMultiple else {
      for option in choice.options {
        let score = percent([option.id])
        if score != 0 { rule(equal("response1", option.id), score) }
      }
      return choice.isTrueFalse
        ? ("true_false_question", "cc.true_false.v0p1")
        : ("multiple_choice_question", "cc.multiple_choice.v0p1")
    }
    let kind = "multiple_answers_question"
    switch item.scoring.rule {
    case .exact: rule(exactly(choice.correctIDs, of: choice), 100)
    case .table:
      for (encoded, points) in item.scoring.table.sorted(by: { $0.key < $1.key }) {
        guard let response = Response(encoded: encoded, to: item), case .choice(let ids) = response,
          response.encoded == encoded, points != 0
        else { continue }
        rule(exactly(ids, of: choice), percent(ids))
      }
    case .parts:
      for (option, weight) in zip(choice.options, choice.weights()) where weight != 0 {
        rule(equal("response1", option.id), weight, action: "Add", continues: true)
      }
      return (kind, nil)
    }
    return (kind, "cc.multiple_response.v0p1")
  }

  private func exactly(_ ids: [String], of choice: ChoiceInteraction) -> XMLElement {
    make(
      "and",
      choice.options.map { option in
        let chosen = equal("response1", option.id)
        return ids.contains(option.id) ? chosen : make("not", [chosen])
      })
  }

  private func equal(
    _ ident: String, _ answer: TextInteraction.Answer, _ text: TextInteraction
  ) -> XMLElement {
    XMLElement(
      name("varequal"), ["respident": ident, "case": text.isCaseSensitive ? "Yes" : "No"],
      text: answer.text)
  }

  private func range(_ ident: String, _ answer: NumericInteraction.Answer) -> XMLElement {
    let bounds = make(
      "and",
      [
        XMLElement(
          name("vargte"), ["respident": ident],
          text: MoodleNumbers.text(answer.value - answer.tolerance)),
        XMLElement(
          name("varlte"), ["respident": ident],
          text: MoodleNumbers.text(answer.value + answer.tolerance)),
      ])
    return make("or", [equal(ident, MoodleNumbers.text(answer.value)), bounds])
  }

  /// Answers with the highest weight first: the first that holds ends the processing.
  private func ranked(_ text: TextInteraction) -> [TextInteraction.Answer] {
    text.answers.enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element)
  }

  private mutating func texts(_ text: TextInteraction) {
    let answers = ranked(text)
    for (index, answer) in answers.enumerated() {
      say(
        "answer\(index + 1)_fb", answer.feedback, when: equal("response1", answer, text))
    }
    for answer in answers { rule(equal("response1", answer, text), answer.weight) }
  }

  private mutating func numbers(_ numeric: NumericInteraction) {
    if !numeric.units.isEmpty { lost.insert(.units) }
    let answers = MoodleNumbers.sorted(numeric.answers)
    for (index, answer) in answers.enumerated() {
      say("answer\(index + 1)_fb", answer.feedback, when: range("response1", answer))
    }
    for answer in answers { rule(range("response1", answer), answer.weight) }
  }

  private mutating func pairs(_ match: MatchInteraction) -> [XMLElement] {
    let targets = match.targets.map { ("t\($0.id)", $0.text) }
    let right = match.sources.map { equal("response_\($0.id)", "t\($0.target)") }
    if item.scoring.rule == .exact {
      rule(right.count == 1 ? right[0] : make("and", right), 100)
    } else {
      for condition in right {
        rule(condition, 100 / Double(right.count), action: "Add", continues: true)
      }
    }
    return match.sources.map { source in
      XMLElement(
        name("response_lid"), ["ident": "response_\(source.id)", "rcardinality": "Single"],
        children: [material(source.text), choices(targets, keepsOrder: false)])
    }
  }

  /// The options are listed by a hash of their texts, so that their order does not show the key.
  private mutating func order(_ order: OrderInteraction) -> XMLElement {
    let right = order.options.enumerated().map { index, option in
      XMLElement(
        name("varequal"), ["respident": "response1", "index": "\(index + 1)"], text: option.id)
    }
    if item.scoring.rule == .exact {
      rule(make("and", right), 100)
    } else {
      for condition in right {
        rule(condition, 100 / Double(right.count), action: "Add", continues: true)
      }
    }
    let shown = order.options.sorted { left, right in
      let (a, b) = (left.text.text(in: language), right.text.text(in: language))
      return (StableHash.hex64(a), left.id) < (StableHash.hex64(b), right.id)
    }
    if order.options.contains(where: { !$0.feedback.isEmpty }) { lost.insert(.optionFeedback) }
    return XMLElement(
      name("response_lid"), ["ident": "response1", "rcardinality": "Ordered"],
      children: [choices(shown.map { ($0.id, $0.text) }, keepsOrder: false)])
  }
}

// MARK: - Blanks

extension QTI12Writer {
  /// Blanks as Canvas has them: texts that all win, or one option of each list; `nil` where the
  /// blanks need more than that.
  private mutating func canvas(
    _ blanks: BlanksInteraction
  ) -> (kind: String, profile: String?, [XMLElement])? {
    guard item.scoring.rule == .parts else { return nil }
    let ids = blanks.blanks.map(\.id)
    guard BlankText.ids(in: item.stem.text(in: language)) == ids else { return nil }
    var lists: [[(ident: String, text: LocalizedText, isRight: Bool)]] = []
    var keepsOrder = true
    var areTexts = 0
    for blank in blanks.blanks {
      switch blank.entry {
      case .text(let text)
      where !text.isCaseSensitive
        && text.answers.allSatisfy({ $0.weight == 100 && $0.feedback.isEmpty }):
        areTexts += 1
        lists.append(
          text.answers.enumerated().map { ("answer\($0 + 1)", LocalizedText(same: $1.text), true) })
      case .choice(let choice)
      where choice.correctIDs.count == 1 && choice.options.allSatisfy(\.feedback.isEmpty):
        keepsOrder = choice.keepsOrder
        lists.append(choice.options.map { ($0.id, $0.text, $0.isCorrect) })
      default: return nil
      }
    }
    guard areTexts == 0 || areTexts == lists.count else { return nil }
    let share = 100 / Double(max(1, lists.count))
    var parts = [material(canvasStem)]
    for (blank, list) in zip(blanks.blanks, lists) {
      let ident = "response_\(blank.id)"
      for entry in list where entry.isRight {
        rule(equal(ident, entry.ident), share, action: "Add", continues: true)
      }
      parts.append(
        XMLElement(
          name("response_lid"), ["ident": ident, "rcardinality": "Single"],
          children: [
            material(blank.id),
            choices(list.map { ($0.ident, $0.text) }, keepsOrder: areTexts > 0 || keepsOrder),
          ]))
    }
    let kind =
      areTexts > 0 ? "fill_in_multiple_blanks_question" : "multiple_dropdowns_question"
    return (kind, nil, parts)
  }

  private var canvasStem: String {
    BlankText.parts(of: item.stem.text(in: language)).map { part in
      part.blank.map { "[\($0)]" } ?? part.text
    }.joined()
  }

  /// Blanks of any kind, where they stand in the text.
  private mutating func inline(
    _ blanks: BlanksInteraction
  ) -> (kind: String, profile: String?, [XMLElement])? {
    let known = Dictionary(
      blanks.blanks.map { ($0.id, $0.entry) }, uniquingKeysWith: { first, _ in first })
    let pieces = BlankText.parts(of: item.stem.text(in: language))
    guard pieces.compactMap(\.blank).filter({ known[$0] != nil }) == blanks.blanks.map(\.id)
    else { return nil }
    fields.append(("sala_kind", "blanks"))
    var parts: [XMLElement] = []
    for piece in pieces {
      if let id = piece.blank, let entry = known[id] {
        parts.append(response("response_\(id)", entry))
      } else {
        var text = XMLElement(name("mattext"), ["texttype": "text/plain"], text: piece.text)
        text.attributes.append(XMLAttribute(XMLNamespace.xml("space"), "preserve"))
        parts.append(make("material", [text]))
      }
    }
    let share = 100 / Double(max(1, blanks.blanks.count))
    var whole: [XMLElement] = []
    for blank in blanks.blanks {
      let answers = conditions("response_\(blank.id)", blank.entry)
      for (index, answer) in answers.enumerated() {
        say("\(blank.id)_answer\(index + 1)_fb", answer.feedback, when: answer.condition)
      }
      guard item.scoring.rule == .exact else {
        for answer in answers where answer.isScored {
          rule(
            answer.condition, answer.weight * share / 100, action: "Add", continues: true)
        }
        continue
      }
      if answers.contains(where: { $0.isScored && $0.weight != 100 }) {
        lost.insert(.answerWeights)
      }
      let right = answers.filter { $0.isScored && $0.weight == 100 }.map(\.condition)
      whole.append(right.count == 1 ? right[0] : make("or", right))
    }
    if item.scoring.rule == .exact { rule(make("and", whole), 100) }
    return ("", nil, [make("flow", parts)])
  }

  private func response(_ ident: String, _ entry: BlanksInteraction.Entry) -> XMLElement {
    switch entry {
    case .text: field(ident, fibType: "String")
    case .numeric: field(ident, fibType: "Decimal")
    case .choice(let choice):
      XMLElement(
        name("response_lid"), ["ident": ident, "rcardinality": "Single"],
        children: [
          choices(choice.options.map { ($0.id, $0.text) }, keepsOrder: choice.keepsOrder)
        ])
    }
  }

  /// What an answer in a blank is, no two of which hold at once.
  private struct BlankAnswer {
    var condition: XMLElement
    var weight: Double
    var feedback: LocalizedText
    var isScored = true
  }

  private mutating func conditions(
    _ ident: String, _ entry: BlanksInteraction.Entry
  ) -> [BlankAnswer] {
    switch entry {
    case .text(let text):
      var seen: Set<String> = []
      return ranked(text).filter { seen.insert(text.normalised($0.text)).inserted }.map {
        BlankAnswer(condition: equal(ident, $0, text), weight: $0.weight, feedback: $0.feedback)
      }
    case .numeric(let numeric):
      if !numeric.units.isEmpty { lost.insert(.units) }
      var before: [XMLElement] = []
      return MoodleNumbers.sorted(numeric.answers).map { answer in
        let range = range(ident, answer)
        let condition =
          before.isEmpty ? range : make("and", [range] + before.map { make("not", [$0]) })
        before.append(range)
        return BlankAnswer(
          condition: condition, weight: answer.weight, feedback: answer.feedback)
      }
    case .choice(let choice):
      return choice.options.map {
        BlankAnswer(
          condition: equal(ident, $0.id), weight: 100, feedback: $0.feedback,
          isScored: $0.isCorrect)
      }
    }
  }
}
