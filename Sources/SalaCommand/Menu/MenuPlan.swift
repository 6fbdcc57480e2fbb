import Packaging
import Text

/// What each task asks, and the command line that its answers make.
struct MenuPlan {
  let surroundings: MenuSurroundings

  /// Returns the next question of a task, or `nil` where enough is known.
  func question(
    _ task: MenuTask, answers: [MenuQuestion.Key: String]
  ) -> MenuQuestion? {
    for key in Self.keys(task) where answers[key] == nil {
      if let question = question(key, task: task, answers: answers) { return question }
    }
    return nil
  }

  private static func keys(_ task: MenuTask) -> [MenuQuestion.Key] {
    switch task {
    case .test: [.learner]
    case .practise: [.learner, .curriculum, .module]
    case .check: [.curriculum]
    case .package: [.curriculum, .format, .contentLanguage, .province]
    case .preview: [.file]
    case .report: [.event, .grouping]
    case .language, .leave: []
    }
  }

  /// Returns a question, or `nil` where there is nothing to choose from.
  private func question(
    _ key: MenuQuestion.Key, task: MenuTask, answers: [MenuQuestion.Key: String]
  ) -> MenuQuestion? {
    let curriculum = answers[.curriculum]
    switch key {
    case .learner:
      return MenuQuestion(
        key: key, prompt: task == .test ? MenuWords.learnerCode : MenuWords.learnerName)
    case .curriculum:
      let found = surroundings.curricula()
      guard found.count > 1 else { return nil }
      return MenuQuestion(key: key, prompt: MenuWords.whichCurriculum, choices: found)
    case .module:
      let all = MenuChoice(value: "practice", title: MenuWords.allModules)
      return MenuQuestion(
        key: key, prompt: MenuWords.whichModule,
        choices: [all] + surroundings.modules(curriculum), standard: 0)
    case .format:
      return MenuQuestion(
        key: key, prompt: MenuWords.whichFormat, choices: MenuWords.formats, standard: 0)
    case .contentLanguage:
      return MenuQuestion(
        key: key, prompt: MenuWords.whichLanguages, choices: MenuWords.contentLanguages,
        standard: 0)
    case .province:
      let found = surroundings.provinces(curriculum)
      guard !found.isEmpty else { return nil }
      let none = MenuChoice(value: "", title: MenuWords.noProvince)
      return MenuQuestion(
        key: key, prompt: MenuWords.whichProvince, choices: [none] + found, standard: 0)
    case .file:
      let found = surroundings.packages()
      return MenuQuestion(
        key: key, prompt: found.isEmpty ? MenuWords.packagePath : MenuWords.whichPackage,
        choices: found, takesText: true)
    case .event:
      let found = surroundings.events()
      guard found.count > 1 else { return nil }
      let all = MenuChoice(value: "", title: MenuWords.allEvents)
      return MenuQuestion(
        key: key, prompt: MenuWords.whichEvent, choices: [all] + found, standard: 0)
    case .grouping:
      return MenuQuestion(
        key: key, prompt: MenuWords.whichGrouping, choices: MenuWords.groupings, standard: 0)
    }
  }

  /// Returns the words of the command line that does a task.
  static func arguments(_ task: MenuTask, _ answers: [MenuQuestion.Key: String]) -> [String] {
    func value(_ key: MenuQuestion.Key) -> String? {
      answers[key].flatMap { $0.isEmpty ? nil : $0 }
    }
    func option(_ name: String, _ key: MenuQuestion.Key) -> [String] {
      guard let value = value(key) else { return [] }
      // A value that begins like an option has to be joined to its name.
      return value.utf8.first == UInt8(ascii: "-") ? ["\(name)=\(value)"] : [name, value]
    }
    func path(_ key: MenuQuestion.Key) -> [String] {
      guard let value = value(key) else { return [] }
      return [value.utf8.first == UInt8(ascii: "-") ? "./" + value : value]
    }
    switch task {
    case .test: return ["quiz"] + option("--learner", .learner)
    case .practise:
      return ["quiz"] + path(.module) + option("--learner", .learner)
        + ["--occasion", "practice"] + option("--curriculum", .curriculum)
    case .check: return ["check"] + path(.curriculum)
    case .package:
      return ["package"] + path(.curriculum) + option("--format", .format)
        + option("--language", .contentLanguage) + option("--context", .province)
    case .preview: return ["preview"] + path(.file)
    case .report:
      return ["report", "pre-post"] + option("--event", .event) + option("--by", .grouping)
    case .language, .leave: return []
    }
  }
}
