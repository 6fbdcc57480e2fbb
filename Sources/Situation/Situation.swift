package import Source
package import Text

/// A situation exercise: a branching script that a person or a group with roles plays.
package struct Situation: Sendable {
  /// The slug, which is also its file name.
  package var slug: String
  /// The title.
  package var title: LocalizedText
  /// What the players are to achieve, in a paragraph.
  package var purpose: LocalizedText
  /// How long a play with its debrief takes, in minutes.
  package var minutes: Int
  /// The id of the section that a play begins with.
  package var start: Located<String>
  /// Who takes part; empty where one person plays alone.
  package var roles: [Role]
  /// The named numbers that choices change, in the order of the file.
  package var state: [StateValue]
  /// The learning outcomes it serves.
  package var outcomes: [Located<String>]
  /// The sections, in the order of the file.
  package var sections: [Section]
  /// The recorded approvals by language; a language without one is a draft.
  package var approvals: [Language: Approval]
  /// The languages whose text a native reader should review.
  package var review: Set<Language>
  /// Where each language stands.
  package var locations: [Language: SourceLocation]

  /// Returns a section by its id.
  package func section(_ id: String) -> Section? { sections.first { $0.id == id } }
  /// Returns a role by its id.
  package func role(_ id: String) -> Role? { roles.first { $0.id == id } }
  /// The sections that end a play, in the order of the file.
  package var endings: [Section] { sections.filter { $0.ending != nil } }

  /// The record that an institution approved the text in one language.
  package struct Approval: Sendable, Hashable {
    /// Who approved it.
    package var by: String
    /// When, as `2026-11-23`.
    package var date: String
    /// The letter or decision.
    package var reference: String
  }

  /// A part that somebody plays; always a function, never a named person.
  package struct Role: Sendable, Hashable {
    /// The id, such as `facilitator`.
    package var id: String
    /// The name of the part.
    package var title: LocalizedText
    /// What the player should know and want.
    package var brief: LocalizedText
    /// Where it is written.
    package var location: SourceLocation
  }

  /// A named number that choices change.
  package struct StateValue: Sendable, Hashable {
    /// The name that rules use, such as `trust`.
    package var name: String
    /// What players call it.
    package var title: LocalizedText
    /// Where it begins.
    package var start: Int
    /// The least and the most it can be; a play holds it there.
    package var bounds: ClosedRange<Int>
    /// Where it is written.
    package var location: SourceLocation
  }
}

extension Situation {
  /// One place of the script: what happens, and what can be done about it.
  package struct Section: Sendable {
    /// The id, unique in the script.
    package var id: String
    /// The heading; empty where the section has none.
    package var title: LocalizedText
    /// What happens, in Markdown.
    package var text: LocalizedText
    /// What the facilitator should raise about it afterwards, in Markdown.
    package var notes: LocalizedText
    /// The role that decides here, or `nil` where the whole group does.
    package var role: Located<String>?
    /// How well the play went, where it ends here.
    package var ending: EndingQuality?
    /// What can be chosen, in the order of the file.
    package var choices: [Choice]
    /// The hash of the source section that a translation keeps.
    package var sourceHash: String
    /// Where each language stands.
    package var locations: [Language: SourceLocation]
  }

  /// Something that can be done in a section.
  package struct Choice: Sendable, Hashable {
    /// Its place in the section, counted from 1; the same in every language and every play.
    package var number: Int
    /// What it says.
    package var text: LocalizedText
    /// The section it leads to.
    package var target: Located<String>
    /// What must hold for it to be offered; all of it.
    package var conditions: [Condition]
    /// What it changes, in order.
    package var effects: [Effect]
    /// What the facilitator should raise about it afterwards, in Markdown.
    package var notes: LocalizedText
    /// Where it is written.
    package var location: SourceLocation
  }

  /// A comparison that decides whether a choice is offered.
  package struct Condition: Sendable, Hashable {
    /// The number that is compared.
    package var name: Located<String>
    /// How it is compared.
    package var comparison: Comparison
    /// What it is compared with.
    package var value: Int

    /// Tells whether it holds in a state.
    package func holds(in state: [String: Int]) -> Bool {
      state[name.value].map { comparison.holds($0, value) } ?? false
    }
  }

  /// A way to compare two whole numbers.
  package enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// At least.
    case atLeast = ">="
    /// At most.
    case atMost = "<="
    /// More than.
    case moreThan = ">"
    /// Less than.
    case lessThan = "<"
    /// Exactly.
    case equal = "="

    /// Tells whether `left` stands in this relation to `right`.
    package func holds(_ left: Int, _ right: Int) -> Bool {
      switch self {
      case .atLeast: left >= right
      case .atMost: left <= right
      case .moreThan: left > right
      case .lessThan: left < right
      case .equal: left == right
      }
    }
  }

  /// A change that a choice makes to a number.
  package struct Effect: Sendable, Hashable {
    /// The number that changes.
    package var name: Located<String>
    /// How it changes.
    package var change: Change

    /// How a number changes.
    package enum Change: Sendable, Hashable {
      /// So much is added; negative takes away.
      case add(Int)
      /// It becomes this.
      case set(Int)

      /// Returns the number after the change, not yet held within its bounds.
      package func applied(to number: Int) -> Int {
        switch self {
        case .add(let amount): number + amount
        case .set(let value): value
        }
      }
    }
  }

  /// How well a play went.
  package enum EndingQuality: String, Sendable, Hashable, CaseIterable, Comparable {
    /// What was asked for is reached, and it will last.
    case excellent
    /// What was asked for is mostly reached.
    case good
    /// Something is reached, and something is lost.
    case mixed
    /// What was asked for is not reached.
    case poor

    /// Orders qualities from the worst to the best.
    package static func < (left: Self, right: Self) -> Bool { left.rank > right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The words for it.
    package var title: LocalizedText {
      switch self {
      case .excellent: SituationMessages.excellent
      case .good: SituationMessages.good
      case .mixed: SituationMessages.mixed
      case .poor: SituationMessages.poor
      }
    }
  }
}
