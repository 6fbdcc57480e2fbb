import Source
import Text

/// Joins the English and the Khmer reading of one item.
enum ItemJoining {
  /// Returns the English item with the Khmer words, and in what the two differ, or `nil`.
  ///
  /// Where their keys differ, the English answers stay as they are.
  static func join(_ item: Item, _ twin: Item) -> (Item, difference: LocalizedText?) {
    var joined = item
    joined.stem.km = twin.stem.km
    joined.title.km = twin.title.km
    joined.feedback.km = twin.feedback.km
    joined.locations[.khmer] = twin.location
    if let difference = difference(item, twin) { return (joined, difference) }
    joined.interaction = join(item.interaction, twin.interaction)
    return (joined, nil)
  }

  private static func join(_ left: Interaction, _ right: Interaction) -> Interaction {
    switch (left, right) {
    case (.choice(var choice), .choice(let other)):
      choice.options = join(choice.options, other.options)
      return .choice(choice)
    case (.order(var order), .order(let other)):
      order.options = join(order.options, other.options)
      return .order(order)
    case (.rating(var rating), .rating(let other)):
      rating.options = join(rating.options, other.options)
      return .rating(rating)
    case (.numeric(let numeric), .numeric(let other)): return .numeric(join(numeric, other))
    case (.text(let text), .text(let other)): return .text(join(text, other))
    case (.match(var match), .match(let other)):
      for (index, source) in other.sources.enumerated() {
        match.sources[index].text.km = source.text.km
      }
      for (index, target) in other.targets.enumerated() {
        match.targets[index].text.km = target.text.km
      }
      return .match(match)
    case (.blanks(var blanks), .blanks(let other)):
      for (index, blank) in blanks.blanks.enumerated() {
        guard let twin = other.blanks.first(where: { $0.id == blank.id }) else { continue }
        blanks.blanks[index].entry = join(blank.entry, twin.entry)
      }
      return .blanks(blanks)
    default: return left
    }
  }

  private static func join(_ left: BlanksInteraction.Entry, _ right: BlanksInteraction.Entry)
    -> BlanksInteraction.Entry
  {
    switch (left, right) {
    case (.text(let text), .text(let other)): return .text(join(text, other))
    case (.numeric(let numeric), .numeric(let other)): return .numeric(join(numeric, other))
    case (.choice(var choice), .choice(let other)):
      choice.options = join(choice.options, other.options)
      return .choice(choice)
    default: return left
    }
  }

  private static func join(_ options: [ChoiceOption], _ others: [ChoiceOption]) -> [ChoiceOption] {
    zip(options, others).map { option, other in
      var joined = option
      joined.text.km = other.text.km
      joined.feedback.km = other.feedback.km
      return joined
    }
  }

  private static func join(_ numeric: NumericInteraction, _ other: NumericInteraction)
    -> NumericInteraction
  {
    var joined = numeric
    for (index, answer) in other.answers.enumerated() {
      joined.answers[index].feedback.km = answer.feedback.km
    }
    return joined
  }

  /// Joins accepted texts: what stands in both files belongs to both languages, the rest to the
  /// file that it stands in.
  private static func join(_ text: TextInteraction, _ other: TextInteraction) -> TextInteraction {
    var joined = text
    var left = other.answers
    for (index, answer) in text.answers.enumerated() {
      guard
        let place = left.firstIndex(where: { $0.text == answer.text && $0.weight == answer.weight })
      else {
        joined.answers[index].language = .english
        continue
      }
      joined.answers[index].feedback.km = left[place].feedback.km
      left.remove(at: place)
    }
    joined.answers += left.map { answer in
      var own = answer
      own.language = .khmer
      return own
    }
    return joined
  }

  // MARK: Differences

  private static func difference(_ item: Item, _ twin: Item) -> LocalizedText? {
    let isSame =
      item.outcome.value == twin.outcome.value && item.cognitive == twin.cognitive
      && item.points == twin.points && item.pool == twin.pool && item.status == twin.status
      && item.rubric?.value == twin.rubric?.value
    guard isSame else { return ItemMessages.attributes }
    return difference(item.interaction, twin.interaction)
      ?? (item.scoring == twin.scoring ? nil : ItemMessages.scoring)
  }

  private static func difference(_ left: Interaction, _ right: Interaction) -> LocalizedText? {
    guard left.kind == right.kind || isChoice(left) && isChoice(right) else {
      return ItemMessages.kind
    }
    switch (left, right) {
    case (.choice(let left), .choice(let right)): return difference(left, right)
    case (.order(let left), .order(let right)):
      return left.options.count == right.options.count ? nil : ItemMessages.optionCount
    case (.rating(let left), .rating(let right)):
      return left.options.count == right.options.count ? nil : ItemMessages.optionCount
    case (.numeric(let left), .numeric(let right)): return difference(left, right)
    case (.match(let left), .match(let right)):
      guard left.sources.count == right.sources.count, left.targets.count == right.targets.count
      else { return ItemMessages.optionCount }
      return left.key == right.key ? nil : ItemMessages.pairs
    case (.blanks(let left), .blanks(let right)): return difference(left, right)
    case (.essay(let left), .essay(let right)):
      return left == right ? nil : ItemMessages.attributes
    case (.text(let left), .text(let right)):
      return left.isCaseSensitive == right.isCaseSensitive ? nil : ItemMessages.attributes
    default: return nil
    }
  }

  private static func isChoice(_ interaction: Interaction) -> Bool {
    if case .choice = interaction { true } else { false }
  }

  private static func difference(_ left: ChoiceInteraction, _ right: ChoiceInteraction)
    -> LocalizedText?
  {
    if left.isMultiple != right.isMultiple || left.isTrueFalse != right.isTrueFalse {
      return ItemMessages.kind
    }
    if left.options.count != right.options.count { return ItemMessages.optionCount }
    if left.keepsOrder != right.keepsOrder { return ItemMessages.attributes }
    let isSame =
      left.correctIDs == right.correctIDs
      && left.options.map(\.weight) == right.options.map(\.weight)
    return isSame ? nil : ItemMessages.keyMarks
  }

  private static func difference(_ left: NumericInteraction, _ right: NumericInteraction)
    -> LocalizedText?
  {
    let isSame =
      left.answers.count == right.answers.count
      && zip(left.answers, right.answers).allSatisfy {
        $0.value == $1.value && $0.tolerance == $1.tolerance && $0.weight == $1.weight
      }
      && left.units.map(\.factor) == right.units.map(\.factor)
    return isSame ? nil : ItemMessages.numericKey
  }

  private static func difference(_ left: BlanksInteraction, _ right: BlanksInteraction)
    -> LocalizedText?
  {
    guard Set(left.blanks.map(\.id)) == Set(right.blanks.map(\.id)) else {
      return ItemMessages.blanks
    }
    for blank in left.blanks {
      guard let twin = right.blanks.first(where: { $0.id == blank.id }) else { continue }
      let difference: LocalizedText? =
        switch (blank.entry, twin.entry) {
        case (.text, .text): nil
        case (.numeric(let left), .numeric(let right)): self.difference(left, right)
        case (.choice(let left), .choice(let right)): self.difference(left, right)
        default: ItemMessages.blanks
        }
      if let difference { return difference }
    }
    return nil
  }
}
