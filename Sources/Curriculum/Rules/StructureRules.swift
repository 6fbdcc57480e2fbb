import Assessment
import Situation
import Source
import Text

/// Every key is one that Sala knows.
struct KnownKeysRule: Rule {
  let codes = [
    "unknown-key", "missing-key", "wrong-kind", "unknown-value", "duplicate-key",
  ]
  let summary = LocalizedText(
    en: "Keys and values are known ones.", km: "ពាក្យគន្លឹះ និងតម្លៃត្រូវតែជាអ្វីដែលស្គាល់។")
  let reason = LocalizedText(
    en: "A mistyped key that is passed over silently loses what its author wrote.",
    km: "ពាក្យគន្លឹះដែលវាយខុស ហើយត្រូវបានរំលង ធ្វើឱ្យបាត់អ្វីដែលអ្នកនិពន្ធបានសរសេរ។")
  let examples: [RuleExample] = [
    .failing(
      "unknown-key", ExampleCurriculum.module, "minutes: 60\noutcomes:", "minuts: 60\noutcomes:"),
    .failing("missing-key", ExampleCurriculum.module, "    verb: explain\n", ""),
    .failing("unknown-value", ExampleCurriculum.module, "method: discussion", "method: talk"),
    .failing("wrong-kind", ExampleCurriculum.module, "group: 0", "group: everybody"),
    .failing(
      "duplicate-key", ExampleCurriculum.module, "id: aaa\n", "id: aaa\nid: bbb\n"),
    .passing(ExampleCurriculum.module, "method: discussion", "method: reflection"),
  ]
}

