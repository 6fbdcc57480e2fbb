import Assessment
import Source
import Text

/// Pairs, orders and scales can be answered.
struct PairsAndOrdersRule: Rule {
  let codes = ["bad-pairs", "bad-order", "bad-scale"]
  let summary = LocalizedText(
    en: "A matching has two pairs or more and no source or target twice; an order and a scale have "
      + "two options or more, all different.",
    km: "សំណួរផ្គូផ្គងមានពីរគូឡើងទៅ ដោយគ្មានធាតុដដែលពីរដង។ លំដាប់ និងមាត្រដ្ឋានមានជម្រើសពីរឡើងទៅ "
      + "ដែលខុសគ្នាទាំងអស់។")
  let reason = LocalizedText(
    en: "Where two things read the same, nobody can know which one is meant.",
    km: "បើរឿងពីរមានអត្ថបទដូចគ្នា គ្មាននរណាដឹងថាមួយណាត្រឹមត្រូវទេ។")
  let examples: [RuleExample] = [
    .failing(
      "bad-pairs", ExampleCurriculum.itemsEnglish, "", ExampleCurriculum.item("- a => b")),
    .failing(
      "bad-pairs", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- a => b\n- a => c")),
    .failing(
      "bad-pairs", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- a => b\n- c => d\n- => B")),
    .failing("bad-order", ExampleCurriculum.itemsEnglish, "", ExampleCurriculum.item("1. a")),
    .failing(
      "bad-order", ExampleCurriculum.itemsEnglish, "", ExampleCurriculum.item("1. a\n2. A")),
    .failing(
      "bad-scale", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- ( ) no\n", "pool=survey kind=likert")),
    .failing(
      "bad-scale", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- ( ) no\n- ( ) No\n", "pool=survey kind=self-rating")),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.curriculum.items.flatMap { item -> [Diagnostic] in
      switch item.interaction {
      case .match(let match): pairs(match, item, context)
      case .order(let order):
        distinct(order.options.map(\.text), "bad-order", item, context)
      case .rating(let rating):
        distinct(rating.options.map(\.text), "bad-scale", item, context)
      default: []
      }
    }
  }

  private func pairs(_ match: MatchInteraction, _ item: Item, _ context: RuleContext)
    -> [Diagnostic]
  {
    distinct(match.sources.map(\.text), "bad-pairs", item, context)
      + RuleMessages.repeated(in: match.targets.map(\.text)).map {
        finding("bad-pairs", RuleMessages.duplicateOption($0), item, context)
      }
  }

  private func distinct(
    _ texts: [LocalizedText], _ code: String, _ item: Item, _ context: RuleContext
  ) -> [Diagnostic] {
    let few = texts.count < 2 ? [RuleMessages.tooFewOptions(item.id)] : []
    return (few + RuleMessages.repeated(in: texts).map(RuleMessages.duplicateOption)).map {
      finding(code, $0, item, context)
    }
  }

  private func finding(
    _ code: String, _ message: LocalizedText, _ item: Item, _ context: RuleContext
  ) -> Diagnostic {
    context.finding(
      code, at: item.location, length: item.id.utf8.count, message,
      remedy: RuleMessages.optionRemedy)
  }
}

/// Accepted texts and numbers, also those in blanks, can win all points.
struct EntryKeysRule: Rule {
  let codes = ["no-accepted-answer", "no-full-weight", "bad-blank-key"]
  let summary = LocalizedText(
    en: "A text, a number and each blank accept something, and one accepted answer wins all points "
      + "(warning).",
    km: "អត្ថបទ ចំនួន និងចន្លោះនីមួយៗត្រូវទទួលយកចម្លើយណាមួយ ហើយចម្លើយមួយត្រូវបានពិន្ទុពេញ (ព្រមាន)។")
  let reason = LocalizedText(
    en: "Points that nobody can win make every score too low.",
    km: "ពិន្ទុដែលគ្មាននរណាអាចទទួលបាន ធ្វើឱ្យពិន្ទុទាំងអស់ទាបពេក។")
  let examples: [RuleExample] = [
    .failing(
      "no-accepted-answer", ExampleCurriculum.itemsEnglish, "", ExampleCurriculum.item("~ ")),
    .failing(
      "no-full-weight", ExampleCurriculum.itemsEnglish, "", ExampleCurriculum.item("=[50%] 12")),
    .failing(
      "no-full-weight", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- (50%) a\n- ( ) b\n- (x 50%) c")),
    .failing(
      "bad-blank-key", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("[[a]] ( ) one\n[[a]] ( ) two", stem: "It is [[a]].")),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.curriculum.items.flatMap { item -> [Diagnostic] in
      switch item.interaction {
      case .text(let text): weights(Self.weights(text), item, context)
      case .numeric(let numeric): weights(numeric.answers.map(\.weight), item, context)
      case .choice(let choice)
      where item.scoring.rule == .parts && choice.options.contains { $0.weight != nil }:
        best(choice, item, context)
      case .blanks(let blanks): blanks.blanks.flatMap { entry($0.entry, item, context) }
      default: []
      }
    }
  }

  private func entry(
    _ entry: BlanksInteraction.Entry, _ item: Item, _ context: RuleContext
  ) -> [Diagnostic] {
    switch entry {
    case .text(let text): return weights(Self.weights(text), item, context)
    case .numeric(let numeric): return weights(numeric.answers.map(\.weight), item, context)
    case .choice(let choice):
      let right = choice.correctIDs.count
      if choice.options.count >= 2, right == 1 { return [] }
      return [
        context.finding(
          "bad-blank-key", at: item.location, length: item.id.utf8.count,
          right > 1
            ? RuleMessages.severalRightAnswers(item.id)
            : right == 0
              ? RuleMessages.noRightAnswer(item.id)
              : RuleMessages.tooFewOptions(item.id),
          remedy: RuleMessages.keyRemedy)
      ]
    }
  }

  private func best(_ choice: ChoiceInteraction, _ item: Item, _ context: RuleContext)
    -> [Diagnostic]
  {
    let weights = choice.weights()
    let best =
      choice.isMultiple
      ? weights.filter { $0 > 0 }.reduce(0, +) : weights.max() ?? 0
    return (best - 100).magnitude < 0.01 ? [] : [notFull(item, context)]
  }

  /// The weights of the accepted texts that somebody can type: an empty answer is an omitted one.
  private static func weights(_ text: TextInteraction) -> [Double] {
    text.answers.filter { !text.normalised($0.text).isEmpty }.map(\.weight)
  }

  private func weights(_ weights: [Double], _ item: Item, _ context: RuleContext) -> [Diagnostic] {
    guard let best = weights.max() else {
      return [
        context.finding(
          "no-accepted-answer", at: item.location, length: item.id.utf8.count,
          RuleMessages.noRightAnswer(item.id), remedy: RuleMessages.acceptedRemedy)
      ]
    }
    return best == 100 ? [] : [notFull(item, context)]
  }

  private func notFull(_ item: Item, _ context: RuleContext) -> Diagnostic {
    context.finding(
      "no-full-weight", .warning, at: item.location, length: item.id.utf8.count,
      RuleMessages.noFullWeight(item.id), remedy: RuleMessages.fullWeightRemedy)
  }
}

/// Floors and tables fit what they score.
struct ScoringRulesRule: Rule {
  let codes = ["bad-floor", "bad-score-table"]
  let summary = LocalizedText(
    en:
      "Marks below zero need scoring by parts or by a table, and a table names answers that can be "
      + "given and points that the question has.",
    km: "ពិន្ទុក្រោមសូន្យត្រូវការការដាក់ពិន្ទុតាមផ្នែក ឬតាមតារាង ហើយតារាងត្រូវមានចម្លើយដែលអាចឆ្លើយបាន "
      + "និងពិន្ទុដែលសំណួរមាន។")
  let reason = LocalizedText(
    en: "A line that can never apply is a mistake of the author.",
    km: "បន្ទាត់ដែលមិនអាចអនុវត្តបាន ជាកំហុសរបស់អ្នកនិពន្ធ។")
  let examples: [RuleExample] = [
    .failing(
      "bad-floor", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- (x) a\n- ( ) b", "floor=-50")),
    .failing(
      "bad-score-table", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- (x) a\n- ( ) b", stem: "@score c = 1\nWhy?")),
    .failing(
      "bad-score-table", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- (x) a\n- ( ) b", stem: "@score b = 2\nWhy?")),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.curriculum.items.flatMap { item -> [Diagnostic] in
      var found: [Diagnostic] = []
      if item.scoring.floor < 0, item.scoring.rule == .exact {
        found.append(finding("bad-floor", RuleMessages.needlessFloor(item.id), item, context))
      }
      for (answer, points) in item.scoring.table.sorted(by: { $0.key < $1.key })
      where points > item.points || Response(encoded: answer, to: item)?.encoded != answer {
        found.append(
          finding("bad-score-table", RuleMessages.badScore(answer, item.id), item, context))
      }
      return found
    }
  }

  private func finding(
    _ code: String, _ message: LocalizedText, _ item: Item, _ context: RuleContext
  ) -> Diagnostic {
    context.finding(
      code, at: item.location, length: item.id.utf8.count, message,
      remedy: RuleMessages.scoringRemedy)
  }
}

/// Opinions and tests stay apart.
struct SurveyPoolRule: Rule {
  let codes = ["survey-pool"]
  let summary = LocalizedText(
    en: "Opinions stand in the pool 'survey', which holds nothing but opinions and essays.",
    km: "សំណួរមតិស្ថិតក្នុងបណ្តុំ 'survey' ដែលមានតែសំណួរមតិ និងសំណួរសរសេរប៉ុណ្ណោះ។")
  let reason = LocalizedText(
    en: "An opinion is neither right nor wrong and is never part of a score.",
    km: "មតិមិនត្រូវ ហើយក៏មិនខុសដែរ ហើយមិនដែលរាប់បញ្ចូលក្នុងពិន្ទុទេ។")
  let examples: [RuleExample] = [
    .failing(
      "survey-pool", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("- ( ) no\n- ( ) yes", "kind=likert")),
    .failing(
      "survey-pool", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("= 12", "pool=survey")),
    .failing(
      "survey-pool", ExampleCurriculum.surveyEnglish, "",
      "## rea-001\nWhy?\n- (x) a\n- ( ) b\n"),
    .passing(
      ExampleCurriculum.surveyEnglish, "",
      "## rea-001 {kind=likert pool=survey}\nIt helps me.\n- ( ) no\n- ( ) yes\n"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.curriculum.items.compactMap { item in
      let kind = item.interaction.kind
      let isSurvey = item.pool == .survey
      let message: LocalizedText? =
        if isSurvey ? kind.isScored && kind != .essay : !kind.isScored {
          RuleMessages.wrongPool(item.id, isSurvey: isSurvey)
        } else if !isSurvey, item.outcome.value.isEmpty {
          // Only the survey bank may leave out the outcome.
          RuleMessages.testedInSurvey(item.id)
        } else {
          nil
        }
      return message.map {
        context.finding(
          "survey-pool", at: item.location, length: item.id.utf8.count, $0,
          remedy: RuleMessages.poolRemedy)
      }
    }
  }
}

/// What a human judges has a rubric.
struct RubricsRule: Rule {
  let codes = ["unknown-rubric", "no-rubric"]
  let summary = LocalizedText(
    en: "A performance names its rubric, an essay should (warning), and every rubric named exists.",
    km: "សំណួរអនុវត្តជាក់ស្តែងត្រូវបញ្ជាក់តារាងវាយតម្លៃ សំណួរសរសេរក៏គួរបញ្ជាក់ដែរ (ព្រមាន) "
      + "ហើយតារាងដែលបានបញ្ជាក់ត្រូវមាន។")
  let reason = LocalizedText(
    en: "Two people judge alike only by the same written levels.",
    km: "មនុស្សពីរនាក់វាយតម្លៃដូចគ្នា លុះត្រាតែមានកម្រិតសរសេរដូចគ្នា។")
  let examples: [RuleExample] = [
    .failing(
      "no-rubric", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("", "kind=performance")),
    .failing(
      "no-rubric", ExampleCurriculum.itemsEnglish, "", ExampleCurriculum.item("", "kind=essay")),
    .failing(
      "unknown-rubric", ExampleCurriculum.itemsEnglish, "",
      ExampleCurriculum.item("", "kind=essay rubric=none")),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    let known = context.curriculum.rubrics.map(\.id)
    return context.curriculum.items.compactMap { item in
      if let rubric = item.rubric {
        guard !known.contains(rubric.value) else { return nil }
        return context.finding(
          "unknown-rubric", at: rubric.location, length: rubric.value.unicodeScalars.count,
          RuleMessages.unknown(RuleMessages.rubric, rubric.value),
          remedy: RuleMessages.didYouMean(
            Suggestion.nearest(to: rubric.value, in: known), known: known))
      }
      guard item.interaction.kind.needsRater, item.pool != .survey else { return nil }
      let isDeed = item.interaction.kind == .performance
      return context.finding(
        "no-rubric", isDeed ? .error : .warning, at: item.location, length: item.id.utf8.count,
        RuleMessages.noRubric(item.id), remedy: RuleMessages.rubricRemedy)
    }
  }
}
