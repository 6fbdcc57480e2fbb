import Source
import Text

/// Says what does not fit together in a cascade that was read.
struct CascadeRules {
  let plan: CascadePlan
  let reader: ProgrammeReader

  func check() {
    checkGroups()
    checkTeams()
    checkEvents()
    checkGenerations()
    checkScenarios()
  }

  private func checkScenarios() {
    let numbers = plan.generations.map(\.number)
    for change in plan.scenarios.flatMap(\.changes)
    where !numbers.contains(change.generation.value) {
      reader.unknown(
        "unknown-reference",
        Located("\(change.generation.value)", at: change.generation.location),
        ProgrammeMessages.unknownReference(
          "\(change.generation.value)", ProgrammeMessages.generation),
        known: numbers.map { "\($0)" })
    }
  }

  private func checkGroups() {
    for generation in plan.generations {
      for target in generation.targets { checkGroup(target.group) }
      var seen: Set<String> = []
      for target in generation.targets where !seen.insert(target.group.value).inserted {
        reader.add(
          "duplicate-id", target.group, ProgrammeMessages.duplicate(target.group.value),
          ProgrammeMessages.duplicateRemedy)
      }
    }
    for member in plan.teams.flatMap(\.members) { checkGroup(member.group) }
    for group in plan.events.flatMap(\.groups) { checkGroup(group) }
  }

  private func checkGroup(_ group: Located<String>) {
    guard plan.group(group.value) == nil else { return }
    reader.unknown(
      "unknown-reference", group,
      ProgrammeMessages.unknownReference(group.value, ProgrammeMessages.group),
      known: plan.people.map(\.id))
  }

  private func checkTeams() {
    for team in plan.teams {
      let kinds = Set(team.members.compactMap { plan.group($0.group.value)?.kind })
      guard !kinds.contains(.official) || !kinds.contains(.cso) else { continue }
      reader.add(
        "team-not-mixed", Located(team.id, at: team.location),
        ProgrammeMessages.notMixed(team.id), ProgrammeMessages.mixRemedy)
    }
  }

  private func checkEvents() {
    let teams = plan.teams.map(\.id)
    let numbers = plan.generations.map(\.number)
    for event in plan.events {
      for team in event.teams where !teams.contains(team.value) {
        reader.unknown(
          "unknown-reference", team,
          ProgrammeMessages.unknownReference(team.value, ProgrammeMessages.team), known: teams)
      }
      if let generation = event.generation, !numbers.contains(generation.value) {
        reader.unknown(
          "unknown-reference", Located("\(generation.value)", at: generation.location),
          ProgrammeMessages.unknownReference(
            "\(generation.value)", ProgrammeMessages.generation),
          known: numbers.map { "\($0)" })
      }
    }
  }

  private func checkGenerations() {
    if plan.generations.isEmpty {
      reader.add(
        "no-generations", Located("", at: plan.location), ProgrammeMessages.noGenerations,
        ProgrammeMessages.noGenerationsRemedy)
    }
    for (index, generation) in plan.generations.enumerated() {
      let place = Located("\(generation.number)", at: generation.location)
      if generation.number != index, index == 0 || plan.generations[index - 1].number == index - 1 {
        reader.add(
          "generation-gap", place, ProgrammeMessages.gap(missing: index),
          ProgrammeMessages.gapRemedy)
      }
      if generation.number > plan.limits.generation.value {
        reader.add(
          "too-many-generations", place,
          ProgrammeMessages.tooDeep(generation.number, limit: plan.limits.generation.value),
          ProgrammeMessages.tooDeepRemedy, severity: .warning)
      }
      if let training = generation.training,
        training.classSize.value > plan.limits.classSize.value
      {
        reader.add(
          "class-too-large", place,
          ProgrammeMessages.classTooLarge(
            training.classSize.value, limit: plan.limits.classSize.value),
          ProgrammeMessages.classRemedy, severity: .warning)
      }
    }
    for (earlier, later) in zip(plan.generations, plan.generations.dropFirst()) {
      guard let before = earlier.training?.window?.value, let after = later.training?.window?.value,
        after.from <= before.to
      else { continue }
      reader.add(
        "dates-out-of-order", Located("\(later.number)", at: later.location),
        ProgrammeMessages.startsEarly(later.number, before: earlier.number),
        ProgrammeMessages.startsEarlyRemedy, severity: .warning)
    }
  }
}
