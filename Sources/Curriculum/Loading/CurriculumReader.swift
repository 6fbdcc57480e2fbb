import Assessment
import Situation
import Source
import Text

/// Reads the files of one curriculum into values; keeps the files for the places of later findings.
final class CurriculumReader {
  let id: String
  let tree: any FileTree
  let scope: CurriculumLoading.Scope
  let collector = DiagnosticCollector()
  private(set) var files: [String: SourceFile] = [:]
  private(set) var drafts = 0
  private(set) var toReview = 0
  /// The languages that `review:` names, by file.
  private(set) var reviews: [String: Set<Language>] = [:]

  init(id: String, tree: any FileTree, scope: CurriculumLoading.Scope = .whole) {
    self.id = id
    self.tree = tree
    self.scope = scope
  }

  var folder: String { "curricula/\(id)" }
  var assessmentFolder: String { "assessments/\(id)" }

  /// Returns the curriculum, or `nil` where its main file cannot be read.
  func read() -> Curriculum? {
    guard let file = file(folder + "/curriculum.yaml"),
      let map = YAMLReading.map(
        file,
        keys: [
          "id", "version", "title", "purpose", "institution", "languages", "competencies",
          "modules", "sources", "approval", "review",
        ],
        format: CurriculumLoading.format, collector: collector)
    else { return nil }
    countStatus(map)
    let languages = readLanguages(map)
    let moduleFolders = map.texts("modules")
    let modules = moduleFolders.compactMap { readModule($0, languages: languages) }
    let records = readStatistics()
    let items = StatisticsReading.attach(
      records,
      to: modules.flatMap { readItems(of: $0.folder, .curriculum, languages: languages) }
        + readItems(of: CurriculumLoading.surveyBank, .exchange, languages: languages))
    let formsFile = readForms()
    let blueprint = formsFile?.blueprint
    let assembly = blueprint.map {
      FormAssembly.assemble($0, bank: items, outcomes: Curriculum.outcomePlaces(modules))
    }
    var curriculum = Curriculum(
      id: map.text("id") ?? id, version: map.text("version") ?? "0",
      title: map.localized("title") ?? LocalizedText(same: id),
      purpose: map.localized("purpose") ?? LocalizedText(same: ""),
      institution: map.localized("institution") ?? LocalizedText(same: ""), languages: languages,
      approval: approval(map), competencies: competencies(map), modules: modules,
      sources: sources(map), items: items, blueprint: blueprint,
      forms: assembly.map { $0.isMet ? $0.forms : [] } ?? [], assembly: assembly,
      specifications: formsFile?.tests ?? [],
      tests: (formsFile?.tests ?? []).compactMap { $0.form(items) },
      statisticsItems: records.map(\.item),
      rubrics: readRubrics(),
      situations: scope == .whole ? situations(languages: languages) : [], contexts: [],
      programme: scope == .whole ? readProgramme() : Programme())
    curriculum.surveys = readSurveys(of: curriculum)
    if scope == .whole { curriculum.contexts = contexts(of: curriculum) }
    if curriculum.id != id { report(wrongID: curriculum.id, map) }
    reportStrayFolders(moduleFolders.map(\.value))
    return curriculum
  }

  // MARK: Files

  /// Returns a file and remembers it, or adds a finding.
  func file(_ path: String) -> SourceFile? {
    guard let file = tree.file(path, collector: collector) else { return nil }
    files[file.path] = file
    return file
  }

  /// Returns a file that may be missing.
  func fileIfPresent(_ path: String) -> SourceFile? {
    tree.exists(path) ? file(path) : nil
  }

  /// Counts a text as a draft or for review, as its source says.
  func countStatus(_ map: YAMLMap?) {
    drafts += map?.has("approval") == true ? 0 : 1
    let languages = review(map)
    toReview += languages.count
    if let map { reviews[map.file.path] = languages }
  }

