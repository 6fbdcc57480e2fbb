package import Source
package import Text

/// Reads situation exercises from scripts in one or two languages, and checks them.
package enum SituationReading {
  /// What begins a section's line.
  package static let mark = ":: "
  /// The newest `format:` that is read.
  package static let format = 1

  /// Reads a script and adds every finding about it: what cannot be read, where the languages do
  /// not agree, which translations are stale, and what goes wrong when it is played.
  ///
  /// The English file decides ids, roles, numbers, targets and rules; where it is missing the
  /// Khmer one does.
  ///
  /// - Parameters:
  ///   - english: The English file, if there is one.
  ///   - khmer: The Khmer file, if there is one.
  ///   - languages: The languages that must be written.
  ///   - collector: Receives the findings.
  /// - Returns: The exercise as far as it could be read, or `nil` where there is no script.
  package static func read(
    english: SourceFile?, khmer: SourceFile?, languages: [Language],
    collector: DiagnosticCollector
  ) -> Situation? {
    let source = english.map { (file: $0, language: Language.english) }
    let translation = khmer.map { (file: $0, language: Language.khmer) }
    guard let base = source ?? translation else { return nil }
    guard
      var situation = ScriptReader(
        file: base.file, language: base.language, isTranslation: false, collector: collector
      ).script()?.situation
    else { return nil }
    if source != nil, let translation {
      let twin = ScriptReader(
        file: translation.file, language: translation.language, isTranslation: true,
        collector: collector
      ).script()
      if let twin {
        SituationJoining(
          twin: twin, file: translation.file, source: base.file, collector: collector
        ).join(into: &situation)
      }
    } else {
      let other = base.language.other
      if languages.contains(other) {
        collector.add(
          base.file.diagnostic(
            "missing-translation", line: 1, column: 1,
            SituationMessages.noTwin(other),
            remedy: SituationMessages.addTwin(SiblingPath.path(base.file.path, in: other))))
      }
    }
    collector.add(contentsOf: SituationChecking.findings(situation, file: base.file))
    return situation
  }

  /// Returns the slug that a path such as `situations/dialogue.situation.en.md` carries.
  package static func slug(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? "")
  }
}

/// Reads the script of one language.
struct ScriptReader {
  let file: SourceFile
  let language: Language
  /// Whether ids, numbers and rules stand in the other file and only words are read here.
  let isTranslation: Bool
  let collector: DiagnosticCollector

  /// A script in one language, with its front matter.
  struct Script {
    var situation: Situation
    var frontMatter: YAMLMap
  }

  private static let sharedKeys = [
    "format", "title", "purpose", "roles", "state", "approval", "review",
  ]
  private static let sourceKeys = sharedKeys + ["minutes", "start", "outcomes"]
  private static let translationKeys = sharedKeys + ["translates"]

  /// Returns the script, or `nil` after findings that leave nothing to play.
  func script() -> Script? {
    let sections = SectionedFile(
      file, mark: SituationReading.mark,
      frontMatterKeys: isTranslation ? Self.translationKeys : Self.sourceKeys,
      attributeKeys: ["role", "ending"], collector: collector)
    guard let map = sections.frontMatter else {
      if file.lines.first != "---" {
        collector.add(
          file.diagnostic(
            "missing-front-matter", line: 1, column: 1, SituationMessages.missingFrontMatter,
            remedy: SituationMessages.frontMatterRemedy))
      }
      return nil
    }
    guard map.isOfKnownFormat(SituationReading.format) else { return nil }
    if !sections.preamble.text.isEmpty {
      collector.add(
        file.diagnostic(
          "stray-text", line: sections.preamble.textLine, column: 1,
          SituationMessages.textBeforeSections, remedy: SituationMessages.textBeforeRemedy))
    }
    var parsed: [Situation.Section] = []
    for section in sections.sections {
      guard
        let next = SectionParser(
          section: section, file: file, language: language, collector: collector
        ).parsed()
      else { continue }
      if let first = parsed.first(where: { $0.id == next.id }) {
        reportDuplicate(next.id, at: section.location, first: first.locations[language])
      } else {
        parsed.append(next)
      }
    }
    let start =
      isTranslation
      ? Located("", at: map.location) : map.located("start") ?? Located("", at: map.location)
    return Script(
      situation: Situation(
        slug: SituationReading.slug(of: file.path), title: localized(map.text("title")),
        purpose: localized(map.text("purpose")),
        minutes: isTranslation ? 0 : map.integer("minutes", in: 1...1000) ?? 0, start: start,
        roles: roles(map), state: state(map),
        outcomes: isTranslation ? [] : map.texts("outcomes", required: false), sections: parsed,
        approvals: approval(map).map { [language: $0] } ?? [:], review: review(map),
        locations: [language: file.location(1, 1)]),
      frontMatter: map)
  }

