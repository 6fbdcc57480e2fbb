package import Text

/// What response processing made of one response.
package struct Outcome: Sendable, Hashable {
  /// The item.
  package var item: String
  /// The points won, up to `maximum`; below 0 only where the item's scoring has a floor below 0.
  package var score: Double
  /// The points of a right answer; 0 for an opinion, which is never scored.
  package var maximum: Double
  /// Whether an answer was given at all; an omitted one scores zero.
  package var isAnswered: Bool
  /// Whether a human has still to judge: then `score` is 0 and says nothing.
  package var isPending: Bool
  /// The key version that made the score.
  package var keyVersion: String

  /// Creates an outcome.
  package init(
    item: String, score: Double, maximum: Double, isAnswered: Bool, isPending: Bool = false,
    keyVersion: String
  ) {
    self.item = item
    self.score = score
    self.maximum = maximum
    self.isAnswered = isAnswered
    self.isPending = isPending
    self.keyVersion = keyVersion
  }

  /// Tells whether all points were won; opinions and what waits for a human are never right.
  package var isCorrect: Bool { !isPending && maximum > 0 && score == maximum }
}

/// Turns a response into an outcome; a pure function, the only place where a score is made.
package enum ResponseProcessing {
  /// Returns the outcome of a response; no response scores zero and counts as omitted.
  ///
  /// Under `exact`, a choice is right when exactly the key is chosen (QTI 2.1, response processing
  /// template match_correct), pairs, orders and blanks when every part is right. Under `parts`, the
  /// weights of the chosen options are added (QTI 2.1, template map_response), and each right pair,
  /// place or blank wins an equal part. Numbers and texts win the weight of the accepted answer
  /// that they are. The sum is held between the floor and all points, and rounded to nine decimals,
  /// so that thirds add up to a whole.
  package static func score(_ item: Item, _ response: Response?) -> Outcome {
    let given = response.flatMap { $0.isEmpty ? nil : $0 }
    return Outcome(
      item: item.id, score: points(item, given), maximum: item.maximum, isAnswered: given != nil,
      isPending: item.interaction.kind.needsRater, keyVersion: item.keyVersion)
  }

  /// Returns the score alone, which is far quicker than an outcome with its key version.
  package static func points(_ item: Item, _ response: Response?) -> Double {
    guard let response, !response.isEmpty, item.interaction.kind.isScored else { return 0 }
    return points(item, percent: percent(item, response), response)
  }

  /// Returns what to say about a response: the feedback of each chosen option or of the accepted
  /// answer that it is, then the item's.
  package static func feedback(_ item: Item, _ response: Response?) -> [LocalizedText] {
    var texts: [LocalizedText] = []
    switch (item.interaction, response) {
    case (.numeric(let numeric), .number(let number)):
      texts = [PartScoring.answer(numeric, number)?.feedback].compactMap(\.self)
    case (.text(let text), .text(let typed)):
      texts = [text.answer(to: typed)?.feedback].compactMap(\.self)
    case (.blanks(let blanks), .blanks(let entries)):
      texts = blanks.blanks.flatMap { PartScoring.feedback($0.entry, entries[$0.id]) }
    case (_, .choice(let ids)):
      texts = item.interaction.options.filter { ids.contains($0.id) }.map(\.feedback)
    default: break
    }
    return (texts + [item.feedback]).filter { !$0.isEmpty }
  }

  private static func points(_ item: Item, percent: Double, _ response: Response) -> Double {
    let won: Double
    if item.scoring.rule == .table {
      won = item.scoring.table[response.encoded] ?? 0
    } else {
      won = percent * item.points / 100
    }
    let bounded = min(item.points, max(item.scoring.floor * item.points / 100, won))
    return (bounded * 1e9).rounded() / 1e9
  }

  private static func percent(_ item: Item, _ response: Response) -> Double {
    let isWhole = item.scoring.rule == .exact
    switch (item.interaction, response) {
    case (.choice(let choice), .choice(let ids)):
      if isWhole { return Set(ids) == Set(choice.correctIDs) ? 100 : 0 }
      return zip(choice.options, choice.weights()).reduce(0) { sum, option in
        ids.contains(option.0.id) ? sum + option.1 : sum
      }
    case (.numeric(let numeric), .number(let number)):
      return PartScoring.answer(numeric, number)?.weight ?? 0
    case (.text(let text), .text(let typed)):
      return text.answer(to: typed)?.weight ?? 0
    case (.match(let match), .pairs(let pairs)):
      return share(match.sources.map { pairs[$0.id] == $0.target ? 100 : 0 }, isWhole: isWhole)
    case (.order(let order), .order(let ids)):
      let places = zip(order.options.map(\.id), ids).map { $0 == $1 ? 100.0 : 0 }
      guard places.count == order.options.count else { return 0 }
      return share(places, isWhole: isWhole)
    case (.blanks(let blanks), .blanks(let entries)):
      return share(
        blanks.blanks.map { PartScoring.percent($0.entry, entries[$0.id]) }, isWhole: isWhole)
    default: return 0
    }
  }

  /// The mean of the parts, or all or nothing.
  private static func share(_ parts: [Double], isWhole: Bool) -> Double {
    guard !parts.isEmpty else { return 0 }
    if isWhole { return parts.allSatisfy { $0 == 100 } ? 100 : 0 }
    return parts.reduce(0, +) / Double(parts.count)
  }
}

