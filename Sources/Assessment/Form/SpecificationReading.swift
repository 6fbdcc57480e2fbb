import Source
import Text

/// Reads the entries of `tests:`.
enum SpecificationReading {
  static let keys =
    ["id", "title", "minutes", "mastery", "statuses", "sections"] + FormsReading.policyKeys
  private static let sectionKeys = [
    "id", "title", "items", "pick", "outcome", "cognitive", "ids", "pool",
  ]

  /// Returns a form, or `nil` after findings.
  static func form(_ map: YAMLMap, common: FormSpecification.Common) -> FormSpecification? {
    let policy = FormsReading.policy(
      map, minutes: map.integer("minutes", in: 1...600, required: false))
    let isSurvey = policy.mode == .survey
    let mastery = map.integer("mastery", in: 0...100, required: false)
    guard let id = map.located("id"), let title = map.localized("title") else { return nil }
    let sections = map.maps("sections", keys: sectionKeys).compactMap {
      section($0, of: title, pool: policy.mode.pool)
    }
    guard !sections.isEmpty else { return nil }
    return FormSpecification(
      id: id, title: title, policy: policy,
      masteryPercent: isSurvey ? 0 : mastery ?? common.masteryPercent,
      statuses: FormsReading.statuses(map) ?? common.statuses, sections: sections)
  }

  private static func section(_ map: YAMLMap, of title: LocalizedText, pool: ItemPool)
    -> FormSpecification.Section?
  {
    let items = map.texts("items", required: false)
    let isDrawn = ["pick", "outcome", "cognitive", "ids"].contains(where: map.has)
    if map.has("items"), isDrawn {
      map.report(
        "bad-section", at: "items", FormMessages.mixedSection,
        remedy: FormMessages.mixedSectionRemedy)
      return nil
    }
    if map.has("items"), items.isEmpty { return nil }
    guard let id = map.located("id") else { return nil }
    return FormSpecification.Section(
      id: id, title: map.localized("title", required: false) ?? title,
      pool: map.choice("pool", as: ItemPool.self, required: false) ?? pool, items: items,
      pick: map.integer("pick", in: 1...500, required: false)
        .map { Located($0, at: map.location(of: "pick")) },
      outcome: map.located("outcome", required: false),
      cognitive: map.choice("cognitive", as: CognitiveLevel.self, required: false),
      ids: map.texts("ids", required: false))
  }
}
