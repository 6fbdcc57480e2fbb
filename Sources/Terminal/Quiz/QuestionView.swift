import Assessment
import Text

/// Writes questions and answers as lines, in the labels that a person types.
struct QuestionView {
  let language: Language
  /// What fixes the order of options and targets.
  let seed: String
  /// Turns Markdown into plain text.
  let plain: (String) -> String

  /// A line before it is wrapped, and what its next lines begin with.
  typealias Line = (text: String, indent: String)

  /// Returns the stem, and all that can be chosen, under the labels by which it is typed.
  func lines(of item: Item) -> [Line] {
    var stem = plain(item.stem.text(in: language))
    if case .blanks(let blanks) = item.interaction {
      for blank in blanks.blanks {
        stem = Self.replacing(
          "[[\(blank.id)]]", in: stem, with: "(\(label(of: blank, in: blanks))) ____")
      }
    }
    let options = OptionOrder.options(of: item, seed: seed)
    switch item.interaction {
    case .choice(let choice):
      return [(stem, "")] + (choice.isMultiple ? [hint(QuizMessages.chooseSeveral)] : [])
        + lettered(options.map(\.text))
    case .numeric(let numeric):
      guard !numeric.units.isEmpty else { return [(stem, "")] }
      return [
        (stem, ""),
        hint(QuizMessages.withUnits(numeric.units.map(\.symbol).joined(separator: ", "))),
      ]
    case .text: return [(stem, "")]
    case .match(let match):
      return [(stem, ""), hint(QuizMessages.joinPairs)] + lettered(match.sources.map(\.text))
        + numbered(OptionOrder.targets(of: item, seed: seed).map(\.text))
    case .order:
      return [(stem, ""), hint(QuizMessages.putInOrder)] + lettered(options.map(\.text))
    case .blanks(let blanks):
      return [
        (stem, ""),
        hint(blanks.blanks.count == 1 ? QuizMessages.fillOne : QuizMessages.fillSeveral),
      ]
        + blanks.blanks.flatMap { lines(of: $0, in: blanks, item) }
    case .rating(let rating):
      return [
        (stem, ""), hint(rating.isSelfRating ? QuizMessages.rateYourself : QuizMessages.agree),
      ] + numbered(options.map(\.text))
    case .essay(let essay):
      return [(stem, ""), hint(QuizMessages.writeText(mostWords: essay.mostWords))]
    case .performance: return [(stem, ""), hint(QuizMessages.trainerObserves)]
    }
  }

  /// What a blank is chosen from, or the units of its number.
  private func lines(
    of blank: BlanksInteraction.Blank, in blanks: BlanksInteraction, _ item: Item
  ) -> [Line] {
    let name = hint(QuizMessages.blank(label(of: blank, in: blanks))).text
    switch blank.entry {
    case .choice:
      return [("  \(name)", "")]
        + numbered(OptionOrder.options(of: blank, in: item, seed: seed).map(\.text), indent: "    ")
    case .numeric(let numeric) where !numeric.units.isEmpty:
      let units = numeric.units.map(\.symbol).joined(separator: ", ")
      return [("  \(name) \(hint(QuizMessages.withUnits(units)).text)", "    ")]
    case .numeric, .text: return []
    }
  }

