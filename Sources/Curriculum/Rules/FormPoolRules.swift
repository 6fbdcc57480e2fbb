import Assessment
import Source
import Text

/// Forms ask what their pool holds.
struct FormPoolsRule: Rule {
  let codes = ["wrong-pool", "survey-in-test"]
  let summary = LocalizedText(
    en: "Tests ask test questions, practice asks practice questions, surveys ask survey questions.",
    km: "តេស្តសួរសំណួរតេស្ត ការអនុវត្តសួរសំណួរអនុវត្ត ការស្ទង់មតិសួរសំណួរស្ទង់មតិ។")
  let reason = LocalizedText(
    en: "What was practised cannot be tested, and an opinion is no answer.",
    km: "អ្វីដែលបានអនុវត្តហើយ មិនអាចយកមកធ្វើតេស្តបានទេ ហើយមតិមិនមែនជាចម្លើយទេ។")
  let examples: [RuleExample] = [
    .failing("wrong-pool", ExampleCurriculum.forms, "items: [aaa-003]", "items: [aaa-001]"),
    .failing("wrong-pool", ExampleCurriculum.forms, "mode: practice", "mode: exam"),
    .failing("wrong-pool", ExampleCurriculum.forms, "id: listen,", "id: listen, pool: test,"),
    .failing(
      "survey-in-test", ExampleCurriculum.itemsEnglish,
      "## aaa-003 {outcome=AAA-1 cognitive=understand pool=practice}",
      "## aaa-003 {outcome=AAA-1 cognitive=understand pool=survey}"),
    .passing(ExampleCurriculum.forms, "id: listen,", "id: listen, pool: practice,"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    let items = Dictionary(
      context.curriculum.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return context.curriculum.specifications.flatMap { form in
      form.sections.flatMap { section -> [Diagnostic] in
        var findings: [Diagnostic] = []
        // A survey may stand at the end of a test; practice never stands in one.
        if section.pool != form.policy.mode.pool, section.pool != .survey {
          findings.append(
            context.finding(
              "wrong-pool", at: section.id.location,
              length: section.id.value.unicodeScalars.count,
              FormRuleMessages.wrongSection(
                section.id.value, section.pool.rawValue, mode: form.policy.mode.rawValue),
              remedy: FormRuleMessages.wrongSectionRemedy))
        }
        for reference in section.items + section.ids {
          guard let item = items[reference.value], item.pool != section.pool else { continue }
          findings.append(
            context.finding(
              item.pool == .survey ? "survey-in-test" : "wrong-pool", at: reference.location,
              length: reference.value.unicodeScalars.count,
              FormRuleMessages.wrongPool(
                item.id, item.pool.rawValue, asked: section.pool.rawValue),
              remedy: FormRuleMessages.wrongPoolRemedy))
        }
        return findings
      }
    }
  }
}

/// No form repeats a question or joins two that help each other.
struct FormRepeatsRule: Rule {
  let codes = ["item-twice", "enemies-together"]
  let summary = LocalizedText(
    en: "A form asks no question twice, and never two that may not stand together.",
    km: "វិញ្ញាសាមិនសួរសំណួរពីរដង ហើយមិនដាក់សំណួរដែលមិនត្រូវនៅជាមួយគ្នាទេ។")
  let reason = LocalizedText(
    en: "One question of such a pair gives the answer to the other away.",
    km: "សំណួរមួយក្នុងគូបែបនេះ បង្ហាញចម្លើយរបស់សំណួរមួយទៀត។")
  let examples: [RuleExample] = [
    .failing(
      "item-twice", ExampleCurriculum.forms, "items: [aaa-003]", "items: [aaa-003, aaa-003]"),
    .failing(
      "enemies-together", ExampleCurriculum.forms, "blueprint:",
      "constraints: {enemies: [{items: [aaa-003, aaa-004]}]}\nblueprint:"),
    .passing(
      ExampleCurriculum.forms, "blueprint:",
      "constraints: {enemies: [{items: [aaa-001, aaa-004]}]}\nblueprint:"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    let curriculum = context.curriculum
    let enemies = curriculum.blueprint?.constraints?.enemies ?? []
    return curriculum.specifications.flatMap { form -> [Diagnostic] in
      var seen: Set<String> = []
      var findings: [Diagnostic] = []
      for reference in form.sections.flatMap(\.items) where !seen.insert(reference.value).inserted {
        findings.append(
          context.finding(
            "item-twice", at: reference.location, length: reference.value.unicodeScalars.count,
            FormRuleMessages.itemTwice(reference.value, form.id.value),
            remedy: FormRuleMessages.itemTwiceRemedy))
      }
      let asked = Set(form.filled(curriculum.items).flatMap(\.items).map(\.id))
      for set in enemies {
        let together = set.map(\.value).filter { asked.contains($0) }
        guard let first = set.first, Set(together).count > 1 else { continue }
        findings.append(
          context.finding(
            "enemies-together", at: form.id.location,
            length: form.id.value.unicodeScalars.count,
            FormRuleMessages.enemiesTogether(together, form.id.value),
            remedy: FormRuleMessages.enemiesRemedy,
            related: [.init(location: first.location, message: FormRuleMessages.enemiesHere)]))
      }
      return findings
    }
  }
}

/// Tried questions have statistics.
struct ItemStatisticsRule: Rule {
  let codes = ["missing-statistics"]
  let summary = LocalizedText(
    en: "A piloted or operational test question has statistics (warning).",
    km: "សំណួរតេស្តដែលបានសាកល្បង ឬកំពុងប្រើ ត្រូវមានស្ថិតិ (ព្រមាន)។")
  let reason = LocalizedText(
    en: "Without them nobody knows whether the question works.",
    km: "បើគ្មានស្ថិតិ គ្មានអ្នកណាដឹងថាសំណួរនោះប្រើការបានឬទេ។")
  let examples: [RuleExample] = [
    .failing(
      "missing-statistics", ExampleCurriculum.itemsEnglish,
      "## aaa-001 {outcome=AAA-1 cognitive=understand}",
      "## aaa-001 {outcome=AAA-1 cognitive=understand status=piloted}"),
    .failing(
      "missing-statistics", ExampleCurriculum.itemsEnglish,
      "## aaa-002 {outcome=AAA-1 cognitive=understand}",
      "## aaa-002 {outcome=AAA-1 cognitive=understand status=operational}"),
    .passing(
      ExampleCurriculum.itemsEnglish,
      "## aaa-003 {outcome=AAA-1 cognitive=understand pool=practice}",
      "## aaa-003 {outcome=AAA-1 cognitive=understand pool=practice status=operational}"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.curriculum.items.compactMap { item in
      guard item.pool == .test, item.statistics == nil,
        item.status == .piloted || item.status == .operational
      else { return nil }
      return context.finding(
        "missing-statistics", .warning, at: item.location, length: item.id.count,
        FormRuleMessages.noStatistics(item.id, item.status.rawValue),
        remedy: FormRuleMessages.noStatisticsRemedy)
    }
  }
}
