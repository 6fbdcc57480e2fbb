import Text

/// Writes everything that decides a score as one text, which the version of a key hashes.
///
/// What this says of an item may never change, or old results could not be compared with new ones:
/// a newer way of scoring is written only where an item uses it.
enum KeyText {
  static func text(_ interaction: Interaction, _ scoring: Scoring) -> String {
    let scored = self.scored(scoring)
    switch interaction {
    case .choice(let choice): return self.choice(choice, scoring) + scored
    case .numeric(let numeric): return self.numeric(numeric) + scored
    case .text(let text): return self.text(text) + scored
    case .match(let match):
      return "match:" + match.sources.map { "\($0.id)=\($0.target)" }.joined(separator: ",")
        + ":\(match.targets.count)" + scored
    case .order(let order):
      return "order:" + order.options.map(\.id).joined(separator: ",") + scored
    case .blanks(let blanks):
      return "blanks:"
        + blanks.blanks.map { "\($0.id)={\(entry($0.entry))}" }.joined(separator: ";")
        + scored
    case .rating(let rating): return "rating:\(rating.options.count)"
    case .essay: return "essay"
    case .performance: return "performance"
    }
  }

  private static func scored(_ scoring: Scoring) -> String {
    guard scoring != .exact else { return "" }
    let table = scoring.table.sorted { $0.key < $1.key }.map { "\($0.key)→\($0.value)" }
    return "|\(scoring.rule.rawValue):\(scoring.floor):\(table.joined(separator: ";"))"
  }

  private static func choice(_ choice: ChoiceInteraction, _ scoring: Scoring) -> String {
    let key =
      "choice:\(choice.isMultiple):"
      + choice.options.map { "\($0.id)=\($0.isCorrect)" }.joined(separator: ",")
    guard scoring.rule == .parts else { return key }
    return key + ":" + choice.weights().map { "\($0)" }.joined(separator: ",")
  }

  private static func numeric(_ numeric: NumericInteraction) -> String {
    let answers = numeric.answers.map { answer in
      "\(answer.value):\(answer.tolerance)" + (answer.weight == 100 ? "" : "@\(answer.weight)")
    }
    return "numeric:" + answers.joined(separator: "|")
  }

  private static func text(_ text: TextInteraction) -> String {
    let answers = text.answers.map { answer in
      text.normalised(answer.text) + (answer.weight == 100 ? "" : "@\(answer.weight)")
    }
    return "text:" + (text.isCaseSensitive ? "case:" : "") + answers.sorted().joined(separator: "|")
  }

  private static func entry(_ entry: BlanksInteraction.Entry) -> String {
    switch entry {
    case .text(let text): self.text(text)
    case .numeric(let numeric): self.numeric(numeric)
    case .choice(let choice): self.choice(choice, .exact)
    }
  }
}
