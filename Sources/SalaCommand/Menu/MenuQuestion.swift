import Text

/// What a person can do from the menu.
enum MenuTask: CaseIterable, Hashable {
  case test
  case practise
  case check
  case package
  case preview
  case report
  case language
  case leave
}

/// One of the things that may be chosen.
struct MenuChoice: Hashable {
  /// What stands for it on the command line; empty where nothing does.
  var value: String
  /// What a person reads.
  var title: LocalizedText
}

/// What a task has to know before it can run.
struct MenuQuestion: Hashable {
  enum Key: Hashable {
    case learner
    case curriculum
    case module
    case format
    case contentLanguage
    case province
    case file
    case event
    case grouping
  }

  var key: Key
  var prompt: LocalizedText
  /// What may be chosen; where there is nothing, a text is typed.
  var choices: [MenuChoice] = []
  /// The choice that an empty line takes.
  var standard: Int?
  /// Whether a text that is none of the choices is taken too.
  var takesText = false
}

/// What the menu asks about its surroundings, only when a task needs it.
struct MenuSurroundings {
  /// The curricula that can be found.
  var curricula: () -> [MenuChoice]
  /// The modules of a curriculum; `nil` means the only one.
  var modules: (_ curriculum: String?) -> [MenuChoice]
  /// The provinces that a curriculum has texts for.
  var provinces: (_ curriculum: String?) -> [MenuChoice]
  /// The packages that were written.
  var packages: () -> [MenuChoice]
  /// The events of the records.
  var events: () -> [MenuChoice]
}