/// Ids are unique.
struct UniqueIDsRule: Rule {
  let codes = ["duplicate-id"]
  let summary = LocalizedText(
    en: "No two things of a kind share an id.", km: "គ្មានអ្វីពីរប្រើលេខសម្គាល់ដូចគ្នាទេ។")
  let reason = LocalizedText(
    en: "Results, translations and overlays find things by their ids.",
    km: "លទ្ធផល ការបកប្រែ និងអត្ថបទខេត្ត រកអ្វីៗតាមលេខសម្គាល់។")
  let examples: [RuleExample] = [
    .failing(
      "duplicate-id", ExampleCurriculum.itemsEnglish, "## aaa-002 {", "## aaa-001 {"),
    .failing("duplicate-id", ExampleCurriculum.module, "- id: AAA-2", "- id: AAA-1"),
    .failing(
      "duplicate-id", ExampleCurriculum.lessonEnglish, "{#who-decides}", "{#why-listen}"),
    .failing(
      "duplicate-id", ExampleCurriculum.forms, "- id: example-practice", "- id: example-a"),
    .failing("duplicate-id", ExampleCurriculum.forms, "id: repeat", "id: listen"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    let curriculum = context.curriculum
    var groups: [[(String, SourceLocation)]] = [
      curriculum.competencies.map { ($0.id, $0.location) },
      curriculum.sources.map { ($0.id, $0.location) },
      curriculum.modules.map { ($0.id, $0.location) },
      curriculum.modules.flatMap { $0.outcomes.map { ($0.id, $0.location) } },
      curriculum.modules.flatMap { $0.sessions.map { ($0.id, $0.location) } },
      curriculum.modules.flatMap {
        $0.sessions.flatMap { $0.activities.map { ($0.id, $0.location) } }
      },
      curriculum.items.map { ($0.id, $0.location) },
      FormPlaces.ids(of: curriculum),
    ]
    for module in curriculum.modules {
      for lesson in module.lessons {
        groups.append(
          lesson.blocks.map {
            ($0.id, $0.locations[.english] ?? $0.locations[.khmer] ?? SourceLocation(file: ""))
          })
      }
    }
    groups += curriculum.specifications.map { form in
      form.sections.map { ($0.id.value, $0.id.location) }
    }
    return groups.flatMap { duplicates($0, context: context) }
  }

  private func duplicates(_ ids: [(String, SourceLocation)], context: RuleContext)
    -> [Diagnostic]
  {
    var first: [String: SourceLocation] = [:]
    return ids.compactMap { id, place in
      guard let earlier = first[id] else {
        first[id] = place
        return nil
      }
      return context.finding(
        "duplicate-id", at: place, length: id.unicodeScalars.count, RuleMessages.duplicateID(id),
        remedy: RuleMessages.duplicateIDRemedy,
        related: [.init(location: earlier, message: RuleMessages.firstStandsHere)])
    }
  }
}

/// Whatever is named exists.
struct ReferencesResolveRule: Rule {
  let codes = ["unknown-reference", "unreadable"]
  let summary = LocalizedText(
    en: "Whatever a text names exists.", km: "អ្វីដែលអត្ថបទហៅឈ្មោះ ត្រូវតែមាន។")
  let reason = LocalizedText(
    en: "A name that leads nowhere leaves a hole in a package or in a report.",
    km: "ឈ្មោះដែលរកមិនឃើញ បង្កើតចន្លោះក្នុងកញ្ចប់ ឬក្នុងរបាយការណ៍។")
  let examples: [RuleExample] = [
    .failing("unknown-reference", ExampleCurriculum.module, "competency: ENG", "competency: EMG"),
    .failing(
      "unknown-reference", ExampleCurriculum.itemsEnglish, "outcome=AAA-1", "outcome=AAA-9"),
    .failing("unknown-reference", ExampleCurriculum.lessonEnglish, "[^law-2001]", "[^law-2002]"),
    .failing(
      "unknown-reference", ExampleCurriculum.module, "lessons: [listening]", "lessons: [hearing]"),
    .failing(
      "unknown-reference", ExampleCurriculum.forms, "id: repeat,", "id: repeat, outcome: AAA-8,"),
    .failing(
      "unknown-reference", ExampleCurriculum.forms, "blueprint:",
      "constraints: {totals: [{competency: EMG, max: 9}]}\nblueprint:"),
    .failing("unreadable", ExampleCurriculum.main, "modules: [01-first]", "modules: [02-first]"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    let curriculum = context.curriculum
    let outcomes = curriculum.modules.flatMap { $0.outcomes.map(\.id) }
    var findings: [Diagnostic] = []
    func check(_ reference: Located<String>, _ known: [String], _ kind: LocalizedText) {
      guard !known.contains(reference.value) else { return }
      findings.append(
        context.finding(
          "unknown-reference", at: reference.location,
          length: reference.value.unicodeScalars.count,
          RuleMessages.unknown(kind, reference.value),
          remedy: RuleMessages.didYouMean(
            Suggestion.nearest(to: reference.value, in: known), known: known)))
    }
    for module in curriculum.modules {
      for outcome in module.outcomes {
        check(outcome.competency, curriculum.competencies.map(\.id), RuleMessages.competency)
      }
      for session in module.sessions {
        for outcome in session.outcomes { check(outcome, outcomes, RuleMessages.outcome) }
        for lesson in session.lessons {
          check(lesson, module.lessons.map(\.slug), RuleMessages.lesson)
        }
        for situation in session.activities.compactMap(\.situation) {
          check(situation, curriculum.situations.map(\.slug), RuleMessages.situation)
        }
      }
      for outcome in module.lessons.flatMap(\.outcomes) {
        check(outcome, outcomes, RuleMessages.outcome)
      }
    }
    // A question of the survey bank belongs to no outcome.
    for item in curriculum.items where !item.outcome.value.isEmpty {
      check(item.outcome, outcomes, RuleMessages.outcome)
    }
    for outcome in curriculum.situations.flatMap(\.outcomes) {
      check(outcome, outcomes, RuleMessages.outcome)
    }
    for module in curriculum.programme.mentionedModules {
      check(module, curriculum.modules.flatMap { [$0.id, $0.folder] }, RuleMessages.module)
    }
    for province in curriculum.programme.mentionedProvinces {
      check(province, Province.national, RuleMessages.province)
    }
    for outcome in FormPlaces.outcomes(of: curriculum) {
      check(outcome, outcomes, RuleMessages.outcome)
    }
    for total in FormPlaces.totals(.competency, of: curriculum) {
      check(total, curriculum.competencies.map(\.id), RuleMessages.competency)
    }
    for total in FormPlaces.totals(.module, of: curriculum) {
      check(total, curriculum.modules.map(\.id), RuleMessages.module)
    }
    let sources = curriculum.sources.map(\.id)
    for citation in CitationPlaces.all(in: context) {
      check(citation, sources, RuleMessages.source)
    }
    return findings
  }
}

/// The places where texts cite sources.
enum CitationPlaces {
  /// Returns every `[^id]` of lessons and overlays.
  static func all(in context: RuleContext) -> [Located<String>] {
    let curriculum = context.curriculum
    let blocks =
      curriculum.modules.flatMap { $0.lessons.flatMap(\.blocks) }
      + curriculum.contexts.flatMap { $0.blocks.map(\.block) }
    return blocks.flatMap { block in
      Language.allCases.flatMap { language -> [Located<String>] in
        guard let place = block.locations[language], let file = context.files[place.file] else {
          return []
        }
        let count = block.text[language].split(
          separator: "\n", omittingEmptySubsequences: false
        ).count
        return (place.line...(place.line + count + 1)).flatMap { citations(in: file, line: $0) }
      }
    }
  }

