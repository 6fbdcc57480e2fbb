import Source
package import Text

/// A situation exercise being played: where the players are, and how they came there.
///
/// A value that never changes; a choice gives the play that follows it.
package struct SituationPlay: Sendable {
  /// The script.
  package let situation: Situation
  /// Where the players are.
  package private(set) var section: Situation.Section
  /// The numbers as they stand now.
  package private(set) var state: [String: Int]
  /// What was chosen so far, in order.
  package private(set) var log: [Step]

  /// One choice that was made.
  package struct Step: Sendable, Hashable {
    /// The section in which it was made.
    package var section: String
    /// The choice, by its number in the section.
    package var choice: Int
    /// The numbers that it changed, by how much, after they were held within their bounds.
    package var changes: [String: Int]
  }

  /// Begins a play, or gives `nil` where the script's first section does not exist.
  package init?(_ situation: Situation) {
    guard let first = situation.section(situation.start.value) else { return nil }
    self.situation = situation
    section = first
    state = Dictionary(
      situation.state.map { ($0.name, $0.start) }, uniquingKeysWith: { first, _ in first })
    log = []
  }

  /// What can be chosen now; none where the play is over.
  package var availableChoices: [Situation.Choice] {
    guard section.ending == nil else { return [] }
    return section.choices.filter { choice in
      situation.section(choice.target.value) != nil
        && choice.conditions.allSatisfy { $0.holds(in: state) }
    }
  }

  /// The role that decides now, or `nil` where the whole group does.
  package var decidingRole: Situation.Role? {
    section.role.flatMap { situation.role($0.value) }
  }

  /// How well the play went, or `nil` while it goes on.
  package var ending: Situation.EndingQuality? { section.ending }

  /// Whether nothing is left to choose.
  package var isOver: Bool { availableChoices.isEmpty }

  /// Returns the play after a choice, or `nil` where that choice is not available.
  ///
  /// - Parameter number: The choice's number in its section.
  /// - Returns: The play that follows.
  package func after(choice number: Int) -> SituationPlay? {
    guard let choice = availableChoices.first(where: { $0.number == number }),
      let target = situation.section(choice.target.value)
    else { return nil }
    var next = self
    var changes: [String: Int] = [:]
    for effect in choice.effects {
      guard let before = next.state[effect.name.value] else { continue }
      let after = held(effect.change.applied(to: before), of: effect.name.value)
      next.state[effect.name.value] = after
      changes[effect.name.value, default: 0] += after - before
    }
    next.section = target
    next.log.append(
      Step(section: section.id, choice: number, changes: changes.filter { $0.value != 0 }))
    return next
  }

  /// What the facilitator should raise now that the play is over: the notes of every section and
  /// choice that was met, in order, each once.
  package var debrief: [LocalizedText] {
    var seen: Set<LocalizedText> = []
    var notes: [LocalizedText] = []
    func add(_ note: LocalizedText) {
      if !note.isEmpty, seen.insert(note).inserted { notes.append(note) }
    }
    for step in log {
      guard let section = situation.section(step.section) else { continue }
      add(section.notes)
      if let choice = section.choices.first(where: { $0.number == step.choice }) {
        add(choice.notes)
      }
    }
    add(section.notes)
    return notes
  }

  private func held(_ number: Int, of name: String) -> Int {
    guard let bounds = situation.state.first(where: { $0.name == name })?.bounds else {
      return number
    }
    return min(bounds.upperBound, max(bounds.lowerBound, number))
  }
}
