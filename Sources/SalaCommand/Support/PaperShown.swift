import Assessment
import Paper
import Records
import Text

/// Questions and marks in short, in the labels that are printed.
enum PaperShown {
  /// The beginning of a stem on one line.
  static func stem(_ item: Item, language: Language, width: Int) -> String {
    let plain = PlainText.text(item.stem.text(in: language))
    let lines = LineWrapping.lines(plain, width: width).filter { !$0.isEmpty }
    guard let first = lines.first else { return item.id }
    return lines.count > 1 ? first + " …" : first
  }

  /// What can be chosen, such as `A–D`; empty where something is written.
  static func choices(_ item: Item, language: Language) -> String {
    func letters(_ count: Int) -> String {
      let first = PaperLabels.letter(0, in: language)
      return count < 2 ? first : "\(first)–\(PaperLabels.letter(count - 1, in: language))"
    }
    switch item.interaction {
    case .choice(let choice): return letters(choice.options.count)
    case .order(let order): return letters(order.options.count)
    case .rating(let rating):
      let first = PaperLabels.number(1, in: language)
      return "\(first)–\(PaperLabels.number(rating.options.count, in: language))"
    case .match(let match):
      let first = PaperLabels.number(1, in: language)
      return letters(match.sources.count)
        + " = \(first)–\(PaperLabels.number(match.targets.count, in: language))"
    case .numeric, .text, .blanks, .essay, .performance: return ""
    }
  }

  /// A mark as it would be typed, or the name of its state.
  static func mark(
    _ mark: PaperEntryRecord.Mark, _ item: Item, _ language: Language
  ) -> String {
    guard mark.state == .answered, let text = mark.text else {
      return PaperEntryWords.state(mark.state).text(in: language)
    }
    guard let response = Response(encoded: text, to: item) else { return text }
    func letter(_ place: Int) -> String { PaperLabels.letter(place, in: language) }
    let options = OptionOrder.options(of: item, seed: "")
    switch (item.interaction, response) {
    case (.rating, .choice(let ids)):
      return options.indices.filter { ids.contains(options[$0].id) }
        .map { PaperLabels.number($0 + 1, in: language) }.joined(separator: " ")
    case (_, .choice(let ids)):
      return options.indices.filter { ids.contains(options[$0].id) }.map(letter)
        .joined(separator: " ")
    case (_, .order(let ids)):
      return ids.compactMap { id in options.firstIndex { $0.id == id }.map(letter) }
        .joined(separator: " ")
    case (.match(let match), .pairs(let pairs)):
      let targets = OptionOrder.targets(of: item, seed: "")
      return match.sources.enumerated().compactMap { place, source in
        targets.firstIndex { $0.id == pairs[source.id] }
          .map { letter(place) + PaperLabels.number($0 + 1, in: language) }
      }.joined(separator: " ")
    case (.blanks(let blanks), .blanks(let entries)):
      return blanks.blanks.enumerated().map { place, blank in
        let entry = entries[blank.id] ?? ""
        let shown = OptionOrder.options(of: blank, in: item, seed: "")
        let text = shown.firstIndex { $0.id == entry }.map(letter) ?? entry
        return "\(PaperLabels.number(place + 1, in: language))=\(text)"
      }.joined(separator: "; ")
    default: return text
    }
  }
}
