import Assessment
import Text
import XML

/// Turns items into Moodle's questions, one after the other.
struct MoodleWriter {
  private let options: QuestionWritingOptions
  private let quiz = XMLStream(shell: XMLElement("quiz", children: [XMLStream.place]))
  /// How many are written.
  private(set) var count = 0
  private(set) var lost: [QuestionLoss] = []

  init(options: QuestionWritingOptions) {
    self.options = options
  }

  /// What Moodle carries of any item; what it carries of some only is looked at one by one.
  private static let carried = Set(ItemFeature.allCases).subtracting([.scoreTable])

  /// Returns the file of what was written.
  func finish() -> [UInt8] { quiz.finish() }

  /// Writes one item, or notes its loss.
  mutating func write(_ item: Item) {
    var question = Question(item, options)
    guard let element = question.element() else {
      lost.append(item.wholeLoss())
      return
    }
    quiz.write(element)
    count += 1
    var features = Self.carried
    for feature in question.lost { features.remove(feature) }
    if question.carriesTable { features.insert(.scoreTable) }
    lost += item.losses(carrying: features, options: options)
    for what in question.otherLosses {
      lost.append(QuestionLoss(item: item.id, what: what, location: item.location))
    }
  }
}

/// One item while it is written.
private struct Question {
  let item: Item
  let languages: MoodleLanguages
  let language: Language
  /// What is lost of it though the format has it.
  var lost: Set<ItemFeature> = []
  var otherLosses: [LocalizedText] = []
  var carriesTable = false

  init(_ item: Item, _ options: QuestionWritingOptions) {
    self.item = item
    let isBilingual = item.stem.isComplete && !options.isLanguageChosen
    if case .blanks = item.interaction {
      languages = .one(options.language)
      if isBilingual { lost.insert(.otherLanguage) }
    } else if isBilingual, !Self.texts(of: item).allSatisfy(MoodleLanguages.survives) {
      languages = .one(options.language)
      lost.insert(.otherLanguage)
    } else {
      languages = isBilingual ? .both : .one(options.language)
    }
    language = item.stem[options.language].isEmpty ? options.language.other : options.language
  }

  private static func texts(of item: Item) -> [LocalizedText] {
    var texts = [item.stem, item.feedback, item.title]
    texts += item.interaction.options.flatMap { [$0.text, $0.feedback] }
    if case .match(let match) = item.interaction {
      texts += match.sources.map(\.text) + match.targets.map(\.text)
    }
    return texts
  }

  private func written(_ text: LocalizedText) -> String {
    if case .both = languages { return MoodleLanguages.text(text, languages) }
    return text.text(in: language)
  }

  private func text(_ name: XMLName, _ text: LocalizedText) -> XMLElement {
    XMLElement(
      name, ["format": "markdown"], children: [XMLElement("text", text: written(text))])
  }

  private func flag(_ name: XMLName, _ isSet: Bool) -> XMLElement {
    XMLElement(name, text: isSet ? "true" : "false")
  }

  mutating func element() -> XMLElement? {
    guard let (type, parts) = parts() else { return nil }
    var stem = item.stem
    if case .blanks(let blanks) = item.interaction {
      stem = LocalizedText(same: cloze(blanks))
    } else if case .both = languages, item.stem.en == item.stem.km {
      // Marked all the same, so that a reader sees that the question is in both languages.
      stem = LocalizedText(same: MoodleLanguages.marked(item.stem))
    }
    let name = item.title.isEmpty ? item.id : written(item.title)
    var children = [
      XMLElement("name", children: [XMLElement("text", text: name)]), text("questiontext", stem),
      text("generalfeedback", item.feedback),
      XMLElement("defaultgrade", text: MoodleNumbers.text(item.points)),
      XMLElement("penalty", text: "0"), XMLElement("hidden", text: "0"),
      XMLElement("idnumber", text: item.id),
    ]
    children += parts
    let tags = ItemTags.tags(of: item)
    if !tags.isEmpty {
      children.append(
        XMLElement(
          "tags",
          children: tags.map { XMLElement("tag", children: [XMLElement("text", text: $0)]) }))
    }
    return XMLElement("question", ["type": type], children: children)
  }

  // MARK: Kinds

  private mutating func parts() -> (type: String, [XMLElement])? {
    switch item.interaction {
    case .choice(let choice):
      return choice.isTrueFalse ? trueFalse(choice) : self.choice(choice)
    case .numeric(let numeric): return ("numerical", numerical(numeric))
    case .text(let text): return ("shortanswer", shortAnswer(text))
    case .match(let match): return ("matching", matching(match))
    case .order(let order): return ("ordering", ordering(order))
    case .blanks(let blanks):
      checkBlanks(blanks)
      return ("cloze", [])
    case .essay(let essay): return ("essay", self.essay(essay))
    case .rating, .performance: return nil
    }
  }

