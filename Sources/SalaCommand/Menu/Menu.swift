import Records
import Text

/// The menu of `sala` without arguments: a state that a typed line moves on.
///
/// It draws nothing and runs nothing: what is to happen comes back as an effect.
struct Menu {
  /// What a line leads to.
  enum Effect: Equatable {
    /// The new state is shown.
    case show
    /// The line was not understood; the same question stands.
    case refuse(LocalizedText)
    /// A command runs, then the tasks are shown again.
    case run([String])
    /// The menu ends.
    case leave
  }

  /// Where the menu is.
  enum State: Equatable {
    case tasks
    case asking(MenuTask, MenuQuestion, answers: [MenuQuestion.Key: String])
  }

  private(set) var state = State.tasks
  /// The language that the menu and its commands speak.
  private(set) var language: Language
  private let plan: MenuPlan

  /// Creates a menu at its list of tasks.
  init(language: Language, surroundings: MenuSurroundings) {
    self.language = language
    plan = MenuPlan(surroundings: surroundings)
  }

  // MARK: What is typed

  /// Takes a line without control characters.
  mutating func read(_ line: String) -> Effect {
    switch state {
    case .tasks: readTask(line)
    case .asking(let task, let question, let answers):
      readAnswer(line, task: task, question: question, answers: answers)
    }
  }

  private mutating func readTask(_ line: String) -> Effect {
    if line.isEmpty { return .show }
    if Self.isStop(line) { return .leave }
    let tasks = MenuTask.allCases
    guard let index = Self.index(line, of: tasks.count) else {
      return .refuse(MenuWords.typeNumber(tasks.count))
    }
    switch tasks[index] {
    case .leave: return .leave
    case .language:
      language = language.other
      return .show
    case let task: return go(on: task, answers: [:])
    }
  }

  private mutating func readAnswer(
    _ line: String, task: MenuTask, question: MenuQuestion,
    answers: [MenuQuestion.Key: String]
  ) -> Effect {
    if Self.isStop(line) {
      state = .tasks
      return .show
    }
    var answers = answers
    switch Self.answer(line, to: question, task: task) {
    case .value(let value): answers[question.key] = value
    case .refused(let why): return .refuse(why)
    }
    return go(on: task, answers: answers)
  }

  private mutating func go(
    on task: MenuTask, answers: [MenuQuestion.Key: String]
  ) -> Effect {
    if let question = plan.question(task, answers: answers) {
      state = .asking(task, question, answers: answers)
      return .show
    }
    state = .tasks
    return .run(MenuPlan.arguments(task, answers))
  }

  private enum Answer {
    case value(String)
    case refused(LocalizedText)
  }

  private static func answer(
    _ line: String, to question: MenuQuestion, task: MenuTask
  ) -> Answer {
    let choices = question.choices
    if line.isEmpty {
      if let standard = question.standard { return .value(choices[standard].value) }
      return .refused(
        choices.isEmpty ? MenuWords.typeSomething : MenuWords.typeNumber(choices.count))
    }
    if choices.isEmpty { return text(line, task: task) }
    if let index = index(line, of: choices.count) { return .value(choices[index].value) }
    if choices.contains(where: { $0.value == line }) { return .value(line) }
    if question.takesText { return .value(line) }
    return .refused(MenuWords.typeNumber(choices.count))
  }

  /// A code is looked at here, so that a slip is found before anything runs.
  private static func text(_ line: String, task: MenuTask) -> Answer {
    guard task == .test else { return .value(line) }
    switch LearnerCode.parse(line) {
    case .code(let code): return .value(code)
    case .wrong(let why): return .refused(why)
    }
  }

  /// A full stop goes back, in either script.
  private static func isStop(_ line: String) -> Bool {
    [".", "។", "q", "quit", "exit"].contains(line.lowercased())
  }

  /// Returns the place that a number, in either script, or a letter stands for.
  static func index(_ line: String, of count: Int) -> Int? {
    let typed = Khmer.withLatinDigits(line).lowercased()
    if typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(typed) {
      return (1...count).contains(number) ? number - 1 : nil
    }
    if let letter = Khmer.optionLetters.firstIndex(of: typed) {
      return letter < count ? letter : nil
    }
    guard typed.utf8.count == 1, let byte = typed.utf8.first, (0x61...0x7A).contains(byte) else {
      return nil
    }
    let place = Int(byte) - 0x61
    return place < count ? place : nil
  }

  // MARK: What is shown

  /// Returns what is shown before a line is typed, wrapped to `width` columns.
  func lines(width: Int) -> [String] {
    let width = min(100, max(24, width))
    switch state {
    case .tasks:
      return LineWrapping.lines(MenuWords.whatToDo.text(in: language), width: width)
        + numbered(MenuTask.allCases.map { MenuWords.task($0, in: language) }, width: width)
    case .asking(_, let question, _):
      return LineWrapping.lines(question.prompt.text(in: language), width: width)
        + numbered(question.choices.map { $0.title.text(in: language) }, width: width)
    }
  }

  /// The text that stands before the cursor.
  var prompt: String {
    switch state {
    case .tasks: MenuWords.prompt(standard: nil, isTop: true).text(in: language)
    case .asking(_, let question, _):
      MenuWords.prompt(standard: question.standard.map { $0 + 1 }, isTop: false)
        .text(in: language)
    }
  }

  private func numbered(_ texts: [String], width: Int) -> [String] {
    texts.enumerated().flatMap { place, text in
      let number = "\(place + 1)"
      let shown = language == .khmer ? Khmer.withKhmerDigits(number) : number
      let head = "  " + DisplayWidth.paddedLeft(shown, to: texts.count > 9 ? 2 : 1) + ") "
      return LineWrapping.lines(
        head + text, width: width,
        indent: String(repeating: " ", count: DisplayWidth.columns(of: head)))
    }
  }
}
