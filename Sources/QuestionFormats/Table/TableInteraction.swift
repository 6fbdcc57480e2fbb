import Assessment
import Text

/// An option's cells.
struct TablePart {
  /// The number of the option, from 1, as the header says it.
  var number: Int
  var text: LocalizedText
  var feedback: LocalizedText
  var column: Int?
  /// The weight stated for it.
  var weight: Double?
}

extension TableRowReader {
  /// Returns what a row's answers make, or `nil` after findings.
  mutating func interaction(kind stated: InteractionKind?, stem: LocalizedText) -> Interaction? {
    guard var parts = parts() else { return nil }
    let answer = field(.answer)
    guard let kind = stated ?? inferred(parts, answer) else {
      complain("no-answer", .answer, TableMessages.noAnswer)
      return nil
    }
    if parts.isEmpty, kind == .numeric || kind == .shortText {
      parts = answers(answer, kind)
    }
    switch kind {
    case .singleChoice, .multipleChoice: return choice(parts, isMultiple: kind == .multipleChoice)
    case .trueFalse: return trueFalse(answer)
    case .numeric: return numeric(parts).map(Interaction.numeric)
    case .shortText: return shortText(parts, stem).map(Interaction.text)
    case .matching: return matching(parts)
    case .ordering:
      guard hasEnough(parts) else { return nil }
      return .order(OrderInteraction(options: options(parts)))
    case .blanks: return blanks(parts, stem)
    case .likert, .selfRating:
      guard hasEnough(parts) else { return nil }
      return .rating(
        RatingInteraction(isSelfRating: kind == .selfRating, options: options(parts)))
    case .essay:
      let lines = count(.lines, 1...200)
      return .essay(EssayInteraction(lines: lines ?? 8, mostWords: count(.words, 1...10_000)))
    case .performance: return .performance
    }
  }

  /// The options that the row has, by number, each with its weight.
  private mutating func parts() -> [TablePart]? {
    var weights: [Double?] = []
    let written = field(.weights)
    if !written.isEmpty {
      for part in written.utf8.split(separator: 0x3B, omittingEmptySubsequences: false) {
        var text = String(decoding: part, as: UTF8.self).trimmed
        if text.utf8.last == UInt8(ascii: "%") { text = String(text.dropLast()).trimmed }
        let weight = Response.number(text)
        guard text.isEmpty || weight.map({ (-100...100).contains($0) }) == true else {
          complain("bad-weight", .weights, TableMessages.badWeight)
          return nil
        }
        weights.append(weight)
      }
    }
    let numbers = Set(columns.options.keys).union(columns.optionFeedback.keys).sorted()
    var parts: [TablePart] = []
    for number in numbers {
      let own = columns.options[number] ?? TableTextColumns()
      let said = columns.optionFeedback[number] ?? TableTextColumns()
      let part = TablePart(
        number: number, text: text(own), feedback: text(said), column: own.first,
        weight: number <= weights.count ? weights[number - 1] : nil)
      if !part.text.isEmpty || !part.feedback.isEmpty { parts.append(part) }
    }
    return parts
  }

  private func inferred(_ parts: [TablePart], _ answer: String) -> InteractionKind? {
    let texts = parts.filter { !$0.text.isEmpty }
    if texts.isEmpty {
      if answer.isEmpty { return nil }
      if Self.truth(answer) != nil { return .trueFalse }
      return TableMarks.tolerance(answer) != nil ? .numeric : .shortText
    }
    if !answer.isEmpty {
      return letters(answer, texts).count > 1 ? .multipleChoice : .singleChoice
    }
    let cells = texts.map { $0.text.text(in: .english) }
    if cells.allSatisfy({ TableMarks.Blank($0) != nil }) { return .blanks }
    if cells.allSatisfy({ TableMarks.pair($0) != nil }) { return .matching }
    return nil
  }

  /// What stands in the column of answers, where there are no options.
  private func answers(_ answer: String, _ kind: InteractionKind) -> [TablePart] {
    TableMarks.parts(answer).filter { !$0.isEmpty }.enumerated().map { index, text in
      TablePart(
        number: index + 1, text: LocalizedText(same: text), feedback: LocalizedText(same: ""),
        column: columns.fields[.answer])
    }
  }

  // MARK: Choices

