import Assessment
import Source
import Text

/// Something that an item may have and that a format may be unable to carry.
///
/// A writer says which features it carries; the others that an item has are its losses. So no
/// format can forget to name one.
enum ItemFeature: CaseIterable {
  case title, outcome, cognitive, points, practicePool, status
  case otherLanguage
  case itemFeedback, optionFeedback, answerFeedback
  case optionWeights, answerWeights, partScoring, exactScoring, floor, scoreTable
  case fixedOrder, extraTargets
  case tolerance, units, severalAnswers, caseSensitivity
  case essayLength, rubric, survey

  /// What a person reads about the loss.
  var name: LocalizedText {
    switch self {
    case .title: LocalizedText(en: "title", km: "ចំណងជើង")
    case .outcome: LocalizedText(en: "learning outcome", km: "លទ្ធផលសិក្សា")
    case .cognitive: LocalizedText(en: "cognitive level", km: "កម្រិតនៃការយល់ដឹង")
    case .points: LocalizedText(en: "points", km: "ពិន្ទុ")
    case .practicePool: LocalizedText(en: "pool", km: "បណ្តុំសំណួរ")
    case .status: LocalizedText(en: "status", km: "ស្ថានភាព")
    case .otherLanguage: LocalizedText(en: "the other language", km: "ភាសាមួយទៀត")
    case .itemFeedback:
      LocalizedText(en: "feedback to everybody", km: "យោបល់ត្រឡប់សម្រាប់ទាំងអស់គ្នា")
    case .optionFeedback:
      LocalizedText(en: "feedback of options", km: "យោបល់ត្រឡប់នៃជម្រើស")
    case .answerFeedback:
      LocalizedText(en: "feedback of accepted answers", km: "យោបល់ត្រឡប់នៃចម្លើយដែលទទួលយក")
    case .optionWeights: LocalizedText(en: "weights of options", km: "ទម្ងន់នៃជម្រើស")
    case .answerWeights:
      LocalizedText(en: "weights of accepted answers", km: "ទម្ងន់នៃចម្លើយដែលទទួលយក")
    case .partScoring: LocalizedText(en: "points for parts", km: "ពិន្ទុតាមផ្នែក")
    case .exactScoring:
      LocalizedText(
        en: "points only for the whole right answer", km: "ពិន្ទុតែពេលចម្លើយត្រូវទាំងអស់")
    case .floor: LocalizedText(en: "marks below zero", km: "ពិន្ទុក្រោមសូន្យ")
    case .scoreTable: LocalizedText(en: "table of scores", km: "តារាងពិន្ទុ")
    case .fixedOrder: LocalizedText(en: "fixed order of options", km: "លំដាប់ជម្រើសថេរ")
    case .extraTargets:
      LocalizedText(en: "targets without a source", km: "គូចម្លើយដែលគ្មានប្រភព")
    case .tolerance: LocalizedText(en: "tolerance", km: "កម្រិតលម្អៀង")
    case .units: LocalizedText(en: "units", km: "ឯកតា")
    case .severalAnswers:
      LocalizedText(en: "further accepted answers", km: "ចម្លើយដែលទទួលយកផ្សេងទៀត")
    case .caseSensitivity:
      LocalizedText(en: "capitals and small letters differ", km: "អក្សរធំ និងអក្សរតូចខុសគ្នា")
    case .essayLength: LocalizedText(en: "expected length", km: "ប្រវែងរំពឹងទុក")
    case .rubric: LocalizedText(en: "rubric", km: "តារាងវាយតម្លៃ")
    case .survey: LocalizedText(en: "mark as an opinion", km: "សញ្ញាថាជាមតិ")
    }
  }

  /// Returns the features that an item has, in the order above.
  static func of(_ item: Item, language: Language) -> [ItemFeature] {
    let features = Features(item: item, language: language)
    return allCases.filter(features.has)
  }
}

/// Looks for features in one item.
private struct Features {
  let item: Item
  let language: Language

