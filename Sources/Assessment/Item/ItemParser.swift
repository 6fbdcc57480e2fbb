import Source
import Text

/// Reads one section of a bank into an item.
struct ItemParser {
  let section: SectionedFile.Section
  let file: SourceFile
  let language: Language
  let requirements: ItemReading.Requirements
  let collector: DiagnosticCollector

  /// Returns the item, or `nil` after findings that leave nothing to score.
  func item() -> Item? {
    let id = section.title
    guard ItemReading.isID(id) else {
      add(
        "bad-id", section.location, length: max(1, id.unicodeScalars.count),
        id.isEmpty ? ItemMessages.missingID : ItemMessages.badID, ItemMessages.idRemedy)
      return nil
    }
    let findings = collector.diagnostics.count
    let attributes = ItemAttributes(parser: self)
    let kind: InteractionKind? = attributes.value("kind", default: nil, isRequired: false)
    let isJudged = kind?.needsRater ?? false
    var settings = attributes.settings()
    let settingLines = settings.read(
      section.body.lines, firstNumber: section.body.firstLine, parser: self)
    let body = section.body.lines[settingLines...]
    let answerStart = Self.answerStart(body, isJudged: isJudged)
    let stem = Self.stem(body[..<answerStart], isJudged: isJudged)
    if stem.isEmpty { complain("empty-stem", ItemMessages.emptyStem, ItemMessages.emptyStemRemedy) }
    var reader = AnswerReader(parser: self)
    reader.read(body[answerStart...], firstNumber: section.body.firstLine + answerStart)
    let builder = InteractionBuilder(
      parser: self, answers: reader.answers, settings: settings, kind: kind, stem: stem)
    let outcome = attributes.outcome()
    let cognitive = attributes.cognitive()
    let points = attributes.points()
    let pool: ItemPool? = attributes.value("pool", default: .test)
    let status: ItemStatus? = attributes.value("status", default: .draft)
    let scoring = attributes.scoring(table: settings.table, statesWeights: builder.statesWeights)
    guard !reader.isBroken || !reader.answers.isEmpty, let interaction = builder.interaction(),
      let outcome, case .some(let cognitive) = cognitive, let points, let pool, let status,
      let scoring, collector.diagnostics.count == findings
    else { return nil }
    return Item(
      id: id, title: localized(settings.title), outcome: outcome, cognitive: cognitive,
      points: points, pool: pool, status: status, stem: localized(stem), interaction: interaction,
      scoring: scoring, rubric: section.attributes.values["rubric"],
      feedback: localized(reader.feedback), locations: [language: section.location],
      sourceHash: section.hash)
  }

  /// The index of the first line of the answers, or that behind the last line.
  ///
  /// A numbered list begins the answers only where the question has no others, because stems have
  /// such lists too; where a human judges, `>` begins the feedback.
  private static func answerStart(_ body: ArraySlice<String>, isJudged: Bool) -> Int {
    var firstStep: Int?
    for index in body.indices {
      let line = body[index]
      if isJudged, line.utf8.first == UInt8(ascii: ">") { return index }
      guard let answer = AnswerLine.read(line) else { continue }
      if !answer.isStep { return index }
      firstStep = firstStep ?? index
    }
    return firstStep ?? body.endIndex
  }

  /// The lines of a stem without blank ones at its ends.
  private static func stem(_ lines: ArraySlice<String>, isJudged: Bool) -> String {
    let isBlank: (String) -> Bool = { $0.trimmingSpaces().isEmpty }
    guard let first = lines.firstIndex(where: { !isBlank($0) }),
      let last = lines.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return lines[first...last].map { StemText.unescaped($0, isJudged: isJudged) }
      .joined(separator: "\n")
  }

  // MARK: Helpers

  func localized(_ text: String) -> LocalizedText {
    var localized = LocalizedText(same: "")
    localized[language] = text
    return localized
  }

  func add(
    _ code: String, _ place: SourceLocation, length: Int, _ message: LocalizedText,
    _ remedy: LocalizedText
  ) {
    collector.add(
      file.diagnostic(
        code, line: place.line, column: place.column, length: length, message, remedy: remedy))
  }

  /// Adds a finding at the heading.
  func complain(_ code: String, _ message: LocalizedText, _ remedy: LocalizedText) {
    add(
      code, section.location, length: max(1, section.title.unicodeScalars.count), message, remedy)
  }
}
