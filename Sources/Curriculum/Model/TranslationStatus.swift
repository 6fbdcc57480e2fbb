package import Text

/// How far a text is translated.
package enum TranslationState: String, Sendable, Hashable, CaseIterable {
  /// One language lacks it.
  case missing
  /// Its source changed since, or it was never looked over.
  case stale
  /// A native reader should still read it.
  case review
  /// It stands in both languages, in step.
  case complete
}

/// What kind of text is translated.
package enum TranslatedKind: String, Sendable, Hashable, CaseIterable {
  /// A block of a lesson, or of a province's version of it.
  case lesson
  /// A question with its answers and feedback.
  case question
  /// A section of a situation exercise.
  case situation
  /// Title and other words at the head of a file.
  case frontMatter = "front-matter"
  /// A text in a YAML file, whose languages stand side by side; such a text is never stale.
  case yaml
}

/// One text with how far it is translated.
package struct TranslationEntry: Sendable, Hashable {
  /// The id of the module it belongs to; empty for what belongs to the whole curriculum.
  package var module: String
  /// What kind of text it is.
  package var kind: TranslatedKind
  /// The id, such as `why-engage/who-is-heard` or `cse-001`.
  package var id: String
  /// How far it is translated.
  package var state: TranslationState
  /// The language that is missing or to be read; `nil` for none, or for both.
  package var language: Language?
  /// Where it stands; for a missing half, where the other one does.
  package var location: SourceLocation

  /// Creates an entry.
  package init(
    module: String, kind: TranslatedKind, id: String, state: TranslationState,
    language: Language? = nil, location: SourceLocation
  ) {
    self.module = module
    self.kind = kind
    self.id = id
    self.state = state
    self.language = language
    self.location = location
  }
}

/// How many texts are how far translated.
package struct TranslationCount: Sendable, Hashable {
  /// The module; empty for the whole curriculum.
  package var module: String
  /// The kind of text.
  package var kind: TranslatedKind
  /// How many there are, by state.
  package var counts: [TranslationState: Int]

  /// How many there are of any state.
  package var total: Int { counts.values.reduce(0, +) }
  /// How many there are of one state.
  package subscript(state: TranslationState) -> Int { counts[state] ?? 0 }
}

extension Sequence<TranslationEntry> {
  /// Returns the counts of every module and kind, in the order in which modules first appear.
  package var counted: [TranslationCount] {
    var modules: [String] = []
    var counts: [String: [TranslatedKind: [TranslationState: Int]]] = [:]
    for entry in self {
      if counts[entry.module] == nil { modules.append(entry.module) }
      counts[entry.module, default: [:]][entry.kind, default: [:]][entry.state, default: 0] += 1
    }
    return modules.flatMap { module in
      TranslatedKind.allCases.compactMap { kind in
        counts[module]?[kind].map { TranslationCount(module: module, kind: kind, counts: $0) }
      }
    }
  }
}
