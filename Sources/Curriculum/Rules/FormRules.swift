import Assessment
import Source
import Text

/// The blueprint can be met.
struct BlueprintRule: Rule {
  let codes = ["blueprint-unmet", "constraint-unmet"]
  let summary = LocalizedText(
    en: "The pool holds enough questions for every cell and every constraint of the blueprint.",
    km: "បណ្តុំសំណួរត្រូវមានសំណួរគ្រប់គ្រាន់សម្រាប់ក្រឡា និងលក្ខខណ្ឌនៃប្លង់វិញ្ញាសា។")
  let reason = LocalizedText(
    en: "Parallel forms need different questions for the same thing.",
    km: "វិញ្ញាសាស្របគ្នាត្រូវការសំណួរផ្សេងគ្នាសម្រាប់រឿងដូចគ្នា។")
  let examples: [RuleExample] = [
    .failing(
      "blueprint-unmet", ExampleCurriculum.forms, "count: 1, anchors: 0", "count: 2, anchors: 0"),
    .failing(
      "constraint-unmet", ExampleCurriculum.forms, "blueprint:",
      "constraints: {points: {min: 2}}\nblueprint:"),
    .failing(
      "constraint-unmet", ExampleCurriculum.forms, "blueprint:",
      "constraints: {items: 2}\nblueprint:"),
    .passing(ExampleCurriculum.forms, "count: 1, anchors: 0", "count: 1, anchors: 1"),
    .passing(
      ExampleCurriculum.forms, "blueprint:",
      "constraints: {points: {max: 1}, totals: [{module: aaa, min: 1}]}\nblueprint:"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    (context.curriculum.assembly?.unmet ?? []).map { unmet in
      var code = "constraint-unmet"
      var length = 1
      if case .cell(let outcome, _) = unmet.constraint {
        code = "blueprint-unmet"
        length = outcome.unicodeScalars.count
      }
      return context.finding(
        code, at: unmet.location, length: length, unmet.message, remedy: unmet.remedy)
    }
  }
}

/// Questions that forms name exist.
struct FormItemsRule: Rule {
  let codes = ["unknown-item"]
  let summary = LocalizedText(
    en: "Every question that forms or statistics name exists.",
    km: "សំណួរដែលវិញ្ញាសា ឬស្ថិតិហៅឈ្មោះ ត្រូវតែមាន។")
  let reason = LocalizedText(
    en: "A form with a hole cannot be asked.", km: "វិញ្ញាសាដែលខ្វះសំណួរ មិនអាចប្រើបានទេ។")
  let examples: [RuleExample] = [
    .failing("unknown-item", ExampleCurriculum.forms, "items: [aaa-003]", "items: [aaa-033]"),
    .failing(
      "unknown-item", ExampleCurriculum.forms, "blueprint:",
      "constraints: {enemies: [{items: [aaa-001, aaa-022]}]}\nblueprint:"),
    .failing(
      "unknown-item", ExampleCurriculum.statistics, "", "item,n,difficulty\naaa-099,120,0.6\n"),
    .passing(
      ExampleCurriculum.statistics, "", "item,n,difficulty\naaa-001,120,0.6\n"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    let known = Set(context.curriculum.items.map(\.id))
    // What is known of a question that is gone does no harm; what asks for it does.
    return findings(FormPlaces.items(of: context.curriculum), .error, known, in: context)
      + findings(context.curriculum.statisticsItems, .warning, known, in: context)
  }

  private func findings(
    _ places: [Located<String>], _ severity: Severity, _ known: Set<String>,
    in context: RuleContext
  ) -> [Diagnostic] {
    places.filter { !known.contains($0.value) }.map { item in
      context.finding(
        "unknown-item", severity, at: item.location, length: item.value.unicodeScalars.count,
        FormRuleMessages.unknownItem(item.value),
        remedy: FormRuleMessages.unknownItemRemedy(
          Suggestion.nearest(to: item.value, in: known.sorted())))
    }
  }
}

/// Sections find their questions.
struct FormSectionsRule: Rule {
  let codes = ["section-unmet"]
  let summary = LocalizedText(
    en: "Every section finds as many questions as it asks for.",
    km: "ផ្នែកនីមួយៗត្រូវរកសំណួរបានគ្រប់ចំនួនដែលវាសុំ។")
  let reason = LocalizedText(
    en: "A section that draws k of n needs n of at least k.",
    km: "ផ្នែកដែលចាប់យក k ក្នុងចំណោម n ត្រូវមាន n យ៉ាងតិចស្មើ k។")
  let examples: [RuleExample] = [
    .failing("section-unmet", ExampleCurriculum.forms, "pick: 1", "pick: 3"),
    .failing(
      "section-unmet", ExampleCurriculum.forms, "ids: [aaa-004, aaa-005]", "cognitive: create"),
    .passing(ExampleCurriculum.forms, "pick: 1", "pick: 2"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    let items = context.curriculum.items
    return context.curriculum.specifications.flatMap { form in
      form.filled(items).filter { $0.lacking > 0 }.map { part in
        context.finding(
          "section-unmet", at: part.section.pick?.location ?? part.section.id.location,
          FormRuleMessages.sectionLacks(part.section.id.value, lacking: part.lacking),
          remedy: FormRuleMessages.sectionRemedy)
      }
    }
  }
}

/// Drawn questions weigh the same.
struct EqualDrawRule: Rule {
  let codes = ["unequal-draw"]
  let summary = LocalizedText(
    en: "Questions that a section draws from win equal points (warning).",
    km: "សំណួរដែលផ្នែកមួយចាប់យក ត្រូវមានពិន្ទុស្មើគ្នា (ព្រមាន)។")
  let reason = LocalizedText(
    en: "Otherwise two learners take tests of different totals.",
    km: "បើមិនដូច្នេះទេ សិក្ខាកាមពីរនាក់ធ្វើតេស្តដែលមានពិន្ទុសរុបខុសគ្នា។")
  let examples: [RuleExample] = [
    .failing(
      "unequal-draw", ExampleCurriculum.itemsEnglish,
      "## aaa-005 {outcome=AAA-1 cognitive=understand pool=practice}",
      "## aaa-005 {outcome=AAA-1 cognitive=understand pool=practice points=2}")
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    let items = context.curriculum.items
    return context.curriculum.specifications.flatMap { form in
      form.filled(items).compactMap { part in
        guard let pick = part.section.pick, pick.value < part.items.count,
          Set(part.items.map(\.maximum)).count > 1
        else { return nil }
        return context.finding(
          "unequal-draw", .warning, at: pick.location,
          FormRuleMessages.unequalDraw(part.section.id.value),
          remedy: FormRuleMessages.unequalDrawRemedy)
      }
    }
  }
}

/// There is time to read.
struct FormTimeRule: Rule {
  let codes = ["time-short"]
  let summary = LocalizedText(
    en: "A form gives at least 20 seconds for each question (warning).",
    km: "វិញ្ញាសាត្រូវឱ្យពេលយ៉ាងតិច ២០ វិនាទីសម្រាប់សំណួរមួយ (ព្រមាន)។")
  let reason = LocalizedText(
    en: "Whoever has no time to read is tested on speed.",
    km: "អ្នកដែលគ្មានពេលអាន ត្រូវវាស់ល្បឿន មិនមែនសមត្ថភាពទេ។")
  let examples: [RuleExample] = [
    .failing(
      "time-short", ExampleCurriculum.forms,
      "5\n    sections:\n      - {id: listen, items: [aaa-003]}\n      - {id: repeat, pick: 1,",
      "1\n    sections:\n      - {id: listen, ids: [aaa-003, aaa-006]}\n      - {id: repeat,"),
    .passing(ExampleCurriculum.forms, "minutes: 5\n", "minutes: 1\n"),
    .passing(ExampleCurriculum.forms, "    minutes: 5\n", ""),
  ]

  /// The least seconds for a question.
  static let leastSeconds = 20

  func findings(in context: RuleContext) -> [Diagnostic] {
    let curriculum = context.curriculum
    var forms: [(id: String, count: Double, policy: FormPolicy, place: SourceLocation)] = []
    if let blueprint = curriculum.blueprint, let first = blueprint.forms.first {
      forms.append((first.id, Double(blueprint.itemCount), blueprint.policy, first.location))
    }
    for specification in curriculum.specifications {
      guard let form = specification.form(curriculum.items) else { continue }
      forms.append(
        (form.id, FormSummary(form).items, form.policy, specification.id.location))
    }
    return forms.compactMap { form in
      guard let minutes = form.policy.minutes,
        Double(minutes * 60) < form.count * Double(Self.leastSeconds)
      else { return nil }
      return context.finding(
        "time-short", .warning, at: form.place, length: form.id.unicodeScalars.count,
        FormRuleMessages.timeShort(form.id, minutes: minutes, items: Int(form.count.rounded())),
        remedy: FormRuleMessages.timeRemedy)
    }
  }
}
