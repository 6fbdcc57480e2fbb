import Assessment
import Curriculum
import Source
import Text

/// A small curriculum on disk: one module, 18 questions for two forms of ten that share two, and
/// three questions to practise with.
struct ExampleCourse {
  static let id = "example"
  static let itemsEnglish = "assessments/example/01-first.items.en.md"
  static let itemsKhmer = "assessments/example/01-first.items.km.md"
  static let forms = "assessments/example/forms.yaml"

  /// The folder that holds `curricula/` and `assessments/`.
  let folder: String

  init(folder: String) {
    self.folder = folder
    for (path, bytes) in ExampleCurriculum.tree.files {
      try? Files.write(bytes, to: folder + "/" + path)
    }
    try? writeItems()
    try? Files.write(Self.blueprint, to: folder + "/" + Self.forms)
  }

  /// Writes the questions; `change` alters the English and the Khmer text.
  func writeItems(_ change: (String) -> String = { $0 }) throws {
    let english = change(Self.items(.english))
    let khmer = change("---\nreview: [km]\n---\n" + Self.items(.khmer))
    try Files.write(english, to: folder + "/" + Self.itemsEnglish)
    try Files.write(
      Translation.stamped(
        SourceFile(path: Self.itemsKhmer, text: khmer),
        from: SourceFile(path: Self.itemsEnglish, text: english), mark: "## "),
      to: folder + "/" + Self.itemsKhmer)
  }

  var loaded: LoadedCurriculum { CurriculumLoading.load(Self.id, from: DiskTree(root: folder)) }

  func form(_ id: String) -> TestForm {
    loaded.curriculum?.forms.first { $0.id == id }
      ?? TestForm(
        id: id, title: LocalizedText(same: id), items: [], anchors: [], minutes: 1,
        masteryPercent: 0)
  }

  // MARK: Answers

  /// Returns an answers file in which the first `right` questions of a form are answered right and
  /// the others wrong.
  func answers(_ form: String, right: Int) -> String {
    let lines = self.form(form).items.enumerated().map { index, item in
      "\(item.id),\(Self.typed(item, isRight: index < right, displayed: item.interaction.options))"
    }
    return (["item,answer"] + lines).joined(separator: "\n") + "\n"
  }

  /// Returns what to type for a right or a wrong answer, given the options as they are displayed.
  static func typed(_ item: Item, isRight: Bool, displayed: [ChoiceOption]) -> String {
    switch item.interaction {
    case .choice:
      let right = displayed.indices.filter { displayed[$0].isCorrect }
      let wrong = displayed.indices.filter { !displayed[$0].isCorrect }.prefix(1)
      return (isRight ? right[...] : wrong).map { ChoiceOption.id(at: $0) }.joined(separator: " ")
    case .numeric(let numeric):
      return "\((numeric.answers.first?.value ?? 0) + (isRight ? 0 : 100))"
    case .text(let text): return isRight ? text.accepted.first ?? "" : "something else"
    default: return "?"
    }
  }

  /// Returns what a learner at the terminal types for a question.
  static func typed(
    _ item: Item, isRight: Bool, code: String, form: String, occasion: Occasion
  ) -> String {
    let seed = "\(code)/\(form)/\(occasion.rawValue)"
    return typed(item, isRight: isRight, displayed: OptionOrder.options(of: item, seed: seed))
  }

  // MARK: Texts

  private static let blueprint = """
    format: 1
    id: example
    title: {en: Test, km: តេស្ត}
    seed: 7
    minutes: 10
    mastery: 70
    statuses: [draft]
    blueprint:
      - {outcome: AAA-1, cognitive: understand, count: 10, anchors: 2}
    forms:
      - {id: example-a, title: {en: Form A, km: វិញ្ញាសា ក}}
      - {id: example-b, title: {en: Form B, km: វិញ្ញាសា ខ}}

    """

  private static func items(_ language: Language) -> String {
    let numbers = Array(1...18) + [101, 102, 103]
    return numbers.map { item($0, language) }.joined(separator: "\n")
  }

  private static func item(_ number: Int, _ language: Language) -> String {
    func words(_ en: String, _ km: String) -> String {
      language == .khmer ? "\(km) \(Khmer.withKhmerDigits("\(number)"))" : "\(en) \(number)"
    }
    let digits = String(number)
    let name = "aaa-" + String(repeating: "0", count: 3 - digits.count) + digits
    let pool = number > 100 ? " pool=practice" : ""
    let head = "## \(name) {outcome=AAA-1 cognitive=understand\(pool)}\n"
    if number == 5 {
      return head + words("How many are they in case", "តើមានប៉ុន្មាននាក់ក្នុងករណី") + "?\n= 4711\n"
    }
    if number == 9 {
      return head + words("Which word is it in case", "តើជាពាក្យអ្វីក្នុងករណី") + "?\n~ "
        + (language == .khmer ? "កិច្ចសន្ទនា" : "colloquium") + "\n"
    }
    let isMultiple = number.isMultiple(of: 6)
    let key = isMultiple ? [0, number / 6 % 2 + 1] : [number % 3]
    let options = (0..<3).map { place -> String in
      let isRight = key.contains(place)
      let mark = isMultiple ? (isRight ? "[x]" : "[ ]") : (isRight ? "(x)" : "( )")
      let letter = ["red", "green", "blue"][place]
      let khmer = ["ក្រហម", "បៃតង", "ខៀវ"][place]
      let why =
        isRight
        ? words("Praiseworthy in case", "គួរឱ្យសរសើរក្នុងករណី")
        : words("Blameworthy in case", "គួរឱ្យស្តីបន្ទោសក្នុងករណី")
      return "- \(mark) " + words("Colour \(letter) of case", "ពណ៌\(khmer)នៃករណី") + "\n  > \(why)."
    }
    return head + words("What is chosen in case", "តើត្រូវជ្រើសអ្វីក្នុងករណី") + "?\n"
      + options.joined(separator: "\n") + "\n"
  }
}
