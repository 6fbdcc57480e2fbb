import Source
import Text

/// Puts the words of a translation into a script, with a finding for whatever does not agree.
struct SituationJoining {
  let twin: ScriptReader.Script
  /// The translation.
  let file: SourceFile
  /// What it translates.
  let source: SourceFile
  let collector: DiagnosticCollector

  private var language: Language { twin.situation.locations.keys.first ?? .khmer }

  /// Adds the words of the translation to `situation`.
  func join(into situation: inout Situation) {
    let other = twin.situation
    situation.title[language] = other.title[language]
    situation.purpose[language] = other.purpose[language]
    situation.approvals.merge(other.approvals) { first, _ in first }
    situation.review.formUnion(other.review)
    situation.locations.merge(other.locations) { first, _ in first }
    joinRoles(into: &situation)
    joinState(into: &situation)
    joinSections(into: &situation)
    checkStamps(situation)
  }

  private func joinRoles(into situation: inout Situation) {
    for index in situation.roles.indices {
      let role = situation.roles[index]
      guard let twin = twin.situation.role(role.id) else {
        missing(role.id, at: role.location, in: source, sibling: file.path)
        continue
      }
      situation.roles[index].title[language] = twin.title[language]
      situation.roles[index].brief[language] = twin.brief[language]
    }
    for role in twin.situation.roles where situation.role(role.id) == nil {
      missing(role.id, at: role.location, in: file, sibling: source.path)
    }
  }

  private func joinState(into situation: inout Situation) {
    for index in situation.state.indices {
      let value = situation.state[index]
      guard let twin = twin.situation.state.first(where: { $0.name == value.name }) else {
        missing(value.name, at: value.location, in: source, sibling: file.path)
        continue
      }
      situation.state[index].title[language] = twin.title[language]
    }
    let known = situation.state.map(\.name)
    for value in twin.situation.state where !known.contains(value.name) {
      missing(value.name, at: value.location, in: file, sibling: source.path)
    }
  }

  private func joinSections(into situation: inout Situation) {
    for index in situation.sections.indices {
      let section = situation.sections[index]
      guard let twin = twin.situation.section(section.id) else {
        let place = section.locations[language.other] ?? source.location(1)
        missing(section.id, at: place, in: source, sibling: file.path)
        continue
      }
      situation.sections[index].locations.merge(twin.locations) { first, _ in first }
      situation.sections[index].title[language] = twin.title[language]
      situation.sections[index].text[language] = twin.text[language]
      situation.sections[index].notes[language] = twin.notes[language]
      if section.title.isEmpty != twin.title.isEmpty {
        differ(section, twin, SituationMessages.headings)
      }
      if section.role?.value != twin.role?.value || section.ending != twin.ending {
        differ(section, twin, SituationMessages.attributes)
      }
      guard section.choices.count == twin.choices.count else {
        differ(section, twin, SituationMessages.choiceCount)
        continue
      }
      for (place, choice) in twin.choices.enumerated() {
        let original = section.choices[place]
        situation.sections[index].choices[place].text[language] = choice.text[language]
        situation.sections[index].choices[place].notes[language] = choice.notes[language]
        if original.target.value != choice.target.value {
          differ(section, twin, SituationMessages.targetOf(choice.number), at: choice.location)
        }
        if !Self.haveSameRules(original, choice) {
          differ(section, twin, SituationMessages.rulesOf(choice.number), at: choice.location)
        }
        if original.notes.isEmpty != choice.notes.isEmpty {
          differ(section, twin, SituationMessages.notesOf(choice.number), at: choice.location)
        }
      }
      if section.notes.isEmpty != twin.notes.isEmpty {
        differ(section, twin, SituationMessages.sectionNotes)
      }
    }
    for section in twin.situation.sections where situation.section(section.id) == nil {
      let place = section.locations[language] ?? file.location(1)
      missing(section.id, at: place, in: file, sibling: source.path)
    }
  }

  private static func haveSameRules(_ left: Situation.Choice, _ right: Situation.Choice) -> Bool {
    left.conditions.elementsEqual(right.conditions) {
      $0.name.value == $1.name.value && $0.comparison == $1.comparison && $0.value == $1.value
    }
      && left.effects.elementsEqual(right.effects) {
        $0.name.value == $1.name.value && $0.change == $1.change
      }
  }

  // MARK: Stamps

  /// Adds a finding for every section that changed, or was never looked over, since translated.
  private func checkStamps(_ situation: Situation) {
    let stamps = twin.frontMatter.dictionary("translates")
    for section in twin.situation.sections {
      guard let original = situation.section(section.id),
        let place = section.locations[language],
        stamps?.text(section.id, required: false) != original.sourceHash
      else { continue }
      collector.add(
        file.diagnostic(
          "stale-translation", .warning, line: place.line, column: place.column,
          length: section.id.unicodeScalars.count, SituationMessages.stale(section.id),
          remedy: SituationMessages.staleRemedy(file.path)))
    }
    for entry in stamps?.entries() ?? [] where situation.section(entry.key.value) == nil {
      if entry.key.value == SourceFile.frontMatterStamp {
        if let hash = source.frontMatterHash, hash != entry.value {
          collector.add(
            file.diagnostic(
              "stale-translation", .warning, line: entry.key.location.line,
              column: entry.key.location.column, length: entry.key.value.unicodeScalars.count,
              SituationMessages.staleFrontMatter,
              remedy: SituationMessages.staleRemedy(file.path)))
        }
        continue
      }
      collector.add(
        file.diagnostic(
          "unknown-section", line: entry.key.location.line, column: entry.key.location.column,
          length: entry.key.value.unicodeScalars.count,
          SituationMessages.unknownSection(entry.key.value),
          remedy: SituationMessages.known(
            situation.sections.map(\.id),
            suggestion: Suggestion.nearest(
              to: entry.key.value, in: situation.sections.map(\.id)))))
    }
  }

  // MARK: Findings

  private func missing(
    _ id: String, at place: SourceLocation, in file: SourceFile, sibling: String
  ) {
    collector.add(
      file.diagnostic(
        "missing-translation", line: place.line, column: place.column,
        length: id.unicodeScalars.count, SituationMessages.missingTwin(id),
        remedy: SituationMessages.addToTwin(sibling)))
  }

  private func differ(
    _ section: Situation.Section, _ twin: Situation.Section, _ what: LocalizedText,
    at place: SourceLocation? = nil
  ) {
    let here = place ?? twin.locations[language] ?? file.location(1)
    let there = section.locations[language.other]
    collector.add(
      file.diagnostic(
        "languages-differ", line: here.line, column: here.column,
        length: place == nil ? section.id.unicodeScalars.count : 2,
        SituationMessages.different(section.id, what), remedy: SituationMessages.differentRemedy,
        related: there.map {
          [.init(location: $0, message: SituationMessages.otherLanguage)]
        } ?? []))
  }
}
