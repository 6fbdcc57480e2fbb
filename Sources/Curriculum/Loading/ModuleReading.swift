import Assessment
import Markup
import Source
import Text

extension CurriculumReader {
  /// Returns a module by its folder, or `nil` after findings.
  func readModule(_ listed: Located<String>, languages: [Language]) -> Module? {
    let path = "\(folder)/modules/\(listed.value)"
    guard let file = file(path + "/module.yaml"),
      let map = YAMLReading.map(
        file,
        keys: [
          "id", "title", "purpose", "minutes", "outcomes", "sessions", "approval", "review",
        ],
        format: CurriculumLoading.format, collector: collector),
      let id = map.text("id")
    else { return nil }
    countStatus(map)
    let sessions = scope == .whole ? readSessions(map) : []
    return Module(
      id: id, folder: listed.value, title: map.localized("title") ?? LocalizedText(same: id),
      purpose: map.localized("purpose") ?? LocalizedText(same: ""),
      minutes: map.integer("minutes", in: 1...100_000) ?? 0, outcomes: outcomes(map),
      sessions: sessions,
      lessons: scope == .whole
        ? lessons(in: path, used: sessions.flatMap(\.lessons), languages: languages) : [],
      location: map.location(of: "id"))
  }

  private func outcomes(_ map: YAMLMap) -> [LearningOutcome] {
    map.maps(
      "outcomes",
      keys: ["id", "verb", "text", "cognitive", "competency", "proficiency", "assessed"]
    ).compactMap { entry in
      guard let id = entry.text("id"), let verb = entry.text("verb"),
        let text = entry.localized("text"),
        let cognitive = entry.choice("cognitive", as: CognitiveLevel.self),
        let competency = entry.located("competency"),
        let proficiency = entry.choice("proficiency", as: ProficiencyLevel.self)
      else { return nil }
      return LearningOutcome(
        id: id, verb: verb, text: text, cognitive: cognitive, competency: competency,
        proficiency: proficiency, assessed: methods(entry), location: entry.location(of: "id"))
    }
  }

  private func methods(_ entry: YAMLMap) -> [AssessmentMethod] {
    entry.texts("assessed").compactMap { text in
      if let method = AssessmentMethod(rawValue: text.value) { return method }
      let known = AssessmentMethod.allCases.map(\.rawValue)
      entry.report(
        "unknown-value", at: "assessed", CurriculumMessages.unknownMethod(text.value),
        remedy: CurriculumMessages.oneOf(
          known, suggestion: Suggestion.nearest(to: text.value, in: known)))
      return nil
    }
  }

  private func readSessions(_ map: YAMLMap) -> [Session] {
    map.maps("sessions", keys: ["id", "title", "minutes", "outcomes", "lessons", "activities"])
      .compactMap { entry in
        guard let id = entry.text("id"), let title = entry.localized("title"),
          let minutes = entry.integer("minutes", in: 1...10_000)
        else { return nil }
        return Session(
          id: id, title: title, minutes: minutes, outcomes: entry.texts("outcomes"),
          lessons: entry.texts("lessons", required: false), activities: activities(entry),
          location: entry.location(of: "minutes"))
      }
  }

  private func activities(_ map: YAMLMap) -> [Activity] {
    map.maps(
      "activities",
      keys: ["id", "title", "minutes", "method", "group", "materials", "notes", "situation"]
    ).compactMap { entry in
      guard let id = entry.text("id"), let title = entry.localized("title"),
        let minutes = entry.integer("minutes", in: 1...10_000),
        let method = entry.choice("method", as: Activity.Method.self),
        let group = entry.integer("group", in: 0...200), let notes = entry.localized("notes")
      else { return nil }
      return Activity(
        id: id, title: title, minutes: minutes, method: method, groupSize: group,
        materials: entry.localizedList("materials", required: false), notes: notes,
        situation: entry.located("situation", required: false), location: entry.location(of: "id"))
    }
  }

  // MARK: Lessons

  /// Returns the lessons of a module: those its sessions use in their order, then any other.
  private func lessons(in path: String, used: [Located<String>], languages: [Language]) -> [Lesson]
  {
    let names = tree.names(in: path + "/lessons").filter { $0.hasSuffix(".md") }
    let present = Set(names.compactMap { $0.split(separator: ".").first.map(String.init) })
    var slugs: [String] = []
    for slug in used.map(\.value) + present.sorted()
    where present.contains(slug) && !slugs.contains(slug) { slugs.append(slug) }
    return slugs.map { lesson($0, in: path, languages: languages) }
  }

