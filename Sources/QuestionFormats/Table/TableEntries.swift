import Assessment
import Text

extension TableRowReader {
  // MARK: Numbers and texts

  mutating func numeric(_ parts: [TablePart]) -> NumericInteraction? {
    guard !parts.isEmpty else {
      complain("no-answer", .answer, TableMessages.noAnswer)
      return nil
    }
    var answers: [NumericInteraction.Answer] = []
    for part in parts {
      guard let (value, tolerance) = TableMarks.tolerance(part.text.text(in: .english)) else {
        complain("bad-number", part.column, TableMessages.badNumber)
        return nil
      }
      answers.append(
        NumericInteraction.Answer(
          value: value, tolerance: tolerance, weight: part.weight ?? 100, feedback: part.feedback))
    }
    guard let units = units() else { return nil }
    return NumericInteraction(answers: answers, units: units)
  }

  private mutating func units() -> [NumericInteraction.Unit]? {
    var units: [NumericInteraction.Unit] = []
    for part in TableMarks.parts(field(.units)) where !part.isEmpty {
      guard let (symbol, value) = TableMarks.assignment(part) else {
        units.append(NumericInteraction.Unit(symbol: part, factor: 1))
        continue
      }
      guard let factor = Response.number(value), factor > 0, !symbol.isEmpty else {
        complain("bad-unit", .units, TableMessages.badUnit)
        return nil
      }
      units.append(NumericInteraction.Unit(symbol: symbol, factor: factor))
    }
    return units
  }

  mutating func shortText(_ parts: [TablePart], _ stem: LocalizedText) -> TextInteraction? {
    let isCaseSensitive = isSet(.case, to: "sensitive", or: "insensitive")
    var answers: [TextInteraction.Answer] = []
    for part in parts {
      func add(_ text: String, _ language: Language?) {
        answers.append(
          TextInteraction.Answer(
            text, weight: part.weight ?? 100, feedback: part.feedback, language: language))
      }
      let isSame = part.text.en.utf8.elementsEqual(part.text.km.utf8)
      if isSame || !stem.isComplete {
        // The source has but one language, or the text serves both.
        for text in Set([part.text.en, part.text.km]).sorted() where !text.isEmpty {
          add(text, nil)
        }
      } else {
        for language in Language.allCases where !part.text[language].isEmpty {
          add(part.text[language], language)
        }
      }
    }
    if answers.isEmpty {
      complain("no-answer", .answer, TableMessages.noAnswer)
      return nil
    }
    return TextInteraction(answers: answers, isCaseSensitive: isCaseSensitive)
  }

  // MARK: Pairs

  mutating func matching(_ parts: [TablePart]) -> Interaction? {
    var sources: [MatchInteraction.Source] = []
    var targets: [MatchInteraction.Target] = []
    var extras: [LocalizedText] = []
    var ids: [LocalizedText: String] = [:]
    for part in parts {
      var left = LocalizedText(en: "", km: "")
      var right = LocalizedText(en: "", km: "")
      for language in Language.allCases where !part.text[language].isEmpty {
        guard let pair = TableMarks.pair(part.text[language]) else {
          complain("bad-pair", part.column, TableMessages.noArrow)
          return nil
        }
        left[language] = pair.left
        right[language] = pair.right
      }
      guard !right.isEmpty else {
        complain("bad-pair", part.column, TableMessages.noArrow)
        return nil
      }
      if left.isEmpty {
        extras.append(right)
        continue
      }
      let target = ids[right] ?? "\(targets.count + 1)"
      if ids.updateValue(target, forKey: right) == nil {
        targets.append(MatchInteraction.Target(id: target, text: right))
      }
      sources.append(
        MatchInteraction.Source(
          id: ChoiceOption.id(at: sources.count), text: left, target: target,
          location: table.location(row)))
    }
    for extra in extras {
      targets.append(MatchInteraction.Target(id: "\(targets.count + 1)", text: extra))
    }
    guard sources.count >= 2 else {
      complain("few-options", parts.first?.column, TableMessages.fewOptions)
      return nil
    }
    return .match(MatchInteraction(sources: sources, targets: targets))
  }

