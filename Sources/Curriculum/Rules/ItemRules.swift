import Assessment
import Source
import Text

/// Answer keys are sane.
struct AnswerKeysRule: Rule {
  let codes = ["bad-key", "duplicate-option"]
  let summary = LocalizedText(
    en: "A single choice has exactly one right answer, and no option stands twice.",
    km: "សំណួរជ្រើសរើសតែមួយត្រូវមានចម្លើយត្រឹមត្រូវតែមួយគត់ ហើយគ្មានជម្រើសណាមានពីរដងទេ។")
  let reason = LocalizedText(
    en: "A wrong key scores good answers as bad ones.", km: "គន្លឹះចម្លើយខុស ធ្វើឱ្យចម្លើយត្រឹមត្រូវត្រូវបានរាប់ថាខុស។")
  let examples: [RuleExample] = [
    .failing(
      "bad-key", ExampleCurriculum.itemsEnglish, "- (x) Ask who is absent",
      "- ( ) Ask who is absent"),
    .failing(
      "bad-key", ExampleCurriculum.itemsEnglish, "- ( ) Print a notice", "- (x) Print a notice"),
    .passing(
      ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- (100%) a\n- (50%) b\n- ( ) c")),
    .passing(
      ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- (x) true\n- ( ) false", "kind=true-false")),
    .failing(
      "duplicate-option", ExampleCurriculum.itemsEnglish, "- ( ) Print a notice",
      "- ( ) Ask who is absent"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.curriculum.items.flatMap { item -> [Diagnostic] in
      guard case .choice(let choice) = item.interaction else { return [] }
      return key(choice, of: item, in: context) + duplicates(choice, in: context)
    }
  }

  private func key(_ choice: ChoiceInteraction, of item: Item, in context: RuleContext)
    -> [Diagnostic]
  {
    let right = choice.correctIDs.count
    // Weights and tables say themselves what wins: there the marks may be none, or several.
    let isExact = item.scoring.rule == .exact
    let wins =
      right > 0 || item.scoring.table.values.contains { $0 > 0 }
      || item.scoring.rule == .parts && choice.options.contains { ($0.weight ?? 0) > 0 }
    let message: LocalizedText? =
      if choice.options.count < 2 {
        RuleMessages.tooFewOptions(item.id)
      } else if !wins {
        RuleMessages.noRightAnswer(item.id)
      } else if right > 1, isExact, !choice.isMultiple {
        RuleMessages.severalRightAnswers(item.id)
      } else {
        nil
      }
    guard let message else { return [] }
    return [
      context.finding(
        "bad-key", at: item.location, length: item.id.count, message,
        remedy: RuleMessages.keyRemedy)
    ]
  }

  private func duplicates(_ choice: ChoiceInteraction, in context: RuleContext) -> [Diagnostic] {
    Language.allCases.flatMap { language -> [Diagnostic] in
      var seen: Set<String> = []
      return choice.options.compactMap { option in
        let text = option.text[language]
        let normal = TextInteraction.normalised(text)
        if normal.isEmpty || seen.insert(normal).inserted { return nil }
        return context.finding(
          "duplicate-option", at: option.location, length: text.unicodeScalars.count,
          RuleMessages.duplicateOption(text), remedy: RuleMessages.optionRemedy)
      }
    }
  }
}

/// Right answers do not stand at one place.
struct KeyPositionRule: Rule {
  let codes = ["key-position"]
  let summary = LocalizedText(
    en: "In a bank of eight or more single choices, no place holds over half of the right answers.",
    km: "ក្នុងបណ្តុំសំណួរពីប្រាំបីឡើងទៅ គ្មានទីតាំងណាមានចម្លើយត្រឹមត្រូវលើសពាក់កណ្តាលទេ។")
  let reason = LocalizedText(
    en: "On paper the options keep their order, so a habit of the author helps a guesser.",
    km: "លើក្រដាស ជម្រើសរក្សាលំដាប់ដើម ដូច្នេះទម្លាប់របស់អ្នកនិពន្ធជួយអ្នកទាយ។")
  let examples: [RuleExample] = [
    .failing(
      "key-position", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.bank(keys: Array(repeating: 0, count: 8))),
    .passing(
      ExampleCurriculum.itemsEnglish, "", ExampleCurriculum.bank(keys: [0, 1, 0, 1, 0, 1, 0, 1])),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    let byFile = Dictionary(grouping: context.curriculum.items, by: \.location.file)
    return byFile.sorted { $0.key < $1.key }.compactMap { _, items in
      let positions = items.compactMap { item -> Int? in
        guard case .choice(let choice) = item.interaction, !choice.isMultiple, !choice.isTrueFalse
        else { return nil }
        return choice.options.firstIndex(where: \.isCorrect)
      }
      let counts = Dictionary(grouping: positions, by: { $0 }).mapValues(\.count)
      guard positions.count >= 8, let first = items.first,
        let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        most.value * 2 > positions.count
      else { return nil }
      return context.finding(
        "key-position", .warning, at: first.location,
        RuleMessages.keyPosition(
          ChoiceOption.id(at: most.key), share: most.value * 100 / positions.count,
          count: positions.count),
        remedy: RuleMessages.keyPositionRemedy)
    }
  }
}

/// Every option has feedback.
struct FeedbackRule: Rule {
  let codes = ["missing-feedback"]
  let summary = LocalizedText(
    en: "Every option says why it is right or wrong (warning).",
    km: "ជម្រើសនីមួយៗត្រូវពន្យល់ថាហេតុអ្វីត្រូវ ឬខុស (ព្រមាន)។")
  let reason = LocalizedText(
    en: "A learner learns most from the answer that was wrong.",
    km: "សិក្ខាកាមរៀនបានច្រើនបំផុតពីចម្លើយដែលខុស។")
  let examples: [RuleExample] = [
    .failing(
      "missing-feedback", ExampleCurriculum.itemsEnglish, "  > A notice reaches readers only.\n",
      "")
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.curriculum.items.flatMap { item in
      choiceOptions(item).filter(Self.lacksFeedback).map { option in
        context.finding(
          "missing-feedback", .warning, at: option.location,
          RuleMessages.missingFeedback(item.id, option: option.id),
          remedy: RuleMessages.missingFeedbackRemedy)
      }
    }
  }
}

extension FeedbackRule {
  /// The options that are right or wrong; places of an order and of a scale are neither.
  private func choiceOptions(_ item: Item) -> [ChoiceOption] {
    if case .choice(let choice) = item.interaction { choice.options } else { [] }
  }

  /// Tells whether an option is written in a language in which its feedback is not.
  private static func lacksFeedback(_ option: ChoiceOption) -> Bool {
    Language.allCases.contains { !option.text[$0].isEmpty && option.feedback[$0].isEmpty }
  }
}

/// Test and practice share nothing.
struct PoolsDisjointRule: Rule {
  let codes = ["pools-overlap"]
  let summary = LocalizedText(
    en: "No question is asked both in tests and in practice.",
    km: "គ្មានសំណួរណាសួរទាំងក្នុងតេស្ត និងក្នុងការហាត់ទេ។")
  let reason = LocalizedText(
    en: "Whoever has seen the answer is tested on memory, not on competence.",
    km: "អ្នកដែលបានឃើញចម្លើយហើយ ត្រូវតេស្តលើការចងចាំ មិនមែនលើសមត្ថភាពទេ។")
  let examples: [RuleExample] = [
    .failing(
      "pools-overlap", ExampleCurriculum.itemsEnglish, "Which of these is listening?",
      "A meeting is half empty. What comes first?")
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    var tested: [String: Item] = [:]
    for item in context.curriculum.items where item.pool == .test {
      tested[TextInteraction.normalised(item.stem.text(in: .english))] = item
    }
    return context.curriculum.items.filter { $0.pool == .practice }.compactMap { item in
      guard let twin = tested[TextInteraction.normalised(item.stem.text(in: .english))] else {
        return nil
      }
      return context.finding(
        "pools-overlap", at: item.location, length: item.id.count,
        RuleMessages.samePools(item.id, twin.id), remedy: RuleMessages.samePoolsRemedy,
        related: [.init(location: twin.location, message: RuleMessages.firstStandsHere)])
    }
  }
}
