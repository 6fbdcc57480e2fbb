import Assessment
import Source
import Text
import XML

/// Turns Moodle's questions into items, one after the other.
struct MoodleReader {
  private let file: String
  private(set) var naming: ItemNaming
  private(set) var items: [Item] = []
  private(set) var count = 0
  private(set) var lost: [QuestionLoss] = []
  private(set) var findings: [Diagnostic] = []
  private var categories: [(name: String, line: Int)] = []
  /// How many questions came before this file.
  private let before: Int

  init(file: String, naming: ItemNaming, number: Int) {
    self.file = file
    self.naming = naming
    before = number
  }

  /// Notes once which categories there were.
  mutating func finish() {
    guard let first = categories.first else { return }
    findings.append(
      Diagnostic(
        "moodle-categories", .note, at: SourceLocation(file: file, line: first.line),
        MoodleMessages.categories(categories.map(\.name)),
        remedy: MoodleMessages.categoriesRemedy))
  }

  /// Reads one question.
  mutating func read(_ element: XMLElement) {
    let type = element.attribute("type") ?? ""
    if type == "category" {
      let name = element.first("category")?.first("text")?.text.trimmed ?? ""
      categories.append((name, element.line))
      return
    }
    count += 1
    var question = MoodleQuestion(element, file: file, type: type)
    let place = SourceLocation(file: file, line: element.line)
    let item = question.item(naming: &naming, number: before + count)
    let name = item?.id ?? (question.name.isEmpty ? "\(file):\(element.line)" : question.name)
    if let item {
      items.append(item)
      for what in question.lost {
        lost.append(QuestionLoss(item: name, what: what, location: place))
      }
    } else {
      let what =
        question.problem.map(MoodleMessages.broken) ?? MoodleMessages.unknownType(type)
      lost.append(QuestionLoss(item: name, what: what, isWhole: true, location: place))
      question.findings.append(
        Diagnostic(
          question.problem == nil ? "moodle-type" : "moodle-question",
          question.problem == nil ? .warning : .error, at: place, what,
          remedy: question.problem == nil
            ? MoodleMessages.unknownTypeRemedy : MoodleMessages.brokenRemedy))
    }
    findings += question.findings
  }
}

/// One question of Moodle's while it is read.
struct MoodleQuestion {
  /// Its name, on one line.
  let name: String
  /// What no item carries.
  private(set) var lost: [LocalizedText] = []
  /// What is wrong with it.
  var findings: [Diagnostic] = []
  /// Why it cannot be read, where its kind could be.
  private(set) var problem: LocalizedText?

  private let element: XMLElement
  private let file: String
  private let type: String
  private let parts: [String: [XMLElement]]
  private let stem: MoodleText
  private var languages: MoodleLanguages
  /// The points of a text with blanks: Moodle adds their weights.
  private var blankPoints: Int?

  init(_ element: XMLElement, file: String, type: String) {
    self.element = element
    self.file = file
    self.type = type
    let parts = Dictionary(grouping: element.elements, by: \.name.local)
    self.parts = parts
    name = parts["name"]?.first?.first("text")?.text.trimmed ?? ""
    let text = parts["questiontext"]?.first
    let isCloze = type == "multianswer" || type == "cloze"
    let isGaps = type == "gapselect" || type == "ddwtos"
    stem = isCloze || isGaps ? MoodleText("", format: "markdown") : MoodleText(text)
    languages =
      stem.isMarked
      ? .both : .one(ScriptLanguage.of(isCloze || isGaps ? text?.text ?? "" : stem.both.en))
  }