  /// `true` or `false` where an answer says it in either language.
  private static func truth(_ answer: String) -> Bool? {
    switch answer.lowercased() {
    case "true", "ត្រូវ": true
    case "false", "ខុស", "មិនត្រូវ": false
    default: nil
    }
  }

  /// The parts of an answer such as `a,c`, `ក គ` or `1;3`, and the places of the options that each
  /// names; a whole text of an option names it too.
  private func letters(_ answer: String, _ parts: [TablePart]) -> [(String, Int?)] {
    var tokens: [String] = []
    for part in answer.utf8.split(whereSeparator: { [0x2C, 0x3B, 0x20].contains($0) }) {
      tokens.append(String(decoding: part, as: UTF8.self))
    }
    let places = tokens.map { token in
      Self.number(token).flatMap { number in parts.firstIndex { $0.number == number } }
    }
    if places.contains(nil),
      let whole = parts.firstIndex(where: { $0.text.en == answer || $0.text.km == answer })
    {
      return [(answer, whole)]
    }
    return Array(zip(tokens, places))
  }

  /// The number of an option, from 1, by its letter or number.
  private static func number(_ token: String) -> Int? {
    let token = Khmer.withLatinDigits(token).lowercased()
    let scalars = token.unicodeScalars
    if let number = Int(token) { return number }
    if scalars.first == "o", let index = Int(token.dropFirst()), index >= 26 {
      return index < TableColumns.mostOptions ? index + 1 : nil
    }
    guard scalars.count == 1, let scalar = scalars.first?.value else { return nil }
    switch scalar {
    case 0x61...0x7A: return Int(scalar) - 0x60
    // The consonants of Khmer; U+179D and U+179E are no longer in use.
    case 0x1780...0x179C: return Int(scalar) - 0x177F
    case 0x179F...0x17A2: return Int(scalar) - 0x1781
    default: return nil
    }
  }

  private mutating func hasEnough(_ parts: [TablePart]) -> Bool {
    if parts.count >= 2, parts.allSatisfy({ !$0.text.isEmpty }) { return true }
    complain("few-options", parts.first?.column, TableMessages.fewOptions)
    return false
  }

  private func options(_ parts: [TablePart]) -> [ChoiceOption] {
    parts.enumerated().map { index, part in
      ChoiceOption(
        id: ChoiceOption.id(at: index), text: part.text, isCorrect: false, weight: part.weight,
        feedback: part.feedback, location: table.location(row))
    }
  }

  private mutating func choice(_ parts: [TablePart], isMultiple: Bool) -> Interaction? {
    guard hasEnough(parts) else { return nil }
    var options = options(parts)
    for (letter, place) in letters(field(.answer), parts) {
      guard let place else {
        complain("bad-answer", .answer, TableMessages.noOption(letter))
        return nil
      }
      options[place].isCorrect = true
    }
    let right = options.count(where: \.isCorrect)
    if right == 0 && !options.contains(where: { ($0.weight ?? 0) > 0 }) {
      complain("no-answer", .answer, TableMessages.noAnswer)
      return nil
    }
    if !isMultiple, right != 1 {
      complain("bad-answer", .answer, TableMessages.oneAnswer)
      return nil
    }
    return .choice(
      ChoiceInteraction(
        isMultiple: isMultiple, keepsOrder: isSet(.order, to: "fixed", or: "free"),
        options: options))
  }

  private mutating func trueFalse(_ answer: String) -> Interaction? {
    let letter = answer.lowercased()
    let isFirst = ["a", "t", "ក", "1", "១"].contains(letter)
    let isSecond = ["b", "f", "ខ", "2", "២"].contains(letter)
    guard let isTrue = Self.truth(answer) ?? (isFirst ? true : isSecond ? false : nil) else {
      complain("bad-answer", .answer, TableMessages.trueOrFalse)
      return nil
    }
    var choice = ChoiceInteraction(isTrue: isTrue)
    let weights = TableMarks.parts(field(.weights)).map(Response.number)
    for index in choice.options.indices {
      choice.options[index].feedback = text(columns.optionFeedback[index + 1] ?? TableTextColumns())
      choice.options[index].location = table.location(row)
      if index < weights.count { choice.options[index].weight = weights[index] }
    }
    return .choice(choice)
  }
}