  private func answer(
    _ fraction: Double, _ text: XMLElement, _ feedback: LocalizedText, format: String
  ) -> XMLElement {
    var children = [text]
    children.append(self.text("feedback", feedback))
    return XMLElement(
      "answer", ["fraction": MoodleFractions.text(fraction), "format": format],
      children: children)
  }

  private mutating func grades(_ choice: ChoiceInteraction) -> [Double] {
    let grades = MoodleFractions.choice(item, choice)
    if grades.losesWeights { lost.insert(.optionWeights) }
    if grades.losesFloor { lost.insert(.floor) }
    if grades.losesWhole { otherLosses.append(MoodleMessages.wholeOnly) }
    carriesTable = !grades.losesWeights
    return grades.fractions
  }

  private mutating func choice(_ choice: ChoiceInteraction) -> (String, [XMLElement]) {
    let grades = grades(choice)
    var parts = [
      flag("single", !choice.isMultiple), flag("shuffleanswers", !choice.keepsOrder),
      XMLElement("answernumbering", text: "abc"),
    ]
    for (option, grade) in zip(choice.options, grades) {
      parts.append(
        answer(
          grade, XMLElement("text", text: written(option.text)), option.feedback,
          format: "markdown"))
    }
    return ("multichoice", parts)
  }

  private mutating func trueFalse(_ choice: ChoiceInteraction) -> (String, [XMLElement]) {
    let grades = grades(choice)
    if !grades.allSatisfy({ $0 == 0 || $0 == 100 }) {
      lost.insert(.optionWeights)
      carriesTable = false
    }
    let parts = zip(choice.options, ["true", "false"]).map { option, word in
      answer(
        option.isCorrect ? 100 : 0, XMLElement("text", text: word), option.feedback,
        format: "moodle_auto_format")
    }
    return ("truefalse", parts)
  }

  private mutating func grade(_ weight: Double) -> Double {
    if !MoodleFractions.has(weight) { lost.insert(.answerWeights) }
    return MoodleFractions.nearest(weight)
  }

  private mutating func shortAnswer(_ text: TextInteraction) -> [XMLElement] {
    // Moodle takes the first answer that fits.
    let answers = text.answers.enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
    let isUnique = Set(answers.map { text.normalised($0.text) }).count == answers.count
    var parts = [XMLElement("usecase", text: text.isCaseSensitive ? "1" : "0")]
    for entry in isUnique ? text.answers : answers {
      parts.append(
        answer(
          grade(entry.weight), XMLElement("text", text: MoodleWildcards.escaped(entry.text)),
          entry.feedback, format: "moodle_auto_format"))
    }
    return parts
  }

  private mutating func numerical(_ numeric: NumericInteraction) -> [XMLElement] {
    var parts: [XMLElement] = []
    for entry in MoodleNumbers.sorted(numeric.answers) {
      var element = answer(
        grade(entry.weight), XMLElement("text", text: MoodleNumbers.text(entry.value)),
        entry.feedback, format: "moodle_auto_format")
      element.append(XMLElement("tolerance", text: MoodleNumbers.text(entry.tolerance)))
      parts.append(element)
    }
    parts += [
      XMLElement("unitgradingtype", text: "0"), XMLElement("unitpenalty", text: "0.1"),
      XMLElement("showunits", text: numeric.units.isEmpty ? "3" : "0"),
      XMLElement("unitsleft", text: "0"),
    ]
    guard !numeric.units.isEmpty else { return parts }
    parts.append(
      XMLElement(
        "units",
        children: numeric.units.map { unit in
          XMLElement(
            "unit",
            children: [
              XMLElement(
                "multiplier", text: MoodleNumbers.text(MoodleNumbers.inverse(unit.factor))),
              XMLElement("unit_name", text: unit.symbol),
            ])
        }))
    return parts
  }