  func has(_ feature: ItemFeature) -> Bool {
    switch feature {
    case .title: !item.title.isEmpty
    case .outcome: !item.outcome.value.isEmpty
    case .cognitive: item.cognitive != nil
    case .points: item.points != 1
    case .practicePool: item.pool == .practice
    case .survey: item.pool == .survey
    case .status: item.status != .draft
    case .otherLanguage: !item.stem[language].isEmpty && !item.stem[language.other].isEmpty
    case .itemFeedback: !item.feedback.isEmpty
    case .optionFeedback: options.contains { !$0.feedback.isEmpty }
    case .answerFeedback:
      texts.flatMap(\.answers).contains { !$0.feedback.isEmpty }
        || numbers.flatMap(\.answers).contains { !$0.feedback.isEmpty }
    case .optionWeights: item.scoring.rule == .parts && isChoice
    case .answerWeights:
      texts.flatMap(\.answers).contains { $0.weight != 100 }
        || numbers.flatMap(\.answers).contains { $0.weight != 100 }
    case .partScoring: item.scoring.rule == .parts && !isChoice
    case .exactScoring: item.scoring.rule == .exact && hasParts
    case .floor: item.scoring.floor != 0
    case .scoreTable: item.scoring.rule == .table
    case .fixedOrder:
      if case .choice(let choice) = item.interaction {
        choice.keepsOrder && !choice.isTrueFalse
      } else {
        false
      }
    case .extraTargets:
      if case .match(let match) = item.interaction {
        match.targets.count > Set(match.sources.map(\.target)).count
      } else {
        false
      }
    case .tolerance: numbers.flatMap(\.answers).contains { $0.tolerance != 0 }
    case .units: numbers.contains { !$0.units.isEmpty }
    case .severalAnswers:
      texts.contains { $0.answers.count > 1 } || numbers.contains { $0.answers.count > 1 }
    case .caseSensitivity: texts.contains(where: \.isCaseSensitive)
    case .essayLength:
      if case .essay(let essay) = item.interaction { essay != EssayInteraction() } else { false }
    case .rubric: item.rubric != nil
    }
  }

  /// Whether an answer has several parts, each of which could win points.
  private var hasParts: Bool {
    switch item.interaction {
    case .choice(let choice): choice.isMultiple
    case .match, .order: true
    case .blanks(let blanks): blanks.blanks.count > 1
    case .numeric, .text, .rating, .essay, .performance: false
    }
  }

  private var isChoice: Bool {
    if case .choice = item.interaction { true } else { false }
  }

  private var options: [ChoiceOption] {
    item.interaction.options
      + entries.flatMap { entry -> [ChoiceOption] in
        if case .choice(let choice) = entry { choice.options } else { [] }
      }
  }

  private var entries: [BlanksInteraction.Entry] {
    if case .blanks(let blanks) = item.interaction { blanks.blanks.map(\.entry) } else { [] }
  }

  private var texts: [TextInteraction] {
    if case .text(let text) = item.interaction { return [text] }
    return entries.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  private var numbers: [NumericInteraction] {
    if case .numeric(let numeric) = item.interaction { return [numeric] }
    return entries.compactMap { if case .numeric(let numeric) = $0 { numeric } else { nil } }
  }
}

extension Item {
  /// Returns the losses of this item in a format that carries `carried`.
  func losses(carrying carried: Set<ItemFeature>, options: QuestionWritingOptions) -> [QuestionLoss]
  {
    ItemFeature.of(self, language: options.language)
      .filter { feature in
        !carried.contains(feature) && !(feature == .otherLanguage && options.isLanguageChosen)
      }
      .map { QuestionLoss(item: id, what: $0.name, location: location) }
  }

  /// Returns the loss of the whole item, whose kind a format does not have.
  func wholeLoss() -> QuestionLoss {
    QuestionLoss(
      item: id,
      what: LocalizedText(
        en: "the whole question: the format has no kind '\(interaction.kind.rawValue)'",
        km: "សំណួរទាំងមូល៖ ទម្រង់នេះគ្មានប្រភេទ '\(interaction.kind.rawValue)' ទេ"),
      isWhole: true, location: location)
  }
}
