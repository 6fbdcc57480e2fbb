import Text

/// Puts options and targets in the order that one learner sees.
///
/// What is to be ordered, and what is to be joined, never stands in the order of the source, which
/// is the key's: not on paper either.
package enum OptionOrder {
  /// Returns the options of an item in an order that depends on `seed` alone; ids stay with texts.
  ///
  /// True and false, scales, and choices that keep their order stand as in the source, whatever the
  /// seed.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - seed: What fixes the order, such as the learner's code and the form; an empty text, for
  ///     paper, leaves a choice in the order of the source, and gives what is to be ordered one
  ///     order by the item's id.
  /// - Returns: The options in that order.
  package static func options(of item: Item, seed: String) -> [ChoiceOption] {
    switch item.interaction {
    case .choice(let choice): options(of: choice, seed: seed, purpose: item.id)
    case .order(let order): apart(order.options, seed: seed, purpose: item.id) { $0.id }
    case .rating(let rating): rating.options
    case .numeric, .text, .match, .blanks, .essay, .performance: []
    }
  }

  /// Returns the targets of a matching in an order that depends on `seed` alone; none for other
  /// kinds.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - seed: As for options; an empty text gives one order by the item's id.
  /// - Returns: The targets, never in the order of the source where there are two or more.
  package static func targets(of item: Item, seed: String) -> [MatchInteraction.Target] {
    guard case .match(let match) = item.interaction else { return [] }
    return apart(match.targets, seed: seed, purpose: item.id + "/targets") { $0.id }
  }

  /// Returns the options of a blank in an order that depends on `seed` alone; none for a blank that
  /// is typed.
  package static func options(
    of blank: BlanksInteraction.Blank, in item: Item, seed: String
  ) -> [ChoiceOption] {
    guard case .choice(let choice) = blank.entry else { return [] }
    return options(of: choice, seed: seed, purpose: "\(item.id)/\(blank.id)")
  }

  private static func options(
    of choice: ChoiceInteraction, seed: String, purpose: String
  ) -> [ChoiceOption] {
    if seed.isEmpty || choice.keepsOrder || choice.isTrueFalse { return choice.options }
    var generator = SeededGenerator(seed: StableHash.fnv64(seed), purpose: purpose)
    return generator.shuffled(choice.options)
  }

  /// A shuffle that never gives the order it was given; then everything moves up by one place.
  private static func apart<Element>(
    _ elements: [Element], seed: String, purpose: String, id: (Element) -> String
  ) -> [Element] {
    let fixed = seed.isEmpty ? StableHash.fnv64(purpose) : StableHash.fnv64(seed)
    var generator = SeededGenerator(seed: fixed, purpose: "apart/" + purpose)
    let shuffled = generator.shuffled(elements)
    guard shuffled.map(id) == elements.map(id) else { return shuffled }
    return Array(shuffled.dropFirst() + shuffled.prefix(1))
  }
}
