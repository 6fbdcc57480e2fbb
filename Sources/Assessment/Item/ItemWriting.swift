import Source
package import Text

/// Writes items as `ItemReading` reads them, the same bytes for the same items.
package enum ItemWriting {
  /// Returns the text of a bank in one language, or `nil` where no item has a word of it.
  ///
  /// The Khmer text carries in `translates:` the hash of each question of the English one, so that
  /// what was written together is not called stale. An item without words in `language` is not
  /// written.
  package static func text(_ items: [Item], language: Language) -> String? {
    let own = items.filter { isWritten($0, in: language) }
    guard !own.isEmpty else { return nil }
    var header = "---\nformat: 1\n"
    if language == .khmer {
      let hashes = own.filter { isWritten($0, in: .english) }.map { item in
        "  \(item.id): \(hash(item))\n"
      }
      if !hashes.isEmpty { header += "translates:\n" + hashes.joined() }
    }
    header += "---\n"
    var text = header
    for (index, item) in own.enumerated() {
      if index > 0 { text += "\n" }
      text += ItemText(item: item, language: language).section
    }
    return text
  }

  /// Tells whether an item has words in a language.
  package static func isWritten(_ item: Item, in language: Language) -> Bool {
    !item.stem[language].isEmpty
  }

  /// The hash of an item's English section, as reading the file would make it.
  private static func hash(_ item: Item) -> String {
    let body = ItemText(item: item, language: .english).body
    // A section's hash leaves out blank lines at its ends, and takes a comment for a blank line.
    return StableHash.hex64("\(item.id)\n\(body)")
  }
}

/// One item in one language.
struct ItemText {
  let item: Item
  let language: Language

  /// The whole section, with its heading.
  var section: String { "## \(item.id)\(attributes)\n\(body)\n" }

  /// What stands below the heading.
  var body: String { (settings + stem + answers + feedback).joined(separator: "\n") }

  private var isJudged: Bool { item.interaction.kind.needsRater }

  // MARK: Heading

  private var attributes: String {
    var parts: [String] = []
    switch item.interaction.kind {
    case .trueFalse, .likert, .selfRating, .essay, .performance:
      parts.append("kind=\(item.interaction.kind.rawValue)")
    default: break
    }
    if !item.outcome.value.isEmpty { parts.append("outcome=\(Self.quoted(item.outcome.value))") }
    if let cognitive = item.cognitive { parts.append("cognitive=\(cognitive.rawValue)") }
    parts += [
      "points=\(Self.number(item.points))", "pool=\(item.pool.rawValue)",
      "status=\(item.status.rawValue)",
    ]
    if item.scoring.rule == .parts { parts.append("scoring=parts") }
    if item.scoring.floor != 0 { parts.append("floor=\(Self.number(item.scoring.floor))") }
    switch item.interaction {
    case .choice(let choice) where choice.keepsOrder && !choice.isTrueFalse:
      parts.append("order=fixed")
    case .text(let text) where text.isCaseSensitive: parts.append("case=sensitive")
    case .blanks(let blanks) where Self.isCaseSensitive(blanks): parts.append("case=sensitive")
    case .essay(let essay):
      if essay.lines != 8 { parts.append("lines=\(essay.lines)") }
      if let words = essay.mostWords { parts.append("words=\(words)") }
    default: break
    }
    if let rubric = item.rubric { parts.append("rubric=\(Self.quoted(rubric.value))") }
    return " {\(parts.joined(separator: " "))}"
  }

  private static func isCaseSensitive(_ blanks: BlanksInteraction) -> Bool {
    blanks.blanks.contains { blank in
      if case .text(let text) = blank.entry { text.isCaseSensitive } else { false }
    }
  }

  private static func quoted(_ value: String) -> String {
    value.utf8.contains(0x20) ? "\"\(value)\"" : value
  }

