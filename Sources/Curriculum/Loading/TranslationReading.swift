import Assessment
import Situation
import Source
import Text

/// Tells how far each text of a curriculum is translated, from what was read and found.
struct TranslationReading {
  let curriculum: Curriculum
  let files: [String: SourceFile]
  /// The languages that `review:` names, by file.
  let reviews: [String: Set<Language>]
  /// Where stale translations were found.
  private let stale: Set<Place>
  private let missing: [Diagnostic]

  private struct Place: Hashable {
    var file: String
    var line: Int

    init(_ location: SourceLocation) {
      file = location.file
      line = location.line
    }
  }

  init(
    curriculum: Curriculum, files: [String: SourceFile], reviews: [String: Set<Language>],
    diagnostics: [Diagnostic]
  ) {
    self.curriculum = curriculum
    self.files = files
    self.reviews = reviews
    stale = Set(diagnostics.filter { $0.code == "stale-translation" }.map { Place($0.location) })
    missing = diagnostics.filter { $0.code == "missing-translation" }
  }

  /// Returns every text: what belongs to the whole curriculum, then module by module.
  ///
  /// A curriculum of one language has no translations.
  func entries() -> [TranslationEntry] {
    guard curriculum.languages.count > 1 else { return [] }
    let all = yaml() + situations() + lessons() + overlays() + questions()
    let order = [""] + curriculum.modules.map(\.id)
    return order.flatMap { module in all.filter { $0.module == module } }
  }

  // MARK: Kinds

  private func lessons() -> [TranslationEntry] {
    curriculum.modules.flatMap { module in
      module.lessons.flatMap { lesson in
        [frontMatter(of: lesson, module: module.id)]
          + lesson.blocks.map { block in
            entry(
              module.id, .lesson, "\(lesson.slug)/\(block.id)", written: block.locations)
          }
      }
    }
  }

  private func frontMatter(of lesson: Lesson, module: String) -> TranslationEntry {
    var written = lesson.locations
    for language in Language.allCases where lesson.title[language].isEmpty {
      written[language] = nil
    }
    return head(
      module, lesson.slug, written: written, fallback: lesson.locations,
      sections: lesson.blocks.map(\.locations))
  }

  private func overlays() -> [TranslationEntry] {
    let modules = Dictionary(
      curriculum.modules.map { ($0.folder, $0.id) }, uniquingKeysWith: { first, _ in first })
    return curriculum.contexts.flatMap { context in
      context.blocks.map { overlay in
        entry(
          modules[overlay.module] ?? "", .lesson,
          "\(context.id)/\(overlay.lesson)/\(overlay.block.id)", written: overlay.block.locations)
      }
    }
  }

  private func questions() -> [TranslationEntry] {
    let places = curriculum.outcomePlaces
    return curriculum.items.map { item in
      entry(places[item.outcome.value]?.module ?? "", .question, item.id, written: item.locations)
    }
  }

  private func situations() -> [TranslationEntry] {
    curriculum.situations.flatMap { situation in
      [
        head(
          "", situation.slug, written: situation.locations, fallback: situation.locations,
          sections: situation.sections.map(\.locations))
      ]
        + situation.sections.map { section in
          entry("", .situation, "\(situation.slug)/\(section.id)", written: section.locations)
        }
    }
  }

  private func yaml() -> [TranslationEntry] {
    let modules = Dictionary(
      curriculum.modules.map { ("/modules/\($0.folder)/module.yaml", $0.id) },
      uniquingKeysWith: { first, _ in first })
    return files.values.filter { $0.path.hasSuffix(".yaml") }.sorted { $0.path < $1.path }
      .flatMap { file in
        let module = modules.first { file.path.hasSuffix($0.key) }?.value ?? ""
        // The place within the curriculum tells files of one name apart.
        let name = file.path.split(separator: "/").dropFirst(2).joined(separator: "/")
        return TranslatedTexts.all(in: file).map { text -> TranslationEntry in
          let absent = curriculum.languages.first { text.text[$0].isEmpty }
          let review = reviews[file.path] ?? []
          return TranslationEntry(
            module: module, kind: .yaml, id: "\(name):\(text.path)",
            state: absent != nil ? .missing : review.isEmpty ? .complete : .review,
            language: absent ?? (review.count == 1 ? review.first : nil), location: text.location)
        }
      }
  }

  // MARK: States

  /// An entry of a text whose languages stand in files of their own.
  private func entry(
    _ module: String, _ kind: TranslatedKind, _ id: String,
    written: [Language: SourceLocation]
  ) -> TranslationEntry {
    let place = written[.khmer] ?? written[.english] ?? SourceLocation(file: "")
    if let absent = curriculum.languages.first(where: { written[$0] == nil }) {
      return TranslationEntry(
        module: module, kind: kind, id: id, state: .missing, language: absent, location: place)
    }
    if stale.contains(Place(place)) {
      return TranslationEntry(
        module: module, kind: kind, id: id, state: .stale, language: .khmer, location: place)
    }
    let review = Set(written.values.flatMap { reviews[$0.file] ?? [] })
    // The place is that of the language to be read, where it is one.
    let only = review.count == 1 ? review.first : nil
    return TranslationEntry(
      module: module, kind: kind, id: id, state: review.isEmpty ? .complete : .review,
      language: only, location: only.flatMap { written[$0] } ?? place)
  }

  /// An entry of the words at the head of a file.
  private func head(
    _ module: String, _ id: String, written: [Language: SourceLocation],
    fallback: [Language: SourceLocation], sections: [[Language: SourceLocation]]
  ) -> TranslationEntry {
    var result = entry(module, .frontMatter, id, written: written)
    if result.location.file.isEmpty {
      result.location = fallback[.khmer] ?? fallback[.english] ?? result.location
    }
    result.location.line = max(1, result.location.line)
    guard result.state != .missing, let file = fallback[.khmer]?.file else { return result }
    let first = sections.compactMap { $0[.khmer] }.filter { $0.file == file }.map(\.line).min()
    func isHead(_ line: Int) -> Bool { line < first ?? Int.max }
    if let finding = missing.first(where: {
      fallback.values.map(\.file).contains($0.location.file) && isHead($0.location.line)
    }) {
      result.state = .missing
      result.location = finding.location
    } else if let place = stale.first(where: { $0.file == file && isHead($0.line) }) {
      result.state = .stale
      result.language = .khmer
      result.location = SourceLocation(file: file, line: place.line)
    }
    return result
  }
}
