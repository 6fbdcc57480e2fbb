import Assessment
import Curriculum
import Inspection
import Source
import Text

/// What of a curriculum goes into a package.
struct CourseSelection {
  /// The curriculum in the chosen context, with all its modules.
  let curriculum: Curriculum
  /// The chosen modules in teaching order, each with its number in the whole curriculum.
  private(set) var modules: [(number: Int, module: Module)]
  /// The parallel forms; none makes a package without tests.
  let forms: [TestForm]
  /// The languages, the first shown first.
  let languages: [Language]
  /// The province, or `nil`.
  let context: String?
  /// The standard of the package.
  let profile: PackageProfile
  /// Which form the tests give to whom.
  let allocation: PackageForms
  /// Whether the package tells an LMS which modules a learner may skip.
  let skipsMastered: Bool
  /// The one page that it holds, or `nil` for the whole course.
  var part: CoursePart?

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
    if options.forms == .b, curriculum.forms.count == 1 {
      findings.append(PackageMessages.noSecondForm(in: id))
    }
    collector.add(contentsOf: findings)
    guard findings.isEmpty else { return nil }

    self.curriculum = options.context.map(curriculum.inContext) ?? curriculum
    modules = self.curriculum.modules.enumerated().compactMap { index, module in
      let isWanted =
        options.modules.isEmpty || options.modules.contains(module.id)
        || options.modules.contains(module.folder)
      return isWanted ? (index + 1, module) : nil
    }
    forms = Self.chosen(curriculum.forms, options.forms)
    languages = options.languages.list
    context = options.context
    profile = options.profile
    allocation = options.forms
    let isWhole = !options.isSplit && options.organization == .multi
    skipsMastered =
      options.skipsMastered && options.profile == .scorm2004 && isWhole && !forms.isEmpty
    collector.add(contentsOf: Self.withoutEffect(options, skips: skipsMastered, in: id))
    if forms.isEmpty {
      collector.add(PackageMessages.withoutTests(in: id))
    } else if modules.count < curriculum.modules.count {
      collector.add(PackageMessages.testsCoverAll(in: id))
    }
    for (_, module) in modules {
      collector.add(contentsOf: ModuleLinks(module).findings(languages: languages))
    }
  }

  /// The title of the package: that of the course, and of the part where it is one.
  ///
  /// A province's package says which it is, so that a trainer who sees both in an LMS can tell them
  /// apart.
  var title: LocalizedText {
    let province = context.map(Province.title)
    let part = partTitle
    var title = curriculum.title
    for language in Language.allCases where !title[language].isEmpty {
      if let province { title[language] += " (\(province[language]))" }
      if let part { title[language] += " – \(part.text(in: language))" }
    }
    return title
  }

  /// What the package is for: the purpose of the module where it holds one, else of the course.
  var purpose: LocalizedText {
    guard case .module = part, let module = modules.first?.module, !module.purpose.isEmpty else {
      return curriculum.purpose
    }
    return module.purpose
  }

  /// The identifier of the package: the same for each version of one course in one language.
  var identifier: String {
    let parts = [
      "sala", ASCIIName.name(curriculum.id), part?.name ?? "",
      languages.count > 1 ? "both" : languages.first?.rawValue ?? "",
      context.map(ASCIIName.name) ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// The version, where a manifest's 20 characters have room for it.
  var shortVersion: String? {
    let version = ManifestValue.line(curriculum.version)
    return (1...20).contains(version.unicodeScalars.count) ? version : nil
  }

  /// How long learning takes, in minutes: that of the modules and tests in the package.
  var minutes: Int {
    let test = forms.map(\.minutes).max() ?? 0
    let modules = modules.reduce(0) { $0 + $1.module.minutes }
    switch part {
    case nil: return modules + 2 * test
    case .module: return modules
    case .preTest, .postTest: return test
    }
  }

  /// The course page by page, each a selection of its own.
  var parts: [CourseSelection] {
    var result: [CourseSelection] = []
    if !forms.isEmpty { result.append(with(.preTest, modules)) }
    let plain = modules.map { ASCIIName.name($0.module.id) }
    for (index, entry) in modules.enumerated() {
      // A name that says nothing, or that another part has, gives way to that of the page.
      let isPlain =
        !["", "pre-test", "post-test"].contains(plain[index])
        && plain.count { $0 == plain[index] } == 1
      let name = isPlain ? plain[index] : CoursePages.name(of: entry)
      result.append(with(.module(name), [entry]))
    }
    if !forms.isEmpty { result.append(with(.postTest, modules)) }
    return result
  }

  private func with(
    _ part: CoursePart, _ modules: [(number: Int, module: Module)]
  ) -> CourseSelection {
    var result = self
    result.part = part
    result.modules = modules
    return result
  }

  private var partTitle: LocalizedText? {
    switch part {
    case nil: nil
    case .module: modules.first?.module.title
    case .preTest: CoursePages.title(.preTest, of: curriculum)
    case .postTest: CoursePages.title(.postTest, of: curriculum)
    }
  }

  /// The competencies that the chosen modules serve.
  var competencies: [Competency] {
    let served = Set(modules.flatMap(\.module.outcomes).map(\.competency.value))
    return curriculum.competencies.filter { served.contains($0.id) }
  }

  /// The forms that the pages hold; a package for one form carries no question of another.
  private static func chosen(_ forms: [TestForm], _ wanted: PackageForms) -> [TestForm] {
    switch wanted {
    case .crossover: forms
    case .a: Array(forms.prefix(1))
    case .b: Array(forms.dropFirst().prefix(1))
    }
  }

  /// Options that the package cannot follow, each a warning.
  private static func withoutEffect(
    _ options: PackageOptions, skips: Bool, in curriculum: String
  ) -> [Diagnostic] {
    var names: [String] = []
    if options.skipsMastered, !skips { names.append("--skip-mastered") }
    let isSCORM = options.profile == .scorm12 || options.profile == .scorm2004
    if options.organization == .single, !isSCORM { names.append("--organization") }
    if options.controlDocuments != nil, !isSCORM { names.append("--control-documents") }
    return names.map { PackageMessages.withoutEffect($0, in: curriculum) }
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

/// A page of a course that stands in a package of its own.
enum CoursePart: Hashable {
  /// The pre-test.
  case preTest
  /// A module, under the name that files and identifiers carry.
  case module(String)
  /// The post-test.
  case postTest

  /// The name in files and identifiers, in ASCII.
  var name: String {
    switch self {
    case .preTest: "pre-test"
    case .module(let name): name
    case .postTest: "post-test"
    }
  }
}
