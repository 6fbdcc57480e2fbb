package import Text

/// What response processing made of one response.
package struct Outcome: Sendable, Hashable {
  /// The item.
  package var item: String
  /// The points won, from 0 to `maximum`.
  package var score: Double
  /// The points of a right answer.
  package var maximum: Double
  /// Whether an answer was given at all; an omitted one scores zero.
  package var isAnswered: Bool
  /// The key version that made the score.
  package var keyVersion: String

  /// Creates an outcome.
  package init(
    item: String, score: Double, maximum: Double, isAnswered: Bool, keyVersion: String
  ) {
    self.item = item
    self.score = score
    self.maximum = maximum
    self.isAnswered = isAnswered
    self.keyVersion = keyVersion
  }

  /// Tells whether all points were won.
  package var isCorrect: Bool { score == maximum }
}

/// Turns a response into an outcome; a pure function, the only place where a score is made.
package enum ResponseProcessing {
  /// Returns the outcome of a response; no response scores zero and counts as omitted.
  ///
  /// A choice is right when exactly the key is chosen (QTI 2.1, response processing template
  /// match_correct); a number, when it lies within the tolerance, bounds included; a text, when
  /// its normalised form is one of the accepted ones.
  package static func score(_ item: Item, _ response: Response?) -> Outcome {
    let isAnswered = response.map { !$0.isEmpty } ?? false
    let isRight = isAnswered && (response.map { isCorrect($0, to: item.interaction) } ?? false)
    return Outcome(
      item: item.id, score: isRight ? Double(item.points) : 0, maximum: Double(item.points),
      isAnswered: isAnswered, keyVersion: item.keyVersion)
  }

  /// Returns what to say about a response: the feedback of each chosen option, then the item's.
  package static func feedback(_ item: Item, _ response: Response?) -> [LocalizedText] {
    var texts: [LocalizedText] = []
    if case .choice(let ids)? = response {
      texts = item.interaction.options.filter { ids.contains($0.id) }.map(\.feedback)
    }
    return (texts + [item.feedback]).filter { !$0.isEmpty }
  }

  private static func isCorrect(_ response: Response, to interaction: Interaction) -> Bool {
    switch (interaction, response) {
    case (.choice(let choice), .choice(let ids)): Set(ids) == Set(choice.correctIDs)
    case (.numeric(let numeric), .number(let number)):
      (number - numeric.value).magnitude <= numeric.tolerance + 1e-9 * numeric.value.magnitude
    case (.text(let text), .text(let typed)):
      text.accepted.contains {
        TextInteraction.normalised($0) == TextInteraction.normalised(typed)
      }
    default: false
    }
  }
}