  /// Returns the languages that `review:` names.
  func review(_ map: YAMLMap?) -> Set<Language> {
    Set(
      (map?.texts("review", required: false) ?? []).compactMap { text in
        if let language = Language(rawValue: text.value) { return language }
        map?.report(
          "unknown-value", at: "review", CurriculumMessages.unknownLanguage(text.value),
          remedy: CurriculumMessages.languageRemedy)
        return nil
      })
  }

  /// Returns the recorded approval of a text.
  func approval(_ map: YAMLMap?) -> Approval? {
    guard let entry = map?.map("approval", keys: ["by", "date", "reference"], required: false),
      let by = entry.text("by"), let date = entry.text("date"),
      let reference = entry.text("reference")
    else { return nil }
    return Approval(by: by, date: date, reference: reference)
  }

  // MARK: Parts of curriculum.yaml

  private func readLanguages(_ map: YAMLMap) -> [Language] {
    let read = map.texts("languages").compactMap { text -> Language? in
      if let language = Language(rawValue: text.value) { return language }
      map.report(
        "unknown-value", at: "languages", CurriculumMessages.unknownLanguage(text.value),
        remedy: CurriculumMessages.languageRemedy)
      return nil
    }
    return read.isEmpty ? Language.allCases : read
  }

  private func competencies(_ map: YAMLMap) -> [Competency] {
    let levels = ProficiencyLevel.allCases.map(\.rawValue)
    return map.maps("competencies", keys: ["id", "title", "description", "proficiency"])
      .compactMap { entry in
        guard let id = entry.text("id"), let title = entry.localized("title"),
          let description = entry.localized("description"),
          let proficiency = entry.map("proficiency", keys: levels)
        else { return nil }
        let descriptors = ProficiencyLevel.allCases.compactMap { level in
          proficiency.localized(level.rawValue).map {
            Competency.Descriptor(level: level, description: $0)
          }
        }
        return Competency(
          id: id, title: title, description: description, proficiency: descriptors,
          location: entry.location(of: "id"))
      }
  }

  private func sources(_ map: YAMLMap) -> [CitedSource] {
    map.maps("sources", keys: ["id", "title", "checked"], required: false).compactMap { entry in
      guard let id = entry.text("id"), let title = entry.localized("title"),
        let checked = entry.text("checked")
      else { return nil }
      return CitedSource(
        id: id, title: title, checked: checked, location: entry.location(of: "id"))
    }
  }

  private func report(wrongID found: String, _ map: YAMLMap) {
    map.report(
      "wrong-id", at: "id", CurriculumMessages.wrongID(found, folder: id),
      remedy: CurriculumMessages.wrongIDRemedy)
  }

  private func reportStrayFolders(_ listed: [String]) {
    for name in tree.names(in: folder + "/modules") where !listed.contains(name) {
      collector.add(
        CurriculumMessages.strayFolder(
          SourceLocation(file: folder + "/modules/" + name), name: name))
    }
  }

  // MARK: Assessment

  /// Returns the questions of a bank, which may be missing.
  private func readItems(
    of bank: String, _ requirements: ItemReading.Requirements, languages: [Language]
  ) -> [Item] {
    let base = assessmentFolder + "/" + bank
    let banks = Language.allCases.map { language in
      fileIfPresent("\(base).items.\(language.rawValue).md").map {
        ItemReading.read(
          $0, language: language, requirements: requirements, collector: collector)
      }
    }
    for bank in banks.compactMap({ $0 }) {
      _ = bank.frontMatter?.isOfKnownFormat(CurriculumLoading.format, required: false)
      countStatus(bank.frontMatter)
    }
    let joined = ItemReading.join(
      english: banks[0], khmer: banks[1], languages: languages, collector: collector)
    let hashes = Dictionary(
      joined.map { ($0.id, $0.sourceHash) }, uniquingKeysWith: { first, _ in first })
    if let khmer = banks[1], languages.contains(.english) {
      Translation.check(
        khmer.frontMatter, file: khmer.file, source: banks[0]?.file, hashes: hashes,
        lines: Dictionary(
          khmer.items.map { ($0.id, $0.location.line) }, uniquingKeysWith: { first, _ in first }),
        collector: collector)
    }
    return joined
  }

