package import Assessment
import Source
package import Text

/// Starts the files of a new part of a curriculum, so that nobody begins with an empty page.
///
/// Everything here is a function of the curriculum and its files; nothing is written. What a person
/// still has to write stands behind `Scaffold.mark`, and a rule names whatever is left of it.
package struct Scaffold {
  /// The curriculum that gets the part.
  package let curriculum: Curriculum
  /// Its files.
  package let tree: any FileTree
  /// The language of the comments.
  package let language: Language

  /// Creates a scaffold.
  package init(curriculum: Curriculum, tree: any FileTree, language: Language) {
    self.curriculum = curriculum
    self.tree = tree
    self.language = language
  }

  /// What stands before a text that is still to be written (U+270E, lower right pencil).
  package static let mark = "✎"

  /// Files to be written.
  package struct Plan: Sendable, Hashable {
    /// The files in the order in which a person reads them.
    package var files: [File] = []
    /// The ids that were chosen.
    package var ids: [String] = []
    /// What is left for the person to do by hand.
    package var hints: [LocalizedText] = []
  }

  /// A file to be written.
  package struct File: Sendable, Hashable {
    /// The path under the root that holds `curricula/`.
    package var path: String
    /// The whole new text.
    package var text: String
    /// Whether the file is new; otherwise something was added to it.
    package var isNew: Bool
  }

  /// Why there is no plan: a finding for the person.
  package enum Refusal: Error, Sendable, Hashable {
    /// The name has other signs than lower-case letters, digits and `-`.
    case badName(String)
    /// The file is there already.
    case exists(String)
    /// There is no such module; the known ones are given.
    case noModule(String, known: [String])
    /// There is no such session; the known ones are given.
    case noSession(String, known: [String])
    /// There is no such outcome; the known ones are given.
    case noOutcome(String, known: [String])
    /// A file cannot be added to, because it is not laid out as expected.
    case unreadable(String)
  }

  // MARK: Parts

  /// Plans a module with one session, one lesson and its question files, and lists it in
  /// `curriculum.yaml`.
  ///
  /// - Parameter slug: The name of its folder after the number, such as `local-budgets`.
  /// - Returns: The files.
  /// - Throws: Why there is no plan.
  package func module(_ slug: String) throws(Refusal) -> Plan {
    try check(slug)
    let number = (curriculum.modules.compactMap { Int($0.folder.prefix(2)) }.max() ?? 0) + 1
    let folder = (number < 10 ? "0" : "") + "\(number)-\(slug)"
    if let twin = curriculum.modules.first(where: { $0.folder.dropFirst(3) == slug }) {
      throw .exists("\(curriculumFolder)/modules/\(twin.folder)")
    }
    let id = ScaffoldNames.moduleID(slug, taken: Set(curriculum.modules.map(\.id)))
    let templates = ScaffoldTemplates(language: language)
    var plan = Plan()
    let place = "\(curriculumFolder)/modules/\(folder)"
    try plan.add(
      "\(place)/module.yaml",
      templates.module(id: id, competency: curriculum.competencies.first?.id ?? "ABC"), tree)
    for half in curriculum.languages {
      try plan.add(
        "\(place)/lessons/introduction.\(half.rawValue).md",
        templates.lesson(half, outcomes: ["\(id.uppercased())-1"]), tree)
    }
    for half in curriculum.languages {
      try plan.add(
        "\(assessmentFolder)/\(folder).items.\(half.rawValue).md",
        templates.bank(half)
          + templates.question(
            "\(id)-001", .singleChoice, outcome: "\(id.uppercased())-1", cognitive: .understand,
            half),
        tree)
    }
    let main = "\(curriculumFolder)/curriculum.yaml"
    let text = try text(of: main)
    guard let listed = YAMLInsertion.appending("- \(folder)", toList: "modules", in: text)
    else { throw .unreadable(main) }
    plan.files.append(File(path: main, text: listed, isNew: false))
    plan.ids = [id, "\(id.uppercased())-1", "\(id)-s1", "\(id)-001"]
    return plan
  }

  /// Plans a session at the end of a module, and adds its minutes to the module's.
  package func session(in moduleID: String) throws(Refusal) -> Plan {
    let module = try module(named: moduleID)
    let path = "\(curriculumFolder)/modules/\(module.folder)/module.yaml"
    let id = ScaffoldNames.next("\(module.id)-s", width: 1, taken: module.sessions.map(\.id))
    let templates = ScaffoldTemplates(language: language)
    let block = templates.session(
      id: id, outcome: module.outcomes.first?.id ?? "\(module.id.uppercased())-1")
    let text = try text(of: path)
    guard let longer = YAMLInsertion.appending(block, toList: "sessions", in: text),
      let counted = YAMLInsertion.replacing(
        "minutes", with: "\(module.minutes + ScaffoldTemplates.sessionMinutes)", in: longer)
    else { throw .unreadable(path) }
    return Plan(files: [File(path: path, text: counted, isNew: false)], ids: [id])
  }

  /// Plans a lesson in both languages, and lists it in a session of the module.
  package func lesson(_ slug: String, in moduleID: String, session: String?) throws(Refusal) -> Plan
  {
    try check(slug)
    let module = try module(named: moduleID)
    guard
      let target = session.map({ id in module.sessions.first { $0.id == id } })
        ?? module.sessions.last
    else { throw .noSession(session ?? "", known: module.sessions.map(\.id)) }
    let folder = "\(curriculumFolder)/modules/\(module.folder)"
    let templates = ScaffoldTemplates(language: language)
    var plan = Plan(ids: [slug])
    for half in curriculum.languages {
      try plan.add(
        "\(folder)/lessons/\(slug).\(half.rawValue).md",
        templates.lesson(half, outcomes: target.outcomes.map(\.value)), tree)
    }
    let path = "\(folder)/module.yaml"
    let text = try text(of: path)
    guard let listed = YAMLInsertion.listing(lesson: slug, session: target.id, in: text)
    else { throw .unreadable(path) }
    plan.files.append(File(path: path, text: listed, isNew: false))
    return plan
  }

  /// Plans a question of a kind at the end of a module's bank, in both languages.
  package func question(
    _ kind: InteractionKind, in moduleID: String, outcome: String?, pool: ItemPool
  ) throws(Refusal) -> Plan {
    let module = try module(named: moduleID)
    let known = module.outcomes.map(\.id)
    guard
      let target = module.outcomes.first(where: { outcome == nil || $0.id == outcome })
    else { throw .noOutcome(outcome ?? "", known: known) }
    let id = ScaffoldNames.next(
      "\(module.id)-", width: 3,
      taken: curriculum.items.map(\.id).filter { $0.hasPrefix("\(module.id)-") })
    let templates = ScaffoldTemplates(language: language)
    var plan = Plan(ids: [id])
    for half in curriculum.languages {
      let path = "\(assessmentFolder)/\(module.folder).items.\(half.rawValue).md"
      let isNew = !tree.exists(path)
      var text = isNew ? templates.bank(half) : try text(of: path)
      if !text.hasSuffix("\n") { text += "\n" }
      if !isNew { text += "\n" }
      text += templates.question(
        id, kind, outcome: target.id, cognitive: target.cognitive,
        pool: kind.isScored ? pool : .survey, half)
      plan.files.append(File(path: path, text: text, isNew: isNew))
    }
    return plan
  }

  /// Plans a situation exercise in both languages.
  package func situation(_ slug: String) throws(Refusal) -> Plan {
    try check(slug)
    let templates = ScaffoldTemplates(language: language)
    var plan = Plan(ids: [slug])
    let outcome = curriculum.modules.flatMap(\.outcomes).first { $0.assessed.contains(.product) }
    for half in curriculum.languages {
      try plan.add(
        "\(curriculumFolder)/situations/\(slug).situation.\(half.rawValue).md",
        templates.situation(half, outcome: outcome?.id), tree)
    }
    return plan
  }

  /// Plans `forms.yaml` with a blueprint and two parallel forms: for every outcome that a test can
  /// show, two questions a form, one of them shared.
  ///
  /// Where the file is there already, a further practice test is added to its `tests`.
  ///
  /// - Parameter id: The id of the test; parallel forms add `-a` and `-b`.
  /// - Returns: The file.
  /// - Throws: Why there is no plan.
  package func form(_ id: String) throws(Refusal) -> Plan {
    try check(id)
    let outcomes = curriculum.modules.flatMap(\.outcomes).filter { $0.assessed.contains(.test) }
    let path = "\(assessmentFolder)/forms.yaml"
    let templates = ScaffoldTemplates(language: language)
    guard tree.exists(path) else {
      var plan = Plan(ids: ["\(id)-a", "\(id)-b"])
      try plan.add(path, templates.forms(id: id, outcomes: outcomes), tree)
      return plan
    }
    if (curriculum.forms.map(\.id) + curriculum.tests.map(\.id)).contains(id) {
      throw .exists("\(path): \(id)")
    }
    let text = try text(of: path)
    let block = templates.test(id: id, outcome: practised ?? outcomes.first?.id)
    let isListed = YAMLInsertion.appending(block, toList: "tests", in: text)
    let ending = text.hasSuffix("\n") ? "" : "\n"
    let isThere = text.split(separator: "\n").contains { $0.utf8.starts(with: "tests:".utf8) }
    guard let longer = isListed ?? (isThere ? nil : text + ending + "tests:\n" + block + "\n")
    else { throw .unreadable(path) }
    return Plan(files: [File(path: path, text: longer, isNew: false)], ids: [id])
  }

  /// The first outcome that practice questions ask for: a test of it finds something to ask.
  private var practised: String? {
    curriculum.items.first { $0.pool == .practice && $0.status != .retired }?.outcome.value
  }

  // MARK: Helpers

  var curriculumFolder: String { "curricula/\(curriculum.id)" }
  var assessmentFolder: String { "assessments/\(curriculum.id)" }

  func text(of path: String) throws(Refusal) -> String {
    guard let file = tree.file(path, collector: DiagnosticCollector()) else {
      throw .unreadable(path)
    }
    return file.text
  }

  func check(_ name: String) throws(Refusal) {
    let isGood =
      !name.isEmpty && name.utf8.count <= 60 && name.first != "-" && name.last != "-"
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
    if !isGood { throw .badName(name) }
  }

  private func module(named id: String) throws(Refusal) -> Module {
    if let module = curriculum.modules.first(where: { $0.id == id || $0.folder == id }) {
      return module
    }
    throw .noModule(id, known: curriculum.modules.map(\.id))
  }
}

extension Scaffold.Plan {
  /// Adds a new file, or refuses where there is one.
  mutating func add(_ path: String, _ text: String, _ tree: any FileTree) throws(Scaffold.Refusal) {
    if tree.exists(path) { throw .exists(path) }
    files.append(Scaffold.File(path: path, text: text, isNew: true))
  }
}