  /// A number as reading gives it back.
  static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }

  // MARK: Body

  private var settings: [String] {
    var lines: [String] = []
    let title = item.title[language]
    if !title.isEmpty {
      lines.append("@title " + title.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
    for unit in units {
      lines.append(
        "@unit \(unit.symbol)" + (unit.factor == 1 ? "" : " = \(Self.number(unit.factor))"))
    }
    if item.scoring.rule == .table {
      lines += item.scoring.table.sorted { $0.key < $1.key }
        .map { "@score \($0.key) = \(Self.number($0.value))" }
    }
    return lines
  }

  private var units: [NumericInteraction.Unit] {
    switch item.interaction {
    case .numeric(let numeric): return numeric.units
    case .blanks(let blanks):
      for blank in blanks.blanks {
        if case .numeric(let numeric) = blank.entry, !numeric.units.isEmpty { return numeric.units }
      }
      return []
    default: return []
    }
  }

  private var stem: [String] {
    item.stem[language].utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { StemText.escaped(String(Substring($0)), isJudged: isJudged) }
  }

  private var feedback: [String] {
    let text = item.feedback[language]
    guard !text.isEmpty else { return [] }
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { "> " + String(Substring($0)) }
  }

  private var answers: [String] {
    switch item.interaction {
    case .choice(let choice): return options(choice, mark: "- ")
    case .rating(let rating):
      return rating.options.flatMap { answer("- ( )", $0.text[language], $0.feedback[language]) }
    case .order(let order):
      return order.options.enumerated().flatMap { index, option in
        answer("\(index + 1).", option.text[language], option.feedback[language])
      }
    case .numeric(let numeric): return numbers(numeric, mark: "")
    case .text(let text): return texts(text, mark: "")
    case .match(let match): return pairs(match)
    case .blanks(let blanks):
      return blanks.blanks.flatMap { blank in
        let mark = "[[\(blank.id)]] "
        return switch blank.entry {
        case .choice(let choice): options(choice, mark: mark)
        case .numeric(let numeric): numbers(numeric, mark: mark)
        case .text(let text): texts(text, mark: mark)
        }
      }
    case .essay, .performance: return []
    }
  }

  private func options(_ choice: ChoiceInteraction, mark: String) -> [String] {
    choice.options.flatMap { option in
      let weight = item.scoring.rule == .parts ? option.weight : nil
      let inside =
        switch (option.isCorrect, weight) {
        case (true, let weight?): "x \(Self.number(weight))%"
        case (true, nil): "x"
        case (false, let weight?): "\(Self.number(weight))%"
        case (false, nil): " "
        }
      let brackets = choice.isMultiple ? "[\(inside)]" : "(\(inside))"
      return answer(mark + brackets, option.text[language], option.feedback[language])
    }
  }

  private func numbers(_ numeric: NumericInteraction, mark: String) -> [String] {
    numeric.answers.flatMap { accepted in
      let tolerance = accepted.tolerance == 0 ? "" : " +- \(Self.number(accepted.tolerance))"
      return answer(
        mark + Self.weighted("=", accepted.weight), Self.number(accepted.value) + tolerance,
        accepted.feedback[language])
    }
  }

  private func texts(_ text: TextInteraction, mark: String) -> [String] {
    let own = text.answers.filter { $0.language == nil || $0.language == language }
    // A file needs an answer in its language to be read; that of the other one serves.
    return (own.isEmpty ? text.answers : own).flatMap { accepted in
      answer(
        mark + Self.weighted("~", accepted.weight), accepted.text, accepted.feedback[language])
    }
  }

  private static func weighted(_ mark: String, _ weight: Double) -> String {
    weight == 100 ? mark : "\(mark)[\(number(weight))%]"
  }

  private func pairs(_ match: MatchInteraction) -> [String] {
    let texts = Dictionary(
      match.targets.map { ($0.id, $0.text[language]) }, uniquingKeysWith: { first, _ in first })
    let used = Set(match.sources.map(\.target))
    return match.sources.flatMap { source in
      answer("- \(Self.leftSide(source.text[language])) =>", texts[source.target] ?? "", "")
    }
      + match.targets.filter { !used.contains($0.id) }
      .flatMap { answer("- =>", $0.text[language], "") }
  }

  private static func leftSide(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += [byte, byte]
      case UInt8(ascii: "="): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += Array("\\n".utf8)
      default: bytes.append(byte)
      }
    }
    if let first = bytes.first, first == UInt8(ascii: "(") || first == UInt8(ascii: "[") {
      bytes.insert(UInt8(ascii: "\\"), at: 0)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func answer(_ mark: String, _ text: String, _ feedback: String) -> [String] {
    let lines = AnswerText.lines(text)
    var result = ["\(mark) \(lines[0])"] + lines.dropFirst().map { "  \($0)" }
    if !feedback.isEmpty {
      let lines = AnswerText.lines(feedback)
      result += ["  > \(lines[0])"] + lines.dropFirst().map { "  \($0)" }
    }
    return result
  }
}