  private func readForms() -> FormsFile? {
    fileIfPresent(assessmentFolder + "/forms.yaml").flatMap {
      FormsReading.read($0, collector: collector)
    }
  }

  /// What is known of the questions, from either file or both.
  private func readStatistics() -> [StatisticsReading.Record] {
    let yaml = fileIfPresent(assessmentFolder + "/statistics.yaml")
    let csv = fileIfPresent(assessmentFolder + "/statistics.csv")
    return (yaml.map { StatisticsReading.yaml($0, collector: collector) } ?? [])
      + (csv.map { StatisticsReading.csv($0, collector: collector) } ?? [])
  }

  private func readRubrics() -> [Rubric] {
    let folder = assessmentFolder + "/rubrics"
    let names = tree.names(in: folder).filter { $0.hasSuffix(".yaml") }
    return names.compactMap { name -> Rubric? in
      guard let file = file(folder + "/" + name),
        let read = RubricReading.read(file, format: CurriculumLoading.format, collector: collector)
      else { return nil }
      countStatus(read.map)
      guard let rubric = read.rubric else { return nil }
      let expected = String(name.dropLast(".yaml".count))
      if rubric.id != expected {
        read.map.report(
          "wrong-id", at: "id", CurriculumMessages.wrongID(rubric.id, folder: expected),
          remedy: CurriculumMessages.wrongIDRemedy)
      }
      return rubric
    }
  }

  private func readSurveys(of curriculum: Curriculum) -> [SurveyForm] {
    let folder = assessmentFolder + "/surveys"
    let known = curriculum.competencies.map(\.id)
    return tree.names(in: folder).filter { $0.hasSuffix(".yaml") }.compactMap { name in
      guard let file = file(folder + "/" + name),
        let read = SurveyReading.read(file, format: CurriculumLoading.format, collector: collector)
      else { return nil }
      countStatus(read.map)
      guard let survey = read.survey else { return nil }
      let expected = String(name.dropLast(".yaml".count))
      if survey.id != expected {
        read.map.report(
          "wrong-id", at: "id", CurriculumMessages.wrongID(survey.id, folder: expected),
          remedy: CurriculumMessages.wrongIDRemedy)
      }
      for competency in survey.questions.compactMap(\.competency)
      where !known.contains(competency.value) {
        collector.add(
          file.diagnostic(
            "unknown-competency", line: competency.location.line,
            column: competency.location.column, length: competency.value.unicodeScalars.count,
            RuleMessages.unknown(RuleMessages.competency, competency.value),
            remedy: RuleMessages.didYouMean(
              Suggestion.nearest(to: competency.value, in: known), known: known)))
      }
      return survey
    }
  }

  // MARK: Programme

  private func readProgramme() -> Programme {
    let names = ProgrammeLoading.fileNames.map { fileIfPresent(folder + "/" + $0) }
    let programme = ProgrammeLoading.read(
      cascade: names[0], delivery: names[1], results: names[2], collector: collector)
    for file in programme.files {
      drafts += file.approval == nil ? 1 : 0
      toReview += file.review.count
      reviews[file.location.file] = file.review
    }
    return programme
  }

  // MARK: Situations

  private func situations(languages: [Language]) -> [Situation] {
    let names = tree.names(in: folder + "/situations").filter { $0.hasSuffix(".md") }
    let slugs = Set(names.compactMap { $0.split(separator: ".").first.map(String.init) }).sorted()
    return slugs.compactMap { slug in
      let base = "\(folder)/situations/\(slug).situation"
      let english = fileIfPresent(base + ".en.md")
      let khmer = fileIfPresent(base + ".km.md")
      let situation = SituationReading.read(
        english: english, khmer: khmer, languages: languages, collector: collector)
      drafts += Language.allCases.count {
        situation?.locations[$0] != nil && situation?.approvals[$0] == nil
      }
      toReview += situation?.review.count ?? 0
      for place in (situation?.locations ?? [:]).values {
        reviews[place.file] = situation?.review
      }
      return situation
    }
  }
}
