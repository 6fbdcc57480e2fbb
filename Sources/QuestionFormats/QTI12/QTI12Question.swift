import Assessment
import Source
import Text
import XML

/// One item of QTI 1.2 while it is read.
struct QTI12Question {
  /// What Sala has no place for.
  var lost: [LocalizedText] = []
  /// Why it cannot be read.
  var problem: LocalizedText?
  /// Its ident and title.
  let ident: String
  let title: String

  private let element: XMLElement
  let file: String
  private let fields: [String: [String]]
  let presentation: QTI12Presentation
  let processing: QTI12Processing
  var language = Language.english
  private var feedback: [String: String] = [:]
  private var answerFeedback: [Key: String] = [:]
  private var itemFeedback: [String] = []
  /// The score that is all of the points.
  private var most = 100.0

  private struct Key: Hashable {
    var ident: String
    var value: String
  }

  init(_ element: XMLElement, file: String) {
    self.element = element
    self.file = file
    ident = element.attribute("ident")?.trimmed ?? ""
    title = element.attribute("title")?.trimmed ?? ""
    fields = Self.metadata(element)
    presentation = QTI12Presentation(element.first("presentation"))
    var processing = QTI12Processing(element.elements("resprocessing"))
    processing.joinAlternatives(
      of: Set(presentation.responses.filter { $0.kind == "response_str" }.map(\.ident)))
    self.processing = processing
    let marked = element.attribute("lang")
    language =
      marked.map { $0.hasPrefix("km") ? .khmer : .english }
      ?? ScriptLanguage.of(presentation.stem)
  }

  private static func metadata(_ element: XMLElement) -> [String: [String]] {
    var fields: [String: [String]] = [:]
    guard let metadata = element.first("itemmetadata") else { return fields }
    for group in metadata.elements {
      if group.name.local == "qtimetadata" {
        for field in group.elements("qtimetadatafield") {
          let label = field.first("fieldlabel")?.text.trimmed.lowercased() ?? ""
          fields[label, default: []].append(field.first("fieldentry")?.text.trimmed ?? "")
        }
      } else {
        fields[group.name.local.lowercased(), default: []].append(group.text.trimmed)
      }
    }
    return fields
  }

  func field(_ label: String) -> String? { fields[label]?.first }

  mutating func lose(_ what: LocalizedText) {
    if !lost.contains(what) { lost.append(what) }
  }

  private var place: SourceLocation { SourceLocation(file: file, line: element.line) }

  var kind: String {
    (field("question_type") ?? field("cc_profile") ?? field("bbmd_questiontype")
      ?? field("qmd_itemtype") ?? "").lowercased()
  }

  // MARK: The item

  /// Returns the item; `nil` where it cannot be read: then there is a problem.
  mutating func item(naming: inout ItemNaming, number: Int) -> Item? {
    readFeedback()
    var points = self.points
    var scoring = Scoring.exact
    var stem = presentation.stem
    guard let interaction = interaction(&points, &scoring, &stem) else {
      if problem == nil {
        problem =
          fields.keys.contains { $0.hasPrefix("bbmd") || $0.hasPrefix("webct") }
          ? QTI12Messages.dialect : QTI12Messages.noResponse
      }
      return nil
    }
    guard !stem.isEmpty else {
      problem = QTI12Messages.noText
      return nil
    }
    presentation.lost.forEach { lose($0) }
    if !processing.unknown.isEmpty { lose(QTI12Messages.scoring) }
    let name = ident.isEmpty || ident.utf8.count > 40 ? title : ident
    var item = Item(
      id: naming.id(for: name, number: number), outcome: Located("", at: place), cognitive: nil,
      points: points, stem: LocalizedText(stem, in: language), interaction: interaction,
      scoring: scoring,
      feedback: LocalizedText(itemFeedback.joined(separator: "\n\n"), in: language),
      locations: [language: place])
    if title != item.id, title != ident, title != "Question" {
      item.title = LocalizedText(title, in: language)
    }
    for tag in fields["sala_tag"] ?? [] { _ = ItemTags.apply(tag, to: &item) }
    return item
  }

  /// The points: what the metadata says, or the most that can be won.
  private var points: Double {
    for label in ["points_possible", "cc_weighting", "qmd_weighting", "qmd_absolutescore_max"] {
      if let points = field(label).flatMap({ Double($0) }), points.isFinite, points > 0 {
        return min(1000, points)
      }
    }
    let isPercent = field("cc_profile") != nil || field("question_type") != nil
    let most = processing.variables[processing.scoreName]?.most ?? 0
    return isPercent || most <= 0 || most == 100 ? 1 : min(1000, most)
  }