  /// Returns the item; `nil` where its kind cannot be read, or something is wrong with it.
  mutating func item(naming: inout ItemNaming, number: Int) -> Item? {
    var scoring = Scoring.exact
    var text = stem.localized(languages)
    guard let interaction = interaction(&scoring, &text) else { return nil }
    guard !text.isEmpty else {
      problem = MoodleMessages.noText
      return nil
    }
    stem.lostTags.forEach { lose(MoodleMessages.tag($0)) }
    let place = SourceLocation(file: file, line: element.line)
    let idNumber = value("idnumber").trimmed
    var item = Item(
      id: naming.id(for: idNumber.isEmpty ? name : idNumber, number: number),
      outcome: Located("", at: place), cognitive: nil, stem: text, interaction: interaction,
      scoring: scoring, feedback: self.text(parts["generalfeedback"]?.first),
      locations: location(place, text))
    if name != item.id {
      item.title = MoodleText(name, format: "plain").localized(languages)
    }
    points(&item)
    tags(&item)
    for tag in ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"] {
      let text = MoodleText(parts[tag]?.first).both.en
      if !text.isEmpty, !Self.usualFeedback.contains(text) {
        lose(MoodleMessages.combinedFeedback)
      }
    }
    if parts["hint"]?.contains(where: { !($0.first("text")?.text.trimmed.isEmpty ?? true) })
      ?? false
    {
      lose(MoodleMessages.hints)
    }
    files(in: element)
    return item
  }

  private static let usualFeedback: Set<String> = [
    "Your answer is correct.", "Your answer is partially correct.", "Your answer is incorrect.",
  ]

  private func location(
    _ place: SourceLocation, _ text: LocalizedText
  ) -> [Language: SourceLocation] {
    var locations: [Language: SourceLocation] = [:]
    for language in Language.allCases where !text[language].isEmpty {
      locations[language] = place
    }
    return locations
  }

  private mutating func points(_ item: inout Item) {
    if let written = parts["defaultgrade"]?.first?.text.trimmed, let points = Double(written),
      points.isFinite
    {
      item.points = min(1000, max(0, points))
    } else if case .blanks(let blanks) = item.interaction {
      item.points = Double(blankPoints ?? blanks.blanks.count)
    }
    guard item.points <= 0 else { return }
    item.points = 1
    lose(MoodleMessages.noPoints)
  }

  private mutating func tags(_ item: inout Item) {
    for tag in parts["tags"]?.first?.elements("tag") ?? [] {
      let text = tag.first("text")?.text.trimmed ?? ""
      if !text.isEmpty, !ItemTags.apply(text, to: &item) { lose(MoodleMessages.label(text)) }
    }
  }

  private mutating func files(in element: XMLElement) {
    for child in element.elements {
      if child.name.local == "file" {
        lose(MoodleMessages.file(child.attribute("name") ?? ""))
      } else {
        files(in: child)
      }
    }
  }

  private mutating func lose(_ what: LocalizedText) {
    if !lost.contains(what) { lost.append(what) }
  }

  private func value(_ name: String) -> String {
    parts[name]?.first?.text.trimmed ?? ""
  }

  private func isTrue(_ name: String, otherwise: Bool) -> Bool {
    switch value(name).lowercased() {
    case "1", "true", "yes": true
    case "0", "false", "no": false
    default: otherwise
    }
  }

  private mutating func text(_ element: XMLElement?) -> LocalizedText {
    let text = MoodleText(element)
    text.lostTags.forEach { lose(MoodleMessages.tag($0)) }
    return text.localized(languages)
  }

  /// The plain text in an element, whatever its format says.
  private func plain(_ element: XMLElement?) -> LocalizedText {
    MoodleText(element?.first("text")?.text ?? "", format: "plain").localized(languages)
  }

  // MARK: Kinds

  private mutating func interaction(
    _ scoring: inout Scoring, _ text: inout LocalizedText
  ) -> Interaction? {
    switch type {
    case "multichoice": choice(&scoring)
    case "truefalse": trueFalse()
    case "shortanswer": shortAnswer()
    case "numerical": numerical()
    case "matching", "match": matching(&scoring)
    case "ordering": ordering(&scoring)
    case "essay": essay()
    case "multianswer", "cloze": cloze(&scoring, &text)
    case "gapselect", "ddwtos", "ddwto": gaps(&scoring, &text)
    default: nil
    }
  }

  private mutating func fraction(_ answer: XMLElement) -> Double {
    let text = answer.attribute("fraction")?.trimmed ?? "0"
    let value = Double(text).flatMap { $0.isFinite ? $0 : nil }
    if let value, let grade = MoodleFractions.snapped(value) { return grade }
    findings.append(
      Diagnostic(
        "moodle-fraction", .warning, at: SourceLocation(file: file, line: answer.line),
        MoodleMessages.fraction(text), remedy: MoodleMessages.fractionRemedy))
    return min(100, max(-100, value ?? 0))
  }

  private mutating func checkKey(_ fractions: [Double]) {
    guard !fractions.contains(where: { $0 > 0 }) else { return }
    findings.append(
      Diagnostic(
        "moodle-key", .warning, at: SourceLocation(file: file, line: element.line),
        MoodleMessages.noKey, remedy: MoodleMessages.noKeyRemedy))
  }

  private mutating func choice(_ scoring: inout Scoring) -> Interaction? {
    var fractions: [Double] = []
    var options: [ChoiceOption] = []
    for (index, answer) in (parts["answer"] ?? []).enumerated() {
      fractions.append(fraction(answer))
      options.append(
        ChoiceOption(
          id: ChoiceOption.id(at: index), text: text(answer), isCorrect: false,
          feedback: text(answer.first("feedback")),
          location: SourceLocation(file: file, line: answer.line)))
    }
    guard options.count >= 2 else {
      problem = MoodleMessages.noAnswers
      return nil
    }
    checkKey(fractions)
    var choice = ChoiceInteraction(
      isMultiple: !isTrue("single", otherwise: true),
      keepsOrder: !isTrue("shuffleanswers", otherwise: true), options: options)
    MoodleFractions.apply(fractions, to: &choice, &scoring)
    return .choice(choice)
  }

  private mutating func trueFalse() -> Interaction? {
    var isTrue: Bool?
    var feedback = [true: LocalizedText(same: ""), false: LocalizedText(same: "")]
    for answer in parts["answer"] ?? [] {
      let says = answer.first("text")?.text.trimmed.lowercased() == "true"
      feedback[says] = text(answer.first("feedback"))
      if (Double(answer.attribute("fraction")?.trimmed ?? "") ?? 0) > 0 { isTrue = says }
    }
    guard let isTrue else {
      problem = MoodleMessages.noAnswers
      return nil
    }
    return .choice(
      ChoiceInteraction(
        isTrue: isTrue, trueFeedback: feedback[true] ?? LocalizedText(same: ""),
        falseFeedback: feedback[false] ?? LocalizedText(same: "")))
  }

  private mutating func shortAnswer() -> Interaction? {
    var answers: [TextInteraction.Answer] = []
    var fractions: [Double] = []
    for answer in parts["answer"] ?? [] {
      let raw = answer.first("text")?.text.trimmed ?? ""
      let weight = fraction(answer)
      let feedback = text(answer.first("feedback"))
      fractions.append(weight)
      if raw == "*", weight == 0 {
        if !feedback.isEmpty { lose(MoodleMessages.otherFeedback) }
      } else if let text = MoodleWildcards.plain(raw) {
        answers.append(.init(text, weight: weight, feedback: feedback))
      } else {
        lose(MoodleMessages.wildcards)
      }
    }
    guard !answers.isEmpty else {
      problem = fractions.isEmpty ? MoodleMessages.noAnswers : MoodleMessages.wildcards
      return nil
    }
    checkKey(fractions)
    return .text(
      TextInteraction(
        answers: answers, isCaseSensitive: isTrue("usecase", otherwise: false)))
  }

  private mutating func numerical() -> Interaction? {
    var answers: [NumericInteraction.Answer] = []
    for answer in parts["answer"] ?? [] {
      let raw = answer.first("text")?.text.trimmed ?? ""
      let weight = fraction(answer)
      let feedback = text(answer.first("feedback"))
      guard let value = Response.number(raw) else {
        if raw != "*" || weight != 0 {
          lose(MoodleMessages.wildcards)
        } else if !feedback.isEmpty {
          lose(MoodleMessages.otherFeedback)
        }
        continue
      }
      let tolerance = Response.number(answer.first("tolerance")?.text.trimmed ?? "") ?? 0
      answers.append(
        .init(value: value, tolerance: tolerance.magnitude, weight: weight, feedback: feedback))
    }
    guard !answers.isEmpty else {
      problem = MoodleMessages.noAnswers
      return nil
    }
    checkKey(answers.map(\.weight))
    let units = (parts["units"]?.first?.elements("unit") ?? []).compactMap {
      unit -> NumericInteraction.Unit? in
      let symbol = unit.first("unit_name")?.text.trimmed ?? ""
      guard let multiplier = Double(unit.first("multiplier")?.text.trimmed ?? "1"),
        multiplier.isFinite, multiplier != 0, !symbol.isEmpty
      else { return nil }
      return .init(symbol: symbol, factor: MoodleNumbers.inverse(multiplier))
    }
    if ["1", "2"].contains(value("unitgradingtype")) { lose(MoodleMessages.unitPenalty) }
    return .numeric(NumericInteraction(answers: answers, units: units))
  }

  private mutating func matching(_ scoring: inout Scoring) -> Interaction? {
    var sources: [MatchInteraction.Source] = []
    var targets: [MatchInteraction.Target] = []
    var extra: [LocalizedText] = []
    var ids: [LocalizedText: String] = [:]
    func target(_ text: LocalizedText) -> String {
      if let known = ids[text] { return known }
      let id = "\(targets.count + 1)"
      targets.append(.init(id: id, text: text))
      ids[text] = id
      return id
    }
    for pair in parts["subquestion"] ?? [] {
      let left = text(pair)
      let right = plain(pair.first("answer"))
      if right.isEmpty { continue }
      if left.isEmpty {
        extra.append(right)
      } else {
        sources.append(
          .init(
            id: ChoiceOption.id(at: sources.count), text: left, target: target(right),
            location: SourceLocation(file: file, line: pair.line)))
      }
    }
    for text in extra { _ = target(text) }
    guard !sources.isEmpty else {
      problem = MoodleMessages.noAnswers
      return nil
    }
    scoring = Scoring(.parts)
    return .match(MatchInteraction(sources: sources, targets: targets))
  }

  private mutating func ordering(_ scoring: inout Scoring) -> Interaction? {
    let answers = (parts["answer"] ?? []).enumerated().sorted {
      let left = Double($0.element.attribute("fraction")?.trimmed ?? "") ?? 0
      let right = Double($1.element.attribute("fraction")?.trimmed ?? "") ?? 0
      return (left, $0.offset) < (right, $1.offset)
    }
    guard answers.count >= 2 else {
      problem = MoodleMessages.noAnswers
      return nil
    }
    switch value("gradingtype").uppercased() {
    case "ALL_OR_NOTHING", "-1": scoring = .exact
    case "ABSOLUTE_POSITION", "0": scoring = Scoring(.parts)
    default:
      scoring = Scoring(.parts)
      lose(MoodleMessages.scoring)
    }
    if !["", "0", "ALL"].contains(value("selecttype").uppercased()) { lose(MoodleMessages.subset) }
    var options: [ChoiceOption] = []
    for (index, answer) in answers.map(\.element).enumerated() {
      options.append(
        ChoiceOption(
          id: ChoiceOption.id(at: index), text: text(answer), isCorrect: false,
          feedback: text(answer.first("feedback")),
          location: SourceLocation(file: file, line: answer.line)))
    }
    return .order(OrderInteraction(options: options))
  }

  private mutating func essay() -> Interaction? {
    var essay = EssayInteraction()
    if let lines = Int(value("responsefieldlines")), lines > 0 { essay.lines = min(1000, lines) }
    if let most = Int(value("maxwordlimit")), most > 0 { essay.mostWords = most }
    if let fewest = Int(value("minwordlimit")), fewest > 0 { lose(MoodleMessages.fewestWords) }
    if !MoodleText(parts["graderinfo"]?.first).both.isEmpty { lose(MoodleMessages.graderNotes) }
    if !MoodleText(parts["responsetemplate"]?.first).both.isEmpty {
      lose(MoodleMessages.template)
    }
    if let files = Int(value("attachments")), files != 0 { lose(MoodleMessages.attachments) }
    return .essay(essay)
  }

  // MARK: Blanks

  private mutating func cloze(_ scoring: inout Scoring, _ text: inout LocalizedText) -> Interaction?
  {
    var raw = parts["questiontext"]?.first?.first("text")?.text ?? ""
    if let (en, km) = MoodleLanguages.split(raw) {
      raw = en.trimmed.isEmpty ? km : en
      languages = .one(en.trimmed.isEmpty ? .khmer : .english)
      lose(ItemFeature.otherLanguage.name)
    }
    guard case .one(let language) = languages else { return nil }
    let reading = MoodleCloze.read(raw, language: language)
    reading.lost.forEach { lose($0) }
    problem = reading.problem ?? (reading.blanks.isEmpty ? MoodleMessages.noAnswers : nil)
    guard problem == nil else { return nil }
    let format = parts["questiontext"]?.first?.attribute("format")
    let read = MoodleText(reading.text, format: format)
    read.lostTags.forEach { lose(MoodleMessages.tag($0)) }
    text = LocalizedText(read.both.en, in: language)
    if Set(reading.weights).count > 1 { lose(MoodleMessages.partWeights) }
    scoring = Scoring(.parts)
    blankPoints = reading.weights.reduce(0, +)
    return .blanks(BlanksInteraction(blanks: reading.blanks))
  }

  private mutating func gaps(_ scoring: inout Scoring, _ text: inout LocalizedText) -> Interaction?
  {
    let choices = (parts["selectoption"] ?? []) + (parts["dragbox"] ?? [])
    let raw = parts["questiontext"]?.first?.first("text")?.text ?? ""
    guard case .one(let language) = languages else { return nil }
    var out: [UInt8] = []
    var blanks: [BlanksInteraction.Blank] = []
    var rest = Substring(raw).utf8
    while let byte = rest.first {
      let digits = rest.dropFirst(2).prefix { (0x30...0x39).contains($0) }.prefix(4)
      if byte == 0x5B, rest.starts(with: "[[".utf8), !digits.isEmpty,
        rest.dropFirst(2 + digits.count).starts(with: "]]".utf8),
        let number = Int(String(decoding: digits, as: UTF8.self)),
        choices.indices.contains(number - 1)
      {
        let id = ChoiceOption.id(at: blanks.count)
        blanks.append(.init(id: id, entry: .choice(gap(choices, number - 1))))
        out.append(contentsOf: "[[\(id)]]".utf8)
        rest = rest.dropFirst(4 + digits.count)
      } else {
        out.append(byte)
        rest = rest.dropFirst()
      }
    }
    guard !blanks.isEmpty else {
      problem = MoodleMessages.noAnswers
      return nil
    }
    let read = MoodleText(
      String(decoding: out, as: UTF8.self),
      format: parts["questiontext"]?.first?.attribute("format"))
    read.lostTags.forEach { lose(MoodleMessages.tag($0)) }
    text = LocalizedText(read.both.en, in: language)
    scoring = Scoring(.parts)
    return .blanks(BlanksInteraction(blanks: blanks))
  }

  /// One gap: the choices of its group.
  private func gap(_ choices: [XMLElement], _ index: Int) -> ChoiceInteraction {
    func group(_ choice: XMLElement) -> String { choice.first("group")?.text.trimmed ?? "1" }
    let wanted = group(choices[index])
    var options: [ChoiceOption] = []
    for (number, choice) in choices.enumerated() where group(choice) == wanted {
      options.append(
        ChoiceOption(
          id: ChoiceOption.id(at: options.count), text: plain(choice), isCorrect: number == index))
    }
    return ChoiceInteraction(
      isMultiple: false, keepsOrder: !isTrue("shuffleanswers", otherwise: false), options: options)
  }
}
