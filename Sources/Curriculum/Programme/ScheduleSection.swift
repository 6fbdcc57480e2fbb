package import Source
package import Text

/// What a plan says for its timetable: who can teach what, when, and how far they travel.
package struct ScheduleSection: Sendable {
  /// The generation whose classes are scheduled, or `nil` for the last with provinces.
  package var generation: Located<Int>?
  /// The weeks of the calendar, or `nil` for those of the generation's dates.
  package var weeks: Int?
  /// The modules in the order in which a province takes them.
  package var modules: [Located<String>]
  /// Women in every session at least, or `nil` for one.
  package var women: Int?
  /// The trainers, by code.
  package var trainers: [Trainer]

  /// One trainer; never a named person.
  package struct Trainer: Sendable {
    /// The code.
    package var code: String
    /// Whether the trainer is a woman.
    package var isWoman: Bool
    /// Modules that the trainer can teach; none written means all.
    package var competent: [Located<String>]
    /// Weeks in which the trainer is free, from 1; none written means all.
    package var free: [Int]
    /// Kilometres to provinces; one that is not written is 0.
    package var travel: [(province: Located<String>, km: Double)]
    /// Where it is written.
    package var location: SourceLocation
  }
}

/// Reads the section `schedule:` of `cascade.yaml`.
struct ScheduleSectionReading {
  let reader: ProgrammeReader

  func section(_ map: YAMLMap) -> ScheduleSection? {
    guard
      let entry = map.map(
        "schedule", keys: ["generation", "weeks", "modules", "women", "trainers"], required: false)
    else { return nil }
    let generation = entry.integer("generation", in: 1...20, required: false).map {
      Located($0, at: entry.location(of: "generation"))
    }
    let modules = reader.unique(entry.texts("modules"), id: \.value, location: \.location)
    let trainers = entry.maps(
      "trainers", keys: ["code", "sex", "competent", "free", "travel"]
    ).compactMap { trainer($0, modules: modules.map(\.value)) }
    return ScheduleSection(
      generation: generation, weeks: entry.integer("weeks", in: 1...520, required: false),
      modules: modules, women: entry.integer("women", in: 0...50, required: false),
      trainers: reader.unique(trainers, id: \.code, location: \.location))
  }

  private enum Sex: String, CaseIterable {
    case female
    case male
    case other
  }

  private func trainer(_ entry: YAMLMap, modules: [String]) -> ScheduleSection.Trainer? {
    guard let code = entry.text("code"), let sex = entry.choice("sex", as: Sex.self) else {
      return nil
    }
    let competent = entry.texts("competent", required: false)
    for module in competent where !modules.contains(module.value) {
      reader.unknown(
        "unknown-reference", module,
        ProgrammeMessages.unknownReference(module.value, ProgrammeMessages.scheduledModule),
        known: modules)
    }
    let free = entry.texts("free", required: false).compactMap { text -> Int? in
      if let week = Int(text.value), (1...520).contains(week) { return week }
      reader.add(
        "impossible-number", text, ProgrammeMessages.noWeek(text.value),
        ProgrammeMessages.weekRemedy)
      return nil
    }
    let known = Province.national
    var travel: [(province: Located<String>, km: Double)] = []
    for (province, _) in entry.dictionary("travel")?.entries() ?? [] {
      guard known.contains(province.value) else {
        reader.unknown(
          "unknown-reference", province,
          ProgrammeMessages.unknownReference(province.value, ProgrammeMessages.province),
          known: known)
        continue
      }
      if let km = entry.dictionary("travel")?.number(province.value, in: 0...100_000) {
        travel.append((province, km))
      }
    }
    return ScheduleSection.Trainer(
      code: code, isWoman: sex == .female, competent: competent, free: free, travel: travel,
      location: entry.location(of: "code"))
  }
}
