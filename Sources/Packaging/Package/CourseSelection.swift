import Assessment
import Curriculum
import Source
import Text

/// What of a curriculum goes into a package.
struct CourseSelection {
  /// The curriculum in the chosen context, with all its modules.
  let curriculum: Curriculum
  /// The chosen modules in teaching order, each with its number in the whole curriculum.
  let modules: [(number: Int, module: Module)]
  /// The parallel forms; none makes a package without tests.
  let forms: [TestForm]
  /// The languages, the first shown first.
  let languages: [Language]
  /// The province, or `nil`.
  let context: String?

  /// Creates a selection, or adds findings and gives `nil` where there is nothing to select.
  init?(_ curriculum: Curriculum, options: PackageOptions, collector: DiagnosticCollector) {
    let id = curriculum.id
    var findings = Self.unknownModules(options.modules, in: curriculum)
    let contexts = curriculum.contexts.map(\.id)
    if let context = options.context, !contexts.contains(context) {
      findings.append(
        PackageMessages.unknownContext(
          context, in: id, known: contexts,
          suggestion: Suggestion.nearest(to: context, in: contexts)))
    }
    for language in options.languages.list where !curriculum.languages.contains(language) {
      findings.append(PackageMessages.unknownLanguage(language, in: id))
    }
    if curriculum.modules.isEmpty { findings.append(PackageMessages.noModules(in: id)) }
    collector.add(contentsOf: findings)
    guard findings.isEmpty else { return nil }

    self.curriculum = options.context.map(curriculum.inContext) ?? curriculum
    modules = self.curriculum.modules.enumerated().compactMap { index, module in
      let isWanted =
        options.modules.isEmpty || options.modules.contains(module.id)
        || options.modules.contains(module.folder)
      return isWanted ? (index + 1, module) : nil
    }
    forms = curriculum.forms
    languages = options.languages.list
    context = options.context
    if forms.isEmpty {
      collector.add(PackageMessages.withoutTests(in: id))
    } else if modules.count < curriculum.modules.count {
      collector.add(PackageMessages.testsCoverAll(in: id))
    }
    for (_, module) in modules {
      collector.add(contentsOf: ModuleLinks(module).findings(languages: languages))
    }
  }

  /// The title of the course; a province's package says which it is, so that a trainer who sees
  /// both in an LMS can tell them apart.
  var title: LocalizedText {
    guard let context else { return curriculum.title }
    let province = Province.title(context)
    var title = curriculum.title
    for language in Language.allCases where !title[language].isEmpty {
      title[language] += " (\(province[language]))"
    }
    return title
  }

  /// The competencies that the chosen modules serve.
  var competencies: [Competency] {
    let served = Set(modules.flatMap(\.module.outcomes).map(\.competency.value))
    return curriculum.competencies.filter { served.contains($0.id) }
  }

  private static func unknownModules(_ names: [String], in curriculum: Curriculum) -> [Diagnostic] {
    let ids = curriculum.modules.map(\.id)
    let folders = curriculum.modules.map(\.folder)
    return names.filter { !ids.contains($0) && !folders.contains($0) }.map { name in
      PackageMessages.unknownModule(
        name, in: curriculum.id, known: ids,
        suggestion: Suggestion.nearest(to: name, in: ids + folders))
    }
  }
}
