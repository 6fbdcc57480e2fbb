import Source
import Text

/// Reads `cascade.yaml`.
struct CascadeReading {
  let reader: ProgrammeReader
  let sources: [CitedSource]

  /// What the limits are where a plan does not set them.
  static let defaultLimits = CascadePlan.Limits(
    classSize: Figure(30, .assumption), load: Figure(20, .assumption),
    generation: Figure(3, .assumption))

  /// Returns the plan, or `nil` after findings that leave nothing to plan.
  static func read(
    _ file: SourceFile, collector: DiagnosticCollector
  ) -> (plan: CascadePlan, status: Programme.FileStatus)? {
    guard
      let reader = ProgrammeReader(
        file,
        keys: [
          "people", "teams", "events", "generations", "limits", "retention", "costs", "fidelity",
          "scenarios", "schedule",
        ], collector: collector)
    else { return nil }
    let reading = CascadeReading(reader: reader, sources: reader.sources())
    return (reading.plan(), reader.status())
  }

  private func plan() -> CascadePlan {
    let map = reader.map
    let people = people(map)
    let generations = generations(map)
    let teams = teams(map)
    let plan = CascadePlan(
      title: reader.title, people: people, teams: teams, events: events(map),
      generations: generations, limits: limits(map),
      retention: reader.share("retention", of: map, sources: sources, required: false),
      costs: costs(map), fidelity: fidelity(map), scenarios: scenarios(map), sources: sources,
      location: map.location, schedule: ScheduleSectionReading(reader: reader).section(map))
    CascadeRules(plan: plan, reader: reader).check()
    return plan
  }

  // MARK: People

  private func people(_ map: YAMLMap) -> [CascadePlan.PeopleGroup] {
    let groups = map.maps("people", keys: ["id", "title", "kind", "province"])
      .compactMap { entry -> CascadePlan.PeopleGroup? in
        guard let id = entry.text("id"), let title = entry.localized("title"),
          let kind = entry.choice("kind", as: CascadePlan.PeopleGroup.Kind.self)
        else { return nil }
        return CascadePlan.PeopleGroup(
          id: id, title: title, kind: kind, province: province(entry),
          location: entry.location(of: "id"))
      }
    return reader.unique(groups, id: \.id, location: \.location)
  }

  private func teams(_ map: YAMLMap) -> [CascadePlan.Team] {
    let teams = map.maps("teams", keys: ["id", "title", "province", "members"], required: false)
      .compactMap { entry -> CascadePlan.Team? in
        guard let id = entry.text("id"), let title = entry.localized("title") else { return nil }
        let members = entry.maps("members", keys: ["group", "people"]).compactMap {
          member -> CascadePlan.Team.Member? in
          guard let group = member.located("group"),
            let people = reader.whole("people", of: member, in: 1...100_000, sources: sources)
          else { return nil }
          return CascadePlan.Team.Member(group: group, people: people)
        }
        return CascadePlan.Team(
          id: id, title: title, province: province(entry), members: members,
          location: entry.location(of: "id"))
      }
    return reader.unique(teams, id: \.id, location: \.location)
  }

  private func province(_ entry: YAMLMap) -> Located<String>? {
    guard let province = entry.located("province", required: false) else { return nil }
    let known = Province.national
    if !known.contains(province.value) {
      reader.unknown(
        "unknown-reference", province,
        ProgrammeMessages.unknownReference(province.value, ProgrammeMessages.province),
        known: known)
    }
    return province
  }

  private func events(_ map: YAMLMap) -> [CascadePlan.Event] {
    let keys = ["id", "title", "generation", "groups", "teams", "step"]
    let events = map.maps("events", keys: keys, required: false)
      .compactMap { entry -> CascadePlan.Event? in
        guard let id = entry.text("id"), let title = entry.localized("title") else { return nil }
        return CascadePlan.Event(
          id: id, title: title, generation: generation(entry, required: false),
          groups: entry.texts("groups", required: false),
          teams: entry.texts("teams", required: false),
          step: entry.located("step", required: false), location: entry.location(of: "id"))
      }
    return reader.unique(events, id: \.id, location: \.location)
  }

  func generation(_ entry: YAMLMap, required: Bool) -> Located<Int>? {
    entry.integer("generation", in: 0...20, required: required).map {
      Located($0, at: entry.location(of: "generation"))
    }
  }

  // MARK: Generations

  private func generations(_ map: YAMLMap) -> [CascadePlan.Generation] {
    let keys = [
      "generation", "title", "optional", "targets", "training", "certified", "women-share",
    ]
    let generations = map.maps("generations", keys: keys).compactMap {
      entry -> CascadePlan.Generation? in
      guard let number = generation(entry, required: true), let title = entry.localized("title"),
        let certified = reader.share("certified", of: entry, sources: sources)
      else { return nil }
      let targets = entry.maps("targets", keys: ["group", "people"]).compactMap {
        target -> CascadePlan.Target? in
        guard let group = target.located("group"),
          let people = reader.whole("people", of: target, in: 0...100_000, sources: sources)
        else { return nil }
        return CascadePlan.Target(group: group, people: people)
      }
      return CascadePlan.Generation(
        number: number.value, title: title, isOptional: entry.flag("optional") ?? false,
        targets: targets, training: training(entry, isFirst: number.value == 0),
        certified: certified,
        womenShare: reader.share("women-share", of: entry, sources: sources, required: false),
        location: number.location)
    }
    return reader.unique(generations, id: \.number, location: \.location)
      .sorted { $0.number < $1.number }
  }

  private func training(_ entry: YAMLMap, isFirst: Bool) -> CascadePlan.Training? {
    let keys = [
      "class-size", "show-up", "facilitators", "days", "active", "classes-per-trainer", "window",
      "drop-out", "pass",
    ]
    if isFirst {
      if entry.has("training") {
        entry.report(
          "impossible-number", at: "training", ProgrammeMessages.firstIsNotTrained,
          remedy: ProgrammeMessages.firstRemedy)
      }
      return nil
    }
    guard let map = entry.map("training", keys: keys) else { return nil }
    let classSize = reader.whole("class-size", of: map, in: 1...1000, sources: sources)
    let showUp = reader.share("show-up", of: map, sources: sources, mayBeZero: false)
    let facilitators = reader.whole("facilitators", of: map, in: 1...100, sources: sources)
    let days = reader.whole("days", of: map, in: 1...365, sources: sources)
    let active = reader.share("active", of: map, sources: sources)
    let classes = reader.whole("classes-per-trainer", of: map, in: 0...1000, sources: sources)
    let window = reader.window("window", of: map, sources: sources)
    guard let classSize, let showUp, let facilitators, let days, let active, let classes else {
      return nil
    }
    return CascadePlan.Training(
      classSize: classSize, showUp: showUp, facilitators: facilitators, days: days, active: active,
      classesPerTrainer: classes, window: window,
      dropOut: reader.share("drop-out", of: map, sources: sources, required: false),
      pass: reader.share("pass", of: map, sources: sources, required: false))
  }

  private func limits(_ map: YAMLMap) -> CascadePlan.Limits {
    var limits = Self.defaultLimits
    guard
      let entry = map.map("limits", keys: ["class-size", "load", "generation"], required: false)
    else { return limits }
    if let size = reader.whole(
      "class-size", of: entry, in: 1...1000, sources: sources, required: false)
    {
      limits.classSize = size
    }
    if let load = reader.number("load", of: entry, sources: sources, required: false) {
      limits.load = load
    }
    if let last = reader.whole(
      "generation", of: entry, in: 0...20, sources: sources, required: false)
    {
      limits.generation = last
    }
    return limits
  }
}