  // MARK: Blanks

  /// One cell of a blank, in both languages.
  private struct BlankPart {
    var part: TablePart
    var mark: TableMarks.Blank.Mark
  }

  mutating func blanks(_ parts: [TablePart], _ stem: LocalizedText) -> Interaction? {
    var order: [String] = []
    var own: [String: [BlankPart]] = [:]
    for part in parts {
      guard let (id, blank) = blank(part) else {
        complain("bad-blank", part.column, TableMessages.badBlank)
        return nil
      }
      if own[id] == nil { order.append(id) }
      own[id, default: []].append(blank)
    }
    for language in Language.allCases where !stem[language].isEmpty {
      let ids = Self.blankIDs(stem[language])
      guard ids.count == order.count, Set(ids) == Set(order) else {
        complain("blanks-differ", columns.question.first, TableMessages.blanksDiffer)
        return nil
      }
    }
    guard !order.isEmpty else {
      complain("no-answer", .answer, TableMessages.noAnswer)
      return nil
    }
    var blanks: [BlanksInteraction.Blank] = []
    for id in order {
      guard let entry = entry(own[id] ?? [], stem) else { return nil }
      blanks.append(
        BlanksInteraction.Blank(id: id, entry: entry, location: table.location(row)))
    }
    return .blanks(BlanksInteraction(blanks: blanks))
  }

  /// Reads a part's cells; `nil` where they are no blank or differ in more than the words.
  private func blank(_ part: TablePart) -> (id: String, blank: BlankPart)? {
    var part = part
    var found: (id: String, mark: TableMarks.Blank.Mark)?
    for language in Language.allCases where !part.text[language].isEmpty {
      guard let blank = TableMarks.Blank(part.text[language]) else { return nil }
      if let found, found != (blank.id, blank.mark) { return nil }
      found = (blank.id, blank.mark)
      part.text[language] = blank.text
    }
    return found.map { ($0.id, BlankPart(part: part, mark: $0.mark)) }
  }

  private mutating func entry(
    _ blanks: [BlankPart], _ stem: LocalizedText
  ) -> BlanksInteraction.Entry? {
    let parts = blanks.map(\.part)
    if blanks.allSatisfy({ $0.mark == .text }) {
      return shortText(parts, stem).map(BlanksInteraction.Entry.text)
    }
    if blanks.allSatisfy({ $0.mark == .number }) {
      return numeric(parts).map(BlanksInteraction.Entry.numeric)
    }
    let isChoice = blanks.allSatisfy { $0.mark == .right || $0.mark == .wrong }
    guard isChoice, blanks.count >= 2, blanks.count(where: { $0.mark == .right }) == 1 else {
      complain("bad-blank", parts.first?.column, TableMessages.mixedBlank)
      return nil
    }
    let options = blanks.enumerated().map { index, blank in
      ChoiceOption(
        id: ChoiceOption.id(at: index), text: blank.part.text, isCorrect: blank.mark == .right,
        weight: blank.part.weight, feedback: blank.part.feedback, location: table.location(row))
    }
    return .choice(ChoiceInteraction(isMultiple: false, options: options))
  }

  /// The ids that stand as `[[id]]` in a text.
  private static func blankIDs(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var ids: [String] = []
    var at = 0
    while at + 4 < bytes.count {
      guard bytes[at] == UInt8(ascii: "["), bytes[at + 1] == UInt8(ascii: "[") else {
        at += 1
        continue
      }
      let inside = bytes[(at + 2)...].prefix {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
      let end = inside.endIndex
      if !inside.isEmpty, inside.count <= 40, bytes[end...].starts(with: "]]".utf8) {
        ids.append(String(decoding: inside, as: UTF8.self))
        at = end + 2
      } else {
        at += 1
      }
    }
    return ids
  }
}