/// Scores what stands in one field.
enum PartScoring {
  /// Returns the accepted number that a number is, the one of the highest weight.
  static func answer(_ numeric: NumericInteraction, _ number: Double) -> NumericInteraction.Answer?
  {
    numeric.answers.filter { $0.accepts(number) }.max { $0.weight < $1.weight }
  }

  /// Returns the percent that the text in a blank wins, 0 to 100.
  static func percent(_ entry: BlanksInteraction.Entry, _ typed: String?) -> Double {
    guard let typed else { return 0 }
    switch entry {
    case .text(let text): return text.answer(to: typed)?.weight ?? 0
    case .numeric(let numeric):
      return number(typed, units: numeric.units).flatMap { answer(numeric, $0)?.weight } ?? 0
    case .choice(let choice): return choice.correctIDs == [typed] ? 100 : 0
    }
  }

  /// Returns what to say about the text in a blank.
  static func feedback(_ entry: BlanksInteraction.Entry, _ typed: String?) -> [LocalizedText] {
    guard let typed else { return [] }
    switch entry {
    case .text(let text): return [text.answer(to: typed)?.feedback].compactMap(\.self)
    case .numeric(let numeric):
      let number = number(typed, units: numeric.units)
      return [number.flatMap { answer(numeric, $0)?.feedback }].compactMap(\.self)
    case .choice(let choice): return choice.options.filter { $0.id == typed }.map(\.feedback)
    }
  }

  /// Returns the number that was typed, in the first unit; `nil` where it is none or its unit is
  /// not among `units`.
  static func number(_ typed: String, units: [NumericInteraction.Unit]) -> Double? {
    if let number = Response.number(typed) { return number }
    let text = TextInteraction.normalised(typed, isCaseSensitive: true)
    for unit in units.sorted(by: { $0.symbol.utf8.count > $1.symbol.utf8.count }) {
      let symbol = TextInteraction.normalised(unit.symbol, isCaseSensitive: true)
      let scalars = Array(text.unicodeScalars)
      let ending = Array(symbol.unicodeScalars)
      guard !ending.isEmpty, scalars.count > ending.count,
        scalars.suffix(ending.count) == ending[...]
      else { continue }
      let before = String(String.UnicodeScalarView(scalars.dropLast(ending.count)))
      if let number = Response.number(before) { return number * unit.factor }
    }
    return nil
  }
}
