/// How a person answers an item.
package enum Interaction: Sendable, Hashable {
  /// One or several of the options, or true and false (QTI choiceInteraction).
  case choice(ChoiceInteraction)
  /// A number within a tolerance (QTI textEntryInteraction of base type float).
  case numeric(NumericInteraction)
  /// A short text out of a list of accepted ones (QTI textEntryInteraction).
  case text(TextInteraction)
  /// Each of some sources joined to a target (QTI matchInteraction).
  case match(MatchInteraction)
  /// Options put into their right order (QTI orderInteraction).
  case order(OrderInteraction)
  /// Blanks filled in within the stem (QTI textEntryInteraction and inlineChoiceInteraction).
  case blanks(BlanksInteraction)
  /// A place on a scale; never part of a score.
  case rating(RatingInteraction)
  /// A text that a human judges by a rubric (QTI extendedTextInteraction).
  case essay(EssayInteraction)
  /// Something done that a human watches and judges by a rubric; nothing is answered.
  case performance

  /// The options of a choice, an order or a scale; empty for other interactions.
  package var options: [ChoiceOption] {
    switch self {
    case .choice(let choice): choice.options
    case .order(let order): order.options
    case .rating(let rating): rating.options
    case .numeric, .text, .match, .blanks, .essay, .performance: []
    }
  }

  /// The kind, by the name that source files, tables and pages use.
  package var kind: InteractionKind {
    switch self {
    case .choice(let choice):
      choice.isTrueFalse ? .trueFalse : choice.isMultiple ? .multipleChoice : .singleChoice
    case .numeric: .numeric
    case .text: .shortText
    case .match: .matching
    case .order: .ordering
    case .blanks: .blanks
    case .rating(let rating): rating.isSelfRating ? .selfRating : .likert
    case .essay: .essay
    case .performance: .performance
    }
  }
}

/// The kinds of interactions, as `kind=` names them.
package enum InteractionKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// One option is right.
  case singleChoice = "single-choice"
  /// Several options may be right.
  case multipleChoice = "multiple-choice"
  /// A statement is true or false.
  case trueFalse = "true-false"
  /// A number.
  case numeric
  /// A short text.
  case shortText = "short-text"
  /// Pairs.
  case matching
  /// An order.
  case ordering
  /// Blanks in a text.
  case blanks
  /// Agreement with a statement, on a scale.
  case likert
  /// One's own ability, on a scale.
  case selfRating = "self-rating"
  /// A text judged by a human.
  case essay
  /// A deed judged by a human.
  case performance

  /// Tells whether answers of this kind win points; opinions never do.
  package var isScored: Bool { self != .likert && self != .selfRating }

  /// Tells whether a human has to judge before there is a score.
  package var needsRater: Bool { self == .essay || self == .performance }
}