  private mutating func matching(_ match: MatchInteraction) -> [XMLElement] {
    if item.scoring.rule == .exact, match.sources.count > 1 {
      otherLosses.append(MoodleMessages.wholeOnly)
    }
    func pair(_ left: LocalizedText, _ right: LocalizedText) -> XMLElement {
      var element = text("subquestion", left)
      element.append(
        XMLElement("answer", children: [XMLElement("text", text: written(right))]))
      return element
    }
    let targets = Dictionary(
      match.targets.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    var parts = [flag("shuffleanswers", true)]
    for source in match.sources {
      parts.append(pair(source.text, targets[source.target] ?? LocalizedText(same: "")))
    }
    let used = Set(match.sources.map(\.target))
    for target in match.targets where !used.contains(target.id) {
      parts.append(pair(LocalizedText(same: ""), target.text))
    }
    return parts
  }

  private func ordering(_ order: OrderInteraction) -> [XMLElement] {
    var parts = [
      XMLElement("layouttype", text: "VERTICAL"), XMLElement("selecttype", text: "ALL"),
      XMLElement("selectcount", text: "2"),
      XMLElement(
        "gradingtype",
        text: item.scoring.rule == .exact ? "ALL_OR_NOTHING" : "ABSOLUTE_POSITION"),
      XMLElement("showgrading", text: "SHOW"), XMLElement("numberingstyle", text: "none"),
    ]
    for (index, option) in order.options.enumerated() {
      parts.append(
        XMLElement(
          "answer", ["fraction": "\(index + 1)", "format": "markdown"],
          children: [
            XMLElement("text", text: written(option.text)), text("feedback", option.feedback),
          ]))
    }
    return parts
  }

  private func essay(_ essay: EssayInteraction) -> [XMLElement] {
    [
      XMLElement("responseformat", text: "editor"), XMLElement("responserequired", text: "1"),
      XMLElement("responsefieldlines", text: "\(essay.lines)"),
      XMLElement("minwordlimit"),
      XMLElement("maxwordlimit", text: essay.mostWords.map { "\($0)" } ?? ""),
      XMLElement("attachments", text: "0"), XMLElement("attachmentsrequired", text: "0"),
      XMLElement("maxbytes", text: "0"), XMLElement("filetypeslist"),
      text("graderinfo", LocalizedText(same: "")),
      text("responsetemplate", LocalizedText(same: "")),
    ]
  }

  // MARK: Blanks

  /// The weight of each blank: Moodle's points are the sum of whole weights.
  private func weight(of blanks: BlanksInteraction) -> Int? {
    let share = item.points / Double(max(1, blanks.blanks.count))
    return share >= 1 && share == share.rounded() && share <= 1000 ? Int(share) : nil
  }

  private mutating func checkBlanks(_ blanks: BlanksInteraction) {
    if weight(of: blanks) == nil { lost.insert(.points) }
    let isPlain = blanks.blanks.allSatisfy { blank in
      switch blank.entry {
      case .text(let text): text.answers.allSatisfy { $0.weight == 0 || $0.weight == 100 }
      case .numeric(let numeric):
        numeric.answers.allSatisfy { $0.weight == 0 || $0.weight == 100 }
      case .choice: true
      }
    }
    if item.scoring.rule == .exact, blanks.blanks.count > 1 || !isPlain {
      otherLosses.append(MoodleMessages.wholeOnly)
    }
    for blank in blanks.blanks {
      if case .numeric(let numeric) = blank.entry, !numeric.units.isEmpty { lost.insert(.units) }
    }
    if BlankText.ids(in: item.stem.text(in: language)) != blanks.blanks.map(\.id) {
      otherLosses.append(MoodleMessages.repeatedBlank)
    }
  }

  private func cloze(_ blanks: BlanksInteraction) -> String {
    let weight = weight(of: blanks) ?? 1
    let known = Dictionary(
      blanks.blanks.map { ($0.id, $0.entry) }, uniquingKeysWith: { first, _ in first })
    return BlankText.parts(of: item.stem.text(in: language)).map { part in
      guard let id = part.blank, let entry = known[id] else { return part.text }
      return MoodleCloze.text(entry, weight: weight, language: language)
    }.joined()
  }
}

/// The blanks in a stem, where they stand as `[[id]]`.
enum BlankText {
  /// A piece of a stem: text, or a blank and how it is written.
  struct Part: Hashable {
    var text: String
    var blank: String?
  }

  /// Returns the pieces of a stem, in order.
  static func parts(of stem: String) -> [Part] {
    var parts: [Part] = []
    var text: [UInt8] = []
    var rest = Substring(stem).utf8
    while let byte = rest.first {
      let id = rest.dropFirst(2).prefix { $0 != 0x5D && $0 != 0x5B && $0 != 0x0A }.prefix(100)
      if byte == 0x5B, rest.starts(with: "[[".utf8), !id.isEmpty,
        rest.dropFirst(2 + id.count).starts(with: "]]".utf8)
      {
        if !text.isEmpty { parts.append(Part(text: String(decoding: text, as: UTF8.self))) }
        text = []
        let name = String(decoding: id, as: UTF8.self)
        parts.append(Part(text: "[[\(name)]]", blank: name))
        rest = rest.dropFirst(4 + id.count)
      } else {
        text.append(byte)
        rest = rest.dropFirst()
      }
    }
    if !text.isEmpty { parts.append(Part(text: String(decoding: text, as: UTF8.self))) }
    return parts
  }

  /// Returns the ids of the blanks of a stem, in order.
  static func ids(in stem: String) -> [String] { parts(of: stem).compactMap(\.blank) }
}
