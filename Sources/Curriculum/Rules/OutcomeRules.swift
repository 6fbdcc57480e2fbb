import Assessment
import Source
import Text

/// Outcomes are taught, and lessons used.
struct OutcomesTaughtRule: Rule {
  let codes = ["outcome-not-taught", "lesson-not-used"]
  let summary = LocalizedText(
    en: "Every outcome is taught in a session, and every lesson used in one.",
    km: "លទ្ធផលសិក្សានីមួយៗត្រូវបង្រៀនក្នុងវគ្គណាមួយ ហើយមេរៀននីមួយៗត្រូវប្រើ។")
  let reason = LocalizedText(
    en: "What is promised but not taught cannot be learned.",
    km: "អ្វីដែលសន្យា តែមិនបង្រៀន មិនអាចរៀនបានទេ។")
  let examples: [RuleExample] = [
    .failing(
      "outcome-not-taught", ExampleCurriculum.module, "outcomes: [AAA-1, AAA-2]",
      "outcomes: [AAA-1]"),
    .failing("lesson-not-used", ExampleCurriculum.module, "    lessons: [listening]\n", ""),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.curriculum.modules.flatMap { module in
      let taught = Set(module.sessions.flatMap { $0.outcomes.map(\.value) })
      let used = Set(module.sessions.flatMap { $0.lessons.map(\.value) })
      return module.outcomes.filter { !taught.contains($0.id) }.map { outcome in
        context.finding(
          "outcome-not-taught", at: outcome.location, length: outcome.id.count,
          RuleMessages.notTaught(outcome.id), remedy: RuleMessages.notTaughtRemedy)
      }
        + module.lessons.filter { !used.contains($0.slug) }.map { lesson in
          context.finding(
            "lesson-not-used",
            at: lesson.locations[.english] ?? lesson.locations[.khmer] ?? module.location,
            RuleMessages.unusedLesson(lesson.slug), remedy: RuleMessages.unusedLessonRemedy)
        }
    }
  }
}

/// Outcomes are assessed.
struct OutcomesAssessedRule: Rule {
  let codes = ["outcome-not-assessed"]
  let summary = LocalizedText(
    en: "Every outcome says how it is assessed; what a test assesses has test questions.",
    km: "លទ្ធផលនីមួយៗត្រូវបញ្ជាក់វិធីវាយតម្លៃ ហើយអ្វីដែលវាយតម្លៃដោយតេស្តត្រូវមានសំណួរ។")
  let reason = LocalizedText(
    en: "A claim about learning needs evidence.", km: "ការអះអាងអំពីការរៀនត្រូវការភស្តុតាង។")
  let examples: [RuleExample] = [
    .failing(
      "outcome-not-assessed", ExampleCurriculum.module, "assessed: [product]", "assessed: []"),
    .failing(
      "outcome-not-assessed", ExampleCurriculum.module, "assessed: [product]",
      "assessed: [product, test]"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    let asked = Set(
      context.curriculum.items.filter { $0.pool == .test && $0.status != .retired }
        .map(\.outcome.value))
    return context.curriculum.modules.flatMap(\.outcomes).compactMap { outcome in
      if outcome.assessed.isEmpty {
        return context.finding(
          "outcome-not-assessed", at: outcome.location, length: outcome.id.count,
          RuleMessages.notAssessed(outcome.id), remedy: RuleMessages.notAssessedRemedy)
      }
      guard outcome.assessed.contains(.test), !asked.contains(outcome.id) else { return nil }
      return context.finding(
        "outcome-not-assessed", at: outcome.location, length: outcome.id.count,
        RuleMessages.noItems(outcome.id), remedy: RuleMessages.noItemsRemedy)
    }
  }
}

/// What only doing can show is not claimed from questions.
struct DoingIsNotTestedRule: Rule {
  let codes = ["doing-not-testable", "item-of-untested-outcome"]
  let summary = LocalizedText(
    en: "Creating and facilitating are assessed by what people do, never by questions.",
    km: "ការបង្កើត និងការសម្របសម្រួល វាយតម្លៃតាមអ្វីដែលមនុស្សធ្វើ មិនមែនតាមសំណួរទេ។")
  let reason = LocalizedText(
    en: "Choosing the right sentence about a dialogue is not leading one.",
    km: "ការជ្រើសរើសប្រយោគត្រឹមត្រូវអំពីកិច្ចសន្ទនា មិនមែនជាការដឹកនាំកិច្ចសន្ទនាទេ។")
  let examples: [RuleExample] = [
    .failing(
      "doing-not-testable", ExampleCurriculum.module, "assessed: [product]",
      "assessed: [test, product]"),
    .failing(
      "item-of-untested-outcome", ExampleCurriculum.itemsEnglish,
      "## aaa-003 {outcome=AAA-1 cognitive=understand pool=practice}",
      "## aaa-003 {outcome=AAA-2 cognitive=create}"),
  ]

  /// The competency that is shown by leading others alone.
  static let facilitation = "FAC"

  func findings(in context: RuleContext) -> [Diagnostic] {
    let outcomes = context.curriculum.modules.flatMap(\.outcomes)
    let claimed = outcomes.filter { outcome in
      let onlyDoing =
        outcome.cognitive == .create || outcome.competency.value == Self.facilitation
      return onlyDoing && outcome.assessed.contains(.test)
    }
    let untested = Set(outcomes.filter { !$0.assessed.contains(.test) }.map(\.id))
    return claimed.map { outcome in
      context.finding(
        "doing-not-testable", at: outcome.location, length: outcome.id.count,
        RuleMessages.onlyDoing(outcome.id), remedy: RuleMessages.onlyDoingRemedy)
    }
      + context.curriculum.items.filter {
        $0.pool == .test && untested.contains($0.outcome.value)
      }.map { item in
        context.finding(
          "item-of-untested-outcome", at: item.outcome.location,
          length: item.outcome.value.count,
          RuleMessages.itemOfUntested(item.id, item.outcome.value),
          remedy: RuleMessages.itemOfUntestedRemedy)
      }
  }
}