  // MARK: Front matter

  private func roles(_ map: YAMLMap) -> [Situation.Role] {
    var roles: [Situation.Role] = []
    for entry in map.maps("roles", keys: ["id", "title", "brief"], required: false) {
      guard let id = entry.located("id"), let title = entry.text("title") else { continue }
      guard SituationNames.isID(id.value) else {
        entry.report(
          "bad-id", at: "id", SituationMessages.badID(id.value), remedy: SituationMessages.idRemedy)
        continue
      }
      if let first = roles.first(where: { $0.id == id.value }) {
        reportDuplicate(id.value, at: id.location, first: first.location)
        continue
      }
      roles.append(
        Situation.Role(
          id: id.value, title: localized(title), brief: localized(entry.text("brief")),
          location: id.location))
    }
    return roles
  }

  private func state(_ map: YAMLMap) -> [Situation.StateValue] {
    guard let names = map.dictionary("state") else { return [] }
    let keys = isTranslation ? ["title"] : ["title", "start", "min", "max"]
    return names.entries().compactMap { entry in
      let name = entry.key.value
      guard SituationNames.isName(name) else {
        names.report(
          "bad-id", at: name, SituationMessages.badName(name),
          remedy: SituationMessages.nameRemedy)
        return nil
      }
      guard let value = names.map(name, keys: keys), let title = value.text("title") else {
        return nil
      }
      if isTranslation {
        return Situation.StateValue(
          name: name, title: localized(title), start: 0, bounds: 0...0,
          location: entry.key.location)
      }
      let range = -1000...1000
      guard let least = value.integer("min", in: range), let most = value.integer("max", in: range),
        let start = value.integer("start", in: range)
      else { return nil }
      guard least <= most, (least...most).contains(start) else {
        value.report(
          "state-out-of-bounds", at: "start",
          SituationMessages.startOutOfBounds(name, start, least: least, most: most),
          remedy: SituationMessages.startRemedy)
        return Situation.StateValue(
          name: name, title: localized(title), start: min(least, most),
          bounds: min(least, most)...max(least, most), location: entry.key.location)
      }
      return Situation.StateValue(
        name: name, title: localized(title), start: start, bounds: least...most,
        location: entry.key.location)
    }
  }

  private func approval(_ map: YAMLMap) -> Situation.Approval? {
    guard let entry = map.map("approval", keys: ["by", "date", "reference"], required: false),
      let by = entry.text("by"), let date = entry.text("date"),
      let reference = entry.text("reference")
    else { return nil }
    return Situation.Approval(by: by, date: date, reference: reference)
  }

  private func review(_ map: YAMLMap) -> Set<Language> {
    let known = Language.allCases.map(\.rawValue)
    return Set(
      map.texts("review", required: false).compactMap { text in
        if let language = Language(rawValue: text.value) { return language }
        map.report(
          "unknown-value", at: "review", SituationMessages.unknownLanguage(text.value),
          remedy: SituationMessages.known(known, suggestion: nil))
        return nil
      })
  }

  private func reportDuplicate(
    _ id: String, at place: SourceLocation, first: SourceLocation?
  ) {
    collector.add(
      file.diagnostic(
        "duplicate-id", line: place.line, column: place.column, length: id.unicodeScalars.count,
        SituationMessages.duplicateID(id), remedy: SituationMessages.duplicateRemedy,
        related: first.map { [.init(location: $0, message: SituationMessages.firstHere)] } ?? []))
  }

  private func localized(_ text: String?) -> LocalizedText {
    var result = LocalizedText(same: "")
    result[language] = text ?? ""
    return result
  }
}
