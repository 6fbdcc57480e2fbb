import Assessment
import Text

/// Reads an answer out of the fields of a question, and takes nothing that the item does not offer.
struct AnswerReading {
  let item: Item
  let values: FieldValues
  /// Whether the lines of an order count as an answer.
  let takesOrder: Bool

  /// The most UTF-16 units of a short text, as browsers count them.
  static let mostShort = 255
  /// The most UTF-16 units of an essay.
  static let mostEssay = 20_000

  /// What was read.
  enum Result: Equatable {
    /// An answer, or `nil` where the fields are empty.
    case response(Response?)
    /// Fields that a person has to correct, by their names, with what to say.
    case problems([Problem])
    /// Something that no page of ours sends.
    case refused
  }

  /// What is wrong with a field.
  struct Problem: Equatable {
    var field: String
    var text: LocalizedText
  }

  /// Returns the answer.
  func read() -> Result {
    switch item.interaction {
    case .choice(let choice):
      return chosen(choice.options, areSeveral: choice.isMultiple)
    case .rating(let rating): return chosen(rating.options, areSeveral: false)
    case .numeric(let numeric):
      return single { typed in
        guard !Self.isEmpty(typed) else { return .response(nil) }
        guard let number = number(typed, numeric) else {
          let text = QuizPageMessages.numberWanted(units: numeric.units.map(\.symbol))
          return .problems([Problem(field: FieldValues.text, text: text)])
        }
        return .response(.number(number))
      }
    case .text: return single { text($0, most: Self.mostShort) }
    case .essay: return single { text($0, most: Self.mostEssay) }
    case .order(let order): return ordered(order.options)
    case .match(let match): return matched(match)
    case .blanks(let blanks): return filled(blanks.blanks)
    case .performance: return .response(nil)
    }
  }

  // MARK: Kinds

  private func chosen(_ options: [ChoiceOption], areSeveral: Bool) -> Result {
    let ids = values[FieldValues.choice]
    let known = Set(options.map(\.id))
    guard ids.allSatisfy(known.contains), Set(ids).count == ids.count,
      areSeveral || ids.count <= 1
    else { return .refused }
    return .response(ids.isEmpty ? nil : .chosen(ids))
  }

  private func ordered(_ options: [ChoiceOption]) -> Result {
    let ids = values[FieldValues.order]
    guard ids.count == options.count, Set(ids) == Set(options.map(\.id)) else { return .refused }
    return .response(takesOrder || values.isGiven ? .order(ids) : nil)
  }

  private func matched(_ match: MatchInteraction) -> Result {
    let known = Set(match.targets.map(\.id))
    var pairs: [String: String] = [:]
    for source in match.sources {
      let given = values[FieldValues.source(source.id)]
      guard given.count == 1, given[0].isEmpty || known.contains(given[0]) else {
        return .refused
      }
      if !given[0].isEmpty { pairs[source.id] = given[0] }
    }
    return .response(pairs.isEmpty ? nil : .pairs(pairs))
  }

  private func filled(_ blanks: [BlanksInteraction.Blank]) -> Result {
    var entries: [String: String] = [:]
    var problems: [Problem] = []
    for (index, blank) in blanks.enumerated() {
      let field = FieldValues.blank(blank.id)
      let given = values[field]
      guard given.count == 1 else { return .refused }
      func problem(_ text: LocalizedText) {
        let name = FieldWords.blank(index + 1, of: blanks.count)
        problems.append(
          Problem(field: field, text: QuizPageMessages.problem(in: name, text)))
      }
      let typed = Self.cleaned(given[0], keepsLines: false)
      guard !Self.isEmpty(typed) else { continue }
      switch blank.entry {
      case .choice(let choice):
        guard choice.options.contains(where: { $0.id == given[0] }) else { return .refused }
        entries[blank.id] = given[0]
      case .numeric(let numeric):
        if let number = number(typed, numeric) {
          entries[blank.id] = Response.number(number).encoded
        } else {
          problem(QuizPageMessages.numberWanted(units: numeric.units.map(\.symbol)))
        }
      case .text:
        guard typed.utf16.count <= Self.mostShort else {
          problem(QuizPageMessages.tooLong(most: Self.mostShort))
          continue
        }
        entries[blank.id] = typed
      }
    }
    guard problems.isEmpty else { return .problems(problems) }
    return .response(entries.isEmpty ? nil : .blanks(entries))
  }

  // MARK: Typed fields

  private func single(_ read: (String) -> Result) -> Result {
    let given = values[FieldValues.text]
    return given.count == 1 ? read(given[0]) : .refused
  }

  private func text(_ typed: String, most: Int) -> Result {
    let isEssay = if case .essay = item.interaction { true } else { false }
    let text = Self.cleaned(typed, keepsLines: isEssay)
    guard text.utf16.count <= most else {
      return .problems([
        Problem(field: FieldValues.text, text: QuizPageMessages.tooLong(most: most))
      ])
    }
    return .response(Self.isEmpty(text) ? nil : .text(text))
  }

  /// The number that was typed, in the first unit.
  private func number(_ typed: String, _ numeric: NumericInteraction) -> Double? {
    var part = item
    part.interaction = .numeric(numeric)
    guard case .response(.number(let number)) = AnswerInput.read(typed, item: part, seed: "")
    else { return nil }
    return number
  }

  static func isEmpty(_ typed: String) -> Bool { TextInteraction.normalised(typed).isEmpty }

  /// A typed text with line feeds as the only line ends, without other control characters and
  /// without spaces around it.
  static func cleaned(_ typed: String, keepsLines: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in typed.unicodeScalars {
      defer { wasReturn = scalar == "\r" }
      if scalar == "\n", wasReturn { continue }
      if scalar == "\r" || scalar == "\n" {
        scalars.append(keepsLines ? "\n" : " ")
      } else if scalar == "\t" {
        scalars.append(" ")
      } else if scalar.properties.generalCategory != .control, scalar != "\u{FEFF}" {
        scalars.append(scalar)
      }
    }
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}