  private func lesson(_ slug: String, in path: String, languages: [Language]) -> Lesson {
    let parts = Language.allCases.map { language in
      lessonFile("\(path)/lessons/\(slug).\(language.rawValue).md", language: language)
    }
    let (english, khmer) = (parts[0], parts[1])
    for (language, part) in zip(Language.allCases, parts)
    where part == nil && languages.contains(language) {
      let other = "\(path)/lessons/\(slug).\(language.other.rawValue).md"
      collector.add(
        CurriculumMessages.missingLessonFile(
          SourceLocation(file: other), sibling: SiblingPath.path(other, in: language),
          language: language))
    }
    for part in parts.compactMap({ $0 }) { countStatus(part.map) }
    let locations = zip(Language.allCases, parts).reduce(into: [Language: SourceLocation]()) {
      $0[$1.0] = $1.1.map { SourceLocation(file: $0.file.path) }
    }
    return Lesson(
      slug: slug,
      title: LocalizedText(en: english?.title ?? "", km: khmer?.title ?? ""),
      outcomes: english?.map?.texts("outcomes") ?? [],
      blocks: joinBlocks(english: english, khmer: khmer),
      approval: approval(english?.map),
      review: review(english?.map).union(review(khmer?.map)), locations: locations)
  }

  /// One language of a lesson or of an overlay.
  struct LessonFile {
    let file: SourceFile
    let map: YAMLMap?
    let title: String
    let sections: [SectionedFile.Section]
    let documents: [String: MarkdownDocument]
  }

  /// Reads one language of a lesson; an overlay needs no title.
  func lessonFile(_ path: String, language: Language, isOverlay: Bool = false) -> LessonFile? {
    guard let file = fileIfPresent(path) else { return nil }
    let sectioned = SectionedFile(
      file, frontMatterKeys: ["title", "outcomes", "translates", "review", "approval"],
      attributeKeys: [], collector: collector)
    if !isOverlay, sectioned.frontMatter == nil, file.lines.first != "---" {
      collector.add(CurriculumMessages.missingFrontMatter(file))
    }
    if !sectioned.preamble.text.isEmpty {
      collector.add(
        CurriculumMessages.textBeforeBlock(file, line: sectioned.preamble.textLine))
    }
    var documents: [String: MarkdownDocument] = [:]
    var sections: [SectionedFile.Section] = []
    for section in sectioned.sections {
      guard let id = section.attributes.id else {
        collector.add(CurriculumMessages.blockWithoutID(file, section))
        continue
      }
      let (document, findings) = MarkdownDocument.parse(
        section.body.text, startingAt: file.location(section.body.textLine))
      collector.add(
        contentsOf: findings.map { finding in
          var finding = finding
          if finding.excerpt.isEmpty { finding.excerpt = file.line(finding.location.line) }
          return finding
        })
      documents[id.value] = document
      sections.append(section)
    }
    return LessonFile(
      file: file, map: sectioned.frontMatter,
      title: sectioned.frontMatter?.text("title", required: !isOverlay) ?? "",
      sections: sections, documents: documents)
  }

  /// Joins the two languages of a lesson block by block, in the order of the English file.
  func joinBlocks(english: LessonFile?, khmer: LessonFile?, context: String? = nil)
    -> [LessonBlock]
  {
    let khmerByID = sectionsByID(khmer)
    let englishByID = sectionsByID(english)
    if let english, let khmer { reportDifferences(english, khmer) }
    if let khmer, english != nil {
      Translation.check(
        khmer.map, file: khmer.file, source: english?.file, hashes: englishByID.mapValues(\.hash),
        lines: khmerByID.mapValues(\.location.line), collector: collector)
    }
    return (english ?? khmer)?.sections.compactMap { section in
      guard let id = section.attributes.id?.value else { return nil }
      let (source, twin) = (englishByID[id], khmerByID[id])
      var documents: [Language: MarkdownDocument] = [:]
      documents[.english] = english?.documents[id]
      documents[.khmer] = khmer?.documents[id]
      var locations: [Language: SourceLocation] = [:]
      locations[.english] = source?.location
      locations[.khmer] = twin?.location
      return LessonBlock(
        id: id, title: LocalizedText(en: source?.title ?? "", km: twin?.title ?? ""),
        text: LocalizedText(en: source?.body.text ?? "", km: twin?.body.text ?? ""),
        documents: documents, sourceHash: source?.hash ?? "", context: context,
        locations: locations)
    } ?? []
  }

  private func sectionsByID(_ part: LessonFile?) -> [String: SectionedFile.Section] {
    Dictionary(
      (part?.sections ?? []).compactMap { section in
        section.attributes.id.map { ($0.value, section) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private func reportDifferences(_ english: LessonFile, _ khmer: LessonFile) {
    let englishIDs = english.sections.compactMap { $0.attributes.id?.value }
    let khmerIDs = khmer.sections.compactMap { $0.attributes.id?.value }
    for section in english.sections {
      if let id = section.attributes.id?.value, !khmerIDs.contains(id) {
        collector.add(CurriculumMessages.blockMissing(english.file, section, in: khmer.file))
      }
    }
    for section in khmer.sections {
      if let id = section.attributes.id?.value, !englishIDs.contains(id) {
        collector.add(CurriculumMessages.blockMissing(khmer.file, section, in: english.file))
      }
    }
    guard Set(englishIDs) == Set(khmerIDs) else { return }
    let moved = zip(english.sections, khmer.sections).first { source, twin in
      source.attributes.id?.value != twin.attributes.id?.value
    }
    if let moved { collector.add(CurriculumMessages.blockOrder(khmer.file, moved.1)) }
  }
}
