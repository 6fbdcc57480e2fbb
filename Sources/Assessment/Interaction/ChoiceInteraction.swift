package import Text

/// A choice among options.
package struct ChoiceInteraction: Sendable, Hashable {
  /// Whether several options may be chosen.
  package var isMultiple: Bool
  /// Whether it is a statement to be called true or false: then there are two options, true first,
  /// whose texts are `ChoiceInteraction.trueText` and `falseText`.
  package var isTrueFalse: Bool
  /// Whether every learner sees the options in the order of the source.
  package var keepsOrder: Bool
  /// The options, in the order of the source.
  package var options: [ChoiceOption]

  /// Creates a choice.
  package init(
    isMultiple: Bool, isTrueFalse: Bool = false, keepsOrder: Bool = false, options: [ChoiceOption]
  ) {
    self.isMultiple = isMultiple
    self.isTrueFalse = isTrueFalse
    self.keepsOrder = keepsOrder
    self.options = options
  }

  /// Creates a statement to be called true or false.
  package init(
    isTrue: Bool, trueFeedback: LocalizedText = LocalizedText(same: ""),
    falseFeedback: LocalizedText = LocalizedText(same: "")
  ) {
    self.init(
      isMultiple: false, isTrueFalse: true, keepsOrder: true,
      options: [
        ChoiceOption(id: "a", text: Self.trueText, isCorrect: isTrue, feedback: trueFeedback),
        ChoiceOption(id: "b", text: Self.falseText, isCorrect: !isTrue, feedback: falseFeedback),
      ])
  }

  /// What the first option of a statement says.
  package static let trueText = LocalizedText(en: "True", km: "ត្រូវ")
  /// What the second option of a statement says.
  package static let falseText = LocalizedText(en: "False", km: "ខុស")

  /// The ids of the right options, in order.
  package var correctIDs: [String] { options.filter(\.isCorrect).map(\.id) }

  /// Returns the percent of the points that each option adds under `rule`, in the order of the
  /// options.
  ///
  /// A weight that an option states always holds. Otherwise, with k right options, a right one adds
  /// 100/k and a wrong one takes away as much where several may be chosen, so that choosing
  /// everything wins nothing; where one is chosen, a wrong one adds nothing.
  package func weights() -> [Double] {
    let right = Double(max(1, correctIDs.count))
    return options.map { option in
      if let weight = option.weight { return weight }
      if option.isCorrect { return isMultiple ? 100 / right : 100 }
      return isMultiple ? -100 / right : 0
    }
  }
}

/// One option of a choice, of an order or of a scale.
package struct ChoiceOption: Sendable, Hashable {
  /// The id (`a`, `b`, …): the place in the source, kept whatever order a learner sees.
  package var id: String
  /// The text, in Markdown.
  package var text: LocalizedText
  /// Whether it belongs to the key.
  package var isCorrect: Bool
  /// The percent of the item's points that choosing it adds, −100 to 100; `nil` where it states
  /// none.
  ///
  /// It counts only under `ScoringRule.parts`.
  package var weight: Double?
  /// What is said to whoever chose it; may be empty.
  package var feedback: LocalizedText
  /// Where it stands in the first language written.
  package var location: SourceLocation

  /// Creates an option.
  package init(
    id: String, text: LocalizedText, isCorrect: Bool, weight: Double? = nil,
    feedback: LocalizedText = LocalizedText(same: ""),
    location: SourceLocation = SourceLocation(file: "")
  ) {
    self.id = id
    self.text = text
    self.isCorrect = isCorrect
    self.weight = weight
    self.feedback = feedback
    self.location = location
  }

  /// Returns the id of the option at `index`, counted from 0: `a` … `z`, then `o26` and so on.
  package static func id(at index: Int) -> String {
    guard index < 26, let scalar = Unicode.Scalar(UInt32(0x61 + index)) else { return "o\(index)" }
    return String(Character(scalar))
  }
}

/// Options to be put into their right order.
package struct OrderInteraction: Sendable, Hashable {
  /// The options in their right order; nobody is shown them so.
  package var options: [ChoiceOption]

  /// Creates an order.
  package init(options: [ChoiceOption]) {
    self.options = options
  }
}

/// A place on a scale: agreement with a statement, or one's own ability.
package struct RatingInteraction: Sendable, Hashable {
  /// Whether people rate themselves; otherwise they agree or disagree with the stem.
  package var isSelfRating: Bool
  /// The points of the scale, from the lowest on; the value of each is its place, from 1.
  package var options: [ChoiceOption]

  /// Creates a scale.
  package init(isSelfRating: Bool, options: [ChoiceOption]) {
    self.isSelfRating = isSelfRating
    self.options = options
  }
}