  func percent(_ responses: [String: [String]]) -> Double {
    processing.evaluate(responses).score * 100 / most
  }

  /// Sets what counts as all of the points: the declared maximum, or the most that `responses` win.
  mutating func setMost(_ responses: [[String: [String]]]) {
    if let declared = processing.variables[processing.scoreName]?.most, declared > 0 {
      most = declared
      return
    }
    let best = responses.map { processing.evaluate($0).score }.max() ?? 0
    most = best > 0 ? best : 100
  }

  private mutating func readFeedback() {
    for entry in element.elements("itemfeedback") {
      var reader = QTI12Presentation(nil)
      if !entry.elements("hint").isEmpty || !entry.elements("solution").isEmpty {
        lose(QTI12Messages.hints)
      }
      let text =
        entry.elements("flow_mat").map { reader.text($0) }
        + entry.elements("material").map { reader.text($0) }
      reader.lost.forEach { lose($0) }
      feedback[entry.attribute("ident") ?? ""] =
        text.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    var linked: Set<String> = []
    for rule in processing.rules {
      for name in rule.feedback {
        guard let text = feedback[name], !text.isEmpty else { continue }
        linked.insert(name)
        if rule.condition == .other || name == "general_fb" {
          if !itemFeedback.contains(text) { itemFeedback.append(text) }
        } else if case .equal(let ident, let value, _, nil) = rule.condition {
          answerFeedback[Key(ident: ident, value: value)] = text
        } else if let (ident, interval) = interval(rule.condition) {
          answerFeedback[Key(ident: ident, value: interval)] = text
        } else {
          lose(QTI12Messages.feedback)
        }
      }
    }
    if let text = feedback["general_fb"], !text.isEmpty, !linked.contains("general_fb") {
      itemFeedback.append(text)
    }
  }

  private func interval(_ condition: QTI12Processing.Condition) -> (String, String)? {
    for response in presentation.responses {
      if let found = condition.intervals(of: response.ident).first {
        return (response.ident, Self.mark(found.value, found.tolerance))
      }
    }
    return nil
  }

  /// The name of an interval among the answers.
  static func mark(_ value: Double, _ tolerance: Double) -> String {
    "\(value) ± \(tolerance)"
  }

  func said(_ ident: String, _ value: String) -> LocalizedText {
    LocalizedText(
      answerFeedback[Key(ident: ident, value: value)] ?? feedback["\(value)_fb"] ?? "",
      in: language)
  }

  // MARK: Kinds

  private mutating func interaction(
    _ points: inout Double, _ scoring: inout Scoring, _ stem: inout String
  ) -> Interaction? {
    let responses = presentation.responses
    switch kind {
    case "file_upload_question", "text_only_question", "calculated_question", "hotspot",
      "hot spot", "calculated", "file upload":
      problem = QTI12Messages.kind(kind)
      return nil
    default: break
    }
    for response in responses
    where response.kind == "response_xy" || response.kind == "response_grp"
      || ["render_hotspot", "render_slider", "render_extension"].contains(response.rendering)
    {
      problem = QTI12Messages.kind(
        response.rendering == "render_choice" ? response.kind : response.rendering)
      return nil
    }
    guard let first = responses.first else { return nil }
    if kind == "fill_in_multiple_blanks_question" || kind == "multiple_dropdowns_question" {
      return named(responses, &scoring, &stem)
    }
    if field("sala_kind") == "blanks" { return inline(&scoring, &stem) }
    if responses.count > 1 || kind == "matching_question" {
      let areChoices = responses.allSatisfy { $0.rendering == "render_choice" }
      return areChoices && responses.allSatisfy({ !$0.text.isEmpty })
        ? matching(responses, &scoring) : inline(&scoring, &stem)
    }
    stem = [stem, first.text].filter { !$0.isEmpty }.joined(separator: "\n\n")
    if first.rendering == "render_choice" || (first.rendering.isEmpty && !first.labels.isEmpty) {
      guard first.cardinality.lowercased() != "ordered" else { return order(first, &scoring) }
      return choice(first, points: points, &scoring)
    }
    guard
      first.rendering == "render_fib" || first.kind == "response_str"
        || first.kind == "response_num"
    else { return nil }
    return written(first)
  }

  func options(_ response: QTI12Presentation.Response) -> [ChoiceOption] {
    response.labels.enumerated().map { index, label in
      ChoiceOption(
        id: ChoiceOption.id(at: index), text: LocalizedText(label.text, in: language),
        isCorrect: false, feedback: said(response.ident, label.ident),
        location: SourceLocation(file: file, line: label.line))
    }
  }

  private mutating func choice(
    _ response: QTI12Presentation.Response, points: Double, _ scoring: inout Scoring
  ) -> Interaction? {
    let isMultiple = response.cardinality.lowercased() == "multiple"
    guard response.labels.count >= 2 else {
      problem = QTI12Messages.noResponse
      return nil
    }
    let idents = response.labels.map(\.ident)
    setMost(isMultiple ? [[response.ident: idents]] : idents.map { [response.ident: [$0]] })
    let choice = ChoiceInteraction(
      isMultiple: isMultiple, keepsOrder: response.keepsOrder, options: options(response))
    let percent = { (set: Set<Int>) in
      self.percent([response.ident: set.sorted().map { idents[$0] }])
    }
    var found: QTI12Choice.Found
    if isMultiple {
      let named = Set(
        processing.rules.filter { !$0.actions.isEmpty }
          .flatMap { $0.condition.values(of: response.ident).map(\.text) })
      found = QTI12Choice.several(
        choice, points: points, rules: processing.rules.count,
        hint: Set(idents.indices.filter { named.contains(idents[$0]) }), percent: percent)
    } else {
      found = QTI12Choice.single(choice, percent: percent)
    }
    if !found.isVerified { lose(QTI12Messages.scoring) }
    guard !found.choice.correctIDs.isEmpty else {
      problem = QTI12Messages.noKey
      return nil
    }
    scoring = found.scoring
    return .choice(statement(found.choice, scoring) ?? found.choice)
  }

  /// A statement to be called true or false, where the options say that.
  private func statement(_ choice: ChoiceInteraction, _ scoring: Scoring) -> ChoiceInteraction? {
    guard choice.options.count == 2, !choice.isMultiple, scoring == .exact else { return nil }
    let texts = choice.options.map { $0.text.text(in: language).lowercased() }
    let words = ["true", "false"]
    let isKnown = kind.contains("true_false") || kind.contains("true/false")
    guard
      isKnown || texts.sorted() == words.sorted()
        || texts.sorted()
          == [ChoiceInteraction.trueText.km, ChoiceInteraction.falseText.km].sorted()
    else { return nil }
    let isReversed = texts[0] == words[1] || texts[0] == ChoiceInteraction.falseText.km
    let (yes, no) = isReversed ? (1, 0) : (0, 1)
    return ChoiceInteraction(
      isTrue: choice.options[yes].isCorrect, trueFeedback: choice.options[yes].feedback,
      falseFeedback: choice.options[no].feedback)
  }

  private mutating func order(
    _ response: QTI12Presentation.Response, _ scoring: inout Scoring
  ) -> Interaction? {
    let idents = response.labels.map(\.ident)
    var places: [String: Int] = [:]
    for rule in processing.rules where !rule.actions.isEmpty {
      Self.places(rule.condition, response.ident, &places)
    }
    guard Set(idents).count == idents.count, idents.count >= 2,
      Set(places.values) == Set(1...idents.count), idents.allSatisfy({ places[$0] != nil })
    else {
      problem = QTI12Messages.noKey
      return nil
    }
    let right = idents.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
    setMost([[response.ident: right]])
    var swapped = right
    swapped.swapAt(0, 1)
    let whole = percent([response.ident: right])
    let part = percent([response.ident: swapped])
    let share = Double(right.count - 2) * 100 / Double(right.count)
    scoring = part != 0 && (part - share).magnitude < QTI12Choice.slack ? Scoring(.parts) : .exact
    if (whole - 100).magnitude > QTI12Choice.slack || (scoring == .exact && part != 0) {
      lose(QTI12Messages.scoring)
    }
    let labels = Dictionary(
      response.labels.map { ($0.ident, $0) }, uniquingKeysWith: { first, _ in first })
    let options = right.enumerated().map { index, ident in
      ChoiceOption(
        id: ChoiceOption.id(at: index),
        text: LocalizedText(labels[ident]?.text ?? "", in: language), isCorrect: false,
        feedback: LocalizedText("", in: language))
    }
    return .order(OrderInteraction(options: options))
  }

  private static func places(
    _ condition: QTI12Processing.Condition, _ ident: String, _ places: inout [String: Int]
  ) {
    switch condition {
    case .equal(ident, let value, _, let index?): places[value] = index
    case .all(let parts): for part in parts { Self.places(part, ident, &places) }
    default: break
    }
  }

  // MARK: Written answers

  private mutating func written(_ response: QTI12Presentation.Response) -> Interaction? {
    let scores = processing.rules.contains { rule in rule.actions.contains { $0.value != 0 } }
    if kind.contains("essay") || !scores {
      var essay = EssayInteraction()
      if let rows = response.rows, rows > 0 { essay.lines = min(1000, rows) }
      return .essay(essay)
    }
    guard let entry = entry(response) else {
      problem = problem ?? QTI12Messages.noKey
      return nil
    }
    return switch entry {
    case .text(let text): .text(text)
    case .numeric(let numeric): .numeric(numeric)
    case .choice(let choice): .choice(choice)
    }
  }

  /// What is right in one field, when nothing else is answered: `share` is the percent that all of
  /// it wins.
  mutating func entry(
    _ response: QTI12Presentation.Response, share: Double? = nil
  ) -> BlanksInteraction.Entry? {
    let isNumber =
      response.kind == "response_num" || kind.contains("numerical")
      || ["decimal", "integer", "scientific"].contains(response.fibType.lowercased())
    return isNumber ? numbers(response, share) : texts(response, share)
  }

  /// The rules that win something, and where there are none, all.
  var winning: [QTI12Processing.Rule] {
    processing.rules.filter { rule in rule.actions.contains { $0.variable == processing.scoreName }
    }
  }

  private mutating func numbers(
    _ response: QTI12Presentation.Response, _ share: Double?
  ) -> BlanksInteraction.Entry? {
    let found = winning.flatMap { $0.condition.intervals(of: response.ident) }
    if share == nil { setMost(found.map { [response.ident: ["\($0.value)"]] }) }
    var answers: [NumericInteraction.Answer] = []
    for interval in found {
      let answer = NumericInteraction.Answer(
        value: interval.value, tolerance: interval.tolerance, weight: 0,
        feedback: said(response.ident, Self.mark(interval.value, interval.tolerance)))
      guard
        !answers.contains(where: { $0.value == answer.value && $0.tolerance == answer.tolerance })
      else { continue }
      answers.append(answer)
    }
    if winning.contains(where: \.condition.hasOpenBound) { lose(QTI12Messages.scoring) }
    // A wider answer is tried at its own edge, where a narrower one does not count.
    for index in answers.indices {
      let edge = answers[index].value + answers[index].tolerance
      answers[index].weight = weight([response.ident: ["\(edge)"]], share)
      let text = MoodleNumbers.text(answers[index].value)
      if answers[index].feedback.isEmpty { answers[index].feedback = said(response.ident, text) }
    }
    let numeric = NumericInteraction(answers: answers)
    if share == nil {
      for answer in answers {
        for number in [answer.value, answer.value - answer.tolerance * 0.5] {
          let best = numeric.answers.filter { $0.accepts(number) }.map(\.weight).max() ?? 0
          if (percent([response.ident: ["\(number)"]]) - best).magnitude > QTI12Choice.slack {
            lose(QTI12Messages.scoring)
          }
        }
      }
    }
    return answers.contains { $0.weight > 0 } ? .numeric(numeric) : nil
  }

  private func weight(_ responses: [String: [String]], _ share: Double?) -> Double {
    let won = percent(responses)
    let weight = min(100, max(-100, share.map { $0 > 0 ? won * 100 / $0 : 0 } ?? won))
    let whole = weight.rounded()
    return (weight - whole).magnitude < QTI12Choice.slack ? whole : weight
  }

  private mutating func texts(
    _ response: QTI12Presentation.Response, _ share: Double?
  ) -> BlanksInteraction.Entry? {
    let found = winning.flatMap { $0.condition.values(of: response.ident) }
    if share == nil { setMost(found.map { [response.ident: [$0.text]] }) }
    var seen: Set<String> = []
    var answers: [TextInteraction.Answer] = []
    for value in found where seen.insert(value.text).inserted {
      if value.isPattern { lose(QTI12Messages.patterns) }
      answers.append(
        .init(
          value.text, weight: weight([response.ident: [value.text]], share),
          feedback: said(response.ident, value.text)))
    }
    guard answers.contains(where: { $0.weight > 0 }) else { return nil }
    return .text(
      TextInteraction(
        answers: answers, isCaseSensitive: found.contains { $0.isCaseSensitive }))
  }
}