  /// Returns an answer in the labels under which things are shown; a brief one says of an essay
  /// only how long it is.
  func shown(_ response: Response, to item: Item, isBrief: Bool = false) -> String {
    switch response {
    case .choice(let ids):
      let isScale = if case .rating = item.interaction { true } else { false }
      return OptionOrder.options(of: item, seed: seed).enumerated()
        .filter { ids.contains($0.element.id) }
        .map { isScale ? number($0.offset + 1) : letter($0.offset) }.joined(separator: ", ")
    case .number: return digits(response.encoded)
    case .text(let text):
      guard case .essay = item.interaction else { return text }
      return isBrief ? QuizMessages.words(Self.wordCount(text)).text(in: language) : text
    case .pairs(let pairs):
      guard case .match(let match) = item.interaction else { return response.encoded }
      let targets = OptionOrder.targets(of: item, seed: seed).map(\.id)
      return match.sources.enumerated().compactMap { index, source in
        pairs[source.id].flatMap { targets.firstIndex(of: $0) }
          .map { letter(index) + number($0 + 1) }
      }.joined(separator: " ")
    case .order(let ids):
      let shown = OptionOrder.options(of: item, seed: seed).map(\.id)
      return ids.compactMap { shown.firstIndex(of: $0) }.map(letter).joined(separator: " ")
    case .blanks(let entries):
      guard case .blanks(let blanks) = item.interaction else { return response.encoded }
      return blanks.blanks.compactMap { blank in
        entries[blank.id].map { entry in
          let text = shown(entry, in: blank, item)
          return blanks.blanks.count == 1 ? text : "\(label(of: blank, in: blanks))=\(text)"
        }
      }.joined(separator: "; ")
    }
  }

  private func shown(_ entry: String, in blank: BlanksInteraction.Blank, _ item: Item) -> String {
    switch blank.entry {
    case .choice:
      let options = OptionOrder.options(of: blank, in: item, seed: seed)
      guard let option = options.first(where: { $0.id == entry }) else { return entry }
      return plain(option.text.text(in: language))
    case .numeric: return digits(entry)
    case .text: return entry
    }
  }

  /// Returns the labels of what an answer leaves open.
  func missing(_ item: Item, _ response: Response) -> [String] {
    switch (item.interaction, response) {
    case (.match(let match), .pairs(let pairs)):
      match.sources.enumerated().filter { pairs[$0.element.id] == nil }.map { letter($0.offset) }
    case (.blanks(let blanks), .blanks(let entries)):
      blanks.blanks.filter { entries[$0.id] == nil }.map { label(of: $0, in: blanks) }
    default: []
    }
  }

  /// Returns what is to be said of an answer that is kept all the same, such as a text too long.
  func remark(_ item: Item, _ response: Response) -> LocalizedText? {
    guard case .essay(let essay) = item.interaction, case .text(let text) = response,
      let most = essay.mostWords
    else { return nil }
    let count = Self.wordCount(text)
    return count > most ? QuizMessages.tooManyWords(count, most: most) : nil
  }

  // MARK: Labels

  func letter(_ index: Int) -> String {
    if language == .khmer, index < Khmer.optionLetters.count { return Khmer.optionLetters[index] }
    return ChoiceOption.id(at: index)
  }

  func number(_ value: Int) -> String { digits("\(value)") }

  func digits(_ text: String) -> String {
    language == .khmer ? Khmer.withKhmerDigits(text) : text
  }

  /// The id of a blank, in Khmer as the Khmer letter in its place.
  func label(of blank: BlanksInteraction.Blank, in blanks: BlanksInteraction) -> String {
    guard language == .khmer,
      let index = Khmer.optionLetters.indices.first(where: { ChoiceOption.id(at: $0) == blank.id })
    else { return blank.id }
    return Khmer.optionLetters[index]
  }

  private func hint(_ text: LocalizedText) -> Line { (text.text(in: language), "") }

  private func lettered(_ texts: [LocalizedText]) -> [Line] {
    texts.enumerated().map {
      ("  \(letter($0.offset))) \(plain($0.element.text(in: language)))", "     ")
    }
  }

  private func numbered(_ texts: [LocalizedText], indent: String = "  ") -> [Line] {
    texts.enumerated().map {
      (
        "\(indent)\(number($0.offset + 1))) \(plain($0.element.text(in: language)))",
        indent + "   "
      )
    }
  }

  static func wordCount(_ text: String) -> Int {
    text.unicodeScalars.contains(where: Khmer.isKhmer)
      ? Khmer.wordCount(text)
      : text.split(whereSeparator: \.isWhitespace).count
  }

  static func replacing(_ mark: String, in text: String, with new: String) -> String {
    String(text.unicodeScalars.replacing(mark.unicodeScalars, with: new.unicodeScalars))
  }
}
