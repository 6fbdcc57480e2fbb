import Archive
import Assessment
import Curriculum
import Inspection
import Text
import XML

/// Makes Common Cartridges 1.1, which an LMS restores as a course that teachers can edit.
///
/// What an LMS makes its own has no script and no style of ours: pages are plain, questions are the
/// LMS's. What it cannot make its own is a finding, question by question.
enum CartridgePackage {
  /// Returns the files: manifest, control documents, then pages, quizzes and links.
  ///
  /// Findings: warnings `cartridge-question` (one for each item that is left out) and a note
  /// `cartridge-forms` (two forms that should be allotted by a hash of the learner's id).
  static func files(
    _ course: CourseSelection, options: PackageOptions, collector: DiagnosticCollector
  ) -> [PackageFile] {
    let entries = CartridgeCourse(course, options: options, collector: collector).entries()
    let manifest = CartridgeManifest(
      course: course, identifier: course.identifier,
      entries: entries)
    return [PackageFile(path: ManifestPath.manifest, bytes: XMLWriting.bytes(of: manifest.element))]
      + PackageStandard.commonCartridge.controlDocuments.map {
        PackageFile(path: $0.path, bytes: $0.bytes)
      }
      + entries.flatMap(\.resources).map { PackageFile(path: $0.path, bytes: $0.bytes) }
  }
}

/// What stands in a cartridge, in the order of learning.
private struct CartridgeCourse {
  let course: CourseSelection
  let options: PackageOptions
  let collector: DiagnosticCollector
  private let practice: PracticeItems

  init(_ course: CourseSelection, options: PackageOptions, collector: DiagnosticCollector) {
    self.course = course
    self.options = options
    self.collector = collector
    practice = PracticeItems(course.curriculum)
  }

  func entries() -> [CartridgeEntry] {
    let (before, after) = forms()
    var refused: Set<String> = []
    let first = before.flatMap { test($0, isPostTest: false, &refused) }
    let modules = course.modules.map { folder($0, &refused) }
    let last = after.flatMap { test($0, isPostTest: true, &refused) }
    return [first].compactMap(\.self) + modules + [last].compactMap(\.self)
  }

  // MARK: Tests

  /// The forms before and after.
  ///
  /// A cartridge cannot look at who learns, so all take the same.
  private func forms() -> (before: TestForm?, after: TestForm?) {
    let forms = course.forms
    guard let first = forms.first else { return (nil, nil) }
    let second = forms.count > 1 ? forms[1] : first
    switch options.forms {
    case .a: return (first, first)
    case .b: return (second, second)
    case .crossover:
      if first.id != second.id {
        collector.add(
          CartridgeMessages.formsFixed(first.id, second.id, in: course.curriculum.id))
      }
      return (first, second)
    }
  }

  private func test(
    _ form: TestForm, isPostTest: Bool, _ refused: inout Set<String>
  ) -> CartridgeEntry? {
    let name = isPostTest ? "post-test" : "pre-test"
    let curriculum = course.curriculum
    let title = PageMessages.testTitle(
      curriculum.blueprint?.title ?? curriculum.title, isPostTest: isPostTest)
    let notes = [
      PageMessages.length(questions: form.items.count, minutes: form.minutes),
      isPostTest ? PackageWords.postTest(form.masteryPercent) : PackageWords.preTest,
    ]
    return quiz(
      CartridgeQuiz(
        ident: name, title: self.title(title), introduction: introduction(notes),
        items: form.items, languages: course.languages, showsFeedback: false,
        attempts: isPostTest ? form.policy.attempts : 1),
      path: "\(name).xml", &refused
    ).map(CartridgeEntry.resource)
  }

  // MARK: Modules

  private func folder(
    _ entry: (number: Int, module: Module), _ refused: inout Set<String>
  ) -> CartridgeEntry {
    let module = entry.module
    let folder = CoursePages.name(of: entry)
    let names = module.lessons.enumerated().map { index, lesson in
      let name = ASCIIName.name(lesson.slug)
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      return "lesson-\(number)\(name.isEmpty ? "" : "-\(name)").html"
    }
    let files = Dictionary(
      zip(module.lessons.map(\.slug), names), uniquingKeysWith: { first, _ in first })
    let page = CartridgePage(course: course, files: files, module: module)
    var resources = [
      resource(.page, "\(folder)/about.html", CartridgeMessages.about, page.about())
    ]
    for (lesson, name) in zip(module.lessons, names) {
      resources.append(resource(.page, "\(folder)/\(name)", lesson.title, page.html(lesson)))
    }
    for (index, link) in CartridgeLink.links(of: module, languages: course.languages).enumerated() {
      let title = title(link.title)
      resources.append(
        CartridgeResource(
          kind: .link, path: "\(folder)/link-\(index + 1).xml", title: title,
          bytes: link.bytes(title: title)))
    }
    let practice = CartridgeQuiz(
      ident: "\(folder)-practice", title: title(CartridgeMessages.practice(module.title)),
      introduction: introduction([]),
      items: self.practice.items(of: module),
      languages: course.languages, showsFeedback: true, attempts: nil)
    if let quiz = quiz(practice, path: "\(folder)/practice.xml", &refused) {
      resources.append(quiz)
    }
    return .folder(name: folder, title: title(module.title), resources)
  }

  // MARK: Pieces

  /// A quiz, or `nil` where no question goes in, because a quiz may not be empty.
  private func quiz(
    _ quiz: CartridgeQuiz, path: String, _ refused: inout Set<String>
  ) -> CartridgeResource? {
    let questions = quiz.questions { item, reason in
      // An item that two forms share is named once.
      if refused.insert(item.id).inserted {
        collector.add(CartridgeMessages.question(item, reason))
      }
    }
    guard !questions.isEmpty else { return nil }
    return CartridgeResource(
      kind: .quiz, path: path, title: quiz.title, bytes: quiz.bytes(questions))
  }

  private func resource(
    _ kind: CartridgeResource.Kind, _ path: String, _ title: LocalizedText, _ html: String
  ) -> CartridgeResource {
    CartridgeResource(kind: kind, path: path, title: self.title(title), bytes: Array(html.utf8))
  }

  private func title(_ text: LocalizedText) -> String {
    TitleText.title(text, languages: course.languages)
  }

  /// What stands before the questions: that they are a draft, and what must be known.
  private func introduction(_ notes: [LocalizedText]) -> String {
    let text = CartridgeText(languages: course.languages)
    let draft = course.curriculum.approval == nil ? [Approval.draftNotice] : []
    return (draft + notes).map { "<p>\(text.words($0))</p>" }.joined()
  }
}