  private static func citations(in file: SourceFile, line: Int) -> [Located<String>] {
    let scalars = Array(file.line(line).unicodeScalars)
    var found: [Located<String>] = []
    var at = 0
    while at + 2 < scalars.count {
      if scalars[at] == "[", scalars[at + 1] == "^",
        let end = scalars[at...].firstIndex(of: "]"), end > at + 2
      {
        let id = String(String.UnicodeScalarView(scalars[(at + 2)..<end]))
        found.append(Located(id, at: file.location(line, at + 3)))
        at = end
      }
      at += 1
    }
    return found
  }
}

/// Minutes add up.
struct MinutesAddUpRule: Rule {
  let codes = ["minutes-differ"]
  let summary = LocalizedText(
    en: "Sessions add up to their module's minutes, and activities to their session's.",
    km: "នាទីនៃវគ្គសរុបស្មើម៉ូឌុល ហើយនាទីនៃសកម្មភាពសរុបស្មើវគ្គ។")
  let reason = LocalizedText(
    en: "A trainer plans her day by these figures.", km: "គ្រូឧទ្ទេសរៀបចំថ្ងៃបង្រៀនតាមតួលេខទាំងនេះ។")
  let examples: [RuleExample] = [
    .failing(
      "minutes-differ", ExampleCurriculum.module, "minutes: 60\noutcomes:",
      "minutes: 90\noutcomes:"),
    .failing("minutes-differ", ExampleCurriculum.module, "minutes: 25", "minutes: 20"),
  ]

  func findings(in context: RuleContext) -> [Diagnostic] {
    context.curriculum.modules.flatMap { module in
      let sum = module.sessions.reduce(0) { $0 + $1.minutes }
      let ofModule =
        sum == module.minutes
        ? []
        : [
          finding(
            module.minutes, sum: sum, RuleMessages.sessions, at: module.location, in: context)
        ]
      return ofModule
        + module.sessions.compactMap { session in
          let sum = session.activities.reduce(0) { $0 + $1.minutes }
          guard sum != session.minutes else { return nil }
          return finding(
            session.minutes, sum: sum, RuleMessages.activities, at: session.location, in: context)
        }
    }
  }

  private func finding(
    _ stated: Int, sum: Int, _ parts: LocalizedText, at place: SourceLocation,
    in context: RuleContext
  ) -> Diagnostic {
    context.finding(
      "minutes-differ", at: place, RuleMessages.minutes(stated, sum: sum, of: parts),
      remedy: RuleMessages.minutesRemedy)
  }
}
