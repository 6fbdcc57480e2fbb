import Source
import Text

/// Says what is wrong with a script before anybody plays it.
struct SituationChecking {
  let situation: Situation
  let file: SourceFile
  private var findings: [Diagnostic] = []

  /// Returns everything that is wrong with a script's structure and with its plays.
  static func findings(_ situation: Situation, file: SourceFile) -> [Diagnostic] {
    var checker = SituationChecking(situation: situation, file: file)
    checker.checkReferences()
    checker.checkEndings()
    // Plays of a script whose references do not hold would only repeat the same mistakes.
    if !checker.findings.hasErrors { checker.checkPlays() }
    return checker.findings
  }

  private init(situation: Situation, file: SourceFile) {
    self.situation = situation
    self.file = file
  }

  // MARK: References

  private mutating func checkReferences() {
    let ids = situation.sections.map(\.id)
    if !situation.start.value.isEmpty, !ids.contains(situation.start.value) {
      unknown("unknown-target", situation.start, SituationMessages.unknownSection, known: ids)
    }
    let roles = situation.roles.map(\.id)
    let names = situation.state.map(\.name)
    for section in situation.sections {
      if let role = section.role, !roles.contains(role.value) {
        unknown("unknown-role", role, SituationMessages.unknownRole, known: roles)
      }
      for choice in section.choices {
        if !ids.contains(choice.target.value) {
          unknown("unknown-target", choice.target, SituationMessages.unknownSection, known: ids)
        }
        let used = choice.conditions.map(\.name) + choice.effects.map(\.name)
        for name in used where !names.contains(name.value) {
          unknown("unknown-state", name, SituationMessages.unknownState, known: names)
        }
      }
    }
    let deciding = Set(situation.sections.compactMap { $0.role?.value })
    for role in situation.roles where !deciding.contains(role.id) {
      add(
        "unused-role", .warning, role.location, role.id, SituationMessages.unusedRole(role.id),
        SituationMessages.unusedRoleRemedy)
    }
    let usedNames = Set(
      situation.sections.flatMap(\.choices).flatMap {
        $0.conditions.map(\.name.value) + $0.effects.map(\.name.value)
      })
    for value in situation.state where !usedNames.contains(value.name) {
      add(
        "unused-state", .warning, value.location, value.name,
        SituationMessages.unusedState(value.name), SituationMessages.unusedStateRemedy)
    }
  }

  private mutating func checkEndings() {
    if situation.sections.isEmpty || situation.endings.isEmpty {
      add(
        "no-ending", .error, situation.locations.values.min() ?? file.location(1), "",
        SituationMessages.noEnding, SituationMessages.noEndingRemedy)
    }
    for section in situation.sections {
      if section.ending == nil, section.choices.isEmpty {
        add(
          "dead-end", .error, place(section), section.id, SituationMessages.deadEnd(section.id),
          SituationMessages.deadEndRemedy)
      }
      if section.ending != nil, let first = section.choices.first {
        add(
          "ending-with-choices", .error, first.location, "[[",
          SituationMessages.endingWithChoices(section.id), SituationMessages.endingRemedy)
      }
    }
  }

  // MARK: Plays

  private mutating func checkPlays() {
    guard let exploration = SituationExploration(situation) else { return }
    guard exploration.isComplete else {
      add(
        "too-many-states", .note, situation.start.location, situation.start.value,
        SituationMessages.tooManyStates(SituationExploration.limit),
        SituationMessages.tooManyStatesRemedy)
      return
    }
    for section in situation.sections where !exploration.reached.contains(section.id) {
      let isEnding = section.ending != nil
      add(
        isEnding ? "unreachable-ending" : "unreachable-section", .error, place(section),
        section.id, SituationMessages.unreachable(section.id, isEnding: isEnding),
        SituationMessages.unreachableRemedy)
    }
    for section in situation.sections where exploration.reached.contains(section.id) {
      for choice in section.choices {
        let id = SituationExploration.ChoiceID(section: section.id, number: choice.number)
        if !exploration.offered.contains(id) {
          add(
            "never-available", .error, choice.location, "[[",
            SituationMessages.neverAvailable(choice.number, section.id),
            SituationMessages.neverAvailableRemedy)
        }
        for name in exploration.overruns[id]?.sorted() ?? [] {
          add(
            "state-out-of-bounds", .warning, choice.location, "[[",
            SituationMessages.overrun(name, choice.number), SituationMessages.overrunRemedy)
        }
      }
      if let example = exploration.stuck[section.id] {
        add(
          "dead-end", .error, place(section), section.id,
          SituationMessages.stuck(section.id, Self.words(example)),
          SituationMessages.stuckRemedy)
      } else if let example = exploration.endless[section.id] {
        add(
          "no-way-out", .error, place(section), section.id,
          SituationMessages.endless(section.id, Self.words(example)),
          SituationMessages.endlessRemedy)
      }
    }
    checkHabits()
  }

  /// A script teaches nothing where a habit wins it.
  private mutating func checkHabits() {
    let best = situation.endings.compactMap(\.ending).max()
    guard let best, Set(situation.endings.map(\.ending)).count > 1 else { return }
    for habit in SituationHabit.allCases where habit.ending(of: situation) == best {
      add(
        "habit-wins", .warning, situation.start.location, situation.start.value,
        SituationMessages.habitWins(habit), SituationMessages.habitRemedy)
    }
  }

  private static func words(_ state: [String: Int]) -> String {
    state.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
  }

  // MARK: Findings

  private func place(_ section: Situation.Section) -> SourceLocation {
    section.locations.values.first { $0.file == file.path } ?? file.location(1)
  }

  private mutating func unknown(
    _ code: String, _ name: Located<String>, _ message: (String) -> LocalizedText,
    known: [String]
  ) {
    add(
      code, .error, name.location, name.value, message(name.value),
      SituationMessages.known(known, suggestion: Suggestion.nearest(to: name.value, in: known)))
  }

  private mutating func add(
    _ code: String, _ severity: Severity, _ place: SourceLocation, _ marked: String,
    _ message: LocalizedText, _ remedy: LocalizedText
  ) {
    findings.append(
      file.diagnostic(
        code, severity, line: place.line, column: place.column,
        length: max(1, marked.unicodeScalars.count), message, remedy: remedy))
  }
}

/// A way to choose without reading.
enum SituationHabit: CaseIterable {
  case first, last, longestEnglish, longestKhmer

  /// Returns how well a play goes that always chooses so, or `nil` where it never ends.
  func ending(of situation: Situation) -> Situation.EndingQuality? {
    guard var play = SituationPlay(situation) else { return nil }
    for _ in 0..<SituationTesting.stepLimit {
      guard let choice = choose(play.availableChoices), let next = play.after(choice: choice.number)
      else { break }
      play = next
    }
    return play.ending
  }

  private func choose(_ choices: [Situation.Choice]) -> Situation.Choice? {
    switch self {
    case .first: choices.first
    case .last: choices.last
    case .longestEnglish: Self.longest(choices, in: .english)
    case .longestKhmer: Self.longest(choices, in: .khmer)
    }
  }

  private static func longest(
    _ choices: [Situation.Choice], in language: Language
  ) -> Situation.Choice? {
    guard choices.contains(where: { !$0.text[language].isEmpty }) else { return nil }
    return choices.max { $0.text[language].count < $1.text[language].count }
  }
}
